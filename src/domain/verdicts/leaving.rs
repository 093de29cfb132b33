//! What may leave the program on paper. Where the privacy filter found something that nobody let
//! stand, a copy of the session has [`MASK`](super::privacy::MASK) in its place: no sheet has to
//! know about it.

use super::{TextKey, renewed, text};
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::clusters;
use crate::domain::event::Event as Fact;
use crate::domain::goals;
use crate::domain::ideas;
use crate::domain::life::Life;
use crate::domain::notes;
use crate::domain::plan;
use crate::domain::privacy;
use crate::domain::privacy::Kind;
use crate::domain::privacy::Known;
use crate::domain::session::Session;

/// A copy of which every text was looked at. Gebieden have no verdict: one that people typed is
/// hidden where something is found in it.
pub fn checked(session: &Session, known: &Known) -> Session {
    let mut copy = session.clone();
    if let Some(verdict) = renewed(session, known) {
        copy.apply(&verdict);
    }
    let of_method =
        |area: &str| session.method.areas.iter().any(|list| list.names.iter().any(|it| it == area));
    for area in copy.casussen.iter_mut().flat_map(|casus| &mut casus.areas).filter(|area| !of_method(area)) {
        let spans: Vec<_> = privacy::find(area, known).into_iter().map(|found| found.span).collect();
        *area = privacy::mask(area, &spans);
    }
    copy
}

/// The texts in which something is found that nobody let stand. Where people are named on purpose,
/// names may go along.
pub fn open(session: &Session) -> Vec<TextKey> {
    let is_open = |key: &TextKey| {
        let named = names_people(session, *key);
        session.verdicts.open(*key).iter().any(|hit| !named || !hit.2.is_person())
    };
    session.verdicts.keys().filter(is_open).collect()
}

/// Who tells it to the client, who takes something up, an afspraak: without the name it says nothing.
fn names_people(session: &Session, key: TextKey) -> bool {
    match key {
        TextKey::Casus(_, field) => field == casus::Field::FeedbackWho,
        TextKey::Plan(field) => field == plan::Field::NextContributor,
        TextKey::TakenUp(_) => true,
        TextKey::Note(id) => session.notes.place(id).is_some_and(|spot| spot.kind == notes::Kind::Agreement),
        TextKey::Idea(_)
        | TextKey::Because(_)
        | TextKey::Reasoning(_)
        | TextKey::Purpose(_)
        | TextKey::Title(_)
        | TextKey::Goal(_)
        | TextKey::Barrier(_)
        | TextKey::Explanation(_)
        | TextKey::Postponed(_) => false,
    }
}

/// Whether this text may not leave at all (V-C1): consent does not make a BSN lawful.
pub fn is_blocked(session: &Session, key: TextKey) -> bool {
    session.verdicts.open(key).iter().any(|hit| hit.2 == Kind::Bsn)
}

/// A copy with what was found in these texts hidden.
pub fn masked(session: &Session, keys: &[TextKey]) -> Session {
    let mut copy = session.clone();
    for key in keys {
        let event = text(session, *key)
            .and_then(|text| session.verdicts.shown(*key, text))
            .and_then(|shown| rewording(session, *key, shown.into_owned()));
        if let Some(event) = event {
            copy.apply(&event);
        }
    }
    copy
}

/// The event that puts another text in the place of this one.
fn rewording(session: &Session, key: TextKey, text: String) -> Option<Fact> {
    Some(match key {
        TextKey::Idea(id) => Fact::Idea(ideas::Event::Changed { id, text }),
        TextKey::Because(advice) => {
            let course = session.course(advice)?;
            let life = match (course.outcome, course.chosen) {
                (Some(outcome), _) => Life::Tried { outcome, because: text },
                (None, Some(chosen)) => Life::Chosen { chosen, because: text },
                (None, None) => return None,
            };
            lived(advice, life)
        }
        TextKey::Reasoning(advice) => lived(advice, Life::Reasoned(text)),
        TextKey::Purpose(advice) => lived(advice, Life::Aimed(text)),
        TextKey::TakenUp(advice) => lived(advice, Life::TakenUp(text)),
        TextKey::Title(id) => Fact::Cluster(clusters::Event::Titled { id, title: text }),
        TextKey::Note(id) => Fact::Note(notes::Event::Changed { id, text }),
        TextKey::Goal(id) => Fact::Goal(goals::Event::Reworded { id, text }),
        TextKey::Barrier(id) => Fact::Goal(goals::Event::Hindered { id, text }),
        TextKey::Explanation(id) => Fact::Goal(goals::Event::Explained { id, text }),
        TextKey::Casus(casus, field) => Fact::Casus(casus::Event::FieldSet { casus, field, text }),
        TextKey::Postponed(casus) => Fact::Casus(casus::Event::Postponed { casus, reason: text }),
        TextKey::Plan(field) => Fact::Plan(plan::Event::FieldSet { field, text }),
    })
}

fn lived(advice: Advice, life: Life) -> Fact {
    match advice {
        Advice::Idea(id) => Fact::Idea(ideas::Event::Lived { id, life }),
        Advice::Cluster(id) => Fact::Cluster(clusters::Event::Lived { id, life }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{Draw, play_draws};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn nothing_open_is_left_and_nothing_else_changes(
            draws in proptest::collection::vec((any::<u8>(), 0..4_000_u32, 0..4_000_u32, any::<bool>()), 0..40)
        ) {
            let text = |private: bool| if private { "bel 06-12345678 even" } else { "gewoon" }.to_owned();
            let draws: Vec<Draw> =
                draws.into_iter().map(|(kind, a, b, private)| Draw { kind, a, b, text: text(private) }).collect();
            let known = Known::default();
            let before = checked(&play_draws(&draws).fold(), &known);
            let after = masked(&before, &open(&before));
            for key in before.verdicts.keys() {
                let (was, is) = (super::text(&before, key), super::text(&after, key));
                let clean = was.map(|was| was.replace("06-12345678", privacy::MASK));
                prop_assert_eq!(is, clean.as_deref(), "{:?}", key);
            }
            prop_assert_eq!(after.ideas.len(), before.ideas.len());
            prop_assert_eq!(&masked(&before, &[]), &before);
            let areas = after.casussen.iter().flat_map(|casus| &casus.areas);
            prop_assert!(areas.clone().all(|area| !area.contains("06-")));
        }
    }
}
