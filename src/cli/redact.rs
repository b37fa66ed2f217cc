//! `redact`: a copy for others with what may be seen under a ceiling.

use clap::{ArgMatches, Command};

use super::arguments::{self, chosen_ceiling, dossier, made, path, path_of};
use super::passphrase::new_passphrase;
use super::{Subcommand, complain, open, out, refuse};
use crate::document::{Document, needs_cover};
use crate::explain::{explain_store, seen_count_lines};
use crate::model::Marking;
use crate::store::{self, Look, sniff};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "redact", about: msg!("help-redact"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(made(text))
        .arg(arguments::ceiling(text).required(true))
        .arg(arguments::wrap(text))
        .arg(arguments::in_the_open(text))
}

/// Makes the copy, and reports what it contains and what was withheld.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, to) = (path(matches), path_of(matches, "out"));
    let ceiling = chosen_ceiling(matches).unwrap_or(Marking::Clear);
    let (wrap, in_the_open) = (matches.get_flag("wrap"), matches.get_flag("in-the-open"));
    let protected = matches!(sniff(&path), Ok(Look::Protected));
    // Report this before asking for the passphrase.
    if protected && needs_cover(ceiling) && !wrap && !in_the_open {
        complain(text.get(msg!("protected-in-the-open")));
        return Err(1);
    }
    let document = open(text, &path, Document::read_as)?;
    let passphrase = if wrap { Some(new_passphrase(text)?) } else { None };
    let title = text.get(msg!("redacted-title"));
    let made = match &passphrase {
        None if in_the_open => document.redact_in_the_open(&to, ceiling, title),
        passphrase => document.redact(&to, ceiling, title, passphrase.as_ref()),
    };
    let seen_counts = made.map_err(|error| {
        let place = if matches!(error, store::Error::Unreadable) { &path } else { &to };
        refuse(&explain_store(text, &error, place))
    })?;
    let arguments =
        [("path", to.display().to_string().into()), ("marking", ceiling.label().into())];
    let mut words = text.with(msg!("redact-done"), &arguments) + "\n";
    for line in seen_count_lines(text, &seen_counts) {
        words += &format!("  {line}\n");
    }
    if document.is_protected() && !wrap && needs_cover(ceiling) {
        words += text.get(msg!("redact-no-passphrase"));
        words.push('\n');
    }
    out(text, &words)
}
