//! The four screens of item 5 of the case conference, and items 6 and 7, led by keys: post-its are
//! typed in silence, sorted on the flappen, weighed, decided about, summed up.

use crate::app::board::{Item, PaneId};
use crate::app::layout::regions;
use crate::app::state::effect::Effect;
use crate::app::state::live::Ctx;
use crate::app::state::model::{Dialog, Page};
use crate::app::state::msg::{Inspiring, Msg};
use crate::app::steps;
use crate::app::tests::{Desk, typing};
use crate::domain::advice::Advice;
use crate::domain::clusters::Cluster;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap, Row};
use crate::domain::id::ClusterId;
use crate::domain::ideas::{Mark, Place, Ring, Slot};
use crate::domain::journal::{FORMAT, Journal, Opened as FirstLine};
use crate::domain::life::{Decision, Life};
use crate::domain::notes::{Kind, Spot};
use crate::domain::people::{self, Person};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing;
use crate::io::methods;
use proptest::prelude::*;

/// Steps by their place in the agenda.
const SILENCE: usize = 5;
const STICKING: usize = 6;
const CLUSTERING: usize = 7;
const WEIGHING: usize = 8;
const SUMMARY: usize = 9;
const PROPOSING: usize = 10;

impl Desk {
    /// A case conference with two goals, on a screen of the notulist alone.
    fn conference() -> Self {
        let mut desk = Self::start();
        let method = methods::load_shipped("case-conference").expect("the shipped case conference");
        let first = FirstLine { format: FORMAT, app: "0.1.0".to_owned(), at: testing::begin(), method };
        desk.opened(Journal::new(first), None);
        desk.keys("2<enter>");
        for (flap, text) in [(Flap::Pmd, "weer naar de markt"), (Flap::Samen, "samen eten zonder ruzie")] {
            let hang = goals::Command::Hang { casus: FIRST_CASUS, flap, text: text.to_owned() };
            desk.give(Command::Goal(hang));
        }
        desk
    }

    /// With the clock of a step running, and the screen in the lead.
    fn at_step(mut self, step: usize) -> Self {
        self.look(step);
        self.keys("<enter>");
        if self.title() == "Waar sorteren jullie?" {
            self.choose("scherm");
        }
        assert_eq!((self.running(), self.title()), (Some(step), ""));
        self
    }

    /// Post-its at the first goal, loose.
    fn with_post_its(mut self, texts: &[&str]) -> Self {
        for text in texts {
            self.keys(&format!("{text}<enter>"));
        }
        self
    }

    fn row(&self, goal: usize) -> Row {
        self.session().rows(FIRST_CASUS)[goal]
    }

    fn cluster(&self, goal: usize, letter: char) -> ClusterId {
        self.session()
            .clusters
            .lettered(self.row(goal), letter)
            .unwrap_or_else(|| panic!("no cluster {letter}"))
    }

    fn about(&self, goal: usize, letter: char) -> &Cluster {
        self.session().clusters.get(self.cluster(goal, letter)).expect("a cluster")
    }

    /// "A Vervoer: 1 3 | los: 2", of a goal.
    fn flap(&self, goal: usize) -> String {
        let session = self.session();
        let numbers = |place| {
            let numbers = session.ideas.at(place).iter().filter_map(|id| session.ideas.get(*id));
            numbers.map(|idea| idea.number.to_string()).collect::<Vec<_>>().join(" ")
        };
        let row = self.row(goal);
        let clusters = session.clusters.of(row).map(|(id, cluster)| {
            let name = format!("{} {}", cluster.letter(), cluster.title);
            format!("{}: {}", name.trim_end(), numbers(Place { row, slot: Slot::Cluster(id) }))
        });
        clusters.chain([format!("los: {}", numbers(Place::unplaced(row)))]).collect::<Vec<_>>().join(" | ")
    }

    fn pane(&self) -> PaneId {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        steps::board(ctx).pane_id(ctx).expect("a pane")
    }

