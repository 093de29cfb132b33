//! The table of words of the privacy filter is made from the lists beside it.
//! `OOGST_SCHRIJF=1 cargo test lexicon` makes it anew.

use crate::source::{files, read, root};
use fst::MapBuilder;
use oogst::domain::privacy::lexicon::{self, FILES, Lists};
use std::collections::BTreeMap;

const FOLDER: &str = "src/domain/privacy";

fn words() -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (name, lists) in FILES {
        for word in read(&format!("{FOLDER}/lists/{name}")).lines().filter(|line| !line.is_empty()) {
            *words.entry(word.to_owned()).or_default() |= lists.bits();
            if let Some((first, _)) = word.split_once(' ').filter(|_| lists == Lists::FREE) {
                *words.entry(first.to_owned()).or_default() |= Lists::OPENS.bits();
            }
        }
    }
    words
}

#[test]
fn the_table_is_made_of_its_lists() {
    let mut builder = MapBuilder::memory();
    for (word, lists) in words() {
        builder.insert(word, lists).expect("words in order");
    }
    let made = builder.into_inner().expect("a table");
    let path = root(&format!("{FOLDER}/lexicon.fst"));
    if std::env::var_os("OOGST_SCHRIJF").is_some() {
        std::fs::write(&path, &made).expect("lexicon.fst is written");
    }
    let there = std::fs::read(&path).expect("lexicon.fst");
    assert!(there == made, "run: OOGST_SCHRIJF=1 cargo test lexicon");
    assert!(made.len() < 1_000_000, "{} bytes", made.len());
}

#[test]
fn every_list_is_read_sorted_and_plain() {
    let folder = format!("{FOLDER}/lists/");
    let there: Vec<String> =
        files(&format!("{FOLDER}/lists")).iter().map(|path| path.replace(&folder, "")).collect();
    let mut named: Vec<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    named.push("BRONNEN.md".to_owned());
    named.sort();
    assert_eq!(there, named);
    for (name, _) in FILES {
        let text = read(&format!("{folder}{name}"));
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.is_sorted(), "{name}");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
        assert!(lines.iter().all(|line| line.chars().all(plain)), "{name}");
    }
}

#[test]
fn words_stand_on_their_lists() {
    for (word, list) in
        [("truus", Lists::FIRST), ("fiets", Lists::WORD), ("utrecht", Lists::PLACE), ("belt", Lists::VERB)]
    {
        assert!(lexicon::lists(word).any(list), "{word}");
    }
    assert!(lexicon::lists("qqqq").is_empty());
}
