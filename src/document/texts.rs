//! Edits of texts under negotiation: adding a version, and aligning it with the one before.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, StepName};
use crate::analysis::{Owners, paragraphs, units, versions, words_of};
use crate::draft::{self, Alignment, DraftParagraph, Stamp, Unit, Words, align, print};
use crate::model::words::fold;
use crate::model::{
    Comment, Marking, Paragraph, ParagraphId, ParagraphStatus, Proposal, ProposalId, Snapshot,
    Table, Version, VersionId,
};

/// A version of a text that is to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its name.
    pub name: &'a str,
    /// The day on which it was put on the table.
    pub date: Option<NaiveDate>,
    /// Its paragraphs.
    pub paragraphs: &'a [DraftParagraph],
    /// Remarks on them that came along, by the index of the paragraph.
    pub remarks: &'a [(usize, Remarked)],
    /// How confidential it is; `None` is as the dossier. A paragraph that continues a more confidential one
    /// stays as confidential as that.
    pub marking: Option<Marking>,
    /// The name for the text that a proposal had so far, if it had no versions yet.
    pub first: &'a str,
    /// Whether it comes from a file: nobody has read all of it here.
    pub from_file: bool,
}

/// A remark that came along with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarked {
    /// Who made it.
    pub author: String,
    /// When.
    pub made: DateTime<Utc>,
    /// Its words.
    pub text: String,
}

/// A name in a text that asks for something and that the dossier does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    /// The name, as written.
    pub name: String,
    /// The numbers of the paragraphs, in the order of the text.
    pub numbers: Vec<String>,
    /// The code of the party or group that the name clearly points to.
    pub suggested: Option<String>,
}

/// A new version aligned with the last one.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The origins of its paragraphs.
    pub alignment: Alignment,
    /// The paragraphs of the last version, in order.
    pub before: Vec<Paragraph>,
    /// Those who ask for something and whom the dossier does not know.
    pub strangers: Vec<Stranger>,
    /// The words of the new paragraphs in stored form.
    words: Vec<String>,
    // The text so far, if it becomes the first version.
    first: Option<(Version, Proposal)>,
    rank: u32,
    dossier: Marking,
}

/// The default marking of a new version of a text: that of the last version, the one it states
/// itself or that of the dossier, whichever is strictest. Its words are new, whoever may see the
/// earlier ones.
pub fn usual_marking(
    snapshot: &Snapshot,
    proposal: ProposalId,
    stamp: Option<&Stamp>,
) -> Option<Marking> {
    let all = versions(snapshot, proposal);
    let so_far = snapshot.proposals.get(proposal).filter(|it| !it.text.trim().is_empty());
    let last = all.last().map(|it| it.marking).or_else(|| so_far.map(|it| it.marking));
    let said = stamp.map(|it| it.marking);
    last.flatten().max(said).filter(|it| *it > snapshot.dossier.marking)
}

/// The default name of a new version of a text: that of the last one, with the next number.
pub fn usual_name(snapshot: &Snapshot, proposal: ProposalId) -> String {
    let all = versions(snapshot, proposal);
    let last = all.last().map_or("rev.0", |it| it.name.trim());
    let (stem, number) = match last.trim_end_matches(|it: char| it.is_ascii_digit()) {
        stem if stem.len() == last.len() => ("rev.", 0_u64),
        stem => (stem, last[stem.len()..].parse().unwrap_or_default()),
    };
    let mut names = (1..).map(|more| format!("{stem}{}", number.saturating_add(more)));
    names.find(|name| !is_taken(&all, name)).unwrap_or_default()
}

/// Whether a version of the proposal has this name already.
pub fn is_version_name(snapshot: &Snapshot, proposal: ProposalId, name: &str) -> bool {
    is_taken(&versions(snapshot, proposal), name)
}

fn is_taken(all: &[&Version], name: &str) -> bool {
    all.iter().any(|it| fold(it.name.trim()) == fold(name.trim()))
}

