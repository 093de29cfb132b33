//! Does what `app` asks of the outside: session folders, files, settings of the terminal. Every
//! failure becomes a sentence for the screen.
//!
//! Must not know: keys, what is on the screen.

mod beside;
mod lessons;
mod wiping;

use self::beside::Told as ToldBeside;
use super::config::{Config, themes};
use super::exports;
use super::exports::Placed;
use super::follow::Follow;
use super::harvest;
use super::harvest::Left;
use super::run::{Incoming, Surface};
use super::store::draft::Draft;
use super::store::lessons::Shelf;
use super::store::open;
use super::store::open::Access;
use super::store::open::Open;
use super::store::places::Places;
use super::store::writer::{Ending, Job, Report, Writer};
use super::store::{library, outbox, snapshot};
use super::{inspiration, methods, packet};
use crate::app::state::effect::Effect;
use crate::app::state::live::Live;
use crate::app::state::model::MethodChoice;
use crate::app::state::model::Model;
use crate::app::state::msg::{Found, Msg, Opened};
use crate::app::state::{draft, summary};
use crate::domain::event::Event;
use crate::domain::method::{Method, Noun};
use crate::domain::time::Now;
use crate::ui::theme::{self, Theme};
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How long to wait for the disk when a session is closed.
const PATIENCE: Duration = Duration::from_secs(5);

/// The desk: what is open now, and where everything lies.
pub struct Desk {
    pub places: Places,
    pub config: Config,
    pub theme: Theme,
    tx: Sender<Incoming>,
    /// The methods that were offered last; an index in the list chooses one.
    methods: Vec<Option<Method>>,
    session: Option<OpenSession>,
    /// What other windows write.
    follow: Option<Follow>,
    /// The book *Wat werkte*, while it is open to write in.
    shelf: Option<Shelf>,
}

/// The session that is open.
struct OpenSession {
    dir: PathBuf,
    /// The id of its werkwijze.
    method: String,
    /// What it calls an idea.
    ideas: Noun,
    writer: Option<Writer>,
    draft: Draft,
    told: ToldBeside,
}

/// What came of an effect.
#[derive(Debug, Default)]
pub struct Done {
    pub quit: bool,
    /// An answer that is there at once.
    pub answer: Option<Msg>,
}

impl Done {
    fn answer(msg: Msg) -> Self {
        Self { quit: false, answer: Some(msg) }
    }

    fn failed(error: impl std::fmt::Display) -> Self {
        Self::answer(Msg::Failed(error.to_string()))
    }

    /// What went wrong, if anything did.
    pub fn sentence(self) -> Option<String> {
        match self.answer {
            Some(Msg::Failed(sentence)) => Some(sentence),
            _ => None,
        }
    }
}

impl Desk {
    pub fn new(places: Places, config: Config, theme: Theme, tx: Sender<Incoming>) -> Self {
        Self { places, config, theme, tx, methods: Vec::new(), session: None, follow: None, shelf: None }
    }

