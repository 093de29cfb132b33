//! Who is here, roles that exclude each other, and whose turn it is.

use super::{Command, Event, Person, RoundKind, Standing};
use crate::domain::command::Command as Wish;
use crate::domain::event::Event as Fact;
use crate::domain::id::PersonId;
use crate::domain::method::Role;
use crate::domain::refusal::Refusal;
use crate::domain::testing::{Table, step_key};
use std::collections::BTreeSet;

fn person(name: &str, standing: Option<Standing>) -> Person {
    Person { name: name.to_owned(), standing, ..Person::default() }
}

fn run(table: &mut Table, command: Command) -> Result<Vec<Fact>, Refusal> {
    table.run(Wish::People(command))
}

/// Anna and Fatma formal, Kees and Joke informal, Ravi not said.
fn group() -> Table {
    let mut table = Table::default();
    let list = vec![
        person("Anna", Some(Standing::Formeel)),
        person("Fatma", Some(Standing::Formeel)),
        person("Kees", Some(Standing::Informeel)),
        person("Joke", Some(Standing::Informeel)),
        person(" Ravi  de Wit ", None),
        person("  ", None),
    ];
    let events = run(&mut table, Command::Add(list)).expect("people");
    assert_eq!(events.len(), 5, "an empty line is nobody");
    table
}

fn give(role: Role, person: u32, reason: Option<&str>) -> Command {
    Command::GiveRole { role, person: Some(PersonId(person)), reason: reason.map(str::to_owned) }
}

fn ids(numbers: &[u32]) -> Vec<PersonId> {
    numbers.iter().copied().map(PersonId).collect()
}

/// The order of a ronde: informal voices first, and beyond that any order can come.
#[test]
fn the_order_of_a_ronde_is_drawn_anew() {
    let (formal, informal) = (Some(Standing::Formeel), Some(Standing::Informeel));
    let all = [("Ans", formal), ("Bo", informal), ("Cor", formal), ("Dirk", informal), ("Els", formal)];
    let all = all.map(|(name, standing)| person(name, standing)).to_vec();
    let mut table = Table::default();
    run(&mut table, Command::Add(all)).unwrap();
    let people = &table.session.people;
    let nobody = BTreeSet::new();
    assert_eq!(people.drawn(&nobody, 0), people.waiting(&nobody));
    let orders: BTreeSet<Vec<PersonId>> = (1..2000).map(|chance| people.drawn(&nobody, chance)).collect();
    assert_eq!(orders.len(), 2 * 6, "two informal voices and then three others, in every order");
    for order in orders {
        let informal: BTreeSet<u32> = order[..2].iter().map(|id| id.0).collect();
        assert_eq!(informal, BTreeSet::from([2, 4]));
        let spoken = BTreeSet::from([order[0]]);
        assert!(!people.drawn(&spoken, 7).contains(&order[0]));
    }
}

#[test]
fn a_list_is_one_gesture_and_names_are_tidied() {
    let table = group();
    let people = &table.session.people;
    assert_eq!(people.get(PersonId(5)).map(|person| person.name.as_str()), Some("Ravi de Wit"));
    assert_eq!(people.named("ANNA"), Some(PersonId(1)));
    assert_eq!(people.next_id(), PersonId(6));
    let nobody = run(&mut Table::default(), Command::Add(vec![person("\u{1b}[2J", None)]));
    assert_eq!(nobody, Err(Refusal::Empty));
}

#[test]
fn the_procesbegeleider_does_not_keep_the_time() {
    use Role::{Procesbegeleider, Tijdbewaker};
    for (first, second) in [(Procesbegeleider, Tijdbewaker), (Tijdbewaker, Procesbegeleider)] {
        let mut table = group();
        run(&mut table, give(first, 1, None)).expect("the first role");
        let refused = run(&mut table, give(second, 1, None));
        let name = "Anna".to_owned();
        assert_eq!(refused, Err(Refusal::SamePerson { role: second, other: first, name }));
        assert_eq!(table.session.people.role(second), None);
        let events = run(&mut table, give(second, 1, Some(" we zijn met vier "))).expect("with a reason");
        let said = Event::RoleGiven {
            role: second,
            person: Some(PersonId(1)),
            reason: Some("we zijn met vier".to_owned()),
        };
        assert_eq!(events, [Fact::People(said)]);
        assert_eq!(table.session.people.roles_of(PersonId(1)), [Procesbegeleider, Tijdbewaker]);
    }
}

#[test]
fn other_roles_go_together_and_can_be_taken_back() {
    let mut table = group();
    run(&mut table, give(Role::Procesbegeleider, 1, None)).expect("role");
    run(&mut table, give(Role::Casusinbrenger, 1, None)).expect("a second role");
    run(&mut table, give(Role::Tijdbewaker, 2, None)).expect("somebody else");
    assert_eq!(run(&mut table, give(Role::Tijdbewaker, 99, None)), Err(Refusal::Gone));
    let nobody = Command::GiveRole { role: Role::Procesbegeleider, person: None, reason: None };
    run(&mut table, nobody).expect("taken back");
    assert_eq!(table.session.people.role(Role::Procesbegeleider), None);
}

#[test]
fn the_balance_counts_who_is_here() {
    let mut table = group();
    assert_eq!(table.session.people.balance(), (2, 2, 1));
    run(&mut table, Command::Leave { id: PersonId(3), left: true }).expect("left");
    assert_eq!(table.session.people.balance(), (2, 1, 1));
    assert!(table.session.people.has_left(PersonId(3)));
    run(&mut table, Command::Leave { id: PersonId(3), left: false }).expect("back");
    assert_eq!(table.session.people.present().count(), 5);
}

#[test]
fn informal_voices_come_first_and_the_begeleider_has_no_turn() {
    let mut table = group();
    run(&mut table, give(Role::Procesbegeleider, 1, None)).expect("role");
    let waiting = |table: &Table, spoken: &[u32]| {
        table.session.people.waiting(&ids(spoken).into_iter().collect::<BTreeSet<_>>())
    };
    assert_eq!(waiting(&table, &[]), ids(&[3, 4, 2, 5]));
    assert_eq!(waiting(&table, &[3, 2]), ids(&[4, 5]));
    run(&mut table, Command::Leave { id: PersonId(4), left: true }).expect("left");
    assert_eq!(waiting(&table, &[3]), ids(&[2, 5]));
}

#[test]
fn who_was_not_heard_is_known_per_step() {
    let mut table = group();
    let hold = |step, spoken: &[u32]| Command::HoldRound {
        step: step_key(step),
        kind: RoundKind::Ideas,
        spoken: ids(spoken).into_iter().collect(),
    };
    run(&mut table, hold(4, &[5, 3])).expect("a ronde");
    let events = run(&mut table, hold(4, &[4, 1])).expect("another");
    let Fact::People(Event::RoundHeld { spoken, .. }) = &events[0] else { panic!("no ronde: {events:?}") };
    assert_eq!(*spoken, ids(&[1, 4]), "sorted: order betrays nobody");
    assert_eq!(table.session.people.not_heard(step_key(4)), ids(&[2]));
    assert_eq!(table.session.people.not_heard(step_key(2)), ids(&[3, 4, 1, 2, 5]));
    assert_eq!(table.session.people.rounds().len(), 2);
}
