//! Mijn oogst: what became of the tips of a casus, filled in after the meeting, from memory or from
//! paper. For a case conference this is the adviesgesprek: the three fields "(in te vullen bij
//! adviesgesprek)" are shut until the report is opened for it (V-A4).
//!
//! The lists of adviezen are searched by typing; a line that begins with a number or a letter and a
//! known word fills in ([`answer`]). Must not know: files, other sessions.

pub mod answer;
mod panes;

pub use panes::board;

use crate::app::board::{Board, Item, PaneId};
use crate::app::state::intent::{Ask, Intent, Print, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Dialog, Earlier, Live, Model};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::things::form;
use crate::app::turn::carry;
use crate::app::{steps, things as item};
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::id::CasusId;
use crate::domain::ideas::{self, Mark, Slot};
use crate::domain::life::{Life, Outcome};
use crate::domain::method::Activity;
use crate::domain::notes::{self, Kind};
use crate::domain::plan::{self, Switch};
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::time::Now;
use crate::paper::{Format, Sheet};
use crate::text::outcomes;
use answer::Label;
use answer::Said;

const SHUT: &str = "Het verslag is nog dicht. Menu (Esc): verslag openen voor het adviesgesprek.";

/// What people call this place.
pub fn name(session: &Session) -> &'static str {
    if is_conference(session) { "Adviesgesprek" } else { "Mijn oogst" }
}

/// The way to it in the menu.
pub fn sentence(session: &Session, casus: CasusId) -> String {
    let about = match session.casus(casus).map_or("", |casus| casus.alias()) {
        alias if session.casussen.len() > 1 && !alias.is_empty() => format!(", casus {alias}"),
        _ if session.casussen.len() > 1 => format!(", casus {}", casus.0),
        _ => String::new(),
    };
    if is_conference(session) {
        format!("Adviesgesprek: wat werd er van de adviezen?{about}")
    } else {
        format!("Mijn oogst: wat werd er van de tips?{about}")
    }
}

/// The group decides there about each advies (S000).
fn is_conference(session: &Session) -> bool {
    session.method.has(Activity::Wegen)
}

/// V-A4 (S000): the fields of the adviesgesprek cannot be filled in during the conference.
fn is_shut(session: &Session) -> bool {
    is_conference(session) && !session.plan.settings.is_on(Switch::AdviceTalk)
}

/// Goes there, as `oogst inzien` does.
pub fn enter(model: &mut Model, now: &Now) {
    let is_question = |dialog: &Dialog| matches!(dialog, Dialog::Pick(pick) if *pick == opening());
    if model.live.is_some() && model.dialog.as_ref().is_none_or(is_question) {
        model.dialog = None;
        carry::visit(model, Place::Harvest(FIRST_CASUS), now);
    }
}

/// Asked when somebody comes to a report that is still shut after its conference.
pub fn question(ctx: Ctx<'_>) -> Option<Pick> {
    let here = matches!(ctx.place(), Place::Harvest(_));
    let afterwards = place::is_afterwards(ctx.session());
    let may = ctx.live.saved.read_only.is_none();
    (here && afterwards && may && is_shut(ctx.session())).then(opening)
}

fn opening() -> Pick {
    let choices =
        vec![Choice::new("Ja, openen", switch(true)), Choice::new("Nee, alleen kijken", Intent::Nothing)];
    Pick::new("Verslag openen voor het adviesgesprek?", choices)
        .intro("Dan kun je invullen: besproken met koppel, gekozen door koppel, toelichting.")
        .intro("Wat in de conference is gezegd, blijft staan zoals het was.")
}

fn switch(on: bool) -> Intent {
    Intent::Do(vec![Command::Plan(plan::Command::Switch { switch: Switch::AdviceTalk, on })])
}

/// A casus of another table lies beside the earlier ones; says so.
pub fn laid_beside(live: &mut Live, earlier: Earlier) -> String {
    if live.earlier.iter().any(|other| (&other.session, &other.alias) == (&earlier.session, &earlier.alias)) {
        return format!("Casus {} stond er al.", earlier.alias);
    }
    let told = format!("Casus {} van een andere tafel staat erbij.", earlier.alias);
    live.earlier.push(earlier);
    told
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(field))) => return form::field_label(ctx, field),
        (Some(PaneId::Research), _) => "Nog uit te zoeken",
        (Some(PaneId::Agreements), _) => "Afspraak",
        (Some(PaneId::AtAdvices), _) => "Notities",
        _ => "Nummer met b, g, w, d of n; of zoek",
    }
    .to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, casus: CasusId, text: &str) -> Meaning {
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return Meaning::new(label, "", Intent::Nothing);
    }
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(_))) if is_shut(ctx.session()) => Meaning::refused(label, SHUT),
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_meaning(ctx, field, text),
        (Some(PaneId::Research), _) => {
            Meaning::new(label, "toevoegen", steps::note(Some(casus), Kind::Research, text))
        }
        (Some(PaneId::Agreements), _) => {
            Meaning::new(label, "toevoegen", steps::note(Some(casus), Kind::Agreement, text))
        }
        (Some(PaneId::AtAdvices), _) => {
            Meaning::refused(label, "Kies een regel met de pijltjes, of ga met Tab naar de tips.")
        }
        _ => answered(ctx, board, casus, text).unwrap_or_else(|| found(ctx, board)),
    }
}

