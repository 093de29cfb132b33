//! File names to propose: "2026-11-22-tipblad-linde.html".
//!
//! Pure: whether a name is free, and in which folder it goes, is for others. Must not know: files.

use super::{Format, Sheet, day};
use crate::domain::id::CasusId;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::dates;
use chrono::NaiveDate;

/// The most characters of an alias in a file name.
const LONGEST: usize = 40;

/// The name to propose for a sheet of this session.
pub fn name(sheet: Sheet, format: Format, session: &Session, casus: CasusId, now: &Now) -> String {
    if sheet.is_of_program() {
        return of_program(sheet, format);
    }
    let date = day(session, now);
    if !sheet.is_per_casus() {
        return propose(date, sheet, "", format);
    }
    let alias = session.casus(casus).map_or("", |casus| casus.alias());
    let slug = slug(alias);
    // Without this two casussen without an alias would have one file.
    let same = |other: CasusId| session.casus(other).is_some_and(|c| self::slug(c.alias()) == slug);
    let shared = session.casussen.iter().any(|other| other.id != casus && same(other.id));
    match (slug.is_empty(), shared) {
        (_, false) => propose(date, sheet, &slug, format),
        (true, true) => propose(date, sheet, &format!("casus-{}", casus.0), format),
        (false, true) => propose(date, sheet, &format!("{slug}-{}", casus.0), format),
    }
}

/// The name of a sheet that is the same for every meeting: "oogst-handleiding.html".
pub fn of_program(sheet: Sheet, format: Format) -> String {
    format!("oogst-{}.{}", sheet.word(), format.extension())
}

/// Date, kind and whatever of `about` can stand in a file name everywhere.
pub fn propose(date: NaiveDate, sheet: Sheet, about: &str, format: Format) -> String {
    let about = slug(about);
    let mark = if about.is_empty() { "" } else { "-" };
    format!("{}-{}{mark}{about}.{}", dates::sortable(date), sheet.word(), format.extension())
}

/// The name to propose for the table of all tips or post-its.
pub fn ideas(session: &Session, now: &Now) -> String {
    format!("{}-{}.csv", dates::sortable(day(session, now)), slug(&session.method.words.idea.many))
}

/// Lower-case letters, digits and single dashes; accents taken off. "casus Linde" is "linde".
pub fn slug(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("casus ").unwrap_or(&text);
    let mut out = String::new();
    for letter in text.chars() {
        match plain(letter) {
            Some(letters) => out.push_str(letters),
            None if letter.is_ascii_alphanumeric() => out.push(letter),
            // An accent that was typed as a mark of its own, and the apostrophe in "oma's".
            None if matches!(letter, '\u{300}'..='\u{36f}' | '\'' | '’') => {}
            None if out.is_empty() || out.ends_with('-') => {}
            None => out.push('-'),
        }
    }
    let out: String = out.chars().take(LONGEST).collect();
    out.trim_end_matches('-').to_owned()
}

/// The plain letters for a letter with an accent.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'ğ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
        'ñ' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => "o",
        'ş' | 'š' => "s",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ž' => "z",
        'ĳ' => "ij",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slug_can_stand_in_a_file_name() {
        for (alias, want) in [
            ("Linde", "linde"),
            ("casus Linde", "linde"),
            ("Casus Één & Twee", "een-twee"),
            ("oma's tuin", "omas-tuin"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\x|y", "c-x-y"),
            ("👩‍🔬", ""),
            ("  ", ""),
            ("e\u{301}en", "een"),
            ("---", ""),
        ] {
            assert_eq!(slug(alias), want, "{alias:?}");
        }
    }

    #[test]
    fn a_name_says_date_and_kind() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(propose(date, Sheet::Tips, "Linde", Format::Html), "2026-11-22-tipblad-linde.html");
        assert_eq!(propose(date, Sheet::TimeCard, "", Format::Text), "2026-11-22-tijdkaart.txt");
    }

    proptest! {
        #[test]
        fn a_name_is_always_safe(alias in any::<String>()) {
            let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            let name = propose(date, Sheet::Matrix, &alias, Format::Markdown);
            prop_assert!(name.len() <= 80, "{}", name);
            let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            prop_assert!(name.chars().all(fine));
            prop_assert!(!name.contains("..") && !name.contains("--"));
            prop_assert_eq!(slug(&slug(&alias)), slug(&alias));
        }
    }
}
