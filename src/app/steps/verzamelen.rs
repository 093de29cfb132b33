//! Step 5, the Compensatiematrix: ideas from left to right. Guarded softly: a tip further right is
//! taken, never refused and never lost; only the begeleider sees that it is for later.

use super::Step;
use crate::app::board::{Board, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::things::assign::{self, Target};
use crate::app::things::deeds::Deed;
use crate::app::things::{goal, idea, note, parts, round, takes};
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::method::Column;
use crate::domain::notes::Kind;
use crate::domain::people::RoundKind;
use crate::domain::plan::{self, Switch};
use crate::domain::verdicts::TextKey;

/// Ideas, in the columns of the Compensatiematrix.
pub struct Verzamelen;

impl Step for Verzamelen {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let session = ctx.session();
        let row = ctx.row();
        let tip = &session.method.words.idea.one;
        let mut panes: Vec<Pane> =
            columns(ctx).map(|(index, column)| column_pane(ctx, index, column)).collect();
        let loose = Place::unplaced(row);
        if session.plan.settings.is_on(Switch::FreeTalk) || !session.ideas.at(loose).is_empty() {
            let (takes, rows) = (Takes::Idea(loose, None), Rows::Ideas(vec![loose]));
            let hint = Shown::fill("Typ later 12n: {} 12 bij N.", &[tip]);
            panes.push(
                Pane::new(PaneId::Unplaced, unplaced(ctx), takes, Room::THINGS, rows)
                    .asks(&tip.capital())
                    .hint(hint),
            );
        }
        let research = note::rows(ctx, Some(row.casus), Kind::Research);
        if !research.is_empty() {
            let takes = Takes::Note(note::spot(Some(row.casus), Kind::Research));
            let rows = Rows::List(research);
            panes.push(Pane::new(PaneId::Research, "Uit te zoeken", takes, Room::Private, rows));
        }
        Board { head: head(ctx), panes, ..Board::default() }
    }

    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown> {
        let goal = ctx.row().goal.map(|id| Shown::of(ctx.live, TextKey::Goal(id)));
        goal.into_iter().filter(|text| !text.is_empty()).collect()
    }

    fn label(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane) -> Shown {
        match ctx.live.view.marked.len() {
            0 => takes::label(ctx, board, pane),
            marked => Shown::fill("{} naar vak", &[&Shown::ideas(ctx.session(), marked)]),
        }
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        // In a ronde an idea comes, wherever the begeleider looks.
        let place = if let Takes::Idea(place, _) = pane.takes { place } else { Place::unplaced(ctx.row()) };
        let keep = |text: &str| {
            let texts = vec![text.to_owned()];
            Intent::Add(vec![Command::Idea(ideas::Command::Add { place, texts, ring: None })])
        };
        round::meaning(ctx, text, keep).or_else(|| assignment(ctx, text)).unwrap_or_else(|| {
            let label = self.label(ctx, board, pane);
            Meaning { label, ..takes::plain(ctx, board, pane, text) }
        })
    }

    /// In a column: the group is here now, and the part of the clock that belongs to it begins.
    fn enter(&self, ctx: Ctx<'_>, board: &Board) -> Option<Deed> {
        let Some(PaneId::Column(index)) = board.pane_id(ctx) else { return None };
        let next = parts::of_column(ctx, ctx.session().columns().get(usize::from(index))?)?;
        Some(Deed::new(Shown::fill("nu {}", &[&next.name]), Intent::Do(vec![next.start])))
    }

    fn offers(&self, ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
        let row = ctx.row();
        let of_goal = |command| Intent::Do(vec![Command::Goal(command)]);
        let mut choices = Vec::new();
        if let Some(pane) = board.pane(ctx)
            && let PaneId::Column(column) = pane.id
        {
            let on = !ctx.session().goals.is_discussed(row, column);
            let text = if on { "{}: besproken, geen ideeën" } else { "{}: toch nog niet besproken" };
            let discuss = goals::Command::Discuss { row, column, on };
            choices.push(Choice::new(Shown::fill(text, &[&pane.title]), of_goal(discuss)));
        }
        choices.push(Choice::new("Uitzoekvraag noteren", Intent::Ask(Ask::Research(row.casus))));
        choices.extend(goal::lessons_choice(row));
        if round::can_begin(ctx) {
            let begin = Intent::BeginRound(RoundKind::Ideas);
            choices.push(Choice::new("Ronde: ieder één idee, informeel eerst", begin));
            choices
                .push(Choice::new("Wie is nog niet aan het woord geweest?", Intent::Open(Topic::NotHeard)));
        }
        choices.push(Choice::new("Waar stonden we nog niet bij stil?", Intent::Open(Topic::NotVisited)));
        choices.extend(
            parts::of_questions(ctx)
                .map(|next| Choice::new(Shown::fill("Nu: {}", &[&next.name]), Intent::Do(vec![next.start]))),
        );
        let switch = |switch, on| Intent::Do(vec![Command::Plan(plan::Command::Switch { switch, on })]);
        let free = ctx.session().plan.settings.is_on(Switch::FreeTalk);
        let text =
            if free { "Per vak werken, van links naar rechts" } else { "Vrij gesprek: tips later plaatsen" };
        choices.push(Choice::new(text, switch(Switch::FreeTalk, !free)));
        let listening = ctx.session().plan.settings.is_on(Switch::Listening);
        let text = if listening { "Luisterstand uit" } else { "Luisterstand: nu luisteren en verzamelen" };
        choices.push(Choice::new(text, switch(Switch::Listening, !listening)));
        let stopped = ctx.session().goals.is_stopped(row);
        let text = if stopped {
            "Toch verdergaan bij dit doel"
        } else {
            "Hier stoppen: eerst uitzoeken, volgende keer verder"
        };
        choices.push(Choice::new(text, of_goal(goals::Command::Stop { row, on: !stopped })));
        choices
    }

    fn by_goal(&self) -> bool {
        true
    }
}

