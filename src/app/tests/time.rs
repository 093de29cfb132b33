//! Starting late, forgetting to start, sleeping, and clocks that are set back.

use crate::app::state::effect::Effect;
use crate::app::tests::Desk;
use crate::app::turn::wake;
use crate::domain::command::Command;
use crate::domain::time_report::Usual;
use crate::domain::{clock, plan};
use chrono::TimeDelta;

fn elapsed(desk: &Desk, step: usize) -> i64 {
    desk.session().clock.elapsed(desk.session().agenda()[step - 1], desk.at)
}

#[test]
fn enter_starts_the_step_in_view_and_the_readable_file_follows() {
    let mut desk = Desk::looking_at(1);
    assert_eq!(desk.meaning().1, "stap 1 begint nu");
    desk.keys("<enter>");
    assert_eq!(desk.running(), Some(1));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Snapshot(_))));
    desk.wait(30).keys("<pgdn><enter>");
    assert_eq!(desk.running(), Some(2));
    desk.keys("<pgup>");
    assert_eq!(desk.meaning().1, "stap 1 gaat verder");
}

#[test]
fn typing_in_a_step_that_was_not_started_asks_once() {
    let mut desk = Desk::in_step(4);
    desk.look(5).keys("een tip die even duurt<enter>");
    assert_eq!(desk.title(), "Is stap 5 begonnen?");
    assert_eq!(desk.column(0), ["een tip die even duurt"], "what was typed is kept first");
    desk.choose("Nee, nog niet").keys("nog een<enter>");
    assert_eq!((desk.title(), desk.running(), desk.column(0).len()), ("", Some(4), 2));
}

#[test]
fn since_when_is_offered_after_a_minute_of_typing() {
    let mut desk = Desk::in_step(4);
    desk.look(5).keys("e").wait(90).keys("en<enter>");
    desk.choose("Ja, sinds 13:30");
    assert_eq!(desk.running(), Some(5));
    assert!((90..100).contains(&elapsed(&desk, 5)));
    let mut desk = Desk::in_step(4);
    desk.look(5).keys("een<enter>");
    assert_eq!(desk.choices().len(), 2);
    desk.choose("Ja, sinds nu");
    assert!(elapsed(&desk, 5) < 5);
}

fn planned(minutes_ago: i64) -> Desk {
    let mut desk = Desk::looking_at(1);
    let at = desk.now().second() - TimeDelta::minutes(minutes_ago);
    desk.give(Command::Plan(plan::Command::PlanStart { at }));
    desk.keys("<enter>");
    desk
}

#[test]
fn a_late_start_is_asked_about_once() {
    for (choice, shifted) in [("Toch om", 0), ("Later klaar", 10)] {
        let mut desk = planned(10);
        assert_eq!((desk.title(), desk.running()), ("Hoe laat zijn we klaar?", None));
        desk.choose(choice);
        assert_eq!((desk.title(), desk.running()), ("", Some(1)));
        let plan = &desk.session().plan;
        let end = plan.agreed_end.zip(plan.start).map(|(end, start)| (end - start).num_minutes());
        assert_eq!(end, Some(35 + shifted), "{choice}");
        desk.keys("<pgdn><enter>");
        assert_eq!(desk.title(), "");
    }
}

#[test]
fn two_minutes_is_not_late() {
    let desk = planned(1);
    assert_eq!((desk.title(), desk.running()), ("", Some(1)));
}

#[test]
fn sleep_is_asked_about() {
    for (choice, counted) in [("ging gewoon door", true), ("Het was pauze", false)] {
        let mut desk = Desk::in_step(5);
        desk.wait(60).sleep(360).msg(crate::app::state::msg::Msg::Wake);
        assert_eq!(desk.title(), "Wat gebeurde er in die tijd?");
        desk.choose(choice);
        let seconds = elapsed(&desk, 5);
        assert_eq!(seconds > 400, counted, "{choice}: {seconds}");
        assert_eq!(desk.session().clock.paused_seconds(desk.at) > 300, !counted);
    }
}

#[test]
fn the_key_that_wakes_the_laptop_answers_nothing() {
    let mut desk = Desk::in_step(5);
    desk.sleep(360).keys("<enter>");
    assert_eq!(desk.title(), "Wat gebeurde er in die tijd?");
    desk.keys("2<enter>");
    assert!(desk.session().clock.paused_seconds(desk.at) > 300);
}

#[test]
fn without_a_running_clock_sleep_is_nobodys_business() {
    let mut desk = Desk::looking_at(5);
    desk.sleep(3_600).keys("een<enter>");
    assert_eq!(desk.title(), "Is stap 5 begonnen?");
    let mut desk = Desk::in_step(5);
    desk.keys("<f6>").sleep(3_600).keys("<f6>");
    assert_eq!((desk.title(), desk.running()), ("", Some(5)));
}

