//! Items 5a and 12a: everybody writes in silence (S000). A calm screen: the goals, the question and
//! a count; what is typed meanwhile stands on no screen that the group sees.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Focus, Page};
use crate::app::state::msg::Inspiring;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;
use crate::app::steps::verzamelen::{goal_index, row};
use crate::app::steps::{self, clusteren as flaps};
use crate::domain::clock::{self, Light};
use crate::domain::command::Command;
use crate::domain::forecast;
use crate::domain::goals::Row as Goal;
use crate::domain::method::Activity;
use crate::domain::plan::{self, Switch};
use crate::text::counts;

/// Minutes of one more silent round (P).
const ROUND: i64 = 5;

/// Whether the group looks at this screen while it writes: then nothing that is typed shows.
pub fn conceals(ctx: Ctx<'_>) -> bool {
    steps::activity(ctx) == Activity::Brainstorm && !ctx.live.is_private()
}

pub fn board(ctx: Ctx<'_>) -> Board {
    let mut panes = vec![Pane::new(PaneId::Silence, "Stil schrijven", Rows::List(calm(ctx)))];
    if !conceals(ctx) {
        panes.extend(flaps::loose(ctx, row(ctx)).into_iter().map(|pane| Pane { stays: false, ..pane }));
    }
    Board { head: Vec::new(), panes, grid: false }
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
    if ctx.session().plan.settings.is_on(Switch::GoalByGoal) {
        return vec![row(ctx)];
    }
    ctx.session().rows(ctx.casus())
}

/// All that the room sees: the goal and the question; where there are more goals the question
/// comes first, so that it is there on a low screen too.
pub fn for_the_room(ctx: Ctx<'_>) -> Vec<String> {
    let goals = goals(ctx);
    let words = goals.iter().map(|goal| flaps::goal_words(ctx, *goal));
    let question = std::iter::once(question(goals.len()).to_owned());
    if goals.len() > 1 { question.chain(words).collect() } else { words.chain(question).collect() }
}

/// The goals, the question and how many post-its were typed.
fn calm(ctx: Ctx<'_>) -> Vec<Row> {
    let plain = |lead: &str, text: String| Row::new(Item::Plain, lead, text);
    let goals = goals(ctx);
    let lead = |goal| if goals.len() > 1 && goal == row(ctx) { "►" } else { " " };
    let mut lines: Vec<Row> =
        goals.iter().map(|goal| plain(lead(*goal), flaps::goal_words(ctx, *goal))).collect();
    let count = ctx.session().ideas.of_casus(ctx.casus()).count();
    lines.push(plain("", String::new()));
    lines.push(plain("", question(goals.len()).to_owned()));
    lines.push(plain("", String::new()));
    lines.push(plain("", counts::ideas(ctx.session(), count)));
    lines
}

pub fn label(ctx: Ctx<'_>, _board: &Board) -> String {
    if ctx.session().rows(ctx.casus()).len() > 1 {
        format!("Nieuwe post-it bij doel {}", goal_index(ctx) + 1)
    } else {
        "Nieuwe post-it".to_owned()
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return Meaning::new(label, "", Intent::Nothing);
    }
    flaps::new_post_it(ctx, board, label, text)
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    let mut choices = flaps::goal_choices(ctx);
    choices.extend(another_round(ctx));
    if ctx.session().rows(ctx.casus()).len() > 1 {
        let on = !ctx.session().plan.settings.is_on(Switch::GoalByGoal);
        let text = if on { "Doel voor doel schrijven" } else { "Bij alle doelen tegelijk schrijven" };
        let switch = plan::Command::Switch { switch: Switch::GoalByGoal, on };
        choices.push(Choice::new(text, Intent::Do(vec![Command::Plan(switch)])));
    }
    choices.extend(flaps::inspiration_choice(ctx).filter(|_| is_over(ctx)));
    choices
}

/// Some minutes more, and when goals come one by one, for the next goal.
fn another_round(ctx: Ctx<'_>) -> Option<Choice> {
    let key = ctx.step()?;
    ctx.session().clock.started(key)?;
    let goals = ctx.session().rows(ctx.casus()).len();
    let next = goal_index(ctx) + 1;
    let by_goal = ctx.session().plan.settings.is_on(Switch::GoalByGoal) && next < goals;
    let extend = Command::Clock(clock::Command::Extend { key, seconds: ROUND * 60 });
    let mut intents = vec![Intent::Do(vec![extend])];
    if ctx.session().clock.current().map(|(key, _)| key) != Some(key) {
        intents.extend([Intent::Go(Place::Step(key)), Intent::Start(key)]);
    }
    let mut text = "Nog een stille ronde".to_owned();
    if by_goal {
        intents.push(Intent::Focus(Focus { goal: next, ..Focus::default() }));
        text = format!("{text}, bij doel {}", next + 1);
    }
    Some(Choice::new(text, Intent::All(intents)).detail(format!("{ROUND} min erbij")))
}

/// The lists come after the silence, or they would steer what people write.
fn is_over(ctx: Ctx<'_>) -> bool {
    let Some(((current, _), here)) = ctx.session().clock.current().zip(ctx.step()) else { return false };
    current != here
        || matches!(forecast::step(ctx.session(), here, ctx.now.second()).light, Light::TimeUp | Light::Over)
}

/// The lists for inspiration, one below the other.
pub fn inspiration(lists: &[Inspiring]) -> Page {
    let mut lines = Vec::new();
    for list in lists {
        lines.push(list.name.clone());
        lines.extend(list.lines.iter().map(|line| format!("  {line}")));
        lines.push(String::new());
    }
    Page { title: "Inspiratie".to_owned(), lines, scroll: 0 }
}
