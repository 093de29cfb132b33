//! Mijn oogst: what became of the tips, filled in after the meeting.

use crate::app::state::earlier::{Earlier, EarlierNote};
use crate::app::state::effect::Effect;
use crate::app::state::msg::Msg;
use crate::app::state::place::{self, Place};
use crate::app::tests::Desk;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::goals::{self, Flap, Row};
use crate::domain::id::{ClusterId, GoalId, IdeaId, NoteId};
use crate::domain::ideas::{self, Mark, Place as Spot, Slot};
use crate::domain::journal::{FORMAT, Journal, Opened as FirstLine};
use crate::domain::life::{Course, Decision, Life, Outcome};
use crate::domain::notes::{self, Kind};
use crate::domain::plan::Switch;
use crate::domain::session::FIRST_CASUS;
use crate::domain::{clusters, testing};
use crate::io::methods;

const HARVEST: Place = Place::Harvest(FIRST_CASUS);

/// An AKAD of which five tips are left, rounded off, in mijn oogst.
fn oogst() -> Desk {
    let mut desk = Desk::alone();
    let goal = desk.with_goal("weer naar de markt");
    let row = Row { casus: FIRST_CASUS, goal: Some(goal) };
    let tips = [
        (0, "loopt graag"),
        (1, "buurvrouw vragen"),
        (1, "zus bellen"),
        (2, "wandelmaatje"),
        (3, "rollator"),
    ];
    for (column, text) in tips {
        let place = Spot { row, slot: Slot::Column(column) };
        desk.give(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }));
    }
    desk.look(6).keys("<enter>").wait(60);
    desk.choose_in_menu("De bespreking afronden");
    desk.choose_in_menu("Mijn oogst");
    assert_eq!(desk.live().view.place, HARVEST);
    desk
}

/// A case conference with two goals: at the first A is selected and B rejected, at the second A is
/// selected and post-it 5 lies alone and was never decided about.
fn conference() -> Desk {
    let method = methods::load_shipped("case-conference").expect("the shipped case conference");
    let mut desk = Desk::start();
    let first = FirstLine { format: FORMAT, app: "0.1.0".to_owned(), at: testing::begin(), method };
    desk.opened(Journal::new(first), None);
    desk.keys("2<enter>");
    for text in ["samen eten", "rust in huis"] {
        let hang = goals::Command::Hang { casus: FIRST_CASUS, flap: Flap::Samen, text: text.to_owned() };
        desk.give(Command::Goal(hang));
    }
    let row = |goal| Row { casus: FIRST_CASUS, goal: Some(GoalId(goal)) };
    for (goal, text) in
        [(1, "vast tijdstip"), (1, "maaltijd aan huis"), (1, "samen dekken"), (2, "radio uit"), (2, "oppas")]
    {
        let place = Spot::unplaced(row(goal));
        desk.give(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }));
    }
    let make = |goal, title: &str, ids: &[u32]| {
        let ids = ids.iter().map(|id| IdeaId(*id)).collect();
        Command::Cluster(clusters::Command::Make {
            row: row(goal),
            letter: None,
            title: title.to_owned(),
            ids,
        })
    };
    desk.give(make(1, "Rust aan tafel", &[1, 3])).give(make(1, "Hulp", &[2])).give(make(2, "Stilte", &[4]));
    let decided = |cluster, decision| {
        let life = Life::Decided { decision, objection: None };
        Command::Advice(advice::Command { advice: Advice::Cluster(ClusterId(cluster)), life })
    };
    desk.give(decided(1, Decision::Selected))
        .give(decided(2, Decision::Rejected))
        .give(decided(3, Decision::Selected));
    desk
}

fn course(desk: &Desk, advice: Advice) -> Course {
    desk.session().course(advice).expect("an advies").clone()
}

fn tip(desk: &Desk, number: u32) -> Course {
    course(desk, Advice::Idea(IdeaId(number)))
}

