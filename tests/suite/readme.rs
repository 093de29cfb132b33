//! README and handbook say what the program says: their tables and pictures are made from the
//! program and compared here. `OOGST_SCHRIJF=1 cargo test readme` writes them anew.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what it missed by failing")]

use crate::source::{files, read, root};
use oogst::app::state::model::Model;
use oogst::app::steps::clusteren as flaps;
use oogst::cli::words::{self, COMMANDS, Choice, EVERYWHERE};
use oogst::domain::method::{Activity, Method};
use oogst::domain::time::Now;
use oogst::io::{config, methods};
use oogst::paper::{Sheet, handbook};
use oogst::support;
use oogst::text::signals;
use oogst::ui::draw::draw;
use oogst::ui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use std::fmt::Write as _;

/// Where the chapters of the handbook are.
const CHAPTERS: &str = "src/paper/handbook";

/// Compares the part of a file between the marks with `made`, or writes it.
fn part(path: &str, name: &str, made: &str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = read(path);
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{path} has no mark {begin}"));
    let (there, after) = rest.split_once(&end).unwrap_or_else(|| panic!("{path} has no mark {end}"));
    if std::env::var_os("OOGST_SCHRIJF").is_some() {
        std::fs::write(root(path), format!("{before}{begin}{made}{end}{after}")).expect("it is written");
    } else {
        assert_eq!(there, made, "{path}: run OOGST_SCHRIJF=1 cargo test readme, and build again");
    }
}

fn picture(model: &Model, now: &Now) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let theme = support::theme();
    draw(&mut buffer, model, &theme, now);
    // The bar is drawn with fills, which plain text does not show.
    let (left, done) = (theme.style(Role::BarLeft).bg, theme.style(Role::BarDone).bg);
    let shown = |cell: &Cell| match Some(cell.bg) {
        bg if bg == left => "█".to_owned(),
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
fn the_picture_in_the_readme_is_that_of_the_program() {
    let (model, now) = support::example_in_step_5();
    part("README.md", "matrix", &picture(&model, &now));
}

#[test]
fn the_tables_in_the_handbook_are_those_of_the_program() {
    let made = |chapter: &str, name: &str, made: &str| {
        part(&format!("{CHAPTERS}/{chapter}"), name, &format!("{made}\n"));
    };
    for (id, name) in [("akad", "akad"), ("case-conference", "conference")] {
        let chapter = if id == "akad" { "bespreking.md" } else { "conference.md" };
        made(chapter, name, &steps(&methods::load_shipped(id).expect(id)));
    }
    let grammar = flaps::GRAMMAR.iter().map(|(typed, words)| {
        let typed = if *typed == "iets anders" { (*typed).to_owned() } else { format!("`{typed}`") };
        [typed, (*words).to_owned()]
    });
    made("conference.md", "sorteer", &table(["Typ", "Dan"], grammar));
    let signals = (1..).zip(signals::LIST).map(|(number, words)| [format!("`{number}`"), words.to_owned()]);
    made("vensters.md", "seintjes", &table(["Typ", "Seintje"], signals));
    made("afloop.md", "bladen", &sheets());
    made("privacy.md", "filter", &crate::privacy::figures());
    made("privacy.md", "namen", &crate::privacy::second());
    let keys = config::shipped_keys().lines(|_| true).into_iter();
    made("naslag.md", "toetsen", &table(["Toets", "Doet"], keys.map(|(key, words)| [key, words])));
    made("naslag.md", "opdrachten", &commands());
    made("naslag.md", "opties", &options());
    made("naslag.md", "activiteiten", &activities());
}

/// Words between these are on a screen somewhere.
#[test]
fn the_handbook_quotes_what_the_program_says() {
    let sources: String = ["src/app", "src/text", "src/keys", "src/methods", "src/ui", "src/domain"]
        .into_iter()
        .flat_map(files)
        .filter(|path| path.strip_suffix(".fst").is_none())
        .map(|path| read(&path))
        .collect();
    let mut quotes = 0;
    for (name, text) in handbook::CHAPTERS.into_iter().chain([handbook::CARD]) {
        let bare = text.replace("**", "");
        for quote in bare.split('*').skip(1).step_by(2) {
            assert!(sources.contains(quote), "{name} quotes what no screen says: {quote}");
            quotes += 1;
        }
    }
    assert!(quotes > 15, "{quotes} quotes");
}

#[test]
fn every_chapter_is_in_the_handbook() {
    let known = handbook::CHAPTERS.into_iter().chain([handbook::CARD]);
    let mut known: Vec<String> = known.map(|(name, _)| format!("{CHAPTERS}/{name}")).collect();
    known.sort();
    let there: Vec<String> =
        files(CHAPTERS).into_iter().filter(|path| path.strip_suffix(".md").is_some()).collect();
    assert_eq!(there, known);
}

fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = line(&head.map(str::to_owned)) + &format!("|{}\n", "---|".repeat(N));
    rows.for_each(|row| text.push_str(&line(&row)));
    text
}

