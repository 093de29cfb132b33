//! The case conference as the room sees it, beside the notulist or behind F2.

use super::*;
use crate::app::layout::room::{self, Sight};
use crate::app::pages::topic;
use crate::app::state::topic::Topic;
use crate::app::state::window::Kind;
use crate::app::tests::windows::Beside;
use crate::domain::goals::{self, Flap, Row};
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::verdicts::{self, Hit};
use crate::domain::{clusters, ideas, plan};

/// A conference with a goal, post-its and a cluster, on the screen of the notulist alone.
fn conference() -> Desk {
    let mut desk = Desk::start();
    let method = methods::load_shipped("case-conference").expect("the shipped case conference");
    desk.opened(Journal::new(FirstLine { method, ..first_line() }), None);
    desk.keys("2<enter>Linde<enter>");
    desk.keys("<pgdn>Joke, casemanager<enter>Ravi, ergotherapeut<enter>");
    let hang = goals::Command::Hang { casus: FIRST_CASUS, flap: Flap::Samen, text: "samen eten".to_owned() };
    let hinder = goals::Command::Hinder { id: GoalId(1), text: "de pannen zijn zoek".to_owned() };
    desk.give(Command::Goal(hang)).give(Command::Goal(hinder));
    desk
}

/// Loose post-its at the goal.
fn post_its(desk: &mut Desk, texts: &[&str]) {
    let place = IdeaPlace::unplaced(Row { casus: FIRST_CASUS, goal: Some(GoalId(1)) });
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    desk.give(Command::Idea(ideas::Command::Add { place, texts, ring: None }));
}

fn go(desk: &mut Desk, number: &str) {
    desk.choose_in_menu(&format!("Stap {number} "));
}

fn open(desk: &mut Desk, topic: Topic) {
    let now = desk.now();
    desk.model.dialog = topic::dialog(&desk.model, topic, &now);
}

fn room(desk: &Desk) -> Beside {
    Beside::of(desk, Kind::Group)
}

#[test]
fn item_three_shows_the_flappen_with_what_is_in_the_way() {
    let mut desk = conference();
    go(&mut desk, "3");
    let seen = room(&desk).seen(&desk);
    for word in ["samen eten", "belemmert: de pannen zijn zoek", "PMD", "MZ"] {
        assert!(seen.contains(word), "{word}: {seen}");
    }
    for word in ["Joke", "Ravi", "nog geen belemmering", "Linde"] {
        assert!(!seen.contains(word), "{word}: {seen}");
    }
}

#[test]
fn the_silence_shows_the_goal_and_the_question_and_nothing_else() {
    let mut desk = conference();
    go(&mut desk, "5a");
    desk.keys("<enter>samen koken<enter>muz");
    let seen = |desk: &Desk| {
        let beside = room(desk);
        let now = desk.now();
        room::board(Ctx { live: beside.live(), now: &now }).0
    };
    let board = seen(&desk);
    assert_eq!(
        board.head,
        ["DOEL 1 (samen)  samen eten", "Welke tips of adviezen heb je bij dit doel? Eén per post-it."]
    );
    assert!(board.panes.is_empty());
    let hang = goals::Command::Hang { casus: FIRST_CASUS, flap: Flap::Mz, text: "uitslapen".to_owned() };
    desk.give(Command::Goal(hang));
    let head = seen(&desk).head;
    assert!(head[0].contains("bij deze doelen?") && head.len() == 3, "{head:?}");
}

/// What the board of the room holds, in a window beside and behind F2.
fn boards(desk: &mut Desk) -> String {
    let now = desk.now();
    let beside = room(desk);
    let seen = format!("{:?}", room::board(Ctx { live: beside.live(), now: &now }));
    desk.keys("<f2><f2>");
    let now = desk.now();
    let behind = format!("{:?}", room::board(Ctx { live: desk.live(), now: &now }));
    desk.keys("<f2>");
    format!("{seen} {behind}")
}