#[test]
fn a_line_from_paper_is_one_gesture() {
    let mut desk = oogst();
    let before = desk.entries();
    desk.keys("2 b g w omdat ze toch al ging");
    assert_eq!(desk.label(), "Tip 2: besproken, gekozen, werkte");
    desk.keys("<enter>");
    let two = tip(&desk, 2);
    assert_eq!((two.discussed, two.chosen, two.outcome), (Some(true), Some(true), Some(Outcome::Worked)));
    assert_eq!(two.because, "ze toch al ging");
    assert_eq!((desk.entries(), desk.text()), (before + 1, ""));
    assert!(desk.board_words().contains("besproken · gekozen · werkte, omdat ze toch al ging"));
    desk.keys("<c-z>");
    assert_eq!(tip(&desk, 2), Course::default());
    desk.keys("3 g<enter>5 n<enter>1 ster<enter>4 door Kees<enter>4 notitie eerst bellen<enter>");
    assert_eq!((tip(&desk, 3).discussed, tip(&desk, 3).chosen), (Some(true), Some(true)), "V-A3");
    assert_eq!(tip(&desk, 5).outcome, Some(Outcome::DidNotWork));
    assert!(desk.session().ideas.get(IdeaId(1)).expect("a tip").has(Mark::StandsOut));
    assert_eq!(tip(&desk, 4).taken_up, "Kees");
    assert!(desk.board_words().contains("eerst bellen"));
    desk.keys("3 nee<enter>");
    assert!(desk.notice().contains("3 is gekozen"), "{}", desk.notice());
    assert_eq!(desk.text(), "3 nee", "what was refused stays typed");
}

#[test]
fn any_other_line_finds() {
    let mut desk = oogst();
    desk.keys("bellen");
    assert_eq!(desk.label(), "Zoek: Tip 3");
    assert!(!desk.board_words().contains("buurvrouw"));
    desk.keys("<enter>");
    assert_eq!(desk.title(), "Tip 3");
    desk.keys("<esc><c-u>4");
    assert_eq!(desk.label(), "Zoek: Tip 4");
    desk.keys("<c-u>ik kan dit niet vinden");
    assert_eq!(desk.meaning().2.as_deref(), Some("Niets gevonden. Ctrl+U maakt de regel leeg."));
    desk.keys("<c-u>9 b");
    assert_eq!(desk.meaning().2.as_deref(), Some("Nummer 9 is er niet."));
    desk.keys("<enter>");
    assert_eq!((desk.text(), desk.notice()), ("9 b", "Nummer 9 is er niet."));
}

#[test]
fn enter_on_a_tip_tells_its_life() {
    let mut desk = oogst();
    desk.keys("<down><down><enter>").choose("Gekozen");
    desk.keys("<enter>").choose("Werkte deels");
    assert_eq!(desk.label(), "Werkte deels, omdat");
    desk.keys("één keer<enter>");
    let two = tip(&desk, 2);
    assert_eq!(
        (two.chosen, two.outcome, two.because.as_str()),
        (Some(true), Some(Outcome::WorkedPartly), "één keer")
    );
    desk.keys("<enter>").choose("Wie pakt het op");
    desk.keys("de buurvrouw<enter><enter>").choose("Toch nog niet geprobeerd");
    assert_eq!((tip(&desk, 2).outcome, tip(&desk, 2).taken_up.as_str()), (None, "de buurvrouw"));
    desk.keys("<esc><down><space>");
    assert!(desk.session().ideas.get(IdeaId(1)).expect("a tip").has(Mark::StandsOut));
    desk.keys("<del>");
    assert_eq!(desk.session().ideas.place(IdeaId(1)).expect("a place").slot, Slot::Column(0), "stays");
}

#[test]
fn what_was_left_out_can_go_along_after_all() {
    let mut desk = oogst();
    desk.give(Command::Idea(ideas::Command::Mark { id: IdeaId(5), mark: Mark::LeftOut, on: true }));
    desk.keys("5 b");
    assert_eq!(desk.meaning().2.as_deref(), Some("5 gaat niet mee: de inbrenger laat hem weg."));
    desk.keys("<c-u><tab><down><enter>").choose("Gaat toch mee");
    assert!(!desk.session().ideas.get(IdeaId(5)).expect("a tip").has(Mark::LeftOut));
}

