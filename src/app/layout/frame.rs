//! The words of the frame around every working screen: title, clock, the whole meeting, what was
//! last, and the key bar. Pure sentences; `ui` only places them.

use crate::app::board::Board;
use crate::app::pages::cards;
use crate::app::shown as veil;
use crate::app::state::heard;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Dialog, Live, Model};
use crate::app::state::place::{self, Place, SetupPage};
use crate::app::steps::clusteren::suggest;
use crate::app::steps::{brainstorm as silence, review};
use crate::domain::clock::Light;
use crate::domain::forecast::{self, Standing};
use crate::domain::journal::Act;
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::keys::map::KeyMap;
use crate::text::{dates, deeds, durations};

/// The number and name of the place in view.
pub fn title(ctx: Ctx<'_>) -> (String, String) {
    match ctx.place() {
        Place::Setup(page) => (String::new(), format!("Vooraf · {}", page_name(page))),
        Place::Harvest(_) => (String::new(), review::name(ctx.session()).to_owned()),
        Place::Step(key) => {
            let step = ctx.session().step(key);
            (ctx.session().number(key).to_owned(), step.map_or(String::new(), |step| step.short.to_string()))
        }
    }
}

/// The name of a page of the preparation.
pub fn page_name(page: SetupPage) -> &'static str {
    match page {
        SetupPage::Casus => "casus",
        SetupPage::People => "wie is er",
        SetupPage::Roles => "rollen",
        SetupPage::Time => "tijd",
        SetupPage::Checklist => "checklist",
    }
}

/// "AKAD · casus Linde", "Case conf. · koppel Linde".
pub fn about(ctx: Ctx<'_>) -> String {
    let method = &ctx.session().method.short;
    let alias = veil::alias(ctx.live, ctx.casus());
    let practice = if ctx.live.practice.is_some() { "oefening · " } else { "" };
    if alias.is_empty() {
        format!("{practice}{method}")
    } else {
        format!("{practice}{method} · {} {alias}", ctx.casus_word())
    }
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

/// The part that runs, with its own clock: "toelichting 2:10".
pub fn part_words(ctx: Ctx<'_>) -> Option<String> {
    let (key, part) = ctx.session().clock.current()?;
    let name = ctx.session().part_name(key, part)?;
    let standing = forecast::part(ctx.session(), key, part, ctx.now.second())?;
    let rest = standing.rest();
    Some(if rest >= 0 {
        format!("{name} {}", durations::clock(rest))
    } else {
        format!("{name} {} uitgelopen", durations::clock(-rest))
    })
}

/// The whole meeting in words, never with a sign: "2 min uitgelopen, einde rond 15:04".
pub fn meeting_words(ctx: Ctx<'_>) -> Option<String> {
    if let Some(at) = ctx.session().clock.ended() {
        return Some(format!("Afgerond om {}", dates::time(ctx.now.local(at).time())));
    }
    let forecast = forecast::meeting(ctx.session(), ctx.now.second())?;
    Some(format!(
        "{}, einde rond {}",
        durations::drift(forecast.drift),
        dates::time(ctx.now.local(forecast.end).time())
    ))
}

/// Said when the step in view is not the one that runs.
pub fn looking(ctx: Ctx<'_>) -> Option<String> {
    let (key, _) = ctx.session().clock.current()?;
    if ctx.place() == Place::Step(key) {
        return None;
    }
    let running = ctx.session().number(key);
    let here = match ctx.place() {
        Place::Step(here) => format!("stap {}", ctx.session().number(here)),
        Place::Setup(_) => "de voorbereiding".to_owned(),
        Place::Harvest(_) => review::name(ctx.session()).to_lowercase(),
    };
    Some(format!("Je bekijkt {here}. De klok loopt voor stap {running}."))
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
    pub text: String,
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
pub fn quiet(model: &Model, live: &Live, keys: &KeyMap) -> String {
    if let Some(trouble) = &live.saved.trouble {
        return format!(
            "NIET BEWAARD: {}. Je kunt doorwerken; Oogst probeert het opnieuw. Menu: andere map.",
            trouble.trim_end_matches('.')
        );
    }
    if let Some(words) = heard::words(live) {
        return words.to_owned();
    }
    if let Some(notice) = &model.notice {
        return notice.clone();
    }
    if let Some(reason) = &live.saved.read_only {
        return reason.clone();
    }
    // What the program looked at by itself is no news.
    let mut entries = live.journal.entries().rev();
    let Some(entry) = entries.find(|entry| !entry.is_late_verdict()) else { return String::new() };
    match &entry.act {
        Act::Do(events) => {
            let undo = keys.key_name(Action::Terugdraaien);
            let deed = veil::sentence(live, events, deeds::deed(&live.session, events));
            if live.journal.undoable().is_some_and(|last| last.seq == entry.seq) {
                format!("Laatst: {deed}. Terugdraaien: {undo}")
            } else {
                format!("Laatst: {deed}.")
            }
        }
        Act::Undo => "Teruggedraaid.".to_owned(),
        Act::Redo => "Opnieuw gedaan.".to_owned(),
    }
}

/// Whether what is typed shows on no screen now.
pub fn conceals(ctx: Ctx<'_>) -> bool {
    ctx.live.view.prompt.is_none() && silence::conceals(ctx)
}

/// A key in the key bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    pub key: String,
    pub words: String,
    /// What is kept when not everything fits: the lowest first.
    pub rank: u8,
}

impl Shortcut {
    pub fn new(rank: u8, key: impl Into<String>, words: impl Into<String>) -> Self {
        Self { key: key.into(), words: words.into(), rank }
    }
}

/// The key bar: what Enter does here, then what matters most. Cards are counted, never shown. Esc
/// is always among them: everything else stands behind it.
pub fn key_bar(ctx: Ctx<'_>, board: &Board, meaning: &Meaning, keys: &KeyMap) -> Vec<Shortcut> {
    let mut bar = Vec::new();
    let changes_nothing = ["openen", "verder"].contains(&meaning.enter.as_str());
    let may = ctx.live.saved.read_only.is_none() || changes_nothing;
    if !meaning.enter.is_empty() && meaning.problem.is_none() && may {
        bar.push(Shortcut::new(0, "Enter", meaning.enter.as_str()));
    }
    if ctx.live.view.prompt.is_some() {
        bar.push(Shortcut::new(1, keys.key_name(Action::Menu), "terug"));
        return bar;
    }
    if ctx.live.view.text().is_empty()
        && let Some(found) = suggest::suggestion(ctx, board)
    {
        bar.push(Shortcut::new(1, "→", format!("ja, {}", suggest::deed(ctx, &found))));
    }
    if board.panes.len() > 1 {
        bar.push(Shortcut::new(2, "Tab", "ander vak"));
    }
    let next = keys.key_name(Action::VolgendeStap);
    let after = place::neighbour(ctx.session(), ctx.place(), 1);
    if after.is_none() {
        // The last step has none after it.
    } else if let Some(Place::Harvest(_)) = after {
        bar.push(Shortcut::new(6, next, review::name(ctx.session()).to_lowercase()));
    } else if matches!(ctx.place(), Place::Step(_)) {
        bar.push(Shortcut::new(3, next, "volgende stap"));
    } else if meaning.enter != "verder" {
        bar.push(Shortcut::new(3, next, "verder"));
    }
    let called = cards::called_for(ctx);
    if called > 0 {
        let count = if called == 1 { "1 kaart".to_owned() } else { format!("{called} kaarten") };
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
