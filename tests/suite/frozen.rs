//! Files that an earlier program made, and what they mean. Each was made by driving the program
//! itself and is never written again: a later change of what a line *means* fails here, also when
//! the line can still be read.
//!
//! Beside each journal lies a `.txt`: what it folds to, in words. It is as frozen as the journal.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use super::source::{read, root};
use oogst::app::state::draft::Draft;
use oogst::domain::advice::Advice;
use oogst::domain::casus::{Field, Followup};
use oogst::domain::clock::What;
use oogst::domain::id::CasusId;
use oogst::domain::ideas::Mark;
use oogst::domain::journal::Journal;
use oogst::domain::lesson::Lesson;
use oogst::domain::life::Course;
use oogst::domain::method::Role;
use oogst::domain::plan::Switch;
use oogst::domain::session::Session;
use oogst::domain::verdicts;
use oogst::io::packet::{Packet, bring};
use oogst::io::store::{draft, lessons, line, names, signals};
use oogst::io::{methods, ronfile};
use serde::Serialize;
use std::fmt::Write;
use std::fs;

const FOLDER: &str = "fixtures/journals/v1";

fn bytes(name: &str) -> Vec<u8> {
    fs::read(root(&format!("{FOLDER}/{name}"))).unwrap()
}

fn journal(name: &str) -> Journal {
    let loaded = line::parse(&bytes(name)).unwrap();
    assert_eq!((loaded.torn, &loaded.broken), (None, &None), "{name}");
    Journal::of(loaded.opened, loaded.entries)
}

/// As a journal writes it: that never changes, while the names in memory may.
fn ron(value: impl Serialize) -> String {
    ron::to_string(&value).unwrap()
}

/// A line of the picture.
macro_rules! say {
    ($out:expr, $($words:tt)*) => { writeln!($out, $($words)*).unwrap() };
}

/// What a journal means, in words that do not hang on how a session is kept in memory.
fn picture(journal: &Journal) -> String {
    let (session, mut out) = (journal.fold(), String::new());
    say!(out, "{} regels van {}", journal.len(), journal.opened().method.id);
    let next = [journal.undoable(), journal.redoable()].map(|entry| entry.map(|entry| entry.seq));
    say!(out, "terug en opnieuw {next:?}");
    people(&session, &mut out);
    plan(&session, &mut out);
    for casus in &session.casussen {
        of_casus(&session, casus.id, &mut out);
    }
    for (id, spot, note) in session.notes.iter() {
        say!(out, "notitie {} {} {:?} af {}", id.0, ron(spot), note.text, note.done);
    }
    clock(&session, &mut out);
    for key in session.verdicts.keys() {
        let hits = session.verdicts.open(key);
        if !hits.is_empty() || !session.verdicts.is_checked(key) {
            say!(out, "oordeel {} {}", ron(key), ron(hits));
        }
    }
    out
}

fn people(session: &Session, out: &mut String) {
    for (id, person) in session.people.all() {
        let known = ron((&person.name, &person.function, &person.organisation, person.standing));
        say!(out, "mens {} {known} weg {}", id.0, session.people.has_left(id));
    }
    let all = [Role::Procesbegeleider, Role::Tijdbewaker, Role::Voorzitter, Role::Notulist];
    for role in all {
        say!(out, "rol {} {}", ron(role), ron(session.people.role(role)));
    }
    for round in session.people.rounds() {
        say!(out, "ronde {} {} {}", ron(round.step), ron(round.kind), ron(&round.spoken));
    }
}

fn plan(session: &Session, out: &mut String) {
    let plan = &session.plan;
    say!(
        out,
        "plan {} {} begin {} eind {}",
        plan.profile,
        plan.layout,
        ron(plan.start),
        ron(plan.agreed_end)
    );
    let ticked: Vec<u16> = (0..40).filter(|item| plan.settings.is_ticked(*item)).collect();
    let switches = [Switch::GroupWatches, Switch::GoalByGoal, Switch::Listening];
    say!(out, "vinkjes {ticked:?} knoppen {:?}", switches.map(|switch| plan.settings.answer(switch)));
}

fn of_casus(session: &Session, id: CasusId, out: &mut String) {
    let casus = session.casus(id).unwrap();
    let fields = [Field::Alias, Field::FeedbackWhen, Field::FeedbackWhat].map(|field| casus.field(field));
    say!(out, "casus {} {fields:?} van {} gebieden {:?}", id.0, ron(casus.contributor), casus.areas);
    let pictures: Vec<_> = (0..8).map(|vak| casus.picture(vak)).collect();
    say!(out, "beeld {} kern {}", ron(pictures), ron(casus.core()));
    for item in 0..12 {
        let followup = casus.followup(item);
        if followup != Followup::default() {
            say!(out, "vervolg {item} {} {:?}", ron(followup.when), followup.answer);
        }
    }
    for (id, goal) in session.goals.of(id) {
        let rest = ron((goal.flap, goal.owner, goal.parked, &goal.barrier, &goal.explanation));
        say!(out, "doel {} {:?} {:?} {rest}", id.0, goal.text, goal.area);
    }
    for row in session.rows(id) {
        say!(out, "rij {}", ron(row));
        for (id, cluster) in session.clusters.of(row) {
            let numbers = session
                .members(Advice::Cluster(id))
                .into_iter()
                .map(|id| session.ideas.get(id).unwrap().number);
            say!(out, "cluster {} {:?} {:?}", cluster.letter(), cluster.title, numbers.collect::<Vec<_>>());
            course(&cluster.course, out);
        }
    }
    for (id, place, idea) in session.ideas.iter().filter(|(_, place, _)| place.row.casus == id) {
        let stands_out = idea.has(Mark::StandsOut);
        let at = (idea.number, ron(place));
        say!(out, "idee {} nr {} {} {:?} valt op {stands_out}", id.0, at.0, at.1, idea.text);
        course(&idea.course, out);
    }
}

