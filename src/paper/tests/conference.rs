//! The sheets of the case conference.

use super::{NASTY, assert_narrow, cells, unescaped, unmarked, written};
use crate::domain::advice::Advice;
use crate::domain::casus::Field;
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::goals::Flap;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId};
use crate::domain::ideas;
use crate::domain::life::{Decision, Life};
use crate::domain::notes::Kind;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::paper::doc::{Block, Cell, Doc, Row, Tick};
use crate::paper::sample::conference as sample;
use crate::paper::sample::{now, run};
use crate::paper::{Format, Sheet, file, make};
use proptest::prelude::*;
use sample::{CALM, MUSIC, SECOND};

fn sheet(kind: Sheet, session: &Session) -> Doc {
    make(kind, session, FIRST_CASUS, &now())
}

fn text(kind: Sheet, session: &Session) -> String {
    written(&sheet(kind, session), Format::Text)
}

/// The Markdown as a reader sees it: nothing is broken over lines there.
fn read(kind: Sheet, session: &Session) -> String {
    unmarked(&written(&sheet(kind, session), Format::Markdown))
}

#[test]
fn every_sheet_of_the_conference() {
    let session = sample::talked();
    for kind in Sheet::of(&session.method) {
        let doc = sheet(kind, &session);
        insta::assert_snapshot!(format!("cc-{}", kind.word()), written(&doc, Format::Text));
        insta::assert_snapshot!(format!("cc-{}-markdown", kind.word()), written(&doc, Format::Markdown));
    }
    insta::assert_snapshot!("cc-werkblad8-leeg", text(Sheet::Report, &sample::empty()));
    insta::assert_snapshot!("cc-werkblad8-voor-het-gesprek", text(Sheet::Report, &sample::held()));
    insta::assert_snapshot!("cc-berichten-voor-het-gesprek", text(Sheet::Mails, &sample::held()));
}

#[test]
fn each_werkwijze_has_the_sheets_that_fit() {
    let words = |method| Sheet::of(method).into_iter().map(Sheet::word).collect::<Vec<_>>();
    let akad = crate::io::methods::load_shipped("akad").unwrap();
    assert_eq!(
        words(&akad),
        [
            "tipblad",
            "compensatiematrix",
            "spinnetje",
            "kaarten",
            "tijdkaart",
            "noodblad",
            "tijdverslag",
            "adviesblad"
        ]
    );
    let conference = sample::empty().method;
    assert_eq!(
        words(&conference),
        [
            "werkblad8",
            "koppelversie",
            "berichten",
            "post-its",
            "uitnodiging",
            "agenda",
            "flappen",
            "kaarten",
            "tijdkaart",
            "noodblad",
            "tijdverslag",
            "adviesblad"
        ]
    );
    for method in [&akad, &conference] {
        assert!(Sheet::main(method).is_for(method));
    }
}

#[test]
fn the_form_has_its_own_labels() {
    for session in [sample::empty(), sample::held(), sample::talked()] {
        let out = read(Sheet::Report, &session);
        for label in [
            "**Datum:**",
            "**Koppel:**",
            "**Aanwezig:**",
            "## DOEL 1",
            "**Betreft wens/doel van:**",
            "| Verworpen adviezen case conference | Geselecteerde adviezen case conference | Besproken met \
             koppel (in te vullen bij adviesgesprek) | Gekozen door koppel (in te vullen bij adviesgesprek) |",
            "Toelichting (in te vullen bij adviesgesprek)",
        ] {
            assert!(out.contains(label), "{label} in {out}");
        }
    }
    let empty = sheet(Sheet::Report, &sample::empty());
    assert_eq!(cells(&empty).len(), 4 * 9, "four goals of nine rows");
    assert!(read(Sheet::Report, &sample::empty()).contains("## DOEL 4"));
}

#[test]
fn the_report_says_who_was_there_and_whose_goal_it_is() {
    let out = read(Sheet::Report, &sample::held());
    assert!(out.contains("**Aanwezig:** Fatima (Humanitas) en Joost (wijkverpleegkundige)"), "{out}");
    assert!(!out.contains("Ria") && !out.contains("Yilmaz"));
    assert!(out.contains("☐ PMD · ☐ MZ · ☒ samen") && out.contains("☐ PMD · ☒ MZ · ☐ samen"));
    assert!(out.contains("**Koppel:** Meidoorn") && !out.contains("Berk") && !out.contains("rollator"));
    let other = written(&make(Sheet::Report, &sample::held(), SECOND, &now()), Format::Markdown);
    assert!(other.contains("Berk") && other.contains("rollator") && !other.contains("Meidoorn"));
}