/// Whoever leads may look ahead while everybody writes: nothing comes on the wall by looking.
#[test]
fn what_is_silent_stays_silent_wherever_the_lead_looks() {
    let mut desk = conference();
    go(&mut desk, "5a");
    desk.keys("<enter>samen koken<enter>muziek uit<enter>");
    let steps = desk.session().agenda();
    for step in &steps {
        desk.model.live.as_mut().expect("a session").view.place = Place::Step(*step);
        let seen = boards(&mut desk);
        assert!(!seen.contains("samen koken") && !seen.contains("muziek"), "{step:?}: {seen}");
        assert!(!seen.contains("Ideas([Place"), "{step:?}: {seen}");
    }
    go(&mut desk, "5b");
    assert!(!boards(&mut desk).contains("Loose"));
    desk.keys("<enter>");
    let seen = boards(&mut desk);
    assert!(seen.contains("Loose") && seen.contains("Unplaced"), "a start ends the silence: {seen}");
    go(&mut desk, "5a");
    desk.keys("<enter>");
    go(&mut desk, "5c");
    assert!(!boards(&mut desk).contains("Loose"), "one more silent round");
}

#[test]
fn the_room_follows_the_advies_in_view_and_its_decision() {
    let mut desk = conference();
    post_its(&mut desk, &["samen koken", "muziek uit"]);
    go(&mut desk, "5d");
    desk.keys("<enter><down>");
    desk.keys("<tab>dat kan morgen<enter>");
    let seen = room(&desk).seen(&desk);
    assert!(seen.contains("dat kan morgen") && seen.contains("Voordelen van 1"), "{seen}");
    desk.keys("<s-tab><down><down>");
    let seen = room(&desk).seen(&desk);
    assert!(seen.contains("Voordelen van 2") && !seen.contains("dat kan morgen"), "{seen}");
    assert!(seen.contains("\"open\"") && !seen.contains("gehoord"), "{seen}");
    desk.keys("<enter>").choose("Verwerpen");
    assert!(room(&desk).seen(&desk).contains("\"verworpen\""));
}

#[test]
fn the_room_hears_of_dates_and_not_of_persons() {
    let mut desk = conference();
    go(&mut desk, "8");
    desk.keys("<enter>12 dec<enter>");
    desk.keys("<down><down><down><down><down><down><down><down>Ravi belt het koor<enter>");
    let seen = room(&desk).seen(&desk);
    assert!(seen.contains("12 december") || seen.contains("12 dec"), "{seen}");
    for word in ["Ravi", "Joke", "nog geen", "voorstel", "Iets anders"] {
        assert!(!seen.contains(word), "{word}: {seen}");
    }
}

#[test]
fn a_cluster_or_the_sentence_of_a_card_fills_the_screen_of_the_room() {
    let mut desk = conference();
    go(&mut desk, "5b");
    post_its(&mut desk, &["samen koken", "vraag Ravi mee"]);
    let make = clusters::Command::Make {
        row: Row { casus: FIRST_CASUS, goal: Some(GoalId(1)) },
        letter: None,
        title: "Aan tafel".to_owned(),
        ids: vec![IdeaId(1), IdeaId(2)],
    };
    desk.give(Command::Cluster(make));
    let sight = |desk: &Desk| {
        let beside = room(desk);
        let now = desk.now();
        format!("{:?}", room::sight(Ctx { live: beside.live(), now: &now }))
    };
    open(&mut desk, Topic::Cluster(ClusterId(1)));
    desk.choose("Groot op het groepsscherm");
    assert_eq!(sight(&desk), "Large(\"A Aan tafel\", [\"1 samen koken\", \"2 vraag ■■■ mee\"])");
    desk.give(Command::Cluster(clusters::Command::Dissolve { id: ClusterId(1) }));
    assert_eq!(sight(&desk), format!("{:?}", Sight::Board), "what is no longer there is not shown");
    desk.keys("<f4><enter>").choose("Groot op het groepsscherm");
    let shown = sight(&desk);
    assert!(shown.starts_with("Large(\"\", [\"") && !shown.contains("[\"\"]"), "{shown}");
}

