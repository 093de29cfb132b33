//! The book on the screen: found by words, read one by one, kept only when the disk says so.

use super::*;
use crate::app::state::reader::{Errand, News, Reader};
use crate::domain::book::{Book, Event as Kept};
use crate::domain::id::LessonId;
use crate::support;

/// A begeleider at the book, with a disk that keeps or refuses.
struct Table {
    desk: Desk,
    kept: Vec<Kept>,
}

impl Table {
    fn of(book: Book) -> Self {
        let mut desk = Desk::start();
        desk.msg(Msg::Book(News::Opened { book, read_only: None }));
        Self { desk, kept: Vec::new() }
    }

    /// With three lessons that wait.
    fn waiting(lessons: u32) -> Self {
        let mut table = Self::of(support::book(lessons));
        table.desk.msg(Msg::Book(News::Waiting(support::waiting())));
        table
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in script(keys).expect("a key script") {
            self.desk.effects.clear();
            self.desk.msg(Msg::Key(key));
            for effect in std::mem::take(&mut self.desk.effects) {
                if let (Effect::Book(Errand::Keep { events, undo }), true) = (effect, self.desk.disk) {
                    self.kept.extend(events.clone());
                    self.desk.msg(Msg::Book(News::Kept { events, undo }));
                }
            }
        }
        self
    }

    fn reader(&self) -> &Reader {
        match &self.desk.model.screen {
            Screen::Book(reader) => reader,
            other => panic!("{other:?}"),
        }
    }

    fn tips(&self) -> Vec<String> {
        let reader = self.reader();
        reader.found.iter().map(|id| reader.book.get(*id).expect("a lesson").tip.clone()).collect()
    }