fn boxes(yes: bool, no: bool) -> Cell {
    Cell::Boxes(vec![Tick::new("ja", yes), Tick::new("nee", no)])
}

#[test]
fn what_the_koppel_said_is_open_until_it_is_known() {
    let doc = sheet(Sheet::Report, &sample::held());
    let rows = cells(&doc);
    assert_eq!(rows[0][2], boxes(false, false));
    assert_eq!(rows[0][3], Cell::Stack(vec![boxes(false, false)]));
    let doc = sheet(Sheet::Report, &sample::talked());
    let rows = cells(&doc);
    assert_eq!(rows[0][2], boxes(true, false));
    let chosen = [boxes(true, false), Cell::text("Omdat: dat past bij ons")];
    let chosen = [chosen.to_vec(), vec![Cell::text("Pakt het op: de ergotherapeut")]].concat();
    assert_eq!(rows[0][3], Cell::Stack(chosen));
    assert_eq!(rows[1][3], Cell::Stack(vec![boxes(false, true)]));
    assert_eq!(rows[2][2], Cell::Pen(0), "only a selected advies can be discussed");
    assert!(read(Sheet::Report, &sample::talked()).contains("Ze beginnen met het ontbijt."));
}

#[test]
fn a_reason_and_an_argument_stand_once() {
    let out = read(Sheet::Report, &sample::held());
    assert!(out.contains("**B (zonder titel)**<br>Reden: te duur<br>3 maaltijd aan huis"), "{out}");
    assert_eq!(out.matches("te duur").count(), 1);
    assert_eq!(out.matches("te ver weg").count(), 1);
    assert!(out.contains("Onderbouwing: beiden houden van regelmaat"));
    assert!(out.contains("Doel voor dit koppel: weer gezellig aan tafel"));
}

#[test]
fn a_goal_in_the_prullenbak_leaves_its_adviezen_in_the_report() {
    let mut session = sample::held();
    let open = |s: &mut Session, advice| sample::decide(s, advice, Decision::Open, None);
    open(&mut session, MUSIC);
    run(&mut session, Command::Goal(goals::Command::Bin { id: GoalId(1) }));
    let out = read(Sheet::Report, &session);
    for needle in ["## Nog zonder doel", "Rust aan tafel", "Reden: te duur", "muziek uit tijdens eten"] {
        assert!(out.contains(needle), "{needle} in {out}");
    }
}

/// A conference of which only the shape matters: post-its at two goals, some in clusters, some
/// decided on, some in the prullenbak.
fn shaped(shape: &[(bool, u8, u8)]) -> Session {
    let mut session = sample::empty();
    let s = &mut session;
    sample::hang(s, FIRST_CASUS, Flap::Pmd, "een");
    sample::hang(s, FIRST_CASUS, Flap::Mz, "twee");
    for (index, (second, _, _)) in shape.iter().enumerate() {
        let text = format!("tekst{index:02}x");
        sample::stick(s, sample::row(FIRST_CASUS, u32::from(*second) + 1), &[&text]);
    }
    for second in [false, true] {
        let row = sample::row(FIRST_CASUS, u32::from(second) + 1);
        for letter in [1, 2] {
            let here = (1..).zip(shape).filter(|(_, (goal, wish, _))| *goal == second && *wish == letter);
            let ids: Vec<u32> = here.map(|(id, _)| id).collect();
            if !ids.is_empty() {
                sample::cluster(s, row, if letter == 1 { "een titel" } else { "" }, &ids);
            }
        }
    }
    let advices: Vec<Advice> =
        session.rows(FIRST_CASUS).into_iter().flat_map(|row| session.advices(row)).collect();
    for (advice, (_, wish, decision)) in advices.into_iter().zip(shape) {
        match (decision, advice) {
            (0, _) => sample::decide(&mut session, advice, Decision::Selected, None),
            (1, _) => sample::decide(&mut session, advice, Decision::Rejected, None),
            (2, Advice::Idea(id)) if *wish == 3 => {
                run(&mut session, Command::Idea(ideas::Command::Bin { ids: vec![id] }));
            }
            _ => {}
        }
    }
    session
}

