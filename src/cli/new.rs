//! `new` and `templates`.

use clap::ArgMatches;

use super::{chosen, out, path, refuse};
use crate::document::Document;
use crate::explain::explain_store;
use crate::library::templates::Template;
use crate::model::Keyed;
use crate::text::Text;

/// Makes a dossier.
pub(super) fn run(text: Text, matches: &ArgMatches) -> u8 {
    let path = path(matches);
    let template = chosen(matches, "template").unwrap_or(Template::Empty);
    match Document::create(&path, template, title(text, template)) {
        Ok(()) => {
            let arguments =
                [("path", path.display().to_string().into()), ("template", template.key().into())];
            out(&(text.with("made", &arguments) + "\n"));
            0
        }
        Err(error) => refuse(&explain_store(text, &error, &path)),
    }
}

/// Lists the templates.
pub(super) fn list(text: Text) -> u8 {
    for template in Template::ALL {
        out(&format!("{:16}{}\n", template.key(), text.get(about(*template))));
    }
    0
}

/// The title of a new dossier.
pub fn title(text: Text, template: Template) -> &'static str {
    text.get(match template {
        Template::UnVotes => "title-un-votes",
        Template::UnGlobalCbms => "title-un-global-cbms",
        Template::OsceCbms => "title-osce-cbms",
        Template::Empty => "title-empty",
    })
}

/// What a template holds, in a sentence.
pub fn about(template: Template) -> &'static str {
    match template {
        Template::UnVotes => "about-un-votes",
        Template::UnGlobalCbms => "about-un-global-cbms",
        Template::OsceCbms => "about-osce-cbms",
        Template::Empty => "about-empty",
    }
}
