//! A case conference for tests: koppel Linde, four people, goals on the flappen.

use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap};
use crate::domain::id::{GoalId, PersonId};
use crate::domain::method::Role;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::people::{self, Person};
use crate::domain::session::FIRST_CASUS;

/// What was prepared and said, gesture by gesture.
pub fn gestures() -> Vec<Vec<Command>> {
    let set = |field, text: &str| {
        Command::Casus(casus::Command::SetField { casus: FIRST_CASUS, field, text: text.to_owned() })
    };
    let core = |id| casus::Command::SetCore { casus: FIRST_CASUS, person: PersonId(id), on: true };
    let by = casus::Command::BringBy { casus: FIRST_CASUS, person: Some(PersonId(3)) };
    vec![
        vec![set(casus::Field::Alias, "Linde")],
        vec![set(
            casus::Field::Summary,
            "Werkblad 4, gemaild op 12 november: samen oud worden in de straat.",
        )],
        people(),
        vec![role(Role::Voorzitter, 1), role(Role::Notulist, 2)],
        vec![Command::Casus(by), Command::Casus(core(3)), Command::Casus(core(4))],
        vec![hang(Flap::Pmd, "weer naar het koor")],
        vec![hang(Flap::Mz, "een middag per week voor zichzelf")],
        vec![hang(Flap::Samen, "samen eten zonder ruzie")],
        vec![hinder(1, "de tram is te druk"), hinder(3, "de pannen staan elke dag ergens anders")],
        vec![note(Kind::Question, "Hoe laat eten ze nu?"), note(Kind::Question, "Wie doet de boodschappen?")],
        vec![note(Kind::Agreement, "Ravi belt het koor, voor vrijdag")],
        vec![note(Kind::Evaluation(0), "ja, de stilte hielp"), note(Kind::Evaluation(3), "veel aan gehad")],
    ]
}

fn people() -> Vec<Command> {
    let person = |name: &str, function: &str, coming| Person {
        name: name.to_owned(),
        function: function.to_owned(),
        coming,
        ..Person::default()
    };
    let list = vec![
        person("Anna", "ketenregisseur", Some(true)),
        person("Fatma", "wijkverpleegkundige", Some(true)),
        person("Joke", "casemanager dementie", Some(true)),
        person("Ravi", "ergotherapeut", None),
        person("Bob", "huisarts", Some(false)),
    ];
    vec![Command::People(people::Command::Add(list))]
}

fn role(role: Role, id: u32) -> Command {
    Command::People(people::Command::GiveRole { role, person: Some(PersonId(id)), reason: None })
}

fn hang(flap: Flap, text: &str) -> Command {
    Command::Goal(goals::Command::Hang { casus: FIRST_CASUS, flap, text: text.to_owned() })
}

fn hinder(id: u32, text: &str) -> Command {
    Command::Goal(goals::Command::Hinder { id: GoalId(id), text: text.to_owned() })
}

fn note(kind: Kind, text: &str) -> Command {
    let spot = Spot { casus: Some(FIRST_CASUS), kind };
    Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })
}
