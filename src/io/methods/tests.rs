//! The shipped werkwijzen are sound, and the fixtures say what they should.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::domain::method::{Activity, CardHelp, Source};

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
