//! The words of the command line in one table: help, messages and the handbook are made from it.
//!
//! Must not know: how a line is read, or what a command does.

/// A command as people type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// Empty for the program by itself.
    pub word: &'static str,
    /// What comes after the word, as help shows it.
    pub after: &'static str,
    pub about: &'static str,
    /// The options that belong to it, without those of [`EVERYWHERE`].
    pub options: &'static [&'static str],
}

/// An option as people type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub name: &'static str,
    /// The word for its value; empty when it has none.
    pub value: &'static str,
    pub about: &'static str,
    /// What is missing when there is no value.
    pub lack: &'static str,
}

/// All commands, in the order of help.
pub const COMMANDS: [Command; 17] = [
    Command { word: "", after: "", about: "Het startscherm", options: &[] },
    Command { word: "nieuw", after: "", about: "Begin een nieuwe bespreking", options: &[] },
    Command { word: "open", after: "SESSIE", about: "Ga verder met een bespreking", options: &[] },
    Command { word: "inzien", after: "[SESSIE]", about: "Mijn oogst: wat werd er van de tips", options: &[] },
    Command {
        word: "oefen",
        after: "",
        about: "Oefen met een voorbeeldcasus",
        options: &["werkwijze", "opnieuw"],
    },
    Command {
        word: "groepsscherm",
        after: "",
        about: "Het venster voor de groep, op de projector",
        options: &[],
    },
    Command { word: "tijd", after: "", about: "Het venster van de tijdbewaker", options: &[] },
    Command {
        word: "export",
        after: "SESSIE",
        about: "Maak bestanden van een bespreking",
        options: &["als", "naar", "blad", "casus", "ongefilterd"],
    },
    Command {
        word: "pakket",
        after: "SESSIE",
        about: "Eén casus als bestand, voor thuis",
        options: &["casus", "naar"],
    },
    Command {
        word: "neem-over",
        after: "BESTAND",
        about: "Neem over wat thuis is ingevuld",
        options: &["ja"],
    },
    Command {
        word: "bladen",
        after: "",
        about: "Maak lege bladen voor vooraf",
        options: &["werkwijze", "blad", "naar"],
    },
    Command {
        word: "handleiding",
        after: "",
        about: "De handleiding, om te lezen of af te drukken",
        options: &["als", "naar"],
    },
    Command { word: "boek", after: "", about: "Wat werkte: het boek met lessen", options: &["als", "naar"] },
    Command {
        word: "controleer",
        after: "BESTAND…",
        about: "Kijk een werkwijze, thema of instelling na",
        options: &[],
    },
    Command {
        word: "herstel",
        after: "SESSIE",
        about: "Red wat er in een kapot logboek staat",
        options: &[],
    },
    Command {
        word: "wis",
        after: "SESSIE",
        about: "Wis een bespreking definitief, of één casus",
        options: &["casus"],
    },
    Command { word: "lijst", after: "", about: "Toon de namen van je besprekingen", options: &[] },
];

/// The options of one command, in the order of help.
pub const OPTIONS: [Choice; 8] = [
    Choice {
        name: "als",
        value: "SOORT",
        about: "html, txt, md, docx of alles; csv: alle tips in een tabel",
        lack: "html, txt, md, docx, csv of alles",
    },
    Choice { name: "naar", value: "MAP", about: "Waar de bestanden komen; - is het scherm", lack: "een map" },
    Choice {
        name: "blad",
        value: "BLAD",
        about: "Welk blad, zoals tipblad, werkblad8 of noodblad",
        lack: "de naam van een blad, zoals tips",
    },
    Choice {
        name: "casus",
        value: "N",
        about: "Alleen deze casus: 1, 2, …",
        lack: "het nummer van een casus",
    },
    Choice {
        name: "ongefilterd", value: "", about: "Laat namen en adressen staan; anders ■■■", lack: ""
    },
    Choice {
        name: "werkwijze",
        value: "ID",
        about: "Voor welke werkwijze; anders akad",
        lack: "de naam van een werkwijze, zoals akad",
    },
    Choice { name: "ja", value: "", about: "Zonder eerst te vragen", lack: "" },
    Choice { name: "opnieuw", value: "", about: "Begin de oefening van voren af aan", lack: "" },
];

/// What an option means to one command, where that is not what it means to the others.
pub const SPECIAL: [(&str, Choice); 4] = [
    (
        "boek",
        Choice {
            name: "als",
            value: "SOORT",
            about: "csv of md; anders komt het boek op het scherm",
            lack: "csv of md",
        },
    ),
    (
        "handleiding",
        Choice {
            name: "als",
            value: "SOORT",
            about: "html, txt, md, docx of alles; anders html en txt",
            lack: "html, txt, md, docx of alles",
        },
    ),
    (
        "bladen",
        Choice {
            name: "blad",
            value: "BLAD",
            about: "Alleen dit blad, zoals spiekbriefje of handleiding",
            lack: "de naam van een blad, zoals spiekbriefje",
        },
    ),
    ("bladen", Choice { name: "naar", value: "MAP", about: "Waar de bestanden komen", lack: "een map" }),
];

/// The options that fit every command.
pub const EVERYWHERE: [Choice; 5] = [
    Choice { name: "map", value: "MAP", about: "Bewaar alles in deze map", lack: "een map" },
    Choice {
        name: "thema",
        value: "NAAM",
        about: "licht, donker, contrast, mono of een eigen thema",
        lack: "de naam van een thema, zoals donker",
    },
    Choice { name: "ascii", value: "", about: "Alleen gewone tekens, voor oude lettertypen", lack: "" },
    Choice { name: "help", value: "", about: "Deze uitleg; ook: oogst hulp", lack: "" },
    Choice { name: "versie", value: "", about: "Welke versie dit is", lack: "" },
];

/// Lines to try, with what they do.
pub const EXAMPLES: [(&str, &str); 5] = [
    ("oogst open laatste", "verder waar je was"),
    ("oogst inzien pakket.ron", "thuis invullen wat er van de tips werd"),
    ("oogst export laatste --als html", "het tipblad of werkblad 8, voor op A4"),
    ("oogst bladen --naar Bladen", "spinnetje, matrix, kaarten en tijdkaart"),
    ("oogst controleer mijn.ron", "elke fout, met regel en uitleg"),
];

/// The command with this word.
pub fn command(word: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| !word.is_empty() && command.word == word)
}

/// The options of a command as they are meant there, in the order of the command.
pub fn options(command: &Command) -> impl Iterator<Item = &'static Choice> {
    let special = |name| SPECIAL.iter().find(|(word, choice)| *word == command.word && choice.name == name);
    command.options.iter().filter_map(move |name| match special(*name) {
        Some((_, choice)) => Some(choice),
        None => option(name),
    })
}

/// The option with this name, of any command.
pub fn option(name: &str) -> Option<&'static Choice> {
    OPTIONS.iter().chain(&EVERYWHERE).find(|option| option.name == name)
}
