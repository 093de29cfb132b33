//! A pakket at home: what was filled in survives a kill, and the same file opens the same session.

use super::session::{folded, map, only};
use super::terminal::Terminal;
use oogst::domain::advice::Advice;
use oogst::domain::id::IdeaId;
use oogst::domain::life::Outcome;
use std::fs;

const PACKET: &str = r#"(
  pakket: 1,
  herkomst: (bespreking: "2026-11-20-akad-7", casus: 1, datum: "2026-11-20"),
  werkwijze: "akad",
  schuilnaam: "Linde",
  doelen: [(id: 4, doel: "IK wil weer naar de markt", adviezen: [
    (id: 9, naam: "7", tekst: "buurvrouw vragen", vak: "N"),
    (id: 11, naam: "8", tekst: "wandelmaatje", vak: "I"),
  ])],
)"#;

#[test]
fn what_was_filled_in_at_home_survives_a_kill() {
    let map = map();
    let file = map.path().join("linde.ron");
    fs::write(&file, PACKET).unwrap();
    let file = file.display().to_string();
    let mut terminal = Terminal::start(map.path(), &["inzien", &file]);
    let text = terminal.wait_for("wandelmaatje");
    assert!(
        text.contains("Mijn oogst") && text.contains("7 N") && !text.contains("Kijkt de groep"),
        "{text}"
    );
    terminal.keys("7 b g w omdat ze meeging<enter>").wait_for("Laatst: tip 7 besproken");
    terminal.wait("saved", |text| text.lines().next().is_some_and(|title| title.contains("Bewaard ")));
    terminal.keys("8 wordt nog").rest();
    terminal.kill_dead();
    let dir = only(map.path());
    let session = folded(&dir);
    let course = session.course(Advice::Idea(IdeaId(1))).expect("tip 7").clone();
    assert_eq!((course.chosen, course.outcome), (Some(true), Some(Outcome::Worked)));

    let mut terminal = Terminal::start(map.path(), &["inzien", &file]);
    terminal.wait_for("8 wordt nog");
    terminal.keys("<c-u>").wait_for("omdat ze");
    assert_eq!(only(map.path()), dir, "opened again, not made again");
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);

    fs::write(map.path().join("stuk.ron"), PACKET.replace("\"7\"", "7")).unwrap();
    let broken = map.path().join("stuk.ron").display().to_string();
    let ended = Terminal::start(map.path(), &["inzien", &broken]).ended();
    assert_eq!(ended.code, 1);
}
