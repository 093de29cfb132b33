//! Much at once: keys faster than fingers, long pastes, and pastes that mean harm.

use super::session::{in_ideas, lines, map, only, tips};
use super::terminal::Terminal;
use rustix::process::Signal;

/// Nothing that a terminal would obey came from a text: only sequences that the program itself
/// writes, and only text beside them.
pub fn only_our_own(raw: &[u8]) {
    let text = std::str::from_utf8(raw).expect("whole characters");
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let harmless = match c {
            '\x1b' => chars.next() == Some('['),
            '\r' | '\n' => true,
            c => !c.is_control(),
        };
        assert!(harmless, "{c:?} before {:?}", chars.as_str().chars().take(40).collect::<String>());
    }
}

#[test]
fn two_thousand_keys_at_once_all_arrive() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    let text: String = (0..2_000_u32).map(|n| char::from(b'a' + u8::try_from(n % 26).unwrap())).collect();
    terminal.write(text.as_bytes()).wait_for("2000/90");
    terminal.rest().keys("<enter>").wait_for("Laatst: tip 1");
    let wanted: Vec<String> = (0..250_u32).map(|n| format!("tip {n:03}")).collect();
    let many = wanted.join("\r") + "\r";
    assert_eq!(many.len(), 2_000);
    terminal.write(many.as_bytes());
    terminal.wait_for("Laatst: tip 251");
    terminal.wait("all of it saved", |text| {
        text.contains("Laatst: tip 251") && text.lines().next().is_some_and(|title| title.contains("Bewaard"))
    });
    let tips = tips(&only(map.path()));
    assert_eq!(tips[0], text);
    assert_eq!(tips[1..], wanted);
}

#[test]
fn a_paste_of_ten_thousand_lines_is_one_question_and_one_line_of_the_journal() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    let dir = only(map.path());
    let before = lines(&dir).len();
    let list: Vec<String> = (0..10_000).map(|n| format!("- tip nummer {n}")).collect();
    terminal.paste(&list.join("\n")).wait_for("10000 tips: elke regel apart");
    assert_eq!(lines(&dir).len(), before, "nothing before the answer");
    terminal.keys("<enter>").wait_gone("elke regel apart");
    terminal.wait("saved", |text| text.contains("Bewaard") && text.contains("tip nummer"));
    assert_eq!(lines(&dir).len(), before + 1);
    let found = tips(&dir);
    assert_eq!((found.len(), found[9_999].as_str()), (10_000, "tip nummer 9999"));
    terminal.keys("<c-z>").wait_gone("tip nummer 9");
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
    assert_eq!((lines(&dir).len(), tips(&dir).len()), (before + 2, 0));
}

#[test]
fn a_line_of_a_megabyte_is_no_trouble() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    let dir = only(map.path());
    let words = "woord ".repeat(1_000_000 / 6);
    terminal.paste(&words).wait_for("/90");
    terminal.keys("x<enter>").wait_for("Laatst: tip 1");
    terminal.keys("nog een<enter>").wait_for("Laatst: tip 2");
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
    let found = tips(&dir);
    assert_eq!(found[1], "nog een");
    assert!(found[0].starts_with("woord woord") && found[0].chars().count() <= 2_000, "{}", found[0].len());
}

#[test]
fn what_a_paste_hides_never_reaches_the_terminal() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    let dir = only(map.path());
    let evil = [
        "klembord \x1b]52;c;cm0gLXJm\x07 einde",
        "titel \x1b]0;weg\x1b\\ einde",
        "wissen \x1b[2J\x1b[H\x1b[?1049l einde",
        "kleur \u{9b}31m einde",
        "bel \x07\x08\x08\x08\x7f\x00 einde",
        "vraag \x1b[6n\x1b[c\x05 einde",
        "richting \u{202e}om\u{202c} \u{200b}\u{feff} einde",
        "dcs \x1bP$q\"p\x1b\\ einde \u{90}q\u{9c}",
    ];
    for (number, text) in (1..).zip(evil) {
        terminal.paste(text).wait_for("einde");
        terminal.keys("<enter>").wait_for(&format!("Laatst: tip {number}"));
    }
    terminal.paste(&evil.join("\n")).wait_for("elke regel apart");
    terminal.keys("<enter>").wait_gone("elke regel apart");
    terminal.press(b"\x1b[200~half \x9b31m \xff\xfe einde\x1b[201~").wait_for("einde");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    only_our_own(&terminal.raw());
    terminal.keys("2<enter>");
    assert_eq!(terminal.ended().code, 0);
    for tip in tips(&dir) {
        assert!(!tip.chars().any(char::is_control) && tip.contains("einde"), "{tip:?}");
    }

    // And a journal that somebody else wrote is no way in either.
    let mut text = std::fs::read_to_string(dir.join("logboek.ronl")).unwrap();
    text = text.replace("klembord", "klembord\\u{1b}]52;c;cm0=\\u{7}\\u{9b}2J");
    std::fs::write(dir.join("logboek.ronl"), text).unwrap();
    let terminal = Terminal::start(map.path(), &["open", "laatste"]);
    terminal.wait_for("klembord");
    only_our_own(&terminal.raw());
}
