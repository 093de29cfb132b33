//! What undo and redo reach (decision 15).

use super::{Act, Journal};
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::{Gesture, Table, begin, moment, opened, play, step_key};

fn tip(text: &str) -> Gesture {
    let place = Place { row: Row { casus: FIRST_CASUS, goal: None }, slot: Slot::Column(0) };
    Gesture::Do(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }))
}

fn start(step: u16) -> Gesture {
    Gesture::Do(Command::Clock(clock::Command::Start { key: step_key(step), since: begin() }))
}

fn later(step: u16, seconds: i64) -> Gesture {
    let since = moment(seconds);
    Gesture::Do(Command::Clock(clock::Command::Start { key: step_key(step), since }))
}

fn longer() -> Gesture {
    Gesture::Do(Command::Clock(clock::Command::Extend { key: step_key(4), seconds: 120 }))
}

fn pause() -> Gesture {
    Gesture::Do(Command::Clock(clock::Command::Pause { reason: String::new() }))
}

const UNDO: Gesture = Gesture::Undo;
const REDO: Gesture = Gesture::Redo;

fn tips(journal: &Journal) -> usize {
    journal.fold().ideas.len()
}

#[test]
fn entries_count_from_one_without_a_gap() {
    let journal = play([tip("a"), UNDO, REDO, tip("b")]);
    let seqs: Vec<u64> = journal.entries().map(|entry| entry.seq).collect();
    assert_eq!(seqs, [1, 2, 3, 4]);
    assert_eq!((journal.len(), journal.last_at()), (4, moment(60)));
    let empty = Journal::new(opened());
    assert!(empty.is_empty() && empty.undoable().is_none() && empty.redoable().is_none());
}

#[test]
fn undo_goes_back_one_gesture_at_a_time_without_end() {
    for (gestures, want) in [
        (vec![tip("a"), tip("b"), UNDO], 1),
        (vec![tip("a"), tip("b"), UNDO, UNDO], 0),
        (vec![tip("a"), tip("b"), UNDO, UNDO, UNDO], 0),
        (vec![tip("a"), tip("b"), UNDO, UNDO, REDO], 1),
        (vec![tip("a"), tip("b"), UNDO, UNDO, REDO, REDO, REDO], 2),
        (vec![tip("a"), UNDO, tip("b"), REDO], 1),
    ] {
        assert_eq!(tips(&play(gestures.clone())), want, "{gestures:?}");
    }
}

#[test]
fn a_clock_start_is_undone_only_while_it_is_the_newest() {
    let journal = play([tip("a"), start(1), UNDO]);
    assert_eq!((journal.fold().clock.begun(), tips(&journal)), (None, 1), "toch niet gestart");
    assert_eq!(journal.fold().plan.agreed_end, None, "the agreed end goes with it");

    let journal = play([tip("a"), start(1), tip("b"), UNDO]);
    assert_eq!((journal.fold().clock.begun(), tips(&journal)), (Some(begin()), 1));
    let journal = play([tip("a"), start(1), tip("b"), UNDO, UNDO]);
    assert_eq!((journal.fold().clock.begun(), tips(&journal)), (Some(begin()), 0), "the fact is passed over");
}

#[test]
fn other_facts_of_the_clock_are_never_undone() {
    let journal = play([start(1), tip("a"), pause(), UNDO]);
    let session = journal.fold();
    assert!(session.clock.paused().is_some());
    assert_eq!(session.ideas.len(), 0);
    assert!(play([start(1), pause()]).undoable().is_none());
}

#[test]
fn a_start_that_was_undone_comes_back_with_redo() {
    let journal = play([start(1), UNDO, REDO]);
    assert_eq!(journal.fold().clock.running(), Some(step_key(1)));
    assert!(journal.redoable().is_none());
    assert!(journal.undoable().is_none(), "it is no longer the newest entry");
}

#[test]
fn the_plan_undoes_like_content() {
    let journal = play([start(1), longer(), UNDO]);
    assert_eq!(journal.fold().plan.extended(step_key(4)), 0);
    assert!(journal.fold().clock.running().is_some());
}

#[test]
fn redo_is_cleared_by_new_content_and_not_by_a_fact() {
    let journal = play([tip("a"), UNDO, start(1)]);
    assert!(journal.redoable().is_some());
    let journal = play([tip("a"), UNDO, start(1), REDO]);
    assert_eq!(tips(&journal), 1);
    let journal = play([tip("a"), UNDO, longer()]);
    assert!(journal.redoable().is_none());
}

#[test]
fn two_starts_after_each_other_undo_one_after_the_other_only_while_newest() {
    let journal = play([start(1), later(2, 20), UNDO]);
    assert_eq!(journal.fold().clock.running(), Some(step_key(1)));
    assert!(journal.undoable().is_none(), "the undo is the newest entry now");
}

#[test]
fn undone_things_come_back_in_the_order_in_which_they_went() {
    let journal = play([tip("a"), start(1), UNDO, UNDO]);
    assert_eq!((tips(&journal), journal.fold().clock.begun()), (0, None));
    let once = play([tip("a"), start(1), UNDO, UNDO, REDO]);
    assert_eq!((tips(&once), once.fold().clock.begun()), (1, None));
    let twice = play([tip("a"), start(1), UNDO, UNDO, REDO, REDO]);
    assert_eq!((tips(&twice), twice.fold().clock.begun()), (1, Some(begin())));
}

#[test]
fn an_undo_with_nothing_to_undo_changes_nothing() {
    let mut journal = play([tip("a")]);
    let before = journal.fold();
    journal.push(journal.next(moment(60), Act::Redo));
    assert_eq!(journal.fold(), before);
    let mut empty = Journal::new(opened());
    empty.push(empty.next(moment(60), Act::Undo));
    assert_eq!(empty.fold(), Table::default().session);
}

#[test]
fn the_session_before_an_entry_is_without_it() {
    let journal = play([tip("a"), tip("b"), tip("c"), UNDO]);
    assert_eq!(journal.fold_before(2).ideas.len(), 1);
    assert_eq!(journal.fold_before(3).ideas.len(), 2);
    let again = Journal::of(journal.opened().clone(), journal.entries().cloned().collect());
    assert_eq!(again, journal);
}
