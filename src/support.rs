//! What tests and benches outside the crate share: a model at a moment, without a terminal.
//!
//! Public because they are other crates; no program uses it.

use crate::app::model::{Model, Prefs, Size};
use crate::app::msg::{Msg, Opened};
use crate::app::update::{begin, update};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::journal::{Act, Entry, FORMAT, Journal, Opened as FirstLine};
use crate::domain::session::FIRST_CASUS;
use crate::domain::time::{Moment, Now};
use crate::io::store::line;
use crate::io::{config, methods, ronfile};
use crate::keys::key::{Key, script};
use crate::ui::theme::{self, Depth, Theme};
use chrono::TimeDelta;

/// Half past one on an afternoon in November.
#[must_use]
pub fn now() -> Now {
    Now::fixed(moment())
}

fn moment() -> Moment {
    Moment::parse_from_rfc3339("2026-11-22T13:30:00+01:00").unwrap_or_default()
}

/// The program on its start screen, at 80×24.
#[must_use]
pub fn start() -> Model {
    let themes = vec!["licht".to_owned(), "donker".to_owned()];
    let zoom = "Ctrl, Shift en + of -".to_owned();
    let mut model = begin(config::shipped_keys(), Prefs { themes, zoom, ..Prefs::default() });
    model.size = Size { width: 80, height: 24 };
    model
}

/// The default theme in full colour.
#[must_use]
pub fn theme() -> Theme {
    let shipped = |name: &str| ronfile::read(theme::shipped(name)?, theme::raw::check).ok();
    theme::resolve(theme::DEFAULT, &mut { shipped })
        .map_or_else(|_| Theme::probe(), |looks| Theme::new(&looks, Depth::True))
}

/// The first line of a journal with the shipped AKAD.
#[must_use]
pub fn first_line() -> FirstLine {
    let method = methods::load_shipped("akad").unwrap_or_default();
    FirstLine { format: FORMAT, app: "0.1.0".to_owned(), at: moment(), method }
}

/// The program with a session that was just begun or that held these entries.
#[must_use]
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
#[must_use]
pub fn practice() -> Model {
    opened(Journal::new(first_line()), true)
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
#[must_use]
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
        Event::Idea(ideas::Event::Added { id: IdeaId(id), place: Place { row, slot }, text })
    })
}

/// The text of a journal with this many entries.
#[must_use]
pub fn journal_text(entries: usize) -> String {
    let events = (1..).zip(ideas(entries));
    let entries: Vec<Entry> =
        events.map(|(seq, event)| Entry { seq, at: moment(), act: Act::Do(vec![event]) }).collect();
    line::print_all(&first_line(), entries.iter()).unwrap_or_default()
}

/// A command that adds one idea without a goal.
#[must_use]
pub fn add_idea(column: u16, text: &str) -> Command {
    let place = Place { row: Row { casus: FIRST_CASUS, goal: None }, slot: Slot::Column(column) };
    Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()] })
}

/// The example casus with a harvest, in step 5, led as planned.
#[must_use]
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

/// To the next step, and begin it.
const NEXT: &str = "<pgdn><enter>";

/// So many minutes after the beginning.
#[must_use]
pub fn after(minutes: i64) -> Now {
    Now::fixed(moment() + TimeDelta::minutes(minutes))
}
