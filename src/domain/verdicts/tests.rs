//! Which wording a verdict is about, and what stays of it.

use super::{Command, Event, Hit, TextKey, hits, late, of_entry, text, widened};
use crate::domain::command;
use crate::domain::event::Event as Fact;
use crate::domain::id::IdeaId;
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::journal::{Act, Journal};
use crate::domain::privacy::{Kind, Known, VERSION};
use crate::domain::refusal::Refusal;
use crate::domain::testing::{Draw, Table, opened, play_draws};
use proptest::prelude::*;

const TIP: TextKey = TextKey::Idea(IdeaId(1));

fn anneke() -> Known {
    Known::new(["Anneke"].into_iter(), &[])
}

/// One entry: what the commands bring about, and the verdict at its end.
fn enter(table: &mut Table, command: command::Command) -> Vec<Fact> {
    let mut events = table.run(command).expect("a deed");
    if let Some(verdict) = of_entry(&events, &anneke()) {
        table.session.apply(&verdict);
        events.push(verdict);
    }
    events
}

fn add(table: &mut Table, texts: &[&str]) -> Vec<Fact> {
    let place =
        Place { row: table.session.rows(crate::domain::session::FIRST_CASUS)[0], slot: Slot::Unplaced };
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    enter(table, command::Command::Idea(ideas::Command::Add { place, texts, ring: None }))
}

fn change(text: &str) -> command::Command {
    command::Command::Idea(ideas::Command::Change { id: IdeaId(1), text: text.to_owned() })
}

fn accept(table: &mut Table) -> Result<Vec<Fact>, Refusal> {
    table.run(command::Command::Verdict(Command::Accept { key: TIP }))
}

fn shown(table: &Table) -> Option<String> {
    let text = text(&table.session, TIP).expect("the tip");
    table.session.verdicts.shown(TIP, text).map(std::borrow::Cow::into_owned)
}

#[test]
fn a_verdict_names_only_what_has_a_hit() {
    let mut table = Table::default();
    let events = add(&mut table, &["vraag Anneke", "gewoon", "ook gewoon"]);
    let hit = Hit(6, 12, Kind::Participant);
    assert_eq!(events.last(), Some(&Fact::Verdict(Event::Checked(3, vec![(TIP, vec![hit])], VERSION))));
    assert_eq!(table.session.verdicts.waiting().count(), 0);
    let events = add(&mut table, &["niets bijzonders"]);
    assert_eq!(events.last(), Some(&Fact::Verdict(Event::Checked(1, Vec::new(), VERSION))));
}

#[test]
fn a_text_that_changes_waits_for_a_verdict_of_its_own() {
    let mut table = Table::default();
    add(&mut table, &["vraag Anneke"]);
    assert_eq!(shown(&table).as_deref(), Some("vraag ■■■"));
    table.run(change("de buurvrouw, Anneke")).expect("changed");
    assert_eq!((shown(&table), table.session.verdicts.open(TIP)), (None, &[] as &[Hit]));
    enter(&mut table, change("Anneke dus"));
    assert_eq!(shown(&table).as_deref(), Some("■■■ dus"));
}

#[test]
fn what_was_accepted_is_shown_until_the_text_changes() {
    let mut table = Table::default();
    assert_eq!(accept(&mut table), Err(Refusal::Gone));
    add(&mut table, &["vraag Anneke"]);
    accept(&mut table).expect("accepted");
    assert_eq!(shown(&table).as_deref(), Some("vraag Anneke"));
    assert_eq!(accept(&mut table), Err(Refusal::NoChange));
    enter(&mut table, change("vraag Anneke maar"));
    assert_eq!(shown(&table).as_deref(), Some("vraag ■■■ maar"));
}

#[test]
fn a_verdict_says_nothing_about_older_texts() {
    let mut table = Table::default();
    table.tip(None, Slot::Unplaced, &["vraag Anneke"]).expect("a tip of before the filter");
    add(&mut table, &["gewoon"]);
    assert_eq!(table.session.verdicts.waiting().collect::<Vec<_>>(), [TIP]);
    assert_eq!(shown(&table), None);
    let event = late(&table.session, table.session.verdicts.waiting(), &anneke()).expect("a verdict");
    assert!(event.is_fact(), "undo passes over it");
    table.session.apply(&event);
    assert_eq!(shown(&table).as_deref(), Some("vraag ■■■"));
    assert_eq!(late(&table.session, table.session.verdicts.waiting(), &anneke()), None);
}

#[test]
fn a_new_word_is_found_in_what_is_there_and_old_hits_stay() {
    let mut table = Table::default();
    add(&mut table, &["Anneke en de westerkade", "gewoon"]);
    let bep = Known::new(std::iter::empty(), &["westerkade".to_owned()]);
    let event = widened(&table.session, &bep).expect("something new");
    table.session.apply(&event);
    assert_eq!(shown(&table).as_deref(), Some("■■■ en de ■■■"));
    for known in [&bep, &anneke(), &Known::default()] {
        assert_eq!(widened(&table.session, known), None, "nothing new, and nothing is taken back");
    }
}

#[test]
fn words_that_do_not_fit_a_verdict_are_not_shown() {
    let mut table = Table::default();
    add(&mut table, &["kort"]);
    table.session.apply(&Fact::Verdict(Event::Late(vec![(TIP, vec![Hit(2, 99, Kind::Listed)])], VERSION)));
    assert_eq!(shown(&table).as_deref(), Some("■■■"));
}

/// The journal of these draws, with a verdict at the end of every entry that brings a text.
fn checked(draws: &[Draw]) -> Journal {
    let mut journal = Journal::new(opened());
    for entry in play_draws(draws).entries() {
        let mut entry = entry.clone();
        if let Act::Do(events) = &mut entry.act {
            events.extend(of_entry(events, &anneke()));
        }
        journal.push(entry);
    }
    journal
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_text_has_the_verdict_of_the_words_it_holds(
        draws in prop::collection::vec(
            (any::<u8>(), 0_u32..400, 0_u32..400, prop::sample::select(vec!["Anneke", "bel 0612345678", "iets", ""])),
            0..40,
        ),
    ) {
        let draws: Vec<Draw> =
            draws.into_iter().map(|(kind, a, b, text)| Draw { kind, a, b, text: text.to_owned() }).collect();
        let session = checked(&draws).fold();
        prop_assert_eq!(session.verdicts.waiting().count(), 0);
        for key in session.verdicts.all.keys() {
            // A cluster that has gone has no title any more.
            let Some(words) = text(&session, *key) else { continue };
            let open = session.verdicts.open(*key);
            prop_assert_eq!(open, hits(words, &anneke()), "{:?} {}", key, words);
        }
    }
}
