//! Ideas on the board: typing, placing, pasting, and what keeps a hasty hand from doing harm.

use crate::app::state::draft;
use crate::app::state::msg::Msg;
use crate::app::tests::{Desk, typing};
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{Mark, Place, Slot};
use crate::domain::session::FIRST_CASUS;

#[test]
fn a_tip_is_typed_where_the_focus_is() {
    let mut desk = Desk::in_step(5);
    assert_eq!(desk.label(), "Tip bij Cliënt");
    desk.keys("zelf kiezen<enter><tab>buurvrouw vragen<enter>nog een<enter>");
    assert_eq!(desk.column(0), ["zelf kiezen"]);
    assert_eq!(desk.column(1), ["buurvrouw vragen", "nog een"]);
    assert_eq!(desk.text(), "");
}

#[test]
fn tab_goes_round_also_while_typing() {
    let mut desk = Desk::in_step(5);
    desk.keys("los<tab>");
    assert_eq!((desk.label().as_str(), desk.text()), ("Tip bij Netwerk", "los"));
    desk.keys("<tab><tab><tab>");
    assert_eq!(desk.label(), "Tip bij Cliënt");
    desk.keys("<s-tab>");
    assert_eq!(desk.label(), "Tip bij Formeel");
}

#[test]
fn tab_past_the_last_vak_goes_to_the_next_goal() {
    let mut desk = Desk::in_step(5);
    let first = desk.with_goal("weer naar de markt");
    let second = desk.with_goal("minder alleen zijn");
    desk.keys("<tab><tab><tab><tab>samen eten<enter>");
    let at = |goal| {
        let row = Row { casus: FIRST_CASUS, goal: Some(goal) };
        desk.session().ideas.at(Place { row, slot: Slot::Column(0) }).len()
    };
    assert_eq!((at(first), at(second)), (0, 1));
}

#[test]
fn a_number_and_a_letter_place_a_tip() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>twee<enter>1n");
    assert_eq!(desk.meaning(), ("Zet 1 bij Netwerk".to_owned(), "verplaatsen".to_owned(), None));
    desk.keys("<enter>1 2 F<enter>");
    assert_eq!(desk.column(3), ["een", "twee"]);
    desk.keys("2 los<enter>");
    assert_eq!(desk.tips_at(Slot::Unplaced), ["twee"]);
}

#[test]
fn a_number_that_is_not_there_is_said_before_enter() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>99n");
    assert_eq!(desk.meaning().2.as_deref(), Some("Tip 99 is er niet."));
    desk.keys("<enter>");
    assert_eq!((desk.text(), desk.notice()), ("99n", "Tip 99 is er niet."));
    desk.keys("<c-u><down><del>1n");
    assert_eq!(desk.meaning().2.as_deref(), Some("Tip 1 is er niet."), "it lies in the prullenbak");
}

#[test]
fn marked_tips_go_together() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>twee<enter>drie<enter><down><space><down><space>");
    assert_eq!(desk.live().view.marked.len(), 2);
    assert_eq!(desk.label(), "2 tips naar vak");
    desk.keys("i<enter>");
    assert_eq!((desk.column(0), desk.column(2)), (vec!["drie"], vec!["een", "twee"]));
    assert!(desk.live().view.marked.is_empty());
}

#[test]
fn escape_keeps_what_was_typed() {
    let mut desk = Desk::in_step(5);
    desk.keys("half getyp<esc>");
    assert_eq!((desk.title(), desk.text()), ("Menu", "half getyp"));
    desk.keys("<esc>");
    assert_eq!((desk.title(), desk.text()), ("", "half getyp"));
}

#[test]
fn ctrl_u_clears_and_brings_back() {
    let mut desk = Desk::in_step(5);
    desk.keys("half getyp<c-u>");
    assert_eq!(desk.text(), "");
    desk.keys("<c-u>");
    assert_eq!(desk.text(), "half getyp");
    desk.keys("<c-z>");
    assert_eq!(desk.text(), "half getyp", "undo leaves the draft alone");
}

#[test]
fn looking_at_another_step_keeps_the_draft_of_each() {
    let mut desk = Desk::in_step(5);
    desk.keys("half getyp<pgup>een doel");
    assert_eq!(desk.running(), Some(5), "looking changes no clock");
    desk.keys("<pgdn>");
    assert_eq!(desk.text(), "half getyp");
    desk.keys("<pgup>");
    assert_eq!(desk.text(), "een doel");
    desk.keys("<f5>");
    assert_eq!(desk.text(), "half getyp");
}

#[test]
fn a_draft_survives_the_file() {
    let mut desk = Desk::in_step(5);
    desk.with_group();
    desk.choose_in_menu("Ronde: ieder één idee").keys("<enter>half getyp<pgup>één doel");
    let draft = draft::of(desk.live());
    let text = ron::to_string(&draft).expect("writes");
    let read: draft::Draft = ron::from_str(&text).expect("reads");
    assert_eq!(read, draft);
    let view = draft::restore(read);
    assert_eq!((view.place, &view.lines.keys().len()), (desk.live().view.place, &2));
    assert_eq!(view.text(), "één doel");
    assert_eq!(view.round, desk.live().view.round);
}