    fn selected(&self) -> Option<Item> {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        steps::board(ctx).item(ctx)
    }

    fn head(&self) -> String {
        let now = self.now();
        let ctx = Ctx { live: self.live(), now: &now };
        steps::board(ctx).head.join(" | ")
    }

    fn problem(&self) -> String {
        self.meaning().2.unwrap_or_default()
    }

    /// How many entries the keys made.
    fn entries_of(&mut self, keys: &str) -> usize {
        let before = self.entries();
        self.keys(keys);
        self.entries() - before
    }
}

#[test]
fn nothing_typed_in_the_silence_shows_while_the_group_watches() {
    let mut desk = Desk::conference().at_step(SILENCE);
    desk.choose_in_menu("De groep kijkt mee");
    desk.keys("geheim plan");
    let now = desk.now();
    let shown = regions::regel(Ctx { live: desk.live(), now: &now }).text().to_owned();
    assert_eq!(shown, "•".repeat(11));
    desk.keys("<enter>");
    assert!(!desk.board_words().contains("geheim") && !desk.quiet().contains("geheim"), "{}", desk.quiet());
    assert!(desk.board_words().contains("1 post-it"), "{}", desk.board_words());
    assert_eq!(desk.flap(0), "los: 1");
    desk.msg(Msg::Paste("nog geheim\nen nog een".to_owned()));
    let Some(Dialog::Pick(pick)) = &desk.model.dialog else { panic!("no question") };
    assert_eq!(pick.intro, ["Je plakt 2 regels."]);
    desk.keys("<esc>");
    desk.choose_in_menu("De groep kijkt niet meer mee");
    assert!(desk.board_words().contains("Loose"), "what was typed lies in a pane");
}

#[test]
fn another_silent_round_adds_minutes_and_goes_to_the_next_goal() {
    let mut desk = Desk::conference().at_step(SILENCE);
    let key = desk.step_in_view();
    desk.choose_in_menu("Nog een stille ronde");
    assert_eq!((desk.session().planned(key), desk.live().view.focus().goal), (15 * 60, 0));
    desk.choose_in_menu("Doel voor doel");
    desk.choose_in_menu("Nog een stille ronde, bij doel 2");
    assert_eq!((desk.session().planned(key), desk.live().view.focus().goal), (20 * 60, 1));
    desk.keys("samen koken<enter>");
    assert_eq!((desk.flap(0).as_str(), desk.flap(1).as_str()), ("los: ", "los: 1"));
}

#[test]
fn inspiration_comes_after_the_silence() {
    let mut desk = Desk::conference().at_step(SILENCE);
    let offered = |desk: &mut Desk| {
        desk.keys("<esc>");
        let offered = desk.choices().iter().any(|choice| choice.starts_with("Inspiratie"));
        desk.keys("<esc>");
        offered
    };
    assert!(!offered(&mut desk));
    desk.wait(10 * 60 + 1);
    assert!(offered(&mut desk));
    desk.choose_in_menu("Inspiratie");
    let Some(Effect::Inspiration(lists)) = desk.effects.last() else { panic!("{:?}", desk.effects.last()) };
    assert_eq!(lists.len(), 5);
    let lines = vec!["wandelclub".to_owned()];
    desk.msg(Msg::Inspiration(vec![Inspiring { name: "In de regio".to_owned(), lines }]));
    let Some(Dialog::Page(Page { lines, .. })) = &desk.model.dialog else { panic!("no page") };
    assert_eq!(lines, &["In de regio", "  wandelclub", ""]);
}

#[test]
fn paper_or_screen_is_asked_once() {
    let mut desk = Desk::conference();
    desk.look(STICKING);
    desk.keys("<enter>");
    assert_eq!(desk.title(), "Waar sorteren jullie?");
    desk.choose("aan de muur");
    assert!(desk.session().plan.settings.is_on(Switch::PaperLeads));
    desk.look(CLUSTERING);
    desk.keys("<enter>");
    assert_eq!(desk.title(), "");
    desk.choose_in_menu("Het scherm gaat voor");
    assert!(!desk.session().plan.settings.is_on(Switch::PaperLeads));
}

