//! A vervolgactie: by when, done or not, and what can be done with it (S000, items 8 and 15).

use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::casus::{Command, Followup as State};
use crate::domain::command::Command as Wish;
use crate::domain::id::CasusId;
use crate::domain::method::Followup;
use crate::text::days;
use chrono::{Days, NaiveDate};

/// How it stands.
pub fn state(ctx: Ctx<'_>, casus: CasusId, index: u16) -> State {
    ctx.session().casus(casus).map(|casus| casus.followup(index)).unwrap_or_default()
}

/// "een week", "3 dagen".
pub fn term(action: &Followup) -> Shown {
    if action.days == 7 { "een week".into() } else { Shown::count(action.days.into(), "dag", "dagen") }
}

/// The day of the meeting: when it began, or was planned.
fn meeting_day(ctx: Ctx<'_>) -> NaiveDate {
    let begun = ctx.session().clock.begun().or(ctx.session().plan.start);
    ctx.now.local(begun.unwrap_or(ctx.now.at)).date()
}

/// The last day the method allows.
pub fn last_day(ctx: Ctx<'_>, action: &Followup) -> Option<NaiveDate> {
    let days = u64::from(action.days);
    if days == 0 { None } else { meeting_day(ctx).checked_add_days(Days::new(days)) }
}

/// A date that is typed at a vervolgactie; later than the method asks is said (V-P3).
pub fn dated(ctx: Ctx<'_>, casus: CasusId, index: u16, text: &str) -> Meaning {
    let Some(day) = days::parse_day(text, ctx.now.local(ctx.now.at).date()) else {
        return Meaning::refused("Wanneer", "Typ een datum: 12 dec, dinsdag, of over 2 weken.");
    };
    let action = ctx.session().method.followups.get(usize::from(index));
    let late = action.filter(|action| last_day(ctx, action).is_some_and(|last| day > last));
    let said = "Dat is later dan {}. De methode vraagt het eerder.";
    let remark = late.map(|action| Shown::fill(said, &[&term(action)]));
    let command = Command::DateFollowup { casus, item: index, when: Some(day) };
    let label = Shown::fill("Op {}", &[&Shown::date(day)]);
    Meaning::new(label, "invullen", Intent::Add(vec![Wish::Casus(command)])).remark(remark)
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

/// Takes its date away.
pub fn undate(casus: CasusId, item: u16) -> Intent {
    Intent::Do(vec![Wish::Casus(Command::DateFollowup { casus, item, when: None })])
}

fn answer(casus: CasusId, item: u16, answer: Option<bool>) -> Intent {
    Intent::Do(vec![Wish::Casus(Command::AnswerFollowup { casus, item, answer })])
}

/// The list of what can be done with a vervolgactie.
pub fn choices(ctx: Ctx<'_>, casus: CasusId, index: u16) -> Option<Pick> {
    let action = ctx.session().method.followups.get(usize::from(index))?;
    let state = state(ctx, casus, index);
    let mut choices = vec![Choice::new("Datum …", Intent::Ask(Ask::FollowupDate(casus, index)))];
    let answers: &[(Option<bool>, &'static str)] = if action.is_question {
        &[(Some(true), "Ja"), (Some(false), "Nee"), (None, "Nog niet bekend")]
    } else {
        &[(Some(true), "Klaar"), (None, "Toch niet klaar")]
    };
    let others = answers.iter().filter(|(value, _)| *value != state.answer);
    choices.extend(others.map(|(value, text)| Choice::new(*text, answer(casus, index, *value))));
    if state.when.is_some() {
        choices.push(Choice::new("Datum weghalen", undate(casus, index)));
    }
    Some(Pick::new("Vervolgactie", choices).intro(&action.text))
}
