//! What `sessie.ron` holds of a case conference: the flappen with their adviezen, and what was
//! agreed on after it.

use crate::app::state::summary::notes;
use crate::domain::casus::{Casus, Field};
use crate::domain::notes::{Kind, Spot};
use crate::domain::session::Session;
use crate::paper::advice::{Aim, Weighed};
use crate::text::{flaps, outcomes};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conference {
    samenvatting: String,
    koppel_wil_verslag: String,
    kernteam: Vec<String>,
    samenvatting_voorzitter: Vec<String>,
    casemanager_bespreekt: Vec<String>,
    vervolgacties: Vec<(String, Option<String>, Option<bool>)>,
    evaluatie: Vec<(String, Vec<String>)>,
    terugblik: Vec<String>,
}

/// A goal on its flap.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hanging {
    van: String,
    belemmering: String,
    toelichting: String,
    adviezen: Vec<Advice>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Advice {
    advies: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    post_its: Vec<String>,
    voors: Vec<String>,
    tegens: Vec<String>,
    besluit: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    reden: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    onderbouwing: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    doel_voor_dit_koppel: String,
    voorgelegd: bool,
    besproken: Option<bool>,
    gekozen: Option<bool>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pakt_het_op: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    uitkomst: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    omdat: String,
}

pub fn of(session: &Session, casus: &Casus) -> Conference {
    let said = |kind| notes(session, Spot { casus: Some(casus.id), kind });
    let method = &session.method;
    let core = casus.core().iter().filter_map(|id| session.people.get(*id));
    let followups = (0_u16..).zip(&method.followups).map(|(number, one)| {
        let known = casus.followup(number);
        (one.text.to_string(), known.when.map(|date| date.to_string()), known.answer)
    });
    let evaluation = (0_u16..).zip(&method.evaluation);
    let mut back = said(Kind::LookBack);
    back.extend(notes(session, Spot { casus: None, kind: Kind::LookBack }));
    Conference {
        samenvatting: casus.field(Field::Summary).to_owned(),
        koppel_wil_verslag: casus.field(Field::ReportWanted).to_owned(),
        kernteam: core.map(|person| person.name.clone()).collect(),
        samenvatting_voorzitter: said(Kind::Summary),
        casemanager_bespreekt: said(Kind::ToDiscuss),
        vervolgacties: followups.collect(),
        evaluatie: evaluation
            .map(|(number, one)| (one.text.to_string(), said(Kind::Evaluation(number))))
            .collect(),
        terugblik: back,
    }
}

pub fn hanging(aim: &Aim<'_>) -> Hanging {
    let goal = |text: fn(&crate::domain::goals::Goal) -> &str| aim.goal.map_or("", text).to_owned();
    Hanging {
        van: aim.goal.and_then(|goal| goal.flap).map_or("", flaps::name).to_owned(),
        belemmering: goal(|goal| &goal.barrier),
        toelichting: goal(|goal| &goal.explanation),
        adviezen: aim.advices.iter().map(advice).collect(),
    }
}

fn advice(advice: &Weighed<'_>) -> Advice {
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    let course = advice.course;
    Advice {
        advies: advice.line(),
        post_its: advice.members(),
        voors: texts(&advice.pros),
        tegens: texts(&advice.cons),
        besluit: outcomes::decision(course.decision).to_owned(),
        reden: advice.reason.to_owned(),
        onderbouwing: course.reasoning.clone(),
        doel_voor_dit_koppel: course.purpose.clone(),
        voorgelegd: course.proposed,
        besproken: course.discussed,
        gekozen: course.chosen,
        pakt_het_op: course.taken_up.clone(),
        uitkomst: course.outcome.map_or("", outcomes::name).to_owned(),
        omdat: course.because.clone(),
    }
}
