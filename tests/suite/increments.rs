//! The law of the screen: after any frames, the terminal shows what one whole repaint would show,
//! in every kind of terminal (see `engine`).

#![expect(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "a test may stop")]

use crate::engine::{Engine, Seen, both, text};
use chrono::TimeDelta;
use oogst::app::state::model::Model;
use oogst::app::state::msg::Msg;
use oogst::app::turn::update::update;
use oogst::domain::journal::Journal;
use oogst::domain::time::Now;
use oogst::io::terminal::backend::FrameBackend;
use oogst::keys::key::script;
use oogst::support;
use oogst::ui::draw::draw;
use oogst::ui::theme::Theme;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use ratatui::buffer::{Buffer, Cell as Wanted, CellWidth};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Frame, Terminal};
use std::cell::Cell;
use std::io;

thread_local! {
    /// How large the terminal of this thread says it is.
    static SIZE: Cell<(u16, u16)> = const { Cell::new((80, 24)) };
}

#[expect(clippy::unnecessary_wraps, reason = "has the form of a terminal that is asked")]
fn measure() -> io::Result<Size> {
    let (columns, rows) = SIZE.get();
    Ok(Size::new(columns, rows))
}

/// The program's side of a terminal, and every kind of terminal that reads it.
struct Wall {
    terminal: Terminal<FrameBackend<Vec<u8>>>,
    engines: [Box<dyn Engine + Send>; 2],
    /// Everything that was sent.
    sent: Vec<u8>,
}

impl Wall {
    fn new((columns, rows): (u16, u16)) -> Self {
        SIZE.set((columns, rows));
        let terminal = Terminal::new(FrameBackend::new(Vec::new(), measure)).expect("a terminal");
        Self { terminal, engines: both(columns, rows), sent: Vec::new() }
    }

    fn resize(&mut self, (columns, rows): (u16, u16)) {
        SIZE.set((columns, rows));
        for engine in &mut self.engines {
            engine.resize(columns, rows);
        }
        // As the loop does when it hears of another size.
        self.terminal.backend_mut().forget();
        self.terminal.clear().expect("cleared");
    }

    /// Draws a frame; the terminals read what was sent for it.
    fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) {
        self.terminal.draw(render).expect("drawn");
        let sent = std::mem::take(self.terminal.backend_mut().writer_mut());
        for engine in &mut self.engines {
            engine.feed(&sent);
        }
        self.sent.extend(sent);
    }

    fn model(&mut self, model: &Model, theme: &Theme, now: &Now) {
        self.draw(|frame| {
            if let Some(caret) = draw(frame.buffer_mut(), model, theme, now) {
                frame.set_cursor_position(caret);
            }
        });
    }

    /// Both kinds show what they would show after this one frame on an empty screen.
    fn is_as_repainted(&self, fresh: &Self) -> Result<(), TestCaseError> {
        for (seen, fresh) in self.engines.iter().zip(&fresh.engines) {
            prop_assert_eq!(text(&**seen), text(&**fresh), "{}", seen.name());
            prop_assert_eq!(seen.cells(), fresh.cells(), "{}", seen.name());
            prop_assert_eq!(seen.cursor(), fresh.cursor(), "{}", seen.name());
        }
        Ok(())
    }
}

/// Places to begin: every werkwijze, and the screens beside it.
const BEGINNINGS: [fn() -> Model; 9] = [
    support::start,
    support::practice,
    || support::opened(Journal::new(support::first_line()), false),
    || support::opened(Journal::new(support::conference_line()), false),
    || support::filled(true),
    || support::conference(false),
    || support::flaps::flap(24, 3).0,
    support::discussed,
    || support::example_of_the_tijdbewaker().0,
];

/// What somebody may do, by the names of a key script.
const KEYS: [&str; 34] = [
    "a",
    "Ria",
    "buurvrouw vragen ",
    "é€►",
    "een tip die langer is dan de regel breed is, en dan nog wat ",
    "1",
    "2",
    "3",
    "12",
    "?",
    "/",
    "<enter>",
    "<enter>",
    "<enter>",
    "<tab>",
    "<s-tab>",
    "<esc>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<pgdn>",
    "<pgdn>",
    "<pgdn>",
    "<pgup>",
    "<home>",
    "<end>",
    "<bs>",
    "<del>",
    "<f1>",
    "<f4>",
    "<f6>",
    "<c-z>",
    "<c-y>",
];

const SIZES: [(u16, u16); 8] =
    [(80, 24), (80, 24), (60, 16), (61, 17), (120, 36), (200, 60), (40, 10), (81, 24)];

#[derive(Debug, Clone)]
enum Deed {
    Keys(&'static str),
    Seconds(i64),
    Size((u16, u16)),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => prop::sample::select(KEYS.to_vec()).prop_map(Deed::Keys),
        2 => (1..400_i64).prop_map(Deed::Seconds),
        1 => prop::sample::select(SIZES.to_vec()).prop_map(Deed::Size),
    ]
}

/// What somebody did, frame by frame.
struct Played {
    model: Model,
    theme: Theme,
    now: Now,
    size: (u16, u16),
}

impl Played {
    fn begin(beginning: usize) -> Self {
        let model = BEGINNINGS.get(beginning).expect("one of them")();
        Self { model, theme: support::theme(), now: support::now(), size: (80, 24) }
    }

    fn draw(&self, wall: &mut Wall) {
        wall.model(&self.model, &self.theme, &self.now);
    }

