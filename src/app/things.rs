//! What can be done with one thing, wherever it is on the screen: open, mark, throw away.

pub mod advice;
pub mod ask;
pub mod assign;
pub mod earlier;
pub mod form;
pub mod goal;
pub mod missing;
pub mod parts;
pub mod persons;
pub mod post_it;
pub mod remark;
pub mod round;

use crate::app::board::Item;
use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::wall::{self, Face, Spotlight};
use crate::app::steps::{
    doelen as goals_activity, kernteam as core_team, setup, terugkoppeling as feedback,
    vervolgacties as followups, verzamelen as matrix, vragen as asking, wegen as weighing,
};
use crate::app::things::post_it as things;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::id::{IdeaId, NoteId, PersonId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::people::{self, Standing};
use crate::domain::verdicts::TextKey;
use crate::domain::{goals, notes};

pub use earlier::{earlier, earlier_note};
pub use goal::{goal, owner};

/// Enter on a thing.
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
        Item::EarlierNote(casus, note) => Intent::Open(Topic::EarlierNote(*casus, *note)),
        Item::Course(advice) => Intent::Open(Topic::Course(*advice)),
        Item::There(key) => Intent::Go(crate::app::state::place::Place::Step(*key)),
        Item::SameGroup => Intent::Do(vec![Command::People(people::Command::Add(ctx.live.group.clone()))]),
        Item::Field(_) | Item::Plain => Intent::Nothing,
    }
}

/// What Enter on a thing is called in the key bar.
pub fn verb(item: &Item) -> &'static str {
    if matches!(item, Item::Core(..)) { "erbij of eraf" } else { "openen" }
}

/// The advies a thing belongs to.
pub fn advice(ctx: Ctx<'_>, item: &Item) -> Option<Advice> {
    match item {
        Item::Advice(advice) | Item::Course(advice) => Some(*advice),
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
        | Item::EarlierNote(..)
        | Item::There(_)
        | Item::Plain => None,
    }
}

/// Space on a thing.
pub fn space(ctx: Ctx<'_>, item: &Item) -> Intent {
    match item {
        Item::Idea(id) => Intent::Mark(*id),
        Item::Tick(_) | Item::Area(_) | Item::Core(..) => open(ctx, item),
        Item::Followup(casus, item) => followups::step(ctx, *casus, *item),
        Item::Person(id) if ctx.has_koppels() => persons::next_answer(ctx, *id),
        Item::Person(id) => toggle_standing(ctx, *id),
        Item::EarlierNote(casus, note) => feedback::settle(ctx, *casus, *note),
        Item::Note(_)
        | Item::Advice(_)
        | Item::Course(_)
        | Item::There(_)
        | Item::Goal(_)
        | Item::Field(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Plain => Intent::Nothing,
    }
}

/// Delete on a thing: to the prullenbak, from where it can come back.
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
        | Item::EarlierNote(..)
        | Item::Course(_)
        | Item::There(_)
        | Item::SameGroup
        | Item::Plain => Intent::Nothing,
    }
}

/// The idea, and the other marked ones when it is marked itself.
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
    if crate::app::steps::activity(ctx) == Activity::Samenvatten {
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
    if matches!(spot.kind, notes::Kind::Research | notes::Kind::Agreement) {
        let text = if note.done { "Toch nog niet gedaan" } else { "Gedaan" };
        let settle = notes::Command::Settle { id, done: !note.done };
        choices.insert(0, Choice::new(text, Intent::Do(vec![Command::Note(settle)])));
    }
    choices.push(Choice::new("Naar de prullenbak", delete(ctx, &Item::Note(id))));
    Some(Pick::new("Notitie", choices).intro(veil::text(ctx.live, TextKey::Note(id), &note.text)))
}

/// The list of what can be done with a person.
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

/// Marks that stand behind an idea on the board.
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
        && crate::app::steps::activity(ctx) == Activity::Verzamelen
        && ctx.session().ideas.place(id).is_some_and(|place| matrix::is_later(ctx, place))
    {
        marks.push("later");
    }
    marks.join(", ")
}
