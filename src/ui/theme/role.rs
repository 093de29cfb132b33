//! The closed set of roles: what a cell is for. A theme says how each looks.
//!
//! The Dutch names are the keys in a theme file, the letters are what tests print.

use ratatui::style::Color;
use serde::{Deserialize, Serialize};

/// The first colour number used by the probe theme.
const PROBE_FIRST: u8 = 16;

/// Declares the roles once: variant, key in a theme file, letter in tests, carries text or not.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident, $key:literal, $letter:literal, $kind:ident;)+) => {
        /// What a cell on the screen is for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Role {
            $($(#[$doc])* #[serde(rename = $key)] $role,)+
        }

        impl Role {
            /// Every role, in the order of declaration.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$role),+];
            /// How many roles there are.
            pub const COUNT: usize = [$($letter),+].len();

            /// The key of this role in a theme file.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$role => $key),+ }
            }

            /// The letter that stands for this role in a printed screen.
            pub const fn letter(self) -> char {
                match self { $(Self::$role => $letter),+ }
            }

            /// Whether people read text in this role; a fill without text needs no contrast.
            pub const fn carries_text(self) -> bool {
                match self { $(Self::$role => roles!(@$kind)),+ }
            }
        }
    };
    (@text) => { true };
    (@fill) => { false };
}

roles! {
    /// Everything that has no role of its own.
    Text, "tekst", '.', text;
    /// The title line of a screen.
    Title, "titel", 'T', text;
    /// A line between parts.
    Rule, "lijn", '-', text;
    /// The frame of a pane.
    Frame, "kader", 'f', text;
    /// The frame of the pane that gets the keys.
    FrameActive, "kader_actief", 'F', text;
    /// The head of a column or pane.
    Head, "kop", 'h', text;
    /// The head of the column or pane that gets the keys.
    HeadActive, "kop_actief", 'H', text;
    /// The selected row.
    Selected, "gekozen", 'S', text;
    /// A place that was found or marked.
    Mark, "markering", 'm', text;
    /// Help beside what matters.
    Hint, "hint", 'i', text;
    /// The label of de regel or of a field.
    Label, "label", 'l', text;
    /// What is being typed.
    Input, "invoer", 'I', text;
    /// Text that is not for the wall.
    Private, "afgeschermd", 'p', text;
    /// Something to look at now.
    Warn, "waarschuwing", 'w', text;
    /// The part of the time bar that is spent.
    BarDone, "balk_voorbij", 'd', fill;
    /// The part of the time bar that is left.
    BarLeft, "balk_over", 'b', fill;
    /// The clock runs: LOOPT.
    Calm, "loopt", 'c', text;
    /// The time is nearly up: BIJNA.
    Nearly, "bijna", 'n', text;
    /// The time is up: TIJD.
    TimeUp, "tijd", 't', text;
    /// Over time: OVER.
    Over, "over", 'o', text;
    /// The clock stands still: PAUZE, NOG NIET GESTART.
    Paused, "pauze", 'z', text;
    /// The inside of a window over the screen.
    Popup, "venster", 'v', text;
    /// The frame of such a window.
    PopupFrame, "venster_kader", 'V', text;
    /// The head of such a window.
    PopupHead, "venster_kop", 'W', text;
    /// A key in the key bar.
    KeyName, "toets", 'k', text;
    /// What that key does.
    KeyText, "toets_uitleg", 'u', text;
    /// Saved: `Bewaard 14:12`.
    Saved, "bewaard", 's', text;
    /// Not saved: `NIET BEWAARD`.
    Unsaved, "niet_bewaard", '!', text;
    /// The blocks of which big digits are made.
    Big, "cijfer", '#', fill;
    /// Edge cell: the client.
    KindC, "soort_client", '1', fill;
    /// Edge cell: the network.
    KindN, "soort_netwerk", '2', fill;
    /// Edge cell: informal care.
    KindI, "soort_informeel", '3', fill;
    /// Edge cell: formal care.
    KindF, "soort_formeel", '4', fill;
    /// Edge cell: none of these.
    KindX, "soort_anders", '5', fill;
}

impl Role {
    /// The place of this role in a table of all roles.
    pub(super) const fn number(self) -> usize {
        self as usize
    }

    /// The foreground of this role in the probe theme.
    pub(super) fn probe(self) -> Color {
        let number = u8::try_from(self.number()).unwrap_or_default();
        Color::Indexed(PROBE_FIRST + number)
    }

    /// The role that has this foreground in the probe theme.
    #[doc(hidden)]
    pub fn of_probe(colour: Color) -> Option<Self> {
        let Color::Indexed(number) = colour else { return None };
        let place = number.checked_sub(PROBE_FIRST)?;
        Self::ALL.get(usize::from(place)).copied()
    }
}
