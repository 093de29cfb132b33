//! The example conference with two koppels, by keys alone from item 1 to 18: forty post-its are
//! typed and clustered, the program is killed halfway, and werkblad 8 lies there for both koppels
//! with the rejected advice in it.

use super::session::{folded, folders, map};
use super::terminal::Terminal;
use oogst::domain::advice::Advice;
use oogst::domain::clusters::Cluster;
use oogst::domain::session::{FIRST_CASUS, Session};
use oogst::io::store::names;
use std::ffi::OsStr;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

const START: [&str; 3] = ["oefen", "--werkwijze", "case-conference"];

/// To the next item, and begin it.
fn next(terminal: &mut Terminal, title: &str) {
    terminal.keys("<pgdn>").wait("the next item", |text| text.trim_start().starts_with(title));
    terminal.keys("<enter>").wait_for("LOOPT");
}

/// Types post-its, each with Enter.
fn post_its(terminal: &mut Terminal, texts: impl IntoIterator<Item = String>) {
    for text in texts {
        terminal.keys(&format!("{text}<enter>"));
    }
}

fn opening_and_questions(terminal: &mut Terminal) {
    terminal.wait_for("Oefening 1 van 18");
    terminal.keys("<pgdn><pgdn><pgdn><pgdn><pgdn><enter>").wait_for("LOOPT");
    next(terminal, "2  Kernteam");
    terminal.keys("Fatma<enter>").wait_for("[x] Fatma");
    next(terminal, "3  Casus en doelen");
    terminal.keys("<tab><down><enter>").wait_for("Wat belemmert? …");
    terminal.keys("1<enter>de buren werken<enter>").wait_for("belemmert: de");
    next(terminal, "4  Vragen");
    terminal.keys("hoe laat eten ze?<enter>").wait_for("hoe laat eten ze?");
    terminal.keys("heb je al gedacht aan een maatje?").wait_for("Klinkt als een tip.");
    terminal.keys("<tab><enter>").wait_for("1 post-it");
}

/// Forty more in silence, at three goals; no screen that the group sees shows them.
fn silence(terminal: &mut Terminal) {
    next(terminal, "5a  Stil schrijven");
    let some = |goal: &str, count: usize| {
        let texts = (1..=count).map(|number| format!("bij {goal} idee {number}"));
        texts.collect::<Vec<_>>()
    };
    post_its(terminal, some("koor", 20));
    terminal.keys("<tab>").wait_for("bij doel 2 ►");
    post_its(terminal, some("rust", 12));
    terminal.keys("<tab>").wait_for("bij doel 3 ►");
    post_its(terminal, some("tafel", 8));
    let text = terminal.wait_for("41 post-its");
    assert!(!text.contains("bij koor idee"), "{text}");
}

/// Clusters of the first goal: by number, by arrows and Space, merged, undone, done again, split.
fn first_goal(terminal: &mut Terminal, map: &Path) {
    terminal.keys("2 3 4 5 nieuw<enter>").wait_for("4 post-its");
    terminal.keys("a=Muziek<enter>6 7 8 nieuw<enter>b=Vervoer<enter>").wait_for("B Vervoer");
    terminal.keys("9a<enter>10 11 b<enter>1a<enter>").wait_for("6 post-its");
    terminal.keys("<down><space><down><space>").wait_for("2 post-its naar");
    terminal.keys("nieuw<enter>").wait_for("8 post-its");
    terminal.keys("c=Samen zingen<enter>").wait_for("heet \"Samen zingen\"");
    terminal.keys("14 15 16 17 18 19 20 21 b<enter>").wait_for("13 post-its");
    for (keys, clusters) in [("ac<enter>", 2), ("<c-z>", 3), ("<c-y>", 2)] {
        terminal.keys(keys).wait_for("Bewaard");
        assert_eq!(titles(&folded(&folders(map, "oefenen")[0])).len(), clusters, "{keys}");
    }
    // The first post-it of A comes out again, into a cluster of its own.
    terminal.keys("<tab><down><space><up><enter>").wait_for("Splitsen: wat gemerkt is");
    terminal.keys("splitsen<enter>").wait_for("Laatst:");
    terminal.keys("d=Zelf spelen<enter>").wait_for("heet \"Zelf spelen\"");
}

