//! *Wat werkte eerder bij …?*: the lessons that may say something about a goal, on a page, during a
//! meeting. They name nobody and a person has read them, so the group may look on.

use crate::app::state::intent::Intent;
use crate::app::state::model::{Live, Page};
use crate::app::state::pick::Choice;
use crate::app::turn::book::Wish;
use crate::domain::book::Book;
use crate::domain::goals::Row;
use crate::domain::id::GoalId;
use crate::text::lessons;

/// The most lessons on the page: the best are at the top, and there is a meeting going on.
const MOST: usize = 30;

/// The choice in the menu, where a goal is in view.
pub fn choice(row: Row) -> Option<Choice> {
    let wish = |goal| Intent::Book(Wish::Earlier(goal));
    row.goal.map(|goal| Choice::new("Wat werkte eerder bij zo'n doel?", wish(goal)))
}

/// The page for a goal of this session.
pub fn page(live: &Live, goal: GoalId, book: &Book) -> Page {
    let goal = live.session.goals.get(goal);
    let area = goal.and_then(|goal| goal.area.as_deref()).unwrap_or_default();
    let text = goal.map_or("", |goal| goal.text.as_str());
    let mut lines = Vec::new();
    for lesson in lessons::near(book, area, text).into_iter().take(MOST) {
        lines.push(format!("- {}", lesson.tip));
        lines.push(format!("  {}", lessons::about(lesson)));
    }
    if lines.is_empty() {
        lines.push("In het boek staat nog niets dat hierop lijkt.".to_owned());
        lines.push("Lessen komen erin na de terugkoppeling, als jij ze gelezen hebt.".to_owned());
    }
    Page { title: "Wat werkte eerder bij zo'n doel?".to_owned(), lines, scroll: 0 }
}
