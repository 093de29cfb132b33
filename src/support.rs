//! What tests and benches outside the crate share: a model at a moment, without a terminal.
//!
//! Public because they are other crates; no program uses it.

pub mod flaps;

use crate::app::state::earlier::{Earlier, EarlierTip};
use crate::app::state::in_view;
use crate::app::state::model::{Model, Prefs, Size};
use crate::app::state::msg::{Msg, Opened};
use crate::app::state::practice::akad::example;
use crate::app::state::window::{Anew, Followed, Kind as Beside, Timekeeper};
use crate::app::turn::update::{begin, update};
use crate::app::turn::window;
use crate::domain::advice::{self, Advice};
use crate::domain::command::{Command, decide};
use crate::domain::event::Event;
use crate::domain::goals::{self, Flap, Row};
use crate::domain::id::{ClusterId, GoalId, IdeaId, NoteId, StepKey};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::journal::{Act, Entry, FORMAT, Journal, Opened as FirstLine};
use crate::domain::life::{Decision, Life, Outcome};
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;
use crate::domain::time::{Moment, Now};
use crate::domain::time_report::Usual;
use crate::domain::{casus, clock, clusters};
use crate::io::store::line;
use crate::io::{config, methods, ronfile};
use crate::keys::key::{Key, script};
use crate::ui::theme::{self, Depth, Theme};
use chrono::TimeDelta;

mod conference;
mod lessons;

pub use lessons::{book, waiting};

/// Half past one on an afternoon in November.
pub fn now() -> Now {
    Now::fixed(moment())
}

fn moment() -> Moment {
    Moment::parse_from_rfc3339("2026-11-22T13:30:00+01:00").unwrap_or_default()
}

/// The program on its start screen, at 80×24.
pub fn start() -> Model {
    let themes = vec!["licht".to_owned(), "donker".to_owned()];
    let zoom = "groter met Ctrl, Shift en +, kleiner met Ctrl en -";
    let mut model = begin(config::shipped_keys(), Prefs { themes, zoom, ..Prefs::default() });
    model.size = Size { width: 80, height: 24 };
    model
}

/// The default theme in full colour.
pub fn theme() -> Theme {
    let shipped = |name: &str| ronfile::read(theme::shipped(name)?, theme::raw::check).ok();
    theme::resolve(theme::DEFAULT, &mut { shipped })
        .map_or_else(|_| Theme::probe(), |looks| Theme::new(&looks, Depth::True))
}

/// The first line of a journal with the shipped AKAD.
pub fn first_line() -> FirstLine {
    first_line_of("akad")
}

fn first_line_of(method: &str) -> FirstLine {
    let method = methods::load_shipped(method).unwrap_or_default();
    FirstLine { format: FORMAT, app: "0.1.0".to_owned(), at: moment(), method }
}

/// The first line of a journal with the shipped case conference.
pub fn conference_line() -> FirstLine {
    FirstLine { method: methods::load_shipped("case-conference").unwrap_or_default(), ..first_line() }
}

/// The program with a session that was just begun or that held these entries.
pub fn opened(journal: Journal, practice: bool) -> Model {
    let mut model = start();
    let saved = journal.entries().next_back().map_or(0, |entry| entry.seq);
    let opened = Opened {
        folder: "2026-11-22-akad-1".to_owned(),
        journal,
        saved,
        read_only: None,
        notices: Vec::new(),
        draft: None,
        practice,
    };
    update(&mut model, Msg::Opened(Box::new(opened)), &now());
    model
}

/// The example casus, ready to practise.
pub fn practice() -> Model {
    opened(Journal::new(first_line()), true)
}

/// The example casus with everything filled in, no clock started: what a meeting leaves behind.
pub fn filled(group_watches: bool) -> Model {
    written(first_line(), example().into_iter().chain(harvest()).chain(told()), group_watches)
}