#[test]
fn on_paper_a_name_is_typed_and_what_follows_lands_in_it() {
    let mut desk = Desk::conference();
    desk.give(Command::Plan(plan::Command::Switch { switch: Switch::PaperLeads, on: true }));
    desk.look(CLUSTERING);
    desk.keys("<enter>a=Vervoer<enter>bus<enter>taxi<enter>c=Eten<enter>soep<enter>b=Samen");
    assert_eq!(desk.meaning().0, "Nieuw cluster B");
    desk.keys("<enter>wandelen<enter>");
    assert_eq!(desk.flap(0), "A Vervoer: 1 2 | B Samen: 4 | C Eten: 3 | los: ");
    assert_eq!(desk.label(), "Nieuwe post-it bij B Samen");
}

#[test]
fn every_line_says_before_enter_what_it_does() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi", "soep"]);
    desk.keys("1 nieuw<enter>3 nieuw<enter>a=Vervoer<enter>");
    assert_eq!(desk.flap(0), "A Vervoer: 1 | B: 3 | los: 2");
    for (line, label, problem) in [
        ("2a", "Zet 2 bij A", ""),
        ("2 3 A", "Zet 2 3 bij A", ""),
        ("1a", "Zet 1 bij A", "Dat is al zo."),
        ("99b", "Zet 99 bij B", "Post-it 99 is er niet."),
        ("2q", "Zet 2 bij Q", "Cluster Q is er niet. 2 nieuw maakt een nieuw cluster."),
        ("2 nieuw", "Nieuw cluster C met 2", ""),
        ("1 los", "Maak 1 los", ""),
        ("ab", "Voeg B bij A", ""),
        ("AB", "Voeg B bij A", ""),
        ("aa", "Nieuwe post-it", ""),
        ("ac", "Nieuwe post-it", ""),
        ("a=Bus en taxi", "Noem A", ""),
        ("a=Vervoer", "Noem A", "Dat is al zo."),
        ("a=", "Noem A", "Typ achter a= hoe het cluster heet."),
        ("d=Muziek", "Nieuw cluster D", ""),
        ("?bus", "Zoek (1)", ""),
        ("?xyz", "Zoek", "Geen post-it met ‘xyz’."),
        ("a", "Nieuwe post-it", ""),
        ("12 uur bellen", "Nieuwe post-it", ""),
    ] {
        desk.keys("<c-u>");
        desk.msg(Msg::Paste(line.to_owned()));
        assert_eq!((desk.label().as_str(), desk.problem().as_str()), (label, problem), "{line}");
    }
    desk.keys("<c-u>");
    assert_eq!(desk.label(), "Sorteer");
}

#[test]
fn a_line_that_cannot_be_stays_typed() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus"]);
    let entries = desk.entries_of("1q<enter>");
    assert_eq!((entries, desk.text()), (0, "1q"));
    assert!(desk.notice().starts_with("Cluster Q is er niet."), "{}", desk.notice());
}

