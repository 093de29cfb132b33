//! Something else in the place of a file of ours: a link, a pipe, a device. No command follows it,
//! waits for it or puts something in its place, and the other sessions are there (decision 56).

use super::*;
use crate::domain::id::StepKey;
use crate::domain::signal::{Signal, Signalled};
use crate::io::follow;
use crate::io::store::draft::Draft;
use crate::io::store::{current, names, signals, snapshot};
use std::os::unix::fs::symlink;
use std::process::Command;

/// What stands outside, and may never change.
const OUTSIDE: &str = "van een ander";

#[derive(Debug, Clone, Copy)]
enum Strange {
    /// To a file outside.
    Link,
    /// To a place where nothing is.
    Dangling,
    /// To a device.
    Device,
    Pipe,
    Folder,
}

impl Strange {
    fn put(self, path: &Path, outside: &Path) {
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        }
        let _ = fs::remove_file(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match self {
            Self::Link => symlink(outside, path).unwrap(),
            Self::Dangling => symlink(outside.with_extension("weg"), path).unwrap(),
            Self::Device => symlink("/dev/full", path).unwrap(),
            Self::Pipe => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
            Self::Folder => fs::create_dir(path).unwrap(),
        }
    }
}

const SESSION: &str = "2026-11-22-akad-1";

/// Everything a person can do with it.
fn all(home: &Home) {
    for line in [
        &["lijst"][..],
        &["export", SESSION],
        &["export", SESSION, "--als", "csv"],
        &["pakket", SESSION],
        &[
            "neem-over",
            &home.places.documents.join("2026-11-22-pakket-linde.ron").display().to_string(),
            "--ja",
        ],
        &["herstel", SESSION],
        &["herstel", "boek"],
        &["boek", "--als", "csv"],
    ] {
        let _ = home.typed(line);
    }
    let dir = home.places.sessions.join(SESSION);
    drop(open::open(&dir));
    let _ = Draft::of(&dir).write("half getypt");
    let _ = snapshot::write(&dir, "leesbaar");
    let key = StepKey { step: 1, casus: None };
    let signal = Signal::Begun { key, since: testing::begin() };
    let _ = signals::append(&dir, &Signalled { at: testing::begin(), signal });
    let _ = current::write(&home.places.sessions.join(names::CURRENT), "x");
    drop(lessons::open(&home.places.book));
    let mut following = follow::Sessions::new(&home.places.sessions);
    let _ = following.look();
    let _ = home.wipes(&["wis", SESSION, "--casus", "1"], "wis alles\n");
    let _ = home.wipes(&["wis", SESSION], "wis alles\n");
}

#[test]
fn what_is_no_plain_file_is_never_followed_or_waited_for() {
    let in_session = [
        names::JOURNAL,
        names::BACKUP,
        names::SNAPSHOT,
        names::DRAFT,
        names::SIGNALS,
        names::LOCK,
        names::REPORTS,
    ];
    let places = in_session.iter().map(|name| format!("besprekingen/{SESSION}/{name}"));
    let beside = [names::CURRENT, names::PROOF].map(|name| format!("besprekingen/{name}"));
    let book = [names::JOURNAL, names::BACKUP, names::LOCK].map(|name| format!("wat-werkte/{name}"));
    let folder = [format!("besprekingen/{SESSION}")];
    for place in places.chain(beside).chain(book).chain(folder) {
        for strange in [Strange::Link, Strange::Dangling, Strange::Device, Strange::Pipe, Strange::Folder] {
            let home = Home::new();
            home.session();
            drop(open::create(&home.places.sessions, testing::method(), testing::begin()));
            let mut shelf = lessons::open(&home.places.book).unwrap().access.unwrap();
            shelf.append(crate::support::book(3).events()).unwrap();
            drop(shelf);
            let outside = home.dir.path().join("buiten");
            fs::write(&outside, OUTSIDE).unwrap();
            let path = home.dir.path().join(&place);
            strange.put(&path, &outside);
            let before = fs::symlink_metadata(&path).unwrap().file_type();
            assert!(home.fine(&["lijst"]).contains("2026-11-22-akad-2"), "{place} {strange:?}");
            all(&home);
            assert_eq!(fs::read_to_string(&outside).unwrap(), OUTSIDE, "{place} {strange:?}");
            assert!(!outside.with_extension("weg").exists(), "{place} {strange:?}");
            // It stays, or a wipe took the name away; nothing of ours came in its place.
            if let Ok(after) = fs::symlink_metadata(&path) {
                assert_eq!(after.file_type(), before, "{place} {strange:?}");
            }
            if !matches!(strange, Strange::Folder) {
                assert!(fs::symlink_metadata(&path).is_ok(), "{place} {strange:?} is not ours to take away");
            }
        }
    }
}

/// One sentence says what is wrong.
#[test]
fn it_is_said_in_one_sentence() {
    let home = Home::new();
    let dir = home.session();
    Strange::Pipe.put(&dir.join(names::JOURNAL), &dir);
    let list = home.fine(&["lijst"]);
    assert!(list.contains("geen gewoon bestand"), "{list}");
    let refused = home.refused(&["export", SESSION]);
    assert!(refused.contains("logboek.ronl") && refused.contains("geen gewoon bestand"), "{refused}");
}

/// What somebody names himself may be a link: the base, a session.
#[test]
fn what_is_named_may_be_a_link() {
    let home = Home::new();
    let dir = home.session();
    let link = home.dir.path().join("snel");
    symlink(&dir, &link).unwrap();
    let typed = link.display().to_string();
    assert!(home.fine(&["export", &typed, "--als", "txt"]).starts_with("Gemaakt: "));
    let documents = home.dir.path().join("elders");
    fs::create_dir(&documents).unwrap();
    fs::remove_dir_all(&home.places.documents).unwrap();
    symlink(&documents, &home.places.documents).unwrap();
    assert!(home.fine(&["export", SESSION, "--als", "txt"]).starts_with("Gemaakt: "));
    assert_eq!(files(&documents).len(), 1);
}
