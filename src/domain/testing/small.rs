//! A werkwijze to test with: AKAD in small.

use crate::domain::method::{
    Activity, Card, Column, Layout, Method, Part, Profile, Source, SpiderField, Step,
};

/// AKAD in small: six steps of which four repeat, and a board of four or three columns.
pub fn method() -> Method {
    let column = |letter: &'static str, name: &'static str| Column {
        letter: letter.into(),
        name: name.into(),
        ..Column::default()
    };
    let part = |name: &'static str, minutes: u32| Part {
        name: name.into(),
        minutes: vec![minutes, minutes * 2],
        ..Part::default()
    };
    let four =
        [column("C", "cliënt"), column("N", "netwerk"), column("I", "informeel"), column("F", "formeel")];
    let three = [column("C", "cliënt"), column("N", "netwerk"), column("F", "formeel")];
    Method {
        id: "akad".to_owned(),
        name: "Anders Kijken Anders Doen".into(),
        short: "AKAD".into(),
        profiles: vec![
            Profile { name: "30 minuten".into(), source: Source::S001 },
            Profile { name: "60 minuten".into(), source: Source::P },
        ],
        layouts: vec![
            Layout {
                name: "vier".into(),
                columns: four.to_vec(),
                parts: vec![part("cliënt en netwerk", 5), part("informeel", 3), part("formeel", 2)],
                ..Layout::default()
            },
            Layout { name: "drie".into(), columns: three.to_vec(), ..Layout::default() },
        ],
        spider: ["wonen", "werk", "netwerk"]
            .map(|name| SpiderField { name: name.into(), ..SpiderField::default() })
            .to_vec(),
        steps: steps(),
        cards: vec![Card {
            id: "ja-maar".to_owned(),
            when: "het ‘ja, maar’ wordt".into(),
            ..Card::default()
        }],
        ..Method::default()
    }
    .filled()
}

fn steps() -> Vec<Step> {
    [
        ("1", "Stap 1", Activity::Terugkoppeling, 10, false),
        ("2", "Stap 2", Activity::Kennismaken, 5, false),
        ("3", "Stap 3", Activity::Toelichten, 5, true),
        ("4", "Stap 4", Activity::Doelen, 5, true),
        ("5", "Stap 5", Activity::Verzamelen, 12, true),
        ("6", "Stap 6", Activity::Samenvatten, 3, true),
    ]
    .map(|(number, name, activity, minutes, per_casus)| Step {
        id: format!("stap-{number}"),
        number: number.into(),
        name: name.into(),
        activity,
        per_casus,
        minutes: vec![minutes, minutes * 2],
        ..Step::default()
    })
    .to_vec()
}
