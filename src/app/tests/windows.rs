//! The windows beside: what they take from the live session, and what comes back from them.

use super::*;
use crate::app::layout::regions;
use crate::app::layout::room::{self, Sight};
use crate::app::pages;
use crate::app::state::heard;
use crate::app::state::in_view::{self, InView};
use crate::app::state::shown::Shown;
use crate::app::state::wall::Face;
use crate::app::state::window::{Anew, Followed, Kind, State, Timekeeper, Window};
use crate::app::steps::doelen::owner_word;
use crate::app::turn::window;
use crate::domain::goals::Owner;
use crate::domain::signal::{Signal, Signalled};
use crate::domain::verdicts::TextKey;

/// A window beside a desk: hears what the desk wrote, as the follower tells it.
pub struct Beside {
    model: Model,
    told: usize,
}

impl Beside {
    pub fn of(desk: &Desk, kind: Kind) -> Self {
        let mut beside =
            Self { model: window::begin(desk.model.keys.clone(), Prefs::default(), kind), told: 0 };
        let live = desk.live();
        let anew = Anew {
            folder: live.folder.clone(),
            journal: live.journal.clone(),
            since: desk.at,
            view: in_view::of(live),
            broken: None,
        };
        beside.told = desk.entries();
        beside.msg(desk, Msg::Followed(Followed::Anew(Box::new(anew))));
        beside
    }

    fn time(desk: &Desk) -> Self {
        Self::of(desk, Kind::Time(Timekeeper::default()))
    }

    fn msg(&mut self, desk: &Desk, msg: Msg) -> Vec<Effect> {
        update(&mut self.model, msg, &desk.now())
    }

    fn follow(&mut self, desk: &Desk) -> &mut Self {
        let entries = desk.live().journal.entries().skip(self.told).cloned().collect();
        self.told = desk.entries();
        self.msg(desk, Msg::Followed(Followed::More { entries, view: in_view::of(desk.live()) }));
        self
    }

    fn keys(&mut self, desk: &Desk, keys: &str) -> Vec<Effect> {
        let keys = script(keys).expect("a key script");
        keys.into_iter().flat_map(|key| self.msg(desk, Msg::Key(key))).collect()
    }

    pub fn live(&self) -> &Live {
        self.model.live.as_ref().expect("a session")
    }

    pub fn live_mut(&mut self) -> &mut Live {
        self.model.live.as_mut().expect("a session")
    }

    fn timekeeper(&self) -> &Timekeeper {
        match &self.model.screen {
            Screen::Window(Window { kind: Kind::Time(timekeeper), .. }) => timekeeper,
            other => panic!("{other:?}"),
        }
    }

    fn state(&self) -> State {
        match &self.model.screen {
            Screen::Window(window) => window.state,
            other => panic!("{other:?}"),
        }
    }

    fn said(&self, desk: &Desk) -> String {
        pages::timekeeper::said(&self.model, self.timekeeper(), &desk.now()).unwrap_or_default().to_string()
    }

    /// Everything the room could read.
    pub fn seen(&self, desk: &Desk) -> String {
        let now = desk.now();
        let ctx = Ctx { live: self.live(), now: &now };
        let (board, _) = room::board(ctx);
        let ideas = self.live().session.ideas.iter().map(|(id, _, _)| {
            let may = room::may_see(ctx.session(), &crate::app::board::Item::Idea(id));
            let shown = may.then(|| Shown::of(ctx.live, TextKey::Idea(id)));
            format!("{shown:?} {}", crate::app::things::idea::tail(ctx, id))
        });
        format!("{:?} {board:?} {}", room::title(ctx), ideas.collect::<Vec<_>>().join(" "))
    }
}

fn sent(effects: &[Effect]) -> Vec<Signal> {
    let signal = |effect: &Effect| match effect {
        Effect::Signal(signalled) => Some(signalled.signal),
        _ => None,
    };
    effects.iter().filter_map(signal).collect()
}

