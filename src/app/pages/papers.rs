//! Which sheets are made, and under which name, through the privacy filter. Making is pure: files
//! are written elsewhere.

use crate::app::state::effect::Effect;
use crate::app::state::intent::{Intent, Print};
use crate::app::state::model::{Ctx, Dialog, Model};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::Place;
use crate::domain::casus::Field;
use crate::domain::id::CasusId;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::verdicts::TextKey;
use crate::paper;
use crate::paper::sieve::{Sieve, Way};
use crate::paper::{Format, Sheet};
use crate::text::{counts, spots};

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
pub fn report_choice(ctx: Ctx<'_>) -> Choice {
    Choice::new("Maak werkblad 8: het verslag", main_sheet(ctx))
}

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
    let table = format!("Alle {}s als CSV, voor Excel", method.idea_word());
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
fn about(ctx: Ctx<'_>, sheet: Sheet) -> String {
    let wanted = ctx.session().casus(ctx.casus()).map_or("", |casus| casus.field(Field::ReportWanted));
    match (sheet, wanted) {
        (Sheet::Couple, "") => "Vraag eerst of het koppel een verslag wil.".to_owned(),
        (Sheet::Couple, answer) => format!("Wil het koppel een verslag? {answer}"),
        _ => sheet.about().to_owned(),
    }
}

/// Makes what was asked for; where the privacy filter found something on it, that is asked first
/// (decision 16), and a BSN keeps it back (V-C1).
pub fn print(model: &mut Model, print: Print, now: &Now, effects: &mut Vec<Effect>) {
    if let Print::Program(sheet, format) = print {
        effects.push(Effect::Write(vec![paper::of_program(sheet, format, now)]));
        return;
    }
    let Some(live) = &model.live else { return };
    let sieve = Sieve::of(&live.session, &live.known);
    let caught = sieve.caught(|session| files(session, print, now));
    let blocked = sieve.blocked(&caught);
    if let Some(sentence) = refused(&live.session, &blocked) {
        model.notice = Some(sentence);
    } else if caught.is_empty() {
        make(model, &[print], Way::Whole, now, effects);
    } else {
        ask(model, print, caught.len());
    }
}

/// Makes the files of these wishes.
pub fn make(model: &mut Model, prints: &[Print], way: Way, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let session = Sieve::of(&live.session, &live.known).session(way);
    effects.push(Effect::Write(prints.iter().flat_map(|print| files(&session, *print, now)).collect()));
    live.view.guard.printed |= prints.iter().any(|print| matches!(print, Print::Tips(_)));
}

/// Why nothing is made, and what to do about it.
pub fn refused(session: &Session, blocked: &[TextKey]) -> Option<String> {
    let places: Vec<String> = blocked.iter().map(|key| spots::name(session, *key)).collect();
    (!places.is_empty()).then(|| {
        format!(
            "Niet gemaakt: in {} staat een getal dat een BSN kan zijn. Haal het weg; is het er geen, open dan \
             die tekst en kies: Dit is geen BSN.",
            counts::list(&places)
        )
    })
}

/// One question for what is made in one go.
fn ask(model: &mut Model, print: Print, caught: usize) {
    let mut prints = match &model.dialog {
        Some(Dialog::Pick(pick)) => match pick.choices.first().map(|choice| &choice.intent) {
            Some(Intent::PrintAs(prints, Way::Masked)) => prints.clone(),
            _ => Vec::new(),
        },
        Some(Dialog::Page(_)) | None => Vec::new(),
    };
    prints.push(print);
    let things = counts::count(caught, "tekst lijkt", "teksten lijken");
    let choices = vec![
        Choice::new("Met ■■■ ervoor in de plaats", Intent::PrintAs(prints.clone(), Way::Masked)),
        Choice::new("Zo laten staan", Intent::PrintAs(prints, Way::Whole)),
    ];
    let pick = Pick::new("Eerst even kijken", choices)
        .intro(format!("{things} te zeggen wie iemand is: een naam, adres of nummer."));
    model.dialog = Some(Dialog::Pick(pick));
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
