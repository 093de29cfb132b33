//! Bad surroundings: journals that were torn, broken or made by somebody else, folders that come
//! and go, a disk that is full, a second window. Every time it is said, and nothing is lost.

use super::session::{in_ideas, journal_path, lines, look_at_ideas, map, only, tips};
use super::terminal::{Terminal, USUAL};
use rustix::process::Signal;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A finished program with a session of three tips, and its folder.
fn three_tips(map: &Path) -> PathBuf {
    let mut terminal = in_ideas(map);
    terminal.keys("een<enter>twee<enter>drie<enter>").wait_for("Laatst: tip 3");
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
    only(map)
}

/// One order without a screen: what it said, and whether it went well.
fn order(map: &Path, args: &[&str]) -> (String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oogst"));
    command.arg("--map").arg(map).args(args).stdin(Stdio::null());
    let output = command.output().expect("it ran");
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).expect("text"), output.status.success())
}

fn reopened(map: &Path) -> Terminal {
    Terminal::start(map, &["open", "laatste"])
}

/// The words of the screen on one line: a sentence may be broken anywhere.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn wait_flat(terminal: &Terminal, words: &str) {
    terminal.wait(&format!("'{words}'"), |text| flat(text).contains(words));
}

fn is_saved(text: &str) -> bool {
    text.lines().next().is_some_and(|title| title.contains("Bewaard"))
}

#[test]
fn a_torn_last_line_is_cut_off_and_told() {
    let map = map();
    let dir = three_tips(map.path());
    let whole = fs::read(journal_path(&dir)).unwrap();
    let last = lines(&dir).pop().unwrap();
    let mut file = fs::OpenOptions::new().append(true).open(journal_path(&dir)).unwrap();
    file.write_all(&last.as_bytes()[..last.len() / 2]).unwrap();
    let mut terminal = reopened(map.path());
    wait_flat(&terminal, "laatste regel van het logboek");
    assert_eq!(fs::read(journal_path(&dir)).unwrap(), whole);
    look_at_ideas(&mut terminal);
    terminal.keys("vier<enter>").wait_for("Laatst: tip 4");
    terminal.wait("saved", is_saved);
    assert_eq!(tips(&dir), ["een", "twee", "drie", "vier"]);
}

#[test]
fn a_broken_line_makes_it_read_only_and_repair_makes_a_whole_copy() {
    let map = map();
    let dir = three_tips(map.path());
    let mut all = lines(&dir);
    let at = all.iter().position(|line| line.contains("\"twee\"")).unwrap();
    all[at] = all[at].replacen('(', "[", 1);
    let text = all.join("\n") + "\n";
    fs::write(journal_path(&dir), &text).unwrap();

    let mut terminal = reopened(map.path());
    terminal.wait_for("ALLEEN LEZEN");
    wait_flat(&terminal, &format!("klopt regel {}", at + 1));
    look_at_ideas(&mut terminal);
    let shown = terminal.wait_for("1 een");
    assert!(!shown.contains("drie"), "{shown}");
    terminal.keys("erbij");
    wait_flat(&terminal, "Kopie: oogst herstel 2");
    terminal.keys("<enter>").rest();
    assert!(terminal.wait_for("ALLEEN LEZEN").contains("► erbij"), "the text stays where it was typed");
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);
    assert_eq!(fs::read_to_string(journal_path(&dir)).unwrap(), text, "not a byte was changed");

    let (said, fine) = order(map.path(), &["herstel", "laatste"]);
    assert!(fine, "{said}");
    let name = said.split("oogst open ").nth(1).expect("how to go on").trim().to_owned();
    let mut terminal = Terminal::start(map.path(), &["open", &name]);
    terminal.wait_for("Bewaard");
    look_at_ideas(&mut terminal);
    terminal.keys("verder<enter>").wait_for("verder");
    terminal.wait("saved", is_saved);
    let copy = map.path().join("besprekingen").join(&name);
    assert_eq!(tips(&copy), ["een", "verder"]);
    assert_eq!(fs::read_to_string(journal_path(&dir)).unwrap(), text);
}

