//! Every command in a folder of its own.

use super::*;
use crate::cli::SessionName;
use crate::domain::testing;
use crate::io::config;
use crate::io::store::{lessons, line, open};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

mod hostile;
mod stopped;
#[cfg(unix)]
mod strange;
mod wiping;

struct Home {
    dir: tempfile::TempDir,
    places: Places,
    config: Config,
    now: Now,
}

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut places = Places::find(Some(dir.path().to_path_buf()), None).unwrap();
        places.documents = dir.path().join("documenten");
        let config = Config { keys: config::shipped_keys(), ..Config::default() };
        Self { dir, places, config, now: Now::fixed(testing::begin() + chrono::TimeDelta::days(1)) }
    }

    /// A session of the small test meeting.
    fn session(&self) -> PathBuf {
        let dir = open::create(&self.places.sessions, testing::method(), testing::begin()).unwrap().dir;
        let journal = testing::play(testing::script());
        fs::write(dir.join("logboek.ronl"), line::print_all(journal.opened(), journal.entries()).unwrap())
            .unwrap();
        dir
    }

    /// What a line prints: result, standard output, standard error.
    fn typed(&self, line: &[&str]) -> (Result<(), String>, String, String) {
        let orders = cli::parse(line.iter().map(Into::into)).unwrap();
        let setting = Setting { places: &self.places, config: &self.config, now: &self.now };
        let (mut out, mut notes) = (Vec::new(), Vec::new());
        let result = run(&orders.order, setting, &mut out, &mut notes).expect("no screen");
        let result = result.map_err(|failure| {
            assert_eq!(failure.code, 1);
            failure.to_string()
        });
        (result, String::from_utf8(out).unwrap(), String::from_utf8(notes).unwrap())
    }

    fn fine(&self, line: &[&str]) -> String {
        let (result, out, notes) = self.typed(line);
        assert_eq!((result, notes.as_str()), (Ok(()), ""), "{line:?}");
        out
    }

    fn refused(&self, line: &[&str]) -> String {
        self.typed(line).0.expect_err("refused")
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path.display().to_string()
    }
}

fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_export_is_a_file_of_every_kind_where_people_look() {
    let home = Home::new();
    let dir = home.session();
    let said = home.fine(&["export", "laatste"]);
    let reports = home.places.documents.clone();
    let stem = "2026-11-22-tipblad-linde";
    assert_eq!(files(&reports), ["docx", "html", "md", "txt"].map(|kind| format!("{stem}.{kind}")));
    for name in files(&reports) {
        let path = reports.join(&name);
        assert!(said.contains(&format!("Gemaakt: {}\n", path.display())), "{said}");
        let content = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        assert!(content.contains("boodschappendienst") && content.contains("markt"), "{content}");
        assert!(!content.contains("nee\" leren zeggen") && !content.contains("dubbel"), "{content}");
        assert_eq!(content.contains("<html"), name.ends_with("html"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    let before = fs::read(dir.join("logboek.ronl")).unwrap();
    let again = home.fine(&["export", "2026-11-22-akad-1", "--als", "html"]);
    assert!(again.starts_with("Stond er al: ") && again.lines().count() == 1, "{again}");
    fs::write(reports.join(format!("{stem}.html")), "van een ander").unwrap();
    assert!(home.fine(&["export", "laatste", "--als", "html"]).contains(&format!("{stem}-2.html")));
    assert_eq!(fs::read_to_string(reports.join(format!("{stem}.html"))).unwrap(), "van een ander");
    assert_eq!(fs::read(dir.join("logboek.ronl")).unwrap(), before);
}

#[test]
fn an_export_goes_where_it_is_sent() {
    let mut home = Home::new();
    let dir = home.session();
    let other = home.dir.path().join("ergens/anders");
    home.fine(&["export", dir.to_str().unwrap(), "--naar", other.to_str().unwrap(), "--blad", "matrix"]);
    assert_eq!(files(&other).len(), 4);
    assert!(files(&other)[0].contains("compensatiematrix"));
    let screen = home.fine(&["export", "laatste", "--naar", "-"]);
    assert!(screen.contains("boodschappendienst") && !screen.contains("<html") && screen.ends_with('\n'));
    assert!(home.fine(&["export", "laatste", "--naar", "-", "--als", "html"]).contains("<html"));
    assert!(home.fine(&["export", "laatste", "--naar", "-", "--als", "csv"]).starts_with("\u{feff}Casus;"));
    let tables = home.dir.path().join("tabel");
    home.fine(&["export", "laatste", "--als", "csv", "--naar", tables.to_str().unwrap()]);
    assert_eq!(files(&tables), ["2026-11-22-tips.csv"]);
    home.config.exports = Some(home.dir.path().join("uitvoer"));
    home.fine(&["export", "laatste", "--als", "md", "--casus", "1"]);
    assert_eq!(files(&home.dir.path().join("uitvoer")), ["2026-11-22-tipblad-linde.md"]);
    assert!(!dir.join("verslag").exists());
    assert_eq!(
        home.refused(&["export", "laatste", "--casus", "3"]),
        "Casus 3 is er niet. In deze bespreking is 1 casus."
    );
    let refused = home.refused(&["export", "laatste", "--blad", "werkblad8"]);
    assert!(refused.starts_with("Het blad 'werkblad8' hoort niet bij deze werkwijze. Kies uit: tipblad,"));
    let file = home.write("bestand", "");
    assert!(home.refused(&["export", "laatste", "--naar", &file]).contains("niet gebruiken"));
}

#[test]
fn a_broken_or_busy_session_can_be_exported() {
    let home = Home::new();
    let dir = home.session();
    let text = fs::read_to_string(dir.join("logboek.ronl")).unwrap();
    let busy = open::open(&dir).unwrap();
    assert!(home.fine(&["export", "laatste", "--naar", "-"]).contains("boodschappendienst"));
    drop(busy);
    fs::write(dir.join("logboek.ronl"), text.replacen("seq:13,", "seq:900,", 1)).unwrap();
    let (result, out, notes) = home.typed(&["export", "laatste", "--naar", "-"]);
    assert_eq!(result, Ok(()));
    assert!(out.contains("boodschappendienst"), "{out}");
    assert!(notes.starts_with("In het logboek klopt regel 14 niet"), "{notes}");
    fs::write(dir.join("logboek.ronl"), "rommel\n").unwrap();
    assert!(home.refused(&["export", "laatste"]).contains("geen logboek van Oogst"));
}

#[test]
fn a_session_is_found_by_name_and_by_path() {
    let home = Home::new();
    let find = |name: &str| super::find(&home.places, &SessionName::Named(PathBuf::from(name)));
    let none = super::find(&home.places, &SessionName::Latest).unwrap_err();
    assert!(none.to_string().contains("oogst nieuw"));
    let dir = home.session();
    for name in
        ["2026-11-22-akad-1".to_owned(), dir.display().to_string(), format!("{}/logboek.ronl", dir.display())]
    {
        assert_eq!(find(&name), Ok(dir.clone()), "{name}");
    }
    assert_eq!(super::find(&home.places, &SessionName::Latest), Ok(dir));
    let near = find("2026-11-22-akad-2").unwrap_err().to_string();
    assert_eq!(near, "De bespreking '2026-11-22-akad-2' is er niet. Bedoel je 2026-11-22-akad-1?");
    assert!(find("banaan").unwrap_err().to_string().ends_with("De namen zie je met: oogst lijst"));
    fs::create_dir_all(home.places.practice.join("proef")).unwrap();
    assert_eq!(find("proef"), Ok(home.places.practice.join("proef")));
    fs::create_dir_all(home.places.sessions.join("2027-01-01-leeg-1")).unwrap();
    assert!(super::find(&home.places, &SessionName::Latest).unwrap().ends_with("2026-11-22-akad-1"));
}

#[test]
fn the_list_has_names_that_can_be_typed() {
    let home = Home::new();
    assert_eq!(home.fine(&["lijst"]), "Er zijn nog geen besprekingen. Begin er een met: oogst nieuw\n");
    let dir = home.session();
    open::create(&home.places.sessions, testing::method(), home.now.at).unwrap();
    fs::create_dir(home.places.sessions.join("iets anders")).unwrap();
    let text = fs::read_to_string(dir.join("logboek.ronl")).unwrap();
    let list = home.fine(&["lijst"]);
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines[0], "2026-11-23-akad-1  23 nov · AKAD · nog niet begonnen · bewaard tot 21 feb 2027");
    assert_eq!(
        lines[1],
        "2026-11-22-akad-1  22 nov · AKAD · Linde · niet afgesloten · 1 tip open · bewaard tot 20 feb 2027"
    );
    assert!(lines[2].starts_with("\"iets anders\"      niet te openen. In de map"), "{list}");
    assert!(lines[4].starts_with("Bewaren: ") && lines[5].starts_with("Map: "));
    fs::write(dir.join("logboek.ronl"), text.replacen("seq:9,", "seq:900,", 1)).unwrap();
    assert!(home.fine(&["lijst"]).contains("logboek kapot (oogst herstel 2026-11-22-akad-1)"));
}

#[test]
fn repair_saves_what_can_be_read_and_leaves_the_rest() {
    let home = Home::new();
    let dir = home.session();
    assert!(home.fine(&["herstel", "laatste"]).contains("is heel"));
    let text = fs::read_to_string(dir.join("logboek.ronl")).unwrap();
    fs::write(dir.join("logboek.ronl"), text.replacen("seq:9,", "seq:900,", 1)).unwrap();
    let said = home.fine(&["herstel", "2026-11-22-akad-1"]);
    assert!(said.starts_with("8 stappen gered in "), "{said}");
    assert!(said.ends_with("Verder gaan: oogst open 2026-11-22-akad-1-hersteld-1\n"), "{said}");
    assert!(home.refused(&["herstel", "weg"]).contains("is er niet"));
}

#[test]
fn a_book_that_lost_its_journal_is_told_and_mended() {
    let home = Home::new();
    assert!(home.fine(&["herstel", "boek"]).contains("is heel"));
    let mut shelf = lessons::open(&home.places.book).unwrap().access.unwrap();
    shelf.append(crate::support::book(3).events()).unwrap();
    drop(shelf);
    drop(lessons::open(&home.places.book).unwrap());
    assert!(home.fine(&["herstel", "boek"]).contains("is heel"));
    fs::remove_file(home.places.book.join("logboek.ronl")).unwrap();
    let refused = home.refused(&["boek", "--als", "csv"]);
    assert!(refused.contains("3 lessen meer") && refused.contains("oogst herstel boek"), "{refused}");
    let said = home.fine(&["herstel", "boek"]);
    assert_eq!(said, "Het boek is weer heel: 3 lessen.\n");
    home.fine(&["boek", "--als", "csv"]);
}

#[test]
fn empty_sheets_need_no_session_and_are_the_same_tomorrow() {
    let mut home = Home::new();
    let said = home.fine(&["bladen"]);
    let folder = home.places.documents.clone();
    assert_eq!(said.lines().count(), 10);
    assert_eq!(files(&folder).first().map(String::as_str), Some("akad-compensatiematrix.html"));
    home.now.at += chrono::TimeDelta::days(3);
    assert!(home.fine(&["bladen"]).lines().all(|line| line.starts_with("Stond er al: ")));
    assert!(!home.places.sessions.exists());

    let there = home.dir.path().join("daar");
    home.fine(&["bladen", "--werkwijze", "case-conference", "--naar", there.to_str().unwrap()]);
    let words = ["agenda", "flappen", "kaarten", "tijdkaart", "werkblad8"];
    let names = words.map(|word| ["html", "txt"].map(|kind| format!("case-conference-{word}.{kind}")));
    let card = ["html", "txt"].map(|kind| format!("oogst-spiekbriefje.{kind}"));
    assert_eq!(files(&there), [names.concat(), card.to_vec()].concat());

    let own = fs::read_to_string(root("fixtures/methods/good/klein.ron")).unwrap();
    home.write("instellingen/werkwijzen/mijn.ron", own);
    home.write("instellingen/werkwijzen/kapot.ron", "(id: 3)");
    let here = home.dir.path().join("hier");
    home.fine(&["bladen", "--werkwijze", "mijn", "--naar", here.to_str().unwrap()]);
    assert_eq!(files(&here).len(), 6, "cards, a time card and the spiekbriefje: no columns, no spinnetje");
    assert_eq!(
        home.refused(&["bladen", "--werkwijze", "akat"]),
        "De werkwijze 'akat' bestaat niet. Bedoel je 'akad'?"
    );
    let broken = home.refused(&["bladen", "--werkwijze", "kapot"]);
    assert!(
        broken.starts_with("De werkwijze 'kapot' klopt nog niet: regel 1") && broken.contains("controleer")
    );
}

#[test]
fn the_handbook_needs_no_session() {
    let home = Home::new();
    let folder = home.places.documents.clone();
    assert_eq!(home.fine(&["handleiding"]).lines().count(), 2);
    assert_eq!(files(&folder), ["oogst-handleiding.html", "oogst-handleiding.txt"]);
    let said = home.fine(&["bladen", "--blad", "handleiding"]);
    assert!(said.lines().all(|line| line.starts_with("Stond er al: ")), "{said}");
    let shown = home.fine(&["handleiding", "--als", "md", "--naar", "-"]);
    assert!(shown.starts_with("# Handleiding van Oogst\n") && shown.contains("\n## 9 Naslag\n"), "{shown}");
    home.fine(&["bladen", "--blad", "matrix"]);
    assert_eq!(files(&folder).first().map(String::as_str), Some("akad-compensatiematrix.html"));
    assert_eq!(files(&folder).len(), 4, "only the sheet that was named");
    assert!(home.refused(&["bladen", "--blad", "tips"]).ends_with("oogst export laatste --blad tipblad"));
    assert!(home.refused(&["bladen", "--blad", "flappen"]).contains("--werkwijze"));
    assert!(!home.places.sessions.exists());
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn ron_files(folder: &str) -> Vec<PathBuf> {
    let folder = root(folder);
    let names = files(&folder).into_iter().filter(|name| name.strip_suffix(".ron").is_some());
    names.map(|name| folder.join(name)).collect()
}

/// Beside every bad file stands what must be said about it. With `OOGST_SCHRIJF=1` the
/// expectations of themes and keys are written anew, to be read before they are committed.
#[test]
fn the_bad_fixtures_say_what_is_wrong() {
    let home = Home::new();
    let mut wrong = String::new();
    for (folder, least) in [("methods", 20), ("themes", 8), ("keys", 4), ("settings", 1)] {
        let found = ron_files(&format!("fixtures/{folder}/bad"));
        assert!(found.len() >= least, "{folder}");
        for path in found {
            let name = path.display().to_string();
            let (result, out, _) = home.typed(&["controleer", &name]);
            assert_eq!(result, Err("Dit bestand klopt nog niet.".to_owned()), "{name}");
            let said = out
                .lines()
                .fold(String::new(), |said, line| said + &line.replacen(&format!("{name}: "), "", 1) + "\n");
            let expected = path.with_extension("txt");
            if std::env::var_os("OOGST_SCHRIJF").is_some() && folder != "methods" {
                fs::write(&expected, &said).unwrap();
            }
            let wanted = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
            if said != wanted {
                writeln!(wrong, "{name}\nverwacht:\n{wanted}gezegd:\n{said}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn everything_that_is_good_is_said_to_be_good() {
    let home = Home::new();
    for (folder, kind) in [
        ("src/methods", "de werkwijze"),
        ("fixtures/methods/good", "de werkwijze"),
        ("themes", "het thema"),
        ("fixtures/themes/good", "het thema"),
        ("src/keys", "de toetsentabel"),
        ("fixtures/keys/good", "de toetsentabel"),
        ("fixtures/settings/good", "het bestand met instellingen"),
    ] {
        for path in ron_files(folder) {
            let name = path.display().to_string();
            assert_eq!(home.fine(&["controleer", &name]), format!("{name}: {kind} klopt.\n"));
        }
    }
    let settings = home.write("x.ron", "(thema: \"donker\", uitvoer: \"~/Verslagen\")");
    assert!(home.fine(&["controleer", &settings]).ends_with(": het bestand met instellingen klopt.\n"));
    let empty = home.write("instellingen.ron", "()");
    assert!(home.fine(&["controleer", &empty]).ends_with(": het bestand met instellingen klopt.\n"));
}

#[test]
#[expect(clippy::large_stack_arrays, reason = "a file that is too large, as a constant")]
fn what_is_no_file_of_ours_gets_a_clear_sentence() {
    let home = Home::new();
    let foreign = "dit is geen werkwijze, thema, toetsentabel of bestand met instellingen. Vergelijk het met een \
                   voorbeeld.";
    let settings = "regel 1, kolom 2, map: dit is geen hele map. Begin bij het begin, zoals \"/home/an/Oogst\" of \
                    \"~/Oogst\".";
    for (name, content, want) in [
        ("brief.txt", &b"Beste An,\nde map ligt klaar: tot morgen."[..], foreign),
        ("pakket.json", b"{\"naam\": \"x\", \"id\": 3}", foreign),
        ("bord.yaml", b"id: 3\nkort: nee\n", foreign),
        (
            "leeg.ron",
            b"",
            "regel 1, kolom 1: het bestand is leeg. Begin met ( en eindig met ), met de velden daartussen.",
        ),
        ("groot.ron", &[b' '; 2_000_000], "het bestand is te groot. Meer dan 1 MB wordt niet gelezen."),
        ("plaat.ron", b"\x89PNG\0\0\0", "dit is geen tekst, dus geen bestand dat je zelf schrijft."),
        ("logboek.ronl", b"(format:1)", "dit is een logboek. Of het heel is, zie je met: oogst lijst"),
        ("i.ron", b"(map: \"Oogst\")", settings),
        (
            "latin.ron",
            b"(thema: \"\xe9\")",
            "regel 1, kolom 10: hier staat een teken dat niet te lezen is. Bewaar het bestand opnieuw als UTF-8.",
        ),
    ] {
        let path = home.write(name, content);
        let (result, out, _) = home.typed(&["controleer", &path]);
        assert!(result.is_err(), "{name}");
        assert_eq!(out, format!("{path}: {want}\n"));
    }
    let dir = home.dir.path().display().to_string();
    let missing = format!("{dir}/weg.ron");
    let (result, out, _) = home.typed(&[
        "controleer",
        &dir,
        &missing,
        "/dev/null",
        &root("themes/mono.ron").display().to_string(),
    ]);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with(": dit is een map. Noem de bestanden zelf, zoals map/mijn.ron."), "{out}");
    assert!(
        lines[1].ends_with("weg.ron: dit bestand is er niet. Kijk of de naam en de map kloppen."),
        "{out}"
    );
    assert!(lines[3].ends_with("het thema klopt."), "{out}");
    assert_eq!(result, Err("Van de 4 bestanden kloppen er 3 nog niet.".to_owned()));
}

#[test]
fn help_and_version_go_to_standard_output() {
    let home = Home::new();
    assert_eq!(home.fine(&["--help"]), cli::help());
    assert_eq!(home.fine(&["--versie"]), concat!("Oogst ", env!("CARGO_PKG_VERSION"), "\n"));
    let setting = Setting { places: &home.places, config: &home.config, now: &home.now };
    for order in [
        Order::Start,
        Order::New,
        Order::Practice { method: None, fresh: true },
        Order::Open(SessionName::Latest),
    ] {
        assert!(run(&order, setting, &mut io::sink(), &mut io::sink()).is_none());
    }
}

#[test]
fn a_pipe_that_was_closed_is_no_failure_and_a_full_disk_is() {
    struct Refusing(io::ErrorKind);
    impl io::Write for Refusing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    assert_eq!(Voice::new(&mut Refusing(io::ErrorKind::BrokenPipe)).say("x"), Ok(()));
    let told = Voice::new(&mut Refusing(io::ErrorKind::StorageFull)).say("x").unwrap_err().to_string();
    assert_eq!(told, "De uitkomst kan niet worden geschreven: de schijf is vol.");
}

/// A pakket of the test meeting, and the home it is taken to.
fn sent_home(table: &Home) -> (Home, String) {
    table.session();
    let file = table.dir.path().join("linde.ron").display().to_string();
    let said = table.fine(&["pakket", "laatste", "--naar", &file]);
    assert_eq!(said, format!("Gemaakt: {file}\n"));
    (Home::new(), file)
}

/// What somebody at home says became of the first tip.
fn filled_in(home: &Home, file: &str) -> String {
    use crate::domain::event::Event;
    use crate::domain::id::IdeaId;
    use crate::domain::ideas;
    use crate::domain::life::{Life, Outcome};
    let dir = at_home(&home.places, Path::new(file), &home.now).unwrap();
    assert_eq!(
        at_home(&home.places, Path::new(file), &home.now).unwrap(),
        dir,
        "opened again, not made again"
    );
    let life = Life::Tried { outcome: Outcome::Worked, because: "ze ging mee".to_owned() };
    let event = Event::Idea(ideas::Event::Lived { id: IdeaId(1), life });
    crate::io::store::outbox::append_elsewhere(&dir, vec![event], testing::begin()).unwrap();
    let back = home.dir.path().join("terug.ron").display().to_string();
    home.fine(&["pakket", "laatste", "--naar", &back]);
    back
}

fn answered(home: &Home, file: &str, answer: &str) -> (Result<(), String>, String) {
    let setting = Setting { places: &home.places, config: &home.config, now: &home.now };
    let mut out = Vec::new();
    let done = take_over(Path::new(file), false, setting, &mut answer.as_bytes(), &mut Voice::new(&mut out));
    (done.map_err(|failure| failure.to_string()), String::from_utf8(out).unwrap())
}

#[test]
fn a_pakket_goes_home_and_comes_back_once() {
    let table = Home::new();
    let (home, file) = sent_home(&table);
    let back = filled_in(&home, &file);
    let journal =
        || fs::read_to_string(table.places.sessions.join("2026-11-22-akad-1/logboek.ronl")).unwrap();
    let before = journal();
    for answer in ["nee\n", "", "misschien\n"] {
        let (done, out) = answered(&table, &back, answer);
        assert!(done.is_ok() && out.contains("werkte, omdat ze ging mee"), "{out}");
        assert!(out.ends_with("Er is niets overgenomen.\n"), "{out}");
        assert_eq!(journal(), before);
    }
    let (done, out) = answered(&table, &back, "ja\n");
    assert!(done.is_ok() && out.contains("1 regel overnemen? (ja/nee)"), "{out}");
    assert!(out.ends_with("Overgenomen: 1 regel.\n"), "{out}");
    let after = journal();
    assert_eq!(after.lines().count(), before.lines().count() + 1, "one entry");
    assert!(table.fine(&["neem-over", &back, "--ja"]).ends_with("Er is niets nieuws om over te nemen.\n"));
    assert_eq!(journal(), after);
}

#[test]
fn a_pakket_that_cannot_be_taken_over_says_why() {
    let table = Home::new();
    let (home, file) = sent_home(&table);
    let back = filled_in(&home, &file);
    let said = Home::new().refused(&["neem-over", &back]);
    assert!(said.contains("'2026-11-22-akad-1'") && said.contains("niet op deze computer"), "{said}");
    let open = open::open(&table.places.sessions.join("2026-11-22-akad-1")).unwrap();
    let said = table.refused(&["neem-over", &back, "--ja"]);
    assert!(said.contains("open"), "{said}");
    drop(open);
    let text = fs::read_to_string(&back).unwrap();
    let mut other = crate::io::packet::read(Path::new(&back)).unwrap();
    for tip in other.goals.iter_mut().flat_map(|goal| &mut goal.advices) {
        tip.text.push_str(" iets anders");
    }
    let (done, out, _) = table.typed(&["neem-over", &table.write("ander.ron", other.text()), "--ja"]);
    assert!(out.contains("  Tip 2: heeft hier een andere tekst.\n"), "{out}");
    assert_eq!(done, Err("Er is niets nieuws om over te nemen.".to_owned()));
    let torn = table.write("half.ron", text.split_at(text.find("doelen").unwrap()).0);
    assert!(table.refused(&["neem-over", &torn]).contains("half.ron, regel "));
    assert!(table.refused(&["neem-over", "weg.ron"]).contains("kan niet worden gelezen"));
    let strange = table.write("vreemd.ron", text.replace("werkwijze: \"akad\"", "werkwijze: \"eigen\""));
    let elsewhere = Home::new();
    let said = at_home(&elsewhere.places, Path::new(&strange), &elsewhere.now).unwrap_err().to_string();
    assert!(said.contains("'eigen'") && said.contains("werkwijzen"), "{said}");
}

#[test]
fn a_pakket_is_about_one_casus_that_is_there() {
    let home = Home::new();
    home.session();
    assert_eq!(
        home.refused(&["pakket", "laatste", "--casus", "3"]),
        "Casus 3 is er niet. In deze bespreking is 1 casus."
    );
    let text = home.fine(&["pakket", "laatste", "--naar", "-"]);
    assert!(text.contains("pakket: 1") && text.contains("schuilnaam: \"Linde\""), "{text}");
    home.fine(&["pakket", "laatste"]);
    assert_eq!(files(&home.places.documents), ["2026-11-22-pakket-linde.ron"]);
    assert!(home.fine(&["lijst"]).contains("tip"), "nothing was changed");
}

#[test]
fn the_book_is_written_down_once_it_holds_something() {
    let home = Home::new();
    let refused = home.refused(&["boek", "--als", "csv"]);
    assert!(refused.contains("nog geen lessen"), "{refused}");
    let mut shelf = lessons::open(&home.places.book).unwrap().access.unwrap();
    shelf.append(crate::support::book(3).events()).unwrap();
    let said = home.fine(&["boek", "--als", "csv"]);
    assert!(said.contains("2026-11-23-wat-werkte.csv"), "{said}");
    let csv = fs::read_to_string(home.places.documents.join("2026-11-23-wat-werkte.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}Tip;Gebied;") && csv.lines().count() == 4, "{csv}");
    let text = home.fine(&["boek", "--als", "md", "--naar", "-"]);
    assert!(text.contains("# Wat werkte") && text.contains("werkte niet"), "{text}");
}
