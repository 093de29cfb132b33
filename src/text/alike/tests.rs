//! Which words are alike, what is suggested and why, and how often that is right.

use super::{Cache, Group, Pair, Suggestion, Words, suggest};
use proptest::prelude::*;

/// Whether a post-it with one word is put with a lonely post-it with the other, both ways.
fn alike(one: &str, other: &str) -> bool {
    let to = |from: &str, to: &str| lonely(from, &[to]).is_some();
    assert_eq!(to(one, other), to(other, one), "{one} and {other}");
    to(one, other)
}

/// What is suggested for a post-it among lonely ones; the key is the place in the list.
fn lonely(post: &str, others: &[&str]) -> Option<Suggestion<usize>> {
    let others: Vec<Words> = others.iter().map(|text| Words::of(text)).collect();
    let groups =
        others.iter().enumerate().map(|(key, words)| Group { key, title: None, members: vec![words] });
    suggest(&Words::of(post), groups)
}

/// What is suggested among clusters: a title and its post-its.
fn clusters(post: &str, groups: &[(&str, &[&str])]) -> Option<Suggestion<usize>> {
    let groups: Vec<(Words, Vec<Words>)> = groups
        .iter()
        .map(|(title, members)| (Words::of(title), members.iter().map(|text| Words::of(text)).collect()))
        .collect();
    let groups = groups.iter().enumerate().map(|(key, (title, members))| Group {
        key,
        title: Some(title),
        members: members.iter().collect(),
    });
    suggest(&Words::of(post), groups)
}

fn reason(found: Option<Suggestion<usize>>) -> Vec<String> {
    found.map(|found| found.reason.iter().map(Pair::to_string).collect()).unwrap_or_default()
}

/// One family of words each.
const FAMILIES: [(&str, &str); 28] = [
    ("planning", "gepland"),
    ("eten", "eet"),
    ("gekookt", "koken"),
    ("loopt", "lopen"),
    ("gewandeld", "wandelingen"),
    ("bezoekje", "bezoeken"),
    ("huisje", "huizen"),
    ("brief", "brieven"),
    ("foto’s", "foto"),
    ("collega's", "collega"),
    ("ideeën", "idee"),
    ("Ideeën", "IDEEEN"),
    ("klantje", "klant"),
    ("grote", "groot"),
    ("belt", "bellen"),
    ("wandelt", "wandelen"),
    ("vriendin", "vrienden"),
    ("kleindochter", "dochter"),
    ("kinderen", "kind"),
    ("kaarten", "kaartjes"),
    ("telefoneren", "telefoon"),
    ("mantelzorg", "mantelzorgers"),
    ("wandelgroep", "wandelen"),
    ("zorgboerderij", "boerderij"),
    ("dagbesteding", "besteding"),
    ("vrijwilliger", "vrijwilligerswerk"),
    ("slaappillen", "slapen"),
    ("gps-horloge", "horloge"),
];

/// Words and texts that have nothing to do with each other, or say nothing.
const STRANGERS: [(&str, &str); 23] = [
    ("wandelen", "handelen"),
    ("eten", "vergeten"),
    ("eten", "weten"),
    ("gezin", "zin"),
    ("gezond", "zon"),
    ("bestellen", "vertellen"),
    ("bewegen", "overwegen"),
    ("dokter", "dochter"),
    ("kerk", "werk"),
    ("koor", "kookt"),
    ("markt", "maart"),
    ("kleinere", "kleinkinderen"),
    ("verzorgen", "vergeten"),
    ("rolstoel", "rollator"),
    ("buurman", "buurtkamer"),
    ("huisarts", "huis"),
    ("dagopvang", "dagelijks"),
    ("maaltijd", "altijd"),
    ("schema", "schaamt"),
    ("een", "één"),
    ("2", "2"),
    ("we moeten graag meer samen", "we moeten graag meer samen"),
    ("", ""),
];

#[test]
fn words_of_one_family_are_alike_and_others_are_not() {
    let missed: Vec<_> = FAMILIES.iter().filter(|(one, other)| !alike(one, other)).collect();
    let joined: Vec<_> = STRANGERS.iter().filter(|(one, other)| alike(one, other)).collect();
    assert!(missed.is_empty() && joined.is_empty(), "missed {missed:?}\njoined {joined:?}");
}

