//! Practising: some minutes with a ready example, one task a screen, apart from real sessions.
//!
//! Owns the lessons, one for a werkwijze, and how far somebody is. A task is done when the session
//! shows it; nobody can do it wrong, and every task can be skipped. The examples are built with
//! ordinary commands.

pub mod akad;
pub mod conference;

use super::live::Live;
use super::shown::Shown;
use crate::domain::command::Command;
use crate::domain::method::Method;

/// Practising with one werkwijze.
#[derive(Debug)]
pub struct Lesson {
    /// Id of the werkwijze.
    pub method: &'static str,
    pub name: &'static str,
    pub minutes: u16,
    tasks: &'static [Task],
    example: fn() -> Vec<Vec<Command>>,
}

/// One task: what to do, and how the session shows that it was done.
#[derive(Debug)]
pub struct Task {
    text: &'static str,
    is_done: fn(&Live) -> bool,
}

/// Every lesson; the first is the one without a choice.
pub const LESSONS: [Lesson; 2] = [
    Lesson { method: "akad", name: "AKAD", minutes: 6, tasks: akad::TASKS, example: akad::example },
    Lesson {
        method: "case-conference",
        name: "Case conference",
        minutes: 10,
        tasks: conference::TASKS,
        example: conference::example,
    },
];

/// How far the practice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Practice {
    /// Index in [`LESSONS`].
    lesson: usize,
    done: usize,
}

impl Practice {
    /// At the beginning of the lesson of a werkwijze.
    pub fn of(method: &Method) -> Self {
        let lesson = LESSONS.iter().position(|lesson| lesson.method == method.id);
        Self { lesson: lesson.unwrap_or_default(), done: 0 }
    }

    fn tasks(self) -> &'static [Task] {
        LESSONS.get(self.lesson).map_or(&[], |lesson| lesson.tasks)
    }

    /// The task to do now.
    pub fn task(self) -> Option<&'static str> {
        self.tasks().get(self.done).map(|task| task.text)
    }

    /// "Oefening 3 van 9: …".
    pub fn line(self) -> Shown {
        match self.task() {
            Some(text) => {
                Shown::fill("Oefening {} van {}: {}", &[&(self.done + 1), &self.tasks().len(), &text])
            }
            None => "Oefening klaar. Oefen gerust verder; in het menu begin je opnieuw.".into(),
        }
    }

    /// The commands that build the example, one gesture each.
    pub fn example(self) -> Vec<Vec<Command>> {
        LESSONS.get(self.lesson).map_or_else(Vec::new, |lesson| (lesson.example)())
    }

    /// On to the next task, done or not.
    pub fn skip(&mut self) {
        self.done = (self.done + 1).min(self.tasks().len());
    }
}

/// How far the practice is with this session: every task that was done, in order.
pub fn advanced(live: &Live) -> Option<Practice> {
    let mut practice = live.practice?;
    while practice.tasks().get(practice.done).is_some_and(|task| (task.is_done)(live)) {
        practice.done += 1;
    }
    Some(practice)
}

/// A later step of the agenda than this, counted from 1, was begun: whoever works ahead is not sent
/// back.
fn beyond(live: &Live, step: u16) -> bool {
    let later = live.session.agenda().into_iter().filter(|key| key.step >= step);
    later.into_iter().any(|key| live.session.clock.started(key).is_some())
}
