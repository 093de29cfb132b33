//! "Wat doe ik als …": every card of AKAD is one key away in its step, and helps.

use crate::app::state::earlier::{Earlier, EarlierTip};
use crate::app::state::effect::Effect;
use crate::app::state::model::Dialog;
use crate::app::state::msg::Msg;
use crate::app::tests::Desk;
use crate::domain::advice::Advice;
use crate::domain::event::Event;
use crate::domain::feedback::Told;
use crate::domain::goals::{Owner, Row};
use crate::domain::id::{GoalId, IdeaId};
use crate::domain::ideas;
use crate::domain::life::{Life, Outcome};
use crate::domain::notes::{Kind, Spot};
use crate::domain::people::RoundKind;
use crate::domain::plan::Switch;
use crate::domain::session::FIRST_CASUS;

/// Opens a card in the step in view.
fn card<'a>(desk: &'a mut Desk, id: &str) -> &'a mut Desk {
    let when = desk.session().method.card(id).expect(id).when.clone();
    desk.keys("<f4>");
    assert_eq!(desk.title(), "Kaart");
    desk.choose(&when);
    assert_eq!(desk.title(), format!("Als {when}"), "{id}");
    desk
}

fn notes(desk: &Desk, kind: Kind) -> Vec<&str> {
    let notes = &desk.session().notes;
    let at = notes.at(Spot { casus: Some(FIRST_CASUS), kind });
    at.iter().filter_map(|id| Some(notes.get(*id)?.text.as_str())).collect()
}

fn used(desk: &Desk, id: &str) -> u32 {
    desk.session().plan.settings.used(id)
}

#[test]
fn every_card_is_one_key_away_in_its_step() {
    let mut seen = std::collections::BTreeSet::new();
    for step in 2..=6 {
        let ids = Desk::looking_at(step).session().method.steps[step - 1].cards.clone();
        for id in ids {
            let mut desk = Desk::in_step(step);
            card(&mut desk, &id);
            assert!(!desk.choices().is_empty());
            desk.keys("<esc>");
            assert_eq!(desk.title(), "Kaart", "Esc goes back to the list");
            seen.insert(id);
        }
    }
    let all: std::collections::BTreeSet<String> = (1..=12).map(|number| format!("I{number}")).collect();
    assert_eq!(seen, all);
}

#[test]
fn i1_begins_a_ronde_of_questions() {
    let mut desk = Desk::in_step(3);
    desk.with_group();
    card(&mut desk, "I1").keys("<enter>");
    assert_eq!(desk.live().view.round.as_ref().map(|round| round.kind), Some(RoundKind::Questions));
    assert_eq!(used(&desk, "I1"), 1);
}

#[test]
fn i2_goes_to_a_vak_of_which_nothing_was_told() {
    let mut desk = Desk::in_step(3);
    desk.keys("<tab>woont alleen<enter>");
    card(&mut desk, "I2");
    let to = desk.choices().iter().filter(|choice| choice.starts_with("Naar ")).count();
    assert_eq!(to, 3, "the first vak has been told about");
    desk.choose("Talenten");
    assert_eq!(desk.label(), "Over talenten en bezigheden");
}

#[test]
fn i3_notes_what_to_find_out_or_puts_the_casus_off() {
    let mut desk = Desk::in_step(3);
    card(&mut desk, "I3").choose("Noteer een vraag").keys("heeft ze familie?<enter>");
    assert_eq!(notes(&desk, Kind::Research), ["heeft ze familie?"]);
    card(&mut desk, "I3").choose("verdiepingspunt").keys("netwerk in kaart, MEE<enter>");
    assert_eq!(notes(&desk, Kind::Deepening), ["netwerk in kaart, MEE"]);
    card(&mut desk, "I3").choose("Schuif de casus door").keys("eerst vragen<enter>");
    let postponed = desk.session().casus(FIRST_CASUS).and_then(|casus| casus.postponed());
    assert_eq!(postponed, Some("eerst vragen"));
    assert_eq!(used(&desk, "I3"), 3);
    desk.choose_in_menu("Casus toch nu bespreken");
    assert_eq!(desk.session().casus(FIRST_CASUS).and_then(|casus| casus.postponed()), None);
}

