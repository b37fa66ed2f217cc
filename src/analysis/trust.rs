//! Which pairs of parties trust each other, and which do not.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::model::{PartyId, RelationId, Snapshot, Trust};

/// The current relations on one day. A relation that was not entered is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    pairs: HashMap<[PartyId; 2], (NaiveDate, RelationId, Trust)>,
}

/// Two parties that do not trust each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadPair {
    /// The two parties.
    pub parties: [PartyId; 2],
    /// How much they trust each other, below neutral.
    pub trust: Trust,
    /// The judgement behind it.
    pub relation: RelationId,
}

impl Relations {
    /// The pairs among these parties that do not trust each other, worst first.
    pub(crate) fn bad_pairs(&self, among: &[PartyId]) -> Vec<BadPair> {
        let mut bad: Vec<_> = self
            .pairs
            .iter()
            .filter(|(pair, (_, _, trust))| {
                *trust < Trust::Neutral && pair.iter().all(|party| among.contains(party))
            })
            .map(|(pair, (_, relation, trust))| BadPair {
                parties: *pair,
                trust: *trust,
                relation: *relation,
            })
            .collect();
        bad.sort_by_key(|pair| (pair.trust, pair.parties));
        bad
    }
}

/// Takes the newest judgement of each pair on or before a day.
pub fn relations(snapshot: &Snapshot, as_of: NaiveDate) -> Relations {
    let mut pairs = HashMap::new();
    for relation in snapshot.relations.iter().filter(|relation| relation.date <= as_of) {
        let new = (relation.date, relation.id, relation.trust);
        let held = pairs.entry(relation.pair()).or_insert(new);
        if (held.0, held.1) < (new.0, new.1) {
            *held = new;
        }
    }
    Relations { pairs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, Relation};

    #[test]
    fn the_newest_judgement_of_a_pair_counts_in_both_directions() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let [a, b, c] = [PartyId::new(), PartyId::new(), PartyId::new()];
        for (pair, trust, day) in [
            ([a, b], Trust::Hostile, "2020-01-01"),
            ([b, a], Trust::Mistrust, "2024-01-01"),
            ([a, c], Trust::Allied, "2024-01-01"),
        ] {
            let relation = Relation::new(pair, trust, day.parse().unwrap());
            snapshot.relations.put(relation.id, relation);
        }
        let bad = |day: &str, among: &[PartyId]| {
            let bad = relations(&snapshot, day.parse().unwrap()).bad_pairs(among);
            bad.iter().map(|pair| (pair.parties, pair.trust)).collect::<Vec<_>>()
        };
        assert_eq!(bad("2019-12-31", &[a, b, c]), []);
        assert_eq!(bad("2020-01-01", &[b, a]), [([a, b], Trust::Hostile)]);
        assert_eq!(bad("2026-01-01", &[a, b, c]), [([a, b], Trust::Mistrust)]);
        assert_eq!(bad("2026-01-01", &[a, c]), []);
    }
}
