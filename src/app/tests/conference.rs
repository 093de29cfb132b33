//! The case conference, prepared and led by keys: its list items, from the koppel to the next date.

use crate::app::state::ask::Ask;
use crate::app::tests::Desk;
use crate::domain::casus::{Casus, Field};
use crate::domain::goals::Flap;
use crate::domain::ideas::Slot;
use crate::domain::journal::{Journal, Opened};
use crate::domain::method::Role;
use crate::domain::notes::{Kind, Spot};
use crate::domain::plan;
use crate::domain::session::FIRST_CASUS;
use crate::io::methods;

/// A new case conference, with the question about the group answered.
fn conference(watched: bool) -> Desk {
    let mut desk = Desk::start();
    let method = methods::load_shipped("case-conference").expect("the shipped case conference");
    desk.opened(Journal::new(Opened { method, ..crate::app::tests::first_line() }), None);
    desk.keys(if watched { "1<enter>" } else { "2<enter>" });
    desk
}

/// With people: Anna leads, Fatma writes, Joke brings the casus, Ravi works with the koppel too.
fn prepared(watched: bool) -> Desk {
    let mut desk = conference(watched);
    desk.keys("Linde<enter>Joke, casemanager<enter>");
    desk.keys("<pgdn>Anna, ketenregisseur, komt<enter>Fatma<enter>Ravi, ergotherapeut<enter>");
    desk.keys("<pgdn>Anna<enter><down>Fatma<enter>");
    desk
}

fn casus(desk: &Desk) -> &Casus {
    desk.session().casus(FIRST_CASUS).expect("the first casus")
}

fn names(desk: &Desk) -> Vec<&str> {
    let people = &desk.session().people;
    casus(desk).core().iter().filter_map(|id| Some(people.get(*id)?.name.as_str())).collect()
}

fn goals(desk: &Desk) -> Vec<(Option<Flap>, &str, &str)> {
    let goals = desk.session().goals.of(FIRST_CASUS);
    goals.map(|(_, goal)| (goal.flap, goal.text.as_str(), goal.barrier.as_str())).collect()
}

fn notes(desk: &Desk, kind: Kind) -> Vec<&str> {
    let spot = Spot { casus: Some(FIRST_CASUS), kind };
    let notes = &desk.session().notes;
    notes.at(spot).iter().filter_map(|id| Some(notes.get(*id)?.text.as_str())).collect()
}

fn remark(desk: &Desk) -> String {
    let now = desk.now();
    let ctx = crate::app::state::live::Ctx { live: desk.live(), now: &now };
    let board = crate::app::steps::board(ctx);
    crate::app::steps::meaning(ctx, &board).remark.unwrap_or_default().to_string()
}

#[test]
fn the_koppel_is_filled_in_row_by_row() {
    let mut desk = conference(true);
    desk.keys("Linde<enter>Joke<enter>samen oud worden in de straat<enter><enter>");
    assert_eq!(casus(&desk).field(Field::ReportWanted), "ja");
    desk.keys("<enter>");
    assert_eq!(casus(&desk).field(Field::ReportWanted), "nee");
    desk.keys("misschien<enter>");
    assert_eq!(desk.text(), "misschien", "what is no answer stays in the line");
    desk.keys("<c-u>onbekend<enter>");
    assert_eq!(casus(&desk).field(Field::ReportWanted), "");
    assert_eq!(
        (casus(&desk).alias(), casus(&desk).field(Field::Summary)),
        ("Linde", "samen oud worden in de straat")
    );
    let by = casus(&desk).contributor.and_then(|id| desk.session().people.get(id));
    assert_eq!(by.map(|person| person.name.as_str()), Some("Joke"));
    desk.choose_in_menu("Samenvatting lezen");
    assert_eq!(desk.title(), "Samenvatting van koppel Linde");
}

