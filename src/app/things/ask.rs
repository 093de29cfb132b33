//! Texts that are asked for in de regel, each for one purpose: the label, what stands in the line
//! to begin with, and what Enter does with it.

use super::{followup, note, persons};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::feedback::{self, Told};
use crate::domain::id::{CasusId, GoalId, StepKey};
use crate::domain::life::Life;
use crate::domain::notes::{self, Kind};
use crate::domain::{casus, clock, clusters, goals, ideas, people, plan};
use crate::text::{dates, durations, outcomes, roles};

/// What stands in the line when the question opens.
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
            let answer = person.coming.map_or("", persons::answer_word);
            let parts = [person.name.as_str(), &person.function, &person.organisation, kind, answer];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }),
        Ask::Barrier(id) => session.goals.get(*id).map_or(String::new(), |goal| goal.barrier.clone()),
        Ask::NameCluster(id) => {
            session.clusters.get(*id).map_or(String::new(), |cluster| cluster.title.clone())
        }
        Ask::Reasoning(advice) => session.course(*advice).map_or(String::new(), |it| it.reasoning.clone()),
        Ask::Purpose(advice) => session.course(*advice).map_or(String::new(), |it| it.purpose.clone()),
        Ask::TakenUp(advice) => {
            session.course(*advice).map_or(String::new(), |course| course.taken_up.clone())
        }
        Ask::FollowupDate(..)
        | Ask::Because { .. }
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
        Ask::ListedWords => ctx.live.listed.join(", "),
    }
}

/// What Enter does with `text`.
pub fn meaning(ctx: Ctx<'_>, ask: &Ask, text: &str) -> Meaning {
    let keep = |command| Meaning::new(label(ctx, ask), "bewaren", Intent::Add(vec![command]));
    let text_owned = text.to_owned();
    if text.trim().is_empty() && !may_be_empty(ask) {
        return Meaning::refused(label(ctx, ask), "Typ eerst iets. Esc gaat terug.");
    }
    match ask {
        Ask::ChangeIdea(id) => keep(Command::Idea(ideas::Command::Change { id: *id, text: text_owned })),
        Ask::ChangeNote(id) => keep(Command::Note(notes::Command::Change { id: *id, text: text_owned })),
        Ask::ChangeGoal(id) => keep(Command::Goal(goals::Command::Reword { id: *id, text: text_owned })),
        Ask::ChangePerson(id) => {
            let person = persons::parse_person(text);
            keep(Command::People(people::Command::Change { id: *id, person }))
        }
        Ask::NameCluster(id) => {
            keep(Command::Cluster(clusters::Command::Title { id: *id, title: text_owned }))
        }
        Ask::Postpone(casus) => {
            keep(Command::Casus(casus::Command::Postpone { casus: *casus, reason: text_owned }))
        }
        Ask::PauseReason => keep(Command::Clock(clock::Command::Pause { reason: text_owned })),
        Ask::RoleReason { role, person } => {
            let give =
                people::Command::GiveRole { role: *role, person: Some(*person), reason: Some(text_owned) };
            keep(Command::People(give))
        }
        Ask::OwnMinutes(key) => match durations::parse_minutes(text) {
            Some(minutes) => keep(Command::Plan(plan::Command::SetMinutes { key: *key, minutes })),
            None => Meaning::refused(label(ctx, ask), "Typ een aantal minuten, bijvoorbeeld 7."),
        },
        Ask::Research(casus) => noted(ctx, ask, *casus, Kind::Research, text),
        Ask::Deepening(casus) => noted(ctx, ask, *casus, Kind::Deepening, text),
        Ask::Because { session, advice, outcome } => {
            let told = Told::new(session.as_str(), *advice, *outcome, text);
            keep(Command::Feedback(feedback::Command::Tell(told)))
        }
        Ask::Reasoning(advice) => {
            let next = Intent::Ask(Ask::Purpose(*advice));
            let keep = told(ctx, ask, *advice, Life::Reasoned(text_owned));
            Meaning { intent: Intent::All(vec![keep.intent, next]), ..keep }
        }
        Ask::Purpose(advice) => told(ctx, ask, *advice, Life::Aimed(text_owned)),
        Ask::Barrier(id) => barrier(ctx, *id, text),
        Ask::FollowupDate(casus, item) => followup::dated(ctx, *casus, *item, text),
        Ask::Person => persons::person_meaning(ctx, text),
        Ask::BegunAt(key) => begun_at(ctx, *key, label(ctx, ask), text),
        Ask::ListedWords => listed(ctx, ask, text),
        Ask::OtherFolder => {
            Meaning::new(label(ctx, ask), "daar bewaren", Intent::MoveTo(text.trim().to_owned()))
        }
        Ask::Tried(advice, outcome) => {
            let because = text_owned;
            lived(label(ctx, ask), *advice, Life::Tried { outcome: *outcome, because })
        }
        Ask::TakenUp(advice) => lived(label(ctx, ask), *advice, Life::TakenUp(text_owned)),
        Ask::About(advice) => noted(ctx, ask, ctx.casus(), Kind::About(*advice), text),
        Ask::Packet => {
            let path = text.trim().trim_matches('"').to_owned();
            Meaning::new(label(ctx, ask), "laden", Intent::LoadPacket(path))
        }
    }
}

fn lived(label: Shown, advice: Advice, life: Life) -> Meaning {
    let command = Command::Advice(advice::Command { advice, life });
    Meaning::new(label, "bewaren", Intent::Add(vec![command]))
}

