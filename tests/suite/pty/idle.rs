//! Doing nothing costs nothing: no bytes, no waking up.

use super::process::pass;
use super::session::{at_ideas, in_ideas, map};
use super::terminal::Terminal;
use std::time::Duration;

/// How long is looked at. Nothing can be waited for here: the point is that nothing happens.
const LOOK: Duration = Duration::from_secs(3);

/// Bytes and wakings of each, over the same three seconds.
fn cost(terminals: &mut [Terminal]) -> Vec<(usize, u64)> {
    for terminal in &mut *terminals {
        terminal.rest();
    }
    // What was drawn last has to have been read.
    pass(Duration::from_millis(200));
    let count = |terminal: &Terminal| (terminal.sent(), terminal.process().switches());
    let before: Vec<_> = terminals.iter().map(count).collect();
    pass(LOOK);
    let after = terminals.iter().map(count);
    after.zip(before).map(|(after, before)| (after.0 - before.0, after.1 - before.1)).collect()
}

#[test]
fn idle_is_silent_and_a_clock_wakes_once_a_second() {
    let maps = [map(), map(), map(), map()];
    let start = Terminal::start(maps[0].path(), &[]);
    start.wait_for("Nieuwe bespreking");
    let mut working = at_ideas(maps[1].path());
    working.keys("half get").wait_for("► half get");
    let mut paused = in_ideas(maps[2].path());
    paused.keys("<f6>").wait_for("PAUZE");
    let running = in_ideas(maps[3].path());
    let costs = cost(&mut [start, working, paused, running]);
    eprintln!("bytes and wakings in {LOOK:?}: start, step without a clock, pause, clock: {costs:?}");
    assert_eq!(costs[0], (0, 0), "the start screen");
    assert_eq!(costs[1], (0, 0), "a step without a running clock");
    // A pause looks at the clock of the wall once a minute.
    assert!(costs[2].0 <= 100 && costs[2].1 <= 2, "a pause: {:?}", costs[2]);
    let (bytes, wakings) = costs[3];
    assert!((1..=4 * 100).contains(&bytes), "a running clock: {bytes} bytes");
    assert!((2..=5).contains(&wakings), "a running clock: {wakings} wakings");
}
