//! A whole meeting, from the first key to the tip sheet.

use crate::app::state::effect::Effect;
use crate::app::tests::Desk;
use crate::domain::casus::Field;
use crate::domain::journal::Journal;
use crate::domain::session::FIRST_CASUS;

/// Leads a small meeting to its end.
fn led() -> Desk {
    let mut desk = Desk::watched();
    desk.keys("Linde<enter>Fatma, wijkverpleegkundige, f<enter>");
    desk.keys("<pgdn>Anna, f<enter>Kees, vrijwilliger<enter>");
    desk.keys("<pgdn>Anna<enter>Fatma<enter><pgdn><pgdn><pgdn>");
    desk.keys("<enter>oud-deelnemer belde een maatje<enter>").wait(60);
    desk.keys("<pgdn><enter><enter><enter><enter>").wait(120);
    desk.keys("<pgdn><enter>woont alleen, vijf hoog<enter><tab>buurvrouw op twee hoog<enter>").wait(100);
    desk.keys("<pgdn><enter>participatie<enter><tab>weer naar de markt<enter>1<enter>").wait(60);
    desk.keys("<pgdn><enter>loopt graag<enter><tab>buurvrouw vragen<enter>").wait(60);
    desk.keys("<tab>wandelmaatje<enter><tab>ergotherapeut<enter>").wait(60);
    desk.keys("<pgdn><enter><down><space><tab>dat er zoveel kan<enter>");
    desk.keys("<tab><down>20 december<enter>wat werkte<enter>17 januari<enter>Kees<enter><tab>");
    desk
}

#[test]
fn six_steps_to_the_tip_sheet() {
    let mut desk = led();
    desk.choose_in_menu("Maak het tipblad");
    let written = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(files) => Some(files),
        _ => None,
    });
    let files = written.expect("the tip sheet");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 4);
    for extension in ["html", "md", "txt", "docx"] {
        assert!(names.contains(&format!("2026-11-22-tipblad-linde.{extension}").as_str()), "{names:?}");
    }
    for (name, content) in files {
        let text = String::from_utf8_lossy(content);
        for word in ["weer naar de markt", "loopt graag", "buurvrouw vragen", "20 december"] {
            assert!(text.contains(word), "{name} lacks {word}");
        }
    }
    assert!(desk.live().view.guard.printed);
    desk.msg(crate::app::state::msg::Msg::Printed(vec![
        "/x/a.html".to_owned(),
        "a.md".to_owned(),
        "a.txt".to_owned(),
    ]));
    assert_eq!(desk.notice(), "Klaar: a.html (en 2 andere vormen), in /x");
}

#[test]
fn all_tips_go_into_one_table() {
    let mut desk = led();
    desk.choose_in_menu("Bladen maken");
    desk.keys("excel<enter>");
    let Some(Effect::Write(files)) = desk.effects.last() else { panic!("{:?}", desk.effects.last()) };
    let [(name, content)] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!(name, "2026-11-22-tips.csv");
    let text = String::from_utf8_lossy(content);
    assert_eq!(text.lines().count(), 5, "the head and four tips:\n{text}");
    assert!(text.contains(";buurvrouw vragen;") && !text.contains("Fatma"), "{text}");
    assert!(!desk.live().view.guard.printed, "the tip sheet is another thing");
}

#[test]
fn the_handbook_is_made_in_a_meeting_and_before_one() {
    for mut desk in [led(), Desk::start()] {
        desk.choose_in_menu("De handleiding maken");
        let names = desk.effects.iter().rev().take(2).map(|effect| match effect {
            Effect::Write(files) => files[0].0.clone(),
            other => panic!("{other:?}"),
        });
        let names: Vec<String> = names.collect();
        assert_eq!(names, ["oogst-handleiding.txt", "oogst-handleiding.html"]);
    }
}

#[test]
fn what_was_led_is_in_the_session() {
    let desk = led();
    let session = desk.session();
    let casus = session.casus(FIRST_CASUS).expect("the casus");
    assert_eq!((casus.alias(), casus.field(Field::FeedbackWhen)), ("Linde", "20 december"));
    assert_eq!(session.people.all().count(), 3);
    assert_eq!(session.ideas.len(), 4);
    assert_eq!(desk.running(), Some(6));
    assert!(session.agenda().iter().all(|key| session.clock.started(*key).is_some()));
    let again =
        Journal::of(crate::app::tests::first_line(), desk.live().journal.entries().cloned().collect());
    assert_eq!(again.fold(), *session);
}

#[test]
fn empty_enter_at_the_end_makes_the_tip_sheet_and_the_meeting_can_be_rounded_off() {
    let mut desk = Desk::in_step(6);
    assert_eq!(desk.meaning().1, "maak het tipblad");
    desk.keys("<enter>");
    assert!(matches!(desk.effects.last(), Some(Effect::Write(files)) if files.len() == 4));
    desk.choose_in_menu("De bespreking afronden");
    assert!(desk.session().clock.ended().is_some());
}

#[test]
fn another_casus_repeats_its_steps_with_numbers_of_its_own() {
    let mut desk = led();
    desk.choose_in_menu("Nog een casus").keys("<enter>");
    assert_eq!(desk.running(), Some(7));
    desk.keys("<pgdn><pgdn><enter>eerste tip<enter>");
    let second = desk.session().casussen[1].id;
    let tips: Vec<u32> = desk.session().ideas.of_casus(second).map(|(_, _, idea)| idea.number).collect();
    assert_eq!(tips, [1]);
}

#[test]
fn every_step_can_be_looked_at_and_started_in_any_order() {
    for order in [[6, 1, 5, 2, 4, 3], [3, 2, 1, 6, 5, 4]] {
        let mut desk = Desk::alone();
        for step in order {
            desk.look(step).keys("<enter>");
            assert_eq!(desk.running(), Some(step));
            desk.wait(3);
        }
    }
}

#[test]
fn help_and_menu_open_everywhere_and_close_again() {
    for step in 1..=6 {
        let mut desk = Desk::in_step(step);
        desk.keys("<f1>");
        assert_eq!(desk.title(), "Wat kan ik hier?");
        desk.keys("<esc><esc>");
        assert_eq!(desk.title(), "Menu");
        assert!(desk.choices().iter().all(|choice| !choice.is_empty()));
        desk.keys("<esc>");
        assert_eq!(desk.title(), "");
        let lines = desk.model.keys.lines(|_| true);
        assert!(lines.len() > 12);
    }
}

/// One board before a key and one after what it changed: nothing is worked out twice.
#[test]
fn a_board_is_built_once_for_what_is_and_once_for_what_became() {
    let mut desk = Desk::in_step(5);
    desk.keys("een tip<enter>");
    for (keys, most) in [("a", 1), ("<enter>", 2), ("<down>", 2), ("<tab>", 2), ("<c-z>", 1), ("<esc>", 2)] {
        crate::app::steps::BUILT.set(0);
        desk.keys(keys);
        let built = crate::app::steps::BUILT.get();
        assert!(built <= most, "{keys}: {built}");
    }
}
