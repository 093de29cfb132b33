//! What an entry of the journal did, in a few words: for "Laatst:" and for undo.

use super::{counts, durations, flaps, outcomes, roles};
use crate::domain::advice::Advice;
use crate::domain::event::Event;
use crate::domain::goals;
use crate::domain::goals::OPENING;
use crate::domain::id::{ClusterId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::life::{Decision, Life};
use crate::domain::plan;
use crate::domain::plan::Switch;
use crate::domain::session::Session;
use crate::domain::verdicts;
use crate::domain::verdicts::TextKey;
use crate::domain::{casus, clock, clusters, feedback, notes, people};

/// The words for one entry. `session` is the session in which it holds.
pub fn deed(session: &Session, events: &[Event]) -> String {
    let Some(first) = events.first() else { return "niets".to_owned() };
    // The verdict at the end of an entry is about it and no deed of its own.
    let events = match events {
        [deeds @ .., Event::Verdict(verdicts::Event::Checked(..))] => deeds,
        all => all,
    };
    let ideas = events
        .iter()
        .take(2)
        .filter(|event| matches!(event, Event::Idea(ideas::Event::Added { .. })))
        .count();
    if ideas > 1 {
        return format!("{} erbij", counts::ideas(session, events.len()));
    }
    match first {
        Event::Plan(event) => plan_deed(session, event, events),
        Event::People(event) => {
            let added = |event: &&Event| matches!(event, Event::People(people::Event::Added { .. }));
            people_deed(session, event, events.iter().filter(added).count())
        }
        Event::Casus(event) => casus_deed(event),
        Event::Goal(event) => goal_deed(session, event),
        Event::Note(event) => note_deed(session, event),
        Event::Idea(event) => idea_deed(session, event, events.len()),
        Event::Cluster(event) => cluster_deed(session, event, events.len()),
        Event::Clock(event) => clock_deed(session, event, events.len()),
        Event::Feedback(feedback::Event::Told(told)) => {
            let name = match told.advice() {
                Advice::Idea(id) => format!("tip {}", id.0),
                Advice::Cluster(_) => "advies van toen".to_owned(),
            };
            format!("{name}: {}", outcomes::told(told.outcome, &told.because))
        }
        Event::Feedback(feedback::Event::NothingToTell { .. }) => "niets te melden".to_owned(),
        Event::Verdict(event) => verdict_deed(session, event),
        Event::Feedback(feedback::Event::Settled { done, .. }) => settled(*done).to_owned(),
    }
}

fn plan_deed(session: &Session, event: &plan::Event, all: &[Event]) -> String {
    match event {
        plan::Event::ProfileChosen(index) => {
            let name =
                session.method.profiles.get(usize::from(*index)).map_or("", |profile| profile.name.as_str());
            format!("lengte {name}")
        }
        plan::Event::LayoutChosen(index) => {
            let name = session.method.layout(usize::from(*index)).map_or("", |layout| layout.name.as_str());
            format!("matrix met {name}")
        }
        plan::Event::MinutesSet { .. } if all.len() > 1 => format!("minuten van {} stappen", all.len()),
        plan::Event::MinutesSet { key, minutes } => {
            format!("{} minuten voor {}", minutes, step(session, *key))
        }
        plan::Event::Skipped { key } => {
            let skipped = |event: &&Event| matches!(event, Event::Plan(plan::Event::Skipped { .. }));
            match all.iter().filter(skipped).count() {
                1 => format!("{} overgeslagen", step(session, *key)),
                count => format!("{count} stappen overgeslagen"),
            }
        }
        plan::Event::StartPlanned { at } => format!("begintijd {}", at.format("%H:%M")),
        plan::Event::Switched { switch, on } => {
            let (yes, no) = match switch {
                Switch::GroupWatches => ("de groep kijkt mee", "de groep kijkt niet mee"),
                Switch::FreeTalk => ("vrij gesprek", "per vak"),
                Switch::Listening => ("luisterstand aan", "luisterstand uit"),
                Switch::GoalByGoal => ("doel voor doel", "alle doelen tegelijk"),
                Switch::PaperLeads => ("de flappen aan de muur gaan voor", "het scherm gaat voor"),
                Switch::Rings => ("eerst het kernteam, dan de anderen", "iedereen door elkaar"),
                Switch::AdviceTalk => ("verslag open voor het adviesgesprek", "verslag weer dicht"),
            };
            (if *on { yes } else { no }).to_owned()
        }
        plan::Event::Ticked { on, .. } => (if *on { "vinkje gezet" } else { "vinkje weg" }).to_owned(),
        plan::Event::FieldSet { text, .. } => format!("\"{}\" ingevuld", short(text)),
        // Which one says something about a person, and the group may read along.
        plan::Event::CardUsed { .. } => "kaart gebruikt".to_owned(),
    }
}

fn people_deed(session: &Session, event: &people::Event, count: usize) -> String {
    let name =
        |id: &PersonId| session.people.get(*id).map_or("iemand", |person| person.name.as_str()).to_owned();
    match event {
        people::Event::Added { .. } if count > 1 => format!("{} erbij", counts::people(count)),
        people::Event::Added { person, .. } => format!("{} erbij", person.name),
        people::Event::Changed { person, .. } => format!("{} gewijzigd", person.name),
        people::Event::Removed { id } => format!("{} weggehaald", name(id)),
        people::Event::Left { id, left: true } => format!("{} is weggegaan", name(id)),
        people::Event::Left { id, left: false } => format!("{} is er weer", name(id)),
        people::Event::RoleGiven { role, person: Some(id), .. } => {
            format!("{} is {}", name(id), roles::name(*role))
        }
        people::Event::RoleGiven { role, person: None, .. } => format!("nog geen {}", roles::name(*role)),
        people::Event::RoundHeld { .. } => "ronde klaar".to_owned(),
    }
}

fn casus_deed(event: &casus::Event) -> String {
    match event {
        casus::Event::Added { .. } => "nog een casus".to_owned(),
        casus::Event::FieldSet { text, .. } => format!("\"{}\" ingevuld", short(text)),
        casus::Event::BroughtBy { .. } => "inbrenger gekozen".to_owned(),
        casus::Event::PictureSet { picture, .. } => match picture {
            casus::Picture::NotMentioned => "vak: nog niet genoemd",
            casus::Picture::Global => "vak: globaal beeld",
            casus::Picture::AskFirst => "vak: nog navragen",
        }
        .to_owned(),
        casus::Event::AreaChosen { area, .. } => format!("gebied {area}"),
        casus::Event::AreaDropped { area, .. } => format!("gebied {area} weg"),
        casus::Event::Postponed { reason, .. } if reason.is_empty() => "casus toch nu".to_owned(),
        casus::Event::Postponed { .. } => "casus doorgeschoven".to_owned(),
        casus::Event::CoreSet { on: true, .. } => "kernteam: iemand erbij".to_owned(),
        casus::Event::CoreSet { on: false, .. } => "kernteam: iemand eraf".to_owned(),
        casus::Event::FollowupDated { .. } => "datum van een vervolgactie".to_owned(),
        casus::Event::FollowupAnswered { .. } => "vervolgactie bijgewerkt".to_owned(),
        casus::Event::Brought { .. } => "pakket geopend".to_owned(),
    }
}

fn goal_deed(session: &Session, event: &goals::Event) -> String {
    let name = |id: &GoalId| session.goals.get(*id).map_or(String::new(), |goal| short(&goal.text));
    match event {
        goals::Event::Added { text, .. } => format!("doel \"{}\"", short(text)),
        goals::Event::Hung { id, flap } => format!("doel naar {}: \"{}\"", flaps::name(*flap), name(id)),
        goals::Event::Hindered { text, .. } => format!("belemmering \"{}\"", short(text)),
        goals::Event::Explained { text, .. } => format!("toelichting \"{}\"", short(text)),
        goals::Event::Reworded { text, .. } => format!("doel wordt \"{}\"", short(text)),
        goals::Event::Owned { id, .. } => format!("van wie het doel is: \"{}\"", name(id)),
        goals::Event::Parked { id, parked: true } => format!("doel apart gehouden: \"{}\"", name(id)),
        goals::Event::Parked { id, parked: false } => format!("doel toch behandelen: \"{}\"", name(id)),
        goals::Event::Binned { id, binned: true } => format!("doel naar de prullenbak: \"{}\"", name(id)),
        goals::Event::Binned { id, binned: false } => format!("doel terug: \"{}\"", name(id)),
        goals::Event::Discussed { column, on, .. } => {
            let word = if *on { "besproken, geen ideeën" } else { "nog niet besproken" };
            format!("{}: {word}", column_name(session, *column))
        }
        goals::Event::Missing { column, .. } => {
            format!("{}: informatie ontbreekt", column_name(session, *column))
        }
        goals::Event::Stopped { on: true, .. } => "hier gestopt".to_owned(),
        goals::Event::Stopped { on: false, .. } => "toch verder bij dit doel".to_owned(),
    }
}

fn note_deed(session: &Session, event: &notes::Event) -> String {
    let name = |id: &NoteId| session.notes.get(*id).map_or(String::new(), |note| short(&note.text));
    match event {
        notes::Event::Added { text, spot, .. } => match spot.kind {
            notes::Kind::Question => format!("vraag \"{}\"", short(text)),
            notes::Kind::Research => format!("uit te zoeken: \"{}\"", short(text)),
            notes::Kind::Agreement => format!("afspraak \"{}\"", short(text)),
            notes::Kind::Pro(advice) => {
                format!("voordeel van {}: \"{}\"", session.advice_label(advice), short(text))
            }
            notes::Kind::Con(advice) => {
                format!("bezwaar bij {}: \"{}\"", session.advice_label(advice), short(text))
            }
            notes::Kind::About(advice) => {
                format!("notitie bij {}: \"{}\"", session.advice_label(advice), short(text))
            }
            notes::Kind::Spider(_)
            | notes::Kind::Deepening
            | notes::Kind::StandsOut
            | notes::Kind::Heard
            | notes::Kind::Remark(_)
            | notes::Kind::Summary
            | notes::Kind::ToDiscuss
            | notes::Kind::Evaluation(_)
            | notes::Kind::LookBack
            | notes::Kind::Bin => format!("\"{}\"", short(text)),
        },
        notes::Event::Changed { text, .. } => format!("tekst wordt \"{}\"", short(text)),
        notes::Event::Moved { id, spot } if spot.kind == notes::Kind::Bin => {
            format!("\"{}\" naar de prullenbak", name(id))
        }
        notes::Event::Moved { id, .. } => format!("\"{}\" verplaatst", name(id)),
        notes::Event::Settled { id, done } => format!("\"{}\": {}", name(id), settled(*done)),
    }
}

fn idea_deed(session: &Session, event: &ideas::Event, count: usize) -> String {
    let what = &session.method.words.idea.one;
    let number = |id: &IdeaId| session.ideas.get(*id).map_or(0, |idea| idea.number);
    match event {
        ideas::Event::Added { id, place, .. } => {
            format!("{what} {} {}", number(id), place_name(session, *place))
        }
        ideas::Event::Changed { id, .. } => format!("tekst van {what} {}", number(id)),
        ideas::Event::Moved { place, .. } if count > 1 => {
            format!("{} {}", counts::ideas(session, count), place_name(session, *place))
        }
        ideas::Event::Moved { id, place } => format!("{what} {} {}", number(id), place_name(session, *place)),
        ideas::Event::Marked { id, mark, on } => {
            let word = match mark {
                Mark::StandsOut => "valt op",
                Mark::New => "is nieuw",
                Mark::LeftOut => "laat ik weg",
                Mark::Heard => "gehoord",
            };
            format!("{what} {}: {}{word}", number(id), if *on { "" } else { "niet meer: " })
        }
        ideas::Event::Lived { id, life } => life_deed(session, &format!("{what} {}", number(id)), life),
        ideas::Event::Numbered { number, .. } => format!("{what} {number}"),
    }
}

fn cluster_deed(session: &Session, event: &clusters::Event, count: usize) -> String {
    let name = |id: &ClusterId| format!("cluster {}", session.advice_label(Advice::Cluster(*id)));
    match event {
        clusters::Event::Made { id, .. } => {
            let title = session.clusters.get(*id).map_or("", |cluster| cluster.title.as_str());
            if title.is_empty() { name(id) } else { format!("{} \"{}\"", name(id), short(title)) }
        }
        clusters::Event::Titled { id, title } => format!("{} heet \"{}\"", name(id), short(title)),
        clusters::Event::Moved { id, .. } => format!("{} naar een ander doel", name(id)),
        clusters::Event::Gone { .. } if count > 1 => "clusters samengevoegd".to_owned(),
        clusters::Event::Gone { .. } => "cluster weg".to_owned(),
        clusters::Event::Lived { id, life } => life_deed(session, &name(id), life),
    }
}

fn life_deed(session: &Session, name: &str, life: &Life) -> String {
    match life {
        Life::Discussed(true) => format!("{name} besproken"),
        Life::Discussed(false) => format!("{name} niet besproken"),
        Life::Chosen { chosen: true, .. } => format!("{name} gekozen"),
        Life::Chosen { chosen: false, .. } => format!("{name} niet gekozen"),
        Life::Tried { outcome, because } => format!("{name}: {}", outcomes::told(*outcome, because)),
        Life::Decided { decision: Decision::Selected, .. } => format!("{name} geselecteerd"),
        Life::Decided { decision: Decision::Rejected, .. } => format!("{name} verworpen"),
        Life::Decided { decision: Decision::Open, .. } => format!("{name} weer open"),
        Life::Reasoned(text) => format!("onderbouwing van {name}: \"{}\"", short(text)),
        Life::Aimed(text) => format!("doel van {name}: \"{}\"", short(text)),
        Life::Proposed(true) => {
            format!("{name} wordt besproken met {}", session.method.words.client.the())
        }
        Life::Proposed(false) => format!("{name} wordt toch niet besproken"),
        Life::TakenUp(text) => format!("{name}: {} pakt het op", short(text)),
        Life::NotTried => format!("{name}: nog niet geprobeerd"),
    }
}

fn verdict_deed(session: &Session, event: &verdicts::Event) -> String {
    match event {
        verdicts::Event::Accepted { key: TextKey::Idea(id) } => {
            let number = session.ideas.get(*id).map_or(0, |idea| idea.number);
            format!("{} {number} mag zo blijven staan", session.method.words.idea.one)
        }
        verdicts::Event::Accepted { .. } => "tekst mag zo blijven staan".to_owned(),
        verdicts::Event::Checked(..) | verdicts::Event::Late(..) => "teksten nagekeken".to_owned(),
    }
}

fn settled(done: bool) -> &'static str {
    if done { "gedaan" } else { "toch nog niet gedaan" }
}

