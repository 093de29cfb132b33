//! The table of all tips.

use super::sample;
use super::sample::CASUS;
use crate::domain::advice;
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, IdeaId};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::life::{Life, Outcome};
use crate::domain::session::Session;
use crate::paper::{file, ideas as table};

fn rows(session: &Session) -> Vec<Vec<String>> {
    let bytes = table::table(session);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&bytes[3..]);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_tip_is_a_row_with_its_life() {
    let mut session = sample::full();
    let idea = |command| Command::Idea(command);
    let because = "hij kent de weg; en de bus".to_owned();
    let (id, advice) = (IdeaId(1), Advice::Idea(IdeaId(1)));
    for life in [
        Life::Discussed(true),
        Life::Chosen { chosen: false, because: String::new() },
        Life::Tried { outcome: Outcome::WorkedPartly, because },
    ] {
        sample::run(&mut session, Command::Advice(advice::Command { advice, life }));
    }
    sample::run(&mut session, idea(ideas::Command::Change { id, text: "=1+1".to_owned() }));
    sample::run(&mut session, idea(ideas::Command::Bin { ids: vec![IdeaId(2)] }));
    let rows = rows(&session);
    assert_eq!(
        rows[0],
        [
            "Casus",
            "Gebied",
            "Doel",
            "Kolom",
            "Nummer",
            "Tip",
            "Valt op",
            "Nieuw",
            "Laat ik weg",
            "Besproken",
            "Gekozen",
            "Uitkomst",
            "Omdat"
        ]
    );
    let goal = session.goals.of(CASUS).next().unwrap().1;
    assert_eq!(rows[1][..3], ["Linde".to_owned(), goal.area.clone().unwrap(), goal.text.clone()]);
    assert_eq!(rows[1][3], "C Cliënt zelf (eigen kracht)");
    assert_eq!(rows[1][4..6], ["1", "'=1+1"]);
    assert_eq!(rows[1][9..], ["ja", "nee", "Werkte deels", "hij kent de weg; en de bus"]);
    let numbers: Vec<&str> = rows[1..].iter().map(|row| row[4].as_str()).collect();
    assert!(!numbers.contains(&"2"), "the prullenbak stays out");
    assert_eq!(numbers.len(), session.ideas.of_casus(CASUS).count());
    for (_, _, idea) in session.ideas.of_casus(CASUS) {
        let row = rows.iter().find(|row| row[4] == idea.number.to_string()).unwrap();
        let yes = |mark| if idea.has(mark) { "ja" } else { "" };
        assert_eq!(row[6..9], [yes(Mark::StandsOut), yes(Mark::New), yes(Mark::LeftOut)]);
    }
    assert!(rows.iter().any(|row| row[6] == "ja") && rows.iter().any(|row| row[8] == "ja"));
    assert!(rows.iter().any(|row| row[3] == "Nog te plaatsen"));
}

#[test]
fn every_casus_is_in_it_and_nobody_by_name() {
    let mut session = sample::full();
    let before = rows(&session).len();
    sample::run(&mut session, Command::Casus(casus::Command::Add));
    let row = Row { casus: CasusId(2), goal: None };
    let place = Place { row, slot: Slot::Column(0) };
    let texts = vec!["samen koken".to_owned()];
    sample::run(&mut session, Command::Idea(ideas::Command::Add { place, texts, ring: None }));
    let rows = rows(&session);
    assert_eq!(rows.len(), before + 1);
    assert_eq!(rows[before][0], "Casus 2");
    assert_eq!(rows[before][4..6], ["1", "samen koken"]);
    assert!(!rows.concat().concat().contains("Joost"));
    assert_eq!(file::ideas(&session, &sample::now()), "2026-11-22-tips.csv");
}

#[test]
fn a_meeting_without_tips_gives_the_head_alone() {
    assert_eq!(rows(&sample::empty()).len(), 1);
}
