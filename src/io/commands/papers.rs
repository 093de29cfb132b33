//! `oogst bladen` and `oogst handleiding`: what can be printed without a session.
//!
//! The names hold no date: an empty sheet is as good next week.

use super::{Failure, Setting, Voice, say_placed};
use crate::cli::Target;
use crate::domain::method::Method;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::io::ronfile::Located;
use crate::io::{config, exports, methods};
use crate::paper;
use crate::paper::{Format, Sheet, file};
use crate::text::near::nearest;
use std::path::Path;

/// To print, and to read anywhere.
const FORMATS: [Format; 2] = [Format::Html, Format::Text];

/// Makes the empty sheets of a werkwijze, or one of them, and says where they are.
///
/// # Errors
/// When there is no such werkwijze, when it is no good, when the sheet needs a meeting, or when a
/// file cannot be written.
pub fn papers(
    method: Option<&str>,
    only: Option<Sheet>,
    to: Option<&Path>,
    setting: Setting<'_>,
    out: &mut Voice<'_>,
) -> Result<(), Failure> {
    let method = find(method.unwrap_or(methods::USUAL), setting)?;
    let start = file::slug(&method.id);
    let session = Session::new(method);
    let folder = to.unwrap_or_else(|| usual(setting));
    for sheet in wanted(only, &session.method)? {
        let doc = paper::make(sheet, &session, FIRST_CASUS, setting.now);
        for format in FORMATS {
            let (name, content) = if sheet.is_of_program() {
                paper::of_program(sheet, format, setting.now)
            } else {
                (format!("{start}-{}.{}", sheet.word(), format.extension()), paper::render(&doc, format))
            };
            say_placed(out, &exports::write(folder, &name, &content)?)?;
        }
    }
    Ok(())
}

/// The sheets that can be made without a meeting: all of use, or the one that was named.
fn wanted(only: Option<Sheet>, method: &Method) -> Result<Vec<Sheet>, Failure> {
    let is_empty = |sheet: &Sheet| sheet.is_for(method) && sheet.is_useful_empty();
    let Some(sheet) = only else { return Ok(Sheet::ALL.into_iter().filter(is_empty).collect()) };
    if is_empty(&sheet) || sheet.is_of_program() {
        return Ok(vec![sheet]);
    }
    let word = sheet.word();
    Err(Failure::new(if sheet.is_for(method) {
        format!("Het blad '{word}' komt uit een bespreking: oogst export laatste --blad {word}")
    } else {
        format!("Het blad '{word}' hoort niet bij deze werkwijze. Kies een andere achter --werkwijze.")
    }))
}

/// The handbook, as files or on standard output.
///
/// # Errors
/// When a file cannot be written.
pub fn handbook(
    formats: &[Format],
    to: &Target,
    setting: Setting<'_>,
    out: &mut Voice<'_>,
) -> Result<(), Failure> {
    for format in formats {
        let (name, content) = paper::of_program(Sheet::Handbook, *format, setting.now);
        let folder = match to {
            Target::Screen => return out.hand_over(&content),
            Target::Folder(folder) => folder,
            Target::Usual => usual(setting),
        };
        say_placed(out, &exports::write(folder, &name, &content)?)?;
    }
    Ok(())
}

/// Where the settings say, else among the documents.
fn usual(setting: Setting<'_>) -> &Path {
    setting.config.exports.as_deref().unwrap_or(&setting.places.documents)
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