proptest! {
    /// V-A2: nothing that was decided is lost, and no post-it either.
    #[test]
    fn every_advies_and_every_post_it_is_in_werkblad_8(
        shape in prop::collection::vec((any::<bool>(), 0_u8..4, 0_u8..4), 0..24)
    ) {
        let session = shaped(&shape);
        for kind in [Sheet::Report, Sheet::PostIts, Sheet::Fallback] {
            let out = read(kind, &session);
            for (_, place, idea) in session.ideas.iter() {
                let want = usize::from(place.slot != ideas::Slot::Bin);
                prop_assert_eq!(out.matches(&idea.text).count(), want, "{:?}: {}", kind, out);
            }
        }
        let doc = sheet(Sheet::Report, &session);
        let strong = |cell: &&Cell| matches!(cell, Cell::Stack(parts) if matches!(parts[..], [Cell::Strong(_), ..]));
        let shown = cells(&doc).into_iter().flatten().filter(strong).count();
        let all = session.rows(FIRST_CASUS).into_iter().flat_map(|row| session.advices(row));
        let decided = all.filter(|advice| session.course(*advice).unwrap().decision != Decision::Open);
        prop_assert_eq!(shown, decided.count());
    }
}

#[test]
fn the_koppel_reads_only_what_is_brought_to_them() {
    let mut session = sample::held();
    let out = read(Sheet::Couple, &session);
    assert!(
        out.contains("### Rust aan tafel") && out.contains("Waar dit bij helpt: weer gezellig aan tafel")
    );
    for hidden in ["muziek", "maaltijd", "te duur", "vraagt oefening", "regelmaat", "zus past op", "Fatima"] {
        assert!(!out.contains(hidden), "{hidden} in {out}");
    }
    sample::live(&mut session, CALM, Life::Proposed(false));
    let out = read(Sheet::Couple, &session);
    assert!(out.contains("Rust aan tafel") && out.contains("### muziek uit tijdens eten"), "{out}");
    assert!(!out.contains("maaltijd"));
    assert!(read(Sheet::Couple, &sample::empty()).contains("Er zijn nog geen adviezen gekozen"));
}

#[test]
fn only_the_report_and_nothing_else_names_who_was_there() {
    let session = sample::talked();
    for kind in Sheet::of(&session.method) {
        for format in Format::ALL {
            let doc = sheet(kind, &session);
            let out = written(&doc, format);
            assert_eq!(out.contains("Fatima"), kind == Sheet::Report, "{kind:?} {format:?}");
            assert!(!doc.title.contains("Meidoorn"));
            if !kind.is_per_casus() {
                assert!(!out.contains("Meidoorn"), "{kind:?}");
            }
        }
    }
}

/// Number, item and times of each row of the agenda; a heading as one text.
fn agenda(session: &Session) -> Vec<String> {
    let doc = sheet(Sheet::Agenda, session);
    let table =
        doc.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let words = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Strong(text) => text.clone(),
        Cell::Stack(parts) => match &parts[0] {
            Cell::Text(text) | Cell::Strong(text) => text.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    };
    let line = |row: &Row| match row {
        Row::Cells(cells) => cells.iter().map(words).collect::<Vec<_>>().join(" ").trim_end().to_owned(),
        Row::Group(text) | Row::Note(text) => text.clone(),
    };
    table.unwrap().rows.iter().map(line).collect()
}

