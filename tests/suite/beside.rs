//! The windows beside the begeleidersscherm as they are drawn: each row of text, then the roles of
//! its cells.

#![expect(clippy::expect_used, reason = "a test may stop")]

use crate::play::{From, Play};
use crate::screens::{compare, every, print_model, text};
use chrono::TimeDelta;
use oogst::app::state::in_view;
use oogst::app::state::model::Model;
use oogst::app::state::msg::Msg;
use oogst::app::state::window::Anew;
use oogst::app::state::window::Followed;
use oogst::app::state::window::Kind;
use oogst::app::state::window::Timekeeper;
use oogst::app::turn::update::update;
use oogst::app::turn::window;
use oogst::domain::signal::{Signal, Signalled};
use oogst::domain::time::Now;
use oogst::keys::key::script;
use oogst::support;
use oogst::ui::draw::draw;
use oogst::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 10), (200, 60)];

/// Screens of the tijdbewaker: the meeting as the begeleider led it, and the keys in the window.
const TIME: &[(&str, From, &str, &str)] = &[
    ("tijd-niet-gestart", From::Filled, ":step 5", ""),
    ("tijd-loopt", From::Filled, ":step 3 | <enter>", ""),
    ("tijd-bijna", From::Filled, ":step 5 | <enter> | :wait 670", "1"),
    ("tijd-over", From::Filled, ":step 5 | <enter> | :wait 800", "4 14"),
    ("tijd-pauze", From::Filled, ":step 5 | <enter> | :wait 100 | <f6> | :wait 120", ""),
    ("tijd-verstuurd", From::Filled, ":step 5 | <enter> | :wait 300", ":sent"),
    ("tijd-afgerond", From::Filled, ":step 6 | <enter> | :wait 70 | :menu afronden", ""),
    ("tijd-menu", From::Filled, ":step 5 | <enter>", "<esc>"),
    ("tijd-cc-12a", From::ConferencePrivate, SECOND_KOPPEL, ""),
    ("tijd-hulp", From::Filled, ":step 5 | <enter>", "<f1>"),
    ("tijd-elders", From::Filled, ":step 5 | <enter>", ":elsewhere"),
    ("tijd-map-weg", From::Filled, ":step 5 | <enter>", ":gone"),
    ("tijd-wacht", From::Filled, ":step 5 | <enter>", ":waiting"),
];

const SECOND_KOPPEL: &str = ":menu Nog een koppel | Meidoorn<enter> | :step 12a | <enter>";

/// Screens of the room, and where the begeleider is.
const GROUP: &[(&str, From, &str)] = &[
    ("groep-vooraf", From::Private, ""),
    ("groep-stap1", From::Private, ":step 1 | :earlier | <enter>"),
    ("groep-stap2", From::Private, ":step 2 | <enter><enter>"),
    ("groep-stap3", From::Private, ":step 3 | <enter><tab><tab>"),
    ("groep-stap4", From::Private, ":step 4 | <enter>"),
    ("groep-stap5", From::Private, ":step 5 | <enter><tab><down>"),
    ("groep-stap5-luisteren", From::Private, ":step 5 | <enter> | :menu Luisterstand"),
    ("groep-stap5-groot", From::Private, ":step 5 | <enter><down><enter> | :choose Groot"),
    ("groep-stap5-even-niets", From::Private, ":step 5 | <enter> | :menu even niets"),
    ("groep-stap6", From::Private, ":step 6 | <enter>"),
    ("groep-cc-punt1", From::ConferencePrivate, ":step 1 | <enter>"),
    ("groep-cc-punt3", From::ConferencePrivate, ":step 3 | <enter>"),
    ("groep-cc-punt4", From::ConferencePrivate, ":step 4 | <enter>"),
    ("groep-cc-5a", From::FlapsAlone, ":step 5a | <enter>dit is geheim<enter>"),
    ("groep-cc-5a-per-doel", From::FlapsAlone, ":step 5a | <enter> | :menu Doel voor doel"),
    ("groep-cc-5c", From::FlapsAlone, ":step 5c | <enter> | :menu Naar doel 2"),
    (
        "groep-cc-5c-laatste",
        From::FlapsAlone,
        ":step 5c | <enter> | :menu Naar doel 2 | <tab><tab><tab><tab>",
    ),
    ("groep-cc-5c-vol", From::FullFlap, "<tab><tab><tab><tab><tab><tab>"),
    ("groep-cc-5c-ringen", From::ConferencePrivate, ":step 5c | <enter> | :menu Ringen aan"),
    ("groep-cc-5d", From::FlapsAlone, ":step 5d | <enter> | :menu Naar doel 2"),
    ("groep-cc-5d-tweede", From::FlapsAlone, SECOND),
    ("groep-cc-cluster-groot", From::FlapsAlone, LARGE),
    ("groep-cc-kaart-groot", From::FlapsAlone, ":step 5b | <enter><f4><enter> | :choose Groot"),
    ("groep-cc-6", From::FlapsAlone, ":step 6 | <enter>"),
    ("groep-cc-7", From::FlapsAlone, ":step 7 | <enter><down><down><space>"),
    ("groep-cc-8", From::ConferencePrivate, ":step 8 | <enter>volgende week vrijdag<enter>"),
    ("groep-cc-9", From::ConferencePrivate, ":step 9 | <enter>"),
    ("groep-cc-10", From::ConferencePrivate, ":menu Nog een koppel | Meidoorn<enter> | :step 10 | <enter>"),
    ("groep-cc-17", From::ConferencePrivate, ":step 17 | :earlier | <enter>"),
    ("groep-cc-18", From::ConferencePrivate, ":step 18 | <enter>6 dec<enter>Fatma<enter>"),
];

