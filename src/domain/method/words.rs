//! What the people of a werkwijze call things: the words a screen and a sheet use for what every
//! werkwijze has. Must not know: what stands where.

use super::{Activity, Method, Word};
use serde::{Deserialize, Serialize};

/// The words of a werkwijze. What its file leaves out is filled in when it is read, from what its
/// steps do, so nothing is empty in a werkwijze that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// What one person brings up: tip, post-it.
    #[serde(rename = "idee")]
    pub idea: Noun,
    /// What goes along to the client: tip, advies.
    #[serde(rename = "advies")]
    pub advice: Noun,
    /// What a meeting is about: casus, koppel.
    #[serde(rename = "casus")]
    pub casus: Noun,
    /// Whose goals they are: cliënt, koppel.
    #[serde(rename = "client")]
    pub client: Noun,
    /// Who brings the casus: inbrenger, casemanager.
    #[serde(rename = "inbrenger")]
    pub contributor: Noun,
    /// What that person does, after a name: "brengt in", "is casemanager".
    #[serde(rename = "brengt_in")]
    pub brings: Word,
    /// The meeting itself: bespreking, case conference.
    #[serde(rename = "bespreking")]
    pub meeting: Noun,
    /// The place where it is kept what became of everything: "Mijn oogst", "Adviesgesprek".
    #[serde(rename = "oogst")]
    pub harvest: Word,
}

/// A noun with what cannot be guessed of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Noun {
    /// One of it, without its article and in lower case: "idee".
    #[serde(rename = "een")]
    pub one: Word,
    /// More of it: "ideeën".
    #[serde(rename = "meer")]
    pub many: Word,
    /// Never missing in a werkwijze without problems.
    #[serde(rename = "lidwoord")]
    pub article: Option<Article>,
}

/// The article of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Article {
    De,
    Het,
}

impl Noun {
    fn new(article: Article, one: &'static str, many: &'static str) -> Self {
        Self { one: one.into(), many: many.into(), article: Some(article) }
    }

    /// The form that goes with this number.
    pub fn of(&self, number: usize) -> &Word {
        if number == 1 { &self.one } else { &self.many }
    }

    /// "de tip", "het koppel".
    pub fn the(&self) -> Word {
        self.one.after(self.pick("de", "het"))
    }

    /// "deze tip", "dit koppel".
    pub fn this(&self) -> Word {
        self.one.after(self.pick("deze", "dit"))
    }

    /// What points back to it: "die", "dat".
    pub fn that(&self) -> Word {
        self.pick("die", "dat").into()
    }

    fn pick(&self, de: &'static str, het: &'static str) -> &'static str {
        if self.article == Some(Article::Het) { het } else { de }
    }

    fn fill(&mut self, usual: Self) {
        if *self == Self::default() {
            *self = usual;
        }
    }
}

impl Words {
    /// Fills in what is left out, with the words of the werkwijze that has the same steps.
    pub(super) fn fill(&mut self, method: &Method) {
        use Article::{De, Het};
        let koppels = method.has(Activity::Presenteren);
        let weighs = method.has(Activity::Wegen);
        let pick = |yes, one: Noun, other: Noun| if yes { one } else { other };
        let koppel = Noun::new(Het, "koppel", "koppels");
        let post_it = Noun::new(De, "post-it", "post-its");
        self.idea.fill(pick(method.has(Activity::Clusteren), post_it, Noun::new(De, "tip", "tips")));
        self.advice.fill(pick(weighs, Noun::new(Het, "advies", "adviezen"), self.idea.clone()));
        self.casus.fill(pick(koppels, koppel.clone(), Noun::new(De, "casus", "casussen")));
        self.client.fill(pick(koppels, koppel, Noun::new(De, "cliënt", "cliënten")));
        let casemanager = Noun::new(De, "casemanager", "casemanagers");
        self.contributor.fill(pick(koppels, casemanager, Noun::new(De, "inbrenger", "inbrengers")));
        let conference = Noun::new(De, "case conference", "case conferences");
        self.meeting.fill(pick(weighs, conference, Noun::new(De, "bespreking", "besprekingen")));
        self.brings.fill(if koppels { "is casemanager" } else { "brengt in" });
        self.harvest.fill(if weighs { "Adviesgesprek" } else { "Mijn oogst" });
    }

    /// The nouns with the name of their field, to look at each of them.
    pub(super) fn nouns(&self) -> [(&'static str, &Noun); 6] {
        [
            ("idee", &self.idea),
            ("advies", &self.advice),
            ("casus", &self.casus),
            ("client", &self.client),
            ("inbrenger", &self.contributor),
            ("bespreking", &self.meeting),
        ]
    }
}
