//! Three windows on one folder while one or two of them are killed at any moment: the others go
//! on, whoever comes back shows the newest, and nothing that was called saved is lost.

use super::killed::{Dice, acknowledged, type_on};
use super::session::{in_ideas, map, only, tips};
use super::terminal::Terminal;
use std::path::Path;

/// Rounds of a usual run; `OOGST_RONDES` asks for another number.
const ROUNDS: u32 = 24;
/// The windows beside the one that types; one is killed when its bit is set, and the one that types
/// when the bit after theirs is.
const BESIDE: [&str; 2] = ["groepsscherm", "tijd"];
const LEAD: u64 = 1 << BESIDE.len();

type Windows = [Option<Terminal>; 2];

fn rounds() -> u32 {
    std::env::var("OOGST_RONDES").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

/// Starts what is not there.
fn start(map: &Path, windows: &mut Windows) {
    for (name, window) in BESIDE.iter().zip(windows) {
        window.get_or_insert_with(|| Terminal::start(map, &[name]));
    }
}

fn kill(windows: &mut Windows, victims: u64) -> u32 {
    let mut killed = 0;
    for (bit, window) in windows.iter_mut().enumerate().filter(|(bit, _)| victims >> bit & 1 == 1) {
        if let Some(window) = window.take() {
            assert_ne!(window.process().state(), Some('Z'), "{} had gone by itself", BESIDE[bit]);
            window.kill_dead();
            killed += 1;
        }
    }
    killed
}

/// The clock of the step runs, however late it is.
fn runs(text: &str) -> bool {
    ["LOOPT", "BIJNA", "TIJD", "OVER"].iter().any(|word| text.contains(word))
}

/// What the one that types adds stands in the other windows, and the clock goes on there.
fn all_go_on(lead: &mut Terminal, windows: &Windows, round: u32, number: usize) {
    let marker = format!("klaar na ronde {round}");
    lead.keys(&format!("{marker}<enter>"));
    lead.wait("the tip to be saved", |text| acknowledged(text) == number);
    let [Some(room), Some(keeper)] = windows else { panic!("all are there") };
    room.wait_for(&marker);
    lead.keys("<f6>");
    keeper.wait_for("PAUZE sinds");
    lead.keys("<f6>");
    keeper.wait("a clock that runs", runs);
    room.wait("a clock that runs", runs);
}

#[test]
fn whatever_is_killed_the_others_go_on_and_nothing_saved_is_lost() {
    let map = map();
    let mut lead = in_ideas(map.path());
    let dir = only(map.path());
    let mut windows = [None, None];
    let mut dice = Dice(0x0bad_5eed_0005);
    let mut known: Vec<String> = Vec::new();
    let (mut kills, mut promised) = (0, 0);
    for round in 0..rounds() {
        start(map.path(), &mut windows);
        // One or two of the three, at some moment while tips are typed.
        let victims = 1 + dice.below(6);
        let moment = usize::try_from(dice.below(300)).unwrap();
        let (typed, saved) = type_on(&mut lead, &mut dice, round, known.len(), |left| {
            if left <= moment {
                kills += kill(&mut windows, victims);
            }
        });
        if victims & LEAD != 0 {
            lead.kill_dead();
            kills += 1;
            lead = Terminal::start(map.path(), &["open", "laatste"]);
            lead.wait_for("Tip bij Cliënt ►");
        }
        kills += kill(&mut windows, victims);
        // With an empty line Ctrl+U would bring back what it took away before.
        lead.rest().keys("x<c-u>").rest();
        let found = tips(&dir);
        assert!(found.len() >= saved, "round {round}: {saved} were called saved, {} are there", found.len());
        assert_eq!(found[..known.len()], known, "round {round}: nothing from before went");
        let new = &found[known.len()..];
        assert_eq!(new, &typed[..new.len()], "round {round}: a beginning of what was typed, in order");
        promised += saved - known.len();
        start(map.path(), &mut windows);
        all_go_on(&mut lead, &windows, round, found.len() + 1);
        known = tips(&dir);
        if (round + 1) % 50 == 0 {
            eprintln!("{} rounds: {kills} kills, {} tips, {promised} called saved", round + 1, known.len());
        }
    }
    eprintln!("{} rounds: {kills} kills, {} tips, {promised} called saved, lost 0", rounds(), known.len());
    assert!(kills >= rounds() && promised > 0, "{kills} {promised}");
}
