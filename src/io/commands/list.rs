//! `oogst lijst`: the sessions by the names that can be typed.

use super::{Failure, Setting, Voice};
use crate::domain::keeping::Keeping;
use crate::io::store::library::{self, Listed, Stage, Summary};
use crate::text::{counts, dates, keeping};
use chrono::NaiveDate;

/// Prints one line for each session, newest first, also for one that cannot be read.
///
/// # Errors
/// When the folder of the sessions cannot be read.
pub fn list(setting: Setting<'_>, out: &mut Voice<'_>) -> Result<(), Failure> {
    let Setting { places, config, now } = setting;
    let all = library::list(&places.sessions)?;
    if all.is_empty() {
        return out.say("Er zijn nog geen besprekingen. Begin er een met: oogst nieuw");
    }
    let names: Vec<String> = all.iter().map(|listed| typed(&listed.name)).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for (listed, name) in all.iter().zip(&names) {
        out.say(&format!("{name:width$}  {}", about(listed, &config.keeping, now.local(now.at).date())))?;
    }
    let term = keeping::because(&config.keeping);
    out.say("")?;
    out.say(&format!("Bewaren: tot {term}. Wissen: oogst wis SESSIE"))?;
    out.say(&format!("Map: {}", places.sessions.display()))
}

/// The name as it is typed after a command.
fn typed(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_owned() }
}

fn about(listed: &Listed, keeping: &Keeping, today: NaiveDate) -> String {
    let summary = match &listed.content {
        Ok(summary) => summary,
        Err(error) => return format!("niet te openen. {}", error.problem()),
    };
    let mut parts = vec![dates::short(summary.date), summary.method.clone()];
    let casussen = counts::list(&summary.aliases);
    if !casussen.is_empty() {
        parts.push(casussen);
    }
    parts.push(stage(summary).to_owned());
    if summary.talk_open {
        parts.push("adviesgesprek nog te voeren".to_owned());
    } else if summary.open_tips > 0 {
        parts.push(counts::count(summary.open_tips, "tip open", "tips open"));
    }
    parts.push(keeping::stand(keeping, summary.last, today));
    if summary.broken.is_some() {
        parts.push(format!("logboek kapot (oogst herstel {})", typed(&listed.name)));
    }
    parts.join(" · ")
}

fn stage(summary: &Summary) -> &'static str {
    match summary.stage {
        Stage::NotBegun => "nog niet begonnen",
        Stage::Running => "niet afgesloten",
        Stage::Paused => "gepauzeerd",
        Stage::Ended => "afgerond",
    }
}
