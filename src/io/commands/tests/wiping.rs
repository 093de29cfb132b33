//! `oogst wis`: nothing goes without the word, and then everything does.

use super::*;
use crate::cli::{Order, Orders};

impl Home {
    /// Types `line`, and `answer` when it asks.
    pub(super) fn wipes(&self, line: &[&str], answer: &str) -> (Result<(), String>, String) {
        let Orders { order: Order::Wipe(wish), .. } = cli::parse(line.iter().map(Into::into)).unwrap() else {
            panic!("{line:?}");
        };
        let setting = Setting { places: &self.places, config: &self.config, now: &self.now };
        let mut out = Vec::new();
        let result = wipe(&wish, setting, &mut answer.as_bytes(), &mut Voice::new(&mut out));
        (result.map_err(|failure| failure.to_string()), String::from_utf8(out).unwrap())
    }
}

#[test]
fn without_the_word_nothing_goes() {
    let home = Home::new();
    let dir = home.session();
    for answer in ["", "\n", "ja\n", "wissen\n", "niet wis\n"] {
        let (result, said) = home.wipes(&["wis", "laatste"], answer);
        assert_eq!(result, Ok(()));
        assert!(said.starts_with("Nog 1 tip open: "), "{said}");
        assert!(said.contains("Wissen: AKAD van 22 nov 2026, casus Linde (2026-11-22-akad-1).\n"), "{said}");
        assert!(said.ends_with("Er is niets gewist.\n") && said.contains("logboek.ronl"), "{said}");
    }
    assert!(dir.join("logboek.ronl").exists());
}

#[test]
fn a_session_goes_and_its_sheets_when_asked() {
    let home = Home::new();
    let dir = home.session();
    home.fine(&["export", "laatste"]);
    home.fine(&["export", "laatste", "--als", "csv"]);
    let sheets = home.places.documents.clone();
    let html = sheets.join("2026-11-22-tipblad-linde.html");
    fs::write(&html, "anders").unwrap();
    home.fine(&["export", "laatste", "--als", "html"]);
    home.write("documenten/2026-11-22-tipblad-linde-en-meer.html", "van een ander");
    home.write("documenten/brief.txt", "van mij");
    let (result, said) = home.wipes(&["wis", "laatste"], "wis alles\n");
    assert_eq!(result, Ok(()));
    assert!(said.contains("tipblad-linde-2.html") && said.contains("2026-11-22-tips.csv"), "{said}");
    assert!(!said.contains("brief") && !said.contains("en-meer"), "{said}");
    assert!(!dir.exists());
    assert_eq!(files(&sheets), ["2026-11-22-tipblad-linde-en-meer.html", "brief.txt"]);
    let proof = fs::read_to_string(home.places.sessions.join("wisbewijs.txt")).unwrap();
    assert!(proof.contains("AKAD van 22 nov 2026") && proof.contains("6 bladen elders"), "{proof}");
    assert!(!proof.contains("markt") && proof.lines().count() == 1, "{proof}");
    assert!(home.fine(&["lijst"]).starts_with("Er zijn nog geen besprekingen"));
}

#[test]
fn one_casus_goes_and_the_session_stays() {
    let home = Home::new();
    let dir = home.session();
    assert_eq!(
        home.wipes(&["wis", "laatste", "--casus", "2"], "wis\n").0.unwrap_err(),
        "Casus 2 is er niet. In deze bespreking: 1 casus."
    );
    home.fine(&["export", "laatste", "--als", "txt"]);
    let (result, said) = home.wipes(&["wis", "laatste", "--casus", "1"], " Wis \n");
    assert_eq!(result, Ok(()));
    assert!(said.contains("Gewist: 7 teksten en "), "{said}");
    assert!(home.places.documents.join("2026-11-22-tipblad-linde.txt").exists(), "asked for the folder only");
    let journal = fs::read_to_string(dir.join("logboek.ronl")).unwrap();
    assert!(!journal.contains("markt") && journal.contains("Ömer"));
    let list = home.fine(&["lijst"]);
    assert!(list.contains("(gewist)") && !list.contains("open"), "{list}");
}

#[test]
fn a_session_that_cannot_be_read_can_be_wiped() {
    let home = Home::new();
    let dir = home.session();
    fs::write(dir.join("logboek.ronl"), "geen logboek").unwrap();
    let (result, said) = home.wipes(&["wis", dir.to_str().unwrap()], "wis\n");
    assert_eq!(result, Ok(()), "{said}");
    assert!(said.contains("niet te lezen") && !dir.exists());
}

