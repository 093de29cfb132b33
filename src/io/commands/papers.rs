//! `oogst bladen`: empty sheets to take to a meeting, without a session.
//!
//! Their names hold no date: an empty sheet is as good next week.

use super::{Failure, Setting, Voice, say_placed};
use crate::domain::method::Method;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::io::config;
use crate::io::exports;
use crate::io::methods;
use crate::io::ronfile::Located;
use crate::paper::{self, Format, Sheet, file};
use crate::text::near::nearest;
use std::path::Path;

/// To print, and to read anywhere.
const FORMATS: [Format; 2] = [Format::Html, Format::Text];

/// Makes the empty sheets of a werkwijze and says where they are.
///
/// # Errors
/// When there is no such werkwijze, when it is no good, or when a file cannot be written.
pub fn papers(
    method: Option<&str>,
    to: Option<&Path>,
    setting: Setting<'_>,
    out: &mut Voice<'_>,
) -> Result<(), Failure> {
    let method = find(method.unwrap_or(methods::USUAL), setting)?;
    let start = file::slug(&method.id);
    let session = Session::new(method);
    let documents = setting.places.documents.as_path();
    let folder = to.or(setting.config.exports.as_deref()).unwrap_or(documents);
    let sheets = Sheet::of(&session.method).into_iter().filter(|sheet| sheet.is_useful_empty());
    for sheet in sheets {
        let doc = paper::make(sheet, &session, FIRST_CASUS, setting.now);
        for format in FORMATS {
            let name = format!("{start}-{}.{}", sheet.word(), format.extension());
            say_placed(out, &exports::write(folder, &name, &paper::render(&doc, format))?)?;
        }
    }
    Ok(())
}

/// A werkwijze that comes along, or one of the user by its id or its file name.
fn find(wanted: &str, setting: Setting<'_>) -> Result<Method, Failure> {
    let shipped = |id: &str| methods::shipped().iter().any(|(name, _)| name.strip_suffix(".ron") == Some(id));
    if shipped(wanted) {
        return methods::load_shipped(wanted).map_err(|problems| wrong(wanted, &problems, ""));
    }
    let mut known: Vec<String> = methods::shipped()
        .iter()
        .filter_map(|(name, _)| name.strip_suffix(".ron").map(str::to_owned))
        .collect();
    for (path, method) in methods::in_folder(&config::methods_folder(setting.places)) {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match method {
            Ok(method) if method.id == wanted || stem == wanted => return Ok(method),
            Ok(method) => known.push(method.id),
            Err(problems) if stem == wanted => {
                let more = format!(" Alles nakijken: oogst controleer \"{}\"", path.display());
                return Err(wrong(wanted, &problems, &more));
            }
            Err(_) => {}
        }
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Err(Failure::new(match nearest(wanted, &known) {
        Some(near) => format!("De werkwijze '{wanted}' bestaat niet. Bedoel je '{near}'?"),
        None => format!("De werkwijze '{wanted}' bestaat niet. Kies uit: {}.", known.join(", ")),
    }))
}

fn wrong(name: &str, problems: &[Located], more: &str) -> Failure {
    let first = problems.first().map(Located::to_string).unwrap_or_default();
    Failure::new(format!("De werkwijze '{name}' klopt nog niet: {first}{more}"))
}
