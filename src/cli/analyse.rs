//! `analyse`: what can be worked out about a proposal.

use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments::{self, all_keys, chosen, dossier, file, option};
use super::import::{chosen_sheet, complain_some, read};
use super::pages::Asked;
use super::{Subcommand, complain, out};
use crate::analysis::{CountsAs, MOST_COMPARED, TooManyDeciders};
use crate::exchange::{CostTable, read_costs};
use crate::explain::explain_cost;
use crate::model::{Procedure, Snapshot};
use crate::report::{self, Analysis, Format, Question, Subject, decision};
use crate::text::{Text, msg};

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
        .arg(option("proposal", "CODE", text.get(msg!("help-on-proposal"))))
        .arg(
            option("rule", "RULE", text.get(msg!("help-rule")))
                .value_parser(all_keys::<Procedure>())
                .default_value("consensus"),
        )
        .arg(file("costs", "TABLE", text.get(msg!("help-costs"))).long("costs"))
        .arg(option("scenario", "NAME", text.get(msg!("help-scenario"))).action(ArgAction::Append))
        .arg(option("as-of", "DATE", text.get(msg!("help-as-of"))))
        .arg(arguments::format(text))
        .arg(arguments::ceiling(text))
}

/// Prints the answer.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let procedure: Procedure = chosen(matches, "rule").unwrap_or_default();
    let under = scenario(text, matches)?;
    match chosen(matches, "analysis").unwrap_or(Analysis::Carry) {
        Analysis::Carry => carry(text, matches, (under, format)),
        Analysis::Decision => {
            only_carry_takes(text, matches, &["costs"])?;
            let asked = Asked::plain(text, matches, Subject::Decision, format)?.under(under);
            let document = asked.open(text)?;
            let written = asked.write_with(text, &document, |it| Ok(decision(it, procedure)))?;
            out(text, written.bytes)
        }
        Analysis::Scenario => {
            only_carry_takes(text, matches, &["costs"])?;
            with_threshold(text, procedure)?;
            let asked = Asked::plain(text, matches, Subject::Scenario, format)?;
            let document = asked.open(text)?;
            let written =
                asked.write_with(text, &document, |it| Ok(report::scenario(it, procedure)))?;
            out(text, written.bytes)
        }
        plain @ (Analysis::Record | Analysis::Pairs) => {
            only_carry_takes(text, matches, &["costs"])?;
            let subject = if plain == Analysis::Pairs { Subject::Pairs } else { Subject::Record };
            let by = (matches.value_source("rule") == Some(ValueSource::CommandLine))
                .then_some(procedure);
            if let Some(by) = by {
                with_threshold(text, by)?;
            }
            let asked = Asked::plain(text, matches, subject, format)?.under(under);
            let document = asked.open(text)?;
            let written = asked.write_with(text, &document, |it| {
                Ok(match (by, plain) {
                    (None, _) => report::page(it, subject),
                    (Some(by), Analysis::Pairs) => report::pairs_by(it, by),
                    (Some(by), _) => report::record_by(it, by),
                })
            })?;
            out(text, written.bytes)
        }
    }
}

/// The scenario to lay over the dossier; complains if there are more than are accepted.
fn scenario(text: Text, matches: &ArgMatches) -> Result<Option<String>, u8> {
    let given = matches.get_many::<String>("scenario").map_or(0, Iterator::count);
    let compares = chosen(matches, "analysis") == Some(Analysis::Scenario);
    let (most, id) = if compares {
        (MOST_COMPARED, msg!("analyse-three-scenarios"))
    } else {
        (1, msg!("analyse-one-scenario"))
    };
    if given > most {
        complain(text.get(id));
        return Err(2);
    }
    Ok(matches.get_one::<String>("scenario").filter(|_| !compares).cloned())
}

/// Complains about an option that would be ignored.
fn only_carry_takes(text: Text, matches: &ArgMatches, options: &[&str]) -> Result<(), u8> {
    let typed = |it: &&&str| matches.value_source(it) == Some(ValueSource::CommandLine);
    let Some(option) = options.iter().find(typed) else { return Ok(()) };
    complain(&text.with(msg!("analyse-only-carry"), &[("option", (*option).into())]));
    Err(2)
}

/// Complains if a procedure decides nothing.
fn with_threshold(text: Text, procedure: Procedure) -> Result<(), u8> {
    if procedure.rule().is_none() {
        complain(text.get(msg!("carry-no-threshold")));
        return Err(2);
    }
    Ok(())
}

fn carry(
    text: Text,
    matches: &ArgMatches,
    (under, format): (Option<String>, Format),
) -> Result<(), u8> {
    let procedure: Procedure = chosen(matches, "rule").unwrap_or_default();
    with_threshold(text, procedure)?;
    let table = matches.get_one::<PathBuf>("costs");
    let asked = Asked::plain(text, matches, Subject::Carry, format)?.under(under);
    let document = asked.open(text)?;
    let written = asked.write_with(text, &document, |context| {
        let slot = context.on_one().map(|(slot, _)| slot);
        // It was checked above that there is such a proposal.
        let mut question = slot.and_then(|it| Question::new(context, it, procedure)).ok_or(1)?;
        if let Some(table) = table {
            question.price(&costs(text, table, context.snapshot, &question)?);
        }
        question.page(context).map_err(|TooManyDeciders { deciders, most }| {
            let counts =
                [("deciders", text.count(deciders).into()), ("most", text.count(most).into())];
            complain(&text.with(msg!("analyse-too-many"), &counts));
            1
        })
    })?;
    out(text, written.bytes)
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
        None => CountsAs::Unknown,
    };
    read_costs(&sheet.sheet, snapshot, text, held).map_err(|faults| {
        let faults = faults.iter().map(|fault| (explain_cost(text, fault), 1));
        complain_some(text, faults, 0);
        complain(text.get(msg!("costs-refused")));
        1
    })
}
