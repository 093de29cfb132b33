//! `Sorteer ►`: what a line means on a flap. Said before Enter, also when it cannot be.
//!
//! `12b` and `12 14 b` put post-its in B, `12 nieuw` in a cluster of their own, `12 los` out of
//! one; `bc` merges C into B; `b=Vervoer` names B; `?bus` finds. Anything else is a new post-it.

use crate::app::board::{Board, Item};
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Focus};
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::app::steps::clusteren::{boards, cluster_in_view, paper_leads};
use crate::app::things::assign::{self, Assignment, Target};
use crate::app::things::post_it::pane_of;
use crate::domain::clusters::{self, MOST};
use crate::domain::command::{Command, decide};
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::refusal::Refusal;
use crate::keys::action::Action;
use crate::text::fold;

/// A line that is no post-it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Order<'a> {
    Put(Assignment),
    /// The first stays, the second goes into it.
    Merge(char, char),
    Name(char, &'a str),
    Find(&'a str),
}

fn parse(text: &str) -> Option<Order<'_>> {
    let text = text.trim();
    if let Some(words) = text.strip_prefix('?') {
        return Some(Order::Find(words.trim())).filter(|_| !words.trim().is_empty());
    }
    if let Some((letter, title)) = text.split_once('=')
        && let Some(letter) = only_letter(letter.trim())
    {
        return Some(Order::Name(letter, title.trim()));
    }
    if let Some((into, from)) = text.split_at_checked(1)
        && let (Some(into), Some(from)) = (only_letter(into), only_letter(from))
    {
        return Some(Order::Merge(into, from));
    }
    assign::parse(text).map(Order::Put)
}

fn only_letter(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    chars.next().is_none().then_some(letter)
}

/// What the line does; `None` when it is a new post-it.
pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Option<Meaning> {
    match parse(text)? {
        Order::Put(put) => self::put(ctx, &put),
        Order::Merge(into, from) => merge(ctx, board, into, from),
        Order::Name(letter, title) => Some(named(ctx, letter, title)),
        Order::Find(words) => Some(find(ctx, board, words)),
    }
}

/// Enter does this, unless it cannot be: then the sentence stands there before Enter.
fn checked(ctx: Ctx<'_>, label: Shown, enter: &'static str, command: Command) -> Meaning {
    match decide(ctx.session(), command.clone(), ctx.now) {
        Ok(_) => Meaning::new(label, enter, Intent::Add(vec![command])),
        Err(Refusal::NoChange) => Meaning::refused(label, "Dat is al zo."),
        Err(refused) => {
            let sentence = Shown::refusal(&refused);
            Meaning::refused(label, sentence.unwrap_or("Dat kan nu niet.".into()))
        }
    }
}

fn put(ctx: Ctx<'_>, put: &Assignment) -> Option<Meaning> {
    let row = ctx.row();
    let what = put.words(ctx);
    let label = match put.target {
        Target::Letter(letter) => Shown::fill("Zet {} bij {}", &[&what, &letter]),
        Target::Loose => Shown::fill("Maak {} los", &[&what]),
        Target::New => {
            let letter = ctx.session().clusters.next_letter(row).map(letter_of);
            Shown::fill(
                "Nieuw cluster {} met {}",
                &[&letter.as_ref().map_or(Shown::EMPTY, Shown::part), &what],
            )
        }
    };
    let ids = match put.ideas(ctx) {
        Err(number) => {
            return Some(Meaning::refused(label, Shown::fill("Post-it {} is er niet.", &[&number])));
        }
        // Without numbers and without marks it is only a word.
        Ok(ids) if ids.is_empty() => return None,
        Ok(ids) => ids,
    };
    let to = |slot| Command::Idea(ideas::Command::Move { ids: ids.clone(), place: Place { row, slot } });
    let command = match put.target {
        Target::Loose => to(Slot::Unplaced),
        Target::New => Command::Cluster(clusters::Command::Make {
            row,
            letter: None,
            title: String::new(),
            ids: ids.clone(),
        }),
        Target::Letter(letter) => {
            let Some(id) = ctx.session().clusters.lettered(row, letter) else {
                let how = if put.numbers.is_empty() { "Het woord".into() } else { what };
                let problem = "Cluster {} is er niet. {} nieuw maakt een nieuw cluster.";
                return Some(Meaning::refused(label, Shown::fill(problem, &[&letter, &how])));
            };
            to(Slot::Cluster(id))
        }
    };
    let away =
        ids.iter().filter(|id| ctx.session().ideas.place(**id).is_some_and(|at| at.row != row)).count();
    let remark = (away > 0).then_some("Dit haalt ook iets weg bij een ander doel.".into());
    Some(checked(ctx, label, "verplaatsen", command).remark(remark))
}

fn letter_of(index: u8) -> char {
    char::from(b'A' + index.min(MOST - 1))
}

/// Only when both clusters are there; anything else is text (decision 5).
fn merge(ctx: Ctx<'_>, board: &Board, into: char, from: char) -> Option<Meaning> {
    let clusters = &ctx.session().clusters;
    let row = ctx.row();
    let (stays, goes) = (clusters.lettered(row, into)?, clusters.lettered(row, from)?);
    if stays == goes {
        return None;
    }
    let command = Command::Cluster(clusters::Command::Merge { from: goes, into: stays });
    let label = Shown::fill("Voeg {} bij {}", &[&from, &into]);
    let mut meaning = checked(ctx, label, "samenvoegen", command);
    if meaning.problem.is_none() && cluster_in_view(ctx, board) == Some(goes) {
        let pane = Intent::Pane(pane_of(ctx, into, Some(goes)));
        meaning.intent = Intent::All(vec![meaning.intent, pane]);
    }
    Some(meaning)
}