    /// One deed, with a frame after every key of it.
    fn play(&mut self, deed: &Deed, wall: &mut Wall) {
        let msgs = match deed {
            Deed::Keys(keys) => script(keys).expect("keys").into_iter().map(Msg::Key).collect(),
            Deed::Seconds(seconds) => {
                self.now = Now::fixed(self.now.at + TimeDelta::seconds(*seconds));
                vec![Msg::Wake]
            }
            Deed::Size(to) => {
                self.size = *to;
                // There and back too, so fast that no frame comes between.
                wall.resize((59, 15));
                wall.resize(self.size);
                vec![Msg::Resize { width: to.0, height: to.1 }]
            }
        };
        for msg in msgs {
            update(&mut self.model, msg, &self.now);
            self.draw(wall);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_increments_show_what_a_repaint_shows(beginning in 0..BEGINNINGS.len(), deeds in prop::collection::vec(deed(), 1..40)) {
        let mut played = Played::begin(beginning);
        let mut wall = Wall::new(played.size);
        played.draw(&mut wall);
        for deed in &deeds {
            played.play(deed, &mut wall);
        }
        let mut fresh = Wall::new(played.size);
        played.draw(&mut fresh);
        wall.is_as_repainted(&fresh)?;
    }
}

/// Writes what was sent for random keys, and what one repaint sends, where `OOGST_FRAMES` says: a
/// real terminal has to show the same for both.
#[test]
#[ignore = "for a real terminal: see .ci/xterm"]
fn write_frames_for_a_real_terminal() {
    let folder = std::path::PathBuf::from(std::env::var_os("OOGST_FRAMES").expect("OOGST_FRAMES"));
    let mut runner = proptest::test_runner::TestRunner::default();
    let keys = prop::collection::vec(prop::sample::select(KEYS.to_vec()).prop_map(Deed::Keys), 60);
    for beginning in 0..BEGINNINGS.len() {
        let deeds = keys.new_tree(&mut runner).expect("keys").current();
        let mut played = Played::begin(beginning);
        let mut wall = Wall::new(played.size);
        played.draw(&mut wall);
        for deed in &deeds {
            played.play(deed, &mut wall);
        }
        let mut fresh = Wall::new(played.size);
        played.draw(&mut fresh);
        for (name, wall) in [("increments", wall), ("repaint", fresh)] {
            std::fs::write(folder.join(format!("{beginning}.{name}")), wall.sent).expect("written");
        }
    }
}

#[test]
fn back_from_the_last_column_the_row_stays_whole() {
    let mut wall = Wall::new((12, 4));
    wall.draw(|frame| frame.buffer_mut().set_string(0, 1, "Enter  menu", Style::new()));
    wall.draw(|frame| {
        frame.buffer_mut().set_string(11, 1, "!", Style::new());
        frame.buffer_mut().set_string(0, 1, "Enter  menu", Style::new());
        frame.set_cursor_position((5, 1));
    });
    wall.draw(|frame| {
        frame.buffer_mut().set_string(0, 1, "Enter, menu?", Style::new());
        frame.set_cursor_position((6, 1));
    });
    for engine in &wall.engines {
        assert_eq!(text(&**engine), "\nEnter, menu?\n\n", "{}", engine.name());
        assert_eq!(engine.cursor(), Some((6, 1)), "{}", engine.name());
    }
}

fn colour() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Reset),
        Just(Color::Black),
        Just(Color::LightYellow),
        (16..=255u8).prop_map(Color::Indexed),
        (0..3u8, 0..3u8).prop_map(|(red, blue)| Color::Rgb(red * 100, 7, blue * 120)),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    let modifier = prop::sample::subsequence(
        vec![Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED],
        0..=4,
    )
    .prop_map(|list| list.into_iter().collect::<Modifier>());
    (colour(), colour(), modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

/// A text somewhere on the screen, in some style. Wide characters stand in even columns only: of
/// one that is half covered by another, ratatui does not repaint the other half.
fn mark() -> impl Strategy<Value = (u16, u16, String, Style)> {
    let pair = prop::sample::select(vec!["a ", "ab", "é►", "█ ", "  ", "界", "👩", "€b"]);
    let text = prop::collection::vec(pair, 1..6).prop_map(|pairs| pairs.concat());
    ((0..6u16).prop_map(|half| half * 2), 0..4u16, text, style())
}

/// What a cell of the buffer looks like on a terminal.
fn expected(cell: &Wanted) -> Seen {
    Seen::new(cell.symbol(), (told(cell.fg), told(cell.bg)), cell.modifier)
}

fn told(colour: Color) -> Color {
    match colour {
        Color::Black => Color::Indexed(0),
        Color::LightYellow => Color::Indexed(11),
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => colour,
        other => panic!("not used here: {other}"),
    }
}

fn same_screen(engine: &dyn Engine, buffer: &Buffer) {
    for (y, row) in (0..).zip(engine.cells()) {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = buffer.cell((x, y)).expect("cell");
            let there = row.get(usize::from(x)).expect("cell");
            assert_eq!(*there, expected(cell), "{} at {x},{y}", engine.name());
            x += cell.symbol().cell_width().max(1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_screen_is_the_buffer(frames in prop::collection::vec((prop::collection::vec(mark(), 0..8), prop::option::of((0..12u16, 0..4u16))), 1..6)) {
        let mut wall = Wall::new((12, 4));
        for (marks, cursor) in frames {
            let mut drawn = Buffer::default();
            wall.draw(|frame| {
                for (x, y, text, style) in &marks {
                    frame.buffer_mut().set_string(*x, *y, text, *style);
                }
                if let Some(at) = cursor {
                    frame.set_cursor_position(at);
                }
                drawn = frame.buffer_mut().clone();
            });
            for engine in &wall.engines {
                same_screen(&**engine, &drawn);
                prop_assert_eq!(engine.cursor(), cursor, "{}", engine.name());
            }
        }
    }
}
