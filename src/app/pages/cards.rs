//! F4: what to say now, and "Wat doe ik als …". No card opens by itself; the frame only says how
//! many there are (nothing that judges a person appears by itself).

use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::wall::{self, Spotlight};
use crate::app::steps::{self, verzamelen as matrix};
use crate::app::things::remark;
use crate::domain::clock::Light;
use crate::domain::command::Command;
use crate::domain::forecast;
use crate::domain::goals::Owner;
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
    let cards = of_step(ctx);
    let choices = cards
        .iter()
        .enumerate()
        .map(|(index, card)| {
            Choice::new(format!("Wat doe ik als {}?", card.when), Intent::Open(Topic::Card(index)))
        })
        .collect();
    let mut pick = Pick::new("Kaart", choices);
    for line in step.map(|step| step.say.as_slice()).unwrap_or_default() {
        pick = pick.intro(format!("\"{line}\""));
    }
    pick
}

/// One card: what to do, what to say, and what the program does.
pub fn card(ctx: Ctx<'_>, index: usize) -> Option<Pick> {
    let card = of_step(ctx).get(index).copied()?;
    let mut choices = help(ctx, card);
    let place = ctx.session().method.cards.iter().position(|other| other.id == card.id);
    choices.extend(place.filter(|_| !card.say.is_empty()).map(|place| wall::large(Spotlight::Card(place))));
    let mut pick = Pick::new(format!("Als {}", card.when), choices).intro(card.action_text.as_str());
    if !card.say.is_empty() {
        pick = pick.intro(format!("Zeg bijvoorbeeld: \"{}\"", card.say));
    }
    Some(pick.on_escape(Intent::Open(Topic::Cards)))
}

fn help(ctx: Ctx<'_>, card: &Card) -> Vec<Choice> {
    let used = |then: Intent| match ctx.step() {
        Some(step) => {
            let used = Command::Plan(plan::Command::UseCard { card: card.id.clone(), step });
            Intent::All(vec![Intent::Do(vec![used]), then])
        }
        None => then,
    };
    let casus = ctx.casus();
    let mut choices: Vec<Choice> = match card.help {
        CardHelp::Uitleg => Vec::new(),
        CardHelp::Vragenronde => {
            vec![Choice::new(
                "Begin een vragenronde: ieder één vraag",
                used(Intent::BeginRound(RoundKind::Questions)),
            )]
        }
        CardHelp::Spinnetje => {
            spider(ctx).into_iter().map(|choice| Choice { intent: used(choice.intent), ..choice }).collect()
        }
        CardHelp::Doorschuiven => vec![
            Choice::new("Noteer een vraag om uit te zoeken", used(Intent::Ask(Ask::Research(casus)))),
            Choice::new(
                "Schuif de casus door naar een volgende keer",
                used(Intent::Ask(Ask::Postpone(casus))),
            ),
            Choice::new("Zet een verdiepingspunt op de agenda", used(Intent::Ask(Ask::Deepening(casus)))),
        ],
        CardHelp::Herformuleren | CardHelp::Intervisie => goals(ctx, card.help)
            .into_iter()
            .map(|choice| Choice { intent: used(choice.intent), ..choice })
            .collect(),
        CardHelp::Inventarisatieronde | CardHelp::InformeelEerst => {
            let mut choices = vec![Choice::new(
                "Begin een ronde: ieder één idee",
                used(Intent::BeginRound(RoundKind::Ideas)),
            )];
            choices
                .push(Choice::new("Wie is nog niet aan het woord geweest?", Intent::Open(Topic::NotHeard)));
            choices
        }
        CardHelp::Luisterstand => listening(ctx, card, used),
        CardHelp::Uitzoekvraag => {
            missing(ctx).into_iter().map(|choice| Choice { intent: used(choice.intent), ..choice }).collect()
        }
        CardHelp::Afronden => vec![Choice::new("Afronden: naar de tijd", used(Intent::Open(Topic::Time)))],
    };
    if choices.is_empty() {
        choices.push(Choice::new("Klaar", used(Intent::Nothing)));
    }
    choices
}

/// To the vakken of the spinnetje of which nothing has been told.
fn spider(ctx: Ctx<'_>) -> Vec<Choice> {
    let board = steps::board(ctx);
    let empty = board.panes.iter().enumerate().filter(|(_, pane)| {
        matches!(pane.id, crate::app::board::PaneId::Spider(_)) && pane.rows.is_empty(ctx.session())
    });
    empty.map(|(index, pane)| Choice::new(format!("Naar {}", pane.title), Intent::Pane(index))).collect()
}

fn goals(ctx: Ctx<'_>, help: CardHelp) -> Vec<Choice> {
    let goals = ctx.session().goals.of(ctx.casus());
    goals
        .map(|(id, _)| {
            let text = veil::seen(ctx.live, TextKey::Goal(id));
            if help == CardHelp::Herformuleren {
                Choice::new(format!("Anders verwoorden: {text}"), Intent::Ask(Ask::ChangeGoal(id)))
            } else {
                Choice::new(format!("Samen kiezen: {text}"), Intent::Open(Topic::Goal(id)))
            }
        })
        .collect()
}

fn listening(ctx: Ctx<'_>, card: &Card, used: impl Fn(Intent) -> Intent) -> Vec<Choice> {
    let on = ctx.session().plan.settings.is_on(Switch::Listening);
    let switch =
        Intent::Do(vec![Command::Plan(plan::Command::Switch { switch: Switch::Listening, on: !on })]);
    let text = if on { "Luisterstand uit" } else { "Luisterstand aan: een rustige band voor iedereen" };
    let count = ctx.session().plan.settings.used(&card.id);
    let tally = format!("Tel een \"ja maar\" (nu {count})");
    vec![Choice::new(text, switch), Choice::new(tally, used(Intent::Nothing))]
}

/// Information is missing in the column with the focus (I9).
fn missing(ctx: Ctx<'_>) -> Vec<Choice> {
    use crate::domain::goals;
    let row = matrix::row(ctx);
    let board = steps::board(ctx);
    let mut choices =
        vec![Choice::new("Noteer wat uitgezocht moet worden", Intent::Ask(Ask::Research(row.casus)))];
    if let Some(crate::app::board::PaneId::Column(column)) = ctx.pane(&board).map(|pane| pane.id) {
        let know_first =
            ctx.session().columns().get(usize::from(column)).is_some_and(|column| column.know_first);
        let mark = Command::Goal(goals::Command::MarkMissing { row, column, on: true });
        let name = steps::pane_title(&board, crate::app::board::PaneId::Column(column));
        choices
            .push(Choice::new(format!("{name}: hier ontbreekt informatie"), Intent::Do(vec![mark.clone()])));
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
