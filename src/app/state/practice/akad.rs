//! Practising the AKAD: one casus, from step 1 to the tip sheet.

use crate::app::state::live::Live;
use crate::app::state::practice::{Task, beyond};
use crate::domain::casus::{self, Picture};
use crate::domain::command::Command;
use crate::domain::goals::{self, Owner};
use crate::domain::id::{GoalId, PersonId};
use crate::domain::ideas::{Mark, Place, Slot};
use crate::domain::journal::Act;
use crate::domain::method::Role;
use crate::domain::notes::{self, Kind};
use crate::domain::people::{self, Person, Standing};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;

pub const TASKS: &[Task] = &[
    Task {
        text: "Druk PageDown tot je bij stap 1 bent. Druk dan Enter: de klok loopt.",
        is_done: |live| live.session.clock.begun().is_some(),
    },
    Task {
        text: "Kijk met PageDown naar stap 2 en druk Enter. Typ een naam en druk Enter.",
        is_done: |live| live.session.people.all().count() > EXAMPLE_PEOPLE || beyond(live, 2),
    },
    Task {
        text: "Ga naar stap 3 (PageDown, Enter). Kies met Tab een vak en typ wat je over Linde hoort.",
        is_done: |live| spider_notes(live) > EXAMPLE_NOTES || beyond(live, 3),
    },
    Task {
        text: "Ga naar stap 4 (PageDown, Enter). Druk Tab en typ een doel: meer mensen zien. Druk twee keer Enter.",
        is_done: |live| {
            live.session.goals.of(FIRST_CASUS).filter(|(_, goal)| goal.owner.is_some()).count() > 1
                || beyond(live, 4)
        },
    },
    Task {
        text: "Ga naar stap 5 (PageDown, Enter; bij de vraag nog eens Enter). Typ een tip bij Cliënt, dan Enter.",
        is_done: |live| column_count(live, 0) > 0,
    },
    Task {
        text: "Druk Tab: je bent bij Netwerk. Typ daar nog een tip.",
        is_done: |live| column_count(live, 1) > 0,
    },
    Task {
        text: "Vergist? Druk Ctrl+Z: het laatste gaat terug. Ctrl+Y haalt het weer op.",
        is_done: |live| live.journal.entries().any(|entry| entry.act == Act::Undo),
    },
    Task {
        text: "Ga naar stap 6 (PageDown, Enter). Kies een tip met pijl omlaag; Spatie: valt op.",
        is_done: |live| live.session.ideas.iter().any(|(_, _, idea)| idea.has(Mark::StandsOut)),
    },
    Task {
        text: "Druk Esc: de keuze is weg. Druk dan Enter: het tipblad. Dat was het!",
        is_done: |live| live.view.guard.printed,
    },
];

const EXAMPLE_PEOPLE: usize = 5;
const EXAMPLE_NOTES: usize = 2;

fn spider_notes(live: &Live) -> usize {
    let spots = (0..8).map(|vak| notes::Spot { casus: Some(FIRST_CASUS), kind: Kind::Spider(vak) });
    spots.map(|spot| live.session.notes.at(spot).len()).sum()
}

fn column_count(live: &Live, column: u16) -> usize {
    let rows = live.session.rows(FIRST_CASUS);
    rows.into_iter().map(|row| live.session.ideas.at(Place { row, slot: Slot::Column(column) }).len()).sum()
}

/// The commands that build the example, one gesture each: a group, a casus and a first goal.
pub fn example() -> Vec<Vec<Command>> {
    let person = |name: &str, function: &str, organisation: &str, standing| Person {
        name: name.to_owned(),
        function: function.to_owned(),
        organisation: organisation.to_owned(),
        standing: Some(standing),
        coming: None,
    };
    let people = vec![
        person("Anna", "procesbegeleider", "Welzijn Oost", Standing::Formeel),
        person("Fatma", "wijkverpleegkundige", "Thuiszorg Oost", Standing::Formeel),
        person("Kees", "vrijwilliger", "Buurthuis De Kom", Standing::Informeel),
        person("Joke", "maatje", "Samen Eten", Standing::Informeel),
        person("Ravi", "maatschappelijk werker", "Welzijn Oost", Standing::Formeel),
    ];
    let role = |role, id| {
        Command::People(people::Command::GiveRole { role, person: Some(PersonId(id)), reason: None })
    };
    let casus = |command| Command::Casus(command);
    let told = |vak, text: &str| {
        let spot = notes::Spot { casus: Some(FIRST_CASUS), kind: Kind::Spider(vak) };
        Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })
    };
    let picture = |vak, picture| casus(casus::Command::SetPicture { casus: FIRST_CASUS, vak, picture });
    vec![
        vec![Command::Plan(plan::Command::Switch { switch: Switch::GroupWatches, on: true })],
        vec![
            Command::People(people::Command::Add(people)),
            role(Role::Procesbegeleider, 1),
            role(Role::Tijdbewaker, 5),
        ],
        vec![
            casus(casus::Command::SetField {
                casus: FIRST_CASUS,
                field: casus::Field::Alias,
                text: "Linde".to_owned(),
            }),
            casus(casus::Command::BringBy { casus: FIRST_CASUS, person: Some(PersonId(2)) }),
        ],
        vec![told(0, "woont alleen, vijf hoog, met lift"), picture(0, Picture::Global)],
        vec![told(2, "was marktkoopvrouw, kent iedereen, houdt van zingen"), picture(2, Picture::Global)],
        vec![casus(casus::Command::ChooseArea {
            casus: FIRST_CASUS,
            area: "Maatschappelijke participatie".to_owned(),
        })],
        vec![
            Command::Goal(goals::Command::Add {
                casus: FIRST_CASUS,
                area: Some("Maatschappelijke participatie".to_owned()),
                text: "weer naar de markt op dinsdag".to_owned(),
            }),
            Command::Goal(goals::Command::Own { id: GoalId(1), owner: Owner::Client }),
        ],
    ]
}
