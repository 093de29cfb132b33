//! The rules of werkblad 8 about what is weighed, selected and chosen.

use super::{Advice, Command};
use crate::domain::command::Command as Wish;
use crate::domain::goals::Row;
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Slot;
use crate::domain::life::{Decision, Life};
use crate::domain::method::DecidedBy;
use crate::domain::notes;
use crate::domain::notes::Kind;
use crate::domain::notes::Spot;
use crate::domain::refusal::Refusal;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::Table;
use crate::domain::{clusters, testing};

const ROW: Row = Row { casus: FIRST_CASUS, goal: None };
const TWO: Advice = Advice::Idea(IdeaId(2));
const A: Advice = Advice::Cluster(ClusterId(1));

/// Three loose post-its, of which the first lies in cluster A; the group decides per cluster.
fn table() -> Table {
    let mut table = Table::default();
    table.session.method.ways.decision = Some(DecidedBy::Groep);
    table.tip(None, Slot::Unplaced, &["vast tijdstip", "samen dekken", "eetclub"]).expect("post-its");
    let make =
        clusters::Command::Make { row: ROW, letter: None, title: "Rust".to_owned(), ids: vec![IdeaId(1)] };
    table.run(Wish::Cluster(make)).expect("a cluster");
    table
}

fn live(table: &mut Table, advice: Advice, life: Life) -> Result<usize, Refusal> {
    table.run(Wish::Advice(Command { advice, life })).map(|events| events.len())
}

fn decided(decision: Decision) -> Life {
    Life::Decided { decision, objection: None }
}

fn chosen(chosen: bool) -> Life {
    Life::Chosen { chosen, because: String::new() }
}

fn argue(table: &mut Table, kind: Kind, text: &str) {
    let spot = Spot { casus: Some(FIRST_CASUS), kind };
    table.run(Wish::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })).expect("a note");
}

#[test]
fn a_cluster_is_one_advies_and_a_lonely_post_it_is_too() {
    let table = table();
    assert_eq!(table.session.advices(ROW), [A, TWO, Advice::Idea(IdeaId(3))]);
    let said = |advice| (table.session.advice_label(advice), table.session.advice_text(advice).to_owned());
    assert_eq!(said(A), ("A".to_owned(), "Rust".to_owned()));
    assert_eq!(said(TWO), ("2".to_owned(), "samen dekken".to_owned()));
}

#[test]
fn an_empty_cluster_is_no_advies_until_it_is_decided_about() {
    let mut table = table();
    let loose = ideas::Place::unplaced(ROW);
    table.run(Wish::Idea(ideas::Command::Move { ids: vec![IdeaId(1)], place: loose })).expect("loose");
    assert!(!table.session.advices(ROW).contains(&A));
    live(&mut table, A, decided(Decision::Rejected)).expect("rejected");
    assert!(table.session.advices(ROW).contains(&A));
}

#[test]
fn only_what_was_selected_can_be_chosen_and_then_it_was_discussed() {
    for (decision, want) in [
        (Decision::Open, Err(Refusal::NotSelected("A".to_owned()))),
        (Decision::Rejected, Err(Refusal::NotSelected("A".to_owned()))),
        (Decision::Selected, Ok(2)),
    ] {
        let mut table = table();
        live(&mut table, A, decided(decision)).expect("decided");
        assert_eq!(live(&mut table, A, chosen(true)), want, "{decision:?}");
        let course = table.session.course(A).expect("the cluster").clone();
        assert_eq!(course.chosen == Some(true), want.is_ok());
        assert_eq!(course.discussed == Some(true), want.is_ok());
    }
}

#[test]
fn what_was_chosen_stays_discussed_and_selected() {
    let mut table = table();
    live(&mut table, TWO, decided(Decision::Selected)).expect("selected");
    live(&mut table, TWO, Life::Discussed(true)).expect("discussed");
    assert_eq!(live(&mut table, TWO, chosen(true)), Ok(1));
    let refused = Err(Refusal::Chosen("2".to_owned()));
    assert_eq!(live(&mut table, TWO, Life::Discussed(false)), refused);
    assert_eq!(live(&mut table, TWO, decided(Decision::Rejected)), refused);
    assert_eq!(live(&mut table, TWO, chosen(false)), Ok(1));
    assert_eq!(live(&mut table, TWO, Life::Discussed(false)), Ok(1));
}

#[test]
fn in_a_method_that_does_not_decide_every_tip_goes_along_unless_it_is_left_out() {
    let mut table = Table::default();
    table.tip(None, Slot::Unplaced, &["een", "twee"]).expect("tips");
    assert!(table.session.is_selected(TWO));
    let mark = ideas::Command::Mark { id: IdeaId(2), mark: Mark::LeftOut, on: true };
    table.run(Wish::Idea(mark)).expect("marked");
    assert_eq!(live(&mut table, TWO, chosen(true)), Err(Refusal::NotSelected("2".to_owned())));
}

#[test]
fn what_was_decided_is_opened_before_it_is_moved_or_thrown_away() {
    let bin = Wish::Idea(ideas::Command::Bin { ids: vec![IdeaId(2)] });
    let place = ideas::Place { row: ROW, slot: Slot::Cluster(ClusterId(1)) };
    let sort = Wish::Idea(ideas::Command::Move { ids: vec![IdeaId(2)], place });
    let apart = Wish::Cluster(clusters::Command::Dissolve { id: ClusterId(1) });
    for (advice, wish) in [(TWO, bin), (TWO, sort), (A, apart)] {
        for decision in [Decision::Selected, Decision::Rejected] {
            let mut table = table();
            live(&mut table, advice, decided(decision)).expect("decided");
            let label = table.session.advice_label(advice);
            assert_eq!(table.run(wish.clone()), Err(Refusal::Decided(label)), "{wish:?}");
            live(&mut table, advice, decided(Decision::Open)).expect("open again");
            assert!(table.run(wish.clone()).is_ok(), "{wish:?}");
        }
    }
}

#[test]
fn arguments_go_along_into_a_cluster() {
    let mut table = table();
    argue(&mut table, Kind::Pro(TWO), "kost niets");
    argue(&mut table, Kind::Con(TWO), "vraagt geduld");
    let place = ideas::Place { row: ROW, slot: Slot::Cluster(ClusterId(1)) };
    table.run(Wish::Idea(ideas::Command::Move { ids: vec![IdeaId(2)], place })).expect("sorted");
    assert_eq!(table.session.arguments(A, Kind::Pro).len(), 1);
    assert_eq!(table.session.arguments(A, Kind::Con).len(), 1);
    assert_eq!(table.session.arguments(TWO, Kind::Pro).len(), 0);
}

#[test]
fn nothing_happens_to_an_advies_that_is_not_there() {
    let mut table = table();
    for advice in [Advice::Idea(IdeaId(9)), Advice::Cluster(ClusterId(9))] {
        assert_eq!(live(&mut table, advice, Life::Proposed(true)), Err(Refusal::Gone));
        let spot = Spot { casus: Some(FIRST_CASUS), kind: Kind::Pro(advice) };
        let argue = notes::Command::Add { spot, texts: vec!["kost niets".to_owned()] };
        assert_eq!(table.run(Wish::Note(argue)), Err(Refusal::Gone), "an argument about nothing");
    }
    table.run(Wish::Idea(ideas::Command::Bin { ids: vec![IdeaId(2)] })).expect("binned");
    assert_eq!(live(&mut table, TWO, Life::Proposed(true)), Err(Refusal::Gone));
    assert_eq!(testing::method().idea_word(), "tip");
}
