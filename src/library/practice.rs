//! A short text to practise on: two versions with brackets, owners included, all of it invented.

use crate::draft::{Unit, align, paragraphs, print};
use crate::model::{Marking, Paragraph, ProposalId, Record, Version};

/// The code of the proposal that has the text.
pub(super) const PROPOSAL: &str = "UN CBM 1";

const VERSIONS: [(&str, &str, &str); 2] = [
    ("chair", "2026-10-05", include_str!("../../data/texts/practice-chair.txt")),
    ("rev.1", "2026-11-16", include_str!("../../data/texts/practice-rev1.txt")),
];

/// The versions of the practice text and their paragraphs, as records of a proposal. `said` is what stands with
/// each version, and `known` tells whether a name behind a bracket is that of a party.
pub(super) fn records(
    proposal: ProposalId,
    said: &str,
    known: &dyn Fn(&str) -> bool,
) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    let mut before: Vec<(Paragraph, crate::draft::Words)> = Vec::new();
    for (rank, (name, date, typed)) in (0..).zip(VERSIONS) {
        let version = Version {
            date: date.parse().ok(),
            note: said.to_owned(),
            marking: Some(Marking::Clear),
            ..Version::new(proposal, name, rank)
        };
        let read = paragraphs(typed, known).paragraphs;
        let old = before.iter();
        let old: Vec<_> =
            old.map(|(it, words)| Unit { number: &it.number, kind: it.kind, words }).collect();
        let new: Vec<_> = read
            .iter()
            .map(|it| Unit { number: &it.number, kind: it.kind, words: &it.words })
            .collect();
        let origins = align(&old, &new).origins;
        let made = read.iter().zip(&origins).zip(0..).map(|((it, origin), rank)| {
            let follows = origin.follows.and_then(|at| before.get(at)).map(|(it, _)| it.id);
            let paragraph = Paragraph {
                number: it.number.clone(),
                kind: it.kind,
                status: it.status,
                follows,
                marking: Some(Marking::Clear),
                ..Paragraph::new(version.id, rank, print(&it.words))
            };
            (paragraph, it.words.clone())
        });
        let made: Vec<_> = made.collect();
        records.push(version.into());
        records.extend(made.iter().map(|(it, _)| it.clone().into()));
        before = made;
    }
    records
}

#[cfg(test)]
mod tests {
    use super::super::templates::Template;
    use super::*;
    use crate::model::{Language, ParagraphStatus};

    #[test]
    fn the_practice_text_is_read_whole_and_its_second_version_continues_the_first() {
        let records = Template::GlobalMechanism.records("A title", Language::English);
        let paragraphs: Vec<_> = records
            .iter()
            .filter_map(|it| match it {
                Record::Paragraph(it) => Some(it),
                _ => None,
            })
            .collect();
        assert_eq!(paragraphs.len(), 15);
        let follows = paragraphs[8..].iter().filter(|it| it.follows.is_some()).count();
        assert_eq!(follows, 7, "one of eight is gone");
        let agreed = paragraphs.iter().filter(|it| it.status != ParagraphStatus::Open).count();
        assert_eq!(agreed, 2);
        assert!(paragraphs[3].words.contains("[alt 2 may, where appropriate,] (RUS)"));
    }
}
