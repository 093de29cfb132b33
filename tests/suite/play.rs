//! A begeleider who plays a script: keys, time that goes by, and what the disk or the terminal
//! says meanwhile. No terminal and no files.
//!
//! A script is a list of lines divided by ` | `. A line that begins with `:` is one of the words
//! in [`Play::line`]; any other line is keys, as in `tip<enter><tab>`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use chrono::TimeDelta;
use oogst::app::board::PaneId;
use oogst::app::layout::frame;
use oogst::app::state::effect::Effect;
use oogst::app::state::live::Ctx;
use oogst::app::state::model::Dialog;
use oogst::app::state::model::MethodChoice;
use oogst::app::state::model::Model;
use oogst::app::state::model::Screen;
use oogst::app::state::model::Size;
use oogst::app::state::msg::{Found, Msg, Plan};
use oogst::app::state::reader::Errand;
use oogst::app::state::reader::News;
use oogst::app::steps;
use oogst::app::turn::update::update;
use oogst::domain::clock::Light;
use oogst::domain::id::GoalId;
use oogst::domain::journal::Journal;
use oogst::domain::method::Activity;
use oogst::domain::time::{Moment, Now};
use oogst::keys::key::{Key, script};
use oogst::support;
use oogst::ui::draw::draw;
use oogst::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Milliseconds between two keys of a calm hand.
const CALM: i64 = 500;

/// Where a script begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The start screen.
    Start,
    /// A session that was just made; the question about the group is open.
    Fresh,
    /// A new session on a screen that the group sees.
    Watched,
    /// A new session on a screen of the begeleider alone.
    Alone,
    /// The example with everything filled in, on a screen that the group sees.
    Filled,
    /// The same on a screen of the begeleider alone.
    Private,
    Practice,
    /// A new case conference on a screen that the group sees.
    Conference,
    /// The case conference with everything filled in, on a screen that the group sees.
    ConferenceFilled,
    /// The same on a screen of the notulist alone.
    ConferencePrivate,
    /// A case conference with clusters on its flappen, on a screen that the group sees.
    Flaps,
    /// The same on a screen of the notulist alone.
    FlapsAlone,
    /// A flap with 300 post-its in 25 clusters.
    FullFlap,
    /// A case conference that is over.
    Discussed,
}

#[derive(Clone)]
pub struct Play {
    pub model: Model,
    at: Moment,
    disk: bool,
}

impl Play {
    /// Plays a script to its end.
    pub fn of(from: From, script: &str) -> Self {
        let model = match from {
            From::Start => support::start(),
            From::Fresh | From::Watched | From::Alone => {
                support::opened(Journal::new(support::first_line()), false)
            }
            From::Conference => support::opened(Journal::new(support::conference_line()), false),
            From::ConferenceFilled => support::conference(true),
            From::ConferencePrivate => support::conference(false),
            From::Filled => support::filled(true),
            From::Private => support::filled(false),
            From::Practice => support::practice(),
            From::Flaps => support::flaps::conference(true),
            From::FlapsAlone => support::flaps::conference(false),
            From::FullFlap => support::flaps::flap(300, 25).0,
            From::Discussed => support::discussed(),
        };
        let mut play = Self { model, at: support::now().at, disk: true };
        if let Some(live) = &mut play.model.live {
            live.saved.seq = live.journal.entries().next_back().map_or(0, |entry| entry.seq);
        }
        match from {
            From::Watched | From::Conference => play.keys("1<enter>"),
            From::Alone => play.keys("2<enter>"),
            From::Start
            | From::Fresh
            | From::Filled
            | From::Private
            | From::Practice
            | From::ConferenceFilled
            | From::ConferencePrivate
            | From::Flaps
            | From::FlapsAlone
            | From::FullFlap
            | From::Discussed => {}
        }
        play.script(script);
        play
    }

