//! The window takes every size there is, and nothing is the worse for it.

use super::session::{in_ideas, map, only, tips};
use rustix::process::Signal;

const STORM: [(u16, u16); 16] = [
    (1, 1),
    (200, 60),
    (2, 60),
    (200, 1),
    (59, 16),
    (60, 16),
    (60, 15),
    (3, 2),
    (120, 36),
    (40, 10),
    (61, 17),
    (10, 40),
    (80, 24),
    (179, 48),
    (181, 47),
    (1, 60),
];

#[test]
fn a_storm_of_sizes_leaves_everything_as_it_was() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("buurvrouw vragen<enter>half get").wait_for("► half get");
    for round in 0..6 {
        for size in STORM {
            terminal.resize(size);
            if round < 2 {
                terminal.rest();
            }
            if round == 1 {
                terminal.keys("o<bs>");
            }
        }
    }
    terminal.resize((40, 10));
    // An earlier size of the storm may still be on its way to the screen.
    let text = terminal.wait_for("Nu 40x10, nodig 60x16.");
    assert!(text.contains("LOOPT") && text.contains("Dit venster is te klein."), "{text}");
    terminal.keys("ypt").rest();
    terminal.resize((1, 1)).rest();
    terminal.resize((80, 24));
    let text = terminal.wait_for("► half getypt");
    assert!(text.contains("1 buurvrouw vragen") && text.contains("5  Ideeën"), "{text}");
    assert_eq!(text.lines().count(), 24);
    terminal.resize((200, 60));
    terminal.wait("all of 200x60", |text| text.lines().any(|line| line.chars().count() > 190));
    terminal.resize((60, 16)).wait_for("► half getypt");
    terminal.keys("<enter>").wait_for("Laatst: tip 2");
    terminal.kill(Signal::TERM);
    let ended = terminal.ended();
    assert_eq!((ended.code, ended.left_on), (0, vec![]));
    assert_eq!(tips(&only(map.path())), ["buurvrouw vragen", "half getypt"]);
}