#[test]
fn a_clock_that_is_set_back_is_put_right() {
    let mut desk = Desk::in_step(5);
    desk.wait(120);
    let before = elapsed(&desk, 5);
    desk.sleep(-3_600).msg(crate::app::state::msg::Msg::Wake);
    assert_eq!(elapsed(&desk, 5), before);
    assert!(desk.notice().starts_with("De klok van de laptop is teruggezet."));
}

#[test]
fn the_time_list_does_what_it_says() {
    let mut desk = Desk::in_step(3);
    desk.keys("<f7>").choose("Door naar vragen");
    assert_eq!(desk.session().clock.current().map(|(_, part)| part), Some(1));
    desk.keys("<f7>").choose("2 minuten langer");
    assert_eq!(desk.session().planned(desk.session().agenda()[2]), 9 * 60);
    desk.keys("<f7>").choose("Andere minuten").keys("10<enter>");
    assert_eq!(desk.session().planned(desk.session().agenda()[2]), 12 * 60);
    desk.keys("<f7>").choose("Pauze met een reden").keys("koffie<enter>");
    assert_eq!(desk.session().clock.pause_reason(), "koffie");
    desk.keys("<f7>").choose("Weer verder");
    assert_eq!(desk.running(), Some(3));
    desk.keys("<f7>").choose("Stoppen en door naar stap 4");
    assert_eq!((desk.running(), desk.step_in_view()), (Some(4), desk.session().agenda()[3]));
    desk.keys("<f7>").choose("afronden");
    assert!(desk.session().clock.ended().is_some());
}

/// Step 1 took three minutes too long.
fn late() -> Desk {
    let mut desk = Desk::in_step(1);
    desk.wait(8 * 60).keys("<f7>");
    desk
}

fn minutes(desk: &Desk) -> Vec<i64> {
    desk.session().agenda().into_iter().map(|key| (desk.session().planned(key) + 30) / 60).collect()
}

#[test]
fn on_time_there_is_nothing_to_redistribute() {
    let mut desk = Desk::in_step(1);
    desk.keys("<f7>");
    assert!(desk.choices().iter().all(|choice| !choice.contains("klaar")), "{:#?}", desk.choices());
}

#[test]
fn late_there_are_three_ways_out_after_stopping() {
    let desk = late();
    assert_eq!(
        desk.choices()[..4],
        [
            "Stoppen en door naar stap 2, Welkom",
            "Stap 2 wordt 1 min korter, stap 3 1 min en stap 5 1 min: klaar om 14:05",
            "Stap 2 overslaan; stap 5 krijgt 1 min erbij: klaar om 14:05",
            "Later klaar: 14:08. Vindt iedereen dat goed?",
        ]
    );
}

#[test]
fn a_way_out_is_one_key_and_one_undo() {
    for (key, planned, deed, end) in [
        ("2", [5, 3, 6, 4, 11, 3], "Laatst: de tijd verdeeld over 3 stappen.", "14:05"),
        ("3", [5, 0, 7, 4, 13, 3], "Laatst: stap 2 Welkom overgeslagen.", "14:05"),
        ("4", [5, 4, 7, 4, 12, 3], "Laatst: afgesproken einde 14:08.", "14:08"),
    ] {
        let mut desk = late();
        let before = desk.session().clone();
        desk.keys(&format!("{key}<enter>"));
        assert_eq!((desk.title(), minutes(&desk)), ("", planned.to_vec()));
        assert!(desk.quiet().starts_with(deed), "{}", desk.quiet());
        let now = desk.now();
        let ctx = crate::app::state::live::Ctx { live: desk.live(), now: &now };
        let words = crate::app::pages::timing::meeting(ctx);
        assert_eq!(words.as_deref(), Some(format!("op schema, einde rond {end}").as_str()));
        desk.keys("<c-z>");
        assert_eq!(*desk.session(), before);
        assert!(desk.notice().starts_with("Teruggedraaid: "), "{}", desk.notice());
    }
}

#[test]
fn a_step_that_was_left_out_says_so_and_can_still_be_started() {
    let mut desk = late();
    desk.choose("overslaan").keys("<esc>");
    let now = desk.now();
    let pick = crate::app::pages::menu::menu(&desk.model, &now);
    let step = pick.choices.iter().find(|choice| choice.text == "Stap 2 Welkom").expect("step 2");
    assert_eq!(step.detail, "overgeslagen");
    desk.keys("<esc>").look(2).keys("<enter>");
    assert_eq!((desk.running(), minutes(&desk)[1]), (Some(2), 4));
}

