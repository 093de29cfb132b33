//! What must hold for the texts of a werkwijze: filled in, not too long, printable, not twice.
//!
//! Must not know: which text belongs to what.

use std::collections::BTreeSet;

use super::Problem;

/// The problems found so far, and the checks that every text shares.
#[derive(Debug, Default)]
pub struct Texts {
    pub problems: Vec<Problem>,
}

impl Texts {
    pub fn say(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem { path: path.into(), message: message.into() });
    }

    /// A text that must be there.
    pub fn needed(&mut self, path: &str, text: &str, max: usize) {
        if text.trim().is_empty() {
            self.say(path, "dit veld is nog leeg. Vul het in.");
        } else {
            self.optional(path, text, max);
        }
    }

    /// A text that may be empty.
    pub fn optional(&mut self, path: &str, text: &str, max: usize) {
        if text.chars().any(char::is_control) {
            self.say(
                path,
                "in deze tekst staat een regeleinde, een tab of een ander stuurteken. Haal het weg.",
            );
            return;
        }
        let length = text.chars().count();
        if length > max {
            self.say(
                path,
                format!("deze tekst heeft {length} tekens. Maak hem hoogstens {max} tekens lang."),
            );
        }
    }

    /// A short stable name that can be part of a folder name.
    pub fn id(&mut self, path: &str, id: &str) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() {
            self.say(
                path,
                "dit veld is nog leeg. Kies een korte naam van kleine letters, cijfers en streepjes.",
            );
        } else if !id.chars().all(fits) {
            self.say(path, "gebruik alleen kleine letters (a-z), cijfers en streepjes.");
        } else {
            self.optional(path, id, 32);
        }
    }

    /// A name that may stand in its list only once; capitals make no difference.
    pub fn unique(&mut self, path: &str, text: &str, seen: &mut BTreeSet<String>) {
        let name = text.trim().to_lowercase();
        if !name.is_empty() && !seen.insert(name) {
            self.say(path, "dit staat er al. Kies iets anders of haal een van de twee weg.");
        }
    }
}
