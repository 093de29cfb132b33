//! The shipped themes, their contrast, and what goes wrong in one.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one thing among many")]

use std::collections::BTreeSet;

use ron::extensions::Extensions;

use super::colour::{LIT_ROOM, MONITOR, contrast};
use super::*;

/// The reader of RON files is not of this room.
fn read(text: &str) -> Result<RawTheme, ron::error::SpannedError> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

fn find(name: &str) -> Option<RawTheme> {
    shipped(name).map(|text| read(text).unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn shipped_looks() -> Vec<Looks> {
    SHIPPED
        .iter()
        .map(|(name, _)| resolve(name, &mut find).unwrap_or_else(|p| panic!("{name}: {p:?}")))
        .collect()
}

/// The problems of a user's theme, as `path: sentence`.
fn problems(text: &str) -> Vec<String> {
    let own = read(text).expect("a theme file");
    let mut look = |name: &str| if name == "eigen" { Some(own.clone()) } else { find(name) };
    let told = resolve("eigen", &mut look).expect_err("problems");
    told.into_iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect()
}

#[test]
fn the_shipped_list_is_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("folder")
        .map(|file| file.expect("file").file_name().into_string().expect("name"))
        .collect();
    let listed: BTreeSet<String> = SHIPPED.iter().map(|(name, _)| format!("{name}.ron")).collect();
    assert_eq!(files, listed);
    for (name, _) in SHIPPED {
        assert_eq!(find(name).expect("shipped").name, name);
    }
}

#[test]
fn the_light_model_gives_the_known_numbers() {
    let round = |a, b, stray| (contrast(a, b, stray) * 10.0).round() / 10.0;
    let (black, white, yellow) = (Rgb(0, 0, 0), Rgb(255, 255, 255), Rgb(240, 228, 66));
    let near = |a: f64, b: f64| assert!((a - b).abs() < 0.001, "{a} is not {b}");
    near(round(white, black, MONITOR), 21.0);
    near(round(white, black, 0.08), 13.5);
    near(round(white, black, LIT_ROOM), 6.0);
    near(round(yellow, black, LIT_ROOM), 4.7);
    near(round(Rgb(128, 128, 128), black, LIT_ROOM), 2.1);
    near(round(Rgb(64, 64, 64), white, LIT_ROOM), 4.8);
}

#[test]
fn every_text_can_be_read_on_a_monitor_and_on_a_wall_with_the_lights_on() {
    for looks in shipped_looks() {
        for role in Role::ALL.into_iter().filter(|role| role.carries_text()) {
            let (fore, back) = looks.of(role).shown();
            let (monitor, wall) = (contrast(fore, back, MONITOR), contrast(fore, back, LIT_ROOM));
            assert!(monitor >= 7.0 && wall >= 4.5, "{} {role:?}: {monitor:.1} and {wall:.1}", looks.name);
        }
    }
}

/// The sixteen colours as the plainest terminal paints them.
fn plainest(colour: Color) -> Rgb {
    match colour {
        Color::Black => Rgb(0, 0, 0),
        Color::DarkGray => Rgb(85, 85, 85),
        Color::Gray => Rgb(170, 170, 170),
        Color::White => Rgb(255, 255, 255),
        Color::LightYellow => Rgb(255, 255, 85),
        Color::Indexed(number @ 232..) => {
            let grey = 8 + 10 * (number - 232);
            Rgb(grey, grey, grey)
        }
        Color::Indexed(number @ 16..) => {
            let level = |part: u8| [0, 95, 135, 175, 215, 255][usize::from(part % 6)];
            let number = number - 16;
            Rgb(level(number / 36), level(number / 6), level(number))
        }
        other => panic!("no text stands in {other}"),
    }
}

/// What many terminals of sixteen colours paint for a bold one of the first eight.
fn brightened(colour: Color) -> Color {
    match colour {
        Color::Black => Color::DarkGray,
        Color::Red => Color::LightRed,
        Color::Green => Color::LightGreen,
        Color::Yellow => Color::LightYellow,
        Color::Blue => Color::LightBlue,
        Color::Magenta => Color::LightMagenta,
        Color::Cyan => Color::LightCyan,
        Color::Gray => Color::White,
        other => other,
    }
}

#[test]
fn in_sixteen_colours_nothing_is_painted_in_another_colour_than_was_asked() {
    for looks in shipped_looks() {
        let theme = Theme::new(&looks, Depth::C16);
        for role in Role::ALL {
            let style = theme.style(role);
            let fore = style.fg.expect("fg");
            if style.add_modifier.contains(Modifier::BOLD) {
                assert_eq!(brightened(fore), fore, "{} {role:?}", looks.name);
            }
        }
    }
}

#[test]
fn every_text_can_be_read_with_fewer_colours() {
    for looks in shipped_looks() {
        for depth in [Depth::C256, Depth::C16] {
            let theme = Theme::new(&looks, depth);
            for role in Role::ALL.into_iter().filter(|role| role.carries_text()) {
                let style = theme.style(role);
                let (fore, back) = (style.fg.expect("fg"), style.bg.expect("bg"));
                let bold = style.add_modifier.contains(Modifier::BOLD);
                let fore = if bold { brightened(fore) } else { fore };
                let ratio = contrast(plainest(fore), plainest(back), MONITOR);
                assert!(ratio >= 7.0, "{} {role:?} {depth:?}: {fore} on {back}: {ratio:.1}", looks.name);
            }
        }
    }
}

#[test]
fn what_stands_out_stands_out_in_every_theme_and_depth() {
    use Role::{
        BarDone, BarLeft, Big, Calm, Head, HeadActive, Nearly, Over, Popup, PopupHead, Saved, Selected, Text,
        TimeUp, Unsaved,
    };
    let pairs = [
        (Text, Selected),
        (Head, HeadActive),
        (BarDone, BarLeft),
        (Text, Big),
        (Calm, Nearly),
        (Nearly, TimeUp),
        (TimeUp, Over),
        (Popup, PopupHead),
        (Saved, Unsaved),
    ];
    for looks in shipped_looks() {
        for depth in [Depth::True, Depth::C256, Depth::C16, Depth::None] {
            let theme = Theme::new(&looks, depth);
            for (one, other) in pairs {
                assert_ne!(
                    theme.style(one),
                    theme.style(other),
                    "{} {depth:?} {one:?} {other:?}",
                    looks.name
                );
            }
        }
    }
}

#[test]
fn kinds_stay_different_in_the_colour_themes() {
    let kinds = [Role::KindC, Role::KindN, Role::KindI, Role::KindF, Role::KindX];
    for looks in shipped_looks().into_iter().filter(|l| l.name == "licht" || l.name == "donker") {
        for depth in [Depth::True, Depth::C256, Depth::C16] {
            let theme = Theme::new(&looks, depth);
            let fills: BTreeSet<String> = kinds.map(|kind| format!("{:?}", theme.style(kind).bg)).into();
            assert_eq!(fills.len(), kinds.len(), "{} {depth:?}: {fills:?}", looks.name);
        }
    }
}

#[test]
fn without_colours_there_are_only_attributes() {
    for looks in shipped_looks() {
        let theme = Theme::new(&looks, Depth::None);
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{} {role:?}", looks.name);
        }
        assert!(theme.style(Role::Selected).add_modifier.contains(Modifier::REVERSED), "{}", looks.name);
        assert!(!theme.style(Role::Text).add_modifier.contains(Modifier::REVERSED), "{}", looks.name);
    }
}

