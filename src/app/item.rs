//! What can be done with one thing, wherever it is on the screen: open, mark, throw away.

use super::activity::flaps::things;
use super::activity::{asking, core_team, followups, weighing};
use super::board::Item;
use super::intent::{Ask, Intent, Topic};
use super::model::Ctx;
use super::pick::{Choice, Pick};
use super::wall::{Face, Spotlight};
use super::{goals as goals_activity, matrix, persons, setup, veil, wall};
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap, Owner};
use crate::domain::id::{GoalId, IdeaId, NoteId, PersonId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::life::Outcome;
use crate::domain::method::Activity;
use crate::domain::notes;
use crate::domain::people::{self, Standing};
use crate::domain::verdicts::TextKey;
use crate::text::{flaps, outcomes};

/// Enter on a thing.
#[must_use]
pub fn open(ctx: Ctx<'_>, item: &Item) -> Intent {
    match item {
        Item::Idea(id) => Intent::Open(Topic::Idea(*id)),
        Item::Note(id) => Intent::Open(Topic::Note(*id)),
        Item::Goal(id) => Intent::Open(Topic::Goal(*id)),
        Item::Person(id) => Intent::Open(Topic::Person(*id)),
        Item::Area(area) => goals_activity::toggle_area(ctx, area),
        Item::Core(casus, person) => core_team::toggle(ctx, *casus, *person),
        Item::Followup(casus, item) => Intent::Open(Topic::Followup(*casus, *item)),
        Item::Tick(item) => setup::tick(*item, !ctx.session().plan.settings.is_ticked(*item)),
        Item::Earlier(casus, tip) => Intent::Open(Topic::Earlier(*casus, *tip)),
        Item::Advice(advice) => weighing::open(ctx, *advice),
        Item::SameGroup => Intent::Do(vec![Command::People(people::Command::Add(ctx.live.group.clone()))]),
        Item::Field(_) | Item::Plain => Intent::Nothing,
    }
}

/// What Enter on a thing is called in the key bar.
#[must_use]
pub fn verb(item: &Item) -> &'static str {
    if matches!(item, Item::Core(..)) { "erbij of eraf" } else { "openen" }
}