/// The meaning of a line that says what became of an advies.
fn answered(ctx: Ctx<'_>, board: &Board, casus: CasusId, text: &str) -> Option<Meaning> {
    let (called, said) = answer::parse(text)?;
    let advice = match called_so(ctx, board, casus, called) {
        Some(Ok(advice)) => advice,
        Some(Err(problem)) => return Some(Meaning::refused("Zoek", problem)),
        None => return None,
    };
    let label = format!("{}: {}", advice_name(ctx.session(), advice), answer::words(&said));
    if is_shut(ctx.session()) {
        return Some(Meaning::refused(label, SHUT));
    }
    let commands = said.into_iter().map(|said| command(advice, casus, said)).collect();
    Some(Meaning::new(label, "invullen", Intent::Add(commands)))
}

/// What is kept of something that was said.
pub fn command(advice: Advice, casus: CasusId, said: Said) -> Command {
    match said {
        Said::Life(life) => Command::Advice(advice::Command { advice, life }),
        Said::Note(text) => {
            let spot = notes::Spot { casus: Some(casus), kind: Kind::About(advice) };
            Command::Note(notes::Command::Add { spot, texts: vec![text] })
        }
        Said::StandsOut => match advice {
            Advice::Idea(id) => Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on: true }),
            Advice::Cluster(_) => Command::Note(notes::Command::Add {
                spot: notes::Spot { casus: Some(casus), kind: Kind::About(advice) },
                texts: vec!["valt op".to_owned()],
            }),
        },
    }
}

/// The advies with this number or letter: `None` when it is not one here, `Err` with what is
/// wrong with it.
fn called_so(ctx: Ctx<'_>, board: &Board, casus: CasusId, label: Label) -> Option<Result<Advice, String>> {
    let session = ctx.session();
    let harvest = session.harvest(casus);
    match label {
        Label::Number(number) => {
            let Some(id) = session.ideas.numbered(casus, number) else {
                return Some(Err(format!("Nummer {number} is er niet.")));
            };
            let advice = Advice::Idea(id);
            if harvest.iter().any(|(_, list)| list.contains(&advice)) {
                return Some(Ok(advice));
            }
            Some(Err(match session.ideas.place(id).map(|place| place.slot) {
                Some(Slot::Cluster(cluster)) => {
                    let letter = session.advice_label(Advice::Cluster(cluster));
                    format!("{number} hoort bij {letter}. Begin met {letter}.")
                }
                Some(Slot::Bin) => format!("{number} ligt in de prullenbak."),
                _ if is_conference(session) => format!("{number} is niet geselecteerd."),
                _ => format!("{number} gaat niet mee: de inbrenger laat hem weg."),
            }))
        }
        Label::Letter(letter) => {
            let here = |list: &[Advice]| {
                let is = |advice: &Advice| {
                    let label = session.advice_label(*advice);
                    matches!(advice, Advice::Cluster(_)) && label.eq_ignore_ascii_case(&letter.to_string())
                };
                list.iter().copied().find(|advice| is(advice))
            };
            let in_view = match ctx.pane(board).map(|pane| pane.id) {
                Some(PaneId::Harvest(index)) => harvest.get(usize::from(index)).and_then(|row| here(&row.1)),
                _ => None,
            };
            let mut all = harvest.iter().filter_map(|(_, list)| here(list));
            match (in_view, all.next(), all.next()) {
                (Some(advice), _, _) | (None, Some(advice), None) => Some(Ok(advice)),
                (None, None, _) => None,
                (None, Some(_), Some(_)) => {
                    let letter = letter.to_ascii_uppercase();
                    Some(Err(format!("Er zijn meer adviezen {letter}. Ga eerst met Tab naar het doel.")))
                }
            }
        }
    }
}

/// What is typed finds: Enter opens what is selected, or else the first that fits.
fn found(ctx: Ctx<'_>, board: &Board) -> Meaning {
    let first = || {
        let here = ctx.pane(board).into_iter().chain(&board.panes);
        let lists = here.filter(|pane| matches!(pane.id, PaneId::Harvest(_) | PaneId::LeftBehind));
        lists.into_iter().find_map(|pane| pane.rows.item(ctx.session(), 0))
    };
    match ctx.item(board).or_else(first) {
        Some(Item::Course(advice)) => {
            let name = advice_name(ctx.session(), advice);
            Meaning::new(format!("Zoek: {name}"), "openen", Intent::Open(Topic::Course(advice)))
        }
        _ => Meaning::refused("Zoek", "Niets gevonden. Ctrl+U maakt de regel leeg."),
    }
}

/// "Tip 12", "Advies B".
pub fn advice_name(session: &Session, advice: Advice) -> String {
    let word = if is_conference(session) { "Advies" } else { "Tip" };
    format!("{word} {}", session.advice_label(advice))
}

