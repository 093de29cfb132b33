//! Lines of a journal: what is written is what is read, and what is torn is seen.

use super::*;
use crate::domain::journal::Journal;
use crate::domain::testing::{self, Draw};
use proptest::prelude::*;

fn text_of(journal: &Journal) -> String {
    print_all(journal.opened(), journal.entries()).unwrap()
}

fn scripted() -> (Journal, String) {
    let journal = testing::play(testing::script());
    assert_eq!(journal.len(), testing::script().len(), "the whole script is accepted");
    let text = text_of(&journal);
    (journal, text)
}

fn header() -> String {
    print_opened(&testing::opened()).unwrap()
}

fn entry(seq: u64) -> String {
    print(&Entry { seq, at: testing::begin(), act: crate::domain::journal::Act::Undo }).unwrap()
}

#[test]
fn a_journal_cut_at_every_byte_is_a_prefix_and_never_silence() {
    let (journal, text) = scripted();
    let entries: Vec<Entry> = journal.entries().cloned().collect();
    for cut in 0..text.len() {
        let bytes = &text.as_bytes()[..cut];
        match parse(bytes) {
            Err(why) => {
                assert!(cut < header().len(), "{cut}: {why}");
                assert_eq!(why == Unreadable::Empty, cut == 0);
            }
            Ok(loaded) => {
                assert!(loaded.broken.is_none(), "{cut}: {:?}", loaded.broken);
                assert_eq!(loaded.entries, entries[..loaded.entries.len()]);
                assert_eq!(bytes.split(|b| *b == b'\n').count(), loaded.entries.len() + 2);
                let good = usize::try_from(loaded.good_bytes).unwrap();
                assert_eq!(loaded.torn.unwrap_or(0), cut - good);
                assert_eq!(loaded.torn.is_none(), bytes.ends_with(b"\n"));
            }
        }
    }
}

#[test]
fn the_first_bad_line_stops_reading_and_is_named() {
    let start = format!("{}{}", header(), entry(1));
    let bad = |line: &[u8]| [start.as_bytes(), line, entry(2).as_bytes()].concat();
    let strange = entry(2).replace("Undo", "Toekomst");
    for (line, column, words) in [
        (&b"(seq:2,at:\"2026\n"[..], 0, "te vroeg"),
        (b"(seq:2;)\n", 0, "deze regel is veranderd"),
        (b"\xff\xfe\n", 1, "geen tekst"),
        ("(\u{e9}\u{e9}".as_bytes(), 0, ""),
        (b"(se\0\0\n", 4, "lege bytes"),
        (entry(3).as_bytes(), 1, "nummer 2 verwacht, nummer 3 gevonden"),
        (entry(1).as_bytes(), 1, "nummer 2 verwacht, nummer 1 gevonden"),
        (strange.as_bytes(), 0, "het woord Toekomst is onbekend"),
        (b"(seq:2)\n", 0, "at ontbreekt"),
        (b"(seq:2,at:\n", 0, "te vroeg"),
    ] {
        let bytes = bad(line);
        let loaded = parse(&bytes).unwrap();
        assert_eq!(loaded.seq(), 1);
        assert_eq!(loaded.good_bytes, u64::try_from(start.len()).unwrap());
        let broken = loaded.broken.unwrap();
        assert_eq!(broken.line, 3);
        assert!(broken.column > 0 && (column == 0 || broken.column == column), "{broken}");
        assert!(broken.reason.contains(words), "{broken}");
    }
}

#[test]
fn a_bad_value_is_never_quoted() {
    let bytes = format!("{}(seq:1,at:\"geheim van Linde\",act:Undo)\n", header());
    let broken = parse(bytes.as_bytes()).unwrap().broken.unwrap();
    assert!(!broken.to_string().contains("Linde"), "{broken}");
}

#[test]
fn what_editors_do_is_forgiven() {
    let text = format!("\u{feff}{}{}\n{}", header(), entry(1), entry(2)).replace('\n', "\r\n");
    let loaded = parse(text.as_bytes()).unwrap();
    assert_eq!((loaded.entries.len(), loaded.torn, &loaded.broken), (2, None, &None));
    assert_eq!(loaded.good_bytes, u64::try_from(text.len()).unwrap());
}

