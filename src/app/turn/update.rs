//! The one way in: a message changes the model and gives wishes for the outside. Pure: the same
//! messages at the same moments always give the same model.

use super::carry::{self, act, carry};
use super::{book, commit, press, window};
use crate::app::layout::regions;
use crate::app::pages::{earlier, start, wiping};
use crate::app::state::effect::Effect;
use crate::app::state::intent::{FileWish, Intent};
use crate::app::state::live::{Ctx, Live, Saved, View};
use crate::app::state::model::{Dialog, MethodChoice, Model, Prefs, Screen, Size};
use crate::app::state::msg::{Msg, Opened};
use crate::app::state::place::Place;
use crate::app::state::reader::News;
use crate::app::state::shown::Shown;
use crate::app::state::{draft, heard, practice, summary};
use crate::app::steps::{self, brainstorm, clusteren::suggest, review};
use crate::domain::clock::Light;
use crate::domain::forecast;
use crate::domain::privacy::Known;
use crate::domain::session::FIRST_CASUS;
use crate::domain::time::{Moment, Now};
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::keys::map::KeyMap;

/// The program as it starts.
pub fn begin(keys: KeyMap, prefs: Prefs) -> Model {
    Model {
        screen: start::screen(),
        dialog: None,
        live: None,
        prefs,
        size: Size::default(),
        notice: None,
        keys,
        methods: Vec::new(),
        keyboard: None,
    }
}

/// Takes in one message.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    if matches!(model.screen, Screen::Window(_)) {
        return window::update(model, msg, now);
    }
    if matches!(model.screen, Screen::Book(_)) {
        return book::update(model, msg, now);
    }
    let mut effects = Vec::new();
    let before = before(model);
    let asked = press::mind_the_gap(model, now, &mut effects);
    if let (Msg::Key(_) | Msg::Burst(_) | Msg::Paste(_), Some(live)) = (&msg, &mut model.live) {
        heard::noticed(live, now);
    }
    match msg {
        Msg::Key(_) | Msg::Burst(_) | Msg::Click { .. } | Msg::Scroll(_) if asked => {}
        Msg::Key(key) => press::key(model, key, now, &mut effects),
        Msg::Burst(keys) => burst(model, &keys, now, &mut effects),
        Msg::Paste(text) => press::paste(model, &text, now),
        Msg::Click { x, y } => click(model, x, y, now, &mut effects),
        Msg::Scroll(rows) => scroll(model, rows, now, &mut effects),
        Msg::Resize { width, height } => model.size = Size { width, height },
        Msg::Focus(has) => model.keyboard = Some(has),
        Msg::Signals(signals) => {
            for signalled in signals {
                heard::hear(model, signalled, now);
            }
        }
        Msg::Wake | Msg::Followed(_) | Msg::Sent(_) => {}
        Msg::Saved { .. }
        | Msg::SaveFailed { .. }
        | Msg::Opened(_)
        | Msg::Earlier { .. }
        | Msg::Packet(_) => {
            session_news(model, msg, now, &mut effects);
        }
        Msg::Methods(methods) => choose_method(model, methods, now, &mut effects),
        Msg::Listed(found) => model.dialog = Some(Dialog::Pick(start::earlier(model.live.as_ref(), &found))),
        Msg::Wipeable(found) => model.dialog = Some(Dialog::Pick(wiping::which(model.live.as_ref(), &found))),
        Msg::ToWipe(plan) => model.dialog = Some(Dialog::Pick(wiping::confirm(model.live.as_ref(), &plan))),
        Msg::Over { sessions, open } => start::remind(&mut model.screen, sessions, open),
        Msg::Inspiration(lists) => {
            model.dialog = Some(Dialog::Page(brainstorm::inspiration(model.live.as_ref(), &lists)));
        }
        Msg::Review => to_harvest(model, now),
        Msg::Book(news) => of_book(model, news),
        Msg::Printed(names) => model.notice = Some(printed(&names)),
        Msg::Failed(sentence) => model.notice = Some(Shown::told(model.live.as_ref(), &sentence)),
    }
    after(model, before, now, &mut effects);
    effects
}

/// What the clock showed before a message, to see afterwards what it has brought about.
#[derive(Debug, Clone, Copy)]
struct Before {
    laps: usize,
    light: Option<Light>,
}

fn before(model: &Model) -> Option<Before> {
    let live = model.live.as_ref()?;
    Some(Before { laps: live.session.clock.laps().len(), light: light(live, live.seen) })
}

/// The word of the step that runs.
pub fn light(live: &Live, at: Moment) -> Option<Light> {
    let (key, _) = live.session.clock.current()?;
    Some(forecast::step(&live.session, key, at).light)
}

