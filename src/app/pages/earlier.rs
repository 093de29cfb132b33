//! *Wat werkte eerder bij …?*: the lessons that may say something about a goal, on a page, during a
//! meeting. A person has read them before they were kept; what the filter finds in them all the same
//! is hidden while the group looks on.

use crate::app::state::live::Live;
use crate::app::state::model::Page;
use crate::app::state::shown::Shown;
use crate::domain::book::Book;
use crate::domain::id::GoalId;
use crate::text::lessons;

/// The most lessons on the page: the best are at the top, and there is a meeting going on.
const MOST: usize = 30;

/// The page for a goal of this session.
pub fn page(live: &Live, goal: GoalId, book: &Book) -> Page {
    let goal = live.session.goals.get(goal);
    let area = goal.and_then(|goal| goal.area.as_deref()).unwrap_or_default();
    let text = goal.map_or("", |goal| goal.text.as_str());
    let near = lessons::near(book, area, text).into_iter().take(MOST);
    let mut lines: Vec<Shown> = near
        .flat_map(|lesson| {
            let about = Shown::checked(live, &lessons::about(lesson));
            [Shown::fill("- {}", &[&Shown::checked(live, &lesson.tip)]), Shown::fill("  {}", &[&about])]
        })
        .collect();
    if lines.is_empty() {
        lines.push("In het boek staat nog niets dat hierop lijkt.".into());
        lines.push("Lessen komen erin na de terugkoppeling, als jij ze gelezen hebt.".into());
    }
    Page { title: "Wat werkte eerder bij zo'n doel?".into(), lines, scroll: 0 }
}
