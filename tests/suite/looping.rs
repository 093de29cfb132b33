//! The real loop, with a clock of its own and a real folder: how often it draws in an hour.

#![expect(clippy::expect_used, reason = "a test may stop")]

use chrono::TimeDelta;
use oogst::app::state::model::{Model, Size};
use oogst::app::turn::wake;
use oogst::domain::time::{Moment, Now};
use oogst::io::config::Config;
use oogst::io::effects::Desk;
use oogst::io::input::RawInput;
use oogst::io::run::{End, Incoming, Surface, run};
use oogst::io::source::{News, Source};
use oogst::io::store::Places;
use oogst::keys::key::script;
use oogst::support;
use oogst::ui::theme::Theme;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::time::Duration;

/// One thing that happens, and how long after the one before.
struct Beat {
    after: TimeDelta,
    inputs: Vec<RawInput>,
}

/// What draws and sleeps agree about.
#[derive(Default)]
struct Log {
    draws: usize,
    /// How often everything was drawn again.
    repaints: usize,
    /// When the screen changes next, after each draw.
    wakes: Vec<Option<Duration>>,
    /// How long the loop asked to sleep, after each draw.
    sleeps: Vec<Option<Duration>>,
}

/// A script with a clock of its own. What the disk says comes at once, with the next batch.
struct Script {
    at: Moment,
    next: Moment,
    beats: VecDeque<Beat>,
    batch: VecDeque<RawInput>,
    disk: Receiver<Incoming>,
    log: Rc<RefCell<Log>>,
}

impl Source<Incoming> for Script {
    fn wait(&mut self, limit: Option<Duration>) -> News<Incoming> {
        self.log.borrow_mut().sleeps.push(limit);
        let wake = limit.map(|limit| self.at + TimeDelta::from_std(limit).expect("a short sleep"));
        let Some(beat) = self.beats.front() else { return News::Closed };
        let due = self.next + beat.after;
        if let Some(wake) = wake.filter(|wake| *wake < due) {
            self.at = wake;
            return News::Nothing;
        }
        (self.at, self.next) = (due, due);
        self.batch = self.beats.pop_front().map(|beat| beat.inputs).unwrap_or_default().into();
        match self.take() {
            // A silence at the end of a script.
            News::Nothing => News::Closed,
            news @ (News::Some(_) | News::Closed) => news,
        }
    }

    fn take(&mut self) -> News<Incoming> {
        match self.batch.pop_front() {
            Some(input) => News::Some(Incoming::Input(input)),
            None => self.disk.try_recv().map_or(News::Nothing, News::Some),
        }
    }

    fn now(&self) -> Now {
        Now::fixed(self.at)
    }
}

/// Counts frames.
struct Counter(Rc<RefCell<Log>>);

impl Surface for Counter {
    fn draw(&mut self, model: &Model, _desk: &Desk, now: &Now) -> io::Result<()> {
        let mut log = self.0.borrow_mut();
        log.draws += 1;
        let wait = wake::next(model, now).map(|at| (at - now.at).to_std().expect("a moment to come"));
        log.wakes.push(wait.map(|wait| wait + Duration::from_micros(500)));
        Ok(())
    }

