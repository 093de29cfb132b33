//! What must hold on every sheet, whatever is in the session.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one thing among many")]

mod conference;
mod docx;
mod form;
mod ideas_table;

use super::doc::{Block, Cell, Doc, Row};
use super::render::render;
use super::sample;
use super::sample::CASUS;
use super::{Format, Sheet, file, make};
use crate::domain::advice;
use crate::domain::advice::Advice;
use crate::domain::casus::Field;
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::id::{CasusId, GoalId, IdeaId, PersonId};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Slot;
use crate::domain::life::{Life, Outcome};
use crate::domain::method::Method;
use crate::domain::notes::Kind;
use crate::domain::session::Session;
use crate::domain::{casus, plan};
use unicode_width::UnicodeWidthStr;

const NASTY: &str = "a|b <i>c</i> > d & e * _f_ # g `h` [i](j) \\ 👩‍🔬 é";

fn sheet(sheet: Sheet, session: &Session) -> Doc {
    make(sheet, session, CASUS, &sample::now())
}

/// The file as text: of a Word file the parts that are packed in it.
fn written(doc: &Doc, format: Format) -> String {
    let bytes = render(doc, format);
    match format {
        Format::Docx => docx::parts(&bytes).into_values().collect(),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

fn text(kind: Sheet, session: &Session) -> String {
    written(&sheet(kind, session), Format::Text)
}

/// Every row of cells in the tables of a sheet.
fn cells(doc: &Doc) -> Vec<&Vec<Cell>> {
    let tables = doc.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables
        .flat_map(|table| &table.rows)
        .filter_map(|row| match row {
            Row::Cells(cells) => Some(cells),
            Row::Group(_) | Row::Note(_) => None,
        })
        .collect()
}

fn numbers(doc: &Doc) -> Vec<String> {
    let first = cells(doc).into_iter().map(|cells| cells[0].clone());
    first.filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None }).collect()
}

/// The HTML as a reader sees it.
fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The Markdown as a reader sees it.
fn unmarked(markdown: &str) -> String {
    let mut out = String::new();
    let mut letters = markdown.chars();
    while let Some(letter) = letters.next() {
        out.push(if letter == '\\' { letters.next().unwrap() } else { letter });
    }
    out
}

#[test]
fn the_tips_stand_once_from_left_to_right() {
    let session = sample::full();
    let doc = sheet(Sheet::Tips, &session);
    assert_eq!(numbers(&doc), ["1", "2", "4", "3", "5", "6", "7"]);
    for format in Format::ALL {
        let seen = unmarked(&written(&doc, format));
        let out = seen.replace(['\n', ' '], "");
        let table: String = seen.lines().filter(|line| line.starts_with('│')).collect();
        for (_, _, idea) in session.ideas.of_casus(CASUS) {
            // Plain text breaks a tip over lines, with the cells beside it in between: there one
            // word of it is looked for that stands nowhere else.
            let word = idea.text.split(' ').max_by_key(|word| word.len()).unwrap();
            let count = match format {
                Format::Text => table.matches(word).count(),
                _ => out.matches(&idea.text.replace(' ', "")).count(),
            };
            let want = usize::from(!idea.has(Mark::LeftOut));
            assert_eq!(count, want, "{} in {format:?}", idea.text);
        }
        assert!(!out.contains("harder"), "a tip that is left out stays out");
        assert!(out.contains("1tiplaatjeweg"));
    }
}

#[test]
fn the_pen_columns_are_empty_until_something_is_known() {
    let mut session = sample::full();
    let doc = sheet(Sheet::Tips, &session);
    for row in cells(&doc) {
        assert!(row[2..].iter().all(|cell| matches!(cell, Cell::Pen(_))), "{row:?}");
    }
    let advice = Advice::Idea(IdeaId(1));
    let because = "hij kent de weg".to_owned();
    for life in [
        Life::Discussed(true),
        Life::Chosen { chosen: true, because: String::new() },
        Life::Tried { outcome: Outcome::Worked, because },
    ] {
        sample::run(&mut session, Command::Advice(advice::Command { advice, life }));
    }
    let doc = sheet(Sheet::Tips, &session);
    let known = ["ja", "ja", "werkte, omdat: hij kent de weg"].map(Cell::text);
    assert_eq!(cells(&doc)[0][2..], known);
}

