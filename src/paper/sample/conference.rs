//! A case conference about two koppels, for the tests of its sheets.

use super::{moment, run};
use crate::domain::advice;
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::casus::Field;
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::goals::Flap;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId};
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::life::{Decision, Life};
use crate::domain::notes;
use crate::domain::notes::Kind;
use crate::domain::notes::Spot;
use crate::domain::people;
use crate::domain::people::Person;
use crate::domain::plan;
use crate::domain::session::{FIRST_CASUS, Session};

pub(crate) const SECOND: CasusId = CasusId(2);

/// Nothing filled in yet.
pub(crate) fn empty() -> Session {
    Session::new(crate::io::methods::load_shipped("case-conference").unwrap())
}

pub(crate) fn row(casus: CasusId, goal: u32) -> Row {
    Row { casus, goal: (goal > 0).then_some(GoalId(goal)) }
}

pub(crate) fn hang(s: &mut Session, casus: CasusId, flap: Flap, text: &str) {
    run(s, Command::Goal(goals::Command::Hang { casus, flap, text: text.to_owned() }));
}

pub(crate) fn stick(s: &mut Session, row: Row, texts: &[&str]) {
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    run(s, Command::Idea(ideas::Command::Add { place: Place::unplaced(row), texts, ring: None }));
}

pub(crate) fn cluster(s: &mut Session, row: Row, title: &str, ids: &[u32]) {
    let ids = ids.iter().map(|id| IdeaId(*id)).collect();
    run(s, Command::Cluster(clusters::Command::Make { row, letter: None, title: title.to_owned(), ids }));
}

pub(crate) fn live(s: &mut Session, advice: Advice, life: Life) {
    run(s, Command::Advice(advice::Command { advice, life }));
}

pub(crate) fn decide(s: &mut Session, advice: Advice, decision: Decision, objection: Option<u32>) {
    live(s, advice, Life::Decided { decision, objection: objection.map(NoteId) });
}

pub(crate) fn say(s: &mut Session, casus: Option<CasusId>, kind: Kind, texts: &[&str]) {
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    run(s, Command::Note(notes::Command::Add { spot: Spot { casus, kind }, texts }));
}

pub(crate) fn set(s: &mut Session, casus: CasusId, field: Field, text: &str) {
    run(s, Command::Casus(casus::Command::SetField { casus, field, text: text.to_owned() }));
}

pub(crate) const CALM: Advice = Advice::Cluster(ClusterId(1));
pub(crate) const HELP: Advice = Advice::Cluster(ClusterId(2));
pub(crate) const SITTER: Advice = Advice::Cluster(ClusterId(3));
pub(crate) const MUSIC: Advice = Advice::Idea(IdeaId(5));

fn people(s: &mut Session) {
    let person = |name: &str, function: &str, organisation: &str, coming| Person {
        name: name.to_owned(),
        function: function.to_owned(),
        organisation: organisation.to_owned(),
        standing: None,
        coming,
    };
    run(
        s,
        Command::People(people::Command::Add(vec![
            person("Fatima Yilmaz", "ergotherapeut", "Humanitas", Some(true)),
            person("Joost", "wijkverpleegkundige", "", None),
            person("Ria", "", "Careyn", Some(false)),
        ])),
    );
    let person = PersonId(1);
    run(s, Command::Casus(casus::Command::SetCore { casus: FIRST_CASUS, person, on: true }));
}

/// Both koppels have an alias and goals; the first also a barrier and a samenvatting.
fn planned() -> Session {
    let mut session = empty();
    let s = &mut session;
    people(s);
    run(s, Command::Plan(plan::Command::PlanStart { at: moment("13:30") }));
    run(s, Command::Casus(casus::Command::Add));
    set(s, FIRST_CASUS, Field::Alias, "Meidoorn");
    set(s, SECOND, Field::Alias, "Berk");
    set(s, FIRST_CASUS, Field::Summary, "Zij willen weer gezellig aan tafel. Staat in map 4.");
    set(s, FIRST_CASUS, Field::ReportWanted, "ja");
    hang(s, FIRST_CASUS, Flap::Samen, "weer samen eten zonder ruzie");
    hang(s, FIRST_CASUS, Flap::Mz, "een avond per week voor mezelf");
    hang(s, SECOND, Flap::Pmd, "elke dag naar buiten");
    let text = "het is druk en rumoerig aan tafel".to_owned();
    run(s, Command::Goal(goals::Command::Hinder { id: GoalId(1), text }));
    session
}

/// A conference that is over: selected with and without an onderbouwing, rejected with and without
/// a reason, a cluster without a title, a lonely post-it, and some that stayed open.
pub(crate) fn held() -> Session {
    let mut session = planned();
    let s = &mut session;
    let first = row(FIRST_CASUS, 1);
    let texts = ["vast tijdstip", "samen dekken", "maaltijd aan huis", "eetclub in de wijk"];
    stick(s, first, &texts);
    stick(s, first, &["muziek uit tijdens eten", "kleinere porties"]);
    stick(s, row(FIRST_CASUS, 2), &["zus past op", "dagbesteding proberen"]);
    stick(s, row(SECOND, 3), &["rollator nakijken"]);
    cluster(s, first, "Rust aan tafel", &[1, 2]);
    cluster(s, first, "", &[3, 4]);
    cluster(s, row(FIRST_CASUS, 2), "Oppas", &[7]);
    let casus = Some(FIRST_CASUS);
    say(s, casus, Kind::Pro(CALM), &["kost niets"]);
    say(s, casus, Kind::Con(CALM), &["vraagt oefening"]);
    say(s, casus, Kind::Con(HELP), &["te duur", "te ver weg"]);
    decide(s, CALM, Decision::Selected, None);
    live(s, CALM, Life::Reasoned("beiden houden van regelmaat".to_owned()));
    live(s, CALM, Life::Aimed("weer gezellig aan tafel".to_owned()));
    live(s, CALM, Life::Proposed(true));
    decide(s, HELP, Decision::Rejected, Some(3));
    decide(s, MUSIC, Decision::Selected, None);
    decide(s, SITTER, Decision::Rejected, None);
    say(s, casus, Kind::Summary, &["We kozen voor rust."]);
    say(s, casus, Kind::ToDiscuss, &["Wat vinden ze van de televisie?"]);
    say(s, casus, Kind::Evaluation(0), &["Ja, prettig rustig."]);
    say(s, None, Kind::LookBack, &["De wandelclub loopt goed."]);
    for (item, answer) in [(0, Some(true)), (4, None)] {
        run(s, Command::Casus(casus::Command::AnswerFollowup { casus: FIRST_CASUS, item, answer }));
    }
    let (field, text) = (plan::Field::NextDate, "dinsdag 15 december, 13:30".to_owned());
    run(s, Command::Plan(plan::Command::SetField { field, text }));
    let key = crate::domain::id::StepKey { step: 0, casus: None };
    run(s, Command::Clock(crate::domain::clock::Command::Start { key, since: moment("13:32") }));
    session
}

/// The koppel has chosen.
pub(crate) fn talked() -> Session {
    let mut session = held();
    let s = &mut session;
    let because = "dat past bij ons".to_owned();
    live(s, CALM, Life::Chosen { chosen: true, because });
    live(s, CALM, Life::TakenUp("de ergotherapeut".to_owned()));
    live(s, MUSIC, Life::Discussed(true));
    live(s, MUSIC, Life::Chosen { chosen: false, because: String::new() });
    let text = "Ze beginnen met het ontbijt.".to_owned();
    run(s, Command::Goal(goals::Command::Explain { id: GoalId(1), text }));
    session
}
