//! The loop: wait, take everything that came, let `app` decide, do what it asks, draw once.
//!
//! Nothing ticks. Between two messages the program sleeps until `app::turn::wake` says that the screen
//! will show something else. Must not know: what is on the screen.

use super::effects::Desk;
use super::input::{RawInput, Wheel};
use super::signals::Signal;
use super::source::{News, Source};
use super::store::writer::Report;
use crate::app::state::effect::Effect;
use crate::app::state::model::{Model, Size};
use crate::app::state::msg::Msg;
use crate::app::turn::update::update;
use crate::app::turn::wake;
use crate::domain::time::Now;
use crate::keys::key::Key;
use std::io;
use std::time::Duration;

/// Keys in one batch from this number on cannot come from fingers.
const BURST: usize = 4;

/// Everything that can reach the loop.
#[derive(Debug)]
pub enum Incoming {
    Input(RawInput),
    Signal(Signal),
    Report(Report),
    /// An answer that was worked out beside the loop.
    Msg(Msg),
    /// Another window wrote something.
    Touched,
    /// The terminal reads again: a frame can be drawn.
    Room,
    /// The line to the terminal is gone.
    Gone,
}

/// What the loop draws on.
pub trait Surface {
    /// Draws one frame.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn draw(&mut self, model: &Model, desk: &Desk, now: &Now) -> io::Result<()>;
    /// Gives the terminal back and stops until the system says to go on.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    fn stop(&mut self) -> io::Result<()>;
    /// After a stop: everything again.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    fn resumed(&mut self) -> io::Result<()>;
    /// The terminal had another size, if only for a moment: what it shows is no longer known, so
    /// everything is drawn again. Tells the size it has now.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn resized(&mut self) -> io::Result<Size>;
    fn set_mouse(&mut self, on: bool);
    fn bell(&mut self);
}

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Somebody asked for it.
    Quit,
    /// The terminal is gone; nothing may be written to it.
    Gone,
}

/// Runs until somebody quits or the terminal is gone. What was typed is on its way to disk then;
/// the caller closes the desk.
///
/// # Errors
/// When the terminal fails for another reason than being gone.
pub fn run(
    model: &mut Model,
    desk: &mut Desk,
    source: &mut impl Source<Incoming>,
    surface: &mut impl Surface,
) -> io::Result<End> {
    let end = rounds(model, desk, source, surface);
    // However it ended: the keys that came last may not have been kept yet.
    desk.keep_draft(model);
    end
}

fn rounds(
    model: &mut Model,
    desk: &mut Desk,
    source: &mut impl Source<Incoming>,
    surface: &mut impl Surface,
) -> io::Result<End> {
    loop {
        let now = source.now();
        if surface.draw(model, desk, &now).is_err() {
            return Ok(End::Gone);
        }
        if is_settled(model) {
            desk.keep_draft(model);
        }
        desk.keep_in_view(model, &now);
        let limit = wake::next(model, &now).map(|at| {
            let wait = (at - now.at).num_microseconds().unwrap_or(0).max(0);
            // Just past the second, so that the clock never shows the second before.
            Duration::from_micros(u64::try_from(wait).unwrap_or(0) + 500)
        });
        let mut batch = Batch::default();
        match source.wait(desk.patience(limit)) {
            News::Some(news) => batch.add(news),
            News::Nothing => batch.msgs.push(Msg::Wake),
            News::Closed => return Ok(End::Gone),
        }
        while let News::Some(news) = source.take() {
            batch.add(news);
        }
        batch.flush();
        if let Some(end) = handle(batch, model, desk, source, surface)? {
            return Ok(end);
        }
    }
}

/// Whether the draft may be renewed. While an entry is on its way to the disk the old draft stays:
/// it still holds the text of that entry, so that a kill just then loses neither.
fn is_settled(model: &Model) -> bool {
    model.live.as_ref().is_none_or(|live| live.is_saved() || live.saved.trouble.is_some())
}

/// What came since the last frame: messages in order, and what concerns the terminal itself.
#[derive(Debug, Default)]
struct Batch {
    msgs: Vec<Msg>,
    keys: Vec<Key>,
    reports: Vec<Report>,
    signals: Vec<Signal>,
    resized: bool,
    touched: bool,
    gone: bool,
}

