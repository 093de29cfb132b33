//! The canary: every text that people typed says *mevrouw Kanarie*, and while the group watches no
//! screen, dialog, page or choice shows the name.
//!
//! Free is only what decision 46 names: the alias of a casus, and the names of people on pages that
//! ask who.

use crate::play::{From, Play};
use crate::screens::{SCREENS, every, print_model};
use oogst::app::state::live::Live;
use oogst::app::state::model::Model;
use oogst::app::state::wall::Face;
use oogst::domain::casus::{self, Field};
use oogst::domain::event::Event;
use oogst::domain::journal::{Act, Journal};
use oogst::domain::plan::{self, Switch};
use oogst::domain::wipe;
use oogst::support;

/// Whom nobody may read about.
const NAME: &str = "Kanarie";

/// The sizes at which the group watches.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// The journal with the canary behind every text, and nothing that the filter said of the texts
/// without it.
fn poisoned(journal: &Journal) -> Journal {
    let method = &journal.opened().method;
    let mut poisoned = Journal::new(journal.opened().clone());
    for entry in journal.entries() {
        let mut entry = entry.clone();
        if let Act::Do(events) = &mut entry.act {
            events.retain(|event| !matches!(event, Event::Verdict(_)));
            for event in events.iter_mut() {
                poison(event, method);
            }
        }
        poisoned.push(entry);
    }
    // Whatever was said about it before: the group watches.
    let watches = plan::Event::Switched { switch: Switch::GroupWatches, on: true };
    let at = poisoned.last_at();
    let watched = poisoned.next(at, Act::Do(vec![Event::Plan(watches)]));
    poisoned.push(watched);
    poisoned
}

fn poison(event: &mut Event, method: &oogst::domain::method::Method) {
    let canary = |text: &mut String| {
        if !text.is_empty() {
            text.push_str(" mevrouw Kanarie");
        }
    };
    if let Event::Casus(casus::Event::FieldSet { field: Field::Alias | Field::ReportWanted, .. }) = event {
        return;
    }
    if let Event::Plan(plan::Event::FieldSet { text, .. }) = event {
        canary(text);
    }
    wipe::texts(event, method, &mut |text| canary(text));
}

/// A script begins where it begins, with the canary in every text and the group at the table.
fn begun(from: From) -> Model {
    let model = Play::of(from, "").model;
    let Some(live) = &model.live else { return model };
    let mut poisoned = support::opened(poisoned(&live.journal), live.practice.is_some());
    if let (Some(before), Some(after)) = (&model.live, &mut poisoned.live) {
        after.view.clone_from(&before.view);
        with_earlier(after);
    }
    poisoned.dialog.clone_from(&model.dialog);
    poisoned
}

fn with_earlier(live: &mut Live) {
    for earlier in &mut live.earlier {
        for tip in &mut earlier.tips {
            tip.text.push_str(" mevrouw Kanarie");
            tip.because.push_str(" mevrouw Kanarie");
            tip.goal.push_str(" mevrouw Kanarie");
        }
        for note in &mut earlier.notes {
            note.text.push_str(" mevrouw Kanarie");
        }
    }
}

fn shows_nobody(name: &str, model: &mut Model, play: &Play) {
    for (width, height) in SIZES {
        model.size = oogst::app::state::model::Size { width, height };
        let printed = print_model(model, &play.now(), width, height);
        assert!(!printed.contains(NAME), "{name} at {width}x{height}:\n{printed}");
    }
}

#[test]
fn no_screen_that_the_group_watches_shows_a_text_that_was_never_checked() {
    // In the one somebody reads the hit of a text and lets it stand.
    let stands = |name: &str| name == "vraag-doel";
    let of_a_session = SCREENS.iter().filter(|(name, from, _)| *from != From::Start && !stands(name));
    let screens = of_a_session.map(|(name, from, script)| ((*name).to_owned(), (*from, *script)));
    every(screens, |name, (from, script)| {
        let mut play = Play::on(begun(from), script);
        if let Some(live) = &mut play.model.live {
            with_earlier(live);
        }
        let mut model = play.model.clone();
        shows_nobody(name, &mut model, &play);
        if let Some(live) = &mut model.live {
            live.view.wall.face = Face::Group;
        }
        model.dialog = None;
        shows_nobody(&format!("{name}, for the room"), &mut model, &play);
    });
}

/// Everything the menu, the cards, the time and every thing on every board opens.
#[test]
fn no_dialog_does_either() {
    let places = [From::Filled, From::ConferenceFilled, From::Flaps, From::Discussed];
    let places = places.map(|from| (format!("{from:?}"), from));
    every(places, |name, from| {
        let begun = begun(from);
        let Some(live) = &begun.live else { return };
        for place in oogst::app::state::place::all(&live.session) {
            let mut model = begun.clone();
            model.dialog = None;
            if let Some(live) = &mut model.live {
                live.view.place = place;
            }
            let play = Play::on(model, "");
            for keys in [
                "<esc>",
                "<esc>mevrouw Kanarie",
                "<f1>",
                "<f4>",
                "<f4><enter>",
                "<f7>",
                "<f7>mevrouw Kanarie",
            ] {
                let mut play = play.clone();
                play.script(keys);
                let mut model = play.model.clone();
                shows_nobody(&format!("{name} {place:?} {keys}"), &mut model, &play);
            }
            for pane in 0..8 {
                for row in 1..5 {
                    let mut play = play.clone();
                    let keys = format!("{}{}<enter>", "<tab>".repeat(pane), "<down>".repeat(row));
                    play.script(&keys);
                    let mut model = play.model.clone();
                    shows_nobody(&format!("{name} {place:?} {keys}"), &mut model, &play);
                }
            }
        }
    });
}