const SECOND: &str =
    ":step 5d | <enter> | :menu Naar doel 2 | <down><down><down><down><down><tab>vers en warm<enter>";
const LARGE: &str = ":step 5d | <enter> | :menu Naar doel 2 | <down><enter> | :choose Groot";

fn follow(play: &Play, kind: Kind) -> Model {
    let start = support::start();
    let mut model = window::begin(start.keys, start.prefs, kind);
    let live = play.model.live.as_ref().expect("a session");
    let anew = Anew {
        folder: live.folder.clone(),
        journal: live.journal.clone(),
        since: play.now().at,
        view: in_view::of(live),
        broken: None,
    };
    update(&mut model, Msg::Followed(Followed::Anew(Box::new(anew))), &play.now());
    model
}

fn time(from: From, lead: &str, keys: &str) -> (Model, Now) {
    let play = Play::of(from, lead);
    let mut model = follow(&play, Kind::Time(Timekeeper::default()));
    let signalled = Signalled { at: play.now().at - TimeDelta::seconds(2), signal: Signal::TwoMinutes };
    let msgs = match keys {
        ":sent" => vec![Msg::Focus(true), Msg::Sent(signalled)],
        ":elsewhere" => vec![Msg::Focus(false)],
        ":gone" => vec![Msg::Followed(Followed::Gone)],
        ":waiting" => vec![Msg::Followed(Followed::Waiting)],
        keys => script(keys).expect("a script of keys").into_iter().map(Msg::Key).collect(),
    };
    for msg in msgs {
        update(&mut model, msg, &play.now());
    }
    (model, play.now())
}

/// Every window, by name.
fn windows() -> impl Iterator<Item = (&'static str, Model, Now)> {
    let times = TIME.iter().map(|(name, from, lead, keys)| {
        let (model, now) = time(*from, lead, keys);
        (*name, model, now)
    });
    let groups = GROUP.iter().map(|(name, from, lead)| {
        let play = Play::of(*from, lead);
        (*name, follow(&play, Kind::Group), play.now())
    });
    times.chain(groups)
}

#[test]
fn every_window_at_its_sizes() {
    let sized = windows().flat_map(|(name, model, now)| {
        SIZES.map(|(width, height)| {
            let name = if width == 80 { name.to_owned() } else { format!("{name}-{width}x{height}") };
            (name, print_model(&model, &now, width, height))
        })
    });
    every(sized, |name, printed| compare(name, &printed));
}

fn shown(model: &Model, now: &Now, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    draw(&mut buffer, model, &Theme::probe(), now);
    text(&buffer)
}

#[test]
fn the_window_behind_f2_is_that_of_the_room() {
    for (name, from, lead) in GROUP.iter().filter(|screen| !screen.2.contains("niets")) {
        let mut play = Play::of(*from, lead);
        let room = shown(&follow(&play, Kind::Group), &play.now(), 80, 24);
        play.keys("<f2><f2>");
        let now = Now::fixed(play.now().at - TimeDelta::seconds(1));
        assert_eq!(shown(&play.model, &now, 80, 24), room, "{name}");
    }
}

/// Names, organisations and texts of the example that are not for the room.
const PRIVATE: &[&str] = &[
    "Anna",
    "Fatma",
    "Joke",
    "Ravi",
    "Kees",
    "Thuiszorg",
    "wijkverpleeg",
    "samen naar de markt?",
    "buurtbus",
    "zus vragen",
    "later)",
    "doel van",
    "F4",
    "Enter",
    "Esc",
    "Tab",
    "►",
];

#[test]
fn the_room_reads_nothing_private_at_any_size() {
    for (name, model, now) in windows().filter(|window| window.0.starts_with("groep")) {
        for (width, height) in SIZES {
            let shown = shown(&model, &now, width, height);
            for word in PRIVATE {
                assert!(!shown.contains(word), "'{word}' stands on '{name}' at {width}x{height}: {shown}");
            }
        }
    }
}

#[test]
fn the_tijdbewaker_reads_no_text_of_the_casus() {
    for (name, model, now) in windows().filter(|window| window.0.starts_with("tijd")) {
        let shown = shown(&model, &now, 200, 60);
        for word in ["markt", "buurvrouw", "rollator", "Linde", "dochter"] {
            assert!(!shown.contains(word), "'{word}' stands on '{name}': {shown}");
        }
    }
}

#[test]
fn no_size_is_too_much_beside() {
    for (name, mut model, now) in windows() {
        for width in (0..48).chain([60, 79, 120]) {
            for height in (0..14).chain([24, 45]) {
                model.size = oogst::app::state::model::Size { width, height };
                let shown = shown(&model, &now, width, height);
                if (30..40).contains(&width) && height > 6 {
                    assert!(shown.contains("te klein"), "'{name}' at {width}x{height}: {shown}");
                }
            }
        }
    }
}
