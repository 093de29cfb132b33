//! Definitief wissen as a whole: what would go, in words, and doing it with a wisbewijs left. For
//! the command and for the program alike.
//!
//! Must not know: how the confirmation was asked.

use super::config::Config;
use super::exports;
use super::store::library::{self, Summary};
use super::store::wipe::{Also, Wiping};
use super::store::{Places, StoreError, disk, names, open, snapshot, wipe};
use crate::app::pages::wiping::{WORD, WORD_ALL};
use crate::app::state::summary;
use crate::domain::casus::{Casus, Field};
use crate::domain::id::CasusId;
use crate::domain::journal::Journal;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::verdicts;
use crate::domain::verdicts::{TextKey, leaving};
use crate::text::{counts, dates, keeping};
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// How far it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What lies in the folder of the session.
    Folder,
    /// The sheets elsewhere as well.
    Sheets,
}

impl Reach {
    /// What was typed, if it confirms anything.
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        match words.join(" ").as_str() {
            WORD => Some(Self::Folder),
            WORD_ALL => Some(Self::Sheets),
            _ => None,
        }
    }
}

/// What would go.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    dir: PathBuf,
    casus: Option<CasusId>,
    inventory: wipe::Inventory,
    /// "AKAD van 22 nov 2026, casus Linde".
    about: String,
    /// What is still open, as a sentence.
    open: Option<String>,
    /// Sheets of it in the folder of exports.
    sheets: Vec<PathBuf>,
    /// That folder.
    exports: PathBuf,
}

impl Plan {
    /// Looks what there is of the session in `dir`, or of one casus of it.
    ///
    /// # Errors
    /// When there is no session, or no such casus in it.
    pub fn of(
        dir: &Path,
        casus: Option<u32>,
        places: &Places,
        config: &Config,
        now: &Now,
    ) -> Result<Self, String> {
        let inventory = wipe::inventory(dir).map_err(|error| error.to_string())?;
        let casus = casus.map(CasusId);
        let read = open::read(dir);
        let listed = library::look(dir.to_path_buf());
        let session = match (read, casus) {
            (Ok(loaded), _) => Some(checked(&Journal::of(loaded.opened, loaded.entries).fold())),
            (Err(_), None) => None,
            (Err(error), Some(_)) => return Err(error.to_string()),
        };
        if let (Some(session), Some(id)) = (&session, casus)
            && session.casus(id).is_none()
        {
            let there = counts::count(session.casussen.len(), "casus", "casussen");
            return Err(format!("Casus {} is er niet. In deze bespreking: {there}.", id.0));
        }
        let exports = exports::folder(places, config, dir);
        let sheets =
            session.as_ref().map_or(Vec::new(), |session| exports::of_session(&exports, session, casus, now));
        let sheets = sheets.into_iter().filter(|path| !inventory.ours.contains(path)).collect();
        let summary = listed.content.ok();
        let about = about(summary.as_ref(), session.as_ref(), casus);
        let open = summary.and_then(|summary| still_open(&summary));
        Ok(Self { dir: dir.to_path_buf(), casus, inventory, about, open, sheets, exports })
    }

    /// What is said before the question.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.open.iter().cloned().collect();
        let name = names::of(&self.dir);
        if self.casus.is_some() {
            lines.push(format!("Wissen: de teksten van {} ({name}).", self.about));
            lines.push(
                "Reservekopie, concept en bladen in de map gaan ook weg; namen en tijden blijven.".to_owned(),
            );
        } else {
            lines.push(format!("Wissen: {} ({name}).", self.about));
            let files: Vec<String> = self.inventory.ours.iter().map(|path| names::of(path)).collect();
            let count = counts::count(files.len(), "bestand", "bestanden");
            lines.push(match files.as_slice() {
                [] => "Er staat niets meer in de map.".to_owned(),
                files => format!("Dat zijn {count}: {}.", counts::list(files)),
            });
        }
        if !self.inventory.foreign.is_empty() {
            lines.push(format!("Niet van Oogst, blijft staan: {}.", listed(&self.inventory.foreign)));
        }
        if !self.sheets.is_empty() {
            lines.push(format!("Bladen op een andere plek: {}.", listed(&self.sheets)));
        }
        if self.has_copies() {
            lines.push(format!("Kopieën van deze bespreking: {}.", listed(&self.inventory.copies)));
        }
        lines.push(
            "Dit kan niet terug. Afdrukken, mails en reservekopieën elders kent Oogst niet.".to_owned(),
        );
        lines
    }

    /// Whether there is something elsewhere: sheets, or copies of the session.
    pub fn has_more(&self) -> bool {
        !self.sheets.is_empty() || self.has_copies()
    }

    fn has_copies(&self) -> bool {
        self.casus.is_none() && !self.inventory.copies.is_empty()
    }

    /// Which words do it.
    pub fn question(&self) -> String {
        let more = match (self.sheets.is_empty(), self.has_copies()) {
            (true, false) => return format!("Typ {WORD} om te wissen. Iets anders: er gebeurt niets."),
            (false, false) => "die bladen",
            (true, true) => "die kopieën",
            (false, true) => "die bladen en kopieën",
        };
        format!("Typ {WORD} om te wissen, {WORD_ALL} als ook {more} weg mogen. Anders gebeurt er niets.")
    }
}

