//! The session as people would write it down: what `sessie.ron` holds. Derived, never read back.
//!
//! Dutch field names, because people read this file when the program is not at hand.

use crate::domain::casus::{Casus, Field};
use crate::domain::goals::Row;
use crate::domain::ideas::{Mark, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::notes::{Kind, Spot};
use crate::domain::session::Session;
use crate::paper::advice::{self, Aim};
use crate::text::{outcomes, roles};
use conference::Conference;
use conference::Hanging;
use serde::Serialize;

mod conference;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    werkwijze: String,
    begonnen: Option<String>,
    afgerond: Option<String>,
    aanwezig: Vec<String>,
    casussen: Vec<CasusSummary>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct CasusSummary {
    alias: String,
    doorgeschoven: Option<String>,
    gebieden: Vec<String>,
    spinnetje: Vec<(String, Vec<String>)>,
    vragen: Vec<String>,
    rijen: Vec<RowSummary>,
    prullenbak: Vec<String>,
    uit_te_zoeken: Vec<String>,
    wat_valt_op: Vec<String>,
    terugkoppeling: Vec<String>,
    afspraken: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_conference: Option<Conference>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RowSummary {
    doel: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    vakken: Vec<(String, Vec<String>)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flap: Option<Hanging>,
}

/// The summary of a session as it stands.
pub fn of(session: &Session) -> Summary {
    let moment = |at: crate::domain::time::Moment| at.format("%Y-%m-%d %H:%M").to_string();
    let people = session.people.all().map(|(id, person)| {
        let mut parts = vec![person.name.as_str(), &person.function, &person.organisation];
        let roles = session.people.roles_of(id);
        parts.extend(roles.iter().map(|role| roles::name(*role)));
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    });
    Summary {
        werkwijze: session.method.name.to_string(),
        begonnen: session.clock.begun().map(moment),
        afgerond: session.clock.ended().map(moment),
        aanwezig: people.collect(),
        casussen: session.casussen.iter().map(|casus| casus_summary(session, casus)).collect(),
    }
}

fn casus_summary(session: &Session, casus: &Casus) -> CasusSummary {
    let notes = |kind| notes(session, Spot { casus: Some(casus.id), kind });
    let spider = (0_u16..).zip(&session.method.spider);
    let fields = [Field::FeedbackWho, Field::FeedbackWhen, Field::FeedbackWhat];
    let feedback = fields.map(|field| casus.field(field).to_owned());
    CasusSummary {
        alias: casus.alias().to_owned(),
        doorgeschoven: casus.postponed().map(str::to_owned),
        gebieden: casus.areas.clone(),
        spinnetje: spider
            .map(|(index, field)| (field.name.to_string(), notes(Kind::Spider(index))))
            .collect(),
        vragen: notes(Kind::Question),
        rijen: rows(session, casus),
        prullenbak: session.ideas.binned(casus.id).map(|id| idea(session, id)).collect(),
        uit_te_zoeken: notes(Kind::Research),
        wat_valt_op: notes(Kind::StandsOut),
        terugkoppeling: feedback.into_iter().filter(|text| !text.is_empty()).collect(),
        afspraken: notes(Kind::Agreement),
        case_conference: session.method.has(Activity::Wegen).then(|| conference::of(session, casus)),
    }
}

/// Every goal, also one that was kept apart: nothing that was said is left out here.
fn rows(session: &Session, casus: &Casus) -> Vec<RowSummary> {
    if session.method.has(Activity::Wegen) {
        let aims = advice::of(session, casus.id);
        return aims.iter().map(hanging).collect();
    }
    let mut rows = session.rows(casus.id);
    let parked = session.goals.of(casus.id).filter(|(_, goal)| goal.parked);
    rows.extend(parked.map(|(id, _)| Row { casus: casus.id, goal: Some(id) }));
    rows.into_iter()
        .map(|row| {
            let columns = (0_u16..).zip(session.columns());
            let slots = columns.map(|(index, column)| (Slot::Column(index), column.name.to_string()));
            let all = slots.chain([(Slot::Unplaced, "nog te plaatsen".to_owned())]);
            let vakken = all.map(|(slot, name)| {
                let here = session.ideas.at(Place { row, slot });
                (name, here.iter().map(|id| idea(session, *id)).collect())
            });
            let goal = row.goal.and_then(|id| session.goals.get(id));
            RowSummary {
                doel: goal.map_or(String::new(), |goal| goal.text.clone()),
                vakken: vakken.collect(),
                flap: None,
            }
        })
        .collect()
}

fn hanging(aim: &Aim<'_>) -> RowSummary {
    RowSummary { doel: aim.text().to_owned(), vakken: Vec::new(), flap: Some(conference::hanging(aim)) }
}

fn idea(session: &Session, id: crate::domain::id::IdeaId) -> String {
    let Some(idea) = session.ideas.get(id) else { return String::new() };
    let mut text = format!("{} {}", idea.number, idea.text);
    for (mark, word) in [(Mark::StandsOut, "valt op"), (Mark::New, "nieuw"), (Mark::LeftOut, "laat ik weg")] {
        if idea.has(mark) {
            text = format!("{text} ({word})");
        }
    }
    match idea.course.outcome {
        Some(outcome) => format!("{text} ({})", outcomes::told(outcome, &idea.course.because)),
        None => text,
    }
}

fn notes(session: &Session, spot: Spot) -> Vec<String> {
    session.notes.at(spot).iter().filter_map(|id| Some(session.notes.get(*id)?.text.clone())).collect()
}

#[cfg(test)]
mod tests;
