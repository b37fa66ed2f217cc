//! Edits of texts under negotiation: taking in a version, and laying it beside the one before.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, StepName};
use crate::analysis::{Owners, paragraphs, units, versions, words_of};
use crate::draft::{self, Alignment, DraftParagraph, Unit, align, print};
use crate::model::{
    Comment, Marking, Paragraph, ParagraphId, Proposal, ProposalId, Snapshot, Table, Version,
    VersionId,
};

/// A version of a text that is to be taken in.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// The proposal.
    pub proposal: ProposalId,
    /// What it is called.
    pub name: &'a str,
    /// The day on which it was put on the table.
    pub date: Option<NaiveDate>,
    /// Its paragraphs.
    pub paragraphs: &'a [DraftParagraph],
    /// Remarks on them that came along, by the index of the paragraph.
    pub remarks: &'a [(usize, Remarked)],
    /// What the text that a proposal had so far is called, if it had no versions yet.
    pub first: &'a str,
}

/// A remark that came along with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarked {
    /// Who made it.
    pub author: String,
    /// When.
    pub made: DateTime<Utc>,
    /// What it says.
    pub text: String,
}

/// A new version beside the last one.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// Where its paragraphs come from.
    pub alignment: Alignment,
    /// The paragraphs of the last version, in order.
    pub before: Vec<Paragraph>,
    // The text so far, where it becomes the first version.
    first: Option<(Version, Proposal)>,
    rank: u32,
    // That of the last version: a new one is as confidential.
    marking: Option<Marking>,
}

/// Lays a new version beside the last one. Of a proposal without versions the text so far becomes
/// the first one.
pub fn lay(snapshot: &Snapshot, new: &NewVersion<'_>) -> Laid {
    let mut laid = Laid::default();
    let all = versions(snapshot, new.proposal);
    match (all.last(), snapshot.proposals.get(new.proposal)) {
        (Some(last), _) => {
            laid.rank = last.rank.saturating_add(1);
            laid.marking = last.marking;
            laid.before = paragraphs(snapshot, last.id).into_iter().cloned().collect();
        }
        (None, Some(proposal)) if !proposal.text.trim().is_empty() => {
            // As confidential as it was as a part of the proposal.
            let marking = proposal.marking;
            let version = Version { marking, ..Version::new(proposal.id, new.first, 0) };
            let owners = Owners::new(snapshot);
            let known = |name: &str| owners.find(name).is_some();
            let typed = draft::paragraphs(&proposal.text, &known).paragraphs;
            laid.before = records(version.id, &typed);
            laid.before.iter_mut().for_each(|it| it.marking = marking);
            laid.marking = marking;
            laid.rank = 1;
            // It stands in one place only.
            laid.first = Some((version, Proposal { text: String::new(), ..proposal.clone() }));
        }
        (None, _) => {}
    }
    let before: Vec<_> = laid.before.iter().map(words_of).collect();
    let fresh: Vec<_> = new
        .paragraphs
        .iter()
        .map(|it| Unit { number: &it.number, kind: it.kind, words: &it.words })
        .collect();
    laid.alignment = align(&units(&laid.before, &before), &fresh);
    laid
}

/// The edit that takes it in, as one step.
pub fn version_edit(new: &NewVersion<'_>, laid: Laid) -> Edit {
    let version = Version {
        date: new.date,
        marking: laid.marking,
        ..Version::new(new.proposal, new.name, laid.rank)
    };
    let id = |old: Option<usize>| -> Option<ParagraphId> { Some(laid.before.get(old?)?.id) };
    let mut added = records(version.id, new.paragraphs);
    for (paragraph, origin) in added.iter_mut().zip(&laid.alignment.origins) {
        paragraph.follows = id(origin.follows);
        paragraph.merged = id(origin.merged.first().copied());
        // As confidential as what it continues.
        let before = origin.follows.and_then(|at| laid.before.get(at));
        paragraph.marking = before.and_then(|it| it.marking);
    }
    let mut edit = Edit::new(StepName::Add(Table::Versions), new.name);
    if let Some((first, proposal)) = laid.first {
        edit = edit.put(proposal).put(first);
        edit = laid.before.into_iter().fold(edit, Edit::put);
    }
    let about = |at: usize| added.get(at).map(Paragraph::record_id);
    let remarks = new.remarks.iter().filter_map(|(at, it)| {
        Some(Comment::new(about(*at)?, it.text.as_str(), it.author.as_str(), it.made))
    });
    let remarks: Vec<_> = remarks.collect();
    let edit = added.into_iter().fold(edit.put(version), Edit::put);
    remarks.into_iter().fold(edit, Edit::put)
}

/// Paragraphs as they are stored.
fn records(version: VersionId, typed: &[DraftParagraph]) -> Vec<Paragraph> {
    let record = |(it, rank): (&DraftParagraph, u32)| Paragraph {
        number: it.number.clone(),
        kind: it.kind,
        status: it.status,
        ..Paragraph::new(version, rank, print(&it.words))
    };
    typed.iter().zip(0..).map(record).collect()
}
