//! The versions of a text and their paragraphs, in order.

use crate::draft::{Words, parse};
use crate::model::{Paragraph, ProposalId, Snapshot, Version, VersionId};

/// The versions of the text of a proposal, the oldest first.
pub fn versions(snapshot: &Snapshot, proposal: ProposalId) -> Vec<&Version> {
    let mut found: Vec<_> = snapshot.versions.iter().filter(|it| it.proposal == proposal).collect();
    found.sort_by_key(|it| (it.rank, it.id));
    found
}

/// The paragraphs of a version, in the order of the text.
pub fn paragraphs(snapshot: &Snapshot, version: VersionId) -> Vec<&Paragraph> {
    let mut found: Vec<_> = snapshot.paragraphs.iter().filter(|it| it.version == version).collect();
    found.sort_by_key(|it| (it.rank, it.id));
    found
}

/// The words of a paragraph.
pub fn words_of(paragraph: &Paragraph) -> Words {
    parse(&paragraph.words, &|_| false).words
}

/// The paragraph of an older version that a paragraph continues, through the versions between; the
/// first one found, and `None` where it is new.
pub fn in_version<'a>(
    snapshot: &'a Snapshot,
    paragraph: &'a Paragraph,
    version: VersionId,
) -> Option<&'a Paragraph> {
    let mut at = paragraph;
    // A hostile file may close the chain to a ring.
    for _ in 0..=snapshot.versions.len() {
        if at.version == version {
            return Some(at);
        }
        at = snapshot.paragraphs.get(at.follows?)?;
    }
    None
}