fn columns(ctx: Ctx<'_>) -> impl Iterator<Item = (u16, &Column)> {
    (0_u16..).zip(ctx.session().columns())
}

fn column_pane(ctx: Ctx<'_>, index: u16, column: &Column) -> Pane {
    let row = ctx.row();
    let place = Place { row, slot: Slot::Column(index) };
    let hint = if ctx.session().goals.is_discussed(row, index) {
        "besproken, geen ideeën".into()
    } else {
        Shown::from(&column.question)
    };
    let asks = Shown::fill("{} bij {}", &[&ctx.session().method.words.idea.one.capital(), &column.name]);
    let (takes, rows) = (Takes::Idea(place, None), Rows::Ideas(vec![place]));
    let pane = Pane::new(PaneId::Column(index), &column.name, takes, Room::ASKED, rows);
    Pane { letter: Some((column.letter.clone(), column.kind)), ..pane.asks(asks).hint(hint) }
}

/// What the place is called where an idea lies before it has one.
fn unplaced(ctx: Ctx<'_>) -> &'static str {
    if ctx.session().method.has_clusters() { "Los" } else { "Nog te plaatsen" }
}

fn head(ctx: Ctx<'_>) -> Vec<Shown> {
    let session = ctx.session();
    let row = ctx.row();
    let count = ctx.rows().len();
    let first = match row.goal.and_then(|id| Some((id, session.goals.get(id)?))) {
        Some((id, goal)) => {
            let text = Shown::of(ctx.live, TextKey::Goal(id));
            match goal.area.as_deref() {
                Some(area) => Shown::fill("{}   ({})", &[&text, &goal::area_name(ctx, area)]),
                None => text,
            }
        }
        None if count > 1 => "Zonder doel".into(),
        None => "Zonder gebied of doel: dat mag. Stap 4 kan ook later nog.".into(),
    };
    let which = (count > 1).then(|| {
        let said = "Doel {} van {}. Tab voorbij het laatste vak gaat naar het volgende doel.";
        Shown::fill(said, &[&(ctx.goal_index() + 1), &count])
    });
    let stopped = session.goals.is_stopped(row);
    let stopped = stopped.then(|| "Hier stopten we: eerst uitzoeken, volgende keer verder.".into());
    let left = if ctx.live.is_private() { not_visited(ctx) } else { None };
    [Some(first), which, stopped, left].into_iter().flatten().collect()
}

/// Which columns left of the last idea have not been dwelt on (V-M1).
pub fn not_visited(ctx: Ctx<'_>) -> Option<Shown> {
    let row = ctx.row();
    let last = columns(ctx).filter(|(index, _)| idea::is_visited(ctx, row, *index)).last()?.0;
    let left = columns(ctx).filter(|(index, _)| *index < last && !idea::is_visited(ctx, row, *index));
    let names = Shown::join(left.map(|(_, column)| Shown::from(&column.name)), ", ");
    (!names.is_empty()).then(|| Shown::fill("Nog niet stilgestaan bij: {}.", &[&names]))
}

/// `12n` puts tip 12 in the column with letter N, `12 14 n` two at once, `12 los` takes it off the
/// board; with tips marked by Space a letter alone is enough. `None` when the text is just a text.
fn assignment(ctx: Ctx<'_>, text: &str) -> Option<Meaning> {
    let found = assign::parse(text)?;
    let (slot, name) = match found.target {
        Target::Loose => (Slot::Unplaced, unplaced(ctx).into()),
        Target::New => return None,
        Target::Letter(letter) => {
            let letter = letter.to_string();
            let (index, column) =
                columns(ctx).find(|(_, column)| column.letter.eq_ignore_ascii_case(&letter))?;
            (Slot::Column(index), Shown::from(&column.name))
        }
    };
    let label = Shown::fill("Zet {} bij {}", &[&found.words(ctx), &name]);
    match found.ideas(ctx) {
        Err(number) => {
            Some(Meaning::refused(label, Shown::fill("{} is er niet.", &[&idea::name(ctx, number)])))
        }
        Ok(ids) if ids.is_empty() => None,
        Ok(ids) => {
            let place = Place { row: ctx.row(), slot };
            let command = Command::Idea(ideas::Command::Move { ids, place });
            Some(Meaning::new(label, "verplaatsen", Intent::Add(vec![command])))
        }
    }
}
