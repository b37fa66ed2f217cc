//! The same document without a window: one file per subcommand.
//!
//! Exit codes: 0 done, 1 a finding or refused input, 2 wrong usage.

mod changes;
mod check;
mod import;
mod man;
mod merge;
mod new;
mod passphrase;
mod redact;
mod salvage;
mod send;
mod show;
mod usage;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::document::Document;
use crate::explain::{Explanation, explain_store};
use crate::library::templates::Template;
use crate::model::{Keyed, Language};
use crate::store::{self, Access};
use crate::text::{Text, WrittenDay, msg};

/// What the arguments ask for.
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
        Some(("help", matches)) => help(text, matches),
        Some(("new", matches)) => new::run(text, matches),
        Some(("templates", _)) => new::list(text),
        Some(("check", matches)) => check::run(text, matches),
        Some(("show", matches)) => show::run(text, matches),
        Some(("changes", matches)) => changes::run(text, matches),
        Some(("import", matches)) => import::run(text, matches),
        Some(("passphrase", matches)) => passphrase::run(text, matches),
        Some(("redact", matches)) => redact::run(text, matches),
        Some(("salvage", matches)) => salvage::run(text, matches),
        Some(("merge", matches)) => merge::run(text, matches),
        Some(("send", matches)) => send::run(text, matches),
        Some(("unpack", matches)) => merge::take_out(text, matches),
        Some(("completions", matches)) => completions(text, matches),
        Some(("man", matches)) => man::run(text, matches),
        Some(_) => Err(2),
    };
    Request::Done(code.err().unwrap_or(0))
}

/// The whole command line, in the user's language.
pub fn command(text: Text) -> Command {
    let file = || {
        Arg::new("file")
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf))
    };
    let dossier = || file().required(true).help(text.get(msg!("help-file")));
    let keys = |id: &'static str, keys: Vec<&'static str>| Arg::new(id).value_parser(keys);
    let command = Command::new("cbm-workbench")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text.get(msg!("help-about")))
        .arg(file().help(text.get(msg!("help-window-file"))))
        .arg(
            keys("lang", all_keys::<Language>())
                .long("lang")
                .value_name("LANGUAGE")
                .global(true)
                .help(text.get(msg!("help-lang"))),
        )
        .subcommand(
            Command::new("new").about(text.get(msg!("help-new"))).arg(dossier()).arg(
                keys("template", all_keys::<Template>())
                    .long("template")
                    .value_name("NAME")
                    .default_value(Template::Empty.key())
                    .help(text.get(msg!("help-template"))),
            ),
        )
        .subcommand(Command::new("templates").about(text.get(msg!("help-templates"))))
        .subcommand(Command::new("check").about(text.get(msg!("help-check"))).arg(dossier()))
        .subcommand(show::command(text, dossier()))
        .subcommand(changes::command(text, dossier()))
        .subcommand(import::command(text, dossier()))
        .subcommand(merge::command(text))
        .subcommand(send::command(text, dossier()))
        .subcommand(merge::unpack_command(text))
        .subcommand(passphrase::command(text, dossier()))
        .subcommand(redact::command(text, dossier()))
        .subcommand(salvage::command(text, dossier()))
        .subcommand(
            Command::new("help").about(text.get(msg!("help-help"))).arg(
                Arg::new("command")
                    .value_name("COMMAND")
                    .value_parser(COMMANDS)
                    .help(text.get(msg!("help-command"))),
            ),
        )
        .subcommand(
            Command::new("completions").about(text.get(msg!("help-completions"))).arg(
                Arg::new("shell")
                    .required(true)
                    .value_name("SHELL")
                    .value_parser(value_parser!(clap_complete::Shell))
                    .help(text.get(msg!("help-shell"))),
            ),
        )
        .subcommand(man::command(text));
    usage::speaking(command, text)
}

