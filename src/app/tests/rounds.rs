//! Rondes: informal voices first, passing allowed, and nobody betrayed by an order.

use crate::app::tests::Desk;
use crate::domain::event::Event;
use crate::domain::id::PersonId;
use crate::domain::notes::{Kind, Spot};
use crate::domain::people::{self, RoundKind};
use crate::domain::session::FIRST_CASUS;

fn ids(numbers: &[u32]) -> Vec<PersonId> {
    numbers.iter().copied().map(PersonId).collect()
}

/// The ronde that the newest entry wrote down.
fn held(desk: &Desk) -> Option<(RoundKind, Vec<PersonId>)> {
    match desk.newest().first() {
        Some(Event::People(people::Event::RoundHeld { kind, spoken, .. })) => Some((*kind, spoken.clone())),
        _ => None,
    }
}

fn ideas_round(watched: bool) -> Desk {
    let mut desk = if watched { Desk::watched() } else { Desk::alone() };
    desk.with_group().look(5).keys("<enter>");
    desk.choose_in_menu("Ronde: ieder één idee");
    desk
}

#[test]
fn everybody_gives_one_idea() {
    let mut desk = ideas_round(false);
    assert_eq!(desk.label(), "Idee van Kees");
    desk.keys("samen koken<enter>");
    assert_eq!(desk.label(), "Idee van Joke");
    desk.keys("pas");
    assert_eq!(desk.label(), "Past");
    desk.keys("<enter>");
    assert_eq!(desk.label(), "Idee van Fatma");
    desk.keys("<enter>");
    assert_eq!(desk.column(0), ["samen koken"]);
    assert_eq!(held(&desk), Some((RoundKind::Ideas, ids(&[2, 3, 4]))), "a sorted set, written once");
    assert_eq!(desk.notice(), "Iedereen is geweest: de ronde is klaar.");
    assert_eq!(desk.label(), "Tip bij Cliënt");
}

#[test]
fn names_stay_off_a_screen_that_the_group_sees() {
    for (watched, named) in [(true, false), (false, true)] {
        let desk = ideas_round(watched);
        let words = desk.board_words();
        for name in ["Kees", "Joke", "Fatma"] {
            assert_eq!(words.contains(name), named && name == "Kees", "{name}, {watched}");
        }
        assert!(words.contains("nog 3 mensen"));
    }
}

#[test]
fn a_ronde_of_questions_keeps_questions() {
    let mut desk = Desk::alone();
    desk.with_group().look(3).keys("<enter>");
    desk.choose_in_menu("Vragenronde").keys("wie helpt er nu?<enter><enter><enter>");
    let spot = Spot { casus: Some(FIRST_CASUS), kind: Kind::Question };
    assert_eq!(desk.session().notes.at(spot).len(), 1);
    assert_eq!(held(&desk), Some((RoundKind::Questions, ids(&[2, 3, 4]))));
}

#[test]
fn a_ronde_can_be_stopped() {
    let mut desk = ideas_round(false);
    desk.keys("samen koken<enter>").choose_in_menu("De ronde stoppen");
    assert_eq!(held(&desk), Some((RoundKind::Ideas, ids(&[3]))));
    assert_eq!(desk.notice(), "De ronde is gestopt.");
    let mut desk = ideas_round(false);
    let before = desk.entries();
    desk.choose_in_menu("De ronde stoppen");
    assert_eq!((desk.entries(), desk.live().view.round.is_none()), (before, true));
}

#[test]
fn a_ronde_stays_with_its_step() {
    let mut desk = ideas_round(false);
    desk.look(3).keys("<tab>");
    assert_eq!(desk.label(), "Over leefsituatie");
    desk.keys("woont alleen<enter>").keys("<f5>");
    assert_eq!(desk.label(), "Idee van Kees", "nobody's turn went by");
}

#[test]
fn people_introduce_themselves_by_name_also_when_the_group_watches() {
    let mut desk = Desk::watched();
    desk.with_group().look(2).keys("<enter><enter>");
    assert_eq!(desk.label(), "Voorstellen van Kees");
    desk.keys("pas<enter>");
    assert_eq!(desk.session().people.all().count(), 4, "'pas' is nobody's name");
    desk.keys("Ravi, f<enter>");
    assert_eq!(desk.session().people.all().count(), 5);
    desk.keys("<enter><enter><enter>");
    assert_eq!(held(&desk), Some((RoundKind::Introduction, ids(&[2, 3, 4, 5]))));
}

#[test]
fn who_was_not_heard_is_a_page_to_ask_for() {
    let mut desk = ideas_round(false);
    desk.keys("een<enter>").choose_in_menu("De ronde stoppen");
    desk.choose_in_menu("Wie is nog niet aan het woord geweest?");
    assert_eq!(desk.title(), "Nog niet in een ronde aan het woord");
    let Some(crate::app::state::model::Dialog::Page(page)) = &desk.model.dialog else { panic!("no page") };
    assert_eq!(page.lines, ["Joke", "Fatma"]);
}
