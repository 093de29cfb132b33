//! What the privacy filter said of each text, and what a person said of that (decision 29). Places
//! in texts are kept, never the words, nor anything from which they could be guessed back.
//!
//! A verdict is about one wording: a text that changes loses it and waits for the next. The verdict
//! of an entry stands in that entry, so that undo takes both back. A verdict carries the version of
//! the filter that gave it (decision 44): one of an older filter is given again, and what a person let
//! stand stays so. Must not know: screens.

pub mod leaving;

use super::advice::Advice;
use super::casus;
use super::event::Event as Fact;
use super::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId};
use super::life::Life;
use super::privacy;
use super::privacy::Finding;
use super::privacy::Kind;
use super::privacy::Known;
use super::refusal::Refusal;
use super::session::Session;
use super::{clusters, ideas};
use super::{goals, notes, plan};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Which text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TextKey {
    Idea(IdeaId),
    /// Why an idea was chosen, or how it went.
    Because(Advice),
    /// The onderbouwing of an advies.
    Reasoning(Advice),
    /// What an advies is for.
    Purpose(Advice),
    /// Who takes up an advies.
    TakenUp(Advice),
    /// The title of a cluster.
    Title(ClusterId),
    Note(NoteId),
    Goal(GoalId),
    /// What stands in the way of a goal.
    Barrier(GoalId),
    /// The toelichting of the koppel at a goal.
    Explanation(GoalId),
    Casus(CasusId, casus::Field),
    /// Why a casus was put off.
    Postponed(CasusId),
    Plan(plan::Field),
}

/// From which byte to which, and what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit(pub u32, pub u32, pub Kind);

impl Hit {
    pub fn span(self) -> Range<usize> {
        let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        index(self.0)..index(self.1)
    }

    /// Whether what was let stand here covers this one. A word that is listed later is not.
    fn lets(self, hit: Self) -> bool {
        covers(self.span(), &hit.span()) && (hit.2 != Kind::Listed || self.2 == Kind::Listed)
    }
}

impl From<Finding> for Hit {
    fn from(finding: Finding) -> Self {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self(number(finding.span.start), number(finding.span.end), finding.kind)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The last so many texts were looked at, all of this entry. Only those with a hit are named. The
    /// version of the filter, which journals of before it leave out.
    Checked(u32, Vec<(TextKey, Vec<Hit>)>, #[serde(default = "first_filter")] u32),
    /// Texts that were there already were looked at: of an older journal, of an older filter, or for
    /// a new name.
    Late(Vec<(TextKey, Vec<Hit>)>, #[serde(default = "first_filter")] u32),
    /// Somebody saw the hits of this text and lets them stand.
    Accepted { key: TextKey },
}

fn first_filter() -> u32 {
    1
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Accept { key: TextKey },
}

/// What is known of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    Waiting,
    Given {
        hits: Vec<Hit>,
        /// Those of them that somebody let stand.
        accepted: Vec<Hit>,
        /// Those that nobody let stand.
        open: Vec<Hit>,
        filter: u32,
    },
}

/// The verdicts about all texts of a session.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdicts {
    all: BTreeMap<TextKey, Verdict>,
    /// The texts that came after the latest verdict.
    latest: Vec<TextKey>,
}

impl Verdicts {
    /// The hits that hide a part of this text, in order: none when it is clean or was accepted.
    pub fn open(&self, key: TextKey) -> &[Hit] {
        match self.all.get(&key) {
            Some(Verdict::Given { open, .. }) => open,
            Some(Verdict::Waiting) | None => &[],
        }
    }

    /// What somebody let stand in each text.
    fn accepted(&self) -> impl Iterator<Item = (TextKey, &[Hit])> {
        self.all.iter().filter_map(|(key, verdict)| match verdict {
            Verdict::Given { accepted, .. } => Some((*key, accepted.as_slice())),
            Verdict::Waiting => None,
        })
    }