#[test]
fn questions_and_agreements_are_ticked() {
    let mut desk = oogst();
    desk.keys("<tab>rijdt de buurtbus<enter><down><space>");
    let note = desk.session().notes.get(NoteId(1)).expect("a question").clone();
    assert!(note.done && note.text == "rijdt de buurtbus");
    desk.keys("<down><enter>").choose("Toch nog niet gedaan");
    assert!(!desk.session().notes.get(NoteId(1)).expect("a question").done);
    desk.keys("<esc><tab>Fatma<enter>20 december<enter>");
    assert!(desk.board_words().contains("20 december"));
    desk.keys("<tab>12 dozen brengen<enter>");
    let spot = notes::Spot { casus: Some(FIRST_CASUS), kind: Kind::Agreement };
    assert_eq!(desk.session().notes.at(spot).len(), 1, "a number is a text where texts are written");
}

#[test]
fn nobody_walks_into_it_while_the_meeting_goes_on() {
    let mut desk = Desk::in_step(6);
    let step = desk.live().view.place;
    desk.keys("<pgdn>");
    assert_eq!(desk.live().view.place, step);
    desk.choose_in_menu("Mijn oogst");
    assert_eq!(desk.live().view.place, HARVEST);
    desk.keys("<pgup>");
    assert_eq!(desk.live().view.place, step);
    desk.choose_in_menu("De bespreking afronden");
    desk.keys("<pgdn>");
    assert_eq!(desk.live().view.place, HARVEST);
    assert_eq!(place::neighbour(desk.session(), HARVEST, 1), None);
}

#[test]
fn a_session_that_is_over_opens_where_it_goes_on() {
    let journal = oogst().live().journal.clone();
    let mut desk = Desk::start();
    desk.opened(journal.clone(), None);
    assert_eq!(desk.live().view.place, HARVEST);
    let mut other = Desk::start();
    other.opened(journal, Some("Deze bespreking is open in een ander venster."));
    other.keys("2 b<enter>");
    assert_eq!(tip(&other, 2).discussed, None);
}

#[test]
fn the_report_of_a_conference_is_shut_until_it_is_opened() {
    let mut desk = conference();
    desk.choose_in_menu("Adviesgesprek");
    assert_eq!(desk.title(), "", "no question while the meeting is not over");
    desk.keys("a b");
    assert!(desk.meaning().2.is_some_and(|problem| problem.contains("nog dicht")));
    desk.keys("<enter><c-u><down><enter>");
    assert_eq!(desk.choices(), ["Verslag openen voor het adviesgesprek"]);
    desk.keys("<esc><esc>").choose_in_menu("Verslag openen");
    assert!(desk.session().plan.settings.is_on(Switch::AdviceTalk));
    desk.keys("a b<enter>");
    assert_eq!(course(&desk, Advice::Cluster(ClusterId(1))).discussed, Some(true));
}