fn noted(ctx: Ctx<'_>, ask: &Ask, casus: CasusId, kind: Kind, text: &str) -> Meaning {
    Meaning::new(label(ctx, ask), "bewaren", note::add(note::spot(casus, kind), text))
}

fn listed(ctx: Ctx<'_>, ask: &Ask, text: &str) -> Meaning {
    let words = text.split([',', ';']).map(|word| word.trim().to_owned());
    let words = words.filter(|word| !word.is_empty()).collect();
    let told = "Alleen in het geheugen van Oogst: ze worden niet bewaard.";
    Meaning::new(label(ctx, ask), "verbergen", Intent::Hide(words)).remark(Some(told.into()))
}

/// What stands in the way may stay empty: then nothing is asked any further.
fn barrier(ctx: Ctx<'_>, id: GoalId, text: &str) -> Meaning {
    let label = label(ctx, &Ask::Barrier(id));
    let known = ctx.session().goals.get(id).is_some_and(|goal| !goal.barrier.is_empty());
    let hinder = Command::Goal(goals::Command::Hinder { id, text: text.to_owned() });
    match (text.trim().is_empty(), known) {
        (true, false) => Meaning::new(label, "overslaan", Intent::Nothing),
        (true, true) => Meaning::new(label, "leeg maken", Intent::Add(vec![hinder])),
        (false, _) => Meaning::new(label, "bewaren", Intent::Add(vec![hinder])),
    }
}

/// What the group says about an advies it selects: asked, and skipped with an empty line (V-A1).
fn told(ctx: Ctx<'_>, ask: &Ask, advice: Advice, life: Life) -> Meaning {
    let (Life::Reasoned(text) | Life::Aimed(text)) = &life else {
        return Meaning::new(label(ctx, ask), "", Intent::Nothing);
    };
    let label = Shown::fill("{} ({})", &[&label(ctx, ask), &Shown::advice_label(ctx, advice)]);
    if text.trim().is_empty() || *text == initial(ctx, ask) {
        let enter = if text.trim().is_empty() { "overslaan" } else { "verder" };
        return Meaning::new(label, enter, Intent::Add(Vec::new()));
    }
    let command = Command::Advice(advice::Command { advice, life });
    Meaning::new(label, "bewaren", Intent::Add(vec![command]))
}

/// A start that is earlier than that of other steps takes their time: that is said before Enter.
fn begun_at(ctx: Ctx<'_>, key: StepKey, label: Shown, text: &str) -> Meaning {
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
    let numbers: Vec<Shown> = lost.map(|key| Shown::number(ctx.session(), key)).collect();
    let said = "Dat is eerder dan het begin van stap {}: die tijd vervalt dan.";
    let remark = (!numbers.is_empty()).then(|| Shown::fill(said, &[&Shown::list(&numbers)]));
    Meaning::new(label, "zo laat begon het", Intent::StartSince(key, since)).remark(remark)
}

fn may_be_empty(ask: &Ask) -> bool {
    matches!(
        ask,
        Ask::Because { .. }
            | Ask::Tried(..)
            | Ask::TakenUp(_)
            | Ask::PauseReason
            | Ask::ListedWords
            | Ask::Barrier(_)
            | Ask::Reasoning(_)
            | Ask::Purpose(_)
    )
}

/// What stands before the line while it is asked.
pub fn label(ctx: Ctx<'_>, ask: &Ask) -> Shown {
    let words = &ctx.session().method.words;
    match ask {
        Ask::ChangeIdea(_) => Shown::from(&words.idea.one.capital()),
        Ask::ChangeNote(_) | Ask::About(_) => "Notitie".into(),
        Ask::ChangeGoal(_) => Shown::fill("In woorden van {}", &[&words.client.the()]),
        Ask::Barrier(_) => "Wat belemmert het werken aan dit doel?".into(),
        Ask::FollowupDate(..) => "Wanneer".into(),
        Ask::ChangePerson(_) => "Naam, functie, organisatie".into(),
        Ask::Because { outcome, .. } | Ask::Tried(_, outcome) => {
            Shown::fill("{}, omdat", &[&outcomes::name(*outcome)])
        }
        Ask::Research(_) => "Wat, en wie zoekt het uit".into(),
        Ask::Deepening(_) => "Verdiepingspunt, en wie nodig je uit".into(),
        Ask::Postpone(_) => "Doorschuiven, omdat".into(),
        Ask::Person => "Wie komt erbij, of wie is weg".into(),
        Ask::PauseReason => "Pauze, omdat".into(),
        Ask::BegunAt(_) => "Begonnen om".into(),
        Ask::OwnMinutes(_) => "Minuten".into(),
        Ask::RoleReason { role, .. } => Shown::fill("Toch {}, omdat", &[&roles::name(*role)]),
        Ask::NameCluster(_) => "Hoe heet dit cluster".into(),
        Ask::Reasoning(_) => "Onderbouwing: waarom dit advies".into(),
        Ask::Purpose(_) => Shown::fill("Doel voor {}", &[&words.casus.this()]),
        Ask::TakenUp(_) => "Wie pakt het op".into(),
        Ask::Packet => "Bestand met het pakket".into(),
        Ask::OtherFolder => "Map om in te bewaren".into(),
        Ask::ListedWords => "Niet op het scherm (met komma's)".into(),
    }
}