#[test]
fn a_goal_hangs_on_the_flap_it_is_typed_at_and_is_asked_about_once() {
    let mut desk = conference(true);
    desk.keys("<tab>weer naar het koor<enter>");
    assert_eq!(
        desk.live().view.prompt.as_ref().map(|prompt| &prompt.ask),
        Some(&Ask::Barrier(crate::app::tests::GoalId(1)))
    );
    desk.keys("de tram is te druk<enter>");
    assert_eq!(desk.label(), "Doel van de PMD");
    desk.keys("<tab>een vrije middag<enter>");
    assert_eq!(desk.meaning().1, "overslaan");
    desk.keys("<enter><tab>samen eten<enter><esc>");
    assert_eq!(
        goals(&desk),
        [
            (Some(Flap::Pmd), "weer naar het koor", "de tram is te druk"),
            (Some(Flap::Mz), "een vrije middag", ""),
            (Some(Flap::Samen), "samen eten", ""),
        ]
    );
    assert!(desk.board_words().contains("nog geen belemmering"));
    desk.keys("Weer naar het KOOR");
    assert_eq!(remark(&desk), "Dit doel hangt er al, op de flap PMD.");
}

#[test]
fn what_was_half_typed_about_a_goal_is_not_lost() {
    let mut desk = conference(true);
    desk.keys("<tab>weer naar het koor<enter>de tram<esc>");
    assert_eq!((desk.live().view.prompt.is_none(), desk.text()), (true, "de tram"));
}

#[test]
fn a_goal_can_get_its_barrier_later_and_go_to_another_flap() {
    let mut desk = prepared(true);
    desk.look(3).keys("<enter>weer naar het koor<enter><enter><down><enter>");
    assert_eq!(desk.title(), "Doel van de PMD");
    desk.choose("Wat belemmert").keys("de tram<enter><down><enter>");
    desk.choose("Naar de flap samen");
    assert_eq!(goals(&desk), [(Some(Flap::Samen), "weer naar het koor", "de tram")]);
    desk.keys("<tab><tab><down><enter>").choose("Anders verwoorden");
    assert_eq!(desk.label(), "In woorden van het koppel");
    desk.keys(" zingen<enter>");
    assert_eq!(goals(&desk)[0].1, "weer naar het koor zingen", "no opening is put before it");
    desk.keys("<down><del>");
    assert!(goals(&desk).is_empty());
}

#[test]
fn a_second_koppel_has_a_page_of_its_own_and_a_third_does_not_fit() {
    let mut desk = conference(true);
    desk.keys("Linde<enter>");
    desk.choose_in_menu("Nog een koppel erbij");
    assert!(desk.board_words().contains("Dit is koppel 2 van 2"));
    desk.keys("Meidoorn<enter><tab>samen wandelen<enter><esc>");
    desk.keys("<tab><tab><tab>");
    assert!(desk.board_words().contains("Dit is koppel 1 van 2"));
    desk.keys("<down><down>werkblad 4<enter>");
    assert_eq!(casus(&desk).field(Field::Summary), "werkblad 4");
    desk.choose_in_menu("Naar koppel Meidoorn");
    desk.keys("<up>Berk<enter>");
    let aliases: Vec<&str> = desk.session().casussen.iter().map(Casus::alias).collect();
    assert_eq!(aliases, ["Linde", "Berk"]);
    assert!(goals(&desk).is_empty(), "the goal is of the second koppel");
    desk.choose_in_menu("Nog een koppel erbij");
    assert!(desk.notice().starts_with("Meer dan 2 casussen"), "{}", desk.notice());
    assert_eq!(desk.session().casussen.len(), 2);
}

