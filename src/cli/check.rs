//! `check`: is the file whole, and does it keep the rules?

use clap::ArgMatches;

use super::{complain, open, out, path};
use crate::document::Document;
use crate::explain::explain_refusal;
use crate::text::Text;

/// Opens the dossier with all its checks and goes over every record.
pub(super) fn run(text: Text, matches: &ArgMatches) -> u8 {
    let path = path(matches);
    let document = match open(text, &path, Document::open_read_only) {
        Ok(document) => document,
        Err(code) => return code,
    };
    let findings = document.findings();
    for finding in &findings {
        complain(&explain_refusal(text, finding));
    }
    let snapshot = document.snapshot();
    let arguments = [
        ("path", path.display().to_string().into()),
        ("parties", snapshot.parties.len().into()),
        ("proposals", snapshot.proposals.len().into()),
        ("positions", snapshot.positions.len().into()),
        ("steps", document.history().steps().len().into()),
        ("findings", findings.len().into()),
    ];
    let verdict = if findings.is_empty() { "check-good" } else { "check-findings" };
    out(&(text.with(verdict, &arguments) + "\n"));
    u8::from(!findings.is_empty())
}