#[test]
fn a_number_and_enter_is_a_signal() {
    let desk = Desk::in_step(3);
    let mut time = Beside::time(&desk);
    let key = desk.step_in_view();
    let since = testing::begin() - TimeDelta::minutes(2);
    let clock = since.format("%H:%M");
    for (typed, want) in [
        ("1", vec![Signal::TwoMinutes]),
        ("2", vec![Signal::TimeUp]),
        ("3", vec![Signal::Pause]),
        (&format!("4 {clock}"), vec![Signal::Begun { key, since }]),
        (&format!("4{}", since.format("%H%M")), vec![Signal::Begun { key, since }]),
        ("5", vec![Signal::Nudge]),
        ("", vec![]),
        ("4", vec![]),
        ("6", vec![]),
        ("12", vec![]),
        ("j", vec![]),
        ("buurvrouw", vec![]),
    ] {
        let effects = time.keys(&desk, &format!("{typed}<enter>"));
        assert_eq!(sent(&effects), want, "{typed}");
        let kept = if want.is_empty() { typed } else { "" };
        assert_eq!(time.timekeeper().line.text(), kept);
        time.keys(&desk, "<c-u>");
    }
}

#[test]
fn a_signal_is_shown_as_sent_when_it_is_on_disk() {
    let desk = Desk::in_step(3);
    let mut time = Beside::time(&desk);
    time.keys(&desk, "1<enter>");
    assert_eq!(time.said(&desk), "");
    let signalled = Signalled { at: desk.at, signal: Signal::TwoMinutes };
    time.msg(&desk, Msg::Sent(signalled));
    assert_eq!(time.said(&desk), format!("Verstuurd om {}: nog 2 minuten.", desk.at.format("%H:%M")));
    time.msg(&desk, Msg::Failed("Niet verstuurd: de schijf is vol.".to_owned()));
    assert!(time.said(&desk).starts_with("Niet verstuurd"));
}

#[test]
fn typing_for_a_later_step_asks_whether_it_has_begun() {
    let mut desk = Desk::in_step(3);
    let mut time = Beside::time(&desk);
    desk.look(5).keys("lopen<enter>");
    let first = desk.live().journal.entries().next_back().expect("an entry").at;
    time.follow(&desk);
    assert_eq!(time.said(&desk), "", "one text may be a thought that came early");
    desk.keys("<esc>").keys("zingen<enter>");
    time.follow(&desk);
    let asked = format!("Zijn we al bij Ideeën en tips? J = ja, sinds {}. N = nee.", first.format("%H:%M"));
    assert_eq!(time.said(&desk), asked);
    let begun = Signal::Begun { key: desk.step_in_view(), since: first };
    assert_eq!(sent(&time.keys(&desk, "J<enter>")), [begun]);
    assert_eq!(time.said(&desk), "");

    let mut other = Beside::time(&desk);
    desk.keys("dansen<enter>koken<enter>");
    other.follow(&desk);
    assert!(other.said(&desk).starts_with("Zijn we al bij"));
    assert_eq!(sent(&other.keys(&desk, "n<enter>")), []);
    assert_eq!(other.said(&desk), "");
}

#[test]
fn a_step_that_runs_or_was_before_is_not_asked_about() {
    let mut desk = Desk::in_step(5);
    let mut time = Beside::time(&desk);
    desk.keys("lopen<enter>zingen<enter>").look(3).keys("woont alleen<enter>twee katten<enter>");
    time.follow(&desk);
    assert_eq!(time.timekeeper().question(&time.live().session), None);
}

#[test]
fn the_dial_counts_up_when_it_is_over_and_says_everything_in_words() {
    let mut desk = Desk::in_step(2);
    let dial = |desk: &Desk| {
        let time = Beside::time(desk);
        let now = desk.now();
        pages::timekeeper::dial(Ctx { live: time.live(), now: &now })
    };
    let planned = desk.session().planned(desk.step_in_view());
    let seen = dial(&desk).expect("a clock");
    assert_eq!((seen.title.as_str(), seen.state.starts_with("LOOPT: nog")), ("2  Welkom", true));
    assert!(seen.next.starts_with("hierna: 3 "), "{}", seen.next);
    assert!(seen.meeting.contains("einde rond") && seen.planned.starts_with(" (gepland "));
    desk.wait(planned + 133);
    let seen = dial(&desk).expect("a clock");
    assert_eq!((seen.digits.as_str(), seen.state.as_str()), ("02:13", "OVER: 2 minuten over de tijd"));
    desk.choose_in_menu("afronden");
    assert_eq!(dial(&desk), None);
}