/// Space: a tip stands out, a note is done.
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    match ctx.item(board) {
        Some(Item::Course(Advice::Idea(id))) if !is_conference(ctx.session()) => {
            let on = ctx.session().ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut));
            Intent::Do(vec![Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on })])
        }
        Some(Item::Note(id)) => {
            let done = ctx.session().notes.get(id).is_some_and(|note| !note.done);
            match ctx.pane(board).map(|pane| pane.id) {
                Some(PaneId::Research | PaneId::Agreements) => {
                    Intent::Do(vec![Command::Note(notes::Command::Settle { id, done })])
                }
                _ => Intent::Nothing,
            }
        }
        Some(item) => item::space(ctx, &item),
        None => Intent::Nothing,
    }
}

pub fn choices(ctx: Ctx<'_>, casus: CasusId) -> Vec<Choice> {
    let session = ctx.session();
    let mut choices = Vec::new();
    if is_conference(session) {
        let text = match (is_shut(session), session.clock.current().is_some()) {
            (true, true) => "Verslag nu al openen voor het adviesgesprek (de bespreking loopt nog)",
            (true, false) => "Verslag openen voor het adviesgesprek",
            (false, _) => "Verslag weer dichtdoen",
        };
        choices.push(Choice::new(text, switch(is_shut(session))));
    } else {
        choices.push(Choice::new("Maak het tipblad, om op te schrijven", Intent::Print(Print::Tips(casus))));
    }
    let home = |format| Intent::Print(Print::Sheet(Sheet::Home, casus, format));
    choices.push(Choice::new(
        "Maak het adviesblad voor thuis",
        Intent::All(vec![home(Format::Html), home(Format::Text)]),
    ));
    choices
}

/// What can be said about one tip or advies.
pub fn course(ctx: Ctx<'_>, advice: Advice) -> Option<Pick> {
    let session = ctx.session();
    let course = session.course(advice)?;
    let mut choices = if !session.is_selected(advice) {
        left_behind(session, advice)
    } else if is_shut(session) {
        vec![Choice::new("Verslag openen voor het adviesgesprek", switch(true))]
    } else {
        lives(session, advice)
    };
    if !is_shut(session) {
        choices.push(Choice::new("Notitie erbij", Intent::Ask(Ask::About(advice))));
    }
    let mut pick = Pick::new(advice_name(session, advice), choices).intro(session.advice_text(advice));
    let said = |words: &str, text: &str| (!text.is_empty()).then(|| format!("{words}: {text}"));
    let lines = [
        said("Onderbouwing", &course.reasoning),
        said("Doel", &course.purpose),
        said("Tot nu toe", &outcomes::course(course)),
        panes::rejected(session, advice),
    ];
    for line in lines.into_iter().flatten().chain(panes::remarks(session, advice)) {
        pick = pick.intro(line);
    }
    Some(pick)
}

/// The tip that was left out can go along after all; what the group decided stays (V-A2).
fn left_behind(session: &Session, advice: Advice) -> Vec<Choice> {
    match advice {
        Advice::Idea(id) if !is_conference(session) => {
            let mark = ideas::Command::Mark { id, mark: Mark::LeftOut, on: false };
            vec![Choice::new("Gaat toch mee", Intent::Do(vec![Command::Idea(mark)]))]
        }
        Advice::Idea(_) | Advice::Cluster(_) => Vec::new(),
    }
}

fn lives(session: &Session, advice: Advice) -> Vec<Choice> {
    let Some(course) = session.course(advice) else { return Vec::new() };
    let live = |text: &str, life| {
        Choice::new(text, Intent::Do(vec![Command::Advice(advice::Command { advice, life })]))
    };
    let chosen = |chosen| Life::Chosen { chosen, because: String::new() };
    let mut choices = Vec::new();
    let mut add = |fits: bool, choice: Choice| choices.extend(fits.then_some(choice));
    add(course.discussed != Some(true), live("Besproken", Life::Discussed(true)));
    add(course.discussed != Some(false), live("Niet besproken", Life::Discussed(false)));
    add(course.chosen != Some(true), live("Gekozen", chosen(true)));
    add(course.chosen != Some(false), live("Niet gekozen", chosen(false)));
    for outcome in [Outcome::Worked, Outcome::WorkedPartly, Outcome::DidNotWork, Outcome::ChoseOtherwise] {
        let text = format!("{}, omdat …", outcomes::name(outcome));
        add(true, Choice::new(text, Intent::Ask(Ask::Tried(advice, outcome))));
    }
    add(course.outcome.is_some(), live("Toch nog niet geprobeerd", Life::NotTried));
    add(true, Choice::new("Wie pakt het op?", Intent::Ask(Ask::TakenUp(advice))));
    if let Advice::Idea(id) = advice
        && !is_conference(session)
    {
        let on = session.ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut));
        let mark = Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on });
        let text = if on { "Valt op" } else { "Valt toch niet op" };
        add(true, Choice::new(text, Intent::Do(vec![mark])));
    }
    choices
}
