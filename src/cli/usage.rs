//! Help and usage errors in the user's language; the parser's own are in English.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::text::{Text, msg};

/// A command with all its help texts in one language.
pub(super) fn speaking(command: Command, text: Text) -> Command {
    let (arguments, options) = (text.get(msg!("usage-arguments")), text.get(msg!("usage-options")));
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
        text.get(msg!("usage-heading"))
    );
    let root = command.get_name() == "cbm-workbench";
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(text.get(msg!("usage-commands")))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(text.get(msg!("usage-help"))),
        );
    if root {
        let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
        command = command.arg(version.help(text.get(msg!("usage-version"))));
    }
    let mut place = 0;
    let command = command.mut_args(|argument| {
        place += 1;
        // Arguments in the order they are given, and the global ones last.
        let place = match argument.get_id().as_str() {
            "lang" => 900,
            "help" => 901,
            "version" => 902,
            _ => place,
        };
        let heading = if argument.is_positional() { arguments } else { options };
        let words = described(&argument, text);
        let takes = argument.get_action().takes_values();
        let argument = argument.help_heading(heading).help(words).display_order(place);
        if takes { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
    });
    command.mut_subcommands(|subcommand| speaking(subcommand, text))
}

/// The help of an argument: its description, its possible values, and its default.
fn described(argument: &Arg, text: Text) -> StyledStr {
    let mut words = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let takes = argument.get_action().takes_values();
    let possible = argument.get_possible_values();
    let possible: Vec<_> = possible.iter().map(|value| value.get_name().to_owned()).collect();
    if takes && !possible.is_empty() {
        words += &format!(" [{}]", possible.join(", "));
    }
    let default: Vec<_> =
        argument.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    if takes && !default.is_empty() {
        words += " ";
        words += &text.with(msg!("usage-default"), &[("value", default.join(", ").into())]);
    }
    words.into()
}

/// The message about a word that is neither a command nor an existing file; `None` if it resembles
/// no command.
pub(super) fn no_command(text: Text, word: &str) -> Option<String> {
    // Two swapped letters count as one mistake, not two.
    let far = |name: &&str| strsim::damerau_levenshtein(name, &word.to_lowercase());
    let near = super::SUBCOMMANDS.iter().map(|it| it.name).min_by_key(far)?;
    let arguments = [("argument", word.into()), ("suggestion", near.into())];
    (far(&near) <= 2 && far(&near) * 2 <= word.chars().count()).then(|| {
        format!(
            "{} {}",
            text.with(msg!("usage-no-command"), &arguments),
            text.get(msg!("usage-next"))
        )
    })
}

/// Whether an "error" is in fact a request for help or for the version.
pub(super) fn is_answer(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// The complaint about the arguments, and where to find help.
pub(super) fn complaint(text: Text, error: &clap::Error) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(words)) => words.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let words = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let arguments = [
                ("value", context(ContextKind::InvalidValue).into()),
                ("argument", argument.into()),
                ("values", context(ContextKind::ValidValue).into()),
            ];
            text.with(msg!("usage-invalid-value"), &arguments)
        }
        ErrorKind::UnknownArgument => {
            text.with(msg!("usage-unknown"), &[("argument", argument.into())])
        }
        ErrorKind::InvalidSubcommand => {
            let argument = context(ContextKind::InvalidSubcommand);
            text.with(msg!("usage-unknown"), &[("argument", argument.into())])
        }
        ErrorKind::MissingRequiredArgument => {
            text.with(msg!("usage-missing"), &[("argument", argument.into())])
        }
        _ => text.get(msg!("usage-wrong")).to_owned(),
    };
    format!("{words} {}", text.get(msg!("usage-next")))
}
