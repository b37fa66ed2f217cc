//! `new` and `templates`.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::arguments::{all_keys, chosen, dossier, option, path};
use super::{Subcommand, intake, out, refuse};
use crate::document::Document;
use crate::explain::{explain_store, template_about, template_title};
use crate::library::templates::Template;
use crate::model::{Keyed, Record};
use crate::settings::Settings;
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "new", about: msg!("help-new"), arguments, run };

pub(super) const TEMPLATES: Subcommand = Subcommand {
    name: "templates",
    about: msg!("help-templates"),
    arguments: |command, _| command,
    run: list,
};

fn arguments(command: Command, text: Text) -> Command {
    let command = command.arg(dossier(text)).arg(
        option("template", "NAME", text.get(msg!("help-template")))
            .value_parser(all_keys::<Template>())
            .default_value(Template::Empty.key()),
    );
    intake::for_new(command, text)
}

/// Creates a dossier.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    if let Some(table) = matches.get_one::<PathBuf>("from") {
        return intake::new_from(text, matches, table);
    }
    let path = path(matches);
    let template = chosen(matches, "template").unwrap_or(Template::Empty);
    let mut records = template.records(template_title(text, template), text.language());
    if let Some(Record::Dossier(dossier)) = records.first_mut() {
        dossier.marking = Settings::load().marking;
    }
    match Document::create_of(&path, &records) {
        Ok(()) => {
            let arguments =
                [("path", path.display().to_string().into()), ("template", template.key().into())];
            out(text, &(text.with(msg!("made"), &arguments) + "\n"))
        }
        Err(error) => Err(refuse(&explain_store(text, &error, &path))),
    }
}

/// Lists the templates.
fn list(text: Text, _: &ArgMatches) -> Result<(), u8> {
    let line =
        |template: &Template| format!("{:16}{}\n", template.key(), template_about(text, *template));
    out(text, Template::ALL.iter().map(line).collect::<String>())
}
