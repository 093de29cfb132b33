//! Whether a word, where it stands, is a name.

use super::super::lexicon::{self, Lists};
use super::super::scan::{Shape, Text, Word};
use super::surround::{self, Act, Cue};

pub(super) fn is_name(text: &Text, at: usize, word: &Word, cue: Cue, act: Act) -> bool {
    match word.shape {
        Shape::Initial | Shape::Number => false,
        _ if text.shouted => is_small_name(text, at, word, cue, act),
        Shape::Capitals => is_capitals_name(word, cue),
        Shape::Capital => is_capital_name(text, at, word, cue, act),
        Shape::Small => is_small_name(text, at, word, cue, act),
    }
}

/// "DIRK" in a line that is not all capitals; "GGZ" is none.
fn is_capitals_name(word: &Word, cue: Cue) -> bool {
    let first = word.is(Lists::FIRST) && !word.is(Lists::TWOFOLD.and(Lists::FREE)) && word.len() > 2;
    first || (cue.is_strong() && word.is(Lists::LAST) && word.len() > 3)
}

fn is_capital_name(text: &Text, at: usize, word: &Word, cue: Cue, act: Act) -> bool {
    let starts = surround::starts(text, at);
    let free = word.is(Lists::FREE) && !(cue.is_strong() && word.is(Lists::ANY_FIRST));
    let near = word.is(Lists::FIRST.and(Lists::LAST));
    if free || cue == Cue::House || (!near && (is_functional(word) || trails(text, at, cue))) {
        return false;
    }
    if cue == Cue::Title {
        let other = Lists::OPENING.and(Lists::VERB).and(Lists::AUXILIARY).and(Lists::PARTICLE);
        return !word.is(other) || word.is(Lists::LAST.and(Lists::FIRST));
    }
    if cue.is_strong() && !(starts && cue == Cue::Joined) {
        behind_strong(word, cue, act)
    } else if word.is(Lists::ANY_FIRST) {
        is_first(text, at, word, cue, act)
    } else if word.is(Lists::ANY_LAST.and(Lists::PROPER)) {
        is_last(word, starts, cue, act)
    } else {
        is_unknown_name(word, cue, act)
    }
}

/// Words that lead up to names are none.
fn is_functional(word: &Word) -> bool {
    let leads = Lists::TITLE.and(Lists::KIN).and(Lists::ROLE).and(Lists::ASK).and(Lists::WITH);
    word.is(leads.and(Lists::TOWARDS).and(Lists::ARTICLE).and(Lists::OPENING))
}

/// "Stena Line": the second word of something that did not begin as a name.
fn trails(text: &Text, at: usize, cue: Cue) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.words.get(before));
    let capital =
        before.is_some_and(|word| word.is_capital() && !is_functional(word) && !word.is(Lists::VERB));
    cue == Cue::None && capital && text.gap(at).is(" ") && !surround::starts(text, at)
}

fn behind_strong(word: &Word, cue: Cue, act: Act) -> bool {
    let name = word.is(Lists::ANY_FIRST.and(Lists::LAST));
    let proper = word.is(Lists::ANY_NAME) && !word.is(Lists::PLACE);
    let unknown = !word.is(Lists::WORD.and(Lists::PLACE)) && !is_made_of_words(word);
    if cue == Cue::Joined {
        return name || (proper && !word.is(Lists::WORD));
    }
    let acts =
        cue == Cue::Kin && act >= Act::Auxiliary && !word.is(Lists::OPENING.and(Lists::VERB).and(Lists::ASK));
    acts || name || proper || (unknown && word.len() > 1)
}

/// "onze Truus": no article but a word of whose he is.
fn is_owner(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.words.get(before));
    before.is_some_and(|word| {
        matches!(word.plain.as_str(), "onze" | "ons" | "mijn" | "haar" | "zijn" | "hun" | "het")
    })
}

fn is_first(text: &Text, at: usize, word: &Word, cue: Cue, act: Act) -> bool {
    let starts = surround::starts(text, at);
    let near = word.is(Lists::FIRST);
    let twofold = word.is(Lists::TWOFOLD);
    let place = word.is(Lists::PLACE);
    if act < Act::Auxiliary && is_among_free(text, at) {
        return false;
    }
    if cue != Cue::Article && is_full_name(text, at) {
        return true;
    }
    match (starts, cue) {
        (_, Cue::Towards) if place => false,
        (_, Cue::Article) => near && !twofold && is_owner(text, at),
        (false, _) => !place || near || act >= Act::Auxiliary,
        (true, _) if twofold => act >= Act::Auxiliary && near,
        (true, _) if place => act >= Act::Auxiliary,
        (true, _) => near || act >= Act::Rest,
    }
}

