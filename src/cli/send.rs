//! `send`: a dossier packed for review.

use clap::{Arg, ArgMatches, Command};

use super::merge::file;
use super::passphrase::new_passphrase;
use super::{complain, flag, open, out, path, path_of, refuse};
use crate::document::Document;
use crate::exchange::{PackageError, pack, pack_in_the_open};
use crate::explain::explain_package;
use crate::settings::Settings;
use crate::store::{Look, sniff};
use crate::text::{Text, msg};

pub(super) fn command(text: Text, dossier: Arg) -> Command {
    Command::new("send")
        .about(text.get(msg!("help-send")))
        .arg(dossier)
        .arg(file("package", "PACKAGE", text.get(msg!("help-package"))).required(true))
        .arg(flag("wrap", text.get(msg!("help-wrap"))))
        .arg(in_the_open(text))
}

/// The argument that allows content of a protected dossier to leave without a passphrase.
pub(super) fn in_the_open(text: Text) -> Arg {
    flag("in-the-open", text.get(msg!("help-in-the-open"))).conflicts_with("wrap")
}

/// Packs a dossier for review.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
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