/// Names a cluster, or makes it. Where the paper leads, what is typed next lands in it.
fn named(ctx: Ctx<'_>, letter: char, title: &str) -> Meaning {
    let row = ctx.row();
    let known = ctx.session().clusters.lettered(row, letter);
    let label = Shown::fill(if known.is_some() { "Noem {}" } else { "Nieuw cluster {}" }, &[&letter]);
    if title.is_empty() {
        let say = Shown::fill("Typ achter {}= hoe het cluster heet.", &[&letter.to_ascii_lowercase()]);
        return Meaning::refused(label, say);
    }
    let title = title.to_owned();
    let command = Command::Cluster(if let Some(id) = known {
        clusters::Command::Title { id, title }
    } else {
        let letter = u8::try_from(u32::from(letter) - u32::from('A')).ok();
        let ids = ctx.live.view.marked.iter().copied().collect();
        clusters::Command::Make { row, letter, title, ids }
    });
    let mut meaning = checked(ctx, label, if known.is_some() { "zo heet het" } else { "maken" }, command);
    if meaning.problem.is_none() && paper_leads(ctx) {
        let pane = Intent::Pane(pane_of(ctx, letter, None));
        meaning.intent = Intent::All(vec![meaning.intent, pane]);
        meaning.remark = Some(Shown::fill("Wat je hierna typt, komt bij {}.", &[&letter]));
    }
    meaning
}

/// The next post-it with these words, from the one that is selected: first at this goal, then at
/// the others. The words stay in de regel, so that Enter goes on.
fn find(ctx: Ctx<'_>, board: &Board, words: &str) -> Meaning {
    let wanted = fold::words(words);
    let fits = |item: Item| {
        let Item::Idea(id) = item else { return false };
        ctx.session().ideas.get(id).is_some_and(|idea| {
            let text = fold::plain(&idea.text);
            wanted.iter().all(|word| text.contains(word.as_str()))
        })
    };
    let mut found = Vec::new();
    for (goal, board) in boards(ctx).enumerate() {
        for (pane, about) in board.panes.iter().enumerate() {
            let rows = 0..about.rows.len(ctx.session());
            let hits = rows.filter(|row| about.rows.item(ctx.session(), *row).is_some_and(fits));
            found.extend(hits.map(|row| (goal, pane, row)));
        }
    }
    let focus = ctx.live.view.focus();
    let here = (ctx.goal_index(), board.index(ctx), focus.row.unwrap_or(0));
    let after = |at: &&(usize, usize, usize)| if focus.row.is_some() { **at > here } else { **at >= here };
    match found.iter().find(after).or_else(|| found.first()) {
        None => {
            let words = Shown::checked(ctx.live, words);
            Meaning::refused("Zoek", Shown::fill("Geen post-it met ‘{}’.", &[&words]))
        }
        Some((goal, pane, row)) => {
            let at = Focus { goal: *goal, pane: *pane, row: Some(*row), ..focus };
            let enter = if found.len() > 1 { "naar de volgende" } else { "ernaartoe" };
            Meaning::new(Shown::fill("Zoek ({})", &[&found.len()]), enter, Intent::Focus(at))
        }
    }
}

/// Puts the question mark in de regel; what stood there can be called back.
pub fn begin_finding(ctx: Ctx<'_>) -> Intent {
    let mark = Intent::Type("?".to_owned());
    if ctx.live.view.line().is_empty() {
        mark
    } else {
        Intent::All(vec![Intent::Act(Action::RegelLeeg), mark])
    }
}

#[cfg(test)]
mod tests {
    use crate::app::steps::clusteren::sort::{Order, parse};

    #[test]
    fn a_line_is_an_order_or_a_text() {
        let shown = |text: &str| match parse(text) {
            None => "text".to_owned(),
            Some(Order::Put(put)) => format!("{:?} {:?}", put.numbers, put.target),
            Some(Order::Merge(into, from)) => format!("{from} into {into}"),
            Some(Order::Name(letter, title)) => format!("{letter} is {title}"),
            Some(Order::Find(words)) => format!("find {words}"),
        };
        for (text, want) in [
            ("12b", "[12] Letter('B')"),
            (" 12 14 15 b ", "[12, 14, 15] Letter('B')"),
            ("12 nieuw", "[12] New"),
            ("12 14 Los", "[12, 14] Loose"),
            ("b", "[] Letter('B')"),
            ("bc", "C into B"),
            ("BC", "C into B"),
            ("b=Vervoer", "B is Vervoer"),
            ("B = vervoer en bus", "B is vervoer en bus"),
            ("b=", "B is "),
            ("?bus", "find bus"),
            ("? de bus", "find de bus"),
            ("?", "text"),
            ("bcd", "text"),
            ("é=x", "text"),
            ("ab=x", "text"),
            ("éb", "text"),
            ("bé", "text"),
            ("1=2", "text"),
            ("bus 12", "text"),
            ("12", "text"),
            ("", "text"),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }
}
