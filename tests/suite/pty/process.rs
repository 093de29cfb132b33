//! A process seen from outside: which threads it has, whether they sleep, and how often they woke.

use rustix::process::{Pid, Signal, kill_process};
use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

/// Long enough for a computer that does four things at once; reached only when something is wrong.
pub const LIMIT: Duration = Duration::from_secs(30);

/// Time between two looks at something that cannot be waited for.
const LOOK: Duration = Duration::from_millis(2);

/// Looks until `done`, at most [`LIMIT`]; says whether it came.
pub fn until(mut done: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + LIMIT;
    loop {
        if done() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        std::thread::park_timeout(LOOK);
    }
}

/// Lets time go by, where time itself is what is tested.
pub fn pass(span: Duration) {
    let end = Instant::now() + span;
    while let Some(left) = end.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
        std::thread::park_timeout(left);
    }
}

/// A running program, by its number.
#[derive(Debug, Clone, Copy)]
pub struct Process(pub u32);

/// One thread: its name, whether it sleeps, and how often it went to sleep by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    pub name: String,
    pub sleeps: bool,
    pub switches: u64,
}

impl Process {
    pub fn kill(self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.0).unwrap()).unwrap();
        kill_process(pid, signal).expect("the process is there");
    }

    /// The letter of the state of the whole process; `T` is stopped.
    pub fn state(self) -> Option<char> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        stat.rsplit_once(") ")?.1.chars().next()
    }

    /// Every thread by its number.
    pub fn threads(self) -> BTreeMap<u32, Thread> {
        let folder = fs::read_dir(format!("/proc/{}/task", self.0));
        let entries = folder.into_iter().flatten().filter_map(Result::ok);
        let threads = entries.filter_map(|entry| {
            let number = entry.file_name().to_string_lossy().parse().ok()?;
            let status = fs::read_to_string(entry.path().join("status")).ok()?;
            let value = |key: &str| status.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
            let thread = Thread {
                name: value("Name:")?.to_owned(),
                sleeps: value("State:")?.starts_with('S'),
                switches: value("voluntary_ctxt_switches:")?.parse().ok()?,
            };
            Some((number, thread))
        });
        threads.collect()
    }

    /// How often all threads together went to sleep.
    pub fn switches(self) -> u64 {
        self.threads().values().map(|thread| thread.switches).sum()
    }

    /// How often the thread that reads the keys went to sleep.
    pub fn reads(self) -> u64 {
        let threads = self.threads();
        threads.values().find(|thread| thread.name == "oogst-invoer").map_or(0, |thread| thread.switches)
    }

    /// Whether nothing happens in it: all threads sleep, and none woke between two looks.
    pub fn rests(self) -> bool {
        let first = self.threads();
        first.len() > 1 && first.values().all(|thread| thread.sleeps) && self.threads() == first
    }
}
