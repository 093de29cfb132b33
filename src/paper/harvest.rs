//! The ideas of a casus in the order of the board: goal by goal, column by column from left to
//! right. Every idea that goes along to the client comes by exactly once, also one that waits to
//! be placed or whose goal was kept apart.
//!
//! Must not know: sheets and formats.

use crate::domain::clusters::Cluster;
use crate::domain::goals::{Goal, Row};
use crate::domain::id::CasusId;
use crate::domain::ideas::{Idea, Mark, Place, Slot};
use crate::domain::life::Course;
use crate::domain::method::Column;
use crate::domain::session::Session;

/// What ideas in no column or cluster stand under.
pub(super) fn unplaced(session: &Session) -> &'static str {
    if session.method.has_clusters() { "Los" } else { "Nog te plaatsen" }
}

/// The ideas at one goal.
pub(super) struct Harvest<'a> {
    pub goal: Option<&'a Goal>,
    pub groups: Vec<Group<'a>>,
    /// The group stopped here on purpose: first find out more (I9).
    pub stopped: bool,
}

impl Harvest<'_> {
    pub fn is_empty(&self) -> bool {
        self.groups.iter().all(|group| group.ideas.is_empty())
    }

    /// Nobody has been here: no ideas, and nothing said about having none.
    pub fn is_untouched(&self) -> bool {
        let touched = |group: &Group<'_>| group.discussed || group.missing;
        self.is_empty() && !self.stopped && !self.groups.iter().any(touched)
    }

    /// "IK wil …", or what to call ideas without a goal.
    pub fn title(&self) -> &str {
        self.goal.map_or("Nog zonder doel", |goal| goal.text.as_str())
    }
}

/// The ideas in one column or cluster.
pub(super) struct Group<'a> {
    pub title: String,
    pub ideas: Vec<&'a Idea>,
    /// *Besproken, geen ideeën.*
    pub discussed: bool,
    /// Information is missing here.
    pub missing: bool,
    /// Of a cluster: how far it has come, with all that is in it.
    pub course: Option<&'a Course>,
}

/// All rows of a casus with what goes along.
pub(super) fn of(session: &Session, casus: CasusId) -> Vec<Harvest<'_>> {
    let mut rows = session.rows(casus);
    let mut others: Vec<Row> = session
        .ideas
        .of_casus(casus)
        .filter(|(_, _, idea)| goes_along(idea))
        .map(|(_, place, _)| place.row)
        .filter(|row| !rows.contains(row))
        .collect();
    others.sort_unstable();
    others.dedup();
    rows.append(&mut others);
    rows.into_iter().map(|row| harvest(session, row)).collect()
}

/// How many ideas the inbrenger leaves out.
pub(super) fn left_out(session: &Session, casus: CasusId) -> usize {
    session.ideas.of_casus(casus).filter(|(_, _, idea)| !goes_along(idea)).count()
}

fn goes_along(idea: &Idea) -> bool {
    !idea.has(Mark::LeftOut)
}

fn harvest(session: &Session, row: Row) -> Harvest<'_> {
    let columns = (0..).zip(session.columns());
    let mut groups: Vec<Group<'_>> = columns
        .map(|(index, column)| Group {
            title: title(column),
            ideas: at(session, Place { row, slot: Slot::Column(index) }),
            discussed: session.goals.is_discussed(row, index),
            missing: session.goals.is_missing(row, index),
            course: None,
        })
        .collect();
    let clusters = session.clusters.of(row).map(|(id, cluster)| Group {
        title: cluster_title(cluster),
        ideas: at(session, Place { row, slot: Slot::Cluster(id) }),
        discussed: false,
        missing: false,
        course: Some(&cluster.course),
    });
    groups.extend(clusters.filter(|group| !group.ideas.is_empty()));
    let loose = loose(session, row);
    if !loose.is_empty() {
        let title = unplaced(session).to_owned();
        groups.push(Group { title, ideas: loose, discussed: false, missing: false, course: None });
    }
    let goal = row.goal.and_then(|id| session.goals.get(id));
    Harvest { goal, groups, stopped: session.goals.is_stopped(row) }
}

/// "C Cliënt zelf (eigen kracht)".
pub(super) fn title(column: &Column) -> String {
    let name = if column.long.is_empty() { &column.name } else { &column.long };
    format!("{} {name}", column.letter).trim().to_owned()
}

/// "B Vervoer".
pub(super) fn cluster_title(cluster: &Cluster) -> String {
    format!("{} {}", cluster.letter(), cluster.title).trim().to_owned()
}

fn at(session: &Session, place: Place) -> Vec<&Idea> {
    let ideas = session.ideas.at(place).iter().filter_map(|id| session.ideas.get(*id));
    ideas.filter(|idea| goes_along(idea)).collect()
}

/// Ideas that lie in no column of this layout.
fn loose(session: &Session, row: Row) -> Vec<&Idea> {
    let mut ideas = at(session, Place::unplaced(row));
    let outside = session.ideas.of_casus(row.casus).filter(|(_, place, idea)| {
        let beyond = match place.slot {
            Slot::Column(index) => usize::from(index) >= session.columns().len(),
            Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => false,
        };
        place.row == row && beyond && goes_along(idea)
    });
    ideas.extend(outside.map(|(_, _, idea)| idea));
    ideas
}