#[test]
fn forty_post_its_are_sorted_with_the_keyboard_alone() {
    let texts: Vec<String> = (1..=40).map(|number| format!("advies nummer {number}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&texts);
    desk.keys("1 2 3 nieuw<enter>a=Vervoer<enter>");
    for number in 4..=15 {
        assert_eq!(desk.entries_of(&format!("{number}a<enter>")), 1);
    }
    desk.keys("16 17 18 19 20 21 22 23 24 25 nieuw<enter>b=Hulp<enter>26 27 28 nieuw<enter>29 30 c<enter>");
    assert_eq!(desk.entries_of("bc<enter>"), 1);
    assert_eq!(desk.about(0, 'B').title, "Hulp");
    let members =
        |desk: &Desk, letter| desk.session().members(Advice::Cluster(desk.cluster(0, letter))).len();
    assert_eq!(
        (members(&desk, 'A'), members(&desk, 'B'), desk.session().clusters.of(desk.row(0)).count()),
        (15, 15, 2)
    );
    // C was given out: the next one is D. Split by marking in the pane of B.
    desk.keys("<tab><tab><down><space><down><space>");
    assert_eq!(desk.label(), "2 post-its naar");
    assert_eq!(desk.entries_of("nieuw<enter>"), 1);
    assert_eq!((members(&desk, 'B'), members(&desk, 'D')), (13, 2));
    desk.keys("<c-z><c-z><c-z><c-y><c-y><c-y>");
    assert_eq!((members(&desk, 'B'), members(&desk, 'D')), (13, 2));
    let all: usize =
        desk.session().advices(desk.row(0)).iter().map(|it| desk.session().members(*it).len()).sum();
    assert_eq!(all, 40);
}

#[test]
fn marked_post_its_go_with_a_letter_alone() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi", "soep"]);
    desk.keys("3 nieuw<enter><down><space><down><space>a");
    assert_eq!(desk.label(), "Zet 2 post-its bij A");
    assert_eq!(desk.entries_of("<enter>"), 1);
    assert_eq!((desk.flap(0).as_str(), desk.live().view.marked.len()), ("A: 3 1 2 | los: ", 0));
    desk.keys("<c-z>");
    assert_eq!(desk.flap(0), "A: 3 | los: 1 2");
}

#[test]
fn a_post_it_is_moved_from_its_list() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi"]);
    desk.keys("<down><enter>").choose("nieuw cluster");
    desk.keys("<down><enter>").choose("Naar A");
    assert_eq!(desk.flap(0), "A: 1 2 | los: ");
    desk.keys("<tab><down><enter>").choose("Los maken");
    assert_eq!(desk.flap(0), "A: 2 | los: 1");
    desk.keys("<down><enter>").choose("ander doel");
    desk.choose("DOEL 2");
    assert_eq!((desk.flap(0).as_str(), desk.flap(1).as_str()), ("A:  | los: 1", "los: 2"));
}

#[test]
fn a_cluster_is_named_split_merged_and_moved_from_its_list() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi", "soep", "brood"]);
    desk.keys("1 2 nieuw<enter>3 4 nieuw<enter><tab><enter>").choose("Naam");
    desk.keys("Vervoer<enter>");
    assert_eq!(desk.flap(0), "A Vervoer: 1 2 | B: 3 4 | los: ");
    desk.keys("<down><space><up><enter>").choose("gemerkt is wordt een nieuw");
    assert_eq!(desk.flap(0), "A Vervoer: 2 | B: 3 4 | C: 1 | los: ");
    desk.keys("<enter>").choose("Samenvoegen");
    desk.choose("Bij C");
    assert_eq!(desk.flap(0), "B: 3 4 | C Vervoer: 1 2 | los: ");
    let c = desk.cluster(0, 'C');
    assert_eq!(desk.pane(), PaneId::Cluster(c), "the focus goes along");
    desk.keys("<enter>").choose("Naar een ander doel");
    assert_eq!(desk.choices(), ["DOEL 2 (samen)  samen eten zonder ruzie"]);
    desk.keys("<enter>");
    assert_eq!((desk.flap(0).as_str(), desk.flap(1).as_str()), ("B: 3 4 | los: ", "A Vervoer: 1 2 | los: "));
    desk.keys("<enter>").choose("Uit elkaar");
    assert_eq!(desk.flap(0), "los: 3 4");
    desk.keys("<c-z>");
    assert_eq!(desk.flap(0), "B: 3 4 | los: ");
}

#[test]
fn the_focus_stays_on_its_cluster_when_others_come_and_go() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi", "soep"]);
    desk.keys("1 nieuw<enter>2 nieuw<enter>3 nieuw<enter><tab><tab><tab>");
    let c = desk.cluster(0, 'C');
    assert_eq!(desk.pane(), PaneId::Cluster(c));
    desk.keys("ab<enter>");
    assert_eq!(desk.pane(), PaneId::Cluster(c));
    desk.keys("<c-z>");
    assert_eq!(desk.pane(), PaneId::Cluster(c));
    desk.keys("ac<enter>");
    assert_eq!(desk.flap(0), "A: 1 3 | B: 2 | los: ");
    assert_eq!(desk.pane(), PaneId::Cluster(desk.cluster(0, 'A')), "where it went");
}

