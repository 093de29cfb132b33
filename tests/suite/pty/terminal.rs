//! A terminal with the program in it: writes keys, keeps what came out, and shows it.

use super::process::{LIMIT, Process, until};
use crate::engine::{Engine, Xterm, text};
use oogst::keys::key::{Key, script};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::Signal;
use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vt100::{MouseProtocolMode, Parser};

/// The size everything is designed for.
pub const USUAL: (u16, u16) = (80, 24);

/// What came out so far.
struct Output {
    raw: Vec<u8>,
    parser: Parser,
    /// Reads the same, as another kind of terminal does.
    other: Xterm,
    /// The text after the last whole frame.
    shown: String,
    /// The text of the other kind, when it shows something else.
    differs: Option<String>,
    /// Nobody wants to read any more.
    over: bool,
}

type Shared = Arc<(Mutex<Output>, Condvar)>;

/// The program in its terminal. Dropping it kills the program.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    /// Our own hold on the side of the program: its settings, and what it has not read yet.
    line: OwnedFd,
    output: Shared,
    reader: Option<JoinHandle<()>>,
    /// Nobody reads what comes out.
    hung: Arc<AtomicBool>,
    before: String,
}

/// How it ended.
pub struct Ended {
    pub code: u32,
    pub raw: Vec<u8>,
    /// The text of the screen the shell has back.
    pub screen: String,
    /// What is still switched on that was not on before.
    pub left_on: Vec<&'static str>,
    /// Settings of the line are as they were.
    pub line_is_as_before: bool,
}

impl Terminal {
    /// Starts the program with its folders in `map`.
    pub fn start(map: &Path, args: &[&str]) -> Self {
        Self::sized(map, args, USUAL)
    }

    pub fn sized(map: &Path, args: &[&str], size: (u16, u16)) -> Self {
        let mut all = vec![OsStr::new("--map"), map.as_os_str()];
        all.extend(args.iter().map(OsStr::new));
        Self::spawn(map, &all, size, &[])
    }

    /// Starts the program with exactly these arguments; `None` takes a variable away.
    pub fn spawn(
        cwd: &Path,
        args: &[&OsStr],
        size: (u16, u16),
        environment: &[(&str, Option<&str>)],
    ) -> Self {
        Self::program(OsStr::new(env!("CARGO_BIN_EXE_oogst")), cwd, args, size, environment)
    }

    /// Starts any program.
    pub fn program(
        program: &OsStr,
        cwd: &Path,
        args: &[&OsStr],
        size: (u16, u16),
        environment: &[(&str, Option<&str>)],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a pseudo terminal");
        let name = pair.master.tty_name().expect("its name");
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC | OFlags::NONBLOCK;
        let line = rustix::fs::open(name, flags, Mode::empty()).expect("the other side");
        let before = settings(&tcgetattr(&line).expect("settings"));
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(cwd);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", cwd);
        for (name, value) in environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (rows, columns) = cells(size);
        let output = Output {
            raw: Vec::new(),
            parser: Parser::new(rows, columns, 0),
            other: Xterm::new(size.0, size.1),
            shown: String::new(),
            differs: None,
            over: false,
        };
        let output: Shared = Arc::new((Mutex::new(output), Condvar::new()));
        let shared = Arc::clone(&output);
        let hung = Arc::new(AtomicBool::new(false));
        let stops = Arc::clone(&hung);
        let reader = std::thread::spawn(move || read_all(reader, &shared, &stops));
        Self {
            child,
            master: Some(pair.master),
            writer: Some(writer),
            line,
            output,
            reader: Some(reader),
            hung,
            before,
        }
    }

    pub fn process(&self) -> Process {
        Process(self.child.process_id().expect("a number"))
    }

    /// Puts bytes on the line, without waiting for anything.
    pub fn write(&mut self, bytes: &[u8]) -> &mut Self {
        let writer = self.writer.as_mut().expect("the line is there");
        writer.write_all(bytes).and_then(|()| writer.flush()).expect("written");
        self
    }

