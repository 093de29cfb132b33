//! The verdict of the privacy filter comes with the text, and undo takes both back.

use crate::app::layout::frame;
use crate::app::layout::regions;
use crate::app::state::shown::Shown;

use crate::app::state::live::Ctx;
use crate::app::state::model::Dialog;
use crate::app::tests::{Desk, first_line};
use crate::app::turn::commit;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::id::IdeaId;
use crate::domain::journal::{Act, Journal};
use crate::domain::people::{self, Person};
use crate::domain::privacy::{Kind, VERSION};
use crate::domain::testing;
use crate::domain::verdicts::{self, Hit, TextKey};
use crate::support;

const TIP: TextKey = TextKey::Idea(IdeaId(1));

fn open(desk: &Desk) -> &[Hit] {
    desk.session().verdicts.open(TIP)
}

fn list(desk: &mut Desk, words: &[&str]) {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    let now = desk.now();
    commit::list_words(&mut desk.model, words, &now, &mut desk.effects);
}

#[test]
fn a_text_and_its_verdict_are_one_entry() {
    let mut desk = Desk::in_step(5);
    desk.with_group();
    let before = desk.entries();
    desk.keys("vraag Joke mee<enter>");
    assert_eq!((desk.entries(), open(&desk)), (before + 1, &[Hit(6, 10, Kind::Participant)] as &[Hit]));
    desk.keys("gewoon<enter>");
    let newest = desk.newest();
    assert_eq!(newest.last(), Some(&Event::Verdict(verdicts::Event::Checked(1, Vec::new(), VERSION))));
    assert_eq!(desk.live().journal.fold(), *desk.session());
    desk.keys("<c-z><c-z>");
    assert!(open(&desk).is_empty() && desk.column(0).is_empty());
    desk.keys("<c-y>");
    assert_eq!(open(&desk).len(), 1);
    assert_eq!(desk.live().journal.fold(), *desk.session());
}

#[test]
fn a_name_or_word_that_comes_later_is_found_in_what_is_there() {
    let mut desk = Desk::in_step(5);
    // On no list of names: only somebody at the table can be called so.
    desk.keys("vraag zonnevanck bij Huize Zon<enter>");
    assert!(open(&desk).is_empty());
    desk.with_group();
    let person = Person { name: "Ina Zonnevanck".to_owned(), ..Person::default() };
    desk.give(Command::People(people::Command::Add(vec![person])));
    assert_eq!(open(&desk), [Hit(6, 16, Kind::Participant)]);
    list(&mut desk, &["huize zon"]);
    assert_eq!(open(&desk).len(), 2);
    let lines = format!("{:?}", desk.effects);
    assert!(!lines.contains("huize zon"), "what was listed is nowhere in what is written");
    assert!(
        frame::quiet(&desk.model, desk.live(), &desk.model.keys).contains("Ina"),
        "the last deed, no verdict"
    );
    list(&mut desk, &[]);
    assert_eq!(open(&desk).len(), 2, "what is hidden stays hidden");
    desk.keys("<c-z><c-z><c-z><c-z>");
    assert!(desk.column(0).is_empty(), "undo passes over verdicts");
}

#[test]
fn texts_of_an_older_journal_get_their_verdict_when_it_is_opened() {
    let older = || {
        let add = support::add_idea(0, "bel 06-12345678");
        let mut journal = Journal::new(first_line());
        let session = journal.fold();
        let now = crate::domain::time::Now::fixed(testing::begin());
        let events = crate::domain::command::decide(&session, add, &now).expect("a tip");
        journal.push(journal.next(testing::begin(), Act::Do(events)));
        journal
    };
    let mut desk = Desk::start();
    desk.opened(older(), None);
    assert_eq!((open(&desk), desk.entries()), (&[Hit(4, 15, Kind::Phone)] as &[Hit], 2));
    desk.keys("<c-z>");
    assert!(desk.session().ideas.is_empty());
    desk.keys("<c-y>");
    assert_eq!(open(&desk), [Hit(4, 15, Kind::Phone)]);

    let mut desk = Desk::start();
    desk.opened(older(), Some("Alleen om te lezen."));
    assert!(
        desk.effects.iter().all(|effect| !matches!(effect, crate::app::state::effect::Effect::Append(_)))
    );
    assert!(!desk.session().verdicts.is_checked(TIP), "and nothing of it is for the group");
}

