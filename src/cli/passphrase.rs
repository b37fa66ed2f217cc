//! `passphrase`, and asking for passphrases: hidden at a terminal, otherwise one line each from
//! standard input. They are never arguments or environment variables, which others could read.

use std::io::{BufRead, IsTerminal};
use std::path::Path;

use clap::{ArgMatches, Command};
use zeroize::Zeroizing;

use super::arguments::{dossier, flag, path};
use super::{Subcommand, complain, out, refuse};
use crate::document::Document;
use crate::exchange::{PackageError, PackageKind, package_kind};
use crate::explain::{explain_package, explain_store, reprotected_words, strength_words};
use crate::settings::Settings;
use crate::store::{Access, Error, Passphrase, seems_protected};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "passphrase", about: msg!("help-passphrase"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(dossier(text)).arg(flag("remove", text.get(msg!("help-remove"))))
}

/// Sets, changes or removes the passphrase of a dossier.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let path = path(matches);
    let access = access(text, &path)?;
    let explain = |error: Error| refuse(&explain_store(text, &error, &path));
    let mut document = Document::open_as(&path, access).map_err(explain)?;
    let new = if matches.get_flag("remove") { None } else { Some(new_passphrase(text)?) };
    let words = match (document.is_protected(), new.is_some()) {
        (false, false) => return out(text, &(text.get(msg!("passphrase-none")).to_owned() + "\n")),
        (_, false) => msg!("passphrase-removed"),
        (false, true) => msg!("passphrase-set"),
        (true, true) => msg!("passphrase-changed"),
    };
    let outcome = document.set_passphrase(new.as_ref()).map_err(explain)?;
    if let Some(words) = reprotected_words(text, outcome) {
        complain(&words);
    }
    let path = [("path", path.display().to_string().into())];
    out(text, &(text.with(words, &path) + "\n"))
}

/// How to open this file: with its passphrase, if it looks protected.
///
/// Other problems with the file are reported by whoever opens it.
pub(super) fn access(text: Text, path: &Path) -> Result<Access, u8> {
    if let Some(kind) = package_kind(path) {
        if kind == PackageKind::Broken {
            return Err(refuse(&explain_package(text, &PackageError::Damaged, path)));
        }
        let words = [("path", path.display().to_string().into())];
        complain(&text.with(msg!("error-is-a-package"), &words));
        return Err(1);
    }
    let mut access = Access { passphrase: None, backups: Settings::load().backups_folder() };
    if seems_protected(path) {
        let words = [("path", path.display().to_string().into())];
        access.passphrase = Some(ask(text, &text.with(msg!("passphrase-of"), &words))?);
    }
    Ok(access)
}

pub(super) fn new_passphrase(text: Text) -> Result<Passphrase, u8> {
    let new = ask(text, text.get(msg!("passphrase-new")))?;
    complain(strength_words(text, new.strength()));
    if std::io::stdin().is_terminal()
        && !ask(text, text.get(msg!("passphrase-again")))?.is_same_as(&new)
    {
        complain(text.get(msg!("passphrase-differs")));
        return Err(1);
    }
    Ok(new)
}

/// Asks for a passphrase.
pub(super) fn ask(text: Text, question: &str) -> Result<Passphrase, u8> {
    // Large enough for any passphrase: a growing buffer leaves its old content behind in memory.
    let mut typed = Zeroizing::new(String::with_capacity(4096));
    let read = if std::io::stdin().is_terminal() {
        rpassword::prompt_password(format!("{question} ")).map(|answer| *typed = answer)
    } else {
        // One line per question; the rest is left for the next one.
        std::io::stdin().lock().read_line(&mut typed).map(drop)
    };
    let line = Zeroizing::new(typed.trim_end_matches(['\r', '\n']).to_owned());
    read.ok().and_then(|()| Passphrase::new(line)).ok_or_else(|| {
        complain(text.get(msg!("passphrase-not-given")));
        1
    })
}

/// Asks for the passphrase of this file.
pub(super) fn asked(text: Text, path: &Path) -> Result<Passphrase, u8> {
    ask(text, &text.with(msg!("passphrase-of"), &[("path", path.display().to_string().into())]))
}
