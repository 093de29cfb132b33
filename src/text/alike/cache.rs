//! Prepared words with the texts they were made of, so that only a new or changed text is
//! prepared.
//!
//! In memory only: stems change with the version of the stemmer and are never kept in a file.

use super::Words;
use std::collections::BTreeMap;

/// The prepared words of many texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cache<K> {
    kept: BTreeMap<K, (String, Words)>,
}

impl<K> Default for Cache<K> {
    fn default() -> Self {
        Self { kept: BTreeMap::new() }
    }
}

impl<K: Ord> Cache<K> {
    /// Holds the words of these texts and of no others. Says how many had to be prepared.
    pub fn refresh<'t>(&mut self, texts: impl IntoIterator<Item = (K, &'t str)>) -> usize {
        let mut before = std::mem::take(&mut self.kept);
        let mut prepared = 0;
        for (key, text) in texts {
            let kept = before.remove(&key).filter(|(from, _)| from == text).unwrap_or_else(|| {
                prepared += 1;
                (text.to_owned(), Words::of(text))
            });
            self.kept.insert(key, kept);
        }
        prepared
    }

    /// The words of the text with this key.
    pub fn get(&self, key: &K) -> Option<&Words> {
        self.kept.get(key).map(|(_, words)| words)
    }
}
