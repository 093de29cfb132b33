//! Lessons in words, and finding them: every word that is typed must be somewhere in a lesson, in
//! its tip, gebied, column, result, reason, werkwijze or month. Accents and capitals do not count,
//! and a letter may be missing.
//!
//! All texts are folded once; a key is one pass over them. Must not know: the screen.

use super::alike::Words;
use super::{dates, flaps, fold, outcomes};
use crate::domain::book::Book;
use crate::domain::id::LessonId;
use crate::domain::lesson::{Lesson, Month, Spot};
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};
use std::cmp::Reverse;

/// From so many letters on a letter may be missing: with fewer, everything resembles everything.
const FUZZY: usize = 4;
/// So many letters may be missing, so that the letters found are of one word.
const MISSING: usize = 2;
/// A word as it was typed goes before one with holes in it.
const WHOLE: u32 = 1_000;

/// "Netwerk", "flap samen".
pub fn spot(spot: &Spot) -> String {
    match spot {
        Spot::Loose => String::new(),
        Spot::Column(name) => name.clone(),
        Spot::Flap(flap) => format!("flap {}", flaps::name(*flap)),
    }
}

/// "november 2026".
pub fn month(month: Month) -> String {
    format!("{} {}", dates::month_name(month.month), month.year)
}

/// What is said of a tip in one line: "Wonen · Netwerk · werkte, omdat …".
pub fn about(lesson: &Lesson) -> String {
    let told = outcomes::told(lesson.outcome, &lesson.because);
    let parts = [lesson.area.clone(), spot(&lesson.spot), told];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The lessons that may say something about a goal: those of the same gebied, and then those of
/// which the tip shares a word with it, the newest first.
pub fn near<'b>(book: &'b Book, area: &str, goal: &str) -> Vec<&'b Lesson> {
    let wanted = Words::of(goal);
    let all = || book.iter().rev().map(|(_, lesson)| lesson);
    let same = |lesson: &&Lesson| !area.is_empty() && lesson.area == area;
    let alike = |lesson: &&Lesson| !same(lesson) && wanted.shares(&Words::of(&lesson.tip));
    all().filter(same).chain(all().filter(alike)).collect()
}

/// The lessons of a book, ready to be found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Index(Vec<(LessonId, Utf32String)>);

impl Index {
    pub fn of(book: &Book) -> Self {
        Self(book.iter().map(|(id, lesson)| (id, folded(lesson))).collect())
    }

    /// The lessons in which every word is found: the best first, of equals the newest. Without a
    /// word all of them.
    pub fn find(&self, typed: &str) -> Vec<LessonId> {
        let wanted: Vec<Utf32String> = fold::words(typed).into_iter().map(Utf32String::from).collect();
        let mut config = Config::DEFAULT;
        (config.normalize, config.ignore_case) = (false, false);
        let mut matcher = Matcher::new(config);
        let scored = self.0.iter().filter_map(|(id, text)| {
            let scores = wanted.iter().map(|word| score(&mut matcher, text.slice(..), word.slice(..)));
            scores.sum::<Option<u32>>().map(|score| (Reverse(score), Reverse(*id)))
        });
        let mut found: Vec<_> = scored.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, Reverse(id))| id).collect()
    }
}

fn folded(lesson: &Lesson) -> Utf32String {
    let parts = [
        lesson.tip.as_str(),
        &lesson.area,
        &spot(&lesson.spot),
        outcomes::name(lesson.outcome),
        &lesson.because,
        &lesson.method,
        &month(lesson.month),
    ];
    Utf32String::from(fold::plain(&parts.join(" ")))
}

/// How well a word fits a text, if it does.
fn score(matcher: &mut Matcher, text: Utf32Str<'_>, word: Utf32Str<'_>) -> Option<u32> {
    if let Some(score) = matcher.substring_match(text, word) {
        return Some(WHOLE + u32::from(score));
    }
    if word.len() < FUZZY {
        return None;
    }
    let mut places = Vec::with_capacity(word.len());
    let score = matcher.fuzzy_indices(text, word, &mut places)?;
    let span = places.last()?.abs_diff(*places.first()?) as usize + 1;
    (span <= word.len() + MISSING).then_some(u32::from(score))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Event;
    use crate::domain::goals::Flap;
    use crate::domain::life::Outcome;

    fn lesson(tip: &str, area: &str, spot: Spot, outcome: Outcome, because: &str) -> Lesson {
        let month = Month { year: 2026, month: 11 };
        let (tip, area, because) = (tip.to_owned(), area.to_owned(), because.to_owned());
        Lesson { tip, area, spot, outcome, because, method: "AKAD".to_owned(), month }
    }

    fn book() -> Book {
        let column = |name: &str| Spot::Column(name.to_owned());
        let mut book = Book::default();
        let all = [
            lesson(
                "samen één keer per week naar de markt",
                "Sociaal",
                column("Netwerk"),
                Outcome::Worked,
                "",
            ),
            lesson("supermarkt laten bezorgen", "Wonen", column("Formeel"), Outcome::DidNotWork, "te duur"),
            lesson("zorgboerderij bezoeken", "", Spot::Flap(Flap::Samen), Outcome::WorkedPartly, "het weer"),
            lesson("buurvrouw belt", "Wonen", column("Netwerk"), Outcome::ChoseOtherwise, "liever zélf"),
        ];
        for (id, lesson) in (1..).zip(all) {
            book.apply(&Event::Added { id: LessonId(id), lesson, from: None });
        }
        book
    }

    #[test]
    fn words_find_a_lesson_in_every_field() {
        let index = Index::of(&book());
        for (typed, want) in [
            ("", vec![4, 3, 2, 1]),
            ("een", vec![1]),
            ("MARKT", vec![1, 2]),
            ("netwerk", vec![4, 1]),
            ("netwerk wonen", vec![4]),
            ("werkte", vec![3, 2, 1]),
            ("werkte niet", vec![2]),
            ("deels", vec![3]),
            ("flap samen", vec![3]),
            ("koos iets anders", vec![4]),
            ("ZELF", vec![4]),
            ("november 2026 duur", vec![2]),
            ("akad wonen", vec![4, 2]),
            ("mrkt", vec![1, 2]),
            ("zorgboerdrij", vec![3]),
            ("markt zorgboerderij", vec![]),
            ("xyz", vec![]),
            ("naaw", vec![]),
        ] {
            let found: Vec<u32> = index.find(typed).into_iter().map(|id| id.0).collect();
            assert_eq!(found, want, "{typed}");
        }
    }

    #[test]
    fn near_a_goal_is_its_gebied_and_then_its_words() {
        let book = book();
        for (area, goal, want) in [
            ("Wonen", "IK wil naar de markt", vec!["buurvrouw belt", "supermarkt laten bezorgen"]),
            ("", "IK wil een boerderij zien", vec!["zorgboerderij bezoeken"]),
            ("Geld", "IK wil zwemmen", vec![]),
        ] {
            let found: Vec<&str> =
                near(&book, area, goal).iter().map(|lesson| lesson.tip.as_str()).take(2).collect();
            assert_eq!(found, want, "{goal}");
        }
    }

    #[test]
    fn a_lesson_is_told_in_one_line() {
        let book = book();
        let told = |id| about(book.get(LessonId(id)).unwrap());
        assert_eq!(told(1), "Sociaal · Netwerk · werkte");
        assert_eq!(told(3), "flap samen · werkte deels, omdat het weer");
    }
}
