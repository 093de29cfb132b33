//! A function that only one person has: "de burgemeester van Urk", "de enige tandarts in het dorp".

use super::lexicon::Lists;
use super::scan::{Text, Word};
use super::{Finding, Kind};
use std::ops::Range;

/// One of these there is in a place, an organisation or a village.
const OFFICES: [&str; 68] = [
    "dierenarts",
    "dijkgraaf",
    "commissaris",
    "korpschef",
    "smid",
    "kapper",
    "fietsenmaker",
    "veerman",
    "vuurtorenwachter",
    "kroegbaas",
    "uitbater",
    "wijkagent",
    "predikant",
    "priester",
    "kapelaan",
    "bisschop",
    "kamerlid",
    "hoogleraar",
    "kapitein",
    "schoolmeester",
    "hoofdonderwijzer",
    "huismeester",
    "doelman",
    "kampioen",
    "schaakkampioen",
    "penningmeester",
    "teamleider",
    "conservator",
    "burgemeester",
    "wethouder",
    "directeur",
    "directrice",
    "koster",
    "voorzitter",
    "voorzitster",
    "secretaris",
    "rector",
    "conrector",
    "hoofdmeester",
    "schoolhoofd",
    "eigenaar",
    "eigenaresse",
    "oprichter",
    "dirigent",
    "hoofdredacteur",
    "dominee",
    "pastoor",
    "imam",
    "commandant",
    "brandweercommandant",
    "havenmeester",
    "molenaar",
    "bakker",
    "slager",
    "huisarts",
    "tandarts",
    "notaris",
    "apotheker",
    "trainer",
    "keeper",
    "beheerder",
    "bestuurder",
    "raadslid",
    "griffier",
    "stationschef",
    "postbode",
    "veldwachter",
    "organist",
];
const ALONE: [&str; 12] = [
    "enige",
    "oudste",
    "eerste",
    "laatste",
    "jongste",
    "langste",
    "rijkste",
    "bekendste",
    "beroemdste",
    "kleinste",
    "dikste",
    "beste",
];
/// Ends of what has one of each.
const CLUBS: [&str; 6] = ["club", "vereniging", "fanfare", "harmonie", "koor", "orkest"];
const PLACES: [&str; 11] =
    ["dorp", "stad", "straat", "wijk", "flat", "buurt", "gemeente", "streek", "eiland", "provincie", "regio"];
/// Things, of which the first or the last says nothing.
const THINGS: [&str; 20] = [
    "keer", "dag", "bus", "week", "plek", "winkel", "tijd", "maand", "trein", "weken", "dagen", "stap",
    "afspraak", "ronde", "jaar", "jaren", "kerk", "bank", "molen", "huis",
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    for (at, word) in text.words.iter().enumerate() {
        let plain = word.plain.strip_prefix("oud").filter(|rest| rest.len() > 4).unwrap_or(&word.plain);
        let span = if OFFICES.contains(&plain) {
            office(text, at).or_else(|| former(text, at))
        } else if ALONE.contains(&plain) {
            alone(text, at)
        } else {
            None
        };
        found.extend(span.map(|span| text.finding(span, Kind::Position)));
    }
}

fn office(text: &Text, at: usize) -> Option<Range<usize>> {
    let next =
        text.words.get(at + 1).filter(|next| matches!(next.plain.as_str(), "van" | "in" | "op" | "bij"))?;
    let end = place(text, at + 2).filter(|_| text.gap(at + 2).is(" ") && next.len() < 4)?;
    let begin = begin(text, at);
    let article = text.words.get(begin).is_some_and(|word| word.is(Lists::ARTICLE) && word.plain != "een");
    let indefinite = text.words.get(begin).is_some_and(|word| word.plain == "een");
    let named = at.checked_sub(1).and_then(|at| text.words.get(at)).is_some_and(|word| {
        matches!(word.plain.as_str(), "was" | "is" | "als" | "werd" | "wordt" | "geweest")
    });
    (!indefinite
        && (named
            || article
            || begin < at
            || at == 0
            || text.words.get(at - 1).is_some_and(|word| word.plain == "als")))
    .then(|| text.words.get(begin).map_or(0, |word| word.span.start)..end)
}

