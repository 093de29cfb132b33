//! The terminal: taking it, drawing on it, stopping and coming back, and giving it back.
//!
//! Must not know: what is drawn, keys, sessions.

pub mod backend;
pub mod leave;
mod mouse;

use std::io::{self, IsTerminal, Stdout, stdout};

use crossterm::terminal::enable_raw_mode;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use backend::FrameBackend;
pub use leave::{install_panic_hook, leave};

/// Alternate screen and, where they work, paste marks and word of who has the keyboard. The cursor is hidden by the first frame.
#[cfg(unix)]
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?1004h";
#[cfg(not(unix))]
const ENTER: &[u8] = b"\x1b[?1049h";

/// Used when the terminal does not say how large it is.
const USUAL: Size = Size::new(80, 24);

/// Whether clicks and the wheel come to us or stay with the terminal (to select text).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mouse {
    #[default]
    Terminal,
    Ours,
}

/// The taken terminal. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<FrameBackend<Stdout>>,
    mouse: Mouse,
    /// We stopped ourselves, so the signal that says we go on is no news.
    stopped: bool,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When the output is no terminal or cannot be set up; the message is a Dutch sentence.
    pub fn enter(mouse: Mouse) -> io::Result<Self> {
        take(mouse)?;
        let terminal = Terminal::new(FrameBackend::new(stdout(), measure)).inspect_err(|_| leave())?;
        Ok(Self { terminal, mouse, stopped: false })
    }

    /// The size of the terminal in cells; the usual one when it does not tell.
    pub fn size(&self) -> Size {
        measure().unwrap_or(USUAL)
    }

    /// Draws a frame; writes nothing when nothing changed.
    ///
    /// # Errors
    /// When the terminal is gone, or was given back because another thread panicked: that ends the
    /// program, also when this thread could go on.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if !leave::is_ours() {
            return Err(io::Error::other("De terminal is al teruggegeven."));
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
    pub fn set_mouse(&mut self, mouse: Mouse) {
        self.mouse = mouse;
        set_mouse(mouse);
    }

    /// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
    ///
    /// # Errors
    /// When the terminal is gone after coming back.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, getpid, kill_process};
        leave();
        self.stopped = true;
        kill_process(getpid(), Signal::STOP)?;
        take(self.mouse)?;
        self.repaint()
    }

    /// The process goes on after a stop that was not ours: the shell may have changed everything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resumed(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.stopped) {
            return Ok(());
        }
        leave();
        take(self.mouse)?;
        self.repaint()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

fn take(mouse: Mouse) -> io::Result<()> {
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
    leave::write_past_buffer(ENTER);
    set_mouse(mouse);
    Ok(())
}

/// Whether the terminal is known to show every colour. A Windows console that obeys sequences at all
/// does; elsewhere the environment has to tell.
pub fn shows_all_colours() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    false
}

fn set_mouse(mouse: Mouse) {
    match mouse {
        Mouse::Ours => {
            leave::mouse(true);
            mouse::take();
        }
        Mouse::Terminal => {
            if leave::mouse(false) {
                mouse::release();
            }
        }
    }
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
    Ok(if columns == 0 || rows == 0 { USUAL } else { Size::new(columns, rows) })
}
