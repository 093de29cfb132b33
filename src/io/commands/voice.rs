//! How a command speaks: the only way from it to the terminal. Whatever a line is made of (names,
//! paths, texts from files), nothing in it is obeyed there.
//!
//! Must not know: what is said.

use super::Failure;
use crate::domain::words;
use crate::io::store::error;
use std::io::{self, Write};

/// Standard output or standard error of a command.
pub struct Voice<'a>(&'a mut dyn Write);

impl<'a> Voice<'a> {
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self(out)
    }

    /// One line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn say(&mut self, line: &str) -> Result<(), Failure> {
        self.hand_over(format!("{}\n", words::told(line)).as_bytes())
    }

    /// A question, with the answer behind it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn ask(&mut self, question: &str) -> Result<(), Failure> {
        self.hand_over(format!("{} ", words::told(question)).as_bytes())
    }

    /// The content of a file somebody asked for, as it is. Whoever closes the pipe
    /// (`oogst lijst | head`) has seen enough; that is no failure.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn hand_over(&mut self, content: &[u8]) -> Result<(), Failure> {
        match self.0.write_all(content).and_then(|()| self.0.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let reason = error::reason(&error);
                Err(Failure::new(format!("De uitkomst kan niet worden geschreven: {reason}.")))
            }
            _ => Ok(()),
        }
    }
}
