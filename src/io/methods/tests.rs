//! The shipped werkwijzen are sound, and the fixtures say what they should.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::domain::casus;
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::goals::{self, Row};
use crate::domain::id::{GoalId, IdeaId, PersonId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::method::{Activity, CardHelp, Role, Source};
use crate::domain::people::{self, Person};
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::testing::{self, Table};
use crate::domain::time::Now;
use crate::domain::verdicts::TextKey;
use crate::paper::{self, Format, Sheet};
use crate::text::spots;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn printed(problems: &[Located]) -> String {
    problems.iter().fold(String::new(), |mut text, problem| {
        writeln!(text, "{problem}").unwrap();
        text
    })
}

#[test]
fn every_shipped_werkwijze_is_without_problems() {
    for (name, text) in shipped() {
        match parse(text) {
            Ok(method) => assert_eq!(format!("{}.ron", method.id), *name),
            Err(problems) => panic!("{name}\n{}", printed(&problems)),
        }
    }
}

#[test]
fn the_shipped_list_is_the_folder() {
    let in_folder: BTreeSet<String> = fs::read_dir(root("src/methods"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = shipped().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(in_folder, listed);
}

#[test]
fn akad_is_what_the_method_says() {
    let akad = load_shipped("akad").unwrap();
    let names: Vec<&str> = akad.steps.iter().map(|step| step.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Terugkoppeling",
            "Welkom en voorstellen",
            "Casus toelichten",
            "Doelen stellen",
            "Verzamelen ideeën en tips",
            "Samenvatten en afsluiten"
        ]
    );
    for (profile, total) in [(0, 30), (1, 40)] {
        let inside = akad.steps.iter().filter(|step| !step.outside);
        assert_eq!(inside.map(|step| step.minutes.get(profile).unwrap()).sum::<u32>(), total);
    }
    // Only the three minutes of the toelichting and the thirty of the whole are stated.
    assert!(akad.steps.iter().all(|step| step.minutes_source == Source::P));
    let parts =
        akad.steps.iter().flat_map(|step| &step.parts).chain(akad.layouts.iter().flat_map(|l| &l.parts));
    let stated: Vec<&str> =
        parts.filter(|part| part.source.is_stated()).map(|part| part.name.as_str()).collect();
    assert_eq!(stated, ["Toelichting"]);
    assert_eq!(akad.layouts.iter().map(|layout| layout.columns.len()).collect::<Vec<_>>(), [4, 3, 5]);
    let letters: String = akad.layouts.first().unwrap().columns.iter().map(|c| c.letter.as_str()).collect();
    assert_eq!(letters, "CNIF");
    assert_eq!(akad.areas.iter().map(|areas| areas.names.len()).collect::<Vec<_>>(), [13, 11, 13]);
}

#[test]
fn every_akad_card_can_be_reached_and_has_its_own_help() {
    let akad = load_shipped("akad").unwrap();
    let reached: BTreeSet<&str> =
        akad.steps.iter().flat_map(|step| &step.cards).map(String::as_str).collect();
    let cards: BTreeSet<&str> = akad.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(reached, cards);
    assert_eq!(cards.len(), 12);
    let plain = akad.cards.iter().filter(|card| card.help == CardHelp::Uitleg).count();
    assert_eq!(plain, 2);
    assert!(akad.cards.iter().all(|card| !card.say.is_empty() && !card.when.ends_with(['.', '?'])));
    let ideas = akad.steps.iter().find(|step| step.activity == Activity::Verzamelen).unwrap();
    assert_eq!(ideas.short, "Ideeën en tips");
}

#[test]
fn an_unknown_werkwijze_says_which_there_are() {
    let problems = load_shipped("acad").unwrap_err();
    assert_eq!(
        printed(&problems),
        "regel 1, kolom 1: de werkwijze 'acad' bestaat niet. Kies uit: akad, case-conference.\n"
    );
}

#[test]
fn the_good_fixtures_are_good() {
    let found = in_folder(&root("fixtures/methods/good"));
    assert!(found.len() >= 2);
    for (path, method) in found {
        if let Err(problems) = method {
            panic!("{}\n{}", path.display(), printed(&problems));
        }
    }
}

/// Beside every bad file stands what the program must say about it. With `OOGST_SCHRIJF=1` the
/// expectations are written anew, to be read before they are committed.
#[test]
fn the_bad_fixtures_say_what_is_wrong() {
    let mut wrong = String::new();
    let found = in_folder(&root("fixtures/methods/bad"));
    assert!(found.len() >= 10);
    for (path, method) in found {
        let said = printed(&method.expect_err(&path.display().to_string()));
        let expected = path.with_extension("txt");
        if std::env::var_os("OOGST_SCHRIJF").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
        if said != wanted {
            writeln!(wrong, "{}\nverwacht:\n{wanted}gezegd:\n{said}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_folder_is_read_in_order_and_bad_files_do_not_stop_it() {
    let dir = tempfile::tempdir().unwrap();
    let good = shipped().first().unwrap().1;
    fs::write(dir.path().join("b.ron"), good).unwrap();
    fs::write(dir.path().join("a.ron"), [b'(', 0xC3, b'(', b')']).unwrap();
    fs::write(dir.path().join("c.ron"), " ".repeat(ronfile::MAX_BYTES + 1)).unwrap();
    fs::write(dir.path().join("notes.txt"), "no").unwrap();
    fs::create_dir(dir.path().join("d.ron")).unwrap();
    let found = in_folder(dir.path());
    let said: Vec<String> = found
        .iter()
        .map(|(path, method)| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            method.as_ref().map_or_else(|problems| format!("{name} {}", printed(problems)), |m| m.id.clone())
        })
        .collect();
    assert_eq!(
        said,
        [
            "a.ron regel 1, kolom 2: hier staat een teken dat niet te lezen is. Bewaar het bestand opnieuw als UTF-8.\n",
            "akad",
            "c.ron regel 1, kolom 1: het bestand is te groot. Meer dan 1 MB wordt niet gelezen.\n",
            "d.ron regel 1, kolom 1: het bestand kan niet worden gelezen. Kijk of het bestaat en of je het mag openen.\n",
        ]
    );
    assert!(in_folder(&dir.path().join("missing")).is_empty());
}

/// A werkwijze without this field of its head.
fn without(text: &str, field: &str) -> String {
    let (before, rest) = text.split_once(&format!("    {field}: (\n")).unwrap();
    format!("{before}{}", rest.split_once("\n    ),\n").unwrap().1)
}

#[test]
fn what_a_werkwijze_leaves_out_is_what_its_steps_say() {
    for (name, text) in shipped() {
        let bare = without(&without(text, "woorden"), "manieren");
        assert_eq!(parse(&bare).unwrap(), parse(text).unwrap(), "{name}");
        assert_eq!(parse(&without(text, "woorden")).unwrap(), parse(text).unwrap(), "{name}");
    }
    let own = fs::read_to_string(root("fixtures/methods/good/keukentafel.ron")).unwrap();
    let bare = parse(&without(&own, "woorden")).unwrap();
    assert_eq!(bare.words.idea.many, "post-its", "there are clusters");
    assert_eq!(bare.words.casus.many, "casussen", "there are no koppels");
    assert_eq!(bare.words.advice, bare.words.idea, "nobody weighs");
}

#[test]
fn a_werkwijze_of_its_own_goes_its_own_ways() {
    let own = ronfile::read_file(&root("fixtures/methods/good/keukentafel.ron"), check::check).unwrap();
    assert!(own.has_clusters() && own.asks_who_comes());
    assert!(!own.has_flaps() && !own.group_decides() && !own.has_core_team());
    assert_eq!((own.rhythm(), own.contributor_role()), (vec![6], Role::Casusinbrenger));
    assert_eq!(own.words.casus.this().capital(), "Dit gezin");
    assert_eq!((own.words.idea.of(1).as_str(), own.words.idea.of(2).as_str()), ("idee", "ideeën"));
}

/// A meeting with a bit of everything that can stand on its sheets.
fn held(method: Method) -> Table {
    let casus = FIRST_CASUS;
    let mut table = Table { session: Session::new(method), now: Now::fixed(testing::begin()) };
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let row = Row { casus, goal: Some(GoalId(1)) };
    let add = |slot, list: &[&str]| {
        Command::Idea(ideas::Command::Add { place: Place { row, slot }, texts: texts(list), ring: None })
    };
    let field = |field, text: &str| casus::Command::SetField { casus, field, text: text.to_owned() };
    let person = Person { name: "Ans".to_owned(), ..Person::default() };
    let ids = vec![IdeaId(1), IdeaId(2)];
    let title = "Meedoen".to_owned();
    for command in [
        Command::People(people::Command::Add(vec![person])),
        Command::Casus(field(casus::Field::Alias, "Wilg")),
        Command::Casus(casus::Command::BringBy { casus, person: Some(PersonId(1)) }),
        Command::Goal(goals::Command::Add { casus, area: None, text: "buiten zijn".to_owned() }),
        add(Slot::Unplaced, &["voetballen", "helpen in de kantine", "vissen"]),
        Command::Cluster(clusters::Command::Make { row, letter: None, title, ids }),
        add(Slot::Column(1), &["hond uitlaten"]),
        add(Slot::Column(2), &["eerder naar huis"]),
        Command::Idea(ideas::Command::Mark { id: IdeaId(5), mark: Mark::LeftOut, on: true }),
    ] {
        table.run(command).unwrap();
    }
    table
}

fn words_of(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase).collect()
}

/// The law behind `woorden`: a sheet has no word for these things but those of its werkwijze.
#[test]
fn every_sheet_speaks_the_words_of_its_werkwijze() {
    let theirs = [
        "tip",
        "tips",
        "post-it",
        "post-its",
        "casus",
        "casussen",
        "koppel",
        "koppels",
        "cliënt",
        "inbrenger",
        "casemanager",
        "advies",
        "adviezen",
        "bespreking",
        "conference",
    ];
    let own = ronfile::read_file(&root("fixtures/methods/good/keukentafel.ron"), check::check).unwrap();
    let empty = Table { session: Session::new(own.clone()), now: Now::fixed(testing::begin()) };
    let sheets = Sheet::of(&own);
    assert!(sheets.contains(&Sheet::PostIts) && sheets.contains(&Sheet::Matrix));
    assert!(!sheets.contains(&Sheet::Report) && !sheets.contains(&Sheet::Flaps));
    for table in [held(own), empty] {
        // Werkblad 7 is a form with labels of its own, for who has it; the handbook and its card are
        // about the program and all its werkwijzen.
        let others = [Sheet::Agenda, Sheet::Handbook, Sheet::Card];
        for sheet in Sheet::ALL.into_iter().filter(|sheet| !others.contains(sheet)) {
            let doc = paper::make(sheet, &table.session, FIRST_CASUS, &table.now);
            let text = String::from_utf8(paper::render(&doc, Format::Text)).unwrap();
            let said = words_of(&text);
            // What people write their ideas on, when they are invited, is a real post-it.
            let on_paper = |word: &str| sheet == Sheet::Invitation && ["tips", "post-its"].contains(&word);
            let is_theirs = |word: &&str| said.contains(*word) && !on_paper(word);
            let wrong: Vec<&str> = theirs.into_iter().filter(is_theirs).collect();
            assert!(wrong.is_empty(), "{wrong:?} on {}:\n{text}", sheet.name());
        }
    }
}

#[test]
fn every_idea_is_on_the_sheet_that_goes_along_with_its_cluster() {
    let own = ronfile::read_file(&root("fixtures/methods/good/keukentafel.ron"), check::check).unwrap();
    let table = held(own);
    let made = |sheet| {
        let doc = paper::make(sheet, &table.session, FIRST_CASUS, &table.now);
        String::from_utf8(paper::render(&doc, Format::Text)).unwrap()
    };
    let tips = made(Sheet::Tips);
    for text in
        ["A Meedoen", "voetballen", "helpen in de kantine", "Los", "vissen", "B Buurt", "hond uitlaten"]
    {
        assert_eq!(tips.matches(text).count(), 1, "{text}\n{tips}");
    }
    assert!(tips.contains("Deze voorstellen zijn ideeën. De jongere kiest."), "{tips}");
    assert!(tips.contains("1 voorstel laat je weg. Dat staat niet op dit blad."), "{tips}");
    assert!(made(Sheet::Fallback).contains("Doelen en ideeën tot nu toe"));
    assert_eq!(paper::file::ideas(&table.session, &table.now), "2026-11-22-ideeen.csv");
    let table = String::from_utf8(paper::ideas::table(&table.session)).unwrap();
    assert!(table.contains(";Idee;") && table.contains(";A Meedoen;1;voetballen;"), "{table}");
    assert_eq!(spots::name(&held(load_shipped("akad").unwrap()).session, TextKey::Idea(IdeaId(1))), "tip 1");
}