#[test]
fn a_second_window_may_look_and_not_write() {
    let map = map();
    let mut first = in_ideas(map.path());
    first.keys("een<enter>").wait_for("Laatst: tip 1");
    let mut second = reopened(map.path());
    second.wait_for("ALLEEN LEZEN");
    wait_flat(&second, "Al open in een ander venster");
    look_at_ideas(&mut second);
    second.keys("stiekem<enter>").rest();
    first.keys("twee<enter>").wait_for("Laatst: tip 2");
    first.wait("saved", is_saved);
    second.kill(Signal::TERM);
    assert_eq!(second.ended().code, 0);
    first.keys("drie<enter>").wait_for("Laatst: tip 3");
    first.wait("saved", is_saved);
    assert_eq!(tips(&only(map.path())), ["een", "twee", "drie"]);
}

#[test]
fn a_folder_that_goes_and_comes_back_loses_nothing() {
    let map = map();
    let mut terminal = in_ideas(map.path());
    terminal.keys("een<enter>").wait_for("Laatst: tip 1");
    terminal.wait("saved", is_saved);
    let (base, away) = (map.path().join("besprekingen"), map.path().join("weg"));
    fs::rename(&base, &away).unwrap();
    terminal.keys("twee<enter>").wait_for("NIET BEWAARD: de map is verdwenen");
    terminal.keys("drie<enter>half").wait_for("3 drie");
    terminal.keys("<c-c>").wait_for("Niet alles is bewaard");
    terminal.keys("<esc>").wait_gone("Niet alles is bewaard");
    fs::rename(&away, &base).unwrap();
    terminal.wait("saved again by itself", is_saved);
    let dir = only(map.path());
    assert_eq!(tips(&dir), ["een", "twee", "drie"]);

    // Thrown away altogether: it is made anew with everything in it.
    fs::remove_dir_all(&dir).unwrap();
    terminal.keys(" vier<enter>").wait_for("NIET BEWAARD");
    terminal.keys("<esc>").wait_for("Kies ►");
    terminal.keys("opnieuw proberen<enter>").wait("saved anew", is_saved);
    assert_eq!(tips(&only(map.path())), ["een", "twee", "drie", "half vier"]);
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
}

