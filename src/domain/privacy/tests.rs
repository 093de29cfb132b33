//! What is found and what is left alone, and that no text can hurt the filter.

use super::{Finding, Kind, Known, find, initial, mask, while_typing};
use proptest::prelude::*;
use std::slice::from_ref;
use unicode_segmentation::UnicodeSegmentation;

fn known() -> Known {
    let people = ["Anneke Smit", "Mark de Bakker", "Roos", "Zoë van Dijk", "Jo"];
    Known::new(people.into_iter(), &["Huize Avondrood".to_owned(), "Bep".to_owned()])
}

fn found(text: &str) -> Vec<(Kind, &str)> {
    let parts = find(text, &known()).into_iter();
    parts
        .map(|Finding { span, kind }| (kind, text.get(span).expect("on the borders of characters")))
        .collect()
}

/// Each text with the one thing in it, or nothing.
fn check(kind: Kind, cases: &[(&str, &str)]) {
    for (text, want) in cases {
        let want: Vec<(Kind, &str)> =
            Some((kind, *want)).filter(|(_, text)| !text.is_empty()).into_iter().collect();
        assert_eq!(found(text), want, "{text}");
    }
}

#[test]
fn a_bsn_is_nine_digits_with_the_elfproef() {
    check(
        Kind::Bsn,
        &[
            ("bsn 123456782 staat er", "123456782"),
            ("(249566758)", "249566758"),
            ("123.456.782", "123.456.782"),
            ("nummer 123 45 67 82.", "123 45 67 82"),
            ("1234-56-782", "1234-56-782"),
            ("12345672", "12345672"),
            ("12.345.672", "12.345.672"),
            ("123456789", ""),
            ("000000000", ""),
            ("1234567820", ""),
            ("bsn123456782", "123456782"),
            ("€ 123.456.782", ""),
            ("123.456.782 euro", ""),
            ("123456782,50", ""),
            ("1.123.456.782", ""),
            ("van 14.30-15.00", ""),
        ],
    );
}

#[test]
fn a_phone_has_ten_digits_and_a_service_number_is_nobodys() {
    check(
        Kind::Phone,
        &[
            ("bel 06-12345678", "06-12345678"),
            ("0612345678", "0612345678"),
            ("06 12 34 56 78 na zes", "06 12 34 56 78"),
            ("06.12.34.56.78", "06.12.34.56.78"),
            ("+31 6 12345678", "+31 6 12345678"),
            ("+31 (0)6 1234 5678", "+31 (0)6 1234 5678"),
            ("0031 30 1234567", "0031 30 1234567"),
            ("(030) 123 45 67", "(030) 123 45 67"),
            ("020-1234567,", "020-1234567"),
            ("+32 475 12 34 56", "+32 475 12 34 56"),
            ("bel 112", ""),
            ("0800-1234567", ""),
            ("0900 8844", ""),
            ("07.30-08.15 12 mensen", ""),
            ("01-02-2026 14 uur", ""),
            ("06-123456789", ""),
            ("€ 0612345678", ""),
        ],
    );
}

#[test]
fn addresses_are_found_with_what_belongs_to_them() {
    check(
        Kind::Email,
        &[
            ("mail j.smid@voorbeeld.nl.", "j.smid@voorbeeld.nl"),
            ("jo+zorg@mail.voorbeeld.org!", "jo+zorg@mail.voorbeeld.org"),
            ("@huis", ""),
            ("a@b", ""),
            ("om 5 @ 7", ""),
        ],
    );
    check(
        Kind::Postcode,
        &[
            ("op 3511 LX 12", "3511 LX 12"),
            ("3511lx, nr 12a", "3511lx, nr 12a"),
            ("Dorpsweg 12, 3511 LX", "Dorpsweg 12, 3511 LX"),
            ("rond 3511 LX", "3511 LX"),
            ("1500 mg 2 keer", ""),
            ("1945 en 1950", ""),
            ("in 2026 IK wil", ""),
            ("0511 LX 12", ""),
            ("3511 lx", ""),
        ],
    );
    check(
        Kind::Iban,
        &[
            ("naar NL91 ABNA 0417 1643 00 graag", "NL91 ABNA 0417 1643 00"),
            ("nl91abna0417164300", "nl91abna0417164300"),
            ("BE68 5390 0754 7034", "BE68 5390 0754 7034"),
            ("NL92ABNA0417164300", ""),
            ("NL", ""),
        ],
    );
}

