//! `export`: a page as a file to hand over.

use std::path::Path;

use clap::{ArgAction, ArgMatches, Command};

use super::arguments::{all_keys, chosen, dossier, flag, made, option, path_of};
use super::pages::{self, Asked};
use super::{Subcommand, complain, out, refuse};
use crate::analysis::MOST_COMPARED;
use crate::document::needs_cover;
use crate::explain::{explain_unwritten, seen_count_lines};
use crate::model::{Keyed, Marking};
use crate::report::{Format, Paper, PaperSize, Subject, Turn};
use crate::store::{self, Look, sniff};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "export", about: msg!("help-export"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    let what = option("what", "SUBJECT", text.get(msg!("help-subject")))
        .required(true)
        .value_parser(all_keys::<Subject>());
    let command = command.arg(dossier(text)).arg(made(text)).arg(what);
    let paper =
        option("paper", "SIZE", text.get(msg!("help-paper"))).value_parser(all_keys::<PaperSize>());
    pages::arguments(command, text)
        .arg(paper)
        .arg(flag("landscape", text.get(msg!("help-landscape"))))
        .arg(option("scenario", "NAME", text.get(msg!("help-scenario"))).action(ArgAction::Append))
        .arg(flag("in-the-open", text.get(msg!("help-in-the-open"))))
        .arg(flag("replace", text.get(msg!("help-replace"))))
}

/// Writes the page, and reports what was withheld.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let to = path_of(matches, "out");
    let format = Format::of(&to).ok_or_else(|| no_format(text, &to))?;
    let subject = chosen(matches, "what").unwrap_or(Subject::Matrix);
    let mut asked =
        Asked::read(text, matches, subject, format)?.under(scenario(text, matches, subject)?);
    asked.paper.size = chosen(matches, "paper").unwrap_or(Paper::default().size);
    if matches.get_flag("landscape") {
        asked.paper.turn = Turn::Across;
    }
    let over = matches.get_flag("replace");
    let refused = |error: store::Error| {
        let is_there = !over && matches!(error, store::Error::Exists);
        let mut said = explain_unwritten(text, &error, &to);
        if is_there {
            text.get(msg!("export-say-replace")).clone_into(&mut said.next);
        }
        refuse(&said)
    };
    // Report this before asking for the passphrase.
    if to.symlink_metadata().is_ok() && !over {
        return Err(refused(store::Error::Exists));
    }
    let protected = matches!(sniff(&asked.path), Ok(Look::Protected));
    if protected
        && needs_cover(asked.ceiling.unwrap_or(Marking::Red))
        && !matches.get_flag("in-the-open")
    {
        complain(text.get(msg!("export-in-the-open")));
        return Err(1);
    }
    let document = asked.open(text)?;
    let written = asked.write_to_file(text, &document)?;
    store::write_whole(&to, &format.as_file(written.bytes), over).map_err(refused)?;
    let arguments =
        [("path", to.display().to_string().into()), ("marking", written.marking.label().into())];
    let mut words = text.with(msg!("export-done"), &arguments) + "\n";
    if asked.ceiling.is_some() {
        words += text.get(msg!("export-seen"));
        words.push('\n');
        for line in seen_count_lines(text, &written.seen_counts) {
            words += &format!("  {line}\n");
        }
    }
    out(text, &words)
}

/// The scenario to lay over the dossier; complains if the page takes none, or not as many.
fn scenario(text: Text, matches: &ArgMatches, subject: Subject) -> Result<Option<String>, u8> {
    let given = matches.get_many::<String>("scenario").map_or(0, Iterator::count);
    let id = match (subject, given) {
        (_, 0) | (Subject::Scenario, ..=MOST_COMPARED) => return Ok(None),
        (Subject::Scenario, _) => msg!("analyse-three-scenarios"),
        _ if !subject.counts_stances() => msg!("export-no-scenario"),
        (_, 1) => return Ok(matches.get_one::<String>("scenario").cloned()),
        _ => msg!("analyse-one-scenario"),
    };
    complain(text.get(id));
    Err(2)
}

/// Reports that a file name extension belongs to no format, and returns the exit code.
fn no_format(text: Text, path: &Path) -> u8 {
    let endings = Format::ALL.iter().map(|format| format!(".{}", format.ending()));
    let arguments = [
        ("path", path.display().to_string().into()),
        ("endings", endings.collect::<Vec<_>>().join(", ").into()),
    ];
    complain(&text.with(msg!("export-no-format"), &arguments));
    2
}
