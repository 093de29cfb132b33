//! Texts that are asked for in de regel, each for one purpose: the label, what stands in the line
//! to begin with, and what Enter does with it.

use super::board::Board;
use super::intent::{Ask, Intent};
use super::meaning::Meaning;
use super::model::Ctx;
use super::{activity, persons};
use crate::domain::advice::{self, Advice};
use crate::domain::casus;
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::feedback::{self, Told};
use crate::domain::goals;
use crate::domain::id::StepKey;
use crate::domain::ideas;
use crate::domain::life::Life;
use crate::domain::notes::{self, Kind};
use crate::domain::people;
use crate::domain::plan;
use crate::text::{counts, dates, durations, outcomes, roles};

/// What stands in the line when the question opens.
#[must_use]
pub fn initial(ctx: Ctx<'_>, ask: &Ask) -> String {
    let session = ctx.session();
    match ask {
        Ask::ChangeIdea(id) => session.ideas.get(*id).map_or(String::new(), |idea| idea.text.clone()),
        Ask::ChangeNote(id) => session.notes.get(*id).map_or(String::new(), |note| note.text.clone()),
        Ask::ChangeGoal(id) => session.goals.get(*id).map_or(String::new(), |goal| goal.text.clone()),
        Ask::ChangePerson(id) => session.people.get(*id).map_or(String::new(), |person| {
            let kind = match person.standing {
                Some(people::Standing::Formeel) => "formeel",
                Some(people::Standing::Informeel) => "informeel",
                None => "",
            };
            let parts = [person.name.as_str(), &person.function, &person.organisation, kind];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }),
        Ask::TakenUp(advice) => {
            session.course(*advice).map_or(String::new(), |course| course.taken_up.clone())
        }
        Ask::Because { .. }
        | Ask::Tried(..)
        | Ask::About(_)
        | Ask::Packet
        | Ask::Research(_)
        | Ask::Deepening(_)
        | Ask::Postpone(_)
        | Ask::Person
        | Ask::PauseReason
        | Ask::BegunAt(_)
        | Ask::OwnMinutes(_)
        | Ask::RoleReason { .. }
        | Ask::OtherFolder => String::new(),
    }
}

/// What Enter does with the text in de regel, whether a text is asked for or not.
#[must_use]
pub fn meaning_here(ctx: Ctx<'_>, board: &Board) -> Meaning {
    let text = ctx.live.view.text();
    match &ctx.live.view.prompt {
        Some(prompt) => meaning(ctx, &prompt.ask, text),
        None => activity::meaning(ctx, board, text),
    }
}

/// What Enter does with `text`.
#[must_use]
pub fn meaning(ctx: Ctx<'_>, ask: &Ask, text: &str) -> Meaning {
    let add = |label: &str, command| Meaning::new(label, "bewaren", Intent::Add(vec![command]));
    let text_owned = text.to_owned();
    if text.trim().is_empty() && !may_be_empty(ask) {
        return Meaning::refused(label(ask), "Typ eerst iets. Esc gaat terug.");
    }
    match ask {
        Ask::ChangeIdea(id) => {
            add(&label(ask), Command::Idea(ideas::Command::Change { id: *id, text: text_owned }))
        }
        Ask::ChangeNote(id) => {
            add(&label(ask), Command::Note(notes::Command::Change { id: *id, text: text_owned }))
        }
        Ask::ChangeGoal(id) => {
            add(&label(ask), Command::Goal(goals::Command::Reword { id: *id, text: text_owned }))
        }
        Ask::ChangePerson(id) => {
            let person = persons::parse_person(text);
            add(&label(ask), Command::People(people::Command::Change { id: *id, person }))
        }
        Ask::Because { session, advice, outcome } => {
            let told = Told::new(session.as_str(), *advice, *outcome, text);
            add(&label(ask), Command::Feedback(feedback::Command::Tell(told)))
        }
        Ask::Research(casus) => {
            Meaning::new(label(ask), "bewaren", activity::note(Some(*casus), Kind::Research, text))
        }
        Ask::Deepening(casus) => {
            Meaning::new(label(ask), "bewaren", activity::note(Some(*casus), Kind::Deepening, text))
        }
        Ask::Postpone(casus) => {
            add(&label(ask), Command::Casus(casus::Command::Postpone { casus: *casus, reason: text_owned }))
        }
        Ask::Person => persons::person_meaning(ctx, text),
        Ask::PauseReason => add(&label(ask), Command::Clock(clock::Command::Pause { reason: text_owned })),
        Ask::BegunAt(key) => begun_at(ctx, *key, &label(ask), text),
        Ask::OwnMinutes(key) => match durations::parse_minutes(text) {
            Some(minutes) => {
                add(&label(ask), Command::Plan(plan::Command::SetMinutes { key: *key, minutes }))
            }
            None => Meaning::refused(label(ask), "Typ een aantal minuten, bijvoorbeeld 7."),
        },
        Ask::RoleReason { role, person } => {
            let give =
                people::Command::GiveRole { role: *role, person: Some(*person), reason: Some(text_owned) };
            add(&label(ask), Command::People(give))
        }
        Ask::Tried(advice, outcome) => {
            let because = text_owned;
            lived(label(ask), *advice, Life::Tried { outcome: *outcome, because })
        }
        Ask::TakenUp(advice) => lived(label(ask), *advice, Life::TakenUp(text_owned)),
        Ask::About(advice) => {
            Meaning::new(label(ask), "bewaren", activity::note(Some(ctx.casus()), Kind::About(*advice), text))
        }
        Ask::Packet => {
            Meaning::new(label(ask), "laden", Intent::LoadPacket(text.trim().trim_matches('"').to_owned()))
        }
        Ask::OtherFolder => Meaning::new(label(ask), "daar bewaren", Intent::MoveTo(text.trim().to_owned())),
    }
}