#[test]
fn a_date_of_birth_lies_far_back_or_says_so() {
    check(
        Kind::BirthDate,
        &[
            ("12-03-1948", "12-03-1948"),
            ("1948-03-12", "1948-03-12"),
            ("12 maart 1948 in Ede", "12 maart 1948"),
            ("geb. 3/12/48", "3/12/48"),
            ("geboren op 5 mei 2018", "5 mei 2018"),
            ("geb 12 mrt. '48", "12 mrt. '48"),
            ("12 november 2026", ""),
            ("12-11-2026", ""),
            ("dinsdag 3 maart", ""),
            ("gebeld op 12-03-2026", ""),
            ("3/12/48", ""),
            ("31-13-1948", ""),
            ("sinds 1948", ""),
        ],
    );
}

#[test]
fn a_name_behind_a_title_has_a_capital() {
    check(
        Kind::TitledName,
        &[
            ("mevrouw De Vries belt", "De Vries"),
            ("mw. A.B. van der Berg-Kuiper", "A.B. van der Berg-Kuiper"),
            ("de heer Çelik's fiets", "Çelik's"),
            ("dhr Van 't Hof", "Van 't Hof"),
            ("dr. Op de Beeck", "Op de Beeck"),
            ("mevrouw wil graag", ""),
            ("de heer des huizes", ""),
            ("mevrouw De V. belt", ""),
            ("bel mw. Daarna weer", ""),
            ("bel mevrouw. Utrecht is ver", ""),
            ("mevrouw in Utrecht", ""),
            ("meneer GGZ", ""),
        ],
    );
}

#[test]
fn people_at_the_table_are_found_however_their_name_is_typed() {
    check(
        Kind::Participant,
        &[
            ("anneke belt", "anneke"),
            ("Annekes fiets", "Annekes"),
            ("Anneke’s fiets", "Anneke’s"),
            ("zoe weet het", "zoe"),
            ("Zoe\u{308} weet het", "Zoe\u{308}"),
            ("vraag Roos", "Roos"),
            ("Mark rijdt", "Mark"),
            ("een roos", ""),
            ("naar de markt", ""),
            ("de bakker", ""),
            ("Jo", "Jo"),
            ("jo", ""),
            ("van de", ""),
        ],
    );
    check(
        Kind::Listed,
        &[
            ("bij huize  avondrood langs", "huize  avondrood"),
            ("BEP's hond", "BEP's"),
            ("huize Zonlicht", ""),
            ("bepaald", ""),
        ],
    );
}

#[test]
fn a_verb_behind_somebody_is_no_name() {
    check(
        Kind::Name,
        &[("de cliënt koos iets anders", ""), ("vraag koos mee", "koos"), ("zoon Koos belt", "Koos")],
    );
}

#[test]
fn what_overlaps_is_one_finding_of_the_strongest_kind() {
    assert_eq!(found("mevrouw Smit"), [(Kind::TitledName, "Smit")]);
    assert_eq!(found("bep.smid@voorbeeld.nl"), [(Kind::Email, "bep.smid@voorbeeld.nl")]);
    let two = found("Anneke: 06-12345678");
    assert_eq!(two, [(Kind::Participant, "Anneke"), (Kind::Phone, "06-12345678")]);
}

#[test]
fn a_mask_is_always_as_long_and_an_initial_keeps_the_sentence() {
    let spans = |text: &str| find(text, &known()).into_iter().map(|finding| finding.span).collect::<Vec<_>>();
    for (text, masked, reduced) in [
        ("mevrouw De Vries belt", "mevrouw ■■■ belt", "mevrouw De V. belt"),
        ("dhr. J. van der Berg", "dhr. ■■■", "dhr. J. van der B."),
        ("Anneke en Roos", "■■■ en ■■■", "A. en R."),
        ("gewoon", "gewoon", "gewoon"),
    ] {
        assert_eq!(mask(text, &spans(text)), masked);
        assert_eq!(initial(text, &spans(text)).as_deref(), Some(reduced));
    }
    assert_eq!(mask("kort", from_ref(&(2..9))), "■■■", "spans of another text");
    assert_eq!(mask("één", from_ref(&(1..2))), "■■■");
    assert_eq!(initial("kort", from_ref(&(2..9))), None);
}