#[test]
fn what_a_crash_left_behind_is_not_live() {
    let mut desk = Desk::in_step(5);
    assert_eq!(Beside::time(&desk).state(), State::Following);
    let journal = desk.live().journal.clone();
    let anew = Anew { folder: String::new(), journal, since: desk.at, view: InView::default(), broken: None };
    desk.sleep(13 * 3_600);
    let mut group =
        Beside { model: window::begin(desk.model.keys.clone(), Prefs::default(), Kind::Group), told: 0 };
    group.msg(&desk, Msg::Followed(Followed::Anew(Box::new(anew))));
    assert_eq!(group.state(), State::Waiting);
    group.msg(&desk, Msg::Followed(Followed::More { entries: Vec::new(), view: InView::default() }));
    assert_eq!(group.state(), State::Following, "somebody goes on with it");
    group.msg(&desk, Msg::Followed(Followed::Gone));
    assert_eq!(group.state(), State::Gone);
    group.msg(&desk, Msg::Followed(Followed::Waiting));
    assert_eq!((group.state(), group.model.live.is_none()), (State::Waiting, true));
}

#[test]
fn a_clock_that_is_behind_is_said() {
    let mut desk = Desk::in_step(5);
    let mut time = Beside::time(&desk);
    desk.keys("lopen<enter>");
    desk.at -= TimeDelta::seconds(40);
    time.follow(&desk);
    assert!(time.said(&desk).contains("loopt 40 seconden achter"), "{}", time.said(&desk));
}

#[test]
fn undo_reaches_the_other_window() {
    let mut desk = Desk::in_step(5);
    let mut beside = Beside::of(&desk, Kind::Group);
    desk.keys("lopen<enter>zingen<enter><c-z>");
    beside.follow(&desk);
    assert_eq!(beside.live().session, *desk.session());
    assert!(beside.seen(&desk).contains("lopen") && !beside.seen(&desk).contains("zingen"));
}

#[test]
fn the_bell_rings_when_it_is_nearly_and_quite_time_and_only_when_asked() {
    let mut desk = Desk::in_step(2);
    let planned = desk.session().planned(desk.step_in_view());
    for bell in [false, true] {
        let mut time = Beside::time(&desk);
        time.model.prefs.bell = bell;
        let begin = desk.at;
        let mut rung = 0;
        for _ in 0..planned + 60 {
            desk.at += TimeDelta::seconds(1);
            rung += time.msg(&desk, Msg::Wake).iter().filter(|effect| **effect == Effect::Bell).count();
        }
        assert_eq!(rung, if bell { 2 } else { 0 });
        desk.at = begin;
    }
}

#[test]
fn a_signal_waits_until_it_can_be_read() {
    let mut desk = Desk::in_step(3);
    desk.keys("<esc>");
    let signalled = Signalled { at: desk.at, signal: Signal::TwoMinutes };
    desk.msg(Msg::Signals(vec![signalled]));
    desk.wait(60).keys("<esc>");
    assert!(desk.quiet().ends_with("nog 2 minuten."), "{}", desk.quiet());
    desk.keys("ab<bs><bs>");
    assert!(desk.quiet().starts_with("Tijdbewaker, "), "typing does not take it away at once");
    desk.wait(10).keys("a");
    assert!(!desk.quiet().contains("Tijdbewaker"), "{}", desk.quiet());
}

#[test]
fn what_began_earlier_is_taken_over_with_f7() {
    let mut desk = Desk::in_step(3);
    let key = desk.step_in_view();
    let since = testing::begin() - TimeDelta::minutes(3);
    desk.msg(Msg::Signals(vec![Signalled { at: desk.at, signal: Signal::Begun { key, since } }]));
    assert!(desk.quiet().ends_with("Overnemen: F7, dan Enter."), "{}", desk.quiet());
    desk.keys("<f7><enter>");
    assert_eq!(desk.session().clock.started(key), Some(since));
    desk.keys("<f7>");
    assert!(!desk.choices()[0].contains("tijdbewaker"), "{:?}", desk.choices());
}

