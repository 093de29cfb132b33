//! Three windows on one session: what one writes the others show, and killing one leaves the
//! others working.

use super::process::pass;
use super::session::{at_ideas, in_ideas, journal_path, look_at, map, only};
use super::terminal::Terminal;
use rustix::process::Signal;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

fn group(map: &Path) -> Terminal {
    Terminal::start(map, &["groepsscherm"])
}

fn time(map: &Path) -> Terminal {
    Terminal::start(map, &["tijd"])
}

#[test]
fn what_is_typed_in_one_window_stands_in_the_others() {
    let map = map();
    let (room, mut keeper) = (group(map.path()), time(map.path()));
    room.wait_for("Een ogenblik");
    keeper.wait_for("Wacht op een bespreking");
    let mut lead = in_ideas(map.path());
    room.wait_for("5  Ideeën en tips");
    keeper.wait_for("LOOPT: nog");
    lead.keys("buurvrouw vragen<enter>");
    room.wait_for("buurvrouw vragen");
    lead.keys("<pgup>");
    room.wait_for("4  Doelen stellen");
    lead.keys("<pgdn><f6>");
    room.wait_for("PAUZE");
    keeper.wait_for("PAUZE sinds");
    assert!(!keeper.text().contains("buurvrouw"));

    keeper.keys("1<enter>").wait_for("Verstuurd om");
    lead.wait_for("nog 2 minuten.");
    assert!(!room.text().contains("Tijdbewaker"));
    let lines = std::fs::read_to_string(only(map.path()).join("tijd.ronl")).unwrap();
    assert!(lines.lines().count() == 1 && lines.contains("TwoMinutes"), "{lines}");

    lead.keys("<c-c>").wait_for("Afsluiten?");
    lead.keys("2<enter>");
    assert_eq!(lead.ended().code, 0);
    room.wait_for("Een ogenblik");
    keeper.wait_for("Wacht op een bespreking");
    assert!(!map.path().join("besprekingen/nu.ron").exists());
    keeper.keys("<c-c>");
    let ended = keeper.ended();
    assert_eq!((ended.code, ended.left_on, ended.line_is_as_before), (0, vec![], true));
    let last = |mark: &[u8]| ended.raw.windows(mark.len()).rposition(|bytes| bytes == mark);
    assert!(last(b"\x1b[?1004l") > last(b"\x1b[?1004h"), "word of the keyboard is off again");
}

#[test]
fn killing_any_window_leaves_the_others_working() {
    let map = map();
    let lead = in_ideas(map.path());
    let (room, keeper) = (group(map.path()), time(map.path()));
    room.wait_for("5  Ideeën en tips");
    keeper.wait_for("LOOPT");
    lead.kill_dead();
    let before = keeper.text();
    keeper.wait("a clock that goes on", |text| text != before && text.contains("LOOPT"));
    let mut lead = Terminal::start(map.path(), &["open", "laatste"]);
    lead.wait_for("Tip bij Cliënt ►");
    lead.keys("na de klap<enter>");
    room.wait_for("na de klap");
    room.kill(Signal::KILL);
    keeper.kill(Signal::KILL);
    drop((room, keeper));
    lead.keys("nog een<enter>").wait_for("2 nog een");
    let room = group(map.path());
    room.wait_for("nog een");
    // The folder goes away and comes back.
    let dir = only(map.path());
    let away = map.path().join("weg");
    std::fs::rename(&dir, &away).unwrap();
    room.wait_for("Een ogenblik");
    std::fs::rename(&away, &dir).unwrap();
    room.wait_for("na de klap");
}

/// A session of each werkwijze, killed in the middle of a line, and a text that the room has seen.
fn left_behind(map: &Path, method: char) -> &'static str {
    let mut lead = Terminal::start(map, &["nieuw"]);
    lead.wait_for("Welke werkwijze");
    lead.keys(&format!("{method}<enter>")).wait_for("Kijkt de groep mee");
    lead.keys("2<enter>").wait_for("Vooraf");
    let (title, text) =
        if method == '1' { ("5  Ideeën", "buurvrouw vragen") } else { (" 3  ", "weer zingen") };
    look_at(&mut lead, title);
    lead.keys(&format!("{text}<enter>")).wait_for("Bewaard");
    lead.wait_for(text);
    lead.kill_dead();
    let mut file = std::fs::OpenOptions::new().append(true).open(journal_path(&only(map))).unwrap();
    file.write_all(b"(seq:9000,at:\"2026-").unwrap();
    text
}

#[test]
fn a_window_starts_on_whatever_the_folder_holds() {
    for method in ['1', '2'] {
        let map = map();
        let text = left_behind(map.path(), method);
        let (room, keeper) = (group(map.path()), time(map.path()));
        room.wait_for(text);
        keeper.wait_for("NOG NIET GESTART");
        // Another file in its place, with what was half written left out, as wiping does.
        let path = journal_path(&only(map.path()));
        let lines = std::fs::read_to_string(&path).unwrap();
        let whole = lines.rsplit_once('\n').unwrap().0.to_owned() + "\n";
        let fresh = path.with_extension("nieuw");
        std::fs::write(&fresh, whole.replace(text, "iets heel anders")).unwrap();
        std::fs::rename(&fresh, &path).unwrap();
        room.wait_for("iets heel anders");
        // Away, while one follows and another starts; and back.
        let (dir, away) = (only(map.path()), map.path().join("weg"));
        std::fs::rename(&dir, &away).unwrap();
        room.wait_for("Een ogenblik");
        keeper.wait_for("De map van de bespreking is weg");
        let late = group(map.path());
        late.wait_for("Een ogenblik");
        std::fs::rename(&away, &dir).unwrap();
        room.wait_for("iets heel anders");
        late.wait_for("iets heel anders");
        keeper.wait_gone("is weg");
    }
}

