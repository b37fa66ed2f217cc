//! `help`: what the command line, or one of its commands, accepts.

use clap::{Arg, ArgMatches, Command};

use super::{SUBCOMMANDS, Subcommand, out};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "help", about: msg!("help-help"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command.arg(
        Arg::new("command")
            .value_name("COMMAND")
            .value_parser(SUBCOMMANDS.map(|it| it.name))
            .help(text.get(msg!("help-command"))),
    )
}

/// Prints the help of one command, or of all.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let mut all = super::command(text);
    // Commands know their full name only once built.
    all.build();
    let found = matches.get_one::<String>("command");
    let found = found.and_then(|name| all.find_subcommand_mut(name));
    let help = match found {
        Some(command) => command.render_help(),
        None => all.render_help(),
    };
    out(text, help.to_string())
}
