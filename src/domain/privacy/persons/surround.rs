//! What stands before and behind a word.

use super::super::lexicon::{self, Lists};
use super::super::scan::{Shape, Text, Word};
use std::ops::Range;

/// What leads up to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    None,
    /// *mevrouw*, *dr.*
    Title,
    /// *zoon*, *buurvrouw*
    Kin,
    /// *huisarts*
    Role,
    /// *Stichting*, *Huize*
    House,
    /// *volgens*, *vraag*
    Ask,
    /// *met*, *van*
    With,
    /// *naar*, *in*
    Towards,
    /// *de*, *een*
    Article,
    /// Another name: "Els en Mia".
    Joined,
}

impl Cue {
    /// A person comes behind it.
    pub(super) fn is_strong(self) -> bool {
        matches!(self, Self::Title | Self::Kin | Self::Role | Self::Joined)
    }

    /// A person may well come behind it.
    pub(super) fn is_personal(self) -> bool {
        self.is_strong() || matches!(self, Self::Ask | Self::With)
    }
}

/// What follows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    None,
    /// The text or the sentence ends, or a comma follows.
    Rest,
    /// *is*, *komt*
    Auxiliary,
    /// What people do, or something of theirs.
    Verb,
}

/// What leads up to the word at this place. `last` is the name that was found before.
pub(super) fn cue(text: &Text, at: usize, last: Option<&Range<usize>>) -> Cue {
    if let Some(last) = last
        && is_joined(text, at, last)
    {
        return Cue::Joined;
    }
    let Some(before) = at.checked_sub(1).and_then(|before| text.words.get(before)) else { return Cue::None };
    let gap = text.gap(at);
    let spaced = gap.is_any(&[" ", " '", " ’", "  "]);
    let dotted = gap.is_any(&[". ", ".", ". '"]) && before.len() < 6;
    if before.is(Lists::TITLE) && (spaced || dotted) {
        return Cue::Title;
    }
    let near = spaced || gap.is_any(&[", ", " (", ": ", " \"", " “", " ‘"]);
    if near && before.is(Lists::KIN) {
        return Cue::Kin;
    }
    if near && (before.is(Lists::ROLE) || is_role(&before.plain)) {
        return Cue::Role;
    }
    if !spaced {
        return Cue::None;
    }
    let kinds = [
        (Lists::HOUSE, Cue::House),
        (Lists::ARTICLE, Cue::Article),
        (Lists::TOWARDS, Cue::Towards),
        (Lists::WITH, Cue::With),
        (Lists::ASK, Cue::Ask),
    ];
    kinds.into_iter().find(|(list, _)| before.is(*list)).map_or(Cue::None, |(_, cue)| cue)
}

/// Compounds of a role: "wijkverpleegkundige", "ouderenpsycholoog".
fn is_role(plain: &str) -> bool {
    let ends = [
        "verpleegkundige",
        "begeleider",
        "consulent",
        "manager",
        "werker",
        "werkster",
        "psycholoog",
        "coach",
    ];
    plain.len() > 9 && ends.iter().any(|end| plain.ends_with(end))
}

/// Whether a name came right before, with *en* or a sign between.
fn is_joined(text: &Text, at: usize, last: &Range<usize>) -> bool {
    let signs = [", ", "/", " / ", " & ", " + ", "+", "&"];
    let and = |word: &Word| matches!(word.plain.as_str(), "en" | "of" | "plus");
    (last.end == at && text.gap(at).is_any(&signs))
        || (last.end + 1 == at && text.words.get(last.end).is_some_and(and) && text.gap(at).is(" "))
}

/// What follows the name that ends before this word.
pub(super) fn act(text: &Text, end: usize) -> Act {
    let gap = text.gap(end);
    let Some(next) = text.words.get(end) else { return Act::Rest };
    if next.plain == "s" && gap.is_any(&["'", "’"]) {
        return Act::Verb;
    }
    let number = next.shape == Shape::Number && gap.is(" (");
    if number || (gap.is(" ") && is_own(text, end, next)) {
        return Act::Verb;
    }
    if joins(text, end) {
        return Act::Verb;
    }
    if !gap.is_any(&[" ", "  "]) {
        let told = gap.is(", ") && (next.plain == "die" || is_apposition(text, end));
        return match gap.has(",.;:!?)\"”") {
            true if told => Act::Auxiliary,
            true => Act::Rest,
            false => Act::None,
        };
    }
    let pronoun = text.words.get(end + 1).is_some_and(|word| {
        matches!(word.plain.as_str(), "ik" | "jij" | "je" | "hij" | "ze" | "zij" | "we" | "wij" | "u" | "men")
    });
    match next {
        _ if next.shape != Shape::Small && !text.shouted => Act::None,
        _ if pronoun && !next.is(Lists::VERB) => Act::None,
        next if next.is(Lists::VERB) && !next.is(Lists::AUXILIARY) => Act::Verb,
        next if next.is(Lists::AUXILIARY)
            || is_inflected(next)
            || TOWARDS_PEOPLE.contains(&next.plain.as_str()) =>
        {
            Act::Auxiliary
        }
        _ => Act::None,
    }
}