/// A case conference about one koppel, prepared and partly held, no clock started.
pub fn conference(group_watches: bool) -> Model {
    written(conference_line(), conference::gestures(), group_watches)
}

fn written(first: FirstLine, gestures: impl IntoIterator<Item = Vec<Command>>, group_watches: bool) -> Model {
    let watches = plan::Command::Switch { switch: Switch::GroupWatches, on: group_watches };
    opened(played(first, gestures.into_iter().chain([vec![Command::Plan(watches)]])), false)
}

/// The journal of a meeting with these gestures.
fn played(first: FirstLine, gestures: impl Iterator<Item = Vec<Command>>) -> Journal {
    let mut journal = Journal::new(first);
    let mut session = journal.fold();
    for commands in gestures {
        let mut events = Vec::new();
        for command in commands {
            for event in decide(&session, command, &now()).unwrap_or_default() {
                session.apply(&event);
                events.push(event);
            }
        }
        if !events.is_empty() {
            journal.push(journal.next(moment(), Act::Do(events)));
        }
    }
    journal
}

/// Tips for the first goal of the example, over all columns.
fn harvest() -> impl Iterator<Item = Vec<Command>> {
    let row = Row { casus: FIRST_CASUS, goal: Some(GoalId(1)) };
    let tips = [
        (0, "loopt graag: zelf de route kiezen"),
        (0, "oude kraam opzoeken en haar verhaal vertellen"),
        (1, "buurvrouw vragen om dinsdag mee te lopen"),
        (1, "oud-collega's van de markt bellen"),
        (2, "wandelmaatje van Buurthuis De Kom"),
        (3, "later: ergotherapeut kijkt naar de rollator"),
    ];
    tips.into_iter().map(move |(column, text)| {
        let place = Place { row, slot: Slot::Column(column) };
        vec![Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None })]
    })
}

/// What the example lacks: notes of every kind, marks, and the agreement.
fn told() -> Vec<Vec<Command>> {
    let note = |casus, kind, text: &str| {
        let texts = vec![text.to_owned()];
        vec![Command::Note(notes::Command::Add { spot: Spot { casus, kind }, texts })]
    };
    let here = Some(FIRST_CASUS);
    let set = |field, text: &str| {
        let text = text.to_owned();
        vec![Command::Casus(casus::Command::SetField { casus: FIRST_CASUS, field, text })]
    };
    let mark = |id, mark| vec![Command::Idea(ideas::Command::Mark { id: IdeaId(id), mark, on: true })];
    vec![
        note(here, Kind::Spider(1), "dochter belt elke zondag, buurvrouw op twee hoog"),
        note(here, Kind::Question, "Ging ze vroeger met iemand samen naar de markt?"),
        note(here, Kind::Research, "rijdt de buurtbus op dinsdag (Kees zoekt het uit)"),
        note(here, Kind::StandsOut, "dat er zoveel kan zonder een indicatie"),
        note(here, Kind::Agreement, "de buurvrouw wordt deze week gevraagd"),
        note(None, Kind::Heard, "een oud-deelnemer belde zelf een maatje"),
        mark(3, Mark::StandsOut),
        mark(5, Mark::New),
        set(casus::Field::FeedbackWhen, "20 december"),
        set(casus::Field::FeedbackWhat, "wat er met de tips gebeurde"),
    ]
}

/// A case conference that is over, with what the group decided: the report is still shut.
pub fn discussed() -> Model {
    let method = methods::load_shipped("case-conference").unwrap_or_default();
    let mut journal = Journal::new(FirstLine { method, ..first_line() });
    let mut session = journal.fold();
    for command in held() {
        let events = decide(&session, command, &now()).unwrap_or_default();
        for event in &events {
            session.apply(event);
        }
        if !events.is_empty() {
            journal.push(journal.next(moment(), Act::Do(events)));
        }
    }
    opened(journal, false)
}

