//! Killed at a moment of nobody's choosing: what the screen called saved is there, in order, and
//! what was half typed stands in de regel again.

use super::process::pass;
use super::session::{in_ideas, map, only, tips};
use super::terminal::Terminal;
use oogst::app::state::draft::Draft;
use oogst::io::store::draft::{Found, read};
use std::path::Path;
use std::time::Duration;

const ROUNDS: u32 = 15;

/// A small generator: the same moments in every run, as far as a computer goes.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// What stands in de regel according to the draft on disk.
fn draft(dir: &Path) -> String {
    match read(dir) {
        Found::Nothing => String::new(),
        Found::Text(text) => {
            let draft: Draft = ron::from_str(&text).expect("a draft");
            draft.lines.into_iter().map(|(_, text)| text).collect()
        }
        Found::Damaged => panic!("a torn draft"),
    }
}

/// The number of the tip that the screen calls saved, if it does.
pub fn acknowledged(text: &str) -> usize {
    let saved = text.lines().next().is_some_and(|title| title.contains("Bewaard"));
    let number = text.split("Laatst: tip ").nth(1).and_then(|rest| rest.split(' ').next());
    number.filter(|_| saved).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Types tips in uneven pieces for a while; gives what was typed and what was called saved. After
/// every piece it tells how many bytes are left.
pub fn type_on(
    terminal: &mut Terminal,
    dice: &mut Dice,
    round: u32,
    before: usize,
    mut left: impl FnMut(usize),
) -> (Vec<String>, usize) {
    let count = 1 + usize::try_from(dice.below(25)).unwrap();
    let typed: Vec<String> = (0..count).map(|tip| format!("ronde {round} tip {tip} met woorden")).collect();
    let all = typed.iter().fold(String::new(), |all, tip| format!("{all}{tip}\r"));
    let cut = usize::try_from(dice.below(30)).unwrap().min(all.len());
    let mut rest = &all.as_bytes()[..all.len() - cut];
    let mut saved = before;
    while !rest.is_empty() {
        let length = usize::try_from(1 + dice.below(17)).unwrap().min(rest.len());
        terminal.write(&rest[..length]);
        rest = &rest[length..];
        left(rest.len());
        if dice.below(3) == 0 {
            pass(Duration::from_micros(dice.below(4_000)));
        }
        saved = saved.max(acknowledged(&terminal.text()));
    }
    pass(Duration::from_micros(dice.below(30_000)));
    (typed, saved.max(acknowledged(&terminal.text())))
}

#[test]
fn what_was_called_saved_survives_a_kill_at_any_moment() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    let dir = only(map.path());
    let mut dice = Dice(0x000f_00d5_eed5);
    let mut known: Vec<String> = Vec::new();
    let mut promised = 0;
    let mut apart = 0;
    for round in 0..ROUNDS {
        let (typed, saved) = type_on(&mut terminal, &mut dice, round, known.len(), |_| ());
        terminal.kill_dead();
        let left = draft(&dir);
        terminal = Terminal::start(map.path(), &["open", "laatste"]);
        let text = terminal.wait_for("Tip bij Cliënt ►");
        assert!(text.contains("LOOPT"), "{text}");

        let found = tips(&dir);
        assert!(found.len() >= saved, "round {round}: {saved} were called saved, {} are there", found.len());
        assert_eq!(found[..known.len()], known, "round {round}: nothing from before went");
        let new = &found[known.len()..];
        assert_eq!(new, &typed[..new.len()], "round {round}: a beginning of what was typed, in order");
        if new.len() < typed.len() && !typed[new.len()].starts_with(&left) {
            apart += 1;
        }
        // The draft waits for the journal: a tip may stand in both, never in neither.
        let mut near = typed[..typed.len().min(new.len() + 1)].iter();
        let is_typed = left.is_empty() || near.any(|tip| tip.starts_with(&left));
        assert!(is_typed, "round {round}: '{left}' is not of {typed:?}");
        assert!(text.contains(left.trim_end()), "round {round}: the draft '{left}' is in view:\n{text}");
        terminal.keys("<c-u>").rest();
        promised += saved - known.len();
        known = found;
    }
    eprintln!(
        "{ROUNDS} kills: {} tips there, {promised} called saved, {apart} drafts a frame apart",
        known.len()
    );
    assert!(promised > 0 && known.len() > usize::try_from(ROUNDS).unwrap(), "{promised} {}", known.len());
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.keys("2<enter>");
    assert_eq!(terminal.ended().code, 0);
}