#[test]
fn a_tip_is_never_lost_on_the_way_to_paper() {
    let mut session = sample::full();
    sample::run(&mut session, Command::Goal(goals::Command::Park { id: GoalId(2), parked: true }));
    let doc = sheet(Sheet::Tips, &session);
    assert_eq!(numbers(&doc), ["1", "2", "4", "3", "5", "6", "7"], "a parked goal keeps its tips");
    sample::run(&mut session, Command::Goal(goals::Command::Bin { id: GoalId(1) }));
    let mut all = numbers(&sheet(Sheet::Tips, &session));
    all.sort();
    assert_eq!(all, ["1", "2", "3", "4", "5", "6", "7"], "a goal in the prullenbak leaves its tips");
    session.method.layouts[0].columns.truncate(1);
    let mut all = numbers(&sheet(Sheet::Tips, &session));
    all.sort();
    assert_eq!(all, ["1", "2", "3", "4", "5", "6", "7"], "a column that is gone leaves its tips");
    sample::run(&mut session, Command::Idea(ideas::Command::Bin { ids: vec![IdeaId(1)] }));
    assert!(!numbers(&sheet(Sheet::Tips, &session)).contains(&"1".to_owned()));
}

#[test]
fn a_casus_that_waits_begins_with_its_questions() {
    let mut session = sample::full();
    sample::postpone(&mut session);
    let out = text(Sheet::Tips, &session);
    let at = |needle: &str| out.find(needle).unwrap_or_else(|| panic!("{needle} in {out}"));
    assert!(at("Eerst terug naar de cliënt") < at("Wil de buurvrouw dat ook?"));
    assert!(at("[ ] Vragen en wensen: Wat wil de cliënt zelf?") < at("IK wil weer naar de markt"));
    assert_eq!(out.matches("Welke bus gaat er?").count(), 1);
}

#[test]
fn no_sheet_names_anybody() {
    let mut session = sample::full();
    let person = Some(PersonId(1));
    sample::run(&mut session, Command::Casus(casus::Command::BringBy { casus: CASUS, person }));
    let (field, text) = (plan::Field::NextContributor, "Fatima".to_owned());
    sample::run(&mut session, Command::Plan(plan::Command::SetField { field, text }));
    for sheet in Sheet::of(&session.method) {
        let doc = make(sheet, &session, CASUS, &sample::now());
        assert!(!doc.title.contains("Linde"));
        for format in Format::ALL {
            let out = written(&doc, format);
            assert!(!out.contains("Fatima") && !out.contains("Joost"), "{sheet:?} {format:?}");
            let shows_alias = out.contains("Linde");
            // What hangs on the wall at home is about the client, who knows no alias.
            let bears_alias = sheet.is_per_casus() && sheet != Sheet::Home;
            assert_eq!(shows_alias, bears_alias, "{sheet:?} {format:?}");
        }
    }
}

#[test]
fn another_casus_stays_off_the_sheet() {
    let mut session = sample::full();
    sample::run(&mut session, Command::Casus(casus::Command::Add));
    let doc = make(Sheet::Tips, &session, CasusId(2), &sample::now());
    let out = written(&doc, Format::Text);
    assert!(!out.contains("markt") && !out.contains("Linde"));
    assert!(
        !written(&make(Sheet::Tips, &session, CasusId(9), &sample::now()), Format::Html).contains("markt")
    );
}

#[test]
fn every_character_arrives() {
    let mut session = sample::full();
    sample::set(&mut session, Field::Alias, NASTY);
    sample::goal(&mut session, NASTY, NASTY);
    sample::add(&mut session, Some(3), Slot::Column(0), &[NASTY]);
    sample::note(&mut session, Kind::StandsOut, &[NASTY]);
    let doc = sheet(Sheet::Tips, &session);
    let html = written(&doc, Format::Html);
    assert_eq!(unescaped(&html).matches(NASTY).count(), 5, "alias, goal, gebied, tip and note");
    assert!(!html.contains("<i>"));
    let markdown = written(&doc, Format::Markdown);
    assert_eq!(unmarked(&markdown).matches(NASTY).count(), 5);
    for line in markdown.lines().filter(|line| line.starts_with('|')) {
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert_eq!(bars, 6, "a row of five cells: {line}");
    }
    assert!(written(&doc, Format::Text).matches(NASTY).count() >= 2, "the lines that are not wrapped");
}