    /// Plays a script on with this model.
    pub fn on(mut model: Model, script: &str) -> Self {
        if let Some(live) = &mut model.live {
            live.saved.seq = live.journal.entries().next_back().map_or(0, |entry| entry.seq);
        }
        let mut play = Self { model, at: support::now().at, disk: true };
        play.script(script);
        play
    }

    /// Lines divided by ` | `.
    pub fn script(&mut self, script: &str) {
        script.split(" | ").for_each(|line| self.line(line));
    }

    fn line(&mut self, line: &str) {
        let Some(words) = line.strip_prefix(':') else { return self.keys(line) };
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        let number = || rest.parse::<i64>().expect("a number");
        match verb {
            "step" => self.menu(&format!("Stap {rest} ")),
            "menu" => self.menu(rest),
            "choose" => self.choose(rest),
            "wait" => self.wait(number()),
            "sleep" => self.at += TimeDelta::seconds(number()),
            "wake" => self.msg(Msg::Wake),
            "paste" => self.msg(Msg::Paste(rest.replace('/', "\n"))),
            "earlier" => self.msg(Msg::Earlier {
                tips: support::earlier(),
                group: Vec::new(),
                usual: support::usual(),
            }),
            "book" => self.msg(Msg::Book(News::Opened {
                book: support::book(rest.parse().expect("a number")),
                read_only: None,
            })),
            "waiting" => self.msg(Msg::Book(News::Waiting(support::waiting()))),
            "looked" => {
                let book = support::book(rest.parse().expect("a number"));
                self.msg(Msg::Book(News::Looked { goal: GoalId(1), book }));
            }
            "methods" => self.msg(Msg::Methods(methods())),
            "listed" => self.msg(Msg::Listed(found())),
            "over" => self.msg(Msg::Over { sessions: 2, open: 3 }),
            "wipe" => self.msg(Msg::ToWipe(plan())),
            "say" => self.msg(Msg::Failed(rest.to_owned())),
            "full" => {
                self.disk = false;
                self.msg(Msg::SaveFailed { reason: "de schijf is vol.".to_owned() });
            }
            "slow" => self.disk = false,
            "locked" => {
                let live = self.model.live.as_mut().expect("a session");
                live.saved.read_only = Some("Deze bespreking is open in een ander venster.".to_owned());
            }
            other => panic!("'{other}' is no word of a script"),
        }
    }

    pub fn now(&self) -> Now {
        Now::fixed(self.at)
    }

    fn msg(&mut self, msg: Msg) {
        let now = self.now();
        for effect in update(&mut self.model, msg, &now) {
            let answer = match (effect, self.disk) {
                (Effect::Append(entry), true) => Msg::Saved { seq: entry.seq, at: now.second() },
                (Effect::Book(Errand::Keep { events, undo }), true) => Msg::Book(News::Kept { events, undo }),
                (_, _) => continue,
            };
            update(&mut self.model, answer, &now);
        }
    }

    /// Presses the keys of a script, calmly.
    pub fn keys(&mut self, keys: &str) {
        for key in script(keys).expect("a script of keys") {
            self.at += TimeDelta::milliseconds(CALM);
            self.msg(Msg::Key(key));
        }
    }

    /// Time goes by while the program is awake.
    fn wait(&mut self, seconds: i64) {
        for from in (0..seconds).step_by(60) {
            self.at += TimeDelta::seconds((seconds - from).min(60));
            self.msg(Msg::Wake);
        }
    }

    fn menu(&mut self, words: &str) {
        for _ in 0..4 {
            if matches!(&self.model.dialog, Some(Dialog::Pick(pick)) if pick.title == "Menu") {
                break;
            }
            self.msg(Msg::Key(Key::Esc));
        }
        self.choose(words);
    }

