//! Plain surroundings: no colours, no drawn lines, no terminal at all, no home.

use super::burst::only_our_own;
use super::session::{look_at_ideas, map};
use super::terminal::{Terminal, USUAL};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

fn example(map: &Path, options: &[&str], environment: &[(&str, Option<&str>)]) -> Terminal {
    let mut args = vec![OsStr::new("--map"), map.as_os_str()];
    args.extend(options.iter().map(OsStr::new));
    args.push(OsStr::new("oefen"));
    let mut terminal = Terminal::spawn(map, &args, USUAL, environment);
    terminal.wait_for("Oefening 1 van 9");
    look_at_ideas(&mut terminal);
    terminal.keys("<enter>café één<enter>").wait_for("1 café één");
    terminal.keys("<f1>").wait_for("Wat kan ik hier?");
    terminal.keys("<esc><esc>").wait_for("Kies");
    terminal.keys("<esc>").rest();
    terminal
}

/// The numbers of every order about colour and form.
fn forms(raw: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(raw).into_owned();
    let mut found = Vec::new();
    for part in text.split("\x1b[").skip(1) {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || ";:?".contains(c));
        if rest.starts_with('m') {
            let numbers = part.split('m').next().unwrap();
            found.extend(numbers.split([';', ':']).map(|number| number.parse::<u32>().unwrap_or(0)));
        }
    }
    found
}

fn is_colour(number: u32) -> bool {
    (30..=49).contains(&number) || (90..=107).contains(&number)
}

#[test]
fn without_colours_there_is_no_colour_in_the_output() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let map = map();
        let terminal = example(map.path(), &[], &[(name, Some(value))]);
        let forms = forms(&terminal.raw());
        assert!(!forms.is_empty() && !forms.iter().any(|number| is_colour(*number)), "{name}: {forms:?}");
    }
    let map = map();
    let terminal = example(map.path(), &[], &[]);
    let raw = terminal.raw();
    assert!(forms(&raw).into_iter().any(is_colour), "the usual terminal has colours");
    only_our_own(&raw);
}

#[test]
fn ascii_draws_with_ascii_alone() {
    let map = map();
    let terminal = example(map.path(), &["--ascii"], &[]);
    let raw = terminal.raw();
    let text = std::str::from_utf8(&raw).expect("text");
    let strange: Vec<char> = text.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
    assert!(strange.is_empty(), "{strange:?}\n{}", terminal.text());
    assert!(text.contains('é'));
}

/// Without a terminal on one side: what is said, and the exit code.
fn piped(map: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oogst"));
    command.arg("--map").arg(map).args(args).stdin(Stdio::null());
    let output = command.output().expect("it ran");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let map = map();
    for args in [&[][..], &["nieuw"], &["oefen"]] {
        let (out, errors, code) = piped(map.path(), args);
        assert_eq!((out.as_str(), code), ("", Some(1)));
        assert!(errors.starts_with("Oogst heeft een terminalvenster nodig"), "{errors}");
        assert_eq!(errors.lines().count(), 1);
    }
    assert_eq!(std::fs::read_dir(map.path()).unwrap().count(), 0, "nothing was made");
    let (out, errors, code) = piped(map.path(), &["lijst"]);
    assert_eq!((errors.as_str(), code), ("", Some(0)), "{out}");
    let (_, errors, code) = piped(map.path(), &["nieww"]);
    assert!(errors.contains("Bedoel je 'nieuw'?"), "{errors}");
    assert_eq!(code, Some(2));
}

#[test]
fn without_a_home_it_starts_and_says_so() {
    let map = map();
    // Without the variable the system may still know where home is; nothing is begun there.
    let mut terminal = Terminal::spawn(map.path(), &[], USUAL, &[("HOME", None)]);
    terminal.wait_for("Nieuwe bespreking");
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);

    let mut terminal = Terminal::spawn(map.path(), &[], USUAL, &[("HOME", Some("nergens"))]);
    let text = terminal.wait_for("Nieuwe bespreking");
    assert!(text.contains("--map"), "{text}");
    terminal.keys("1<enter>").wait_for("Welke werkwijze");
    terminal.keys("1<enter>").wait_for("--map");
    terminal.keys("<c-c>");
    assert_eq!(terminal.ended().code, 0);
    assert_eq!(std::fs::read_dir(map.path()).unwrap().count(), 0, "nothing was made");
}