#[test]
fn control_characters_never_reach_a_file() {
    let mut session = sample::empty();
    // Straight into the model, past every check on the way in.
    session.method.spider[0].name = "a\u{1b}[31mb\u{7}\u{202e}c\nd".into();
    session.method.cards[0].when = "x\u{9b}2Jy\r\nz".into();
    for kind in [Sheet::Spider, Sheet::Cards] {
        for format in Format::ALL {
            let out = written(&sheet(kind, &session), format);
            let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!out.contains(bad), "{kind:?} {format:?}");
        }
    }
}

#[test]
fn html_needs_nothing_but_itself() {
    for session in [sample::full(), sample::empty()] {
        for kind in Sheet::ALL {
            let html = written(&sheet(kind, &session), Format::Html);
            assert!(html.starts_with("<!DOCTYPE html><html lang=\"nl\">"));
            for reach in ["http", "src=", "href=", "url(", "@import", "<script", "<link"] {
                assert!(!html.contains(reach), "{reach} in {kind:?}");
            }
            let title = sheet(kind, &session).title;
            assert!(html.contains(&format!("<title>{title}</title>")));
        }
    }
}

#[test]
fn no_letter_is_smaller_than_eleven_points() {
    let html = written(&sheet(Sheet::Tips, &sample::full()), Format::Html);
    let sizes = html.match_indices("pt").filter_map(|(at, _)| {
        let digits: String = html
            .get(..at)
            .unwrap_or_default()
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        digits.chars().rev().collect::<String>().parse::<f32>().ok()
    });
    let sizes: Vec<f32> = sizes.collect();
    assert!(sizes.len() >= 3 && sizes.iter().all(|size| *size >= 11.0), "{sizes:?}");
}

fn assert_narrow(doc: &Doc) {
    for line in written(doc, Format::Text).lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
    }
}

#[test]
fn plain_text_fits_eighty_columns() {
    let mut session = sample::full();
    let long = "Zelfredzaamheidsbevorderingsondersteuningsprogrammacoördinator".repeat(3);
    sample::set(&mut session, Field::Alias, &long);
    sample::goal(&mut session, &long, &long);
    sample::add(
        &mut session,
        Some(3),
        Slot::Column(0),
        &[long.as_str(), NASTY, "漢字漢字漢字漢字漢字漢字漢字漢字漢字"],
    );
    for kind in Sheet::ALL {
        assert_narrow(&sheet(kind, &session));
    }
    for columns in [0, 1, 2, 7, 12, 40] {
        let column = session.method.layouts[0].columns[0].clone();
        let mut wide = session.clone();
        wide.method.layouts[0].columns = vec![column; columns];
        for kind in Sheet::ALL {
            assert_narrow(&sheet(kind, &wide));
        }
    }
}

