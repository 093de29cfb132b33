//! The terminal: taking it, drawing on it, stopping and coming back, and giving it back.
//!
//! Must not know: what is drawn, keys, sessions.

pub mod backend;
pub mod leave;
mod mouse;
pub mod outlet;

use std::io::{self, IsTerminal, Write, stdout};

use crossterm::terminal::enable_raw_mode;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use backend::FrameBackend;
pub use leave::{install_panic_hook, leave};
use outlet::{Outlet, Wake};

/// Alternate screen and, where they work, paste marks and word of who has the keyboard. The cursor is hidden by the first frame.
#[cfg(unix)]
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?1004h";
#[cfg(not(unix))]
const ENTER: &[u8] = b"\x1b[?1049h";

/// Used when the terminal does not say how large it is.
const USUAL: Size = Size::new(80, 24);
/// More than this is not drawn, however large the terminal says it is: the largest screens there
/// are stay below it, and nobody reads longer rows.
const LARGEST: Size = Size::new(500, 200);

/// Whether clicks and the wheel come to us or stay with the terminal (to select text).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mouse {
    #[default]
    Terminal,
    Ours,
}

/// The taken terminal. Dropping it gives the terminal back.
pub struct Screen {
    terminal: Terminal<FrameBackend<Outlet>>,
    mouse: Mouse,
    /// We stopped ourselves, so the signal that says we go on is no news.
    stopped: bool,
    /// Frames were dropped, because the terminal did not read.
    behind: bool,
}

impl Screen {
    /// Takes the terminal. `wake` is called when a terminal that did not read reads again: draw
    /// then.
    ///
    /// # Errors
    /// When the output is no terminal or cannot be set up; the message is a Dutch sentence.
    pub fn enter(mouse: Mouse, wake: Wake) -> io::Result<Self> {
        let mut outlet = Outlet::new(wake);
        take(mouse, &mut outlet)?;
        let terminal = Terminal::new(FrameBackend::new(outlet, measure)).inspect_err(|_| leave())?;
        Ok(Self { terminal, mouse, stopped: false, behind: false })
    }

    /// The size of what is drawn, in cells; the usual one when the terminal does not tell.
    pub fn size(&self) -> Size {
        measure().unwrap_or(USUAL)
    }

    /// Draws a frame; writes nothing when nothing changed. While the terminal does not read, frames
    /// are dropped; the first one after that is whole.
    ///
    /// # Errors
    /// When the terminal is gone, or was given back because another thread panicked: that ends the
    /// program, also when this thread could go on.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if !leave::is_ours() {
            return Err(io::Error::other("De terminal is al teruggegeven."));
        }
        if !self.outlet().catch_up()? {
            self.behind = true;
            return Ok(());
        }
        if std::mem::take(&mut self.behind) {
            self.repaint()?;
        }
        self.terminal.draw(render).map(drop)
    }

    /// Makes the next frame draw every cell again.
    ///
    /// # Errors
    /// Does not fail with this backend.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().forget();
        self.terminal.clear()
    }

    /// Switches who gets the mouse.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        self.mouse = mouse;
        set_mouse(mouse, self.outlet())
    }

    /// Rings the bell of the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ring(&mut self) -> io::Result<()> {
        self.outlet().write_all(b"\x07")
    }

    /// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
    ///
    /// # Errors
    /// When the terminal is gone after coming back.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, getpid, kill_process};
        leave::restore();
        self.stopped = true;
        kill_process(getpid(), Signal::STOP)?;
        self.take_again()
    }

    /// The process goes on after a stop that was not ours: the shell may have changed everything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resumed(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.stopped) {
            return Ok(());
        }
        leave::restore();
        self.take_again()
    }

    fn take_again(&mut self) -> io::Result<()> {
        let mouse = self.mouse;
        self.outlet().forget();
        take(mouse, self.outlet())?;
        self.repaint()
    }

    fn outlet(&mut self) -> &mut Outlet {
        self.terminal.backend_mut().writer_mut()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

fn take(mouse: Mouse, outlet: &mut Outlet) -> io::Result<()> {
    if !stdout().is_terminal() {
        let told =
            "Oogst tekent een scherm en heeft daarvoor een terminal nodig. Start het zonder '|' of '>'.";
        return Err(io::Error::other(told));
    }
    #[cfg(windows)]
    if !crossterm::ansi_support::supports_ansi() {
        return Err(io::Error::other("Deze console is te oud voor Oogst. Gebruik Windows Terminal."));
    }
    enable_raw_mode().map_err(|error| {
        io::Error::new(error.kind(), format!("De terminal laat zich niet instellen: {error}."))
    })?;
    leave::entered();
    outlet.write_all(ENTER)?;
    set_mouse(mouse, outlet)
}

/// Whether the terminal is known to show every colour. A Windows console that obeys sequences at all
/// does; elsewhere the environment has to tell.
pub fn shows_all_colours() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    false
}

fn set_mouse(mouse: Mouse, outlet: &mut Outlet) -> io::Result<()> {
    let ours = mouse == Mouse::Ours;
    if leave::mouse_is(ours) == ours {
        return Ok(());
    }
    mouse::ask(ours);
    outlet.write_all(if ours { mouse::TAKE } else { mouse::RELEASE })
}

/// The size of the terminal, asked at the terminal we write to: one call, no file opened.
fn measure() -> io::Result<Size> {
    #[cfg(unix)]
    let (columns, rows) = {
        let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
        (size.ws_col, size.ws_row)
    };
    #[cfg(not(unix))]
    let (columns, rows) = crossterm::terminal::size()?;
    Ok(drawn(columns, rows))
}

/// What is drawn on a terminal of this size.
fn drawn(columns: u16, rows: u16) -> Size {
    if columns == 0 || rows == 0 {
        return USUAL;
    }
    Size::new(columns.min(LARGEST.width), rows.min(LARGEST.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_is_too_large_or_too_small_to_draw() {
        assert_eq!(drawn(0, 24), USUAL);
        assert_eq!(drawn(200, 60), Size::new(200, 60));
        assert_eq!(drawn(u16::MAX, u16::MAX), LARGEST);
        assert_eq!(drawn(10_000, 1), Size::new(500, 1));
    }
}
