//! What holds in every meeting, whatever people do in it: meetings drawn at random are played and
//! looked at.

use super::advice::Advice;
use super::clock::What;
use super::goals::Row;
use super::id::StepKey;
use super::ideas::{Place, Slot};
use super::journal::{Act, Entry, Journal};
use super::life::Decision;
use super::notes::Kind;
use super::session::Session;
use super::testing::{Draw, opened, play_draws};
use chrono::TimeDelta;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let draw = (any::<u8>(), 0..4_000_u32, 0..4_000_u32, "[a-zé ]{0,9}")
        .prop_map(|(kind, a, b, text)| Draw { kind, a, b, text });
    proptest::collection::vec(draw, 0..50)
}

/// Meetings with much about goals, ideas, layouts and undo: where things could get lost.
fn busy_draws() -> impl Strategy<Value = Vec<Draw>> {
    let kind = prop_oneof![4 => Just(9_u8), 3 => Just(8), 3 => Just(3), 4 => Just(10), 2 => Just(11), 1 => Just(5), 1 => Just(0), 1 => Just(2)];
    let draw = (kind, 0..4_000_u32, 0..4_000_u32, "[a-z]{1,4}").prop_map(|(kind, a, b, text)| Draw {
        kind,
        a,
        b,
        text,
    });
    proptest::collection::vec(draw, 0..60)
}

/// The journal after each of its entries.
fn prefixes(journal: &Journal) -> impl Iterator<Item = (Entry, Journal)> + '_ {
    let entries: Vec<Entry> = journal.entries().cloned().collect();
    (0..entries.len()).filter_map(move |index| {
        let so_far = entries.get(..=index)?.to_vec();
        Some((entries.get(index)?.clone(), Journal::of(opened(), so_far)))
    })
}

