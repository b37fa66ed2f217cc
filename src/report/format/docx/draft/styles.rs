//! The styles of a text under negotiation; an import recognises the parts of a document by their
//! names.

use std::fmt::Write;

use super::body::style_id;
use crate::exchange::{DRAFT_AROUND, DRAFT_KINDS, DRAFT_NUMBER, DRAFT_STATUSES};
use crate::model::ParagraphKind;
use crate::text::capital;

/// The styles in addition to those of every document.
pub(super) fn styles() -> String {
    let mut all = String::new();
    for (name, kind) in DRAFT_KINDS {
        let (on, paragraph, letters) = match kind {
            ParagraphKind::Heading => ("Heading1", "", ""),
            ParagraphKind::Preamble | ParagraphKind::Operative => {
                ("Normal", "<w:tabs><w:tab w:val=\"left\" w:pos=\"850\"/></w:tabs>", "")
            }
            ParagraphKind::Chapeau => (
                "Normal",
                "<w:keepNext/><w:tabs><w:tab w:val=\"left\" w:pos=\"850\"/></w:tabs>",
                "",
            ),
            ParagraphKind::Note => ("Normal", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
        };
        let _ = write!(
            all,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{}\">\
             <w:name w:val=\"{}\"/><w:basedOn w:val=\"{on}\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>",
            style_id(name),
            capital(name)
        );
    }
    for (name, on) in DRAFT_AROUND.into_iter().zip(["Title", "Subtitle"]) {
        let _ = write!(
            all,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{}\">\
             <w:name w:val=\"{}\"/><w:basedOn w:val=\"{on}\"/><w:qFormat/></w:style>",
            style_id(name),
            capital(name)
        );
    }
    let letters = DRAFT_STATUSES.iter().map(|(name, _)| *name).chain([DRAFT_NUMBER]);
    for name in letters {
        let _ = write!(
            all,
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{}\">\
             <w:name w:val=\"{}\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>\
             <w:rPr><w:b/></w:rPr></w:style>",
            style_id(name),
            capital(name)
        );
    }
    all
}
