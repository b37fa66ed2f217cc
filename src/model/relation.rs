//! Relations: how far two parties trust each other.

use chrono::NaiveDate;

use super::declare::record;
use super::{Keyed, Marking, PartyId, RelationId, SourceId, keyed};

keyed! {
    /// How far two parties trust each other, from open hostility to alliance.
    pub enum Trust as "trust" {
        /// −2: they work against each other.
        Hostile = "-2",
        /// −1: they mistrust each other.
        Mistrust = "-1",
        /// 0: neither trust nor mistrust.
        Neutral = "0",
        /// +1: they trust each other.
        Trusting = "1",
        /// +2: they are allies.
        Allied = "2",
    }
}

impl Trust {
    /// The number, −2 to +2.
    pub fn number(self) -> i8 {
        self as i8 - 2
    }

    /// The trust with this number.
    pub(crate) fn from_number(number: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number.checked_add(2)?).ok()?).copied()
    }

    /// The number with its sign, for display.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Hostile => "−2",
            Self::Mistrust => "−1",
            Self::Neutral => "0",
            Self::Trusting => "+1",
            Self::Allied => "+2",
        }
    }
}

record! {
    /// A dated judgement of the relation between two parties.
    ///
    /// The current one is the newest on or before the day in question. It is mutual, so the
    /// order of the two parties does not matter.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Relation in Relations {
        /// Its identity.
        pub id: RelationId => Copy ["id"] Itself,
        /// The two parties.
        pub parties: [PartyId; 2] => Copy ["party_id", "other_id"] PartOf,
        /// How far they trust each other.
        pub trust: Trust => Copy ["trust"],
        /// The day of the judgement.
        pub date: NaiveDate => Copy ["date"],
        /// Why.
        pub rationale: String => Copy ["rationale"],
        /// The source it rests on.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// Who made it.
        pub author: String => Never ["author"] Author,
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Line {
        of: &["party_id", "other_id"],
        day: "date",
        mutual: true,
        says: "trust",
    },
    together: &[],
    told: Told::ByNobody,
}

impl Relation {
    /// A judgement on a day.
    pub fn new(parties: [PartyId; 2], trust: Trust, date: NaiveDate) -> Self {
        Self {
            id: RelationId::new(),
            parties,
            trust,
            date,
            rationale: String::new(),
            source: None,
            author: String::new(),
            marking: None,
        }
    }

    /// The other party, given one of the two.
    pub fn other(&self, party: PartyId) -> Option<PartyId> {
        match self.parties {
            [a, b] if a == party => Some(b),
            [a, b] if b == party => Some(a),
            _ => None,
        }
    }

    /// The two parties in a fixed order, whichever is named first.
    pub fn pair(&self) -> [PartyId; 2] {
        let [a, b] = self.parties;
        if a <= b { [a, b] } else { [b, a] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_has_five_numbers_and_no_other_whatever_a_torn_file_holds() {
        for trust in Trust::ALL {
            assert_eq!(Trust::from_number(trust.number().into()), Some(*trust));
        }
        for number in [i64::MIN, -3, 3, i64::MAX] {
            assert_eq!(Trust::from_number(number), None, "{number}");
        }
    }
}
