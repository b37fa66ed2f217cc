//! Which proposals and parties a matrix shows, and in which order.

use super::Coalition;
use crate::library::GoBy;
use crate::model::words::fold;
use crate::model::{
    Camp, GroupId, Party, PartyId, Proposal, Slot, Snapshot, Stance, Status, keyed,
};

/// The choices that decide which rows and columns there are, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only parties of this camp.
    pub camp: Option<Camp>,
    /// Only parties of this region.
    pub region: Option<String>,
    /// Only members of this group on the day shown.
    pub group: Option<GroupId>,
    /// Only parties with this stance on some visible proposal.
    pub stance: Option<Option<Stance>>,
    /// Only parties whose name or code contains this text.
    pub text: String,
    /// Only proposals of this status.
    pub status: Option<Status>,
    /// Only proposals whose code or title contains this text.
    pub proposals: String,
    /// The order of the parties within their camp.
    pub sort: Sort,
}

impl Filter {
    /// Whether deciding which rows there are takes every cell.
    pub(crate) fn asks_all(&self) -> bool {
        self.stance.is_some() || self.sort == Sort::Support
    }

    /// Whether any row or column is left out.
    pub(crate) fn is_active(&self) -> bool {
        *self != Self { sort: self.sort, ..Self::default() }
    }
}

keyed! {
    /// The order of the parties within their camp.
    #[derive(Default)]
    pub enum Sort as "sort" {
        /// By camp index, most multistakeholder first.
        #[default]
        Index = "index",
        /// By name.
        Name = "name",
        /// By the number of visible proposals they support.
        Support = "support",
    }
}

/// What a matrix is made of.
#[derive(Clone, Copy, Debug)]
pub struct Board<'a> {
    /// The dossier, or what may be seen of it.
    pub snapshot: &'a Snapshot,
    /// Its figures on the day shown.
    pub coalition: &'a Coalition,
    /// The proposals in the order of their codes.
    pub proposals: &'a [Slot],
    /// The parties in the order of their names.
    pub parties: &'a [Slot],
}

impl Board<'_> {
    /// The proposals shown, in order.
    pub fn columns(&self, filter: &Filter) -> Vec<Slot> {
        let wanted = fold(filter.proposals.trim());
        let matches = |proposal: &Proposal| {
            filter.status.is_none_or(|status| proposal.status == status)
                && [&proposal.code, &proposal.title.en, &proposal.title.nl]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
        };
        let all = self.proposals.iter().copied();
        if wanted.is_empty() && filter.status.is_none() {
            return all.collect();
        }
        all.filter(|slot| self.snapshot.proposals.at(*slot).is_some_and(matches)).collect()
    }

    /// The parties shown while these proposals are, in their order within each camp.
    pub fn rows(&self, filter: &Filter, columns: &[Slot]) -> Vec<Slot> {
        let coalition = self.coalition;
        let wanted = fold(filter.text.trim());
        let called = self.snapshot.also_called(&filter.text);
        let named = GoBy::new(&filter.text);
        let members: Option<Vec<PartyId>> = filter.group.map(|group| {
            let members = self.snapshot.memberships.iter();
            let now = members.filter(|m| m.group == group && m.holds_on(coalition.as_of));
            now.map(|membership| membership.party).collect()
        });
        let matches = |slot: Slot, party: &Party| {
            filter.camp.is_none_or(|camp| coalition.camps.camp(slot) == camp)
                && filter.region.as_ref().is_none_or(|region| party.region == *region)
                && members.as_ref().is_none_or(|members| members.contains(&party.id))
                && filter.stance.is_none_or(|stance| {
                    columns.iter().any(|column| coalition.stance(*column, slot) == stance)
                })
                && (wanted.is_empty()
                    || [&party.code, &party.name.en, &party.name.nl]
                        .iter()
                        .any(|words| fold(words).contains(&wanted))
                    || named.has(party)
                    || called.contains(&party.id))
        };
        // Already sorted by name; the sorts below are stable, so names break ties.
        let all = self.parties.iter().copied();
        let at = |slot: Slot| self.snapshot.parties.at(slot);
        let mut found: Vec<Slot> =
            all.filter(|slot| at(*slot).is_some_and(|party| matches(*slot, party))).collect();
        match filter.sort {
            Sort::Name => {}
            Sort::Index => {
                let index = |slot: Slot| coalition.camps.get(slot).and_then(|it| it.index);
                let key = |slot: Slot| index(slot).unwrap_or(f64::NEG_INFINITY);
                found.sort_by(|a, b| key(*b).total_cmp(&key(*a)));
            }
            Sort::Support => {
                let in_favour = |slot: Slot| {
                    let stances = columns.iter().filter_map(|c| coalition.stance(*c, slot));
                    stances.filter(|stance| (*stance as u8) < 2).count()
                };
                found.sort_by_cached_key(|slot| std::cmp::Reverse(in_favour(*slot)));
            }
        }
        found
    }
}
