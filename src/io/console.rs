//! The surface on which the loop draws: the real terminal.

use super::effects::Desk;
use super::run::Surface;
use super::terminal::outlet::Wake;
use super::terminal::{Mouse, Screen};
use crate::app::state::model::{Model, Size};
use crate::domain::time::Now;
use crate::ui::draw::draw;
use std::io;

/// The terminal with its screen.
pub struct Console {
    screen: Screen,
}

impl Console {
    /// Takes the terminal. `wake` is called when it reads again after it did not.
    ///
    /// # Errors
    /// When there is no terminal, as a sentence.
    pub fn enter(mouse: bool, wake: Wake) -> io::Result<Self> {
        Ok(Self { screen: Screen::enter(wanted(mouse), wake)? })
    }

    /// The size of the terminal; the usual one when it does not tell.
    pub fn size(&self) -> Size {
        let size = self.screen.size();
        Size { width: size.width, height: size.height }
    }
}

/// Refuses to start where there is no terminal to draw on or to type in.
///
/// # Errors
/// A sentence that says what to do.
pub fn require_terminal() -> Result<(), &'static str> {
    use std::io::IsTerminal;
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(
        "Oogst heeft een terminalvenster nodig: open een terminal en typ daar 'oogst', zonder '<', '>' of '|'. \
         Zonder venster werken wel: oogst export, oogst lijst, oogst bladen en oogst controleer.",
    )
}

/// How this terminal makes letters larger or smaller, in words.
pub fn zoom(env: impl Fn(&str) -> Option<String>) -> &'static str {
    if env("WT_SESSION").is_some() {
        "groter met Ctrl en +, kleiner met Ctrl en -"
    } else if env("TERM_PROGRAM").is_some_and(|name| name == "Apple_Terminal" || name == "iTerm.app") {
        "groter met Cmd en +, kleiner met Cmd en -"
    } else if cfg!(windows) {
        "met Ctrl en het muiswiel"
    } else {
        "groter met Ctrl, Shift en +, kleiner met Ctrl en -"
    }
}

fn wanted(ours: bool) -> Mouse {
    if ours { Mouse::Ours } else { Mouse::Terminal }
}

impl Surface for Console {
    fn draw(&mut self, model: &Model, desk: &Desk, now: &Now) -> io::Result<()> {
        self.screen.draw(|frame| {
            if let Some(caret) = draw(frame.buffer_mut(), model, &desk.theme, now) {
                frame.set_cursor_position(caret);
            }
        })
    }

    fn stop(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        self.screen.suspend()?;
        Ok(())
    }

    fn resumed(&mut self) -> io::Result<()> {
        self.screen.resumed()
    }

    fn resized(&mut self) -> io::Result<Size> {
        self.screen.repaint().map(|()| self.size())
    }

    fn set_mouse(&mut self, on: bool) {
        // A terminal that is gone is noticed by the next frame.
        let _ = self.screen.set_mouse(wanted(on));
    }

    fn bell(&mut self) {
        let _ = self.screen.ring();
    }
}
