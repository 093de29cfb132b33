//! Why something was not done, as a sentence that says what to do.

use super::roles;
use crate::domain::refusal::Refusal;

/// The sentence; `None` when there is nothing worth saying.
pub fn sentence(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::Empty => "Er staat nog niets om te bewaren.".to_owned(),
        Refusal::Gone => {
            "Dit is er niet meer. Misschien is het teruggedraaid; Ctrl+Y haalt het terug.".to_owned()
        }
        Refusal::SamePerson { role, other, name } => format!(
            "{name} is al {}. Kies een ander als {}, of geef een reden.",
            roles::name(*other),
            roles::name(*role)
        ),
        Refusal::NoColumn => "Dat vak is er niet in deze werkwijze.".to_owned(),
        Refusal::TooManyCasussen(most) => {
            format!("Meer dan {most} casussen op één bijeenkomst kan niet in deze werkwijze. Plan voor de volgende een nieuwe bijeenkomst.")
        }
        Refusal::TooManyClusters => {
            "Die letter is al in gebruik, of alle 26 letters zijn op. Voeg eerst twee clusters samen, bijvoorbeeld bc.".to_owned()
        }
        Refusal::NoFlap => "Een doel is van de PMD, van de MZ, of van samen. Kies een van de drie flappen.".to_owned(),
        Refusal::Decided(label) => format!(
            "Over {label} is al besloten, en dat blijft in het verslag. Zet het besluit eerst weer open."
        ),
        Refusal::NotSelected(label) => {
            format!("{label} is niet geselecteerd. Alleen een geselecteerd advies kan gekozen worden.")
        }
        Refusal::Chosen(label) => {
            format!("{label} is gekozen, en dus geselecteerd en besproken. Haal eerst ‘gekozen’ weg.")
        }
        Refusal::NoChoice => "Die keuze is er niet in deze werkwijze.".to_owned(),
        Refusal::NotRunning => {
            "Er loopt nu geen klok. Ga naar een stap en druk Enter om te beginnen.".to_owned()
        }
        Refusal::NotPaused => "Het is nu geen pauze.".to_owned(),
        Refusal::InFuture => "Die tijd moet nog komen. Typ een tijd die al geweest is.".to_owned(),
        Refusal::OutOfRange => "Typ een aantal minuten tussen 1 en 1440.".to_owned(),
        Refusal::NothingToUndo => "Er is niets om terug te draaien.".to_owned(),
        Refusal::NothingToRedo => "Er is niets om opnieuw te doen.".to_owned(),
        Refusal::NoChange => return None,
        Refusal::Bsn => "Hier staat een BSN in. Pas de tekst eerst aan; dan kan hij in het boek.".to_owned(),
        Refusal::ReadOnly => "Deze bespreking kun je alleen bekijken.".to_owned(),
    })
}
