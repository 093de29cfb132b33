//! A theme: the colours and attributes of every role on the screen, ready to look up.
//!
//! Drawing names a [`Role`], never a colour. [`raw`] is the shape a user writes, [`colour`] knows
//! what a terminal can show. Must not know: files, the environment, what is drawn.

pub mod colour;
pub mod raw;
mod role;

use ratatui::style::{Color, Modifier, Style};

pub use colour::{Depth, Rgb};
pub use role::Role;

use crate::domain::method::check::Problem;
use raw::RawTheme;

/// The theme used when nothing else is asked, and the parent of a theme that names none.
pub const DEFAULT: &str = "licht";

/// The shipped themes: name and text. The same list as the folder `themes/`.
pub const SHIPPED: [(&str, &str); 4] = [
    ("licht", include_str!("../../themes/licht.ron")),
    ("donker", include_str!("../../themes/donker.ron")),
    ("contrast", include_str!("../../themes/contrast.ron")),
    ("mono", include_str!("../../themes/mono.ron")),
];

/// The text of a shipped theme.
pub fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, text)| *text)
}

/// How a role looks, before it is known what the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub fore: Rgb,
    pub back: Rgb,
    pub bold: bool,
    pub underline: bool,
    pub reverse: bool,
}

impl Look {
    /// The colours as they appear: foreground and background.
    pub fn shown(&self) -> (Rgb, Rgb) {
        if self.reverse { (self.back, self.fore) } else { (self.fore, self.back) }
    }

    fn modifier(self) -> Modifier {
        let given = |on, modifier| if on { modifier } else { Modifier::empty() };
        given(self.bold, Modifier::BOLD)
            | given(self.underline, Modifier::UNDERLINED)
            | given(self.reverse, Modifier::REVERSED)
    }
}

/// A theme with every inheritance and every named colour worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    pub name: String,
    of: [Look; Role::COUNT],
}

impl Looks {
    /// How `role` looks.
    pub fn of(&self, role: Role) -> Look {
        self.of.get(role.number()).copied().unwrap_or_default()
    }
}

/// Works out the theme called `name`. `find` is asked for that theme and its parents only, so that
/// starting the program reads no theme it does not use.
///
/// # Errors
/// Every problem found, each with its path in the file of the theme called `name`.
pub fn resolve(name: &str, find: &mut dyn FnMut(&str) -> Option<RawTheme>) -> Result<Looks, Vec<Problem>> {
    raw::resolve(name, find).map(|of| Looks { name: name.to_owned(), of })
}

/// The styles of every role, as the terminal at hand can show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub name: String,
    pub depth: Depth,
    styles: [Style; Role::COUNT],
}

impl Theme {
    /// The theme for a terminal that shows `depth`.
    pub fn new(looks: &Looks, depth: Depth) -> Self {
        let (_, paper) = looks.of(Role::Text).shown();
        let styles = Role::ALL.map(|role| style(looks.of(role), depth, paper));
        Self { name: looks.name.clone(), depth, styles }
    }

    /// The style of a role: foreground, background and attributes.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role.number()).copied().unwrap_or_default()
    }

    /// A theme for tests in which every role has a colour of its own; see [`super::probe`].
    #[doc(hidden)]
    pub fn probe() -> Self {
        let styles = Role::ALL.map(|role| Style::new().fg(role.probe()).bg(Color::Indexed(255)));
        Self { name: "proef".to_owned(), depth: Depth::C256, styles }
    }
}

/// Without colours a fill that stands out by light and dark is shown reversed, any other fill by
/// a line under it.
fn style(look: Look, depth: Depth, paper: Rgb) -> Style {
    let (fore, back) = (colour::shown(look.fore, depth), colour::shown(look.back, depth));
    if let (Some(fore), Some(back)) = (fore, back) {
        let bold = look.bold && !colour::bold_changes(fore);
        return Style::new().fg(fore).bg(back).add_modifier(Look { bold, ..look }.modifier());
    }
    let (_, fill) = look.shown();
    let reverse = fill.is_dark() != paper.is_dark();
    let underline = look.underline || (fill != paper && !reverse);
    Style::new().add_modifier(Look { underline, reverse, ..look }.modifier())
}

#[cfg(test)]
mod tests;
