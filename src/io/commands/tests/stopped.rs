//! Every command of several steps, killed in front of each change it makes on the disk and then
//! done again: the end is as if it had never been stopped (decision 57).

use super::*;
use crate::domain::book::{Event, Trace};
use crate::domain::id::LessonId;
use crate::io::store::disk::brake;
use crate::io::store::{disk, names};
use std::collections::{BTreeMap, BTreeSet};

/// Every file and folder under `dir`, by its name from there.
fn tree(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![dir.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for path in disk::entries(&folder).unwrap() {
            let name = path.strip_prefix(dir).unwrap().display().to_string().replace('\\', "/");
            let bytes = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
            if path.is_dir() {
                waiting.push(path);
            }
            found.insert(name, bytes);
        }
    }
    found
}

/// Stops `deed` in front of every change, does it again, and compares with what it does unstopped.
#[track_caller]
fn everywhere(prepare: impl Fn() -> Home, deed: impl Fn(&Home)) -> BTreeMap<String, Vec<u8>> {
    let home = prepare();
    deed(&home);
    let want = tree(home.dir.path());
    let mut stops = 0;
    loop {
        let home = prepare();
        if !brake::stopped_after(stops, || deed(&home)) {
            break;
        }
        let between = tree(home.dir.path());
        deed(&home);
        let got = tree(home.dir.path());
        let names: BTreeSet<_> =
            want.keys().chain(got.keys()).filter(|name| want.get(*name) != got.get(*name)).collect();
        let show = |tree: &BTreeMap<String, Vec<u8>>, name: &str| {
            tree.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        let differ: Vec<_> = names
            .iter()
            .map(|name| format!("{name}: {:?}, {:?}", show(&got, name), show(&want, name)))
            .collect();
        assert!(differ.is_empty(), "stopped after {stops}, {:?}\n{}", between.keys(), differ.join("\n"));
        stops += 1;
    }
    assert!(stops > 2, "it changes something {stops} times");
    want
}

/// The small meeting with every file a session can have, all with texts of it, and its sheets.
fn full() -> Home {
    let home = Home::new();
    let dir = home.session();
    let text = fs::read(dir.join(names::JOURNAL)).unwrap();
    for copy in [names::BACKUP, names::SNAPSHOT, names::DRAFT, ".oogst-half", "logboek (kopie).ronl"] {
        fs::write(dir.join(copy), &text).unwrap();
    }
    fs::write(dir.join(names::SIGNALS), "").unwrap();
    fs::create_dir(dir.join(names::REPORTS)).unwrap();
    fs::write(dir.join(names::REPORTS).join("tipblad.txt"), "buurvrouw vragen").unwrap();
    home.fine(&["export", SESSION]);
    fs::write(home.places.documents.join(".oogst-half"), "buurvrouw vragen").unwrap();
    home
}

const SESSION: &str = "2026-11-22-akad-1";

/// What is typed in the small meeting.
const TEXTS: [&str; 7] =
    ["Linde", "markt", "buurvrouw", "boodschappendienst", "dubbel", "leren zeggen", "elke dinsdag"];

fn holds(tree: &BTreeMap<String, Vec<u8>>, text: &str) -> Vec<String> {
    let has = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    let found = tree.iter().filter(|(name, bytes)| has(bytes) && !name.ends_with(names::PROOF));
    found.map(|(name, _)| name.clone()).collect()
}

#[test]
fn wiping_a_session() {
    let end = everywhere(full, |home| {
        let _ = home.wipes(&["wis", SESSION], "wis alles\n");
    });
    for text in TEXTS {
        assert_eq!(holds(&end, text), Vec::<String>::new(), "{text}");
    }
    let proof = String::from_utf8(end["besprekingen/wisbewijs.txt"].clone()).unwrap();
    assert!(
        proof.lines().count() == 1 && proof.contains("casus Linde") && proof.contains("4 bladen"),
        "{proof}"
    );
    assert_eq!(end.len(), 3, "{:?}", end.keys());
}

#[test]
fn wiping_a_casus() {
    let end = everywhere(full, |home| {
        let _ = home.wipes(&["wis", SESSION, "--casus", "1"], "wis alles\n");
    });
    for text in TEXTS {
        assert_eq!(holds(&end, text), Vec::<String>::new(), "{text}");
    }
    let proof = String::from_utf8(end["besprekingen/wisbewijs.txt"].clone()).unwrap();
    assert!(
        proof.lines().count() == 1 && proof.contains("7 teksten") && proof.contains("4 bladen"),
        "{proof}"
    );
}

#[test]
fn rescuing_a_session() {
    let broken = || {
        let home = full();
        let path = home.places.sessions.join(SESSION).join(names::JOURNAL);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("seq:9,", "seq:900,", 1)).unwrap();
        home
    };
    let end = everywhere(broken, |home| {
        let _ = home.typed(&["herstel", SESSION]);
    });
    let rescued = end.keys().filter(|name| name.contains("hersteld")).count();
    assert_eq!(rescued, 4, "folder, journal, draft and lock: {:?}", end.keys());
}