#[test]
fn the_agenda_is_that_of_werkblad_7() {
    let one = sample::empty();
    let rows = agenda(&one);
    let numbers: Vec<&str> = rows.iter().map(|row| row.split(' ').next().unwrap()).collect();
    assert_eq!(
        numbers,
        ["1", "2", "Bespreking", "3", "4", "5", "5a", "5b", "5c", "5d", "6", "7", "8", "9", "17", "18"]
    );
    assert_eq!(rows[2], "Bespreking 1e casus");
    assert_eq!(rows[5], "5 Tips en adviezen 27");
    assert_eq!(
        rows[6],
        "5a – Individuele brainstorm door alle deelnemers (één tip of advies per post-it) 10"
    );
    let out = read(Sheet::Agenda, &one);
    assert!(out.contains("Bepalen notulist (notulen op iPad of laptop volgens werkblad 8)"));
    assert_eq!(out.matches("Notulist stuurt het verslag naar de aanwezigen.").count(), 1);
    let mut two = sample::empty();
    run(&mut two, Command::Casus(crate::domain::casus::Command::Add));
    run(
        &mut two,
        Command::Plan(crate::domain::plan::Command::PlanStart { at: crate::paper::sample::moment("13:30") }),
    );
    let rows = agenda(&two);
    assert!(rows.contains(&"Bespreking 2e casus".to_owned()));
    assert!(rows.contains(&"12 Tips en adviezen 27 14:30 14:57".to_owned()), "{rows:#?}");
    assert!(rows.contains(&"1 Opening 3 13:30 13:33".to_owned()));
    assert!(rows.last().unwrap().ends_with("15:08 15:10"), "{rows:#?}");
    assert_eq!(read(Sheet::Agenda, &two).matches("Notulist stuurt het verslag naar").count(), 1);
}

#[test]
fn every_flap_has_a_page_with_its_own_goals() {
    let doc = sheet(Sheet::Flaps, &sample::held());
    let pages: Vec<&[Block]> = doc.blocks.split(|block| *block == Block::PageBreak).collect();
    assert_eq!(pages.len(), 3);
    let says = |page: usize, text: &str| pages[page].contains(&Block::Paragraph(text.to_owned()));
    assert!(says(1, "een avond per week voor mezelf") && says(2, "weer samen eten zonder ruzie"));
    assert!(pages[0].contains(&Block::Pen(3)), "room for a goal of the pmd");
}

#[test]
fn an_invitation_says_when_and_that_the_summary_is_missing() {
    let session = sample::held();
    let out = read(Sheet::Invitation, &session);
    for needle in ["zondag 22 november 2026", "13:30 tot 15:10", "koppel Meidoorn", "Staat in map 4."] {
        assert!(out.contains(needle), "{needle} in {out}");
    }
    assert!(!out.contains("ontbreekt"));
    let out = read(Sheet::Invitation, &sample::empty());
    assert!(out.contains("De samenvatting (werkblad 4) ontbreekt nog."));
}

#[test]
fn the_messages_follow_what_was_chosen_and_agreed() {
    let mut session = sample::held();
    assert!(read(Sheet::Mails, &session).contains("Het koppel heeft nog niets gekozen."));
    session = sample::talked();
    let out = read(Sheet::Mails, &session);
    let chosen = "- Rust aan tafel. Doel: weer gezellig aan tafel. Pakt het op: de ergotherapeut";
    assert_eq!(out.matches(chosen).count(), 2, "to the kernteam and to the huisarts: {out}");
    assert!(!out.contains("muziek"));
    let doctor = out.split("aan de huisarts").nth(1).unwrap();
    assert!(!doctor.contains("Meidoorn"), "the huisarts does not know the alias");
    let answer =
        crate::domain::casus::Command::AnswerFollowup { casus: FIRST_CASUS, item: 4, answer: Some(false) };
    run(&mut session, Command::Casus(answer));
    assert!(!read(Sheet::Mails, &session).contains("Beste huisarts"));
}

