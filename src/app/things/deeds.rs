//! What Enter, Space and Delete do with a thing. The word in the key bar and the deed are one value,
//! so that a label cannot lie.

use super::{core, earlier, followup, form, goal, idea, persons};
use crate::app::board::Item;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::place::Place;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::domain::command::Command;
use crate::domain::{goals, ideas, notes, people, plan};

/// What a key does, and the word for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    pub word: Shown,
    pub intent: Intent,
}

impl Deed {
    pub fn new(word: impl Into<Shown>, intent: Intent) -> Self {
        Self { word: word.into(), intent }
    }

    fn one(word: impl Into<Shown>, command: Command) -> Self {
        Self::new(word, Intent::Do(vec![command]))
    }
}

/// What can be done with a thing by one key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Deeds {
    pub enter: Option<Deed>,
    pub space: Option<Deed>,
    /// To the prullenbak, from where it can come back.
    pub delete: Option<Deed>,
}

impl Deeds {
    pub const NONE: Self = Self { enter: None, space: None, delete: None };

    pub fn enter(word: impl Into<Shown>, intent: Intent) -> Self {
        Self { enter: Some(Deed::new(word, intent)), ..Self::NONE }
    }

    fn opens(topic: Topic) -> Self {
        Self::enter("openen", Intent::Open(topic))
    }

    pub fn space(mut self, word: impl Into<Shown>, intent: Intent) -> Self {
        self.space = Some(Deed::new(word, intent));
        self
    }

    fn delete(mut self, command: Command) -> Self {
        self.delete = Some(Deed::one("weg", command));
        self
    }

    /// Enter and Space alike.
    fn both(self) -> Self {
        Self { space: self.enter.clone(), ..self }
    }
}

/// What can be done with this thing.
pub fn of(ctx: Ctx<'_>, item: &Item) -> Deeds {
    match item {
        Item::Idea(id) => {
            let bin = Command::Idea(ideas::Command::Bin { ids: idea::with_marked(ctx, *id) });
            Deeds::opens(Topic::Idea(*id)).space("merken", Intent::Mark(*id)).delete(bin)
        }
        Item::Note(id) => {
            Deeds::opens(Topic::Note(*id)).delete(Command::Note(notes::Command::Bin { id: *id }))
        }
        Item::Goal(id) => {
            Deeds::opens(Topic::Goal(*id)).delete(Command::Goal(goals::Command::Bin { id: *id }))
        }
        Item::Person(id) => {
            let remove = Command::People(people::Command::Remove { id: *id });
            Deeds { space: persons::space(ctx, *id), ..Deeds::opens(Topic::Person(*id)) }.delete(remove)
        }
        Item::Area(area) => {
            let (toggle, chosen) = goal::toggle_area(ctx, area);
            let deeds = Deeds::enter(if chosen { "weghalen" } else { "kiezen" }, toggle).both();
            Deeds { delete: deeds.enter.clone().filter(|_| chosen), ..deeds }
        }
        Item::Core(casus, person) => {
            let toggle = core::toggle(ctx, *casus, *person);
            let deeds = Deeds::enter("erbij of eraf", toggle).both();
            Deeds { delete: deeds.enter.clone().filter(|_| core::is_in(ctx, *casus, *person)), ..deeds }
        }
        Item::Followup(casus, item) => Deeds {
            delete: Some(Deed::new("datum weg", followup::undate(*casus, *item))),
            ..Deeds::opens(Topic::Followup(*casus, *item)).space("klaar", followup::step(ctx, *casus, *item))
        },
        Item::Tick(item) => {
            let on = !ctx.session().plan.settings.is_ticked(*item);
            let tick = Intent::Do(vec![Command::Plan(plan::Command::Tick { item: *item, on })]);
            Deeds::enter(if on { "klaar" } else { "nog niet klaar" }, tick).both()
        }
        Item::Field(field) => Deeds { enter: form::enter(ctx, *field), ..Deeds::NONE },
        Item::Earlier(casus, tip) => Deeds::opens(Topic::Earlier(*casus, *tip)),
        Item::EarlierNote(casus, note) => Deeds::opens(Topic::EarlierNote(*casus, *note))
            .space("gedaan", earlier::settle(ctx, *casus, *note)),
        Item::Advice(advice) => Deeds::opens(Topic::Advice(*advice)),
        Item::Course(advice) => Deeds::opens(Topic::Course(*advice)),
        Item::There(key) => Deeds::enter("ernaartoe", Intent::Go(Place::Step(*key))),
        Item::SameGroup => {
            let add = Command::People(people::Command::Add(ctx.live.group.clone()));
            Deeds::enter("deze mensen erbij", Intent::Do(vec![add]))
        }
        Item::Plain => Deeds::NONE,
    }
}