    fn choices(&self) -> Vec<String> {
        match &self.desk.model.dialog {
            Some(Dialog::Pick(pick)) => pick.choices.iter().map(|choice| choice.text.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    fn intro(&self) -> String {
        match &self.desk.model.dialog {
            Some(Dialog::Pick(pick)) => pick.intro.join("\n"),
            _ => String::new(),
        }
    }

    fn choose(&mut self, words: &str) -> &mut Self {
        let place = self.choices().iter().position(|text| text.contains(words));
        let place = place.unwrap_or_else(|| panic!("'{words}' is not in {:?}", self.choices()));
        self.keys(&format!("{}<enter>", place + 1))
    }

    fn notice(&self) -> &str {
        self.desk.model.notice.as_deref().unwrap_or_default()
    }
}

#[test]
fn every_key_narrows_the_list_and_escape_widens_it() {
    let mut table = Table::of(support::book(60));
    assert_eq!(table.reader().found.len(), 60);
    table.keys("zwembad");
    let some = table.reader().found.len();
    assert!((1..60).contains(&some), "{some}");
    assert!(table.tips().iter().all(|tip| tip.contains("zwembad")), "{:?}", table.tips());
    table.keys(" niet");
    assert!((1..some).contains(&table.reader().found.len()));
    table.keys("<esc>");
    assert_eq!(table.reader().found.len(), 60);
    table.keys("<esc>");
    assert!(table.choices().iter().any(|text| text.contains("CSV")), "{:?}", table.choices());
}

#[test]
fn what_waits_enters_only_after_it_was_read() {
    let mut table = Table::waiting(2);
    assert_eq!(table.reader().waits().as_deref(), Some("3 lessen wachten om gelezen te worden"));
    table.keys("<enter>");
    assert!(table.intro().contains("buurvrouw vragen") && table.intro().contains("gaat niet mee"));
    table.choose("In het boek");
    assert_eq!(table.reader().book.len(), 3);
    assert!(
        table.intro().contains("[06-12345678]") && table.intro().contains("[Fatma]"),
        "{}",
        table.intro()
    );
    assert_eq!(table.choices()[0], "Eerst aanpassen", "what is suspect is not kept by one Enter");
    table.choose("Niet bewaren");
    assert!(table.intro().contains("BSN"));
    table.choose("Later");
    assert!(table.desk.model.dialog.is_none() && table.reader().waits().is_none());
    let [Kept::Added { lesson, from: Some(_), .. }, Kept::Declined(_)] = table.kept.as_slice() else {
        panic!("{:?}", table.kept)
    };
    assert_eq!(lesson.because, "ze gaat toch al");
    table.desk.msg(Msg::Book(News::Waiting(support::waiting())));
    assert_eq!(table.reader().waiting.len(), 1, "only what was left for later waits again");
}

#[test]
fn a_bsn_does_not_enter_until_it_is_gone() {
    let mut table = Table::waiting(0);
    table.keys("<enter>").choose("Later").choose("Later");
    assert!(table.choices().iter().all(|text| !text.contains("In het boek")), "{:?}", table.choices());
    table.choose("Eerst aanpassen").keys("<c-u>rekening betalen<enter>");
    assert_eq!(table.reader().asked().0, "Omdat");
    table.keys("het bsn 111222333 is<enter>");
    assert!(table.choices().iter().all(|text| !text.contains("In het boek")), "{:?}", table.choices());
    table.choose("Eerst aanpassen").keys("<enter><c-u><enter>").choose("In het boek");
    let reader = table.reader();
    let lesson = reader.book.get(LessonId(1)).expect("kept");
    assert_eq!((lesson.tip.as_str(), lesson.because.as_str()), ("rekening betalen", ""));

    table.keys("<enter>").choose("veranderen").keys(" 111222333<enter><enter>");
    assert!(table.notice().contains("BSN"), "{}", table.notice());
    assert_eq!(
        table.reader().asked().1.text(),
        "rekening betalen 111222333",
        "the text is there to put right"
    );
    table.keys("<c-u>post lezen<enter><enter>");
    assert_eq!(table.tips(), ["post lezen"]);
}

#[test]
fn what_was_typed_stays_when_somebody_turns_back() {
    let mut table = Table::waiting(0);
    table.keys("<enter>").choose("Eerst aanpassen").keys(" op dinsdag<esc>");
    assert!(table.intro().contains("mee te lopen op dinsdag"), "{}", table.intro());
    table.choose("Eerst aanpassen").keys("<c-u><enter>");
    assert!(table.notice().contains("heeft een tip nodig"));
    table.keys("<esc>");
    assert!(table.intro().contains("mee te lopen op dinsdag"), "{}", table.intro());
}

#[test]
fn every_gesture_is_taken_back() {
    let mut table = Table::waiting(2);
    let before = table.reader().book.events();
    table.keys("<enter>").choose("In het boek").choose("Niet bewaren").keys("<esc><c-z>");
    assert_eq!(table.reader().waiting.len(), 2, "the refused one waits again");
    table.keys("<c-z>");
    assert_eq!((table.reader().waiting.len(), table.reader().book.events()), (3, before.clone()));
    table.keys("<down><enter>").choose("Uit het boek");
    assert_eq!(table.reader().book.len(), 1);
    table.keys("<c-z>");
    assert_eq!(table.reader().book.events(), before);
    table.keys("<c-z>");
    assert!(table.notice().contains("niets om terug te draaien"), "{}", table.notice());
}

#[test]
fn a_disk_that_refuses_changes_nothing() {
    let mut table = Table::waiting(1);
    table.desk.disk = false;
    table.keys("<enter>").choose("In het boek");
    table.desk.msg(Msg::Failed("Niet bewaard: de schijf is vol.".to_owned()));
    assert_eq!((table.reader().book.len(), table.reader().waiting.len()), (1, 3));
    assert!(table.notice().contains("schijf"));
    table.keys("<c-z>");
    assert_eq!(table.reader().book.len(), 1);
}

#[test]
fn a_second_window_reads_and_does_not_write() {
    let mut table = Table::of(Book::default());
    let reason = "Het boek is al open in een ander venster.".to_owned();
    let opened = News::Opened { book: support::book(3), read_only: Some(reason.clone()) };
    table.desk.msg(Msg::Book(opened));
    table.desk.msg(Msg::Book(News::Waiting(support::waiting())));
    assert_eq!(table.notice(), reason);
    table.keys("<down><enter>");
    assert_eq!(table.choices(), ["Terug naar de lijst"]);
    table.keys("<esc><up><enter>");
    assert!(table.desk.model.dialog.is_none());
    assert_eq!((table.notice(), table.kept.len()), (reason.as_str(), 0));
    table.keys("<esc>").choose("beginscherm");
    assert!(matches!(table.desk.model.screen, Screen::Start(_)));
}

#[test]
fn the_menu_makes_a_file_of_the_book() {
    let mut table = Table::of(support::book(3));
    table.keys("<esc>");
    let csv = table.choices().iter().position(|text| text.contains("CSV")).expect("a choice");
    table.desk.effects.clear();
    table.desk.keys(&format!("{}<enter>", csv + 1));
    let [Effect::Write(files)] = table.desk.effects.as_slice() else { panic!("{:?}", table.desk.effects) };
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    assert_eq!(files[0].0, "2026-11-22-wat-werkte.csv");
    assert_eq!(text.lines().count(), 4, "{text}");
}

#[test]
fn during_a_meeting_it_stands_behind_a_key() {
    let mut desk = Desk::in_step(4);
    desk.keys("<tab>naar de markt<enter>").look(5);
    desk.effects.clear();
    desk.choose_in_menu("Wat werkte eerder");
    let goal = GoalId(1);
    assert!(desk.effects.contains(&Effect::Book(Errand::Look(goal))), "{:?}", desk.effects);
    desk.msg(Msg::Book(News::Looked { goal, book: support::book(60) }));
    let Some(Dialog::Page(page)) = &desk.model.dialog else { panic!("{:?}", desk.model.dialog) };
    assert!(page.lines[0].contains("markt"), "{:?}", page.lines);
    desk.keys("<esc>").msg(Msg::Book(News::Looked { goal, book: Book::default() }));
    let Some(Dialog::Page(page)) = &desk.model.dialog else { panic!("{:?}", desk.model.dialog) };
    assert!(page.lines[0].contains("nog niets"), "{:?}", page.lines);
}
