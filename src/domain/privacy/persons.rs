//! Names of people, by the lists a word stands on and by what stands around it: a name is kept out
//! by its context, never by taking it off a list.
//!
//! ```text
//! a place, an organisation, somebody famous  ─► passed over  (public)
//! initials, a particle, a first or last name ─► judged by what stands before and behind it, then
//!                                               drawn out over the rest of the name
//! ```

mod initials;
mod judge;
mod nicknames;
mod open;
mod surround;

use super::lexicon::Lists;
use super::scan::{Shape, Text, Word};
use super::{Finding, Kind};
use std::ops::Range;
use surround::Cue;

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    nicknames::find(text, found);
    let mut at = 0;
    let mut last: Option<Range<usize>> = None;
    while at < text.words.len() {
        let cue = surround::cue(text, at, last.as_ref());
        if let Some(end) = open::end(text, at, cue) {
            at = end;
        } else if let Some(name) = name(text, at, cue) {
            let kind = if cue == Cue::Title { Kind::TitledName } else { Kind::Name };
            found.push(text.finding(chars(text, &name), kind));
            at = name.end;
            last = Some(name);
        } else {
            at += 1;
        }
    }
}

/// The name that begins at this word: the range of its words.
fn name(text: &Text, at: usize, cue: Cue) -> Option<Range<usize>> {
    if let Some(end) = initials::end(text, at, cue) {
        return Some(at..end);
    }
    if let Some(core) = behind_particles(text, at, cue) {
        return Some(at..rest(text, core));
    }
    let word = text.words.get(at)?;
    let act = surround::act(text, at + 1);
    judge::is_name(text, at, word, cue, act).then(|| at..rest(text, at))
}

/// The word of a surname with its particles in front, which begin here: "Van der Meulen".
fn behind_particles(text: &Text, at: usize, cue: Cue) -> Option<usize> {
    let first = text.words.get(at).filter(|word| word.is(Lists::PARTICLE))?;
    let core = surround::past_particles(text, at)?;
    let word = text.words.get(core)?;
    let act = surround::act(text, rest(text, core));
    judge::is_surname(text, (at, first), (core, word), cue, act).then_some(core)
}

/// Where the name with this word in it ends: over hyphens, particles and more words with a capital.
fn rest(text: &Text, core: usize) -> usize {
    let mut end = core + 1;
    let small = text.words.get(core).is_some_and(|word| word.shape == Shape::Small) || text.shouted;
    while let Some(next) = text.words.get(end) {
        let gap = text.gap(end);
        let hyphen = gap.is_any(&["-", "‑", "'", "’"]) && next.plain != "s";
        if hyphen && (next.len() > 1 || next.shape == Shape::Initial) {
            end += 1;
            continue;
        }
        let initial = text.words.get(end - 1).is_some_and(|word| word.shape == Shape::Initial);
        let spaced = gap.is_any(&[" ", " - ", "  "]) || (initial && gap.is_any(&[". ", "."]));
        if spaced && goes_on(text, end, next, small) {
            end += 1;
            continue;
        }
        let behind = surround::past_particles(text, end).filter(|core| {
            text.gap(end).is_any(&[" ", " '", " ’", " - "]) && ends_surname(text, *core, small)
        });
        match behind {
            Some(core) => end = core + 1,
            None => break,
        }
    }
    end
}

/// Whether a next word belongs to a name: with a capital and no day of the week.
fn goes_on(text: &Text, at: usize, next: &Word, small: bool) -> bool {
    if next.is(Lists::FREE) {
        return false;
    }
    if small {
        let clear = next.is(Lists::LAST.and(Lists::LAST_FAR)) && !next.is(Lists::WORD);
        let first = next.is(Lists::FIRST) && !next.is(Lists::TWOFOLD) && next.len() > 3;
        let known = next.is(Lists::LAST)
            && !next.is(Lists::OPENING.and(Lists::SMALL).and(Lists::KIN))
            && next.len() > 2;
        let clear = clear
            || (known
                && text.words.get(at - 1).is_some_and(|word| !word.is(Lists::TWOFOLD.and(Lists::WORD))));
        let shouted = text.shouted && next.is(Lists::LAST) && !next.is(Lists::OPENING);
        return (clear || first || shouted) && !next.is(Lists::PLACE) && next.len() > 2;
    }
    let single = next.shape == Shape::Initial && text.gap(at + 1).has(".");
    let after = text.words.get(at + 1).is_some_and(Word::is_capital);
    let loud = next.shape == Shape::Capitals
        && next.is(Lists::ANY_LAST)
        && text.words.get(at - 1).is_some_and(|word| word.shape == Shape::Capitals);
    loud || (next.is_capital() && !next.is(Lists::OPENING.and(Lists::PARTICLE)))
        || (single && after && text.gap(at + 1).is(". "))
}

/// Whether a surname ends in this word: "van den Berg", in small letters only when it is no word.
fn ends_surname(text: &Text, core: usize, small: bool) -> bool {
    text.words.get(core).is_some_and(|word| {
        let known = word.is(Lists::ANY_LAST.and(Lists::PROPER).and(Lists::ANY_FIRST));
        let free = word.is(Lists::FREE) || (word.is(Lists::PLACE) && !word.is(Lists::ANY_LAST));
        let before = core.checked_sub(1).and_then(|before| text.words.get(before));
        let sure = before
            .is_some_and(|word| matches!(word.plain.as_str(), "t" | "der" | "den" | "ten" | "ter" | "s"));
        let written = word.is_capital() && (known || sure || !word.is(Lists::WORD));
        (written || (small && word.is(Lists::LAST))) && !free
    })
}

/// The characters of these words, with the quote in front ("'t Hof") and the 's of an owner.
fn chars(text: &Text, words: &Range<usize>) -> Range<usize> {
    let first = text.words.get(words.start).map_or(0, |word| word.span.start);
    let last = words.end.checked_sub(1).and_then(|last| text.words.get(last));
    let quoted = text.before(first).is_some_and(|c| "'’".contains(c))
        && text.words.get(words.start).is_some_and(|word| word.len() == 1);
    first - usize::from(quoted)..last.map_or(first, |word| owned(text, word))
}

/// Where a word ends, with the 's of who owns something and the dot of an initial.
pub(super) fn owned(text: &Text, word: &Word) -> usize {
    let end = word.span.end;
    let mark = text.at(end).is_some_and(|c| "'’".contains(c));
    if mark && text.at(end + 1) == Some('s') && text.ends(end + 2) {
        end + 2
    } else if word.shape == Shape::Initial && text.at(end) == Some('.') {
        end + 1
    } else {
        end
    }
}