/// "de oud-burgemeester": there are few.
fn former(text: &Text, at: usize) -> Option<Range<usize>> {
    let words = text.words.get(at.checked_sub(2)?..=at)?;
    let [article, old, office] = words else { return None };
    let old = matches!(old.plain.as_str(), "oud" | "ex" | "voormalig" | "voormalige");
    (article.plain == "de" && old).then_some(article.span.start..office.span.end)
}

/// "de enige tandarts in het dorp", "de oudste inwoner van Tiel".
fn alone(text: &Text, at: usize) -> Option<Range<usize>> {
    let words = text.words.get(at + 1..)?;
    let gap = |word: &&Word| !matches!(word.plain.as_str(), "van" | "in" | "uit" | "op" | "bij");
    let between = words.iter().take(4).take_while(gap).count();
    let thing =
        words.iter().take(between).any(|word| THINGS.contains(&word.plain.as_str()) || word.is(Lists::KIN));
    let joined = (at + 1..at + between + 3).all(|index| text.gap(index).is_any(&[" ", "-", "  "]));
    if !(1..4).contains(&between) || thing || !joined {
        return None;
    }
    let end = place(text, at + between + 2)?;
    let begin = begin(text, at);
    (begin < at).then(|| text.words.get(begin).map_or(0, |word| word.span.start)..end)
}

/// Where a place ends that begins here: words with a capital, or "het dorp".
fn place(text: &Text, at: usize) -> Option<usize> {
    let word = text.words.get(at)?;
    let article = matches!(word.plain.as_str(), "de" | "het" | "ons" | "dit" | "onze" | "deze");
    let first = at + usize::from(article);
    let core = text.words.get(first)?;
    if article && !core.is_capital() {
        let plain = core.plain.as_str();
        let one = PLACES.contains(&plain) || CLUBS.iter().any(|end| plain.ends_with(end));
        return one.then_some(core.span.end);
    }
    let capital = |word: &Word| word.is_capital() || word.shape == super::scan::Shape::Capitals;
    if !capital(core) {
        // "de school in Urk", "bakkerij Jansen"
        let behind = first + 1;
        let joint = text
            .words
            .get(behind)
            .is_some_and(|word| matches!(word.plain.as_str(), "in" | "te" | "van" | "op"));
        let name = text.words.get(behind + usize::from(joint)).filter(|word| capital(word))?;
        let noun = core.is(Lists::WORD) && !core.is(Lists::KIN.and(Lists::ARTICLE));
        return noun.then_some(name.span.end);
    }
    let mut end = first;
    while let Some(next) = text.words.get(end + 1) {
        let more = capital(next) && text.gap(end + 1).is_any(&[" ", "-"]);
        let further = matches!(next.plain.as_str(), "in" | "te" | "van")
            && text.words.get(end + 2).is_some_and(capital);
        if !more && !further {
            break;
        }
        end += 1 + usize::from(further);
    }
    text.words.get(end).map(|word| word.span.end)
}

/// Where it begins: with *de*, and with *oud-* or a word between.
fn begin(text: &Text, at: usize) -> usize {
    let mut begin = at;
    while let Some(before) = begin.checked_sub(1).and_then(|at| text.words.get(at)) {
        let near = text.gap(begin).is_any(&[" ", "-"]);
        let article = matches!(before.plain.as_str(), "de" | "het" | "een" | "onze");
        let between = matches!(
            before.plain.as_str(),
            "oud"
                | "ex"
                | "vroegere"
                | "vorige"
                | "vrouwelijke"
                | "nieuwe"
                | "voormalig"
                | "voormalige"
                | "eerste"
                | "huidige"
                | "oude"
                | "gepensioneerde"
        );
        if !near || !(article || between) {
            break;
        }
        begin -= 1;
        if article {
            break;
        }
    }
    begin
}
