//! The command line: arguments in, an [`Orders`] out. Owns what can be typed and every sentence
//! about what was typed wrong.
//!
//! Pure: nothing is looked up, read or printed here. Must not know: files, folders that exist,
//! what a command does.

mod help;
pub mod words;

#[cfg(test)]
mod tests;

pub use help::help;

use crate::paper::lessons::Form;
use crate::paper::{Format, Sheet};
use crate::text::counts::list;
use crate::text::near::nearest;
use lexopt::Arg;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// The word for the newest session.
const LATEST: &str = "laatste";
/// The word for every format of a sheet.
const ALL: &str = "alles";
/// The word for the table of all tips.
const IDEAS: &str = "csv";

/// What somebody asked for, with what holds for every command.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Orders {
    pub order: Order,
    /// `--map`: everything in this folder.
    pub map: Option<PathBuf>,
    pub theme: Option<String>,
    pub ascii: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Order {
    /// The start screen.
    #[default]
    Start,
    New,
    Open(SessionName),
    Practice {
        /// Id of the werkwijze.
        method: Option<String>,
        fresh: bool,
    },
    /// The window of the group.
    Group,
    /// The window of the tijdbewaker.
    Time,
    Export(Export),
    Papers {
        /// Id of the werkwijze.
        method: Option<String>,
        /// Only this one, also one that is not made otherwise.
        sheet: Option<Sheet>,
        to: Option<PathBuf>,
    },
    Handbook {
        formats: Vec<Format>,
        to: Target,
    },
    /// What became of the tips: of this session, of the only one, or from the list.
    Review(Option<SessionName>),
    Packet(Packing),
    TakeOver {
        file: PathBuf,
        /// Without asking.
        yes: bool,
    },
    /// The book *Wat werkte*: on the screen, or as a file.
    Book(Option<(Form, Target)>),
    Check(Vec<PathBuf>),
    Repair(SessionName),
    Wipe(Wipe),
    List,
    Help,
    Version,
}

/// Which session, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionName {
    Latest,
    /// A folder name or a path; which of the two shows on disk.
    Named(PathBuf),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    pub session: SessionName,
    /// `None` when it was not said: all of them, or text on the screen.
    pub formats: Option<Formats>,
    pub to: Target,
    /// `None` for the one the meeting is for.
    pub sheet: Option<Sheet>,
    /// Only this casus, counted from 1; otherwise all.
    pub casus: Option<u32>,
    /// What the privacy filter found stays as it was typed; a BSN never leaves.
    pub unfiltered: bool,
}

/// What is to be taken off the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wipe {
    pub session: SessionName,
    /// Only this casus, counted from 1; otherwise everything.
    pub casus: Option<u32>,
}

/// One casus as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packing {
    pub session: SessionName,
    /// Counted from 1; needed when there are more.
    pub casus: Option<u32>,
    pub to: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formats {
    All,
    One(Format),
    /// Not a sheet: all tips of the meeting in a table.
    Ideas,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The usual folder.
    Usual,
    Folder(PathBuf),
    /// `-`: standard output.
    Screen,
}

/// Why the line was not understood: a sentence, and how to go on. Exit code 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misuse(pub String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Alle mogelijkheden zie je met: oogst --help", self.0)
    }
}

impl std::error::Error for Misuse {}

/// Reads the arguments, without the name of the program.
///
/// # Errors
/// One sentence about the first thing that is wrong.
pub fn parse<I>(arguments: I) -> Result<Orders, Misuse>
where
    I: IntoIterator<Item = OsString>,
{
    let line = Line::read(arguments.into_iter().collect())?;
    let (map, theme, ascii) = (line.path("map"), line.text("thema"), line.has("ascii"));
    Ok(Orders { order: line.order()?, map, theme, ascii })
}

