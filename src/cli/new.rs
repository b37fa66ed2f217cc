//! `new` and `templates`.

use clap::ArgMatches;

use super::{chosen, out, path, refuse};
use crate::document::Document;
use crate::explain::{explain_store, template_about, template_title};
use crate::library::templates::Template;
use crate::model::{Keyed, Record};
use crate::settings::Settings;
use crate::text::{Text, msg};

/// Creates a dossier.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let path = path(matches);
    let template = chosen(matches, "template").unwrap_or(Template::Empty);
    let mut records = template.records(template_title(text, template));
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
pub(super) fn list(text: Text) -> Result<(), u8> {
    let line =
        |template: &Template| format!("{:16}{}\n", template.key(), template_about(text, *template));
    out(text, Template::ALL.iter().map(line).collect::<String>())
}
