//! The rules of the house that the compiler does not check: who may name whom, what no file may
//! hold, and what comes along in the tree of crates.

use crate::source::{Source, files, read, root, rust_files};
use std::collections::BTreeMap;

/// Rooms that may name only these rooms of the program.
const ROOMS: [(&str, &[&str]); 6] = [
    ("src/domain", &["domain"]),
    ("src/text", &["domain", "text"]),
    ("src/paper", &["domain", "text", "paper"]),
    ("src/keys", &["domain", "text", "keys"]),
    ("src/app", &["domain", "text", "paper", "keys", "app"]),
    ("src/ui", &["domain", "text", "paper", "keys", "app", "ui"]),
];

/// Crates and parts of the standard library that a room may not name.
const FORBIDDEN: [(&str, &[&str]); 6] = [
    (
        "src/domain",
        &[
            "std::fs",
            "std::io",
            "std::thread",
            "std::env",
            "std::time",
            "std::process",
            "std::os",
            "ron",
            "ratatui",
            "crossterm",
            "tokio",
            "maud",
            "directories",
            "rustix",
            "tempfile",
            "Utc",
            "Local",
            "unicode_width",
        ],
    ),
    (
        "src/text",
        &[
            "std::fs",
            "std::io",
            "std::thread",
            "std::env",
            "std::time",
            "ratatui",
            "crossterm",
            "tokio",
            "ron",
        ],
    ),
    (
        // A Word file is packed in memory, and for that `zip` asks for `std::io::Write`.
        "src/paper",
        &[
            "std::fs",
            "std::io::stdin",
            "std::io::stdout",
            "std::io::stderr",
            "std::thread",
            "std::env",
            "std::time",
            "ratatui",
            "crossterm",
            "tokio",
            "ron",
        ],
    ),
    (
        "src/keys",
        &["std::fs", "std::io", "std::thread", "std::env", "std::time", "ratatui", "crossterm", "tokio"],
    ),
    (
        "src/app",
        &["std::fs", "std::io", "std::thread", "std::env", "std::time", "ratatui", "crossterm", "tokio"],
    ),
    ("src/ui", &["std::fs", "std::io", "std::thread", "std::env", "std::time", "crossterm", "tokio"]),
];

/// Crates that only one room may name.
const OWN: [(&str, &[&str]); 2] = [
    ("fst", &["src/domain/privacy", "tests/suite/lexicon"]),
    // Signs as people see them: the filter hides whole ones, the screen counts them.
    (
        "unicode_segmentation",
        &["src/domain/privacy", "src/text", "src/keys", "src/app", "src/ui", "src/io", "src/paper"],
    ),
];

/// Crates that talk to a network.
const NETWORK: [&str; 27] = [
    "socket2",
    "hyper",
    "hyper-util",
    "reqwest",
    "ureq",
    "isahc",
    "curl",
    "curl-sys",
    "attohttpc",
    "h2",
    "h3",
    "quinn",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "axum",
    "actix-web",
    "warp",
    "tonic",
    "tungstenite",
    "tokio-tungstenite",
    "tokio-rustls",
    "trust-dns-resolver",
    "hickory-resolver",
    "webbrowser",
    "surf",
];

/// Crates of which two versions would not understand each other.
const ONCE: [&str; 6] = ["ratatui", "crossterm", "unicode-width", "ron", "serde", "chrono"];

/// The most lines of one file, tests not counted.
const LONGEST: usize = 400;

fn sources() -> Vec<Source> {
    rust_files("src").into_iter().filter(|source| !source.is_test()).collect()
}

/// The files of a room: `src/app.rs` and everything in `src/app`.
fn room<'a>(all: &'a [Source], room: &'a str) -> impl Iterator<Item = &'a Source> {
    all.iter().filter(move |source| {
        source.path == format!("{room}.rs") || source.path.starts_with(&format!("{room}/"))
    })
}

/// Whether a text names this path, as a whole.
fn holds(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + path.len()..).unwrap_or("");
        let named = path.contains("::") || after.starts_with("::");
        !part(before) && before != Some(':') && !part(after.chars().next()) && named
    })
}

fn report(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}\n{}", wrong.join("\n"));
}