#[test]
fn three_hundred_ideas_fit() {
    let mut session = sample::full();
    let many: Vec<String> = (1..=300).map(|number| format!("tip nummer {number} voor de markt")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    sample::add(&mut session, Some(1), Slot::Column(2), &many);
    let doc = sheet(Sheet::Tips, &session);
    assert_eq!(cells(&doc).len(), 307);
    assert_narrow(&doc);
    let html = written(&doc, Format::Html);
    for number in 1..=300 {
        assert_eq!(html.matches(&format!("tip nummer {number} voor")).count(), 1);
    }
}

#[test]
fn an_empty_session_gives_sheets_to_write_on() {
    for session in [sample::empty(), Session::new(Method::default().filled())] {
        for kind in Sheet::ALL {
            for format in Format::ALL {
                let doc = sheet(kind, &session);
                assert!(written(&doc, format).contains(match format {
                    Format::Text => "═",
                    _ => &doc.title,
                }));
            }
            assert_narrow(&sheet(kind, &session));
        }
    }
    let doc = sheet(Sheet::Tips, &sample::empty());
    assert_eq!(cells(&doc).len(), 6, "room for six tips");
}

#[test]
fn a_goal_without_tips_has_room_for_some() {
    let mut session = sample::empty();
    sample::goal(&mut session, "", "vaker iemand zien");
    assert_eq!(cells(&sheet(Sheet::Tips, &session)).len(), 3);
    sample::postpone(&mut session);
    assert_eq!(cells(&sheet(Sheet::Tips, &session)).len(), 0, "there is something to ask first");
}

#[test]
fn the_time_card_follows_the_clock() {
    let times = |session: &Session| -> Vec<String> {
        let doc = sheet(Sheet::TimeCard, session);
        let line = |cells: &&Vec<Cell>| {
            let words = cells[1..].iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                _ => "_".to_owned(),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        let steps = cells(&doc);
        steps.iter().filter(|cells| matches!(cells[0], Cell::Strong(_))).map(line).collect()
    };
    let mut session = sample::empty();
    assert_eq!(times(&session)[..2], ["5 _ _", "4 _ _"]);
    let at = sample::moment("14:00");
    sample::run(&mut session, Command::Plan(plan::Command::PlanStart { at }));
    assert_eq!(
        times(&session),
        [
            "5 14:00 14:05",
            "4 14:05 14:09",
            "7 14:09 14:16",
            "4 14:16 14:20",
            "12 14:20 14:32",
            "3 14:32 14:35"
        ]
    );
    // Ten minutes late, step 2 skipped: what has been stays, what comes moves along.
    sample::start(&mut session, 0, "14:03");
    sample::start(&mut session, 2, "14:10");
    assert_eq!(
        times(&session),
        ["5 14:03 14:10", "4 – –", "7 14:10 14:17", "4 14:17 14:21", "12 14:21 14:33", "3 14:33 14:36"]
    );
}

#[test]
fn a_step_that_was_left_out_says_so_on_every_sheet_with_times() {
    let mut session = sample::full();
    let key = sample::key(5);
    sample::run(&mut session, Command::Plan(plan::Command::Skip { key }));
    let skipped = [Cell::text("overgeslagen"), Cell::text("–"), Cell::text("–")];
    let card = sheet(Sheet::TimeCard, &session);
    assert_eq!(cells(&card).last().unwrap()[1..], skipped);
    assert!(text(Sheet::Fallback, &session).contains("6 Samenvatten en afsluiten · overgeslagen"));
    let report = sheet(Sheet::TimeReport, &session);
    assert_eq!(cells(&report).last().unwrap()[1..3], [Cell::text("3 min"), Cell::text("overgeslagen")]);
}

#[test]
fn the_tijdverslag_compares_in_words() {
    let session = sample::full();
    let doc = sheet(Sheet::TimeReport, &session);
    let words = ["1 min langer", "zoals gepland", "3 min langer", "2 min langer", "", ""].map(Cell::text);
    let said: Vec<Cell> = cells(&doc).iter().map(|cells| cells[3].clone()).collect();
    assert_eq!(said, words);
    let report = text(Sheet::TimeReport, &session);
    assert!(!report.contains("Linde") && !report.contains(['+', '−']), "{report}");
    assert!(text(Sheet::TimeReport, &sample::empty()).contains("nog geen klok gestart"));
}

#[test]
fn parts_lie_inside_their_step() {
    let mut session = sample::empty();
    let at = sample::moment("14:00");
    sample::run(&mut session, Command::Plan(plan::Command::PlanStart { at }));
    let minutes = plan::Command::SetMinutes { key: sample::key(4), minutes: 6 };
    sample::run(&mut session, Command::Plan(minutes));
    let out = text(Sheet::TimeCard, &session);
    let line = |name: &str| out.lines().find(|line| line.contains(name)).unwrap().replace([' ', '│'], "");
    assert!(line("– Cliënt en").ends_with("14:2014:25"), "{out}");
    assert!(line("– Formeel").ends_with("14:2614:26"), "shortened with its step: {out}");
}

#[test]
fn two_casussen_keep_their_files_apart() {
    let mut session = sample::empty();
    let now = sample::now();
    let name = |session: &Session, casus| file::name(Sheet::Tips, Format::Html, session, casus, &now);
    assert_eq!(name(&session, CASUS), "2026-11-22-tipblad.html");
    sample::run(&mut session, Command::Casus(casus::Command::Add));
    let second = CasusId(2);
    assert_eq!(name(&session, second), "2026-11-22-tipblad-casus-2.html");
    sample::set(&mut session, Field::Alias, "Linde");
    assert_eq!(name(&session, CASUS), "2026-11-22-tipblad-linde.html");
    assert_eq!(name(&session, second), "2026-11-22-tipblad.html");
    let (field, text) = (Field::Alias, "linde!".to_owned());
    sample::run(&mut session, Command::Casus(casus::Command::SetField { casus: second, field, text }));
    assert_eq!(name(&session, second), "2026-11-22-tipblad-linde-2.html");
    let cards = file::name(Sheet::Cards, Format::Text, &session, second, &now);
    assert_eq!(cards, "2026-11-22-kaarten.txt", "what is not about a casus does not name it");
}

#[test]
fn words_for_sheets_and_formats_are_read_back() {
    for sheet in Sheet::ALL {
        assert_eq!(Sheet::parse(&sheet.word().to_uppercase()), Some(sheet));
    }
    for format in Format::ALL {
        assert_eq!(Format::parse(&format!(" .{} ", format.extension())), Some(format));
    }
    assert_eq!((Sheet::parse("pdf"), Format::parse("pdf"), Format::parse("")), (None, None, None));
}

#[test]
fn every_sheet_as_text() {
    let session = sample::full();
    for kind in Sheet::of(&session.method) {
        insta::assert_snapshot!(kind.word(), text(kind, &session));
    }
    let mut waits = sample::empty();
    sample::postpone(&mut waits);
    insta::assert_snapshot!("tipblad-doorgeschoven", text(Sheet::Tips, &waits));
    insta::assert_snapshot!("tipblad-leeg", text(Sheet::Tips, &sample::empty()));
}

#[test]
fn the_tip_sheet_in_other_formats() {
    let doc = sheet(Sheet::Tips, &sample::full());
    insta::assert_snapshot!("tipblad-markdown", written(&doc, Format::Markdown));
    insta::assert_snapshot!("tipblad-html", written(&doc, Format::Html));
}

#[test]
fn the_handbook_reads_in_every_format() {
    let doc = super::handbook::make();
    let read = |format| written(&doc, format);
    let chapters = super::handbook::CHAPTERS.len();
    for heading in doc.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text.as_str()),
        _ => None,
    }) {
        for format in Format::ALL {
            assert!(unmarked(&unescaped(&read(format))).contains(heading), "{heading} in {format:?}");
        }
    }
    assert_eq!(read(Format::Html).matches("<h2>").count(), chapters);
    assert!(read(Format::Html).contains("<strong>PageDown</strong>"));
    assert!(read(Format::Html).contains("<code>oogst tijd</code>"));
    assert!(
        read(Format::Markdown).contains("`oogst tijd`") && read(Format::Markdown).contains("**PageDown**")
    );
    assert!(!read(Format::Text).contains("**") && !read(Format::Text).contains("<!--"));
    assert!(read(Format::Text).contains("\n 1. ") || read(Format::Text).contains("\n1. "));
}

