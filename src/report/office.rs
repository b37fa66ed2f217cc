//! The properties of a document, which Word and Excel share.

use std::fmt::{self, Write};

use chrono::NaiveDate;

use crate::exchange::{PartOut, xml};
use crate::model::Keyed;
use crate::text::Text;

/// The properties of a document: its title, its language, the day of the page and, if requested,
/// its author.
pub(super) fn properties(
    part: &mut PartOut<'_>,
    text: Text,
    day: NaiveDate,
    (title, author): (&[&str], &str),
) -> fmt::Result {
    let title: Vec<_> = title.iter().copied().filter(|it| !it.is_empty()).collect();
    let author = xml(author);
    let (title, language) = (xml(&title.join(" · ")), text.language().key());
    write!(
        part,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{author}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z\
         </dcterms:created><dc:language>{language}</dc:language></cp:coreProperties>"
    )
}