/// Whether people can find an idea that lies at `place`.
fn can_be_found(session: &Session, place: Place) -> bool {
    if session.casus(place.row.casus).is_none() {
        return false;
    }
    let parked = place.row.goal.and_then(|id| session.goals.get(id)).is_some_and(|goal| goal.parked);
    let in_row = session.rows(place.row.casus).contains(&place.row) || parked;
    match place.slot {
        Slot::Bin => true,
        Slot::Unplaced => in_row,
        Slot::Cluster(id) => {
            in_row && session.clusters.get(id).is_some_and(|cluster| cluster.row == place.row)
        }
        Slot::Column(column) => in_row && usize::from(column) < session.columns().len(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_idea_lies_in_exactly_one_place_where_it_can_be_found(draws in busy_draws()) {
        let session = play_draws(&draws).fold();
        let mut seen = BTreeSet::new();
        let places: BTreeSet<Place> = session.ideas.iter().map(|(_, place, _)| place).collect();
        for place in places {
            for id in session.ideas.at(place) {
                prop_assert!(seen.insert(*id), "{id:?} lies twice");
                prop_assert_eq!(session.ideas.place(*id), Some(place));
            }
            prop_assert!(can_be_found(&session, place), "{place:?}");
        }
        prop_assert_eq!(seen.len(), session.ideas.len());
    }

    #[test]
    fn a_letter_means_one_cluster_and_its_arguments_stay_with_it(draws in busy_draws()) {
        let session = play_draws(&draws).fold();
        for casus in &session.casussen {
            for row in session.rows(casus.id) {
                let clusters: Vec<_> = session.clusters.of(row).collect();
                let letters: BTreeSet<char> = clusters.iter().map(|(_, cluster)| cluster.letter()).collect();
                prop_assert_eq!(letters.len(), clusters.len());
                for (id, cluster) in clusters {
                    prop_assert_eq!(session.clusters.lettered(row, cluster.letter()), Some(id));
                }
            }
        }
        for (id, spot, _) in session.notes.iter() {
            let (Kind::Pro(advice) | Kind::Con(advice)) = spot.kind else { continue };
            prop_assert!(session.course(advice).is_some(), "{id:?} argues about what is not there");
        }
    }

    /// V-A2: what was rejected stays where the report finds it, until it is opened again.
    #[test]
    fn a_decided_advies_stays_in_the_report(draws in busy_draws()) {
        let session = play_draws(&draws).fold();
        let reported: BTreeSet<Advice> = session
            .casussen
            .iter()
            .flat_map(|casus| {
                let parked = session.goals.of(casus.id).map(|(id, _)| Row { casus: casus.id, goal: Some(id) });
                session.rows(casus.id).into_iter().chain(parked).collect::<Vec<_>>()
            })
            .flat_map(|row| session.advices(row))
            .collect();
        let decided = session.ideas.iter().map(|(id, _, _)| Advice::Idea(id)).filter(|advice| {
            let loose = session.place_of(*advice).is_some_and(|place| place.slot == Slot::Unplaced);
            let course = session.course(*advice);
            loose && course.is_some_and(|course| course.decision != Decision::Open)
        });
        for advice in decided {
            prop_assert!(reported.contains(&advice), "{advice:?}");
        }
    }

    #[test]
    fn nothing_is_ever_lost_but_by_undo(draws in draws()) {
        let mut before = (0, 0);
        for (entry, journal) in prefixes(&play_draws(&draws)) {
            let session = journal.fold();
            let after = (session.ideas.len(), session.notes.len());
            if entry.act != Act::Undo {
                prop_assert!(after.0 >= before.0 && after.1 >= before.1, "{entry:?}");
            }
            before = after;
        }
    }

    #[test]
    fn numbers_are_unique_in_a_casus(draws in busy_draws()) {
        let session = play_draws(&draws).fold();
        for casus in &session.casussen {
            let numbers: Vec<u32> = session
                .ideas
                .iter()
                .filter(|(_, place, _)| place.row.casus == casus.id)
                .map(|(_, _, idea)| idea.number)
                .collect();
            let different: BTreeSet<u32> = numbers.iter().copied().collect();
            prop_assert_eq!(different.len(), numbers.len());
            for (id, place, idea) in session.ideas.iter().filter(|(_, place, _)| place.row.casus == casus.id) {
                prop_assert_eq!(session.ideas.numbered(place.row.casus, idea.number), Some(id));
            }
        }
    }

    #[test]
    fn undo_and_redo_cancel_out(draws in draws()) {
        let mut journal = play_draws(&draws);
        let before = journal.fold();
        let mut undone = 0;
        while journal.undoable().is_some() {
            journal.push(journal.next(journal.last_at(), Act::Undo));
            undone += 1;
        }
        for _ in 0..undone {
            journal.push(journal.next(journal.last_at(), Act::Redo));
        }
        prop_assert_eq!(journal.fold(), before);
    }

    #[test]
    fn undo_gives_the_session_before_the_last_gesture(draws in draws()) {
        let mut before = Journal::new(opened()).fold();
        for (entry, mut journal) in prefixes(&play_draws(&draws)) {
            let after = journal.fold();
            if journal.undoable().is_some_and(|last| last.seq == entry.seq) {
                journal.push(journal.next(entry.at, Act::Undo));
                prop_assert_eq!(journal.fold(), before);
            }
            before = after;
        }
    }

    #[test]
    fn all_time_since_the_beginning_is_accounted_for(draws in draws()) {
        let journal = play_draws(&draws);
        let session = journal.fold();
        let now = journal.last_at() + TimeDelta::seconds(7);
        let clock = &session.clock;
        let Some(begun) = clock.begun() else { return Ok(()) };
        let keys: BTreeSet<StepKey> = clock
            .laps()
            .iter()
            .filter_map(|lap| match lap.what {
                What::Step { key, .. } | What::Pause { key, .. } => Some(key),
                What::Ended => None,
            })
            .collect();
        let steps: i64 = keys.iter().map(|key| clock.elapsed(*key, now)).sum();
        let ends = clock.laps().iter().skip(1).map(|lap| lap.from).chain([now]);
        let over = clock.laps().iter().zip(ends).filter(|(lap, _)| lap.what == What::Ended);
        let over: i64 = over.map(|(lap, end)| (end - lap.from).num_seconds()).sum();
        prop_assert_eq!(steps + clock.paused_seconds(now) + over, (now - begun).num_seconds());
        prop_assert!(clock.laps().windows(2).all(|laps| laps[0].from < laps[1].from));
    }

    #[test]
    fn a_session_is_the_fold_of_its_journal(draws in draws()) {
        let journal = play_draws(&draws);
        let again = Journal::of(opened(), journal.entries().cloned().collect());
        prop_assert_eq!(again.fold(), journal.fold());
        prop_assert_eq!(again, journal);
    }
}
