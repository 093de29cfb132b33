//! Making, naming, merging, splitting and moving clusters, and the letters they get.

use super::{Command, MOST};
use crate::domain::command::Command as Wish;
use crate::domain::goals;
use crate::domain::goals::Row;
use crate::domain::id::{ClusterId, GoalId, IdeaId};
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::refusal::Refusal;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::Table;

const ROW: Row = Row { casus: FIRST_CASUS, goal: Some(GoalId(1)) };
const OTHER: Row = Row { casus: FIRST_CASUS, goal: Some(GoalId(2)) };

/// Two goals; the first has five loose post-its.
fn table() -> Table {
    let mut table = Table::default();
    table.goal("rust aan tafel").expect("a goal");
    table.goal("weer naar buiten").expect("a goal");
    table.tip(Some(1), Slot::Unplaced, &["een", "twee", "drie", "vier", "vijf"]).expect("post-its");
    table
}

fn run(table: &mut Table, command: Command) -> Result<(), Refusal> {
    table.run(Wish::Cluster(command)).map(drop)
}

fn make(table: &mut Table, row: Row, letter: Option<u8>, ids: &[u32]) -> Result<(), Refusal> {
    let ids = ids.iter().copied().map(IdeaId).collect();
    run(table, Command::Make { row, letter, title: String::new(), ids })
}

/// The clusters of a row, as "A12 B3".
fn shape(table: &Table, row: Row) -> String {
    let clusters = table.session.clusters.of(row).map(|(id, cluster)| {
        let ids = table.session.ideas.at(Place { row, slot: Slot::Cluster(id) });
        let numbers: String = ids.iter().map(|id| id.0.to_string()).collect();
        format!("{}{numbers}", cluster.letter())
    });
    clusters.collect::<Vec<_>>().join(" ")
}

#[test]
fn clusters_are_made_split_merged_and_taken_apart() {
    let mut table = table();
    make(&mut table, ROW, None, &[1, 2, 3]).expect("A");
    make(&mut table, ROW, None, &[4]).expect("B");
    assert_eq!(shape(&table, ROW), "A123 B4");
    make(&mut table, ROW, None, &[2, 3]).expect("split off");
    assert_eq!(shape(&table, ROW), "A1 B4 C23");
    run(&mut table, Command::Merge { from: ClusterId(3), into: ClusterId(2) }).expect("merged");
    assert_eq!(shape(&table, ROW), "A1 B423");
    run(&mut table, Command::Dissolve { id: ClusterId(2) }).expect("apart");
    assert_eq!(shape(&table, ROW), "A1");
    assert_eq!(table.session.ideas.at(Place::unplaced(ROW)).len(), 4);
}

#[test]
fn a_letter_is_not_given_twice_while_there_are_others() {
    let mut table = table();
    make(&mut table, ROW, None, &[1]).expect("A");
    run(&mut table, Command::Dissolve { id: ClusterId(1) }).expect("apart");
    make(&mut table, ROW, None, &[1]).expect("B");
    assert_eq!(shape(&table, ROW), "B1");
    for _ in 2..MOST {
        make(&mut table, ROW, None, &[]).expect("the rest of the alphabet");
    }
    make(&mut table, ROW, None, &[]).expect("A is free again");
    assert_eq!(table.session.clusters.of(ROW).count(), usize::from(MOST));
    assert_eq!(make(&mut table, ROW, None, &[]), Err(Refusal::TooManyClusters));
}

#[test]
fn a_letter_can_be_asked_for_when_it_is_free() {
    let mut table = table();
    make(&mut table, ROW, Some(1), &[]).expect("B");
    assert_eq!(shape(&table, ROW), "B");
    assert_eq!(make(&mut table, ROW, Some(1), &[]), Err(Refusal::TooManyClusters));
    assert_eq!(make(&mut table, ROW, Some(MOST), &[]), Err(Refusal::TooManyClusters));
    make(&mut table, ROW, None, &[]).expect("A is next");
    assert_eq!(shape(&table, ROW), "A B");
}

