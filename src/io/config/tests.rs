//! What stands in the files of a user, and what is made of it when something is wrong.

use super::*;
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::ui::theme::Role;
use std::fs;

fn home(files: &[(&str, &str)]) -> (tempfile::TempDir, Places) {
    let dir = tempfile::tempdir().unwrap();
    let places = Places::find(Some(dir.path().to_path_buf()), None).unwrap();
    for (name, content) in files {
        let path = places.config.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    (dir, places)
}

fn usual() -> Config {
    Config { keys: shipped_keys(), ..Config::default() }
}

#[test]
fn without_files_everything_is_as_shipped_and_nothing_is_written() {
    let (dir, places) = home(&[]);
    assert_eq!(load(&places), (usual(), Vec::new()));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    assert_eq!(shipped_keys().rows.len(), Action::ALL.len());
}

#[test]
fn settings_are_read() {
    // A whole path begins with a letter of a disk on Windows.
    let map = if cfg!(windows) { "C:/srv/oogst" } else { "/srv/oogst" };
    let text =
        format!("(thema: \"donker\", muis: true, belletje: true, map: \"{map}\", uitvoer: \"~/Verslagen\")");
    let (_dir, places) = home(&[(SETTINGS, text.as_str())]);
    let (config, notices) = load(&places);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!((config.theme.as_deref(), config.mouse, config.bell), (Some("donker"), true, true));
    assert!(config.exports.as_ref().unwrap().is_absolute());
    assert_eq!(config.places(places.clone(), false).sessions, Path::new(map));
    assert_eq!(config.places(places.clone(), true), places);
}

#[test]
fn what_is_wrong_is_said_and_goes_by_the_usual() {
    let (_dir, places) =
        home(&[(SETTINGS, "(thema: \"donker\", muis: ja)"), (KEYS, "(toetsen: [(actie: Menu)])")]);
    let (config, notices) = load(&places);
    assert_eq!(config, usual());
    assert_eq!(notices.len(), 2);
    let begin = "instellingen.ron, regel 1, kolom 19, muis: hier hoort true (ja) of false (nee)";
    assert!(notices[0].starts_with(begin), "{}", notices[0]);
    assert!(notices[0].contains("Daarom gelden de gewone instellingen. Alles nakijken: oogst controleer \""));
    assert!(notices[1].contains("Menu heeft een toets nodig. Noem er een, zoals Esc."), "{}", notices[1]);

    let (_dir, places) = home(&[]);
    fs::create_dir_all(places.config.join(SETTINGS)).unwrap();
    assert_eq!(load(&places).1.len(), 1);
}

#[test]
fn own_keys_lie_over_the_shipped_ones() {
    let text = include_str!("../../../fixtures/keys/good/toetsen.ron");
    let (_dir, places) = home(&[(KEYS, text)]);
    let (config, notices) = load(&places);
    assert!(notices.is_empty(), "{notices:?}");
    let keys = config.keys;
    assert_eq!(keys.rows.len(), Action::ALL.len());
    assert_eq!(keys.action(Key::Ctrl('g')), Some(Action::Hulp));
    assert_eq!((keys.action(Key::F(1)), keys.action(Key::F(5))), (None, Some(Action::Menu)));
    assert_eq!(keys.action(Key::F(7)), Some(Action::Tijd));
    let help = keys.row(Action::Hulp).unwrap();
    assert_eq!((help.short.as_str(), help.sentence.as_str()), ("help", "Hulp: wat kan ik hier?"));
    assert_eq!(keys.fixed, shipped_keys().fixed);
}

#[test]
fn themes_are_found_by_the_name_they_give_themselves() {
    let avond = include_str!("../../../fixtures/themes/good/avond.ron");
    let nacht = include_str!("../../../fixtures/themes/good/nacht.ron");
    let bad = include_str!("../../../fixtures/themes/bad/rol.ron");
    let (_dir, places) =
        home(&[("themas/1.ron", avond), ("themas/nacht.ron", nacht), ("themas/kapot.ron", bad)]);
    assert_eq!(themes::names(&places), ["licht", "donker", "contrast", "mono", "avond", "kapot", "nacht"]);
    for name in ["licht", "Donker", "mono", "avond", "nacht"] {
        assert_eq!(themes::looks(&places, name).unwrap().name, name.to_lowercase());
    }
    let nacht = themes::looks(&places, "nacht").unwrap();
    let avond = themes::looks(&places, "avond").unwrap();
    assert_ne!(nacht.of(Role::Text).fore, avond.of(Role::Text).fore);
    assert_eq!(nacht.of(Role::Title).fore, avond.of(Role::Title).fore);
    let kapot = themes::looks(&places, "kapot").unwrap_err();
    assert!(kapot.starts_with("kapot.ron, regel 4") && kapot.contains("oogst controleer"), "{kapot}");
    let mut notices = Vec::new();
    assert_eq!(themes::first_looks(&places, Some("weg"), &mut notices).unwrap().name, "licht");
    assert!(notices[0].starts_with("Het thema 'weg' bestaat niet. Kies uit: licht, "), "{notices:?}");
    assert_eq!(themes::first_looks(&places, None, &mut notices).unwrap().name, "licht");
    assert_eq!(notices.len(), 1);
}