#[test]
fn every_role_paints_both_grounds_and_never_faint_or_blinking() {
    let allowed = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
    for looks in shipped_looks() {
        let theme = Theme::new(&looks, Depth::True);
        for role in Role::ALL {
            let style = theme.style(role);
            assert!(style.fg.is_some() && style.bg.is_some(), "{} {role:?}", looks.name);
            assert!((style.add_modifier - allowed).is_empty(), "{} {role:?}", looks.name);
        }
    }
}

#[test]
fn letters_keys_and_probe_colours_are_unique() {
    let letters: BTreeSet<char> = Role::ALL.into_iter().map(Role::letter).collect();
    let keys: BTreeSet<&str> = Role::ALL.into_iter().map(Role::key).collect();
    assert_eq!((letters.len(), keys.len()), (Role::COUNT, Role::COUNT));
    assert!(!letters.contains(&'?'));
    for role in Role::ALL {
        let painted = Theme::probe().style(role).fg.expect("fg");
        assert_eq!(Role::of_probe(painted), Some(role));
    }
    assert_eq!(Role::of_probe(Color::Reset), None);
}

#[test]
fn only_the_theme_and_its_parents_are_read() {
    let mut asked = Vec::new();
    let mut counted = |name: &str| {
        asked.push(name.to_owned());
        find(name)
    };
    resolve("donker", &mut counted).expect("theme");
    assert_eq!(asked, ["donker", "licht"]);
}

