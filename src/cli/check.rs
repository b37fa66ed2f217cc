//! `check`: whether the file is intact and follows the rules.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::arguments::{dossier, path};
use super::passphrase::access;
use super::{Subcommand, complain, out, refuse};
use crate::document::Document;
use crate::exchange::plain;
use crate::explain::{explain_finding, explain_store};
use crate::text::{Text, msg};

/// How many findings are listed, a screenful or two; all of them are counted.
const MOST: usize = 100;

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "check", about: msg!("help-check"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(dossier(text))
}

/// Opens the dossier with all checks and validates every record.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let path = path(matches);
    let access = access(text, &path)?;
    let document = Document::read_as(&path, access).map_err(|error| {
        let code = refuse(&explain_store(text, &error, &path));
        if error.may_be_salvaged() {
            let path = [("path", shell_word(&path).into())];
            complain(&text.with(msg!("check-salvage"), &path));
        }
        code
    })?;
    let findings =
        document.findings().map_err(|error| refuse(&explain_store(text, &error, &path)))?;
    for finding in findings.iter().take(MOST) {
        complain(&plain(&explain_finding(text, document.snapshot(), finding)));
    }
    if let Some(more) = findings.len().checked_sub(MOST).filter(|more| *more > 0) {
        complain(&text.with(msg!("check-more"), &[("count", more.into())]));
    }
    let snapshot = document.snapshot();
    let arguments = [
        ("path", path.display().to_string().into()),
        ("parties", snapshot.parties.len().into()),
        ("proposals", snapshot.proposals.len().into()),
        ("positions", snapshot.positions.len().into()),
        ("steps", document.history().steps().len().into()),
        ("findings", findings.len().into()),
    ];
    let verdict = if findings.is_empty() { msg!("check-good") } else { msg!("check-findings") };
    out(text, &(text.with(verdict, &arguments) + "\n"))?;
    if findings.is_empty() { Ok(()) } else { Err(1) }
}

/// A path as it must be written on a command line.
fn shell_word(path: &Path) -> String {
    let word = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "-_./:+,@~".contains(c);
    if word.chars().all(plain) { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