#[test]
fn a_group_that_watches_sees_neither_the_post_it_nor_the_typing() {
    let mut desk = Desk::in_step(5);
    desk.with_group();
    desk.keys("vraag Joke");
    let shown = |desk: &Desk| {
        let now = desk.now();
        regions::regel(Ctx { live: desk.live(), now: &now }).text().to_owned()
    };
    assert_eq!(shown(&desk), "vraag Joke", "a screen of the begeleider alone");
    desk.choose_in_menu("De groep kijkt mee");
    assert_eq!((shown(&desk), desk.text()), ("vraag ■■■".to_owned(), "vraag Joke"));
    desk.keys("<enter><up><enter>");
    let Some(Dialog::Pick(pick)) = &desk.model.dialog else { panic!("the tip is open") };
    assert_eq!(pick.intro, ["vraag ■■■"]);
    desk.choose("Laten staan");
    assert_eq!(Shown::of(desk.live(), TIP), "vraag Joke");
    desk.keys("<c-z>");
    assert_eq!(Shown::of(desk.live(), TIP), "vraag ■■■");
    desk.keys("<enter>").choose("Vervangen door een initiaal");
    assert_eq!((desk.column(0), open(&desk).len()), (vec!["vraag J."], 0));
}

#[test]
fn a_bsn_asks_for_its_own_words_and_an_initial_is_for_names() {
    let mut desk = Desk::in_step(5);
    desk.keys("nummer 123456782<enter><up><enter>");
    let choices = desk.choices();
    assert_eq!(choices[0], "Dit is geen BSN: laten staan");
    assert!(!choices.iter().any(|choice| choice.contains("initiaal")), "{choices:?}");
}

#[test]
fn the_last_deed_and_the_goal_hide_what_the_board_hides() {
    let mut desk = Desk::watched();
    desk.with_group();
    desk.with_goal("naar Joke toe");
    desk.look(5);
    assert!(desk.quiet().contains("■■■") && !desk.quiet().contains("Joke"), "{}", desk.quiet());
    assert!(!desk.board_words().contains("Joke"), "{}", desk.board_words());
}

#[test]
fn listed_words_are_asked_and_kept_in_memory_only() {
    let mut desk = Desk::watched();
    desk.look(5).choose_in_menu("Woorden die niet op het scherm mogen");
    desk.keys("Huize Zon, beatrixflat<enter>");
    assert_eq!(desk.live().listed, ["Huize Zon", "beatrixflat"]);
    assert!(desk.notice().contains("opnieuw starten"));
    desk.keys("langs de Beatrixflat<enter>");
    assert_eq!(open(&desk), [Hit(9, 20, Kind::Listed)]);
}

#[test]
fn who_it_is_comes_before_an_initial() {
    let mut desk = Desk::in_step(5);
    desk.with_group();
    desk.keys("zoon Kees regelt het geld<enter>").choose_in_menu("De groep kijkt mee");
    desk.keys("<up><enter>");
    let Some(Dialog::Pick(pick)) = &desk.model.dialog else { panic!("the tip is open") };
    assert_eq!(pick.choices[0].detail, "de zoon regelt het geld");
    desk.choose("Vervangen door wie het is");
    assert_eq!((desk.column(0), open(&desk).len()), (vec!["de zoon regelt het geld"], 0));
}

/// A text meets a list that came in between: it is masked there too, and covered where nothing that
/// is typed may be seen.
#[test]
fn what_is_typed_at_a_list_is_masked_as_de_regel_is() {
    let mut desk = Desk::watched();
    desk.keys("<esc>mevrouw Jansen");
    let now = desk.now();
    let shown = |desk: &Desk| match &desk.model.dialog {
        Some(Dialog::Pick(pick)) => regions::finding(&desk.model, pick, &now).text().to_owned(),
        other => panic!("{other:?}"),
    };
    assert!(!shown(&desk).contains("Jansen"), "{}", shown(&desk));
    desk.keys("<esc>");
    desk.choose_in_menu("Verborgen typen").keys("<c-u><esc>zzz");
    assert_eq!(shown(&desk), "•••");
    desk.keys("<c-u>prullenbak");
    assert_eq!(shown(&desk), "prullenbak");
}
