//! F1: one page that says what can be done here, made from the board, the meaning of Enter and
//! the table of keys.

use crate::app::pages::{menu, places, timekeeper};
use crate::app::state::live::Ctx;
use crate::app::state::model::{Model, Page, Screen};
use crate::app::state::shown::Shown;
use crate::app::steps::{self, clusteren};
use crate::domain::method::Activity;
use crate::domain::time::Now;

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
    let mut lines = match (&model.screen, &model.live) {
        (Screen::Window(_), _) => signals(),
        (Screen::Book(_), _) => BOOK.map(Shown::own).to_vec(),
        (Screen::Start(_) | Screen::Work, Some(live)) => place(Ctx { live, now }),
        (Screen::Start(_) | Screen::Work, None) => vec![
            "Kies een nummer en druk Enter, of gebruik de pijltjes.".into(),
            "Alles wat je typt wordt meteen bewaard. Niets gaat het internet op.".into(),
            Shown::EMPTY,
        ],
    };
    lines.extend(Shown::keys(&model.keys, |action| menu::is_offered(model, action, now)));
    lines.push(Shown::EMPTY);
    lines.push(Shown::fill("Letters {}.", &[&model.prefs.zoom]));
    Page { title: "Wat kan ik hier?".into(), lines, scroll: 0 }
}

fn signals() -> Vec<Shown> {
    let mut lines =
        vec!["Hier staat de klok van de bespreking. Een cijfer en Enter geeft een seintje:".into()];
    lines.extend(timekeeper::numbered("{}  {}"));
    lines.push("De begeleider ziet het als één stille regel; de groep ziet het niet.".into());
    lines.push(Shown::EMPTY);
    lines
}

/// What can be done at the place in view.
fn place(ctx: Ctx<'_>) -> Vec<Shown> {
    let board = steps::board(ctx);
    let (number, name) = places::title(ctx);
    let mut lines = vec![
        Shown::fill("Je bent bij: {}", &[&Shown::join([number, name], " ")]),
        Shown::EMPTY,
        "Typ in de regel onderaan en druk Enter. Het woord ervoor zegt wat Enter doet.".into(),
    ];
    let enter = steps::empty(ctx, &board).map_or(Shown::EMPTY, |deed| deed.word);
    if !enter.is_empty() {
        lines.push(Shown::fill("Nu, met een lege regel: Enter = {}.", &[&enter]));
    }
    if let Some(step) = ctx.step().and_then(|key| ctx.session().step(key)) {
        lines.extend(step.say.iter().map(|say| Shown::fill("- {}", &[say])));
    }
    if ctx.activity() == Some(Activity::Clusteren) {
        lines.push(Shown::EMPTY);
        let grammar = clusteren::GRAMMAR.iter();
        lines.extend(grammar.map(|(typed, does)| Shown::own(typed).beside(14, &Shown::own(does))));
    }
    lines.push(Shown::EMPTY);
    lines
}
