//! What was written on paper, typed as quickly: `12 b g w omdat de buurvrouw meeging`.
//!
//! A line is an answer when it begins with a number or a letter and a word that is known goes on
//! from there; any other line is something to find. Must not know: which numbers there are.

use crate::domain::life::{Life, Outcome};
use crate::text::{fold, outcomes};

/// What people call a tip or an advies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Number(u32),
    Letter(char),
}

/// One thing that is said about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    Life(Life),
    StandsOut,
    Note(String),
}

/// The label and what is said, or `None` when the line is no answer.
pub fn parse(text: &str) -> Option<(Label, Vec<Said>)> {
    let text = text.trim();
    let (label, mut rest) = label(text)?;
    let mut said = Vec::new();
    while let Some((word, after)) = known(rest) {
        rest = after;
        match word {
            Word::Discussed(yes) => said.push(Said::Life(Life::Discussed(yes))),
            Word::Chosen(chosen) => {
                let because = String::new();
                said.push(Said::Life(Life::Chosen { chosen, because }));
            }
            Word::NotTried => said.push(Said::Life(Life::NotTried)),
            Word::StandsOut => said.push(Said::StandsOut),
            // "12 door" still has to say who.
            Word::TakenUp | Word::Note if rest.is_empty() => return None,
            // A letter alone is no reason: it is one answer too many.
            Word::Tried(_) if rest.chars().count() == 1 => return None,
            // What follows is the reason, whatever words it is made of.
            Word::Tried(outcome) => {
                let because = reason(rest);
                said.push(Said::Life(Life::Tried { outcome, because }));
                return Some((label, said));
            }
            Word::TakenUp => {
                said.push(Said::Life(Life::TakenUp(rest.to_owned())));
                return Some((label, said));
            }
            Word::Note => {
                said.push(Said::Note(rest.to_owned()));
                return Some((label, said));
            }
        }
    }
    match (said.last_mut(), rest) {
        (Some(_), "") => Some((label, said)),
        (Some(Said::Life(Life::Chosen { because, .. })), rest) => {
            *because = reason(rest);
            Some((label, said))
        }
        (None | Some(_), _) => None,
    }
}

/// What Enter will keep: "besproken, gekozen, werkte".
pub fn words(said: &[Said]) -> String {
    let word = |said: &Said| match said {
        Said::Life(Life::Discussed(true)) => "besproken".to_owned(),
        Said::Life(Life::Discussed(false)) => "niet besproken".to_owned(),
        Said::Life(Life::Chosen { chosen: true, .. }) => "gekozen".to_owned(),
        Said::Life(Life::Chosen { chosen: false, .. }) => "niet gekozen".to_owned(),
        Said::Life(Life::Tried { outcome, .. }) => outcomes::name(*outcome).to_lowercase(),
        Said::Life(Life::TakenUp(who)) => format!("opgepakt door {who}"),
        Said::Life(Life::NotTried) => "nog niet geprobeerd".to_owned(),
        Said::Life(Life::Decided { .. } | Life::Reasoned(_) | Life::Aimed(_) | Life::Proposed(_)) => {
            String::new()
        }
        Said::StandsOut => "valt op".to_owned(),
        Said::Note(_) => "notitie".to_owned(),
    };
    said.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// A number may stand against the word that follows it, a letter may not: `12b`, but `b g`.
fn label(text: &str) -> Option<(Label, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if digits > 0 {
        let (number, rest) = text.split_at_checked(digits)?;
        return Some((Label::Number(number.parse().ok()?), rest.trim_start()));
    }
    let (letter, rest) = text.split_once(char::is_whitespace)?;
    let mut letters = letter.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            Some((Label::Letter(letter), rest.trim_start()))
        }
        _ => None,
    }
}

#[derive(Debug, Clone, Copy)]
enum Word {
    Discussed(bool),
    Chosen(bool),
    Tried(Outcome),
    NotTried,
    StandsOut,
    TakenUp,
    Note,
}

