//! `redact`: a copy for others with what may be seen under a ceiling.

use clap::{ArgMatches, Command};

use super::arguments::{self, chosen_ceiling, dossier, made, path, path_of};
use super::passphrase::new_passphrase;
use super::{Subcommand, complain, open, out, refuse};
use crate::document::Document;
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
    // Restricted content does not lose its protection without explicit consent.
    if protected && ceiling > Marking::Green && !wrap && !in_the_open {
        complain(text.get(msg!("protected-in-the-open")));
        return Err(1);
    }
    let document = open(text, &path, Document::read_as)?;
    let passphrase = if wrap { Some(new_passphrase(text)?) } else { None };
    let seen_counts = document
        .redact_as(&to, ceiling, text.get(msg!("redacted-title")), passphrase.as_ref())
        .map_err(|error| {
            let place = if matches!(error, store::Error::Unreadable) { &path } else { &to };
            refuse(&explain_store(text, &error, place))
        })?;
    let arguments =
        [("path", to.display().to_string().into()), ("marking", ceiling.label().into())];
    let mut words = text.with(msg!("redact-done"), &arguments) + "\n";
    for line in seen_count_lines(text, &seen_counts) {
        words += &format!("  {line}\n");
    }
    if document.is_protected() && !wrap && ceiling > Marking::Green {
        words += text.get(msg!("redact-no-passphrase"));
        words.push('\n');
    }
    out(text, &words)
}
