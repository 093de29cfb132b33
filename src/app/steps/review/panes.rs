//! What stands on the board of mijn oogst: per goal what goes along, then what was left behind,
//! and what is still to be found out or done.

use crate::app::board::{Board, Field, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::app::steps::review::{answer, called_so, is_shut};
use crate::app::things::{followup, form, note};
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::id::StepKey;
use crate::domain::ideas::{Mark, Slot};
use crate::domain::life::Decision;
use crate::domain::method::Activity;
use crate::domain::notes::Kind;
use crate::domain::session::Session;
use crate::domain::verdicts::{self, TextKey};
use crate::text::{flaps, fold};

/// What stands before the line where nothing else is asked.
const ASKS: &str = "Nummer met b, g, w, d of n; of zoek";

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let mut panes = lists(ctx);
    // The others stand beside the first goal, or are named below: six in a row cannot be read.
    if let Some(first) = panes.first_mut() {
        first.stays = true;
    }
    let wanted = wanted(ctx, &panes);
    for pane in &mut panes {
        if let Rows::List(rows) = &mut pane.rows {
            rows.retain(|row| wanted.fits(session, &row.item));
        }
    }
    panes.push(
        noting(ctx, PaneId::Research, "Uitzoeken", Kind::Research, ticked(ctx, Kind::Research))
            .asks("Nog uit te zoeken")
            .hint("Wat moet nog uitgezocht worden, en door wie?"),
    );
    let agreed = ticked(ctx, Kind::Agreement);
    if session.method.group_decides() {
        panes.push(explanations(ctx));
        let rows = followups(ctx).into_iter().chain(agreed).collect();
        let pane = noting(ctx, PaneId::Agreements, "Vervolgacties", Kind::Agreement, rows);
        panes.push(pane.asks("Afspraak"));
    } else {
        panes.push(told_back(ctx));
        let pane = noting(ctx, PaneId::Agreements, "Andere afspraken", Kind::Agreement, agreed);
        panes.push(pane.asks("Afspraak").hint("Wie doet wat, en wanneer?"));
    }
    let notes = notes_at(ctx);
    if !notes.is_empty() {
        let takes = Takes::Nothing("Kies een regel met de pijltjes, of ga met Tab naar de tips.");
        let rows = Rows::List(notes);
        panes.push(Pane::new(PaneId::AtAdvices, "Notities", takes, Room::Private, rows));
    }
    let head = goal_in_view(ctx).into_iter().chain([how(session)]).collect();
    Board { head, panes, grid: false }
}

/// One line about what is done here.
fn how(session: &Session) -> Shown {
    if is_shut(session) {
        "Het verslag is nog dicht. Open het in het menu (Esc).".into()
    } else if session.method.group_decides() {
        "Wat kozen ze, en wat werkte? Typ bijvoorbeeld: a b g omdat …".into()
    } else {
        let say = "Wat werd er van de {}? Typ bijvoorbeeld: 3 b g w omdat …";
        Shown::fill(say, &[&session.method.words.advice.many])
    }
}

/// The goal of the list with the focus.
fn goal_in_view(ctx: Ctx<'_>) -> Option<Shown> {
    let (row, _) = ctx.session().harvest(ctx.casus()).into_iter().nth(ctx.live.view.focus().pane)?;
    let goal = ctx.session().goals.get(row.goal?)?;
    let text = Shown::goal(ctx.live, row);
    Some(match goal.flap {
        Some(flap) => Shown::fill("{} ({})", &[&text, &flaps::name(flap)]),
        None => text,
    })
}

