//! A terminal that does not read: a dragged window, a line that hangs. Everything typed goes to
//! the disk all the same, and the program can be ended.

use super::process::{pass, until};
use super::session::{in_ideas, map, only, tips};
use super::terminal::Terminal;
use rustix::process::Signal;
use std::path::Path;
use std::time::{Duration, Instant};

const MANY: usize = 300;

/// Types tips at a terminal that reads nothing of what comes of it.
fn typed_while_hung(map: &Path) -> Terminal {
    let mut terminal = in_ideas(map);
    terminal.hang(true);
    for number in 1..=MANY {
        terminal.write(format!("tip {number}\r").as_bytes());
        pass(Duration::from_millis(4));
    }
    let dir = only(map);
    assert!(until(|| tips(&dir).len() == MANY), "only {} tips", tips(&dir).len());
    terminal
}

#[test]
fn everything_typed_goes_to_the_disk_and_a_signal_ends_it() {
    for signal in [Signal::TERM, Signal::HUP] {
        let map = map();
        let mut terminal = typed_while_hung(map.path());
        terminal.press(b"half");
        let process = terminal.process();
        let asked = Instant::now();
        terminal.kill(signal);
        assert!(until(|| process.state().is_none_or(|state| state == 'Z')), "{signal:?} does not end it");
        assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
        assert_eq!(terminal.ended().code, 0);
        assert_eq!(tips(&only(map.path())).len(), MANY);
        let terminal = Terminal::start(map.path(), &["open", "laatste"]);
        terminal.wait_for("► half");
    }
}

#[test]
fn when_it_reads_again_the_screen_is_whole() {
    let map = map();
    let mut terminal = typed_while_hung(map.path());
    terminal.hang(false);
    terminal.wait_for("Laatst: tip 300");
    terminal.keys("nog een<enter>").wait_for("Laatst: tip 301");
    let names: Vec<String> = terminal.process().threads().into_values().map(|thread| thread.name).collect();
    assert!(!names.contains(&"oogst-scherm".to_owned()), "a thread only while it hangs: {names:?}");
    terminal.kill(Signal::TERM);
    let ended = terminal.ended();
    assert_eq!((ended.code, ended.left_on), (0, vec![]));
}

/// A window of a size that no screen has is drawn as large as screens are.
#[test]
fn an_enormous_window_costs_no_memory() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.resize_line((u16::MAX, u16::MAX));
    terminal.rest().keys("tip<enter>").rest();
    let status = std::fs::read_to_string(format!("/proc/{}/status", terminal.process().0)).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 128 << 10, "{peak} kB");
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
    assert_eq!(tips(&only(map.path())), ["tip"]);
}
