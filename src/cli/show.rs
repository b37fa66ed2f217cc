//! `show`: the matrix, proposals, parties or obstacles, to read or to process.

use clap::{Arg, ArgMatches, Command};

use super::redact::{ceiling, ceiling_argument};
use super::{all_keys, asked_day, chosen, complain, open, out, path, refuse};
use crate::document::Document;
use crate::explain::explain_store;
use crate::model::{Clock, Keyed};
use crate::report::{Format, Scene, Subject, TooManyCells, page};
use crate::store::{Audience, Reach};
use crate::text::{Text, msg};

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("show")
        .about(text.get(msg!("help-show")))
        .arg(file)
        .arg(
            Arg::new("subject")
                .required(true)
                .value_name("SUBJECT")
                .value_parser(all_keys::<Subject>())
                .help(text.get(msg!("help-subject"))),
        )
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(text.get(msg!("help-as-of"))))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(all_keys::<Format>())
                .default_value(Format::Text.key())
                .help(text.get(msg!("help-format"))),
        )
        .arg(ceiling_argument(text))
}

/// Prints a part of the dossier.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Clock::System.today();
    let as_of = asked_day(text, matches, "as-of", today)?.unwrap_or(today);
    let subject = chosen(matches, "subject").unwrap_or(Subject::Matrix);
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let (path, ceiling) = (path(matches), ceiling(matches));
    let document = open(text, &path, Document::read_as)?;
    let seen = match ceiling {
        None => None,
        Some(ceiling) => {
            let seen = document.sight(&Reach::new(Audience::Copy, ceiling));
            Some(seen.map_err(|error| refuse(&explain_store(text, &error, &path)))?)
        }
    };
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let page = page(&Scene { snapshot, ceiling, as_of, text }, subject);
    let written = page.write(format).map_err(|too_many| refuse_cells(text, too_many))?;
    out(text, &written)
}

/// Reports that a matrix is too large for a format, and returns the exit code.
pub(super) fn refuse_cells(text: Text, TooManyCells { cells, most }: TooManyCells) -> u8 {
    let counts = [("cells", text.count(cells).into()), ("most", text.count(most).into())];
    complain(&text.with(msg!("show-too-many-cells"), &counts));
    1
}
