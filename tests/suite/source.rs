//! The source tree as text: files, and their lines without comments and tests.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the program.
pub struct Source {
    /// From the root of the repository, with `/` between folders.
    pub path: String,
    pub text: String,
}

/// A path in the repository.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every Rust file in a folder, in the order of their paths.
pub fn rust_files(folder: &str) -> Vec<Source> {
    files(folder)
        .into_iter()
        .filter(|path| path.strip_suffix(".rs").is_some())
        .map(|path| Source { text: read(&path), path })
        .collect()
}

/// Every file in a folder and the folders in it.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(root(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries {
            let entry = entry.expect("an entry");
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// The text of a file of the repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

impl Source {
    /// Whether the file exists for tests only.
    pub fn is_test(&self) -> bool {
        let name = self.path.as_str();
        name.ends_with("/tests.rs")
            || name.contains("/tests/")
            || name.starts_with("src/paper/sample")
            || ["src/domain/laws.rs", "src/support.rs"].contains(&name)
    }

    /// The lines of the program itself: up to the tests at the end of the file.
    pub fn program(&self) -> impl Iterator<Item = &str> {
        self.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"))
    }

    /// The program without what is said about it.
    pub fn code(&self) -> String {
        let bare = self.program().filter(|line| !line.trim_start().starts_with("//"));
        bare.collect::<Vec<_>>().join("\n")
    }

    /// The paths that begin with `crate::` or with one of these names, written out: a list in
    /// braces becomes as many paths.
    pub fn names(&self, first: &str) -> Vec<String> {
        let code = self.code();
        let mut found = Vec::new();
        for (at, _) in code.match_indices(&format!("{first}::")) {
            let before = code.get(..at).and_then(|text| text.chars().next_back());
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let after = code.get(at + first.len() + 2..).unwrap_or("");
            found.extend(heads(after).into_iter().map(|head| format!("{first}::{head}")));
        }
        found
    }
}

/// The first names of a path, or of each path in braces.
fn heads(text: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(list) = text.strip_prefix('{') else { return vec![word(text)] };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("a part").push(c),
        }
    }
    parts.iter().map(|part| word(part)).filter(|part| !part.is_empty()).collect()
}