    /// Presses the keys of a script as a calm hand does: text in one go, every other key when the
    /// program has dealt with what came before.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut text = String::new();
        for key in script(keys).expect("a key script") {
            if let Key::Char(c) = key {
                text.push(c);
                continue;
            }
            if !text.is_empty() {
                self.press(std::mem::take(&mut text).as_bytes());
            }
            self.press(&bytes(key));
        }
        if !text.is_empty() {
            self.press(text.as_bytes());
        }
        self
    }

    /// Bytes, and then until the program has dealt with them and sleeps.
    pub fn press(&mut self, bytes: &[u8]) -> &mut Self {
        let process = self.process();
        let before = process.reads();
        self.write(bytes);
        let dealt = until(|| {
            process.state().is_none_or(|state| state == 'Z')
                || (process.reads() > before && self.unread() == 0 && process.rests())
        });
        assert!(dealt, "the program stays busy: {:#?}\n{}", process.threads(), self.text());
        self
    }

    /// A paste as terminals announce it.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.press(format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")).as_bytes())
    }

    /// Hangs: from now on nothing that comes out is read, until `false`.
    pub fn hang(&mut self, hung: bool) -> &mut Self {
        self.hung.store(hung, Ordering::SeqCst);
        self
    }

    /// Bytes that the program has not read yet.
    pub fn unread(&self) -> u64 {
        rustix::io::ioctl_fionread(&self.line).unwrap_or(0)
    }

    /// Waits until nothing happens in the program.
    pub fn rest(&mut self) -> &mut Self {
        assert!(until(|| self.process().rests()), "never at rest: {:#?}", self.process().threads());
        self
    }

    /// The text on the screen after the last whole frame.
    pub fn text(&self) -> String {
        self.output.0.lock().unwrap().shown.clone()
    }

    /// Everything that came out so far.
    pub fn raw(&self) -> Vec<u8> {
        self.output.0.lock().unwrap().raw.clone()
    }

    /// How many bytes came out so far.
    pub fn sent(&self) -> usize {
        self.output.0.lock().unwrap().raw.len()
    }

    /// Waits for words on the screen.
    #[track_caller]
    pub fn wait_for(&self, words: &str) -> String {
        self.wait(&format!("'{words}'"), |text| text.contains(words))
    }

    /// Waits until words have gone from the screen.
    #[track_caller]
    pub fn wait_gone(&self, words: &str) -> String {
        self.wait(&format!("no '{words}'"), |text| !text.contains(words))
    }

    #[track_caller]
    pub fn wait(&self, what: &str, fits: impl Fn(&str) -> bool) -> String {
        let (output, news) = &*self.output;
        let end = Instant::now() + LIMIT;
        let mut output = output.lock().unwrap();
        // Both kinds of terminal have to show it.
        while output.differs.is_some() || !fits(&output.shown) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let (shown, differs) = (output.shown.clone(), output.differs.clone());
                drop(output);
                let differs =
                    differs.map_or(String::new(), |text| format!("\nand another terminal shows:\n{text}"));
                panic!("waited in vain for {what}:\n{shown}{differs}");
            }
            output = news.wait_timeout(output, left.min(Duration::from_millis(500))).unwrap().0;
        }
        output.shown.clone()
    }

    /// Presses a key until words are there: for a key that is deliberately deaf for a moment.
    #[track_caller]
    pub fn press_until(&mut self, key: &str, words: &str) -> &mut Self {
        let end = Instant::now() + LIMIT;
        while !self.text().contains(words) {
            assert!(Instant::now() < end, "'{words}' does not come:\n{}", self.text());
            self.keys(key);
            super::process::pass(Duration::from_millis(100));
        }
        self
    }

    /// What is switched on in the terminal.
    pub fn modes(&self) -> Vec<&'static str> {
        modes(&self.output.0.lock().unwrap().parser)
    }

    /// Settings of the line are as they were before the start.
    pub fn line_is_as_before(&self) -> bool {
        tcgetattr(&self.line).is_ok_and(|now| settings(&now) == self.before)
    }

    pub fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        {
            let mut output = self.output.0.lock().unwrap();
            let (rows, columns) = cells(size);
            output.parser.screen_mut().set_size(rows, columns);
            output.other.resize(size.0, size.1);
        }
        self.resize_line(size)
    }

    /// Tells the program this size, whatever is read here.
    pub fn resize_line(&mut self, size: (u16, u16)) -> &mut Self {
        self.master.as_ref().expect("the line is there").resize(pty_size(size)).expect("another size");
        self
    }

    /// Pulls the plug: the program loses its terminal without a word.
    pub fn cut(&mut self) {
        self.output.0.lock().unwrap().over = true;
        self.let_go();
        // The reader holds the line too; one byte wakes it, and it sees that it is over.
        let _ = rustix::io::write(&self.line, b" ");
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends");
        }
    }

    /// The writer would say goodbye with a line and an end of input; nobody typed those.
    fn let_go(&mut self) {
        if let Ok(mut now) = tcgetattr(&self.line) {
            now.special_codes[SpecialCodeIndex::VEOF] = 0;
            let _ = tcsetattr(&self.line, OptionalActions::Now, &now);
        }
        self.writer = None;
        self.master = None;
    }

    pub fn kill(&self, signal: Signal) -> &Self {
        self.process().kill(signal);
        self
    }

    /// Kills at once, as a power cut of one program.
    pub fn kill_dead(mut self) {
        self.kill(Signal::KILL);
        self.child.wait().expect("ended");
    }

    /// Waits until the program has ended by itself.
    #[track_caller]
    pub fn ended(mut self) -> Ended {
        let mut code = None;
        let ended = until(|| {
            code = self.child.try_wait().expect("asked");
            code.is_some()
        });
        assert!(ended, "the program goes on:\n{}", self.text());
        let line_is_as_before = self.line_is_as_before();
        self.hang(false);
        if let Some(reader) = self.reader.take() {
            // The reader stops after this byte, so everything before it has been read.
            self.output.0.lock().unwrap().over = true;
            let _ = rustix::io::write(&self.line, b" ");
            reader.join().expect("the reader ends");
        }
        let output = self.output.0.lock().unwrap();
        Ended {
            code: code.map_or(1, |status| status.exit_code()),
            raw: output.raw.clone(),
            screen: text_of(&output.parser),
            left_on: modes(&output.parser),
            line_is_as_before,
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.let_go();
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.output.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).over = true;
        let _ = rustix::io::write(&self.line, b" ");
    }
}

