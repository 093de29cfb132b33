//! What stands on the board of mijn oogst: per goal what goes along, then what was left behind,
//! and what is still to be found out or done.

use crate::app::board::{Board, Field, Item, Pane, PaneId, Row, Rows};
use crate::app::state::model::Ctx;
use crate::app::steps::review::{answer, called_so, is_conference, is_shut};
use crate::app::things::form;
use crate::domain::advice::Advice;
use crate::domain::id::{CasusId, StepKey};
use crate::domain::ideas::{Mark, Slot};
use crate::domain::life::Decision;
use crate::domain::method::Activity;
use crate::domain::notes::{Kind, Spot};
use crate::domain::session::Session;
use crate::domain::{casus, goals};
use crate::text::{dates, flaps, fold, outcomes};

pub fn board(ctx: Ctx<'_>, casus: CasusId) -> Board {
    let session = ctx.session();
    let mut panes = lists(ctx, casus);
    // The others stand beside the first goal, or are named below: six in a row cannot be read.
    if let Some(first) = panes.first_mut() {
        first.stays = true;
    }
    let wanted = wanted(ctx, casus, &panes);
    for pane in &mut panes {
        if let Rows::List(rows) = &mut pane.rows {
            rows.retain(|row| wanted.fits(session, &row.item));
        }
    }
    panes.push(
        Pane::new(PaneId::Research, "Uitzoeken", Rows::List(ticked(session, casus, Kind::Research)))
            .hint("Wat moet nog uitgezocht worden, en door wie?"),
    );
    if is_conference(session) {
        panes.push(explanations(session, casus));
        panes.push(followups(session, casus));
    } else {
        panes.push(agreed(session, casus));
        panes.push(
            Pane::new(
                PaneId::Agreements,
                "Andere afspraken",
                Rows::List(ticked(session, casus, Kind::Agreement)),
            )
            .hint("Wie doet wat, en wanneer?"),
        );
    }
    let notes = notes_at(session, casus);
    if !notes.is_empty() {
        panes.push(Pane::new(PaneId::AtAdvices, "Notities", Rows::List(notes)));
    }
    let head = goal_in_view(ctx, casus).into_iter().chain([how(session).to_owned()]).collect();
    Board { head, panes, grid: false }
}

/// One line about what is done here.
fn how(session: &Session) -> &'static str {
    if is_shut(session) {
        "Het verslag is nog dicht. Open het in het menu (Esc)."
    } else if is_conference(session) {
        "Wat kozen ze, en wat werkte? Typ bijvoorbeeld: a b g omdat …"
    } else {
        "Wat werd er van de tips? Typ bijvoorbeeld: 3 b g w omdat …"
    }
}

/// The goal of the list with the focus.
fn goal_in_view(ctx: Ctx<'_>, casus: CasusId) -> Option<String> {
    let (row, _) = ctx.session().harvest(casus).into_iter().nth(ctx.live.view.focus().pane)?;
    let goal = ctx.session().goals.get(row.goal?)?;
    let flap = goal.flap.map_or(String::new(), |flap| format!(" ({})", flaps::name(flap)));
    Some(format!("{}{flap}", goal.text))
}

