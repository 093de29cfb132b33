//! Whether a question may hide a suggestion: "heb je al gedacht aan een buddy?" (V-T3). The rule
//! is of the method (S000); the turns of phrase are a proposal (P), and never refuse anything.
//!
//! Must not know: what is done with the answer.

use super::fold;

/// Turns of phrase in plain words, all persons folded into `je`. `…` is at most four words, `?`
/// exactly one.
const PHRASES: [&str; 34] = [
    "heb je … gedacht aan",
    "heb je … aan gedacht",
    "heb je … nagedacht",
    "heb je … geprobeerd",
    "heb je … overwogen",
    "waarom ? je … niet",
    "waarom niet",
    "waarom geen",
    "zou je niet",
    "zou het niet",
    "zou het helpen als",
    "is het niet beter",
    "is het niet handiger",
    "is het niet verstandiger",
    "is het niet een idee",
    "is het niet slim",
    "is het geen idee",
    "is het een idee om",
    "kun je niet",
    "kun je toch",
    "kun ze niet beter",
    "moet je niet",
    "misschien kun je",
    "misschien moet je",
    "misschien is het",
    "je kun toch",
    "je kun ook",
    "je zou kun",
    "je zou ook",
    "wat als je",
    "wat dacht je van",
    "wat vind je van het idee",
    "hoe zou het zijn als",
    "probeer eens",
];

/// Whether the text sounds like a suggestion in the form of a question.
pub fn hides_advice(text: &str) -> bool {
    let plain = fold::plain(text);
    let parts = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = parts.map(same).collect();
    PHRASES.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        (0..words.len()).any(|from| begins(words.get(from..).unwrap_or_default(), &phrase))
    })
}

/// One word for all persons and all forms of a verb.
fn same(word: &str) -> &str {
    match word {
        "jij" | "jullie" | "u" | "we" | "wij" | "men" => "je",
        "hebt" | "heeft" | "hebben" => "heb",
        "kan" | "kunt" | "kunnen" => "kun",
        "zouden" => "zou",
        "moeten" => "moet",
        other => other,
    }
}

/// Whether the words begin with the phrase.
fn begins(words: &[&str], phrase: &[&str]) -> bool {
    match (phrase, words) {
        ([], _) => true,
        (["…", rest @ ..], _) => {
            (0..=4).any(|skip| words.get(skip..).is_some_and(|words| begins(words, rest)))
        }
        (["?", rest @ ..], [_, words @ ..]) => begins(words, rest),
        ([wanted, rest @ ..], [word, words @ ..]) => wanted == word && begins(words, rest),
        (_, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::hides_advice;

    #[test]
    fn a_suggestion_in_the_form_of_a_question_is_heard() {
        for text in [
            // The eight of the rule.
            "Heb je al gedacht aan een buddy?",
            "Zou je niet de huisarts bellen?",
            "Waarom heb je niet eerst de dochter gevraagd?",
            "Is het niet beter om te verhuizen?",
            "Heb je al geprobeerd om samen te koken?",
            "Kun je niet een dagboek laten schrijven?",
            "Moet je niet naar de geheugenpoli?",
            "Misschien kun je de buurvrouw vragen?",
            // What people say instead.
            "Hebben jullie al eens gedacht aan dagbesteding?",
            "Heb je er al aan gedacht om een tablet te kopen?",
            "Heeft u al overwogen om te minderen?",
            "Hebben jullie een alarm al eens geprobeerd?",
            "Waarom bel je de huisarts niet?",
            "Waarom niet gewoon een maaltijdservice?",
            "Kunnen we niet een vrijwilliger zoeken?",
            "KAN JE NIET een dagje meelopen?",
            "Zouden jullie niet eens op vakantie gaan?",
            "Zou het helpen als de zoon vaker komt?",
            "Zou het niet fijn zijn om weer te zingen?",
            "Is het een idee om de fysiotherapeut te vragen?",
            "Is het niet hándiger om het 's ochtends te doen?",
            "Misschien moet je het haar zelf vragen?",
            "Wat dacht je van een eetclub?",
            "Wat als je de spullen een vaste plek geeft?",
            "Je kunt toch ook de buurtbus nemen?",
            "Je zou kunnen beginnen met een kwartier?",
            "Hoe zou het zijn als ze samen gaan wandelen?",
            "Probeer eens een ander tijdstip?",
            "Heb je daar al eens over nagedacht?",
        ] {
            assert!(hides_advice(text), "{text}");
        }
    }

    #[test]
    fn a_question_is_a_question() {
        for text in [
            "",
            "Niet",
            "Hoe lang woont ze al alleen?",
            "Kan hij niet meer lezen, of wil hij het niet?",
            "Wat deed zij vroeger voor werk?",
            "Is er al een dagbesteding geprobeerd?",
            "Waarom is hij gestopt met fietsen?",
            "Heb je contact met de dochter?",
            "Heeft hij een hobby?",
            "Wat zou zij zelf het liefst doen?",
            "Wie komt er door de week langs?",
            "Slaapt de mantelzorger goed?",
            "Waarom wil de mantelzorger geen hulp van buiten?",
            "Is het 's nachts anders dan overdag?",
            "Kun je iets vertellen over de ruzies?",
            "Moet zij de trap op?",
        ] {
            assert!(!hides_advice(text), "{text}");
        }
    }
}