#[test]
fn a_cluster_is_suggested_with_the_words_that_say_so() {
    let goal: [(&str, &[&str]); 3] = [
        ("Rust aan tafel", &["vast tijdstip", "samen dekken", "mantelzorger eet mee, kleine porties"]),
        ("Hulp van buiten", &["maaltijd aan huis", "fietsmaatje in de wijk"]),
        ("Planning", &["de week is gepland", "agenda aan de muur"]),
    ];
    let found = |post: &str| clusters(post, &goal).map(|found| (found.key, reason(Some(found))));
    let is = |key: usize, why: &[&str]| Some((key, why.iter().map(|&pair| pair.to_owned()).collect()));
    assert_eq!(found("Kleinere porties eten"), is(0, &["porties", "eten/eet", "Kleinere/kleine"]));
    assert_eq!(found("fiets opknappen"), is(1, &["fiets/fietsmaatje"]));
    assert_eq!(found("samen de dag plannen"), is(2, &["plannen/Planning"]));
    assert_eq!(found("muziek van vroeger"), None);
    assert_eq!(found(""), None);
}

#[test]
fn a_reason_names_three_pairs_at_most() {
    let text = "wandelen fietsen zwemmen dansen zingen";
    assert_eq!(reason(lonely(text, &[text])), ["wandelen", "fietsen", "zwemmen"]);
}

#[test]
fn a_title_counts_more_than_a_member() {
    let goal: [(&str, &[&str]); 2] =
        [("Buiten", &["wandelen", "fietsen"]), ("Wandelen", &["buiten", "tuin"])];
    assert_eq!(clusters("een wandeling", &goal).map(|found| found.key), Some(1));
}

#[test]
fn a_word_in_every_post_it_suggests_nothing() {
    let everywhere = ["oma tuin", "oma fiets", "oma koor", "oma soep", "oma poes", "oma krant", "oma kerk"];
    assert_eq!(lonely("oma bellen", &everywhere), None);
    let found = lonely("oma zingt in het koor", &everywhere);
    assert_eq!(found.as_ref().map(|found| found.key), Some(2));
    assert_eq!(reason(found), ["koor"]);
}

#[test]
fn a_word_of_one_big_cluster_still_leads_there() {
    let eten: Vec<String> = (0..20).map(|number| format!("eten nummer{number}")).collect();
    let eten: Vec<&str> = eten.iter().map(String::as_str).collect();
    let goal: [(&str, &[&str]); 2] = [("Tafel", &eten), ("Tuin", &["onkruid", "buiten eten", "rozen"])];
    assert_eq!(clusters("later eten", &goal).map(|found| found.key), Some(0));
}

#[test]
fn a_tie_goes_to_most_members_in_common_and_then_to_the_first() {
    assert_eq!(lonely("soep", &["brood", "soep", "soep"]).map(|found| found.key), Some(1));
    // Both score the same: one member with two words, or two members with one of them each.
    let one: (&str, &[&str]) = ("", &["soep brood", "kaas"]);
    let two: (&str, &[&str]) = ("", &["soep", "brood"]);
    for (goal, want) in [([one, two], 1), ([two, one], 0)] {
        assert_eq!(clusters("soep en brood", &goal).map(|found| found.key), Some(want));
    }
}

#[test]
fn only_a_changed_text_is_prepared_again() {
    let mut texts: Vec<String> = (0..300).map(|number| format!("wandelen nummer{number}")).collect();
    let mut cache = Cache::default();
    let refresh = |cache: &mut Cache<usize>, texts: &[String]| {
        cache.refresh(texts.iter().enumerate().map(|(key, text)| (key, text.as_str())))
    };
    assert_eq!(refresh(&mut cache, &texts), 300);
    assert_eq!(refresh(&mut cache, &texts), 0);
    let before = cache.clone();
    texts[17] = "fietsen".to_owned();
    assert_eq!(refresh(&mut cache, &texts), 1);
    let place = |cache: &Cache<usize>, key: &usize| {
        cache.get(key).and_then(|words| words.iter().next()).map(std::ptr::from_ref)
    };
    let kept = (0..300).filter(|key| place(&cache, key) == place(&before, key)).count();
    assert_eq!(kept, 299);
    assert_eq!(cache.get(&17), Some(&Words::of("fietsen")));
    texts.truncate(10);
    assert_eq!(refresh(&mut cache, &texts), 0);
    assert_eq!(cache.get(&17), None);
}