#[test]
fn nothing_that_is_typed_becomes_markup() {
    let mut session = sample::empty();
    let s = &mut session;
    for field in [Field::Alias, Field::Summary] {
        sample::set(s, FIRST_CASUS, field, NASTY);
    }
    sample::hang(s, FIRST_CASUS, Flap::Samen, NASTY);
    let row = sample::row(FIRST_CASUS, 1);
    sample::stick(s, row, &[NASTY, NASTY]);
    sample::cluster(s, row, NASTY, &[1]);
    let cluster = Advice::Cluster(ClusterId(1));
    for kind in [Kind::Pro(cluster), Kind::Con(cluster), Kind::Summary] {
        sample::say(s, Some(FIRST_CASUS), kind, &[NASTY]);
    }
    for advice in [cluster, Advice::Idea(IdeaId(2))] {
        sample::decide(s, advice, Decision::Selected, None);
        sample::live(s, advice, Life::Reasoned(NASTY.to_owned()));
        sample::live(s, advice, Life::Aimed(NASTY.to_owned()));
        sample::live(s, advice, Life::Chosen { chosen: true, because: NASTY.to_owned() });
    }
    for kind in Sheet::of(&session.method).into_iter().filter(|kind| kind.is_per_casus()) {
        let doc = sheet(kind, &session);
        let html = written(&doc, Format::Html);
        let markdown = written(&doc, Format::Markdown);
        assert!(!html.contains("<i>") && !markdown.contains("<i>"), "{kind:?}");
        let (seen, read) =
            (unescaped(&html).matches(NASTY).count(), unmarked(&markdown).matches(NASTY).count());
        assert!(seen > 0 && seen == read, "{kind:?}: {seen} and {read}");
        assert_narrow(&doc);
        for line in markdown.lines().filter(|line| line.starts_with("| ") && kind == Sheet::Report) {
            assert_eq!(line.replace("\\\\", "").replace("\\|", "").matches('|').count(), 5, "{line}");
        }
    }
}

#[test]
fn the_sheets_need_nothing_but_themselves() {
    for session in [sample::empty(), sample::talked()] {
        for kind in Sheet::of(&session.method) {
            let doc = sheet(kind, &session);
            let html = written(&doc, Format::Html);
            for reach in ["http", "src=", "href=", "url(", "@import", "<script", "<link"] {
                assert!(!html.contains(reach), "{reach} in {kind:?}");
            }
            assert_narrow(&doc);
        }
    }
}

#[test]
fn each_koppel_has_files_of_its_own() {
    let session = sample::held();
    let name = |kind, casus| file::name(kind, Format::Docx, &session, casus, &now());
    assert_eq!(name(Sheet::Report, FIRST_CASUS), "2026-11-22-werkblad8-meidoorn.docx");
    assert_eq!(name(Sheet::Report, SECOND), "2026-11-22-werkblad8-berk.docx");
    assert_eq!(name(Sheet::Agenda, CasusId(2)), "2026-11-22-agenda.docx");
    assert_eq!(file::ideas(&session, &now()), "2026-11-22-post-its.csv");
}

#[test]
fn the_table_holds_the_life_of_the_cluster() {
    let session = sample::talked();
    let bytes = crate::paper::ideas::table(&session);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), session.ideas.len());
    let cell = |text: &str, head: &str| {
        let row = rows.iter().find(|row| row.iter().any(|cell| cell == text)).unwrap();
        row[heads.iter().position(|name| name == head).unwrap()].to_owned()
    };
    for (text, head, want) in [
        ("vast tijdstip", "Flap", "samen"),
        ("vast tijdstip", "Cluster", "A"),
        ("vast tijdstip", "Titel", "Rust aan tafel"),
        ("vast tijdstip", "Besluit", "geselecteerd"),
        ("vast tijdstip", "Voors", "kost niets"),
        ("vast tijdstip", "Pakt het op", "de ergotherapeut"),
        ("vast tijdstip", "Gekozen", "ja"),
        ("maaltijd aan huis", "Besluit", "verworpen"),
        ("maaltijd aan huis", "Reden", "te duur"),
        ("maaltijd aan huis", "Tegens", "te duur | te ver weg"),
        ("muziek uit tijdens eten", "Cluster", ""),
        ("muziek uit tijdens eten", "Gekozen", "nee"),
        ("kleinere porties", "Besluit", "nog open"),
        ("rollator nakijken", "Casus", "Berk"),
    ] {
        assert_eq!(cell(text, head), want, "{text}: {head}");
    }
}

#[test]
fn the_noodblad_and_the_time_card_go_goal_by_goal() {
    let session = sample::held();
    let out = read(Sheet::Fallback, &session);
    for needle in
        ["Wat nu in de weg staat:** het is druk", "A Rust aan tafel · geselecteerd", "Tegen: te ver weg"]
    {
        assert!(out.contains(needle), "{needle} in {out}");
    }
    let card = read(Sheet::TimeCard, &session);
    assert!(
        card.contains("5d Voors en tegens")
            && card.contains("12d Voors en tegens")
            && card.contains("– Doel 2 | 5 |"),
        "{card}"
    );
}
