//! `new` and `templates`.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::arguments::{all_keys, chosen, dossier, option, path};
use super::import::check;
use super::{Subcommand, complain, intake, out, refuse};
use crate::document::{Document, Edit, StepName};
use crate::exchange::whole;
use crate::explain::{explain_store, explain_whole, template_about, template_title};
use crate::library::templates::Template;
use crate::model::{Dossier, Keyed, Record, Snapshot, Table};
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
        return match whole(table) {
            Some(bytes) => new_of_whole(text, &path(matches), table, &bytes),
            None => intake::new_from(text, matches, table),
        };
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

/// The content of a file if it declares itself to be a whole dossier.
fn whole(path: &Path) -> Option<Vec<u8>> {
    let mut beginning = Vec::new();
    File::open(path).ok()?.take(256).read_to_end(&mut beginning).ok()?;
    whole::is_whole(&beginning).then(|| std::fs::read(path).ok())?
}

/// Creates a dossier from a whole one written as JSON.
fn new_of_whole(text: Text, path: &Path, from: &Path, bytes: &[u8]) -> Result<(), u8> {
    let (dossier, records) = whole::read(bytes).map_err(|fault| {
        complain(&explain_whole(text, &from.display().to_string(), &fault));
        1
    })?;
    let count = records.len() + 1;
    let edit = Edit::new(StepName::Change(Table::Dossier), "");
    create(text, path, dossier, records.into_iter().fold(edit, Edit::put))?;
    let arguments = [
        ("path", path.display().to_string().into()),
        ("from", from.display().to_string().into()),
        ("count", count.into()),
    ];
    out(text, &(text.with(msg!("whole-made"), &arguments) + "\n"))
}

/// Makes a dossier with the content of an edit, if the rules allow it.
pub(super) fn create(text: Text, path: &Path, dossier: Dossier, edit: Edit) -> Result<(), u8> {
    check(text, &Snapshot::new(dossier.clone()), &edit, path)?;
    let records: Vec<_> = [dossier.into()].into_iter().chain(edit.into_records()).collect();
    Document::create_of(path, &records).map_err(|error| refuse(&explain_store(text, &error, path)))
}

/// Lists the templates.
fn list(text: Text, _: &ArgMatches) -> Result<(), u8> {
    let width = Template::ALL.iter().map(|it| it.key().len()).max().unwrap_or_default() + 2;
    let line = |template: &Template| {
        format!("{:width$}{}\n", template.key(), template_about(text, *template))
    };
    out(text, Template::ALL.iter().map(line).collect::<String>())
}