#[test]
fn a_first_line_that_is_no_good_is_said() {
    let newer = header().replacen("format:1", "format:2", 1);
    let other_shape = "(format:7,app:\"9\",iets:[1,2,(nieuw:\"x\")])\n".to_owned();
    let half = header().replacen(",at:", ",ta:", 1);
    for (text, want) in [
        (String::new(), Unreadable::Empty),
        ("\u{feff}".to_owned(), Unreadable::Empty),
        ("{\"een\": 1}\n".to_owned(), Unreadable::Foreign),
        ("\0\0\0\0".to_owned(), Unreadable::Foreign),
        ("\n".to_owned(), Unreadable::Foreign),
        (header().replacen("format:1", "format:0", 1), Unreadable::Foreign),
        (header().trim_end().to_owned(), Unreadable::CutOff),
        (newer, Unreadable::Newer { format: 2 }),
        (other_shape, Unreadable::Newer { format: 7 }),
    ] {
        assert_eq!(parse(text.as_bytes()).unwrap_err(), want, "{text}");
    }
    assert!(matches!(parse(half.as_bytes()), Err(Unreadable::Header { .. })));
    assert!(Unreadable::Newer { format: 2 }.to_string().contains("nieuwere versie van Oogst"));
}

/// Produced once by the script in `domain::testing` and never written again: what this program
/// made must open in every later one.
#[test]
fn the_frozen_journal_still_opens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/journals/v1/akad.ronl");
    let loaded = parse(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!((loaded.torn, &loaded.broken, loaded.seq()), (None, &None, 16));
    let session = Journal::of(loaded.opened, loaded.entries).fold();
    assert_eq!(session.method.short, "AKAD");
    assert_eq!(session.casussen[0].alias(), "Linde");
    assert_eq!(session.people.all().count(), 2);
    assert_eq!(session.ideas.len(), 4);
    let market = session.ideas.get(crate::domain::id::IdeaId(2)).unwrap();
    assert_eq!(market.course.outcome, Some(crate::domain::life::Outcome::Worked));
    assert_eq!(session.clock.running().map(|key| key.step), Some(5));
}

/// A journal from before a werkwijze had words and ways gets those that its steps say; one of later
/// keeps what it says.
#[test]
fn a_frozen_journal_has_its_words_and_its_ways() {
    let read = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/journals/v1");
        let loaded = parse(&std::fs::read(format!("{folder}/{name}.ronl")).unwrap()).unwrap();
        assert_eq!((loaded.torn, &loaded.broken), (None, &None), "{name}");
        Journal::of(loaded.opened, loaded.entries).fold()
    };
    let (before, since) = (read("akad"), read("akad-woorden"));
    assert_eq!(before, since);
    assert_eq!((since.method.words.idea.many.as_str(), since.method.group_decides()), ("tips", false));
    let own = read("keukentafel");
    let words = &own.method.words;
    assert_eq!((words.idea.many.as_str(), words.casus.the().as_str()), ("ideeën", "het gezin"));
    assert!(own.method.has_clusters() && !own.method.has_flaps());
    let row = own.rows(own.casussen[0].id)[0];
    let labels: Vec<String> = own.advices(row).into_iter().map(|one| own.advice_label(one)).collect();
    assert_eq!(labels, ["A", "3"]);
}

#[test]
fn twenty_thousand_lines_are_read_in_one_go() {
    let mut text = header();
    for seq in 1..=20_000 {
        text.push_str(&entry(seq));
    }
    assert_eq!(parse(text.as_bytes()).unwrap().entries.len(), 20_000);
}

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let text = prop_oneof![any::<String>(), "[a-zé€'\"\\\\\n ]{1,20}"];
    let draw = (any::<u8>(), any::<u32>(), any::<u32>(), text).prop_map(|(kind, a, b, text)| Draw {
        kind,
        a,
        b,
        text,
    });
    prop::collection::vec(draw, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_read_is_what_was_written(draws in draws()) {
        let journal = testing::play_draws(&draws);
        let text = text_of(&journal);
        let loaded = parse(text.as_bytes()).unwrap();
        prop_assert_eq!((loaded.torn, &loaded.broken), (None, &None));
        let read = Journal::of(loaded.opened, loaded.entries);
        prop_assert_eq!(read.fold(), journal.fold());
        prop_assert_eq!(read, journal);
    }

    #[test]
    fn no_bytes_make_it_fall_over(tail in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
        let mut bytes = scripted().1.into_bytes();
        let place = at.index(bytes.len());
        let _ = parse(&tail);
        bytes.truncate(place);
        bytes.extend(&tail);
        if let Ok(loaded) = parse(&bytes) {
            let good = usize::try_from(loaded.good_bytes).unwrap();
            prop_assert!(good <= bytes.len());
            prop_assert_eq!(parse(&bytes[..good]).unwrap().entries, loaded.entries);
        }
    }
}
