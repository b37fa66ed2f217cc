//! Reads a text that is to become a version: a Word document, or plain text.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::{DocxComment, DocxError, DocxNames, DocxRemark, SheetError, plain_text, read_docx};
use crate::document::Remarked;
use crate::draft::{Draft, DraftParagraph, Stamp, paragraphs, stamp};
use crate::model::ParagraphKind;

/// The extensions of Word documents.
pub(crate) const WORD: [&str; 2] = ["docx", "docm"];

/// The result of reading a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextFile {
    /// Its paragraphs, each followed by its notes.
    pub draft: Draft,
    /// The comments, each with the place of the paragraph in which it begins.
    pub comments: Vec<(usize, DocxComment)>,
    /// Remarks on anything that was not kept as it was, or should be looked at.
    pub remarks: Vec<DocxRemark>,
    /// Its own statement of its confidentiality.
    pub stamp: Option<Stamp>,
    /// The numbers of the paragraphs of the document, which the remarks count from 1.
    numbers: Vec<String>,
}

/// Why a file could not be read as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFileError {
    /// It is not plain text that can be read.
    Plain(SheetError),
    /// It is not a document that can be read.
    Word(DocxError),
}

/// Whether a path has the extension of a Word document.
pub(crate) fn is_word(path: &Path) -> bool {
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| WORD.contains(&&*ending))
}

/// Reads a Word document, recognised by its extension or its first bytes, or else plain text.
/// `known` says whether a name after a bracket is that of a party or a group.
///
/// # Errors
/// [`TextFileError`] if it cannot be read as either.
pub fn read_text_file(
    path: &Path,
    bytes: &[u8],
    known: &dyn Fn(&str) -> bool,
) -> Result<TextFile, TextFileError> {
    if !is_word(path) && !bytes.starts_with(b"PK\x03\x04") {
        let typed = plain_text(bytes).map_err(TextFileError::Plain)?;
        let draft = paragraphs(&typed, known);
        let stamp = stamp([], typed.lines());
        return Ok(TextFile { draft, stamp, ..TextFile::default() });
    }
    // The author of a change asks for it, known here or not.
    let party_of = |author: &str| Some(author.to_owned());
    let names = DocxNames { known, party_of: &party_of };
    let read = read_docx(bytes, &names).map_err(TextFileError::Word)?;
    let lines = read.paragraphs.iter().map(|it| it.draft.typed.as_str());
    let stamp = stamp(read.margins.iter().map(String::as_str), lines);
    let mut file = TextFile { remarks: read.remarks, stamp, ..TextFile::default() };
    file.draft.left_out = read.left_out;
    for it in read.paragraphs {
        file.numbers.push(it.draft.number.clone());
        let at = file.draft.paragraphs.len();
        file.draft.paragraphs.push(it.draft);
        file.comments.extend(it.comments.into_iter().map(|comment| (at, comment)));
        let kind = ParagraphKind::Note;
        let note = |words| DraftParagraph { kind, words, ..DraftParagraph::default() };
        file.draft.paragraphs.extend(it.notes.into_iter().map(note));
    }
    Ok(file)
}

impl TextFile {
    /// The name of a paragraph of the document in a remark on it: its number, or else its place
    /// from 1.
    pub fn name(&self, at: usize) -> String {
        let number = at.checked_sub(1).and_then(|at| self.numbers.get(at));
        number.filter(|it| !it.is_empty()).cloned().unwrap_or_else(|| at.to_string())
    }

    /// The place, from 1, that the document gives to one of the paragraphs read.
    pub fn place(&self, at: usize) -> usize {
        let up_to = self.draft.paragraphs.iter().take(at + 1);
        up_to.filter(|it| it.kind != ParagraphKind::Note).count().max(1)
    }

    /// The comments as remarks on a version; one without a readable moment was made `now`.
    pub fn remarked(&self, now: DateTime<Utc>) -> Vec<(usize, Remarked)> {
        let remark = |(at, comment): &(usize, DocxComment)| {
            let made = DateTime::parse_from_rfc3339(&comment.date);
            let made = made.map_or(now, |it| it.to_utc());
            (*at, Remarked { author: comment.author.clone(), made, text: comment.text.clone() })
        };
        self.comments.iter().map(remark).collect()
    }
}
