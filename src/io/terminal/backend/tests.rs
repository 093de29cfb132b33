//! What is sent to the terminal for a frame, byte by byte.

use std::num::NonZeroU16;

use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Frame, Terminal};

use super::*;
use crate::app::state::msg::Msg;
use crate::domain::time::Now;
use chrono::TimeDelta;

const WIDE: u16 = 80;
const HIGH: u16 = 24;
const MARKS: usize = BEGIN.len() + END.len();

/// Counts what a real terminal would get.
#[derive(Debug, Default)]
struct Line {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes += 1;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[expect(clippy::unnecessary_wraps, reason = "has the form of a terminal that is asked")]
fn usual() -> io::Result<Size> {
    Ok(Size::new(WIDE, HIGH))
}

#[expect(clippy::unnecessary_wraps, reason = "has the form of a terminal that is asked")]
fn small() -> io::Result<Size> {
    Ok(Size::new(12, 4))
}

fn terminal(measure: fn() -> io::Result<Size>) -> Terminal<FrameBackend<Line>> {
    Terminal::new(FrameBackend::new(Line::default(), measure)).expect("terminal")
}

/// Draws a frame and returns what was sent for it, in how many writes.
fn sent(
    terminal: &mut Terminal<FrameBackend<Line>>,
    render: impl FnOnce(&mut Frame<'_>),
) -> (Vec<u8>, usize) {
    terminal.draw(render).expect("drawn");
    let line = std::mem::take(terminal.backend_mut().writer_mut());
    (line.bytes, line.writes)
}

fn parser(size: Size) -> vt100::Parser {
    let number = |n| NonZeroU16::new(n).expect("size");
    vt100::Parser::new(number(size.height), number(size.width), 0)
}

const PAPER: Style = Style::new().fg(Color::Rgb(0, 0, 0)).bg(Color::Rgb(255, 255, 255));
const BOLD: Style = PAPER.add_modifier(Modifier::BOLD);
const LEFT: Style = Style::new().fg(Color::Rgb(0, 114, 178)).bg(Color::Rgb(0, 114, 178));
const SPENT: Style = Style::new().fg(Color::Rgb(222, 222, 222)).bg(Color::Rgb(222, 222, 222));

/// A frame with a clock, its bar and a cursor in the bottom line.
fn clock(frame: &mut Frame<'_>, second: u16) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, PAPER);
    buffer.set_string(1, 1, format!("07:{:02}", 59 - second), BOLD);
    buffer.set_style(Rect::new(7, 1, 40, 1), LEFT);
    buffer.set_style(Rect::new(7 + 40 - second, 1, second, 1), SPENT);
    buffer.set_string(1, 22, "Tip bij Netwerk ► ", PAPER);
    frame.set_cursor_position((19, 22));
}

#[test]
fn a_frame_is_one_write_between_its_marks() {
    let mut terminal = terminal(usual);
    let (bytes, writes) = sent(&mut terminal, |frame| clock(frame, 0));
    assert_eq!(writes, 1);
    assert!(bytes.starts_with(BEGIN) && bytes.ends_with(END));
    assert!(bytes.len() < 3_000, "{}", bytes.len());
}

#[test]
fn a_frame_without_changes_writes_nothing() {
    let mut terminal = terminal(usual);
    sent(&mut terminal, |frame| clock(frame, 3));
    assert_eq!(sent(&mut terminal, |frame| clock(frame, 3)), (Vec::new(), 0));
}

#[test]
fn a_second_of_a_running_clock_is_at_most_a_hundred_bytes() {
    let mut terminal = terminal(usual);
    sent(&mut terminal, |frame| clock(frame, 0));
    for second in 1..30 {
        let (bytes, writes) = sent(&mut terminal, |frame| clock(frame, second));
        assert_eq!(writes, 1);
        assert!(bytes.len() <= 100, "second {second}: {} bytes", bytes.len());
    }
}

#[test]
fn a_clock_whose_bar_has_letters_in_it_stays_within_a_hundred_bytes() {
    let mut terminal = terminal(usual);
    let fill = Style::new().fg(Color::Rgb(213, 111, 100)).bg(Color::Rgb(222, 222, 222));
    let render = |frame: &mut Frame<'_>, second: u16| {
        clock(frame, 0);
        frame.buffer_mut().set_string(1, 1, format!("07:{:02}", 59 - second), BOLD);
        frame.buffer_mut().set_string(7, 1, "█".repeat(40 - usize::from(second)), fill);
        frame.buffer_mut().set_string(47 - second, 1, "░".repeat(second.into()), fill);
    };
    sent(&mut terminal, |frame| render(frame, 0));
    for second in 1..30 {
        let (bytes, _) = sent(&mut terminal, |frame| render(frame, second));
        assert!(bytes.len() <= 130, "second {second}: {} bytes", bytes.len());
    }
}

/// A second of the giant clock of the tijdbewaker, at the design size and on average.
#[test]
fn a_second_of_the_giant_clock_is_little() {
    let (mut model, now) = crate::support::example_of_the_tijdbewaker();
    let theme = crate::support::theme();
    let mut terminal = terminal(usual);
    let mut count = 0;
    for second in 0..=100 {
        let now = Now::fixed(now.at + TimeDelta::seconds(second));
        crate::app::turn::update::update(&mut model, Msg::Wake, &now);
        let (bytes, writes) = sent(&mut terminal, |frame| {
            if let Some(caret) = crate::ui::draw::draw(frame.buffer_mut(), &model, &theme, &now) {
                frame.set_cursor_position(caret);
            }
        });
        assert!(writes <= 1);
        count += if second == 0 { 0 } else { bytes.len() };
    }
    assert!(count <= 150 * 100, "{count} bytes in 100 seconds");
}

#[test]
fn typing_a_letter_sends_the_letter() {
    let mut terminal = terminal(usual);
    let line = |frame: &mut Frame<'_>, text: &str| {
        clock(frame, 0);
        frame.buffer_mut().set_string(19, 22, text, PAPER);
        frame.set_cursor_position((19 + u16::try_from(text.len()).expect("short"), 22));
    };
    sent(&mut terminal, |frame| line(frame, "a"));
    let (bytes, _) = sent(&mut terminal, |frame| line(frame, "ab"));
    let colours = b"\x1b[38;2;0;0;0m".len();
    assert!(bytes.len() <= MARKS + colours + 1, "{}", String::from_utf8_lossy(&bytes));
    let (bytes, _) = sent(&mut terminal, |frame| line(frame, "abc"));
    assert_eq!(bytes, [BEGIN, b"c", END].concat());
}

