//! What earlier sessions left: tips about which something may be told, the latest group, how long
//! the steps took, and lines for the list of sessions.

use super::store::library;
use super::store::library::Listed;
use super::store::library::Stage;
use super::store::open;
use crate::app::state::earlier::Earlier;
use crate::app::state::earlier::EarlierNote;
use crate::app::state::earlier::EarlierTip;
use crate::app::state::msg::Found;
use crate::domain::advice::Advice;
use crate::domain::book::{self, Candidate};
use crate::domain::casus::Casus;
use crate::domain::goals::Row;
use crate::domain::journal::Journal;
use crate::domain::keeping::Keeping;
use crate::domain::notes::{Kind, Spot};
use crate::domain::people::Person;
use crate::domain::session::Session;
use crate::domain::time_report::{self, Usual};
use crate::text::{counts, dates, keeping};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::Path;

/// Sessions further back than this are not looked at for the terugkoppeling.
const FAR_ENOUGH: usize = 20;

/// The lines for the list of sessions. Those that would read the same, as a copy does, say which
/// folder they are.
pub fn found(all: Vec<Listed>, keeping: &Keeping, today: NaiveDate) -> Vec<Found> {
    let mut lines: Vec<Found> = all.into_iter().map(|listed| line(listed, keeping, today)).collect();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for found in &lines {
        *count.entry(found.title.clone()).or_default() += 1;
    }
    for found in lines.iter_mut().filter(|found| count.get(&found.title) > Some(&1)) {
        found.title = format!("{} ({})", found.title, found.folder);
    }
    lines
}

fn line(listed: Listed, keeping: &Keeping, today: NaiveDate) -> Found {
    let Listed { name, content, .. } = listed;
    match content {
        Err(error) => Found { folder: name.clone(), title: name, detail: error.to_string(), usable: false },
        Ok(summary) => {
            let aliases: Vec<String> = summary.aliases.iter().map(|alias| format!("casus {alias}")).collect();
            let mut title = vec![dates::short(summary.date), summary.method];
            title.extend((!aliases.is_empty()).then(|| counts::list(&aliases)));
            title.retain(|part| !part.is_empty());
            let stage = match summary.stage {
                Stage::NotBegun => "nog niet begonnen",
                Stage::Running => "de klok loopt nog",
                Stage::Paused => "in pauze",
                Stage::Ended => "afgerond",
            };
            let open = match summary.open_tips {
                _ if summary.talk_open => ", adviesgesprek nog te voeren".to_owned(),
                0 => String::new(),
                number => format!(", {} nog open", counts::count(number, "tip", "tips")),
            };
            let term = keeping::stand(keeping, summary.last, today);
            let broken = if summary.broken.is_some() { ", beschadigd: alleen lezen" } else { "" };
            Found {
                folder: name,
                title: title.join(" · "),
                detail: format!("{stage}{open}{broken}, {term}"),
                usable: true,
            }
        }
    }
}

/// What earlier sessions in this folder left.
#[derive(Debug, Default)]
pub struct Left {
    /// Open tips, newest session first.
    pub tips: Vec<Earlier>,
    /// The people of the latest session.
    pub group: Vec<Person>,
    /// How long the steps of this werkwijze usually take.
    pub usual: Vec<Usual>,
}

/// Reads the earlier sessions, without a lock. `method` is the id of the werkwijze of this one.
pub fn earlier(base: &Path, here: &Path, method: &str) -> Left {
    let Ok(found) = library::list(base) else { return Left::default() };
    let (mut tips, mut group, mut took) = (Vec::new(), Vec::new(), Vec::new());
    for listed in found.into_iter().filter(|listed| listed.dir != here).take(FAR_ENOUGH) {
        let Ok(loaded) = open::read(&listed.dir) else { continue };
        let date = loaded.opened.at.date_naive();
        let session = Journal::of(loaded.opened, loaded.entries).fold();
        if group.is_empty() {
            group = session.people.present().map(|(_, person)| person.clone()).collect();
        }
        if session.method.id == method && took.len() < time_report::EARLIER {
            took.extend(Some(time_report::took(&session)).filter(|took| !took.is_empty()));
        }
        tips.extend(casussen(&session, &listed.name, &dates::short(date)));
    }
    Left { tips, group, usual: time_report::usual(&took) }
}

/// What came of tips in all sessions, for the book *Wat werkte*: the newest session first. A
/// session that cannot be read has nothing to tell.
pub fn lessons(base: &Path) -> Vec<Candidate> {
    let found = library::list(base).unwrap_or_default();
    let read = found.into_iter().filter_map(|listed| open::read(&listed.dir).ok());
    read.flat_map(|loaded| {
        let opened = loaded.opened.at;
        book::candidates(&Journal::of(loaded.opened, loaded.entries).fold(), opened)
    })
    .collect()
}

/// The casussen of a session in which something is still open: a tip without a result, something
/// to find out, an afspraak.
fn casussen(session: &Session, name: &str, date: &str) -> Vec<Earlier> {
    let is_open = |earlier: &Earlier| {
        earlier.tips.iter().any(|tip| tip.outcome.is_none()) || earlier.notes.iter().any(|note| !note.done)
    };
    let all = session.casussen.iter().map(|casus| Earlier {
        session: name.to_owned(),
        date: date.to_owned(),
        alias: casus.alias().to_owned(),
        contributor: casus
            .contributor
            .and_then(|id| session.people.get(id))
            .map_or(String::new(), |person| person.name.clone()),
        tips: tips(session, casus),
        notes: notes(session, casus),
        packet: false,
    });
    all.filter(is_open).collect()
}

fn tips(session: &Session, casus: &Casus) -> Vec<EarlierTip> {
    let tip = |row: Row, advice: Advice| {
        let course = session.course(advice)?;
        let goal = row.goal.and_then(|id| session.goals.get(id));
        Some(EarlierTip {
            advice,
            label: session.advice_label(advice),
            text: session.advice_text(advice).to_owned(),
            goal: goal.map_or(String::new(), |goal| goal.text.clone()),
            outcome: course.outcome,
            because: course.because.clone(),
        })
    };
    let rows = session.harvest(casus.id).into_iter();
    rows.flat_map(|(row, list)| {
        list.into_iter().filter_map(move |advice| tip(row, advice)).collect::<Vec<_>>()
    })
    .collect()
}

/// What was still to be found out or done when the session was read.
fn notes(session: &Session, casus: &Casus) -> Vec<EarlierNote> {
    let kinds = [(Kind::Research, "uit te zoeken"), (Kind::Agreement, "afspraak")];
    let mut open = Vec::new();
    for (kind, word) in kinds {
        for id in session.notes.at(Spot { casus: Some(casus.id), kind }) {
            if let Some(note) = session.notes.get(*id).filter(|note| !note.done) {
                open.push(EarlierNote { id: *id, text: format!("{word}: {}", note.text), done: false });
            }
        }
    }
    open
}

#[cfg(test)]
mod tests;
