//! Reads texts under negotiation from Word documents.
//!
//! Tracked changes become brackets owned by their authors, beside and inside those that were typed.
//! Nothing in a document is trusted, run or followed, and anything that cannot be kept is reported.

mod assemble;
mod authors;
mod body;
mod numbering;
mod raw;
mod remark;
mod styles;

pub use authors::DocxAuthor;
pub use remark::{DocxRemark, DocxRemarkKind};

use self::assemble::Assembly;
use self::body::Body;
use self::numbering::Numbering;
use self::raw::{Group, Raw};
use self::remark::Remarks;
use self::styles::Styles;
use super::table::SheetError;
use super::workbook::FileKind;
use super::workbook::archive::Archive;
use super::workbook::relations::{Relation, main_part, relations};
use super::workbook::xml::{Stop, walk};
use crate::draft::{DraftParagraph, Words};
use crate::model::{ParagraphKind, ParagraphStatus};

/// The largest document that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The names of the styles that this program uses for a text and for what surrounds it, in lower
/// case.
pub(crate) const DRAFT_AROUND: [&str; 2] = ["draft title", "draft about"];
pub(crate) const DRAFT_NUMBER: &str = "draft number";
pub(crate) const DRAFT_STATUSES: [(&str, ParagraphStatus); 2] = [
    ("draft ad referendum", ParagraphStatus::AdReferendum),
    ("draft agreed", ParagraphStatus::Agreed),
];
pub(crate) const DRAFT_KINDS: [(&str, ParagraphKind); 5] = [
    ("draft heading", ParagraphKind::Heading),
    ("draft preamble", ParagraphKind::Preamble),
    ("draft chapeau", ParagraphKind::Chapeau),
    ("draft operative", ParagraphKind::Operative),
    ("draft note", ParagraphKind::Note),
];

/// A text from a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocxText {
    /// Its paragraphs, in the order of the document.
    pub paragraphs: Vec<DocxParagraph>,
    /// How many more there were.
    pub left_out: usize,
    /// The lines above and below its pages, which are not part of the text.
    pub margins: Vec<String>,
    /// Remarks on anything that was not kept as it was, or should be looked at.
    pub remarks: Vec<DocxRemark>,
    /// Who changed the text or commented on it, in the order in which they appear.
    pub authors: Vec<DocxAuthor>,
}

/// A paragraph of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocxParagraph {
    /// Its number, kind, status and words.
    pub draft: DraftParagraph,
    /// The comments that begin in it.
    pub comments: Vec<DocxComment>,
    /// The footnotes and endnotes to it, in their order.
    pub notes: Vec<Words>,
}

/// A comment on a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocxComment {
    /// The author as named in the file.
    pub author: String,
    /// The moment, as written in the file; may be empty.
    pub date: String,
    /// Its text, with each paragraph on a line of its own.
    pub text: String,
    /// The words it was made on; empty for the paragraph as a whole.
    pub on: String,
}

/// Why a file could not be read as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocxError {
    /// It holds no words.
    Empty,
    /// It is larger than 64 MiB, or its text is larger than any that is negotiated.
    TooLarge,
    /// It is far larger unpacked than packed, as only a malicious file is.
    Bomb,
    /// Its parts overlap, or have other sizes than stated.
    Misstated,
    /// It declares entities of its own (DOCTYPE), as no word processor does.
    Declares,
    /// It is protected with a passphrase.
    Encrypted,
    /// It was cut short or damaged, or is nested deeper than any document.
    Damaged,
    /// It is in the Word format used until 2003.
    Old,
    /// It is something else.
    Other(Option<FileKind>),
}

impl From<SheetError> for DocxError {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::Bomb => Self::Bomb,
            SheetError::Misstated => Self::Misstated,
            SheetError::Declares => Self::Declares,
            SheetError::Encrypted => Self::Encrypted,
            SheetError::TooLarge | SheetError::CellTooLong(_) | SheetError::Overflows(_) => {
                Self::TooLarge
            }
            SheetError::Empty => Self::Empty,
            SheetError::Other(kind) => Self::Other(Some(kind)),
            SheetError::NotText(_)
            | SheetError::Unclosed(_)
            | SheetError::TooFar(_)
            | SheetError::Twice(_)
            | SheetError::Damaged => Self::Damaged,
        }
    }
}

