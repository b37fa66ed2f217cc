//! `changes`: what changed since a day.

use chrono::{Local, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::redact::{ceiling, ceiling_argument};
use super::{asked_day, complain, open, out, path, refuse};
use crate::document::Document;
use crate::explain::{changes, explain_store};
use crate::model::Clock;
use crate::store::{Audience, Reach};
use crate::text::Text;

pub(super) fn command(text: Text, file: Arg) -> Command {
    let day = |id: &'static str, help| Arg::new(id).long(id).value_name("DATE").help(help);
    Command::new("changes")
        .about(text.get("help-changes"))
        .arg(file)
        .arg(day("since", text.get("help-since")).required(true))
        .arg(day("until", text.get("help-until")))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["text", "json"])
                .default_value("text")
                .help(text.get("help-format-changes")),
        )
        .arg(ceiling_argument(text))
}

/// Shows what changed.
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
    let changes = match ceiling(matches) {
        // The log tells what was there before, whatever its marking was then: it stays behind.
        Some(ceiling) => {
            let reach = Reach::new(Audience::Copy, ceiling);
            let seen = document.sight(&reach).map_err(failed)?;
            changes(&seen.snapshot, text, &[], since, until).under(text, ceiling)
        }
        None => {
            let fields = document.field_changes(since, until).map_err(failed)?;
            let begins = document.history().steps().first();
            let begins = begins.map(|step| step.time.with_timezone(&Local).date_naive());
            changes(document.snapshot(), text, &fields, since, until).logged_from(begins)
        }
    };
    let json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    out(text, &if json { changes.json() } else { changes.words(text) })
}

/// Why there is nothing to compare between two days.
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
        std::cmp::Ordering::Greater if !chosen && since > today => "changes-to-come",
        std::cmp::Ordering::Greater => "changes-reversed",
        _ => "changes-one-day",
    };
    text.with(id, &arguments)
}
