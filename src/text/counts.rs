//! Numbers with their noun, and lists as people say them.
//!
//! Must not know: what is counted, or why.

use crate::domain::method::Noun;
use crate::domain::session::Session;

/// The right form of a noun for this number: `1 tip`, `0 tips`, `3 tips`.
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// A number with its noun: "1 tip", "3 tips".
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", plural(count, one, many))
}

/// As [`count`], for a sentence: "geen tips" instead of "0 tips".
pub fn count_or_none(number: usize, one: &str, many: &str) -> String {
    if number == 0 { format!("geen {many}") } else { count(number, one, many) }
}

/// "1 persoon", "8 mensen".
pub fn people(number: usize) -> String {
    count(number, "persoon", "mensen")
}

/// "1 idee", "3 ideeën": a word of a werkwijze.
pub fn noun(noun: &Noun, number: usize) -> String {
    format!("{number} {}", noun.of(number))
}

/// "1 tip", "3 post-its": in the word of the method.
pub fn ideas(session: &Session, number: usize) -> String {
    noun(&session.method.words.idea, number)
}

/// "a", "a en b", "a, b en c". Empty parts are left out.
pub fn list<S: AsRef<str>>(parts: &[S]) -> String {
    joined(parts, "en")
}

/// "a", "a of b", "a, b of c": as [`list`], to choose from.
pub fn either<S: AsRef<str>>(parts: &[S]) -> String {
    joined(parts, "of")
}

fn joined<S: AsRef<str>>(parts: &[S], last_word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} {last_word} {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, count_or_none, either, ideas, list, people};
    use crate::domain::session::Session;
    use crate::domain::testing;

    #[test]
    fn one_is_single_and_everything_else_is_not() {
        let session = Session::new(testing::method());
        for (number, want) in [(0, "0 tips"), (1, "1 tip"), (2, "2 tips"), (300, "300 tips")] {
            assert_eq!(ideas(&session, number), want);
        }
        for (number, want) in [(0, "0 mensen"), (1, "1 persoon"), (8, "8 mensen")] {
            assert_eq!(people(number), want);
        }
        for (number, want) in [(0, "geen ideeën"), (1, "1 idee"), (4, "4 ideeën")] {
            assert_eq!(count_or_none(number, "idee", "ideeën"), want);
        }
        assert_eq!(count(1, "afspraak", "afspraken"), "1 afspraak");
    }

    #[test]
    fn a_list_ends_in_en() {
        for (parts, want) in [
            (&[][..], ""),
            (&["a"], "a"),
            (&["a", "b"], "a en b"),
            (&["a", "b", "c"], "a, b en c"),
            (&["a", "", "c"], "a en c"),
            (&["", ""], ""),
        ] {
            assert_eq!(list(parts), want, "{parts:?}");
        }
        assert_eq!(either(&["a", "b", "c"]), "a, b of c");
    }
}