fn held() -> Vec<Command> {
    let row = |goal| Row { casus: FIRST_CASUS, goal: Some(GoalId(goal)) };
    let hang = |flap, text: &str| {
        Command::Goal(goals::Command::Hang { casus: FIRST_CASUS, flap, text: text.to_owned() })
    };
    let tips = |goal, texts: &[&str]| {
        let (place, texts) =
            (Place::unplaced(row(goal)), texts.iter().map(|text| (*text).to_owned()).collect());
        Command::Idea(ideas::Command::Add { place, texts, ring: None })
    };
    let cluster = |goal, title: &str, ids: &[u32]| {
        let ids = ids.iter().map(|id| IdeaId(*id)).collect();
        Command::Cluster(clusters::Command::Make {
            row: row(goal),
            letter: None,
            title: title.to_owned(),
            ids,
        })
    };
    let live = |cluster, life| {
        Command::Advice(advice::Command { advice: Advice::Cluster(ClusterId(cluster)), life })
    };
    let decided = |cluster, decision, objection| live(cluster, Life::Decided { decision, objection });
    let (alias, watches) = ("Meidoorn".to_owned(), Switch::GroupWatches);
    let first = StepKey { step: 0, casus: None };
    vec![
        Command::Plan(plan::Command::Switch { switch: watches, on: false }),
        Command::Casus(casus::Command::SetField {
            casus: FIRST_CASUS,
            field: casus::Field::Alias,
            text: alias,
        }),
        hang(Flap::Samen, "weer samen eten zonder ruzie"),
        hang(Flap::Mz, "één avond in de week voor mezelf"),
        tips(1, &["vast tijdstip", "samen dekken", "maaltijd aan huis", "eetclub in de wijk"]),
        tips(2, &["dagbesteding tot negen uur", "zus komt op dinsdag"]),
        cluster(1, "Rust aan tafel", &[1, 2]),
        cluster(1, "Hulp van buiten", &[3]),
        cluster(2, "Iemand erbij", &[5, 6]),
        Command::Note(notes::Command::Add {
            spot: Spot { casus: Some(FIRST_CASUS), kind: Kind::Con(Advice::Cluster(ClusterId(2))) },
            texts: vec!["ze koken juist graag zelf".to_owned()],
        }),
        decided(1, Decision::Selected, None),
        live(1, Life::Reasoned("eten lukt beter als het rustig is".to_owned())),
        decided(2, Decision::Rejected, Some(NoteId(1))),
        decided(3, Decision::Selected, None),
        Command::Clock(clock::Command::Start { key: first, since: moment() }),
        Command::Clock(clock::Command::End),
    ]
}

/// What an earlier session left to tell about.
pub fn earlier() -> Vec<Earlier> {
    let tip = |number, text: &str, outcome, because: &str| EarlierTip {
        advice: Advice::Idea(IdeaId(number)),
        label: number.to_string(),
        text: text.to_owned(),
        goal: "IK wil weer samen eten".to_owned(),
        outcome,
        because: because.to_owned(),
    };
    vec![Earlier {
        session: "2026-10-25-akad-1".to_owned(),
        date: "25 oktober".to_owned(),
        alias: "Meidoorn".to_owned(),
        contributor: "Fatma".to_owned(),
        tips: vec![
            tip(1, "zus vragen om op zondag te koken", Some(Outcome::Worked), "ze bood het zelf al aan"),
            tip(2, "eettafel in het buurthuis", None, ""),
            tip(5, "recepten ruilen met de overbuurman", None, ""),
        ],
        notes: Vec::new(),
        packet: false,
    }]
}

/// How long steps took in earlier sessions.
pub fn usual() -> Vec<Usual> {
    let one = |step: &str, minutes, sessions| Usual { step: step.to_owned(), minutes, sessions };
    vec![one("terugkoppeling", 8, 6), one("ideeen", 14, 5)]
}

