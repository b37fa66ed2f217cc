//! `man`: the manual pages, one per command, in the requested language.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use clap_mangen::Man;

use super::{Subcommand, out, refuse};
use crate::explain::explain_store;
use crate::store;
use crate::text::{Message, Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "man", about: msg!("help-man"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(
        Arg::new("folder")
            .value_name("FOLDER")
            .value_hint(ValueHint::DirPath)
            .value_parser(value_parser!(PathBuf))
            .help(text.get(msg!("help-man-folder"))),
    )
}

/// Writes the pages to a folder, or the first one to standard output.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let mut all = super::command(text);
    // Global arguments are added to each command only by this call.
    all.build();
    let whole = page(text, &all, "cbm-workbench");
    let Some(folder) = matches.get_one::<PathBuf>("folder") else { return out(text, &whole) };
    let mut pages = vec![("cbm-workbench.1".to_owned(), whole)];
    for command in all.get_subcommands() {
        let name = format!("cbm-workbench-{}", command.get_name());
        pages.push((format!("{name}.1"), page(text, command, &name)));
    }
    let failed = |error: std::io::Error, path: &Path| {
        refuse(&explain_store(text, &store::Error::from_io(&error, path), path))
    };
    std::fs::create_dir_all(folder).map_err(|error| failed(error, folder))?;
    let count = pages.len();
    for (name, page) in pages {
        let path = folder.join(name);
        std::fs::write(&path, page).map_err(|error| failed(error, &path))?;
    }
    let words = [("count", count.into()), ("path", folder.display().to_string().into())];
    out(text, &(text.with(msg!("man-made"), &words) + "\n"))
}

/// The page of a command; `name` contains no blanks.
fn page(text: Text, command: &Command, name: &str) -> String {
    let typed = name.replacen("cbm-workbench-", "cbm-workbench ", 1);
    let command = command.clone().display_name(name).bin_name(typed);
    let mut page = Vec::new();
    // Writing to memory cannot fail.
    let _ = Man::new(command).manual("CBM Workbench").render(&mut page);
    let page = String::from_utf8_lossy(&page);
    let lines = page.lines().map(|line| match HEADINGS.iter().find(|(it, _)| *it == line) {
        Some((_, id)) => format!(".SH \"{}\"", text.get(*id).to_uppercase()),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The headings as the library writes them, with the words that replace them.
const HEADINGS: [(&str, Message); 4] = [
    (".SH NAME", msg!("man-name")),
    (".SH SYNOPSIS", msg!("usage-heading")),
    (".SH DESCRIPTION", msg!("man-description")),
    (".SH VERSION", msg!("man-version")),
];
