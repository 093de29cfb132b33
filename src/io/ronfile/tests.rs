//! The reader on small shapes, on arbitrary text and on large garbage.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::domain::method::{Method, check};
use crate::io::methods;

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Shape {
    name: String,
    size: Option<u8>,
    ratio: f32,
    letter: char,
    pair: (u8, bool),
    keys: BTreeMap<String, Act>,
    inner: Option<Box<Shape>>,
    list: Vec<Shape>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
enum Act {
    #[default]
    Stop,
    Go(u8),
}

fn said(text: &str) -> Vec<String> {
    said_with(text, |_| Vec::new())
}

fn said_with(text: &str, check: impl Fn(&Shape) -> Vec<Problem>) -> Vec<String> {
    match read::<Shape>(text, check) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn options_need_no_some_and_may_have_it() {
    let plain: Shape = read("(size: 3, inner: (name: \"x\"))", |_| Vec::new()).unwrap();
    let some: Shape = read("(size: Some(3), inner: Some((name: \"x\")))", |_| Vec::new()).unwrap();
    assert_eq!(plain, some);
}

#[test]
fn a_path_goes_through_some_lists_and_maps() {
    assert_eq!(
        said(
            "(inner: Some((name: 3)), list: [(), (inner: (size: 300))], keys: {\"a b\": Gone, \"c\": Go(x)})"
        ),
        [
            "regel 1, kolom 15, inner.name: hier hoort een tekst tussen aanhalingstekens, maar er staat het getal 3. Schrijf \"3\".",
            "regel 1, kolom 46, list[2].inner.size: '300' is te groot. Schrijf een kleiner getal.",
            "regel 1, kolom 67, keys.a b: het woord 'Gone' kan hier niet. Kies uit: Stop, Go.",
            "regel 1, kolom 88, keys.c[1]: hier hoort een heel getal, maar er staat het woord x. Pas de waarde aan.",
        ]
    );
}

#[test]
fn what_follows_from_a_fault_is_not_a_second_problem() {
    assert_eq!(said("(pair: (300, true))").len(), 1);
    assert_eq!(said("(pair: (1, 2))").len(), 1);
    let too_few = |shape: &Shape| {
        let mut problems = Vec::new();
        if shape.list.len() < 2 {
            problems.push(Problem { path: "list".into(), message: "te kort".into() });
        }
        if shape.name.is_empty() {
            problems.push(Problem { path: "name".into(), message: "leeg".into() });
        }
        problems
    };
    assert_eq!(said_with("(nane: \"x\", list: [(), 3])", too_few).len(), 2);
    assert_eq!(
        said_with("(list: [()])", too_few),
        ["regel 1, kolom 1, name: leeg", "regel 1, kolom 2, list: te kort"]
    );
}

#[test]
fn a_problem_of_meaning_finds_its_element_after_one_was_taken_out() {
    let second = |_: &Shape| vec![Problem { path: "list[1].name".into(), message: "leeg".into() }];
    let text = "(list: [\n  (),\n  3,\n  (name: \"\"),\n])";
    let lines = said_with(text, second);
    assert!(lines.iter().any(|line| line == "regel 4, kolom 4, list[3].name: leeg"), "{lines:?}");
}

#[test]
fn columns_count_characters() {
    let text = "(name: \"éé\u{1f600}\", sise: 3)";
    assert_eq!(said(text), ["regel 1, kolom 15, sise: het veld 'sise' bestaat niet. Bedoel je 'size'?"]);
}

#[test]
fn a_very_long_list_of_faults_ends_with_a_promise() {
    let text = format!("(list: [{}])", "(name: 3),\n".repeat(100));
    let lines = said(&text);
    assert_eq!(lines.len(), MAX_ROUNDS + 1);
    assert!(lines.last().unwrap().contains("er zijn nog meer fouten"));
}

#[test]
fn large_garbage_is_refused_quickly() {
    let big = 300_000;
    let pieces = [
        "(",
        "[",
        "{",
        "\"",
        "'",
        "/*",
        "/",
        "a",
        "a:",
        "é",
        "“",
        "''",
        "'a',",
        "[1,",
        "(a:",
        "1,",
        "Some(",
        "\u{a0}",
        "(list:[",
        "r#",
        "#![",
        "\\",
        "a b ",
        ")",
        "b'",
        "\n",
        "(name:3),",
        "/**/",
        "//\n",
    ];
    let started = Instant::now();
    for piece in pieces {
        for (head, tail) in [("", ""), ("(list: [", "])"), ("(name: \"", "\")")] {
            let text = format!("{head}{}{tail}", piece.repeat(big / piece.len()));
            let _any = read::<Shape>(&text, |_| Vec::new());
        }
        let ten = piece.repeat(10_000_000 / piece.len());
        assert!(read::<Shape>(&ten, |_| Vec::new()).is_err());
    }
    // Generous: this is a debug build on any machine; what must not happen is quadratic work.
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}

fn plain(text: &str) -> Option<Method> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str::<Method>(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

/// What always holds, whatever the text.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let lines = text.split('\n').count();
    match methods::parse(text) {
        Ok(method) => {
            prop_assert!(check::check(&method).is_empty());
            // Strictly what the library itself makes of it.
            prop_assert_eq!(Some(method), plain(text));
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in &problems {
                prop_assert!((1..=lines).contains(&problem.line) && problem.column >= 1);
                let printed = problem.to_string();
                prop_assert!(!printed.contains("xpected") && !printed.contains('\n'), "{}", printed);
            }
            let sound = plain(text).is_some_and(|method| check::check(&method).is_empty());
            prop_assert!(!sound, "refused what is sound: {:?}", problems);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_text_of_ron_signs_is_answered(
        text in r#"([()\[\]{}:,"'=/\\*#!rb _\n\r\u{a0}“”0-9.+-]|naam|id|Some|stappen|true|//|/\*|\*/|é){0,80}"#
    ) {
        holds(&text)?;
        holds(&format!("(id: \"x\", stappen: [{text}])"))?;
    }

    #[test]
    fn a_damaged_good_file_is_answered(
        edits in prop::collection::vec((0.0..1.0_f64, 0..4_usize, "[(){}\\[\\],:\"'/*=a-z0-9 \\n\u{a0}é“]{0,3}"), 1..6)
    ) {
        let good = methods::shipped().first().unwrap().1;
        let mut chars: Vec<char> = good.chars().collect();
        for (place, gone, new) in edits {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place")]
            let at = (place * chars.len() as f64) as usize;
            let end = (at + gone).min(chars.len());
            chars.splice(at..end, new.chars());
        }
        holds(&chars.into_iter().collect::<String>())?;
    }
}