/// The advies a thing belongs to.
#[must_use]
pub fn advice(ctx: Ctx<'_>, item: &Item) -> Option<Advice> {
    match item {
        Item::Advice(advice) => Some(*advice),
        Item::Idea(id) => match ctx.session().ideas.place(*id)?.slot {
            Slot::Cluster(cluster) => Some(Advice::Cluster(cluster)),
            Slot::Unplaced => Some(Advice::Idea(*id)),
            Slot::Column(_) | Slot::Bin => None,
        },
        Item::Note(_)
        | Item::Goal(_)
        | Item::Person(_)
        | Item::Area(_)
        | Item::Field(_)
        | Item::Tick(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Core(..)
        | Item::Followup(..)
        | Item::Plain => None,
    }
}

/// Space on a thing.
#[must_use]
pub fn space(ctx: Ctx<'_>, item: &Item) -> Intent {
    match item {
        Item::Idea(id) => Intent::Mark(*id),
        Item::Tick(_) | Item::Area(_) | Item::Core(..) => open(ctx, item),
        Item::Followup(casus, item) => followups::step(ctx, *casus, *item),
        Item::Person(id) if ctx.has_koppels() => persons::next_answer(ctx, *id),
        Item::Person(id) => toggle_standing(ctx, *id),
        Item::Note(_)
        | Item::Advice(_)
        | Item::Goal(_)
        | Item::Field(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Plain => Intent::Nothing,
    }
}

/// Delete on a thing: to the prullenbak, from where it can come back.
#[must_use]
pub fn delete(ctx: Ctx<'_>, item: &Item) -> Intent {
    match item {
        Item::Idea(id) => Intent::Do(vec![Command::Idea(ideas::Command::Bin { ids: with_marked(ctx, *id) })]),
        Item::Note(id) => Intent::Do(vec![Command::Note(notes::Command::Bin { id: *id })]),
        Item::Goal(id) => Intent::Do(vec![Command::Goal(goals::Command::Bin { id: *id })]),
        Item::Person(id) => Intent::Do(vec![Command::People(people::Command::Remove { id: *id })]),
        Item::Area(area) => {
            let chosen = ctx.session().casus(ctx.casus()).is_some_and(|casus| casus.areas.contains(area));
            if chosen { goals_activity::toggle_area(ctx, area) } else { Intent::Nothing }
        }
        Item::Core(casus, person) => {
            let is_in = ctx.session().casus(*casus).is_some_and(|casus| casus.core().contains(person));
            if is_in { core_team::toggle(ctx, *casus, *person) } else { Intent::Nothing }
        }
        Item::Followup(casus, item) => followups::undate(*casus, *item),
        Item::Field(_)
        | Item::Tick(_)
        | Item::Advice(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Plain => Intent::Nothing,
    }
}

/// The idea, and the other marked ones when it is marked itself.
#[must_use]
pub fn with_marked(ctx: Ctx<'_>, id: IdeaId) -> Vec<IdeaId> {
    let marked = &ctx.live.view.marked;
    if marked.contains(&id) { marked.iter().copied().collect() } else { vec![id] }
}

fn toggle_standing(ctx: Ctx<'_>, id: PersonId) -> Intent {
    let Some(person) = ctx.session().people.get(id) else { return Intent::Nothing };
    let standing = match person.standing {
        None | Some(Standing::Informeel) => Some(Standing::Formeel),
        Some(Standing::Formeel) => Some(Standing::Informeel),
    };
    let person = people::Person { standing, ..person.clone() };
    Intent::Do(vec![Command::People(people::Command::Change { id, person })])
}

/// The list of what can be done with an idea.
#[must_use]
pub fn idea(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    if ctx.session().method.has(Activity::Clusteren) {
        return things::post_it(ctx, id);
    }
    let idea = ctx.session().ideas.get(id)?;
    let mark = |mark, yes: &str, no: &str| {
        let on = !idea.has(mark);
        let text = if on { yes } else { no };
        Choice::new(text, Intent::Do(vec![Command::Idea(ideas::Command::Mark { id, mark, on })]))
    };
    let mut choices = Vec::new();
    if super::activity::activity(ctx) == Activity::Samenvatten {
        choices.push(mark(Mark::StandsOut, "Valt op", "Valt toch niet op"));
        choices.push(mark(Mark::New, "Is nieuw", "Is toch niet nieuw"));
        choices.push(mark(Mark::LeftOut, "Laat ik weg", "Gaat toch mee"));
    }
    choices.splice(
        0..0,
        veil::choices(ctx.live, TextKey::Idea(id), &idea.text, |text| {
            Intent::Do(vec![Command::Idea(ideas::Command::Change { id, text })])
        }),
    );
    choices.push(Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeIdea(id))));
    choices.push(Choice::new("Naar een ander vak", Intent::Open(Topic::MoveIdea(id))));
    choices.push(wall::large(Spotlight::Idea(id)));
    choices.push(Choice::new("Naar de prullenbak", delete(ctx, &Item::Idea(id))));
    Some(Pick::new(format!("Tip {}", idea.number), choices).intro(veil::text(
        ctx.live,
        TextKey::Idea(id),
        &idea.text,
    )))
}

/// Where an idea, or all marked ones with it, can go.
#[must_use]
pub fn move_idea(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let idea = ctx.session().ideas.get(id)?;
    let ids = with_marked(ctx, id);
    let here = ctx.session().ideas.place(id)?;
    let mut choices = Vec::new();
    for row in ctx.session().rows(here.row.casus) {
        let goal = veil::goal(ctx.live, row);
        let columns = (0_u16..)
            .zip(ctx.session().columns())
            .map(|(index, column)| (Slot::Column(index), column.name.as_str()));
        for (slot, name) in columns.chain([(Slot::Unplaced, "Nog te plaatsen")]) {
            let place = Place { row, slot };
            if place != here {
                let go = Command::Idea(ideas::Command::Move { ids: ids.clone(), place });
                choices.push(Choice::new(name, Intent::Do(vec![go])).detail(goal.as_ref()));
            }
        }
    }
    Some(Pick::new("Naar welk vak?", choices).intro(veil::text(ctx.live, TextKey::Idea(id), &idea.text)))
}

/// The list of what can be done with a note.
#[must_use]
pub fn note(ctx: Ctx<'_>, id: NoteId) -> Option<Pick> {
    let note = ctx.session().notes.get(id)?;
    let spot = ctx.session().notes.place(id)?;
    let mut choices = veil::choices(ctx.live, TextKey::Note(id), &note.text, |text| {
        Intent::Do(vec![Command::Note(notes::Command::Change { id, text })])
    });
    choices.push(Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeNote(id))));
    if ctx.has_koppels() {
        if spot.kind == notes::Kind::Question {
            let keep = asking::as_post_it(ctx, id, &note.text);
            choices.push(Choice::new("Is een tip: bewaar als post-it voor straks", keep));
        }
        choices.push(Choice::new("Naar de prullenbak", delete(ctx, &Item::Note(id))));
        return Some(Pick::new("Notitie", choices).intro(veil::text(
            ctx.live,
            TextKey::Note(id),
            &note.text,
        )));
    }
    for (kind, text) in [
        (notes::Kind::Question, "Is een vraag aan de inbrenger"),
        (notes::Kind::Research, "Moet uitgezocht worden"),
    ] {
        if spot.casus.is_some() && spot.kind != kind {
            let spot = notes::Spot { kind, ..spot };
            choices
                .push(Choice::new(text, Intent::Do(vec![Command::Note(notes::Command::Move { id, spot })])));
        }
    }
    choices.push(Choice::new("Naar de prullenbak", delete(ctx, &Item::Note(id))));
    Some(Pick::new("Notitie", choices).intro(veil::text(ctx.live, TextKey::Note(id), &note.text)))
}