    /// Chooses the first line of the open list that holds these words.
    fn choose(&mut self, words: &str) {
        let ((Some(Dialog::Pick(pick)), _) | (None, Screen::Start(pick))) =
            (&self.model.dialog, &self.model.screen)
        else {
            panic!("no list is open for '{words}'");
        };
        let found = pick.choices.iter().position(|choice| choice.text.contains(words));
        let index = found.unwrap_or_else(|| panic!("'{words}' is not in {:#?}", pick.choices));
        self.keys(&format!("<c-u>{}<enter>", index + 1));
    }

    /// The screen at a size, and the cell of the caret.
    pub fn screen(&mut self, width: u16, height: u16, theme: &Theme) -> (Buffer, Option<(u16, u16)>) {
        self.model.size = Size { width, height };
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let caret = draw(&mut buffer, &self.model, theme, &self.now());
        (buffer, caret)
    }

    /// Whether the clock of a step says LOOPT.
    pub fn runs(&self) -> bool {
        let now = self.now();
        let live = self.model.live.as_ref();
        let standing = live.and_then(|live| frame::standing(Ctx { live, now: &now }));
        standing.is_some_and(|standing| standing.light == Light::Runs)
    }

    /// Whether people say their own names here, or agree who does what: the preparation, the
    /// welcome, the kernteam and the closing.
    pub fn names_are_said(&self) -> bool {
        let Some(live) = &self.model.live else { return true };
        let now = self.now();
        let board = steps::board(Ctx { live, now: &now });
        let of_names = |id| matches!(id, PaneId::Core(_) | PaneId::Followups);
        live.view.place.activity(&live.session).is_none_or(|activity| {
            matches!(
                activity,
                Activity::Kennismaken | Activity::Samenvatten | Activity::Opening | Activity::Afspreken
            )
        }) || board.panes.iter().any(|pane| of_names(pane.id))
    }

    /// Whether the group looks on at this screen and no list or page lies over it.
    pub fn is_on_the_wall(&self) -> bool {
        self.model.dialog.is_none() && self.model.live.as_ref().is_some_and(|live| !live.is_private())
    }
}

fn methods() -> Vec<MethodChoice> {
    let method = |name: &str, about: &str, trouble: Option<&str>| MethodChoice {
        name: name.to_owned(),
        about: about.to_owned(),
        trouble: trouble.map(str::to_owned),
    };
    vec![
        method(
            "Anders Kijken Anders Doen",
            "Samen ideeën oogsten voor wat een cliënt wil, van eigen kracht naar professionele hulp.",
            None,
        ),
        method("buurtoverleg.ron", "", Some("regel 12, kolom 5: 'minuten' ontbreekt.")),
    ]
}

/// What would go with a session.
fn plan() -> Plan {
    let lines = [
        "Nog 3 tips open: na het wissen kan niemand meer terugvertellen of ze werkten.",
        "Wissen: AKAD van 12 nov 2026, casus Linde (2026-11-12-akad-1).",
        "Dat zijn 4 bestanden: logboek.ronl, logboek.vorig.ronl, sessie.ron en slot.",
        "Bladen op een andere plek: /home/an/Oogst/2026-11-12-tipblad-linde.html.",
        "Dit kan niet terug. Afdrukken, mails en reservekopieën elders kent Oogst niet.",
        "Typ wis om te wissen, wis alles als ook die bladen weg mogen. Anders gebeurt er niets.",
    ];
    Plan { folder: "2026-11-12-akad-1".to_owned(), lines: lines.map(str::to_owned).to_vec(), sheets: true }
}

fn found() -> Vec<Found> {
    let found = |folder: &str, title: &str, detail: &str, usable| Found {
        folder: folder.to_owned(),
        title: title.to_owned(),
        detail: detail.to_owned(),
        usable,
    };
    vec![
        found("2026-11-12-akad-1", "12 nov · AKAD · casus Linde", "3 tips nog te bespreken", true),
        found("2026-10-25-akad-1", "25 okt · AKAD · casus Meidoorn", "regel 4 is niet te lezen", false),
    ]
}
