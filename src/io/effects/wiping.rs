//! Taking a session off the disk from the start screen, and who is over the term.

use super::{Desk, Done};
use crate::app::state::intent::Wiping;
use crate::app::state::msg::{self, Msg};
use crate::domain::time::Now;
use crate::io::run::Incoming;
use crate::io::store::library;
use crate::io::wipe::{self, Plan, Reach};

impl Desk {
    pub(super) fn wipe(&self, wiping: Wiping, now: &Now) -> Done {
        let said = match wiping {
            Wiping::Which => return self.list(now, Msg::Wipeable),
            Wiping::Plan(folder) => self.plan(&folder, now).map(|plan| {
                let (lines, sheets) = (plan.lines().into_iter().chain([plan.question()]), plan.has_more());
                Msg::ToWipe(msg::Plan { folder, lines: lines.collect(), sheets })
            }),
            Wiping::Go { folder, sheets } => {
                let reach = if sheets { Reach::Sheets } else { Reach::Folder };
                let done =
                    self.plan(&folder, now).and_then(|plan| wipe::carry_out(&plan, reach, "het menu", now));
                done.map(Msg::Failed)
            }
        };
        said.map_or_else(Done::failed, Done::answer)
    }

    fn plan(&self, folder: &str, now: &Now) -> Result<Plan, String> {
        let dir = library::find(&self.places.sessions, folder).map_err(|error| error.to_string())?;
        Plan::of(&dir, None, &self.places, &self.config, now)
    }

    /// Counts beside the loop: there may be many sessions.
    pub(super) fn look_at_terms(&self, now: &Now) {
        let (base, keeping, tx) =
            (self.places.sessions.clone(), self.config.keeping.clone(), self.tx.clone());
        let today = now.local(now.at).date();
        let look = move || {
            let all = library::list(&base).unwrap_or_default();
            let over = all.iter().filter_map(|listed| listed.content.as_ref().ok());
            let over: Vec<_> = over.filter(|summary| keeping.is_over(summary.last, today)).collect();
            let open = over.iter().map(|summary| summary.open_tips).sum();
            if !over.is_empty() {
                let _ = tx.send(Incoming::Msg(Msg::Over { sessions: over.len(), open }));
            }
        };
        // Without a thread nothing is said; nothing is wiped either.
        let _ = std::thread::Builder::new().name("oogst-termijn".to_owned()).spawn(look);
    }
}
