//! The grammar of putting things where they belong: `12n`, `12 14 n`, `12 los`, and a letter alone
//! for what was marked. One mechanism for the Compensatiematrix and for the flappen.
//!
//! Must not know: which letters there are, and what lies behind them.

use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::domain::id::IdeaId;
use crate::domain::ideas::Slot;

/// Numbers of ideas, and where they go. Without numbers it is about the marked ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub numbers: Vec<u32>,
    pub target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The vak or cluster with this letter, as an upper case letter.
    Letter(char),
    /// Off the board, or out of its cluster.
    Loose,
    /// A cluster of their own.
    New,
}

/// Reads an assignment; `None` when the text is just a text.
pub fn parse(text: &str) -> Option<Assignment> {
    let text = text.trim();
    let word = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let numbers = text.strip_suffix(word)?;
    let mut letters = word.chars();
    let target = match (letters.next()?, letters.next()) {
        (letter, None) if letter.is_ascii_alphabetic() => Target::Letter(letter.to_ascii_uppercase()),
        _ if word.eq_ignore_ascii_case("los") => Target::Loose,
        _ if word.eq_ignore_ascii_case("nieuw") => Target::New,
        _ => return None,
    };
    let parts = numbers.split([' ', ',']).filter(|part| !part.is_empty());
    let mut unique = Vec::new();
    for part in parts {
        let number = part.parse().ok()?;
        if !unique.contains(&number) {
            unique.push(number);
        }
    }
    Some(Assignment { numbers: unique, target })
}

impl Assignment {
    /// The ideas it is about: those with these numbers, or the marked ones.
    ///
    /// # Errors
    /// A number that is not on the board of this casus.
    pub fn ideas(&self, ctx: Ctx<'_>) -> Result<Vec<IdeaId>, u32> {
        if self.numbers.is_empty() {
            return Ok(ctx.live.view.marked.iter().copied().collect());
        }
        self.numbers.iter().map(|number| find(ctx, *number).ok_or(*number)).collect()
    }

    /// "12 14", or "3 tips" for the marked ones.
    pub fn words(&self, ctx: Ctx<'_>) -> Shown {
        const NAMED: usize = 6;
        match self.numbers.len() {
            0 => Shown::ideas(ctx.session(), ctx.live.view.marked.len()),
            1..=NAMED => Shown::join(self.numbers.iter().map(Shown::part), " "),
            many => Shown::ideas(ctx.session(), many),
        }
    }
}

/// An idea of this casus that is not in the prullenbak.
fn find(ctx: Ctx<'_>, number: u32) -> Option<IdeaId> {
    let id = ctx.session().ideas.numbered(ctx.casus(), number)?;
    (ctx.session().ideas.place(id)?.slot != Slot::Bin).then_some(id)
}

#[cfg(test)]
mod tests {
    use crate::app::things::assign::{Target, parse};

    #[test]
    fn reads_numbers_and_where_they_go() {
        use Target::{Letter, Loose, New};
        for (text, want) in [
            ("12n", Some((vec![12], Letter('N')))),
            ("12 14 15 N", Some((vec![12, 14, 15], Letter('N')))),
            ("12, 14b", Some((vec![12, 14], Letter('B')))),
            ("12 12 b", Some((vec![12], Letter('B')))),
            ("7 los", Some((vec![7], Loose))),
            ("7 LOS", Some((vec![7], Loose))),
            ("12 Nieuw", Some((vec![12], New))),
            ("12 14 nieuw", Some((vec![12, 14], New))),
            ("nieuw", Some((vec![], New))),
            ("n", Some((vec![], Letter('N')))),
            ("12 uur bellen", None),
            ("om 12 b", None),
            ("12 b c", None),
            ("-1b", None),
            ("1.5 b", None),
            ("buurvrouw", None),
            ("12", None),
            ("99999999999n", None),
            ("é", None),
            ("12é", None),
            ("", None),
        ] {
            assert_eq!(parse(text).map(|found| (found.numbers, found.target)), want, "{text}");
        }
    }
}
