//! What `oogst --help` prints, made from the table of words. Fits a terminal of 80 columns.

use super::words::{COMMANDS, Choice, EVERYWHERE, EXAMPLES, options};
use std::fmt::Write as _;

/// Room for the left column: of commands, of options, of examples.
const COMMAND: usize = 25;
const OPTION: usize = 15;
const EXAMPLE: usize = 36;

/// The whole help text, with a newline at its end.
pub fn help() -> String {
    let mut out =
        String::from("Oogst leidt een casuïstiekbespreking, van het eerste scherm tot het tipblad.\n");
    out.push_str("\nZo start je:\n");
    for command in &COMMANDS {
        let left = ["oogst", command.word, command.after];
        let left: Vec<&str> = left.into_iter().filter(|word| !word.is_empty()).collect();
        line(&mut out, COMMAND, &left.join(" "), command.about);
    }
    for command in COMMANDS.iter().filter(|command| !command.options.is_empty()) {
        let _ = write!(out, "\nBij {}:\n", command.word);
        for found in options(command) {
            option(&mut out, found);
        }
    }
    out.push_str("\nAltijd:\n");
    for found in &EVERYWHERE {
        option(&mut out, found);
    }
    out.push_str(
        "\nSESSIE is de naam van een bespreking (zie oogst lijst), de map zelf, of het\nwoord laatste.\n",
    );
    out.push_str("\nVoorbeelden:\n");
    for (example, about) in &EXAMPLES {
        line(&mut out, EXAMPLE, example, about);
    }
    out
}

fn option(out: &mut String, option: &Choice) {
    let mark = if option.value.is_empty() { "" } else { " " };
    line(out, OPTION, &format!("--{}{mark}{}", option.name, option.value), option.about);
}

/// What is about it may have more lines; they stand under each other.
fn line(out: &mut String, width: usize, left: &str, about: &str) {
    let mut left = left;
    for about in about.lines() {
        let _ = writeln!(out, "  {left:width$}  {about}");
        left = "";
    }
}
