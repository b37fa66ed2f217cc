//! `completions`: what a shell needs in order to complete commands.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Subcommand, out};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "completions", about: msg!("help-completions"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(
        Arg::new("shell")
            .required(true)
            .value_name("SHELL")
            .value_parser(value_parser!(clap_complete::Shell))
            .help(text.get(msg!("help-shell"))),
    )
}

fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<clap_complete::Shell>("shell") {
        clap_complete::generate(*shell, &mut super::command(text), "cbm-workbench", &mut script);
    }
    out(text, &script)
}
