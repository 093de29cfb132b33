//! What went is nowhere in the journal, and everything else is as it was.

use super::{Thing, WIPED, What, without};
use crate::domain::event::Event;
use crate::domain::id::{CasusId, IdeaId};
use crate::domain::ideas;
use crate::domain::journal::{Act, Journal};
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::{Draw, Gesture, opened, play, play_draws, script};
use crate::domain::verdicts;
use crate::domain::verdicts::Hit;
use crate::domain::verdicts::TextKey;
use proptest::prelude::*;

fn printed(journal: &Journal) -> String {
    journal.entries().map(|entry| ron::to_string(entry).expect("an entry")).collect()
}

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let draw = (any::<u8>(), 0..4_000_u32, 0..4_000_u32).prop_map(|(kind, a, b)| (kind, a, b));
    proptest::collection::vec(draw, 0..60).prop_map(|draws| {
        let named = draws.into_iter().enumerate();
        // Every text is like no other, so that it can be looked for.
        named.map(|(index, (kind, a, b))| Draw { kind, a, b, text: format!("woord{index}x") }).collect()
    })
}

/// The texts that stand in a casus, and those that stand in another.
fn texts(journal: &Journal, casus: CasusId) -> (Vec<String>, Vec<String>) {
    let session = journal.fold();
    let ideas = session.ideas.iter().map(|(_, place, idea)| (place.row.casus, idea.text.clone()));
    let goals = session.casussen.iter().flat_map(|casus| {
        let id = casus.id;
        session.goals.of(id).map(move |(_, goal)| (id, goal.text.clone())).collect::<Vec<_>>()
    });
    let notes = session.notes.iter().filter_map(|(_, spot, note)| Some((spot.casus?, note.text.clone())));
    let aliases = session.casussen.iter().map(|casus| (casus.id, casus.alias().to_owned()));
    let all = ideas.chain(goals).chain(notes).chain(aliases).filter(|(_, text)| !text.is_empty());
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.partition(|(id, _)| *id == casus);
    let only = |list: Vec<(CasusId, String)>| list.into_iter().map(|(_, text)| text).collect();
    (only(here), only(elsewhere))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_casus_that_was_wiped_is_nowhere_and_the_journal_folds(draws in draws(), number in 1..4_u32) {
        let casus = CasusId(number);
        let before = play_draws(&draws);
        let (here, elsewhere) = texts(&before, casus);
        let (after, count) = without(&before, What::Casus(casus));
        let text = printed(&after);
        // A list that was pasted may say the same twice, and one of the two may lie elsewhere.
        for gone in here.iter().filter(|text| !elsewhere.contains(text)) {
            let gone = format!("\"{gone}\"");
            prop_assert!(!text.contains(&gone), "{}", gone);
        }
        prop_assert!(count >= here.len());
        let numbers = |journal: &Journal| journal.entries().map(|entry| (entry.seq, entry.at)).collect::<Vec<_>>();
        prop_assert_eq!(numbers(&after), numbers(&before));
        let (was, is) = (before.fold(), after.fold());
        let places = |session: &crate::domain::session::Session| {
            session.ideas.iter().map(|(id, place, idea)| (id, place, idea.number)).collect::<Vec<_>>()
        };
        prop_assert_eq!(places(&is), places(&was));
        prop_assert_eq!(is.notes.len(), was.notes.len());
        prop_assert_eq!(is.clock, was.clock);
        prop_assert_eq!(is.people, was.people);
        // Once is enough.
        prop_assert_eq!(&without(&after, What::Casus(casus)).0, &after);
    }

    #[test]
    fn a_casus_that_is_not_there_takes_nothing_along(draws in draws()) {
        let before = play_draws(&draws);
        prop_assert_eq!(without(&before, What::Casus(CasusId(9))), (before, 0));
    }

    #[test]
    fn one_idea_goes_and_the_others_stay(draws in draws(), number in 1..6_u32) {
        let before = play_draws(&draws);
        let (after, _) = without(&before, What::Thing(Thing::Idea(IdeaId(number))));
        for (id, _, idea) in before.fold().ideas.iter() {
            let folded = after.fold();
            let now = &folded.ideas.get(id).expect("still there").text;
            if id == IdeaId(number) {
                prop_assert_eq!(now, WIPED);
                let gone = format!("\"{}\"", idea.text);
                let left = printed(&after).matches(&gone).count();
                // The draw may have made two of them.
                prop_assert!(left < printed(&before).matches(&gone).count(), "{}", gone);
            } else {
                prop_assert_eq!(now, &idea.text);
            }
        }
    }
}

