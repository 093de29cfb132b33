//! There and back: one casus goes home in a file, and what was filled in there comes back.

use super::{Packet, bring, make, read, take};
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::goals::{self, Row};
use crate::domain::id::{CasusId, ClusterId, IdeaId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::journal::{Act, Journal};
use crate::domain::life::{Life, Outcome};
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::people::{self, Person};
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::testing::{self, Draw, Table};
use crate::domain::time::Now;
use crate::domain::{casus, clusters};
use proptest::prelude::*;

const NAME: &str = "2026-11-22-akad-1";

fn now() -> Now {
    Now::fixed(testing::begin())
}

fn packed(session: &Session, casus: CasusId) -> Packet {
    let packet = make(session, NAME, casus, testing::begin().date_naive());
    let again = crate::io::ronfile::read(&packet.text(), super::check).expect("the file of a pakket");
    assert_eq!(again, packet);
    packet
}

/// The session at home.
fn home(packet: &Packet, method: &crate::domain::method::Method) -> Table {
    let mut journal = Journal::new(testing::opened());
    let mut session = Session::new(method.clone());
    let facts = bring(packet, method);
    for event in &facts {
        session.apply(event);
    }
    journal.push(journal.next(testing::begin(), Act::Do(facts)));
    assert!(journal.undoable().is_none(), "what was brought is not undone");
    Table { session, now: now() }
}

fn note(casus: CasusId, kind: Kind, text: &str) -> Command {
    Command::Note(notes::Command::Add {
        spot: Spot { casus: Some(casus), kind },
        texts: vec![text.to_owned()],
    })
}

/// Two casussen, a tip in the prullenbak, one left out, one in a cluster, and people with names.
fn meeting() -> Table {
    let mut table = Table::default();
    let person = |name: &str| Person { name: name.to_owned(), ..Person::default() };
    let mut run = |command| table.run(command).expect("a command");
    run(Command::People(people::Command::Add(vec![person("Kees de Boer"), person("Fatma")])));
    run(Command::Casus(casus::Command::Add));
    let second = CasusId(2);
    for (casus, alias) in [(FIRST_CASUS, "Linde"), (second, "Meidoorn")] {
        let (field, text) = (casus::Field::Alias, alias.to_owned());
        run(Command::Casus(casus::Command::SetField { casus, field, text }));
    }
    run(Command::Goal(goals::Command::Add {
        casus: FIRST_CASUS,
        area: None,
        text: "naar de markt".to_owned(),
    }));
    let goal = table.session.goals.of(FIRST_CASUS).next().expect("a goal").0;
    let mut run = |command| table.run(command).expect("a command");
    let mut tip = |casus, goal, slot, text: &str| {
        let place = Place { row: Row { casus, goal }, slot };
        run(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }));
    };
    tip(FIRST_CASUS, Some(goal), Slot::Column(0), "weg ermee");
    tip(FIRST_CASUS, Some(goal), Slot::Column(0), "laat ik weg");
    tip(FIRST_CASUS, Some(goal), Slot::Column(1), "Kees vragen, of Fatma's zus (fatma)");
    tip(FIRST_CASUS, Some(goal), Slot::Unplaced, "los");
    tip(second, None, Slot::Column(0), "geheim van de ander");
    run(Command::Idea(ideas::Command::Bin { ids: vec![IdeaId(1)] }));
    run(Command::Idea(ideas::Command::Mark { id: IdeaId(2), mark: Mark::LeftOut, on: true }));
    let row = Row { casus: FIRST_CASUS, goal: Some(goal) };
    let make =
        clusters::Command::Make { row, letter: Some(2), title: "Vervoer".to_owned(), ids: vec![IdeaId(4)] };
    run(Command::Cluster(make));
    run(note(FIRST_CASUS, Kind::Research, "rijdt de bus? (Kees)"));
    run(note(FIRST_CASUS, Kind::Question, "vraag van Fatma"));
    run(note(FIRST_CASUS, Kind::About(Advice::Idea(IdeaId(3))), "van een ander"));
    run(note(second, Kind::Research, "geheime vraag"));
    table
}

fn live(table: &mut Table, advice: Advice, life: Life) {
    table.run(Command::Advice(advice::Command { advice, life })).expect("a life");
}

