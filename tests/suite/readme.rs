//! The README says what the program says: its tables and pictures are made from the program and
//! compared here. `OOGST_SCHRIJF=1 cargo test readme` writes them anew.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what it missed by failing")]

use oogst::app::pages::help;
use oogst::app::state::model::{Model, Screen};
use oogst::app::steps::clusteren as flaps;
use oogst::domain::time::Now;
use oogst::io::{config, methods};
use oogst::paper::Sheet;
use oogst::support;
use oogst::ui::draw::draw;
use oogst::ui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use std::fmt::Write as _;
use std::path::Path;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md")
}

/// Compares the part between the marks with `made`, or writes it.
fn part(name: &str, made: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = readme();
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("README.md has no mark {begin}"));
    let (there, after) = rest.split_once(&end).unwrap_or_else(|| panic!("README.md has no mark {end}"));
    if std::env::var_os("OOGST_SCHRIJF").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        std::fs::write(path, format!("{before}{begin}{made}{end}{after}")).expect("README.md is written");
    } else {
        assert_eq!(there, made, "run: OOGST_SCHRIJF=1 cargo test readme");
    }
}

fn picture(model: &Model, now: &Now) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let theme = support::theme();
    draw(&mut buffer, model, &theme, now);
    // The bar is drawn with fills, which plain text does not show.
    let (left, done) = (theme.style(Role::BarLeft).bg, theme.style(Role::BarDone).bg);
    // So are the giant digits; elsewhere that fill lies behind words.
    let giant = matches!(model.screen, Screen::Window(_));
    let big = theme.style(Role::Big).bg.filter(|_| giant);
    let shown = |cell: &Cell| match Some(cell.bg) {
        bg if bg == left || (bg == big && giant) => "█".to_owned(),
        bg if bg == done => "░".to_owned(),
        _ => cell.symbol().to_owned(),
    };
    let mut text = String::from("```text\n");
    for y in 0..24 {
        let row: String = (0..80).filter_map(|x| buffer.cell((x, y))).map(shown).collect();
        let _ = writeln!(text, "{}", row.trim_end());
    }
    text.push_str("```\n");
    text
}

#[test]
fn the_tables_and_pictures_are_those_of_the_program() {
    let mut keys = String::from("| Toets | Doet |\n|---|---|\n");
    for (key, words) in help::key_lines(&config::shipped_keys(), |_| true) {
        let _ = writeln!(keys, "| {key} | {words} |");
    }
    part("toetsen", &keys);
    part("opdrachten", &format!("```text\n{}```\n", oogst::cli::help()));
    part(
        "tijd",
        &picture(&support::example_of_the_tijdbewaker().0, &support::example_of_the_tijdbewaker().1),
    );
    part("bladen", &sheets());
    part("beginscherm", &picture(&support::start(), &support::now()));
    part("privacy", &crate::privacy::figures());
    let (model, now) = support::example_in_step_5();
    part("matrix", &picture(&model, &now));
    part("clusteren", &picture(&support::flaps::clustering(), &support::now()));
    let mut grammar = String::from("| Typ | Dan |\n|---|---|\n");
    for (typed, words) in flaps::GRAMMAR {
        let typed = if typed == "iets anders" { typed.to_owned() } else { format!("`{typed}`") };
        let _ = writeln!(grammar, "| {typed} | {words} |");
    }
    part("sorteer", &grammar);
}

/// The sheets with their word and the werkwijzen they come with.
fn sheets() -> String {
    let mut table = String::from("| `--blad` | Wat | Werkwijze |\n|---|---|---|\n");
    let methods = ["akad", "case-conference"].map(|id| methods::load_shipped(id).expect(id));
    for sheet in Sheet::ALL {
        let fits = methods.iter().filter(|method| sheet.is_for(method)).map(|method| method.name.as_str());
        let fits = fits.collect::<Vec<_>>().join(", ");
        let _ = writeln!(table, "| `{}` | {} | {fits} |", sheet.word(), sheet.about());
    }
    table
}

#[test]
fn the_two_commands_are_there() {
    let text = readme();
    for command in ["cargo run --release -- oefen", "cargo test --locked"] {
        assert!(text.contains(command), "{command}");
    }
}
