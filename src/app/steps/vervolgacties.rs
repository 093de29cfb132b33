//! Items 8 and 15: the vervolgacties of the method as a dated list (S000), and what else was agreed.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::pages::papers;
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::things::form;
use crate::app::{steps, things as item};
use crate::domain::casus::{Command, Followup as State};
use crate::domain::command::Command as Wish;
use crate::domain::id::CasusId;
use crate::domain::method::{Followup, Role};
use crate::domain::notes::Kind;
use crate::text::{counts, dates, days, roles};
use chrono::Days;
use chrono::NaiveDate;

pub fn board(ctx: Ctx<'_>) -> Board {
    let casus = ctx.casus();
    let methods = (0_u16..).zip(&ctx.session().method.followups);
    let mut rows: Vec<Row> = methods.map(|(index, action)| row(ctx, casus, index, action)).collect();
    rows.extend(
        steps::note_rows(ctx, Some(casus), Kind::Agreement)
            .into_iter()
            .map(|row| Row { lead: "-".to_owned(), ..row }),
    );
    rows.push(Row::new(Item::Plain, "+", "Iets anders afspreken: typ wie wat doet, en wanneer"));
    let pane = Pane { form: true, ..Pane::new(PaneId::Followups, "Vervolgacties", Rows::List(rows)) };
    let head = "Wie doet wat, en wanneer? Typ een datum bij de gekozen regel. Spatie: klaar.".to_owned();
    Board { head: vec![head], panes: vec![pane], grid: false }
}

fn row(ctx: Ctx<'_>, casus: CasusId, index: u16, action: &Followup) -> Row {
    let state = state(ctx, casus, index);
    let tick = match (state.answer, action.is_question) {
        (Some(true), true) => "[ja]",
        (Some(false), true) => "[nee]",
        (None, true) => "[?]",
        (Some(true), false) => "[x]",
        (Some(false) | None, false) => "[ ]",
    };
    let mut tail = who(ctx, casus, action);
    tail.extend(when_words(ctx, action, state));
    Row::new(Item::Followup(casus, index), tick, action.text.as_str()).tail(tail.join(", "))
}

fn state(ctx: Ctx<'_>, casus: CasusId, index: u16) -> State {
    ctx.session().casus(casus).map(|casus| casus.followup(index)).unwrap_or_default()
}

/// Who does it, by name; the text itself says which role.
fn who(ctx: Ctx<'_>, casus: CasusId, action: &Followup) -> Vec<String> {
    let casus = ctx.session().casus(casus);
    let id = match action.role {
        Some(Role::Casemanager) => casus.and_then(|casus| casus.contributor),
        Some(role) => ctx.session().people.role(role),
        None => None,
    };
    match (form::person_name(ctx, id), action.role) {
        ("", Some(role)) => vec![format!("nog geen {}", roles::name(role))],
        ("", None) => Vec::new(),
        (name, _) => vec![name.to_owned()],
    }
}

/// The date that was set; else the last day the method allows, as a proposal.
fn when_words(ctx: Ctx<'_>, action: &Followup, state: State) -> Option<String> {
    match (state.when, last_day(ctx, action)) {
        (Some(day), Some(last)) if day > last => {
            Some(format!("{}, later dan {}", dates::short(day), term(action)))
        }
        (Some(day), _) => Some(dates::short(day)),
        (None, Some(last)) => Some(format!("voorstel {}", dates::short(last))),
        (None, None) => None,
    }
}

fn term(action: &Followup) -> String {
    if action.days == 7 { "een week".to_owned() } else { counts::count(action.days.into(), "dag", "dagen") }
}

/// The day of the meeting: when it began, or was planned.
fn meeting_day(ctx: Ctx<'_>) -> NaiveDate {
    let begun = ctx.session().clock.begun().or(ctx.session().plan.start);
    ctx.now.local(begun.unwrap_or(ctx.now.at)).date()
}

fn last_day(ctx: Ctx<'_>, action: &Followup) -> Option<NaiveDate> {
    let days = u64::from(action.days);
    if days == 0 { None } else { meeting_day(ctx).checked_add_days(Days::new(days)) }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.item(board) {
        Some(Item::Followup(..)) => "Wanneer",
        _ => "Afspraak",
    }
    .to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    match ctx.item(board) {
        Some(item) if text.trim().is_empty() && item != Item::Plain => {
            Meaning::new(label, item::verb(&item), item::open(ctx, &item))
        }
        _ if text.trim().is_empty() => Meaning::nothing(label),
        Some(Item::Followup(casus, index)) => dated(ctx, casus, index, text),
        _ => Meaning::new(label, "toevoegen", steps::note(Some(ctx.casus()), Kind::Agreement, text)),
    }
}

/// A date that is typed at a vervolgactie; later than the method asks is said (V-P3).
pub fn dated(ctx: Ctx<'_>, casus: CasusId, index: u16, text: &str) -> Meaning {
    let Some(day) = days::parse_day(text, ctx.now.local(ctx.now.at).date()) else {
        return Meaning::refused("Wanneer", "Typ een datum: 12 dec, dinsdag, of over 2 weken.");
    };
    let action = ctx.session().method.followups.get(usize::from(index));
    let late = action.filter(|action| last_day(ctx, action).is_some_and(|last| day > last));
    let remark =
        late.map(|action| format!("Dat is later dan {}. De methode vraagt het eerder.", term(action)));
    let command = Command::DateFollowup { casus, item: index, when: Some(day) };
    Meaning::new(format!("Op {}", dates::date(day)), "invullen", Intent::Add(vec![Wish::Casus(command)]))
        .remark(remark)
}

/// Space on a vervolgactie: done or not; a question goes through ja, nee and nog niet.
pub fn step(ctx: Ctx<'_>, casus: CasusId, index: u16) -> Intent {
    let is_question = ctx.session().method.followups.get(usize::from(index)).is_some_and(|it| it.is_question);
    let next = match (state(ctx, casus, index).answer, is_question) {
        (None | Some(false), false) | (None, true) => Some(true),
        (Some(true), true) => Some(false),
        (Some(true), false) | (Some(false), true) => None,
    };
    answer(casus, index, next)
}

/// Delete on a vervolgactie takes its date away.
pub fn undate(casus: CasusId, item: u16) -> Intent {
    Intent::Do(vec![Wish::Casus(Command::DateFollowup { casus, item, when: None })])
}

fn answer(casus: CasusId, item: u16, answer: Option<bool>) -> Intent {
    Intent::Do(vec![Wish::Casus(Command::AnswerFollowup { casus, item, answer })])
}

/// The list of what can be done with a vervolgactie.
pub fn choices_of(ctx: Ctx<'_>, casus: CasusId, index: u16) -> Option<Pick> {
    let action = ctx.session().method.followups.get(usize::from(index))?;
    let state = state(ctx, casus, index);
    let mut choices = vec![Choice::new("Datum …", Intent::Ask(Ask::FollowupDate(casus, index)))];
    let answers: &[(Option<bool>, &str)] = if action.is_question {
        &[(Some(true), "Ja"), (Some(false), "Nee"), (None, "Nog niet bekend")]
    } else {
        &[(Some(true), "Klaar"), (None, "Toch niet klaar")]
    };
    let others = answers.iter().filter(|(value, _)| *value != state.answer);
    choices.extend(others.map(|(value, text)| Choice::new(*text, answer(casus, index, *value))));
    if state.when.is_some() {
        choices.push(Choice::new("Datum weghalen", undate(casus, index)));
    }
    Some(Pick::new("Vervolgactie", choices).intro(action.text.as_str()))
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    vec![papers::report_choice(ctx)]
}
