//! The order of proposals and of parties, updated as records change.

use super::{Figures, Follows};
use crate::model::words::{fold, natural_cmp};
use crate::model::{Party, Slot, Snapshot};
use crate::text::Text;

/// The proposals in the order of their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByCode {
    /// Their slots.
    pub slots: Vec<Slot>,
    /// The prefix that all codes share, up to a slash or a word; columns leave it out.
    pub prefix: String,
}

/// The parties in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByName(pub Vec<Slot>);

impl ByCode {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let mut proposals: Vec<_> = snapshot.proposals.slots().collect();
        proposals.sort_by(|(_, a), (_, b)| natural_cmp(&a.code, &b.code));
        Self::of(snapshot, proposals.into_iter().map(|(slot, _)| slot).collect())
    }

    fn of(snapshot: &Snapshot, slots: Vec<Slot>) -> Self {
        let codes = slots.iter().filter_map(|slot| snapshot.proposals.at(*slot));
        let prefix = shared_prefix(codes.map(|proposal| &*proposal.code));
        Self { slots, prefix }
    }
}

impl ByName {
    pub(super) fn new(snapshot: &Snapshot, text: Text) -> Self {
        let name = |(slot, party): (Slot, &Party)| (fold(text.of(&party.name)), slot);
        let mut parties: Vec<_> = snapshot.parties.slots().map(name).collect();
        parties.sort();
        Self(parties.into_iter().map(|(_, slot)| slot).collect())
    }
}

impl Follows for ByCode {
    fn follow(&self, before: &Figures, now: &Figures) -> Option<Self> {
        let (old, new) = (&before.snapshot().proposals, &now.snapshot().proposals);
        let changed =
            new.changes(old).filter(|(_, was, is)| was.map(|it| &it.code) != is.map(|it| &it.code));
        let changed: Vec<_> = changed.map(|(slot, _, is)| (slot, is.is_some())).collect();
        let slots = moved(&self.slots, &changed, |a, b| {
            let code = |slot: Slot| new.at(slot).map_or("", |proposal| &*proposal.code);
            natural_cmp(code(a), code(b)).then(a.cmp(&b))
        })?;
        Some(Self::of(now.snapshot(), slots))
    }
}

impl Follows for ByName {
    fn follow(&self, before: &Figures, now: &Figures) -> Option<Self> {
        let (old, new) = (&before.snapshot().parties, &now.snapshot().parties);
        let text = now.text();
        if text != before.text() {
            return None;
        }
        let changed =
            new.changes(old).filter(|(_, was, is)| was.map(|it| &it.name) != is.map(|it| &it.name));
        let changed: Vec<_> = changed.map(|(slot, _, is)| (slot, is.is_some())).collect();
        let slots = moved(&self.0, &changed, |a, b| {
            let name = |slot: Slot| new.at(slot).map(|party| fold(text.of(&party.name)));
            (name(a), a).cmp(&(name(b), b))
        })?;
        Some(Self(slots))
    }
}

/// The order after these slots moved or, if `false`, were removed; `None` if there are so many that
/// sorting everything is as fast.
fn moved(
    order: &[Slot],
    changed: &[(Slot, bool)],
    compare: impl Fn(Slot, Slot) -> std::cmp::Ordering,
) -> Option<Vec<Slot>> {
    if changed.len() > FEW {
        return None;
    }
    let other = |slot: &&Slot| changed.iter().all(|(changed, _)| changed != *slot);
    let mut order: Vec<_> = order.iter().filter(other).copied().collect();
    for (slot, _) in changed.iter().filter(|(_, is)| *is) {
        let place = order.partition_point(|other| compare(*other, *slot).is_lt());
        order.insert(place, *slot);
    }
    Some(order)
}

/// With more changed records than this, everything is sorted again.
const FEW: usize = 16;

/// The prefix that all codes share, up to and including a slash or a space; empty if there are
/// fewer than two codes.
pub(crate) fn shared_prefix<'a>(mut codes: impl Iterator<Item = &'a str>) -> String {
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
    fn columns_leave_out_the_prefix_that_all_codes_share() {
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