/// The steps of a werkwijze with the minutes of its first profile.
fn steps(method: &Method) -> String {
    let rows = method.steps.iter().map(|step| {
        let again = (step.second_number != step.number && !step.second_number.is_empty())
            .then(|| format!(" ({})", step.second_number));
        let minutes = step.minutes.first().copied().unwrap_or_default();
        let number = format!("{}{}", step.number, again.unwrap_or_default());
        [number, step.short.to_string(), format!("{minutes} minuten")]
    });
    table(["Nummer", "Stap", "Voorstel"], rows)
}

/// The sheets with their word and the werkwijzen they come with.
fn sheets() -> String {
    let methods = ["akad", "case-conference"].map(|id| methods::load_shipped(id).expect(id));
    let rows = Sheet::ALL.into_iter().map(|sheet| {
        let fits = methods.iter().filter(|method| sheet.is_for(method)).map(|method| method.short.as_str());
        let fits = fits.collect::<Vec<_>>();
        let fits = if fits.len() == methods.len() { "allebei".to_owned() } else { fits.join(", ") };
        [format!("`{}`", sheet.word()), sheet.about().to_owned(), fits]
    });
    table(["Blad", "Wat", "Werkwijze"], rows)
}

fn commands() -> String {
    let rows = COMMANDS.iter().map(|command| {
        let typed = ["oogst", command.word, command.after].join(" ");
        [format!("`{}`", typed.trim()), command.about.to_owned()]
    });
    table(["Opdracht", "Doet"], rows)
}

fn options() -> String {
    let row = |word: &str, option: &Choice| {
        let typed = format!("--{} {}", option.name, option.value);
        [word.to_owned(), format!("`{}`", typed.trim()), option.about.to_owned()]
    };
    let own = COMMANDS.iter().flat_map(|command| {
        words::options(command)
            .enumerate()
            .map(move |(at, option)| row(if at == 0 { command.word } else { "" }, option))
    });
    let everywhere = EVERYWHERE.iter().enumerate();
    let everywhere = everywhere.map(|(at, option)| row(if at == 0 { "altijd" } else { "" }, option));
    table(["Bij", "Erachter", "Dan"], own.chain(everywhere))
}

/// What a step of a werkwijze can do: the words of the closed set, with the steps that come along.
fn activities() -> String {
    let methods = ["akad", "case-conference"].map(|id| methods::load_shipped(id).expect(id));
    let rows = Activity::ALL.into_iter().map(|activity| {
        let steps = methods.iter().flat_map(|method| {
            let steps = method.steps.iter().filter(move |step| step.activity == activity);
            steps.map(|step| format!("{} {} {}", method.short, step.number, step.short))
        });
        let steps = steps.collect::<Vec<_>>().join("; ");
        let steps = if steps.is_empty() { "alleen notities".to_owned() } else { steps };
        [format!("`{activity:?}`"), steps]
    });
    table(["Activiteit", "Zoals bij"], rows)
}

#[test]
fn the_two_commands_are_there() {
    let text = read("README.md");
    for command in ["cargo run --release -- oefen", "cargo test --locked"] {
        assert!(text.contains(command), "{command}");
    }
}

/// The numbers behind "decision" in a text.
fn decisions(text: &str) -> Vec<String> {
    let numbers = text.split("decision ").skip(1);
    let numbers = numbers.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    numbers.filter(|number| !number.is_empty()).collect()
}

/// The codes of rules in a text: "V-T3".
fn codes(text: &str) -> Vec<String> {
    let codes = text.split("V-").skip(1).map(|rest| rest.chars().take(2).collect::<String>());
    let is_code = |code: &String| {
        let mut letters = code.chars();
        letters.next().is_some_and(|letter| letter.is_ascii_uppercase())
            && letters.next().is_some_and(|letter| letter.is_ascii_digit())
    };
    codes.filter(is_code).collect()
}

#[test]
fn every_decision_and_code_that_is_named_is_explained() {
    let (known, rules) = (read("src/guide/decisions.md"), read("src/guide/codes.md"));
    let mut named = 0;
    for path in ["src", "tests", "themes"].into_iter().flat_map(files) {
        let made = path.strip_suffix(".snap").or_else(|| path.strip_suffix(".fst"));
        if path.starts_with("src/guide/") || made.is_some() {
            continue;
        }
        let text = read(&path);
        for number in decisions(&text) {
            assert!(known.contains(&format!("- **{number}.")), "{path} names decision {number}");
            named += 1;
        }
        for code in codes(&text) {
            assert!(rules.contains(&format!("| `V-{code}` |")), "{path} names V-{code}");
            named += 1;
        }
    }
    assert!(named > 100, "{named} were found");
}
