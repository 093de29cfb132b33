//! The known word that a misspelled one probably was, for "Bedoel je …?".
//!
//! Must not know: what the words are for.

use strsim::osa_distance;

/// The known name that was probably meant. Two letters that changed places are one slip of the
/// fingers, not two.
pub fn nearest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = found.to_lowercase();
    let room = (lower.chars().count() / 3).clamp(1, 3);
    let best =
        known.iter().map(|&name| (osa_distance(&lower, name), name)).min_by_key(|&(steps, _)| steps)?;
    (best.0 <= room).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typing_error_finds_its_word_and_another_word_finds_none() {
        let known = ["export", "lijst", "herstel"];
        for (typed, want) in [
            ("exprot", Some("export")),
            ("LIJST", Some("lijst")),
            ("lijts", Some("lijst")),
            ("herstellen", Some("herstel")),
            ("banaan", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, &known), want, "{typed}");
        }
    }
}
