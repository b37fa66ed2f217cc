//! Wordings × camps: who can live with which words of a paragraph, and who blocks them.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::texts::words_of;
use super::voices::{Members, inherited};
use super::{Camps, Column, Tally};
use crate::draft::{BracketKind, Words, print};
use crate::model::{Keyed, Paragraph, ParagraphId, Snapshot, Speaker, Stance, WordStance};

/// The words of a paragraph as written, or one of the alternatives in it, and the stances of all on
/// them.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// The number of the alternative; 0 is the paragraph as written.
    pub alternative: u32,
    /// The words, in the notation of `draft::parse`.
    pub words: String,
    /// How many take each stance on them, and how many are unknown.
    pub stances: Column,
    /// How far those who have spoken agree; see [`agreement`].
    pub agreement: Option<f64>,
    /// The stances on it, the newest entry of each first.
    pub said: Vec<WordStance>,
}

/// The wordings of a paragraph: as written, then its alternatives by number.
///
/// Stances on the same words in an older version continue to count. A party without an entry takes
/// the stance of its groups if they agree, and is unknown if they do not; a stance on the proposal
/// as a whole says nothing about single words.
pub fn wordings(
    snapshot: &Snapshot,
    camps: &Camps,
    paragraph: &Paragraph,
    as_of: NaiveDate,
) -> Vec<Wording> {
    let lineage = lineage(snapshot, paragraph);
    let words = words_of(paragraph);
    let members = Members::new(snapshot, as_of);
    let whole = [(0, paragraph.words.clone())];
    let all = whole.into_iter().chain(alternatives(&words));
    let wording = |(alternative, words): (u32, String)| {
        let said = said(snapshot, &lineage, &words, as_of);
        let stances = column(snapshot, camps, &members, &said);
        let agreement = agreement(&stances.tally);
        Wording { alternative, words, stances, agreement, said }
    };
    all.map(wording).collect()
}

/// The alternatives in a paragraph, by number.
pub(super) fn alternatives(words: &Words) -> Vec<(u32, String)> {
    let brackets = words.brackets().into_iter();
    let numbered = brackets.filter_map(|it| match it.kind {
        BracketKind::Alternative(number) => Some((u32::from(number), print(&it.words))),
        _ => None,
    });
    numbered.collect()
}

/// A paragraph and those it continues, each with its words.
fn lineage<'a>(snapshot: &'a Snapshot, paragraph: &'a Paragraph) -> Vec<&'a Paragraph> {
    let mut found = vec![paragraph];
    let mut at = paragraph;
    // A hostile file may make the chain a ring.
    for _ in 0..=snapshot.versions.len() {
        let Some(before) = at.follows.and_then(|id| snapshot.paragraphs.get(id)) else { break };
        found.push(before);
        at = before;
    }
    found
}

/// The last thing each said of these words, newest first.
fn said(
    snapshot: &Snapshot,
    lineage: &[&Paragraph],
    words: &str,
    as_of: NaiveDate,
) -> Vec<WordStance> {
    // For each paragraph the numbers that mean these words.
    let mut meant: FxHashMap<ParagraphId, Vec<u32>> = FxHashMap::default();
    for it in lineage {
        let whole = [(0, it.words.clone())];
        let numbers = whole.into_iter().chain(alternatives(&words_of(it)));
        let same = numbers.filter(|(_, other)| other == words).map(|(number, _)| number);
        meant.insert(it.id, same.collect());
    }
    let is = |it: &&WordStance| {
        let numbers = meant.get(&it.paragraph);
        it.date <= as_of && numbers.is_some_and(|numbers| numbers.contains(&it.alternative))
    };
    let mut found: Vec<_> = snapshot.word_stances.iter().filter(is).cloned().collect();
    found.sort_by_key(|it| std::cmp::Reverse((it.date, it.id)));
    let mut seen: Vec<Speaker> = Vec::new();
    found.retain(|it| {
        let first = !seen.contains(&it.by);
        seen.push(it.by);
        first
    });
    found
}

fn column(snapshot: &Snapshot, camps: &Camps, members: &Members, said: &[WordStance]) -> Column {
    let of_groups: Vec<_> =
        said.iter().filter_map(|it| Some((it.by.group()?, it.stance?))).collect();
    let inherited = inherited(members, &of_groups);
    let own: FxHashMap<_, _> =
        said.iter().filter_map(|it| Some((it.by.party()?, it.stance))).collect();
    let mut column = Column::default();
    for (slot, party) in snapshot.parties.slots() {
        let own = own.get(&party.id).copied();
        let stance = own.unwrap_or_else(|| inherited.get(&slot).copied().flatten());
        column.count(camps.camp(slot), party.decides, |tally| tally.add(stance));
    }
    column
}

/// How far those who have spoken agree, from -1 (two halves at opposite ends) through 0 (spread over the whole
/// scale) to 1 (all say the same); `None` if nobody has. Those without instructions and the unknown
/// have no place on the scale.
///
/// C. van der Eijk, “Measuring agreement in ordered rating scales”, *Quality & Quantity* 35 (2001):
/// the distribution is taken apart into layers in which each stance is taken or not, and the
/// agreement of each layer is weighted by how many are in it.
pub fn agreement(tally: &Tally) -> Option<f64> {
    let scale = Stance::ALL.iter().filter(|it| **it != Stance::NoInstructions);
    agreement_of(&scale.map(|it| tally.get(Some(*it))).collect::<Vec<_>>())
}

