//! Files that mean harm: no command lets anything of them reach a terminal that it would obey.

use super::*;
use crate::ui::theme;

/// What a name may hide: the clipboard, an empty screen, a bell, a row that is turned round.
const EVIL: &str = "x\\u{1b}]52;c;cm0=\\u{7}\\u{1b}[2J\\u{9b}2J\\u{202e}om\\u{2066}\\n\\r";

/// A line break stays, and a character that turns the rest round is a mark.
fn harmless(text: &str) {
    for c in text.chars() {
        let obeyed = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(c == '\n' || !obeyed, "{c:?} in {text:?}");
    }
}

fn said(home: &Home, line: &[&str]) -> String {
    let (result, out, notes) = home.typed(line);
    let all = format!("{out}{notes}{}", result.err().unwrap_or_default());
    harmless(&all);
    all
}

#[test]
fn checking_a_file_obeys_nothing_in_it() {
    let home = Home::new();
    let evil = EVIL;
    let mut told = String::new();
    let raw = EVIL.replace("\\u{1b}", "\u{1b}").replace("\\u{7}", "\u{7}").replace("\\u{202e}", "\u{202e}");
    let mut look = |name: &str, text: &str| {
        let path = home.write(name, text);
        told += &said(&home, &["controleer", &path]);
    };
    let (_, method) = crate::io::methods::shipped().iter().next().expect("one of ours");
    let (_, colours) = *theme::SHIPPED.first().expect("one of ours");
    for evil in [evil, raw.as_str()] {
        look("een.ron", &method.replacen("id: \"", &format!("id: \"{evil}"), 1));
        look("twee.ron", &method.replacen("naam: \"", &format!("naam: \"{evil}"), 1));
        look("drie.ron", &method.replace("activiteit: ", &format!("activiteit: \"{evil}\" ")));
        look("thema.ron", &colours.replacen("erft: \"", &format!("erft: \"{evil}"), 1));
        look("thema2.ron", &colours.replace("\"inkt\"", &format!("\"{evil}\"")));
        look("thema3.ron", &format!("(naam: \"{evil}\", rollen: {{ tekst: (voor: \"{evil}\") }})"));
        look("toetsen.ron", &format!("(toetsen: [(actie: \"{evil}\", toets: [\"{evil}\"])])"));
        look("instellingen.ron", &format!("(thema: \"{evil}\", map: \"{evil}\", onbekend: \"{evil}\")"));
        look("wat.ron", &format!("({evil}: 1, stappen: [{evil}])"));
    }
    // A name with a colon in it is told, so that the test sees something of it at all.
    assert!(told.contains("]52;c;cm0="), "{told}");
}

#[test]
fn a_session_that_means_harm_obeys_nothing() {
    let home = Home::new();
    let dir = home.session();
    let path = dir.join("logboek.ronl");
    let journal = fs::read_to_string(&path).unwrap();
    let journal = journal.replace("Linde", &EVIL.replace("\\n\\r", "")).replace("AKAD", EVIL);
    fs::write(&path, &journal).unwrap();
    let told = said(&home, &["lijst"]);
    assert!(told.contains("]52;c;cm0=") && told.contains('\u{fffd}'), "{told}");
    said(&home, &["export", "laatste", "--als", "txt", "--naar", "-"]);
    said(&home, &["pakket", "laatste", "--naar", "-"]);
    said(&home, &["herstel", "laatste"]);
    let (_, out) = home.wipes(&["wis", "laatste"], "nee");
    harmless(&out);
}

#[test]
fn names_of_folders_are_obeyed_as_little() {
    let home = Home::new();
    let dir = home.session();
    let evil = dir.with_file_name("2026\u{1b}]0;weg\u{7}\u{202e}");
    fs::rename(&dir, &evil).unwrap();
    let told = said(&home, &["lijst"]);
    assert!(told.contains("2026 ]0;weg \u{fffd}"), "{told}");
    said(&home, &["export", "laatste"]);
    said(&home, &["export", "laatste", "--als", "csv"]);
    fs::write(evil.join("logboek.ronl"), "rommel\n").unwrap();
    said(&home, &["lijst"]);
    said(&home, &["herstel", "laatste"]);
    said(&home, &["export", "2026\u{1b}]0;weg"]);
}

#[test]
fn a_packet_that_means_harm_obeys_nothing() {
    let home = Home::new();
    home.session();
    let (result, packet, _) = home.typed(&["pakket", "laatste", "--naar", "-"]);
    assert_eq!(result, Ok(()));
    let mut told = String::new();
    for (number, word) in
        ["Linde", "akad", "2026-11-22-akad-1", "markt", "alias", "sessie", "naam", "id"].iter().enumerate()
    {
        for evil in [EVIL.to_owned(), EVIL.replace("\\u{1b}", "\u{1b}").replace("\\u{7}", "\u{7}")] {
            let path = home.write(&format!("pakket-{number}.ron"), packet.replace(word, &evil));
            told += &said(&home, &["neem-over", &path, "--ja"]);
        }
    }
    assert!(told.contains("]52;c;cm0="), "{told}");
}
