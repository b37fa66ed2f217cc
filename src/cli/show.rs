//! `show`: the matrix, proposals, parties or obstacles, to read or to process.

use clap::{Arg, ArgMatches, Command};

use super::arguments::{self, all_keys, asked_day, chosen, chosen_ceiling, dossier, option, path};
use super::{Subcommand, complain, open, out, seen_under};
use crate::document::Document;
use crate::model::Clock;
use crate::report::{Format, PageContext, Subject, TooManyCells, page};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "show", about: msg!("help-show"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(
            Arg::new("subject")
                .required(true)
                .value_name("SUBJECT")
                .value_parser(all_keys::<Subject>())
                .help(text.get(msg!("help-subject"))),
        )
        .arg(option("as-of", "DATE", text.get(msg!("help-as-of"))))
        .arg(arguments::format(text))
        .arg(arguments::ceiling(text))
}

/// Prints a part of the dossier.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Clock::System.today();
    let as_of = asked_day(text, matches, "as-of", today)?.unwrap_or(today);
    let subject = chosen(matches, "subject").unwrap_or(Subject::Matrix);
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let (path, ceiling) = (path(matches), chosen_ceiling(matches));
    let document = open(text, &path, Document::read_as)?;
    let seen = seen_under(text, &path, &document, ceiling)?;
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let page = page(&PageContext { snapshot, ceiling, as_of, text }, subject);
    let written = page.write(format).map_err(|too_many| refuse_cells(text, too_many))?;
    out(text, &written)
}

/// Reports that a matrix is too large for a format, and returns the exit code.
pub(super) fn refuse_cells(text: Text, TooManyCells { cells, most }: TooManyCells) -> u8 {
    let counts = [("cells", text.count(cells).into()), ("most", text.count(most).into())];
    complain(&text.with(msg!("show-too-many-cells"), &counts));
    1
}
