//! Undo and redo, in words.

use crate::app::state::place::Place;
use crate::app::tests::Desk;

#[test]
fn undo_says_what_it_took_back() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>");
    assert_eq!(desk.quiet(), "Laatst: tip 1 bij Cliënt. Terugdraaien: Ctrl+Z");
    desk.keys("<c-z>");
    assert_eq!(desk.notice(), "Teruggedraaid: tip 1 bij Cliënt. Ctrl+Y haalt het terug.");
    assert!(desk.column(0).is_empty());
    desk.keys("<c-y>");
    assert_eq!((desk.column(0), desk.notice()), (vec!["een"], "Opnieuw gedaan."));
}

#[test]
fn a_step_that_was_started_by_accident_is_not_started() {
    let mut desk = Desk::in_step(1);
    desk.keys("<c-z>");
    assert_eq!((desk.running(), desk.session().plan.agreed_end), (None, None));
    desk.keys("<c-y>");
    assert_eq!(desk.running(), Some(1));
}

#[test]
fn into_an_earlier_step_it_warns_and_wants_the_key_once_more() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>").look(6).keys("<enter>wat opvalt<tab><enter>");
    desk.keys("<c-z><c-z>");
    assert_eq!(desk.column(0), ["een"]);
    assert_eq!(
        desk.notice(),
        "Dat hoort bij stap 5: tip 1 bij Cliënt. Nog een keer Ctrl+Z draait het terug."
    );
    desk.keys("<c-z>");
    assert!(desk.column(0).is_empty());
    assert_eq!(desk.running(), Some(6), "the clock is left alone");
}

#[test]
fn the_warning_is_given_again_after_something_else_happened() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>").look(6).keys("<enter>");
    desk.wait(2).keys("<f6><c-z>");
    assert!(desk.notice().starts_with("Dat hoort bij stap 5"));
    desk.keys("<f6><c-z>");
    assert!(desk.notice().starts_with("Dat hoort bij stap 5"));
    assert_eq!(desk.column(0), ["een"]);
}

#[test]
fn a_casus_that_is_taken_back_leaves_nobody_on_its_steps() {
    let mut desk = Desk::in_step(6);
    desk.choose_in_menu("Nog een casus");
    let second = desk.session().agenda()[6];
    assert_eq!(desk.live().view.place, Place::Step(second));
    desk.keys("<c-z>");
    assert_eq!(desk.session().casussen.len(), 1);
    assert_eq!(desk.step_in_view(), desk.session().agenda()[5]);
}

#[test]
fn nothing_to_undo_is_quiet() {
    let mut desk = Desk::fresh();
    desk.keys("<esc><c-z><c-z>");
    assert_eq!(desk.entries(), 2);
    assert!(desk.choices().is_empty());
}