/// Presses the keys of a script such as `tip<enter><tab>`, at one moment.
pub fn press(model: &mut Model, keys: &str, now: &Now) {
    for key in script(keys).unwrap_or_default() {
        press_key(model, key, now);
    }
}

fn press_key(model: &mut Model, key: Key, now: &Now) {
    update(model, Msg::Key(key), now);
}

/// The Compensatiematrix with many post-its, spread over its columns.
pub fn board(post_its: usize) -> (Model, Now) {
    let entries =
        (1..).zip(ideas(post_its)).map(|(seq, event)| Entry { seq, at: moment(), act: Act::Do(vec![event]) });
    let mut model = opened(Journal::of(first_line(), entries.collect()), false);
    press(&mut model, "<enter>", &now());
    for _ in 0..9 {
        press(&mut model, "<pgdn>", &now());
    }
    (model, now())
}

fn ideas(number: usize) -> impl Iterator<Item = Event> {
    let row = Row { casus: FIRST_CASUS, goal: None };
    (1_u32..).take(number).map(move |id| {
        let slot = Slot::Column(u16::try_from(id % 4).unwrap_or(0));
        let text = format!("buurvrouw vragen om dinsdag mee te lopen naar de markt, keer {id}");
        Event::Idea(ideas::Event::Added { id: IdeaId(id), place: Place { row, slot }, text, ring: None })
    })
}

/// The text of a journal with this many entries.
pub fn journal_text(entries: usize) -> String {
    let events = (1..).zip(ideas(entries));
    let entries: Vec<Entry> =
        events.map(|(seq, event)| Entry { seq, at: moment(), act: Act::Do(vec![event]) }).collect();
    line::print_all(&first_line(), entries.iter()).unwrap_or_default()
}

/// A command that adds one idea without a goal.
pub fn add_idea(column: u16, text: &str) -> Command {
    let place = Place { row: Row { casus: FIRST_CASUS, goal: None }, slot: Slot::Column(column) };
    Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None })
}

/// The example casus with a harvest, in step 5, led as planned.
pub fn example_in_step_5() -> (Model, Now) {
    let mut model = practice();
    if let Some(live) = &mut model.live {
        live.practice = None;
    }
    let steps = [(0, "<pgdn><pgdn><pgdn><pgdn><pgdn><enter>"), (5, NEXT), (9, NEXT), (16, NEXT), (20, NEXT)];
    let tips = [
        (21, "loopt graag: zelf de route kiezen<enter>"),
        (22, "haar verhaal vertellen bij de oude kraam<enter><tab>"),
        (23, "buurvrouw vragen om dinsdag mee te lopen<enter>"),
        (24, "oud-collega's van de markt bellen<enter>"),
    ];
    let mut minute = 0;
    for (at, keys) in steps.into_iter().chain(tips) {
        while minute < at {
            minute += 1;
            update(&mut model, Msg::Wake, &after(minute));
        }
        press(&mut model, keys, &after(at));
    }
    let now = after(minute);
    let saved = model.live.as_ref().map_or(0, |live| live.journal.len() as u64);
    update(&mut model, Msg::Saved { seq: saved, at: now.at }, &now);
    (model, now)
}

/// The window of the tijdbewaker beside that example.
pub fn example_of_the_tijdbewaker() -> (Model, Now) {
    let (lead, now) = example_in_step_5();
    let start = start();
    let mut model = window::begin(start.keys, start.prefs, Beside::Time(Timekeeper::default()));
    if let Some(live) = lead.live {
        let (view, since) = (in_view::of(&live), moment());
        let anew = Anew { folder: live.folder, journal: live.journal, since, view, broken: None };
        update(&mut model, Msg::Followed(Followed::Anew(Box::new(anew))), &now);
    }
    (model, now)
}

/// To the next step, and begin it.
const NEXT: &str = "<pgdn><enter>";

/// So many minutes after the beginning.
pub fn after(minutes: i64) -> Now {
    Now::fixed(moment() + TimeDelta::minutes(minutes))
}