#[test]
fn a_word_finds_the_next_post_it_at_any_goal() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["met de bus", "taxi", "Büs delen"]);
    desk.keys("3 nieuw<enter><tab><tab>buslijn 4<enter>");
    assert_eq!(desk.flap(1), "los: 4");
    desk.choose_in_menu("Zoek een post-it");
    desk.keys("bus");
    assert_eq!(desk.label(), "Zoek (3)");
    let entries = desk.entries();
    let numbers: Vec<u32> = (0..4)
        .map(|_| {
            desk.keys("<enter>");
            let Some(Item::Idea(id)) = desk.selected() else { panic!("{:?}", desk.selected()) };
            desk.session().ideas.get(id).expect("a post-it").number
        })
        .collect();
    assert_eq!((numbers, desk.entries()), (vec![4, 1, 3, 4], entries));
    assert_eq!(desk.text(), "?bus");
}

#[test]
fn a_suggestion_is_a_ghost_until_the_right_arrow() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&[
        "maaltijd bezorgen",
        "wandelen met de hond",
        "gezonde maaltijden koken",
        "muziek",
        "lange wandeling",
    ]);
    desk.keys("1 nieuw<enter>2 nieuw<enter>");
    assert!(
        desk.bands().contains("Voorstel: 3 bij A? (maaltijden/maaltijd)   →: ja, bij A"),
        "{}",
        desk.bands()
    );
    desk.keys("<down><down>");
    assert!(!desk.bands().contains("Voorstel"), "nothing is like music: {}", desk.bands());
    desk.keys("<down>");
    assert!(desk.bands().contains("Voorstel: 5 bij B?"), "{}", desk.bands());
    assert_eq!(desk.entries_of("<right>"), 1);
    assert_eq!(desk.flap(0), "A: 1 | B: 2 5 | los: 3 4");
    desk.keys("x<left><right><bs><c-z><down><tab><right>");
    assert_eq!(desk.flap(0), "A: 1 | B: 2 | los: 3 4 5", "elsewhere the arrow walks");
    assert_eq!(desk.pane(), PaneId::Cluster(desk.cluster(0, 'B')));
    desk.keys("1 los<enter>2 los<enter><left><left>");
    assert!(desk.bands().contains("samen met"), "two lonely ones may belong together: {}", desk.bands());
    desk.keys("<right>");
    assert_eq!(desk.flap(0), "A:  | B:  | C: 1 3 | los: 4 5 2");
    desk.choose_in_menu("De flappen aan de muur");
    assert!(!desk.bands().contains("Voorstel"));
}

#[test]
fn tab_goes_on_to_the_next_goal_and_the_menu_goes_to_any() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus"]);
    desk.keys("1 nieuw<enter>");
    assert_eq!(
        desk.head(),
        "DOEL 1 (PMD)  weer naar de markt | flap: PMD · doel 1 van 2 · Tab voorbij het laatste vak: volgend doel"
    );
    desk.keys("<tab><tab>");
    assert!(desk.head().starts_with("DOEL 2 (samen)"), "{}", desk.head());
    desk.keys("<s-tab>");
    assert!(matches!(desk.pane(), PaneId::Cluster(_)), "back at the last pane of goal 1");
    desk.choose_in_menu("Naar doel 2: samen eten");
    assert!(desk.head().starts_with("DOEL 2 (samen)") && desk.pane() == PaneId::Loose(None));
}

