//! What must hold in a werkwijze beyond its shape: every problem at once, each with its path.
//!
//! Must not know: files, RON, line numbers (the reader looks the path up in the file).

use std::collections::BTreeSet;

use super::{Activity, Layout, Method, Part, Step};

mod text;
mod ways;

use text::Texts;

/// One problem in a file a user wrote: where, and one Dutch sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field, counted from zero: `stappen[4].minuten`.
    pub path: String,
    pub message: String,
}

/// No step of a meeting lasts longer.
const MAX_MINUTES: u32 = 240;
/// As many columns as there are letters.
const MAX_COLUMNS: usize = 26;
const MAX_POST_IT: usize = 500;

/// All problems of a werkwijze; empty when it can be used.
pub fn check(method: &Method) -> Vec<Problem> {
    let mut checker = Checker { method, texts: Texts::default() };
    checker.head();
    checker.words();
    checker.ways();
    checker.limits();
    checker.lists();
    checker.around();
    for (index, layout) in method.layouts.iter().enumerate() {
        checker.layout(&format!("indelingen[{index}]"), layout);
    }
    checker.cards();
    checker.steps();
    checker.activities();
    checker.texts.problems
}

struct Checker<'m> {
    method: &'m Method,
    texts: Texts,
}

impl Checker<'_> {
    fn say(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.texts.say(path, message);
    }

    fn head(&mut self) {
        let method = self.method;
        self.texts.id("id", &method.id);
        self.texts.needed("naam", &method.name, 60);
        self.texts.needed("kort", &method.short, 12);
        self.texts.optional("uitleg", &method.about, 200);
        if method.profiles.is_empty() {
            self.say("profielen", "er is nog geen lengte. Voeg er een toe, zoals (naam: \"30 minuten\").");
        }
        let mut names = BTreeSet::new();
        for (index, profile) in method.profiles.iter().enumerate() {
            let path = format!("profielen[{index}].naam");
            self.texts.needed(&path, &profile.name, 30);
            self.texts.unique(&path, &profile.name, &mut names);
        }
        let mut roles = BTreeSet::new();
        for (index, role) in method.roles.iter().enumerate() {
            if !roles.insert(role) {
                self.say(format!("rollen[{index}]"), "deze rol staat er al. Haal een van de twee weg.");
            }
        }
    }

    fn limits(&mut self) {
        let limits = self.method.limits;
        if limits.post_it == 0 || limits.post_it > MAX_POST_IT {
            self.say("grenzen.post_it", format!("kies een getal van 1 tot en met {MAX_POST_IT}."));
        }
        if limits.group_warning < limits.group_info {
            let message = "dit getal is lager dan groep_melding. Maak het gelijk of hoger.";
            self.say("grenzen.groep_waarschuwing", message);
        }
    }

    fn lists(&mut self) {
        let method = self.method;
        let mut lists = BTreeSet::new();
        for (index, areas) in method.areas.iter().enumerate() {
            let path = format!("gebieden[{index}]");
            self.texts.needed(&format!("{path}.naam"), &areas.name, 40);
            self.texts.unique(&format!("{path}.naam"), &areas.name, &mut lists);
            if areas.names.is_empty() {
                self.say(
                    format!("{path}.lijst"),
                    "deze lijst is leeg. Vul een gebied in of haal de lijst weg.",
                );
            }
            let mut names = BTreeSet::new();
            for (place, name) in areas.names.iter().enumerate() {
                let path = format!("{path}.lijst[{place}]");
                self.texts.needed(&path, name, 60);
                self.texts.unique(&path, name, &mut names);
            }
        }
        let mut fields = BTreeSet::new();
        for (index, field) in method.spider.iter().enumerate() {
            let path = format!("spinnetje[{index}]");
            self.texts.needed(&format!("{path}.naam"), &field.name, 40);
            self.texts.unique(&format!("{path}.naam"), &field.name, &mut fields);
            self.texts.optional(&format!("{path}.vraag"), &field.question, 200);
        }
        let sentences = [
            ("vooraf", &method.checklist),
            ("uitgangspunten", &method.principles),
            ("evaluatie", &method.evaluation),
        ];
        for (name, list) in sentences {
            for (index, sentence) in list.iter().enumerate() {
                self.texts.needed(&format!("{name}[{index}].tekst"), &sentence.text, 200);
            }
        }
    }

    /// The lists for inspiration and what comes after the meeting.
    fn around(&mut self) {
        let mut ids = BTreeSet::new();
        for (index, list) in self.method.inspiration.iter().enumerate() {
            let path = format!("inspiratie[{index}]");
            self.texts.id(&format!("{path}.id"), &list.id);
            self.texts.unique(&format!("{path}.id"), &list.id, &mut ids);
            self.texts.needed(&format!("{path}.naam"), &list.name, 100);
        }
        for (index, followup) in self.method.followups.iter().enumerate() {
            self.texts.needed(&format!("vervolgacties[{index}].tekst"), &followup.text, 200);
        }
    }

    fn layout(&mut self, path: &str, layout: &Layout) {
        self.texts.needed(&format!("{path}.naam"), &layout.name, 40);
        let columns = format!("{path}.kolommen");
        if layout.columns.is_empty() {
            self.say(&columns, "deze indeling heeft geen kolommen. Voeg er minstens één toe.");
        }
        if layout.columns.len() > MAX_COLUMNS {
            self.say(
                &columns,
                format!("een indeling kan hoogstens {MAX_COLUMNS} kolommen hebben. Haal er weg."),
            );
        }
        let mut letters = BTreeSet::new();
        for (index, column) in layout.columns.iter().enumerate() {
            let path = format!("{columns}[{index}]");
            if is_letter(&column.letter) {
                self.texts.unique(&format!("{path}.letter"), &column.letter, &mut letters);
            } else {
                self.say(format!("{path}.letter"), "kies één hoofdletter van A tot en met Z.");
            }
            self.texts.needed(&format!("{path}.naam"), &column.name, 14);
            self.texts.optional(&format!("{path}.voluit"), &column.long, 60);
            self.texts.optional(&format!("{path}.vraag"), &column.question, 200);
        }
        for (index, part) in layout.parts.iter().enumerate() {
            let path = format!("{path}.delen[{index}]");
            self.part(&path, part);
            for (place, letter) in part.columns.iter().enumerate() {
                // A column without a good letter may be the one that is meant.
                if letters.len() == layout.columns.len() && !letters.contains(&letter.to_lowercase()) {
                    let known = letters.iter().map(|letter| letter.to_uppercase());
                    let known = known.collect::<Vec<_>>().join(", ");
                    let message = format!("deze letter hoort bij geen kolom. Kies uit: {known}.");
                    self.say(format!("{path}.kolommen[{place}]"), message);
                }
            }
        }
        if let Some(step) = self.method.steps.iter().find(|step| step.activity == Activity::Verzamelen) {
            self.sum(&format!("{path}.delen"), &layout.parts, step);
        }
    }

    fn part(&mut self, path: &str, part: &Part) {
        self.texts.needed(&format!("{path}.naam"), &part.name, 40);
        self.minutes(&format!("{path}.minuten"), &part.minutes);
    }

    /// One number per profile, each within reason.
    fn minutes(&mut self, path: &str, minutes: &[u32]) {
        let profiles = self.method.profiles.len();
        // Without profiles nobody knows how many numbers belong here: that is said already.
        if profiles > 0 && minutes.len() != profiles {
            let there_are = match profiles {
                1 => "er is 1 profiel".to_owned(),
                more => format!("er zijn {more} profielen"),
            };
            let count = minutes.len();
            let message =
                format!("hier staan {count} getallen, maar {there_are}. Vul er per profiel één in.");
            self.say(path, message);
        }
        for (index, &number) in minutes.iter().enumerate() {
            if number == 0 || number > MAX_MINUTES {
                let message = format!("kies een getal van 1 tot en met {MAX_MINUTES}.");
                self.say(format!("{path}[{index}]"), message);
            }
        }
    }

    /// The parts of a step must fill the step, in every profile.
    fn sum(&mut self, path: &str, parts: &[Part], step: &Step) {
        let count = step.minutes.len();
        let uneven = parts.iter().any(|part| part.minutes.len() != count);
        if parts.is_empty() || uneven {
            return;
        }
        for (index, &planned) in step.minutes.iter().enumerate() {
            let minutes = parts.iter().filter_map(|part| part.minutes.get(index));
            let total = minutes.fold(0_u32, |sum, &number| sum.saturating_add(number));
            if total != planned {
                let profile = self.method.profiles.get(index).map_or("", |profile| profile.name.as_str());
                let message = format!(
                    "bij profiel '{profile}' zijn de delen samen {total} minuten, maar stap {} duurt {planned}. \
                     Maak dit gelijk.",
                    step.number
                );
                self.say(path, message);
                return;
            }
        }
    }

    fn cards(&mut self) {
        let mut ids = BTreeSet::new();
        for (index, card) in self.method.cards.iter().enumerate() {
            let path = format!("kaarten[{index}]");
            let id = format!("{path}.id");
            self.texts.needed(&id, &card.id, 12);
            self.texts.unique(&id, &card.id, &mut ids);
            self.texts.needed(&format!("{path}.als"), &card.when, 120);
            self.texts.needed(&format!("{path}.doe"), &card.action_text, 200);
            self.texts.optional(&format!("{path}.zeg"), &card.say, 200);
        }
    }

    fn steps(&mut self) {
        if self.method.steps.is_empty() {
            self.say("stappen", "er zijn nog geen stappen. Voeg er minstens één toe.");
        }
        let mut ids = BTreeSet::new();
        let mut numbers = BTreeSet::new();
        for (index, step) in self.method.steps.iter().enumerate() {
            let path = format!("stappen[{index}]");
            let (id, number) = (format!("{path}.id"), format!("{path}.nummer"));
            self.texts.id(&id, &step.id);
            self.texts.unique(&id, &step.id, &mut ids);
            self.texts.needed(&number, &step.number, 4);
            self.texts.unique(&number, &step.number, &mut numbers);
            if !step.second_number.is_empty() {
                let second = format!("{path}.nummer_tweede");
                self.texts.optional(&second, &step.second_number, 4);
                self.texts.unique(&second, &step.second_number, &mut numbers);
            }
            self.texts.optional(&format!("{path}.onderdeel"), &step.part_of, 60);
            self.texts.needed(&format!("{path}.naam"), &step.name, 120);
            self.texts.needed(&format!("{path}.kort"), &step.short, 24);
            for (place, sentence) in step.say.iter().enumerate() {
                self.texts.needed(&format!("{path}.zeg[{place}]"), sentence, 200);
            }
            self.step_minutes(&path, step);
            self.step_cards(&path, step);
        }
    }

    fn step_minutes(&mut self, path: &str, step: &Step) {
        self.minutes(&format!("{path}.minuten"), &step.minutes);
        let shortest = step.minutes.iter().min().copied();
        if let Some(shortest) = shortest.filter(|&shortest| shortest > 0 && step.minimum > shortest) {
            let message = format!("het minimum is langer dan de stap zelf. Kies {shortest} of minder.");
            self.say(format!("{path}.minimum"), message);
        }
        let parts = format!("{path}.delen");
        if step.activity == Activity::Verzamelen && !step.parts.is_empty() {
            self.say(
                &parts,
                "de delen van deze stap horen bij de kolommen. Zet ze in indelingen, bij delen.",
            );
            return;
        }
        for (index, part) in step.parts.iter().enumerate() {
            let path = format!("{parts}[{index}]");
            self.part(&path, part);
            if !part.columns.is_empty() {
                let message = "deze stap heeft geen kolommen. Haal de letters weg.";
                self.say(format!("{path}.kolommen"), message);
            }
        }
        self.sum(&parts, &step.parts, step);
    }

    fn step_cards(&mut self, path: &str, step: &Step) {
        // A card without an id may be the very one that is meant: first things first.
        let nameless = self.method.cards.iter().any(|card| card.id.is_empty());
        let mut seen = BTreeSet::new();
        for (place, id) in step.cards.iter().enumerate() {
            let path = format!("{path}.kaarten[{place}]");
            if !nameless && self.method.card(id).is_none() {
                self.say(path, "deze kaart bestaat niet. Kies een id uit de lijst kaarten.");
            } else {
                self.texts.unique(&path, id, &mut seen);
            }
        }
    }

    /// What an activity needs, and that there is only one step for it.
    fn activities(&mut self) {
        let method = self.method;
        let mut seen = Vec::new();
        for (index, step) in method.steps.iter().enumerate() {
            let path = format!("stappen[{index}].activiteit");
            let lacks = match step.activity {
                Activity::Verzamelen if method.layouts.is_empty() => Some("indelingen"),
                Activity::Doelen if method.areas.is_empty() => Some("gebieden"),
                Activity::Toelichten if method.spider.is_empty() => Some("spinnetje"),
                Activity::Vervolgacties if method.followups.is_empty() => Some("vervolgacties"),
                Activity::Evaluatie if method.evaluation.is_empty() => Some("evaluatie"),
                Activity::Terugkoppeling
                | Activity::Kennismaken
                | Activity::Toelichten
                | Activity::Doelen
                | Activity::Verzamelen
                | Activity::Samenvatten
                | Activity::Opening
                | Activity::Kernteam
                | Activity::Presenteren
                | Activity::Vragen
                | Activity::Brainstorm
                | Activity::Clusteren
                | Activity::Wegen
                | Activity::Samenvatting
                | Activity::Voorleggen
                | Activity::Vervolgacties
                | Activity::Evaluatie
                | Activity::Terugblik
                | Activity::Afspreken
                | Activity::Notities => None,
            };
            if let Some(field) = lacks {
                let message = format!("deze stap werkt met het veld {field}, en dat is leeg. Vul het in.");
                self.say(&path, message);
            }
            // Each activity keeps one screen and one set of results. Notes can be repeated, and so
            // can clustering: first by everybody, then by the voorzitter.
            let repeats = matches!(step.activity, Activity::Notities | Activity::Clusteren);
            if !repeats && seen.contains(&step.activity) {
                self.say(&path, "een andere stap doet dit al. Kies hier Notities of een andere activiteit.");
            }
            seen.push(step.activity);
        }
    }
}

fn is_letter(text: &str) -> bool {
    text.len() == 1 && text.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;
