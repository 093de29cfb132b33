//! Step 6, samenvatten en afsluiten: the inbrenger reads, stars what stands out or is new, makes
//! the terugkoppelafspraak; then the tip sheet is one key away.

use super::Step;
use crate::app::board::{Board, Field, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::{Intent, Print};
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;
use crate::app::state::shown::Shown;
use crate::app::things::deeds::{self, Deed, Deeds};
use crate::app::things::{form, note};
use crate::domain::command::Command;
use crate::domain::id::{CasusId, StepKey};
use crate::domain::ideas::{self, Mark, Place as Spot, Slot};
use crate::domain::notes::Kind;
use crate::domain::verdicts::TextKey;
use crate::domain::{casus, plan};

/// The inbrenger goes home with it.
pub struct Samenvatten;

impl Step for Samenvatten {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let casus = Some(ctx.casus());
        let spot = |kind| Takes::Note(note::spot(casus, kind));
        let notes = |kind| Rows::List(note::rows(ctx, casus, kind));
        let (stands_out, agreement) = (Kind::StandsOut, Kind::Agreement);
        let (title, rows) = ("Wat valt op", notes(stands_out));
        let panes = vec![
            Pane::new(PaneId::Tips, "Tips", spot(stands_out), Room::THINGS, Rows::Ideas(places(ctx)))
                .asks("Wat valt op")
                .hint("Nog geen tips. Die komen in stap 5."),
            Pane::new(PaneId::StandsOut, title, spot(stands_out), Room::Private, rows)
                .hint("Wat valt de inbrenger op? Wat is nieuw?"),
            form::form("Afspraak", form_rows(ctx)),
            Pane::new(
                PaneId::Agreements,
                "Andere afspraken",
                spot(agreement),
                Room::Private,
                notes(agreement),
            )
            .asks("Afspraak")
            .hint("Wie doet wat, en wanneer?"),
        ];
        let head = "De inbrenger vat samen. Spatie: valt op. Enter opent een tip. Alles gaat mee, de cliënt \
                    kiest.";
        Board::new(head, panes)
    }

    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown> {
        let goals = ctx.rows().into_iter().filter_map(|row| row.goal);
        let texts = goals.map(|id| Shown::of(ctx.live, TextKey::Goal(id)));
        texts.filter(|text| !text.is_empty()).collect()
    }

    fn enter(&self, ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        Some(Deed::new("maak het tipblad", Intent::Print(Print::Tips(ctx.casus()))))
    }

    /// Space stars a tip: *valt op*.
    fn deeds(&self, ctx: Ctx<'_>, _board: &Board, item: &Item) -> Deeds {
        let deeds = deeds::of(ctx, item);
        let Item::Idea(id) = *item else { return deeds };
        let on = ctx.session().ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut));
        let star = Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on });
        deeds.space(if on { "valt op" } else { "valt toch niet op" }, Intent::Do(vec![star]))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        vec![
            Choice::new("Maak het tipblad voor de inbrenger", Intent::Print(Print::Tips(ctx.casus()))),
            Choice::new("Nog een casus: stap 3 tot en met 6 opnieuw", another_casus(ctx)),
        ]
    }
}

/// Where the tips of the casus lie, goal by goal.
fn places(ctx: Ctx<'_>) -> Vec<Spot> {
    let columns = || (0_u16..).zip(ctx.session().columns()).map(|(index, _)| Slot::Column(index));
    let of_row = |row| columns().chain([Slot::Unplaced]).map(move |slot| Spot { row, slot });
    ctx.rows().into_iter().flat_map(of_row).collect()
}

fn form_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let Some(casus) = ctx.session().casus(ctx.casus()) else { return Vec::new() };
    let of_casus = |field| Shown::of(ctx.live, TextKey::Casus(casus.id, field));
    let who = Shown::naming(ctx.live, TextKey::Casus(casus.id, casus::Field::FeedbackWho));
    let who = if who.is_empty() && casus.contributor.is_some() { "de inbrenger".into() } else { who };
    let next = Shown::of(ctx.live, TextKey::Plan(plan::Field::NextDate));
    let next_by = Shown::naming(ctx.live, TextKey::Plan(plan::Field::NextContributor));
    vec![
        Row::new(Item::Field(Field::FeedbackWho), "Wie vertelt het terug", who),
        Row::new(Item::Field(Field::FeedbackWhen), "Wanneer", of_casus(casus::Field::FeedbackWhen)),
        Row::new(Item::Field(Field::FeedbackWhat), "Waarover", of_casus(casus::Field::FeedbackWhat)),
        Row::new(Item::Field(Field::NextDate), "Volgende keer", next),
        Row::new(Item::Field(Field::NextContributor), "Wie brengt dan in", next_by),
    ]
}

/// One more casus, and to its first step: what is repeated begins again (S001).
fn another_casus(ctx: Ctx<'_>) -> Intent {
    let add = Intent::Do(vec![Command::Casus(casus::Command::Add)]);
    let steps = &ctx.session().method.steps;
    let first = steps.iter().position(|step| step.per_casus).and_then(|index| u16::try_from(index).ok());
    let number = ctx.session().casussen.iter().map(|casus| casus.id.0).max().unwrap_or(0) + 1;
    match first {
        Some(step) => {
            let key = StepKey { step, casus: Some(CasusId(number)) };
            Intent::All(vec![add, Intent::Go(Place::Step(key))])
        }
        None => add,
    }
}