/// Aligns a new version with the last one. If a proposal has no versions, the text so far becomes
/// the first one.
pub fn lay(snapshot: &Snapshot, new: &NewVersion<'_>) -> Laid {
    let mut laid = Laid {
        alignment: Alignment::default(),
        before: Vec::new(),
        strangers: Vec::new(),
        words: Vec::new(),
        first: None,
        rank: 0,
        dossier: snapshot.dossier.marking,
    };
    let owners = Owners::new(snapshot);
    for it in new.paragraphs {
        let words = owners.settled(it.words.clone());
        for name in owners.strangers(&words) {
            let numbers = vec![it.number.clone()];
            match laid.strangers.iter_mut().find(|it| it.name == name) {
                Some(known) => known.numbers.extend(numbers),
                None => {
                    let suggested = owners.suggested(&name).map(str::to_owned);
                    laid.strangers.push(Stranger { name, numbers, suggested });
                }
            }
        }
        laid.words.push(print(&words));
    }
    let all = versions(snapshot, new.proposal);
    match (all.last(), snapshot.proposals.get(new.proposal)) {
        (Some(last), _) => {
            laid.rank = last.rank.saturating_add(1);
            laid.before = paragraphs(snapshot, last.id).into_iter().cloned().collect();
        }
        (None, Some(proposal)) if !proposal.text.trim().is_empty() => {
            // As confidential as it was as part of the proposal.
            let marking = proposal.marking;
            let version = Version { marking, ..Version::new(proposal.id, new.first, 0) };
            let known = |name: &str| owners.find(name).is_some();
            let typed = draft::paragraphs(&proposal.text, &known).paragraphs;
            laid.before = records(version.id, &typed);
            laid.before.iter_mut().for_each(|it| it.marking = marking);
            laid.rank = 1;
            // It is kept in one place only.
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

/// The edit that gives a paragraph a status, or opens it again if it has that already; and the status that it has
/// then.
pub(crate) fn status_edit(
    paragraph: &Paragraph,
    to: ParagraphStatus,
    detail: impl Into<String>,
) -> (Edit, ParagraphStatus) {
    let status = if paragraph.status == to { ParagraphStatus::Open } else { to };
    (Edit::change(Paragraph { status, ..paragraph.clone() }, detail), status)
}

/// The edit that gives a paragraph these words, and this marking if they differ from those it has; `None` if
/// they do not.
pub(crate) fn words_edit(
    paragraph: &Paragraph,
    words: &Words,
    marking: Option<Marking>,
    detail: impl Into<String>,
) -> Option<Edit> {
    let words = print(words);
    let changed = Paragraph { words, marking, ..paragraph.clone() };
    (changed.words != paragraph.words).then(|| Edit::change(changed, detail))
}

/// The edit that adds it, as one step.
pub fn version_edit(new: &NewVersion<'_>, laid: Laid) -> Edit {
    let version = Version {
        date: new.date,
        marking: new.marking,
        ..Version::new(new.proposal, new.name, laid.rank)
    };
    let id = |old: Option<usize>| -> Option<ParagraphId> { Some(laid.before.get(old?)?.id) };
    let mut added = records(version.id, new.paragraphs);
    for (paragraph, words) in added.iter_mut().zip(&laid.words) {
        paragraph.words.clone_from(words);
    }
    for (paragraph, origin) in added.iter_mut().zip(&laid.alignment.origins) {
        paragraph.follows = id(origin.follows);
        paragraph.merged = id(origin.merged.first().copied());
        let from = origin.follows.iter().chain(&origin.merged);
        let before = from.filter_map(|at| laid.before.get(*at)?.marking).max();
        let chosen = new.marking.unwrap_or(laid.dossier);
        paragraph.marking = before.filter(|it| *it > chosen).or(new.marking);
        let continued = origin.follows.and_then(|at| laid.before.get(at));
        paragraph.status = kept_status(continued, paragraph);
    }
    let name = if new.from_file { StepName::ImportText } else { StepName::Add(Table::Versions) };
    let mut edit = Edit::new(name, new.name);
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

/// How far a paragraph has come: unchanged words stay agreed, unless the new text says how far they
/// have come.
fn kept_status(before: Option<&Paragraph>, now: &Paragraph) -> ParagraphStatus {
    let same = before.filter(|it| print(&words_of(it)) == now.words);
    match now.status {
        ParagraphStatus::Open => same.map_or(ParagraphStatus::Open, |it| it.status),
        said => said,
    }
}

impl Laid {
    /// The numbers of the paragraphs that were agreed and are open again because their words
    /// changed.
    pub fn opened_again<'a>(&self, paragraphs: &'a [DraftParagraph]) -> Vec<&'a str> {
        let each = paragraphs.iter().zip(&self.alignment.origins).zip(&self.words);
        each.filter(|((now, origin), words)| {
            let before = origin.follows.and_then(|at| self.before.get(at));
            now.status == ParagraphStatus::Open
                && before.is_some_and(|it| {
                    it.status != ParagraphStatus::Open && print(&words_of(it)) != **words
                })
        })
        .map(|((now, _), _)| now.number.as_str())
        .collect()
    }
}

/// Paragraphs in stored form.
fn records(version: VersionId, typed: &[DraftParagraph]) -> Vec<Paragraph> {
    let record = |(it, rank): (&DraftParagraph, u32)| Paragraph {
        number: it.number.clone(),
        kind: it.kind,
        status: it.status,
        ..Paragraph::new(version, rank, print(&it.words))
    };
    typed.iter().zip(0..).map(record).collect()
}