#[test]
fn a_merged_cluster_keeps_a_name() {
    for (first, second, want) in [("Rust", "Eten", "Rust"), ("", "Eten", "Eten"), ("Rust", "", "Rust")] {
        let mut table = table();
        for title in [first, second] {
            let title = title.to_owned();
            run(&mut table, Command::Make { row: ROW, letter: None, title, ids: vec![] }).expect("made");
        }
        run(&mut table, Command::Merge { from: ClusterId(2), into: ClusterId(1) }).expect("merged");
        assert_eq!(table.session.clusters.get(ClusterId(1)).map(|one| one.title.as_str()), Some(want));
    }
}

#[test]
fn a_whole_cluster_goes_to_another_goal_with_its_post_its() {
    let mut table = table();
    make(&mut table, OTHER, None, &[]).expect("A there");
    make(&mut table, ROW, None, &[1, 2]).expect("A here");
    run(&mut table, Command::Move { id: ClusterId(2), row: OTHER }).expect("moved");
    assert_eq!((shape(&table, ROW), shape(&table, OTHER)), (String::new(), "A B12".to_owned()));
    assert_eq!(run(&mut table, Command::Move { id: ClusterId(2), row: OTHER }), Err(Refusal::NoChange));
}

#[test]
fn a_goal_in_the_prullenbak_leaves_its_clusters_whole() {
    let mut table = table();
    make(&mut table, ROW, None, &[1, 2]).expect("A");
    make(&mut table, ROW, None, &[3]).expect("B");
    table.run(Wish::Goal(goals::Command::Bin { id: GoalId(1) })).expect("binned");
    let loose = Row { goal: None, ..ROW };
    assert_eq!(shape(&table, loose), "A12 B3");
    assert_eq!(table.session.ideas.at(Place::unplaced(loose)), [IdeaId(4), IdeaId(5)]);
    assert!(table.session.rows(FIRST_CASUS).contains(&loose));
}

#[test]
fn a_post_it_comes_back_loose_when_its_cluster_has_gone() {
    let mut table = table();
    make(&mut table, ROW, None, &[1, 2]).expect("A");
    table.run(Wish::Idea(ideas::Command::Bin { ids: vec![IdeaId(1)] })).expect("binned");
    run(&mut table, Command::Dissolve { id: ClusterId(1) }).expect("apart");
    table.run(Wish::Idea(ideas::Command::Restore { id: IdeaId(1) })).expect("back");
    assert!(table.session.ideas.at(Place::unplaced(ROW)).contains(&IdeaId(1)));
}

#[test]
fn what_is_not_there_is_refused() {
    let mut table = table();
    make(&mut table, ROW, None, &[1]).expect("A");
    let (here, nowhere) = (ClusterId(1), ClusterId(9));
    let row = Row { goal: Some(GoalId(9)), ..ROW };
    for (command, want) in [
        (Command::Merge { from: here, into: nowhere }, Refusal::Gone),
        (Command::Merge { from: here, into: here }, Refusal::NoChange),
        (Command::Title { id: nowhere, title: "x".to_owned() }, Refusal::Gone),
        (Command::Title { id: here, title: " ".to_owned() }, Refusal::Empty),
        (Command::Move { id: here, row }, Refusal::Gone),
        (Command::Dissolve { id: nowhere }, Refusal::Gone),
        (Command::Make { row, letter: None, title: String::new(), ids: vec![] }, Refusal::Gone),
        (Command::Make { row: ROW, letter: None, title: String::new(), ids: vec![IdeaId(9)] }, Refusal::Gone),
    ] {
        assert_eq!(run(&mut table, command.clone()), Err(want), "{command:?}");
    }
    let place = Place { row: OTHER, slot: Slot::Cluster(here) };
    let crossed = ideas::Command::Move { ids: vec![IdeaId(2)], place };
    assert_eq!(table.run(Wish::Idea(crossed)), Err(Refusal::Gone));
}
