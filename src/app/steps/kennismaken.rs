//! Step 2, welkom en voorstellen: who is here, the ronde, and what to say.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::things::{persons, round};
use crate::domain::people::RoundKind;
use crate::text::counts;

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let say = session.method.principles.iter().map(|line| Row::new(Item::Plain, "-", line.text.as_str()));
    let panes =
        vec![persons::people_pane(ctx), Pane::new(PaneId::Principles, "Vertel", Rows::List(say.collect()))];
    Board { head: vec![balance(ctx)], panes, grid: false }.with_head(size_remark(ctx))
}

/// The mix of formal and informal in words (S001); no bar, no score.
fn balance(ctx: Ctx<'_>) -> String {
    let (formal, informal, unknown) = ctx.session().people.balance();
    match (formal, informal, unknown) {
        (0, 0, 0) => "Rondje: naam, functie, organisatie.".to_owned(),
        (0, 0, count) => {
            format!("{}. Formeel of informeel? Zet f of i achter de naam.", counts::people(count))
        }
        (formal, 0, _) => {
            format!("{}, nog niemand informeel.", counts::count(formal, "professional", "professionals"))
        }
        (0, informal, _) => format!(
            "{}, nog niemand formeel.",
            counts::count(informal, "informele deelnemer", "informele deelnemers")
        ),
        (formal, informal, _) => format!(
            "{} en {} aan tafel.",
            counts::count(formal, "professional", "professionals"),
            counts::count(informal, "informele deelnemer", "informele deelnemers")
        ),
    }
}

/// Around eight is good; more often gets hard (S001, V-G2). Said quietly.
fn size_remark(ctx: Ctx<'_>) -> Option<String> {
    let count = ctx.session().people.present().count();
    let limits = ctx.session().method.limits;
    if count > limits.group_warning {
        Some(format!("{}: dat is een grote groep. Denk aan twee tafels.", counts::people(count)))
    } else if count > limits.group_info {
        Some(format!("Meer dan {} wordt vaak lastig.", limits.group_info))
    } else {
        None
    }
}

pub fn label(ctx: Ctx<'_>) -> String {
    round::label(ctx).unwrap_or_else(|| "Nieuwe deelnemer".to_owned())
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let passes = round::is_here(ctx) && text.trim().eq_ignore_ascii_case("pas");
    if !text.trim().is_empty() && !passes {
        return persons::person_meaning(ctx, text);
    }
    if let Some(meaning) = round::meaning(ctx, text, |_| Intent::Turn) {
        return meaning;
    }
    let can_begin = ctx.step().is_some_and(|step| !ctx.session().people.not_heard(step).is_empty());
    if can_begin && ctx.pane(board).is_some() {
        return Meaning::new(label(ctx), "begin het rondje", Intent::BeginRound(RoundKind::Introduction));
    }
    Meaning::new(label(ctx), "", Intent::Nothing)
}

pub fn choices(ctx: Ctx<'_>) -> Vec<Choice> {
    if ctx.live.view.round.is_some() {
        return Vec::new();
    }
    vec![Choice::new("Begin een voorstelrondje", Intent::BeginRound(RoundKind::Introduction))]
}
