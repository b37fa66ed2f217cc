//! `show`: the matrix, proposals, parties or obstacles, to read or to process.

use chrono::{Local, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::{all_keys, chosen, complain, open, out, path};
use crate::analysis::{coalition, heat};
use crate::document::Document;
use crate::exchange::show::{Format, Scene, Subject, show};
use crate::model::Keyed;
use crate::text::Text;

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("show")
        .about(text.get("help-show"))
        .arg(file)
        .arg(
            Arg::new("subject")
                .required(true)
                .value_name("SUBJECT")
                .value_parser(all_keys::<Subject>())
                .help(text.get("help-subject")),
        )
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(text.get("help-as-of")))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(all_keys::<Format>())
                .default_value(Format::Text.key())
                .help(text.get("help-format")),
        )
}

/// Shows a part of the dossier.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Local::now().date_naive();
    let as_of = match matches.get_one::<String>("as-of") {
        None => today,
        Some(written) => match text.parse_day(written, today) {
            Some(day) => day,
            None => {
                complain(&text.with("not-a-day", &[("written", written.as_str().into())]));
                return Err(2);
            }
        },
    };
    let subject = chosen(matches, "subject").unwrap_or(Subject::Matrix);
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let document = open(text, &path(matches), Document::read_as)?;
    out(text, &words(text, &document, subject, format, as_of))
}

fn words(
    text: Text,
    document: &Document,
    subject: Subject,
    format: Format,
    as_of: NaiveDate,
) -> String {
    let snapshot = document.snapshot();
    let (coalition, heat) = (coalition(snapshot, as_of), heat(snapshot, as_of, as_of));
    show(&Scene { snapshot, coalition: &coalition, heat: &heat, text }, subject, format)
}