    /// The texts whose verdict is of an older filter.
    fn outdated(&self) -> impl Iterator<Item = TextKey> {
        let old = |verdict: &Verdict| matches!(verdict, Verdict::Given { filter, .. } if *filter < privacy::VERSION);
        self.all.iter().filter(move |(_, verdict)| old(verdict)).map(|(key, _)| *key)
    }

    pub fn is_checked(&self, key: TextKey) -> bool {
        matches!(self.all.get(&key), Some(Verdict::Given { .. }))
    }

    /// Every text there ever was.
    pub fn keys(&self) -> impl Iterator<Item = TextKey> {
        self.all.keys().copied()
    }

    /// The texts without a verdict.
    pub fn waiting(&self) -> impl Iterator<Item = TextKey> {
        self.all.iter().filter(|(_, verdict)| **verdict == Verdict::Waiting).map(|(key, _)| *key)
    }

    /// What a group may see of this text: nothing while it waits for its verdict.
    pub fn shown<'t>(&self, key: TextKey, text: &'t str) -> Option<Cow<'t, str>> {
        let hits = self.open(key);
        self.is_checked(key).then(|| {
            if hits.is_empty() {
                Cow::Borrowed(text)
            } else {
                let spans: Vec<_> = hits.iter().map(|hit| hit.span()).collect();
                Cow::Owned(privacy::mask(text, &spans))
            }
        })
    }

    /// A text came, or changed.
    pub(super) fn come(&mut self, key: TextKey) {
        self.all.insert(key, Verdict::Waiting);
        self.latest.push(key);
    }

    /// What was let stand in the same words stays so; only what is new is asked about.
    fn give(&mut self, key: TextKey, hits: &[Hit], filter: u32) {
        let accepted = match self.all.remove(&key) {
            Some(Verdict::Given { accepted, .. }) => accepted,
            Some(Verdict::Waiting) | None => Vec::new(),
        };
        let stands = |hit: &&Hit| !accepted.iter().any(|stands| stands.lets(**hit));
        let open = hits.iter().filter(stands).copied().collect();
        self.all.insert(key, Verdict::Given { hits: hits.to_vec(), accepted, open, filter });
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Checked(texts, found, filter) => {
                let texts = usize::try_from(*texts).unwrap_or(usize::MAX);
                let before = self.latest.len().saturating_sub(texts);
                for key in self.latest.split_off(before) {
                    self.give(key, &[], *filter);
                }
                self.latest.clear();
                for (key, hits) in found {
                    self.give(*key, hits, *filter);
                }
            }
            Event::Late(found, filter) => {
                for (key, hits) in found {
                    self.give(*key, hits, *filter);
                }
            }
            Event::Accepted { key } => {
                if let Some(Verdict::Given { hits, accepted, open, .. }) = self.all.get_mut(key) {
                    accepted.clone_from(hits);
                    open.clear();
                }
            }
        }
    }
}

impl Fact {
    /// The text that this event brings, if any. Names of people are no texts: they stand on lists
    /// of their own.
    pub fn text(&self) -> Option<(TextKey, &str)> {
        match self {
            Self::Idea(ideas::Event::Added { id, text, .. } | ideas::Event::Changed { id, text }) => {
                Some((TextKey::Idea(*id), text))
            }
            Self::Idea(ideas::Event::Lived { id, life }) => of_life(Advice::Idea(*id), life),
            Self::Cluster(clusters::Event::Lived { id, life }) => of_life(Advice::Cluster(*id), life),
            Self::Cluster(clusters::Event::Titled { id, title }) => Some((TextKey::Title(*id), title)),
            Self::Goal(goals::Event::Hindered { id, text }) => Some((TextKey::Barrier(*id), text)),
            Self::Goal(goals::Event::Explained { id, text }) => Some((TextKey::Explanation(*id), text)),
            Self::Note(notes::Event::Added { id, text, .. } | notes::Event::Changed { id, text }) => {
                Some((TextKey::Note(*id), text))
            }
            Self::Goal(goals::Event::Added { id, text, .. } | goals::Event::Reworded { id, text }) => {
                Some((TextKey::Goal(*id), text))
            }
            Self::Casus(casus::Event::FieldSet { casus, field, text }) => {
                Some((TextKey::Casus(*casus, *field), text))
            }
            Self::Casus(casus::Event::Postponed { casus, reason }) => {
                Some((TextKey::Postponed(*casus), reason))
            }
            Self::Plan(plan::Event::FieldSet { field, text }) => Some((TextKey::Plan(*field), text)),
            Self::Idea(_)
            | Self::Cluster(_)
            | Self::Note(_)
            | Self::Goal(_)
            | Self::Casus(_)
            | Self::Plan(_)
            | Self::People(_)
            | Self::Clock(_)
            | Self::Feedback(_)
            | Self::Verdict(_) => None,
        }
    }
}

