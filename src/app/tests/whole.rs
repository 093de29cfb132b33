//! Whole conferences led by keys: with one koppel, and the practice as its tasks say.

use crate::app::state::effect::Effect;
use crate::app::state::msg::{Msg, Opened};
use crate::app::state::practice::conference::first_koppel;
use crate::app::tests::{Desk, first_line};
use crate::domain::advice::Advice;
use crate::domain::id::ClusterId;
use crate::domain::ideas::Mark;
use crate::domain::journal::{Journal, Opened as FirstLine};
use crate::domain::life::Decision;
use crate::domain::notes::{Kind, Spot};
use crate::domain::plan;
use crate::domain::session::FIRST_CASUS;
use crate::io::methods;

fn conference(practice: bool) -> Desk {
    let method = methods::load_shipped("case-conference").expect("the shipped case conference");
    let opened = Opened {
        folder: "2026-11-22-case-conference-1".to_owned(),
        journal: Journal::new(FirstLine { method, ..first_line() }),
        saved: 0,
        read_only: None,
        notices: Vec::new(),
        draft: None,
        practice,
    };
    let mut desk = Desk::start();
    desk.msg(Msg::Opened(Box::new(opened)));
    desk
}

fn number(desk: &Desk) -> String {
    let session = desk.session();
    session.number(desk.step_in_view()).to_owned()
}

/// The names of the files that were made.
fn files(desk: &Desk) -> Vec<&str> {
    let written = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Write(files) => Some(files),
        _ => None,
    });
    written.flatten().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn with_one_koppel_ten_to_sixteen_fall_out() {
    let mut desk = conference(false);
    desk.keys("1<enter>");
    for command in first_koppel().into_iter().flatten() {
        desk.give(command);
    }
    desk.keys("<pgdn><pgdn><pgdn><pgdn><pgdn><enter>");
    let held = [
        ("1", ""),
        ("2", "Fatma<enter>"),
        ("3", "<tab><down><enter>1<enter>de buren werken<enter>"),
        ("4", "hoe laat eten ze?<enter>probeer een maatje<tab><enter>"),
        ("5a", "muziek<enter>zingen<enter>taxi<enter>"),
        ("5b", "<enter>"),
        ("5c", "2 3 nieuw<enter>a=Muziek<enter>"),
        (
            "5d",
            "<tab>kan morgen al<enter><s-tab><down><enter>1<enter>zij zong altijd<enter>weer zingen<enter>",
        ),
        ("6", "<enter>"),
        ("7", "<down><space>"),
        ("8", "vrijdag<enter>"),
        ("9", "ja<enter>"),
        ("17", "niets bijzonders<enter>"),
        ("18", "over 3 weken<enter>"),
    ];
    for (index, (item, keys)) in held.iter().enumerate() {
        if index > 0 {
            desk.keys("<pgdn><enter>");
        }
        assert_eq!((number(&desk).as_str(), desk.running()), (*item, Some(index + 1)));
        desk.keys(keys);
    }
    desk.keys("<pgdn>");
    assert_eq!(number(&desk), "18", "there is nothing after it");
    let session = desk.session();
    let course = session.course(Advice::Cluster(ClusterId(1))).expect("cluster A");
    assert_eq!((course.decision, course.proposed), (Decision::Selected, true));
    assert_eq!((course.reasoning.as_str(), course.purpose.as_str()), ("zij zong altijd", "weer zingen"));
    assert_eq!(session.plan.settings.field(plan::Field::NextDate), "zondag 13 december 2026");
    assert_eq!(session.ideas.iter().filter(|(_, _, idea)| idea.has(Mark::Heard)).count(), 0);
    desk.choose_in_menu("Maak werkblad 8");
    let made = files(&desk);
    assert_eq!(made.len(), 4, "{made:?}");
    assert!(made.iter().all(|name| name.contains("werkblad8-linde")), "{made:?}");
    desk.choose_in_menu("De bespreking afronden");
    assert!(desk.session().clock.ended().is_some());
}

#[test]
fn the_practice_can_be_done_as_it_says() {
    let mut desk = conference(true);
    let tasks = [
        "<pgdn><pgdn><pgdn><pgdn><pgdn><enter>",
        "<pgdn><enter>Fatma<enter>",
        "<pgdn><enter><tab><down><enter>1<enter>de buren werken<enter>",
        "<pgdn><enter>heb je al gedacht aan een maatje?<tab><enter>",
        "<pgdn><enter>muziek<enter>zingen<enter>taxi<enter>",
        "<pgdn><enter><enter>",
        "<pgdn><enter>2 3 nieuw<enter>",
        "a=Muziek<enter>",
        "<pgdn><enter><tab>kan morgen al<enter>",
        "<s-tab><down><enter>1<enter>zij zong altijd<enter><enter>",
        "<down><down><down><tab><tab>te duur<enter>",
        "<s-tab><s-tab><down><enter>2<enter>1<enter>",
        "<pgdn><enter><enter>",
        "<pgdn><enter><down><space>",
        "<pgdn><enter>vrijdag<enter>",
        "<esc><esc>stap 18<enter><enter>",
        "over 3 weken<enter>",
        "<esc><esc>werkblad 8<enter>",
    ];
    for (done, keys) in tasks.iter().enumerate() {
        let line = format!("Oefening {} van {}:", done + 1, tasks.len());
        assert!(desk.bands().contains(&line), "{line} {}", desk.bands());
        desk.keys(keys);
    }
    assert!(desk.bands().contains("Oefening klaar."), "{}", desk.bands());
    let made = files(&desk);
    for koppel in ["linde", "meidoorn"] {
        assert_eq!(made.iter().filter(|name| name.contains(koppel)).count(), 4, "{made:?}");
    }
    let spot = Spot { casus: Some(FIRST_CASUS), kind: Kind::Summary };
    assert_eq!(desk.session().notes.at(spot).len(), 1);
}
