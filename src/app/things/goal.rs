//! A goal: what it is called on the screen, what a typed one becomes, under which gebied, and what
//! can be done with it.

use super::verdict;
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::reader::Wish;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap, Owner, Row};
use crate::domain::id::GoalId;
use crate::domain::verdicts::TextKey;
use crate::text::{flaps, fold};

/// "DOEL 2 (samen)  weer samen eten".
pub fn goal_words(ctx: Ctx<'_>, row: Row) -> Shown {
    let Some((id, goal)) = row.goal.and_then(|id| Some((id, ctx.session().goals.get(id)?))) else {
        return "Zonder doel".into();
    };
    let rows = ctx.session().rows(row.casus);
    let number = rows.iter().position(|other| *other == row).unwrap_or(0) + 1;
    let flap = goal.flap.map_or(Shown::EMPTY, |flap| Shown::fill(" ({})", &[&flaps::name(flap)]));
    Shown::fill("DOEL {}{}  {}", &[&number, &flap, &Shown::of(ctx.live, TextKey::Goal(id))])
}

/// The name of a gebied: of the werkwijze, or one that people made up.
pub fn area_name(ctx: Ctx<'_>, area: &str) -> Shown {
    let mut names = ctx.session().method.areas.iter().flat_map(|list| &list.names);
    let of_method = names.find(|name| **name == *area).map(Shown::from);
    of_method.unwrap_or_else(|| Shown::checked(ctx.live, area))
}

/// What the book tells about a goal, in the menu, where a goal is in view.
pub fn lessons_choice(row: Row) -> Option<Choice> {
    let wish = |goal| Intent::Book(Wish::Earlier(goal));
    row.goal.map(|goal| Choice::new("Wat werkte eerder bij zo'n doel?", wish(goal)))
}

/// Chooses a gebied, or drops one that was chosen; and whether it was.
pub fn toggle_area(ctx: Ctx<'_>, area: &str) -> (Intent, bool) {
    let casus = ctx.casus();
    let chosen =
        ctx.session().casus(casus).is_some_and(|casus| casus.areas.iter().any(|other| other == area));
    let area = area.to_owned();
    let command = if chosen {
        casus::Command::DropArea { casus, area }
    } else {
        casus::Command::ChooseArea { casus, area }
    };
    (Intent::Do(vec![Command::Casus(command)]), chosen)
}

/// A goal that is typed under a gebied; then it is asked whose it is.
pub fn typed(ctx: Ctx<'_>, label: Shown, area: Option<String>, text: &str) -> Meaning {
    let (casus, id) = (ctx.casus(), ctx.session().goals.next_id());
    if goals::with_opening(text).is_empty() {
        return Meaning::refused(label, "Wat wil de cliënt? Schrijf het achter IK wil.");
    }
    let add = Command::Goal(goals::Command::Add { casus, area, text: text.trim().to_owned() });
    let then = vec![Intent::Add(vec![add]), Intent::Open(Topic::Owner(id))];
    Meaning::new(label, "toevoegen", Intent::All(then))
}

/// A goal that is typed hangs on the flap; then it is asked what stands in its way, which may stay
/// empty.
pub fn hung(ctx: Ctx<'_>, label: Shown, flap: Flap, text: &str) -> Meaning {
    let (casus, id) = (ctx.casus(), ctx.session().goals.next_id());
    let hang = Command::Goal(goals::Command::Hang { casus, flap, text: text.to_owned() });
    let then = vec![Intent::Add(vec![hang]), Intent::Ask(Ask::Barrier(id))];
    Meaning::new(label, "ophangen", Intent::All(then)).remark(twice(ctx, text))
}

fn twice(ctx: Ctx<'_>, text: &str) -> Option<Shown> {
    let typed = fold::words(text);
    let mut goals = ctx.session().goals.of(ctx.casus());
    let flap = goals.find(|(_, goal)| fold::words(&goal.text) == typed)?.1.flap?;
    Some(Shown::fill("Dit doel hangt er al, op de flap {}.", &[&flaps::name(flap)]))
}

/// The list of what can be done with a goal.
pub fn goal(ctx: Ctx<'_>, id: GoalId) -> Option<Pick> {
    let goal = ctx.session().goals.get(id)?;
    if let Some(flap) = goal.flap {
        return Some(goal_on_flap(ctx, id, flap));
    }
    let park = Command::Goal(goals::Command::Park { id, parked: !goal.parked });
    let park_text = if goal.parked { "Toch behandelen" } else { "Apart houden, voor intervisie" };
    let mut choices = verdict::choices(ctx.live, TextKey::Goal(id), &goal.text, |text| {
        Intent::Do(vec![Command::Goal(goals::Command::Reword { id, text })])
    });
    choices.extend([
        Choice::new("Van wie is dit doel?", Intent::Open(Topic::Owner(id))),
        Choice::new("Anders verwoorden", Intent::Ask(Ask::ChangeGoal(id))),
        Choice::new(park_text, Intent::Do(vec![park])),
        bin(ctx, id),
    ]);
    let pick = Pick::new("Doel", choices).intro(Shown::of(ctx.live, TextKey::Goal(id)));
    Some(match &goal.original {
        Some(text) => pick.intro(Shown::fill("Eerst stond er: {}", &[&Shown::checked(ctx.live, text)])),
        None => pick,
    })
}

fn bin(ctx: Ctx<'_>, id: GoalId) -> Choice {
    let text = Shown::fill("Naar de prullenbak; de {} blijven", &[&ctx.session().method.words.idea.many]);
    Choice::new(text, Intent::Do(vec![Command::Goal(goals::Command::Bin { id })]))
}

/// The list of what can be done with a goal of a koppel (S000).
fn goal_on_flap(ctx: Ctx<'_>, id: GoalId, here: Flap) -> Pick {
    let others = Flap::ALL.into_iter().filter(|flap| *flap != here).map(|flap| {
        let hang = Command::Goal(goals::Command::Rehang { id, flap });
        Choice::new(Shown::fill("Naar de flap {}", &[&flaps::name(flap)]), Intent::Do(vec![hang]))
    });
    let mut choices = vec![Choice::new("Wat belemmert? …", Intent::Ask(Ask::Barrier(id)))];
    choices.extend(others);
    choices.push(Choice::new("Anders verwoorden", Intent::Ask(Ask::ChangeGoal(id))));
    choices.push(bin(ctx, id));
    let pick = Pick::new(Shown::fill("Doel van {}", &[&flaps::whose(here)]), choices)
        .intro(Shown::of(ctx.live, TextKey::Goal(id)));
    let barrier = Shown::of(ctx.live, TextKey::Barrier(id));
    if barrier.is_empty() { pick } else { pick.intro(Shown::fill("Wat belemmert: {}", &[&barrier])) }
}

/// "Van wie is dit doel?" (S001, step 4).
pub fn owner(ctx: Ctx<'_>, id: GoalId) -> Option<Pick> {
    ctx.session().goals.get(id)?;
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
    Some(Pick::new("Van wie is dit doel?", choices).intro(Shown::of(ctx.live, TextKey::Goal(id))))
}