#[test]
fn the_wall_shows_no_number_and_no_name_that_is_half_typed() {
    let shown = |text: &str| {
        let found = while_typing(text, &known()).into_iter();
        mask(text, &found.map(|finding| finding.span).collect::<Vec<_>>())
    };
    for (typed, wall) in [
        ("22 23 24 ni", "22 23 24 ni"),
        ("bel 06 12 3", "bel ■■■"),
        ("bel 06-12", "bel 06-12"),
        ("bel 06-123", "bel ■■■"),
        ("bel 06-1234567", "bel ■■■"),
        ("op 3-4-194", "op ■■■"),
        ("op 3-4-1948", "op ■■■"),
        ("mevrouw D", "mevrouw ■■■"),
        ("mevrouw d", "mevrouw d"),
        ("vraag Nel", "vraag ■■■"),
        ("vraag Neli", "vraag ■■■"),
        ("vraag Nelis", "vraag ■■■"),
        ("in Januari", "in Januari"),
        ("om 14.30 uur", "om 14.30 uur"),
    ] {
        assert_eq!(shown(typed), wall, "{typed}");
    }
}

/// Pieces that look like something, with anything between them.
fn texts() -> impl Strategy<Value = String> {
    let pieces = [
        "123456782",
        "06",
        "-",
        "12345678",
        "+31",
        "3511 LX",
        " ",
        " 12",
        "NL91ABNA0417164300",
        "a@b.nl",
        "@",
        ".",
        "mevrouw",
        " De ",
        "Vries",
        "geb. ",
        "12-03-1948",
        "maart",
        "'s",
        "Anneke",
        "’",
        "(030)",
        "Bep",
        "ë",
        "\u{301}",
        "Jan",
        " en ",
        "van der ",
        "J. ",
        "Dorpsstraat 12",
        "94 jaar",
        "kamer 3, ",
        "De Linde",
        "genoemd",
        "\u{200d}",
        "Zwarte Piet",
        "de burgemeester van Urk",
        "dossier ",
        "12-AB-34",
    ];
    let piece = prop_oneof![prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), ".{0,3}"];
    prop_oneof![any::<String>(), prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())]
}

fn masked(text: &str) -> String {
    let spans: Vec<_> = find(text, &known()).into_iter().map(|finding| finding.span).collect();
    mask(text, &spans)
}

proptest! {
    #[test]
    fn a_span_never_cuts_what_is_seen_as_one_sign(text in texts()) {
        let borders: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for found in [find(&text, &known()), while_typing(&text, &known())] {
            for Finding { span, .. } in found {
                prop_assert!(borders.contains(&span.start) && borders.contains(&span.end), "{:?}", span);
            }
        }
    }

    #[test]
    fn masked_twice_is_masked_once(text in texts()) {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once);
    }

    #[test]
    fn while_it_is_typed_nothing_shows_that_is_hidden_later(text in texts()) {
        let typing = while_typing(&text, &known());
        for later in find(&text, &known()) {
            let covered = |now: &Finding| now.span.start <= later.span.start && later.span.end <= now.span.end;
            prop_assert!(typing.iter().any(covered), "{:?}", later);
        }
    }

    #[test]
    fn spans_lie_in_the_text_in_order_and_apart(text in texts()) {
        let found = find(&text, &known());
        for finding in &found {
            prop_assert!(text.get(finding.span.clone()).is_some_and(|part| !part.is_empty()));
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }

    #[test]
    fn nothing_that_was_found_is_left_behind_a_mask(text in texts()) {
        let found = find(&text, &known());
        let spans: Vec<_> = found.iter().map(|finding| finding.span.clone()).collect();
        let masked = mask(&text, &spans);
        for finding in &found {
            let part = text.get(finding.span.clone()).unwrap_or("");
            prop_assert!(text.matches(part).count() > 1 || !masked.contains(part));
        }
        prop_assert_eq!(masked.matches(super::MASK).count(), text.matches(super::MASK).count() + found.len());
    }

    #[test]
    fn an_initial_in_the_place_of_a_titled_name_is_let_through(name in "[A-Z][a-z]{4,9}") {
        let text = format!("mevrouw {name} belt");
        let spans: Vec<_> = find(&text, &Known::default()).into_iter().map(|finding| finding.span).collect();
        let reduced = initial(&text, &spans).unwrap_or_default();
        prop_assert_eq!(find(&reduced, &Known::default()), []);
    }
}
