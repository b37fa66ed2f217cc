//! A short text to practise on: three versions with brackets and owners, and the wordings that a
//! delegation asked for, all of it invented.

use crate::draft::{Unit, align, paragraphs, print};
use crate::model::{Ask, Marking, Paragraph, ProposalId, Record, Version};

/// The code of the proposal that has the text.
pub(super) const PROPOSAL: &str = "UN CBM 1";

const VERSIONS: [(&str, &str, &str); 3] = [
    ("chair", "2026-10-05", include_str!("../../data/texts/practice-chair.txt")),
    ("rev.1", "2026-11-16", include_str!("../../data/texts/practice-rev1.txt")),
    ("rev.2", "2026-11-20", include_str!("../../data/texts/practice-rev2.txt")),
];

/// The wordings that a delegation asked for, each with the number of the paragraph in the first version,
/// what it could live with, and its red line. In the last version one is in, one is weakened, and a red
/// line is crossed.
const ASKS: [[&str; 4]; 3] = [
    ["OP2", "States should keep their entry current and test it once a year", "", ""],
    [
        "OP1",
        "States shall answer a request for contact within three working days",
        "States should answer a request for contact within three working days",
        "",
    ],
    [
        "OP5",
        "Nothing in this text affects the rights and obligations of States under international law",
        "",
        "limits the sovereignty of a State over its information space",
    ],
];

/// The versions of the practice text and their paragraphs, as records of a proposal. `said` is the
/// note of each version, and `known` says whether a name after a bracket is that of a party.
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
        if rank == 0 {
            records.extend(ASKS.iter().map(|it| ask(proposal, *it, &made).into()));
        }
        before = made;
    }
    records
}

fn ask(
    proposal: ProposalId,
    [number, wanted, fallback, red_line]: [&str; 4],
    first: &[(Paragraph, crate::draft::Words)],
) -> Ask {
    let on = first.iter().find(|(it, _)| it.number == number);
    Ask {
        paragraph: on.map(|(it, _)| it.id),
        fallback: fallback.to_owned(),
        red_line: red_line.to_owned(),
        // Those of a real delegation are RED; these are for everybody to look at.
        marking: Some(Marking::Clear),
        ..Ask::new(proposal, wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::super::templates::Template;
    use super::*;
    use crate::model::{Language, ParagraphStatus};

    #[test]
    fn the_practice_text_is_read_whole_and_each_version_continues_the_one_before() {
        let records = Template::GlobalMechanism.records("A title", Language::English);
        let paragraphs: Vec<_> = records
            .iter()
            .filter_map(|it| match it {
                Record::Paragraph(it) => Some(it),
                _ => None,
            })
            .collect();
        assert_eq!(paragraphs.len(), 22);
        let follows = paragraphs[8..].iter().filter(|it| it.follows.is_some()).count();
        assert_eq!(follows, 14, "one of eight is gone");
        let agreed = paragraphs.iter().filter(|it| it.status != ParagraphStatus::Open).count();
        assert_eq!(agreed, 5);
        assert!(paragraphs[3].words.contains("[alt 2 may, where appropriate,] (RUS)"));
    }
}