#[test]
fn i3_is_called_for_when_two_vakken_have_to_be_asked() {
    let mut desk = Desk::in_step(3);
    let called = |desk: &Desk| {
        let now = desk.now();
        crate::app::pages::cards::called_for(crate::app::state::live::Ctx { live: desk.live(), now: &now })
    };
    desk.keys("<tab><space><space><tab><space>");
    assert_eq!(called(&desk), 0);
    desk.keys("<space>");
    assert_eq!(called(&desk), 1);
    desk.keys("<f4>");
    assert!(desk.choices()[0].contains("te weinig weet"), "it stands first, but opens by nobody but you");
}

#[test]
fn i4_rewords_a_goal() {
    let mut desk = Desk::in_step(4);
    desk.with_goal("dat ze minder drinkt");
    card(&mut desk, "I4").choose("Anders verwoorden").keys("<c-u>rustig slapen<enter>");
    let goal = desk.session().goals.get(GoalId(1)).expect("the goal");
    assert_eq!(goal.text, "IK wil rustig slapen");
    assert_eq!(goal.original.as_deref(), Some("IK wil dat ze minder drinkt"));
}

#[test]
fn i5_keeps_a_learning_question_apart() {
    let mut desk = Desk::in_step(4);
    desk.with_goal("leren grenzen stellen");
    card(&mut desk, "I5").choose("Samen kiezen").choose("Apart houden");
    assert!(desk.session().goals.get(GoalId(1)).is_some_and(|goal| goal.parked));
    card(&mut desk, "I5").choose("Samen kiezen").choose("Toch behandelen");
    assert!(desk.session().goals.get(GoalId(1)).is_some_and(|goal| !goal.parked));
}

#[test]
fn i6_and_i10_begin_a_ronde_of_ideas() {
    for id in ["I6", "I10"] {
        let mut desk = Desk::in_step(5);
        desk.with_group();
        card(&mut desk, id).keys("<enter>");
        assert_eq!(desk.live().view.round.as_ref().map(|round| round.kind), Some(RoundKind::Ideas));
        let mut desk = Desk::in_step(5);
        card(&mut desk, id).choose("Wie is nog niet");
        assert!(matches!(desk.model.dialog, Some(Dialog::Page(_))));
    }
}

#[test]
fn i7_and_i12_are_words_to_say() {
    for (id, step) in [("I7", 5), ("I12", 5), ("I12", 2), ("I12", 6)] {
        let mut desk = Desk::in_step(step);
        card(&mut desk, id).choose("Klaar");
        assert_eq!((desk.title(), used(&desk, id)), ("", 1));
    }
}

#[test]
fn i8_counts_quietly_and_shows_the_listening_band() {
    let mut desk = Desk::in_step(5);
    for count in 1..=2 {
        card(&mut desk, "I8").choose("Tel een");
        assert_eq!(used(&desk, "I8"), count);
    }
    card(&mut desk, "I8").choose("Luisterstand aan");
    assert!(desk.session().plan.settings.is_on(Switch::Listening));
    assert!(desk.bands().contains("luisteren en verzamelen"));
    card(&mut desk, "I8").choose("Luisterstand uit");
    assert!(!desk.session().plan.settings.is_on(Switch::Listening));
}

#[test]
fn i9_marks_what_is_missing_and_may_stop() {
    let mut desk = Desk::in_step(5);
    let row = Row { casus: FIRST_CASUS, goal: None };
    card(&mut desk, "I9").choose("Noteer wat uitgezocht").keys("wie zijn de buren<enter>");
    assert_eq!(notes(&desk, Kind::Research), ["wie zijn de buren"]);
    desk.keys("<tab>");
    card(&mut desk, "I9").choose("hier ontbreekt informatie");
    assert!(desk.session().goals.is_missing(row, 1) && !desk.session().goals.is_stopped(row));
    card(&mut desk, "I9").choose("Hier stoppen");
    assert!(desk.session().goals.is_stopped(row));
    assert!(desk.board_words().contains("Hier stopten we"));
}

#[test]
fn i11_is_called_for_when_time_is_up_and_leads_to_the_time_list() {
    let mut desk = Desk::in_step(3);
    desk.wait(7 * 60);
    desk.keys("<f4>");
    assert!(desk.choices()[0].contains("te lang duurt"));
    desk.keys("<esc>");
    card(&mut desk, "I11").keys("<enter>");
    assert_eq!(desk.title(), "Tijd");
}

