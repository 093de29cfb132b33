//! *Wat werkte* on the screen: de regel searches, Enter opens a lesson, and what waits is read one
//! by one before it enters. For the begeleider alone: nothing of it goes to the groepsscherm.
//!
//! What is kept is asked of the disk first, and shown when it is there.

mod keys;
mod read;

use crate::app::pages::{menu, start};
use crate::app::state::effect::Effect;
use crate::app::state::intent::{Intent, Setting};
use crate::app::state::line::Line;
use crate::app::state::model::{Model, Screen, Size};
use crate::app::state::msg::Msg;
use crate::app::state::pick::{Choice, Pick};
use crate::app::turn::update;
use crate::domain::book::{Book, Candidate, Event};
use crate::domain::id::{GoalId, LessonId};
use crate::domain::lesson::Lesson;
use crate::domain::refusal::Refusal;
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::paper::lessons::{self, Form};
use crate::text::lessons::Index;
use crate::text::{counts, refusal};

/// Said on the screen of the book.
pub const PRIVATE: &str = "Alleen voor jou. Zet dit niet op het groepsscherm.";

/// The book on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    pub book: Book,
    index: Index,
    pub line: Line,
    /// What the words in de regel find.
    pub found: Vec<LessonId>,
    /// The row with what waits, when there is one, and then the lessons.
    pub selected: usize,
    /// What was not read yet; the first one is read now.
    pub waiting: Vec<Candidate>,
    /// What was read in this window, to bring back.
    read: Vec<Candidate>,
    pub read_only: Option<String>,
    pub draft: Option<Draft>,
    /// What takes back each gesture, the newest last.
    undo: Vec<Vec<Event>>,
}

/// A text on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    about: About,
    lesson: Lesson,
    /// Which part of it is in de regel.
    asked: Option<(Field, Line)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// The first one that waits.
    Waiting,
    Lesson(LessonId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Tip,
    Because,
}

/// What a choice about the book comes down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Open,
    Read,
    Keep,
    Decline,
    /// Not now: it waits until the book is opened again.
    Later,
    /// Other words for what is open.
    Reword,
    Show(LessonId),
    Remove(LessonId),
    Export(Form),
    Close,
    /// What worked before for a goal like this one.
    Earlier(GoalId),
}

/// What is asked of the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    Open,
    Keep { events: Vec<Event>, undo: bool },
    Close,
    Look(GoalId),
}

/// What the disk answers.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    Opened {
        book: Book,
        read_only: Option<String>,
    },
    /// What came of tips in the sessions.
    Waiting(Vec<Candidate>),
    Kept {
        events: Vec<Event>,
        undo: bool,
    },
    Looked {
        goal: GoalId,
        book: Book,
    },
}

impl Reader {
    pub fn new(book: Book, read_only: Option<String>) -> Self {
        let index = Index::of(&book);
        let found = index.find("");
        Self {
            book,
            index,
            line: Line::default(),
            found,
            selected: 0,
            waiting: Vec::new(),
            read: Vec::new(),
            read_only,
            draft: None,
            undo: Vec::new(),
        }
    }

    /// The first row, when something waits.
    pub fn waits(&self) -> Option<String> {
        let count = self.waiting.len();
        let verb = if count == 1 { "wacht" } else { "wachten" };
        let lessons = counts::count(count, "les", "lessen");
        (count > 0 && self.line.is_empty()).then(|| format!("{lessons} {verb} om gelezen te worden"))
    }

