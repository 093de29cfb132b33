//! Words that say nothing about what a post-it is about.

/// The small words of Dutch and those of wishes, advice and time; folded, in order, each line with
/// the words of one letter.
const STOP: [&str; 23] = [
    "aan al alle allemaal alles als altijd ander andere anders",
    "beetje beide ben bent bij bijvoorbeeld binnen blijft blijven",
    "daar daarna daarom dag dagen dan dat de denk denken deze die ding dingen dit doe doen doet door",
    "dus",
    "echt een eens eerst eigen eigenlijk elk elkaar elke en er erg even",
    "ga gaan gaat geeft geen geven gewoon goed goede graag groep groepje",
    "haar had heb hebben heeft heel hele helpen helpt hem hen het hier hierbij hij hoe hoeft hoeven",
    "hun",
    "iedere iedereen iemand iets ik in is",
    "ja je jij jou jouw juist jullie",
    "kan keer kijken kijkt kom komen komt krijgen krijgt kunnen kunt",
    "laat laten later",
    "maak maakt maand maar mag maken me mee meer mensen met mij mijn minder misschien moest moet",
    "moeten mogelijk mogen moment morgen",
    "na naar nee niet niets nieuw nieuwe nodig nog nooit nou nu",
    "of om omdat onder ons onze ook op over",
    "per probeer proberen",
    "samen soms steeds straks",
    "te tegen tegenover tenminste terug tijd tijdens toch toe tot tussen twee",
    "uit uur uw",
    "vaak van vanaf vandaag vanuit vast vaste veel via volgens voor vooral vraag vragen",
    "waar wanneer want was wat we week weer weg weken wel welke werd wie wij wil willen worden wordt",
    "zal ze zeer zelf zich zij zijn zo zoals zodat zoek zoeken zonder zorgen zou zouden zullen zult",
];

/// Whether a folded word says nothing: a small word, one letter, or no letter at all.
pub(super) fn says_nothing(plain: &str) -> bool {
    let mut letters = plain.chars();
    let Some(first) = letters.next() else { return true };
    letters.next().is_none()
        || !plain.chars().any(char::is_alphabetic)
        || STOP
            .iter()
            .filter(|line| line.starts_with(first))
            .any(|line| line.split(' ').any(|word| word == plain))
}

#[cfg(test)]
mod tests {
    use super::{STOP, says_nothing};
    use crate::text::fold;

    #[test]
    fn the_list_is_in_order_folded_and_names_nothing_twice() {
        let words: Vec<&str> = STOP.iter().flat_map(|line| line.split(' ')).collect();
        assert!(words.is_sorted_by(|one, next| one < next));
        for word in words {
            assert!(fold::plain(word) == word && says_nothing(word), "{word}");
        }
        assert!(!says_nothing("soep") && !says_nothing("tv") && says_nothing("12") && says_nothing("x"));
    }
}
