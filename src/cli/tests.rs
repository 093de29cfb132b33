//! Lines as people type them, and what is made of them.

use super::*;

fn parsed(line: &str) -> Result<Orders, Misuse> {
    parse(line.split_whitespace().map(OsString::from))
}

fn order(line: &str) -> Order {
    parsed(line).unwrap_or_else(|misuse| panic!("{line}: {misuse}")).order
}

fn named(name: &str) -> SessionName {
    SessionName::Named(PathBuf::from(name))
}

fn export(session: &str) -> Export {
    Export {
        session: named(session),
        formats: None,
        to: Target::Usual,
        sheet: None,
        casus: None,
        unfiltered: false,
    }
}

#[test]
fn what_wipes_and_what_leaves_whole_has_to_be_said() {
    for (line, want) in [
        ("wis x --casus 2", Order::Wipe(Wipe { session: named("x"), casus: Some(2) })),
        ("wis laatste", Order::Wipe(Wipe { session: SessionName::Latest, casus: None })),
        ("export x --ongefilterd", Order::Export(Export { unfiltered: true, ..export("x") })),
    ] {
        assert_eq!(parsed(line).unwrap().order, want, "{line}");
    }
}

#[test]
fn a_line_becomes_an_order() {
    let papers = |method: Option<&str>, to: Option<&str>| Order::Papers {
        sheet: None,
        method: method.map(str::to_owned),
        to: to.map(PathBuf::from),
    };
    for (line, want) in [
        ("", Order::Start),
        ("nieuw", Order::New),
        ("open laatste", Order::Open(SessionName::Latest)),
        ("open 2026-11-22-akad-1", Order::Open(named("2026-11-22-akad-1"))),
        ("open ./laatste", Order::Open(named("./laatste"))),
        ("open -- -x", Order::Open(named("-x"))),
        ("groepsscherm", Order::Group),
        ("tijd", Order::Time),
        ("oefen", Order::Practice { method: None, fresh: false }),
        ("oefen --opnieuw", Order::Practice { method: None, fresh: true }),
        (
            "oefen --werkwijze case-conference",
            Order::Practice { method: Some("case-conference".to_owned()), fresh: false },
        ),
        ("--opnieuw oefen", Order::Practice { method: None, fresh: true }),
        ("bladen", papers(None, None)),
        ("bladen --werkwijze akad --naar hier", papers(Some("akad"), Some("hier"))),
        ("controleer a.ron b.ron", Order::Check(vec!["a.ron".into(), "b.ron".into()])),
        ("herstel laatste", Order::Repair(SessionName::Latest)),
        ("lijst", Order::List),
        ("--help", Order::Help),
        ("-h", Order::Help),
        ("help", Order::Help),
        ("hulp export", Order::Help),
        ("export --help", Order::Help),
        ("--versie", Order::Version),
        ("--version", Order::Version),
    ] {
        assert_eq!(order(line), want, "{line}");
    }
}

#[test]
fn an_export_says_what_and_where_to() {
    for (line, want) in [
        ("export x", Order::Export(export("x"))),
        ("export x --als alles", Order::Export(Export { formats: Some(Formats::All), ..export("x") })),
        (
            "--als=MD export x --naar - --casus 2 --blad noodblad",
            Order::Export(Export {
                formats: Some(Formats::One(Format::Markdown)),
                to: Target::Screen,
                sheet: Some(Sheet::Fallback),
                casus: Some(2),
                ..export("x")
            }),
        ),
        (
            "export x --naar /tmp/y --blad compensatiematrix",
            Order::Export(Export {
                to: Target::Folder("/tmp/y".into()),
                sheet: Some(Sheet::Matrix),
                ..export("x")
            }),
        ),
        ("export x --als txt --als html", {
            Order::Export(Export { formats: Some(Formats::One(Format::Html)), ..export("x") })
        }),
        ("export x --als docx", {
            Order::Export(Export { formats: Some(Formats::One(Format::Docx)), ..export("x") })
        }),
        ("export x --als CSV --naar -", {
            Order::Export(Export { formats: Some(Formats::Ideas), to: Target::Screen, ..export("x") })
        }),
    ] {
        assert_eq!(order(line), want, "{line}");
    }
}