/// The names of all subcommands.
const COMMANDS: [&str; 15] = [
    "new",
    "templates",
    "check",
    "show",
    "changes",
    "import",
    "merge",
    "send",
    "unpack",
    "passphrase",
    "redact",
    "salvage",
    "help",
    "completions",
    "man",
];

/// Prints the help of one command, or of all.
fn help(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let mut all = command(text);
    // Commands know their full name only once built.
    all.build();
    let found = matches.get_one::<String>("command");
    let found = found.and_then(|name| all.find_subcommand_mut(name));
    let help = match found {
        Some(command) => command.render_help(),
        None => all.render_help(),
    };
    out(text, help.to_string())
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

/// Whether a path stands for standard input or output.
fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a dash is used in place of a file: dossiers and packages are neither read from a pipe
/// nor written to one.
fn misplaced(matches: &ArgMatches) -> bool {
    ["file", "theirs", "out", "package"].iter().any(|id| {
        let path = matches.try_get_one::<PathBuf>(id).ok().flatten();
        path.is_some_and(|path| is_standard(path))
    })
}

fn all_keys<T: Keyed>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.key()).collect()
}

fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

fn completions(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<clap_complete::Shell>("shell") {
        clap_complete::generate(*shell, &mut command(text), "cbm-workbench", &mut script);
    }
    out(text, &script)
}

/// The dossier passed to a subcommand.
fn path(matches: &ArgMatches) -> PathBuf {
    path_of(matches, "file")
}

/// The path passed to a subcommand under this name.
fn path_of(matches: &ArgMatches, id: &str) -> PathBuf {
    matches.get_one::<PathBuf>(id).cloned().unwrap_or_default()
}

/// The value chosen from a closed list.
fn chosen<T: Keyed>(matches: &ArgMatches, id: &str) -> Option<T> {
    matches.get_one::<String>(id).and_then(|key| T::from_key(key))
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
pub fn system_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    if set.is_some_and(|value| value.starts_with("nl")) {
        Language::Dutch
    } else {
        Language::English
    }
}

/// A date given as an argument, if any. Nobody can be asked which one is meant, so a date that is
/// ambiguous or lacks its year is refused.
fn asked_day(
    text: Text,
    matches: &ArgMatches,
    id: &str,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, u8> {
    let Some(written) = matches.get_one::<String>(id) else { return Ok(None) };
    let mut arguments = vec![("written", written.as_str().into())];
    let refused = match text.written_day(written) {
        WrittenDay::Numbers {
            day_first: Some(day_first),
            month_first: Some(month_first),
            has_slash: true,
        } => {
            arguments.push(("day_first", text.day(day_first).into()));
            arguments.push(("month_first", text.day(month_first).into()));
            arguments.push(("day", day_first.to_string().into()));
            arguments.push(("month", month_first.to_string().into()));
            msg!("day-either")
        }
        WrittenDay::NoYear { .. } => msg!("day-no-year"),
        WrittenDay::Day(_)
        | WrittenDay::Numbers { .. }
        | WrittenDay::ShortYear
        | WrittenDay::NotADay => match text.parse_day(written, today) {
            Some(day) => return Ok(Some(day)),
            None => msg!("not-a-day"),
        },
    };
    complain(&text.with(refused, &arguments));
    Err(2)
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
    fn every_command_has_its_help_and_its_name_in_the_list() {
        let all = command(Text::new(Language::English));
        let names: Vec<_> = all.get_subcommands().map(Command::get_name).collect();
        let mut listed = COMMANDS.to_vec();
        listed.sort_unstable_by_key(|name| names.iter().position(|other| other == name));
        assert_eq!(listed, names);
    }

    #[test]
    fn the_language_is_found_before_the_rest_is_read() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked_language(&words("x show --lang nl f")), Some(Language::Dutch));
        assert_eq!(asked_language(&words("x --lang=en")), Some(Language::English));
        assert_eq!(asked_language(&words("x --lang")), None);
        assert_eq!(asked_language(&words("x lang nl")), None);
    }
}