/// With a verdict about every text: the alias of an old journal may have none.
fn checked(session: &Session) -> Session {
    leaving::checked(session, &verdicts::known(session, &[]))
}

fn listed(paths: &[PathBuf]) -> String {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    counts::list(&shown)
}

/// Nobody can tell any more what became of a tip that was wiped.
fn still_open(summary: &Summary) -> Option<String> {
    if summary.talk_open {
        return Some("Het adviesgesprek is nog te voeren: na het wissen kan dat niet meer hier.".to_owned());
    }
    let open = summary.open_tips;
    (open > 0).then(|| {
        let tips = counts::count(open, "tip", "tips");
        format!("Nog {tips} open: na het wissen kan niemand meer terugvertellen of ze werkten.")
    })
}

/// An alias is neutral; one in which the privacy filter found something is not shown whole.
fn about(summary: Option<&Summary>, session: Option<&Session>, only: Option<CasusId>) -> String {
    let (Some(summary), Some(session)) = (summary, session) else {
        return "een bespreking die niet te lezen is".to_owned();
    };
    let alias = |casus: &Casus| {
        let key = TextKey::Casus(casus.id, Field::Alias);
        let shown = session.verdicts.shown(key, casus.alias()).unwrap_or_default();
        if shown.is_empty() { format!("casus {}", casus.id.0) } else { format!("casus {shown}") }
    };
    let casussen = session.casussen.iter().filter(|casus| only.is_none_or(|only| casus.id == only));
    let casussen: Vec<String> = casussen.map(alias).collect();
    format!("{} van {}, {}", summary.method, keeping::day(summary.date), counts::list(&casussen))
}

/// Does it, leaves the wisbewijs, and says what went.
///
/// # Errors
/// When the session is open somewhere or the disk refuses; a sentence that says what stayed.
pub fn carry_out(plan: &Plan, reach: Reach, by: &str, now: &Now) -> Result<String, String> {
    let all = reach == Reach::Sheets;
    let base = plan.dir.parent().unwrap_or(&plan.dir);
    let sheets = if all { plan.sheets.as_slice() } else { &[] };
    let also = |went: String, sheets: usize| {
        let also = if sheets > 0 {
            format!(", {} elders", counts::count(sheets, "blad", "bladen"))
        } else {
            String::new()
        };
        format!("{} ({})\t{went}{also}", plan.about, names::of(&plan.dir))
    };
    let at = now.local(now.at);
    let when = format!("{} {}", keeping::day(at.date()), dates::time(at.time()));
    let told = RefCell::default();
    let proven = |said: &str| {
        let (about, went) = said.split_once('\t').unwrap_or(("", said));
        went.clone_into(&mut told.borrow_mut());
        let line = format!("{about}: {went}.");
        if wipe::is_proven(base, &line) {
            return Ok(());
        }
        wipe::prove(base, &format!("{when}: gewist met {by}: {line}")).map(drop)
    };
    if disk::is_folder(&plan.exports) {
        disk::sweep(&plan.exports);
    }
    let mut stayed = remove(plan, sheets, &also, &proven).map_err(|error| error.to_string())?;
    if all && plan.has_copies() {
        let gone = |copy: &PathBuf| Wiping::begin(copy).and_then(|wiping| wiping.session(&Also::NOTHING));
        stayed.extend(plan.inventory.copies.iter().filter(|copy| gone(copy).is_err()).cloned());
    }
    let proof = base.join(names::PROOF);
    let mut told = match told.into_inner().as_str() {
        // An earlier attempt said it.
        "" => "Wat er nog was, is gewist.".to_owned(),
        went => format!("Gewist: {went}. Het wisbewijs staat in {}.", proof.display()),
    };
    if !stayed.is_empty() {
        told = format!("{told} Niet gelukt bij: {}.", listed(&stayed));
    }
    Ok(told)
}

/// Takes it off the disk; gives the sheets that stayed.
fn remove(
    plan: &Plan,
    sheets: &[PathBuf],
    also: &dyn Fn(String, usize) -> String,
    proven: &dyn Fn(&str) -> Result<(), StoreError>,
) -> Result<Vec<PathBuf>, StoreError> {
    let wiping = Wiping::begin(&plan.dir)?;
    match plan.casus {
        None => {
            let words = |found: &wipe::Inventory, sheets| {
                also(counts::count(found.ours.len(), "bestand", "bestanden"), sheets)
            };
            wiping.session(&Also { sheets, words: &words, proven }).map(|(_, stayed)| stayed)
        }
        Some(id) => {
            let readable = |session: &Session| snapshot::readable(&summary::of(session));
            let words = |gone: &wipe::Gone, sheets| {
                let texts = counts::count(gone.texts, "tekst", "teksten");
                also(format!("{texts} en {}", counts::count(gone.files.len(), "kopie", "kopieën")), sheets)
            };
            wiping.casus(id, readable, &Also { sheets, words: &words, proven }).map(|(_, stayed)| stayed)
        }
    }
}
