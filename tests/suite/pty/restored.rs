//! However it ends, the terminal is given back as it was, and what was typed is on disk.

use super::process::{pass, until};
use super::session::{at_ideas, in_ideas, map, only, tips};
use super::terminal::{Ended, Terminal, USUAL};
use oogst::io::store::draft::{Found, read};
use oogst::io::terminal::{Mouse, Screen, install_panic_hook};
use rustix::process::Signal;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Tells the test program, started anew in a terminal, that it has to panic there.
const PANIC: &str = "OOGST_TEST_PANIC";

#[track_caller]
fn given_back(ended: &Ended) {
    assert_eq!(ended.left_on, Vec::<&str>::new());
    assert!(ended.line_is_as_before, "the settings of the line");
}

/// The half-typed text is in the draft.
fn kept(dir: &Path, text: &str) {
    match read(dir) {
        Found::Text(draft) => assert!(draft.contains(text), "{draft}"),
        found @ (Found::Nothing | Found::Damaged) => panic!("{found:?}"),
    }
}

#[test]
fn ctrl_c_on_the_start_screen() {
    let map = map();
    let mut terminal = Terminal::start(map.path(), &[]);
    terminal.wait_for("Nieuwe bespreking");
    assert_eq!(terminal.modes(), ["alternate screen", "bracketed paste"]);
    assert!(!terminal.line_is_as_before());
    terminal.keys("<c-c>");
    let ended = terminal.ended();
    assert_eq!(ended.code, 0);
    assert_eq!(ended.screen.trim(), "", "nothing is left behind on the screen of the shell");
    given_back(&ended);
}

#[test]
fn ctrl_c_asks_only_while_the_clock_runs() {
    let map = map();
    let mut terminal = at_ideas(map.path());
    terminal.keys("een tip<enter>").wait_for("Is stap 5 begonnen?");
    terminal.keys("<esc>").wait_for("1 een tip");
    terminal.keys("<enter>").rest();
    terminal.press_until("<enter>", "LOOPT");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.keys("<esc>").wait_gone("Afsluiten?");
    terminal.keys("<c-c>").wait_for("De klok loopt door");
    terminal.keys("2<enter>");
    let ended = terminal.ended();
    assert_eq!(ended.code, 0);
    given_back(&ended);

    let mut terminal = at_ideas(map.path());
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);
}

#[test]
fn signals_end_it_in_order() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let map = map();
        let mut terminal = in_ideas(map.path());
        terminal.keys("buurvrouw vragen<enter>half get").wait_for("► half get");
        terminal.kill(signal);
        let ended = terminal.ended();
        assert_eq!(ended.code, 0, "{signal:?}");
        given_back(&ended);
        let dir = only(map.path());
        assert_eq!(tips(&dir), ["buurvrouw vragen"]);
        kept(&dir, "half get");
    }
}

#[test]
fn the_mouse_is_given_back_too() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("<esc>").wait_for("Kies ►");
    terminal.keys("muis aan<enter>").wait("the menu gone", |text| !text.contains("Kies ►"));
    assert!(until(|| terminal.modes().contains(&"mouse")), "{:?}", terminal.modes());
    terminal.kill(Signal::TERM);
    given_back(&terminal.ended());
}

#[test]
fn stopped_and_continued() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("buurvrouw vragen<enter>half").wait_for("► half");
    for _ in 0..2 {
        terminal.kill(Signal::TSTP);
        let process = terminal.process();
        assert!(until(|| process.state() == Some('T')), "{:?}", process.state());
        assert!(until(|| terminal.modes().is_empty()), "{:?}", terminal.modes());
        assert!(terminal.line_is_as_before(), "the shell gets its own settings");
        terminal.kill(Signal::CONT);
        assert!(until(|| terminal.modes() == ["alternate screen", "bracketed paste"]));
        let text = terminal.wait_for("► half");
        assert!(text.contains("1 buurvrouw vragen"), "{text}");
        assert!(!terminal.line_is_as_before());
    }
    terminal.keys(" af<enter>").wait_for("2 half af");
    terminal.kill(Signal::TERM);
    given_back(&terminal.ended());
}

#[test]
fn a_line_that_is_gone_costs_nothing_that_was_typed() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("een<enter>twee<enter>half").wait_for("► half");
    terminal.write(b" geschreven\rdrie");
    terminal.wait_for("► drie");
    terminal.cut();
    let gone = Instant::now();
    let ended = terminal.ended();
    assert!(gone.elapsed() < Duration::from_secs(2), "{:?}", gone.elapsed());
    assert_eq!(ended.code, 0);
    let dir = only(map.path());
    assert_eq!(tips(&dir), ["een", "twee", "half geschreven"]);
    kept(&dir, "drie");
}

/// Not a test by itself: the other end of the next one.
#[test]
fn panics_when_it_was_started_for_that() {
    if std::env::var_os(PANIC).is_none() {
        return;
    }
    install_panic_hook(|| {});
    let mut screen = Screen::enter(Mouse::Ours, Arc::new(|| {})).expect("a terminal");
    screen.draw(|frame| frame.render_widget("getekend", frame.area())).expect("drawn");
    panic!("on purpose");
}

#[test]
fn a_panic_gives_the_terminal_back_and_tells_no_text() {
    let map = map();
    let this = std::env::current_exe().expect("this program");
    let name = "pty::restored::panics_when_it_was_started_for_that";
    let args = ["--exact", name, "--nocapture"].map(OsStr::new);
    let terminal = Terminal::program(this.as_os_str(), map.path(), &args, USUAL, &[(PANIC, Some("1"))]);
    let ended = terminal.ended();
    let raw = String::from_utf8_lossy(&ended.raw).into_owned();
    assert!(raw.contains("getekend") && raw.contains("\x1b[?1000h"), "it was drawn: {raw}");
    assert!(ended.screen.contains("Oogst is gestopt door een fout in het programma"), "{}", ended.screen);
    assert!(!ended.screen.contains("on purpose"), "{}", ended.screen);
    given_back(&ended);
    pass(Duration::ZERO);
}
