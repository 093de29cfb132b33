//! A window beside the begeleidersscherm: which one, what it follows, and what the tijdbewaker has
//! half typed and answered.

use super::in_view::InView;
use super::line::Line;
use crate::domain::event::Event;
use crate::domain::id::{CasusId, StepKey};
use crate::domain::journal::{Act, Entry, Journal};
use crate::domain::method::Activity;
use crate::domain::notes::{self, Kind as Note};
use crate::domain::session::Session;
use crate::domain::time::Moment;
use crate::domain::{clusters, goals, ideas};
use std::collections::{BTreeMap, BTreeSet};

/// Which window, and what it has to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    pub kind: Kind,
    pub state: State,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Time(Timekeeper),
    Group,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No session is live.
    Waiting,
    Following,
    /// The folder of the session is not there.
    Gone,
}

/// What became of the session that is followed.
#[derive(Debug, Clone, PartialEq)]
pub enum Followed {
    Waiting,
    Gone,
    /// Another session, or the same one read from the start.
    Anew(Box<Anew>),
    /// What was added, and what is in view.
    More {
        entries: Vec<Entry>,
        view: InView,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Anew {
    pub folder: String,
    pub journal: Journal,
    /// When the begeleider opened it.
    pub since: Moment,
    pub view: InView,
    /// Where the journal stops making sense, if it does.
    pub broken: Option<String>,
}

/// From so many texts on a step that was not started seems to have begun (P): one may be a
/// thought that came early.
const TEXTS: usize = 2;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timekeeper {
    pub line: Line,
    /// How many texts came in for a step that was to come, and when the first did.
    typed: BTreeMap<StepKey, (usize, Moment)>,
    /// Steps about which the question was answered.
    pub answered: BTreeSet<StepKey>,
}

impl Timekeeper {
    /// Another session, or the same one from the start.
    pub fn forget(&mut self) {
        self.typed.clear();
        self.answered.clear();
    }

    /// An entry of the journal, before the session takes it in.
    pub fn hear(&mut self, session: &Session, entry: &Entry) {
        let Act::Do(events) = &entry.act else { return };
        for event in events {
            if let Some(key) = step_of(session, event) {
                self.typed.entry(key).or_insert((0, entry.at)).0 += 1;
            }
        }
    }

    /// "Zijn we al bij Ideeën?": the step for which people type while the clock of an earlier one
    /// runs, and since when.
    pub fn question(&self, session: &Session) -> Option<(StepKey, Moment)> {
        let agenda = session.agenda();
        let place = |key: StepKey| agenda.iter().position(|other| *other == key);
        let here = session.clock.current().and_then(|(key, _)| place(key));
        let open = |key: &StepKey| {
            place(*key) > here
                && session.clock.started(*key).is_none()
                && session.clock.ended().is_none()
                && !self.answered.contains(key)
        };
        let found = self.typed.iter().filter(|(key, (texts, _))| *texts >= TEXTS && open(key));
        found.max_by_key(|(key, _)| place(**key)).map(|(key, (_, since))| (*key, *since))
    }
}

/// The step a new text belongs to.
fn step_of(session: &Session, event: &Event) -> Option<StepKey> {
    let at = |activity, casus| step_with(session, activity, casus);
    match event {
        Event::Idea(ideas::Event::Added { place, .. }) => {
            let casus = Some(place.row.casus);
            at(Activity::Verzamelen, casus).or_else(|| at(Activity::Brainstorm, casus))
        }
        Event::Goal(goals::Event::Added { casus, .. }) => {
            at(Activity::Doelen, Some(*casus)).or_else(|| at(Activity::Presenteren, Some(*casus)))
        }
        Event::Cluster(clusters::Event::Made { row, .. }) => at(Activity::Clusteren, Some(row.casus)),
        Event::Note(notes::Event::Added { spot, .. }) => match spot.kind {
            Note::Question => {
                at(Activity::Toelichten, spot.casus).or_else(|| at(Activity::Vragen, spot.casus))
            }
            Note::Spider(_) => at(Activity::Toelichten, spot.casus),
            Note::StandsOut | Note::Agreement => at(Activity::Samenvatten, spot.casus),
            Note::Heard => at(Activity::Terugkoppeling, spot.casus),
            Note::Pro(_) | Note::Con(_) => at(Activity::Wegen, spot.casus),
            Note::Summary => at(Activity::Samenvatting, spot.casus),
            Note::ToDiscuss => at(Activity::Voorleggen, spot.casus),
            Note::Evaluation(_) => at(Activity::Evaluatie, spot.casus),
            Note::LookBack => at(Activity::Terugblik, spot.casus),
            Note::Remark(key) => Some(key),
            Note::Research | Note::Deepening | Note::About(_) | Note::Bin => None,
        },
        Event::Idea(_)
        | Event::Cluster(_)
        | Event::Goal(_)
        | Event::Note(_)
        | Event::Plan(_)
        | Event::People(_)
        | Event::Casus(_)
        | Event::Clock(_)
        | Event::Feedback(_)
        | Event::Verdict(_) => None,
    }
}

fn step_with(session: &Session, activity: Activity, casus: Option<CasusId>) -> Option<StepKey> {
    let fits = |key: &StepKey| {
        session.step(*key).is_some_and(|step| step.activity == activity)
            && (key.casus.is_none() || key.casus == casus)
    };
    session.agenda().into_iter().find(fits)
}
