//! A book *Wat werkte*, and what waits to be read for it.

use crate::domain::book::{Book, Candidate, Event, Trace};
use crate::domain::id::LessonId;
use crate::domain::lesson::{Lesson, Month, Spot};
use crate::domain::life::Outcome;
use crate::domain::privacy::Known;

/// A book of this many lessons. The lists turn at different speeds, so that hardly two are the same.
pub fn book(lessons: u32) -> Book {
    const WHO: [&str; 5] =
        ["de buurvrouw", "een vrijwilliger", "de oudste zoon", "het kerkkoor", "de wijkagent"];
    const DOES: [&str; 7] = [
        "loopt op dinsdag mee naar de markt",
        "belt elke ochtend",
        "kookt samen één keer per week",
        "brengt en haalt met de fiets",
        "leest de post voor",
        "regelt de taxi naar het zwembad",
        "komt koffie drinken",
    ];
    const AREAS: [&str; 3] = ["Wonen", "Sociaal netwerk", "Maatschappelijke participatie"];
    const COLUMNS: [&str; 4] = ["Cliënt", "Netwerk", "Informeel", "Formeel"];
    const BECAUSE: [&str; 3] = ["de afstand was kort", "het te vroeg op de dag was", ""];
    let outcomes = [
        Outcome::Worked,
        Outcome::DidNotWork,
        Outcome::WorkedPartly,
        Outcome::Worked,
        Outcome::ChoseOtherwise,
    ];
    let pick = |list: &[&'static str], at: u32| {
        let at = at as usize % list.len().max(1);
        list.get(at).copied().unwrap_or_default().to_owned()
    };
    let mut book = Book::default();
    for (id, outcome) in (1..=lessons).zip(outcomes.into_iter().cycle()) {
        let lesson = Lesson {
            tip: format!("{} {}", pick(&WHO, id), pick(&DOES, id / 2)),
            area: pick(&AREAS, id),
            spot: Spot::Column(pick(&COLUMNS, id / 3)),
            outcome,
            because: pick(&BECAUSE, id / 5),
            method: "AKAD".to_owned(),
            month: Month { year: 2026, month: id % 12 + 1 },
        };
        book.apply(&Event::Added { id: LessonId(id), lesson, from: None });
    }
    book
}

/// Three tips with a result that nobody has read; the second one names somebody, the third
/// one holds a BSN.
pub fn waiting() -> Vec<Candidate> {
    let of = |trace: u64, tip: &str, because: &str| Candidate {
        trace: Trace(trace),
        lesson: Lesson {
            tip: tip.to_owned(),
            area: "Wonen".to_owned(),
            spot: Spot::Column("Netwerk".to_owned()),
            outcome: Outcome::Worked,
            because: because.to_owned(),
            method: "AKAD".to_owned(),
            month: Month { year: 2026, month: 11 },
        },
        goal: "IK wil weer naar de markt op dinsdag".to_owned(),
        known: Known::new(["Fatma"].into_iter(), &[]),
    };
    vec![
        of(1, "buurvrouw vragen om mee te lopen", "ze gaat toch al"),
        of(2, "mevrouw De Vries bellen op 06-12345678", "Fatma er ook is"),
        of(3, "rekening betalen voor 111222333", ""),
    ]
}