#[test]
fn with_one_laptop_the_signals_stand_in_the_menu() {
    let mut desk = Desk::in_step(3);
    desk.choose_in_menu("Sein: de tijd is om");
    assert!(heard::words(desk.live()).is_some_and(|words| words.ends_with("de tijd is om.")));
    assert_eq!(sent(&desk.effects), []);
}

#[test]
fn f2_goes_by_a_cover_and_back() {
    let mut desk = Desk::in_step(5);
    let face = |desk: &Desk| desk.live().view.wall.face;
    desk.keys("<f2>x<tab>");
    assert_eq!((face(&desk), desk.text()), (Face::Cover, ""));
    desk.keys("<enter>");
    assert_eq!(face(&desk), Face::Group);
    let count = desk.entries();
    desk.keys("<enter><down><del>");
    assert_eq!((desk.entries(), desk.title()), (count, ""), "what is not seen is not chosen");
    desk.keys("lopen<enter>");
    assert_eq!(desk.column(0), ["lopen"]);
    desk.keys("<f2>");
    assert_eq!(face(&desk), Face::Working);
    desk.keys("<f2><f2><esc>");
    assert_eq!(face(&desk), Face::Working);
}

#[test]
fn hidden_typing_covers_de_regel_while_the_group_watches() {
    let mut desk = Desk::watched();
    desk.look(5).choose_in_menu("Verborgen typen");
    desk.keys("Jansen");
    let now = desk.now();
    let ctx = Ctx { live: desk.live(), now: &now };
    assert_eq!(regions::regel(ctx).text(), "••••••");
    assert_eq!(steps::meaning(ctx, &steps::board(ctx)).label, "Tip bij Cliënt");
    desk.choose_in_menu("De groep kijkt niet meer mee");
    let ctx = Ctx { live: desk.live(), now: &now };
    assert_eq!(regions::regel(ctx).text(), "Jansen");
}

#[test]
fn one_idea_fills_the_screen_of_the_room_until_it_is_put_back() {
    let mut desk = Desk::in_step(5);
    desk.keys("lopen<enter><down><enter>").choose("Groot op het groepsscherm");
    let mut room = Beside::of(&desk, Kind::Group);
    let sight = |room: &Beside, desk: &Desk| {
        let now = desk.now();
        format!("{:?}", room::sight(Ctx { live: room.live(), now: &now }))
    };
    assert_eq!(sight(&room, &desk), "Large(\"1\", [\"lopen\"])");
    desk.keys("<del>");
    room.follow(&desk);
    assert_eq!(sight(&room, &desk), "Board", "not from the prullenbak");
    desk.keys("<c-z>").choose_in_menu("even niets tonen");
    room.follow(&desk);
    assert_eq!(sight(&room, &desk), "Cover");
    desk.choose_in_menu("weer tonen").choose_in_menu("weer het hele bord");
    room.follow(&desk);
    assert_eq!(sight(&room, &desk), format!("{:?}", Sight::Board));
}

#[test]
fn the_room_sees_no_person_and_nothing_private() {
    let mut desk = Desk::alone();
    desk.with_group().with_goal("IK wil weer dansen");
    desk.give(Command::Goal(crate::domain::goals::Command::Own { id: GoalId(1), owner: Owner::Learning }));
    desk.look(3).keys("<tab><tab>woont alleen<enter>");
    desk.look(5).keys("<tab><tab><tab>fysiotherapie<enter><esc>");
    for step in 1..=6 {
        desk.look(step);
        let seen = Beside::of(&desk, Kind::Group).seen(&desk);
        for word in
            ["Anna", "Fatma", "Kees", "Joke", "later", "niet stilgestaan", owner_word(Owner::Learning)]
        {
            assert!(!seen.contains(word), "'{word}' at step {step}: {seen}");
        }
        assert!(
            desk.session().step(desk.step_in_view()).is_some_and(|step| seen.contains(step.short.as_str()))
        );
    }
}
