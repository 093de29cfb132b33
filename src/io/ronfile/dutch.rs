//! The sentences for everything that can be wrong in the shape of a file a user wrote.
//!
//! Owns the Dutch wording: what is wrong and what to do. Must not know: lines, paths, files. No
//! sentence of the RON library ever passes through here, because those are English.

use ron::error::Error as Ron;

use super::outline::Shape;
use super::scan::fault::Fault;
use crate::text::near::nearest;

/// What the text itself shows at the place of a problem.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    pub shape: Shape,
    pub text: &'a str,
    /// An element without a name in front of it, straight inside `( )`.
    pub nameless: bool,
}

/// The sentence for a fault of writing. `line` is the line of the other bracket, where one counts.
pub fn fault(fault: &Fault, line: usize) -> String {
    match fault {
        Fault::Empty => "het bestand is leeg. Begin met ( en eindig met ), met de velden daartussen.".into(),
        Fault::Unclosed { open, more } => unclosed(*open, *more),
        Fault::WrongClose { found, open, .. } => {
            let close = closing(*open);
            format!(
                "hier staat {found}, maar eerst moet de {open} van regel {line} dicht. Zet er {close} voor."
            )
        }
        Fault::StrayClose(found) => {
            format!("hier sluit {found} iets wat nooit is geopend. Haal het weg of zet het begin ervoor.")
        }
        Fault::OpenString => "deze tekst heeft geen einde. Zet er een \" achter.".into(),
        Fault::OpenComment => "dit commentaar heeft geen einde. Zet er */ achter.".into(),
        Fault::TooDeep => "hier staan te veel haakjes in elkaar. Maak de opbouw eenvoudiger.".into(),
        Fault::TooMany => "het bestand bevat te veel onderdelen. Maak het korter.".into(),
        Fault::MissingComma => "na dit onderdeel ontbreekt een komma. Zet er een , achter.".into(),
        Fault::MissingColon(name) => {
            format!("na {} ontbreekt een dubbele punt. Zet er : achter.", quote(name))
        }
        Fault::EqualsSign(name) => {
            format!("na {} staat een =. Schrijf een dubbele punt in plaats van de =.", quote(name))
        }
        Fault::ExtraComma => "hier staat een komma te veel. Haal hem weg.".into(),
        Fault::MissingValue => "hier ontbreekt een waarde. Vul iets in of haal het veld weg.".into(),
        Fault::Trailing => {
            "hier was het bestand al klaar. Haal weg wat nog volgt, of haal een haakje te veel weg.".into()
        }
        Fault::BareText => {
            "deze tekst heeft geen aanhalingstekens. Zet er aan beide kanten een \" bij.".into()
        }
        Fault::NumberAndWord => {
            "na een getal staat nog een woord. Haal het woord weg, of zet alles tussen aanhalingstekens."
                .into()
        }
        Fault::MissingOpen(name) => {
            format!("na {} begint een lijst, maar de [ ontbreekt. Zet die ervoor.", quote(name))
        }
        Fault::CurlyQuotes => {
            "deze tekst heeft gekrulde aanhalingstekens. Gebruik aan beide kanten rechte: \"zo\".".into()
        }
        Fault::SingleQuotes => {
            "deze tekst staat tussen enkele aanhalingstekens. Gebruik dubbele: \"zo\".".into()
        }
        Fault::Invisible => {
            "hier staat een teken dat je niet ziet, vaak door plakken. Haal het weg of typ een gewone spatie."
                .into()
        }
    }
}

fn unclosed(open: char, more: usize) -> String {
    let close = closing(open);
    let others = match more {
        0 => String::new(),
        1 => " Er staat nog een ander haakje open.".into(),
        more => format!(" Er staan nog {more} andere haakjes open."),
    };
    format!("het haakje {open} wordt nergens gesloten. Zet {close} waar dit onderdeel ophoudt.{others}")
}

fn closing(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        _ => ')',
    }
}

