//! `salvage`: what can still be read of a damaged file.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::passphrase::access;
use super::{complain, out, path, refuse};
use crate::document;
use crate::explain::{explain_store, salvaged_words};
use crate::store;
use crate::text::{Text, msg};

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("salvage").about(text.get(msg!("help-salvage"))).arg(file).arg(
        Arg::new("out")
            .required(true)
            .value_name("OUT")
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf))
            .help(text.get(msg!("help-out"))),
    )
}

/// Copies what can be read to a new file, and reports what could not.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, to) = (path(matches), super::path_of(matches, "out"));
    // Before the user types a passphrase in vain.
    store::is_free(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let access = access(text, &path)?;
    let salvaged = document::salvage(&path, &to, &access).map_err(|error| {
        use store::Error as E;
        let of_new = match error {
            E::Exists | E::LeftBehind(_) | E::DiskFull | E::Io => true,
            // A file that can be read but not written.
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