#[test]
fn a_way_that_cannot_be_taken_says_why_and_changes_nothing() {
    let mut desk = Desk::in_step(1);
    desk.wait(5 * 60 + 9 * 60).keys("<f7>");
    let entries = desk.entries();
    desk.choose("Korter is niet genoeg");
    assert_eq!(desk.notice(), "Korter is niet genoeg: er kan 8 min af, en het loopt 9 min uit.");
    desk.keys("<f7>").choose("Overslaan");
    assert_eq!(desk.notice(), "Overslaan is niet genoeg: dat scheelt 4 min, en het loopt 9 min uit.");
    assert_eq!(desk.entries(), entries);
    let mut desk = Desk::in_step(1);
    desk.keys("<pgdn><enter>").wait(9 * 60 + 60).keys("<f7>").choose("Overslaan kan niet: elke stap");
    let mut desk = Desk::in_step(6);
    desk.give(Command::Clock(clock::Command::AgreeEnd { at: desk.now().second() })).keys("<f7>");
    desk.choose("Overslaan kan niet: hierna komt geen stap meer");
    desk.keys("<f7>").choose("Korter kan niet: hierna komt geen stap meer");
}

#[test]
fn the_tijdverslag_says_in_words_what_it_took() {
    let mut desk = Desk::in_step(1);
    desk.wait(8 * 60).keys("<pgdn><enter>").wait(60);
    desk.choose_in_menu("Tijdverslag");
    let Some(crate::app::state::model::Dialog::Page(page)) = &desk.model.dialog else { panic!("a page") };
    for line in [
        "- 1 Terugkoppeling: gepland 5 min, duurde 8 min: 3 min langer",
        "- 2 Welkom: gepland 4 min, duurt tot nu toe 1 min",
        "- 5 Ideeën en tips: gepland 12 min, komt nog",
        "Alle stappen: gepland 35 min, tot nu toe 9 min.",
    ] {
        assert!(page.lines.iter().any(|found| found == line), "{line} in {:#?}", page.lines);
    }
    assert!(page.lines.iter().all(|line| !line.contains(['+', '−'])));
}

#[test]
fn the_minutes_of_earlier_times_are_taken_over_in_one_step() {
    let mut desk = Desk::alone();
    let usual = |step: &str, minutes| Usual { step: step.to_owned(), minutes, sessions: 4 };
    let usual = vec![usual("welkom", 6), usual("ideeen", 14)];
    desk.msg(crate::app::state::msg::Msg::Earlier { tips: Vec::new(), group: Vec::new(), usual });
    desk.choose_in_menu("Vooraf: tijd").keys("<down><down><down>");
    assert_eq!(desk.meaning().1, "overnemen");
    assert!(desk.board_words().contains("stap 2 6 min (4 keer) en stap 5 14 min (4 keer)"));
    desk.keys("<enter>");
    assert_eq!(minutes(&desk), [5, 6, 7, 4, 14, 3]);
    assert_eq!(desk.quiet(), "Laatst: minuten van 2 stappen. Terugdraaien: Ctrl+Z");
    desk.keys("<c-z>");
    assert_eq!(minutes(&desk), [5, 4, 7, 4, 12, 3]);
}

#[test]
fn a_step_can_turn_out_to_have_begun_earlier() {
    let mut desk = Desk::in_step(3);
    desk.wait(600).look(4).keys("<enter>").wait(120);
    desk.keys("<f7>").choose("is begonnen om").keys("99");
    assert_eq!(desk.meaning().2.as_deref(), Some("Typ een tijd, bijvoorbeeld 14:07."));
    desk.keys("<c-u>13:35<enter>");
    assert_eq!(desk.text(), "");
    assert!((290..=300).contains(&elapsed(&desk, 3)), "{}", elapsed(&desk, 3));
    assert!(elapsed(&desk, 4) > 420);
}

#[test]
fn looking_elsewhere_says_which_clock_runs() {
    let mut desk = Desk::in_step(5);
    desk.keys("<pgup>");
    let now = desk.now();
    let ctx = crate::app::state::live::Ctx { live: desk.live(), now: &now };
    assert_eq!(
        crate::app::pages::places::looking(ctx).as_deref(),
        Some("Je bekijkt stap 4. De klok loopt voor stap 5.")
    );
}

#[test]
fn the_program_sleeps_unless_something_moves() {
    let mut desk = Desk::looking_at(5);
    assert_eq!(wake::next(&desk.model, &desk.now()), None);
    desk.keys("<enter>");
    assert_eq!(wake::next(&desk.model, &desk.now()), Some(desk.now().second() + TimeDelta::seconds(1)));
    desk.give(Command::Clock(clock::Command::Pause { reason: String::new() }));
    let next = wake::next(&desk.model, &desk.now()).expect("the expected end moves");
    assert_eq!(next.timestamp() % 60, 0);
    desk.give(Command::Clock(clock::Command::End));
    assert_eq!(wake::next(&desk.model, &desk.now()), None);
}
