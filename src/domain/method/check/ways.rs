//! What must hold for the words and the ways of a werkwijze. Must not know: the rest of it.

use super::Checker;
use crate::domain::method::{Activity, DecidedBy, GoalsAt, IdeasIn, Noun};

/// Longer words do not fit on the title line and in a heading of a table.
const LONGEST: usize = 20;
/// As many weeks as there are in a year.
const MAX_WEEKS: u32 = 52;

impl Checker<'_> {
    pub(super) fn words(&mut self) {
        let method = self.method;
        for (name, noun) in method.words.nouns() {
            // One that was left out is none of the user's: the reader made it, of the word for an idea
            // where that fits.
            let is_made = *noun == Noun::default() || (name == "advies" && *noun == method.words.idea);
            if !is_made {
                self.noun(&format!("woorden.{name}"), noun);
            }
        }
        self.texts.optional("woorden.brengt_in", &method.words.brings, LONGEST);
        self.texts.optional("woorden.oogst", &method.words.harvest, LONGEST);
    }

    fn noun(&mut self, path: &str, noun: &Noun) {
        self.texts.needed(&format!("{path}.een"), &noun.one, LONGEST);
        self.texts.needed(&format!("{path}.meer"), &noun.many, LONGEST);
        if noun.article.is_none() {
            self.say(format!("{path}.lidwoord"), "dit veld is nog leeg. Kies De of Het.");
        }
    }

    /// A way that no step can go.
    pub(super) fn ways(&mut self) {
        let method = self.method;
        let weighs = method.has(Activity::Wegen);
        let decided = match (method.decided_by(), weighs) {
            (DecidedBy::Groep, false) => Some(
                "de groep besluit in een stap met de activiteit Wegen, en die is er niet. Voeg die stap toe of \
                 kies Inbrenger.",
            ),
            (DecidedBy::Inbrenger, true) => {
                Some("er is een stap met de activiteit Wegen, en daar besluit de groep. Kies Groep.")
            }
            (DecidedBy::Groep, true) | (DecidedBy::Inbrenger, false) => None,
        };
        let goals = (method.goals_at() == GoalsAt::Flappen && !method.has(Activity::Presenteren)).then_some(
            "doelen komen op de flappen in een stap met de activiteit Presenteren, en die is er niet. Voeg die \
             stap toe of kies Gebieden.",
        );
        let ideas = (method.ideas_in() == IdeasIn::Clusters && !method.has(Activity::Clusteren)).then_some(
            "clusters maak je in een stap met de activiteit Clusteren, en die is er niet. Voeg die stap toe of \
             kies Vakken.",
        );
        for (name, message) in [("besluit", decided), ("doelen", goals), ("ideeen", ideas)] {
            if let Some(message) = message {
                self.say(format!("manieren.{name}"), message);
            }
        }
        for (index, &weeks) in method.rhythm().iter().enumerate() {
            if weeks == 0 || weeks > MAX_WEEKS {
                let message = format!("kies een getal van 1 tot en met {MAX_WEEKS}.");
                self.say(format!("manieren.ritme[{index}]"), message);
            }
        }
    }
}