#[test]
fn a_users_theme_changes_what_it_names_and_inherits_the_rest() {
    let own = r##"(naam: "eigen", kleuren: {"papier": "#fffff0"}, rollen: {titel: (onderstreept: true)})"##;
    let own = read(own).expect("theme");
    let mut look = |name: &str| if name == "eigen" { Some(own.clone()) } else { find(name) };
    let looks = resolve("eigen", &mut look).expect("theme");
    let title = looks.of(Role::Title);
    assert!(title.bold && title.underline);
    assert_eq!(title.back, Rgb(255, 255, 240));
    assert_eq!(looks.of(Role::Text).back, Rgb(255, 255, 240));
}

#[test]
fn a_wrong_colour_is_told_where_it_stands() {
    assert_eq!(
        problems(
            r##"(naam: "eigen", kleuren: {"geel": "f0e442"}, rollen: {titel: (voor: "geel"), hint: (achter: "#12345"), lijn: (voor: "blauw")})"##
        ),
        [
            "kleuren.geel: 'f0e442' is geen kleur. Schrijf #rrggbb, bijvoorbeeld #f0e442.",
            "rollen.hint.achter: '#12345' is geen kleur. Schrijf #rrggbb, bijvoorbeeld #f0e442.",
            "rollen.lijn.voor: De kleur 'blauw' staat niet bij 'kleuren'. Zet hem daar, of schrijf #rrggbb.",
        ]
    );
}

#[test]
fn parents_that_do_not_exist_or_go_round_are_told() {
    assert_eq!(
        problems(r#"(naam: "eigen", erft: "lihct")"#),
        ["erft: Het thema 'lihct' bestaat niet; er valt niets van te erven."]
    );
    assert_eq!(
        problems(r#"(naam: "eigen", erft: "eigen")"#),
        ["erft: Thema's erven in een kring: eigen → eigen."]
    );
    let told = resolve("weg", &mut find).expect_err("unknown");
    assert_eq!(told.first().map(|p| p.message.as_str()), Some("Het thema 'weg' bestaat niet."));
}

#[test]
fn a_typing_error_in_a_role_is_found_by_the_reader() {
    let error =
        read("(\n naam: \"eigen\",\n rollen: {\n  tietel: (vet: true),\n })").expect_err("typing error");
    assert_eq!(error.span.start.line, 4);
    assert!(read(r#"(naam: "eigen", rollen: {titel: (dik: true)})"#).is_err());
    assert!(read(r#"(naam: "eigen", kleur: {})"#).is_err());
}

#[test]
fn the_environment_tells_the_depth() {
    let told = |pairs: &[(&str, &str)], all| {
        let value =
            |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Depth::of(value, all)
    };
    let depth = |pairs: &[(&str, &str)]| told(pairs, false);
    assert_eq!(depth(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]), Depth::None);
    assert_eq!(depth(&[("COLORTERM", "truecolor"), ("NO_COLOR", "")]), Depth::True);
    assert_eq!(depth(&[("COLORTERM", "24bit"), ("TERM", "xterm")]), Depth::True);
    assert_eq!(depth(&[("WT_SESSION", "x")]), Depth::True);
    assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::C256);
    assert_eq!(depth(&[("TERM", "linux")]), Depth::C16);
    assert_eq!(depth(&[("TERM", "dumb")]), Depth::None);
    assert_eq!(depth(&[]), Depth::C16);
    assert_eq!(told(&[], true), Depth::True, "a console of Windows, started by a double click");
    assert_eq!(told(&[("TERM", "xterm")], true), Depth::True);
    assert_eq!(told(&[("NO_COLOR", "1")], true), Depth::None);
}

#[test]
fn black_and_white_are_exact_with_256_colours() {
    assert_eq!(colour::shown(Rgb(0, 0, 0), Depth::C256), Some(Color::Indexed(16)));
    assert_eq!(colour::shown(Rgb(255, 255, 255), Depth::C256), Some(Color::Indexed(231)));
    assert_eq!(colour::shown(Rgb(58, 58, 58), Depth::C256), Some(Color::Indexed(237)));
}
