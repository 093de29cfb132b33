//! Step 3, casus toelichten: the vakken of the spinnetje around the alias, then questions.

use super::Step;
use crate::app::board::{Board, Item, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::place::{Place, SetupPage};
use crate::app::state::shown::Shown;
use crate::app::things::deeds::{Deed, Deeds};
use crate::app::things::{self, form, note, parts, remark, round, takes};
use crate::domain::casus::{Command, Picture};
use crate::domain::command::Command as Wish;
use crate::domain::method::SpiderField;
use crate::domain::notes::Kind;
use crate::domain::people::RoundKind;
use crate::domain::verdicts::TextKey;

/// The inbrenger tells about the casus.
pub struct Toelichten;

impl Step for Toelichten {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let id = ctx.casus();
        let Some(casus) = ctx.session().casus(id) else { return Board::default() };
        let mut panes = Vec::new();
        if casus.alias().is_empty() || casus.contributor.is_none() {
            panes.push(form::form("Casus", form::casus_rows(ctx)));
        }
        let spider = (0_u16..).zip(&ctx.session().method.spider);
        panes.extend(
            spider.map(|(vak, field)| spider_pane(ctx, vak, field).status(picture_word(casus.picture(vak)))),
        );
        panes.push(
            notes(ctx, PaneId::Questions, "Vragen", Kind::Question)
                .asks("Vraag")
                .hint("Vragen van de groep, één zin per vraag."),
        );
        let research = notes(ctx, PaneId::Research, "Uit te zoeken", Kind::Research);
        panes.extend(Some(research).filter(|pane| !pane.rows.is_empty(ctx.session())));
        let alias = Shown::alias(ctx.live, id);
        let head = if alias.is_empty() {
            "Wie wil een casus inbrengen? Kort en zakelijk, in ongeveer drie minuten.".into()
        } else {
            Shown::fill("Casus {}: een globaal beeld, vooral van talenten en mogelijkheden.", &[&alias])
        };
        let reason = || Shown::of(ctx.live, TextKey::Postponed(id));
        let postponed = casus.postponed().map(|_| Shown::fill("Doorgeschoven: {}", &[&reason()]));
        Board::new(head, panes).grid().with_head(postponed)
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Een globaal beeld, vooral van talenten en mogelijkheden.".into()]
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        let spot = note::spot(Some(ctx.casus()), Kind::Question);
        if let Some(meaning) = round::meaning(ctx, text, |text| note::add(spot, text)) {
            return meaning;
        }
        let meaning = takes::plain(ctx, board, pane, text);
        match (pane.id, meaning.intent) {
            (PaneId::Spider(vak), Intent::Add(commands)) => {
                Meaning { intent: Intent::Add(told(ctx, vak, commands)), ..meaning }
            }
            (PaneId::Research, intent) => Meaning { intent, ..meaning }.remark(remark::one_sentence(text)),
            (_, intent) => Meaning { intent, ..meaning },
        }
    }

    /// The explanation is done, the questions begin: the next part of the clock.
    fn enter(&self, ctx: Ctx<'_>, board: &Board) -> Option<Deed> {
        if !ctx.is_running() || matches!(board.pane_id(ctx), Some(PaneId::Spider(_) | PaneId::Form)) {
            return None;
        }
        let next = parts::following(ctx)?;
        Some(Deed::new(Shown::fill("{} beginnen", &[&next.name]), Intent::Do(vec![next.start])))
    }

    /// Space walks a vak through *nog niet genoemd, globaal beeld, nog navragen*, whatever is
    /// selected in it.
    fn deeds(&self, ctx: Ctx<'_>, board: &Board, item: &Item) -> Deeds {
        let deeds = things::deeds::of(ctx, item);
        let casus = ctx.casus();
        let (Some(PaneId::Spider(vak)), Some(about)) = (board.pane_id(ctx), ctx.session().casus(casus))
        else {
            return deeds;
        };
        let picture = about.picture(vak).next();
        let set = Wish::Casus(Command::SetPicture { casus, vak, picture });
        deeds.space(picture_word(picture), Intent::Do(vec![set]))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let id = ctx.casus();
        let mut choices = Vec::new();
        if round::can_begin(ctx) {
            choices
                .push(Choice::new("Vragenronde: ieder één vraag", Intent::BeginRound(RoundKind::Questions)));
        }
        choices.push(Choice::new("Uitzoekvraag noteren", Intent::Ask(Ask::Research(id))));
        let Some(casus) = ctx.session().casus(id) else { return choices };
        if casus.alias().is_empty() {
            let there = Intent::Go(Place::Setup(SetupPage::Casus));
            choices.push(Choice::new("Schuilnaam en inbrenger invullen", there));
        }
        choices.push(if casus.postponed().is_none() {
            Choice::new("Eerst terug naar de cliënt: casus doorschuiven", Intent::Ask(Ask::Postpone(id)))
        } else {
            let resume = Wish::Casus(Command::Postpone { casus: id, reason: String::new() });
            Choice::new("Casus toch nu bespreken", Intent::Do(vec![resume]))
        });
        let deepening = Intent::Ask(Ask::Deepening(id));
        choices.push(Choice::new("Verdiepingspunt noteren voor een volgende keer", deepening));
        choices
    }
}

/// The notes of one kind at the casus in view; the room sees none of them.
fn notes(ctx: Ctx<'_>, id: PaneId, title: impl Into<Shown>, kind: Kind) -> Pane {
    let casus = Some(ctx.casus());
    let rows = Rows::List(note::rows(ctx, casus, kind));
    Pane::new(id, title, Takes::Note(note::spot(casus, kind)), Room::Private, rows)
}

/// A vak of the spinnetje.
fn spider_pane(ctx: Ctx<'_>, vak: u16, field: &SpiderField) -> Pane {
    let pane = notes(ctx, PaneId::Spider(vak), &field.name, Kind::Spider(vak));
    let asks = Shown::fill("Over {}", &[&Shown::from(&field.name).lower()]);
    Pane { room: Room::ASKED, ..pane.asks(asks).hint(&field.question) }
}

/// How a vak stands, as it is on the screen.
fn picture_word(picture: Picture) -> &'static str {
    match picture {
        Picture::NotMentioned => "nog niet genoemd",
        Picture::Global => "globaal beeld",
        Picture::AskFirst => "nog navragen",
    }
}

/// A vak that was spoken of gets a *globaal beeld* by itself, in the same gesture; whoever
/// disagrees presses Space.
fn told(ctx: Ctx<'_>, vak: u16, mut keep: Vec<Wish>) -> Vec<Wish> {
    let casus = ctx.casus();
    let is_first = ctx.session().casus(casus).is_some_and(|it| it.picture(vak) == Picture::NotMentioned);
    let set = Wish::Casus(Command::SetPicture { casus, vak, picture: Picture::Global });
    keep.extend(is_first.then_some(set));
    keep
}