#[test]
fn a_question_that_was_open_keeps_its_text_in_the_draft() {
    let mut desk = Desk::in_step(5);
    desk.choose_in_menu("Uitzoekvraag").keys("wie helpt er");
    let view = draft::restore(draft::of(desk.live()));
    assert_eq!(view.text(), "wie helpt er");
}

#[test]
fn a_second_enter_right_after_adding_does_nothing() {
    let mut desk = Desk::in_step(5);
    desk.keys("<tab><tab>een<enter>");
    let (entries, at) = (desk.entries(), desk.at);
    desk.at = at + chrono::TimeDelta::milliseconds(300);
    desk.msg(Msg::Key(crate::keys::key::Key::Enter));
    assert_eq!(desk.entries(), entries, "no part of the clock began");
    desk.at = at + chrono::TimeDelta::milliseconds(450);
    desk.msg(Msg::Key(crate::keys::key::Key::Enter));
    assert_eq!(desk.entries(), entries + 1);
}

#[test]
fn keys_that_come_all_at_once_are_a_paste() {
    let mut desk = Desk::in_step(5);
    desk.burst("een<enter><enter>twee<tab>en een half<enter><enter>dr");
    assert_eq!(desk.column(0), ["een", "twee en een half"]);
    assert_eq!(desk.text(), "dr");
}

#[test]
fn a_list_that_comes_all_at_once_is_kept_before_anything_is_asked() {
    let mut desk = Desk::looking_at(5);
    desk.burst("een<enter>ja nee sinds<enter>blijft<enter>");
    assert_eq!(desk.column(0), ["een", "ja nee sinds", "blijft"]);
    assert_eq!(desk.title(), "Is stap 5 begonnen?");
    assert_eq!(desk.running(), None);
}

#[test]
fn several_pasted_lines_are_asked_about_once() {
    let list = || Msg::Paste("- een\n- twee\n\n- drie\n".to_owned());
    let mut desk = Desk::in_step(5);
    desk.msg(list());
    assert_eq!(desk.choices()[0], "3 tips: elke regel apart");
    let before = desk.entries();
    desk.keys("1<enter>");
    assert_eq!((desk.column(0), desk.entries()), (vec!["een", "twee", "drie"], before + 1));
    desk.msg(list()).keys("2<enter>");
    assert_eq!(desk.text(), "een twee drie");
    desk.keys("<c-u>").msg(list()).keys("<esc>");
    assert_eq!((desk.text(), desk.column(0).len()), ("", 3));
    desk.msg(Msg::Paste("één regel\n".to_owned()));
    assert_eq!((desk.title(), desk.text()), ("", "één regel"));
}

#[test]
fn what_is_pasted_cannot_command_the_terminal() {
    let mut desk = Desk::in_step(5);
    desk.msg(Msg::Paste("a\u{1b}[2Jb\u{7}".to_owned())).keys("<enter>");
    assert_eq!(desk.column(0), ["ab"]);
}

#[test]
fn the_prullenbak_gives_back() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>twee<enter><down><del>");
    assert_eq!(desk.column(0), ["twee"]);
    desk.choose_in_menu("Prullenbak").keys("<enter>");
    assert_eq!(desk.column(0), ["twee", "een"]);
}

#[test]
fn a_tip_can_be_opened_reworded_and_moved() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter><down><enter>");
    assert_eq!(desk.title(), "Tip 1");
    desk.choose("Tekst wijzigen");
    assert_eq!(desk.text(), "een");
    desk.keys(" twee<enter>");
    assert_eq!(desk.column(0), ["een twee"]);
    desk.keys("<down><enter>").choose("Naar een ander vak").choose("Formeel");
    assert_eq!(desk.column(3), ["een twee"]);
}

#[test]
fn words_that_are_changed_and_escaped_are_the_old_ones() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter><down><enter>").choose("Tekst wijzigen").keys(" twee<esc>");
    assert_eq!((desk.column(0), desk.text()), (vec!["een"], ""));
}

#[test]
fn soft_remarks_never_stop_anybody() {
    let mut desk = Desk::in_step(5);
    let long = "x".repeat(95);
    for key in typing(&long) {
        desk.msg(Msg::Key(key));
    }
    desk.keys("<enter>");
    assert_eq!(desk.column(0), [long.as_str()]);
}

#[test]
fn later_is_only_for_the_begeleider() {
    for (watched, seen) in [(false, true), (true, false)] {
        let mut desk = if watched { Desk::watched() } else { Desk::alone() };
        desk.with_goal("weer naar de markt");
        desk.look(5).keys("<enter><tab><tab><tab>ergotherapeut<enter>");
        let words = desk.board_words();
        assert_eq!(words.contains("later"), seen);
        assert_eq!(words.contains("Nog niet stilgestaan bij"), seen);
        desk.choose_in_menu("Waar stonden we nog niet bij stil?");
        assert_eq!(desk.title(), "Van links naar rechts", "when asked for, it is said");
    }
}

#[test]
fn a_star_stands_behind_a_tip() {
    let mut desk = Desk::in_step(5);
    desk.keys("een<enter>").look(6).keys("<enter><down><space>");
    assert!(desk.session().ideas.get(IdeaId(1)).is_some_and(|idea| idea.has(Mark::StandsOut)));
    assert!(desk.board_words().contains("valt op"));
    desk.keys("<enter>").choose("Laat ik weg");
    assert!(desk.board_words().contains("laat ik weg"));
}
