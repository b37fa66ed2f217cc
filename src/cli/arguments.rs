//! The arguments that more than one subcommand takes, and how they are read.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use super::complain;
use crate::model::{Keyed, Marking};
use crate::report::Format;
use crate::text::{Text, WrittenDay, msg};

/// A path to a file.
pub(super) fn file(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .value_name(name)
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

/// The dossier to work on.
pub(super) fn dossier(text: Text) -> Arg {
    file("file", "FILE", text.get(msg!("help-file"))).required(true)
}

/// The file to create.
pub(super) fn made(text: Text) -> Arg {
    file("out", "OUT", text.get(msg!("help-out"))).required(true)
}

/// The package for review.
pub(super) fn package(text: Text) -> Arg {
    file("package", "PACKAGE", text.get(msg!("help-package"))).required(true)
}

/// The highest marking shown.
pub(super) fn ceiling(text: Text) -> Arg {
    option("ceiling", "MARKING", text.get(msg!("help-ceiling")))
        .ignore_case(true)
        .value_parser(all_keys::<Marking>())
}

/// The format a page is written in.
pub(super) fn format(text: Text) -> Arg {
    let words = Format::ALL.iter().filter(|format| format.is_text()).map(|format| format.key());
    let words: Vec<_> = words.collect();
    option("format", "FORMAT", text.get(msg!("help-format")))
        .value_parser(PossibleValuesParser::new(words))
        .default_value(Format::Text.key())
}

/// Packs it in an envelope that a passphrase opens.
pub(super) fn wrap(text: Text) -> Arg {
    flag("wrap", text.get(msg!("help-wrap")))
}

/// Allows content of a protected dossier to leave without a passphrase.
pub(super) fn in_the_open(text: Text) -> Arg {
    flag("in-the-open", text.get(msg!("help-in-the-open"))).conflicts_with("wrap")
}

/// An option that takes a value.
pub(super) fn option(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).help(help)
}

/// An option without a value.
pub(super) fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// The accepted words of a closed list.
pub(super) fn all_keys<T: Keyed>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.key()).collect()
}

/// The dossier passed to a subcommand.
pub(super) fn path(matches: &ArgMatches) -> PathBuf {
    path_of(matches, "file")
}

/// The path passed to a subcommand under this name.
pub(super) fn path_of(matches: &ArgMatches, id: &str) -> PathBuf {
    matches.get_one::<PathBuf>(id).cloned().unwrap_or_default()
}

/// The value chosen from a closed list.
pub(super) fn chosen<T: Keyed>(matches: &ArgMatches, id: &str) -> Option<T> {
    matches.get_one::<String>(id).and_then(|key| T::from_key(key))
}

/// The ceiling, if one was given.
pub(super) fn chosen_ceiling(matches: &ArgMatches) -> Option<Marking> {
    matches.get_one::<String>("ceiling").and_then(|key| Marking::parse(key))
}

/// Whether a path stands for standard input or output.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a dash is given for a file: dossiers and packages are neither read from a pipe nor
/// written to one.
pub(super) fn misplaced(matches: &ArgMatches) -> bool {
    ["file", "theirs", "out", "package"].iter().any(|id| {
        let path = matches.try_get_one::<PathBuf>(id).ok().flatten();
        path.is_some_and(|path| is_standard(path))
    })
}

/// A date given as an argument, if any. Nobody can be asked which date is meant, so one that is
/// ambiguous or has no year is refused.
pub(super) fn asked_day(
    text: Text,
    matches: &ArgMatches,
    id: &str,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, u8> {
    // Not every page has a day.
    let given = matches.try_get_one::<String>(id).ok().flatten();
    let Some(written) = given else { return Ok(None) };
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