/// The names that a dossier knows, for reading a document.
pub struct DocxNames<'a> {
    /// Whether a name is that of a party or a group.
    pub known: &'a dyn Fn(&str) -> bool,
    /// The code of the party an author writes for, if there is one to suggest.
    pub party_of: &'a dyn Fn(&str) -> Option<String>,
}

/// Reads the text of a document of Word (DOCX, DOCM).
///
/// # Errors
/// [`DocxError`] if it holds no text that can be read.
pub fn read_docx(bytes: &[u8], names: &DocxNames<'_>) -> Result<DocxText, DocxError> {
    if bytes.len() > LARGEST {
        return Err(DocxError::TooLarge);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(other(bytes));
    }
    let archive = Archive::opened(bytes)?;
    let Some(main) = main_part(&archive)? else {
        return Err(DocxError::Other(Some(FileKind::Archive)));
    };
    let relations = relations(&archive, &main)?;
    let mut remarks = Remarks::default();
    let document = body(&archive, &main)?.ok_or(DocxError::Damaged)?;
    match document.root() {
        b"document" => {}
        b"" => return Err(DocxError::Damaged),
        // A workbook or a presentation has a main part as well.
        _ => return Err(DocxError::Other(None)),
    }
    let part = |kind: &str| {
        relations.iter().find(|it| it.kind.ends_with(kind) && !it.external).map(|it| &*it.target)
    };
    let group = |kind: &str| -> Result<Vec<Group>, DocxError> {
        let Some(name) = part(kind) else { return Ok(Vec::new()) };
        Ok(body(&archive, name)?.map(Body::groups).unwrap_or_default())
    };
    let (comments, footnotes, endnotes) =
        (group("/comments")?, group("/footnotes")?, group("/endnotes")?);
    let styles = Styles::read(&archive, part("/styles"))?;
    let numbering = Numbering::read(&archive, part("/numbering"))?;
    let margins = about_the_file(&archive, &relations, &mut remarks)?;
    let assembly =
        Assembly::new(names, styles, numbering, remarks, comments, [footnotes, endnotes]);
    let text = DocxText { margins, ..assembly.text(&document.paragraphs()) };
    if text.paragraphs.is_empty() { Err(DocxError::Empty) } else { Ok(text) }
}

/// The kind of a file that is not an archive.
fn other(bytes: &[u8]) -> DocxError {
    let wide = |words: &str| words.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<_>>();
    let has = |words: &str| memchr::memmem::find(bytes, &wide(words)).is_some();
    match FileKind::of(bytes) {
        None if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => {
            if has("EncryptedPackage") {
                DocxError::Encrypted
            } else if has("WordDocument") {
                DocxError::Old
            } else {
                DocxError::Other(Some(FileKind::Compound))
            }
        }
        kind => DocxError::Other(kind),
    }
}

/// Reads a part with paragraphs; `None` if there is none of this name.
fn body(archive: &Archive<'_>, name: &str) -> Result<Option<Body>, DocxError> {
    let Some(part) = archive.part(name)? else { return Ok(None) };
    let mut body = Body::default();
    let walked = walk(part, |mark| body.mark(&mark));
    walked.map_err(|stop| match stop {
        Stop::Refused(error) => DocxError::from(error),
        Stop::TooLong => DocxError::TooLarge,
    })?;
    Ok(Some(body))
}

/// Reports what there is besides the text, and returns the lines above and below the pages.
fn about_the_file(
    archive: &Archive<'_>,
    relations: &[Relation],
    remarks: &mut Remarks,
) -> Result<Vec<String>, DocxError> {
    let mut margins = Vec::new();
    let any = |is: fn(&str) -> bool| archive.names().any(|name| is(&name.to_ascii_lowercase()));
    if any(|name| name.ends_with("vbaproject.bin")) {
        remarks.add(DocxRemarkKind::Macros, 0);
    }
    if any(|name| name.contains("/embeddings/") || name.contains("/activex/")) {
        remarks.add(DocxRemarkKind::Objects, 0);
    }
    for relation in relations {
        let margin = relation.kind.ends_with("/header") || relation.kind.ends_with("/footer");
        if !margin || relation.external {
            continue;
        }
        if let Some(body) = body(archive, &relation.target)? {
            let lines = body.paragraphs();
            margins.extend(lines.iter().filter(|it| it.has_words()).map(Raw::text));
        }
    }
    if !margins.is_empty() {
        remarks.add(DocxRemarkKind::Margins, 0);
    }
    Ok(margins)
}

#[cfg(test)]
mod tests;