#[test]
fn every_wording_goes_also_what_was_changed_and_undone() {
    let change = |text: &str| {
        Gesture::Do(crate::domain::command::Command::Idea(ideas::Command::Change {
            id: IdeaId(2),
            text: text.to_owned(),
        }))
    };
    let journal = play(script().into_iter().chain([change("de bakker bellen"), Gesture::Undo]));
    let (after, texts) = without(&journal, What::Thing(Thing::Idea(IdeaId(2))));
    let text = printed(&after);
    assert!(!text.contains("buurvrouw") && !text.contains("bakker") && !text.contains("elke dinsdag"));
    assert!(text.contains("boodschappendienst") && texts == 3, "{texts}");
}

#[test]
fn a_number_that_was_given_out_again_takes_only_its_own_texts_along() {
    use crate::domain::casus;
    use crate::domain::command::Command;
    use crate::domain::goals::Row;
    use crate::domain::ideas::Place;
    let tip = |casus: u32, text: &str| {
        let place = Place::unplaced(Row { casus: CasusId(casus), goal: None });
        Gesture::Do(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }))
    };
    let journal = play([
        Gesture::Do(Command::Casus(casus::Command::Add)),
        tip(1, "van de eerste"),
        Gesture::Undo,
        tip(2, "van de tweede"),
    ]);
    let (after, _) = without(&journal, What::Casus(FIRST_CASUS));
    let text = printed(&after);
    assert!(!text.contains("van de eerste") && text.contains("van de tweede"), "{text}");
}

#[test]
fn what_the_filter_found_in_it_goes_along() {
    let mut journal = Journal::new(opened());
    let key = TextKey::Idea(IdeaId(1));
    let hit = Hit(0, 4, crate::domain::privacy::Kind::Participant);
    let place = ideas::Place::unplaced(crate::domain::goals::Row { casus: FIRST_CASUS, goal: None });
    let added = ideas::Event::Added { id: IdeaId(1), place, text: "Joke vragen".to_owned(), ring: None };
    let checked = verdicts::Event::Checked(1, vec![(key, vec![hit])], 1);
    let late = verdicts::Event::Late(vec![(key, vec![hit])], 1);
    for events in [vec![Event::Idea(added), Event::Verdict(checked)], vec![Event::Verdict(late)]] {
        journal.push(journal.next(crate::domain::testing::begin(), Act::Do(events)));
    }
    assert_eq!(journal.fold().verdicts.open(key), [hit]);
    let session = without(&journal, What::Thing(Thing::Idea(IdeaId(1)))).0.fold();
    assert!(session.verdicts.open(key).is_empty() && session.verdicts.is_checked(key));
    assert_eq!(session.verdicts.shown(key, WIPED).as_deref(), Some(WIPED));
}

#[test]
fn the_same_words_elsewhere_stay() {
    let text = "woord0x".to_owned();
    let draws = [(184, 3_094, 787), (134, 1_204, 0), (160, 1_891, 1_618)];
    let draws = draws.map(|(kind, a, b)| Draw { kind, a, b, text: text.clone() });
    let before = play_draws(&draws);
    let second = CasusId(2);
    assert_eq!(texts(&before, second), (vec![text.clone()], vec![text.clone()]));
    let (after, count) = without(&before, What::Casus(second));
    assert_eq!((texts(&after, second), count), ((vec![WIPED.to_owned()], vec![text]), 1));
}