fn course(course: &Course, out: &mut String) {
    if *course != Course::default() {
        let now = ron((course.decision, course.objection, &course.reasoning, &course.purpose));
        let after = ron((course.proposed, course.discussed, course.chosen, course.outcome));
        say!(out, "  {now} {after} {:?} {:?}", course.because, course.taken_up);
    }
}

fn clock(session: &Session, out: &mut String) {
    for lap in session.clock.laps() {
        let what = match lap.what {
            What::Step { key, part } => format!("stap {} {part}", ron(key)),
            What::Pause { key, part } => format!("pauze {} {part}", ron(key)),
            What::Ended => "klaar".to_owned(),
        };
        say!(out, "klok {} {what}", ron(lap.from));
    }
    let end = session.clock.ended().or_else(|| session.clock.since());
    for key in session.agenda() {
        let ran = end.map(|end| session.clock.elapsed(key, end));
        say!(out, "stap {} gepland {} liep {ran:?}", session.number(key), session.planned(key));
    }
}

#[track_caller]
fn means(name: &str) {
    let found = picture(&journal(&format!("{name}.ronl")));
    let wanted = read(&format!("{FOLDER}/{name}.txt"));
    for (number, (found, wanted)) in found.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}.txt, line {}", number + 1);
    }
    assert_eq!(found.lines().count(), wanted.lines().count(), "{name}.txt");
}

#[test]
fn a_conference_with_two_koppels_and_undos_means_what_it_meant() {
    means("conference");
}

#[test]
fn a_meeting_with_undos_around_facts_of_the_clock_means_what_it_meant() {
    means("meeting");
}

/// What a group sees of each text, as the filter of that day judged it.
#[test]
fn what_the_second_filter_hid_and_what_was_let_stand_means_what_it_meant() {
    let session = journal("namen.ronl").fold();
    let shown = session.verdicts.keys().map(|key| {
        let text = verdicts::text(&session, key).unwrap_or_default();
        format!(
            "{} {}\n",
            session.verdicts.shown(key, text).unwrap_or_default(),
            ron(session.verdicts.open(key))
        )
    });
    assert_eq!(shown.collect::<String>(), read(&format!("{FOLDER}/namen.txt")));
}

#[test]
fn a_session_of_a_home_made_werkwijze_means_what_it_meant() {
    means("own-method");
    let method = methods::parse(&read(&format!("{FOLDER}/own-method.ron"))).unwrap();
    assert_eq!(method, journal("own-method.ronl").opened().method, "the file of the user is read as it was");
}

#[test]
fn the_book_means_what_it_meant() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(names::JOURNAL), bytes("book.ronl")).unwrap();
    let book = lessons::read(dir.path()).unwrap();
    let tips: Vec<_> = book
        .iter()
        .map(|(id, lesson)| {
            let Lesson { tip, area, spot, outcome, because, method, month } = lesson;
            format!("{} {}", id.0, ron((tip, area, spot, outcome, because, method, month)))
        })
        .collect();
    assert_eq!(format!("{}\n", tips.join("\n")), read(&format!("{FOLDER}/book.txt")));
}

#[test]
fn the_signals_of_the_tijdbewaker_mean_what_they_meant() {
    let said: Vec<_> = signals::parse(&bytes("tijd.ronl"))
        .into_iter()
        .map(|one| format!("{} {}", ron(one.at), ron(one.signal)))
        .collect();
    assert_eq!(
        said,
        [
            "\"2026-11-25T18:13:36Z\" TwoMinutes",
            "\"2026-11-25T18:13:36Z\" TimeUp",
            "\"2026-11-25T18:13:37Z\" Pause"
        ]
    );
}

#[test]
fn a_pakket_brings_what_it_brought() {
    let text = read(&format!("{FOLDER}/pakket.ron"));
    let packet: Packet =
        ronfile::read(&text, |_| Vec::new()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let method = methods::load_shipped(&packet.method).unwrap();
    let mut session = Session::new(method.clone());
    for event in bring(&packet, &method) {
        session.apply(&event);
    }
    let mut out = String::new();
    of_casus(&session, CasusId(1), &mut out);
    assert_eq!(out, read(&format!("{FOLDER}/pakket.txt")));
}

#[test]
fn a_draft_brings_back_what_was_half_typed() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(names::DRAFT), bytes("concept.ron")).unwrap();
    let draft::Found::Text(text) = draft::read(dir.path()) else { panic!("a draft") };
    let draft: Draft = ron::from_str(&text).unwrap();
    let lines: Vec<&str> = draft.lines.iter().map(|(_, line)| line.as_str()).collect();
    assert_eq!(lines, ["22 23 24 \"nieuw\" één"]);
    assert_eq!(draft.place, draft.lines.first().map(|(place, _)| *place));
    assert_eq!((draft.focus.len(), draft.prompt.as_str(), draft.round), (5, "", None));
}
