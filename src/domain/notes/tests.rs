//! Notes lie at one spot, move, and come back from the prullenbak.

use super::{Command, Kind, Spot};
use crate::domain::command::Command as Wish;
use crate::domain::event::Event as Fact;
use crate::domain::id::{CasusId, NoteId};
use crate::domain::refusal::Refusal;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::Table;

fn run(table: &mut Table, command: Command) -> Result<Vec<Fact>, Refusal> {
    table.run(Wish::Note(command))
}

fn spot(kind: Kind) -> Spot {
    Spot { casus: Some(FIRST_CASUS), kind }
}

fn table() -> Table {
    let mut table = Table::default();
    let texts = vec!["woont alleen".to_owned(), " ".to_owned(), "derde etage".to_owned()];
    run(&mut table, Command::Add { spot: spot(Kind::Spider(0)), texts }).expect("notes");
    table
}

#[test]
fn a_list_keeps_its_order_and_drops_what_is_empty() {
    let mut table = table();
    assert_eq!(table.session.notes.at(spot(Kind::Spider(0))), [NoteId(1), NoteId(2)]);
    assert_eq!(
        run(&mut table, Command::Add { spot: spot(Kind::Question), texts: vec![] }),
        Err(Refusal::Empty)
    );
    let nowhere = Spot { casus: Some(CasusId(9)), kind: Kind::Question };
    let add = Command::Add { spot: nowhere, texts: vec!["kwijt".to_owned()] };
    assert_eq!(run(&mut table, add), Err(Refusal::Gone));
}

#[test]
fn a_note_that_moves_is_at_one_spot() {
    let mut table = table();
    let to = spot(Kind::Research);
    run(&mut table, Command::Move { id: NoteId(1), spot: to }).expect("moved");
    assert_eq!(table.session.notes.at(to), [NoteId(1)]);
    assert_eq!(table.session.notes.at(spot(Kind::Spider(0))), [NoteId(2)]);
    assert_eq!(run(&mut table, Command::Move { id: NoteId(1), spot: to }), Err(Refusal::NoChange));
}

#[test]
fn it_comes_back_from_the_prullenbak_however_often_it_was_thrown_away() {
    let mut table = table();
    run(&mut table, Command::Bin { id: NoteId(1) }).expect("binned");
    assert_eq!(run(&mut table, Command::Bin { id: NoteId(1) }), Err(Refusal::NoChange));
    run(&mut table, Command::Restore { id: NoteId(1) }).expect("back");
    assert_eq!(table.session.notes.place(NoteId(1)), Some(spot(Kind::Spider(0))));
    assert_eq!(run(&mut table, Command::Restore { id: NoteId(1) }), Err(Refusal::NoChange));
    assert_eq!(run(&mut table, Command::Bin { id: NoteId(9) }), Err(Refusal::Gone));
}

#[test]
fn words_change_once() {
    let mut table = table();
    for (text, want) in
        [("woont alleen", Some(Refusal::NoChange)), ("", Some(Refusal::Empty)), ("woont samen", None)]
    {
        let change = Command::Change { id: NoteId(1), text: text.to_owned() };
        assert_eq!(run(&mut table, change).err(), want, "{text:?}");
    }
}
