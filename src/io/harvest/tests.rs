//! Earlier sessions in a folder of their own.

use super::{Left, earlier, found, lessons};
use crate::domain::clock::Event;
use crate::domain::event::Event as Fact;
use crate::domain::journal::{Act, Journal, Opened};
use crate::domain::keeping::Keeping;
use crate::domain::method::Method;
use crate::domain::testing::{self, moment, step_key};
use crate::domain::time_report::{EARLIER, Usual};
use crate::io::store::{library, line, open};
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A session in which step 5 took this long.
fn held(base: &Path, method: &Method, seconds: i64) -> PathBuf {
    let opened = open::create(base, method.clone(), testing::begin()).unwrap();
    let mut journal = Journal::new(Opened { method: method.clone(), ..testing::opened() });
    let facts = [
        Event::StepStarted { key: step_key(4), since: moment(0) },
        Event::StepStarted { key: step_key(5), since: moment(seconds) },
        Event::Ended { since: moment(seconds + 10) },
    ];
    for fact in facts {
        journal.push(journal.next(moment(0), Act::Do(vec![Fact::Clock(fact)])));
    }
    let text = line::print_all(journal.opened(), journal.entries()).unwrap();
    fs::write(opened.dir.join("logboek.ronl"), text).unwrap();
    opened.dir
}

#[test]
fn the_usual_length_comes_from_other_sessions_of_the_same_werkwijze() {
    let dir = tempfile::tempdir().unwrap();
    let method = testing::method();
    let other = Method { id: "anders".to_owned(), ..testing::method() };
    let usual = |here: &Path| earlier(dir.path(), here, "akad").usual;
    let first = held(dir.path(), &method, 600);
    held(dir.path(), &method, 720);
    held(dir.path(), &other, 6_000);
    let here = held(dir.path(), &method, 6_000);
    assert!(usual(&here).is_empty(), "two sessions make no habit");
    held(dir.path(), &method, 900);
    let three = [Usual { step: "stap-5".to_owned(), minutes: 12, sessions: 3 }];
    assert_eq!(usual(&here), three);
    fs::write(first.join("logboek.ronl"), "geen logboek").unwrap();
    assert!(usual(&here).is_empty(), "what cannot be read does not count");
}

#[test]
fn only_the_latest_sessions_count() {
    let dir = tempfile::tempdir().unwrap();
    let here = held(dir.path(), &testing::method(), 600);
    held(dir.path(), &testing::method(), 7_200);
    for _ in 0..EARLIER {
        held(dir.path(), &testing::method(), 600);
    }
    let Left { usual, .. } = earlier(dir.path(), &here, "akad");
    assert_eq!(usual, [Usual { step: "stap-5".to_owned(), minutes: 10, sessions: EARLIER }]);
}

#[test]
fn of_a_case_conference_only_what_was_selected_comes_back() {
    use super::casussen;
    use crate::domain::advice::{self, Advice};
    use crate::domain::clusters;
    use crate::domain::command::{Command, decide};
    use crate::domain::goals::Row;
    use crate::domain::id::{ClusterId, IdeaId};
    use crate::domain::ideas::{self, Place};
    use crate::domain::life::{Decision, Life};
    use crate::domain::session::{FIRST_CASUS, Session};
    use crate::io::methods;
    use crate::support;
    let method = methods::load_shipped("case-conference").expect("the shipped case conference");
    let mut session = Session::new(method);
    let row = Row { casus: FIRST_CASUS, goal: None };
    let texts = ["los gekozen", "in een groepje", "ook in het groepje", "verworpen", "open"];
    let texts = texts.map(str::to_owned).to_vec();
    let decided = |advice, decision| {
        let life = Life::Decided { decision, objection: None };
        Command::Advice(advice::Command { advice, life })
    };
    let ids = vec![IdeaId(2), IdeaId(3)];
    for command in [
        Command::Idea(ideas::Command::Add { place: Place::unplaced(row), texts, ring: None }),
        Command::Cluster(clusters::Command::Make { row, letter: None, title: "samen".to_owned(), ids }),
        decided(Advice::Idea(IdeaId(1)), Decision::Selected),
        decided(Advice::Cluster(ClusterId(1)), Decision::Selected),
        decided(Advice::Idea(IdeaId(4)), Decision::Rejected),
    ] {
        for event in decide(&session, command, &support::now()).expect("a command that fits") {
            session.apply(&event);
        }
    }
    let earlier = casussen(&session, "x", "12 nov");
    let labels: Vec<&str> =
        earlier.iter().flat_map(|casus| &casus.tips).map(|tip| tip.label.as_str()).collect();
    assert_eq!(labels, ["A", "1"]);
}

#[test]
fn what_came_of_tips_waits_for_the_book_and_a_broken_session_is_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    let made = open::create(dir.path(), testing::method(), testing::begin()).unwrap();
    let journal = testing::play(testing::script());
    let text = line::print_all(journal.opened(), journal.entries()).unwrap();
    fs::write(made.dir.join("logboek.ronl"), text).unwrap();
    let broken = open::create(dir.path(), testing::method(), testing::begin()).unwrap();
    fs::write(broken.dir.join("logboek.ronl"), "geen logboek").unwrap();
    let found = lessons(dir.path());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].lesson.tip, "buurvrouw vragen om dinsdag mee te lopen");
    assert!(lessons(&dir.path().join("weg")).is_empty());
}

/// What a program that keeps folders the same makes of a session is told apart by its folder.
#[test]
fn copies_do_not_read_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let method = testing::method();
    let first = held(dir.path(), &method, 600);
    let text = fs::read(first.join("logboek.ronl")).unwrap();
    for copy in ["2026-11-22-akad-1 (kopie)", "2026-11-22-akad-1-LAPTOP2"] {
        fs::create_dir(dir.path().join(copy)).unwrap();
        fs::write(dir.path().join(copy).join("logboek.ronl"), &text).unwrap();
    }
    let all = library::list(dir.path()).unwrap();
    let lines = found(all, &Keeping::default(), testing::begin().date_naive());
    let titles: Vec<&str> = lines.iter().map(|found| found.title.as_str()).collect();
    assert!(titles.iter().all(|title| title.starts_with("22 nov · AKAD (2026-11-22-akad-1")), "{titles:?}");
    assert_eq!(titles.iter().collect::<std::collections::BTreeSet<_>>().len(), 3, "{titles:?}");
}
