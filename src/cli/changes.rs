//! `changes`: what changed since a day.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::arguments::{self, asked_day, chosen, chosen_ceiling, dossier, option, path};
use super::pages::{refuse_page, told};
use super::{Subcommand, complain, open, out, refuse, seen_under};
use crate::document::Document;
use crate::explain::explain_store;
use crate::model::Clock;
use crate::report::{Format, changes};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "changes", about: msg!("help-changes"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(option("since", "DATE", text.get(msg!("help-since"))).required(true))
        .arg(option("until", "DATE", text.get(msg!("help-until"))))
        .arg(arguments::format(text))
        .arg(arguments::ceiling(text))
}

/// Prints what changed.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Clock::System.today();
    let since = asked_day(text, matches, "since", today)?.unwrap_or(today);
    let until = asked_day(text, matches, "until", today)?.unwrap_or(today);
    if since >= until {
        complain(&no_days(text, since, until, today, matches.contains_id("until")));
        return Err(2);
    }
    let path = path(matches);
    let document = open(text, &path, Document::read_as)?;
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let seen = seen_under(text, &path, &document, chosen_ceiling(matches))?;
    // The log reveals earlier values whatever their marking was then, so under a ceiling it is left
    // out.
    let fields = if seen.is_some() {
        Vec::new()
    } else {
        let failed = |error| refuse(&explain_store(text, &error, &path));
        document.field_changes(since, until).map_err(failed)?
    };
    let told = told(&document, chosen_ceiling(matches));
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let page = changes(snapshot, text, &fields, since, until).page(snapshot, text, told);
    out(text, page.write(format).map_err(|unfit| refuse_page(text, unfit))?)
}

/// Explains why two days cannot be compared.
pub(super) fn no_days(
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