fn is_last(word: &Word, starts: bool, cue: Cue, act: Act) -> bool {
    let near = word.is(Lists::LAST);
    let ordinary = word.is(Lists::WORD);
    if word.is(Lists::PLACE) {
        return near && cue != Cue::Towards && act == Act::Verb;
    }
    match (starts, cue) {
        (_, Cue::Article) => {
            let family = word.plain.ends_with("sen") || (near && word.plain.ends_with('s'));
            !ordinary && family && word.len() > 5
        }
        (_, Cue::Towards) => near && !ordinary,
        (false, Cue::Ask) => true,
        (false, Cue::With) => !word.is(Lists::PROPER),
        (false, _) => (near && !ordinary) || act >= Act::Auxiliary,
        (true, _) if near && !ordinary => act >= Act::Rest,
        (true, _) if word.is(Lists::LAST_FAR) => act >= Act::Auxiliary,
        (true, _) => act == Act::Verb,
    }
}

/// A word on no list: a nickname, a name from far, or an organisation nobody wrote down.
fn is_unknown_name(word: &Word, cue: Cue, act: Act) -> bool {
    let open = word.is(Lists::WORD.and(Lists::PLACE)) || word.len() < 3 || is_made_of_words(word);
    !open && !matches!(cue, Cue::Article | Cue::Towards) && (cue == Cue::Ask || act == Act::Verb)
}

/// A compound, or what an organisation calls itself.
fn is_made_of_words(word: &Word) -> bool {
    let ends = [
        "zorg", "net", "huis", "bank", "hulp", "punt", "centrum", "groep", "fonds", "tv", "app", "nl", "ese",
        "aans", "aanse", "isch", "ische", "eze", "iaan", "shop", "store", "plein", "dienst", "lijn", "taxi",
        "kliniek",
    ];
    ends.iter().any(|end| word.plain.ends_with(end)) || lexicon::is_compound(&word.plain)
}

fn is_small_name(text: &Text, at: usize, word: &Word, cue: Cue, act: Act) -> bool {
    let hyphen = text.gap(at + 1).is("-")
        && text.words.get(at + 1).is_some_and(|next| next.is(Lists::FIRST) && next.len() > 3);
    if word.is(Lists::SMALL) || word.len() < 3 || matches!(cue, Cue::House) {
        return false;
    }
    if word.is(Lists::FREE.and(Lists::PLACE)) && cue != Cue::Title && cue != Cue::Kin {
        return false;
    }
    let ordinary = word.is(Lists::WORD);
    let twofold = word.is(Lists::TWOFOLD);
    if word.is(Lists::FIRST) {
        if ordinary && !text.shouted && is_kind_of(text, at) {
            return false;
        }
        // "cliënt koos iets anders"
        if matches!(cue, Cue::Kin | Cue::Role) && ordinary && word.is(Lists::VERB) {
            return false;
        }
        if cue.is_strong() {
            return true;
        }
        if twofold {
            return hyphen || is_with_surname(text, at) || surround::joins(text, at + 1);
        }
        if cue == Cue::Article {
            return !ordinary && word.len() > 3;
        }
        return word.len() > 3 || cue.is_personal() || act >= Act::Auxiliary;
    }
    if ordinary {
        return cue == Cue::Title && word.is(Lists::LAST);
    }
    if word.len() < 4 || twofold {
        return false;
    }
    if word.is(Lists::FAR) {
        return cue.is_personal() || act == Act::Verb;
    }
    if word.is(Lists::ANY_LAST.and(Lists::PROPER)) {
        let begins = at == 0 && act >= Act::Auxiliary;
        return cue.is_strong() || (word.is(Lists::ANY_LAST) && (cue == Cue::Ask || begins));
    }
    word.lists.is_empty() && cue == Cue::Title && !lexicon::is_compound(&word.plain)
}

/// "een brave hendrik", "de gekke piet uithangen": somebody like that.
fn is_kind_of(text: &Text, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at));
    let [Some(article), Some(quality)] = [before(2), before(1)] else { return false };
    article.is(Lists::ARTICLE)
        && quality.plain.ends_with('e')
        && quality.is(Lists::WORD)
        && !quality.is(Lists::KIN.and(Lists::ROLE).and(Lists::TITLE).and(Lists::ARTICLE))
}

/// "Engels en Frans", "Sinterklaas en Piet": named together with something free.
fn is_among_free(text: &Text, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at));
    let [Some(free), Some(and)] = [before(2), before(1)] else { return false };
    matches!(and.plain.as_str(), "en" | "of") && free.is(Lists::FREE) && !free.is(Lists::ANY_FIRST)
}

