//! The program led by keys: no terminal, no disk, every moment given.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one thing among many")]

mod begin;
mod book;
mod cards;
mod conference;
mod flaps;
mod ideas;
mod meeting;
mod privacy;
mod review;
mod room;
mod rounds;
mod saving;
mod time;
mod undo;
mod whole;
mod windows;
mod wiping;

use crate::app::layout::frame;
use crate::app::state::effect::Effect;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::{Dialog, Model, Prefs, Screen};
use crate::app::state::msg::{Msg, Opened};
use crate::app::state::place::Place;
use crate::app::state::shown::Shown;
use crate::app::steps;
use crate::app::turn::update::{begin as program, update};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::id::{GoalId, StepKey};
use crate::domain::ideas::{Place as IdeaPlace, Slot};
use crate::domain::journal::{Act, FORMAT, Journal, Opened as FirstLine};
use crate::domain::people::{self, Person, Standing};
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::testing;
use crate::domain::time::{Moment, Now};
use crate::io::{methods, ronfile};
use crate::keys::key::{Key, script};
use crate::keys::map::{DEFAULT, KeyMap};
use chrono::TimeDelta;

/// A begeleider behind a keyboard: types at a calm pace and sees what the program answers.
struct Desk {
    model: Model,
    at: Moment,
    effects: Vec<Effect>,
    /// Whether the disk answers.
    disk: bool,
}

/// Milliseconds between two keys of a calm hand.
const CALM: i64 = 500;

impl Desk {
    /// The start screen.
    fn start() -> Self {
        let raw = ronfile::read(DEFAULT, |_| Vec::new()).expect("the table of keys");
        let model = program(KeyMap::of(raw), Prefs::default());
        Self { model, at: testing::begin(), effects: Vec::new(), disk: true }
    }

    /// A session was made, and the program asks whether the group watches.
    fn fresh() -> Self {
        let mut desk = Self::start();
        desk.opened(Journal::new(first_line()), None);
        desk
    }

    fn opened(&mut self, journal: Journal, read_only: Option<&str>) {
        let saved = journal.entries().next_back().map_or(0, |entry| entry.seq);
        let opened = Opened {
            folder: "2026-11-22-akad-1".to_owned(),
            journal,
            saved,
            read_only: read_only.map(str::to_owned),
            notices: Vec::new(),
            draft: None,
            practice: false,
        };
        self.msg(Msg::Opened(Box::new(opened)));
    }

    /// A session on a screen that the group sees.
    fn watched() -> Self {
        let mut desk = Self::fresh();
        desk.keys("1<enter>");
        desk
    }

    /// A session on a screen of the begeleider alone.
    fn alone() -> Self {
        let mut desk = Self::fresh();
        desk.keys("2<enter>");
        desk
    }

    /// Looking at a step of the six, on a screen of the begeleider alone.
    fn looking_at(step: usize) -> Self {
        let mut desk = Self::alone();
        desk.look(step);
        desk
    }

    /// As [`Desk::looking_at`], with the clock of the step running.
    fn in_step(step: usize) -> Self {
        let mut desk = Self::looking_at(step);
        desk.keys("<enter>");
        assert_eq!(desk.running(), Some(step));
        desk
    }

    fn look(&mut self, step: usize) -> &mut Self {
        let key = self.session().agenda()[step - 1];
        self.choose_in_menu(&format!("Stap {} ", self.session().step(key).expect("step").number));
        assert_eq!(self.live().view.place, Place::Step(key));
        self
    }

    fn now(&self) -> Now {
        Now::fixed(self.at)
    }

    fn msg(&mut self, msg: Msg) -> &mut Self {
        let now = self.now();
        let effects = update(&mut self.model, msg, &now);
        let newest = effects.iter().filter_map(|effect| match effect {
            Effect::Append(entry) => Some(entry.seq),
            _ => None,
        });
        if let Some(seq) = newest.max()
            && self.disk
        {
            update(&mut self.model, Msg::Saved { seq, at: now.second() }, &now);
        }
        self.effects.extend(effects);
        self
    }

