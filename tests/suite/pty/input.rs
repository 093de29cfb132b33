//! What comes in besides keys: pastes without an end, and answers that nobody asked for.

use super::session::{in_ideas, map, only, tips};
use rustix::process::Signal;

#[test]
fn a_paste_without_an_end_does_not_make_it_deaf() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.write(b"\x1b[200~buurvrouw vragen").wait_for("► buurvrouw vragen");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.kill_dead();
    let terminal = super::terminal::Terminal::start(map.path(), &["open", "laatste"]);
    terminal.wait_for("► buurvrouw vragen");
}

#[test]
fn answers_of_the_terminal_are_no_text() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("een");
    for answer in [
        &b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"[..],
        b"\x1b[>41;379;0c",
        b"\x1bP>|XTerm(379)\x1b\\",
        b"\x1b]10;rgb:00",
    ] {
        terminal.write(answer);
    }
    // The last one never ends.
    super::process::pass(std::time::Duration::from_millis(700));
    terminal.keys(" tip<enter>").wait_for("Laatst: tip 1");
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
    assert_eq!(tips(&only(map.path())), ["een tip"]);
}
