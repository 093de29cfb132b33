//! F4: what to say now, and "Wat doe ik als …". No card opens by itself; the frame only says how
//! many there are (nothing that judges a person appears by itself).

use crate::app::board::{Pane, PaneId};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::state::wall::Spotlight;
use crate::app::steps;
use crate::app::things::{self, remark};
use crate::domain::clock::Light;
use crate::domain::command::Command;
use crate::domain::forecast;
use crate::domain::goals::{self, Owner};
use crate::domain::method::{Card, CardHelp};
use crate::domain::people::RoundKind;
use crate::domain::plan::{self, Switch};
use crate::domain::verdicts::TextKey;

/// The cards of the step that is looked at, most likely first.
pub fn of_step(ctx: Ctx<'_>) -> Vec<&Card> {
    let Some(step) = ctx.step().and_then(|key| ctx.session().step(key)) else { return Vec::new() };
    let mut cards: Vec<&Card> = step.cards.iter().filter_map(|id| ctx.session().method.card(id)).collect();
    cards.sort_by_key(|card| !is_called_for(ctx, card));
    cards
}

/// How many cards have their signal now.
pub fn called_for(ctx: Ctx<'_>) -> usize {
    of_step(ctx).iter().filter(|card| is_called_for(ctx, card)).count()
}

/// Whether the signal of a card is there, as far as the program can see.
fn is_called_for(ctx: Ctx<'_>, card: &Card) -> bool {
    let session = ctx.session();
    let casus = session.casus(ctx.casus());
    match card.help {
        CardHelp::Doorschuiven => casus.is_some_and(|casus| casus.to_ask() >= 2),
        CardHelp::Herformuleren => session
            .goals
            .of(ctx.casus())
            .any(|(_, goal)| goal.owner == Some(Owner::SomebodyElse) && goal.original.is_none()),
        CardHelp::Intervisie => {
            session.goals.of(ctx.casus()).any(|(_, goal)| goal.owner == Some(Owner::Learning))
        }
        CardHelp::Luisterstand => session.plan.settings.used(&card.id) >= 2,
        CardHelp::Afronden => ctx.step().is_some_and(|key| {
            matches!(forecast::step(session, key, ctx.now.at).light, Light::TimeUp | Light::Over)
        }),
        CardHelp::Uitleg => card.id == "I7" && remark::is_reproach(ctx.live.view.text()),
        CardHelp::Vragenronde
        | CardHelp::Spinnetje
        | CardHelp::Inventarisatieronde
        | CardHelp::Uitzoekvraag
        | CardHelp::InformeelEerst => false,
    }
}

/// The list behind F4.
pub fn list(ctx: Ctx<'_>) -> Pick {
    let step = ctx.step().and_then(|key| ctx.session().step(key));
    let cards = of_step(ctx).into_iter().enumerate();
    let choices = cards.map(|(index, card)| {
        Choice::new(Shown::fill("Wat doe ik als {}?", &[&card.when]), Intent::Open(Topic::Card(index)))
    });
    let says = step.map(|step| step.say.as_slice()).unwrap_or_default().iter();
    let says = says.map(|say| Shown::fill("\"{}\"", &[say]));
    says.fold(Pick::new("Kaart", choices.collect()), Pick::intro)
}

/// One card: what to do, what to say, and what the program does.
pub fn card(ctx: Ctx<'_>, index: usize) -> Option<Pick> {
    let card = of_step(ctx).get(index).copied()?;
    let mut choices = help(ctx, card);
    let place = ctx.session().method.cards.iter().position(|other| other.id == card.id);
    choices.extend(place.filter(|_| !card.say.is_empty()).map(|place| things::large(Spotlight::Card(place))));
    let mut pick = Pick::new(Shown::fill("Als {}", &[&card.when]), choices).intro(&card.action_text);
    if !card.say.is_empty() {
        pick = pick.intro(Shown::fill("Zeg bijvoorbeeld: \"{}\"", &[&card.say]));
    }
    Some(pick.on_escape(Intent::Open(Topic::Cards)))
}