fn lived(label: String, advice: Advice, life: Life) -> Meaning {
    let command = Command::Advice(advice::Command { advice, life });
    Meaning::new(label, "bewaren", Intent::Add(vec![command]))
}

/// A start that is earlier than that of other steps takes their time: that is said before Enter.
fn begun_at(ctx: Ctx<'_>, key: StepKey, label: &str, text: &str) -> Meaning {
    let Some(time) = dates::parse_time(text) else {
        return Meaning::refused(label, "Typ een tijd, bijvoorbeeld 14:07.");
    };
    let since = ctx.now.last(time);
    let lost = ctx
        .session()
        .agenda()
        .into_iter()
        .filter(|other| *other != key)
        .filter(|other| ctx.session().clock.started(*other).is_some_and(|started| started >= since));
    let numbers: Vec<&str> = lost.map(|key| ctx.session().number(key)).collect();
    let remark = (!numbers.is_empty()).then(|| {
        format!("Dat is eerder dan het begin van stap {}: die tijd vervalt dan.", counts::list(&numbers))
    });
    Meaning::new(label, "zo laat begon het", Intent::StartSince(key, since)).remark(remark)
}

fn may_be_empty(ask: &Ask) -> bool {
    matches!(ask, Ask::Because { .. } | Ask::Tried(..) | Ask::TakenUp(_) | Ask::PauseReason)
}

fn label(ask: &Ask) -> String {
    match ask {
        Ask::ChangeIdea(_) => "Tip".to_owned(),
        Ask::ChangeNote(_) | Ask::About(_) => "Notitie".to_owned(),
        Ask::ChangeGoal(_) => "In woorden van de cliënt".to_owned(),
        Ask::ChangePerson(_) => "Naam, functie, organisatie".to_owned(),
        Ask::Because { outcome, .. } | Ask::Tried(_, outcome) => {
            format!("{}, omdat", outcomes::name(*outcome))
        }
        Ask::Research(_) => "Wat, en wie zoekt het uit".to_owned(),
        Ask::Deepening(_) => "Verdiepingspunt, en wie nodig je uit".to_owned(),
        Ask::Postpone(_) => "Doorschuiven, omdat".to_owned(),
        Ask::Person => "Wie komt erbij, of wie is weg".to_owned(),
        Ask::PauseReason => "Pauze, omdat".to_owned(),
        Ask::BegunAt(_) => "Begonnen om".to_owned(),
        Ask::OwnMinutes(_) => "Minuten".to_owned(),
        Ask::RoleReason { role, .. } => format!("Toch {}, omdat", roles::name(*role)),
        Ask::TakenUp(_) => "Wie pakt het op".to_owned(),
        Ask::Packet => "Bestand met het pakket".to_owned(),
        Ask::OtherFolder => "Map om in te bewaren".to_owned(),
    }
}