/// A text that was not looked at, as a journal of before the filter holds it, is nowhere on the
/// screen of the room; nor is what the filter hides.
#[test]
fn no_step_shows_an_unchecked_or_hidden_text() {
    let mut desk = conference();
    go(&mut desk, "5b");
    let row = Row { casus: FIRST_CASUS, goal: Some(GoalId(1)) };
    post_its(&mut desk, &["eerste geheim", "tweede"]);
    let title = "cluster geheim".to_owned();
    let ids = vec![IdeaId(1), IdeaId(2)];
    desk.give(Command::Cluster(clusters::Command::Make { row, letter: None, title, ids }));
    go(&mut desk, "5d");
    desk.keys("<enter><down><tab>voordeel geheim<enter>");
    open(&mut desk, Topic::Advice(crate::domain::advice::Advice::Cluster(ClusterId(1))));
    desk.choose("Selecteren");
    desk.keys("onderbouwing geheim<enter><esc>");
    desk.give(Command::Goal(goals::Command::Reword { id: GoalId(1), text: "doel geheim".to_owned() }));
    desk.give(Command::Goal(goals::Command::Hinder { id: GoalId(1), text: "hinder geheim".to_owned() }));
    for hides in [false, true] {
        let mut beside = room(&desk);
        let live = beside.live_mut();
        let all = live.journal.entries().flat_map(|entry| match &entry.act {
            Act::Do(events) => events.clone(),
            _ => Vec::new(),
        });
        let texts: Vec<_> = all
            .filter_map(|event| event.text().map(|(key, text)| (key, text.to_owned())))
            .filter_map(|(key, text)| Some((key, text.find("geheim")?)))
            .collect();
        assert!(texts.len() >= 6, "{texts:?}");
        if hides {
            let hit = |at: usize| {
                let at = u32::try_from(at).expect("short");
                vec![Hit(at, at + 6, crate::domain::privacy::Kind::Listed)]
            };
            let late = texts.into_iter().map(|(key, at)| (key, hit(at))).collect();
            live.session.apply(&Event::Verdict(verdicts::Event::Late(late, crate::domain::privacy::VERSION)));
        } else {
            live.session.verdicts = verdicts::Verdicts::default();
        }
        for step in live.session.agenda() {
            beside.live_mut().view.place = Place::Step(step);
            let seen = beside.seen(&desk);
            assert!(!seen.contains("geheim"), "{hides} {step:?}: {seen}");
        }
    }
}

/// A screen that the group watches hides a name in its forms and its lists too. The alias is what
/// the casus is called: it is never touched, and only as a whole.
#[test]
fn a_name_is_hidden_in_forms_and_lists_and_the_alias_stays() {
    let mut desk = conference();
    desk.give(Command::Plan(plan::Command::Switch { switch: plan::Switch::GroupWatches, on: true }));
    let alias = crate::domain::casus::Command::SetField {
        casus: FIRST_CASUS,
        field: crate::domain::casus::Field::Alias,
        text: "Ravi en zij".to_owned(),
    };
    desk.give(Command::Casus(alias));
    desk.give(Command::Goal(goals::Command::Reword { id: GoalId(1), text: "eten met Ravi".to_owned() }));
    desk.give(Command::Goal(goals::Command::Hinder { id: GoalId(1), text: "Ravi is er niet".to_owned() }));
    go(&mut desk, "3");
    let now = desk.now();
    let about = frame::about(Ctx { live: desk.live(), now: &now });
    assert_eq!(about, "Case conf. · koppel Ravi en zij");
    open(&mut desk, Topic::Goal(GoalId(1)));
    let Some(Dialog::Pick(pick)) = &desk.model.dialog else { panic!("a list") };
    assert!(pick.intro.iter().all(|line| !line.contains("Ravi")), "{:?}", pick.intro);
    desk.keys("<esc>").choose_in_menu("Vooraf");
    let words = desk.board_words();
    assert!(words.contains("Ravi en zij") && words.contains("belemmert: ■■■"), "{words}");
}