#[test]
fn who_comes_is_typed_and_changed_with_space() {
    let mut desk = conference(true);
    desk.keys("<pgdn>Ans, wijkverpleegkundige, Thuiszorg, komt<enter>Bob<enter>Cor komt niet<enter>");
    let coming = |desk: &Desk| -> Vec<(String, Option<bool>)> {
        desk.session().people.all().map(|(_, person)| (person.name.clone(), person.coming)).collect()
    };
    let is = |name: &str, coming| (name.to_owned(), coming);
    assert_eq!(coming(&desk), [is("Ans", Some(true)), is("Bob", None), is("Cor", Some(false))]);
    let ans = desk.session().people.all().next().expect("Ans").1;
    assert_eq!((ans.function.as_str(), ans.organisation.as_str()), ("wijkverpleegkundige", "Thuiszorg"));
    desk.keys("bob komt");
    assert_eq!(desk.label(), "Bob komt");
    desk.keys("<enter><down><space>");
    assert_eq!(coming(&desk), [is("Ans", Some(false)), is("Bob", Some(true)), is("Cor", Some(false))]);
    desk.keys("<space>");
    assert_eq!(coming(&desk)[0].1, None, "no answer yet");
    desk.keys("<enter>").choose("Komt");
    assert_eq!(coming(&desk)[0].1, Some(true));
    desk.keys("<enter>").choose("Gegevens wijzigen");
    desk.keys("<enter>");
    assert_eq!(coming(&desk)[0].1, Some(true), "changing a person keeps the answer");
}

#[test]
fn what_is_missing_is_said_without_a_name_on_the_wall() {
    for watched in [true, false] {
        let mut desk = prepared(watched);
        desk.look(1);
        assert!(!desk.board_words().contains("Liever") && !desk.board_words().contains("past een"));
        desk.keys("<tab><enter>Anna<enter>");
        assert!(desk.board_words().contains(if watched {
            "met twee mensen"
        } else {
            "Anna leidt en schrijft"
        }));
        desk.keys("<down>Joke<enter>");
        let words = desk.board_words();
        assert_eq!(words.contains("Joke is voorzitter en werkt zelf met koppel Linde"), !watched);
        assert_eq!(words.contains("Voor koppel Linde past een voorzitter"), watched);
    }
    let desk = conference(true);
    assert!(!desk.board_words().contains("notulist"));
}

#[test]
fn a_notulist_who_is_not_there_is_missed() {
    let mut desk = prepared(true);
    desk.look(1).keys("<enter>Fatma komt niet<enter>");
    assert_eq!(desk.session().people.role(Role::Notulist).map(|id| id.0), Some(3));
    assert!(desk.board_words().contains("Er is nu geen notulist."));
    desk.keys("<down><down><down><space>");
    assert!(!desk.board_words().contains("geen notulist"), "space at the table: is there after all");
}

#[test]
fn a_large_group_is_offered_the_rings_and_two_colours() {
    let mut desk = prepared(true);
    assert!(!desk.board_words().contains("grote groep"));
    let colours = "Twee kleuren post-its";
    desk.choose_in_menu("Vooraf: checklist");
    assert!(!desk.board_words().contains(colours));
    desk.keys("<pgup><pgup><pgup>");
    for name in ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"] {
        desk.keys(&format!("{name}<enter>"));
    }
    assert!(desk.board_words().contains("10 mensen: een grote groep."));
    desk.choose_in_menu("Ringen aan");
    assert!(desk.session().plan.settings.is_on(plan::Switch::Rings));
    assert!(!desk.board_words().contains("grote groep"), "said until somebody chose");
    desk.choose_in_menu("Vooraf: checklist");
    assert!(desk.board_words().contains(colours));
    desk.keys("<down><down><down><down><down><down><down><down><enter>");
    assert!(desk.session().plan.settings.is_ticked(8));
}

#[test]
fn the_ten_minutes_are_of_the_method_and_all_can_be_changed() {
    let mut desk = conference(true);
    desk.choose_in_menu("Vooraf: tijd");
    let words = desk.board_words();
    assert_eq!(words.matches("volgens de methode").count(), 1);
    assert_eq!(words.matches("tail: \"voorstel\"").count(), 13);
    desk.keys("<down><down>4<enter>");
    assert_eq!(desk.board_words().matches("zelf gekozen").count(), 1);
}