/// The list of what can be done with a goal.
#[must_use]
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
#[must_use]
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

/// The list of what can be done with a person.
#[must_use]
pub fn person(ctx: Ctx<'_>, id: PersonId) -> Option<Pick> {
    let person = ctx.session().people.get(id)?;
    let stand = |standing| {
        let person = people::Person { standing: Some(standing), ..person.clone() };
        Intent::Do(vec![Command::People(people::Command::Change { id, person })])
    };
    let left = !ctx.session().people.has_left(id);
    let leave = Command::People(people::Command::Leave { id, left });
    let remove = Command::People(people::Command::Remove { id });
    let mut choices = if ctx.has_koppels() {
        persons::answers(id, person)
    } else {
        vec![
            Choice::new("Formeel", stand(Standing::Formeel)),
            Choice::new("Informeel", stand(Standing::Informeel)),
        ]
    };
    choices.extend([
        Choice::new("Gegevens wijzigen", Intent::Ask(Ask::ChangePerson(id))),
        Choice::new(if left { "Is weggegaan" } else { "Is er weer" }, Intent::Do(vec![leave])),
        Choice::new("Weghalen: stond er per ongeluk", Intent::Do(vec![remove])),
    ]);
    Some(Pick::new(person.name.as_str(), choices))
}

/// What became of an earlier tip.
#[must_use]
pub fn earlier(ctx: Ctx<'_>, casus: usize, tip: usize) -> Option<Pick> {
    let earlier = ctx.live.earlier.get(casus)?;
    let about = earlier.tips.get(tip)?;
    let outcomes = [Outcome::Worked, Outcome::WorkedPartly, Outcome::DidNotWork, Outcome::ChoseOtherwise];
    let choices = outcomes.into_iter().map(|outcome| {
        let ask = Ask::Because { session: earlier.session.clone(), idea: about.idea, outcome };
        Choice::new(outcomes::name(outcome), Intent::Ask(ask))
    });
    Some(
        Pick::new(format!("Tip {}", about.number), choices.collect())
            .intro(about.text.as_str())
            .intro(about.goal.as_str()),
    )
}

/// The prullenbak of this casus.
#[must_use]
pub fn bin(ctx: Ctx<'_>) -> Pick {
    let session = ctx.session();
    let casus = ctx.casus();
    let ideas = session.ideas.binned(casus).filter_map(|id| {
        let restore = Intent::Do(vec![Command::Idea(ideas::Command::Restore { id })]);
        session.ideas.get(id).map(|idea| {
            Choice::new(veil::text(ctx.live, TextKey::Idea(id), &idea.text), restore)
                .detail(format!("tip {}", idea.number))
        })
    });
    let kinds = [Some(casus), None].map(|casus| notes::Spot { casus, kind: notes::Kind::Bin });
    let notes = kinds.into_iter().flat_map(|spot| session.notes.at(spot).iter().copied()).filter_map(|id| {
        let restore = Intent::Do(vec![Command::Note(notes::Command::Restore { id })]);
        session.notes.get(id).map(|note| {
            Choice::new(veil::text(ctx.live, TextKey::Note(id), &note.text), restore).detail("notitie")
        })
    });
    let goals = session.goals.binned(casus).map(|(id, goal)| {
        Choice::new(
            veil::text(ctx.live, TextKey::Goal(id), &goal.text),
            Intent::Do(vec![Command::Goal(goals::Command::Restore { id })]),
        )
        .detail("doel")
    });
    let choices: Vec<Choice> = ideas.chain(notes).chain(goals).collect();
    let intro =
        if choices.is_empty() { "De prullenbak is leeg." } else { "Enter legt iets terug waar het lag." };
    Pick::new("Prullenbak", choices).intro(intro)
}

/// Marks that stand behind an idea on the board.
#[must_use]
pub fn tail(ctx: Ctx<'_>, id: IdeaId) -> String {
    let Some(idea) = ctx.session().ideas.get(id) else { return String::new() };
    if ctx.live.view.wall.face != Face::Working {
        return String::new();
    }
    let mut marks = Vec::new();
    if ctx.live.view.marked.contains(&id) {
        marks.push("gemerkt");
    }
    if idea.has(Mark::StandsOut) {
        marks.push("valt op");
    }
    if idea.has(Mark::New) {
        marks.push("nieuw");
    }
    if idea.has(Mark::LeftOut) {
        marks.push("laat ik weg");
    }
    if ctx.live.is_private()
        && super::activity::activity(ctx) == Activity::Verzamelen
        && ctx.session().ideas.place(id).is_some_and(|place| matrix::is_later(ctx, place))
    {
        marks.push("later");
    }
    marks.join(", ")
}