/// The panes with adviezen: per goal, and what was left behind.
fn lists(ctx: Ctx<'_>) -> Vec<Pane> {
    let session = ctx.session();
    let in_view = ctx.live.view.focus().pane;
    let harvest = session.harvest(ctx.casus());
    let (words, group) = (&session.method.words, session.method.group_decides());
    let only = harvest.len() == 1;
    let list = |id, title, rows: Vec<Row>| {
        Pane::new(id, title, Takes::Search, Room::Private, Rows::List(rows)).asks(ASKS)
    };
    let goals = (0_u16..).zip(harvest).map(|(index, (row, advices))| {
        let title = match row.goal {
            _ if only => Shown::from(&words.advice.many.capital()),
            Some(_) => Shown::fill("Doel {}", &[&(index + 1)]),
            None => "Zonder doel".into(),
        };
        let discussed = advices.iter().filter(|advice| is_discussed(session, **advice)).count();
        // A headed count has no room for it.
        let counted = usize::from(index) == in_view && !advices.is_empty();
        let status = Shown::fill("{} van {} besproken", &[&discussed, &advices.len()]);
        let rows = advices.iter().map(|advice| advice_row(ctx, *advice)).collect();
        let none = Shown::fill("Hier zijn geen {}.", &[&words.advice.many]);
        list(PaneId::Harvest(index), title, rows)
            .status(if counted { status } else { Shown::EMPTY })
            .hint(if group { "Nog geen geselecteerde adviezen.".into() } else { none })
    });
    let mut panes: Vec<Pane> = goals.collect();
    let behind = session.left_behind(ctx.casus());
    let behind: Vec<Row> = behind
        .iter()
        .flat_map(|(_, list)| list)
        .map(|advice| Row { tail: rejected(ctx, *advice), ..advice_row(ctx, *advice) })
        .collect();
    if !behind.is_empty() {
        let title = if group { "Niet geselecteerd" } else { "Laat ik weg" };
        panes.push(list(PaneId::LeftBehind, title.into(), behind));
    }
    panes
}

fn is_discussed(session: &Session, advice: Advice) -> bool {
    session.course(advice).is_some_and(|course| course.discussed == Some(true))
}

fn advice_row(ctx: Ctx<'_>, advice: Advice) -> Row {
    let session = ctx.session();
    let column = match session.place_of(advice).map(|place| place.slot) {
        Some(Slot::Column(index)) => session.columns().get(usize::from(index)),
        _ => None,
    };
    let letter = column.map_or(Shown::EMPTY, |column| Shown::fill(" {}", &[&column.letter]));
    let idea = match advice {
        Advice::Idea(id) => session.ideas.get(id),
        Advice::Cluster(_) => None,
    };
    let marked = |mark, word: &'static str| {
        let has = idea.is_some_and(|idea| idea.has(mark));
        if has { word.into() } else { Shown::EMPTY }
    };
    let tail =
        [Shown::course(ctx.live, advice), marked(Mark::StandsOut, "valt op"), marked(Mark::New, "nieuw")];
    let label = Shown::advice_label(ctx, advice);
    // Tens stand under tens.
    let before = if label.len() < 2 { " " } else { "" };
    let lead = Shown::fill("{}{}{}", &[&before, &label, &letter]);
    let text = Shown::of(ctx.live, verdicts::key_of(session, advice));
    Row::new(Item::Course(advice), lead, text).tail(Shown::join(tail, " · "))
}

/// How an advies of the conference came not to go along; nothing where it does, or where the group
/// does not decide.
pub fn rejected(ctx: Ctx<'_>, advice: Advice) -> Shown {
    let decides = ctx.session().method.group_decides();
    let Some(course) = ctx.session().course(advice).filter(|_| decides) else { return Shown::EMPTY };
    let reason = course.objection.filter(|id| ctx.session().notes.get(*id).is_some());
    match (course.decision, reason) {
        (Decision::Selected, _) => Shown::EMPTY,
        (Decision::Open, _) => "niet besloten".into(),
        (Decision::Rejected, None) => "verworpen".into(),
        (Decision::Rejected, Some(id)) => {
            Shown::fill("verworpen: {}", &[&Shown::of(ctx.live, TextKey::Note(id))])
        }
    }
}

