//! The same document without a window: one file per subcommand.
//!
//! Exit codes: 0 done, 1 a finding or refused input, 2 wrong usage.

mod analyse;
mod arguments;
mod changes;
mod check;
mod completions;
mod export;
mod help;
mod import;
mod intake;
mod man;
mod merge;
mod new;
mod pages;
mod passphrase;
mod redact;
mod salvage;
mod send;
mod show;
mod text_out;
mod text_room;
mod unpack;
mod usage;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use arguments::{all_keys, file, misplaced, option};

use crate::document::Document;
use crate::explain::{Explanation, explain_store};
use crate::model::{Keyed, Language, Marking};
use crate::store::{self, Access, Audience, Clearance, Visible};
use crate::text::{Message, Text, msg};

/// The request made by the arguments.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// The window, with this dossier or the last one.
    Window {
        /// The dossier to open.
        file: Option<PathBuf>,
        /// The language, if one was asked for.
        language: Option<Language>,
    },
    /// Nothing more: a subcommand has run, or help was shown. The value is the exit code.
    Done(u8),
}

/// Reads the arguments and runs the subcommand, if there is one.
pub fn run(arguments: &[OsString]) -> Request {
    if let Some(window) = double_clicked(arguments) {
        return window;
    }
    let asked = asked_language(arguments);
    let text = Text::new(asked.unwrap_or_else(system_language));
    let matches = match command(text).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let unknown = error.kind() == clap::error::ErrorKind::UnknownArgument;
            let meant = unknown.then(|| first_word(arguments)).flatten();
            if usage::is_answer(&error) {
                // Printing fails only if nobody is listening.
                let _ = error.print();
            } else if let Some(words) = meant.and_then(|word| usage::no_command(text, word)) {
                complain(&words);
            } else {
                complain(&usage::complaint(text, &error));
            }
            return Request::Done(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let code = match matches.subcommand() {
        None => {
            let file = matches.get_one::<PathBuf>("file").cloned();
            // A mistyped command is not a dossier.
            let word = file.as_deref().filter(|file| !file.exists()).and_then(Path::to_str);
            if let Some(words) = word.and_then(|word| usage::no_command(text, word)) {
                complain(&words);
                return Request::Done(2);
            }
            return Request::Window { file, language: asked };
        }
        Some(_) if matches.contains_id("file") => {
            // Both a dossier for the window and a subcommand.
            let _ = command(text).print_help();
            Err(2)
        }
        Some((_, matches)) if misplaced(matches) => {
            complain(text.get(msg!("usage-no-standard")));
            Err(2)
        }
        Some((name, matches)) => match SUBCOMMANDS.iter().find(|it| it.name == name) {
            Some(subcommand) => (subcommand.run)(text, matches),
            None => Err(2),
        },
    };
    Request::Done(code.err().unwrap_or(0))
}

/// The window, if the program or a file was double-clicked: then nobody is waiting for output on
/// the command line.
fn double_clicked(arguments: &[OsString]) -> Option<Request> {
    let window = |file| Some(Request::Window { file, language: None });
    match arguments {
        [_] => window(None),
        [_, only] => {
            let is_command = SUBCOMMANDS.iter().any(|it| only == it.name);
            let is_option = only.as_encoded_bytes().starts_with(b"-");
            let file = Path::new(only);
            if is_command || is_option || !file.is_file() {
                None
            } else {
                window(Some(file.into()))
            }
        }
        _ => None,
    }
}

/// A subcommand: its name, its arguments, and the function that runs it.
struct Subcommand {
    name: &'static str,
    about: Message,
    arguments: fn(Command, Text) -> Command,
    run: fn(Text, &ArgMatches) -> Result<(), u8>,
}

/// All subcommands, in the order in which the help lists them.
const SUBCOMMANDS: [Subcommand; 18] = [
    new::SUBCOMMAND,
    new::TEMPLATES,
    check::SUBCOMMAND,
    show::SUBCOMMAND,
    changes::SUBCOMMAND,
    export::SUBCOMMAND,
    analyse::SUBCOMMAND,
    text_room::SUBCOMMAND,
    import::SUBCOMMAND,
    merge::SUBCOMMAND,
    send::SUBCOMMAND,
    unpack::SUBCOMMAND,
    passphrase::SUBCOMMAND,
    redact::SUBCOMMAND,
    salvage::SUBCOMMAND,
    help::SUBCOMMAND,
    completions::SUBCOMMAND,
    man::SUBCOMMAND,
];

/// The whole command line, in the user's language.
pub fn command(text: Text) -> Command {
    let command = Command::new("cbm-workbench")
        // Set explicitly, because on Windows the program file has an extension that nobody types.
        .bin_name("cbm-workbench")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.get(msg!("help-about")))
        .arg(file("file", "FILE", text.get(msg!("help-window-file"))))
        .arg(
            option("lang", "LANGUAGE", text.get(msg!("help-lang")))
                .value_parser(all_keys::<Language>())
                .global(true),
        )
        .subcommands(SUBCOMMANDS.iter().map(|it| {
            let command = Command::new(it.name).about(text.get(it.about));
            (it.arguments)(command, text)
        }));
    usage::speaking(command, text)
}