#[test]
fn rooms_name_only_the_rooms_below_them() {
    let all = sources();
    let mut wrong = Vec::new();
    for (name, allowed) in ROOMS {
        assert!(room(&all, name).count() > 1, "{name} is not there");
        for source in room(&all, name) {
            for path in source.names("crate") {
                let head = path.trim_start_matches("crate::");
                if !allowed.contains(&head) {
                    wrong.push(format!("{}: {path}", source.path));
                }
            }
        }
    }
    report(&wrong, "domain ← text ← paper ← app ← ui ← io");
}

#[test]
fn rooms_name_no_crate_that_is_not_theirs() {
    let all = sources();
    let mut wrong = Vec::new();
    for (name, forbidden) in FORBIDDEN {
        for source in room(&all, name) {
            let code = source.code();
            let std: Vec<String> = source.names("std");
            for path in forbidden {
                if holds(&code, path) || std.iter().any(|found| found == path) {
                    wrong.push(format!("{}: {path}", source.path));
                }
            }
        }
    }
    report(&wrong, "only the edge knows files, threads, the time of day and the terminal");
}

#[test]
fn a_crate_of_one_room_is_named_there_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        let code = source.code();
        for (name, rooms) in OWN {
            if holds(&code, name) && !rooms.iter().any(|room| source.path.starts_with(room)) {
                wrong.push(format!("{}: {name}", source.path));
            }
        }
    }
    report(&wrong, "a crate of one room");
}

/// It could leave as a crate of its own.
#[test]
fn the_privacy_filter_names_nothing_of_the_program() {
    let all = sources();
    let named = |source: &Source| !source.names("crate").is_empty();
    let wrong: Vec<String> = room(&all, "src/domain/privacy")
        .filter(|source| named(source))
        .map(|source| source.path.clone())
        .collect();
    assert!(room(&all, "src/domain/privacy").count() > 5);
    report(&wrong, "src/domain/privacy stands by itself");
}

#[test]
fn nothing_in_the_program_can_reach_a_network() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        let code: String = source
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        for path in ["std::net", "core::net", "tokio::net", "UnixStream", "TcpStream", "UdpSocket"] {
            if code.contains(path) {
                wrong.push(format!("{}: {path}", source.path));
            }
        }
        for first in ["std", "tokio"] {
            if source.names(first).contains(&format!("{first}::net")) {
                wrong.push(format!("{}: {first}::net", source.path));
            }
        }
    }
    report(&wrong, "Oogst works offline");
}

/// Names and versions in the lock file.
fn locked() -> BTreeMap<String, Vec<String>> {
    let lock = read("Cargo.lock");
    let mut crates: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let value = |line: &str, key: &str| {
        line.strip_prefix(key).map(|rest| rest.trim_matches(|c| c == '"' || c == ' ' || c == '=').to_owned())
    };
    let mut name = String::new();
    for line in lock.lines() {
        if let Some(found) = value(line, "name ") {
            name = found;
        } else if let Some(version) = value(line, "version ")
            && !name.is_empty()
        {
            crates.entry(std::mem::take(&mut name)).or_default().push(version);
        }
    }
    crates
}

#[test]
fn no_crate_that_talks_to_a_network_comes_along() {
    let crates = locked();
    assert!(crates.len() > 20, "the lock file was read");
    let found: Vec<String> =
        NETWORK.iter().filter(|name| crates.contains_key(**name)).map(|name| (*name).to_owned()).collect();
    report(&found, "crates for a network");
    let tokio = read("Cargo.toml").lines().filter(|line| line.starts_with("tokio ")).collect::<String>();
    for feature in ["\"net\"", "\"full\"", "\"process\""] {
        assert!(!tokio.contains(feature), "tokio with {feature}");
    }
}

#[test]
fn there_is_a_watcher_of_files_for_every_system() {
    // On macOS the crate does not even build without one, and nobody here would notice.
    let toml = read("Cargo.toml");
    assert!(toml.contains("macos_fsevent") && locked().contains_key("objc2-core-services"));
}

#[test]
fn the_crates_that_are_refused_are_those_of_this_list() {
    let refused = read(".deny.toml");
    let refused: Vec<&str> = refused
        .lines()
        .filter_map(|line| line.trim().strip_prefix("{ crate = \"")?.strip_suffix("\" },"))
        .collect();
    assert_eq!(refused, NETWORK, ".deny.toml");
}

