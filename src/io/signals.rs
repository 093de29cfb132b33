//! Signals from the system, as messages for the loop.
//!
//! They are heard on a small thread of their own: the loop's runtime then needs no system event
//! queue, and hearing a key costs it nothing extra. Must not know: what the loop does with them.

use std::io;
use std::thread;

use std::sync::mpsc::Sender;
use tokio::runtime;

const STACK: usize = 128 << 10;

/// What the system asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Save and stop: TERM, INT, or the console window is closed (Windows gives five seconds).
    Quit,
    /// The terminal says goodbye; it may still be there, so save, restore it and stop.
    HangUp,
    /// Stop for now (`kill -TSTP`): give the terminal back first.
    Stop,
    /// Go on after a stop.
    Continue,
    /// The window has another size.
    Resize,
}

/// Starts listening; when this returns, no signal is missed any more.
///
/// # Errors
/// When the system does not let us listen.
pub fn spawn<T: Send + 'static>(tx: Sender<T>, wrap: fn(Signal) -> T) -> io::Result<()> {
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    let mut heard = {
        let _inside = runtime.enter();
        platform::Heard::listen()?
    };
    thread::Builder::new()
        .name("oogst-signaal".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            runtime.block_on(async {
                while let Some(signal) = heard.next().await {
                    if tx.send(wrap(signal)).is_err() {
                        return;
                    }
                }
            });
        })
        .map(drop)
}

#[cfg(unix)]
mod platform {
    //! TERM, INT, HUP, TSTP, CONT and WINCH. Ctrl+Z and Ctrl+C at the keyboard are keys, not signals.

    use std::io;

    use rustix::process::Signal as Number;
    use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

    use super::Signal;

    pub(super) struct Heard {
        term: Stream,
        int: Stream,
        hup: Stream,
        stop: Stream,
        go: Stream,
        size: Stream,
    }

    impl Heard {
        pub(super) fn listen() -> io::Result<Self> {
            Ok(Self {
                term: signal(SignalKind::terminate())?,
                int: signal(SignalKind::interrupt())?,
                hup: signal(SignalKind::hangup())?,
                stop: signal(SignalKind::from_raw(Number::TSTP.as_raw()))?,
                go: signal(SignalKind::from_raw(Number::CONT.as_raw()))?,
                size: signal(SignalKind::window_change())?,
            })
        }

        pub(super) async fn next(&mut self) -> Option<Signal> {
            // In this order: when several wait, the one that ends everything is told first.
            tokio::select! {
                biased;
                heard = self.hup.recv() => heard.map(|()| Signal::HangUp),
                heard = self.term.recv() => heard.map(|()| Signal::Quit),
                heard = self.int.recv() => heard.map(|()| Signal::Quit),
                heard = self.stop.recv() => heard.map(|()| Signal::Stop),
                heard = self.go.recv() => heard.map(|()| Signal::Continue),
                heard = self.size.recv() => heard.map(|()| Signal::Resize),
            }
        }
    }
}

#[cfg(windows)]
mod platform {
    //! Ctrl+Break, closing the console window, logging off and shutting down.

    use std::io;

    use tokio::signal::windows::{
        CtrlBreak, CtrlC, CtrlClose, CtrlLogoff, CtrlShutdown, ctrl_break, ctrl_c, ctrl_close, ctrl_logoff,
        ctrl_shutdown,
    };

    use super::Signal;

    pub(super) struct Heard {
        interrupt: CtrlC,
        cut: CtrlBreak,
        close: CtrlClose,
        logoff: CtrlLogoff,
        shutdown: CtrlShutdown,
    }

    impl Heard {
        pub(super) fn listen() -> io::Result<Self> {
            Ok(Self {
                interrupt: ctrl_c()?,
                cut: ctrl_break()?,
                close: ctrl_close()?,
                logoff: ctrl_logoff()?,
                shutdown: ctrl_shutdown()?,
            })
        }

        pub(super) async fn next(&mut self) -> Option<Signal> {
            let heard = tokio::select! {
                heard = self.close.recv() => heard,
                heard = self.shutdown.recv() => heard,
                heard = self.logoff.recv() => heard,
                heard = self.cut.recv() => heard,
                heard = self.interrupt.recv() => heard,
            };
            heard.map(|()| Signal::Quit)
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::process::{Signal as Number, getpid, kill_process};
    use std::sync::mpsc;

    #[test]
    fn a_signal_becomes_a_message() {
        let (tx, rx) = mpsc::channel();
        spawn(tx, |signal| signal).expect("listening");
        for (number, expected) in [
            (Number::HUP, Signal::HangUp),
            (Number::TERM, Signal::Quit),
            (Number::CONT, Signal::Continue),
            (Number::WINCH, Signal::Resize),
        ] {
            kill_process(getpid(), number).expect("sent");
            assert_eq!(rx.recv(), Ok(expected));
        }
    }
}