#[test]
fn a_goal_in_the_prullenbak_leaves_its_clusters_in_view() {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi"]);
    desk.keys("1 nieuw<enter>a=Vervoer<enter>");
    let id = desk.row(0).goal.expect("a goal");
    desk.give(Command::Goal(goals::Command::Bin { id }));
    assert_eq!((desk.flap(0).as_str(), desk.flap(1).as_str()), ("los: ", "A Vervoer: 1 | los: 2"));
    desk.choose_in_menu("Naar doel 2: zonder doel");
    assert_eq!(desk.head().split(" | ").next(), Some("Zonder doel"));
    desk.keys("2a<enter><c-z><c-z>");
    assert_eq!(desk.flap(0), "A Vervoer: 1 | los: 2", "undone: the goal is back");
}

#[test]
fn a_pasted_heap_is_one_question_and_one_entry() {
    let mut desk = Desk::conference().at_step(CLUSTERING);
    let heap: Vec<String> = (0..10_000).map(|number| format!("advies {number}")).collect();
    desk.msg(Msg::Paste(heap.join("\n")));
    assert_eq!(desk.title(), "Een lijst plakken?");
    assert_eq!(desk.entries_of("1<enter>"), 1);
    assert_eq!(desk.session().ideas.len(), 10_000);
    assert_eq!(desk.quiet(), "Laatst: 10000 post-its erbij. Terugdraaien: Ctrl+Z");
    desk.keys("9999 nieuw<enter><c-z><c-z>");
    assert!(desk.session().ideas.is_empty());
}

#[test]
fn in_the_ring_variant_the_kernteam_comes_first_and_a_post_it_keeps_its_ring() {
    let mut desk = Desk::conference().at_step(CLUSTERING);
    let people = (0..10).map(|index| Person { name: format!("Mens {index}"), ..Person::default() }).collect();
    desk.give(Command::People(people::Command::Add(people)));
    desk.choose_in_menu("Ringen aan");
    desk.keys("van ons<enter><tab>van de rest<enter>2 nieuw<enter>");
    let rings: Vec<_> = desk.session().ideas.iter().map(|(_, _, idea)| idea.ring).collect();
    assert_eq!(rings, [Some(Ring::Core), Some(Ring::Outer)]);
    desk.keys("<s-tab>nog een van ons<enter>");
    let mut desk = desk.at_step(WEIGHING);
    desk.keys("aanvulling<enter>");
    let rings: Vec<_> = desk.session().ideas.iter().map(|(_, _, idea)| idea.ring).collect();
    assert_eq!(rings[2..], [Some(Ring::Core), Some(Ring::Outer)]);
    let words = desk.board_words();
    let at = |text: &str| words.find(text).unwrap_or_else(|| panic!("'{text}' is not on the board"));
    assert!(at("van ons") < at("van de rest") && at("nog een van ons") < at("van de rest"));
}

/// Two clusters and a lonely post-it at goal 1, one post-it at goal 2, in step 5d.
fn weighing() -> Desk {
    let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["bus", "taxi", "soep", "hond"]);
    desk.keys("1 2 nieuw<enter>a=Vervoer<enter>3 nieuw<enter>b=Eten<enter><tab><tab><tab>samen koken<enter>");
    desk.at_step(WEIGHING)
}

#[test]
fn space_ticks_what_was_heard() {
    let mut desk = weighing();
    desk.keys("<down><down><space>");
    assert!(desk.head().ends_with("1 van 4 gehoord"), "{}", desk.head());
    assert_eq!(desk.entries_of("<up><space>"), 1, "the whole cluster is one gesture");
    assert!(desk.head().ends_with("2 van 4 gehoord"), "{}", desk.head());
    desk.keys("<space>");
    assert!(desk.head().ends_with("0 van 4 gehoord"), "{}", desk.head());
    desk.keys("<c-z>");
    assert!(desk.session().ideas.iter().take(2).all(|(_, _, idea)| idea.has(Mark::Heard)));
}