#[test]
fn crates_that_meet_in_types_come_along_once() {
    let crates = locked();
    for name in ONCE {
        let versions = crates.get(name).cloned().unwrap_or_default();
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}

#[test]
fn no_order_leaks_from_a_hash() {
    let mut wrong = Vec::new();
    for source in sources() {
        let code = source.code();
        for name in ["HashMap", "HashSet"] {
            if code.contains(name) {
                wrong.push(format!("{}: {name}", source.path));
            }
        }
    }
    report(&wrong, "the order of a hash leaks into files");
}

#[test]
fn every_file_says_what_it_is() {
    let missing: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(rust_files)
        .filter(|source| !source.text.starts_with("//!"))
        .map(|source| source.path)
        .collect();
    report(&missing, "every file begins with //!");
}

#[test]
fn files_have_a_name_of_their_own_and_a_length_to_read() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        let name = source.path.rsplit('/').next().unwrap_or_default();
        if ["mod.rs", "utils.rs", "util.rs", "helpers.rs", "helper.rs", "manager.rs", "common.rs", "misc.rs"]
            .contains(&name)
        {
            wrong.push(format!("{}: says nothing", source.path));
        }
        let lines = source.program().count();
        if !source.is_test() && lines > LONGEST {
            wrong.push(format!("{}: {lines} lines", source.path));
        }
    }
    report(&wrong, "a long file asks for a new room");
}

#[test]
fn the_lists_of_what_comes_along_are_the_folders() {
    let names = |folder: &str| -> Vec<String> {
        let prefix = format!("{folder}/");
        files(folder).iter().map(|path| path.trim_start_matches(&prefix).to_owned()).collect()
    };
    let mut methods: Vec<String> =
        oogst::io::methods::shipped().iter().map(|(name, _)| (*name).to_owned()).collect();
    methods.sort();
    assert_eq!(methods, names("src/methods"));
    let mut themes: Vec<String> =
        oogst::ui::theme::SHIPPED.iter().map(|(name, _)| format!("{name}.ron")).collect();
    themes.sort();
    assert_eq!(themes, names("themes"));
}

#[test]
fn nothing_speaks_of_the_machine_it_was_made_on() {
    let mut wrong = Vec::new();
    let folders = ["src", "themes", "fixtures"].into_iter().flat_map(files);
    for path in folders {
        let Ok(text) = std::fs::read_to_string(root(&path)) else { continue };
        for place in [env!("CARGO_MANIFEST_DIR"), "/root/", "/workspace/", "/builds/", "/home/runner"] {
            if text.contains(place) {
                wrong.push(format!("{path}: {place}"));
            }
        }
    }
    report(&wrong, "a path of one machine");
}

#[test]
fn the_text_of_a_path_is_taken_apart_well() {
    let text =
        "//! Doc.\nuse crate::{app::x, io};\nuse crate::text::{a, b};\nlet x = mycrate::no;\n// crate::ui";
    let source = Source { path: "src/x.rs".to_owned(), text: text.to_owned() };
    assert_eq!(source.names("crate"), ["crate::app", "crate::io", "crate::text"]);
    assert!(holds("use ron::de;", "ron") && !holds("let electron::x", "ron") && !holds("iron", "ron"));
    assert!(holds("use std::fs;", "std::fs") && !holds("use std::fsx;", "std::fs"));
}

/// What changes a file, or opens one: a kill between any two of them is tested where they are, and
/// what is no plain file is refused there.
const OF_THE_DISK: [&str; 22] = [
    "fs::write",
    "fs::read(",
    "fs::read_to_string",
    "fs::copy",
    "fs::rename",
    "fs::remove",
    "fs::create",
    "fs::hard_link",
    "fs::set_permissions",
    "fs::symlink(",
    "File::create",
    "File::open",
    "OpenOptions",
    "DirBuilder",
    "tempfile",
    "set_len",
    "sync_all",
    "sync_data",
    "persist",
    "rustix::fs::open",
    "rustix::fs::unlink",
    "rustix::fs::rename",
];

#[test]
fn the_disk_is_changed_in_one_room() {
    let all = sources();
    let elsewhere = |source: &&Source| !source.path.starts_with("src/io/store/disk");
    let mut wrong = Vec::new();
    for source in all.iter().filter(elsewhere) {
        let code = source.code();
        for call in OF_THE_DISK.iter().filter(|call| code.contains(**call)) {
            // The terminal itself is opened a second time, to write without waiting (decision 50).
            if (source.path.as_str(), *call) != ("src/io/terminal/outlet/descriptor.rs", "rustix::fs::open") {
                wrong.push(format!("{}: {call}", source.path));
            }
        }
    }
    report(&wrong, "every call that opens or changes a file is in io/store/disk");
}
