//! `redact`: a copy for others, of what may be seen under a ceiling.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::{all_keys, open, out, path, path_of, refuse};
use crate::document::Document;
use crate::explain::{explain_store, portion_lines};
use crate::model::Marking;
use crate::text::Text;

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("redact")
        .about(text.get("help-redact"))
        .arg(file)
        .arg(
            Arg::new("out")
                .required(true)
                .value_name("OUT")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("help-out")),
        )
        .arg(ceiling_argument(text).required(true))
}

/// Up to which marking something is shown.
pub(super) fn ceiling_argument(text: Text) -> Arg {
    Arg::new("ceiling")
        .long("ceiling")
        .value_name("MARKING")
        .ignore_case(true)
        .value_parser(all_keys::<Marking>())
        .help(text.get("help-ceiling"))
}

/// The ceiling that was asked for, if one was.
pub(super) fn ceiling(matches: &ArgMatches) -> Option<Marking> {
    matches.get_one::<String>("ceiling").and_then(|key| Marking::parse(key))
}

/// Makes the copy, and says what is in it and what is not.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, to) = (path(matches), path_of(matches, "out"));
    let ceiling = ceiling(matches).unwrap_or(Marking::Clear);
    let document = open(text, &path, Document::read_as)?;
    let portions = document
        .redact(&to, ceiling, text.get("redacted-title"))
        .map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let arguments =
        [("path", to.display().to_string().into()), ("marking", ceiling.label().into())];
    let mut words = text.with("redact-done", &arguments) + "\n";
    for line in portion_lines(text, &portions) {
        words += &format!("  {line}\n");
    }
    if document.is_protected() && ceiling > Marking::Green {
        words += text.get("redact-no-passphrase");
        words.push('\n');
    }
    out(text, &words)
}