/// The words, short and long; the longest that fits is meant.
const WORDS: [(&str, Word); 27] = [
    ("nog niet geprobeerd", Word::NotTried),
    ("niet geprobeerd", Word::NotTried),
    ("niet besproken", Word::Discussed(false)),
    ("niet gekozen", Word::Chosen(false)),
    ("werkte deels", Word::Tried(Outcome::WorkedPartly)),
    ("werkte niet", Word::Tried(Outcome::DidNotWork)),
    ("valt op", Word::StandsOut),
    ("besproken", Word::Discussed(true)),
    ("gekozen", Word::Chosen(true)),
    ("werkte", Word::Tried(Outcome::Worked)),
    ("deels", Word::Tried(Outcome::WorkedPartly)),
    ("niet", Word::Tried(Outcome::DidNotWork)),
    ("anders", Word::Tried(Outcome::ChoseOtherwise)),
    ("open", Word::NotTried),
    ("ster", Word::StandsOut),
    ("notitie", Word::Note),
    ("door", Word::TakenUp),
    ("ja", Word::Discussed(true)),
    ("nee", Word::Discussed(false)),
    ("nb", Word::Discussed(false)),
    ("ng", Word::Chosen(false)),
    ("b", Word::Discussed(true)),
    ("g", Word::Chosen(true)),
    ("w", Word::Tried(Outcome::Worked)),
    ("d", Word::Tried(Outcome::WorkedPartly)),
    ("n", Word::Tried(Outcome::DidNotWork)),
    ("a", Word::Tried(Outcome::ChoseOtherwise)),
];

/// The known word at the beginning, and what comes after it.
fn known(text: &str) -> Option<(Word, &str)> {
    let found = WORDS.iter().find_map(|(name, word)| Some((*word, after(text, name)?)));
    found.map(|(word, rest)| (word, rest.trim_start_matches([',', ';', ':', ' ', '·'])))
}

/// What follows `name` when the text begins with it as a whole word, case ignored.
fn after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (begin, rest) = text.split_at_checked(name.len())?;
    let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    (ends && fold::plain(begin) == name).then_some(rest)
}

/// The reason without the word that the screen says already.
fn reason(text: &str) -> String {
    let text = text.trim();
    after(text, "omdat").or_else(|| after(text, "want")).unwrap_or(text).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Option<String> {
        let (label, said) = parse(text)?;
        let name = match label {
            Label::Number(number) => number.to_string(),
            Label::Letter(letter) => letter.to_string(),
        };
        let because = said.iter().rev().find_map(|said| match said {
            Said::Life(Life::Tried { because, .. } | Life::Chosen { because, .. }) => Some(because.as_str()),
            Said::Note(text) => Some(text.as_str()),
            Said::Life(_) | Said::StandsOut => None,
        });
        Some(format!("{name}: {} / {}", words(&said), because.unwrap_or("")))
    }

    #[test]
    fn a_line_from_paper_is_read_as_it_was_written() {
        for (typed, want) in [
            ("12 ja", "12: besproken / "),
            ("12 nee", "12: niet besproken / "),
            ("12 b", "12: besproken / "),
            ("12b", "12: besproken / "),
            ("12 B", "12: besproken / "),
            ("12 g", "12: gekozen / "),
            ("12 ng", "12: niet gekozen / "),
            ("12 g omdat het past", "12: gekozen / het past"),
            ("12 w", "12: werkte / "),
            ("12 w omdat de buurvrouw meeging", "12: werkte / de buurvrouw meeging"),
            ("12 w, omdat het kan", "12: werkte / het kan"),
            ("12 werkte omdat", "12: werkte / "),
            ("12 w niet te duur", "12: werkte / niet te duur"),
            ("12 d half", "12: werkte deels / half"),
            ("12 n want regen", "12: werkte niet / regen"),
            ("12 werkte niet, regen", "12: werkte niet / regen"),
            ("12 niet besproken", "12: niet besproken / "),
            ("12 niet gekozen te ver", "12: niet gekozen / te ver"),
            ("12 a liever fietsen", "12: de cliënt koos iets anders / liever fietsen"),
            ("12 b g w omdat het kan", "12: besproken, gekozen, werkte / het kan"),
            ("12 b, g", "12: besproken, gekozen / "),
            ("12 open", "12: nog niet geprobeerd / "),
            ("12 ster", "12: valt op / "),
            ("12 b ster", "12: besproken, valt op / "),
            ("12 door Kees", "12: opgepakt door Kees / "),
            ("12 notitie bel eerst", "12: notitie / bel eerst"),
            ("b g", "b: gekozen / "),
            ("b b", "b: besproken / "),
            ("B w omdat het kan", "B: werkte / het kan"),
        ] {
            assert_eq!(told(typed).as_deref(), Some(want), "{typed:?}");
        }
    }

    #[test]
    fn any_other_line_is_something_to_find() {
        for typed in [
            "",
            "12",
            "b",
            "bg",
            "buurvrouw",
            "12 buurvrouw",
            "12 bw",
            "12 ja maar niet nu",
            "12 notitie",
            "12 door",
            "ja",
            "b buurvrouw",
            "een g",
            "é g",
            "99999999999 b",
        ] {
            assert_eq!(told(typed), None, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_strange(text in any::<String>(), number in 0_u32..40) {
            let _ = parse(&text);
            let _ = parse(&format!("{number} w {text}"));
        }
    }
}