#[test]
fn moving_only_the_cursor_sends_only_that() {
    let mut terminal = terminal(usual);
    sent(&mut terminal, |frame| frame.set_cursor_position((5, 5)));
    let (bytes, _) = sent(&mut terminal, |frame| frame.set_cursor_position((4, 5)));
    assert_eq!(bytes, [BEGIN, b"\x1b[D", END].concat());
    let (bytes, _) = sent(&mut terminal, |_| {});
    assert_eq!(bytes, [BEGIN, b"\x1b[?25l", END].concat());
    assert_eq!(sent(&mut terminal, |_| {}), (Vec::new(), 0));
}

#[test]
fn nothing_in_a_text_is_obeyed_by_the_terminal() {
    let mut backend = FrameBackend::new(Line::default(), small);
    let cells: Vec<Cell> = ["\x1b[2J", "\x07", "\u{9b}", "x"].into_iter().map(Cell::new).collect();
    backend.draw((0..).zip(&cells).map(|(x, cell)| (x, 0, cell))).expect("drawn");
    backend.flush().expect("sent");
    let bytes = std::mem::take(&mut backend.writer_mut().bytes);
    let mut seen = parser(Size::new(12, 4));
    seen.process(&bytes);
    assert_eq!(seen.screen().contents(), "   x");
    assert!(!bytes.contains(&7));
}

#[test]
fn after_a_picture_the_position_is_told_again() {
    let mut terminal = terminal(small);
    let (bytes, _) = sent(&mut terminal, |frame| {
        frame.buffer_mut().set_string(0, 0, "❄\u{fe0f}ab", PAPER);
    });
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("\x1b[1;3Hab"), "{text:?}");
}

#[test]
fn after_something_else_wrote_the_whole_screen_comes_back() {
    let mut terminal = terminal(usual);
    let mut seen = parser(Size::new(WIDE, HIGH));
    sent(&mut terminal, |frame| clock(frame, 7));
    seen.process(b"\x1b[1;31mrubbish\x1b[2J\x1b[5;5Hmore rubbish\x1b[?25l");
    terminal.backend_mut().forget();
    terminal.clear().expect("cleared");
    let (bytes, writes) = sent(&mut terminal, |frame| clock(frame, 7));
    assert_eq!(writes, 1);
    seen.process(&bytes);
    assert!(seen.screen().contents().contains("07:52"));
    assert!(!seen.screen().contents().contains("rubbish"));
    assert!(!seen.screen().hide_cursor());
    assert_eq!(seen.screen().cursor_position(), (22, 19));
}

#[test]
fn faint_and_blinking_are_never_sent() {
    let mut terminal = terminal(small);
    let style = Style::new().add_modifier(Modifier::DIM | Modifier::SLOW_BLINK | Modifier::RAPID_BLINK);
    let (bytes, _) = sent(&mut terminal, |frame| {
        frame.buffer_mut().set_string(0, 0, "stil", style);
    });
    assert_eq!(bytes, [BEGIN, b"\x1b[H\x1b[mstil\x1b[?25l", END].concat());
}

#[test]
fn a_terminal_that_is_gone_is_an_error_and_no_panic() {
    #[derive(Debug)]
    struct Dead;
    impl Write for Dead {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut terminal = Terminal::new(FrameBackend::new(Dead, usual)).expect("terminal");
    assert!(terminal.draw(|frame| clock(frame, 0)).is_err());
}

#[test]
fn every_number_is_written_as_it_is() {
    for number in [0, 1, 9, 10, 99, 100, 255, 999, 1_000, 9_999, 10_000, u16::MAX] {
        let mut text = Vec::new();
        push_number(&mut text, number);
        assert_eq!(String::from_utf8(text), Ok(number.to_string()));
    }
}
