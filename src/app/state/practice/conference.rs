//! Practising the case conference: two koppels, from item 1 to werkblad 8. What the tasks do not
//! need is ready: people, roles, kernteam, goals and what stands in their way.

use crate::app::state::live::Live;
use crate::app::state::practice::{Task, beyond};
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap};
use crate::domain::id::{CasusId, GoalId, NoteId, PersonId};
use crate::domain::life::{Course, Decision};
use crate::domain::method::Role;
use crate::domain::notes::{Kind, Spot};
use crate::domain::people::{self, Person};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;

pub const TASKS: &[Task] = &[
    Task {
        text: "Druk PageDown tot je bij 1 Opening bent. Druk dan Enter: de klok loopt.",
        is_done: |live| live.session.clock.begun().is_some(),
    },
    Task {
        text: "Ga naar stap 2 (PageDown, Enter). Typ Fatma en druk Enter: zij hoort bij het kernteam.",
        is_done: |live| core(live) > EXAMPLE_CORE || beyond(live, PRESENTING),
    },
    Task {
        text: "Ga naar stap 3 (PageDown, Enter). Druk Tab, pijl omlaag, Enter, en kies: Wat belemmert? Typ het.",
        is_done: |live| barriers(live) > EXAMPLE_BARRIERS || beyond(live, ASKING),
    },
    Task {
        text: "Ga naar stap 4 (PageDown, Enter). Typ: heb je al gedacht aan een maatje? Tab, Enter: een post-it.",
        is_done: |live| post_its(live) > 0 || beyond(live, SILENCE),
    },
    Task {
        text: "Ga naar stap 5a (PageDown, Enter): het is stil. Typ drie post-its; Enter na elke post-it.",
        is_done: |live| post_its(live) > 3 || beyond(live, STICKING),
    },
    Task {
        text: "Ga naar stap 5b (PageDown, Enter). Waar sorteren jullie? Enter: op dit scherm.",
        is_done: |live| live.session.plan.settings.answer(Switch::PaperLeads).is_some(),
    },
    Task {
        text: "Ga naar stap 5c (PageDown, Enter). Typ 2 3 nieuw en druk Enter: een cluster van post-it 2 en 3.",
        is_done: |live| clusters(live).next().is_some(),
    },
    Task {
        text: "Typ a=Muziek en druk Enter: zo heet cluster A.",
        is_done: |live| clusters(live).any(|title| !title.is_empty()),
    },
    Task {
        text: "Ga naar stap 5d (PageDown, Enter). Druk Tab en typ een voordeel van A.",
        is_done: |live| said(live, Kind::Pro),
    },
    Task {
        text: "Druk Shift+Tab, dan pijl omlaag: A. Enter, kies Selecteren, typ waarom en waarvoor.",
        is_done: |live| {
            any_course(live, |course| course.decision == Decision::Selected && !course.reasoning.is_empty())
        },
    },
    Task {
        text: "Kies met pijl omlaag post-it 4. Druk twee keer Tab en typ een bezwaar.",
        is_done: |live| said(live, Kind::Con),
    },
    Task {
        text: "Druk twee keer Shift+Tab, pijl omlaag, Enter. Kies Verwerpen, en dan het bezwaar.",
        is_done: |live| any_course(live, |course| course.decision == Decision::Rejected),
    },
    Task {
        text: "Ga naar stap 6 (PageDown, Enter). Druk nog eens Enter: de samenvatting staat klaar.",
        is_done: |live| !notes_at(live, Kind::Summary).is_empty(),
    },
    Task {
        text: "Ga naar stap 7 (PageDown, Enter). Kies A met pijl omlaag; Spatie: bespreek ik.",
        is_done: |live| any_course(live, |course| course.proposed),
    },
    Task {
        text: "Ga naar stap 8 (PageDown, Enter). Typ vrijdag en druk Enter: dan is het verslag er.",
        is_done: |live| {
            let casus = live.session.casus(FIRST_CASUS);
            casus.is_some_and(|casus| (0..FOLLOWUPS).any(|item| casus.followup(item).when.is_some()))
        },
    },
    Task {
        text: "Het tweede koppel gaat net zo. Druk Esc tot het menu komt, typ: stap 18, twee keer Enter.",
        is_done: |live| beyond(live, NEXT_TIME),
    },
    Task {
        text: "Typ over 3 weken en druk Enter: de datum van de volgende keer.",
        is_done: |live| !live.session.plan.settings.field(plan::Field::NextDate).is_empty(),
    },
    Task {
        text: "Druk Esc tot het menu komt, typ: werkblad 8, Enter. Het verslag ligt er, ook voor Word!",
        is_done: |live| live.view.guard.printed,
    },
];

/// Items by their place in the method.
const PRESENTING: u16 = 2;
const ASKING: u16 = 3;
const SILENCE: u16 = 4;
const STICKING: u16 = 5;
const NEXT_TIME: u16 = 13;

const EXAMPLE_CORE: usize = 2;
const EXAMPLE_BARRIERS: usize = 2;
const FOLLOWUPS: u16 = 5;

fn core(live: &Live) -> usize {
    live.session.casus(FIRST_CASUS).map_or(0, |casus| casus.core().len())
}

