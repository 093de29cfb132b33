//! A pasted list: as many post-its as it has lines, after one question.

use crate::app::board::PaneId;
use crate::app::layout::frame;
use crate::app::state::intent::Intent;
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::steps::{
    self, clusteren as flaps, verzamelen as matrix, vragen as asking, wegen as weighing,
};
use crate::app::things::persons;
use crate::domain::command::Command;
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::people;
use crate::text::counts;

/// The question, when the pane with the focus can hold a list.
pub fn question(ctx: Ctx<'_>, lines: Vec<String>) -> Option<Pick> {
    let count = lines.len();
    let first = lines.first().cloned().unwrap_or_default();
    let joined = lines.join(" ");
    let (what, command) = list(ctx, lines)?;
    let choices = vec![
        Choice::new(format!("{count} {what}: elke regel apart"), Intent::Do(vec![command])),
        Choice::new("Als één tekst in de regel", Intent::Type(joined)),
        Choice::new("Niets doen", Intent::Nothing),
    ];
    let mut intro = format!("Je plakt {}.", counts::count(count, "regel", "regels"));
    if !frame::conceals(ctx) {
        intro = format!("{intro} De eerste: {first}");
    }
    Some(Pick::new("Een lijst plakken?", choices).intro(intro))
}

/// The command that keeps the lines, and what they become.
fn list(ctx: Ctx<'_>, texts: Vec<String>) -> Option<(&'static str, Command)> {
    let board = steps::board(ctx);
    let pane = ctx.pane(&board)?.id;
    let casus = Some(ctx.casus());
    let note = |casus, kind| Some(Spot { casus, kind });
    let spot = match pane {
        PaneId::Column(index) => {
            let place = Place { row: matrix::row(ctx), slot: Slot::Column(index) };
            return Some(("tips", Command::Idea(ideas::Command::Add { place, texts, ring: None })));
        }
        PaneId::Unplaced => {
            let place = Place::unplaced(matrix::row(ctx));
            return Some(("tips", Command::Idea(ideas::Command::Add { place, texts, ring: None })));
        }
        PaneId::Silence | PaneId::Loose(_) | PaneId::Cluster(_) | PaneId::Advices => {
            return Some(("post-its", flaps::add(ctx, pane, texts)?));
        }
        PaneId::People => {
            let list = texts.iter().map(|text| persons::parse_person(text)).collect();
            return Some(("mensen", Command::People(people::Command::Add(list))));
        }
        PaneId::ForLater => {
            let place = Place::unplaced(asking::row(ctx));
            return Some(("post-its", Command::Idea(ideas::Command::Add { place, texts, ring: None })));
        }
        PaneId::Spider(vak) => note(casus, Kind::Spider(vak)),
        PaneId::Questions => note(casus, Kind::Question),
        PaneId::Research => note(casus, Kind::Research),
        PaneId::Pros | PaneId::Cons => weighing::argument(ctx, pane).and_then(|kind| note(casus, kind)),
        PaneId::Summary | PaneId::Selected if steps::activity(ctx) == Activity::Samenvatting => {
            note(casus, Kind::Summary)
        }
        PaneId::Summary | PaneId::ToDiscuss | PaneId::Selected => note(casus, Kind::ToDiscuss),
        PaneId::StandsOut => note(casus, Kind::StandsOut),
        PaneId::Agreements => note(casus, Kind::Agreement),
        PaneId::Heard => note(None, Kind::Heard),
        PaneId::LookBack => note(None, Kind::LookBack),
        PaneId::Evaluation(question) => note(casus, Kind::Evaluation(question)),
        PaneId::Remarks => ctx.step().and_then(|key| note(key.casus, Kind::Remark(key))),
        PaneId::Form
        | PaneId::Principles
        | PaneId::Checklist
        | PaneId::Areas
        | PaneId::Goals(_)
        | PaneId::Flap(_)
        | PaneId::Core(_)
        | PaneId::Followups
        | PaneId::Tips
        | PaneId::Harvest(_)
        | PaneId::LeftBehind
        | PaneId::AtAdvices
        | PaneId::Earlier(_) => None,
    };
    spot.map(|spot| ("notities", Command::Note(notes::Command::Add { spot, texts })))
}