/// The first argument that is not an option: the command, or the dossier for the window.
fn first_word(arguments: &[OsString]) -> Option<&str> {
    let mut arguments = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            arguments.next();
        } else if !argument.starts_with('-') {
            return Some(argument).filter(|word| !Path::new(word).exists());
        }
    }
    None
}

/// Opens a dossier, asking for its passphrase if it has one, or reports why it cannot be opened.
fn open(
    text: Text,
    path: &Path,
    opener: impl FnOnce(&Path, Access) -> Result<Document, store::Error>,
) -> Result<Document, u8> {
    let access = passphrase::access(text, path)?;
    opener(path, access).map_err(|error| refuse(&explain_store(text, &error, path)))
}

/// The visible part of a dossier under a ceiling; `None` without one.
fn seen_under(
    text: Text,
    path: &Path,
    document: &Document,
    ceiling: Option<Marking>,
) -> Result<Option<Visible>, u8> {
    let seen = |ceiling| document.visible(&Clearance::new(Audience::Copy, ceiling));
    let seen = ceiling.map(seen).transpose();
    seen.map_err(|error| refuse(&explain_store(text, &error, path)))
}

/// Writes to standard output. A reader that has gone away is not an error; a full disk is.
fn out(text: Text, words: impl AsRef<[u8]>) -> Result<(), u8> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(words.as_ref()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(text.get(msg!("error-output")));
            Err(1)
        }
        _ => Ok(()),
    }
}

/// Reports why something was refused, and returns the exit code.
fn refuse(explanation: &Explanation) -> u8 {
    complain(&explanation.to_string());
    1
}

/// Writes text to standard error.
pub(crate) fn complain(words: &str) {
    // File names too can contain control characters for a terminal.
    let lines: Vec<_> = words.trim_end().lines().map(crate::exchange::plain).collect();
    let _ = writeln!(std::io::stderr().lock(), "{}", lines.join("\n"));
}

/// The language asked for, read before the other arguments so that help can be in it.
fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let key = match argument.split_once('=') {
            Some(("--lang", key)) => Some(key),
            _ if argument == "--lang" => arguments.next(),
            _ => None,
        };
        if let Some(key) = key {
            return Language::from_key(key);
        }
    }
    None
}

/// The language of the system, if supported.
pub(crate) fn system_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    // Windows sets none of these.
    #[cfg(windows)]
    let set = set.or_else(sys_locale::get_locale);
    language_of(set.as_deref())
}

/// The language of a locale such as `nl_NL.UTF-8` or `nl-BE`.
fn language_of(locale: Option<&str>) -> Language {
    if locale.is_some_and(|locale| locale.starts_with("nl")) {
        Language::Dutch
    } else {
        Language::English
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for language in Language::ALL {
            command(Text::new(*language)).debug_assert();
        }
    }

    #[test]
    fn a_double_click_means_what_the_command_line_makes_of_it() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let window = |file: Option<&str>| {
            Some(Request::Window { file: file.map(PathBuf::from), language: None })
        };
        for (arguments, asked) in [
            (vec!["x"], window(None)),
            (vec!["x", file], window(Some(file))),
            (vec!["x", "--version"], None),
            (vec!["x", "check"], None),
            (vec!["x", "nowhere.cbm"], None),
            (vec!["x", file, "--lang=nl"], None),
        ] {
            let arguments: Vec<_> = arguments.into_iter().map(OsString::from).collect();
            assert_eq!(double_clicked(&arguments), asked, "{arguments:?}");
        }
    }

    #[test]
    fn the_language_follows_from_the_locale_as_every_system_writes_it() {
        for (locale, language) in [
            (Some("nl_NL.UTF-8"), Language::Dutch),
            (Some("nl-NL"), Language::Dutch),
            (Some("nl-BE"), Language::Dutch),
            (Some("fr-BE"), Language::English),
            (Some("C"), Language::English),
            (None, Language::English),
        ] {
            assert_eq!(language_of(locale), language, "{locale:?}");
        }
    }

    #[test]
    fn the_language_is_found_before_the_other_arguments() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked_language(&words("x show --lang nl f")), Some(Language::Dutch));
        assert_eq!(asked_language(&words("x --lang=en")), Some(Language::English));
        assert_eq!(asked_language(&words("x --lang")), None);
        assert_eq!(asked_language(&words("x lang nl")), None);
    }
}