/// The sentence for what the reader could not make of a value.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library may add codes; they get the general sentence"
)]
pub fn refusal(code: &Ron, seen: Seen<'_>) -> String {
    match code {
        Ron::NoSuchStructField { expected, found, .. } => unknown_field(found, expected),
        Ron::NoSuchEnumVariant { expected, found, .. } => unknown_word(found, expected),
        Ron::DuplicateStructField { field, .. } => {
            format!("{} staat hier voor de tweede keer. Haal een van de twee weg.", quote(field))
        }
        Ron::MissingStructField { field, .. } => format!("{} ontbreekt. Voeg dit veld toe.", quote(field)),
        Ron::IntegerOutOfBounds if seen.text.starts_with('-') => {
            format!("{} kan hier niet. Schrijf een heel getal van 0 of hoger.", quote(seen.text))
        }
        Ron::IntegerOutOfBounds => format!("{} is te groot. Schrijf een kleiner getal.", quote(seen.text)),
        Ron::InvalidEscape(_) => {
            "na een \\ staat een teken dat niet kan. Schrijf \\\\ voor een \\ en \\\" voor een \".".into()
        }
        Ron::ExpectedDifferentLength { found, .. } => {
            format!("het aantal delen ({found}) klopt niet. Kijk hoeveel delen hier horen.")
        }
        Ron::NoSuchExtension(name) => {
            format!("de uitbreiding {} bestaat niet. Haal deze regel weg.", quote(name))
        }
        Ron::ExceededRecursionLimit => fault(&Fault::TooDeep, 0),
        Ron::InvalidValueForType { .. } | Ron::Message(_) => {
            format!("{} kan hier niet. Kijk naar een voorbeeld en pas de waarde aan.", found(seen))
        }
        other => mismatch(other, seen),
    }
}

/// The sentence for a value of the wrong kind.
fn mismatch(code: &Ron, seen: Seen<'_>) -> String {
    let about_names = matches!(code, Ron::ExpectedIdentifier | Ron::SuggestRawIdentifier(_));
    if seen.nameless && about_names {
        return format!("voor {} hoort een naam met een dubbele punt, zoals naam: \"…\".", found(seen));
    }
    let Some(wanted) = wanted(code, seen) else {
        return format!("{} past hier niet. Kijk naar een voorbeeld en pas de waarde aan.", found(seen));
    };
    let advice = advice(wanted, seen);
    format!("hier hoort {}, maar er staat {}.{advice}", wanted.name(), found(seen))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Text,
    Integer,
    Float,
    YesNo,
    List,
    Map,
    Group,
    Word,
    Char,
    Unit,
}

impl Wanted {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "een tekst tussen aanhalingstekens",
            Self::Integer => "een heel getal",
            Self::Float => "een getal",
            Self::YesNo => "true (ja) of false (nee)",
            Self::List => "een lijst tussen [ en ]",
            Self::Map => "een lijst tussen { en }",
            Self::Group => "een onderdeel tussen ( en )",
            Self::Word => "een los woord",
            Self::Char => "één teken tussen enkele aanhalingstekens",
            Self::Unit => "()",
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library may add codes; they get the general sentence"
)]
fn wanted(code: &Ron, seen: Seen<'_>) -> Option<Wanted> {
    match code {
        Ron::ExpectedString | Ron::ExpectedByteString | Ron::ExpectedStringEnd => Some(Wanted::Text),
        Ron::ExpectedInteger | Ron::InvalidIntegerDigit { .. } | Ron::UnderscoreAtBeginning => {
            Some(Wanted::Integer)
        }
        Ron::ExpectedFloat | Ron::FloatUnderscore => Some(Wanted::Float),
        Ron::ExpectedBoolean => Some(Wanted::YesNo),
        Ron::ExpectedArray => Some(Wanted::List),
        Ron::ExpectedMap => Some(Wanted::Map),
        Ron::ExpectedStructLike
        | Ron::ExpectedNamedStructLike(_)
        | Ron::ExpectedDifferentStructName { .. }
        | Ron::ExpectedStructName(_) => Some(Wanted::Group),
        Ron::ExpectedIdentifier => Some(Wanted::Word),
        Ron::ExpectedChar => Some(Wanted::Char),
        Ron::ExpectedUnit => Some(Wanted::Unit),
        // The reader took the digits before the point and then stumbled over the rest.
        _ if seen.shape == Shape::Number => Some(Wanted::Integer),
        _ => None,
    }
}

