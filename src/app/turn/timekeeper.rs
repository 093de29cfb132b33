//! The window of the tijdbewaker: what the giant clock shows, the signals behind a number, and the
//! question when the timer seems forgotten. Shows no text of the casus.

use crate::app::layout::frame;
use crate::app::pages::topic;
use crate::app::state::effect::Effect;
use crate::app::state::intent::{Intent, Topic};
use crate::app::state::line::Line;
use crate::app::state::model::{Ctx, Live, Model, Screen};
use crate::app::state::pick::Choice;
use crate::app::state::place::{self, Place};
use crate::app::turn::window::{Kind, Window};
use crate::domain::clock::Light;
use crate::domain::event::Event;
use crate::domain::forecast::{self, Standing};
use crate::domain::id::{CasusId, StepKey};
use crate::domain::journal::{Act, Entry};
use crate::domain::method::Activity;
use crate::domain::notes::{self, Kind as Note};
use crate::domain::session::Session;
use crate::domain::signal::{Signal, Signalled};
use crate::domain::time::{Moment, Now};
use crate::domain::{clusters, goals, ideas};
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::text::{dates, durations, signals};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// From so many texts on a step that was not started seems to have begun (P): one may be a
/// thought that came early.
const TEXTS: usize = 2;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timekeeper {
    pub line: Line,
    /// How many texts came in for a step that was to come, and when the first did.
    typed: BTreeMap<StepKey, (usize, Moment)>,
    /// Steps about which the question was answered.
    answered: BTreeSet<StepKey>,
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

/// What the window shows of the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dial {
    /// "5  Ideeën en tips".
    pub title: String,
    /// "07:41"; how long it is over when it is.
    pub digits: String,
    pub standing: Standing,
    /// "BIJNA: nog 1 minuut".
    pub state: String,
    /// "hierna: 6 Samenvatten (3 minuten)".
    pub next: String,
    /// "toelichting 02:10".
    pub part: Option<String>,
    /// "2 min uitgelopen, einde rond 15:04".
    pub meeting: String,
    /// " (gepland 15:02)", where there is room for it.
    pub planned: String,
}

/// The dial; `None` after the end of the meeting.
pub fn dial(ctx: Ctx<'_>) -> Option<Dial> {
    let session = ctx.session();
    if session.clock.ended().is_some() {
        return None;
    }
    let running = session.clock.current().map(|(key, _)| key);
    let key = running.or_else(|| ctx.step()).or_else(|| session.agenda().first().copied())?;
    let step = session.step(key)?;
    let standing = forecast::step(session, key, ctx.now.second());
    let next = place::neighbour(session, Place::Step(key), 1).and_then(Place::step);
    let next = next.and_then(|key| Some((key, session.step(key)?)));
    Some(Dial {
        title: format!("{}  {}", session.number(key), step.short),
        digits: match standing.light {
            Light::Over => durations::clock(standing.rest()),
            Light::NotStarted => durations::clock(standing.planned),
            Light::Runs | Light::Nearly | Light::TimeUp | Light::Paused => {
                durations::clock(standing.rest().max(0))
            }
        },
        standing,
        state: state(standing, session, ctx.now),
        next: next.map_or("hierna: klaar".to_owned(), |(key, step)| {
            let minutes = durations::length_of(session.planned(key));
            format!("hierna: {} {} ({minutes})", session.number(key), step.short)
        }),
        part: frame::part_words(ctx),
        meeting: frame::meeting_words(ctx).unwrap_or_default(),
        planned: session
            .plan
            .agreed_end
            .map_or(String::new(), |end| format!(" (gepland {})", dates::time(ctx.now.local(end).time()))),
    })
}

fn state(standing: Standing, session: &Session, now: &Now) -> String {
    let rest = standing.rest();
    match standing.light {
        Light::NotStarted => "NOG NIET GESTART".to_owned(),
        Light::Runs => format!("LOOPT: {}", durations::left(rest)),
        Light::Nearly => format!("BIJNA: {}", durations::left(rest)),
        Light::TimeUp => "TIJD: de tijd is om".to_owned(),
        Light::Over if rest > -60 => "OVER de tijd".to_owned(),
        Light::Over => format!("OVER: {} over de tijd", durations::length((rest.unsigned_abs()) / 60)),
        Light::Paused => match session.clock.paused() {
            Some(since) => format!("PAUZE sinds {}", dates::time(now.local(since).time())),
            None => "PAUZE".to_owned(),
        },
    }
}

/// What the window asks or tells, above de regel.
pub fn said(model: &Model, timekeeper: &Timekeeper, now: &Now) -> Option<String> {
    let live = model.live.as_ref()?;
    let question = timekeeper.question(&live.session).map(|(key, since)| {
        let name = live.session.step(key).map_or("", |step| step.short.as_str());
        format!("Zijn we al bij {name}? J = ja, sinds {}. N = nee.", dates::time(now.local(since).time()))
    });
    let problem = match meaning(live, timekeeper, now) {
        Meaning::Refused(problem) => Some(problem),
        Meaning::Nothing | Meaning::Send(_) | Meaning::NotYet(_) => None,
    };
    problem.or_else(|| model.notice.clone()).or(question)
}

/// What Enter would do with what stands in de regel.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    Nothing,
    Send(Signal),
    /// The question about this step is answered with no.
    NotYet(StepKey),
    Refused(String),
}

