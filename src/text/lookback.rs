//! The tijdverslag in words: what was planned and what it took. Never with a sign, as everywhere.
//!
//! Must not know: screens and sheets.

use super::{dates, durations, steps};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::time_report::{How, Line, Report};

/// Said before the first clock was started.
pub const NOTHING_YET: &str = "Er is nog geen klok gestart, dus er is nog niets te vergelijken.";

/// "5 Ideeën en tips".
pub fn name(session: &Session, line: &Line) -> String {
    let short = session.step(line.key).map_or("", |step| step.short.as_str());
    format!("{} {short}", steps::number(session, line.key)).trim().to_owned()
}

/// "15 min", or with what was agreed on the way: "15 min, onderweg 13 min".
pub fn planned(line: &Line) -> String {
    let planned = durations::whole(line.planned);
    let agreed = durations::whole(line.agreed);
    if line.how == How::Skipped || planned == agreed {
        planned
    } else {
        format!("{planned}, onderweg {agreed}")
    }
}

/// How long it took.
pub fn actual(line: &Line) -> String {
    match line.how {
        How::Held => durations::whole(line.actual),
        How::Runs => format!("tot nu toe {}", durations::whole(line.actual)),
        How::ToCome => "komt nog".to_owned(),
        How::NotHeld => "niet gehouden".to_owned(),
        How::Skipped => "overgeslagen".to_owned(),
    }
}

/// "3 min langer"; nothing to say while it runs or when it was not held.
pub fn difference(line: &Line) -> String {
    match line.how {
        How::Held => durations::difference(line.planned, line.actual),
        How::Runs | How::ToCome | How::NotHeld | How::Skipped => String::new(),
    }
}

/// "gepland 15 min, duurde 18 min: 3 min langer".
pub fn sentence(line: &Line) -> String {
    let (planned, actual) = (planned(line), actual(line));
    match line.how {
        How::Held => format!("gepland {planned}, duurde {actual}: {}", difference(line)),
        How::Runs => format!("gepland {planned}, duurt {actual}"),
        How::ToCome | How::NotHeld | How::Skipped => format!("gepland {planned}, {actual}"),
    }
}

/// The whole meeting, in lines of a name and a value.
pub fn whole(report: &Report, now: &Now) -> Vec<(&'static str, String)> {
    let time = |at| dates::time(now.local(at).time());
    let (planned, actual) = (report.planned(), report.actual());
    let (took, all) = (durations::whole(actual), durations::whole(planned));
    let mut lines = vec![("Begonnen", time(report.begun))];
    lines.extend(report.agreed_end.map(|at| ("Afgesproken einde", time(at))));
    lines.push(match report.ended {
        Some(at) => ("Afgerond", time(at)),
        None => ("Afgerond", "nog niet".to_owned()),
    });
    lines.push(match report.ended {
        Some(_) => (
            "Alle stappen",
            format!("gepland {all}, duurde {took}: {}", durations::difference(planned, actual)),
        ),
        None => ("Alle stappen", format!("gepland {all}, tot nu toe {took}")),
    });
    let paused = if report.paused == 0 { "geen".to_owned() } else { durations::whole(report.paused) };
    lines.push(("Pauze, apart geteld", paused));
    lines
}
