//! `analyse`: what would carry a proposal.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::arguments::{
    self, all_keys, asked_day, chosen, chosen_ceiling, dossier, file, option, path,
};
use super::import::{chosen_sheet, read};
use super::pages::{found, refuse_cells};
use super::{Subcommand, complain, open, out, seen_under};
use crate::analysis::{Rule, TooManyDeciders};
use crate::document::Document;
use crate::exchange::{CostTable, read_costs};
use crate::explain::explain_cost;
use crate::model::{Clock, Snapshot};
use crate::report::{Analysis, Format, PageContext, Question};
use crate::text::{Text, msg};

/// Faults printed: no more than a screenful.
const SHOWN: usize = 20;

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "analyse", about: msg!("help-analyse"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(
            Arg::new("analysis")
                .required(true)
                .value_name("ANALYSIS")
                .value_parser(all_keys::<Analysis>())
                .help(text.get(msg!("help-analysis"))),
        )
        .arg(option("proposal", "CODE", text.get(msg!("help-on-proposal"))).required(true))
        .arg(
            option("rule", "RULE", text.get(msg!("help-rule")))
                .value_parser(all_keys::<Rule>())
                .default_value("consensus"),
        )
        .arg(file("costs", "TABLE", text.get(msg!("help-costs"))).long("costs"))
        .arg(option("as-of", "DATE", text.get(msg!("help-as-of"))))
        .arg(arguments::format(text))
        .arg(arguments::ceiling(text))
}

/// Prints the answer.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let today = Clock::System.today();
    let as_of = asked_day(text, matches, "as-of", today)?.unwrap_or(today);
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let rule = chosen(matches, "rule").unwrap_or(Rule::Consensus);
    let (path, ceiling) = (path(matches), chosen_ceiling(matches));
    let document = open(text, &path, Document::read_as)?;
    let seen = seen_under(text, &path, &document, ceiling)?;
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let code = matches.get_one::<String>("proposal").map(String::as_str).unwrap_or_default();
    let id = found(text, document.snapshot(), snapshot, code)?;
    let context =
        PageContext { proposal: Some(id), ..PageContext::new(snapshot, ceiling, as_of, text) };
    let slot = snapshot.proposals.slot(id);
    let Some(mut question) = slot.and_then(|slot| Question::new(&context, slot)) else {
        return Err(1);
    };
    if let Some(table) = matches.get_one::<std::path::PathBuf>("costs") {
        let costs = costs(text, table, snapshot, &question)?;
        question.price(&costs);
    }
    let page = question.page(&context, rule).map_err(|TooManyDeciders { deciders, most }| {
        let counts = [("deciders", text.count(deciders).into()), ("most", text.count(most).into())];
        complain(&text.with(msg!("analyse-too-many"), &counts));
        1
    })?;
    out(text, page.write(format).map_err(|too_many| refuse_cells(text, too_many))?)
}

/// The costs in a table.
fn costs(
    text: Text,
    table: &Path,
    snapshot: &Snapshot,
    question: &Question<'_>,
) -> Result<CostTable, u8> {
    let sheet = chosen_sheet(text, &read(text, table)?, None, table)?;
    let held = |party| match snapshot.parties.slot(party) {
        Some(slot) => question.counts_as(slot),
        None => crate::analysis::CountsAs::Unknown,
    };
    read_costs(&sheet.sheet, snapshot, text, held).map_err(|faults| {
        for fault in faults.iter().take(SHOWN) {
            complain(&explain_cost(text, fault));
        }
        if faults.len() > SHOWN {
            let more = [("rows", (faults.len() - SHOWN).into())];
            complain(&text.with(msg!("import-more"), &more));
        }
        complain(text.get(msg!("costs-refused")));
        1
    })
}