fn of_life(advice: Advice, life: &Life) -> Option<(TextKey, &str)> {
    match life {
        Life::Chosen { because, .. } | Life::Tried { because, .. } => {
            Some((TextKey::Because(advice), because))
        }
        Life::Reasoned(text) => Some((TextKey::Reasoning(advice), text)),
        Life::Aimed(text) => Some((TextKey::Purpose(advice), text)),
        Life::TakenUp(text) => Some((TextKey::TakenUp(advice), text)),
        Life::Discussed(_) | Life::Decided { .. } | Life::Proposed(_) | Life::NotTried => None,
    }
}

/// The key of the words an advies goes by: its title, or those of its first post-it.
pub fn key_of(session: &Session, advice: Advice) -> TextKey {
    match advice {
        Advice::Idea(id) => TextKey::Idea(id),
        Advice::Cluster(id) => {
            let titled = session.clusters.get(id).is_some_and(|cluster| !cluster.title.is_empty());
            let first = session.members(advice).into_iter().next().filter(|_| !titled);
            first.map_or(TextKey::Title(id), TextKey::Idea)
        }
    }
}

/// A text as it stands in the session.
pub fn text(session: &Session, key: TextKey) -> Option<&str> {
    match key {
        TextKey::Idea(id) => Some(&session.ideas.get(id)?.text),
        TextKey::Because(advice) => Some(&session.course(advice)?.because),
        TextKey::Reasoning(advice) => Some(&session.course(advice)?.reasoning),
        TextKey::Purpose(advice) => Some(&session.course(advice)?.purpose),
        TextKey::TakenUp(advice) => Some(&session.course(advice)?.taken_up),
        TextKey::Title(id) => Some(&session.clusters.get(id)?.title),
        TextKey::Barrier(id) => Some(&session.goals.get(id)?.barrier),
        TextKey::Explanation(id) => Some(&session.goals.get(id)?.explanation),
        TextKey::Note(id) => Some(&session.notes.get(id)?.text),
        TextKey::Goal(id) => Some(&session.goals.get(id)?.text),
        TextKey::Casus(id, field) => Some(session.casus(id)?.field(field)),
        TextKey::Postponed(id) => Some(session.casus(id)?.postponed().unwrap_or("")),
        TextKey::Plan(field) => Some(session.plan.settings.field(field)),
    }
}

/// The verdict about the texts of an entry, to stand at its end. None when it brings no text.
pub fn of_entry(events: &[Fact], known: &Known) -> Option<Fact> {
    let texts: Vec<(TextKey, &str)> = events.iter().filter_map(Fact::text).collect();
    let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    // A text that changes twice in an entry is found as it ends.
    let last: BTreeMap<TextKey, &str> = texts.into_iter().collect();
    let found = last.into_iter().map(|(key, text)| (key, hits(text, known)));
    let found = found.filter(|(_, hits)| !hits.is_empty()).collect();
    (count > 0).then_some(Fact::Verdict(Event::Checked(count, found, privacy::VERSION)))
}

