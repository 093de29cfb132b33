//! The known word that a misspelled one probably was, for "Bedoel je …?".
//!
//! Must not know: what the words are for.

/// The known name that was probably meant.
pub fn nearest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = found.to_lowercase();
    let room = (lower.chars().count() / 3).clamp(1, 3);
    let steps = |name: &str| if same_letters(&lower, name) { 1 } else { distance(&lower, name) };
    let best = known.iter().map(|&name| (steps(name), name)).min_by_key(|&(steps, _)| steps)?;
    (best.0 <= room).then_some(best.1)
}

/// Two letters in the wrong order are one slip of the fingers, not two.
fn same_letters(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.len() == other.len() && one != other && sorted(one) == sorted(other)
}

/// How many letters must change to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    // A very long word is never a typing error; this keeps the work small.
    for (line, left) in from.chars().take(60).enumerate() {
        let mut corner = line;
        let mut before = line + 1;
        let mut next = vec![before];
        for (&right, &above) in to.iter().zip(row.iter().skip(1)) {
            let change = corner + usize::from(left != right);
            before = change.min(above + 1).min(before + 1);
            corner = above;
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
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
