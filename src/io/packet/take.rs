//! What a pakket has to tell to the session it came from: only what is not there already, so that
//! taking over twice is taking over once.

use super::{Packet, Tip, make};
use crate::app::state::shown::Shown;
use crate::app::steps::review::answer::{self, Said};
use crate::app::steps::review::command;
use crate::domain::advice::Advice;
use crate::domain::command::{Command, decide};
use crate::domain::event::Event;
use crate::domain::goals;
use crate::domain::id::{CasusId, GoalId};
use crate::domain::ideas::{Mark, Slot};
use crate::domain::life::{Course, Life};
use crate::domain::notes::Kind;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{outcomes, refusal};

/// What would be taken over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Taken {
    /// One line for each tip, advies or goal.
    pub lines: Vec<String>,
    pub events: Vec<Event>,
    /// What cannot be taken over, and why.
    pub refused: Vec<String>,
}

/// Compares a pakket with its session.
pub fn take(packet: &Packet, session: &Session, now: &Now) -> Taken {
    let casus = CasusId(packet.origin.casus);
    let mut taker = Taker { session: session.clone(), now, taken: Taken::default() };
    if session.casus(casus).is_none() {
        taker.taken.refused.push(format!("Casus {} is er niet meer in deze bespreking.", casus.0));
        return taker.taken;
    }
    for goal in &packet.goals {
        for tip in &goal.advices {
            taker.tip(casus, tip);
        }
        taker.explanation(casus, goal);
    }
    taker.taken
}

struct Taker<'a> {
    session: Session,
    now: &'a Now,
    taken: Taken,
}

impl Taker<'_> {
    fn tip(&mut self, casus: CasusId, tip: &Tip) {
        let advice = tip.advice();
        let name = if tip.is_cluster() { "Advies" } else { "Tip" };
        let name = format!("{name} {}", &tip.label);
        let here = self.session.place_of(advice).filter(|place| place.row.casus == casus);
        let Some(course) = self.session.course(advice).filter(|_| here.is_some()) else {
            return self.taken.refused.push(format!("{name}: staat niet meer in deze bespreking."));
        };
        if here.is_some_and(|place| place.slot == Slot::Bin) {
            return self.taken.refused.push(format!("{name}: ligt hier in de prullenbak."));
        }
        if make::text(&self.session, self.session.advice_text(advice)) != tip.text {
            return self.taken.refused.push(format!("{name}: heeft hier een andere tekst."));
        }
        let before = outcomes::course(course);
        let said = self.news(advice, tip, course);
        if said.is_empty() {
            return;
        }
        let words = answer::words(&said);
        let because =
            if tip.because.is_empty() { String::new() } else { format!(", omdat {}", &tip.because) };
        let was = if before.is_empty() { String::new() } else { format!(" (er stond: {before})") };
        let line = format!("{}: {words}{because}{was}", Shown::advice_name(&self.session, advice));
        let commands = said.into_iter().map(|said| command(advice, casus, said)).collect();
        self.run(line, commands);
    }

    /// What the pakket says and the session does not.
    fn news(&self, advice: Advice, tip: &Tip, course: &Course) -> Vec<Said> {
        // A reason goes with the last that was said.
        let (chosen_because, tried_because) = match tip.outcome {
            Some(_) => (String::new(), tip.because.clone()),
            None => (tip.because.clone(), String::new()),
        };
        let same_reason = make::text(&self.session, &course.because) == tip.because;
        let discussed = tip.discussed.filter(|yes| course.discussed != Some(*yes)).map(Life::Discussed);
        let chosen = tip
            .chosen
            .filter(|chosen| course.chosen != Some(*chosen) || (tip.outcome.is_none() && !same_reason))
            .map(|chosen| Life::Chosen { chosen, because: chosen_because });
        let tried = tip
            .outcome
            .map(Into::into)
            .filter(|outcome| course.outcome != Some(*outcome) || !same_reason || chosen.is_some())
            .map(|outcome| Life::Tried { outcome, because: tried_because });
        let taken_up = Some(&tip.taken_up)
            .filter(|who| !who.is_empty() && **who != course.taken_up)
            .map(|who| Life::TakenUp(who.clone()));
        // Not chosen after all comes before not discussed (V-A3).
        let first = [chosen.clone().filter(|_| tip.chosen == Some(false)), discussed];
        let then = [chosen.filter(|_| tip.chosen == Some(true)), tried, taken_up];
        let mut said: Vec<Said> = first.into_iter().chain(then).flatten().map(Said::Life).collect();
        if let Advice::Idea(id) = advice
            && tip.stands_out
            && self.session.ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut))
        {
            said.push(Said::StandsOut);
        }
        let there = self.session.arguments(advice, Kind::About);
        let there: Vec<&str> =
            there.iter().filter_map(|id| Some(self.session.notes.get(*id)?.text.as_str())).collect();
        let new = tip.notes.iter().filter(|note| !there.contains(&note.as_str()));
        said.extend(new.map(|note| Said::Note(note.clone())));
        said
    }

    fn explanation(&mut self, casus: CasusId, goal: &super::Goal) {
        let id = GoalId(goal.id);
        if goal.explanation.is_empty() || goal.id == 0 {
            return;
        }
        let label = format!("Toelichting bij \"{}\"", &goal.text);
        let Some(here) = self.session.goals.get(id).filter(|goal| goal.casus == casus && !goal.binned) else {
            return self.taken.refused.push(format!("{label}: dit doel staat niet meer in deze bespreking."));
        };
        if make::text(&self.session, &here.explanation) == goal.explanation {
            return;
        }
        let text = goal.explanation.clone();
        let line = format!("{label}: {}", &text);
        self.run(line, vec![Command::Goal(goals::Command::Explain { id, text })]);
    }

    /// Decides as at the screen; what is refused there is refused here.
    fn run(&mut self, line: String, commands: Vec<Command>) {
        let mut done = false;
        for command in commands {
            match decide(&self.session, command, self.now) {
                Ok(events) => {
                    for event in &events {
                        self.session.apply(event);
                    }
                    self.taken.events.extend(events);
                    done = true;
                }
                Err(refused) => self.taken.refused.extend(refusal::sentence(&refused)),
            }
        }
        self.taken.lines.extend(done.then_some(line));
    }
}