/// The panes with adviezen: per goal, and what was left behind.
fn lists(ctx: Ctx<'_>, casus: CasusId) -> Vec<Pane> {
    let session = ctx.session();
    let in_view = ctx.live.view.focus().pane;
    let harvest = session.harvest(casus);
    let word = if is_conference(session) { "Adviezen" } else { "Tips" };
    let only = harvest.len() == 1;
    let goals = (0_u16..).zip(harvest).map(|(index, (row, list))| {
        let title = match row.goal {
            _ if only => word.to_owned(),
            Some(_) => format!("Doel {}", index + 1),
            None => "Zonder doel".to_owned(),
        };
        let discussed = list.iter().filter(|advice| is_discussed(session, **advice)).count();
        // A headed count has no room for it.
        let counted = usize::from(index) == in_view && !list.is_empty();
        let status =
            if counted { format!("{discussed} van {} besproken", list.len()) } else { String::new() };
        let rows = list.iter().map(|advice| advice_row(session, *advice)).collect();
        let hint =
            if is_conference(session) { "Nog geen geselecteerde adviezen." } else { "Hier zijn geen tips." };
        Pane { status, ..Pane::new(PaneId::Harvest(index), title, Rows::List(rows)).hint(hint) }
    });
    let mut panes: Vec<Pane> = goals.collect();
    let behind: Vec<Row> = session
        .left_behind(casus)
        .iter()
        .flat_map(|(_, list)| list)
        .map(|advice| {
            let tail = rejected(session, *advice).unwrap_or_default();
            Row { tail, ..advice_row(session, *advice) }
        })
        .collect();
    if !behind.is_empty() {
        let title = if is_conference(session) { "Niet geselecteerd" } else { "Laat ik weg" };
        panes.push(Pane::new(PaneId::LeftBehind, title, Rows::List(behind)));
    }
    panes
}

fn is_discussed(session: &Session, advice: Advice) -> bool {
    session.course(advice).is_some_and(|course| course.discussed == Some(true))
}

fn advice_row(session: &Session, advice: Advice) -> Row {
    let column = match session.place_of(advice).map(|place| place.slot) {
        Some(Slot::Column(index)) => session.columns().get(usize::from(index)),
        _ => None,
    };
    let letter = column.map_or(String::new(), |column| format!(" {}", column.letter));
    let mut tail: Vec<String> = session.course(advice).map(outcomes::course).into_iter().collect();
    if let Advice::Idea(id) = advice
        && let Some(idea) = session.ideas.get(id)
    {
        tail.extend(idea.has(Mark::StandsOut).then(|| "valt op".to_owned()));
        tail.extend(idea.has(Mark::New).then(|| "nieuw".to_owned()));
    }
    tail.retain(|words| !words.is_empty());
    let lead = format!("{:>2}{letter}", session.advice_label(advice));
    Row::new(Item::Course(advice), lead, session.advice_text(advice)).tail(tail.join(" · "))
}

/// How an advies of the conference came not to go along.
pub fn rejected(session: &Session, advice: Advice) -> Option<String> {
    let course = session.course(advice).filter(|_| is_conference(session))?;
    match course.decision {
        Decision::Selected => None,
        Decision::Open => Some("niet besloten".to_owned()),
        Decision::Rejected => {
            let reason = course.objection.and_then(|id| session.notes.get(id));
            Some(reason.map_or("verworpen".to_owned(), |note| format!("verworpen: {}", note.text)))
        }
    }
}

/// What is written at one advies.
pub fn remarks(session: &Session, advice: Advice) -> Vec<String> {
    let ids = session.arguments(advice, Kind::About);
    ids.into_iter().filter_map(|id| Some(format!("Notitie: {}", session.notes.get(id)?.text))).collect()
}

/// Which rows stay in view while something is typed.
enum Wanted {
    All,
    One(Advice),
    Words(Vec<String>),
}

impl Wanted {
    fn fits(&self, session: &Session, item: &Item) -> bool {
        let Item::Course(advice) = item else { return true };
        match self {
            Self::All => true,
            Self::One(one) => one == advice,
            Self::Words(words) => {
                let label = fold::plain(&session.advice_label(*advice));
                let members = session.members(*advice);
                let texts = members.into_iter().filter_map(|id| session.ideas.get(id));
                let text: Vec<String> = texts.map(|idea| fold::plain(&idea.text)).collect();
                let text = format!("{} {}", fold::plain(session.advice_text(*advice)), text.join(" "));
                words.iter().all(|word| *word == label || text.contains(word.as_str()))
            }
        }
    }
}

