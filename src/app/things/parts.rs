//! Parts of a step with a clock of their own: the toelichting and its questions, and the columns
//! of the Compensatiematrix. The next part begins when somebody says so, never by itself.

use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::id::StepKey;
use crate::domain::method::{Activity, Column, Part};
use crate::domain::plan::{self, Switch};

/// A part that can begin now, and the command that begins it.
pub struct Next {
    pub name: Shown,
    pub start: Command,
}

impl Next {
    fn at(ctx: Ctx<'_>, key: StepKey, part: usize) -> Option<Self> {
        let part = u16::try_from(part).ok()?;
        let start = Command::Clock(clock::Command::StartPart { part, since: ctx.now.second() });
        Some(Self { name: Shown::part_of(ctx.session(), key, part)?, start })
    }
}

/// The part after the one that runs.
pub fn following(ctx: Ctx<'_>) -> Option<Next> {
    let (key, part) = ctx.session().clock.current()?;
    Next::at(ctx, key, usize::from(part) + 1)
}

/// The part that belongs to a column of the goal in view, unless it runs already.
pub fn of_column(ctx: Ctx<'_>, column: &Column) -> Option<Next> {
    find(ctx, |part| part.columns.iter().any(|letter| *letter == column.letter))
}

/// The part without columns: the questions of the inbrenger.
pub fn of_questions(ctx: Ctx<'_>) -> Option<Next> {
    find(ctx, |part| part.columns.is_empty())
}

/// The part of the goal in view, where a step has one for each goal.
pub fn of_goal(ctx: Ctx<'_>) -> Option<Next> {
    find(ctx, |_| true)
}

fn find(ctx: Ctx<'_>, wanted: impl Fn(&Part) -> bool) -> Option<Next> {
    let (key, current) = ctx.session().clock.current()?;
    if Some(key) != ctx.step() {
        return None;
    }
    let parts = ctx.session().parts(key);
    let index = parts.iter().position(wanted)?;
    let part =
        if ctx.session().part_rounds(key) > 1 { ctx.goal_index() * parts.len() + index } else { index };
    if usize::from(current) == part { None } else { Next::at(ctx, key, part) }
}

/// "Eerst het ene doel, of allebei tegelijk?", asked once when gathering begins with more goals.
pub fn goals_question(ctx: Ctx<'_>, key: StepKey) -> Option<Pick> {
    let session = ctx.session();
    let gathers = session.step(key).is_some_and(|step| step.activity == Activity::Verzamelen);
    let goals = session.rows(session.casus_of(key)).len();
    if !gathers || goals < 2 || session.plan.settings.answer(Switch::GoalByGoal).is_some() {
        return None;
    }
    let answer = |on| {
        let switch = plan::Command::Switch { switch: Switch::GoalByGoal, on };
        Intent::Do(vec![Command::Plan(switch)])
    };
    let choices = vec![
        Choice::new("Eerst het ene doel, dan het andere: de minuten worden verdeeld", answer(true)),
        Choice::new("Alle doelen tegelijk", answer(false)),
    ];
    Some(Pick::new(Shown::fill("Er zijn {} doelen. Hoe pakken jullie ze aan?", &[&goals]), choices))
}