#[test]
fn the_kernteam_is_ticked_or_typed() {
    let mut desk = prepared(true);
    desk.look(2).keys("<enter>Rav");
    assert_eq!(desk.label(), "Ravi in het kernteam");
    desk.keys("<enter>Els, huisarts<enter><down><space>");
    assert_eq!(names(&desk), ["Joke", "Ravi", "Els"]);
    desk.keys("<enter>ravi");
    assert_eq!(desk.label(), "Ravi uit het kernteam");
    desk.keys("<enter>");
    assert_eq!(names(&desk), ["Els"]);
}

#[test]
fn a_hidden_suggestion_is_asked_about_while_it_is_typed() {
    let mut desk = prepared(true);
    desk.look(4).keys("<enter>Hoe laat eten ze?");
    assert_eq!((desk.label().as_str(), remark(&desk).as_str()), ("Vraag", ""));
    desk.keys("<enter>heb je al gedacht aan een maatje?");
    assert_eq!(desk.label(), "Is dit een vraag of een tip?");
    desk.keys("<enter>");
    assert_eq!(notes(&desk, Kind::Question), ["Hoe laat eten ze?", "heb je al gedacht aan een maatje?"]);
    desk.keys("zou je niet de huisarts bellen?<tab>");
    assert_eq!(desk.label(), "Post-it voor straks");
    desk.keys("<enter>");
    assert_eq!(desk.tips_at(Slot::Unplaced), ["zou je niet de huisarts bellen?"]);
    assert_eq!(desk.label(), "Vraag", "back to the questions");
    assert!(!desk.board_words().contains("huisarts"), "no post-it shows before 5b");
    desk.keys("<down><down><enter>").choose("Is een tip");
    assert_eq!(notes(&desk, Kind::Question), ["Hoe laat eten ze?"]);
    assert_eq!(desk.tips_at(Slot::Unplaced).len(), 2);
    desk.keys("<c-z>");
    assert_eq!(notes(&desk, Kind::Question).len(), 2, "one gesture, one undo");
}

#[test]
fn a_tip_for_later_hangs_at_the_only_goal() {
    let mut desk = prepared(true);
    desk.look(3).keys("<enter>weer naar het koor<enter><enter>");
    desk.look(4).keys("<enter><tab>een maatje<enter>");
    let (_, place, _) = desk.session().ideas.iter().next().expect("the post-it");
    assert_eq!(place.row.goal, Some(crate::app::tests::GoalId(1)));
    assert_eq!(desk.label(), "Post-it voor straks", "whoever came here on purpose stays");
}

#[test]
fn in_a_ring_the_kernteam_asks_first() {
    let mut desk = prepared(false);
    desk.look(2).keys("Ravi<enter>");
    desk.look(4).keys("<enter>");
    desk.choose_in_menu("Vragenronde");
    assert_eq!(desk.label(), "Vraag van Joke", "the voorzitter has no turn");
    desk.keys("pas<enter>");
    assert_eq!(desk.label(), "Vraag van Fatma");
    desk.choose_in_menu("Ringen aan");
    assert_eq!(desk.label(), "Vraag van Ravi");
    desk.keys("hoe ver is het lopen?<enter>");
    assert_eq!(desk.label(), "Vraag van Fatma");
    assert_eq!(notes(&desk, Kind::Question), ["hoe ver is het lopen?"]);
}

