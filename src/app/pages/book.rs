//! What there is to read and to choose while the book *Wat werkte* is on the screen. For the
//! begeleider alone: nothing of it goes to the groepsscherm.

use crate::app::pages::menu;
use crate::app::state::intent::{Intent, Setting};
use crate::app::state::live::Live;
use crate::app::state::model::Model;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::reader::{Reader, Wish};
use crate::app::state::shown::Shown;
use crate::domain::book::{Candidate, Event};
use crate::domain::id::LessonId;
use crate::domain::lesson::Lesson;
use crate::domain::privacy::Finding;
use crate::keys::action::Action;
use crate::paper::lessons::Form;
use crate::text::lessons;

/// Said on the screen of the book.
pub const PRIVATE: &str = "Alleen voor jou. Zet dit niet op het groepsscherm.";

fn wish(text: &'static str, wish: Wish) -> Choice {
    Choice::new(text, Intent::Book(wish))
}

/// What the menu offers.
pub fn menu(model: &Model, reader: &Reader) -> Pick {
    let mut choices = Vec::new();
    if !reader.waiting.is_empty() && reader.read_only.is_none() {
        choices.push(wish("Lezen wat er wacht", Wish::Read));
    }
    if !reader.book.is_empty() {
        choices.push(wish("Het boek als tabel (CSV), voor Excel", Wish::Export(Form::Csv)));
        choices.push(wish("Het boek als tekst (Markdown)", Wish::Export(Form::Markdown)));
    }
    let help = Shown::key(&model.keys, Action::Hulp);
    choices.push(Choice::new("Wat kan ik hier?", Intent::Act(Action::Hulp)).detail(help));
    choices.push(wish("Naar het beginscherm", Wish::Close));
    menu::program_choices(model, &mut choices);
    choices.retain(|choice| !matches!(choice.intent, Intent::Setting(Setting::Bell(_))));
    Pick::new("Menu", choices)
}

/// What became of a gesture.
pub fn said(events: &[Event], undo: bool) -> Option<Shown> {
    if undo {
        return Some("Teruggedraaid.".into());
    }
    let words = match events.first()? {
        Event::Added { .. } => "In het boek.",
        Event::Changed { .. } => "Veranderd.",
        Event::Removed { .. } => "Uit het boek gehaald.",
        Event::Declined(_) => "Niet bewaard; deze komt niet terug.",
        Event::Reopened(_) => return None,
    };
    Some(Shown::fill("{} Terugdraaien: Ctrl+Z", &[&words]))
}

/// What somebody reads before it enters. Words that say who somebody is stand between brackets.
pub fn waiting(live: Option<&Live>, one: &Candidate, lesson: &Lesson, count: usize) -> Pick {
    let told = |text: &str| Shown::told(live, text);
    let [tip, because] = lesson.findings(&one.known);
    let suspect = !tip.is_empty() || !because.is_empty();
    let blocked = lesson.has_bsn();
    let mut choices = vec![wish("Eerst aanpassen", Wish::Reword)];
    if !blocked {
        choices.insert(usize::from(suspect), wish("In het boek", Wish::Keep));
    }
    choices.push(wish("Niet bewaren: deze komt niet terug", Wish::Decline));
    choices.push(wish("Later", Wish::Later));
    let shown = Lesson { because: marked(&lesson.because, &because), ..lesson.clone() };
    let mut pick = Pick::new(Shown::fill("Lezen voor het boek: nog {}", &[&count]), choices)
        .intro(Shown::fill("Tip: {}", &[&told(&marked(&lesson.tip, &tip))]))
        .intro(told(&lessons::about(&shown)));
    if !one.goal.is_empty() {
        pick = pick.intro(Shown::fill("Was voor het doel (gaat niet mee): {}", &[&told(&one.goal)]));
    }
    pick.intro(if blocked {
        "Er staat een BSN in. Pas de tekst eerst aan; dan kan hij in het boek."
    } else if suspect {
        "Tussen haken staat wat iets over een persoon kan zeggen. Haal dat eerst weg."
    } else {
        "Herkent iemand zich hierin, of een ander? Pas de tekst dan eerst aan."
    })
}

/// The text with each finding between brackets.
fn marked(text: &str, findings: &[Finding]) -> String {
    let mut out = String::with_capacity(text.len() + 2 * findings.len());
    let mut at = 0;
    for Finding { span, .. } in findings {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push('[');
        out.push_str(text.get(span.clone()).unwrap_or_default());
        out.push(']');
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// A lesson of the book, whole.
pub fn lesson(live: Option<&Live>, id: LessonId, lesson: &Lesson, read_only: bool) -> Pick {
    let told = |text: &str| Shown::told(live, text);
    let mut choices = vec![Choice::new("Terug naar de lijst", Intent::Nothing)];
    if !read_only {
        choices.push(wish("De tekst veranderen", Wish::Reword));
        choices.push(wish("Uit het boek halen", Wish::Remove(id)));
    }
    let from = Shown::join([told(&lesson.method), told(&lessons::month(lesson.month))], ", ");
    Pick::new("Les", choices).intro(told(&lesson.tip)).intro(told(&lessons::about(lesson))).intro(from)
}