impl Batch {
    fn add(&mut self, news: Incoming) {
        match news {
            Incoming::Input(RawInput::Key(key)) => {
                self.keys.push(key);
                return;
            }
            Incoming::Report(report) => {
                self.reports.push(report);
                return;
            }
            Incoming::Input(RawInput::Resize) | Incoming::Signal(Signal::Resize) => {
                self.resized = true;
                return;
            }
            Incoming::Signal(signal) => {
                self.signals.push(signal);
                return;
            }
            Incoming::Touched => {
                self.touched = true;
                return;
            }
            // The frame is drawn anyway.
            Incoming::Room => return,
            Incoming::Gone => {
                self.gone = true;
                return;
            }
            Incoming::Input(_) | Incoming::Msg(_) => {}
        }
        self.flush();
        self.msgs.extend(match news {
            Incoming::Input(RawInput::Paste(text)) => Some(Msg::Paste(text)),
            Incoming::Input(RawInput::Click { column, row }) => Some(Msg::Click { x: column, y: row }),
            Incoming::Input(RawInput::Scroll { wheel, .. }) => {
                Some(Msg::Scroll(if wheel == Wheel::Up { -1 } else { 1 }))
            }
            Incoming::Input(RawInput::Focus(has)) => Some(Msg::Focus(has)),
            Incoming::Msg(msg) => Some(msg),
            Incoming::Input(RawInput::Key(_) | RawInput::Resize)
            | Incoming::Report(_)
            | Incoming::Signal(_)
            | Incoming::Touched
            | Incoming::Room
            | Incoming::Gone => None,
        });
    }

    /// Keys that came together become one message when they are too many for fingers.
    fn flush(&mut self) {
        let keys = std::mem::take(&mut self.keys);
        if keys.len() >= BURST {
            self.msgs.push(Msg::Burst(keys));
        } else {
            self.msgs.extend(keys.into_iter().map(Msg::Key));
        }
    }
}

fn handle(
    batch: Batch,
    model: &mut Model,
    desk: &mut Desk,
    source: &mut impl Source<Incoming>,
    surface: &mut impl Surface,
) -> io::Result<Option<End>> {
    let now = source.now();
    let mut msgs: Vec<Msg> =
        batch.reports.into_iter().filter_map(|report| desk.heard(report, &now)).collect();
    msgs.extend(desk.look(batch.touched, &now));
    if batch.resized {
        let Size { width, height } = surface.resized()?;
        msgs.push(Msg::Resize { width, height });
    }
    msgs.extend(batch.msgs);
    let mut quit = false;
    for msg in msgs {
        quit |= one(msg, model, desk, &now, surface);
        if quit {
            break;
        }
    }
    if batch.gone {
        return Ok(Some(End::Gone));
    }
    // A terminal that says goodbye says "go on" too; by then there is nothing to take again.
    quit |= batch.signals.iter().any(|signal| matches!(signal, Signal::Quit | Signal::HangUp));
    if quit {
        return Ok(Some(End::Quit));
    }
    for signal in batch.signals {
        match signal {
            Signal::Stop => surface.stop()?,
            Signal::Continue => surface.resumed()?,
            // The one is dealt with, the other told as another size.
            Signal::Quit | Signal::HangUp | Signal::Resize => {}
        }
    }
    Ok(None)
}

/// Carries out an effect before the first frame: the session somebody named when starting.
pub fn perform(effect: Effect, model: &mut Model, desk: &mut Desk, now: &Now, surface: &mut impl Surface) {
    if let Some(answer) = desk.carry_out(effect, now, surface).answer {
        one(answer, model, desk, now, surface);
    }
}

/// One message and everything that follows from it; says whether the program ends.
fn one(msg: Msg, model: &mut Model, desk: &mut Desk, now: &Now, surface: &mut impl Surface) -> bool {
    let mut waiting = vec![msg];
    let mut quit = false;
    while let Some(msg) = waiting.pop() {
        for effect in update(model, msg, now) {
            let done = desk.carry_out(effect, now, surface);
            quit |= done.quit;
            waiting.extend(done.answer);
        }
    }
    quit
}