fn other_goals(terminal: &mut Terminal) {
    terminal.press_until("<tab>", "DOEL 2 (MZ)");
    terminal.keys("22 23 24 nieuw<enter>a=Oppas<enter>").wait_for("A Oppas");
    terminal.keys("25 26 27 28 29 30 31 32 33 nieuw<enter>b=Rust<enter>").wait_for("B Rust");
    terminal.press_until("<tab>", "DOEL 3 (samen)");
    terminal.keys("34 35 36 37 nieuw<enter>a=Vast ritme<enter>").wait_for("A Vast ritme");
    terminal.keys("38 39 40 nieuw<enter>b=Hulp<enter>41b<enter>").wait_for("4 post-its");
}

/// A is rejected for its bezwaar, B selected with onderbouwing and goal.
fn decide(terminal: &mut Terminal) {
    next(terminal, "5d  Voors en tegens");
    terminal.keys("<tab>kan morgen al<enter>").wait_for("kan morgen al");
    terminal.keys("<tab>het koor zit vol<enter>").wait_for("het koor zit vol");
    terminal.keys("<s-tab><s-tab><down><enter>").wait_for("Advies A");
    terminal.keys("verwerpen<enter>").wait_for("om welk bezwaar?");
    terminal.keys("1<enter>").wait_for("(verworpen)");
    terminal.press_until("<down>", "Voordelen van B");
    terminal.keys("<enter>").wait_for("Advies B");
    terminal.keys("selecteren<enter>").wait_for("Onderbouwing: waarom");
    terminal.keys("de buurtbus stopt voor de deur<enter>").wait_for("Doel voor dit koppel (B)");
    terminal.keys("weer samen op pad<enter>").wait_for("(geselecteerd)");
}

fn rounding_off(terminal: &mut Terminal, items: [&str; 4], selected: &str) {
    next(terminal, items[0]);
    terminal.keys("<enter>").wait_for(selected);
    next(terminal, items[1]);
    terminal.keys("<down><space>").wait_for("bespreek ik");
    next(terminal, items[2]);
    terminal.keys("over 2 dagen<enter>").wait_gone("voorstel");
    next(terminal, items[3]);
    terminal.keys("ja<enter>").wait_for("ja");
}

fn second_koppel(terminal: &mut Terminal) {
    next(terminal, "10  Casus en doelen");
    let text = terminal.wait_for("koppel Meidoorn");
    assert!(!text.contains("Linde"), "{text}");
    next(terminal, "11  Vragen");
    next(terminal, "12a  Stil schrijven");
    let texts = ["elke ochtend een rondje", "hond van de buren uitlaten", "hekje bij de deur"];
    post_its(terminal, texts.map(str::to_owned));
    next(terminal, "12b  Plakken");
    next(terminal, "12c  Clusteren");
    terminal.keys("1 2 nieuw<enter>a=Wandelen<enter>").wait_for("A Wandelen");
    next(terminal, "12d  Voors en tegens");
    terminal.keys("<down><enter>").wait_for("Advies A");
    terminal.keys("selecteren<enter>hij liep altijd al<enter>moe genoeg om te slapen<enter>");
    terminal.wait_for("(geselecteerd)");
    terminal.press_until("<down>", "Bezwaren bij 3");
    terminal.keys("<tab><tab>voelt als opsluiten<enter>").wait_for("voelt als");
    terminal.keys("<s-tab><s-tab><down><enter>").wait_for("Advies 3");
    terminal.keys("verwerpen<enter>1<enter>").wait_for("(verworpen)");
}

/// The text of a sheet, also of the one for Word.
fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    if path.extension() != Some(OsStr::new("docx")) {
        return String::from_utf8(bytes).unwrap();
    }
    let mut text = String::new();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Columns one after the other: a page in plain text breaks its lines in every column.