#[test]
fn what_comes_after_the_meeting_has_words_too() {
    for (line, want) in [
        ("inzien", Order::Review(None)),
        ("inzien laatste", Order::Review(Some(SessionName::Latest))),
        ("inzien thuis/linde.ron", Order::Review(Some(named("thuis/linde.ron")))),
        ("pakket x", { Order::Packet(Packing { session: named("x"), casus: None, to: Target::Usual }) }),
        ("pakket x --casus 2 --naar -", {
            Order::Packet(Packing { session: named("x"), casus: Some(2), to: Target::Screen })
        }),
        ("neem-over a.ron", Order::TakeOver { file: "a.ron".into(), yes: false }),
        ("neem-over a.ron --ja", Order::TakeOver { file: "a.ron".into(), yes: true }),
    ] {
        assert_eq!(order(line), want, "{line}");
    }
}

#[test]
fn what_holds_everywhere_may_stand_anywhere() {
    let want = Orders {
        order: Order::Open(SessionName::Latest),
        map: Some("/tmp/m".into()),
        theme: Some("donker".to_owned()),
        ascii: true,
    };
    for line in [
        "--map /tmp/m --thema donker --ascii open laatste",
        "open laatste --map=/tmp/m --thema=donker --ascii",
        "--ascii open --map /tmp/m laatste --thema donker",
    ] {
        assert_eq!(parsed(line), Ok(want.clone()), "{line}");
    }
    for command in &words::COMMANDS {
        let after = if command.after.is_empty() { "" } else { "x" };
        assert!(parsed(&format!("{} {after} --ascii --map m", command.word)).unwrap().ascii);
    }
}

