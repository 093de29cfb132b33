//! One thing wrong gives exactly one problem, at exactly its path.

use super::super::{
    AreaList, Article, Card, Column, DecidedBy, GoalsAt, IdeasIn, Layout, Method, Noun, Profile, Role,
    Sourced, SpiderField, Step as MethodStep, Word,
};
use super::*;

/// A text that is too long to write out.
fn long(text: &str, times: usize) -> Word {
    Word::from(&*text.repeat(times).leak())
}

fn column(letter: &'static str, name: &'static str) -> Column {
    Column { letter: letter.into(), name: name.into(), ..Column::default() }
}

fn part(name: &'static str, columns: &[&str], minutes: [u32; 2]) -> Part {
    let columns = columns.iter().map(|&letter| letter.to_owned()).collect();
    Part { name: name.into(), columns, minutes: minutes.into(), ..Part::default() }
}

fn step(number: &'static str, activity: Activity, minutes: [u32; 2]) -> MethodStep {
    MethodStep {
        id: format!("stap-{number}"),
        number: number.into(),
        name: "Stap".into(),
        short: number.into(),
        activity,
        minutes: minutes.into(),
        minimum: 1,
        ..MethodStep::default()
    }
}

fn card(id: &str) -> Card {
    Card {
        id: id.into(),
        when: "het stil blijft".into(),
        action_text: "Wacht even.".into(),
        ..Card::default()
    }
}

/// A small werkwijze without problems, with a bit of everything.
fn good() -> Method {
    let mut toelichten = step("1", Activity::Toelichten, [5, 7]);
    toelichten.parts = vec![part("Vertellen", &[], [3, 3]), part("Vragen", &[], [2, 4])];
    toelichten.cards = vec!["K1".into()];
    toelichten.say = vec!["Vertel eens.".into()];
    Method {
        id: "proef".into(),
        name: "Proef".into(),
        short: "Proef".into(),
        profiles: vec![
            Profile { name: "kort".into(), ..Profile::default() },
            Profile { name: "lang".into(), ..Profile::default() },
        ],
        roles: vec![Role::Procesbegeleider, Role::Tijdbewaker],
        layouts: vec![Layout {
            name: "Twee".into(),
            columns: vec![column("C", "Cliënt"), column("N", "Netwerk")],
            parts: vec![part("Eerst", &["C", "N"], [4, 6]), part("Dan", &[], [2, 2])],
            ..Layout::default()
        }],
        areas: vec![AreaList {
            name: "Gewoon".into(),
            names: vec!["Wonen".into(), "Geld".into()],
            ..AreaList::default()
        }],
        spider: vec![SpiderField { name: "Netwerk".into(), ..SpiderField::default() }],
        checklist: vec![Sourced { text: "Zet koffie.".into(), ..Sourced::default() }],
        steps: vec![
            toelichten,
            step("2", Activity::Doelen, [3, 4]),
            step("3", Activity::Verzamelen, [6, 8]),
            step("4", Activity::Notities, [1, 1]),
            step("5", Activity::Notities, [1, 1]),
        ],
        cards: vec![card("K1"), card("K2")],
        ..Method::default()
    }
}

