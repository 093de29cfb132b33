//! Which sheets are made, and under which name. Making is pure: files are written elsewhere.

use super::intent::{Intent, Print};
use super::model::{Ctx, Live};
use super::pick::{Choice, Pick};
use crate::domain::id::CasusId;
use crate::domain::time::Now;
use crate::paper::{self, Format, Sheet};

/// The list of sheets.
#[must_use]
pub fn list(ctx: Ctx<'_>) -> Pick {
    let casus = ctx.casus();
    let sheets = Sheet::ALL.into_iter().map(|sheet| {
        let intent = match sheet {
            Sheet::Tips => Intent::Print(Print::Tips(casus)),
            Sheet::Matrix
            | Sheet::Spider
            | Sheet::Cards
            | Sheet::TimeCard
            | Sheet::Fallback
            | Sheet::TimeReport
            | Sheet::Home => Intent::All(vec![
                Intent::Print(Print::Sheet(sheet, casus, Format::Html)),
                Intent::Print(Print::Sheet(sheet, casus, Format::Text)),
            ]),
        };
        Choice::new(sheet.name(), intent).detail(sheet.about())
    });
    let table = Choice::new("Alle tips als CSV, voor Excel", Intent::Print(Print::Ideas));
    Pick::new("Bladen", sheets.chain([table]).collect())
        .intro("Elk blad komt als webpagina (mooi op A4) en als tekst.")
}

/// The files of a wish: name and content.
#[must_use]
pub fn files(live: &Live, print: Print, now: &Now) -> Vec<(String, Vec<u8>)> {
    let one = |sheet, casus: CasusId, format| {
        let doc = paper::make(sheet, &live.session, casus, now);
        (paper::file::name(sheet, format, &live.session, casus, now), paper::render(&doc, format))
    };
    match print {
        Print::Tips(casus) => Format::ALL.into_iter().map(|format| one(Sheet::Tips, casus, format)).collect(),
        Print::Sheet(sheet, casus, format) => vec![one(sheet, casus, format)],
        Print::Ideas => {
            vec![(paper::file::ideas(&live.session, now), paper::ideas::table(&live.session))]
        }
    }
}
