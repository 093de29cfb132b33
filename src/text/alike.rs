//! Which post-its probably belong together: the group that shares most words with one post-it,
//! and the words that say so, as they were typed (P).
//!
//! A suggestion is a ghost: nothing moves because of it. Everything is worked out here, on this
//! machine. Must not know: post-its, clusters and goals; the caller says what a group is.

mod cache;
mod stop;
#[cfg(test)]
mod tests;
mod words;

pub use cache::Cache;
pub use words::Words;

use super::fold;
use std::cmp::Ordering;
use std::fmt;
use words::Word;

/// From this score a group is worth a suggestion: one shared word does, unless more than a third
/// of the post-its elsewhere have it too.
const ENOUGH: f64 = 0.4;

/// What one word must add to count, and to be named as a reason.
const HEARD: f64 = 0.1;

/// A title says what the whole group is about.
const TITLE: f64 = 1.5;

/// With fewer post-its elsewhere than this, a word has had little chance to be there too.
const FEW: usize = 6;

/// The most pairs of words in a reason: it stands on one line.
const PAIRS: usize = 3;

/// Where a post-it may go: a cluster, or a lonely post-it as a group of one without a title. The
/// post-it that is looked at is no member.
#[derive(Debug, Clone)]
pub struct Group<'w, K> {
    pub key: K,
    pub title: Option<&'w Words>,
    pub members: Vec<&'w Words>,
}

/// The group that fits best, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion<K> {
    pub key: K,
    pub score: f64,
    /// At least one pair and at most three, the strongest first.
    pub reason: Vec<Pair>,
}

/// A word of the post-it and the word of the group that resembles it, both as typed. It reads
/// "planning/gepland", or "eten" when both say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub mine: String,
    pub theirs: String,
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.mine)?;
        if fold::plain(&self.mine) == fold::plain(&self.theirs) {
            Ok(())
        } else {
            write!(f, "/{}", self.theirs)
        }
    }
}

/// The group this post-it probably belongs to; none when no group shares enough with it. Equal
/// scores go to the group with most members in common, then to the first.
pub fn suggest<'w, K>(post: &Words, groups: impl IntoIterator<Item = Group<'w, K>>) -> Option<Suggestion<K>> {
    let looks: Vec<Look<'w, K>> = groups.into_iter().map(|group| Look::at(post, group)).collect();
    let goal = Goal::of(post, &looks);
    looks
        .into_iter()
        .map(|look| (goal.score(&look), look))
        .filter(|(score, _)| *score >= ENOUGH)
        .reduce(|best, next| {
            let order = next.0.total_cmp(&best.0).then(next.1.common.cmp(&best.1.common));
            if order == Ordering::Greater { next } else { best }
        })
        .map(|(score, look)| Suggestion { reason: goal.reason(post, &look), score, key: look.key })
}

/// One group as seen from the post-it: a find for each word of the post-it.
struct Look<'w, K> {
    key: K,
    size: usize,
    /// Members that share any word.
    common: usize,
    finds: Vec<Find<'w>>,
}

/// Where one word of the post-it is found in a group.
#[derive(Default)]
struct Find<'w> {
    title: Option<(f64, &'w Word)>,
    member: Option<(f64, &'w Word)>,
    /// Members that have it.
    members: usize,
}

impl<'w, K> Look<'w, K> {
    fn at(post: &Words, group: Group<'w, K>) -> Self {
        let mut finds: Vec<Find<'w>> = post
            .iter()
            .map(|word| Find {
                title: group.title.and_then(|title| title.most_like(word)),
                ..Find::default()
            })
            .collect();
        let mut common = 0;
        for member in &group.members {
            let mut shares = false;
            for (word, find) in post.iter().zip(&mut finds) {
                let Some(found) = member.most_like(word) else { continue };
                shares = true;
                find.members += 1;
                if find.member.is_none_or(|best| found.0 > best.0) {
                    find.member = Some(found);
                }
            }
            common += usize::from(shares);
        }
        Self { key: group.key, size: group.members.len(), common, finds }
    }
}

/// How common the words of the post-it are in the whole goal.
struct Goal {
    posts: usize,
    /// For each word of the post-it the post-its that have it.
    having: Vec<usize>,
}

impl Goal {
    fn of<K>(post: &Words, looks: &[Look<'_, K>]) -> Self {
        let mut having = vec![0; post.count()];
        for look in looks {
            for (sum, find) in having.iter_mut().zip(&look.finds) {
                *sum += find.members;
            }
        }
        Self { posts: looks.iter().map(|look| look.size).sum(), having }
    }

    /// What each word of the post-it adds to the score of a group.
    fn worth<'l, K>(&'l self, look: &'l Look<'_, K>) -> impl Iterator<Item = f64> + 'l {
        look.finds.iter().zip(&self.having).map(|(find, &having)| {
            let rest = (self.posts - look.size).max(FEW);
            let rare = 1.0 - share(having - find.members, rest);
            let title = find.title.map_or(0.0, |(like, _)| like * TITLE);
            // One more than the members: two of two say more than one of one.
            let part = 0.5 + share(find.members, look.size + 1);
            let member = find.member.map_or(0.0, |(like, _)| like * part);
            let worth = rare * rare * (title + member);
            if worth < HEARD { 0.0 } else { worth }
        })
    }

    fn score<K>(&self, look: &Look<'_, K>) -> f64 {
        self.worth(look).sum()
    }

    fn reason<K>(&self, post: &Words, look: &Look<'_, K>) -> Vec<Pair> {
        let mut pairs: Vec<(f64, Pair)> = post
            .iter()
            .zip(self.worth(look).zip(&look.finds))
            .filter(|(_, (worth, _))| *worth > 0.0)
            .filter_map(|(word, (worth, find))| {
                let (_, theirs) = find.best()?;
                Some((worth, Pair { mine: word.typed.clone(), theirs: theirs.typed.clone() }))
            })
            .collect();
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        pairs.into_iter().take(PAIRS).map(|(_, pair)| pair).collect()
    }
}

impl<'w> Find<'w> {
    /// The word to name: that of the title, unless a member has one that is more alike.
    fn best(&self) -> Option<(f64, &'w Word)> {
        match (self.title, self.member) {
            (Some(title), Some(member)) if member.0 > title.0 => Some(member),
            (title, member) => title.or(member),
        }
    }
}

/// A part of a whole.
fn share(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(whole)
}