#[test]
fn the_spiekbriefje_as_text() {
    let text = written(&super::handbook::card(), Format::Text);
    assert!(text.lines().count() <= 60, "one page");
    insta::assert_snapshot!("spiekbriefje", text);
}

/// Writes all sheets to a folder, to look at: `OOGST_PAPER=/tmp/x cargo test … -- --ignored`.
#[test]
#[ignore = "writes files to look at"]
fn write_all_sheets() {
    let Some(folder) = std::env::var_os("OOGST_PAPER") else { return };
    let folder = std::path::PathBuf::from(folder);
    for kind in Sheet::of(&sample::method()) {
        for format in Format::ALL {
            let session = sample::full();
            let name = file::name(kind, format, &session, CASUS, &sample::now());
            std::fs::write(folder.join(name), render(&sheet(kind, &session), format)).unwrap();
        }
    }
    for session in [sample::conference::talked(), sample::conference::empty()] {
        for kind in Sheet::of(&session.method) {
            let name = file::name(kind, Format::Html, &session, CASUS, &sample::now());
            std::fs::write(folder.join(&name), written(&sheet(kind, &session), Format::Html)).unwrap();
            let docx = std::path::Path::new(&name).with_extension("docx");
            std::fs::write(folder.join(docx), render(&sheet(kind, &session), Format::Docx)).unwrap();
        }
    }
    for kind in Sheet::ALL.into_iter().filter(|kind| kind.is_of_program()) {
        for format in Format::ALL {
            let (name, content) = super::of_program(kind, format, &sample::now());
            std::fs::write(folder.join(name), content).unwrap();
        }
    }
    for format in Format::ALL {
        let name = format!("formulier.{}", format.extension());
        std::fs::write(folder.join(name), render(&form::form(), format)).unwrap();
    }
    std::fs::write(folder.join("tips.csv"), super::ideas::table(&sample::full())).unwrap();
}