/// The themes of the fixture with their post-its.
fn themes() -> Vec<(&'static str, Vec<&'static str>)> {
    let text = include_str!("../../../fixtures/alike/samen-thuis.txt");
    text.split("# ")
        .filter_map(|part| part.split_once('\n'))
        .map(|(title, posts)| (title, posts.lines().filter(|line| !line.is_empty()).collect()))
        .collect()
}

/// Right, wrong and no suggestion, when each post-it in turn is the only one not placed, or when
/// all are lonely.
fn measured(placed: bool) -> (usize, usize, usize) {
    let themes = themes();
    let prepared: Vec<(Words, Vec<Words>)> = themes
        .iter()
        .map(|(title, posts)| (Words::of(title), posts.iter().map(|text| Words::of(text)).collect()))
        .collect();
    let (mut right, mut wrong, mut none) = (0, 0, 0);
    for (theme, (title, posts)) in themes.iter().enumerate() {
        for (at, post) in posts.iter().enumerate() {
            let mut groups = Vec::new();
            for (key, (title, members)) in prepared.iter().enumerate() {
                let others = members.iter().enumerate().filter(|(index, _)| key != theme || *index != at);
                let others: Vec<&Words> = others.map(|(_, words)| words).collect();
                if placed {
                    groups.push(Group { key, title: Some(title), members: others });
                } else {
                    groups.extend(others.into_iter().map(|one| Group {
                        key,
                        title: None,
                        members: vec![one],
                    }));
                }
            }
            match suggest(&prepared[theme].1[at], groups) {
                Some(found) if found.key == theme => right += 1,
                Some(found) => {
                    wrong += 1;
                    println!("{post} ({title}) went to {}: {:?}", themes[found.key].0, reason(Some(found)));
                }
                None => none += 1,
            }
        }
    }
    (right, wrong, none)
}

/// Measured, not wished: people put together what shares no word (koffie, bedtijd), and share words
/// across themes (weekend, avond). A change that does better raises these.
#[test]
fn suggestions_are_no_worse_than_measured() {
    for (placed, least_right, most_wrong) in [(true, 16, 13), (false, 12, 12)] {
        let (right, wrong, none) = measured(placed);
        let percent = |whole: usize| 100 * right / whole;
        println!("placed {placed}: {right} right, {wrong} wrong, {none} none");
        println!("precision {}%, recall {}%", percent(right + wrong), percent(right + wrong + none));
        assert_eq!(right + wrong + none, 46);
        assert!(right >= least_right && wrong <= most_wrong, "placed {placed}: {right} right, {wrong} wrong");
    }
}

proptest! {
    #[test]
    fn any_text_is_taken_and_gives_the_same_twice(
        post in "\\PC{0,80}",
        others in proptest::collection::vec("\\PC{0,40}|[a-zé' ]{0,40}", 0..6),
    ) {
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let found = lonely(&post, &others);
        prop_assert_eq!(&found, &lonely(&post, &others));
        if let Some(found) = found {
            prop_assert!(found.key < others.len());
            prop_assert!((1..=3).contains(&found.reason.len()));
            for pair in found.reason {
                prop_assert!(post.contains(&pair.mine) && others[found.key].contains(&pair.theirs));
            }
        }
    }

    #[test]
    fn what_is_the_same_goes_together(
        post in "[a-z]{5,12}",
        others in proptest::collection::vec("[0-9]{1,5}", 0..6),
    ) {
        let mut others: Vec<&str> = others.iter().map(String::as_str).collect();
        others.push(&post);
        let says_something = Words::of(&post).count() > 0;
        prop_assert_eq!(lonely(&post, &others).is_some(), says_something);
    }
}
