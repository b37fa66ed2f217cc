//! `salvage`: saves what can still be read of a damaged file.

use clap::{ArgMatches, Command};

use super::arguments::{dossier, made, path, path_of};
use super::passphrase::access;
use super::{Subcommand, complain, out, refuse};
use crate::document;
use crate::explain::{explain_store, salvaged_words};
use crate::store;
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "salvage", about: msg!("help-salvage"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(dossier(text)).arg(made(text))
}

/// Copies whatever can be read to a new file, and reports what could not be.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, to) = (path(matches), path_of(matches, "out"));
    // Checked before the user types a passphrase in vain.
    store::is_free(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let access = access(text, &path)?;
    let salvaged = document::salvage(&path, &to, &access).map_err(|error| {
        use store::Error as E;
        let of_new = match error {
            E::Exists | E::LeftBehind(_) | E::DiskFull | E::Io => true,
            // The file can be read but not written.
            E::Permission => std::fs::File::open(&path).is_ok(),
            _ => false,
        };
        refuse(&explain_store(text, &error, if of_new { &to } else { &path }))
    })?;
    let [came, lost] = salvaged_words(text, &salvaged, &to);
    out(text, &(came + "\n"))?;
    if salvaged.is_whole() {
        return Ok(());
    }
    complain(&lost);
    Err(1)
}