/// What is done with people: "Bas uitnodigen".
const TOWARDS_PEOPLE: [&str; 17] = [
    "bellen",
    "vragen",
    "uitnodigen",
    "meenemen",
    "laten",
    "helpen",
    "betrekken",
    "begeleiden",
    "meevragen",
    "inschakelen",
    "motiveren",
    "aanmoedigen",
    "troosten",
    "appen",
    "mailen",
    "geruststellen",
    "bedanken",
];

/// A verb that is on no list: "verft", of *verven*.
fn is_inflected(word: &Word) -> bool {
    let known =
        Lists::OPENING.and(Lists::ASK).and(Lists::WITH).and(Lists::TOWARDS).and(Lists::SMALL).and(Lists::KIN);
    let Some(stem) = word.plain.strip_suffix('t').filter(|stem| stem.len() > 2) else { return false };
    if word.is(known.and(Lists::ROLE)) || !word.plain.is_ascii() {
        return false;
    }
    let is_word = |infinitive: String| lexicon::lists(&infinitive).any(Lists::WORD);
    let (head, last) = stem.split_at(stem.len() - 1);
    let soft = match last {
        "f" => "v",
        "s" => "z",
        other => other,
    };
    let mut double = head.chars().rev();
    let short =
        double.next().filter(|vowel| Some(*vowel) == double.next()).map(|_| head.get(..head.len() - 1));
    is_word(format!("{stem}en"))
        || is_word(format!("{stem}{last}en"))
        || is_word(format!("{head}{soft}en"))
        || short.flatten().is_some_and(|head| is_word(format!("{head}{soft}en")))
}

/// "Roos, haar dochter".
fn is_apposition(text: &Text, at: usize) -> bool {
    let [owner, noun] = [at, at + 1].map(|at| text.words.get(at));
    owner.is_some_and(|word| word.is(Lists::ARTICLE))
        && noun.is_some_and(|word| word.is(Lists::KIN.and(Lists::ROLE)))
}

/// "Bas zijn rollator", "Truus haar kat".
fn is_own(text: &Text, at: usize, next: &Word) -> bool {
    let thing = text.words.get(at + 1).is_some_and(|word| {
        word.shape == Shape::Small && word.is(Lists::WORD) && !word.is(Lists::ARTICLE.and(Lists::PARTICLE))
    });
    matches!(next.plain.as_str(), "zijn" | "haar" | "zn" | "dr") && thing
}

/// "Hoop en Roos", "jan en gerda": another name follows.
pub(super) fn joins(text: &Text, end: usize) -> bool {
    let Some(next) = text.words.get(end) else { return false };
    let is_name = |at: usize| {
        text.words.get(at).is_some_and(|word| {
            let clear = word.is(Lists::FIRST) && !word.is(Lists::TWOFOLD);
            clear || (word.is(Lists::ANY_FIRST) && word.is_capital())
        })
    };
    let and = matches!(next.plain.as_str(), "en" | "of") && text.gap(end).is(" ");
    let own = text.words.get(end + 1).is_some_and(|word| matches!(word.plain.as_str(), "zijn" | "haar"));
    (and && (own || is_name(end + 1))) || (text.gap(end).is_any(&["/", " / ", " & ", "&"]) && is_name(end))
}

/// Whether a sentence begins at this word: its capital says nothing.
pub(super) fn starts(text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| text.words.get(before)) else { return true };
    let gap = text.gap(at);
    let abbreviation = before.shape == Shape::Initial || before.is(Lists::TITLE);
    gap.has("!?;:\"“„•>") || (gap.has(".") && !abbreviation) || gap.is_any(&[" - ", " – "])
}

/// The first word behind the particles that begin here; they may have quotes and hyphens.
pub(super) fn past_particles(text: &Text, at: usize) -> Option<usize> {
    let mut core = at;
    while text.words.get(core)?.is(Lists::PARTICLE) {
        core += 1;
        let short = text.words.get(core - 1).is_some_and(|word| matches!(word.plain.as_str(), "v" | "d"));
        let joined = text.gap(core).is_any(&[" ", "-", "'", "’", " '", " ’", "' ", "’ ", "  "])
            || (short && text.gap(core).is_any(&[".", ". ", "/"]));
        if !joined || core - at > 3 {
            return None;
        }
    }
    (core > at).then_some(core)
}
