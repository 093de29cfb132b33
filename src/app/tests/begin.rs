//! From the start screen through the preparation.

use crate::app::state::effect::Effect;
use crate::app::state::model::MethodChoice;
use crate::app::state::msg::{Found, Msg};
use crate::app::state::place::{Place, SetupPage};
use crate::app::tests::Desk;
use crate::domain::casus::Field;
use crate::domain::method::Role;
use crate::domain::session::FIRST_CASUS;

fn method(name: &str, trouble: Option<&str>) -> MethodChoice {
    MethodChoice { name: name.to_owned(), about: String::new(), trouble: trouble.map(str::to_owned) }
}

#[test]
fn a_new_session_in_three_keys() {
    let mut desk = Desk::start();
    desk.keys("1<enter>");
    assert_eq!(desk.effects, [Effect::Methods]);
    desk.msg(Msg::Methods(vec![method("AKAD", None), method("eigen.ron", Some("Regel 3 klopt niet."))]));
    assert_eq!(desk.title(), "Welke werkwijze?");
    desk.keys("2<enter>");
    assert_eq!(desk.notice(), "Regel 3 klopt niet.");
    desk.msg(Msg::Methods(vec![method("AKAD", None), method("eigen.ron", Some("Regel 3 klopt niet."))]));
    desk.keys("1<enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Create { method: 0 }));
}

#[test]
fn one_method_needs_no_question() {
    let mut desk = Desk::start();
    desk.keys("1<enter>").msg(Msg::Methods(vec![method("AKAD", None)]));
    assert_eq!(desk.effects, [Effect::Methods, Effect::Create { method: 0 }]);
    assert_eq!(desk.title(), "");
}

#[test]
fn the_other_choices_of_the_start_screen() {
    for (keys, want) in [
        ("2<enter>", Effect::OpenLatest),
        ("3<enter><enter>", Effect::Practice { method: "akad".to_owned(), fresh: false }),
        ("3<enter>2<enter>", Effect::Practice { method: "case-conference".to_owned(), fresh: false }),
        (
            "oefenen<enter>conference<enter>",
            Effect::Practice { method: "case-conference".to_owned(), fresh: false },
        ),
        ("<down><down><down><enter>", Effect::List),
        ("<c-c>", Effect::Quit),
    ] {
        let mut desk = Desk::start();
        assert_eq!(desk.keys(keys).effects, [want], "{keys}");
    }
}

#[test]
fn earlier_sessions_are_a_list() {
    let mut desk = Desk::start();
    let found = |folder: &str, usable| Found {
        folder: folder.to_owned(),
        title: folder.to_owned(),
        detail: "kapot".to_owned(),
        usable,
    };
    let list = vec![found("a", true), found("b", false)];
    desk.msg(Msg::Listed(list.clone())).keys("2<enter>");
    assert_eq!((desk.notice(), desk.effects.len()), ("kapot", 0));
    desk.msg(Msg::Listed(list)).keys("1<enter>");
    assert_eq!(desk.effects, [Effect::Open { folder: "a".to_owned() }]);
}

#[test]
fn the_group_question_is_asked_once_and_escape_is_the_safe_answer() {
    for (keys, watches) in [("1<enter>", true), ("<esc>", true), ("2<enter>", false)] {
        let mut desk = Desk::fresh();
        assert_eq!(desk.title(), "Kijkt de groep mee op dit scherm?");
        desk.keys(keys);
        assert_eq!(desk.title(), "");
        assert_eq!(desk.session().plan.settings.group_watches(), watches, "{keys}");
        let journal = desk.live().journal.clone();
        desk.opened(journal, None);
        assert_eq!(desk.title(), "", "not asked again");
    }
}

#[test]
fn enter_leads_through_the_pages_and_every_page_can_be_skipped() {
    use SetupPage::{Casus, Checklist, People, Roles, Time};
    let mut desk = Desk::watched();
    for page in [Casus, People, Roles, Time, Checklist] {
        assert_eq!(desk.live().view.place, Place::Setup(page));
        desk.keys("<pgdn>");
    }
    assert_eq!(desk.session().agenda().first().copied(), desk.live().view.place.step());
    assert_eq!(desk.entries(), 1, "nothing was asked and nothing was written");
    let mut desk = Desk::watched();
    desk.keys("<enter>");
    assert_eq!(desk.live().view.place, Place::Setup(People));
    desk.keys("<pgup><pgup><pgup>");
    assert_eq!(desk.live().view.place, Place::Setup(Casus));
}

#[test]
fn the_casus_page_takes_an_alias_and_a_contributor() {
    let mut desk = Desk::watched();
    desk.keys("Linde");
    assert_eq!(desk.label(), "Schuilnaam van de casus");
    desk.keys("<enter>");
    assert_eq!(desk.label(), "Wie brengt de casus in");
    desk.keys("Fatma, wijkverpleegkundige");
    assert_eq!(desk.label(), "Fatma brengt in (nieuw)");
    desk.keys("<enter>");
    let casus = desk.session().casus(FIRST_CASUS).expect("a casus");
    let who = casus.contributor.and_then(|id| desk.session().people.get(id)).expect("a contributor");
    assert_eq!((casus.field(Field::Alias), who.name.as_str()), ("Linde", "Fatma"));
    assert_eq!(who.function, "wijkverpleegkundige");
}

#[test]
fn people_are_typed_or_taken_over_from_last_time() {
    let mut desk = Desk::watched();
    desk.keys("<pgdn>Kees, vrijwilliger, De Kom<enter>Anna, f<enter>");
    assert_eq!(desk.session().people.balance(), (1, 1, 0));
    desk.keys("kees is weg");
    assert_eq!(desk.label(), "Kees is weg");
    desk.keys("<enter>");
    assert_eq!(desk.session().people.present().count(), 1);

    let mut again = Desk::watched();
    let group = desk.session().people.all().map(|(_, person)| person.clone()).collect();
    again.msg(Msg::Earlier { tips: Vec::new(), group, usual: Vec::new() });
    again.keys("<pgdn><down><enter>");
    assert_eq!(again.session().people.all().count(), 2);
}

#[test]
fn a_pasted_list_of_people_is_one_gesture() {
    let mut desk = Desk::watched();
    desk.keys("<pgdn>").msg(Msg::Paste("Anna, f\nKees, i\nJoke, i".to_owned()));
    assert_eq!(desk.title(), "Een lijst plakken?");
    desk.keys("<enter>");
    assert_eq!((desk.session().people.balance(), desk.entries()), ((1, 2, 0), 2));
}

#[test]
fn one_person_in_both_roles_takes_a_reason() {
    let mut desk = Desk::watched();
    desk.with_group();
    desk.keys("<pgdn><pgdn>");
    desk.keys("<down>an");
    assert_eq!(desk.meaning().1, "toch dezelfde persoon?");
    desk.keys("<enter>");
    assert_eq!(desk.session().people.role(Role::Tijdbewaker), None);
    desk.keys("<enter>");
    assert_eq!(desk.notice(), "Typ eerst iets. Esc gaat terug.");
    desk.keys("we zijn met vier<enter>");
    assert_eq!(desk.session().people.role(Role::Tijdbewaker), desk.session().people.named("Anna"));
    assert_eq!(desk.text(), "", "the name is not typed any more");
    desk.keys("<up>2<enter>");
    assert_eq!(desk.session().people.role(Role::Procesbegeleider), desk.session().people.named("Fatma"));
}

#[test]
fn the_time_page_takes_a_start_other_minutes_and_another_length() {
    let mut desk = Desk::watched();
    desk.keys("<pgdn><pgdn><pgdn>13:45<enter>");
    let start = desk.session().plan.start.expect("a start");
    assert_eq!((start - desk.at).num_minutes(), 14);
    desk.keys("<enter>");
    assert_eq!(desk.session().plan.profile, 1);
    desk.keys("<down><enter>");
    assert_eq!(desk.session().plan.layout, 1);
    desk.keys("<down>12<enter>");
    assert_eq!(desk.session().planned(desk.session().agenda()[0]), 720);
    desk.keys("nul");
    assert_eq!(desk.meaning().2.as_deref(), Some("Typ een aantal minuten, bijvoorbeeld 7."));
}

#[test]
fn the_checklist_ticks_with_enter_and_with_space() {
    let mut desk = Desk::watched();
    desk.keys("<pgdn><pgdn><pgdn><pgdn><enter><down><space>");
    let settings = &desk.session().plan.settings;
    assert_eq!((settings.is_ticked(0), settings.is_ticked(1), settings.is_ticked(2)), (true, true, false));
}
