//! Oogst leads a casuïstiekbespreking on a screen that a whole group looks at.
//!
//! The working screen, with the module behind each region:
//!
//! ```text
//!  5  Ideeën en tips              AKAD · casus Linde   Bewaard 14:12   app::layout::frame
//!  07:41 ██████████████░░░░  LOOPT  2 min uitgelopen, einde …  15:04   ui::clock, domain::forecast
//! ── netwerk 02:10 ────────────────────────────────────────────────   app::layout::frame, app::things
//!  IK wil weer naar de markt op dinsdag                                app::steps::verzamelen
//! ╔ C Cliënt 2 ═══════════════════════╗┌ N ──────┐┌ I ──────┐┌ F ──┐  app::board, app::layout,
//! ║ 1 loopt graag: zelf route kiezen  ║│Netwerk  ││Informeel││For… │  ui::board
//! ╚═══════════════════════════════════╝└─────────┘└─────────┘└─────┘
//!  Vragenronde: nog 5 mensen                                           app::things::round, app::state
//!  Laatst: tip 14 bij Netwerk. Terugdraaien: Ctrl+Z                    text::deeds
//!  Tip bij Netwerk ► _                                           0/90  app::state::line, ui::regel
//!   Enter  toevoegen   Tab  volgend vak   F4  kaart   Esc  menu        keys::map, app::layout
//! ```
//!
//! Who may know whom: `domain ← text ← app ← ui`, `domain, text ← paper`, and everything `← io ←
//! main`. A test reads the source tree and fails on a path that goes the other way.
//!
//! The [`guide`] says why things are as they are, what `decision 15`, `V-T3` and `S001` mean, and
//! how a new step is added.

pub mod app;
pub mod cli;
pub mod domain;
pub mod guide;
pub mod io;
pub mod keys;
pub mod paper;
#[doc(hidden)]
pub mod support;
pub mod text;
pub mod ui;
