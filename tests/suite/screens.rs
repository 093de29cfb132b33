//! Every screen as it is drawn: each row of text, then the roles of its cells.

#![expect(clippy::panic, reason = "a test may stop")]

use crate::play::{From, Play};
use insta::assert_snapshot;
use oogst::app::state::model::{Model, Size};
use oogst::domain::time::Now;
use oogst::ui::draw::draw;
use oogst::ui::probe;
use oogst::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Name of a screen, where its script begins, and the script.
pub const SCREENS: &[(&str, From, &str)] = &[
    ("begin", From::Start, ""),
    ("begin-zoeken", From::Start, "oefen"),
    ("begin-melding", From::Start, ":say Er is nog geen bespreking om mee verder te gaan."),
    ("begin-menu", From::Start, "<esc>"),
    ("begin-hulp", From::Start, "<f1>"),
    ("werkwijzen", From::Start, ":methods"),
    ("eerdere-besprekingen", From::Start, ":listed"),
    ("boek-leeg", From::Start, ":book 0"),
    ("boek", From::Start, ":book 60"),
    ("boek-wacht", From::Start, ":book 60 | :waiting"),
    ("boek-zoeken", From::Start, ":book 60 | netwrk werkte niet<down>"),
    ("boek-niets", From::Start, ":book 60 | xyz"),
    ("boek-onder", From::Start, ":book 60 | <up>"),
    ("boek-les", From::Start, ":book 60 | <down><enter>"),
    ("boek-les-veranderen", From::Start, ":book 60 | <enter> | :choose veranderen"),
    ("boek-les-weg", From::Start, ":book 60 | <enter> | :choose Uit het boek"),
    ("boek-lezen", From::Start, ":book 60 | :waiting | <enter>"),
    ("boek-lezen-naam", From::Start, ":book 60 | :waiting | <enter> | :choose Later"),
    ("boek-lezen-bsn", From::Start, ":book 60 | :waiting | <enter> | :choose Later | :choose Later"),
    ("boek-aanpassen", From::Start, ":book 60 | :waiting | <enter> | :choose Eerst | <enter>"),
    ("boek-menu", From::Start, ":book 60 | :waiting | <esc>"),
    ("boek-hulp", From::Start, ":book 60 | <f1>"),
    ("boek-eerder", From::Filled, ":step 5 | <enter> | :looked 60"),
    ("wis-termijn", From::Start, ":over"),
    ("wis-bevestigen", From::Start, ":wipe"),
    ("wis-getypt", From::Start, ":wipe | wis"),
    ("wis-prullenbak", From::Filled, ":step 5 | <enter><down><del> | :menu Prullenbak | definitief<enter>"),
    ("wis-tip", From::Filled, ":step 5 | <enter><down><del> | :menu Prullenbak | definitief<enter><enter>"),
    (
        "wis-blad",
        From::Filled,
        ":step 5 | <enter>mevrouw Jansen bellen<enter> | :step 6 | :menu Maak het tipblad",
    ),
    ("groep-kijkt-mee", From::Fresh, ""),
    ("vooraf-casus", From::Watched, ""),
    ("vooraf-casus-vol", From::Filled, ""),
    ("vooraf-casus-tweede-veld", From::Filled, "<down>"),
    ("vooraf-mensen", From::Watched, "<pgdn>"),
    ("vooraf-mensen-vol", From::Filled, "<pgdn>"),
    ("vooraf-rollen", From::Watched, "<pgdn><pgdn>"),
    ("vooraf-rollen-vol", From::Filled, "<pgdn><pgdn>"),
    ("vooraf-tijd", From::Watched, "<pgdn><pgdn><pgdn>"),
    ("vooraf-tijd-vol", From::Filled, "<pgdn><pgdn><pgdn>14:00<enter><down>"),
    ("vooraf-checklist", From::Watched, "<pgdn><pgdn><pgdn><pgdn>"),
    ("vooraf-checklist-vol", From::Filled, "<pgdn><pgdn><pgdn><pgdn><enter><down><enter>"),
    ("stap1", From::Watched, ":step 1"),
    ("stap1-vol", From::Filled, ":step 1 | :earlier | <enter>"),
    ("stap1-tip-gekozen", From::Filled, ":step 1 | :earlier | <enter><down><down>"),
    ("stap1-wat-werd-het", From::Filled, ":step 1 | :earlier | <enter><down><down><enter>"),
    ("stap1-omdat", From::Filled, ":step 1 | :earlier | <enter><down><down><enter><enter>het was"),
    ("stap2", From::Watched, ":step 2"),
    ("stap2-vol", From::Filled, ":step 2 | <enter>"),
    ("stap2-ronde", From::Filled, ":step 2 | <enter><enter> | :wait 20 | <enter>"),
    ("stap3", From::Watched, ":step 3"),
    ("stap3-vol", From::Filled, ":step 3 | <enter>"),
    ("stap3-vragen", From::Filled, ":step 3 | <enter><tab><tab><tab><tab>"),
    ("stap3-ronde", From::Filled, ":step 3 | <enter> | :menu Vragenronde | kan"),
    ("stap4", From::Watched, ":step 4"),
    ("stap4-vol", From::Filled, ":step 4 | <enter>"),
    ("stap4-zoeken", From::Filled, ":step 4 | <enter>gezond"),
    ("stap4-doel", From::Filled, ":step 4 | <enter><tab>weer leren zwemmen"),
    ("stap4-alleen", From::Private, ":step 4 | <enter><tab>"),
    ("stap5", From::Watched, ":step 5"),
    ("stap5-vol", From::Filled, ":step 5 | <enter>"),
    ("stap5-netwerk", From::Filled, ":step 5 | <enter><tab><down>"),
    ("stap5-gemerkt", From::Filled, ":step 5 | <enter><down><space><down><space>"),
    ("stap5-formeel", From::Filled, ":step 5 | <enter><tab><tab><tab>"),
    ("stap5-luisteren", From::Filled, ":step 5 | <enter> | :menu Luisterstand"),
    ("stap5-vrij", From::Filled, ":step 5 | <enter> | :menu Vrij gesprek | losse tip<enter>"),
    ("stap5-alleen", From::Private, ":step 5 | <enter><tab><tab><tab>nog iets<enter>"),
    ("stap5-later", From::Alone, ":step 5 | <enter><tab><tab><tab>ergotherapeut bellen<enter><down>"),
    ("stap5-ronde", From::Filled, ":step 5 | <enter> | :menu Ronde: ieder | :wait 50"),
    ("stap5-ronde-alleen", From::Private, ":step 5 | <enter> | :menu Ronde: ieder"),
    ("stap5-ander-doel", From::Filled, ":step 4 | <tab>meer zingen<enter><enter> | :step 5 | <s-tab>"),
    ("stap6", From::Watched, ":step 6"),
    ("stap6-vol", From::Filled, ":step 6 | <enter>"),
    ("stap6-afspraak", From::Filled, ":step 6 | <enter><tab><tab>"),
    ("stap6-tip", From::Filled, ":step 6 | <enter><down>"),
    ("label-12n", From::Filled, ":step 5 | <enter>5n"),
    ("label-99n", From::Filled, ":step 5 | <enter>99n"),
    ("label-twee-tips", From::Filled, ":step 5 | <enter>zus bellen en broer bellen en oom bellen"),
    ("label-tijd", From::Watched, "<pgdn><pgdn><pgdn>kwart"),
    ("regel-lang", From::Filled, LONG),
    ("stap-bekijken", From::Filled, ":step 5 | <enter><pgdn>"),
    ("vooraf-bekijken", From::Filled, ":step 1 | <enter><pgup>"),
    ("klok-bijna", From::Filled, ":step 5 | <enter> | :wait 670"),
    ("klok-tijd", From::Filled, ":step 5 | <enter> | :wait 725"),
    ("klok-over", From::Filled, ":step 5 | <enter> | :wait 800"),
    ("klok-pauze", From::Filled, ":step 5 | <enter> | :wait 100 | <f6> | :wait 120"),
    ("afgerond", From::Filled, ":step 6 | <enter> | :wait 70 | :menu afronden"),
    ("niet-bewaard", From::Filled, ":step 5 | <enter> | :full | nog een tip<enter>"),
    ("bewaart", From::Filled, ":step 5 | <enter> | :slow | nog een tip<enter>"),
    ("alleen-lezen", From::Filled, ":step 5 | :locked | :wake"),
    ("teruggedraaid", From::Filled, ":step 5 | <enter>nog een tip<enter><c-z>"),
    ("vraag-doel", From::Filled, ":step 4 | <enter><tab><down><enter>2<enter>"),
    ("vraag-uitzoeken", From::Filled, ":step 5 | <enter> | :menu Uitzoekvraag | rijdt"),
    ("menu", From::Filled, ":step 5 | <enter><esc>"),
    ("menu-zoeken", From::Filled, ":step 5 | <enter><esc>luister"),
    ("menu-niets", From::Filled, ":step 5 | <enter><esc>xyz"),
    ("menu-onder", From::Filled, ":step 5 | <enter><esc><up>"),
    ("hulp", From::Filled, ":step 5 | <enter><f1>"),
    ("hulp-verder", From::Filled, ":step 5 | <enter><f1><pgdn>"),
    ("kaarten", From::Filled, ":step 5 | <enter><f4>"),
    ("kaart", From::Filled, ":step 5 | <enter><f4>1<enter>"),
    ("kaart-ja-maar", From::Filled, ":step 5 | <enter><f4> | :choose ja, maar"),
    ("kaart-gebruikt", From::Filled, ":step 5 | <enter><f4> | :choose ja, maar | :choose Tel"),
    ("tijd", From::Filled, ":step 5 | <enter><f7>"),
    ("tijd-uitgelopen", From::Filled, ":step 1 | <enter> | :wait 480 | <f7>"),
    ("tijd-overgeslagen", From::Filled, ":step 1 | <enter> | :wait 480 | <f7>3<enter>"),
    ("tijdverslag", From::Filled, ":step 1 | <enter> | :wait 480 | :step 2 | <enter> | :menu Tijdverslag"),
    ("vooraf-tijd-vorige-keren", From::Filled, "<pgdn><pgdn><pgdn> | :earlier | <down><down><down>"),
    ("tip", From::Filled, ":step 5 | <enter><down><enter>"),
    ("tip-slot", From::Filled, ":step 6 | <enter><down><enter>"),
    ("tip-verplaatsen", From::Filled, ":step 5 | <enter><down><enter> | :choose Naar een ander vak"),
    ("notitie", From::Filled, ":step 3 | <enter><down><enter>"),
    ("doel", From::Filled, ":step 4 | <enter><tab><down><enter>"),
    ("doel-van-wie", From::Filled, ":step 4 | <enter><tab><down><enter>1<enter>"),
    ("mens", From::Filled, "<pgdn><down><enter>"),
    ("prullenbak", From::Filled, ":step 5 | <enter><down><del> | :menu Prullenbak"),
    ("prullenbak-leeg", From::Watched, ":menu Prullenbak"),
    ("bladen", From::Filled, ":menu Bladen"),
    ("afsluiten", From::Filled, ":step 5 | <enter><c-c>"),
    ("gat", From::Filled, ":step 5 | <enter> | :wait 60 | :sleep 360 | :wake"),
    ("laat-begin", From::Filled, "<pgdn><pgdn><pgdn>13:20<enter> | :step 1 | <enter>"),
    ("begonnen", From::Filled, ":step 5 | nog | :wait 90 | een<enter>"),
    ("plakken", From::Filled, ":step 5 | <enter> | :paste buurman/kerkkoor/breicafé"),
    ("nog-niet-aan-het-woord", From::Filled, ":step 5 | :menu Wie is nog niet"),
    ("niet-stilgestaan", From::Filled, ":step 5 | :menu Waar stonden"),
    ("cc-vooraf-casus", From::Conference, ""),
    ("cc-vooraf-casus-vol", From::ConferenceFilled, ""),
    ("cc-vooraf-doel", From::Conference, "<tab>weer naar het koor<enter>"),
    ("cc-vooraf-tweede", From::ConferenceFilled, ":menu Nog een koppel"),
    ("cc-vooraf-derde", From::ConferenceFilled, ":menu Nog een koppel | :menu Nog een koppel"),
    ("cc-vooraf-mensen", From::Conference, "<pgdn>"),
    ("cc-vooraf-mensen-vol", From::ConferenceFilled, "<pgdn>"),
    ("cc-vooraf-mensen-groot", From::ConferenceFilled, CROWD),
    ("cc-vooraf-rollen", From::Conference, "<pgdn><pgdn>"),
    ("cc-vooraf-rollen-vol", From::ConferenceFilled, "<pgdn><pgdn><tab>"),
    ("cc-vooraf-rollen-twee", From::ConferenceFilled, ":menu Nog een koppel | <pgdn><pgdn>"),
    ("cc-vooraf-tijd", From::ConferenceFilled, "<pgdn><pgdn><pgdn><down><down><down><down><down><down>"),
    ("cc-vooraf-checklist", From::ConferenceFilled, CROWD_LIST),
    ("cc-punt1", From::Conference, ":step 1"),
    ("cc-punt1-vol", From::ConferenceFilled, ":step 1 | <enter>"),
    ("cc-punt1-alleen", From::ConferencePrivate, ":step 1 | <enter><tab>Anna<enter>Joke<enter>"),
    ("cc-punt1-zelfde", From::ConferenceFilled, ":step 1 | <enter><tab>Anna<enter>Joke<enter>"),
    ("cc-punt2", From::ConferenceFilled, ":step 2 | <enter><down>"),
    ("cc-punt2-naam", From::ConferenceFilled, ":step 2 | <enter>Fat"),
    ("cc-punt3", From::Conference, ":step 3"),
    ("cc-punt3-vol", From::ConferenceFilled, ":step 3 | <enter>"),
    ("cc-punt3-belemmering", From::ConferenceFilled, ":step 3 | <enter>weer naar de markt<enter>"),
    ("cc-punt3-doel", From::ConferenceFilled, ":step 3 | <enter><down><enter>"),
    ("cc-punt3-samenvatting", From::ConferenceFilled, ":step 3 | :menu Samenvatting lezen"),
    ("cc-punt4", From::Conference, ":step 4"),
    ("cc-punt4-vol", From::ConferenceFilled, ":step 4 | <enter>"),
    ("cc-punt4-verborgen", From::ConferenceFilled, ":step 4 | <enter>heb je al gedacht aan een maatje?"),
    ("cc-punt4-straks", From::ConferenceFilled, ":step 4 | <enter>heb je al gedacht aan een maatje?<tab>"),
    ("cc-punt4-bewaard", From::ConferenceFilled, ":step 4 | <enter>een maatje<tab><enter>"),
    ("cc-punt4-ronde", From::ConferencePrivate, ":step 4 | <enter> | :menu Ringen aan | :menu Vragenronde"),
    ("cc-punt8", From::Conference, ":step 8"),
    ("cc-punt8-vol", From::ConferenceFilled, ":step 8 | <enter><down>"),
    ("cc-punt8-datum", From::ConferenceFilled, ":step 8 | <enter>volgende week vrijdag"),
    ("cc-punt8-laat", From::ConferenceFilled, ":step 8 | <enter>20 dec<enter>"),
    ("cc-punt8-actie", From::ConferenceFilled, ":step 8 | <enter><down><down><down><down><enter>"),
    ("cc-punt9", From::ConferenceFilled, ":step 9 | <enter>"),
    ("cc-punt10", From::ConferenceFilled, ":menu Nog een koppel | Meidoorn<enter> | :step 10 | <enter>"),
    ("cc-punt17", From::ConferenceFilled, ":step 17 | :earlier | <enter>"),
    ("cc-punt18", From::Conference, ":step 18"),
    ("cc-punt18-vol", From::ConferenceFilled, ":step 18 | <enter>6 dec<enter>Fatma<enter>"),
    ("cc-punt18-ritme", From::ConferenceFilled, ":step 18 | <enter>24 dec"),
    ("cc-5a", From::Flaps, ":step 5a | <enter>dit is geheim"),
    ("cc-5a-alleen", From::FlapsAlone, ":step 5a | <enter><tab>dit mag"),
    ("cc-5b-wie-gaat-voor", From::FullFlap, ":step 5b | <enter>"),
    ("cc-5c", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2"),
    ("cc-5c-voorstel", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | <down><down><down><down>"),
    ("cc-5c-sorteer", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | 7a"),
    ("cc-5c-kan-niet", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | 7q"),
    ("cc-5c-samenvoegen", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | cd"),
    ("cc-5c-cluster", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | <tab><tab><tab><tab>"),
    ("cc-5c-keuzes", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | <tab><tab><enter>"),
    ("cc-5c-post-it", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | <down><enter>"),
    ("cc-5c-gemerkt", From::Flaps, ":step 5c | <enter> | :menu Naar doel 2 | <down><space><down><space>"),
    ("cc-5c-papier", From::Flaps, ":step 5c | <enter> | :menu De flappen aan | b=Vervoer<enter>met de bus"),
    ("cc-5c-ander-doel", From::Flaps, ":step 5c | <enter>"),
    ("cc-5c-hulp", From::Flaps, ":step 5c | <enter><f1>"),
    ("cc-5c-vol", From::FullFlap, "<enter><enter>?keer 77<enter><enter><enter>"),
    ("cc-5d", From::Flaps, ":step 5d | <enter> | :menu Naar doel 2"),
    ("cc-5d-bezwaar", From::Flaps, ":step 5d | <enter> | :menu Naar doel 2 | <down><tab><tab>te duur"),
    ("cc-5d-advies", From::Flaps, ":step 5d | <enter> | :menu Naar doel 2 | <down><enter>"),
    ("cc-5d-verwerpen", From::Flaps, ":step 5d | <enter> | :menu Naar doel 2 | <down><enter>1<enter>"),
    ("cc-5d-onderbouwing", From::Flaps, ":step 5d | <enter> | :menu Naar doel 2 | <down><enter>3<enter>"),
    ("cc-6", From::Flaps, ":step 6 | <enter>"),
    ("cc-6-klaar", From::Flaps, ":step 6 | <enter><enter><tab>"),
    ("cc-7", From::Flaps, ":step 7 | <enter><down><down><space>"),
    ("oogst-leeg", From::Alone, ":menu Mijn oogst"),
    ("oogst-akad", From::Private, AFTERWARDS),
    ("oogst-akad-antwoord", From::Private, ":menu Mijn oogst | 3 b g w omdat ze toch al ging"),
    (
        "oogst-akad-ingevuld",
        From::Private,
        ":menu Mijn oogst | 3 b g w omdat ze toch al ging<enter>5 nee<enter>1 b<enter>4 notitie eerst bellen<enter>",
    ),
    ("oogst-akad-zoeken", From::Private, ":menu Mijn oogst | markt"),
    ("oogst-akad-niets", From::Private, ":menu Mijn oogst | fiets"),
    ("oogst-akad-tip", From::Private, ":menu Mijn oogst | 3 b g<enter><down><down><down><enter>"),
    ("oogst-akad-omdat", From::Private, ":menu Mijn oogst | <down><enter> | :choose Werkte niet | te"),
    ("oogst-akad-uitzoeken", From::Private, ":menu Mijn oogst | <tab><tab><down><space>"),
    ("oogst-akad-terugkoppeling", From::Private, ":menu Mijn oogst | <tab><tab><tab>"),
    ("oogst-akad-menu", From::Private, ":menu Mijn oogst | <esc>"),
    ("oogst-akad-kijken", From::Filled, ":step 5 | <enter> | :menu Mijn oogst"),
    ("oogst-verslag-vraag", From::Discussed, ""),
    ("oogst-verslag-dicht", From::Discussed, "2<enter>a b"),
    ("oogst-verslag", From::Discussed, "1<enter>"),
    ("oogst-verslag-antwoord", From::Discussed, "1<enter>a b g omdat"),
    ("oogst-verslag-verworpen", From::Discussed, "1<enter><tab><tab><down>"),
    ("oogst-verslag-advies", From::Discussed, "1<enter><down><enter>"),
    ("oogst-verslag-toelichting", From::Discussed, "1<enter><tab><tab><tab><tab>ze beginnen met"),
    ("oogst-verslag-vervolg", From::Discussed, "1<enter><tab><tab><tab><tab><tab>"),
    ("oogst-hulp", From::Private, ":menu Mijn oogst | <f1>"),
    ("oefenen", From::Practice, ""),
    ("oefenen-stap5", From::Practice, ":step 5 | <enter>"),
];

const CROWD: &str = "<pgdn> | :paste Aa/Bb/Cc/Dd/Ee/Ff/Gg | 1<enter>";

const CROWD_LIST: &str = "<pgdn> | :paste Aa/Bb/Cc/Dd/Ee/Ff/Gg | 1<enter><pgdn><pgdn><pgdn><up>";
const AFTERWARDS: &str = ":step 6 | <enter> | :wait 70 | :menu afronden | :menu Mijn oogst";

const LONG: &str = ":step 5 | <enter>de buurvrouw vragen of ze op dinsdag wil meelopen naar de markt, \
    want ze gaat toch al, en anders vragen of haar man de rollator wil nakijken voordat de winter \
    begint en het glad wordt op straat";

fn played(name: &str) -> Play {
    let (_, from, script) =
        SCREENS.iter().find(|screen| screen.0 == name).unwrap_or_else(|| panic!("no screen '{name}'"));
    Play::of(*from, script)
}

fn print(play: &mut Play, width: u16, height: u16) -> String {
    play.model.size = Size { width, height };
    print_model(&play.model, &play.now(), width, height)
}

pub fn print_model(model: &Model, now: &Now, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let caret = draw(&mut buffer, model, &Theme::probe(), now);
    let caret = caret.map_or("none".to_owned(), |(x, y)| format!("{x},{y}"));
    format!("{}caret {caret}", probe::rows(&buffer))
}

pub fn compare(name: &str, printed: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, printed));
}

/// Looks at every one of them before it fails, so that one run shows all that changed.
pub fn every<T>(things: impl IntoIterator<Item = (String, T)>, look: impl Fn(&str, T)) {
    let wrong: Vec<String> = things
        .into_iter()
        .filter_map(|(name, thing)| {
            catch_unwind(AssertUnwindSafe(|| look(&name, thing))).is_err().then_some(name)
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ: {}", wrong.len(), wrong.join(", "));
}

#[test]
#[should_panic(expected = "2 differ: een, drie")]
fn one_that_differs_hides_no_other() {
    let numbers = [("een", 1), ("twee", 2), ("drie", 3)].map(|(name, number)| (name.to_owned(), number));
    every(numbers, |_, number| assert_eq!(number, 2));
}

#[test]
fn every_screen_at_the_design_size() {
    let screens = SCREENS.iter().map(|(name, from, script)| ((*name).to_owned(), (*from, *script)));
    every(screens, |name, (from, script)| compare(name, &print(&mut Play::of(from, script), 80, 24)));
}

#[test]
fn one_screen_per_layout_at_other_sizes() {
    let layouts = [
        "stap5-vol",
        "stap3-vol",
        "stap6-vol",
        "begin",
        "boek-wacht",
        "cc-punt3-vol",
        "cc-5c",
        "cc-5c-vol",
        "cc-5d",
        "oogst-akad-ingevuld",
        "oogst-verslag",
    ];
    let sizes = |layout| [(60, 16), (120, 36), (200, 60)].map(|size| (layout, size));
    let screens = layouts.into_iter().flat_map(sizes);
    let screens = screens
        .map(|(layout, (width, height))| (format!("{layout}-{width}x{height}"), (layout, width, height)));
    every(screens, |name, (layout, width, height)| {
        compare(name, &print(&mut played(layout), width, height));
    });
}

/// What is only for the begeleider: marks, whose goal it is, counters and cards.
const PRIVATE: &[&str] = &[
    "(later",
    ", later)",
    "ilgestaan bij",
    "doel van de cliënt",
    "doel van iemand anders",
    "leervraag",
    "heeft nog geen doel",
    "ja maar",
    "ja, maar",
    "aan het woord geweest",
];

/// People of the example. They stand where they say their names themselves, and in the agreement
/// and the texts that people typed.
const NAMES: &[&str] = &["Anna", "Fatma", "Joke", "Ravi"];

#[test]
fn a_screen_that_the_group_sees_tells_nothing_about_anybody() {
    for (name, from, script) in SCREENS {
        let mut play = Play::of(*from, script);
        if !play.is_on_the_wall() {
            continue;
        }
        let printed = print(&mut play, 200, 60);
        let names = if play.names_are_said() { &[] } else { NAMES };
        for word in PRIVATE.iter().chain(names) {
            assert!(!printed.contains(word), "'{word}' stands on '{name}':\n{printed}");
        }
    }
}

/// Where something changes: nothing at all, the smallest screen that works, the design size.
const EDGES: [(u16, u16); 9] =
    [(0, 0), (1, 1), (59, 16), (60, 15), (60, 16), (61, 17), (79, 23), (80, 24), (130, 45)];

/// Sizes at which a screen is drawn: the edges, and a share of all others that differs per screen,
/// so that together they cover the whole range several times.
fn sizes(share: u16) -> impl Iterator<Item = (u16, u16)> {
    const SHARES: u16 = 20;
    let widths = (0..=12).chain((12..=130).step_by(3));
    let all = widths.flat_map(|width| (0..=45).map(move |height| (width, height)));
    let mine = (0_u16..).zip(all).filter(move |(number, _)| number % SHARES == share % SHARES);
    mine.map(|(_, size)| size).chain(EDGES)
}

#[test]
fn no_size_is_too_much() {
    let theme = Theme::probe();
    for (share, (name, from, script)) in (0..).zip(SCREENS) {
        let mut play = Play::of(*from, script);
        for (width, height) in sizes(share) {
            let (buffer, caret) = play.screen(width, height, &theme);
            if let Some((x, y)) = caret {
                assert!(x < width && y < height, "caret at {x},{y} in '{name}' at {width}x{height}");
            }
            if (width < 60 || height < 16) && width > 30 && height > 6 {
                let shown = text(&buffer);
                assert!(shown.contains("Dit venster is te klein."), "'{name}' at {width}x{height}: {shown}");
                assert_eq!(shown.contains("LOOPT"), play.runs(), "'{name}' at {width}x{height}: {shown}");
            }
        }
    }
}

pub fn text(buffer: &Buffer) -> String {
    buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn plain_characters_are_enough() {
    for (name, from, script) in SCREENS {
        let mut play = Play::of(*from, script);
        play.model.prefs.ascii = true;
        let shown = text(&play.screen(80, 24, &Theme::probe()).0);
        let strange: String = shown.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert_eq!(strange, "", "on '{name}'");
    }
}
