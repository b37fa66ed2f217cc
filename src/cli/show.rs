//! `show`: prints the matrix, proposals, parties or obstacles, to read or to process.

use clap::{Arg, ArgMatches, Command};

use super::arguments::{self, all_keys, chosen, dossier};
use super::pages::{self, Asked};
use super::{Subcommand, out};
use crate::report::{Format, Subject};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "show", about: msg!("help-show"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    let command = command.arg(dossier(text)).arg(
        Arg::new("subject")
            .required(true)
            .value_name("SUBJECT")
            .value_parser(all_keys::<Subject>())
            .help(text.get(msg!("help-subject"))),
    );
    pages::arguments(command.arg(arguments::format(text)), text)
}

/// Prints a part of the dossier.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let subject = chosen(matches, "subject").unwrap_or(Subject::Matrix);
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let asked = Asked::read(text, matches, subject, format)?;
    let document = asked.open(text)?;
    out(text, asked.write(text, &document)?.bytes)
}
