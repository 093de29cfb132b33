//! A real session, from the start screen to the tip sheet.

use super::practice::sheets;
use super::process::pass;
use super::session::{folded, map, only};
use super::terminal::Terminal;
use chrono::TimeDelta;
use oogst::domain::session::FIRST_CASUS;
use oogst::io::clock;
use std::time::Duration;

/// An empty Enter right after something was added is taken for a slip of the finger.
const NO_SLIP: Duration = Duration::from_millis(450);

fn prepare(terminal: &mut Terminal) {
    terminal.wait_for("Nieuwe bespreking");
    terminal.keys("1<enter>").wait_for("Kijkt de groep mee");
    terminal.keys("1<enter>").wait_for("Schuilnaam van de casus ►");
    terminal.keys("Linde<enter>").wait_for("Wie brengt de casus in ►");
    terminal
        .keys("Fatma, wijkverpleegkundige, Thuiszorg Oost, formeel<enter>")
        .wait_for("Wie brengt in  Fatma");
    terminal.keys("<pgdn>").wait_for("wie is er");
    terminal.paste("- Kees, vrijwilliger, De Kom, informeel\n- Joke, maatje, Samen Eten, i\n- Anna, f\n");
    terminal.wait_for("Een lijst plakken?");
    terminal.keys("1<enter>").wait_for("4 Anna");
    terminal.keys("Ravi, maatschappelijk werker, Welzijn Oost, formeel<enter>").wait_for("5 Ravi");
    terminal.keys("<pgdn>").wait_for("Wie is procesbegeleider ►");
    terminal.keys("Anna<enter>").wait_for("Wie is tijdbewaker ►");
    terminal.keys("Ravi<enter>").wait_for("formeel, tijdbewaker");
    terminal.keys("<pgdn>").wait_for("Begintijd ►");
    let soon = (clock::now().at + TimeDelta::minutes(5)).format("%H:%M").to_string();
    terminal.keys(&format!("{soon}<enter>")).wait_for("Lengte: Enter wisselt ►");
    pass(NO_SLIP);
    terminal.keys("<enter>").wait_for("40 minuten");
    terminal.keys("<pgdn>").wait_for("[ ]");
    terminal.keys("<enter>").wait_for("[x]");
    terminal.keys("<pgdn>").wait_for("1  Terugkoppeling");
}

fn lead(terminal: &mut Terminal) {
    terminal.keys("<enter>").wait_for("LOOPT");
    terminal.keys("Kees belde een buurman<enter>").wait_for("Kees belde een buurman");
    terminal.keys("<pgdn><enter>").wait_for("2  Welkom");
    terminal.keys("<pgdn><enter>").wait_for("toelichting 0");
    terminal.keys("woont alleen<enter><tab>dochter om de hoek<enter>").wait_for("dochter om de hoek");
    terminal.keys("<pgdn><enter>").wait_for("4  Doelen stellen");
    terminal.keys("<down><enter>").wait_for("[x] Financiën");
    terminal.keys("<tab>rondkomen met mijn geld<enter>").wait_for("Van wie is dit doel?");
    terminal.keys("1<enter>").wait_gone("Van wie is dit doel?");
    terminal.keys("<pgdn><enter>").wait_for("Tip bij Cliënt ►");
    terminal.keys("zelf een lijstje maken<enter><tab>dochter vragen<enter>").wait_for("2 dochter vragen");
    terminal.keys("<tab>maatje met geld<enter><tab>budgetcoach<enter>").wait_for("4 budgetcoach");
    terminal.keys("<pgdn><enter>").wait_for("maak het tipblad");
    terminal.keys("<down><space>").wait_for("valt op)");
    terminal.keys("<up><enter>").wait_for("Klaar:");
}

#[test]
fn a_session_from_the_start_screen_to_the_tip_sheet() {
    let map = map();
    let mut terminal = Terminal::start(map.path(), &[]);
    prepare(&mut terminal);
    lead(&mut terminal);
    terminal.keys("<f7>").wait_for("De bespreking afronden");
    terminal.keys("afronden<enter>").wait_for("Afgerond om");
    terminal.keys("<c-c>");
    let ended = terminal.ended();
    assert_eq!((ended.code, ended.left_on, ended.line_is_as_before), (0, vec![], true));

    let session = folded(&only(map.path()));
    assert_eq!(session.people.all().count(), 5);
    assert_eq!(session.casus(FIRST_CASUS).unwrap().alias(), "Linde");
    assert!(session.clock.ended().is_some());
    let tips = ["zelf een lijstje maken", "dochter vragen", "maatje met geld", "budgetcoach"];
    let sheets = sheets(&map.path().join("bladen"));
    assert_eq!(sheets.len(), 4, "{sheets:?}");
    for (name, text) in sheets {
        for tip in tips {
            assert!(text.contains(tip), "{name} has no '{tip}'");
        }
        assert!(text.contains("rondkomen met mijn geld"), "{name}");
    }
}
