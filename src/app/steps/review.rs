//! Mijn oogst: what became of the tips of a casus, filled in after the meeting, from memory or from
//! paper. For a case conference this is the adviesgesprek: the three fields "(in te vullen bij
//! adviesgesprek)" are shut until the report is opened for it (V-A4).
//!
//! The lists of adviezen are searched by typing; a line that begins with a number or a letter and a
//! known word fills in ([`answer`]). Must not know: files, other sessions.

pub mod answer;
mod panes;

use crate::app::board::{Board, Item, Pane, PaneId, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::earlier::Earlier;
use crate::app::state::intent::{Intent, Print};
use crate::app::state::live::{Ctx, Live};
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::Step;
use crate::app::things::deeds::{self, Deeds};
use crate::app::things::takes;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::id::{CasusId, IdeaId};
use crate::domain::ideas::{self, Mark, Slot};
use crate::domain::life::{Life, Outcome};
use crate::domain::notes::{self, Kind};
use crate::domain::plan::{self, Switch};
use crate::domain::session::Session;
use crate::domain::verdicts::{self, TextKey};
use crate::paper::{Format, Sheet};
use crate::text::outcomes;
use answer::{Label, Said};

const SHUT: &str = "Het verslag is nog dicht. Menu (Esc): verslag openen voor het adviesgesprek.";

/// What became of it, after the meeting.
pub struct Review;

impl Step for Review {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        panes::board(ctx)
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        Vec::new()
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        let label = takes::label(ctx, board, pane);
        match (&pane.takes, board.item(ctx)) {
            (Takes::Fields, Some(_)) if is_shut(ctx.session()) => Meaning::refused(label, SHUT),
            (Takes::Search, _) | (Takes::Fields, None) => {
                answered(ctx, board, text).unwrap_or_else(|| found(ctx, board))
            }
            _ => takes::typed(ctx, board, pane, text),
        }
    }

    /// Space: a tip stands out, a note is done.
    fn deeds(&self, ctx: Ctx<'_>, board: &Board, item: &Item) -> Deeds {
        let session = ctx.session();
        let deeds = deeds::of(ctx, item);
        let can_be_done = matches!(board.pane_id(ctx), Some(PaneId::Research | PaneId::Agreements));
        if let Item::Course(Advice::Idea(id)) = item
            && !session.method.group_decides()
        {
            let (on, mark) = stands_out(session, *id);
            return deeds.space(if on { "valt op" } else { "valt toch niet op" }, mark);
        }
        if let Item::Note(id) = item
            && can_be_done
        {
            let done = session.notes.get(*id).is_some_and(|note| !note.done);
            let settle = Command::Note(notes::Command::Settle { id: *id, done });
            return deeds
                .space(if done { "gedaan" } else { "toch nog niet gedaan" }, Intent::Do(vec![settle]));
        }
        deeds
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let (session, casus) = (ctx.session(), ctx.casus());
        let first = if session.method.group_decides() {
            let text = match (is_shut(session), session.clock.current().is_some()) {
                (true, true) => "Verslag nu al openen voor het adviesgesprek (de bespreking loopt nog)",
                (true, false) => "Verslag openen voor het adviesgesprek",
                (false, _) => "Verslag weer dichtdoen",
            };
            Choice::new(text, switch(is_shut(session)))
        } else {
            Choice::new("Maak het tipblad, om op te schrijven", Intent::Print(Print::Tips(casus)))
        };
        let home = |format| Intent::Print(Print::Sheet(Sheet::Home, casus, format));
        let home = Intent::All(vec![home(Format::Html), home(Format::Text)]);
        vec![first, Choice::new("Maak het adviesblad voor thuis", home)]
    }
}

/// What people call this place.
pub fn name(session: &Session) -> Shown {
    Shown::from(&session.method.words.harvest)
}

/// The way to it in the menu.
pub fn sentence(ctx: Ctx<'_>, casus: CasusId) -> Shown {
    let session = ctx.session();
    let alias = Shown::alias(ctx.live, casus);
    let about = match (session.casussen.len() > 1, alias.is_empty()) {
        (true, false) => Shown::fill(", casus {}", &[&alias]),
        (true, true) => Shown::fill(", casus {}", &[&casus.0]),
        (false, _) => Shown::EMPTY,
    };
    let words = &session.method.words;
    Shown::fill("{}: wat werd er van de {}?{}", &[&words.harvest, &words.advice.many, &about])
}

