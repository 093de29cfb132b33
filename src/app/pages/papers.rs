//! Which sheets there are to make, what the privacy filter has to ask about them first, and their
//! files. Making is pure: files are written elsewhere.

use crate::app::state::intent::{Intent, Print};
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::things::sheets::main_sheet;
use crate::domain::casus::Field;
use crate::domain::id::CasusId;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::verdicts::TextKey;
use crate::paper;
use crate::paper::sieve::Way;
use crate::paper::{Format, Sheet};

/// The list of sheets.
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
    let table = Shown::fill("Alle {} als CSV, voor Excel", &[&method.words.idea.many]);
    let table = Choice::new(table, Intent::Print(Print::Ideas));
    let program = Sheet::ALL.into_iter().filter(|sheet| sheet.is_of_program());
    let program = program.map(|sheet| Choice::new(sheet.name(), of_program(sheet)).detail(sheet.about()));
    Pick::new("Bladen", sheets.chain([table]).chain(program).collect())
        .intro("Elk blad komt als webpagina (mooi op A4) en als tekst.")
}

/// Makes a sheet that needs no meeting.
pub fn of_program(sheet: Sheet) -> Intent {
    let print = |format| Intent::Print(Print::Program(sheet, format));
    Intent::All(vec![print(Format::Html), print(Format::Text)])
}

/// What a sheet is for; of the koppelversie also whether the koppel wants it.
fn about(ctx: Ctx<'_>, sheet: Sheet) -> Shown {
    if sheet != Sheet::Couple {
        return sheet.about().into();
    }
    let wanted = Shown::of(ctx.live, TextKey::Casus(ctx.casus(), Field::ReportWanted));
    if wanted.is_empty() {
        return "Vraag eerst of het koppel een verslag wil.".into();
    }
    Shown::fill("Wil het koppel een verslag? {}", &[&wanted])
}

/// Why nothing is made, and what to do about it: a BSN keeps a sheet back (V-C1).
pub fn refused(session: &Session, blocked: &[TextKey]) -> Option<Shown> {
    let places: Vec<Shown> = blocked.iter().map(|key| Shown::spot(session, *key)).collect();
    let text = "Niet gemaakt: in {} staat een getal dat een BSN kan zijn. Haal het weg; is het er geen, open \
                dan die tekst en kies: Dit is geen BSN.";
    (!places.is_empty()).then(|| Shown::fill(text, &[&Shown::list(&places)]))
}

/// One question for what is made in one go, with how many texts were found (decision 16).
pub fn question(prints: Vec<Print>, caught: usize) -> Pick {
    let choices = vec![
        Choice::new("Met ■■■ ervoor in de plaats", Intent::PrintAs(prints.clone(), Way::Masked)),
        Choice::new("Zo laten staan", Intent::PrintAs(prints, Way::Whole)),
    ];
    let things = Shown::count(caught, "tekst lijkt", "teksten lijken");
    Pick::new("Eerst even kijken", choices)
        .intro(Shown::fill("{} te zeggen wie iemand is: een naam, adres of nummer.", &[&things]))
}

/// The files of a wish: name and content.
pub fn files(session: &Session, print: Print, now: &Now) -> Vec<(String, Vec<u8>)> {
    let one = |sheet, casus: CasusId, format| {
        let doc = paper::make(sheet, session, casus, now);
        (paper::file::name(sheet, format, session, casus, now), paper::render(&doc, format))
    };
    match print {
        Print::Tips(casus) => {
            let sheet = Sheet::main(&session.method);
            Format::ALL.into_iter().map(|format| one(sheet, casus, format)).collect()
        }
        Print::Sheet(sheet, casus, format) => vec![one(sheet, casus, format)],
        Print::Program(sheet, format) => vec![paper::of_program(sheet, format, now)],
        Print::Ideas => vec![(paper::file::ideas(session, now), paper::ideas::table(session))],
    }
}
