//! The harvest of a casus: what goes along to the client, goal by goal. Tips by column and adviezen
//! by letter are one list here. Must not know: how it is shown, or who fills it in.

use super::advice::Advice;
use super::goals::Row;
use super::id::CasusId;
use super::ideas::{Place, Slot};
use super::session::Session;
use super::wipe::WIPED;

impl Session {
    /// What goes along, for every row of the casus that has something or can be seen: columns from
    /// left to right, clusters by letter, then what lies loose. Also what lies at a goal that was
    /// kept apart.
    pub fn harvest(&self, casus: CasusId) -> Vec<(Row, Vec<Advice>)> {
        self.sorted(casus, Self::is_selected)
    }

    /// What does not go along: rejected, never decided about, or left out by the inbrenger.
    pub fn left_behind(&self, casus: CasusId) -> Vec<(Row, Vec<Advice>)> {
        let mut rows = self.sorted(casus, |session, advice| !session.is_selected(advice));
        rows.retain(|(_, list)| !list.is_empty());
        rows
    }

    fn sorted(&self, casus: CasusId, fits: impl Fn(&Self, Advice) -> bool) -> Vec<(Row, Vec<Advice>)> {
        let seen = self.rows(casus);
        let mut others: Vec<Row> = self
            .ideas
            .of_casus(casus)
            .filter(|(id, place, _)| !seen.contains(&place.row) && fits(self, Advice::Idea(*id)))
            .map(|(_, place, _)| place.row)
            .collect();
        others.sort_unstable();
        others.dedup();
        let left = |advice: &Advice| self.advice_text(*advice) != WIPED && fits(self, *advice);
        let list = |row: Row| self.everything(row).into_iter().filter(left).collect();
        seen.into_iter().chain(others).map(|row| (row, list(row))).collect()
    }

    /// All adviezen of a row, in columns too, also in one that this layout does not have.
    fn everything(&self, row: Row) -> Vec<Advice> {
        let here = self.ideas.of_casus(row.casus).filter(|(_, place, _)| place.row == row);
        let mut columns: Vec<u16> = here
            .filter_map(|(_, place, _)| match place.slot {
                Slot::Column(column) => Some(column),
                Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => None,
            })
            .collect();
        columns.sort_unstable();
        columns.dedup();
        let in_columns = columns.into_iter().flat_map(|column| {
            self.ideas.at(Place { row, slot: Slot::Column(column) }).iter().map(|id| Advice::Idea(*id))
        });
        in_columns.chain(self.advices(row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::Command;
    use crate::domain::id::IdeaId;
    use crate::domain::ideas;
    use crate::domain::ideas::Mark;
    use crate::domain::life::{Decision, Life};
    use crate::domain::method::DecidedBy;
    use crate::domain::session::FIRST_CASUS;
    use crate::domain::testing::Table;
    use crate::domain::{advice, clusters, goals};

    fn labels(session: &Session, list: &[(Row, Vec<Advice>)]) -> Vec<Vec<String>> {
        list.iter()
            .map(|(_, list)| list.iter().map(|advice| session.advice_label(*advice)).collect())
            .collect()
    }

    #[test]
    fn tips_come_by_column_and_what_is_left_out_stays_behind() {
        let mut table = Table::default();
        table.tip(None, Slot::Unplaced, &["los"]).expect("a tip");
        table.tip(None, Slot::Column(1), &["buurvrouw", "zus"]).expect("tips");
        table.tip(None, Slot::Column(0), &["loopt graag", "weg ermee"]).expect("tips");
        let mark = ideas::Command::Mark { id: IdeaId(2), mark: Mark::LeftOut, on: true };
        table.run(Command::Idea(mark)).expect("a mark");
        table.run(Command::Idea(ideas::Command::Bin { ids: vec![IdeaId(5)] })).expect("a bin");
        let session = &table.session;
        assert_eq!(labels(session, &session.harvest(FIRST_CASUS)), [["4", "3", "1"]]);
        assert_eq!(labels(session, &session.left_behind(FIRST_CASUS)), [["2"]]);
    }

    #[test]
    fn a_tip_at_a_goal_that_was_kept_apart_is_not_forgotten() {
        let mut table = Table::default();
        let goal = table.session.goals.next_id();
        let add = goals::Command::Add { casus: FIRST_CASUS, area: None, text: "fietsen".to_owned() };
        table.run(Command::Goal(add)).expect("a goal");
        table.tip(Some(goal.0), Slot::Column(0), &["driewieler"]).expect("a tip");
        table.run(Command::Goal(goals::Command::Park { id: goal, parked: true })).expect("apart");
        assert_eq!(
            labels(&table.session, &table.session.harvest(FIRST_CASUS)),
            [Vec::new(), vec!["1".to_owned()]]
        );
    }

    #[test]
    fn a_conference_takes_along_what_the_group_selected() {
        let mut table = Table::default();
        table.session.method.ways.decision = Some(DecidedBy::Groep);
        table.tip(None, Slot::Unplaced, &["vast tijdstip", "eetclub", "muziek uit"]).expect("post-its");
        let row = Row { casus: FIRST_CASUS, goal: None };
        let make =
            clusters::Command::Make { row, letter: None, title: "Rust".to_owned(), ids: vec![IdeaId(1)] };
        table.run(Command::Cluster(make)).expect("a cluster");
        let cluster = Advice::Cluster(table.session.clusters.of(row).next().expect("a cluster").0);
        let decided = |decision| Life::Decided { decision, objection: None };
        for (advice, decision) in
            [(cluster, Decision::Selected), (Advice::Idea(IdeaId(2)), Decision::Rejected)]
        {
            let life = decided(decision);
            table.run(Command::Advice(advice::Command { advice, life })).expect("a decision");
        }
        assert_eq!(labels(&table.session, &table.session.harvest(FIRST_CASUS)), [["A"]]);
        assert_eq!(labels(&table.session, &table.session.left_behind(FIRST_CASUS)), [["2", "3"]]);
    }
}