#[test]
fn what_is_wrong_is_said_in_one_sentence() {
    for (line, want) in [
        ("exprot x", "Het woord 'exprot' bestaat niet. Bedoel je 'export'?"),
        (
            "banaan",
            "Het woord 'banaan' bestaat niet. Kies uit: nieuw, open, inzien, oefen, groepsscherm, tijd, export, pakket, neem-over, bladen, handleiding, boek, controleer, herstel, wis, \
             lijst.",
        ),
        ("--tema donker", "De optie '--tema' bestaat niet. Bedoel je --thema?"),
        ("--xyz", "De optie '--xyz' bestaat niet."),
        ("-x", "De optie '-x' bestaat niet."),
        (
            "open",
            "Welke bespreking? Zet de naam erachter, zoals: oogst open laatste. De namen zie je met: oogst lijst.",
        ),
        (
            "herstel",
            "Welke bespreking? Zet de naam erachter, zoals: oogst herstel laatste. De namen zie je met: oogst \
             lijst.",
        ),
        ("open a b", "Het woord 'b' is te veel; oogst open heeft er geen plek voor."),
        ("lijst a", "Het woord 'a' is te veel; oogst lijst heeft er geen plek voor."),
        ("controleer", "Welk bestand? Zet de naam erachter, zoals: oogst controleer mijn.ron."),
        ("--map", "Achter --map hoort een map."),
        ("export x --naar --als md", "Achter --naar hoort een map."),
        ("open x --thema=", "Achter --thema hoort de naam van een thema, zoals donker."),
        ("--ascii=ja", "--ascii staat op zichzelf; laat weg wat er met = achter staat."),
        ("lijst --als md", "--als hoort bij export, handleiding en boek, niet bij oogst lijst."),
        ("--opnieuw", "--opnieuw hoort bij oefen, niet bij het startscherm."),
        (
            "oefen --naar x",
            "--naar hoort bij export, pakket, bladen, handleiding en boek, niet bij oogst oefen.",
        ),
        ("export x --als pdf", "De soort 'pdf' bestaat niet. Kies uit: html, txt, md, docx, csv, alles."),
        ("export x --als htm", "De soort 'htm' bestaat niet. Bedoel je 'html'?"),
        ("export x --blad werkblad", "Het blad 'werkblad' bestaat niet. Bedoel je 'werkblad8'?"),
        ("export x --blad spinetje", "Het blad 'spinetje' bestaat niet. Bedoel je 'spinnetje'?"),
        (
            "export x --blad x",
            "Het blad 'x' bestaat niet. Kies uit: tipblad, werkblad8, koppelversie, berichten, post-its, \
             uitnodiging, agenda, flappen, compensatiematrix, spinnetje, kaarten, tijdkaart, noodblad, \
              tijdverslag, adviesblad, spiekbriefje, handleiding.",
        ),
        ("export x --casus 0", "'0' is geen nummer van een casus. Schrijf bijvoorbeeld: --casus 1."),
        ("export x --casus twee", "'twee' is geen nummer van een casus. Schrijf bijvoorbeeld: --casus 1."),
        ("export x --blad kaarten --casus 1", "Kaarten is voor de hele bespreking. Laat --casus weg."),
        (
            "export x --als alles --naar -",
            "Op het scherm past één soort. Kies achter --als uit: html, txt, md, csv.",
        ),
        ("export x --als docx --naar -", "docx past niet op het scherm. Noem een map achter --naar."),
        ("export x --als csv --blad tips", "csv is één tabel van alle tips. Laat --blad en --casus weg."),
        ("export x --als csv --casus 1", "csv is één tabel van alle tips. Laat --blad en --casus weg."),
        ("bladen --naar -", "De bladen gaan naar een map. Noem er een achter --naar."),
        ("expor", "Het woord 'expor' bestaat niet. Bedoel je 'export'?"),
    ] {
        let misuse = parsed(line).unwrap_err();
        assert_eq!(misuse.0, want, "{line}");
        assert!(misuse.to_string().ends_with("oogst --help"));
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_stays_what_it_is() {
    use std::os::unix::ffi::OsStringExt;
    let odd = OsString::from_vec(vec![b'a', 0xFF]);
    let orders = parse([OsString::from("open"), odd.clone()]).unwrap();
    assert_eq!(orders.order, Order::Open(SessionName::Named(PathBuf::from(odd.clone()))));
    let orders = parse([OsString::from("--map"), odd.clone()]).unwrap();
    assert_eq!(orders.map, Some(PathBuf::from(odd.clone())));
    assert!(parse([odd]).is_err());
}

#[test]
fn help_is_short_and_names_everything() {
    let help = help();
    for line in help.lines() {
        assert!(line.chars().count() <= 80 && !line.ends_with(' '), "{line:?}");
    }
    assert!(help.lines().count() <= 80);
    for command in &words::COMMANDS {
        assert!(help.contains(&format!("oogst {}", command.word)) && help.contains(command.about));
        for name in command.options {
            assert!(words::OPTIONS.iter().any(|option| option.name == *name), "{name}");
        }
    }
    for option in words::OPTIONS.iter().chain(&words::EVERYWHERE) {
        assert!(
            help.contains(&format!("--{}", option.name))
                && option.about.lines().all(|line| help.contains(line))
        );
    }
    let als = words::option("als").unwrap();
    let kinds = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.filter(|word| parsed(&format!("export x --als={word}")).is_ok()).map(str::to_owned).collect()
    };
    let formats = Format::ALL.map(Format::extension);
    assert_eq!(kinds(als.about), [&formats[..], &["alles", "csv"]].concat());
    assert_eq!(kinds(als.lack), [&formats[..], &["csv", "alles"]].concat());
    for (example, _) in &words::EXAMPLES {
        assert!(parsed(example.strip_prefix("oogst ").unwrap()).is_ok(), "{example}");
    }
    assert!(!help.contains("oogst jaarplanning"), "not there yet");
}

#[test]
fn the_handbook_is_files_or_text() {
    let order_of = |formats: &[Format], to| Order::Handbook { formats: formats.to_vec(), to };
    for (line, want) in [
        ("handleiding", order_of(&[Format::Html, Format::Text], Target::Usual)),
        ("handleiding --naar -", order_of(&[Format::Text], Target::Screen)),
        ("handleiding --als md --naar -", order_of(&[Format::Markdown], Target::Screen)),
        ("handleiding --als alles --naar hier", order_of(&Format::ALL, Target::Folder("hier".into()))),
    ] {
        assert_eq!(order(line), want, "{line}");
    }
    for (line, want) in [
        ("handleiding --als csv", "Kies achter --als uit: html, txt, md, docx, alles"),
        ("handleiding --als docx --naar -", "past niet op het scherm"),
        ("handleiding --als alles --naar -", "past één soort"),
        ("handleiding --blad tips", "hoort bij export en bladen"),
        ("bladen --blad handleidin", "Bedoel je 'handleiding'"),
    ] {
        let misuse = parsed(line).expect_err(line).to_string();
        assert!(misuse.contains(want), "{line}: {misuse}");
    }
}

#[test]
fn the_book_is_a_screen_or_a_file() {
    for (line, want) in [
        ("boek", None),
        ("boek --als CSV", Some((Form::Csv, Target::Usual))),
        ("boek --als md --naar -", Some((Form::Markdown, Target::Screen))),
        ("boek --als csv --naar hier", Some((Form::Csv, Target::Folder("hier".into())))),
    ] {
        assert_eq!(order(line), Order::Book(want), "{line}");
    }
    for (line, want) in [
        ("boek --naar hier", "--als csv"),
        ("boek --als mdd", "Bedoel je 'md'"),
        ("boek --als html", "Kies uit: csv, md"),
        ("boek kast", "te veel"),
        ("boek --casus 1", "hoort bij export"),
    ] {
        let misuse = parsed(line).expect_err(line).to_string();
        assert!(misuse.contains(want), "{line}: {misuse}");
    }
}
