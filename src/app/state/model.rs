//! Everything the screen depends on. Drawing remembers nothing; what is not here does not exist.

use super::live::Live;
use super::pick::Pick;
use super::reader::Reader;
use super::shown::Shown;
use super::window::Window;
use crate::keys::map::KeyMap;

/// The program.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub screen: Screen,
    pub dialog: Option<Dialog>,
    pub live: Option<Live>,
    pub prefs: Prefs,
    pub size: Size,
    /// One quiet line: what just happened, or why something did not.
    pub notice: Option<Shown>,
    pub keys: KeyMap,
    /// The methods that can be chosen, once they were asked for.
    pub methods: Vec<MethodChoice>,
    /// Whether this window has the keyboard; `None` where the terminal does not tell.
    pub keyboard: Option<bool>,
}

/// Which screen. Work is on the session in `live`.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    Start(Pick),
    Work,
    /// A window beside the begeleidersscherm.
    Window(Window),
    /// The book *Wat werkte*.
    Book(Box<Reader>),
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    Pick(Pick),
    Page(Page),
}

/// Text to read and scroll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub title: Shown,
    pub lines: Vec<Shown>,
    pub scroll: usize,
}

/// The size of the terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// Settings of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prefs {
    /// Names of the themes that can be chosen.
    pub themes: Vec<String>,
    pub theme: usize,
    pub mouse: bool,
    pub bell: bool,
    pub ascii: bool,
    /// How to make the letters of this terminal smaller or larger, in words.
    pub zoom: &'static str,
}

/// A werkwijze in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodChoice {
    pub name: String,
    pub about: String,
    /// Why it cannot be used, in one sentence.
    pub trouble: Option<String>,
}
