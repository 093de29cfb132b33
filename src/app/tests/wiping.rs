//! Definitief wissen, the bewaartermijn, and the privacy filter before a sheet is made.

use crate::app::state::effect::Effect;
use crate::app::state::intent::Wiping;
use crate::app::state::model::{Dialog, Screen};
use crate::app::state::msg::{Found, Msg, Plan};
use crate::app::tests::Desk;
use crate::domain::id::IdeaId;
use crate::domain::ideas::Slot;

/// The files that were made last.
fn written(desk: &Desk) -> Option<String> {
    let files = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(files) => Some(files),
        _ => None,
    })?;
    Some(files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect())
}

fn with_tips(tips: &[&str]) -> Desk {
    let mut desk = Desk::in_step(5);
    for tip in tips {
        desk.keys(tip).keys("<enter>");
    }
    desk
}

#[test]
fn a_tip_in_the_prullenbak_goes_for_good_after_the_word() {
    let mut desk = with_tips(&["bel de bakker", "wandelen"]);
    desk.keys("<down><del>");
    assert_eq!(desk.tips_at(Slot::Bin).len(), 1);
    let gone = desk.tips_at(Slot::Bin)[0].to_owned();
    desk.choose_in_menu("Prullenbak");
    desk.keys("definitief<enter><enter>");
    assert_eq!(desk.title(), "Definitief wissen?");
    let before = desk.live().journal.clone();
    // Enter without the word is the way back.
    desk.keys("<enter>");
    assert_eq!(desk.live().journal, before);
    desk.choose_in_menu("Prullenbak");
    desk.keys("definitief<enter><enter>wi<enter>");
    assert_eq!(desk.live().journal, before, "half a word is no word");
    desk.keys("<c-u>wis<enter>");
    let texts = format!("{:?}", desk.live().journal);
    assert!(!texts.contains(&gone) && texts.contains("(gewist)"), "{gone}");
    assert_eq!((desk.tips_at(Slot::Bin), desk.live().journal.len()), (vec!["(gewist)"], before.len()));
    assert!(desk.notice().starts_with("Definitief gewist."));
    let rewrites = desk.effects.iter().filter(|effect| matches!(effect, Effect::Rewrite(_))).count();
    assert_eq!(rewrites, 1);
    assert_eq!(desk.live().journal.fold(), *desk.session());
}

#[test]
fn whoever_only_looks_on_wipes_nothing() {
    let mut desk = with_tips(&["bel de bakker"]);
    desk.keys("<down><del>");
    desk.choose_in_menu("Prullenbak");
    desk.keys("definitief<enter><enter>");
    desk.model.live.as_mut().expect("live").saved.read_only = Some("open elders".to_owned());
    desk.keys("wis<enter>");
    assert!(format!("{:?}", desk.live().journal).contains("bel de bakker"));
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Rewrite(_))));
}

#[test]
fn a_session_is_wiped_from_the_list_after_the_word() {
    let mut desk = Desk::start();
    let found = |folder: &str| Found {
        folder: folder.to_owned(),
        title: format!("bespreking {folder}"),
        detail: String::new(),
        usable: true,
    };
    desk.msg(Msg::Listed(vec![found("een"), found("twee")]));
    desk.keys("definitief<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Wipe(Wiping::Which)));
    desk.msg(Msg::Wipeable(vec![found("een"), found("twee")]));
    desk.keys("twee<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Wipe(Wiping::Plan("twee".to_owned()))));
    let plan =
        |sheets| Plan { folder: "twee".to_owned(), lines: vec!["Nog 3 tips open.".to_owned()], sheets };
    for (sheets, typed, want) in [
        (false, "<enter>", None),
        (false, "wis alles<enter>", None),
        (false, "2<enter>", None),
        (false, "Wis<enter>", Some(false)),
        (true, "wis<enter>", Some(false)),
        (true, "wis alles<enter>", Some(true)),
    ] {
        let before = desk.effects.len();
        desk.msg(Msg::ToWipe(plan(sheets)));
        desk.keys(typed);
        let want = want.map(|sheets| Effect::Wipe(Wiping::Go { folder: "twee".to_owned(), sheets }));
        assert_eq!(desk.effects.get(before), want.as_ref(), "{typed}");
        desk.model.dialog = None;
    }
}

#[test]
fn the_start_screen_reminds_and_says_first_what_is_open() {
    let mut desk = Desk::start();
    desk.msg(Msg::Over { sessions: 2, open: 3 });
    let Screen::Start(pick) = &desk.model.screen else { panic!("the start screen") };
    assert_eq!(pick.intro, ["Nog 3 tips open. 2 besprekingen zijn over de bewaartermijn: 4 laat ze zien."]);
    let mut desk = Desk::in_step(5);
    desk.msg(Msg::Over { sessions: 2, open: 3 });
    assert_eq!(desk.model.screen, Screen::Work);
}

#[test]
fn a_sheet_with_a_hit_is_asked_about_once_and_masked_by_default() {
    let mut desk = with_tips(&["mevrouw Jansen bellen", "mail jan@voorbeeld.nl"]);
    desk.look(6);
    desk.choose_in_menu("Maak het tipblad");
    assert_eq!((desk.title(), written(&desk)), ("Eerst even kijken", None));
    let Some(Dialog::Pick(pick)) = &desk.model.dialog else { panic!("a question") };
    assert!(pick.intro[0].starts_with("2 teksten lijken te zeggen wie iemand is"), "{:?}", pick.intro);
    desk.keys("<enter>");
    let masked = written(&desk).expect("made");
    assert!(masked.contains("■■■") && !masked.contains("Jansen") && !masked.contains("voorbeeld.nl"));
    desk.choose_in_menu("Maak het tipblad");
    desk.keys("2<enter>");
    assert!(written(&desk).expect("made").contains("Jansen"));
    assert!(desk.live().view.guard.printed);
    // In the session nothing changed.
    assert!(desk.session().ideas.get(IdeaId(1)).expect("a tip").text.contains("Jansen"));
}

#[test]
fn both_forms_of_a_sheet_are_one_question() {
    let mut desk = with_tips(&["mevrouw Jansen bellen"]);
    desk.choose_in_menu("Bladen maken");
    desk.keys("noodblad<enter>");
    assert_eq!(desk.title(), "Eerst even kijken");
    let before = desk.effects.len();
    desk.keys("<enter>");
    let files = desk.effects[before..].iter().filter_map(|effect| match effect {
        Effect::Write(files) => Some(files.len()),
        _ => None,
    });
    assert_eq!(files.collect::<Vec<_>>(), [2]);
}

#[test]
fn a_bsn_keeps_a_sheet_back_until_somebody_says_that_it_is_none() {
    let mut desk = with_tips(&["wandelen", "nummer 123456782"]);
    desk.look(6);
    desk.choose_in_menu("Maak het tipblad");
    assert!(desk.notice().starts_with("Niet gemaakt: in tip 2 staat een getal dat een BSN kan zijn."));
    assert_eq!(written(&desk), None);
    // A sheet it does not stand on is made.
    desk.choose_in_menu("Bladen maken");
    desk.keys("spinnetje<enter>");
    assert!(written(&desk).is_some());
    desk.effects.clear();
    let key = crate::domain::verdicts::TextKey::Idea(IdeaId(2));
    let accept = crate::domain::verdicts::Command::Accept { key };
    desk.give(crate::domain::command::Command::Verdict(accept));
    desk.choose_in_menu("Maak het tipblad");
    assert!(written(&desk).expect("made").contains("123456782"));
}
