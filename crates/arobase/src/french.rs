//! The command line in French: its help and its complaints, from the English ones that `clap` makes.
//!
//! Texts are looked up by their English wording, so that a gesture is written once, in its own file; a test fails when one
//! has no French yet.

mod sentences;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};
use sentences::TEXTS;

fn french(english: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(one, _)| *one == english).map(|(_, french)| *french)
}

/// The same commands, described in French.
pub(crate) fn spoken(command: Command) -> Command {
    let about = command.get_about().and_then(|text| french(&text.to_string()));
    let long = command.get_long_about().map(|text| whole(&text.to_string()));
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("COMMANDE")
        .subcommand_help_heading("Commandes ")
        .help_template("{about-with-newline}\nUsage\u{a0}: {usage}\n\n{all-args}")
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Afficher l’aide"))
        .disable_version_flag(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("Afficher la version"))
        .mut_args(argument)
        .mut_subcommands(spoken);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(long) = long {
        command = command.long_about(long);
    }
    command
}

/// A long description: a paragraph for the shell's list, then the rest.
fn whole(english: &str) -> String {
    english.split("\n\n").map(|part| french(part).unwrap_or(part)).collect::<Vec<_>>().join("\n\n")
}

fn argument(arg: Arg) -> Arg {
    let help = arg.get_help().and_then(|text| french(&text.to_string())).map(str::to_owned);
    let names = arg.get_value_names().unwrap_or_default().iter().map(|name| french(name).unwrap_or("VALEUR"));
    let names: Vec<&str> = names.collect();
    let values: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let takes_value = arg.get_action().takes_values();
    let heading = if arg.is_positional() { "Arguments " } else { "Options " };
    let arg = arg.help_heading(heading);
    let arg = if takes_value { arg.value_names(names).hide_default_value(true) } else { arg };
    let default = values.join(", ");
    match help {
        Some(help) if takes_value && !default.is_empty() => arg.help(format!("{help} [par défaut\u{a0}: {default}]")),
        Some(help) => arg.help(help),
        None => arg,
    }
}

/// What is wrong with a command line, in French, when there are words for it.
pub(crate) fn complaint(error: &Error) -> Option<String> {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let wrong = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("Il manque {}.", argument?),
        ErrorKind::UnknownArgument => format!("L’option {} n’existe pas.", argument?),
        ErrorKind::InvalidSubcommand => {
            format!("La commande {} n’existe pas.", context(error, ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::ArgumentConflict => format!("L’option {} ne se donne qu’une fois.", argument?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value.filter(|value| !value.is_empty()) {
            Some(value) => format!("«\u{a0}{value}\u{a0}» ne convient pas à {}.", argument?),
            None => format!("L’option {} attend une valeur.", argument?),
        },
        _ => return None,
    };
    let remedy = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| context(error, kind))
        .map_or_else(|| "Voyez --help.".to_owned(), |suggested| format!("Essayez {suggested}."));
    Some(format!("{wrong} {remedy}"))
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{french, spoken};
    use crate::command::Cli;
    use clap::{Command, CommandFactory as _};

    /// Every text that the help of a command shows.
    fn texts(command: &Command) -> Vec<String> {
        let mut texts: Vec<String> = command.get_about().map(ToString::to_string).into_iter().collect();
        let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        texts.extend(long.split("\n\n").filter(|part| !part.is_empty()).map(str::to_owned));
        for arg in command.get_arguments() {
            texts.extend(arg.get_help().map(ToString::to_string));
            let named = arg.get_action().takes_values();
            texts.extend(arg.get_value_names().filter(|_| named).unwrap_or_default().iter().map(ToString::to_string));
        }
        texts.extend(command.get_subcommands().flat_map(self::texts));
        texts
    }

    #[test]
    fn every_text_has_its_french() {
        let missing: Vec<String> = texts(&Cli::command()).into_iter().filter(|text| french(text).is_none()).collect();
        assert!(missing.is_empty(), "without French: {missing:#?}");
    }

    #[test]
    fn both_command_lines_hold_together() {
        Cli::command().debug_assert();
        spoken(Cli::command()).debug_assert();
    }
}