#[test]
fn a_pakket_holds_one_casus_and_no_names() {
    let text = packed(&meeting().session, FIRST_CASUS).text();
    for word in
        ["Kees", "Fatma", "fatma", "Boer", "geheim", "Meidoorn", "van een ander", "laat ik weg", "weg ermee"]
    {
        assert!(!text.contains(word), "{word} in {text}");
    }
    for word in ["[naam] vragen, of [naam]", "Linde", "IK wil naar de markt", "Vervoer", NAME] {
        assert!(text.contains(word), "no {word} in {text}");
    }
}

/// A name goes as a whole; *de* on its own is a word like any other.
#[test]
fn a_particle_is_no_name() {
    for (name, text, want) in [
        ("mevrouw De Boer", "koken op de woensdag, in de buurt", "koken op de woensdag, in de buurt"),
        ("mevrouw De Boer", "vraag De Boer, of mevrouw Pieters", "vraag [naam], of mevrouw ■■■"),
        ("mevrouw De Boer", "Mevrouw vraagt het zelf", "Mevrouw vraagt het zelf"),
        ("Kees de Boer", "de zus van Kees de Boer belt De Boer", "de zus van [naam] belt [naam]"),
        (
            "Anna van 't Hof",
            "van de week met Anna van 't Hof naar 't Hof",
            "van de week met [naam] naar [naam]",
        ),
        ("mevrouw De Boer", "De Boer vragen", "[naam] vragen"),
        ("De", "de was", "de was"),
        (
            "Jo van der Ven",
            "Jo en de man van der Ven, bij van Ven",
            "[naam] en de man [naam], bij van [naam]",
        ),
    ] {
        let mut table = Table::default();
        let person = Person { name: name.to_owned(), ..Person::default() };
        table.run(Command::People(people::Command::Add(vec![person]))).expect("a person");
        assert_eq!(super::make::text(&table.session, text), want, "{name}");
    }
}

#[test]
fn numbers_and_letters_at_home_are_those_of_the_paper() {
    let meeting = meeting();
    let home = home(&packed(&meeting.session, FIRST_CASUS), &meeting.session.method);
    let labels: Vec<String> = home
        .session
        .harvest(FIRST_CASUS)
        .into_iter()
        .flat_map(|(_, list)| list)
        .map(|advice| home.session.advice_label(advice))
        .collect();
    assert_eq!(labels, ["3", "C"]);
    assert_eq!(home.session.ideas.numbered(FIRST_CASUS, 3), Some(IdeaId(1)));
    let mut home = home;
    let events = home.tip(None, Slot::Unplaced, &["thuis bedacht"]).expect("a tip");
    assert_eq!(events.len(), 1);
    assert_eq!(home.session.ideas.get(IdeaId(3)).map(|idea| idea.number), Some(5), "no number twice");
    let back = packed(&home.session, FIRST_CASUS);
    assert_eq!(back.origin.session, NAME);
    assert!(!back.text().contains("thuis bedacht"), "what is new at home is in no other session");
}

#[test]
fn what_was_filled_in_at_home_comes_back_once() {
    let mut meeting = meeting();
    let mut home = home(&packed(&meeting.session, FIRST_CASUS), &meeting.session.method);
    let (three, vervoer) = (Advice::Idea(IdeaId(1)), Advice::Cluster(ClusterId(1)));
    live(&mut home, three, Life::Chosen { chosen: true, because: String::new() });
    live(&mut home, three, Life::Tried { outcome: Outcome::Worked, because: "ze ging mee".to_owned() });
    live(&mut home, vervoer, Life::Discussed(false));
    home.run(note(FIRST_CASUS, Kind::About(three), "volgende week weer")).expect("a note");
    let back = packed(&home.session, FIRST_CASUS);
    let taken = take(&back, &meeting.session, &now());
    assert_eq!(taken.refused, Vec::<String>::new());
    assert_eq!(
        taken.lines,
        ["Tip 3: besproken, gekozen, werkte, notitie, omdat ze ging mee", "Tip C: niet besproken"]
    );
    for event in &taken.events {
        meeting.session.apply(event);
    }
    let course = meeting.session.course(Advice::Idea(IdeaId(3))).expect("the tip");
    assert_eq!((course.outcome, course.because.as_str()), (Some(Outcome::Worked), "ze ging mee"));
    assert_eq!(take(&back, &meeting.session, &now()), super::Taken::default(), "twice is once");
}