fn read_all(mut from: Box<dyn Read + Send>, to: &Shared, hung: &AtomicBool) {
    let (output, news) = &**to;
    let mut chunk = vec![0; 64 << 10];
    while let Ok(count) = from.read(&mut chunk) {
        let mut output = output.lock().unwrap();
        let bytes = &chunk[..count];
        output.raw.extend_from_slice(bytes);
        output.parser.process(bytes);
        output.other.feed(bytes);
        if count == 0 || is_whole(&output.raw) {
            output.shown = text_of(&output.parser);
            // vt100 leaves the sign for broken bytes out.
            let other = text(&output.other).replace('\u{fffd}', " ");
            output.differs = (other != output.shown).then_some(other);
        }
        news.notify_all();
        if count == 0 || output.over {
            return;
        }
        drop(output);
        until(|| !hung.load(Ordering::SeqCst));
    }
}

/// Whether no frame is half way.
fn is_whole(raw: &[u8]) -> bool {
    let last = |mark: &[u8]| raw.windows(mark.len()).rposition(|bytes| bytes == mark);
    match (last(b"\x1b[?2026h"), last(b"\x1b[?2026l")) {
        (Some(begin), Some(end)) => end > begin,
        (Some(_), None) => false,
        (None, _) => true,
    }
}

fn text_of(parser: &Parser) -> String {
    let width = parser.screen().size().1;
    let rows = parser.screen().rows(0, width.get());
    rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn modes(parser: &Parser) -> Vec<&'static str> {
    let screen = parser.screen();
    let all = [
        (screen.alternate_screen(), "alternate screen"),
        (screen.bracketed_paste(), "bracketed paste"),
        (screen.hide_cursor(), "hidden cursor"),
        (screen.mouse_protocol_mode() != MouseProtocolMode::None, "mouse"),
        (screen.application_keypad(), "keypad"),
        (screen.application_cursor(), "cursor keys"),
    ];
    all.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect()
}

fn settings(termios: &Termios) -> String {
    format!("{termios:?}")
}

fn pty_size((columns, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Rows and columns, as the emulator wants them.
fn cells((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap())
}

/// What a terminal sends for a key.
pub fn bytes(key: Key) -> Vec<u8> {
    let fixed: &[u8] = match key {
        Key::Char(c) => return c.to_string().into_bytes(),
        Key::Ctrl(c) => return vec![u8::try_from(c).expect("a letter") & 0x1f],
        Key::F(n @ 1..=4) => return vec![0x1b, b'O', b'O' + n],
        Key::F(n) => {
            let codes = [15, 17, 18, 19, 20, 21, 23, 24];
            return format!("\x1b[{}~", codes[usize::from(n) - 5]).into_bytes();
        }
        Key::Enter => b"\r",
        Key::Esc => b"\x1b",
        Key::Tab => b"\t",
        Key::BackTab => b"\x1b[Z",
        Key::Backspace => b"\x7f",
        Key::Delete => b"\x1b[3~",
        Key::Up => b"\x1b[A",
        Key::Down => b"\x1b[B",
        Key::Right => b"\x1b[C",
        Key::Left => b"\x1b[D",
        Key::Home => b"\x1b[H",
        Key::End => b"\x1b[F",
        Key::PageUp => b"\x1b[5~",
        Key::PageDown => b"\x1b[6~",
    };
    fixed.to_vec()
}
