//! A list to choose from: the menu, a question, the start screen. Typing finds, Enter does.

use super::intent::Intent;
use super::line::Line;
use super::shown::Shown;
use crate::keys::key::Key;
use crate::text::fold;

/// One choice: a sentence, and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub text: Shown,
    /// Set apart on the right: a key, a number of minutes.
    pub detail: Shown,
    pub intent: Intent,
    /// Stands in no list: it is chosen by typing it whole, so that nobody does it by mistake.
    pub typed: bool,
}

impl Choice {
    pub fn new(text: impl Into<Shown>, intent: Intent) -> Self {
        Self { text: text.into(), detail: Shown::EMPTY, intent, typed: false }
    }

    /// A word that confirms something that cannot be undone.
    pub fn typed(mut self) -> Self {
        self.typed = true;
        self
    }

    pub fn detail(mut self, detail: impl Into<Shown>) -> Self {
        self.detail = detail.into();
        self
    }
}

/// A list with a line of its own to find in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    pub title: Shown,
    /// Lines above the choices.
    pub intro: Vec<Shown>,
    pub choices: Vec<Choice>,
    pub line: Line,
    /// Index in the choices that match.
    selected: usize,
    /// What Esc does instead of only closing.
    pub on_escape: Intent,
}

impl Pick {
    pub fn new(title: impl Into<Shown>, choices: Vec<Choice>) -> Self {
        Self {
            title: title.into(),
            intro: Vec::new(),
            choices,
            line: Line::default(),
            selected: 0,
            on_escape: Intent::Nothing,
        }
    }

    pub fn intro(mut self, line: impl Into<Shown>) -> Self {
        self.intro.push(line.into());
        self
    }

    pub fn on_escape(mut self, intent: Intent) -> Self {
        self.on_escape = intent;
        self
    }

    /// Indices of the choices that fit what was typed: a number names one, words are searched.
    pub fn matches(&self) -> Vec<usize> {
        let typed = self.line.text().trim();
        if let Ok(number) = typed.parse::<usize>()
            && self.choices.get(number.wrapping_sub(1)).is_some_and(|choice| !choice.typed)
        {
            return vec![number - 1];
        }
        let wanted = fold::words(typed);
        let fits = |choice: &Choice| {
            let text = fold::plain(&choice.text);
            if choice.typed {
                return fold::words(&choice.text) == wanted;
            }
            wanted.iter().all(|word| text.contains(word.as_str()))
        };
        (0..self.choices.len()).filter(|index| self.choices.get(*index).is_some_and(fits)).collect()
    }

    /// Index in the choices of the selected one.
    pub fn selected(&self) -> Option<usize> {
        let matches = self.matches();
        matches.get(self.selected.min(matches.len().saturating_sub(1))).copied()
    }

    /// Selects a choice by its index.
    pub fn select(&mut self, choice: usize) {
        if let Some(place) = self.matches().iter().position(|index| *index == choice) {
            self.selected = place;
        }
    }

    /// What Enter does now.
    pub fn chosen(&self) -> Option<Intent> {
        self.choices.get(self.selected()?).map(|choice| choice.intent.clone())
    }

    /// Handles a key that moves or types; says whether it did.
    pub fn key(&mut self, key: Key) -> bool {
        let count = self.matches().len();
        let here = self.selected.min(count.saturating_sub(1));
        match key {
            Key::Up => self.selected = here.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            Key::Down | Key::Tab => self.selected = if here + 1 < count { here + 1 } else { 0 },
            Key::BackTab => self.selected = here.saturating_sub(1),
            Key::PageUp => self.selected = here.saturating_sub(8),
            Key::PageDown => self.selected = (here + 8).min(count.saturating_sub(1)),
            Key::Ctrl('u') => self.line.clear_or_recall(),
            Key::Char(_) | Key::Backspace | Key::Delete | Key::Left | Key::Right | Key::Home | Key::End => {
                self.selected = 0;
                return self.line.edit(key);
            }
            Key::Enter | Key::Esc | Key::F(_) | Key::Ctrl(_) => return false,
        }
        true
    }
}
