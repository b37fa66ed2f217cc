//! Why a document could not be read as a text, and the remarks on one that was.

use std::path::Path;

use super::{Explanation, explain_sheet};
use crate::draft::Stamp;
use crate::exchange::{DocxError, DocxRemark, TextFileError};
use crate::text::{Arg, Text, msg};

/// How many places of a remark are listed.
const MOST_PLACES: usize = 12;

/// Explains why a document could not be read as a text.
pub fn explain_docx(text: Text, error: DocxError, path: &Path) -> Explanation {
    use DocxError as E;
    let kind = match error {
        E::Other(Some(kind)) => text.label(kind),
        _ => "",
    };
    let (what, next) = match error {
        E::Empty => (msg!("docx-empty"), msg!("docx-next-paste")),
        E::TooLarge => (msg!("docx-too-large"), msg!("docx-next-paste")),
        E::Bomb => (msg!("docx-bomb"), msg!("docx-next-harm")),
        E::Misstated => (msg!("docx-misstated"), msg!("docx-next-harm")),
        E::Declares => (msg!("docx-declares"), msg!("docx-next-harm")),
        E::Encrypted => (msg!("docx-encrypted"), msg!("docx-next-encrypted")),
        E::Damaged => (msg!("docx-damaged"), msg!("docx-next-damaged")),
        E::Old => (msg!("docx-old"), msg!("docx-next-save")),
        E::Other(Some(_)) => (msg!("docx-other"), msg!("docx-next-save")),
        E::Other(None) => (msg!("docx-unknown"), msg!("docx-next-save")),
    };
    let arguments = [("path", Arg::from(path.display().to_string())), ("kind", Arg::from(kind))];
    Explanation {
        what: text.with(what, &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.with(next, &arguments),
    }
}

/// A document's own statement of its confidentiality, as a sentence.
pub fn explain_stamp(text: Text, stamp: &Stamp) -> String {
    text.with(msg!("text-stamp"), &[("line", stamp.line.as_str().into())])
}

/// A remark on a document as a sentence. `name` gives the name of the paragraph at this place,
/// counted from 1: its number, or the place itself.
pub fn explain_docx_remark(
    text: Text,
    remark: &DocxRemark,
    name: &dyn Fn(usize) -> String,
) -> String {
    let what = text.label(remark.kind);
    if remark.paragraphs.is_empty() {
        return text.with(msg!("docx-remark-of-file"), &[("what", what.into())]);
    }
    let named: Vec<_> = remark.paragraphs.iter().take(MOST_PLACES).map(|at| name(*at)).collect();
    let more = remark.paragraphs.len() - named.len();
    let arguments = [
        ("what", what.into()),
        ("count", remark.paragraphs.len().into()),
        ("places", named.join(", ").into()),
        ("more", more.into()),
    ];
    text.with(
        if more > 0 { msg!("docx-remark-at-many") } else { msg!("docx-remark-at") },
        &arguments,
    )
}

/// Why a file could not be read as a text.
pub fn explain_text_file(text: Text, error: TextFileError, path: &Path) -> Explanation {
    match error {
        TextFileError::Plain(error) => explain_sheet(text, error, path),
        TextFileError::Word(error) => explain_docx(text, error, path),
    }
}
