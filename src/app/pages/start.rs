//! The start screen, and the lists it leads to. It is projected too: no alias and no open tip
//! stands on it before a key is pressed.

use crate::app::state::intent::{FileWish, Intent, Wiping};
use crate::app::state::live::Live;
use crate::app::state::model::{MethodChoice, Screen};
use crate::app::state::msg::Found;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::practice::LESSONS;
use crate::app::state::reader::Wish;
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::plan::{self, Switch};

/// The choices.
pub fn screen() -> Screen {
    let file = |wish| Intent::File(wish);
    let choices = vec![
        Choice::new("Nieuwe bespreking", file(FileWish::Methods)),
        Choice::new("Verder waar je was", file(FileWish::OpenLatest)),
        Choice::new("Oefenen met een voorbeeldcasus", file(FileWish::Lessons)),
        Choice::new("Eerdere besprekingen en wat er nog openstaat", file(FileWish::List)),
        Choice::new("Wat werkte: het boek met lessen", Intent::Book(Wish::Open)),
    ];
    Screen::Start(Pick::new("Oogst", choices))
}

/// Which werkwijze to practise with.
pub fn lessons() -> Pick {
    let choices = LESSONS.iter().map(|lesson| {
        let practice = FileWish::Practice { method: lesson.method.to_owned(), fresh: false };
        Choice::new(lesson.name, Intent::File(practice)).detail(Shown::fill("{} minuten", &[&lesson.minutes]))
    });
    Pick::new("Waarmee oefen je?", choices.collect())
}

/// Sessions that are over their term: said quietly, and never that they have to go.
pub fn remind(screen: &mut Screen, sessions: usize, open: usize) {
    if let Screen::Start(pick) = screen {
        pick.intro = Shown::reminder(sessions, open).into_iter().collect();
    }
}

/// Which werkwijze. One that cannot be used is shown with the reason and cannot be chosen.
pub fn methods(live: Option<&Live>, methods: &[MethodChoice]) -> Pick {
    let choices = methods.iter().enumerate().map(|(index, method)| {
        let (intent, detail) = match &method.trouble {
            None => (Intent::File(FileWish::Create(index)), Shown::told(live, &method.about)),
            Some(trouble) => (Intent::Say(Shown::told(live, trouble)), "klopt nog niet".into()),
        };
        Choice::new(Shown::told(live, &method.name), intent).detail(detail)
    });
    Pick::new("Welke werkwijze?", choices.collect())
}

/// Earlier sessions and what is still open in them.
pub fn earlier(live: Option<&Live>, found: &[Found]) -> Pick {
    let choices = found.iter().map(|found| {
        let detail = Shown::told(live, &found.detail);
        let intent = if found.usable {
            Intent::File(FileWish::Open(found.folder.clone()))
        } else {
            Intent::Say(detail.clone())
        };
        Choice::new(Shown::told(live, &found.title), intent).detail(detail)
    });
    let wipe = Choice::new("Een bespreking definitief wissen …", Intent::File(FileWish::Wipe(Wiping::Which)));
    let wipe = (!found.is_empty()).then_some(wipe);
    let pick = Pick::new("Eerdere besprekingen", choices.chain(wipe).collect());
    if found.is_empty() { pick.intro("Er zijn nog geen besprekingen bewaard.") } else { pick }
}

/// Asked once, at the start of a session.
pub fn group_watches() -> Pick {
    let answer =
        |on| Intent::Do(vec![Command::Plan(plan::Command::Switch { switch: Switch::GroupWatches, on })]);
    let choices = vec![
        Choice::new("Ja, de groep kijkt mee", answer(true)),
        Choice::new("Nee, alleen ik zie dit scherm", answer(false)),
    ];
    Pick::new("Kijkt de groep mee op dit scherm?", choices)
        .intro("Kijkt de groep mee, dan verschijnt er niets vanzelf dat over een persoon gaat.")
        .on_escape(answer(true))
}
