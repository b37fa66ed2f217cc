//! `redact`: a copy for others with what may be seen under a ceiling.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::passphrase::new_passphrase;
use super::send::in_the_open;
use super::{all_keys, complain, flag, open, out, path, path_of, refuse};
use crate::document::Document;
use crate::explain::{explain_store, portion_lines};
use crate::model::Marking;
use crate::store::{self, Look, sniff};
use crate::text::{Text, msg};

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("redact")
        .about(text.get(msg!("help-redact")))
        .arg(file)
        .arg(
            Arg::new("out")
                .required(true)
                .value_name("OUT")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf))
                .help(text.get(msg!("help-out"))),
        )
        .arg(ceiling_argument(text).required(true))
        .arg(flag("wrap", text.get(msg!("help-wrap"))))
        .arg(in_the_open(text))
}

/// The argument for the highest marking shown.
pub(super) fn ceiling_argument(text: Text) -> Arg {
    Arg::new("ceiling")
        .long("ceiling")
        .value_name("MARKING")
        .ignore_case(true)
        .value_parser(all_keys::<Marking>())
        .help(text.get(msg!("help-ceiling")))
}

/// The ceiling, if one was given.
pub(super) fn ceiling(matches: &ArgMatches) -> Option<Marking> {
    matches.get_one::<String>("ceiling").and_then(|key| Marking::parse(key))
}

/// Makes the copy, and reports what it contains and what was withheld.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, to) = (path(matches), path_of(matches, "out"));
    let ceiling = ceiling(matches).unwrap_or(Marking::Clear);
    let (wrap, in_the_open) = (matches.get_flag("wrap"), matches.get_flag("in-the-open"));
    let protected = matches!(sniff(&path), Ok(Look::Protected));
    // Restricted content does not lose its protection without explicit consent.
    if protected && ceiling > Marking::Green && !wrap && !in_the_open {
        complain(text.get(msg!("protected-in-the-open")));
        return Err(1);
    }
    let document = open(text, &path, Document::read_as)?;
    let passphrase = if wrap { Some(new_passphrase(text)?) } else { None };
    let portions = document
        .redact_as(&to, ceiling, text.get(msg!("redacted-title")), passphrase.as_ref())
        .map_err(|error| {
            let place = if matches!(error, store::Error::Unreadable) { &path } else { &to };
            refuse(&explain_store(text, &error, place))
        })?;
    let arguments =
        [("path", to.display().to_string().into()), ("marking", ceiling.label().into())];
    let mut words = text.with(msg!("redact-done"), &arguments) + "\n";
    for line in portion_lines(text, &portions) {
        words += &format!("  {line}\n");
    }
    if document.is_protected() && !wrap && ceiling > Marking::Green {
        words += text.get(msg!("redact-no-passphrase"));
        words.push('\n');
    }
    out(text, &words)
}