/// How long is looked at. Nothing can be waited for here: the point is that nothing happens.
const LOOK: Duration = Duration::from_secs(3);

#[test]
fn an_idle_window_beside_is_silent() {
    let map = map();
    let waiting = (group(map.path()), time(map.path()));
    waiting.0.wait_for("Een ogenblik");
    waiting.1.wait_for("Wacht op");
    let elsewhere = super::session::map();
    let lead = at_ideas(elsewhere.path());
    let following = (group(elsewhere.path()), time(elsewhere.path()));
    following.0.wait_for("5  Ideeën en tips");
    following.1.wait_for("NOG NIET GESTART");
    let running = super::session::map();
    let lead_runs = in_ideas(running.path());
    let keeper = time(running.path());
    keeper.wait_for("LOOPT");
    let room = group(running.path());
    room.wait_for("LOOPT");
    let mut all = [waiting.0, waiting.1, following.0, following.1, lead, keeper, room, lead_runs];
    for terminal in &mut all {
        terminal.rest();
    }
    pass(Duration::from_millis(200));
    let count = |terminal: &Terminal| (terminal.sent(), terminal.process().switches());
    let before: Vec<_> = all.iter().map(count).collect();
    pass(LOOK);
    let costs: Vec<_> = all
        .iter()
        .map(count)
        .zip(before)
        .map(|(after, before)| (after.0 - before.0, after.1 - before.1))
        .collect();
    eprintln!(
        "bytes and wakings in {LOOK:?}: waiting group and time, idle group, time and lead, running time, \
         group and lead: {costs:?}"
    );
    for (bytes, wakings) in &costs[..4] {
        assert_eq!(*bytes, 0, "{costs:?}");
        assert!(*wakings <= 2, "the slow look: {costs:?}");
    }
    assert_eq!(costs[4], (0, 0), "nobody who looks on wakes the begeleider");
    assert!((2..=5).contains(&costs[5].1) && (2..=5).contains(&costs[6].1), "{costs:?}");
    // The changing blocks of a digit are larger than a digit.
    assert!((1..=4 * 250).contains(&costs[5].0), "{costs:?}");
    assert!((1..=4 * 100).contains(&costs[6].0), "{costs:?}");
}

/// Everything that may never reach the projector: names, organisations, what is behind a key, what
/// was typed and not added, what was thrown away.
const PRIVATE: &[&str] = &[
    "Fatma",
    "Thuiszorg",
    "Kees",
    "De Kom",
    "Anna",
    "wijkverpleeg",
    "nog aan het typen",
    "weggegooid",
    "Jansen",
    "vraag van",
    "eigen notitie",
    "F4",
    "Enter",
    "Esc",
];

#[test]
fn nothing_private_was_ever_written_on_the_screen_of_the_room() {
    let map = map();
    let room = group(map.path());
    let mut lead = Terminal::start(map.path(), &["nieuw"]);
    lead.wait_for("Welke werkwijze");
    lead.keys("1<enter>").wait_for("Kijkt de groep mee");
    lead.keys("2<enter>Linde<enter>Fatma, wijkverpleegkundige, Thuiszorg Oost, formeel<enter>");
    lead.keys("<pgdn>").wait_for("wie is er");
    lead.paste("Kees, vrijwilliger, De Kom, informeel\nAnna, f\n").wait_for("Een lijst plakken?");
    lead.keys("1<enter><pgdn>Anna<enter><pgdn><pgdn><pgdn>").wait_for("1  Terugkoppeling");
    lead.keys("Anna: eigen notitie<enter><esc><pgdn>").wait_for("2  Welkom");
    lead.keys("<enter><enter>").wait_for("Voorstellen van");
    room.wait_for("2  Welkom");
    lead.keys("<pgdn>").wait_for("3  Casus");
    lead.keys("woont alleen<enter>").wait_for("woont alleen");
    lead.keys("<esc>");
    room.wait_for("woont alleen");
    lead.keys("<tab><tab><tab><tab>vraag van Kees<enter>").wait_for("vraag van Kees");
    lead.keys("<pgdn><pgdn>").wait_for("5  Ideeën");
    lead.keys("weg").wait_for("► weg");
    lead.keys("<c-u>een tip voor de muur<enter>").wait_for("1 een tip");
    lead.keys("<esc>");
    room.wait_for("een tip voor de muur");
    lead.keys("<pgup>");
    room.wait_for("4  Doelen");
    // Behind the cover, and before anybody looks.
    lead.keys("<pgdn>").keys("<esc>even niets<enter>");
    room.wait_for("Een ogenblik");
    lead.keys("meneer Jansen wordt weggegooid<enter>").wait_for("Jansen");
    lead.keys("<down><down><del>").wait_for("prullenbak");
    lead.keys("<esc><esc>weer tonen<enter>");
    room.wait_for("een tip voor de muur");
    lead.keys("nog aan het typen");
    lead.keys("<f4>").rest();
    let written = String::from_utf8_lossy(&room.raw()).into_owned();
    for word in PRIVATE {
        assert!(!written.contains(word), "'{word}' was on the screen of the room");
    }
    assert!(written.contains("een tip") && written.contains("woont"));
}