fn barriers(live: &Live) -> usize {
    live.session.goals.of(FIRST_CASUS).filter(|(_, goal)| !goal.barrier.is_empty()).count()
}

fn post_its(live: &Live) -> usize {
    live.session.ideas.of_casus(FIRST_CASUS).count()
}

fn clusters(live: &Live) -> impl Iterator<Item = &str> {
    let rows = live.session.rows(FIRST_CASUS).into_iter();
    rows.flat_map(|row| live.session.clusters.of(row)).map(|(_, cluster)| cluster.title.as_str())
}

fn advices(live: &Live) -> impl Iterator<Item = Advice> {
    live.session.rows(FIRST_CASUS).into_iter().flat_map(|row| live.session.advices(row))
}

fn said(live: &Live, kind: fn(Advice) -> Kind) -> bool {
    advices(live).any(|advice| !live.session.arguments(advice, kind).is_empty())
}

fn any_course(live: &Live, fits: fn(&Course) -> bool) -> bool {
    advices(live).filter_map(|advice| live.session.course(advice)).any(fits)
}

fn notes_at(live: &Live, kind: Kind) -> &[NoteId] {
    live.session.notes.at(Spot { casus: Some(FIRST_CASUS), kind })
}

const SECOND: CasusId = CasusId(2);

/// The commands that build the example, one gesture each: a group and two koppels with their goals.
pub fn example() -> Vec<Vec<Command>> {
    let watches = Command::Plan(plan::Command::Switch { switch: Switch::GroupWatches, on: true });
    std::iter::once(vec![watches]).chain(first_koppel()).chain(second_koppel()).collect()
}

/// Koppel Linde, the group, and who does what.
pub fn first_koppel() -> Vec<Vec<Command>> {
    let summary = "Werkblad 4, gemaild op 12 november: samen oud worden in de straat.";
    vec![
        vec![set(FIRST_CASUS, casus::Field::Alias, "Linde")],
        vec![set(FIRST_CASUS, casus::Field::Summary, summary)],
        vec![Command::People(people::Command::Add(vec![
            person("Anna", "ketenregisseur", "Zorgketen Oost", Some(true)),
            person("Fatma", "wijkverpleegkundige", "Thuiszorg Oost", Some(true)),
            person("Joke", "casemanager dementie", "Zorgketen Oost", Some(true)),
            person("Ravi", "ergotherapeut", "Praktijk De Kom", None),
            person("Bob", "huisarts", "", Some(false)),
        ]))],
        vec![role(Role::Voorzitter, 1), role(Role::Notulist, 2)],
        vec![by(FIRST_CASUS, 3), core_of(FIRST_CASUS, 3), core_of(FIRST_CASUS, 4)],
        vec![hang(FIRST_CASUS, Flap::Pmd, "weer naar het koor")],
        vec![hang(FIRST_CASUS, Flap::Mz, "een middag per week voor zichzelf")],
        vec![hang(FIRST_CASUS, Flap::Samen, "samen eten zonder ruzie")],
        vec![hinder(1, "de tram is te druk"), hinder(3, "de pannen staan elke dag ergens anders")],
    ]
}

/// Koppel Meidoorn, with a casemanager of its own.
fn second_koppel() -> Vec<Vec<Command>> {
    let summary = "Werkblad 4, gemaild op 12 november: hij wandelt graag, zij slaapt slecht.";
    vec![
        vec![Command::Casus(casus::Command::Add)],
        vec![set(SECOND, casus::Field::Alias, "Meidoorn")],
        vec![set(SECOND, casus::Field::Summary, summary)],
        vec![
            Command::People(people::Command::Add(vec![person(
                "Els",
                "casemanager dementie",
                "Thuiszorg Oost",
                Some(true),
            )])),
            by(SECOND, 6),
            core_of(SECOND, 6),
            core_of(SECOND, 2),
        ],
        vec![hang(SECOND, Flap::Pmd, "elke dag naar buiten"), hinder(4, "verdwaalde twee keer")],
        vec![hang(SECOND, Flap::Mz, "een nacht doorslapen"), hinder(5, "hij staat vroeg op")],
    ]
}

fn person(name: &str, function: &str, organisation: &str, coming: Option<bool>) -> Person {
    Person {
        name: name.to_owned(),
        function: function.to_owned(),
        organisation: organisation.to_owned(),
        standing: None,
        coming,
    }
}

fn role(role: Role, id: u32) -> Command {
    Command::People(people::Command::GiveRole { role, person: Some(PersonId(id)), reason: None })
}

fn set(casus: CasusId, field: casus::Field, text: &str) -> Command {
    Command::Casus(casus::Command::SetField { casus, field, text: text.to_owned() })
}

fn by(casus: CasusId, id: u32) -> Command {
    Command::Casus(casus::Command::BringBy { casus, person: Some(PersonId(id)) })
}

fn core_of(casus: CasusId, id: u32) -> Command {
    Command::Casus(casus::Command::SetCore { casus, person: PersonId(id), on: true })
}

fn hang(casus: CasusId, flap: Flap, text: &str) -> Command {
    Command::Goal(goals::Command::Hang { casus, flap, text: text.to_owned() })
}

fn hinder(id: u32, text: &str) -> Command {
    Command::Goal(goals::Command::Hinder { id: GoalId(id), text: text.to_owned() })
}
