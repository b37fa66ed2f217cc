//! The versions of a text and their paragraphs, in order.

use std::borrow::Cow;

use crate::draft::{Unit, Words, parse};
use crate::model::words::fold;
use crate::model::{Paragraph, Proposal, ProposalId, Snapshot, Version, VersionId, keyed};

keyed! {
    /// How a paragraph changed since another version.
    pub enum Turned as "turned" {
        /// It has the same words.
        Same = "same",
        /// It has other words.
        Changed = "changed",
        /// It is new.
        New = "new",
    }
}

/// The versions of the text of a proposal, the oldest first.
pub fn versions(snapshot: &Snapshot, proposal: ProposalId) -> Vec<&Version> {
    let mut found: Vec<_> = snapshot.versions.iter().filter(|it| it.proposal == proposal).collect();
    found.sort_by_key(|it| (it.rank, it.id));
    found
}

/// A version by its name, or by its number counted from 1.
pub fn version_called<'a>(
    snapshot: &'a Snapshot,
    proposal: ProposalId,
    name: &str,
) -> Option<&'a Version> {
    let all = versions(snapshot, proposal);
    let wanted = fold(name.trim());
    let by_name = all.iter().find(|it| fold(&it.name) == wanted);
    let by_number = || all.get(name.trim().parse::<usize>().ok()?.checked_sub(1)?);
    by_name.or_else(by_number).copied()
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

/// Paragraphs ready to be aligned with others, each with its words.
pub fn units<'a>(
    all: impl IntoIterator<Item = &'a Paragraph>,
    words: &'a [Words],
) -> Vec<Unit<'a>> {
    let units = all.into_iter().zip(words);
    units.map(|(it, words)| Unit { number: &it.number, kind: it.kind, words }).collect()
}

/// How a paragraph changed since the one it continues in another version.
pub fn turned(before: Option<&Paragraph>, now: &Paragraph) -> Turned {
    match before {
        None => Turned::New,
        Some(before) if before.words == now.words => Turned::Same,
        Some(_) => Turned::Changed,
    }
}

/// The paragraph of an older version that a paragraph continues, through the versions between; the
/// first one found, or `None` if it is new.
pub fn in_version<'a>(
    snapshot: &'a Snapshot,
    paragraph: &'a Paragraph,
    version: VersionId,
) -> Option<&'a Paragraph> {
    let mut at = paragraph;
    // A hostile file may make the chain a ring.
    for _ in 0..=snapshot.versions.len() {
        if at.version == version {
            return Some(at);
        }
        at = snapshot.paragraphs.get(at.follows?)?;
    }
    None
}

/// The current text of a proposal: its own words, or those of its present version, one paragraph
/// per line. If the snapshot holds only the visible part of a dossier, only that is used.
pub fn text_of<'a>(snapshot: &'a Snapshot, proposal: &'a Proposal) -> Cow<'a, str> {
    if !proposal.text.trim().is_empty() {
        return Cow::Borrowed(&proposal.text);
    }
    let Some(present) = versions(snapshot, proposal.id).last().copied() else {
        return Cow::Borrowed("");
    };
    let line = |it: &Paragraph| match it.number.as_str() {
        "" => it.words.clone(),
        number => format!("{number} {}", it.words),
    };
    let lines: Vec<_> = paragraphs(snapshot, present.id).into_iter().map(line).collect();
    Cow::Owned(lines.join("\n"))
}
