//! Items 4 and 11: questions to understand the casus. A question may not hide a suggestion (S000);
//! while one that sounds like it is typed, that is asked (V-T3): Enter keeps it as a question, Tab
//! first makes it a post-it for item 5.

use crate::app::board::{Board, Pane, PaneId, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::{self, presenteren as presenting};
use crate::app::things::{remark, round};
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::NoteId;
use crate::domain::ideas::{self, Place};
use crate::domain::notes::{self, Kind};
use crate::domain::people::RoundKind;
use crate::text::{counts, hidden};

pub fn board(ctx: Ctx<'_>) -> Board {
    let casus = ctx.casus();
    let questions = steps::note_rows(ctx, Some(casus), Kind::Question);
    let asked = Pane::new(PaneId::Questions, "Vragen", Rows::List(questions))
        .hint("Wat moet je nog weten om mee te denken? Eén zin per vraag.");
    // Only their number: what is written in the silence of 5a shows nowhere before it is stuck.
    let number = ctx.session().ideas.of_casus(casus).count();
    let later = Pane {
        status: if number == 0 { String::new() } else { counts::ideas(ctx.session(), number) },
        ..Pane::new(PaneId::ForLater, "Tips voor straks", Rows::List(Vec::new()))
            .hint("Hoor je al een tip? Bewaar hem hier als post-it. Bij 5b hangt hij op de flap.")
    };
    let head = "Vragen om de casus te begrijpen. Tips komen straks, bij 5.".to_owned();
    Board { head: vec![head], panes: vec![asked, later], grid: false }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    if is_for_later(ctx, board) {
        return "Post-it voor straks".to_owned();
    }
    round::label(ctx).unwrap_or_else(|| "Vraag".to_owned())
}

fn is_for_later(ctx: Ctx<'_>, board: &Board) -> bool {
    ctx.pane(board).map(|pane| pane.id) == Some(PaneId::ForLater)
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let later = is_for_later(ctx, board);
    let keep = |text: &str| {
        if later {
            Intent::Add(vec![post_it(ctx, text)])
        } else {
            steps::note(Some(ctx.casus()), Kind::Question, text)
        }
    };
    let meaning = match round::meaning(ctx, text, keep) {
        Some(meaning) => meaning,
        None if text.trim().is_empty() => return Meaning::nothing(label(ctx, board)),
        None => Meaning::new(label(ctx, board), "toevoegen", keep(text)),
    };
    let sounds_like_a_tip = hidden::hides_advice(text);
    if later {
        // Whoever came here with a question that was a tip goes back to the questions.
        let back = Intent::All(vec![meaning.intent.clone(), Intent::Pane(0)]);
        let intent = if sounds_like_a_tip { back } else { meaning.intent };
        return Meaning { label: label(ctx, board), intent, ..meaning }
            .limit(ctx.session().method.limits.post_it)
            .remark(remark::one_tip(text, ctx.session().method.limits.post_it));
    }
    if sounds_like_a_tip {
        let said = "Klinkt als een tip. Enter: vraag. Tab, dan Enter: post-it voor straks.";
        let (label, enter) = ("Is dit een vraag of een tip?".to_owned(), "vraag".to_owned());
        return Meaning { label, enter, ..meaning }.remark(Some(said.to_owned()));
    }
    meaning.remark(remark::one_sentence(text))
}

/// Where a tip that comes too early goes: to the only goal, or to the row without one.
pub fn row(ctx: Ctx<'_>) -> Row {
    let casus = ctx.casus();
    let mut goals = ctx.session().goals.of(casus).filter(|(_, goal)| !goal.parked).map(|(id, _)| id);
    let only = goals.next().filter(|_| goals.next().is_none());
    Row { casus, goal: only }
}

fn post_it(ctx: Ctx<'_>, text: &str) -> Command {
    let place = Place::unplaced(row(ctx));
    Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None })
}

/// A question that turns out to be a tip: out of the questions, onto a post-it.
pub fn as_post_it(ctx: Ctx<'_>, id: NoteId, text: &str) -> Intent {
    Intent::Do(vec![post_it(ctx, text), Command::Note(notes::Command::Bin { id })])
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    let mut choices: Vec<Choice> = presenting::reading(ctx).into_iter().collect();
    if ctx.live.view.round.is_none() && ctx.session().people.present().next().is_some() {
        choices.push(Choice::new("Vragenronde: ieder één vraag", Intent::BeginRound(RoundKind::Questions)));
    }
    choices
}
