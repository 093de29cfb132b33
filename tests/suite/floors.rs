//! The floors of `app`: a file names only the floors below its own, and no large circle of files
//! names each other.

use crate::source::{Source, rust_files};
use std::collections::{BTreeMap, BTreeSet};

/// From the ground up.
const FLOORS: [&str; 7] = ["state", "board", "things", "steps", "pages", "layout", "turn"];

/// The most files of `app` that may name each other in a circle.
const LARGEST: usize = 13;

fn app() -> Vec<Source> {
    let all = rust_files("src").into_iter();
    all.filter(|source| source.path.starts_with("src/app/") && !source.is_test()).collect()
}

/// `app::things::idea`, from `src/app/things/idea.rs`.
fn module(path: &str) -> String {
    path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::")
}

/// The paths a file names, from `app` on, as far as they lead to a file.
fn named(source: &Source, files: &BTreeSet<String>) -> BTreeSet<String> {
    let me = module(&source.path);
    let code = source.code();
    let mut found = BTreeSet::new();
    for statement in code.split("use ").skip(1) {
        let tree = statement.split(';').next().unwrap_or_default();
        expand("", tree, &mut found);
    }
    for word in code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')) {
        found.insert(word.to_owned());
    }
    let absolute = found.into_iter().filter_map(|path| resolved(&me, &path));
    absolute.filter_map(|path| file_of(&path, files)).filter(|path| *path != me).collect()
}

/// A tree of imports as the paths in it.
fn expand(prefix: &str, tree: &str, found: &mut BTreeSet<String>) {
    let tree = tree.trim();
    let Some((head, list)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        found.insert(format!("{prefix}{path}").trim_end_matches("::self").to_owned());
        return;
    };
    let list = list.rsplit_once('}').map_or(list, |(inner, _)| inner);
    let (mut depth, mut part) = (0, String::new());
    for c in list.chars().chain([',']) {
        match c {
            ',' if depth == 0 => {
                let part = std::mem::take(&mut part);
                if !part.trim().is_empty() {
                    expand(&format!("{prefix}{}", head.trim()), &part, found);
                }
            }
            c => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                part.push(c);
            }
        }
    }
}

fn resolved(me: &str, path: &str) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        return Some(rest.to_owned());
    }
    if let Some(rest) = path.strip_prefix("self::") {
        return Some(format!("{me}::{rest}"));
    }
    let (mut base, mut rest) = (me, path);
    while let Some(after) = rest.strip_prefix("super::") {
        (base, rest) = (base.rsplit_once("::")?.0, after);
    }
    (base != me).then(|| format!("{base}::{rest}"))
}

/// The longest beginning of a path that is a file.
fn file_of(path: &str, files: &BTreeSet<String>) -> Option<String> {
    let mut path = path;
    loop {
        if files.contains(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let sources = app();
    let files: BTreeSet<String> = sources.iter().map(|source| module(&source.path)).collect();
    sources.iter().map(|source| (module(&source.path), named(source, &files))).collect()
}

fn floor(module: &str) -> Option<usize> {
    let name = module.split("::").nth(1)?;
    FLOORS.iter().position(|floor| *floor == name)
}

#[test]
fn a_floor_names_only_the_floors_below_it() {
    let mut wrong = Vec::new();
    for (file, names) in graph() {
        let mine = floor(&file);
        assert!(mine.is_some(), "{file} is on no floor");
        wrong.extend(names.iter().filter(|name| floor(name) > mine).map(|name| format!("{file}: {name}")));
    }
    assert!(wrong.is_empty(), "{}\n{}", FLOORS.join(" ← "), wrong.join("\n"));
}

/// Everything that can be reached from a file.
fn reach<'g>(graph: &'g BTreeMap<String, BTreeSet<String>>, from: &'g str) -> BTreeSet<&'g str> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(file) = waiting.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if seen.insert(next.as_str()) {
                waiting.push(next);
            }
        }
    }
    seen
}

#[test]
fn no_large_circle_of_files_names_each_other() {
    let graph = graph();
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (file.as_str(), reach(&graph, file))).collect();
    let circle = |file: &str| -> Vec<&str> {
        let there = reached.get(file).into_iter().flatten();
        there.filter(|other| reached.get(**other).is_some_and(|back| back.contains(file))).copied().collect()
    };
    let largest = graph.keys().map(|file| circle(file)).max_by_key(Vec::len).unwrap_or_default();
    assert!(largest.len() <= LARGEST, "{} files in one circle:\n{}", largest.len(), largest.join("\n"));
}