    /// How many rows can be selected.
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.waits().is_some())
    }

    /// The lesson in this row.
    pub fn lesson(&self, row: usize) -> Option<(LessonId, &Lesson)> {
        let row = row.checked_sub(usize::from(self.waits().is_some()))?;
        let id = *self.found.get(row)?;
        Some((id, self.book.get(id)?))
    }

    /// The label of de regel, and what is in it.
    pub fn asked(&self) -> (&'static str, &Line) {
        match self.draft.as_ref().and_then(|draft| draft.asked.as_ref()) {
            Some((Field::Tip, line)) => ("Tip", line),
            Some((Field::Because, line)) => ("Omdat", line),
            None => ("Zoek in wat werkte", &self.line),
        }
    }

    /// Whether a text is being changed.
    pub fn is_asking(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.asked.is_some())
    }

    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    fn input(&mut self) -> &mut Line {
        match self.draft.as_mut().and_then(|draft| draft.asked.as_mut()) {
            Some((_, line)) => line,
            None => &mut self.line,
        }
    }

    /// One pass over all lessons.
    pub fn search(&mut self) {
        self.found = self.index.find(self.line.text());
        self.selected = 0;
    }

    fn take_in(&mut self, events: &[Event], undo: bool) {
        // The last event is taken back first.
        let mut back = Vec::new();
        for event in events {
            back.splice(0..0, self.book.inverse(event));
            self.book.apply(event);
            match event {
                Event::Added { from: Some(trace), .. } | Event::Declined(trace) => {
                    let settled = self.waiting.extract_if(.., |one| one.trace == *trace);
                    self.read.extend(settled);
                }
                Event::Reopened(trace) => {
                    let again: Vec<_> = self.read.extract_if(.., |one| one.trace == *trace).collect();
                    self.waiting.splice(0..0, again);
                }
                Event::Added { .. } | Event::Changed { .. } | Event::Removed { .. } => {}
            }
        }
        if !undo {
            self.undo.push(back);
        }
        self.index = Index::of(&self.book);
        let selected = self.selected;
        self.search();
        self.selected = selected.min(self.rows().saturating_sub(1));
    }
}

/// Takes in one message while the book is on the screen.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => keys::key(model, key, now, &mut effects),
        Msg::Burst(keys) => keys.into_iter().for_each(|key| keys::key(model, key, now, &mut effects)),
        Msg::Paste(text) => keys::paste(model, &text),
        Msg::Click { x, y } if model.dialog.is_some() => update::click(model, x, y, now, &mut effects),
        Msg::Scroll(rows) => {
            let key = if rows < 0 { Key::Up } else { Key::Down };
            (0..rows.unsigned_abs().min(10)).for_each(|_| keys::key(model, key, now, &mut effects));
        }
        Msg::Resize { width, height } => model.size = Size { width, height },
        Msg::Focus(has) => model.keyboard = Some(has),
        Msg::Book(news) => hear(model, news),
        Msg::Printed(names) => model.notice = Some(update::printed(&names)),
        Msg::Failed(sentence) => model.notice = Some(sentence),
        Msg::Wake
        | Msg::Click { .. }
        | Msg::Saved { .. }
        | Msg::SaveFailed { .. }
        | Msg::Opened(_)
        | Msg::Methods(_)
        | Msg::Inspiration(_)
        | Msg::Listed(_)
        | Msg::Wipeable(_)
        | Msg::ToWipe(_)
        | Msg::Over { .. }
        | Msg::Packet(_)
        | Msg::Review
        | Msg::Earlier { .. }
        | Msg::Followed(_)
        | Msg::Signals(_)
        | Msg::Sent(_) => {}
    }
    effects
}

/// The book was opened: it takes the place of the start screen.
pub fn opened(model: &mut Model, book: Book, read_only: Option<String>) {
    model.notice.clone_from(&read_only);
    model.dialog = None;
    model.screen = Screen::Book(Box::new(Reader::new(book, read_only)));
}

fn hear(model: &mut Model, news: News) {
    let Screen::Book(reader) = &mut model.screen else { return };
    match news {
        News::Opened { book, read_only } => opened(model, book, read_only),
        News::Waiting(mut found) => {
            found.retain(|one| !reader.book.has_read(one.trace));
            // Whoever had selected a lesson keeps it.
            let before = reader.rows();
            reader.waiting = found;
            if reader.selected > 0 {
                reader.selected += reader.rows().saturating_sub(before);
            }
        }
        News::Kept { events, undo } => {
            reader.take_in(&events, undo);
            reader.draft = None;
            let next = !undo && matches!(events.as_slice(), [Event::Added { .. } | Event::Declined(_)]);
            model.notice = read::said(&events, undo);
            if next {
                read::next(model);
            }
        }
        News::Looked { .. } => {}
    }
}

