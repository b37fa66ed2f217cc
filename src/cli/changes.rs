//! `changes`: what changed since a day.

use chrono::{Local, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::redact::{ceiling, ceiling_argument};
use super::show::refuse_cells;
use super::{all_keys, asked_day, chosen, complain, open, out, path, refuse};
use crate::document::Document;
use crate::explain::explain_store;
use crate::model::{Clock, Keyed};
use crate::report::{Format, Told, changes};
use crate::store::{Audience, Reach};
use crate::text::{Text, msg};

pub(super) fn command(text: Text, file: Arg) -> Command {
    let day = |id: &'static str, help| Arg::new(id).long(id).value_name("DATE").help(help);
    Command::new("changes")
        .about(text.get(msg!("help-changes")))
        .arg(file)
        .arg(day("since", text.get(msg!("help-since"))).required(true))
        .arg(day("until", text.get(msg!("help-until"))))
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

/// Prints what changed.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Clock::System.today();
    let since = asked_day(text, matches, "since", today)?.unwrap_or(today);
    let until = asked_day(text, matches, "until", today)?.unwrap_or(today);
    if since >= until {
        complain(&no_days(text, since, until, today, matches.contains_id("until")));
        return Err(2);
    }
    let path = path(matches);
    let document = open(text, &path, Document::read_as)?;
    let failed = |error| refuse(&explain_store(text, &error, &path));
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let (seen, fields, told) = match ceiling(matches) {
        // The log reveals earlier values whatever their marking was then, so it is left out.
        Some(ceiling) => {
            let reach = Reach::new(Audience::Copy, ceiling);
            (Some(document.sight(&reach).map_err(failed)?), Vec::new(), Told::Counted)
        }
        None => {
            let fields = document.field_changes(since, until).map_err(failed)?;
            let begins = document.history().steps().first();
            let begins = begins.map(|step| step.time.with_timezone(&Local).date_naive());
            (None, fields, Told::Logged(begins))
        }
    };
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let page = changes(snapshot, text, &fields, since, until).page(snapshot, text, told);
    out(text, page.write(format).map_err(|too_many| refuse_cells(text, too_many))?)
}

/// Explains why two days cannot be compared.
fn no_days(
    text: Text,
    since: NaiveDate,
    until: NaiveDate,
    today: NaiveDate,
    chosen: bool,
) -> String {
    let day_before = since.pred_opt().unwrap_or(since);
    let arguments = [
        ("since", text.day(since).into()),
        ("until", text.day(until).into()),
        ("before", day_before.to_string().into()),
    ];
    let id = match since.cmp(&until) {
        std::cmp::Ordering::Greater if !chosen && since > today => msg!("changes-to-come"),
        std::cmp::Ordering::Greater => msg!("changes-reversed"),
        _ => msg!("changes-one-day"),
    };
    text.with(id, &arguments)
}