/// The line in its parts: words in order, options by name.
#[derive(Debug, Default)]
struct Line {
    words: Vec<OsString>,
    options: Vec<(&'static words::Choice, OsString)>,
}

impl Line {
    fn read(arguments: Vec<OsString>) -> Result<Self, Misuse> {
        let mut line = Self::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        loop {
            let name = match parser.next().map_err(|error| misread(&error))? {
                None => return Ok(line),
                Some(Arg::Value(word)) => {
                    line.words.push(word);
                    continue;
                }
                Some(Arg::Short('h')) => "help".to_owned(),
                Some(Arg::Short(letter)) => return Err(unknown_option(&letter.to_string(), "-")),
                Some(Arg::Long("version")) => "versie".to_owned(),
                Some(Arg::Long(name)) => name.to_owned(),
            };
            let choice = words::option(&name).ok_or_else(|| unknown_option(&name, "--"))?;
            let value = if choice.value.is_empty() { OsString::new() } else { value(&mut parser, choice)? };
            line.options.push((choice, value));
        }
    }

    /// The last one counts, as everywhere.
    fn option(&self, name: &str) -> Option<&OsString> {
        self.options.iter().rev().find(|(choice, _)| choice.name == name).map(|(_, value)| value)
    }

    fn has(&self, name: &str) -> bool {
        self.option(name).is_some()
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        self.option(name).map(PathBuf::from)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.option(name).map(|value| value.to_string_lossy().into_owned())
    }

    fn order(&self) -> Result<Order, Misuse> {
        let (word, after) = match self.words.split_first() {
            Some((word, after)) => (word.to_string_lossy().into_owned(), after),
            None => (String::new(), self.words.as_slice()),
        };
        if self.has("help") || matches!(word.as_str(), "help" | "hulp") {
            return Ok(Order::Help);
        }
        if self.has("versie") {
            return Ok(Order::Version);
        }
        if !word.is_empty() && words::command(&word).is_none() {
            return Err(unknown_command(&word));
        }
        self.fits(&word)?;
        let most = match word.as_str() {
            "open" | "inzien" | "export" | "pakket" | "neem-over" | "herstel" | "wis" => 1,
            "controleer" => usize::MAX,
            _ => 0,
        };
        if let Some(extra) = after.get(most) {
            let extra = extra.to_string_lossy();
            return Err(Misuse(format!(
                "Het woord '{extra}' is te veel; {} heeft er geen plek voor.",
                said(&word)
            )));
        }
        self.command(&word, after)
    }

    fn command(&self, word: &str, after: &[OsString]) -> Result<Order, Misuse> {
        Ok(match word {
            "nieuw" => Order::New,
            "open" => Order::Open(session(word, after)?),
            "oefen" => Order::Practice { method: self.text("werkwijze"), fresh: self.has("opnieuw") },
            "export" => Order::Export(self.export(session(word, after)?)?),
            "groepsscherm" => Order::Group,
            "tijd" => Order::Time,
            "bladen" => Order::Papers {
                method: self.text("werkwijze"),
                sheet: self.text("blad").map(|typed| sheet(&typed)).transpose()?,
                to: self.papers_to()?,
            },
            "handleiding" => self.handbook()?,
            "inzien" if after.is_empty() => Order::Review(None),
            "inzien" => Order::Review(Some(session(word, after)?)),
            "pakket" => Order::Packet(self.packing(session(word, after)?)?),
            "neem-over" => match after.first() {
                Some(file) if !file.is_empty() => {
                    Order::TakeOver { file: PathBuf::from(file), yes: self.has("ja") }
                }
                _ => {
                    let sentence =
                        "Welk pakket? Zet het bestand erachter, zoals: oogst neem-over pakket.ron.";
                    return Err(Misuse(sentence.to_owned()));
                }
            },
            "boek" => Order::Book(self.book()?),
            "controleer" if after.is_empty() => {
                let sentence = "Welk bestand? Zet de naam erachter, zoals: oogst controleer mijn.ron.";
                return Err(Misuse(sentence.to_owned()));
            }
            "controleer" => Order::Check(after.iter().map(PathBuf::from).collect()),
            "herstel" => Order::Repair(session(word, after)?),
            "wis" => {
                let casus = self.text("casus").map(|typed| number(&typed)).transpose()?;
                Order::Wipe(Wipe { session: session(word, after)?, casus })
            }
            "lijst" => Order::List,
            _ => Order::Start,
        })
    }

