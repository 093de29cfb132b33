//! The table of keys: one row per action, with the keys and the words for it. The shipped table
//! is data (`default.ron`); everything that lists keys is made from it.

use super::action::Action;
use super::key::Key;
use serde::{Deserialize, Serialize};

/// The shipped table.
pub const DEFAULT: &str = include_str!("default.ron");

/// The table as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawMap {
    #[serde(rename = "toetsen")]
    pub rows: Vec<RawRow>,
    /// Keys that are the same everywhere: key and words, for help.
    #[serde(rename = "vast")]
    pub fixed: Vec<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawRow {
    #[serde(rename = "actie")]
    pub action: Option<Action>,
    #[serde(rename = "toets")]
    pub keys: Vec<String>,
    /// A word for the key bar.
    #[serde(rename = "kort")]
    pub short: String,
    /// A sentence for the menu and for help.
    #[serde(rename = "zin")]
    pub sentence: String,
}

/// The table in use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyMap {
    pub rows: Vec<Row>,
    pub fixed: Vec<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub action: Action,
    pub keys: Vec<Key>,
    pub short: String,
    pub sentence: String,
}

impl KeyMap {
    /// The table of a raw one; keys that cannot be read are left out.
    pub fn of(raw: RawMap) -> Self {
        let rows = raw
            .rows
            .into_iter()
            .filter_map(|row| {
                let keys = row.keys.iter().filter_map(|key| key.parse().ok()).collect();
                Some(Row { action: row.action?, keys, short: row.short, sentence: row.sentence })
            })
            .collect();
        Self { rows, fixed: raw.fixed }
    }

    /// What a key does.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.rows.iter().find(|row| row.keys.contains(&key)).map(|row| row.action)
    }

    pub fn row(&self, action: Action) -> Option<&Row> {
        self.rows.iter().find(|row| row.action == action)
    }

    /// The first key of an action, as it is written.
    pub fn key_name(&self, action: Action) -> String {
        self.row(action).and_then(|row| row.keys.first()).map(Key::to_string).unwrap_or_default()
    }

    /// The table as people read it: what is typed everywhere, then the shortcuts that are offered;
    /// keys and words.
    pub fn lines(&self, offered: impl Fn(Action) -> bool) -> Vec<(String, String)> {
        let rows = self.rows.iter().filter(|row| offered(row.action)).map(|row| {
            let names: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
            (names.join(", "), row.sentence.clone())
        });
        self.fixed.iter().cloned().chain(rows).collect()
    }
}