fn help(ctx: Ctx<'_>, card: &Card) -> Vec<Choice> {
    let used = |then| used(ctx, card, then);
    let uses = |choices: Vec<Choice>| {
        let choices = choices.into_iter();
        choices.map(|choice| Choice { intent: used(choice.intent), ..choice }).collect::<Vec<_>>()
    };
    let one = |text: &'static str, then| vec![Choice::new(text, used(then))];
    let casus = ctx.casus();
    let mut choices = match card.help {
        CardHelp::Uitleg => Vec::new(),
        CardHelp::Vragenronde => {
            one("Begin een vragenronde: ieder één vraag", Intent::BeginRound(RoundKind::Questions))
        }
        CardHelp::Spinnetje => uses(spider(ctx)),
        CardHelp::Doorschuiven => uses(vec![
            Choice::new("Noteer een vraag om uit te zoeken", Intent::Ask(Ask::Research(casus))),
            Choice::new("Schuif de casus door naar een volgende keer", Intent::Ask(Ask::Postpone(casus))),
            Choice::new("Zet een verdiepingspunt op de agenda", Intent::Ask(Ask::Deepening(casus))),
        ]),
        CardHelp::Herformuleren | CardHelp::Intervisie => uses(goals(ctx, card.help)),
        CardHelp::Inventarisatieronde | CardHelp::InformeelEerst => {
            let mut choices = one("Begin een ronde: ieder één idee", Intent::BeginRound(RoundKind::Ideas));
            let not_heard = Intent::Open(Topic::NotHeard);
            choices.push(Choice::new("Wie is nog niet aan het woord geweest?", not_heard));
            choices
        }
        CardHelp::Luisterstand => {
            let count = ctx.session().plan.settings.used(&card.id);
            let tally = Shown::fill("Tel een \"ja maar\" (nu {})", &[&count]);
            vec![listening(ctx), Choice::new(tally, used(Intent::Nothing))]
        }
        CardHelp::Uitzoekvraag => uses(missing(ctx)),
        CardHelp::Afronden => one("Afronden: naar de tijd", Intent::Open(Topic::Time)),
    };
    if choices.is_empty() {
        choices = one("Klaar", Intent::Nothing);
    }
    choices
}

/// Does it, and counts that the card was used.
fn used(ctx: Ctx<'_>, card: &Card, then: Intent) -> Intent {
    let Some(step) = ctx.step() else { return then };
    let used = Command::Plan(plan::Command::UseCard { card: card.id.clone(), step });
    Intent::All(vec![Intent::Do(vec![used]), then])
}

/// To the vakken of the spinnetje of which nothing has been told.
fn spider(ctx: Ctx<'_>) -> Vec<Choice> {
    let panes = steps::board(ctx).panes.into_iter().enumerate();
    let empty =
        panes.filter(|(_, pane)| matches!(pane.id, PaneId::Spider(_)) && pane.rows.is_empty(ctx.session()));
    empty
        .map(|(index, pane)| Choice::new(Shown::fill("Naar {}", &[&pane.title]), Intent::Pane(index)))
        .collect()
}

fn goals(ctx: Ctx<'_>, help: CardHelp) -> Vec<Choice> {
    let goals = ctx.session().goals.of(ctx.casus());
    goals
        .map(|(id, _)| {
            let text = Shown::of(ctx.live, TextKey::Goal(id));
            if help == CardHelp::Herformuleren {
                Choice::new(Shown::fill("Anders verwoorden: {}", &[&text]), Intent::Ask(Ask::ChangeGoal(id)))
            } else {
                Choice::new(Shown::fill("Samen kiezen: {}", &[&text]), Intent::Open(Topic::Goal(id)))
            }
        })
        .collect()
}

fn listening(ctx: Ctx<'_>) -> Choice {
    let on = ctx.session().plan.settings.is_on(Switch::Listening);
    let switch = Command::Plan(plan::Command::Switch { switch: Switch::Listening, on: !on });
    let text = if on { "Luisterstand uit" } else { "Luisterstand aan: een rustige band voor iedereen" };
    Choice::new(text, Intent::Do(vec![switch]))
}

/// Information is missing in the column with the focus (I9).
fn missing(ctx: Ctx<'_>) -> Vec<Choice> {
    let row = ctx.row();
    let board = steps::board(ctx);
    let research = Intent::Ask(Ask::Research(row.casus));
    let mut choices = vec![Choice::new("Noteer wat uitgezocht moet worden", research)];
    if let Some(Pane { id: PaneId::Column(column), title, .. }) = board.pane(ctx) {
        let columns = ctx.session().columns();
        let know_first = columns.get(usize::from(*column)).is_some_and(|column| column.know_first);
        let mark = Command::Goal(goals::Command::MarkMissing { row, column: *column, on: true });
        let text = Shown::fill("{}: hier ontbreekt informatie", &[title]);
        choices.push(Choice::new(text, Intent::Do(vec![mark.clone()])));
        if know_first {
            let stop = Command::Goal(goals::Command::Stop { row, on: true });
            choices.push(Choice::new(
                "Hier stoppen: verder naar rechts heeft nu weinig zin",
                Intent::Do(vec![mark, stop]),
            ));
        }
    }
    choices
}