#[test]
fn arguments_are_typed_at_the_advies_in_view() {
    let mut desk = weighing();
    desk.keys("<down><down><down><down><tab>");
    assert_eq!(desk.label(), "Voordeel van B");
    desk.keys("warm<enter><tab>");
    assert_eq!(desk.label(), "Bezwaar bij B");
    desk.keys("te zout<enter>");
    let b = Advice::Cluster(desk.cluster(0, 'B'));
    assert_eq!(
        (desk.session().arguments(b, Kind::Pro).len(), desk.session().arguments(b, Kind::Con).len()),
        (1, 1)
    );
    desk.keys("<tab>");
    assert!(desk.head().starts_with("DOEL 2"), "{}", desk.head());
    desk.keys("<tab>");
    assert_eq!(desk.label(), "Voordeel van 5");
}

#[test]
fn a_goal_has_its_share_of_the_minutes() {
    let mut desk = weighing();
    let key = desk.step_in_view();
    assert_eq!(desk.session().clock.current(), Some((key, 0)));
    assert_eq!(desk.session().part_planned(key, 0), 5 * 60);
    assert_eq!(desk.meaning().1, "");
    desk.keys("<tab><tab><tab>");
    assert_eq!(desk.meaning().1, "doel 2 begint nu");
    desk.keys("<enter>");
    assert_eq!(desk.session().clock.current(), Some((key, 1)));
}

#[test]
fn what_is_selected_is_asked_for_its_reason_and_its_purpose() {
    let mut desk = weighing();
    desk.keys("<down><enter>").choose("Selecteren");
    assert_eq!(desk.label(), "Onderbouwing: waarom dit advies (A)");
    desk.keys("dan komt hij buiten<enter>");
    assert_eq!(desk.label(), "Doel voor dit koppel (A)");
    desk.keys("samen op pad<enter>");
    let course = &desk.about(0, 'A').course;
    assert_eq!(
        (course.decision, course.reasoning.as_str(), course.purpose.as_str()),
        (Decision::Selected, "dan komt hij buiten", "samen op pad")
    );
    assert!(desk.live().view.prompt.is_none());
}

#[test]
fn reason_and_purpose_may_be_skipped_and_a_missing_reason_is_said() {
    let mut desk = weighing();
    desk.keys("<down><enter>").choose("Selecteren");
    assert_eq!(desk.meaning().1, "overslaan");
    let entries = desk.entries_of("<enter><enter>");
    assert_eq!((entries, desk.live().view.prompt.is_none(), desk.title()), (0, true, ""));
    assert_eq!(desk.about(0, 'A').course.decision, Decision::Selected);
    assert!(desk.board_words().contains("geselecteerd, onderbouwing ontbreekt"));
}

#[test]
fn a_bezwaar_may_be_the_reason_to_reject() {
    let mut desk = weighing();
    desk.keys("<down><enter>").choose("Verwerpen");
    assert_eq!(
        (desk.title(), desk.about(0, 'A').course.decision),
        ("", Decision::Rejected),
        "no bezwaar to name"
    );
    desk.keys("<tab><tab>te duur<enter><s-tab><s-tab><down><enter>").choose("Weer open");
    desk.keys("<enter>").choose("Verwerpen");
    assert_eq!(desk.choices(), ["te duur", "Zonder reden"]);
    desk.keys("<enter>");
    let course = &desk.about(0, 'A').course;
    let reason = course.objection.and_then(|id| desk.session().notes.get(id)).map(|note| note.text.as_str());
    assert_eq!((course.decision, reason), (Decision::Rejected, Some("te duur")));
    desk.keys("<c-z>");
    assert_eq!(desk.about(0, 'A').course.decision, Decision::Open);
}

#[test]
fn what_was_decided_is_not_moved_and_that_is_said_before_enter() {
    let mut desk = weighing();
    desk.give(Command::Advice(crate::domain::advice::Command {
        advice: Advice::Cluster(desk.cluster(0, 'B')),
        life: Life::Decided { decision: Decision::Selected, objection: None },
    }));
    desk.look(CLUSTERING);
    desk.choose_in_menu("Naar doel 1");
    desk.keys("ab");
    assert!(desk.problem().starts_with("Over B is al besloten"), "{}", desk.problem());
}

