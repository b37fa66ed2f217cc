//! What is computed from the dossier, kept until the dossier or the day changes.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;

use super::term_index::TermIndex;
use crate::analysis::{Coalition, Heat, Outcome, Relations, Rule, coalition, heat, relations};
use crate::model::words::{fold, natural_cmp};
use crate::model::{Keyed, Slot, Snapshot};
use crate::text::Text;

/// The figures behind the screens.
#[derive(Clone, Debug)]
pub struct Derived {
    key: Key,
    version: Version,
    /// Where everybody stands.
    pub coalition: Coalition,
    /// How much the obstacles hinder.
    pub heat: Heat,
    /// Which parties trust each other.
    pub relations: Relations,
    // The contested terms to look for, once a text is shown.
    terms: OnceLock<TermIndex>,
    /// The proposals in the order of their codes.
    pub proposals: Vec<Slot>,
    /// The parties in the order of their names.
    pub parties: Vec<Slot>,
    /// What all codes of proposals begin with, up to a slash or a word; columns leave it out.
    pub code_prefix: String,
    /// How many proposals adopt, fail or are open under each rule.
    pub outcomes: [[usize; 3]; 3],
    /// The part of all cells that is unknown: how many, and of how many.
    pub unknown: (u32, u32),
}

/// Tells one state of the figures from every other one, also of another dossier that was
/// open in this window before.
pub type Version = u64;

static NEXT_VERSION: AtomicU64 = AtomicU64::new(0);

/// The days that figures are computed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The day that is shown.
    pub as_of: NaiveDate,
    /// The earlier day that a trend begins at.
    pub since: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    as_of: NaiveDate,
    since: NaiveDate,
    text: Text,
}

impl Derived {
    /// Computes everything.
    pub fn new(snapshot: &Snapshot, revision: u64, days: Days, text: Text) -> Self {
        let Days { as_of, since } = days;
        let coalition = coalition(snapshot, as_of);
        let mut proposals: Vec<_> = snapshot.proposals.slots().collect();
        proposals.sort_by(|(_, a), (_, b)| natural_cmp(&a.code, &b.code));
        let mut parties: Vec<_> = snapshot
            .parties
            .slots()
            .map(|(slot, party)| (fold(text.of(&party.name)), slot))
            .collect();
        parties.sort();
        let code_prefix = shared_prefix(proposals.iter().map(|(_, proposal)| &*proposal.code));
        let mut outcomes = [[0; 3]; 3];
        for column in proposals.iter().filter_map(|(slot, _)| coalition.column(*slot)) {
            for rule in Rule::ALL {
                outcomes[*rule as usize][column.adoption.under(*rule) as usize] += 1;
            }
        }
        Self {
            key: Key { revision, as_of, since, text },
            version: NEXT_VERSION.fetch_add(1, Ordering::Relaxed),
            heat: heat(snapshot, as_of, since),
            relations: relations(snapshot, as_of),
            terms: OnceLock::new(),
            unknown: coalition.unknown(),
            coalition,
            proposals: proposals.into_iter().map(|(slot, _)| slot).collect(),
            parties: parties.into_iter().map(|(_, slot)| slot).collect(),
            code_prefix,
            outcomes,
        }
    }

    /// Computes everything anew where something changed.
    pub fn refresh(&mut self, snapshot: &Snapshot, revision: u64, days: Days, text: Text) {
        let Days { as_of, since } = days;
        if self.key != (Key { revision, as_of, since, text }) {
            *self = Self::new(snapshot, revision, days, text);
        }
    }

    /// How many proposals have this outcome under this rule.
    pub fn count(&self, rule: Rule, outcome: Outcome) -> usize {
        self.outcomes[rule as usize][outcome as usize]
    }

    /// A code without what all codes begin with.
    pub fn short_code<'a>(&self, code: &'a str) -> &'a str {
        code.strip_prefix(&self.code_prefix).unwrap_or(code)
    }

    /// The contested terms to look for in texts of this dossier.
    pub fn terms(&self, snapshot: &Snapshot) -> &TermIndex {
        self.terms.get_or_init(|| TermIndex::new(snapshot))
    }

    /// The day that trends begin at.
    pub fn since(&self) -> NaiveDate {
        self.key.since
    }

    /// Tells one state of the figures from another, for caches built on them.
    pub fn version(&self) -> Version {
        self.version
    }
}

/// What all codes begin with, up to and with a slash or a space; nothing where there are fewer than two.
fn shared_prefix<'a>(mut codes: impl Iterator<Item = &'a str>) -> String {
    let Some(first) = codes.next() else { return String::new() };
    let mut prefix = first;
    let mut others = 0;
    for code in codes {
        others += 1;
        let same = prefix.char_indices().zip(code.chars()).find(|((_, a), b)| a != b);
        prefix = match same {
            Some(((at, _), _)) => &prefix[..at],
            None if code.len() < prefix.len() => code,
            None => prefix,
        };
    }
    if others == 0 {
        return String::new();
    }
    let mut end = prefix.rfind([' ', '/']);
    // The word before a number stays with it: `CBM 1`.
    if let Some(at) = end
        && first[at..].starts_with(' ')
        && first[at + 1..].starts_with(|next: char| next.is_ascii_digit())
    {
        end = prefix[..at].rfind([' ', '/']);
    }
    end.map_or_else(String::new, |end| prefix[..=end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_leave_out_what_all_codes_begin_with() {
        for (codes, prefix) in [
            (vec!["A/RES/73/27", "A/RES/74/28"], "A/RES/"),
            (vec!["A/RES/73/27", "A/RES/73/28"], "A/RES/73/"),
            (vec!["UN CBM 1", "UN CBM 2"], "UN "),
            (vec!["OSCE CBM 1", "OSCE CBM 12"], "OSCE "),
            (vec!["CBM 1", "CBM 2"], ""),
            (vec!["EU view a", "EU view b"], "EU view "),
            (vec!["A/RES/73/27"], ""),
            (vec!["A/B", "Ü/C"], ""),
            (vec![], ""),
        ] {
            assert_eq!(shared_prefix(codes.iter().copied()), prefix, "{codes:?}");
        }
    }
}
