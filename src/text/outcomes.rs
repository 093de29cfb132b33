//! What was decided about a tip and what became of it, in words.

use crate::domain::life::{Course, Decision, Outcome};

pub fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Open => "nog open",
        Decision::Selected => "geselecteerd",
        Decision::Rejected => "verworpen",
    }
}

pub fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Worked => "Werkte",
        Outcome::WorkedPartly => "Werkte deels",
        Outcome::DidNotWork => "Werkte niet",
        Outcome::ChoseOtherwise => "De cliënt koos iets anders",
    }
}

/// "werkte, omdat de buurvrouw meeging".
pub fn told(outcome: Outcome, because: &str) -> String {
    let name = name(outcome).to_lowercase();
    if because.is_empty() { name } else { format!("{name}, omdat {because}") }
}

/// How far it has come: "besproken · gekozen · werkte, omdat de buurvrouw meeging". Empty while
/// nothing happened to it.
pub fn course(course: &Course) -> String {
    let mut words = Vec::new();
    words.extend(course.discussed.map(|yes| if yes { "besproken" } else { "niet besproken" }.to_owned()));
    let because = |word: &str| {
        let reason = course.because.as_str();
        if course.outcome.is_some() || reason.is_empty() {
            word.to_owned()
        } else {
            format!("{word}, omdat {reason}")
        }
    };
    words.extend(course.chosen.map(|yes| because(if yes { "gekozen" } else { "niet gekozen" })));
    words.extend((!course.taken_up.is_empty()).then(|| format!("opgepakt door {}", course.taken_up)));
    words.extend(course.outcome.map(|outcome| told(outcome, &course.because)));
    words.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_reads_as_its_life_so_far() {
        let new = Course::default();
        assert_eq!(course(&new), "");
        let discussed = Course { discussed: Some(true), ..new.clone() };
        assert_eq!(course(&discussed), "besproken");
        let chosen = Course { chosen: Some(true), because: "past bij haar".to_owned(), ..discussed };
        assert_eq!(course(&chosen), "besproken · gekozen, omdat past bij haar");
        let tried = Course {
            outcome: Some(Outcome::Worked),
            because: "ze belde zelf".to_owned(),
            taken_up: "Kees".to_owned(),
            ..chosen
        };
        assert_eq!(course(&tried), "besproken · gekozen · opgepakt door Kees · werkte, omdat ze belde zelf");
        let not = Course { discussed: Some(false), chosen: Some(false), ..new };
        assert_eq!(course(&not), "niet besproken · niet gekozen");
    }
}