    fn stop(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn resumed(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn resized(&mut self) -> io::Result<Size> {
        self.0.borrow_mut().repaints += 1;
        Ok(Size { width: 70, height: 24 })
    }

    fn set_mouse(&mut self, _on: bool) {}

    fn bell(&mut self) {}
}

fn places(dir: &Path) -> Places {
    Places {
        sessions: dir.join("besprekingen"),
        practice: dir.join("oefenen"),
        book: dir.join("wat-werkte"),
        config: dir.join("instellingen"),
        documents: dir.join("bladen"),
    }
}

fn beat(inputs: Vec<RawInput>) -> Beat {
    Beat { after: TimeDelta::milliseconds(500), inputs }
}

/// Keys one by one, half a second apart.
fn one_by_one(keys: &str) -> Vec<Beat> {
    let keys = script(keys).expect("a script of keys");
    keys.into_iter().map(|key| beat(vec![RawInput::Key(key)])).collect()
}

fn at_once(keys: &str) -> Vec<Beat> {
    vec![beat(script(keys).expect("a script of keys").into_iter().map(RawInput::Key).collect())]
}

fn silence(seconds: i64) -> Vec<Beat> {
    vec![Beat { after: TimeDelta::seconds(seconds), inputs: Vec::new() }]
}

fn draws(beats: Vec<Vec<Beat>>) -> usize {
    played(beats).0
}

/// Plays these beats through the loop and tells how often it drew, and what came of it. Every
/// sleep must be the one that the screen asks for.
fn played(beats: Vec<Vec<Beat>>) -> (usize, Model) {
    let (log, model) = logged(beats);
    (log.draws, model)
}

fn logged(beats: Vec<Vec<Beat>>) -> (Log, Model) {
    let dir = tempfile::tempdir().expect("a folder");
    let places = places(dir.path());
    places.prepare().expect("a place for sessions");
    let (tx, disk) = channel();
    let config = Config { keys: support::start().keys, ..Config::default() };
    let mut desk = Desk::new(places, config, Theme::probe(), tx);
    let mut model = support::start();
    let log = Rc::new(RefCell::new(Log::default()));
    let at = support::now().at;
    let beats = beats.into_iter().flatten().collect();
    let mut source = Script { at, next: at, beats, batch: VecDeque::new(), disk, log: Rc::clone(&log) };
    let end = run(&mut model, &mut desk, &mut source, &mut Counter(Rc::clone(&log)));
    assert_eq!(end.expect("no trouble"), End::Gone);
    let log = log.take();
    assert_eq!(log.sleeps, log.wakes);
    (log, model)
}

/// A new session, up to the first step, whose clock is started.
const TO_STEP_ONE: &str = "1<enter>1<enter><enter><pgdn><pgdn><pgdn><pgdn><pgdn>";

fn begun() -> Vec<Beat> {
    one_by_one(&format!("{TO_STEP_ONE}<enter>"))
}

#[test]
fn an_idle_start_screen_is_drawn_once() {
    assert_eq!(draws(vec![silence(3_600)]), 1);
}

#[test]
fn an_idle_session_is_drawn_once() {
    let before = draws(vec![one_by_one(TO_STEP_ONE)]);
    assert_eq!(draws(vec![one_by_one(TO_STEP_ONE), silence(3_600)]), before);
}

#[test]
fn a_running_clock_is_drawn_every_second() {
    let more = draws(vec![begun(), silence(3_600)]) - draws(vec![begun()]);
    assert!((3_598..=3_602).contains(&more), "{more} draws");
}

#[test]
fn a_pause_is_drawn_every_minute() {
    let paused = || vec![begun(), one_by_one("<f6>")];
    let before = draws(paused());
    let more = draws(paused().into_iter().chain([silence(3_600)]).collect()) - before;
    assert!(more <= 61, "{more} draws");
}

#[test]
fn a_key_is_a_frame() {
    let text = "een tip van honderd tekens die iemand rustig typt ".repeat(2);
    assert_eq!(text.len(), 100);
    let before = draws(vec![one_by_one(TO_STEP_ONE)]);
    assert_eq!(draws(vec![one_by_one(TO_STEP_ONE), one_by_one(&text)]), before + 100);
}

#[test]
fn a_burst_is_one_frame() {
    let before = draws(vec![one_by_one(TO_STEP_ONE)]);
    let text = "buurvrouw ".repeat(200);
    let (draws, model) = played(vec![one_by_one(TO_STEP_ONE), at_once(&text)]);
    assert_eq!(draws, before + 1);
    assert_eq!(model.live.expect("a session").view.text(), text);
}

/// There and back between two frames leaves the size as it was and the screen torn.
#[test]
fn after_every_other_size_everything_is_drawn_again() {
    let sizes = vec![beat(vec![RawInput::Resize, RawInput::Resize])];
    let (log, model) = logged(vec![one_by_one(TO_STEP_ONE), sizes]);
    assert_eq!((log.repaints, model.size.width), (1, 70));
}
