//! Which sheets are made, and under which name. Making is pure: files are written elsewhere.

use super::intent::{Intent, Print};
use super::model::{Ctx, Live};
use super::pick::{Choice, Pick};
use super::place::Place;
use crate::domain::casus::Field;
use crate::domain::id::CasusId;
use crate::domain::time::Now;
use crate::paper::{self, Format, Sheet};

/// Makes the sheet that the meeting is for: of the casus in view, between the casussen of all.
fn main_sheet(ctx: Ctx<'_>) -> Intent {
    let casussen = match ctx.place() {
        Place::Step(key) if key.casus.is_none() => {
            ctx.session().casussen.iter().map(|casus| casus.id).collect()
        }
        Place::Step(_) | Place::Setup(_) | Place::Harvest(_) => vec![ctx.casus()],
    };
    Intent::All(casussen.into_iter().map(|casus| Intent::Print(Print::Tips(casus))).collect())
}

/// The report, where people speak of it.
#[must_use]
pub fn report_choice(ctx: Ctx<'_>) -> Choice {
    Choice::new("Maak werkblad 8: het verslag", main_sheet(ctx))
}

/// The list of sheets.
#[must_use]
pub fn list(ctx: Ctx<'_>) -> Pick {
    let casus = ctx.casus();
    let method = &ctx.session().method;
    let sheets = Sheet::of(method).into_iter().map(|sheet| {
        let intent = if sheet == Sheet::main(method) {
            main_sheet(ctx)
        } else {
            Intent::All(vec![
                Intent::Print(Print::Sheet(sheet, casus, Format::Html)),
                Intent::Print(Print::Sheet(sheet, casus, Format::Text)),
            ])
        };
        Choice::new(sheet.name(), intent).detail(about(ctx, sheet))
    });
    let table = format!("Alle {}s als CSV, voor Excel", method.idea_word());
    let table = Choice::new(table, Intent::Print(Print::Ideas));
    Pick::new("Bladen", sheets.chain([table]).collect())
        .intro("Elk blad komt als webpagina (mooi op A4) en als tekst.")
}

/// What a sheet is for; of the koppelversie also whether the koppel wants it.
fn about(ctx: Ctx<'_>, sheet: Sheet) -> String {
    let wanted = ctx.session().casus(ctx.casus()).map_or("", |casus| casus.field(Field::ReportWanted));
    match (sheet, wanted) {
        (Sheet::Couple, "") => "Vraag eerst of het koppel een verslag wil.".to_owned(),
        (Sheet::Couple, answer) => format!("Wil het koppel een verslag? {answer}"),
        _ => sheet.about().to_owned(),
    }
}

/// The files of a wish: name and content.
#[must_use]
pub fn files(live: &Live, print: Print, now: &Now) -> Vec<(String, Vec<u8>)> {
    let one = |sheet, casus: CasusId, format| {
        let doc = paper::make(sheet, &live.session, casus, now);
        (paper::file::name(sheet, format, &live.session, casus, now), paper::render(&doc, format))
    };
    match print {
        Print::Tips(casus) => {
            let sheet = Sheet::main(&live.session.method);
            Format::ALL.into_iter().map(|format| one(sheet, casus, format)).collect()
        }
        Print::Sheet(sheet, casus, format) => vec![one(sheet, casus, format)],
        Print::Ideas => {
            vec![(paper::file::ideas(&live.session, now), paper::ideas::table(&live.session))]
        }
    }
}
