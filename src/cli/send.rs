//! `send`: a dossier packed for review.

use clap::{ArgMatches, Command};

use super::arguments::{self, dossier, package, path, path_of};
use super::passphrase::new_passphrase;
use super::{Subcommand, complain, open, out, refuse};
use crate::document::Document;
use crate::exchange::{PackageError, pack, pack_in_the_open};
use crate::explain::explain_package;
use crate::settings::Settings;
use crate::store::{Look, sniff};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "send", about: msg!("help-send"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(package(text))
        .arg(arguments::wrap(text))
        .arg(arguments::in_the_open(text))
}

/// Packs a dossier for review.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, package) = (path(matches), path_of(matches, "package"));
    let (wrap, in_the_open) = (matches.get_flag("wrap"), matches.get_flag("in-the-open"));
    let refused = |error: &PackageError| refuse(&explain_package(text, error, &package));
    // Report this before asking for a passphrase.
    if !wrap && !in_the_open && matches!(sniff(&path), Ok(Look::Protected)) {
        complain(text.get(msg!("protected-in-the-open")));
        return Err(1);
    }
    let mut document = open(text, &path, Document::read_as)?;
    document.set_author(Settings::load().signature());
    if in_the_open {
        pack_in_the_open(&document, &package).map_err(|error| refused(&error))?;
    } else {
        let passphrase = if wrap { Some(new_passphrase(text)?) } else { None };
        pack(&document, &package, passphrase.as_ref()).map_err(|error| refused(&error))?;
    }
    if in_the_open && document.is_protected() {
        complain(text.get(msg!("sent-in-the-open")));
    }
    let path = [("path", package.display().to_string().into())];
    out(text, &(text.with(msg!("package-made"), &path) + "\n"))
}