fn in_one_line(text: &str) -> String {
    let column = |column| text.lines().filter_map(move |line| line.split('│').nth(column));
    let words = (0..6).flat_map(column).flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// Werkblad 8 of a koppel in every format holds all this.
fn report_holds(folder: &Path, koppel: &str, wanted: &[&str]) {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let ours = paths.filter(|path| path.to_string_lossy().contains(&format!("werkblad8-{koppel}.")));
    let mut kinds = Vec::new();
    for path in ours {
        let text = in_one_line(&text_of(&path));
        for words in wanted {
            assert!(text.contains(words), "{} has no '{words}'", path.display());
        }
        kinds.push(path.extension().unwrap().to_string_lossy().into_owned());
    }
    kinds.sort();
    assert_eq!(kinds, ["docx", "html", "md", "txt"], "{koppel}");
}

fn titles(session: &Session) -> Vec<(String, usize)> {
    let rows = session.rows(FIRST_CASUS);
    let clusters = rows.into_iter().flat_map(|row| session.clusters.of(row));
    let titled =
        |(id, cluster): (_, &Cluster)| (cluster.title.clone(), session.members(Advice::Cluster(id)).len());
    clusters.map(titled).collect()
}

#[test]
fn the_example_conference_with_two_koppels_ends_with_werkblad_8() {
    let map = map();
    let mut terminal = Terminal::start(map.path(), &START);
    opening_and_questions(&mut terminal);
    silence(&mut terminal);
    next(&mut terminal, "5b  Plakken");
    terminal.wait_for("Waar sorteren jullie?");
    terminal.keys("<enter>").wait_gone("Waar sorteren jullie?");
    next(&mut terminal, "5c  Clusteren");
    first_goal(&mut terminal, map.path());
    terminal.keys("22 23 24 ni").wait_for("22 23 24 ni");
    terminal.kill_dead();

    let mut terminal = Terminal::start(map.path(), &START);
    let text = terminal.wait_for("► 22 23 24 ni");
    assert!(text.contains("5c  Clusteren") && text.contains("LOOPT"), "{text}");
    terminal.keys("<c-u>").rest();
    other_goals(&mut terminal);
    decide(&mut terminal);
    let items = ["6  Samenvatting", "7  Wat bespreek je?", "8  Vervolgacties", "9  Evaluatie"];
    rounding_off(&mut terminal, items, "Vervoer: de buurtbus");
    second_koppel(&mut terminal);
    let items = ["13  Samenvatting", "14  Wat bespreek je?", "15  Vervolgacties", "16  Evaluatie"];
    rounding_off(&mut terminal, items, "Wandelen: hij liep");
    next(&mut terminal, "17  Terugblik");
    next(&mut terminal, "18  Volgende keer");
    terminal.keys("over 3 weken<enter>").wait_for("wie een casus inbrengt");
    terminal.keys("<esc><esc>").wait_for("═ Menu ═");
    terminal.keys("werkblad 8<enter>").wait_for("Klaar:");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.keys("2<enter>");
    assert_eq!(terminal.ended().code, 0);

    let found = folders(map.path(), "oefenen");
    assert_eq!(found.len(), 1, "the practice went on after the kill: {found:?}");
    let want = [("Muziek", 7), ("Vervoer", 13), ("Zelf spelen", 1), ("Oppas", 3), ("Rust", 9)];
    let want = want.into_iter().chain([("Vast ritme", 4), ("Hulp", 4)]);
    let want: Vec<_> = want.map(|(title, count)| (title.to_owned(), count)).collect();
    assert_eq!(titles(&folded(&found[0])), want);

    let sheets = found[0].join(names::REPORTS);
    let linde = ["Muziek", "het koor zit vol", "Vervoer", "de buurtbus stopt voor de deur"];
    report_holds(&sheets, "linde", &linde);
    let meidoorn = ["hekje bij de deur", "voelt als opsluiten", "Wandelen", "hij liep altijd al"];
    report_holds(&sheets, "meidoorn", &meidoorn);

    let name = found[0].file_name().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_oogst"));
    command.arg("--map").arg(map.path()).arg("export").arg(name).args(["--als", "csv", "--naar", "-"]);
    let made = command.output().expect("the program");
    assert!(made.status.success(), "{made:?}");
    let table = String::from_utf8(made.stdout).unwrap();
    assert!(table.contains("hekje bij de deur") && table.contains("bij tafel idee 8"), "{table}");
    assert_eq!(table.lines().count(), 45, "a heading and 44 post-its");
}