    /// Whether every option belongs to this command.
    fn fits(&self, word: &str) -> Result<(), Misuse> {
        let own = words::COMMANDS.iter().find(|command| command.word == word).map_or(&[][..], |c| c.options);
        for (choice, _) in &self.options {
            let name = choice.name;
            if words::EVERYWHERE.contains(choice) || own.contains(&name) {
                continue;
            }
            let of = words::COMMANDS.iter().filter(|command| command.options.contains(&name));
            let of: Vec<&str> = of.map(|command| command.word).collect();
            let of = list(&of);
            return Err(Misuse(format!("--{name} hoort bij {of}, niet bij {}.", said(word))));
        }
        Ok(())
    }

    fn export(&self, session: SessionName) -> Result<Export, Misuse> {
        let sheet = self.text("blad").map(|typed| sheet(&typed)).transpose()?;
        let casus = self.text("casus").map(|typed| number(&typed)).transpose()?;
        if let Some(sheet) = sheet.filter(|sheet| casus.is_some() && !sheet.is_per_casus()) {
            let name = sheet.name();
            return Err(Misuse(format!("{name} is voor de hele bespreking. Laat --casus weg.")));
        }
        let formats = self.text("als").map(|typed| formats(&typed)).transpose()?;
        let to = self.target();
        if formats == Some(Formats::Ideas) && (self.has("blad") || casus.is_some()) {
            let sentence = format!("{IDEAS} is één tabel van alle tips. Laat --blad en --casus weg.");
            return Err(Misuse(sentence));
        }
        fits_target(formats, &to)?;
        Ok(Export { session, formats, to, sheet, casus, unfiltered: self.has("ongefilterd") })
    }

    fn handbook(&self) -> Result<Order, Misuse> {
        let formats = self.text("als").map(|typed| formats(&typed)).transpose()?;
        let to = self.target();
        fits_target(formats, &to)?;
        let formats = match formats {
            Some(Formats::One(format)) => vec![format],
            Some(Formats::All) => Format::ALL.to_vec(),
            Some(Formats::Ideas) => {
                let names = known(|_| true, &[ALL]).join(", ");
                return Err(Misuse(format!(
                    "{IDEAS} is een tabel van tips. Kies achter --als uit: {names}."
                )));
            }
            None if to == Target::Screen => vec![Format::Text],
            None => vec![Format::Html, Format::Text],
        };
        Ok(Order::Handbook { formats, to })
    }

    fn packing(&self, session: SessionName) -> Result<Packing, Misuse> {
        let casus = self.text("casus").map(|typed| number(&typed)).transpose()?;
        Ok(Packing { session, casus, to: self.target() })
    }

    fn target(&self) -> Target {
        match self.path("naar") {
            None => Target::Usual,
            Some(path) if path.as_os_str() == "-" => Target::Screen,
            Some(path) => Target::Folder(path),
        }
    }

    fn book(&self) -> Result<Option<(Form, Target)>, Misuse> {
        let Some(typed) = self.text("als") else {
            let lost = "Zet ook de soort erbij: --als csv of --als md.";
            return if self.has("naar") { Err(Misuse(lost.to_owned())) } else { Ok(None) };
        };
        let form = Form::ALL.into_iter().find(|form| typed.eq_ignore_ascii_case(form.word()));
        let names = Form::ALL.map(Form::word);
        let form = form.ok_or_else(|| unknown(&format!("De soort '{typed}'"), &typed, &names))?;
        Ok(Some((form, self.target())))
    }

