//! How a goal of the client begins.

use crate::domain::words;

/// The fixed opening of a goal (S001: IK is the client).
pub const OPENING: &str = "IK wil";

/// The goal with its opening: "weer naar de markt" becomes "IK wil weer naar de markt" (V-D2).
pub fn with_opening(text: &str) -> String {
    let text = words::clean(text);
    let mut rest = text.as_str();
    for word in ["ik", "wil"] {
        let head: String = rest.chars().take(word.len()).collect();
        let tail = rest.get(head.len()..).unwrap_or("");
        if !head.eq_ignore_ascii_case(word) || !(tail.is_empty() || tail.starts_with(' ')) {
            return if text.is_empty() { text } else { format!("{OPENING} {text}") };
        }
        rest = tail.trim_start();
        if rest.is_empty() {
            return String::new();
        }
    }
    format!("{OPENING} {rest}")
}
