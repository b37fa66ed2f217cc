//! How the brackets of a text burn down over its versions: in each version, for each who asks for
//! some, and in each paragraph.

use super::super::Owners;
use super::super::texts::{in_version, paragraphs, versions, words_of};
use crate::model::{
    Paragraph, ParagraphKind, ParagraphStatus, ProposalId, RecordId, Snapshot, Version,
};

/// How far a version of a text is from agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached<'a> {
    /// The version.
    pub version: &'a Version,
    /// How many brackets it has.
    pub brackets: usize,
    /// How many of these each of those who ask for them or are against them has, most first; a
    /// bracket with several owners counts for each.
    pub owners: Vec<(String, usize)>,
    /// How many of its paragraphs are agreed, ad referendum included.
    pub agreed: usize,
    /// How many paragraphs it has, headings and notes not counted.
    pub paragraphs: usize,
}

/// How the brackets of a text burn down, version by version, the oldest first.
pub fn burn_down(snapshot: &Snapshot, proposal: ProposalId) -> Vec<Reached<'_>> {
    let known = Owners::new(snapshot);
    let all = versions(snapshot, proposal).into_iter();
    all.map(|version| reached(snapshot, &known, version)).collect()
}

fn reached<'a>(snapshot: &'a Snapshot, known: &Owners, version: &'a Version) -> Reached<'a> {
    let (mut brackets, mut agreed, mut counted) = (0, 0, 0);
    // One owner under two names is one: by code, or else by the name found first.
    let mut owners: Vec<(Option<RecordId>, String, usize)> = Vec::new();
    for paragraph in paragraphs(snapshot, version.id) {
        if !matches!(paragraph.kind, ParagraphKind::Heading | ParagraphKind::Note) {
            counted += 1;
            agreed += usize::from(paragraph.status != ParagraphStatus::Open);
        }
        let words = words_of(paragraph);
        for bracket in words.brackets() {
            brackets += 1;
            for owner in &bracket.owners {
                let who = known.find(&owner.name);
                let name = known.code(&owner.name).unwrap_or(&owner.name);
                let is = |it: &(Option<RecordId>, String, usize)| {
                    if who.is_some() { it.0 == who } else { it.1 == name }
                };
                match owners.iter().position(is) {
                    Some(place) => owners[place].2 += 1,
                    None => owners.push((who, name.to_owned(), 1)),
                }
            }
        }
    }
    owners.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
    let owners = owners.into_iter().map(|(_, name, count)| (name, count)).collect();
    Reached { version, brackets, owners, agreed, paragraphs: counted }
}

/// How many brackets there were in each version, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Burning<'a> {
    /// For each who asks for some or is against some in any version, most in the last one first.
    pub owners: Vec<(String, Vec<usize>)>,
    /// For each paragraph of the last version that has or had some, in the order of the text;
    /// `None` where it did not exist.
    pub paragraphs: Vec<(&'a Paragraph, Vec<Option<usize>>)>,
}

/// How the brackets of a text burn down, by owner and by paragraph.
pub fn burning(snapshot: &Snapshot, proposal: ProposalId) -> Burning<'_> {
    let reached = burn_down(snapshot, proposal);
    let mut owners: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, version) in reached.iter().enumerate() {
        for (name, count) in &version.owners {
            let place = owners.iter().position(|it| it.0 == *name).unwrap_or_else(|| {
                owners.push((name.clone(), vec![0; reached.len()]));
                owners.len() - 1
            });
            owners[place].1[at] = *count;
        }
    }
    owners.sort_by(|a, b| {
        let backwards = |it: &[usize]| it.iter().rev().copied().collect::<Vec<_>>();
        backwards(&b.1).cmp(&backwards(&a.1)).then_with(|| a.0.cmp(&b.0))
    });
    let last = reached.last().map_or_else(Vec::new, |it| paragraphs(snapshot, it.version.id));
    let counted = last.into_iter().map(|paragraph| {
        let in_each = reached.iter().map(|it| {
            let there = in_version(snapshot, paragraph, it.version.id)?;
            Some(words_of(there).brackets().len())
        });
        (paragraph, in_each.collect::<Vec<_>>())
    });
    let paragraphs = counted.filter(|it| it.1.iter().any(|count| count.is_some_and(|it| it > 0)));
    Burning { owners, paragraphs: paragraphs.collect() }
}