/// "Jan Jansen", "Els van 't Hof", "Jan-Willem": a surname or a second name follows.
fn is_full_name(text: &Text, at: usize) -> bool {
    let surname = |word: &Word| {
        word.is(Lists::ANY_LAST.and(Lists::PROPER)) || (!word.is(Lists::WORD) && !word.is(Lists::ANY_FIRST))
    };
    let gap = text.gap(at + 1);
    // "Harm Jan": but not "Wil Jan komen".
    let opens = Lists::OPENING.and(Lists::ASK).and(Lists::VERB).and(Lists::SMALL);
    let double = gap.is(" ")
        && text.words.get(at).is_some_and(|word| !word.is(opens))
        && text.words.get(at + 1).is_some_and(|next| next.is_capital() && next.is(Lists::FIRST));
    let next = double
        || text.words.get(at + 1).is_some_and(|next| {
            next.is_capital()
                && !next.is(Lists::FREE.and(Lists::PLACE))
                && ((gap.is(" ") && surname(next))
                    || (gap.is_any(&["-", "\u{2011}"]) && next.is(Lists::ANY_FIRST)))
        });
    let behind = || {
        surround::past_particles(text, at + 1)
            .filter(|_| gap.is_any(&[" ", " '", " ’"]))
            .and_then(|core| text.words.get(core))
    };
    let middle = || {
        let initial = text.words.get(at + 1).is_some_and(|next| next.shape == Shape::Initial);
        let core = text.words.get(at + 2).is_some_and(|word| word.is_capital() && !word.is(Lists::FREE));
        initial && core && gap.is(" ") && text.gap(at + 2).is(". ")
    };
    middle()
        || next
        || behind()
            .is_some_and(|word| word.is_capital() && surname(word) && !word.is(Lists::FREE.and(Lists::PLACE)))
}

/// "jan de vries", "piet jansen".
fn is_with_surname(text: &Text, at: usize) -> bool {
    let is_last = |word: &Word, bare: bool| word.is(Lists::LAST) && (!bare || !word.is(Lists::WORD));
    if !text.gap(at + 1).is(" ") {
        return false;
    }
    let next = text.words.get(at + 1).is_some_and(|word| is_last(word, true) && word.len() > 3);
    let behind = surround::past_particles(text, at + 1).and_then(|core| text.words.get(core));
    next || behind.is_some_and(|word| is_last(word, false) && word.len() > 3)
}

/// A surname behind particles: `first` is the particle, `core` the name.
pub(super) fn is_surname(
    text: &Text,
    first: (usize, &Word),
    core: (usize, &Word),
    cue: Cue,
    act: Act,
) -> bool {
    let ((at, first), (end, core)) = (first, core);
    let small = core.shape == Shape::Small || text.shouted;
    let last = core.is(Lists::ANY_LAST);
    let ordinary = core.is(Lists::WORD) || (core.lists.is_empty() && is_made_of_words(core));
    if core.len() < 2
        || core.is(Lists::FREE)
        || !matches!(core.shape, Shape::Small | Shape::Capital | Shape::Capitals)
    {
        return false;
    }
    let many = end - at > 1;
    let preposition = first.shape == Shape::Small && first.plain == "van" && !many && cue != Cue::Title;
    if cue.is_strong() && cue != Cue::Joined && !preposition {
        let clear = last || (!ordinary && !core.lists.any(Lists::PLACE));
        let titled =
            cue == Cue::Title && !matches!(first.plain.as_str(), "in" | "op" | "aan" | "bij" | "uit");
        let written = first.is_capital() && core.is_capital() && !core.is(Lists::PLACE);
        return if small { clear && (titled || !ordinary) } else { titled || clear || written };
    }
    if small || core.shape != Shape::Capital {
        return false;
    }
    let place = core.is(Lists::PLACE) && !core.is(Lists::LAST);
    let known = last || core.is(Lists::PROPER);
    let starts = surround::starts(text, at);
    match (first.is_capital() || first.shape == Shape::Initial, first.plain.as_str()) {
        _ if place || cue == Cue::House || cue == Cue::Towards => false,
        (true, "de" | "het" | "in" | "op" | "aan" | "bij" | "uit" | "over" | "onder") if !many => {
            last && (act == Act::Verb || (!starts && cue.is_personal()))
        }
        (true, _) if starts => {
            act == Act::Verb && matches!(first.plain.as_str(), "ten" | "ter")
                || known && act >= Act::Rest
                || !ordinary && act >= Act::Auxiliary
        }
        (true, _) => known || !ordinary,
        (false, "van" | "ten" | "ter" | "von" | "el" | "t") if many || first.plain != "van" => {
            core.is(Lists::LAST) || (known && !ordinary && cue != Cue::Article)
        }
        (false, "d" | "o" | "al") => text.gap(end).is_any(&["'", "’", "-"]),
        (false, _) => false,
    }
}