/// A selected advies with and one without a reason, in step 6.
fn summing_up() -> Desk {
    let mut desk = weighing();
    desk.keys("<down><enter>").choose("Selecteren");
    desk.keys("dan komt hij buiten<enter><enter><tab><tab><tab><down><enter>").choose("Selecteren");
    desk.keys("<enter><enter>");
    desk.at_step(SUMMARY)
}

#[test]
fn the_summary_is_prepared_once() {
    let mut desk = summing_up();
    let spot = Spot { casus: Some(FIRST_CASUS), kind: Kind::Summary };
    let texts = |desk: &Desk| {
        let notes = &desk.session().notes;
        let texts = notes.at(spot).iter().filter_map(|id| notes.get(*id)).map(|note| note.text.clone());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(desk.meaning().1, "geselecteerde adviezen klaarzetten");
    assert_eq!(desk.entries_of("<enter>"), 1);
    assert_eq!(texts(&desk), ["Vervoer: dan komt hij buiten", "samen koken"]);
    assert_eq!(desk.meaning().1, "");
    assert_eq!(desk.entries_of("<enter>"), 0, "not twice");
    desk.keys("dat was het<enter><c-z><c-z>");
    assert!(texts(&desk).is_empty());
}

#[test]
fn the_casemanager_ticks_what_she_discusses() {
    let mut desk = summing_up().at_step(PROPOSING);
    desk.keys("<down><space>");
    assert!(desk.about(0, 'A').course.proposed);
    desk.keys("<enter>");
    assert!(!desk.about(0, 'A').course.proposed);
    desk.keys("de tuin<enter>");
    let spot = Spot { casus: Some(FIRST_CASUS), kind: Kind::ToDiscuss };
    assert_eq!(desk.session().notes.at(spot).len(), 1);
    assert_eq!(desk.entries_of("<esc>"), 0);
    desk.keys("<esc>");
    desk.choose_in_menu("Alle geselecteerde");
    assert!(desk.about(0, 'A').course.proposed);
}

/// Lines as a hasty notulist types them.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..12_u32, "[a-e]").prop_map(|(number, letter)| format!("{number}{letter}")),
        (1..12_u32, 1..12_u32, "[a-e]|nieuw|los").prop_map(|(a, b, to)| format!("{a} {b} {to}")),
        (1..12_u32, "nieuw|los").prop_map(|(number, to)| format!("{number} {to}")),
        "[a-e]{2}",
        "[a-e]=[a-z]{1,4}",
        "[?][a-z]{1,2}",
        "[a-z]{1,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn sorting_loses_nothing_and_doubles_nothing(lines in proptest::collection::vec(line(), 1..25)) {
        let mut desk = Desk::conference().at_step(CLUSTERING).with_post_its(&["een", "twee", "drie", "vier"]);
        let first = desk.session().clone();
        let begin = desk.entries();
        for line in &lines {
            desk.at += chrono::TimeDelta::seconds(1);
            let before = desk.entries();
            for key in typing(line) {
                desk.msg(Msg::Key(key));
            }
            let problem = desk.meaning().2.is_some();
            desk.keys("<enter>");
            prop_assert!(desk.entries() - before <= 1, "one line is one gesture");
            prop_assert!(!problem || desk.entries() == before, "a problem is said before Enter");
            if !desk.text().is_empty() {
                desk.keys("<c-u>");
            }
            let session = desk.session();
            let lying: usize = session.rows(FIRST_CASUS).into_iter().map(|row| {
                session.advices(row).into_iter().map(|advice| session.members(advice).len()).sum::<usize>()
            }).sum();
            prop_assert_eq!(lying, session.ideas.len());
        }
        for _ in begin..desk.entries() {
            desk.keys("<c-z>");
        }
        prop_assert_eq!(&desk.session().clusters.of(desk.row(0)).count(), &0);
        prop_assert_eq!(desk.session(), &first);
    }
}
