//! The words of the frame around every working screen: title, clock, the whole meeting, what was
//! last, and the key bar. Pure sentences; `ui` only places them.

use crate::app::board::Board;
use crate::app::pages::cards;
use crate::app::state::heard;
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Dialog, Model};
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::steps::clusteren::suggest;
use crate::app::steps::{self, review};
use crate::domain::clock::Light;
use crate::domain::forecast::{self, Standing};
use crate::domain::journal::Act;
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::keys::map::KeyMap;
use crate::text::{dates, durations};

/// "AKAD · casus Linde", "Case conf. · koppel Linde".
pub fn about(ctx: Ctx<'_>) -> Shown {
    let method = &ctx.session().method;
    let alias = Shown::alias(ctx.live, ctx.casus());
    let named = (!alias.is_empty()).then(|| Shown::fill("{} {}", &[&method.words.casus.one, &alias]));
    let practice = ctx.live.practice.map(|_| "oefening".into());
    Shown::join(practice.into_iter().chain([Shown::from(&method.short)]).chain(named), " · ")
}

/// Whether what was typed is on disk: the one promise that must never be wrong (decision 22).
pub fn saved(live: &Live, now: &Now) -> (String, bool) {
    if live.saved.read_only.is_some() {
        return ("ALLEEN LEZEN".to_owned(), false);
    }
    if live.saved.trouble.is_some() {
        return ("NIET BEWAARD".to_owned(), false);
    }
    match live.saved.at {
        Some(at) if live.is_saved() => (format!("Bewaard {}", dates::time(now.local(at).time())), true),
        _ if live.is_saved() => ("Bewaard".to_owned(), true),
        _ => ("bewaart…".to_owned(), true),
    }
}

/// The clock of the step that runs, or of the one in view when none runs; none after the end.
pub fn standing(ctx: Ctx<'_>) -> Option<Standing> {
    if ctx.session().clock.ended().is_some() {
        return None;
    }
    let key = ctx.session().clock.current().map(|(key, _)| key).or_else(|| ctx.step())?;
    Some(forecast::step(ctx.session(), key, ctx.now.second()))
}

/// The clock in digits: rest, or how long it is over, and the word for it.
pub fn clock_words(standing: Standing) -> (String, String) {
    let rest = standing.rest();
    match standing.light {
        Light::NotStarted => (durations::clock(standing.planned), "NOG NIET GESTART".to_owned()),
        Light::Runs => (durations::clock(rest), "LOOPT".to_owned()),
        Light::Nearly => (durations::clock(rest), "BIJNA".to_owned()),
        Light::TimeUp => (durations::clock(rest.max(0)), "TIJD".to_owned()),
        Light::Over => (durations::clock(0), format!("OVER {}", durations::clock(-rest))),
        Light::Paused => (durations::clock(rest.max(0)), "PAUZE".to_owned()),
    }
}

/// How something is said above de regel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It does not save.
    Trouble,
    /// About what is being typed, or what the program has to tell.
    Plain,
    /// What was last.
    Hint,
}

/// What is said above de regel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub text: Shown,
    pub tone: Tone,
}

/// What is said above de regel, and how: what does not save, then what is wrong with the text,
/// then the quiet line.
pub fn said(model: &Model, live: &Live, meaning: &Meaning) -> Said {
    let problem = meaning.problem.as_ref().filter(|_| !live.view.text().is_empty());
    let about_text = problem.or(meaning.remark.as_ref()).filter(|_| live.saved.trouble.is_none());
    let tone = if live.saved.trouble.is_some() {
        Tone::Trouble
    } else if about_text.is_some()
        || heard::words(live).is_some()
        || model.notice.is_some()
        || live.saved.read_only.is_some()
    {
        Tone::Plain
    } else {
        Tone::Hint
    };
    Said { text: about_text.cloned().unwrap_or_else(|| quiet(model, live, &model.keys)), tone }
}