    /// Presses the keys of a script, calmly.
    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in script(keys).expect("a key script") {
            self.at += TimeDelta::milliseconds(CALM);
            self.msg(Msg::Key(key));
        }
        self
    }

    /// All keys at one moment, as from a paste the terminal did not announce.
    fn burst(&mut self, keys: &str) -> &mut Self {
        self.msg(Msg::Burst(script(keys).expect("a key script")))
    }

    /// Time goes by while the program is awake.
    fn wait(&mut self, seconds: i64) -> &mut Self {
        for _ in 0..seconds {
            self.at += TimeDelta::seconds(1);
            self.msg(Msg::Wake);
        }
        self
    }

    /// Time goes by while nothing is awake.
    fn sleep(&mut self, seconds: i64) -> &mut Self {
        self.at += TimeDelta::seconds(seconds);
        self
    }

    /// Chooses the first line of the open list that holds these words.
    fn choose(&mut self, words: &str) -> &mut Self {
        let choices = self.choices();
        let index = choices.iter().position(|choice| choice.contains(words));
        let index = index.unwrap_or_else(|| panic!("'{words}' is not in {choices:#?}"));
        self.keys(&format!("<c-u>{}<enter>", index + 1))
    }

    fn choose_in_menu(&mut self, words: &str) -> &mut Self {
        for _ in 0..4 {
            if self.title() == "Menu" {
                break;
            }
            self.keys("<esc>");
        }
        self.choose(words)
    }

    fn live(&self) -> &Live {
        self.model.live.as_ref().expect("an open session")
    }

    fn session(&self) -> &Session {
        &self.live().session
    }

    fn text(&self) -> &str {
        self.live().view.text()
    }

    fn notice(&self) -> &str {
        self.model.notice.as_deref().unwrap_or("")
    }

    fn quiet(&self) -> String {
        frame::quiet(&self.model, self.live(), &self.model.keys).to_string()
    }

    /// The title of what lies over the screen.
    fn title(&self) -> &str {
        match &self.model.dialog {
            Some(Dialog::Pick(pick)) => &pick.title,
            Some(Dialog::Page(page)) => &page.title,
            None => "",
        }
    }

    fn choices(&self) -> Vec<String> {
        match (&self.model.dialog, &self.model.screen) {
            (Some(Dialog::Pick(pick)), _) | (None, Screen::Start(pick)) => {
                pick.choices.iter().map(|choice| choice.text.to_string()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What Enter would do now: label, deed, and why not.
    fn meaning(&self) -> (String, String, Option<String>) {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        let meaning = steps::meaning(ctx, &steps::board(ctx));
        let problem = meaning.problem.map(|problem| problem.to_string());
        (meaning.label.to_string(), meaning.enter.to_string(), problem)
    }

    fn label(&self) -> String {
        self.meaning().0
    }

    /// Every word on the board, for what may not be seen.
    fn board_words(&self) -> String {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        let board = steps::board(ctx);
        let label = steps::label(ctx, &board);
        let band = crate::app::things::round::band(ctx).unwrap_or_default();
        let tails = self.session().ideas.iter().map(|(id, _, _)| crate::app::things::idea::tail(ctx, id));
        format!("{board:?} {label} {band} {}", tails.collect::<Vec<_>>().join(" "))
    }

    /// The lines between the board and de regel.
    fn bands(&self) -> String {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        let size = crate::app::state::model::Size { width: 80, height: 24 };
        let (board, said) = (
            steps::board(ctx),
            crate::app::layout::frame::Said {
                text: Shown::EMPTY,
                tone: crate::app::layout::frame::Tone::Hint,
            },
        );
        let bands =
            crate::app::layout::regions::work(ctx, size, &board, &steps::meaning(ctx, &board), &said).band;
        bands.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(" ")
    }

    fn running(&self) -> Option<usize> {
        let key = self.session().clock.running()?;
        self.session().agenda().iter().position(|other| *other == key).map(|index| index + 1)
    }

    fn step_in_view(&self) -> StepKey {
        self.live().view.place.step().expect("a step in view")
    }

    /// The texts in a column of the first row.
    fn column(&self, column: u16) -> Vec<&str> {
        self.tips_at(Slot::Column(column))
    }

    fn tips_at(&self, slot: Slot) -> Vec<&str> {
        let session = self.session();
        let row = session.rows(FIRST_CASUS)[0];
        let ids = session.ideas.at(IdeaPlace { row, slot });
        ids.iter().filter_map(|id| Some(session.ideas.get(*id)?.text.as_str())).collect()
    }

    /// The facts of the newest entry.
    fn newest(&self) -> Vec<Event> {
        match self.live().journal.entries().next_back().map(|entry| entry.act.clone()) {
            Some(Act::Do(events)) => events,
            _ => Vec::new(),
        }
    }

    fn entries(&self) -> usize {
        self.live().journal.len()
    }

    /// A group around the table: Anna leads, Kees and Joke are informal.
    fn with_group(&mut self) -> &mut Self {
        let person = |name: &str, standing| Person {
            name: name.to_owned(),
            standing: Some(standing),
            ..Person::default()
        };
        let list = vec![
            person("Anna", Standing::Formeel),
            person("Fatma", Standing::Formeel),
            person("Kees", Standing::Informeel),
            person("Joke", Standing::Informeel),
        ];
        let role = people::Command::GiveRole {
            role: crate::domain::method::Role::Procesbegeleider,
            person: Some(crate::domain::id::PersonId(1)),
            reason: None,
        };
        self.give(Command::People(people::Command::Add(list)));
        self.give(Command::People(role))
    }

    /// A gesture made elsewhere than on the keyboard, to prepare the table.
    fn give(&mut self, command: Command) -> &mut Self {
        let now = self.now();
        let done = crate::app::turn::commit::commit(&mut self.model, vec![command], &now, &mut self.effects);
        assert!(done, "{}", self.notice());
        let seq = self.live().journal.len() as u64;
        self.msg(Msg::Saved { seq, at: now.second() })
    }

    fn with_goal(&mut self, text: &str) -> GoalId {
        let id = self.session().goals.next_id();
        let text = text.to_owned();
        self.give(Command::Goal(crate::domain::goals::Command::Add { casus: FIRST_CASUS, area: None, text }));
        id
    }
}

fn first_line() -> FirstLine {
    let method = methods::load_shipped("akad").expect("the shipped AKAD");
    FirstLine { format: FORMAT, app: "0.1.0".to_owned(), at: testing::begin(), method }
}

/// The keys that type a text.
fn typing(text: &str) -> Vec<Key> {
    text.chars().map(Key::Char).collect()
}