#[test]
fn what_does_not_fit_is_said_and_the_rest_is_taken() {
    let mut meeting = meeting();
    let mut home = home(&packed(&meeting.session, FIRST_CASUS), &meeting.session.method);
    live(&mut home, Advice::Idea(IdeaId(1)), Life::Discussed(true));
    live(&mut home, Advice::Cluster(ClusterId(1)), Life::Discussed(true));
    let back = packed(&home.session, FIRST_CASUS);
    let change = ideas::Command::Change { id: IdeaId(3), text: "iets anders".to_owned() };
    meeting.run(Command::Idea(change)).expect("a change");
    let taken = take(&back, &meeting.session, &now());
    assert_eq!(taken.lines, ["Tip C: besproken"]);
    assert_eq!(taken.refused, ["Tip 3: heeft hier een andere tekst."]);
    meeting.run(Command::Idea(ideas::Command::Bin { ids: vec![IdeaId(3)] })).expect("a bin");
    assert_eq!(take(&back, &meeting.session, &now()).refused, ["Tip 3: ligt hier in de prullenbak."]);
    meeting.run(Command::Cluster(clusters::Command::Dissolve { id: ClusterId(1) })).expect("apart");
    let taken = take(&back, &meeting.session, &now());
    assert!(taken.refused.contains(&"Advies C: staat niet meer in deze bespreking.".to_owned()));
    assert!(taken.events.is_empty());
    let lost = Packet { origin: super::Origin { casus: 9, ..back.origin.clone() }, ..back };
    assert_eq!(
        take(&lost, &meeting.session, &now()).refused,
        ["Casus 9 is er niet meer in deze bespreking."]
    );
}

#[test]
fn a_file_that_is_no_good_says_where() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("pakket.ron");
    let problems = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let problems = read(&path).expect_err("a problem");
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(problems("(naam: \"x\")").contains("het veld 'naam' bestaat niet"));
    assert!(problems("()").contains("dit is geen pakket"));
    assert!(problems("(pakket: 2)").contains("nieuwere Oogst"));
    let strange = problems(
        "(\n  pakket: 1,\n  herkomst: (bespreking: \"../x\"),\n  doelen: [(adviezen: [(id: 1, naam: \"3\"), (id: 1, naam: \"3\"), (id: 2, naam: \"BC\")])],\n)",
    );
    assert!(strange.contains("regel 3, kolom 14, herkomst.bespreking"), "{strange}");
    assert!(
        strange.contains("doelen[1].adviezen[2].id") && strange.contains("doelen[1].adviezen[3].naam"),
        "{strange}"
    );
    let outcome = problems(
        "(pakket: 1, herkomst: (bespreking: \"x\"), doelen: [(adviezen: [(id: 1, naam: \"3\", uitkomst: goed)])])",
    );
    assert!(outcome.contains("werkte, deels, niet, anders"), "{outcome}");
}

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let draw = (any::<u8>(), any::<u32>(), any::<u32>(), "[a-z]{3,8}").prop_map(|(kind, a, b, text)| Draw {
        kind,
        a,
        b,
        text,
    });
    proptest::collection::vec(draw, 0..60)
}

proptest! {
    /// Whatever happened in a meeting: home and back is nothing new, and home knows the same tips.
    #[test]
    fn there_and_back_changes_nothing(draws in draws()) {
        let session = testing::play_draws(&draws).fold();
        for casus in session.casussen.clone() {
            let packet = packed(&session, casus.id);
            let home = home(&packet, &session.method);
            let back = packed(&home.session, FIRST_CASUS);
            prop_assert_eq!(&back.origin, &packet.origin);
            let names = |packet: &Packet| -> Vec<(Advice, String, String)> {
                let tips = packet.goals.iter().flat_map(|goal| &goal.advices);
                let mut names: Vec<_> = tips.map(|tip| (tip.advice(), tip.label.clone(), tip.text.clone())).collect();
                names.sort();
                names
            };
            prop_assert_eq!(names(&back), names(&packet));
            let taken = take(&back, &session, &now());
            prop_assert!(taken.events.is_empty(), "{:?}", taken);
        }
    }
}