fn clock_deed(session: &Session, event: &clock::Event, count: usize) -> String {
    match event {
        clock::Event::StepStarted { key, since } => {
            format!("{} begonnen om {}", step(session, *key), since.format("%H:%M"))
        }
        clock::Event::PartStarted { part, .. } => {
            let name = session.clock.current().and_then(|(key, _)| session.part_name(key, *part));
            format!("nu: {}", name.unwrap_or_else(|| "volgende deel".to_owned()))
        }
        clock::Event::Paused { .. } => "pauze".to_owned(),
        clock::Event::Resumed { .. } => "weer verder".to_owned(),
        clock::Event::GapExcluded { .. } => "tijd als pauze geteld".to_owned(),
        clock::Event::Shifted { .. } => "de klok van de laptop is verzet".to_owned(),
        clock::Event::Ended { .. } => "bespreking afgerond".to_owned(),
        clock::Event::Extended { .. } if count > 1 => format!("de tijd verdeeld over {count} stappen"),
        clock::Event::Extended { key, seconds } => {
            let word = if *seconds < 0 { "korter" } else { "langer" };
            format!("{} {word} voor {}", durations::amount(*seconds), step(session, *key))
        }
        clock::Event::EndAgreed { at } => format!("afgesproken einde {}", at.format("%H:%M")),
    }
}

fn step(session: &Session, key: StepKey) -> String {
    session
        .step(key)
        .map_or("een stap".to_owned(), |step| format!("stap {} {}", session.number(key), step.short))
}

fn column_name(session: &Session, column: u16) -> String {
    session.columns().get(usize::from(column)).map_or("vak".to_owned(), |column| column.name.to_string())
}

fn place_name(session: &Session, place: Place) -> String {
    match place.slot {
        Slot::Column(column) => format!("bij {}", column_name(session, column)),
        Slot::Cluster(id) => format!("bij {}", session.advice_label(Advice::Cluster(id))),
        Slot::Unplaced if session.method.has_clusters() => "los".to_owned(),
        Slot::Unplaced => "nog te plaatsen".to_owned(),
        Slot::Bin => "naar de prullenbak".to_owned(),
    }
}

/// The first words of a text; the opening of a goal says nothing new.
fn short(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    const LONGEST: usize = 32;
    let text = text.strip_prefix(OPENING).map_or(text, str::trim_start);
    if text.graphemes(true).count() <= LONGEST {
        return text.to_owned();
    }
    format!("{}…", text.graphemes(true).take(LONGEST - 1).collect::<String>().trim_end())
}
