//! Items 5a and 12a: everybody writes in silence (S000). A calm screen: the goals, the question and
//! a count; what is typed meanwhile stands on no screen that the group sees.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Focus, Live};
use crate::app::state::model::Page;
use crate::app::state::msg::Inspiring;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;
use crate::app::state::shown::Shown;
use crate::app::steps::{Step, clusteren as flaps};
use crate::app::things::goal::goal_words;
use crate::domain::clock::{self, Light};
use crate::domain::command::Command;
use crate::domain::forecast;
use crate::domain::goals::Row as Goal;
use crate::domain::ideas;
use crate::domain::plan::{self, Switch};

/// Minutes of one more silent round (P).
const ROUND: i64 = 5;

/// Everybody writes in silence.
pub struct Brainstorm;

impl Step for Brainstorm {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let takes = Takes::Idea(ideas::Place::unplaced(ctx.row()), None);
        let calm = Rows::List(calm(ctx));
        let silence = Pane::new(PaneId::Silence, "Stil schrijven", takes, Room::Private, calm);
        // It begins at the first goal, whatever was written last.
        let mut panes = vec![Pane { anchor: Some(0), ..silence }];
        if !self.conceals(ctx) {
            panes.extend(flaps::loose(ctx, ctx.row()).into_iter().map(|pane| Pane { stays: false, ..pane }));
        }
        let asks = if ctx.rows().len() > 1 {
            Shown::fill("Nieuwe post-it bij doel {}", &[&(ctx.goal_index() + 1)])
        } else {
            "Nieuwe post-it".into()
        };
        let panes = panes.into_iter().map(|pane| pane.asks(asks.clone())).collect();
        Board { panes, ..Board::default() }
    }

    /// The goal and the question; where there are more goals the question comes first, so that it is
    /// there on a low screen too.
    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown> {
        let goals = goals(ctx);
        let words = goals.iter().map(|goal| goal_words(ctx, *goal));
        let question = std::iter::once(question(goals.len()).into());
        if goals.len() > 1 { question.chain(words).collect() } else { words.chain(question).collect() }
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let mut choices = flaps::goal_choices(ctx);
        choices.extend(another_round(ctx));
        if ctx.rows().len() > 1 {
            let on = !ctx.session().plan.settings.is_on(Switch::GoalByGoal);
            let text = if on { "Doel voor doel schrijven" } else { "Bij alle doelen tegelijk schrijven" };
            let switch = plan::Command::Switch { switch: Switch::GoalByGoal, on };
            choices.push(Choice::new(text, Intent::Do(vec![Command::Plan(switch)])));
        }
        choices.extend(flaps::inspiration_choice(ctx).filter(|_| is_over(ctx)));
        choices
    }

    fn by_goal(&self) -> bool {
        true
    }

    fn conceals(&self, ctx: Ctx<'_>) -> bool {
        !ctx.live.is_private()
    }
}

/// Put to everybody before the silence.
fn question(goals: usize) -> &'static str {
    if goals > 1 {
        "Welke tips of adviezen heb je bij deze doelen? Eén per post-it."
    } else {
        "Welke tips of adviezen heb je bij dit doel? Eén per post-it."
    }
}

/// The goals that people write about now: all, or one when they come one by one.
fn goals(ctx: Ctx<'_>) -> Vec<Goal> {
    if ctx.session().plan.settings.is_on(Switch::GoalByGoal) { vec![ctx.row()] } else { ctx.rows() }
}

/// The goals, the question and how many post-its were typed.
fn calm(ctx: Ctx<'_>) -> Vec<Row> {
    let plain = |text: Shown| Row::new(Item::Plain, "", text);
    let goals = goals(ctx);
    let lead = |goal| if goals.len() > 1 && goal == ctx.row() { "►" } else { " " };
    let heads = goals.iter().map(|goal| Row::new(Item::Plain, lead(*goal), goal_words(ctx, *goal)));
    let count = ctx.session().ideas.of_casus(ctx.casus()).count();
    let below =
        [Shown::EMPTY, question(goals.len()).into(), Shown::EMPTY, Shown::ideas(ctx.session(), count)];
    heads.chain(below.map(plain)).collect()
}

/// Some minutes more, and when goals come one by one, for the next goal.
fn another_round(ctx: Ctx<'_>) -> Option<Choice> {
    let key = ctx.step()?;
    ctx.session().clock.started(key)?;
    let next = ctx.goal_index() + 1;
    let by_goal = ctx.session().plan.settings.is_on(Switch::GoalByGoal) && next < ctx.rows().len();
    let extend = Command::Clock(clock::Command::Extend { key, seconds: ROUND * 60 });
    let mut intents = vec![Intent::Do(vec![extend])];
    if !ctx.is_running() {
        intents.extend([Intent::Go(Place::Step(key)), Intent::Start(key)]);
    }
    let mut text = Shown::own("Nog een stille ronde");
    if by_goal {
        intents.push(Intent::Focus(Focus { goal: next, ..Focus::default() }));
        text = Shown::fill("{}, bij doel {}", &[&text, &(next + 1)]);
    }
    Some(Choice::new(text, Intent::All(intents)).detail(Shown::fill("{} min erbij", &[&ROUND])))
}

/// The lists come after the silence, or they would steer what people write.
fn is_over(ctx: Ctx<'_>) -> bool {
    let Some(((current, _), here)) = ctx.session().clock.current().zip(ctx.step()) else { return false };
    current != here
        || matches!(forecast::step(ctx.session(), here, ctx.now.second()).light, Light::TimeUp | Light::Over)
}

/// The lists for inspiration, one below the other.
pub fn inspiration(live: Option<&Live>, lists: &[Inspiring]) -> Page {
    let told = |text: &str| Shown::told(live, text);
    let mut lines = Vec::new();
    for list in lists {
        lines.push(told(&list.name));
        lines.extend(list.lines.iter().map(|line| Shown::fill("  {}", &[&told(line)])));
        lines.push(Shown::EMPTY);
    }
    Page { title: "Inspiratie".into(), lines, scroll: 0 }
}