/// What follows from any message: the practice goes on, the readable file is renewed when the
/// clock was used, and whoever wants a bell hears it once when the time is up.
fn after(model: &mut Model, before: Option<Before>, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    if model.dialog.is_none() {
        heard::show(live, now);
    }
    if live.practice.is_some() {
        live.practice = practice::advanced(live);
    }
    suggest::prepare(live, now);
    if live.view.in_focus.is_none() && matches!(model.screen, Screen::Work) {
        let ctx = Ctx { live, now };
        live.view.in_focus = steps::board(ctx).in_focus(ctx);
    }
    let Some(before) = before else { return };
    if before.laps != live.session.clock.laps().len() {
        effects.push(Effect::Snapshot(Box::new(summary::of(&live.session))));
    } else if model.prefs.bell
        && matches!(before.light, Some(Light::Runs | Light::Nearly))
        && light(live, now.second()) == Some(Light::TimeUp)
    {
        effects.push(Effect::Bell);
    }
}

/// Keys that came too fast for fingers: Enter on an empty line and Tab do nothing in them. A
/// question that Enter brings up waits until the last key, or the rest of a list would answer it.
fn burst(model: &mut Model, keys: &[Key], now: &Now, effects: &mut Vec<Effect>) {
    let mut question = None;
    for key in keys {
        let empty = model.live.as_ref().is_some_and(|live| live.view.text().is_empty());
        let working = model.dialog.is_none() && model.live.is_some();
        if *key == Key::Tab && working {
            press::key(model, Key::Char(' '), now, effects);
        } else if *key != Key::Enter || !working || !empty {
            press::key(model, *key, now, effects);
        }
        if working && *key == Key::Enter && question.is_none() {
            question = model.dialog.take();
        } else if working && *key == Key::Enter {
            model.dialog = None;
        }
    }
    if model.dialog.is_none() {
        model.dialog = question;
    }
}

fn session_news(model: &mut Model, msg: Msg, now: &Now, effects: &mut Vec<Effect>) {
    if let Msg::Opened(opened) = msg {
        open(model, *opened, now, effects);
        return;
    }
    let Some(live) = &mut model.live else { return };
    match msg {
        Msg::Saved { seq, at } => {
            live.saved.seq = live.saved.seq.max(seq);
            live.saved.at = Some(at);
            live.saved.trouble = None;
        }
        Msg::SaveFailed { reason } => live.saved.trouble = Some(reason),
        Msg::Earlier { tips, group, usual } => {
            // What came may stand in a pane before the one with the focus.
            live.view.in_focus = None;
            // What came with a pakket is in no folder here.
            live.earlier.retain(|earlier| earlier.packet);
            live.earlier.splice(0..0, tips);
            live.group = group;
            live.usual = usual;
        }
        Msg::Packet(earlier) => {
            live.view.in_focus = None;
            model.notice = Some(review::laid_beside(live, earlier));
        }
        Msg::Key(_)
        | Msg::Burst(_)
        | Msg::Paste(_)
        | Msg::Click { .. }
        | Msg::Scroll(_)
        | Msg::Resize { .. }
        | Msg::Wake
        | Msg::Opened(_)
        | Msg::Review
        | Msg::Methods(_)
        | Msg::Listed(_)
        | Msg::Wipeable(_)
        | Msg::ToWipe(_)
        | Msg::Over { .. }
        | Msg::Inspiration(_)
        | Msg::Printed(_)
        | Msg::Book(_)
        | Msg::Followed(_)
        | Msg::Signals(_)
        | Msg::Sent(_)
        | Msg::Focus(_)
        | Msg::Failed(_) => {}
    }
}

/// A session was opened: the view comes back as it was left.
fn open(model: &mut Model, opened: Opened, now: &Now, effects: &mut Vec<Effect>) {
    let session = opened.journal.fold();
    let fresh = opened.journal.is_empty();
    let mut view = opened.draft.map_or_else(View::new, draft::restore);
    if let Some(round) = &mut view.round {
        round.chance = now.chance;
    }
    if let (Some((key, _)), true) = (session.clock.current(), view.lines.is_empty()) {
        view.place = crate::app::state::place::Place::Step(key);
    }
    let typed = view.lines.values().any(|line| !line.is_empty());
    if !crate::app::state::place::all(&session).contains(&view.place) {
        view.place = View::new().place;
    }
    if crate::app::state::place::is_afterwards(&session) && !typed {
        view.place = crate::app::state::place::Place::Harvest(FIRST_CASUS);
    }
    let seen = if session.clock.running().is_some() {
        opened.journal.last_at().min(now.second())
    } else {
        now.second()
    };
    let entry_at = opened.journal.entries().next_back().map(|entry| entry.at);
    let practice = opened.practice.then(|| practice::Practice::of(&session.method));
    let saved = Saved { seq: opened.saved, at: entry_at, trouble: None, read_only: opened.read_only };
    model.live = Some(Live {
        session,
        journal: opened.journal,
        folder: opened.folder,
        saved,
        view,
        practice,
        earlier: Vec::new(),
        known: Known::default(),
        listed: Vec::new(),
        group: Vec::new(),
        usual: Vec::new(),
        heard: None,
        seen,
    });
    commit::look_back(model, now, effects);
    model.screen = Screen::Work;
    model.dialog = None;
    let told = opened.notices.into_iter().next();
    model.notice = told.map(|notice| Shown::told(model.live.as_ref(), &notice));
    effects.push(Effect::Earlier);
    if let Some(practice) = practice.filter(|_| fresh) {
        for commands in practice.example() {
            commit::commit(model, commands, now, effects);
        }
        model.notice = None;
    } else if fresh {
        model.dialog = Some(Dialog::Pick(start::group_watches()));
    }
    if let (None, Some(live)) = (&model.dialog, &model.live) {
        model.dialog = review::question(Ctx { live, now }).map(Dialog::Pick);
    }
    press::mind_the_gap(model, now, effects);
}

