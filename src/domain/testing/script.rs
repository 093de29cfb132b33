//! One small meeting, from the welcome to what came of a tip.

use super::{Gesture, begin};
use crate::domain::advice;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::goals::Row;
use crate::domain::id::{GoalId, IdeaId, StepKey};
use crate::domain::ideas;
use crate::domain::ideas::Mark;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::life::{Life, Outcome};
use crate::domain::people;
use crate::domain::people::Person;
use crate::domain::people::Standing;
use crate::domain::session::FIRST_CASUS;
use crate::domain::{casus, clock};
use chrono::TimeDelta;

/// A whole small meeting about Linde, who wants to go to the market again.
pub fn script() -> Vec<Gesture> {
    let casus = FIRST_CASUS;
    let row = Row { casus, goal: Some(GoalId(1)) };
    let person = |name: &str, standing| Person {
        name: name.to_owned(),
        standing: Some(standing),
        ..Person::default()
    };
    let step = |step: u16| StepKey { step, casus: (step > 1).then_some(casus) };
    let start = |minutes: i64, index: u16| {
        let since = begin() + TimeDelta::seconds(minutes);
        Gesture::Do(Command::Clock(clock::Command::Start { key: step(index), since }))
    };
    let tip = |column: u16, text: &str| {
        let place = Place { row, slot: Slot::Column(column) };
        Gesture::Do(Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None }))
    };
    let idea = |command| Gesture::Do(Command::Idea(command));
    let worked = Life::Tried { outcome: Outcome::Worked, because: "ze gaan elke dinsdag".to_owned() };
    let alias = casus::Command::SetField { casus, field: casus::Field::Alias, text: "Linde".to_owned() };
    let goal = goals::Command::Add { casus, area: None, text: "weer naar de markt".to_owned() };
    vec![
        start(0, 1),
        Gesture::Do(Command::People(people::Command::Add(vec![
            person("Ans", Standing::Formeel),
            person("Ömer", Standing::Informeel),
        ]))),
        Gesture::Do(Command::Casus(alias)),
        start(40, 2),
        Gesture::Do(Command::Goal(goal)),
        start(70, 4),
        tip(0, "zelf \"nee\" leren zeggen"),
        tip(1, "buurvrouw vragen om dinsdag mee te lopen"),
        tip(2, "boodschappendienst van de kerk, é €5 per keer"),
        tip(3, "dubbel"),
        Gesture::Undo,
        Gesture::Redo,
        idea(ideas::Command::Bin { ids: vec![IdeaId(4)] }),
        idea(ideas::Command::Mark { id: IdeaId(1), mark: Mark::LeftOut, on: true }),
        Gesture::Do(Command::Advice(advice::Command { advice: Advice::Idea(IdeaId(2)), life: worked })),
        start(200, 5),
    ]
}