/// What the filter knows of a session: the names at the table, the words that were listed, what was
/// let stand (also after a restart) and the aliases.
pub fn known(session: &Session, listed: &[String]) -> Known {
    let verdicts = &session.verdicts;
    let kept = verdicts.accepted().flat_map(|(key, hits)| {
        let words = text(session, key).unwrap_or("");
        hits.iter().filter_map(|hit| words.get(hit.span()))
    });
    let aliases = session.casussen.iter().map(|casus| casus.field(casus::Field::Alias));
    Known::new(session.people.everybody().map(|person| person.name.as_str()), listed)
        .with_aliases(aliases)
        .with_kept(kept)
}

/// A verdict about what waits for one and about what an older filter judged; hits of before stay.
/// None when every text has one of this filter.
pub fn renewed(session: &Session, known: &Known) -> Option<Fact> {
    let waiting = session.verdicts.waiting().filter_map(|key| Some((key, hits(text(session, key)?, known))));
    let outdated = session.verdicts.outdated().filter_map(|key| {
        let Some(Verdict::Given { hits, .. }) = session.verdicts.all.get(&key) else { return None };
        Some((key, together(hits, privacy::find(text(session, key)?, known))))
    });
    late_event(waiting.chain(outdated).collect())
}

/// A new verdict about these texts, whatever was said of them. None when there is none of them.
pub fn late(session: &Session, keys: impl Iterator<Item = TextKey>, known: &Known) -> Option<Fact> {
    late_event(keys.filter_map(|key| Some((key, hits(text(session, key)?, known)))).collect())
}

/// What a new name or word brings to light in all texts. Hits stay, also those of words that are no
/// longer known: the list of the inbrenger is gone after a restart.
pub fn widened(session: &Session, known: &Known) -> Option<Fact> {
    let more = session.verdicts.all.iter().filter_map(|(key, verdict)| {
        let Verdict::Given { hits: before, .. } = verdict else { return None };
        let found = privacy::find(text(session, *key)?, known);
        let covered = |finding: &Finding| before.iter().any(|hit| hit.lets(Hit::from(finding.clone())));
        if found.iter().all(covered) {
            return None;
        }
        Some((*key, together(before, found)))
    });
    late_event(more.collect())
}

fn together(before: &[Hit], found: Vec<Finding>) -> Vec<Hit> {
    let before = before.iter().map(|hit| Finding { span: hit.span(), kind: hit.2 });
    privacy::merged(before.chain(found).collect()).into_iter().map(Hit::from).collect()
}

fn late_event(found: Vec<(TextKey, Vec<Hit>)>) -> Option<Fact> {
    (!found.is_empty()).then_some(Fact::Verdict(Event::Late(found, privacy::VERSION)))
}

fn hits(text: &str, known: &Known) -> Vec<Hit> {
    privacy::find(text, known).into_iter().map(Hit::from).collect()
}

fn covers(outer: Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

pub(super) fn decide(session: &Session, command: &Command) -> Result<Vec<Fact>, Refusal> {
    let Command::Accept { key } = command;
    text(session, *key).ok_or(Refusal::Gone)?;
    if session.verdicts.open(*key).is_empty() {
        return Err(Refusal::NoChange);
    }
    let accepted = Fact::Verdict(Event::Accepted { key: *key });
    Ok([Some(accepted), elsewhere(session, *key)].into_iter().flatten().collect())
}

/// What is let stand in one text stands in every other one, in every form.
fn elsewhere(session: &Session, key: TextKey) -> Option<Fact> {
    let words = text(session, key)?;
    let kept = session.verdicts.open(key).iter().filter_map(|hit| words.get(hit.span()));
    let known = Known::default().with_kept(kept);
    let fewer =
        session.verdicts.all.iter().filter(|(other, _)| **other != key).filter_map(|(other, verdict)| {
            let Verdict::Given { hits, .. } = verdict else { return None };
            let words = text(session, *other)?;
            let stays = |hit: &&Hit| !words.get(hit.span()).is_some_and(|part| known.keeps(part, hit.2));
            let left: Vec<Hit> = hits.iter().filter(stays).copied().collect();
            (left.len() < hits.len()).then_some((*other, left))
        });
    late_event(fewer.collect())
}

#[cfg(test)]
mod tests;