#[test]
fn no_card_ever_opens_by_itself() {
    let mut desk = Desk::in_step(5);
    desk.wait(20 * 60).keys("ik had dat heel anders aangepakt<enter>");
    assert_eq!(desk.title(), "");
}

#[test]
fn whose_goal_it_is_is_asked_right_after_adding_it() {
    for (choice, owner) in
        [("Van de cliënt", Owner::Client), ("leervraag", Owner::Learning), ("geen doel", Owner::None)]
    {
        let mut desk = Desk::in_step(4);
        desk.keys("<tab>weer naar de markt<enter>");
        assert_eq!(desk.title(), "Van wie is dit doel?");
        desk.choose(choice);
        let goal = desk.session().goals.get(GoalId(1)).expect("the goal");
        assert_eq!((goal.text.as_str(), goal.owner), ("IK wil weer naar de markt", Some(owner)));
    }
    let mut desk = Desk::in_step(4);
    desk.keys("<tab>minder drinken<enter>").choose("Van iemand anders").keys("<c-u>rustig slapen<enter>");
    let goal = desk.session().goals.get(GoalId(1)).expect("the goal");
    assert_eq!((goal.owner, goal.original.is_some()), (Some(Owner::SomebodyElse), true));
    desk.keys("<tab><tab>ik wil");
    assert_eq!(desk.meaning().2.as_deref(), Some("Wat wil de cliënt? Schrijf het achter IK wil."));
}

#[test]
fn whose_goal_it_is_stays_off_a_screen_that_the_group_sees() {
    for (watched, seen) in [(true, false), (false, true)] {
        let mut desk = if watched { Desk::watched() } else { Desk::alone() };
        desk.look(4).keys("<enter><tab>minder drinken<enter>").choose("leervraag").keys("<esc>");
        assert_eq!(desk.board_words().contains("leervraag"), seen);
    }
}

#[test]
fn a_gebied_is_found_by_typing() {
    let mut desk = Desk::in_step(4);
    desk.keys("participa<enter>eigen woord<enter>");
    let casus = desk.session().casus(FIRST_CASUS).expect("a casus");
    assert_eq!(casus.areas, ["Maatschappelijke participatie", "eigen woord"]);
    desk.keys("<down><enter>");
    assert_eq!(desk.session().casus(FIRST_CASUS).map(|casus| casus.areas.len()), Some(1));
}

#[test]
fn what_became_of_a_tip_goes_to_the_session_of_that_tip() {
    let mut desk = Desk::in_step(1);
    let tip = EarlierTip {
        advice: Advice::Idea(IdeaId(3)),
        label: "3".to_owned(),
        text: "buurvrouw vragen".to_owned(),
        goal: "IK wil weer naar de markt".to_owned(),
        outcome: None,
        because: String::new(),
    };
    let earlier = Earlier {
        session: "2026-10-20-akad-1".to_owned(),
        date: "20 oktober".to_owned(),
        alias: "Meidoorn".to_owned(),
        contributor: "Fatma".to_owned(),
        tips: vec![tip],
        notes: Vec::new(),
        packet: false,
    };
    desk.msg(Msg::Earlier { tips: vec![earlier], group: Vec::new(), usual: Vec::new() });
    desk.keys("<down><enter>").choose("Werkte deels").keys("ze had weinig tijd<enter>");
    let advice = Advice::Idea(IdeaId(3));
    let told = Told::new("2026-10-20-akad-1", advice, Outcome::WorkedPartly, "ze had weinig tijd");
    let life = Life::Tried { outcome: Outcome::WorkedPartly, because: "ze had weinig tijd".to_owned() };
    let lived = |life| Effect::Elsewhere {
        session: "2026-10-20-akad-1".to_owned(),
        event: Event::Idea(ideas::Event::Lived { id: IdeaId(3), life }),
    };
    assert!(desk.effects.contains(&lived(life.clone())));
    assert_eq!(desk.session().feedback.told(), [told]);
    assert!(desk.board_words().contains("werkte deels, omdat ze had weinig tijd"));
    desk.keys("<c-z>");
    assert_eq!(desk.effects.last(), Some(&lived(Life::NotTried)), "taken back there too");
    assert!(!desk.board_words().contains("werkte deels"));
    desk.keys("<c-y>");
    assert_eq!(desk.effects.last(), Some(&lived(life)));
    desk.choose_in_menu("Niets te melden over casus Meidoorn");
    assert!(!desk.board_words().contains("Meidoorn"));
}
