//! A table of keys that a user wrote: what is wrong with it, and how it lies over the shipped one.
//!
//! A row replaces the shipped row of the same action; words that are left out stay as they were.
//! A row without keys takes the key away: the menu still has the action. Must not know: files.

use super::action::Action;
use super::key::Key;
use super::map::{KeyMap, RawMap, RawRow, Row};
use crate::domain::method::check::Problem;

/// What a terminal sends for these is a key of its own, so nobody could tell them apart.
const TWINS: [(char, Key); 4] =
    [('i', Key::Tab), ('m', Key::Enter), ('j', Key::Enter), ('h', Key::Backspace)];

/// All problems of a user's table; empty when it can be used.
pub fn check(shipped: &KeyMap, own: &RawMap) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, row) in own.rows.iter().enumerate() {
        let mut say = |field: &str, message: String| {
            problems.push(Problem { path: format!("toetsen[{index}].{field}"), message });
        };
        let Some(action) = row.action else {
            let known = Action::ALL.map(|action| format!("{action:?}")).join(", ");
            say("actie", format!("hier ontbreekt de actie. Kies uit: {known}."));
            continue;
        };
        if own.rows.iter().take(index).any(|before| before.action == Some(action)) {
            say("actie", format!("{action:?} staat er al. Haal een van de twee weg."));
        }
        if row.keys.is_empty() && matches!(action, Action::Menu | Action::Afsluiten) {
            say(
                "toets",
                format!("{action:?} heeft een toets nodig. Noem er een, zoals {}.", shipped.key_name(action)),
            );
        }
        for (place, written) in row.keys.iter().enumerate() {
            let field = format!("toets[{place}]");
            match written.parse::<Key>() {
                Err(_) => say(
                    &field,
                    format!("de toets '{written}' bestaat niet. Voorbeelden: F8, Ctrl+G, PageDown."),
                ),
                Ok(key) => {
                    let wrong = refused(key, action).or_else(|| taken(shipped, own, index, key));
                    if let Some(message) = wrong {
                        say(&field, message);
                    }
                }
            }
        }
    }
    problems
}

/// The shipped table with the user's rows over it. `own` has been checked.
pub fn over(shipped: KeyMap, own: RawMap) -> KeyMap {
    let own = KeyMap::of(own);
    let fixed = if own.fixed.is_empty() { shipped.fixed } else { own.fixed };
    let rows =
        shipped.rows.into_iter().map(|old| match own.rows.iter().find(|new| new.action == old.action) {
            None => old,
            Some(new) => Row {
                action: old.action,
                keys: new.keys.clone(),
                short: filled(&new.short, old.short),
                sentence: filled(&new.sentence, old.sentence),
            },
        });
    KeyMap { rows: rows.collect(), fixed }
}

fn filled(new: &str, old: String) -> String {
    if new.trim().is_empty() { old } else { new.to_owned() }
}

/// Why this key can never have this action.
fn refused(key: Key, action: Action) -> Option<String> {
    match key {
        Key::Char(' ') => Some("Spatie is om te typen. Kies een andere toets, zoals F8.".to_owned()),
        Key::Char(_) => {
            Some(format!("{key} is om te typen en kan geen opdracht zijn. Kies een andere toets, zoals F8."))
        }
        Key::Esc if action == Action::Menu => None,
        Key::Esc => Some("Esc is altijd één stap terug. Kies een andere toets, zoals F8.".to_owned()),
        Key::Enter
        | Key::Tab
        | Key::BackTab
        | Key::Backspace
        | Key::Delete
        | Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::Home
        | Key::End => {
            Some(format!("{key} hoort bij de regel en bij het bord. Kies een andere toets, zoals F8."))
        }
        Key::Ctrl(letter) => TWINS.iter().find(|(twin, _)| *twin == letter).map(|(_, same)| {
            format!("{key} is voor een terminal hetzelfde als {same}. Kies een andere toets, zoals F8.")
        }),
        Key::PageUp | Key::PageDown | Key::F(_) => None,
    }
}

/// Who has this key already, in the table as it would become.
fn taken(shipped: &KeyMap, own: &RawMap, index: usize, key: Key) -> Option<String> {
    let has = |row: &&RawRow| row.keys.iter().any(|written| written.parse() == Ok(key));
    let mine = own.rows.get(index).and_then(|row| row.action);
    let before = own.rows.iter().take(index).find(has).and_then(|row| row.action);
    let replaced = |action: Action| own.rows.iter().any(|row| row.action == Some(action));
    let old = shipped.action(key).filter(|action| !replaced(*action));
    let other = before.or(old).filter(|other| Some(*other) != mine)?;
    Some(format!("{key} is al van {other:?}. Kies een andere toets, of geef {other:?} een andere."))
}
