//! F1: one page that says what can be done here, made from the board, the meaning of Enter and
//! the table of keys.

use crate::app::layout::frame;
use crate::app::pages::menu;
use crate::app::state::model::{Ctx, Model, Page, Screen};
use crate::app::steps::{self, clusteren as flaps};
use crate::domain::time::Now;
use crate::keys::map::KeyMap;
use crate::text::signals;

const BOOK: [&str; 8] = [
    "Dit boek bewaart wat jullie van tips geleerd hebben, van alle besprekingen samen.",
    "Een les komt er pas in als jij hem gelezen hebt. Er staat geen naam en geen dag bij.",
    "Wordt een bespreking gewist, dan blijven de lessen staan.",
    "",
    "Typ woorden om te zoeken: in de tip, het gebied, de kolom, de uitkomst en omdat.",
    "Bijvoorbeeld: netwerk werkte niet",
    "Enter opent een les. Wat je eruit haalt, is na het volgende openen ook van de schijf weg.",
    "",
];

/// The page.
pub fn page(model: &Model, now: &Now) -> Page {
    let mut lines = Vec::new();
    if matches!(model.screen, Screen::Window(_)) {
        lines.push("Hier staat de klok van de bespreking. Een cijfer en Enter geeft een seintje:".to_owned());
        lines.extend((1..).zip(signals::LIST).map(|(number, words)| format!("{number}  {words}")));
        lines.push("De begeleider ziet het als één stille regel; de groep ziet het niet.".to_owned());
        lines.push(String::new());
    } else if matches!(model.screen, Screen::Book(_)) {
        lines.extend(BOOK.map(str::to_owned));
    } else if let Some(live) = &model.live {
        let ctx = Ctx { live, now };
        let board = steps::board(ctx);
        let (number, name) = frame::title(ctx);
        lines.push(format!("Je bent bij: {number} {name}").replace("  ", " "));
        lines.push(String::new());
        lines
            .push("Typ in de regel onderaan en druk Enter. Het woord ervoor zegt wat Enter doet.".to_owned());
        let meaning = steps::meaning(ctx, &board, "");
        if !meaning.enter.is_empty() {
            lines.push(format!("Nu, met een lege regel: Enter = {}.", meaning.enter));
        }
        if let Some(step) = ctx.step().and_then(|key| live.session.step(key)) {
            lines.extend(step.say.iter().map(|say| format!("- {say}")));
        }
        if flaps::is_here(ctx) {
            lines.push(String::new());
            lines.extend(flaps::GRAMMAR.iter().map(|(typed, does)| format!("{typed:<14}{does}")));
        }
        lines.push(String::new());
    } else {
        lines.push("Kies een nummer en druk Enter, of gebruik de pijltjes.".to_owned());
        lines.push("Alles wat je typt wordt meteen bewaard. Niets gaat het internet op.".to_owned());
        lines.push(String::new());
    }
    let offered = |action| menu::is_offered(model, action, now);
    lines.extend(
        key_lines(&model.keys, offered).into_iter().map(|(keys, words)| format!("{keys:<22}{words}")),
    );
    lines.push(String::new());
    lines.push(format!("Letters {}.", model.prefs.zoom));
    Page { title: "Wat kan ik hier?".to_owned(), lines, scroll: 0 }
}

/// The table of keys, for help and for the handbook: what is typed everywhere, then the shortcuts.
pub fn key_lines(
    keys: &KeyMap,
    offered: impl Fn(crate::keys::action::Action) -> bool,
) -> Vec<(String, String)> {
    let fixed = keys.fixed.iter().cloned();
    let rows = keys.rows.iter().filter(|row| offered(row.action)).map(|row| {
        let names: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
        (names.join(", "), row.sentence.clone())
    });
    fixed.chain(rows).collect()
}
