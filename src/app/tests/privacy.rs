//! The verdict of the privacy filter comes with the text, and undo takes both back.

use super::{Desk, first_line};
use crate::app::{commit, frame};
use crate::domain::event::Event;
use crate::domain::id::IdeaId;
use crate::domain::journal::{Act, Journal};
use crate::domain::privacy::Kind;
use crate::domain::testing;
use crate::domain::verdicts::{self, Hit, TextKey};
use crate::support;

const TIP: TextKey = TextKey::Idea(IdeaId(1));

fn open(desk: &Desk) -> &[Hit] {
    desk.session().verdicts.open(TIP)
}

fn list(desk: &mut Desk, words: &[&str]) {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    let now = desk.now();
    commit::list_words(&mut desk.model, words, &now, &mut desk.effects);
}

#[test]
fn a_text_and_its_verdict_are_one_entry() {
    let mut desk = Desk::in_step(5);
    desk.with_group();
    let before = desk.entries();
    desk.keys("vraag Joke mee<enter>");
    assert_eq!((desk.entries(), open(&desk)), (before + 1, &[Hit(6, 10, Kind::Participant)] as &[Hit]));
    desk.keys("gewoon<enter>");
    let newest = desk.newest();
    assert_eq!(newest.last(), Some(&Event::Verdict(verdicts::Event::Checked(1, Vec::new()))));
    assert_eq!(desk.live().journal.fold(), *desk.session());
    desk.keys("<c-z><c-z>");
    assert!(open(&desk).is_empty() && desk.column(0).is_empty());
    desk.keys("<c-y>");
    assert_eq!(open(&desk).len(), 1);
    assert_eq!(desk.live().journal.fold(), *desk.session());
}

#[test]
fn a_name_or_word_that_comes_later_is_found_in_what_is_there() {
    let mut desk = Desk::in_step(5);
    desk.keys("vraag Joke bij Huize Zon<enter>");
    assert!(open(&desk).is_empty());
    desk.with_group();
    assert_eq!(open(&desk), [Hit(6, 10, Kind::Participant)]);
    list(&mut desk, &["huize zon"]);
    assert_eq!(open(&desk).len(), 2);
    let lines = format!("{:?}", desk.effects);
    assert!(!lines.contains("huize zon"), "what was listed is nowhere in what is written");
    assert!(
        frame::quiet(&desk.model, desk.live(), &desk.model.keys).contains("Anna"),
        "the last deed, no verdict"
    );
    list(&mut desk, &[]);
    assert_eq!(open(&desk).len(), 2, "what is hidden stays hidden");
    desk.keys("<c-z><c-z><c-z>");
    assert!(desk.column(0).is_empty(), "undo passes over verdicts");
}

#[test]
fn texts_of_an_older_journal_get_their_verdict_when_it_is_opened() {
    let older = || {
        let add = support::add_idea(0, "bel 06-12345678");
        let mut journal = Journal::new(first_line());
        let session = journal.fold();
        let now = crate::domain::time::Now::fixed(testing::begin());
        let events = crate::domain::command::decide(&session, add, &now).expect("a tip");
        journal.push(journal.next(testing::begin(), Act::Do(events)));
        journal
    };
    let mut desk = Desk::start();
    desk.opened(older(), None);
    assert_eq!((open(&desk), desk.entries()), (&[Hit(4, 15, Kind::Phone)] as &[Hit], 2));
    desk.keys("<c-z>");
    assert!(desk.session().ideas.is_empty());
    desk.keys("<c-y>");
    assert_eq!(open(&desk), [Hit(4, 15, Kind::Phone)]);

    let mut desk = Desk::start();
    desk.opened(older(), Some("Alleen om te lezen."));
    assert!(desk.effects.iter().all(|effect| !matches!(effect, crate::app::effect::Effect::Append(_))));
    assert!(!desk.session().verdicts.is_checked(TIP), "and nothing of it is for the group");
}