/// A small disk of its own, taken away at the end of the test.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: &Path) -> Option<Self> {
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(at);
        let output = command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| Self(at.to_owned()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_told_and_overcome() {
    let map = map();
    let small = map.path().join("klein");
    fs::create_dir(&small).unwrap();
    let Some(_disk) = Disk::mount(&small) else {
        eprintln!("SKIPPED: a full disk. No small disk may be mounted here.");
        return;
    };
    let mut terminal = in_ideas(&small);
    terminal.keys("een<enter>").wait_for("Laatst: tip 1");
    terminal.wait("saved", is_saved);
    let filler = small.join("vol");
    let mut file = fs::File::create(&filler).unwrap();
    while file.write_all(&[b'x'; 4096]).is_ok() {}
    drop(file);
    let long = "lang ".repeat(400);
    for _ in 0..3 {
        terminal.paste(&long).keys("<enter>");
    }
    terminal.wait_for("NIET BEWAARD: de schijf is vol. Je kunt doorwerken");
    terminal.keys("vijf<enter>half").wait_for("5 vijf");
    fs::remove_file(&filler).unwrap();
    terminal.wait("saved again", is_saved);
    let found = tips(&only(&small));
    assert_eq!((found.len(), found[4].as_str()), (5, "vijf"));
    terminal.kill(Signal::TERM);
    assert_eq!(terminal.ended().code, 0);
}

/// On leaving a full disk it is said how many tips are not there: those, and no other number.
#[test]
fn leaving_a_full_disk_says_what_is_missing() {
    let map = map();
    let small = map.path().join("klein");
    fs::create_dir(&small).unwrap();
    let Some(_disk) = Disk::mount(&small) else {
        eprintln!("SKIPPED: a full disk. No small disk may be mounted here.");
        return;
    };
    let mut terminal = in_ideas(&small);
    let dir = only(&small);
    // Nearly full: some of what is typed still fits.
    let mut file = fs::File::create(small.join("vol")).unwrap();
    while file.write_all(&[b'x'; 4096]).is_ok() {}
    file.set_len(file.metadata().unwrap().len() - 8192).unwrap();
    drop(file);
    let long = "lang ".repeat(60);
    for _ in 0..40 {
        terminal.paste(&long).keys("<enter>");
    }
    terminal.wait_for("NIET BEWAARD: de schijf is vol");
    terminal.keys("<c-c>").wait_for("Afsluiten?");
    terminal.keys("2<enter>");
    let ended = terminal.ended();
    let there = tips(&dir).len();
    assert!((1..40).contains(&there), "{there}");
    let told = ended.screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = format!("Niet bewaard, want de schijf is vol: {} tips.", 40 - there);
    assert!(told.contains(&wanted), "{wanted}\n{told}");
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    if rustix::process::geteuid().is_root() {
        eprintln!("SKIPPED: a folder without permission. The administrator may write everywhere.");
        return;
    }
    let map = map();
    fs::set_permissions(map.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let mut terminal = Terminal::start(map.path(), &[]);
    terminal.wait_for("Nieuwe bespreking");
    terminal.keys("1<enter>").wait_for("Welke werkwijze");
    terminal.keys("1<enter>");
    wait_flat(&terminal, "je mag hier niet schrijven");
    fs::set_permissions(map.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

/// A file where the folder should be: also for who may write everywhere.
#[test]
fn a_file_in_the_place_of_the_folder_is_told() {
    let map = map();
    let file = map.path().join("bestand");
    fs::write(&file, "").unwrap();
    let args = [OsStr::new("--map"), file.as_os_str()];
    let mut terminal = Terminal::spawn(map.path(), &args, USUAL, &[]);
    terminal.wait_for("Nieuwe bespreking");
    terminal.keys("1<enter>").wait_for("Welke werkwijze");
    terminal.keys("1<enter>");
    wait_flat(&terminal, "Oogst kan de map");
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);
}

#[test]
fn journals_that_cannot_be_opened_say_why() {
    for (change, words) in [
        ((|_: &str| String::new()) as fn(&str) -> String, "het logboek is leeg"),
        (
            |text| text.replacen("format:1", "format:99", 1),
            "gemaakt met een nieuwere versie van Oogst (vorm 99)",
        ),
        (|text| text.chars().take(40).collect(), "al in de eerste regel afgekapt"),
        (|_| "iets heel anders\n".to_owned(), "is geen logboek van Oogst"),
    ] {
        let map = map();
        let dir = three_tips(map.path());
        let text = fs::read_to_string(journal_path(&dir)).unwrap();
        fs::write(journal_path(&dir), change(&text)).unwrap();
        let mut terminal = reopened(map.path());
        wait_flat(&terminal, words);
        terminal.wait_for("Nieuwe bespreking");
        assert_eq!(fs::read_to_string(journal_path(&dir)).unwrap(), change(&text), "left alone");
        terminal.keys("<c-c>");
        assert_eq!(terminal.ended().code, 0);
    }
}

#[test]
fn a_mark_at_the_beginning_of_the_journal_does_no_harm() {
    let map = map();
    let dir = three_tips(map.path());
    let text = fs::read_to_string(journal_path(&dir)).unwrap();
    fs::write(journal_path(&dir), format!("\u{feff}{text}")).unwrap();
    let mut terminal = reopened(map.path());
    terminal.wait_for("Bewaard");
    look_at_ideas(&mut terminal);
    terminal.keys("vier<enter>").wait_for("Laatst: tip 4");
    terminal.wait("saved", is_saved);
    assert_eq!(tips(&dir), ["een", "twee", "drie", "vier"]);
}