/// What is written at one advies.
pub fn remarks(ctx: Ctx<'_>, advice: Advice) -> impl Iterator<Item = Shown> {
    let ids = ctx.session().arguments(advice, Kind::About).into_iter();
    ids.map(move |id| Shown::fill("Notitie: {}", &[&Shown::of(ctx.live, TextKey::Note(id))]))
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

fn wanted(ctx: Ctx<'_>, panes: &[Pane]) -> Wanted {
    let text = ctx.live.view.text();
    let in_lists = ctx.live.view.focus().pane < panes.len();
    if text.trim().is_empty() || !in_lists || ctx.live.view.prompt.is_some() {
        return Wanted::All;
    }
    let lists = Board { panes: panes.to_vec(), ..Board::default() };
    let one = answer::parse(text).and_then(|(label, _)| called_so(ctx, &lists, label));
    match one {
        Some(Ok(advice)) => Wanted::One(advice),
        Some(Err(_)) => Wanted::All,
        None => Wanted::Words(fold::words(text)),
    }
}

/// A pane that keeps notes of this casus.
fn noting(ctx: Ctx<'_>, id: PaneId, title: &'static str, kind: Kind, rows: Vec<Row>) -> Pane {
    let takes = Takes::Note(note::spot(Some(ctx.casus()), kind));
    Pane::new(id, title, takes, Room::Private, Rows::List(rows))
}

/// Notes that can be done.
fn ticked(ctx: Ctx<'_>, kind: Kind) -> Vec<Row> {
    let is_done = |item: &Item| {
        let Item::Note(id) = item else { return false };
        ctx.session().notes.get(*id).is_some_and(|note| note.done)
    };
    let rows = note::rows(ctx, Some(ctx.casus()), kind).into_iter();
    rows.map(|row| Row { lead: if is_done(&row.item) { "[x]" } else { "[ ]" }.into(), ..row }).collect()
}

/// What was written at tips and adviezen, in the order of the lists.
fn notes_at(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let lists = session.harvest(ctx.casus()).into_iter().chain(session.left_behind(ctx.casus()));
    let mut rows = Vec::new();
    for advice in lists.flat_map(|(_, list)| list) {
        rows.extend(session.arguments(advice, Kind::About).into_iter().map(|id| {
            let text = Shown::of(ctx.live, TextKey::Note(id));
            Row::new(Item::Note(id), Shown::advice_label(ctx, advice), text)
        }));
    }
    rows
}

/// The terugkoppelafspraak (S001, step 6).
fn told_back(ctx: Ctx<'_>) -> Pane {
    let key = |field| TextKey::Casus(ctx.casus(), field);
    let who = Shown::naming(ctx.live, key(casus::Field::FeedbackWho));
    let when = Shown::of(ctx.live, key(casus::Field::FeedbackWhen));
    let what = Shown::of(ctx.live, key(casus::Field::FeedbackWhat));
    let rows = vec![
        Row::new(Item::Field(Field::FeedbackWho), "Wie vertelt het terug", who),
        Row::new(Item::Field(Field::FeedbackWhen), "Wanneer", when),
        Row::new(Item::Field(Field::FeedbackWhat), "Waarover", what),
    ];
    form::form("Afspraak", rows)
}

/// The toelichting of the koppel at each goal (S000, werkblad 8).
fn explanations(ctx: Ctx<'_>) -> Pane {
    let goals = ctx.session().goals.of(ctx.casus()).filter(|(_, goal)| !goal.parked);
    let rows = (1_usize..).zip(goals).map(|(number, (id, _))| {
        let text = Shown::of(ctx.live, TextKey::Explanation(id));
        let goal = if text.is_empty() { Shown::of(ctx.live, TextKey::Goal(id)) } else { Shown::EMPTY };
        let name = Shown::fill("Doel {}", &[&number]);
        Row::new(Item::Field(Field::Explanation(id)), name, text).tail(goal)
    });
    // Without a goal there is nothing to fill in.
    form::form("Toelichting", rows.collect()).asks(ASKS)
}

/// The vervolgacties as they stand (S000, items 8 and 15); Enter goes to where they are kept.
fn followups(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let casus = ctx.casus();
    let steps = (0_u16..).zip(&session.method.steps);
    let step = steps.into_iter().find(|(_, step)| step.activity == Activity::Vervolgacties);
    let item = step.map_or(Item::Plain, |(index, step)| {
        Item::There(StepKey { step: index, casus: step.per_casus.then_some(casus) })
    });
    let rows = (0_u16..).zip(&session.method.followups).map(|(index, action)| {
        let state = followup::state(ctx, casus, index);
        let tick = match (state.answer, action.is_question) {
            (Some(true), true) => "[ja]",
            (Some(false), true) => "[nee]",
            (Some(true), false) => "[x]",
            (Some(false) | None, _) => "[ ]",
        };
        Row::new(item.clone(), tick, &action.text).tail(state.when.map(Shown::short_date).unwrap_or_default())
    });
    rows.collect()
}
