//! The silence in which everybody writes (S000, items 5a and 12a): whether what was written is
//! still for nobody but whoever wrote it.
//!
//! It depends on what was started and ended alone. What somebody looks at meanwhile decides nothing,
//! so this must not know where anybody is.

use super::clock::What;
use super::id::{CasusId, StepKey};
use super::method::Activity;
use super::session::Session;

impl Session {
    /// Whether the post-its of a casus are still silent: the silence is to come or goes on, and
    /// neither another step nor the end of the meeting came after it. A step behind it ends it too
    /// when its own clock was passed over. Never where the werkwijze has no silence, nor in a
    /// meeting that is led without a clock.
    pub fn is_silent(&self, casus: CasusId) -> bool {
        let agenda = self.agenda();
        let is_silence = |key: StepKey| {
            self.casus_of(key) == casus
                && self.step(key).is_some_and(|step| step.activity == Activity::Brainstorm)
        };
        let Some(first) = agenda.iter().position(|key| is_silence(*key)) else { return false };
        let (mut silent, mut begun) = (self.clock.begun().is_some(), false);
        for lap in self.clock.laps() {
            match lap.what {
                What::Step { key, .. } | What::Pause { key, .. } if is_silence(key) => {
                    (silent, begun) = (true, true);
                }
                What::Step { key, .. } | What::Pause { key, .. } => {
                    let behind = agenda.iter().position(|other| *other == key) > Some(first);
                    silent &= !begun && !behind;
                }
                What::Ended => silent = false,
            }
        }
        silent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock;
    use crate::domain::command::Command;
    use crate::domain::session::FIRST_CASUS;
    use crate::domain::testing::{Table, method, step_key};
    use proptest::prelude::*;

    /// The small method with a silence in place of its step 5, and a step behind it.
    fn table() -> Table {
        let mut method = method();
        method.steps[4].activity = Activity::Brainstorm;
        Table { session: Session::new(method), ..Table::default() }
    }

    #[derive(Debug, Clone)]
    enum Deed {
        Start(u16),
        Pause,
        Resume,
        End,
    }

    fn deeds() -> impl Strategy<Value = Vec<Deed>> {
        let deed = prop_oneof![
            6 => (0..6_u16).prop_map(Deed::Start),
            1 => Just(Deed::Pause),
            1 => Just(Deed::Resume),
            1 => Just(Deed::End),
        ];
        proptest::collection::vec(deed, 0..12)
    }

    proptest! {
        /// Told deed by deed: what begins the silence, and what ends it.
        #[test]
        fn it_lasts_from_its_start_until_another_start_or_the_end(deeds in deeds()) {
            let mut table = table();
            let (mut silent, mut was, mut clock) = (true, false, false);
            for (second, deed) in (0..).step_by(15).zip(deeds) {
                table.at(second);
                let command = match deed {
                    Deed::Start(step) => clock::Command::Start { key: step_key(step), since: table.now.at },
                    Deed::Pause => clock::Command::Pause { reason: String::new() },
                    Deed::Resume => clock::Command::Resume,
                    Deed::End => clock::Command::End,
                };
                if table.run(Command::Clock(command)).is_ok() {
                    clock = true;
                    match deed {
                        Deed::Start(4) => (silent, was) = (true, true),
                        Deed::Start(step) => silent = silent && !was && step < 4,
                        Deed::End => silent = false,
                        Deed::Pause | Deed::Resume => {}
                    }
                }
                prop_assert_eq!(table.session.is_silent(FIRST_CASUS), clock && silent);
            }
        }
    }

    #[test]
    fn a_werkwijze_without_a_silence_has_none() {
        let session = Table::default().session;
        assert!(!session.is_silent(FIRST_CASUS));
        let mut table = table();
        assert!(!table.session.is_silent(FIRST_CASUS), "no clock was ever started");
        table.start(2, 0).unwrap();
        assert!(table.session.is_silent(FIRST_CASUS) && !table.session.is_silent(CasusId(2)));
    }
}
