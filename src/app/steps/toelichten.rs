//! Step 3, casus toelichten: the vakken of the spinnetje around the alias, then questions.

use crate::app::board::{Board, Item, Pane, PaneId, Rows};
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::things::{form, parts, round};
use crate::app::{shown as veil, steps};
use crate::domain::casus::{Command, Picture};
use crate::domain::command::Command as Wish;
use crate::domain::notes::Kind;
use crate::domain::people::RoundKind;
use crate::domain::verdicts::TextKey;

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let id = ctx.casus();
    let Some(casus) = session.casus(id) else { return Board::default() };
    let mut panes: Vec<Pane> = session
        .method
        .spider
        .iter()
        .zip(0_u16..)
        .map(|(field, index)| {
            let picture = picture_word(casus.picture(index));
            let rows = Rows::List(steps::note_rows(ctx, Some(id), Kind::Spider(index)));
            Pane {
                status: picture.to_owned(),
                ..Pane::new(PaneId::Spider(index), field.name.as_str(), rows).hint(field.question.as_str())
            }
        })
        .collect();
    if casus.alias().is_empty() || casus.contributor.is_none() {
        panes.insert(0, form::form("Casus", form::casus_rows(ctx)));
    }
    panes.push(
        Pane::new(PaneId::Questions, "Vragen", Rows::List(steps::note_rows(ctx, Some(id), Kind::Question)))
            .hint("Vragen van de groep, één zin per vraag."),
    );
    let research = steps::note_rows(ctx, Some(id), Kind::Research);
    if !research.is_empty() {
        panes.push(Pane::new(PaneId::Research, "Uit te zoeken", Rows::List(research)));
    }
    let head = match veil::alias(ctx.live, id).as_ref() {
        "" => "Wie wil een casus inbrengen? Kort en zakelijk, in ongeveer drie minuten.".to_owned(),
        alias => format!("Casus {alias}: een globaal beeld, vooral van talenten en mogelijkheden."),
    };
    let reason = || veil::seen(ctx.live, TextKey::Postponed(id));
    let postponed = casus.postponed().map(|_| format!("Doorgeschoven: {}", reason()));
    Board { head: vec![head], panes, grid: true }.with_head(postponed)
}

/// How a vak stands, as it is on the screen.
pub fn picture_word(picture: Picture) -> &'static str {
    match picture {
        Picture::NotMentioned => "nog niet genoemd",
        Picture::Global => "globaal beeld",
        Picture::AskFirst => "nog navragen",
    }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    if let Some(label) = round::label(ctx) {
        return label;
    }
    let session = ctx.session();
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Spider(vak)) => {
            let name = session.method.spider.get(usize::from(vak)).map_or("", |field| field.name.as_str());
            format!("Over {}", name.to_lowercase())
        }
        Some(PaneId::Research) => "Uit te zoeken".to_owned(),
        Some(PaneId::Form) => match ctx.item(board) {
            Some(Item::Field(field)) => form::field_label(ctx, field),
            _ => "Casus".to_owned(),
        },
        _ => "Vraag".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let id = ctx.casus();
    let question = |text: &str| steps::note(Some(id), Kind::Question, text);
    if let Some(meaning) = round::meaning(ctx, text, question) {
        return meaning;
    }
    let label = label(ctx, board);
    let pane = ctx.pane(board).map(|pane| pane.id);
    if text.trim().is_empty() {
        return match pane {
            Some(PaneId::Spider(_) | PaneId::Form) => Meaning::new(label, "", Intent::Nothing),
            _ => questions_begin(ctx, label),
        };
    }
    if let (Some(PaneId::Form), Some(Item::Field(field))) = (pane, ctx.item(board)) {
        return form::field_meaning(ctx, field, text);
    }
    let kind = match pane {
        Some(PaneId::Spider(vak)) => Kind::Spider(vak),
        Some(PaneId::Research) => Kind::Research,
        _ => Kind::Question,
    };
    if let Kind::Spider(vak) = kind {
        return Meaning::new(label, "toevoegen", told(ctx, vak, text));
    }
    Meaning::new(label, "toevoegen", steps::note(Some(id), kind, text))
        .remark(crate::app::things::remark::one_sentence(text))
}

/// A vak that was spoken of gets a *globaal beeld* by itself, in the same gesture; whoever
/// disagrees presses Space.
fn told(ctx: Ctx<'_>, vak: u16, text: &str) -> Intent {
    let casus = ctx.casus();
    let keep = steps::note(Some(casus), Kind::Spider(vak), text);
    let first = ctx.session().casus(casus).is_some_and(|casus| casus.picture(vak) == Picture::NotMentioned);
    let Intent::Add(mut commands) = keep else { return keep };
    if first {
        commands.push(Wish::Casus(Command::SetPicture { casus, vak, picture: Picture::Global }));
    }
    Intent::Add(commands)
}

/// The explanation is done, the questions begin: the next part of the clock.
fn questions_begin(ctx: Ctx<'_>, label: String) -> Meaning {
    let here = ctx.session().clock.current().map(|(key, _)| key) == ctx.step();
    match parts::following(ctx).filter(|_| here) {
        Some(next) => Meaning::new(label, format!("{} beginnen", next.name), Intent::Do(vec![next.start])),
        None => Meaning::new(label, "", Intent::Nothing),
    }
}

/// Space walks a vak through *nog niet genoemd, globaal beeld, nog navragen*.
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    let Some(PaneId::Spider(vak)) = ctx.pane(board).map(|pane| pane.id) else { return Intent::Nothing };
    let casus = ctx.casus();
    let Some(now) = ctx.session().casus(casus).map(|casus| casus.picture(vak)) else {
        return Intent::Nothing;
    };
    Intent::Do(vec![Wish::Casus(Command::SetPicture { casus, vak, picture: now.next() })])
}

pub fn choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let id = ctx.casus();
    let mut choices = Vec::new();
    if ctx.live.view.round.is_none() && ctx.session().people.present().next().is_some() {
        choices.push(Choice::new("Vragenronde: ieder één vraag", Intent::BeginRound(RoundKind::Questions)));
    }
    choices.push(Choice::new("Uitzoekvraag noteren", Intent::Ask(Ask::Research(id))));
    let Some(casus) = ctx.session().casus(id) else { return choices };
    if casus.alias().is_empty() {
        choices.push(Choice::new(
            "Schuilnaam en inbrenger invullen",
            Intent::Go(crate::app::state::place::Place::Setup(crate::app::state::place::SetupPage::Casus)),
        ));
    }
    if casus.postponed().is_none() {
        choices.push(Choice::new(
            "Eerst terug naar de cliënt: casus doorschuiven",
            Intent::Ask(Ask::Postpone(id)),
        ));
    } else {
        let resume = Wish::Casus(Command::Postpone { casus: id, reason: String::new() });
        choices.push(Choice::new("Casus toch nu bespreken", Intent::Do(vec![resume])));
    }
    choices
        .push(Choice::new("Verdiepingspunt noteren voor een volgende keer", Intent::Ask(Ask::Deepening(id))));
    choices
}
