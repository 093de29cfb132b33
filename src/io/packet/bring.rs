//! A pakket as a session of its own at home: the facts that rebuild its goals and adviezen, in one
//! entry that undo passes over. Numbers and letters stay those of the paper.

use super::{Goal, Note, Packet, Tip};
use crate::domain::advice::Advice;
use crate::domain::casus::{self, Field, Origin};
use crate::domain::clusters;
use crate::domain::event::Event;
use crate::domain::goals::{self, Row};
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::life::{Decision, Life};
use crate::domain::method::Method;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;
use crate::io::methods;
use std::path::Path;

/// The werkwijze of a pakket: one that comes along, or one in this folder of the user.
///
/// # Errors
/// A sentence, when this computer does not have it.
pub fn method(packet: &Packet, folder: &Path) -> Result<Method, String> {
    let shipped = methods::load_shipped(&packet.method).ok();
    let own = || methods::in_folder(folder).into_iter().filter_map(|(_, method)| method.ok());
    shipped.or_else(|| own().find(|method| method.id == packet.method)).ok_or_else(|| {
        format!(
            "De werkwijze '{}' van dit pakket staat niet op deze computer. Zet haar bestand in {}.",
            packet.method,
            folder.display()
        )
    })
}

/// The facts.
pub fn bring(packet: &Packet, method: &Method) -> Vec<Event> {
    let origin = Origin {
        session: packet.origin.session.clone(),
        casus: CasusId(packet.origin.casus),
        ..Origin::default()
    };
    let mut bringer = Bringer { events: Vec::new(), origin, notes: 0, layout: packet.layout, method };
    bringer.begin(packet);
    for goal in &packet.goals {
        bringer.goal(goal);
    }
    for (kind, list) in [(Kind::Research, &packet.research), (Kind::Agreement, &packet.agreements)] {
        for note in list {
            bringer.note(kind, note);
        }
    }
    let Bringer { mut events, origin, .. } = bringer;
    events.push(Event::Casus(casus::Event::Brought { casus: FIRST_CASUS, origin }));
    events
}

struct Bringer<'a> {
    events: Vec<Event>,
    origin: Origin,
    notes: u32,
    layout: u16,
    method: &'a Method,
}

impl Bringer<'_> {
    fn begin(&mut self, packet: &Packet) {
        let weighs = self.method.group_decides();
        let switched = |switch, on| Event::Plan(plan::Event::Switched { switch, on });
        self.events.push(Event::Plan(plan::Event::LayoutChosen(packet.layout)));
        self.events.push(switched(Switch::GroupWatches, false));
        self.events.extend(weighs.then(|| switched(Switch::AdviceTalk, true)));
        let fields = [
            (Field::Alias, &packet.alias),
            (Field::FeedbackWhen, &packet.feedback.when),
            (Field::FeedbackWhat, &packet.feedback.what),
        ];
        for (field, text) in fields.into_iter().filter(|(_, text)| !text.is_empty()) {
            let (casus, text) = (FIRST_CASUS, text.clone());
            self.events.push(Event::Casus(casus::Event::FieldSet { casus, field, text }));
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let mut row = Row { casus: FIRST_CASUS, goal: None };
        if goal.id > 0 {
            let id = GoalId(next(self.origin.goals.len()));
            self.origin.goals.push((id, GoalId(goal.id)));
            row.goal = Some(id);
            let (text, flap) = (goal.text.clone(), goal.flap.map(Into::into));
            let added = goals::Event::Added { id, casus: FIRST_CASUS, area: None, text, flap };
            self.events.push(Event::Goal(added));
            if !goal.explanation.is_empty() {
                let text = goal.explanation.clone();
                self.events.push(Event::Goal(goals::Event::Explained { id, text }));
            }
        }
        for tip in &goal.advices {
            let advice = if tip.is_cluster() { self.cluster(row, tip) } else { self.idea(row, tip) };
            self.lives(advice, tip);
            for text in &tip.notes {
                self.note(Kind::About(advice), &Note { text: text.clone(), done: false });
            }
        }
    }

    fn cluster(&mut self, row: Row, tip: &Tip) -> Advice {
        let id = ClusterId(next(self.origin.clusters.len()));
        self.origin.clusters.push((id, ClusterId(tip.id)));
        let letter =
            tip.label.bytes().next().map_or(0, |byte| byte.to_ascii_uppercase().saturating_sub(b'A'));
        self.events.push(Event::Cluster(clusters::Event::Made { id, row, letter }));
        self.events.push(Event::Cluster(clusters::Event::Titled { id, title: tip.text.clone() }));
        for post_it in &tip.members {
            let place = Place { row, slot: Slot::Cluster(id) };
            self.post_it(place, post_it.id, post_it.number, &post_it.text);
        }
        Advice::Cluster(id)
    }

    fn idea(&mut self, row: Row, tip: &Tip) -> Advice {
        let column = self.method.column_by_letter(usize::from(self.layout), &tip.column);
        let slot = column.and_then(|column| u16::try_from(column).ok()).map_or(Slot::Unplaced, Slot::Column);
        let number = tip.label.parse().unwrap_or(0);
        let id = self.post_it(Place { row, slot }, tip.id, number, &tip.text);
        if tip.stands_out {
            self.events.push(Event::Idea(ideas::Event::Marked { id, mark: Mark::StandsOut, on: true }));
        }
        Advice::Idea(id)
    }

    fn post_it(&mut self, place: Place, there: u32, number: u32, text: &str) -> IdeaId {
        let id = IdeaId(next(self.origin.ideas.len()));
        self.origin.ideas.push((id, IdeaId(there)));
        let text = text.to_owned();
        self.events.push(Event::Idea(ideas::Event::Added { id, place, text, ring: None }));
        self.events.push(Event::Idea(ideas::Event::Numbered { id, number }));
        id
    }

    fn lives(&mut self, advice: Advice, tip: &Tip) {
        let weighs = self.method.group_decides();
        let selected = Life::Decided { decision: Decision::Selected, objection: None };
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        let because = || tip.because.clone();
        let lives = [
            weighs.then_some(selected),
            text(&tip.reasoning).map(Life::Reasoned),
            text(&tip.purpose).map(Life::Aimed),
            tip.discussed.map(Life::Discussed),
            tip.chosen.map(|chosen| Life::Chosen { chosen, because: because() }),
            tip.outcome.map(|outcome| Life::Tried { outcome: outcome.into(), because: because() }),
            text(&tip.taken_up).map(Life::TakenUp),
        ];
        self.events.extend(lives.into_iter().flatten().map(|life| match advice {
            Advice::Idea(id) => Event::Idea(ideas::Event::Lived { id, life }),
            Advice::Cluster(id) => Event::Cluster(clusters::Event::Lived { id, life }),
        }));
    }

    fn note(&mut self, kind: Kind, note: &Note) {
        self.notes += 1;
        let id = NoteId(self.notes);
        let spot = Spot { casus: Some(FIRST_CASUS), kind };
        self.events.push(Event::Note(notes::Event::Added { id, spot, text: note.text.clone() }));
        if note.done {
            self.events.push(Event::Note(notes::Event::Settled { id, done: true }));
        }
    }
}

fn next(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1)
}
