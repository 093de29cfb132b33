//! What is on disk, what is not, and leaving.

use crate::app::layout::frame;
use crate::app::state::effect::Effect;
use crate::app::state::intent::FileWish;
use crate::app::state::model::Screen;
use crate::app::state::msg::Msg;
use crate::app::tests::{Desk, first_line};
use crate::domain::journal::Journal;

fn saved(desk: &Desk) -> String {
    frame::saved(desk.live(), &desk.now()).0
}

fn fail(desk: &mut Desk) {
    desk.msg(Msg::SaveFailed { reason: "De schijf is vol.".to_owned() });
}

#[test]
fn saved_is_only_said_of_what_is_on_disk() {
    let mut desk = Desk::in_step(5);
    assert_eq!(saved(&desk), "Bewaard 13:30");
    desk.disk = false;
    desk.keys("een<enter>");
    assert_eq!(saved(&desk), "bewaart…");
    let seq = desk.entries() as u64;
    desk.msg(Msg::Saved { seq: seq - 1, at: desk.at });
    assert_eq!(saved(&desk), "bewaart…");
    desk.msg(Msg::Saved { seq, at: desk.at });
    assert_eq!(saved(&desk), "Bewaard 13:30");
}

#[test]
fn not_saved_stays_in_view_and_work_goes_on() {
    let mut desk = Desk::in_step(5);
    desk.disk = false;
    fail(&mut desk);
    desk.keys("een<enter>");
    assert_eq!((saved(&desk).as_str(), desk.column(0)), ("NIET BEWAARD", vec!["een"]));
    assert!(desk.quiet().starts_with("NIET BEWAARD: De schijf is vol."));
    desk.choose_in_menu("Nu opnieuw proberen");
    assert_eq!(desk.effects.last(), Some(&Effect::Retry));
    desk.choose_in_menu("In een andere map").keys("D:\\stick<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::MoveTo("D:\\stick".to_owned())));
    let seq = desk.entries() as u64;
    desk.msg(Msg::Saved { seq, at: desk.at });
    assert!(!desk.quiet().contains("NIET BEWAARD"));
}

#[test]
fn quitting_asks_only_when_there_is_a_reason() {
    let mut desk = Desk::looking_at(5);
    desk.keys("<c-c>");
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));

    let mut desk = Desk::in_step(5);
    desk.keys("<c-c>");
    assert_eq!(desk.title(), "Afsluiten?");
    desk.keys("<enter>");
    assert!(!desk.effects.contains(&Effect::Quit), "staying is the first choice");
    desk.keys("<c-c>2<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));

    let mut desk = Desk::looking_at(5);
    fail(&mut desk);
    desk.keys("<c-c>");
    let Some(crate::app::state::model::Dialog::Pick(pick)) = &desk.model.dialog else {
        panic!("no question")
    };
    assert!(!pick.intro.join(" ").contains("Alles is bewaard"));
}

#[test]
fn quitting_does_not_say_that_all_is_saved_while_it_is_not() {
    let mut desk = Desk::in_step(5);
    desk.disk = false;
    desk.keys("een<enter><c-c>");
    let Some(crate::app::state::model::Dialog::Pick(pick)) = &desk.model.dialog else {
        panic!("no question")
    };
    assert!(!pick.intro.join(" ").contains("Alles is bewaard"));
}

#[test]
fn to_the_start_screen_asks_when_something_is_not_on_disk() {
    let mut desk = Desk::looking_at(5);
    desk.choose_in_menu("Naar het beginscherm");
    assert!(desk.model.live.is_none() && desk.effects.ends_with(&[Effect::Close, Effect::Over]));

    let mut desk = Desk::looking_at(5);
    fail(&mut desk);
    desk.choose_in_menu("Naar het beginscherm");
    assert_eq!((desk.title(), desk.model.live.is_some()), ("Toch naar het beginscherm?", true));
    desk.choose("Toch naar het beginscherm");
    assert!(desk.model.live.is_none());
    assert!(matches!(desk.model.screen, Screen::Start(_)));
    assert_ne!(FileWish::Leave, FileWish::Close);
}

#[test]
fn what_can_only_be_read_is_not_changed() {
    let mut desk = Desk::start();
    let mut full = Desk::in_step(5);
    full.keys("een<enter>");
    let entries = full.live().journal.entries().cloned().collect();
    desk.opened(Journal::of(first_line(), entries), Some("Een ander venster heeft deze bespreking open."));
    assert_eq!((desk.title(), saved(&desk).as_str()), ("", "ALLEEN LEZEN"));
    let before = desk.entries();
    desk.keys("twee<enter>");
    assert_eq!(desk.notice(), "Deze bespreking kun je alleen bekijken.");
    assert_eq!(desk.text(), "twee", "what was typed stays");
    desk.keys("<c-z><f6>");
    assert_eq!(desk.entries(), before);
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Append(_))));
    desk.sleep(7_200).msg(Msg::Wake);
    assert_eq!(desk.title(), "", "nothing is asked about somebody else's clock");
}

#[test]
fn every_gesture_is_one_line_for_the_disk() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter><tab>twee<enter>1n<enter><c-z><c-y>");
    let lines = desk.effects.iter().filter(|effect| matches!(effect, Effect::Append(_))).count();
    assert_eq!(lines, desk.entries());
    let seqs = desk.live().journal.entries().map(|entry| entry.seq);
    assert!(seqs.eq(1..=desk.entries() as u64));
}