/// To what became of the tips, as `oogst inzien` does.
fn to_harvest(model: &mut Model, now: &Now) {
    let is_question = |dialog: &Dialog| matches!(dialog, Dialog::Pick(pick) if *pick == review::opening());
    if model.live.is_some() && model.dialog.as_ref().is_none_or(is_question) {
        model.dialog = None;
        carry::visit(model, Place::Harvest(FIRST_CASUS), now);
    }
}

fn of_book(model: &mut Model, news: News) {
    match (news, &model.live) {
        (News::Opened { book, read_only }, _) => book::opened(model, book, read_only),
        (News::Looked { goal, book }, Some(live)) => {
            model.dialog = Some(Dialog::Page(earlier::page(live, goal, &book)));
        }
        (News::Looked { .. } | News::Waiting(_) | News::Kept { .. }, _) => {}
    }
}

/// One werkwijze needs no question.
fn choose_method(model: &mut Model, methods: Vec<MethodChoice>, now: &Now, effects: &mut Vec<Effect>) {
    let only_one = matches!(methods.as_slice(), [method] if method.trouble.is_none());
    if only_one {
        carry(model, Intent::File(FileWish::Create(0)), now, effects);
    } else {
        model.dialog = Some(Dialog::Pick(start::methods(model.live.as_ref(), &methods)));
    }
    model.methods = methods;
}

/// Which files were made, and where they are.
pub fn printed(names: &[String]) -> Shown {
    let Some((first, more)) = names.split_first() else { return "Er viel niets te maken.".into() };
    let (folder, name) = place(first);
    let (folder, name) = (Shown::path(folder), Shown::path(name));
    match more.len() {
        0 => Shown::fill("Klaar: {}, in {}", &[&name, &folder]),
        others => Shown::fill("Klaar: {} (en {} andere vormen), in {}", &[&name, &others, &folder]),
    }
}

/// Folder and name of a file: the name is what somebody looks for, and a folder may be long.
fn place(path: &str) -> (&str, &str) {
    path.rsplit_once(['/', '\\']).unwrap_or((".", path))
}

pub fn click(model: &mut Model, x: u16, y: u16, now: &Now, effects: &mut Vec<Effect>) {
    match regions::hit(model, x, y, now) {
        Some(regions::Hit::Choice(index)) => {
            let again = match (&mut model.dialog, &mut model.screen) {
                (Some(Dialog::Pick(pick)), _) | (None, Screen::Start(pick)) => {
                    let again = pick.selected() == Some(index);
                    pick.select(index);
                    again
                }
                _ => false,
            };
            if again {
                press::key(model, Key::Enter, now, effects);
            }
        }
        Some(regions::Hit::Row { pane, row }) => {
            let again = model.live.as_ref().is_some_and(|live| {
                let focus = live.view.focus();
                focus.pane == pane && focus.row == row && row.is_some()
            });
            if let Some(live) = &mut model.live {
                let focus = live.view.focus_mut();
                (focus.pane, focus.row) = (pane, row);
                let board = steps::board(Ctx { live, now });
                press::remember(live, &board, now);
                if again && live.view.text().is_empty() {
                    press::key(model, Key::Enter, now, effects);
                }
            }
        }
        Some(regions::Hit::KeyBar) => act(model, Action::Menu, now, effects),
        None => {}
    }
}

fn scroll(model: &mut Model, rows: i32, now: &Now, effects: &mut Vec<Effect>) {
    let key = if rows < 0 { Key::Up } else { Key::Down };
    for _ in 0..rows.unsigned_abs().min(10) {
        press::key(model, key, now, effects);
    }
}
