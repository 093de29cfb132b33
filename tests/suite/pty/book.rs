//! Two windows with the book: one writes, the other reads, and a kill gives the lock back.

use super::session::map;
use super::terminal::Terminal;
use oogst::io::store::{Places, lessons};
use oogst::support;

#[test]
fn one_window_writes_in_the_book_and_the_other_reads() {
    let map = map();
    let places = Places::find(Some(map.path().to_path_buf()), None).unwrap();
    let mut shelf = lessons::open(&places.book).unwrap().access.unwrap();
    shelf.append(support::book(30).events()).unwrap();
    drop(shelf);

    let first = Terminal::start(map.path(), &["boek"]);
    first.wait_for("30 lessen");
    let mut second = Terminal::start(map.path(), &["boek"]);
    second.wait_for("al open in een ander venster");
    second.keys("zwembad").wait_for(" van 30 lessen");
    first.kill_dead();

    let mut third = Terminal::start(map.path(), &["boek"]);
    let screen = third.wait_for("30 lessen");
    assert!(!screen.contains("ander venster"), "{screen}");
    third.keys("<enter>").wait_for("Uit het boek halen");
    third.keys("3<enter>").wait_for("29 lessen");
    third.kill_dead();
    assert_eq!(lessons::read(&places.book).unwrap().len(), 29, "what was answered is on disk");
}