fn wanted(ctx: Ctx<'_>, casus: CasusId, panes: &[Pane]) -> Wanted {
    let text = ctx.live.view.text();
    let in_lists = ctx.live.view.focus().pane < panes.len();
    if text.trim().is_empty() || !in_lists || ctx.live.view.prompt.is_some() {
        return Wanted::All;
    }
    let lists = Board { panes: panes.to_vec(), ..Board::default() };
    let one = answer::parse(text).and_then(|(label, _)| called_so(ctx, &lists, casus, label));
    match one {
        Some(Ok(advice)) => Wanted::One(advice),
        Some(Err(_)) => Wanted::All,
        None => Wanted::Words(fold::words(text)),
    }
}

/// Notes that can be done.
fn ticked(session: &Session, casus: CasusId, kind: Kind) -> Vec<Row> {
    let ids = session.notes.at(Spot { casus: Some(casus), kind });
    let row = |(id, note): (_, &crate::domain::notes::Note)| {
        Row::new(Item::Note(id), if note.done { "[x]" } else { "[ ]" }, note.text.as_str())
    };
    ids.iter().filter_map(|id| Some((*id, session.notes.get(*id)?))).map(row).collect()
}

/// What was written at tips and adviezen, in the order of the lists.
fn notes_at(session: &Session, casus: CasusId) -> Vec<Row> {
    let lists = session.harvest(casus).into_iter().chain(session.left_behind(casus));
    let mut rows = Vec::new();
    for advice in lists.flat_map(|(_, list)| list) {
        for id in session.arguments(advice, Kind::About) {
            let text = session.notes.get(id).map_or("", |note| note.text.as_str());
            rows.push(Row::new(Item::Note(id), session.advice_label(advice), text));
        }
    }
    rows
}

/// The terugkoppelafspraak (S001, step 6).
fn agreed(session: &Session, casus: CasusId) -> Pane {
    let text = |field| session.casus(casus).map_or("", |casus| casus.field(field));
    form::form(
        "Afspraak",
        vec![
            Row::new(
                Item::Field(Field::FeedbackWho),
                "Wie vertelt het terug",
                text(casus::Field::FeedbackWho),
            ),
            Row::new(Item::Field(Field::FeedbackWhen), "Wanneer", text(casus::Field::FeedbackWhen)),
            Row::new(Item::Field(Field::FeedbackWhat), "Waarover", text(casus::Field::FeedbackWhat)),
        ],
    )
}

/// The toelichting of the koppel at each goal (S000, werkblad 8).
fn explanations(session: &Session, casus: CasusId) -> Pane {
    let goals = session.goals.of(casus).filter(|(_, goal)| !goal.parked);
    let row = |(number, (id, goal)): (usize, (_, &goals::Goal))| {
        Row::new(Item::Field(Field::Explanation(id)), format!("Doel {number}"), goal.explanation.as_str())
            .tail(if goal.explanation.is_empty() { goal.text.as_str() } else { "" })
    };
    form::form("Toelichting", (1..).zip(goals).map(row).collect())
}

/// The vervolgacties as they stand (S000, items 8 and 15), with what else was agreed; Enter goes to
/// where they are kept.
fn followups(session: &Session, casus: CasusId) -> Pane {
    let steps = (0_u16..).zip(&session.method.steps);
    let step = steps.into_iter().find(|(_, step)| step.activity == Activity::Vervolgacties);
    let item = step.map_or(Item::Plain, |(index, step)| {
        Item::There(StepKey { step: index, casus: step.per_casus.then_some(casus) })
    });
    let rows = (0_u16..).zip(&session.method.followups).map(|(index, action)| {
        let state = session.casus(casus).map(|casus| casus.followup(index)).unwrap_or_default();
        let tick = match (state.answer, action.is_question) {
            (Some(true), true) => "[ja]",
            (Some(false), true) => "[nee]",
            (Some(true), false) => "[x]",
            (Some(false) | None, _) => "[ ]",
        };
        Row::new(item.clone(), tick, action.text.as_str())
            .tail(state.when.map(dates::short).unwrap_or_default())
    });
    let rows = rows.chain(ticked(session, casus, Kind::Agreement)).collect();
    Pane::new(PaneId::Agreements, "Vervolgacties", Rows::List(rows))
}
