//! Items 8 and 15: the vervolgacties of the method as a dated list (S000), and what else was agreed.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::things::{followup, note, sheets};
use crate::domain::casus::Followup as State;
use crate::domain::id::CasusId;
use crate::domain::method::{Followup, Role};
use crate::domain::notes::Kind;
use crate::text::roles;

/// Who does what, and when.
pub struct Vervolgacties;

impl Step for Vervolgacties {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let casus = ctx.casus();
        let methods = (0_u16..).zip(&ctx.session().method.followups);
        let mut rows: Vec<Row> = methods.map(|(index, action)| row(ctx, casus, index, action)).collect();
        // An agreement says who, and the last row is for whoever types.
        if !ctx.is_for_the_room() {
            let agreed = note::rows(ctx, Some(casus), Kind::Agreement);
            rows.extend(agreed.into_iter().map(|row| Row { lead: "-".into(), ..row }));
            rows.push(Row::new(Item::Plain, "+", "Iets anders afspreken: typ wie wat doet, en wanneer"));
        }
        let rows = Rows::List(rows);
        let pane = Pane::new(PaneId::Followups, "Vervolgacties", Takes::Fields, Room::TOLD, rows).form();
        let head = "Wie doet wat, en wanneer? Typ een datum bij de gekozen regel. Spatie: klaar.";
        Board::new(head, vec![pane])
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wat gebeurt er na vandaag?".into()]
    }

    fn label(&self, ctx: Ctx<'_>, board: &Board, _pane: &Pane) -> Shown {
        let is_action = matches!(board.item(ctx), Some(Item::Followup(..)));
        if is_action { "Wanneer" } else { "Afspraak" }.into()
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        if let Some(Item::Followup(casus, index)) = board.item(ctx) {
            return followup::dated(ctx, casus, index, text);
        }
        let spot = note::spot(Some(ctx.casus()), Kind::Agreement);
        Meaning::new(self.label(ctx, board, pane), "toevoegen", note::add(spot, text))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        vec![sheets::report_choice(ctx)]
    }
}

fn row(ctx: Ctx<'_>, casus: CasusId, index: u16, action: &Followup) -> Row {
    let state = followup::state(ctx, casus, index);
    let tick = match (state.answer, action.is_question) {
        (Some(true), true) => "[ja]",
        (Some(false), true) => "[nee]",
        (None, true) => "[?]",
        (Some(true), false) => "[x]",
        (Some(false) | None, false) => "[ ]",
    };
    let tail = if ctx.is_for_the_room() {
        state.when.map(Shown::short_date).unwrap_or_default()
    } else {
        Shown::join([who(ctx, casus, action), when(ctx, action, state)], ", ")
    };
    Row::new(Item::Followup(casus, index), tick, &action.text).tail(tail)
}

/// Who does it, by name; the text itself says which role.
fn who(ctx: Ctx<'_>, casus: CasusId, action: &Followup) -> Shown {
    let Some(role) = action.role else { return Shown::EMPTY };
    let id = if role == Role::Casemanager {
        ctx.session().casus(casus).and_then(|casus| casus.contributor)
    } else {
        ctx.session().people.role(role)
    };
    let name = id.map(|id| Shown::person(ctx.live, id)).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| Shown::fill("nog geen {}", &[&roles::name(role)]))
}

/// The date that was set; else the last day the method allows, as a proposal.
fn when(ctx: Ctx<'_>, action: &Followup, state: State) -> Shown {
    match (state.when, followup::last_day(ctx, action)) {
        (Some(day), Some(last)) if day > last => {
            Shown::fill("{}, later dan {}", &[&Shown::short_date(day), &followup::term(action)])
        }
        (Some(day), _) => Shown::short_date(day),
        (None, Some(last)) => Shown::fill("voorstel {}", &[&Shown::short_date(last)]),
        (None, None) => Shown::EMPTY,
    }
}