type Fault = (&'static str, fn(&mut Method));

fn paths(method: &Method) -> Vec<String> {
    check(method).into_iter().map(|problem| problem.path).collect()
}

fn each_gives_its_path(faults: &[Fault]) {
    for (path, spoil) in faults {
        let mut method = good();
        spoil(&mut method);
        assert_eq!(paths(&method), [*path], "{:?}", check(&method));
    }
}

#[test]
fn a_good_method_has_no_problems() {
    assert_eq!(check(&good()), []);
}

#[test]
fn an_empty_method_lacks_its_head_and_its_steps() {
    assert_eq!(paths(&Method::default()), ["id", "naam", "kort", "profielen", "stappen"]);
}

#[test]
fn faults_in_the_head_and_the_lists() {
    each_gives_its_path(&[
        ("id", |m| m.id.clear()),
        ("id", |m| m.id = "Proef".into()),
        ("id", |m| m.id = "proef één".into()),
        ("id", |m| m.id = "a/b".into()),
        ("id", |m| m.id = "a".repeat(33)),
        ("naam", |m| m.name = "  ".into()),
        ("naam", |m| m.name = long("é", 61)),
        ("naam", |m| m.name = "Proef\u{1b}[31m".into()),
        ("kort", |m| m.short = "dertien teken".into()),
        ("uitleg", |m| m.about = long("x", 201)),
        ("profielen[1].naam", |m| m.profiles[1].name = "Kort".into()),
        ("profielen[0].naam", |m| m.profiles[0].name = Word::default()),
        ("rollen[2]", |m| m.roles.push(Role::Procesbegeleider)),
        ("grenzen.post_it", |m| m.limits.post_it = 0),
        ("grenzen.post_it", |m| m.limits.post_it = 501),
        ("grenzen.groep_waarschuwing", |m| m.limits.group_warning = 3),
        ("gebieden[0].naam", |m| m.areas[0].name = Word::default()),
        ("gebieden[0].lijst", |m| m.areas[0].names.clear()),
        ("gebieden[0].lijst[1]", |m| m.areas[0].names[1] = "wonen".into()),
        ("spinnetje[0].naam", |m| m.spider[0].name = "regel\nregel".into()),
        ("spinnetje[0].vraag", |m| m.spider[0].question = long("x", 201)),
        ("vooraf[0].tekst", |m| m.checklist[0].text = Word::default()),
        ("uitgangspunten[0].tekst", |m| m.principles.push(Sourced::default())),
    ]);
}

fn noun(one: &'static str, many: &'static str, article: Option<Article>) -> Noun {
    Noun { one: one.into(), many: many.into(), article }
}

#[test]
fn faults_in_the_words_and_the_ways() {
    each_gives_its_path(&[
        ("woorden.idee.meer", |m| m.words.idea = noun("idee", "", Some(Article::Het))),
        ("woorden.advies.een", |m| m.words.advice = noun("een heel lang advies!", "a", Some(Article::Het))),
        ("woorden.casus.lidwoord", |m| m.words.casus = noun("gezin", "gezinnen", None)),
        ("woorden.client.een", |m| m.words.client = noun("", "jongeren", Some(Article::De))),
        ("woorden.inbrenger.een", |m| m.words.contributor = noun("a\nb", "b", Some(Article::De))),
        ("woorden.bespreking.meer", |m| m.words.meeting = noun("tafel", " ", Some(Article::De))),
        ("woorden.brengt_in", |m| m.words.brings = long("x", 21)),
        ("woorden.oogst", |m| m.words.harvest = "x\ty".into()),
        ("manieren.besluit", |m| m.ways.decision = Some(DecidedBy::Groep)),
        ("manieren.besluit", |m| {
            m.steps[3].activity = Activity::Wegen;
            m.ways.decision = Some(DecidedBy::Inbrenger);
        }),
        ("manieren.doelen", |m| m.ways.goals = Some(GoalsAt::Flappen)),
        ("manieren.ideeen", |m| m.ways.ideas = Some(IdeasIn::Clusters)),
        ("manieren.ritme[1]", |m| m.ways.rhythm = Some(vec![2, 0])),
        ("manieren.ritme[0]", |m| m.ways.rhythm = Some(vec![53])),
    ]);
}

#[test]
fn faults_in_the_layouts() {
    each_gives_its_path(&[
        ("indelingen[0].naam", |m| m.layouts[0].name = Word::default()),
        ("indelingen[0].kolommen[1].letter", |m| m.layouts[0].columns[1].letter = "C".into()),
        ("indelingen[0].kolommen[1].letter", |m| m.layouts[0].columns[1].letter = "n".into()),
        ("indelingen[0].kolommen[1].letter", |m| m.layouts[0].columns[1].letter = "NN".into()),
        ("indelingen[0].kolommen[0].letter", |m| m.layouts[0].columns[0].letter = "É".into()),
        ("indelingen[0].kolommen[0].naam", |m| m.layouts[0].columns[0].name = "vijftien tekens".into()),
        ("indelingen[0].kolommen[0].voluit", |m| m.layouts[0].columns[0].long = long("x", 61)),
        ("indelingen[0].kolommen[0].vraag", |m| m.layouts[0].columns[0].question = "x\ty".into()),
        ("indelingen[0].delen[0].kolommen[1]", |m| m.layouts[0].parts[0].columns[1] = "Z".into()),
        ("indelingen[0].delen[0].naam", |m| m.layouts[0].parts[0].name = Word::default()),
        ("indelingen[0].delen[0].minuten", |m| m.layouts[0].parts[0].minutes = vec![4]),
        ("indelingen[0].delen", |m| m.layouts[0].parts[0].minutes = vec![4, 5]),
        ("indelingen[1].kolommen", |m| m.layouts.push(Layout { name: "Leeg".into(), ..Layout::default() })),
    ]);
}

#[test]
fn more_columns_than_letters() {
    let mut method = good();
    method.layouts[0].parts.clear();
    method.layouts[0].columns = ('A'..='Z').map(|letter| column(letter.to_string().leak(), "Vak")).collect();
    assert_eq!(check(&method), []);
    method.layouts[0].columns.push(column("A", "Vak"));
    assert_eq!(paths(&method), ["indelingen[0].kolommen", "indelingen[0].kolommen[26].letter"]);
}

#[test]
fn faults_in_the_steps() {
    each_gives_its_path(&[
        ("stappen[1].id", |m| m.steps[1].id = "stap-1".into()),
        ("stappen[1].id", |m| m.steps[1].id = "Stap 1".into()),
        ("stappen[1].nummer", |m| m.steps[1].number = "1".into()),
        ("stappen[1].nummer", |m| m.steps[1].number = Word::default()),
        ("stappen[1].naam", |m| m.steps[1].name = Word::default()),
        ("stappen[1].kort", |m| m.steps[1].short = long("x", 25)),
        ("stappen[1].minuten", |m| m.steps[1].minutes = vec![3]),
        ("stappen[1].minuten", |m| m.steps[1].minutes = vec![3, 4, 5]),
        ("stappen[1].minuten", |m| m.steps[1].minutes.clear()),
        ("stappen[1].minuten[0]", |m| m.steps[1].minutes = vec![0, 4]),
        ("stappen[1].minuten[1]", |m| m.steps[1].minutes = vec![3, 241]),
        ("stappen[1].minimum", |m| m.steps[1].minimum = 4),
        ("stappen[0].delen", |m| m.steps[0].parts[0].minutes = vec![4, 3]),
        ("stappen[0].delen[0].minuten", |m| m.steps[0].parts[0].minutes = vec![3]),
        ("stappen[0].delen[0].kolommen", |m| m.steps[0].parts[0].columns = vec!["C".into()]),
        ("stappen[2].delen", |m| m.steps[2].parts = vec![part("Zelf", &["C"], [6, 8])]),
        ("stappen[0].zeg[0]", |m| m.steps[0].say = vec![long("x", 201)]),
        ("stappen[0].kaarten[0]", |m| m.steps[0].cards = vec!["K9".into()]),
        ("stappen[0].kaarten[1]", |m| m.steps[0].cards = vec!["K1".into(), "K1".into()]),
        ("stappen[3].activiteit", |m| m.steps[3].activity = Activity::Doelen),
        ("stappen[2].activiteit", |m| m.layouts.clear()),
        ("stappen[1].activiteit", |m| m.areas.clear()),
        ("stappen[0].activiteit", |m| m.spider.clear()),
    ]);
}

#[test]
fn faults_in_the_cards() {
    each_gives_its_path(&[
        ("kaarten[1].id", |m| m.cards[1].id = "K1".into()),
        ("kaarten[0].id", |m| m.cards[0].id.clear()),
        ("kaarten[1].als", |m| m.cards[1].when = Word::default()),
        ("kaarten[1].doe", |m| m.cards[1].action_text = Word::default()),
        ("kaarten[1].zeg", |m| m.cards[1].say = long("x", 201)),
    ]);
}

#[test]
fn enormous_numbers_do_not_overflow() {
    let mut method = good();
    method.steps[0].parts[0].minutes = vec![u32::MAX, u32::MAX];
    assert!(!check(&method).is_empty());
}
