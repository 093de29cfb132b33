//! The practice, led by keys alone as it says itself, with a kill in the middle.

use super::session::{folders, map};
use super::terminal::Terminal;
use std::fs;
use std::path::Path;

/// Every tip sheet in a folder and the folders in it: name and text.
pub fn sheets(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(dir) = waiting.pop() {
        for entry in fs::read_dir(dir).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.contains("tipblad") {
                found.push((name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
            }
        }
    }
    found.sort();
    found
}

/// The digits of the clock in the second row, in seconds.
fn clock(text: &str) -> u32 {
    let row = text.lines().nth(1).expect("a second row");
    let (minutes, seconds) = row.split_whitespace().next().unwrap().split_once(':').expect("a clock");
    minutes.parse::<u32>().unwrap() * 60 + seconds.parse::<u32>().unwrap()
}

#[test]
fn the_practice_is_led_to_the_tip_sheet_through_a_kill() {
    let map = map();
    let mut terminal = Terminal::start(map.path(), &["oefen"]);
    terminal.wait_for("Oefening 1 van 9");
    terminal.keys("<pgdn><pgdn><pgdn><pgdn><pgdn><enter>").wait_for("Oefening 2 van 9");
    terminal.keys("<pgdn><enter>Sanne<enter>").wait_for("Oefening 3 van 9");
    terminal.keys("<pgdn><enter><tab>zingt in een koor<enter>").wait_for("Oefening 4 van 9");
    terminal.keys("<pgdn><enter><tab>meer mensen zien<enter>").wait_for("Van wie is dit doel?");
    terminal.keys("<enter>").wait_for("Oefening 5 van 9");
    terminal.keys("<pgdn><enter>").wait_for("Hoe pakken jullie ze aan?");
    terminal.keys("<enter>zelf de route kiezen<enter>").wait_for("Oefening 6 van 9");
    terminal.keys("<tab>buurvrouw vra").wait_for("Tip bij Netwerk ► buurvrouw vra");
    let before = clock(&terminal.text());
    terminal.kill_dead();

    let mut terminal = Terminal::start(map.path(), &["oefen"]);
    let text = terminal.wait_for("Tip bij Netwerk ► buurvrouw vra");
    assert!(text.contains("Oefening 6 van 9") && text.contains("LOOPT"), "{text}");
    let after = clock(&text);
    assert!(after <= before && after + 60 > before, "the clock went on: {before} {after}");
    terminal.keys("gen<enter>").wait_for("Oefening 7 van 9");
    terminal.keys("<c-z><c-y>").wait_for("Oefening 8 van 9");
    terminal.keys("<pgdn><enter><down><space>").wait_for("Oefening 9 van 9");
    terminal.keys("<up><enter>").wait_for("Oefening klaar.");
    let told = terminal.wait_for("Klaar:");
    assert!(told.contains(".html"), "the name of the sheet is there to read:\n{told}");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.keys("2<enter>");
    let ended = terminal.ended();
    assert_eq!((ended.code, ended.left_on, ended.line_is_as_before), (0, vec![], true));
    assert_eq!(folders(map.path(), "oefenen").len(), 1);
    assert_eq!(folders(map.path(), "besprekingen").len(), 0);
    let sheets = sheets(&map.path().join("oefenen"));
    assert_eq!(sheets.len(), 4, "{sheets:?}");
    for (name, text) in sheets {
        for tip in ["zelf de route kiezen", "buurvrouw vragen"] {
            assert!(text.contains(tip), "{name} has no '{tip}'");
        }
    }
}
