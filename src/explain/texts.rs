//! Texts under negotiation in words.

use crate::document::Laid;
use crate::draft::DraftParagraph;
use crate::text::{Text, msg};

/// How large a version is that is being taken in, and what becomes of the one before.
pub(crate) fn version_lines(
    text: Text,
    name: &str,
    paragraphs: &[DraftParagraph],
    laid: &Laid,
) -> Vec<String> {
    let brackets: usize = paragraphs.iter().map(|it| it.words.brackets().len()).sum();
    let size = [
        ("version", name.into()),
        ("paragraphs", paragraphs.len().into()),
        ("brackets", brackets.into()),
    ];
    let mut lines = vec![text.with(msg!("text-so-many"), &size)];
    if !laid.before.is_empty() {
        let origins = &laid.alignment.origins;
        let kept = origins.iter().filter(|it| it.follows.is_some()).count();
        let values = [
            ("kept", kept.into()),
            ("moved", origins.iter().filter(|it| it.moved).count().into()),
            ("new", (origins.len() - kept).into()),
            ("gone", laid.alignment.gone.len().into()),
        ];
        lines.push(text.with(msg!("text-beside"), &values));
    }
    lines
}
