//! A small werkwijze and a meeting held with it, for the tests of the sheets.

use crate::domain::casus;
use crate::domain::casus::Field;
use crate::domain::casus::Picture;
use crate::domain::clock;
use crate::domain::command::{Command, decide};
use crate::domain::goals;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, GoalId, IdeaId, StepKey};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::method::{
    Activity, AreaList, Card, Column, Layout, Method, Part, Source, SpiderField, Step, Word,
};
use crate::domain::notes;
use crate::domain::notes::Kind;
use crate::domain::notes::Spot;
use crate::domain::people;
use crate::domain::people::Person;
use crate::domain::plan;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::time::{Moment, Now};

pub(crate) mod conference;

pub(super) const CASUS: CasusId = FIRST_CASUS;

pub(super) fn moment(time: &str) -> Moment {
    Moment::parse_from_rfc3339(&format!("2026-11-22T{time}:00+01:00")).unwrap()
}

pub(super) fn now() -> Now {
    Now::fixed(moment("14:12"))
}

fn column(letter: &'static str, name: &'static str, long: &'static str, question: &'static str) -> Column {
    Column {
        letter: letter.into(),
        name: name.into(),
        long: long.into(),
        question: question.into(),
        ..Column::default()
    }
}

fn part(name: &'static str, columns: &[&str], minutes: u32) -> Part {
    let columns = columns.iter().map(|letter| (*letter).to_owned()).collect();
    Part { name: name.into(), columns, minutes: vec![minutes], source: Source::P }
}

fn step(number: &'static str, name: &'static str, activity: Activity, minutes: u32, cards: &[&str]) -> Step {
    let here = ["Dit is stap 1.", "Dit is stap 2.", "Dit is stap 3.", "Dit is stap 4.", "Dit is stap 5."];
    let here = here.into_iter().find(|text| text.contains(number)).unwrap_or("Dit is stap 6.");
    Step {
        id: format!("stap-{number}"),
        number: number.into(),
        name: name.into(),
        short: name.into(),
        source: Source::S001,
        activity,
        per_casus: number > "2",
        minutes: vec![minutes],
        say: vec![here.into(), "Iedereen mag meedenken.".into()],
        cards: cards.iter().map(|card| (*card).to_owned()).collect(),
        ..Step::default()
    }
}

fn card(
    id: &'static str,
    when: &'static str,
    action: &'static str,
    say: &'static str,
    source: Source,
) -> Card {
    Card {
        id: id.to_owned(),
        when: when.into(),
        action_text: action.into(),
        say: say.into(),
        source,
        ..Card::default()
    }
}

pub(super) fn method() -> Method {
    let spider = |name: &'static str, question: &'static str| SpiderField {
        name: name.into(),
        question: question.into(),
        source: Source::P,
    };
    let mut telling = step("3", "Casus toelichten", Activity::Toelichten, 7, &["onduidelijk", "uitloop"]);
    telling.parts = vec![part("Toelichting", &[], 3), part("Vragen", &[], 4)];
    Method {
        id: "akad".to_owned(),
        name: "Anders Kijken Anders Doen".into(),
        short: "AKAD".into(),
        layouts: vec![four_columns()],
        areas: vec![AreaList {
            name: "ZRM 2017".into(),
            names: ["Financiën", "Tijdsbesteding", "Sociaal netwerk", "Maatschappelijke participatie"]
                .map(Word::from)
                .to_vec(),
            ..AreaList::default()
        }],
        spider: vec![
            spider("Leefsituatie", "Hoe woont en leeft de cliënt?"),
            spider("Netwerk", "Wie zijn er om de cliënt heen?"),
            spider("Talenten en bezigheden", "Waar is de cliënt goed in? Wat doet hij of zij graag?"),
            spider("Vragen en wensen", "Wat wil de cliënt zelf?"),
        ],
        steps: vec![
            step("1", "Terugkoppeling", Activity::Terugkoppeling, 5, &[]),
            step("2", "Welkom en voorstellen", Activity::Kennismaken, 4, &[]),
            telling,
            step("4", "Doelen stellen", Activity::Doelen, 4, &["doel-van-ander"]),
            step("5", "Verzamelen ideeën en tips", Activity::Verzamelen, 12, &["ja-maar", "uitloop"]),
            step("6", "Samenvatten en afsluiten", Activity::Samenvatten, 3, &[]),
        ],
        cards: cards(),
        ..Method::default()
    }
    .filled()
}

fn four_columns() -> Layout {
    Layout {
        name: "Vier kolommen".into(),
        columns: vec![
            column("C", "Cliënt", "Cliënt zelf (eigen kracht)", "Wat kan de cliënt zelf?"),
            column("N", "Netwerk", "Netwerk van de cliënt", "Wie kent de cliënt?"),
            column("I", "Informeel", "Informeel georganiseerd aanbod", "Wat is er in de buurt?"),
            column("F", "Formeel", "Formeel aanbod / professionele inzet", "Wat kan een professional doen?"),
        ],
        parts: vec![
            part("Cliënt en netwerk", &["C", "N"], 5),
            part("Informeel", &["I"], 3),
            part("Formeel", &["F"], 2),
            part("Vragen van de inbrenger", &[], 2),
        ],
        ..Layout::default()
    }
}

fn cards() -> Vec<Card> {
    vec![
        card(
            "onduidelijk",
            "de casus onduidelijk blijft",
            "Geef iedereen één vraag. Een vraag is één zin.",
            "Wie heeft een korte vraag?",
            Source::S001,
        ),
        card(
            "doel-van-ander",
            "het doel van iemand anders is",
            "Vraag van wie het doel is. Zeg het dan opnieuw, met IK voor de cliënt.",
            "Wat zou de cliënt zelf zeggen?",
            Source::S001,
        ),
        card(
            "ja-maar",
            "de inbrenger ‘ja maar’ zegt",
            "Vraag om te luisteren en op te schrijven.",
            "Schrijf eerst alles op. Straks is er tijd voor jouw vragen.",
            Source::S001,
        ),
        card("uitloop", "een stap uitloopt", "Rond af, of spreek af hoeveel langer.", "", Source::F),
        card("stil", "het stil blijft", "Wacht rustig tien tellen.", "", Source::P),
    ]
}