    fn papers_to(&self) -> Result<Option<PathBuf>, Misuse> {
        match self.path("naar") {
            Some(path) if path.as_os_str() == "-" => {
                Err(Misuse("De bladen gaan naar een map. Noem er een achter --naar.".to_owned()))
            }
            path => Ok(path),
        }
    }
}

/// The screen shows one text.
fn fits_target(formats: Option<Formats>, to: &Target) -> Result<(), Misuse> {
    match formats {
        Some(Formats::All) if *to == Target::Screen => {
            let texts = known(Format::is_text, &[IDEAS]).join(", ");
            Err(Misuse(format!("Op het scherm past één soort. Kies achter --als uit: {texts}.")))
        }
        Some(Formats::One(format)) if *to == Target::Screen && !format.is_text() => {
            let name = format.extension();
            Err(Misuse(format!("{name} past niet op het scherm. Noem een map achter --naar.")))
        }
        Some(_) | None => Ok(()),
    }
}

fn value(parser: &mut lexopt::Parser, choice: &words::Choice) -> Result<OsString, Misuse> {
    let value = parser.value().unwrap_or_default();
    // `--naar --als md`: the folder was forgotten, whatever the rules of the game say.
    if value.is_empty() || value.to_string_lossy().starts_with("--") {
        return Err(Misuse(format!("Achter --{} hoort {}.", choice.name, choice.lack)));
    }
    Ok(value)
}

fn session(word: &str, after: &[OsString]) -> Result<SessionName, Misuse> {
    match after.first() {
        Some(name) if name == LATEST => Ok(SessionName::Latest),
        Some(name) if !name.is_empty() => Ok(SessionName::Named(PathBuf::from(name))),
        _ => Err(Misuse(format!(
            "Welke bespreking? Zet de naam erachter, zoals: oogst {word} laatste. De namen zie je met: oogst \
             lijst."
        ))),
    }
}

fn sheet(typed: &str) -> Result<Sheet, Misuse> {
    let names = Sheet::ALL.map(Sheet::word);
    Sheet::parse(typed).ok_or_else(|| unknown(&format!("Het blad '{typed}'"), typed, &names))
}

fn formats(typed: &str) -> Result<Formats, Misuse> {
    if typed.eq_ignore_ascii_case(ALL) {
        return Ok(Formats::All);
    }
    if typed.eq_ignore_ascii_case(IDEAS) {
        return Ok(Formats::Ideas);
    }
    let format = Format::parse(typed).map(Formats::One);
    let names = known(|_| true, &[IDEAS, ALL]);
    format.ok_or_else(|| unknown(&format!("De soort '{typed}'"), typed, &names))
}

/// The words for the formats that fit, and what else may stand there.
fn known(fits: impl Fn(Format) -> bool, more: &[&'static str]) -> Vec<&'static str> {
    let formats = Format::ALL.into_iter().filter(|format| fits(*format)).map(Format::extension);
    formats.chain(more.iter().copied()).collect()
}

fn number(typed: &str) -> Result<u32, Misuse> {
    let number = typed.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| {
        Misuse(format!("'{typed}' is geen nummer van een casus. Schrijf bijvoorbeeld: --casus 1."))
    })
}

fn unknown_command(word: &str) -> Misuse {
    let known: Vec<&str> =
        words::COMMANDS.iter().map(|command| command.word).filter(|word| !word.is_empty()).collect();
    unknown(&format!("Het woord '{word}'"), word, &known)
}

fn unknown_option(name: &str, dashes: &str) -> Misuse {
    let known = words::OPTIONS.iter().chain(&words::EVERYWHERE).map(|option| option.name);
    let known: Vec<&str> = known.collect();
    let subject = format!("De optie '{dashes}{name}'");
    match nearest(name, &known).filter(|_| dashes == "--") {
        Some(near) => Misuse(format!("{subject} bestaat niet. Bedoel je --{near}?")),
        None => Misuse(format!("{subject} bestaat niet.")),
    }
}

fn unknown(subject: &str, typed: &str, known: &[&str]) -> Misuse {
    match nearest(typed, known) {
        Some(near) => Misuse(format!("{subject} bestaat niet. Bedoel je '{near}'?")),
        None => Misuse(format!("{subject} bestaat niet. Kies uit: {}.", known.join(", "))),
    }
}

/// The command in a sentence.
fn said(word: &str) -> String {
    if word.is_empty() { "het startscherm".to_owned() } else { format!("oogst {word}") }
}

fn misread(error: &lexopt::Error) -> Misuse {
    match error {
        lexopt::Error::UnexpectedValue { option, .. } => {
            Misuse(format!("{option} staat op zichzelf; laat weg wat er met = achter staat."))
        }
        lexopt::Error::MissingValue { .. }
        | lexopt::Error::UnexpectedOption(_)
        | lexopt::Error::UnexpectedArgument(_)
        | lexopt::Error::ParsingFailed { .. }
        | lexopt::Error::NonUnicodeValue(_)
        | lexopt::Error::Custom(_) => Misuse("Deze regel is niet te lezen.".to_owned()),
    }
}