#[test]
fn exports_and_a_pakket() {
    let plain = || {
        let home = Home::new();
        home.session();
        home
    };
    for line in [&["export", SESSION][..], &["export", SESSION, "--als", "csv"], &["pakket", SESSION]] {
        let end = everywhere(plain, |home| {
            let _ = home.typed(line);
        });
        assert!(!end.keys().any(|name| name.contains(".oogst-")), "{:?}", end.keys());
    }
}

#[test]
fn taking_a_pakket_over() {
    let packed = || {
        let home = Home::new();
        home.session();
        home.fine(&["pakket", SESSION]);
        let path = home.places.documents.join("2026-11-22-pakket-linde.ron");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("uitkomst: None", "uitkomst: werkte", 1)).unwrap();
        home
    };
    let home = packed();
    let path = |home: &Home| home.places.documents.join("2026-11-22-pakket-linde.ron").display().to_string();
    assert!(home.fine(&["neem-over", &path(&home), "--ja"]).contains("Overgenomen: 1 regel"));
    everywhere(packed, |home| {
        let _ = home.typed(&["neem-over", &path(home), "--ja"]);
        // The copy is of the journal as it was found, with the half line of a kill in it.
        drop(open::open(&home.places.sessions.join(SESSION)));
    });
}

/// A book with a text that was taken out and a copy of before that.
fn book() -> Home {
    let home = Home::new();
    let lessons = crate::support::book(3);
    let mut shelf = lessons::open(&home.places.book).unwrap().access.unwrap();
    shelf.append(lessons.events()).unwrap();
    drop(shelf);
    let mut shelf = lessons::open(&home.places.book).unwrap().access.unwrap();
    shelf.append(vec![Event::Removed { id: LessonId(1) }]).unwrap();
    home
}

#[test]
fn the_book_forgets_what_was_taken_out() {
    let taken_out = crate::support::book(3).get(LessonId(1)).unwrap().tip.clone();
    let end = everywhere(book, |home| drop(lessons::open(&home.places.book)));
    assert!(!String::from_utf8_lossy(&end["wat-werkte/logboek.ronl"]).contains(&taken_out));
}

#[test]
fn the_book_takes_a_line_in_or_does_not() {
    let keep = |home: &Home| {
        let opened = lessons::open(&home.places.book).unwrap();
        let trace = Trace(77);
        let read = opened.book.has_read(trace);
        if let (Ok(mut shelf), false) = (opened.access, read) {
            let _ = shelf.append(vec![Event::Declined(trace)]);
        }
    };
    let open_first = || {
        let home = book();
        drop(lessons::open(&home.places.book).unwrap());
        home
    };
    everywhere(open_first, |home| {
        keep(home);
        drop(lessons::open(&home.places.book));
    });
}

#[test]
fn the_book_is_mended() {
    let broken = || {
        let home = book();
        drop(lessons::open(&home.places.book).unwrap());
        let path = home.places.book.join(names::JOURNAL);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("(seq:2", "(seq:7")).unwrap();
        home
    };
    let end = everywhere(broken, |home| {
        let _ = home.typed(&["herstel", "boek"]);
    });
    assert!(
        end.contains_key("wat-werkte/logboek.stuk-1.ronl")
            && !end.contains_key("wat-werkte/logboek.stuk-2.ronl")
    );
}

#[test]
fn a_session_begins_and_goes_on() {
    let end = everywhere(Home::new, |home| {
        // A folder without a journal is what a start left that was stopped.
        let begun = home.places.sessions.join(SESSION).join(names::JOURNAL).exists();
        if !begun {
            drop(open::create(&home.places.sessions, testing::method(), testing::begin()));
        }
        drop(open::open(&home.places.sessions.join(SESSION)));
    });
    assert!(end.contains_key("besprekingen/2026-11-22-akad-1/logboek.ronl"));
}