/// Does it, as the program would.
pub(super) fn run(session: &mut Session, command: Command) {
    for event in decide(session, command, &now()).unwrap() {
        session.apply(&event);
    }
}

pub(super) fn empty() -> Session {
    Session::new(method())
}

pub(super) fn row(goal: Option<u32>) -> Row {
    Row { casus: CASUS, goal: goal.map(GoalId) }
}

pub(super) fn key(step: u16) -> StepKey {
    StepKey { step, casus: (step >= 2).then_some(CASUS) }
}

pub(super) fn add(session: &mut Session, goal: Option<u32>, slot: Slot, texts: &[&str]) {
    let place = Place { row: row(goal), slot };
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    run(session, Command::Idea(ideas::Command::Add { place, texts, ring: None }));
}

pub(super) fn mark(session: &mut Session, id: u32, mark: Mark) {
    run(session, Command::Idea(ideas::Command::Mark { id: IdeaId(id), mark, on: true }));
}

pub(super) fn goal(session: &mut Session, area: &str, text: &str) {
    let area = Some(area.to_owned()).filter(|area| !area.is_empty());
    run(session, Command::Goal(goals::Command::Add { casus: CASUS, area, text: text.to_owned() }));
}

pub(super) fn set(session: &mut Session, field: Field, text: &str) {
    let text = text.to_owned();
    run(session, Command::Casus(casus::Command::SetField { casus: CASUS, field, text }));
}

pub(super) fn note(session: &mut Session, kind: Kind, texts: &[&str]) {
    let spot = Spot { casus: Some(CASUS), kind };
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    run(session, Command::Note(notes::Command::Add { spot, texts }));
}

pub(super) fn start(session: &mut Session, step: u16, time: &str) {
    run(session, Command::Clock(clock::Command::Start { key: key(step), since: moment(time) }));
}

pub(super) fn postpone(session: &mut Session) {
    let reason = "we weten nog weinig van het netwerk".to_owned();
    run(session, Command::Casus(casus::Command::Postpone { casus: CASUS, reason }));
    for vak in [1, 3] {
        let picture = Picture::AskFirst;
        run(session, Command::Casus(casus::Command::SetPicture { casus: CASUS, vak, picture }));
    }
}

/// A meeting that is nearly over: two goals, seven ideas, a few afspraken.
pub(super) fn full() -> Session {
    let mut session = empty();
    let s = &mut session;
    let people = ["Fatima", "Joost"].map(|name| Person { name: name.to_owned(), ..Person::default() });
    run(s, Command::People(people::Command::Add(people.to_vec())));
    set(s, Field::Alias, "Linde");
    for area in ["Maatschappelijke participatie", "Sociaal netwerk"] {
        let area = area.to_owned();
        run(s, Command::Casus(casus::Command::ChooseArea { casus: CASUS, area }));
    }
    goal(s, "Maatschappelijke participatie", "dat hij naar buiten gaat");
    let text = "weer naar de markt op dinsdag".to_owned();
    run(s, Command::Goal(goals::Command::Reword { id: GoalId(1), text }));
    goal(s, "Sociaal netwerk", "vaker iemand zien");
    add(
        s,
        Some(1),
        Slot::Column(0),
        &["loopt graag, laat hem zelf de route kiezen", "oude collega’s bellen"],
    );
    add(s, Some(1), Slot::Column(3), &["later een ergotherapeut laten meekijken naar het lopen op de keien"]);
    add(s, Some(1), Slot::Column(1), &["buurvrouw vragen om dinsdag mee te lopen naar de markt"]);
    add(s, Some(2), Slot::Column(1), &["dochter belt", "samen eten met de buren"]);
    add(s, Some(2), Slot::Unplaced, &["kaartclub in het buurthuis"]);
    add(s, Some(2), Slot::Column(0), &["gewoon harder zijn best doen"]);
    mark(s, 2, Mark::StandsOut);
    mark(s, 4, Mark::StandsOut);
    mark(s, 4, Mark::New);
    mark(s, 8, Mark::LeftOut);
    run(s, Command::Goal(goals::Command::Discuss { row: row(Some(1)), column: 2, on: true }));
    run(s, Command::Goal(goals::Command::MarkMissing { row: row(Some(2)), column: 1, on: true }));
    run(s, Command::Goal(goals::Command::Stop { row: row(Some(2)), on: true }));
    note(s, Kind::StandsOut, &["er is meer netwerk dan gedacht"]);
    note(s, Kind::Research, &["Wil de buurvrouw dat ook?", "Welke bus gaat er?"]);
    note(s, Kind::Deepening, &["Netwerk in kaart brengen, met iemand van MEE"]);
    note(s, Kind::Agreement, &["Volgende week bellen met het buurthuis"]);
    set(s, Field::FeedbackWho, "de inbrenger");
    set(s, Field::FeedbackWhen, "de volgende keer");
    set(s, Field::FeedbackWhat, "de markt en de buurvrouw");
    let (field, text) = (plan::Field::NextDate, "dinsdag 12 januari, 14:00".to_owned());
    run(s, Command::Plan(plan::Command::SetField { field, text }));
    for (step, time) in [(0, "13:30"), (1, "13:36"), (2, "13:40"), (3, "13:50"), (4, "13:56")] {
        start(s, step, time);
    }
    session
}
