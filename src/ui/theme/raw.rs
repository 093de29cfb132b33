//! A theme as a user writes it, and how it becomes a whole one: parents, named colours, roles.
//!
//! Must not know: the text of the file and its lines (the reader finds a path back in the file).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DEFAULT, Look, Rgb, Role};
use crate::domain::method::check::Problem;

/// A theme file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawTheme {
    #[serde(rename = "naam")]
    pub name: String,
    /// The theme that gives everything this one leaves out; `licht` when it is not named.
    #[serde(rename = "erft")]
    pub parent: Option<String>,
    /// Named colours: `#rrggbb`.
    #[serde(rename = "kleuren")]
    pub colours: BTreeMap<String, String>,
    #[serde(rename = "rollen")]
    pub roles: BTreeMap<Role, RawLook>,
}

/// How a role looks; what is left out comes from the parent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawLook {
    /// A name from `kleuren` or `#rrggbb`.
    #[serde(rename = "voor")]
    pub fore: Option<String>,
    #[serde(rename = "achter")]
    pub back: Option<String>,
    #[serde(rename = "vet")]
    pub bold: Option<bool>,
    #[serde(rename = "onderstreept")]
    pub underline: Option<bool>,
    #[serde(rename = "omgekeerd")]
    pub reverse: Option<bool>,
}

impl RawLook {
    /// This look, with what it leaves out taken from `parent`.
    fn over(&self, parent: &Self) -> Self {
        Self {
            fore: self.fore.clone().or_else(|| parent.fore.clone()),
            back: self.back.clone().or_else(|| parent.back.clone()),
            bold: self.bold.or(parent.bold),
            underline: self.underline.or(parent.underline),
            reverse: self.reverse.or(parent.reverse),
        }
    }
}

/// What must hold in one theme file by itself.
pub fn check(theme: &RawTheme) -> Vec<Problem> {
    let mut problems = Vec::new();
    if theme.name.trim().is_empty() {
        problems.push(problem("naam", "Het thema heeft geen naam. Schrijf bijvoorbeeld: naam: \"avond\"."));
    }
    for (name, value) in &theme.colours {
        if Rgb::parse(value).is_none() {
            problems.push(not_a_colour(format!("kleuren.{name}"), value));
        }
    }
    for (role, look) in &theme.roles {
        for (field, value) in [("voor", &look.fore), ("achter", &look.back)] {
            if let Some(value) = value.as_deref().filter(|v| v.starts_with('#') && Rgb::parse(v).is_none()) {
                problems.push(not_a_colour(format!("rollen.{}.{field}", role.key()), value));
            }
        }
    }
    problems
}

/// Works out every role of the theme called `name`.
pub(super) fn resolve(
    name: &str,
    find: &mut dyn FnMut(&str) -> Option<RawTheme>,
) -> Result<[Look; Role::COUNT], Vec<Problem>> {
    let chain = chain(name, find).map_err(|problem| vec![problem])?;
    let mut colours = BTreeMap::new();
    let mut roles: BTreeMap<Role, RawLook> = BTreeMap::new();
    let mut problems = Vec::new();
    // From the oldest ancestor to the theme itself, so that the nearest wins.
    for theme in chain.iter().rev() {
        problems.extend(check(theme));
        colours.extend(theme.colours.iter());
        for (role, look) in &theme.roles {
            let whole = roles.get(role).map_or_else(|| look.clone(), |parent| look.over(parent));
            roles.insert(*role, whole);
        }
    }
    let mut looks = [Look::default(); Role::COUNT];
    for (role, slot) in Role::ALL.into_iter().zip(&mut looks) {
        match roles.get(&role) {
            Some(look) => *slot = worked_out(role, look, &colours, &mut problems),
            None => problems.push(missing(role)),
        }
    }
    // A wrong colour is found in its own file and once more where it is used.
    problems.dedup();
    if problems.is_empty() { Ok(looks) } else { Err(problems) }
}

/// The theme and its ancestors, nearest first.
fn chain(name: &str, find: &mut dyn FnMut(&str) -> Option<RawTheme>) -> Result<Vec<RawTheme>, Problem> {
    let mut names = vec![name.to_owned()];
    let mut chain: Vec<RawTheme> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(wanted) = next {
        let theme = find(&wanted).ok_or_else(|| unknown(&wanted, chain.is_empty()))?;
        next = theme.parent.clone().or_else(|| (wanted != DEFAULT).then(|| DEFAULT.to_owned()));
        chain.push(theme);
        if let Some(parent) = &next {
            if names.contains(parent) {
                names.push(parent.clone());
                return Err(problem("erft", &format!("Thema's erven in een kring: {}.", names.join(" → "))));
            }
            names.push(parent.clone());
        }
    }
    Ok(chain)
}

fn worked_out(
    role: Role,
    look: &RawLook,
    colours: &BTreeMap<&String, &String>,
    problems: &mut Vec<Problem>,
) -> Look {
    let mut colour = |field: &str, value: Option<&String>| {
        let path = || format!("rollen.{}.{field}", role.key());
        let Some(value) = value else {
            problems.push(Problem {
                path: path(),
                message: format!("De rol '{}' heeft geen kleur '{field}'.", role.key()),
            });
            return Rgb::default();
        };
        let written = colours.get(value).map_or(value.as_str(), |named| named.as_str());
        Rgb::parse(written).unwrap_or_else(|| {
            // A wrong value in `kleuren`, or one that starts with #, is told by `check`.
            if !colours.contains_key(value) && !value.starts_with('#') {
                problems.push(Problem {
                    path: path(),
                    message: format!(
                        "De kleur '{value}' staat niet bij 'kleuren'. Zet hem daar, of schrijf #rrggbb."
                    ),
                });
            }
            Rgb::default()
        })
    };
    Look {
        fore: colour("voor", look.fore.as_ref()),
        back: colour("achter", look.back.as_ref()),
        bold: look.bold.unwrap_or_default(),
        underline: look.underline.unwrap_or_default(),
        reverse: look.reverse.unwrap_or_default(),
    }
}

fn problem(path: &str, message: &str) -> Problem {
    Problem { path: path.to_owned(), message: message.to_owned() }
}

fn not_a_colour(path: String, value: &str) -> Problem {
    Problem { path, message: format!("'{value}' is geen kleur. Schrijf #rrggbb, bijvoorbeeld #f0e442.") }
}

fn missing(role: Role) -> Problem {
    Problem {
        path: format!("rollen.{}", role.key()),
        message: format!("De rol '{}' ontbreekt. Schrijf erft: \"licht\" of geef hem kleuren.", role.key()),
    }
}

fn unknown(name: &str, asked_for: bool) -> Problem {
    if asked_for {
        problem("naam", &format!("Het thema '{name}' bestaat niet."))
    } else {
        problem("erft", &format!("Het thema '{name}' bestaat niet; er valt niets van te erven."))
    }
}