/// Reads `1`, `2`, `3`, `4 14:07`, `5`, and `j` or `n` while something is asked.
pub fn meaning(live: &Live, timekeeper: &Timekeeper, now: &Now) -> Meaning {
    let text = timekeeper.line.text().trim().to_lowercase();
    let session = &live.session;
    let question = timekeeper.question(session);
    let (first, rest) = match text.chars().next() {
        None => return Meaning::Nothing,
        Some(first) => (first, text.get(first.len_utf8()..).unwrap_or("").trim()),
    };
    match (first, rest, question) {
        ('1', "", _) => Meaning::Send(Signal::TwoMinutes),
        ('2', "", _) => Meaning::Send(Signal::TimeUp),
        ('3', "" | "?", _) => Meaning::Send(Signal::Pause),
        ('5', "", _) => Meaning::Send(Signal::Nudge),
        ('j', "" | "a", Some((key, since))) => Meaning::Send(Signal::Begun { key, since }),
        ('n', "" | "ee", Some((key, _))) => Meaning::NotYet(key),
        ('4', time, question) => match dates::parse_time(time) {
            Some(time) => begun(live, question.map(|(key, _)| key), now.last(time)),
            None => Meaning::Refused("Typ er een tijd achter, bijvoorbeeld 4 14:07.".to_owned()),
        },
        _ => Meaning::Refused("Typ een cijfer van 1 tot en met 5.".to_owned()),
    }
}

/// Which step began then: the one that is asked about, or runs, or is looked at.
fn begun(live: &Live, asked: Option<StepKey>, since: Moment) -> Meaning {
    let running = live.session.clock.current().map(|(key, _)| key);
    match asked.or(running).or_else(|| live.view.place.step()) {
        Some(key) => Meaning::Send(Signal::Begun { key, since }),
        None => Meaning::Refused("Er is nog geen stap in beeld die begonnen kan zijn.".to_owned()),
    }
}

/// What stands before de regel.
pub fn label(live: &Live, timekeeper: &Timekeeper, now: &Now) -> String {
    match meaning(live, timekeeper, now) {
        Meaning::Send(signal) => format!("Sein: {}", signals::words(signal, &live.session, now)),
        Meaning::NotYet(_) => "Nee, nog niet".to_owned(),
        Meaning::Nothing | Meaning::Refused(_) => "Seintje".to_owned(),
    }
}

/// The signals and their numbers, in one line.
pub fn list() -> String {
    let numbered = (1..).zip(signals::LIST).map(|(number, words)| format!("{number} {words}"));
    numbered.collect::<Vec<_>>().join("   ")
}

/// "Verstuurd om 14:12: nog 2 minuten."
pub fn sent(live: &Live, sent: Signalled, now: &Now) -> String {
    let at = dates::time(now.local(sent.at).time());
    format!("Verstuurd om {at}: {}.", signals::words(sent.signal, &live.session, now))
}

/// The signals for the menu; the one with a time needs de regel.
pub fn choices(live: &Live, now: &Now) -> Vec<Choice> {
    [Signal::TwoMinutes, Signal::TimeUp, Signal::Pause, Signal::Nudge]
        .map(|signal| {
            let words = signals::words(signal, &live.session, now);
            Choice::new(format!("Sein: {words}"), Intent::Signal(signal))
        })
        .to_vec()
}

/// One key, with nothing over the screen.
pub fn key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    match model.keys.action(key) {
        Some(Action::Hulp) => model.dialog = topic::dialog(model, Topic::Help, now),
        Some(Action::Menu) if timekeeper(model).is_none_or(|own| own.line.is_empty()) => {
            model.dialog = topic::dialog(model, Topic::Menu, now);
        }
        Some(Action::Menu | Action::RegelLeeg) => {
            if let Some(own) = timekeeper(model) {
                own.line.clear_or_recall();
            }
        }
        _ if key == Key::Enter => enter(model, now, effects),
        _ => {
            if timekeeper(model).is_some_and(|own| own.line.edit(key)) {
                model.notice = None;
            }
        }
    }
}

fn timekeeper(model: &mut Model) -> Option<&mut Timekeeper> {
    match &mut model.screen {
        Screen::Window(Window { kind: Kind::Time(timekeeper), .. }) => Some(timekeeper),
        Screen::Window(Window { kind: Kind::Group, .. })
        | Screen::Start(_)
        | Screen::Work
        | Screen::Book(_) => None,
    }
}

fn enter(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Screen::Window(Window { kind: Kind::Time(own), .. }) = &mut model.screen else { return };
    let Some(live) = &model.live else {
        model.notice = Some("Er is nog geen bespreking om een seintje aan te geven.".to_owned());
        return;
    };
    match meaning(live, own, now) {
        Meaning::Nothing => {}
        Meaning::Send(signal) => {
            if let (Signal::Begun { .. }, Some((key, _))) = (signal, own.question(&live.session)) {
                own.answered.insert(key);
            }
            own.line.take();
            effects.push(Effect::Signal(Signalled { at: now.second(), signal }));
        }
        Meaning::NotYet(key) => {
            own.answered.insert(key);
            own.line.take();
        }
        Meaning::Refused(problem) => model.notice = Some(problem),
    }
}
