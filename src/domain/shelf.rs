//! Things with a number that each lie in exactly one place.
//!
//! Ideas and notes both live here. Moving a thing takes it from one list and puts it at the end
//! of another, so a thing can be in two places as little as a post-it can; and the list of one
//! place is at hand without looking at the others, however many there are.

use std::collections::BTreeMap;

/// A collection of `T`, each at one place `P`.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf<K, P, T> {
    things: BTreeMap<K, Placed<P, T>>,
    lists: BTreeMap<P, Vec<K>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Placed<P, T> {
    place: P,
    thing: T,
}

impl<K, P, T> Default for Shelf<K, P, T> {
    fn default() -> Self {
        Self { things: BTreeMap::new(), lists: BTreeMap::new() }
    }
}

impl<K: Copy + Ord, P: Copy + Ord, T> Shelf<K, P, T> {
    /// Puts a new thing at the end of `place`. A number that exists already is left as it is.
    pub fn add(&mut self, key: K, place: P, thing: T) {
        if self.things.contains_key(&key) {
            return;
        }
        self.things.insert(key, Placed { place, thing });
        self.lists.entry(place).or_default().push(key);
    }

    /// Moves a thing to the end of `place`.
    pub fn put(&mut self, key: K, place: P) {
        let Some(placed) = self.things.get_mut(&key) else { return };
        if let Some(list) = self.lists.get_mut(&placed.place) {
            list.retain(|other| *other != key);
        }
        placed.place = place;
        self.lists.entry(place).or_default().push(key);
    }

    pub fn get(&self, key: K) -> Option<&T> {
        self.things.get(&key).map(|placed| &placed.thing)
    }

    pub fn get_mut(&mut self, key: K) -> Option<&mut T> {
        self.things.get_mut(&key).map(|placed| &mut placed.thing)
    }

    pub fn place(&self, key: K) -> Option<P> {
        self.things.get(&key).map(|placed| placed.place)
    }

    /// The things at one place, in the order in which they came there.
    pub fn at(&self, place: P) -> &[K] {
        self.lists.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Everything, by number.
    pub fn iter(&self) -> impl Iterator<Item = (K, P, &T)> {
        self.things.iter().map(|(key, placed)| (*key, placed.place, &placed.thing))
    }

    /// Every place that holds something.
    pub fn places(&self) -> impl Iterator<Item = (P, &[K])> {
        self.lists.iter().filter(|(_, list)| !list.is_empty()).map(|(place, list)| (*place, list.as_slice()))
    }

    pub fn len(&self) -> usize {
        self.things.len()
    }

    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}