/// The quiet line above de regel: trouble first, then a notice, then what was last.
pub fn quiet(model: &Model, live: &Live, keys: &KeyMap) -> Shown {
    if let Some(trouble) = &live.saved.trouble {
        let trouble = Shown::told(Some(live), trouble.trim_end_matches('.'));
        let said = "NIET BEWAARD: {}. Je kunt doorwerken; Oogst probeert het opnieuw. Menu: andere map.";
        return Shown::fill(said, &[&trouble]);
    }
    if let Some(words) = heard::words(live) {
        return words.clone();
    }
    if let Some(notice) = &model.notice {
        return notice.clone();
    }
    if let Some(reason) = &live.saved.read_only {
        return Shown::told(Some(live), reason);
    }
    // What the program looked at by itself is no news.
    let mut entries = live.journal.entries().rev();
    let Some(entry) = entries.find(|entry| !entry.is_late_verdict()) else { return Shown::EMPTY };
    match &entry.act {
        Act::Do(events) => {
            let undo = Shown::key(keys, Action::Terugdraaien);
            let deed = Shown::deed(live, events);
            if live.journal.undoable().is_some_and(|last| last.seq == entry.seq) {
                Shown::fill("Laatst: {}. Terugdraaien: {}", &[&deed, &undo])
            } else {
                Shown::fill("Laatst: {}.", &[&deed])
            }
        }
        Act::Undo => "Teruggedraaid.".into(),
        Act::Redo => "Opnieuw gedaan.".into(),
    }
}

/// Whether what is typed shows on no screen now.
pub fn conceals(ctx: Ctx<'_>) -> bool {
    ctx.live.view.prompt.is_none() && steps::of(ctx).conceals(ctx)
}

/// A key in the key bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    pub key: String,
    pub words: Shown,
    /// What is kept when not everything fits: the lowest first.
    pub rank: u8,
}

impl Shortcut {
    pub fn new(rank: u8, key: impl Into<String>, words: impl Into<Shown>) -> Self {
        Self { key: key.into(), words: words.into(), rank }
    }
}

/// The key bar: what Enter does here, then what matters most. Cards are counted, never shown. Esc
/// is always among them: everything else stands behind it.
pub fn key_bar(ctx: Ctx<'_>, board: &Board, meaning: &Meaning, keys: &KeyMap) -> Vec<Shortcut> {
    let mut bar = Vec::new();
    let may = ctx.live.saved.read_only.is_none() || meaning.intent.only_looks();
    if !meaning.enter.is_empty() && meaning.problem.is_none() && may {
        bar.push(Shortcut::new(0, "Enter", meaning.enter.clone()));
    }
    if ctx.live.view.prompt.is_some() {
        bar.push(Shortcut::new(1, keys.key_name(Action::Menu), "terug"));
        return bar;
    }
    if ctx.live.view.text().is_empty()
        && let Some(found) = suggest::suggestion(ctx, board)
    {
        bar.push(Shortcut::new(1, "→", Shown::fill("ja, {}", &[&suggest::deed(ctx, &found)])));
    }
    if board.panes.len() > 1 {
        bar.push(Shortcut::new(2, "Tab", "ander vak"));
    }
    let next = keys.key_name(Action::VolgendeStap);
    let after = place::neighbour(ctx.session(), ctx.place(), 1);
    if after.is_none() {
        // The last step has none after it.
    } else if let Some(Place::Harvest(_)) = after {
        bar.push(Shortcut::new(6, next, review::name(ctx.session()).lower()));
    } else if matches!(ctx.place(), Place::Step(_)) {
        bar.push(Shortcut::new(3, next, "volgende stap"));
    } else if !matches!(meaning.intent, Intent::Go(_)) {
        bar.push(Shortcut::new(3, next, "verder"));
    }
    let called = cards::called_for(ctx);
    if called > 0 {
        let count = Shown::count(called, "kaart", "kaarten");
        bar.push(Shortcut::new(1, keys.key_name(Action::Kaart), count));
    } else if !cards::of_step(ctx).is_empty() {
        bar.push(Shortcut::new(4, keys.key_name(Action::Kaart), "kaart"));
    }
    bar.push(Shortcut::new(1, keys.key_name(Action::Menu), "menu"));
    bar.push(Shortcut::new(5, keys.key_name(Action::Hulp), "hulp"));
    bar
}

/// The key bar while a list or a page lies over the screen.
pub fn dialog_bar(dialog: &Dialog, keys: &KeyMap) -> Vec<Shortcut> {
    let back = Shortcut::new(0, keys.key_name(Action::Menu), "terug");
    match dialog {
        Dialog::Pick(pick) if pick.choices.is_empty() => vec![back],
        Dialog::Pick(_) => vec![
            Shortcut::new(0, "Enter", "doen wat gekozen is"),
            Shortcut::new(1, "pijltjes", "kiezen"),
            back,
        ],
        Dialog::Page(_) => vec![Shortcut::new(1, "pijltjes", "lezen"), back],
    }
}
