//! What a text may consist of. Everything people type or paste passes here before it is kept, so
//! that no control character or escape sequence can ever reach a file, a screen or a printer.

use super::refusal::Refusal;
use std::iter::Peekable;
use std::str::Chars;

/// The most characters one text may have. Longer is cut: nobody types this, and a file of one
/// endless line pasted by accident must not make the journal unreadable.
pub const LONGEST: usize = 2_000;

/// One line of plain text: escape sequences and control characters gone, white space folded,
/// trimmed, at most [`LONGEST`] characters.
pub fn clean(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len().min(LONGEST));
    let mut space = false;
    let mut count = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' || c == '\u{9b}' {
            skip_sequence(c, &mut chars);
            continue;
        }
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if is_hidden(c) {
            continue;
        }
        if space {
            out.push(' ');
            count += 1;
            space = false;
        }
        if count >= LONGEST {
            break;
        }
        out.push(c);
        count += 1;
    }
    out
}

/// What may stand in de regel while somebody types: as [`clean`], but spaces stay as they are.
pub fn typed(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' || c == '\u{9b}' {
            skip_sequence(c, &mut chars);
        } else if c.is_whitespace() {
            out.push(' ');
        } else if !is_hidden(c) {
            out.push(c);
        }
    }
    out
}

/// A text from a file in one line of a message: what a terminal would obey is a blank, what hides or
/// turns the rest round is a mark. For what is shown, not for what is kept.
pub fn told(raw: &str) -> String {
    raw.chars()
        .map(|c| match c {
            c if c.is_control() => ' ',
            c if is_hidden(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The new words of something that said `before`.
///
/// # Errors
/// When nothing is left of them, or when they are the same.
pub fn changed(raw: &str, before: &str) -> Result<String, Refusal> {
    let text = clean(raw);
    match text.as_str() {
        "" => Err(Refusal::Empty),
        same if same == before => Err(Refusal::NoChange),
        _ => Ok(text),
    }
}

/// The lines of a pasted text that hold something, the marks of a list taken off.
pub fn lines(raw: &str) -> Vec<String> {
    raw.split(['\n', '\r']).map(|line| clean(unmarked(line))).filter(|line| !line.is_empty()).collect()
}

/// A line without the mark that a list has in front of it: a sign, or what Word and others send for
/// one (a letter or a number, but only with a tab behind it: "1. bellen" may be meant so).
fn unmarked(line: &str) -> &str {
    let line = line.trim_start();
    let bare = line.trim_start_matches(is_bullet);
    if bare.len() < line.len() {
        return bare.trim_start();
    }
    match line.split_once('\t') {
        Some((mark, rest)) if is_numbering(mark) => rest.trim_start(),
        _ => line,
    }
}

/// Word sends signs of its own fonts from a private range.
fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '-' | '*'
            | '•'
            | '–'
            | '·'
            | '‣'
            | '◦'
            | '⁃'
            | '∙'
            | '●'
            | '○'
            | '■'
            | '□'
            | '▪'
            | '▫'
            | '➢'
            | '➤'
            | '❖'
            | '✓'
            | '\u{f000}'..='\u{f0ff}'
    )
}

/// `o`, `§`, `1.`, `12)`, `a.` or `iv.`, as the lists of Word begin.
fn is_numbering(mark: &str) -> bool {
    let mark = mark.trim_end();
    let inside = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let counts = |all: fn(char) -> bool| !inside.is_empty() && inside.chars().all(all);
    let letters = inside.chars().count() == 1 && counts(|c| c.is_ascii_alphabetic());
    let roman = counts(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let counted = inside.len() < mark.len() && (letters || roman || counts(|c| c.is_ascii_digit()));
    counted && inside.len() <= 4 || matches!(mark, "o" | "§" | "ü" | "Ø" | "v" | "q")
}

/// Lower case without accents: "Ideeën" becomes "ideeen".
pub fn plain(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .map(bare)
        .collect()
}

/// The letter without its accent, for the names and words people here type.
fn bare(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' => 'n',
        'š' | 'ş' => 's',
        'ğ' => 'g',
        'ł' => 'l',
        'ž' => 'z',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// Control characters, direction overrides, invisible spaces and what is no character. The joiner and the variation
/// selectors stay: emoji and accents are built with them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        // The last two of every plane.
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Skips what follows an escape character, as a terminal would have read it.
fn skip_sequence(start: char, chars: &mut Peekable<Chars<'_>>) {
    let kind = if start == '\u{9b}' {
        Some('[')
    } else {
        chars.next_if(|c| matches!(c, '[' | ']' | 'P' | '_' | '^' | 'X'))
    };
    match kind {
        Some('[') => {
            while chars.next_if(|c| matches!(c, ' '..='?')).is_some() {}
            let _ = chars.next_if(|c| matches!(c, '@'..='~'));
        }
        Some(_) => skip_string(chars),
        None => {
            let _ = chars.next_if(|c| matches!(c, '(' | ')' | 'O'));
            let _ = chars.next_if(char::is_ascii_alphanumeric);
        }
    }
}

/// Skips an operating system command up to its end mark, or up to the end of the line: a
/// sequence that is never closed must not swallow the rest of a pasted list.
fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    while let Some(c) = chars.next_if(|c| *c != '\n' && *c != '\r') {
        if c == '\u{7}' {
            return;
        }
        if c == '\u{1b}' {
            let _ = chars.next_if_eq(&'\\');
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, clean, lines, told, typed};
    use proptest::prelude::*;

    #[test]
    fn keeps_words_and_drops_what_a_screen_would_obey() {
        for (raw, want) in [
            ("buurvrouw  vragen\tdinsdag ", "buurvrouw vragen dinsdag"),
            ("\u{1b}[31mrood\u{1b}[0m", "rood"),
            ("\u{1b}]0;titel\u{7}tekst", "tekst"),
            ("\u{1b}]52;c;AAAA\u{1b}\\tekst", "tekst"),
            ("\u{9b}2Jleeg", "leeg"),
            ("a\u{202e}b\u{200b}c", "abc"),
            ("a\u{fffe}b\u{ffff}c\u{1fffe}d\u{fdd0}e", "abcde"),
            ("één € 👩‍🔬 e\u{301}", "één € 👩‍🔬 e\u{301}"),
            ("\u{7}\u{0}", ""),
        ] {
            assert_eq!(clean(raw), want, "{raw:?}");
        }
    }

    #[test]
    fn a_pasted_list_becomes_its_lines() {
        assert_eq!(lines("- een\r\n\r\n• twee\r  drie\n"), ["een", "twee", "drie"]);
        assert_eq!(lines("\u{1b}]open\n- blijft"), ["blijft"]);
        let word =
            "o\teen\n▪\ttwee\n‣ drie\n● vier\n1.\tvijf\n\u{f0b7}\tzes\n(b)\tzeven\niv.\tacht\n12)\tnegen";
        assert_eq!(lines(word), ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]);
        // What somebody may have meant.
        let meant = "2 keer per week\n1. bellen\no ja, de buurvrouw\nRia\tbellen\n2026\tjaar";
        assert_eq!(
            lines(meant),
            ["2 keer per week", "1. bellen", "o ja, de buurvrouw", "Ria bellen", "2026 jaar"]
        );
    }

    proptest! {
        #[test]
        fn cleaning_is_safe_and_final(raw in any::<String>()) {
            let once = clean(&raw);
            prop_assert!(!once.chars().any(char::is_control));
            prop_assert!(once.chars().count() <= LONGEST);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!typed(&raw).chars().any(char::is_control));
        }

        #[test]
        fn a_message_is_one_line_that_nothing_obeys(raw in any::<String>()) {
            let line = told(&raw);
            prop_assert!(!line.chars().any(super::is_hidden));
            prop_assert_eq!(line.chars().count(), raw.chars().count());
        }
    }
}