fn found(seen: Seen<'_>) -> String {
    match seen.shape {
        Shape::Missing => "niets".into(),
        Shape::Text => format!("de tekst {}", short(seen.text)),
        Shape::Char => format!("het teken {}", short(seen.text)),
        Shape::Number => format!("het getal {}", short(seen.text)),
        Shape::Word => format!("het woord {}", short(seen.text)),
        Shape::List => "een lijst tussen [ en ]".into(),
        Shape::Group => "een onderdeel tussen ( en )".into(),
        Shape::Map => "een lijst tussen { en }".into(),
    }
}

/// What to do about it; begins with a space, or is empty when the sentence says enough.
fn advice(wanted: Wanted, seen: Seen<'_>) -> String {
    let bare = seen.text.trim_matches('"');
    match (wanted, seen.shape) {
        (Wanted::Text, Shape::Word | Shape::Number) => format!(" Schrijf \"{}\".", short(bare)),
        (Wanted::Integer | Wanted::Float, Shape::Text) if bare.parse::<f64>().is_ok() => {
            format!(" Haal de aanhalingstekens weg: {}.", short(bare))
        }
        (Wanted::Word, Shape::Text) => " Haal de aanhalingstekens weg.".to_owned(),
        (Wanted::Integer, Shape::Number) if !bare.contains('.') => " Schrijf alleen cijfers.".to_owned(),
        (Wanted::Integer, Shape::Number) => " Laat weg wat achter de punt staat.".to_owned(),
        (Wanted::List, Shape::Text | Shape::Number | Shape::Word | Shape::Group) => {
            " Zet er [ voor en ] achter.".to_owned()
        }
        (Wanted::YesNo, Shape::Word) if bare.eq_ignore_ascii_case("ja") => " Schrijf true.".to_owned(),
        (Wanted::YesNo, Shape::Word) if bare.eq_ignore_ascii_case("nee") => " Schrijf false.".to_owned(),
        (Wanted::Group, Shape::Text) => format!(" Schrijf bijvoorbeeld (naam: \"{}\").", short(bare)),
        (Wanted::Group, Shape::List) => " Vervang [ en ] door ( en ).".to_owned(),
        _ => " Pas de waarde aan.".to_owned(),
    }
}

fn unknown_field(found: &str, known: &[&str]) -> String {
    let name = quote(found);
    match nearest(found, known) {
        Some(near) => format!("het veld {name} bestaat niet. Bedoel je {}?", quote(near)),
        None if known.is_empty() => format!("het veld {name} bestaat niet. Haal het weg."),
        None => format!("het veld {name} bestaat niet. Kies uit: {}.", known.join(", ")),
    }
}

/// More words than this are only listed when none of them is near.
const MANY: usize = 12;

fn unknown_word(found: &str, known: &[&str]) -> String {
    let name = quote(found);
    if known.is_empty() {
        return format!("het woord {name} kan hier niet. Haal het weg.");
    }
    // Nobody reads thirty words to find the one letter that is wrong.
    match nearest(found, known).filter(|_| known.len() > MANY) {
        Some(near) => format!("het woord {name} kan hier niet. Bedoel je {}?", quote(near)),
        None => format!("het woord {name} kan hier niet. Kies uit: {}.", known.join(", ")),
    }
}

fn quote(text: &str) -> String {
    format!("'{}'", short(text))
}

/// At most 40 characters on one line, safe to print.
fn short(text: &str) -> String {
    let clean: String =
        text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    if text.chars().nth(40).is_some() { format!("{clean}…") } else { clean }
}
