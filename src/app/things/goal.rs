//! What can be done with a goal.

use crate::app::board::Item;
use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::things::delete;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap, Owner};
use crate::domain::id::GoalId;
use crate::domain::verdicts::TextKey;
use crate::text::flaps;

/// The list of what can be done with a goal.
pub fn goal(ctx: Ctx<'_>, id: GoalId) -> Option<Pick> {
    let goal = ctx.session().goals.get(id)?;
    if let Some(flap) = goal.flap {
        return Some(goal_on_flap(ctx, id, flap));
    }
    let park = Command::Goal(goals::Command::Park { id, parked: !goal.parked });
    let park_text = if goal.parked { "Toch behandelen" } else { "Apart houden, voor intervisie" };
    let mut choices = veil::choices(ctx.live, TextKey::Goal(id), &goal.text, |text| {
        Intent::Do(vec![Command::Goal(goals::Command::Reword { id, text })])
    });
    choices.extend([
        Choice::new("Van wie is dit doel?", Intent::Open(Topic::Owner(id))),
        Choice::new("Anders verwoorden", Intent::Ask(Ask::ChangeGoal(id))),
        Choice::new(park_text, Intent::Do(vec![park])),
        Choice::new("Naar de prullenbak; de tips blijven", delete(ctx, &Item::Goal(id))),
    ]);
    let mut pick = Pick::new("Doel", choices).intro(veil::text(ctx.live, TextKey::Goal(id), &goal.text));
    if let Some(original) = &goal.original {
        pick = pick.intro(format!("Eerst stond er: {original}"));
    }
    Some(pick)
}

/// The list of what can be done with a goal of a koppel (S000).
fn goal_on_flap(ctx: Ctx<'_>, id: GoalId, here: Flap) -> Pick {
    let others = Flap::ALL.into_iter().filter(|flap| *flap != here).map(|flap| {
        let hang = Command::Goal(goals::Command::Rehang { id, flap });
        Choice::new(format!("Naar de flap {}", flaps::name(flap)), Intent::Do(vec![hang]))
    });
    let mut choices = vec![Choice::new("Wat belemmert? …", Intent::Ask(Ask::Barrier(id)))];
    choices.extend(others);
    choices.push(Choice::new("Anders verwoorden", Intent::Ask(Ask::ChangeGoal(id))));
    choices.push(Choice::new(
        "Naar de prullenbak; de post-its blijven",
        Intent::Do(vec![Command::Goal(goals::Command::Bin { id })]),
    ));
    let seen = |key| veil::seen(ctx.live, key);
    let pick = Pick::new(format!("Doel van {}", flaps::whose(here)), choices).intro(seen(TextKey::Goal(id)));
    let barrier = seen(TextKey::Barrier(id));
    if barrier.is_empty() { pick } else { pick.intro(format!("Wat belemmert: {barrier}")) }
}

/// "Van wie is dit doel?" (S001, step 4).
pub fn owner(ctx: Ctx<'_>, id: GoalId) -> Option<Pick> {
    let goal = ctx.session().goals.get(id)?;
    let own = |owner| Intent::Do(vec![Command::Goal(goals::Command::Own { id, owner })]);
    let no_goal = Intent::Do(vec![
        Command::Goal(goals::Command::Own { id, owner: Owner::None }),
        Command::Goal(goals::Command::Park { id, parked: true }),
    ]);
    let reword = Intent::All(vec![own(Owner::SomebodyElse), Intent::Ask(Ask::ChangeGoal(id))]);
    let choices = vec![
        Choice::new("Van de cliënt, met zijn netwerk", own(Owner::Client)),
        Choice::new("Van iemand anders: verwoord het als IK van de cliënt", reword),
        Choice::new(
            "Het is een leervraag van de inbrenger",
            Intent::All(vec![own(Owner::Learning), Intent::Open(Topic::Goal(id))]),
        ),
        Choice::new("De cliënt heeft (nog) geen doel: apart houden", no_goal),
    ];
    Some(Pick::new("Van wie is dit doel?", choices).intro(veil::text(
        ctx.live,
        TextKey::Goal(id),
        &goal.text,
    )))
}
