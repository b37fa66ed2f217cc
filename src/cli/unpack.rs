//! `unpack`: extracts the dossier from a package into a file.

use clap::{ArgMatches, Command};

use super::arguments::{made, package, path_of};
use super::passphrase::asked;
use super::{Subcommand, out, refuse};
use crate::exchange::{PackageKind, package_kind, unpack};
use crate::explain::{explain_package, explain_store};
use crate::store;
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "unpack", about: msg!("help-unpack"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(package(text)).arg(made(text))
}

/// Extracts the dossier from a package.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (package, to) = (path_of(matches, "package"), path_of(matches, "out"));
    // Checked before the user types a passphrase in vain.
    store::is_free(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let wrapped = package_kind(&package) == Some(PackageKind::Wrapped);
    let passphrase = if wrapped { Some(asked(text, &package)?) } else { None };
    unpack(&package, &to, passphrase.as_ref())
        .map_err(|error| refuse(&explain_package(text, &error, &package)))?;
    let path = [("path", to.display().to_string().into())];
    out(text, &(text.with(msg!("package-unpacked"), &path) + "\n"))
}