/// Carries out a choice about the book.
pub fn carry(model: &mut Model, wish: Wish, now: &Now, effects: &mut Vec<Effect>) {
    match wish {
        Wish::Open => effects.push(Effect::Book(Errand::Open)),
        Wish::Earlier(goal) => effects.push(Effect::Book(Errand::Look(goal))),
        Wish::Read => read::next(model),
        Wish::Show(id) => read::show(model, id),
        Wish::Reword => read::reword(model),
        Wish::Later => {
            if let Screen::Book(reader) = &mut model.screen
                && !reader.waiting.is_empty()
            {
                reader.waiting.remove(0);
                reader.draft = None;
            }
            read::next(model);
        }
        Wish::Keep => decide(model, effects, |reader| {
            let one = reader.waiting.first().ok_or(Refusal::Gone)?;
            let lesson = reader.draft.as_ref().map_or(&one.lesson, |draft| &draft.lesson);
            reader.book.add(lesson, one.trace)
        }),
        Wish::Decline => decide(model, effects, |reader| {
            reader.waiting.first().map(|one| Event::Declined(one.trace)).ok_or(Refusal::Gone)
        }),
        Wish::Remove(id) => decide(model, effects, |_| Ok(Event::Removed { id })),
        Wish::Export(form) => {
            if let Screen::Book(reader) = &model.screen {
                effects.push(Effect::Write(vec![lessons::file(form, &reader.book, now)]));
            }
        }
        Wish::Close => {
            model.notice = None;
            model.screen = start::screen();
            effects.push(Effect::Book(Errand::Close));
        }
    }
}

/// Asks the disk to keep something, or says why not.
fn decide(
    model: &mut Model,
    effects: &mut Vec<Effect>,
    event: impl FnOnce(&Reader) -> Result<Event, Refusal>,
) {
    let Screen::Book(reader) = &model.screen else { return };
    if let Some(reason) = &reader.read_only {
        model.notice = Some(reason.clone());
        return;
    }
    match event(reader) {
        Ok(event) => effects.push(Effect::Book(Errand::Keep { events: vec![event], undo: false })),
        Err(refused) => model.notice = refusal::sentence(&refused),
    }
}

fn take_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let Screen::Book(reader) = &mut model.screen else { return };
    match reader.undo.pop() {
        Some(events) => effects.push(Effect::Book(Errand::Keep { events, undo: true })),
        None => model.notice = refusal::sentence(&Refusal::NothingToUndo),
    }
}

/// The menu while the book is on the screen.
pub fn menu(model: &Model, reader: &Reader) -> Pick {
    let wish = |text: &str, wish| Choice::new(text, Intent::Book(wish));
    let mut choices = Vec::new();
    if !reader.waiting.is_empty() && reader.read_only.is_none() {
        choices.push(wish("Lezen wat er wacht", Wish::Read));
    }
    if !reader.book.is_empty() {
        choices.push(wish("Het boek als tabel (CSV), voor Excel", Wish::Export(Form::Csv)));
        choices.push(wish("Het boek als tekst (Markdown)", Wish::Export(Form::Markdown)));
    }
    let act = |action: Action, text: &str| {
        Choice::new(text, Intent::Act(action)).detail(model.keys.key_name(action))
    };
    choices.push(act(Action::Hulp, "Wat kan ik hier?"));
    choices.push(wish("Naar het beginscherm", Wish::Close));
    menu::program_choices(model, &mut choices);
    choices.retain(|choice| !matches!(choice.intent, Intent::Setting(Setting::Bell(_))));
    Pick::new("Menu", choices)
}