    /// Carries out one effect.
    pub fn carry_out(&mut self, effect: Effect, now: &Now, surface: &mut impl Surface) -> Done {
        match effect {
            Effect::Append(entry) => return self.send(Job::Append(entry)),
            Effect::Snapshot(summary) => return self.send(Job::Snapshot(snapshot::readable(&summary))),
            Effect::Retry => return self.send(Job::Retry),
            Effect::Rewrite(journal) => return self.send(Job::Rewrite(journal)),
            Effect::Wipe(wiping) => return self.wipe(wiping, now),
            Effect::Over => self.look_at_terms(now),
            Effect::MoveTo(folder) => return self.send(Job::MoveTo(PathBuf::from(folder))),
            Effect::Methods => return Done::answer(Msg::Methods(self.load_methods())),
            Effect::Inspiration(lists) => {
                return Done::answer(Msg::Inspiration(inspiration::read(&self.places.config, &lists)));
            }
            Effect::Create { method } => return self.create(method, now),
            Effect::Open { folder } => return self.open_named(&folder),
            Effect::OpenDir(dir) => {
                let dir = PathBuf::from(dir);
                let practice = dir.starts_with(&self.places.practice);
                return self.open_dir(&dir, practice);
            }
            Effect::OpenLatest => return self.open_latest(),
            Effect::Practice { method, fresh } => return self.practice(&method, fresh, now),
            Effect::List => return self.list(now, Msg::Listed),
            Effect::Earlier => self.look_at_earlier(),
            Effect::Elsewhere { session, event } => return self.elsewhere(&session, event, now),
            Effect::Packet(path) => return load_packet(Path::new(&path)),
            Effect::Write(files) => return self.write(&files),
            Effect::Close => return self.close_session(),
            Effect::Theme(index) => return self.choose_theme(index),
            Effect::Mouse(on) => surface.set_mouse(on),
            Effect::Bell => surface.bell(),
            Effect::Follow => return self.follow_sessions(now),
            Effect::Signal(signalled) => return self.signal(signalled),
            Effect::Book(errand) => return self.book(errand),
            Effect::Quit => return Done { quit: true, answer: None },
        }
        Done::default()
    }

    fn send(&mut self, job: Job) -> Done {
        match self.session.as_ref().and_then(|session| session.writer.as_ref()) {
            Some(writer) => match writer.send(job) {
                Ok(()) => Done::default(),
                Err(error) => Done::answer(Msg::SaveFailed { reason: error.to_string() }),
            },
            None => Done::default(),
        }
    }

    /// What the disk reported, as a message.
    pub fn heard(&mut self, report: Report, now: &Now) -> Option<Msg> {
        match report {
            Report::Saved { seq } => Some(Msg::Saved { seq, at: now.second() }),
            Report::Failed { reason, .. } => Some(Msg::SaveFailed { reason }),
            Report::Moved { dir } => {
                let told = format!("Oogst bewaart nu in {}.", dir.display());
                if let Some(session) = &mut self.session {
                    session.draft = Draft::of(&dir);
                    session.dir = dir;
                }
                self.follow_signals();
                Some(Msg::Failed(told))
            }
            Report::NotMoved(error) => Some(Msg::Failed(error.to_string())),
            // The readable file is derived; the journal is what counts, and it was saved.
            Report::NoSnapshot(_) => None,
        }
    }

    /// Keeps what is half typed. Failing to is no reason to disturb anybody: the journal is safe.
    pub fn keep_draft(&mut self, model: &Model) {
        let (Some(live), Some(session)) = (&model.live, &mut self.session) else { return };
        if live.saved.read_only.is_none() {
            let _ = session.draft.write(&draft_text(live));
        }
    }

    /// The readable picture of the session, when the program ends.
    pub fn keep_snapshot(&mut self, model: &Model) {
        if let Some(live) = model.live.as_ref().filter(|live| live.saved.read_only.is_none()) {
            // Derived from the journal; when it fails nothing is lost.
            let _ = self.send(Job::Snapshot(snapshot::readable(&summary::of(&live.session))));
        }
    }

