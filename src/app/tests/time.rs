//! Starting late, forgetting to start, sleeping, and clocks that are set back.

use super::Desk;
use crate::app::effect::Effect;
use crate::app::wake;
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::plan;
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
        desk.wait(60).sleep(360).msg(crate::app::msg::Msg::Wake);
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
    desk.sleep(-3_600).msg(crate::app::msg::Msg::Wake);
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
    let ctx = crate::app::model::Ctx { live: desk.live(), now: &now };
    assert_eq!(
        crate::app::frame::looking(ctx).as_deref(),
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