#[test]
fn after_the_conference_the_report_is_opened_with_one_key() {
    let mut desk = conference();
    let step = desk.session().agenda()[0];
    desk.give(Command::Clock(crate::domain::clock::Command::Start { key: step, since: testing::begin() }));
    desk.wait(60).choose_in_menu("De bespreking afronden");
    desk.choose_in_menu("Adviesgesprek");
    assert_eq!(desk.title(), "Verslag openen voor het adviesgesprek?");
    desk.keys("<enter>");
    assert!(desk.session().plan.settings.is_on(Switch::AdviceTalk));
    // The letter is that of the goal in view.
    desk.keys("<tab>a g omdat het rustig is<enter>");
    let stilte = course(&desk, Advice::Cluster(ClusterId(3)));
    assert_eq!(
        (stilte.discussed, stilte.chosen, stilte.because.as_str()),
        (Some(true), Some(true), "het rustig is")
    );
    assert_eq!(
        course(&desk, Advice::Cluster(ClusterId(1))),
        Course { decision: Decision::Selected, ..Course::default() }
    );
    for (typed, problem) in [("4 b", "4 hoort bij A. Begin met A."), ("5 g", "5 is niet geselecteerd.")] {
        desk.keys(&format!("<c-u>{typed}"));
        assert_eq!(desk.meaning().2.as_deref(), Some(problem), "{typed}");
    }
    desk.keys("<c-u><tab>a b");
    assert!(desk.meaning().2.is_some_and(|problem| problem.contains("meer adviezen A")));
    desk.keys("<c-u><down><enter>");
    assert_eq!(desk.title(), "Advies B");
    assert_eq!(desk.choices(), ["Notitie erbij"], "V-A2: rejected stays rejected");
    desk.keys("<esc><esc><tab><tab>ze willen het proberen<enter>");
    assert_eq!(desk.session().goals.get(GoalId(1)).expect("a goal").explanation, "ze willen het proberen");
    desk.choose_in_menu("Verslag weer dichtdoen");
    desk.keys("toch niet");
    assert!(desk.meaning().2.is_some_and(|problem| problem.contains("nog dicht")));
}

#[test]
fn what_an_earlier_session_had_to_find_out_is_ticked_there_too() {
    let mut desk = Desk::in_step(1);
    let note = EarlierNote { id: NoteId(4), text: "uit te zoeken: de buurtbus".to_owned(), done: false };
    let earlier = Earlier {
        session: "2026-10-20-akad-1".to_owned(),
        date: "20 oktober".to_owned(),
        alias: "Meidoorn".to_owned(),
        contributor: String::new(),
        tips: Vec::new(),
        notes: vec![note],
        packet: false,
    };
    desk.msg(Msg::Earlier { tips: vec![earlier.clone()], group: Vec::new(), usual: Vec::new() });
    desk.keys("<down><space>");
    let settled = |done| Effect::Elsewhere {
        session: "2026-10-20-akad-1".to_owned(),
        event: Event::Note(notes::Event::Settled { id: NoteId(4), done }),
    };
    assert_eq!(desk.effects.last(), Some(&settled(true)));
    desk.keys("<c-z>");
    assert_eq!(desk.effects.last(), Some(&settled(false)));
    let sent = desk.effects.len();
    desk.msg(Msg::Packet(Earlier {
        alias: "Vlier".to_owned(),
        session: "elders".to_owned(),
        packet: true,
        ..earlier
    }));
    assert_eq!(desk.notice(), "Casus Vlier van een andere tafel staat erbij.");
    desk.keys("<tab><down><space>");
    let elsewhere = |effect: &Effect| matches!(effect, Effect::Elsewhere { .. });
    assert!(!desk.effects.iter().skip(sent).any(elsewhere), "there is no session here to write in");
    assert_eq!(desk.session().feedback.settled("elders", NoteId(4)), Some(true));
    desk.choose_in_menu("Pakket van een andere tafel");
    desk.keys("/tmp/vlier.ron<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Packet("/tmp/vlier.ron".to_owned())));
}

#[test]
fn the_sheet_for_at_home_holds_what_was_chosen() {
    let mut desk = oogst();
    desk.keys("2 g<enter>5 ster<enter>4 b<enter>");
    desk.choose_in_menu("adviesblad voor thuis");
    let text = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(files) => files.iter().find(|(name, _)| name == "2026-11-22-adviesblad.txt"),
        _ => None,
    });
    let text = String::from_utf8_lossy(&text.expect("a text").1).into_owned();
    let at = |word: &str| text.find(word);
    assert!(at("buurvrouw vragen") < at("rollator") && at("buurvrouw vragen").is_some(), "{text}");
    assert!(at("wandelmaatje").is_none() && at("markt").is_none(), "{text}");
}