    fn load_methods(&mut self) -> Vec<MethodChoice> {
        let shipped =
            methods::shipped().iter().map(|(name, text)| ((*name).to_owned(), methods::parse(text)));
        let folder = self.places.config.join(methods::FOLDER);
        let own = methods::in_folder(&folder).into_iter().map(|(path, method)| {
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), method)
        });
        let (list, choices): (Vec<_>, Vec<_>) = shipped
            .chain(own)
            .map(|(file, method)| match method {
                Ok(method) => {
                    let choice = MethodChoice {
                        name: method.name.to_string(),
                        about: method.about.to_string(),
                        trouble: None,
                    };
                    (Some(method), choice)
                }
                Err(problems) => {
                    let first = problems.first().map_or(String::new(), ToString::to_string);
                    let trouble = format!("{file}, {first} Bekijk alles met: oogst controleer {file}");
                    (None, MethodChoice { name: file, about: String::new(), trouble: Some(trouble) })
                }
            })
            .unzip();
        self.methods = list;
        choices
    }

    fn create(&mut self, method: usize, now: &Now) -> Done {
        if self.methods.is_empty() {
            self.load_methods();
        }
        let Some(method) = self.methods.get(method).cloned().flatten() else {
            return Done::failed("Deze werkwijze is er niet meer. Kies een andere.");
        };
        match self.places.prepare().and_then(|()| open::create(&self.places.sessions, method, now.second())) {
            Ok(opened) => self.take(opened, false),
            Err(error) => Done::failed(error),
        }
    }

    fn open_named(&mut self, folder: &str) -> Done {
        match library::find(&self.places.sessions, folder) {
            Ok(dir) => self.open_dir(&dir, false),
            Err(error) => Done::failed(error),
        }
    }

    /// Opens a session folder, wherever it lies.
    pub fn open_dir(&mut self, dir: &Path, practice: bool) -> Done {
        match open::open(dir) {
            Ok(opened) => self.take(opened, practice),
            Err(error) => Done::failed(error),
        }
    }

    /// The newest session that is not finished, or else the newest.
    fn open_latest(&mut self) -> Done {
        match library::latest(&self.places.sessions) {
            Ok(Some(dir)) => self.open_dir(&dir, false),
            Ok(None) => {
                Done::failed("Er is nog geen bespreking om mee verder te gaan. Kies 1 voor een nieuwe.")
            }
            Err(error) => Done::failed(error),
        }
    }

    /// The practice lives apart from real sessions. An unfinished one goes on.
    fn practice(&mut self, method: &str, fresh: bool, now: &Now) -> Done {
        let method = match methods::load_shipped(method) {
            Ok(method) => method,
            Err(problems) => {
                return Done::failed(problems.first().map_or(String::new(), ToString::to_string));
            }
        };
        let base = self.places.practice.clone();
        if fresh {
            self.close_session();
        } else if let Ok(Some(dir)) = library::latest_unfinished(&base, &method.short) {
            return self.open_dir(&dir, true);
        }
        match self.places.prepare().and_then(|()| open::create(&base, method, now.second())) {
            Ok(opened) => self.take(opened, true),
            Err(error) => Done::failed(error),
        }
    }

    /// Takes a session that was opened on the desk.
    fn take(&mut self, opened: Open, practice: bool) -> Done {
        let closed = self.close_session();
        let Open { dir, journal, access, notices, draft, .. } = opened;
        let (writer, read_only) = match access {
            Access::Write(desk) => {
                let tx = self.tx.clone();
                // When the loop has already left, nobody needs to hear it.
                let report = Box::new(move |report| drop(tx.send(Incoming::Report(report))));
                match Writer::start(desk, report) {
                    Ok(writer) => (Some(writer), None),
                    Err(error) => (None, Some(error.to_string())),
                }
            }
            Access::ReadOnly(error) => (None, Some(error.briefly())),
        };
        let folder = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let method = journal.opened().method.id.clone();
        let ideas = journal.opened().method.words.idea.clone();
        let saved = journal.entries().next_back().map_or(0, |entry| entry.seq);
        let opened = Opened {
            folder,
            journal,
            saved,
            read_only,
            notices: notices.iter().map(ToString::to_string).chain(closed.sentence()).collect(),
            draft: draft.and_then(|text| ron::from_str::<draft::Draft>(&text).ok()),
            practice,
        };
        let told = ToldBeside::default();
        self.session = Some(OpenSession { draft: Draft::of(&dir), dir, method, ideas, writer, told });
        self.follow_signals();
        Done::answer(Msg::Opened(Box::new(opened)))
    }

    /// Closes the session that is open and waits until everything is on disk.
    pub fn close_session(&mut self) -> Done {
        self.leave_view();
        let Some(session) = self.session.take() else { return Done::default() };
        self.follow = None;
        match session.writer.map(|writer| writer.close(PATIENCE)) {
            None | Some(Ending::AllSaved) => Done::default(),
            Some(Ending::NotSaved { reason, lost, .. }) => {
                Done::failed(format!("Niet bewaard, want {reason}: {}.", lost.words(&session.ideas)))
            }
            Some(Ending::NoAnswer) => Done::failed("De schijf gaf geen antwoord. Kijk of alles er nog is."),
        }
    }

    fn list(&self, now: &Now, as_: impl Fn(Vec<Found>) -> Msg) -> Done {
        let today = now.local(now.at).date();
        match library::list(&self.places.sessions) {
            Ok(all) => Done::answer(as_(harvest::found(all, &self.config.keeping, today))),
            Err(error) => Done::failed(error),
        }
    }

    /// Reads earlier sessions beside the loop: there may be many.
    fn look_at_earlier(&self) {
        let Some(session) = &self.session else { return };
        let practice = session.dir.starts_with(&self.places.practice);
        let base = if practice { &self.places.practice } else { &self.places.sessions }.clone();
        let (here, method, tx) = (session.dir.clone(), session.method.clone(), self.tx.clone());
        let look = move || {
            let Left { tips, group, usual } = harvest::earlier(&base, &here, &method);
            let _ = tx.send(Incoming::Msg(Msg::Earlier { tips, group, usual }));
        };
        // Without a thread there are no earlier tips on the screen; the meeting goes on.
        let _ = std::thread::Builder::new().name("oogst-eerder".to_owned()).spawn(look);
    }

    /// The result of an old tip is written where the tip is (decision 7).
    fn elsewhere(&self, session: &str, event: Event, now: &Now) -> Done {
        let base =
            self.session.as_ref().and_then(|session| session.dir.parent()).unwrap_or(&self.places.sessions);
        let kept = library::find(base, session)
            .and_then(|dir| outbox::append_elsewhere(&dir, vec![event], now.second()));
        match kept {
            Ok(()) => Done::default(),
            Err(error) => {
                Done::failed(format!("Hier genoteerd, maar niet bij de bespreking van toen: {error}"))
            }
        }
    }

    fn write(&self, files: &[(String, Vec<u8>)]) -> Done {
        let from = self.session.as_ref().map_or(&self.places.book, |session| &session.dir);
        let folder = exports::folder(&self.places, &self.config, from);
        let placed: Result<Vec<Placed>, _> =
            files.iter().map(|(name, content)| exports::write(&folder, name, content)).collect();
        match placed {
            Ok(placed) => Done::answer(Msg::Printed(
                placed.iter().map(|one| one.path().display().to_string()).collect(),
            )),
            Err(error) => Done::failed(error),
        }
    }

    fn choose_theme(&mut self, index: usize) -> Done {
        let names = themes::names(&self.places);
        let name = names.get(index).map_or(theme::DEFAULT, String::as_str);
        match themes::looks(&self.places, name) {
            Ok(looks) => {
                self.theme = Theme::new(&looks, self.theme.depth);
                Done::default()
            }
            Err(sentence) => Done::failed(sentence),
        }
    }
}

/// The casus of another table, to lie beside the earlier ones.
fn load_packet(path: &Path) -> Done {
    match packet::read(path) {
        Ok(packet) => Done::answer(Msg::Packet(packet.earlier())),
        Err(problems) => Done::failed(problems.first().map_or(String::new(), ToString::to_string)),
    }
}

/// The draft in one line of RON.
fn draft_text(live: &Live) -> String {
    let draft = draft::of(live);
    if draft.is_nothing() { String::new() } else { ron::to_string(&draft).unwrap_or_default() }
}