#[test]
fn a_vervolgactie_gets_its_date_and_its_answer() {
    let mut desk = prepared(true);
    desk.look(11).keys("<enter>");
    assert!(desk.board_words().contains("Fatma, voorstel 29 nov"));
    desk.keys("20 dec");
    assert_eq!(desk.label(), "Op zondag 20 december 2026");
    assert_eq!(remark(&desk), "Dat is later dan een week. De methode vraagt het eerder.");
    desk.keys("<enter>");
    assert!(desk.board_words().contains("20 dec, later dan een week"));
    desk.keys("ooit<enter>");
    assert_eq!(desk.text(), "ooit");
    desk.keys("<c-u>volgende week dinsdag<enter>");
    let when = |desk: &Desk, item| casus(desk).followup(item).when.map(crate::text::dates::sortable);
    assert_eq!(when(&desk, 0).as_deref(), Some("2026-12-20"));
    assert_eq!(when(&desk, 1).as_deref(), Some("2026-11-24"));
    desk.keys("<space><down><down>");
    assert_eq!(casus(&desk).followup(2).answer, Some(true));
    for answer in [Some(true), Some(false), None] {
        desk.keys("<space>");
        assert_eq!(casus(&desk).followup(4).answer, answer, "the question about the huisarts");
    }
    desk.keys("<enter>").choose("Nee");
    assert_eq!(casus(&desk).followup(4).answer, Some(false));
    desk.keys("<enter>").choose("Datum");
    desk.keys("over 2 weken<enter>");
    assert_eq!(when(&desk, 4).as_deref(), Some("2026-12-06"));
    desk.keys("<enter>").choose("Datum weghalen");
    assert_eq!(when(&desk, 4), None);
    desk.keys("<down>Ravi belt het koor<enter>");
    assert_eq!(notes(&desk, Kind::Agreement), ["Ravi belt het koor"]);
}

#[test]
fn each_question_of_the_evaluation_keeps_its_answers() {
    let mut desk = prepared(true);
    desk.look(12).keys("<enter>ja<enter><tab>genoeg<enter>ruim<enter><tab><tab>veel aan gehad<enter>");
    assert_eq!(notes(&desk, Kind::Evaluation(0)), ["ja"]);
    assert_eq!(notes(&desk, Kind::Evaluation(1)), ["genoeg", "ruim"]);
    assert_eq!(notes(&desk, Kind::Evaluation(3)), ["veel aan gehad"]);
}

#[test]
fn the_look_back_tells_what_became_of_an_earlier_advies() {
    use crate::app::state::effect::Effect;
    use crate::app::state::msg::Msg;
    let mut desk = prepared(true);
    let tips = crate::support::earlier();
    desk.msg(Msg::Earlier { tips, group: Vec::new(), usual: Vec::new() });
    desk.look(13).keys("<enter><down><down><enter>").choose("Werkte niet");
    desk.keys("te ver weg<enter>");
    let told = desk.session().feedback.told();
    assert_eq!(told.last().map(|told| told.because.as_str()), Some("te ver weg"));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Elsewhere { .. })));
    desk.keys("<tab>Meidoorn verhuist in mei<enter>");
    let spot = Spot { casus: None, kind: Kind::LookBack };
    assert_eq!(desk.session().notes.at(spot).len(), 1);
}

#[test]
fn the_last_item_says_what_is_open_and_rounds_off() {
    let mut desk = prepared(true);
    desk.look(14).keys("<enter>");
    assert!(desk.board_words().contains("Nog open: de datum, en wie dan een casus inbrengt."));
    desk.keys("24 dec");
    assert!(remark(&desk).starts_with("Dat is over"), "{}", remark(&desk));
    desk.keys("<c-u>over 3 weken");
    assert_eq!(remark(&desk), "");
    desk.keys("<enter>");
    assert!(desk.board_words().contains("Is er een week ervoor geen casus, zeg het dan af."));
    desk.keys("Ravi<enter>");
    assert!(!desk.board_words().contains("Nog open"));
    assert_eq!(desk.meaning().1, "bespreking afronden");
    desk.keys("nog iets<enter>");
    assert!(desk.session().clock.ended().is_none(), "a text on this row ends nothing");
    desk.keys("<c-u><enter>");
    assert!(desk.session().clock.ended().is_some());
}

#[test]
fn the_second_koppel_gets_its_kernteam_at_its_presentation() {
    let mut desk = prepared(true);
    desk.choose_in_menu("Nog een koppel erbij").keys("Meidoorn<enter>");
    desk.choose_in_menu("Stap 10 ").keys("<enter><tab><tab><tab>Ravi<enter>");
    let second = desk.session().casussen[1].core().len();
    assert_eq!((casus(&desk).core().len(), second), (0, 1));
    desk.keys("<tab>samen naar zee<enter><enter>");
    assert_eq!(desk.session().goals.of(desk.session().casussen[1].id).count(), 1);
}