/// What a program that keeps folders the same left behind: named, and gone when it is asked.
#[test]
fn copies_are_named_and_go_along_when_asked() {
    for (answer, left) in [("wis\n", 3), ("wis alles\n", 1)] {
        let home = Home::new();
        let dir = home.session();
        let text = fs::read(dir.join("logboek.ronl")).unwrap();
        let loose =
            ["logboek (kopie).ronl", "logboek.sync-conflict-20261122-101010.ronl", "logboek-LAPTOP2.ronl"];
        for name in loose {
            fs::write(dir.join(name), &text).unwrap();
        }
        for copy in ["2026-11-22-akad-1 (kopie)", "2026-11-22-akad-1-LAPTOP2"] {
            home.write(&format!("besprekingen/{copy}/logboek.ronl"), &text);
        }
        let (result, said) = home.wipes(&["wis", "2026-11-22-akad-1"], answer);
        assert_eq!(result, Ok(()));
        for name in
            loose.iter().chain(&["Kopieën van deze bespreking: ", "(kopie) en ", "-LAPTOP2.", "die kopieën"])
        {
            assert!(said.contains(name), "{name}: {said}");
        }
        assert!(!said.contains("Niet van Oogst"), "{said}");
        assert!(!dir.exists());
        assert_eq!(files(&home.places.sessions).len(), left, "{:?}", files(&home.places.sessions));
    }
}

/// A wipe that was killed when the journal had gone: what is left looks like a session still.
#[test]
fn a_session_without_a_journal_can_be_wiped() {
    let home = Home::new();
    let dir = home.session();
    fs::rename(dir.join("logboek.ronl"), dir.join("sessie.ron")).unwrap();
    let (result, said) = home.wipes(&["wis", "2026-11-22-akad-1"], "wis\n");
    assert_eq!(result, Ok(()), "{said}");
    assert!(said.contains("niet te lezen") && !dir.exists(), "{said}");
}

#[test]
fn the_list_says_until_when() {
    let mut home = Home::new();
    home.session();
    let said = home.fine(&["lijst"]);
    assert!(said.contains("1 tip open · bewaard tot 20 feb 2027\n"), "{said}");
    assert!(
        said.contains("\nBewaren: tot 90 dagen na de bespreking (tijd voor de terugkoppeling)."),
        "{said}"
    );
    home.now = Now::fixed(testing::begin() + chrono::TimeDelta::days(91));
    assert!(home.fine(&["lijst"]).contains("1 tip open · bewaartermijn voorbij (20 feb 2027)\n"));
    home.config.keeping.days = 120;
    assert!(home.fine(&["lijst"]).contains("bewaard tot 22 mrt 2027\n"));
}

/// The small meeting with one more tip, in a journal of before the privacy filter.
fn with_tip(home: &Home, text: &str) {
    use crate::domain::command::Command;
    use crate::domain::goals::Row;
    use crate::domain::id::GoalId;
    use crate::domain::ideas::{self, Place, Slot};
    let row = Row { casus: crate::domain::session::FIRST_CASUS, goal: Some(GoalId(1)) };
    let place = Place { row, slot: Slot::Column(0) };
    let add = ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None };
    let dir = home.session();
    let tip = testing::Gesture::Do(Command::Idea(add));
    let journal = testing::play(testing::script().into_iter().chain([tip]));
    fs::write(dir.join("logboek.ronl"), line::print_all(journal.opened(), journal.entries()).unwrap())
        .unwrap();
}

#[test]
fn an_export_hides_what_the_filter_finds_in_every_form() {
    let home = Home::new();
    with_tip(&home, "bel Ömer op 06-12345678, met mevrouw Jansen");
    let (result, said, notes) = home.typed(&["export", "laatste"]);
    assert_eq!(result, Ok(()));
    assert!(notes.starts_with("In 1 tekst staat nu ■■■") && notes.contains("--ongefilterd"), "{notes}");
    home.typed(&["export", "laatste", "--als", "csv"]).0.unwrap();
    assert!(said.contains("Gemaakt:"));
    for name in files(&home.places.documents) {
        let bytes = fs::read(home.places.documents.join(&name)).unwrap();
        for private in ["Ömer", "06-12345678", "Jansen"] {
            let found = bytes.windows(private.len()).any(|window| window == private.as_bytes());
            assert!(!found, "{private} in {name}");
        }
    }
    let whole = home.fine(&["export", "laatste", "--ongefilterd", "--naar", "-"]);
    assert!(whole.contains("Ömer") && whole.contains("Jansen"), "{whole}");
    assert!(!home.fine(&["export", "laatste", "--blad", "matrix", "--naar", "-"]).contains('■'));
}

#[test]
fn a_bsn_never_leaves() {
    let home = Home::new();
    with_tip(&home, "nummer 123456782");
    for line in [&["export", "laatste"][..], &["export", "laatste", "--als", "csv", "--ongefilterd"]] {
        let said = home.refused(line);
        assert!(said.starts_with("Niet gemaakt: in tip 5 staat een getal dat een BSN kan zijn."), "{said}");
    }
    assert!(!home.places.documents.exists());
}
