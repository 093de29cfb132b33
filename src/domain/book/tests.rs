//! What enters the book, what stays out of it, and what it forgets.

use super::*;
use crate::domain::goals::Flap;
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::life::{Life, Outcome};
use crate::domain::testing::Gesture;
use crate::domain::{advice, clusters, command, goals, ideas, testing};

fn lesson(tip: &str, because: &str) -> Lesson {
    Lesson {
        tip: tip.to_owned(),
        area: "Wonen".to_owned(),
        spot: Spot::Column("Netwerk".to_owned()),
        outcome: Outcome::Worked,
        because: because.to_owned(),
        method: "AKAD".to_owned(),
        month: Month { year: 2026, month: 11 },
    }
}

/// One gesture: what it adds, and what would take it back.
fn gesture(book: &mut Book, event: &Event) -> Vec<Event> {
    let inverse = book.inverse(event);
    book.apply(event);
    inverse
}

fn take_in(book: &mut Book, events: &[Event]) {
    for event in events {
        book.apply(event);
    }
}

#[test]
fn a_tip_with_a_result_waits_until_it_was_read() {
    let session = testing::play(testing::script()).fold();
    let found = candidates(&session, testing::begin());
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(one.lesson.tip, "buurvrouw vragen om dinsdag mee te lopen");
    assert_eq!(one.lesson.spot, Spot::Column(session.columns()[1].name.to_string()));
    assert_eq!((one.lesson.outcome, one.lesson.because.as_str()), (Outcome::Worked, "ze gaan elke dinsdag"));
    assert_eq!(one.lesson.month, Month { year: 2026, month: 11 });
    assert!(one.goal.ends_with("weer naar de markt"), "{}", one.goal);

    let mut book = Book::default();
    assert!(!book.has_read(one.trace));
    book.apply(&book.add(&one.lesson, one.trace).unwrap());
    assert!(book.has_read(one.trace) && book.len() == 1);
    let later = testing::begin() + chrono::TimeDelta::seconds(1);
    assert!(!book.has_read(candidates(&session, later)[0].trace), "another session is another tip");
}

#[test]
fn a_cluster_with_a_result_is_one_lesson_of_its_flap() {
    let mut gestures = testing::script();
    let casus = crate::domain::session::FIRST_CASUS;
    let row = Row { casus, goal: Some(crate::domain::id::GoalId(2)) };
    let hang = goals::Command::Hang { casus, flap: Flap::Samen, text: "samen eten".to_owned() };
    let place = ideas::Place { row, slot: Slot::Unplaced };
    let idea = ideas::Command::Add { place, texts: vec!["soep brengen".to_owned()], ring: None };
    let make = |ids| clusters::Command::Make { row, letter: None, title: "eten delen".to_owned(), ids };
    let life = Life::Tried { outcome: Outcome::WorkedPartly, because: "niet elke dag".to_owned() };
    let tried = advice::Command { advice: Advice::Cluster(ClusterId(1)), life };
    gestures.extend(
        [
            command::Command::Goal(hang),
            command::Command::Idea(idea),
            command::Command::Cluster(make(vec![IdeaId(5)])),
            command::Command::Advice(tried),
        ]
        .map(Gesture::Do),
    );
    let found = candidates(&testing::play(gestures).fold(), testing::begin());
    let cluster = found.iter().find(|one| one.lesson.tip == "eten delen").expect("the cluster");
    assert_eq!(cluster.lesson.spot, Spot::Flap(Flap::Samen));
    assert_eq!(found.len(), 2, "the post-it itself has no result: {found:?}");
}

#[test]
fn what_was_read_and_refused_does_not_come_back() {
    let mut book = Book::default();
    let trace = Trace(7);
    let back = gesture(&mut book, &Event::Declined(trace));
    assert!(book.has_read(trace) && book.is_empty());
    take_in(&mut book, &back);
    assert!(!book.has_read(trace));
}

#[test]
fn no_bsn_and_no_empty_tip_enters() {
    let book = Book::default();
    let trace = Trace(1);
    for (lesson, want) in [
        (lesson(" ", "ja"), Refusal::Empty),
        (lesson("bel 111222333", "ja"), Refusal::Bsn),
        (lesson("bellen", "BSN 111222333"), Refusal::Bsn),
    ] {
        assert_eq!(book.add(&lesson, trace), Err(want), "{lesson:?}");
    }
    let mut book = book;
    book.apply(&book.add(&lesson("bellen ", ""), trace).unwrap());
    let id = LessonId(1);
    assert_eq!(book.get(id).unwrap().tip, "bellen");
    assert_eq!(book.change(id, &lesson("bellen", "")), Err(Refusal::NoChange));
    assert_eq!(book.change(id, &lesson("bellen", "111222333")), Err(Refusal::Bsn));
    assert_eq!(book.change(LessonId(2), &lesson("x", "")), Err(Refusal::Gone));
}

#[test]
fn every_event_can_be_taken_back() {
    let mut book = Book::default();
    book.apply(&book.add(&lesson("een", ""), Trace(1)).unwrap());
    book.apply(&book.add(&lesson("twee", ""), Trace(2)).unwrap());
    let changed = book.change(LessonId(1), &lesson("anders", "")).unwrap();
    let added = book.add(&lesson("drie", ""), Trace(3)).unwrap();
    let removed = Event::Removed { id: LessonId(2) };
    for event in [changed, removed, added, Event::Declined(Trace(9))] {
        let before = book.events();
        let back = gesture(&mut book, &event);
        assert_ne!(book.events(), before, "{event:?}");
        take_in(&mut book, &back);
        assert_eq!(book.events(), before, "{event:?}");
    }
}

#[test]
fn the_fewest_events_give_the_same_book_and_forget_what_was_taken_out() {
    let mut book = Book::default();
    book.apply(&book.add(&lesson("weg ermee", ""), Trace(1)).unwrap());
    book.apply(&book.add(&lesson("oud", ""), Trace(2)).unwrap());
    book.apply(&Event::Removed { id: LessonId(1) });
    book.apply(&book.change(LessonId(2), &lesson("nieuw", "")).unwrap());
    let events = book.events();
    let entry = Entry { seq: 1, events: events.clone() };
    let again = Book::of([&entry]);
    assert_eq!(again, book);
    let text = format!("{events:?}");
    assert!(!text.contains("weg ermee") && !text.contains("oud"), "{text}");
    assert!(again.has_read(Trace(1)) && again.has_read(Trace(2)));
}

#[test]
fn the_number_of_a_tip_is_the_same_in_every_version() {
    let idea = Trace::of(testing::begin(), Advice::Idea(IdeaId(2)));
    let cluster = Trace::of(testing::begin(), Advice::Cluster(ClusterId(2)));
    assert_eq!((idea, cluster), (Trace(13_788_485_506_297_434_042), Trace(13_798_046_859_414_464_648)));
}