/// The same for counts along any ordered scale of three places or more.
fn agreement_of(counts: &[u32]) -> Option<f64> {
    let total: u32 = counts.iter().sum();
    if total == 0 || counts.len() < 3 {
        return None;
    }
    let mut left = counts.to_vec();
    let mut agreement = 0.0;
    while let Some(height) = left.iter().copied().filter(|count| *count > 0).min() {
        let layer: Vec<_> = left.iter().map(|count| *count > 0).collect();
        let wide = layer.iter().filter(|it| **it).count() as u32;
        agreement += f64::from(height * wide) / f64::from(total) * agreement_in(&layer);
        left.iter_mut().for_each(|count| *count = count.saturating_sub(height));
    }
    Some(agreement)
}

/// The agreement of a layer: how much its triples of places look like a single peak, times how few
/// places are taken.
fn agreement_in(layer: &[bool]) -> f64 {
    let places = layer.len();
    let taken = layer.iter().filter(|it| **it).count();
    if taken <= 1 {
        return 1.0;
    }
    if taken == places {
        return 0.0;
    }
    // Triples that fit one peak (110, 011), and triples that do not (101).
    let (mut one, mut two) = (0_u32, 0_u32);
    for first in 0..places {
        for second in first + 1..places {
            for third in second + 1..places {
                match (layer[first], layer[second], layer[third]) {
                    (true, true, false) | (false, true, true) => one += 1,
                    (true, false, true) => two += 1,
                    _ => {}
                }
            }
        }
    }
    let (one, two, wide) = (f64::from(one), f64::from(two), places as f64);
    let unimodal = ((wide - 2.0) * one - (wide - 1.0) * two) / ((wide - 2.0) * (one + two));
    unimodal * (1.0 - (taken as f64 - 1.0) / (wide - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Bilingual, Dossier, Group, GroupKind, Membership, Party, PartyKind, Proposal, Version,
    };

    #[test]
    fn agreement_is_as_published() {
        let close = |counts: &[u32], expected: f64, within: f64| {
            let found = agreement_of(counts).unwrap();
            assert!((found - expected).abs() < within, "{counts:?}: {found}");
        };
        let near = |counts: &[u32], expected: f64| close(counts, expected, 1e-6);
        // The example in the manual of the R package agrmt (D. Ruedin), which implements the paper.
        near(&[30, 40, 210, 130, 530, 50, 10], 0.611_333_3);
        // Where voters placed two Dutch parties, the example in its vignette, in tenths of a per cent.
        close(&[24, 28, 32, 62, 135, 304, 416], 0.61, 0.005);
        close(&[16, 26, 82, 210, 293, 270, 103], 0.48, 0.005);
        // Its examples of perfect agreement, no agreement, and perfect disagreement.
        near(&[0, 0, 8, 0, 0], 1.0);
        near(&[4, 4, 4, 4, 4], 0.0);
        near(&[5, 0, 0, 0, 5], -1.0);
        assert_eq!(agreement_of(&[0; 5]), None, "nobody has spoken");
    }

    #[test]
    fn what_was_said_of_the_same_words_goes_on_counting_and_other_words_are_unknown() {
        let mut snapshot = Snapshot::new(Dossier::new("Talks"));
        let proposal = Proposal::new("P-1", Bilingual::default());
        let party = |code: &str| Party::new(code, Bilingual::new(code, code), PartyKind::State);
        let (a, b, c) = (party("AAA"), party("BBB"), party("CCC"));
        let group = Group::new("GRP", Bilingual::new("Group", "Groep"), GroupKind::ALL[0]);
        let [first, second] =
            [0, 1].map(|rank| Version::new(proposal.id, format!("rev.{rank}"), rank));
        let old = Paragraph::new(first.id, 0, "States [alt 1 may] [alt 2 should] meet.");
        let now = Paragraph {
            follows: Some(old.id),
            ..Paragraph::new(second.id, 0, "States [alt 1 shall] [alt 2 may] meet.")
        };
        let day: NaiveDate = "2026-05-04".parse().unwrap();
        let of = |alternative, by: Speaker, stance| WordStance {
            alternative,
            ..WordStance::new(old.id, by, Some(stance), day)
        };
        // On *may* and on *should* of the old version.
        let said = [
            of(1, a.id.into(), Stance::Support),
            of(1, group.id.into(), Stance::Object),
            of(2, a.id.into(), Stance::Champion),
        ];
        for it in [&a, &b, &c] {
            snapshot.put(it.clone().into());
        }
        snapshot.put(Membership::new(group.id, b.id).into());
        snapshot.put(group.into());
        snapshot.put(proposal.into());
        [first, second].into_iter().for_each(|it| snapshot.put(it.into()));
        snapshot.put(old.into());
        snapshot.put(now.clone().into());
        said.into_iter().for_each(|it| snapshot.put(it.into()));
        let found = wordings(&snapshot, &super::super::camps(&snapshot), &now, day);
        let words: Vec<_> = found.iter().map(|it| (it.alternative, it.words.as_str())).collect();
        assert_eq!(words[1..], [(1, "shall"), (2, "may")]);
        let known = |at: usize| found[at].stances.tally.known();
        assert_eq!([known(0), known(1), known(2)], [0, 0, 2]);
        let may = &found[2].stances.tally;
        assert_eq!((may.get(Some(Stance::Support)), may.get(Some(Stance::Object))), (1, 1));
        assert_eq!(may.unknown(), 1, "of whom nothing is known is no consent");
        assert!(
            wordings(&snapshot, &super::super::camps(&snapshot), &now, day.pred_opt().unwrap())
                .iter()
                .all(|it| it.agreement.is_none())
        );
    }
}
