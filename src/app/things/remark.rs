//! Gentle remarks about a text while it is typed: is this one tip, one sentence? Never a refusal,
//! never about a person (V-T1, V-T2, V-T4).

use crate::app::state::shown::Shown;
use crate::text::fold;
use unicode_segmentation::UnicodeSegmentation;

/// More than this is no longer one sentence (P).
const SENTENCE: usize = 140;

/// V-T1: a question or tip is one sentence.
pub fn one_sentence(text: &str) -> Option<Shown> {
    let ends = text.trim_end_matches(['.', '!', '?', ' ']).matches(['.', '!', '?']).count();
    (text.graphemes(true).count() > SENTENCE || ends > 0).then(|| "Kan het in één zin?".into())
}

/// V-T2: one tip a post-it, and a soft limit.
pub fn one_tip(text: &str, limit: usize) -> Option<Shown> {
    let several = text.contains(';') || text.matches(" en ").count() > 1;
    if several {
        return Some("Zijn dit meer tips? Eén tip per keer leest makkelijker.".into());
    }
    (text.graphemes(true).count() > limit)
        .then(|| "Lang voor één tip: kan het in één zin, of in twee tips?".into())
}

/// V-T4, the signal of I7: "ik had dat anders aangepakt".
pub fn is_reproach(text: &str) -> bool {
    let text = fold::plain(text);
    ["ik had ", "ik zou hebben", "had je moeten", "je had moeten", "had je niet"]
        .iter()
        .any(|words| text.contains(words))
}