/// V-A4 (S000): the fields of the adviesgesprek cannot be filled in during the conference.
fn is_shut(session: &Session) -> bool {
    session.method.group_decides() && !session.plan.settings.is_on(Switch::AdviceTalk)
}

/// Asked when somebody comes to a report that is still shut after its conference.
pub fn question(ctx: Ctx<'_>) -> Option<Pick> {
    let here = matches!(ctx.place(), Place::Harvest(_));
    let afterwards = place::is_afterwards(ctx.session());
    let may = ctx.live.saved.read_only.is_none();
    (here && afterwards && may && is_shut(ctx.session())).then(opening)
}

/// The question itself.
pub fn opening() -> Pick {
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
pub fn laid_beside(live: &mut Live, earlier: Earlier) -> Shown {
    let alias = Shown::checked(live, &earlier.alias);
    if live.earlier.iter().any(|other| (&other.session, &other.alias) == (&earlier.session, &earlier.alias)) {
        return Shown::fill("Casus {} stond er al.", &[&alias]);
    }
    live.earlier.push(earlier);
    Shown::fill("Casus {} van een andere tafel staat erbij.", &[&alias])
}

/// The meaning of a line that says what became of an advies.
fn answered(ctx: Ctx<'_>, board: &Board, text: &str) -> Option<Meaning> {
    let (called, said) = answer::parse(text)?;
    let advice = match called_so(ctx, board, called)? {
        Ok(advice) => advice,
        Err(problem) => return Some(Meaning::refused("Zoek", problem)),
    };
    let words = Shown::checked(ctx.live, &answer::words(&said));
    let label = Shown::fill("{}: {}", &[&Shown::advice_name(ctx.session(), advice), &words]);
    if is_shut(ctx.session()) {
        return Some(Meaning::refused(label, SHUT));
    }
    let commands = said.into_iter().map(|said| command(advice, ctx.casus(), said)).collect();
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
fn called_so(ctx: Ctx<'_>, board: &Board, label: Label) -> Option<Result<Advice, Shown>> {
    match label {
        Label::Number(number) => Some(numbered(ctx, number)),
        Label::Letter(letter) => lettered(ctx, board, letter),
    }
}

fn numbered(ctx: Ctx<'_>, number: u32) -> Result<Advice, Shown> {
    let session = ctx.session();
    let Some(id) = session.ideas.numbered(ctx.casus(), number) else {
        return Err(Shown::fill("Nummer {} is er niet.", &[&number]));
    };
    let advice = Advice::Idea(id);
    if session.harvest(ctx.casus()).iter().any(|(_, list)| list.contains(&advice)) {
        return Ok(advice);
    }
    Err(match session.ideas.place(id).map(|place| place.slot) {
        Some(Slot::Cluster(cluster)) => {
            let letter = Shown::advice_label(ctx, Advice::Cluster(cluster));
            Shown::fill("{} hoort bij {}. Begin met {}.", &[&number, &letter, &letter])
        }
        Some(Slot::Bin) => Shown::fill("{} ligt in de prullenbak.", &[&number]),
        _ if session.method.group_decides() => Shown::fill("{} is niet geselecteerd.", &[&number]),
        _ => {
            let who = session.method.words.contributor.the();
            Shown::fill("{} gaat niet mee: {} laat hem weg.", &[&number, &who])
        }
    })
}

fn lettered(ctx: Ctx<'_>, board: &Board, letter: char) -> Option<Result<Advice, Shown>> {
    let session = ctx.session();
    let harvest = session.harvest(ctx.casus());
    let here = |list: &[Advice]| {
        let is = |advice: &Advice| {
            let label = session.advice_label(*advice);
            matches!(advice, Advice::Cluster(_)) && label.eq_ignore_ascii_case(&letter.to_string())
        };
        list.iter().copied().find(|advice| is(advice))
    };
    let in_view = match board.pane_id(ctx) {
        Some(PaneId::Harvest(index)) => harvest.get(usize::from(index)).and_then(|row| here(&row.1)),
        _ => None,
    };
    let mut all = harvest.iter().filter_map(|(_, list)| here(list));
    match (in_view, all.next(), all.next()) {
        (Some(advice), _, _) | (None, Some(advice), None) => Some(Ok(advice)),
        (None, None, _) => None,
        (None, Some(_), Some(_)) => {
            let say = "Er zijn meer adviezen {}. Ga eerst met Tab naar het doel.";
            Some(Err(Shown::fill(say, &[&letter.to_ascii_uppercase()])))
        }
    }
}

/// What is typed finds: Enter opens what is selected, or else the first that fits.
fn found(ctx: Ctx<'_>, board: &Board) -> Meaning {
    let first = || {
        let here = board.pane(ctx).into_iter().chain(&board.panes);
        let lists = here.filter(|pane| matches!(pane.id, PaneId::Harvest(_) | PaneId::LeftBehind));
        lists.into_iter().find_map(|pane| pane.rows.item(ctx.session(), 0))
    };
    match board.item(ctx).or_else(first) {
        Some(Item::Course(advice)) => {
            let label = Shown::fill("Zoek: {}", &[&Shown::advice_name(ctx.session(), advice)]);
            Meaning::new(label, "openen", Intent::Open(Topic::Course(advice)))
        }
        _ => Meaning::refused("Zoek", "Niets gevonden. Ctrl+U maakt de regel leeg."),
    }
}

/// What can be said about one tip or advies.
pub fn course(ctx: Ctx<'_>, advice: Advice) -> Option<Pick> {
    let session = ctx.session();
    session.course(advice)?;
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
    let text = |key| Shown::of(ctx.live, key);
    let said = |words, text: Shown| if text.is_empty() { text } else { Shown::fill(words, &[&text]) };
    let lines = [
        said("Onderbouwing: {}", text(TextKey::Reasoning(advice))),
        said("Doel: {}", text(TextKey::Purpose(advice))),
        said("Tot nu toe: {}", Shown::course(ctx.live, advice)),
        panes::rejected(ctx, advice),
    ];
    let lines = lines.into_iter().filter(|line| !line.is_empty()).chain(panes::remarks(ctx, advice));
    let pick = Pick::new(Shown::advice_name(session, advice), choices);
    Some(lines.fold(pick.intro(text(verdicts::key_of(session, advice))), Pick::intro))
}

/// The tip that was left out can go along after all; what the group decided stays (V-A2).
fn left_behind(session: &Session, advice: Advice) -> Vec<Choice> {
    match advice {
        Advice::Idea(id) if !session.method.group_decides() => {
            let mark = ideas::Command::Mark { id, mark: Mark::LeftOut, on: false };
            vec![Choice::new("Gaat toch mee", Intent::Do(vec![Command::Idea(mark)]))]
        }
        Advice::Idea(_) | Advice::Cluster(_) => Vec::new(),
    }
}

fn lives(session: &Session, advice: Advice) -> Vec<Choice> {
    let Some(course) = session.course(advice) else { return Vec::new() };
    let live = |text: &'static str, life| {
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
        let text = Shown::fill("{}, omdat …", &[&outcomes::name(outcome)]);
        add(true, Choice::new(text, Intent::Ask(Ask::Tried(advice, outcome))));
    }
    add(course.outcome.is_some(), live("Toch nog niet geprobeerd", Life::NotTried));
    add(true, Choice::new("Wie pakt het op?", Intent::Ask(Ask::TakenUp(advice))));
    if let Advice::Idea(id) = advice
        && !session.method.group_decides()
    {
        let (on, mark) = stands_out(session, id);
        add(true, Choice::new(if on { "Valt op" } else { "Valt toch niet op" }, mark));
    }
    choices
}

/// Whether a tip is to stand out, and what makes it so.
fn stands_out(session: &Session, id: IdeaId) -> (bool, Intent) {
    let on = session.ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut));
    (on, Intent::Do(vec![Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on })]))
}
