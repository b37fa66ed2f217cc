//! Which proposals and parties a matrix shows, and in which order.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::changes::stance_changes;
use super::filter::{Filter, Sort};
use super::voices::Members;
use super::{Basis, Coalition};
use crate::library::GoBy;
use crate::model::stance::opposition;
use crate::model::words::fold;
use crate::model::{
    Camp, Certainty, Keyed, Party, Proposal, ProposalId, Slot, Snapshot, Speaker, Stance,
};

/// The figures a matrix is made of.
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
            !filter.hidden.contains(&proposal.id)
                && filter.statuses.passes(|status| proposal.status == *status)
                && [&proposal.code, &proposal.title.en, &proposal.title.nl]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
        };
        let all = self.proposals.iter().copied();
        let narrows =
            !wanted.is_empty() || !filter.statuses.is_empty() || !filter.hidden.is_empty();
        let at = |slot: Slot| self.snapshot.proposals.at(slot);
        let mut found: Vec<Slot> =
            all.filter(|slot| !narrows || at(*slot).is_some_and(matches)).collect();
        if !filter.order.is_empty() {
            let places = filter.places();
            let place = |slot: Slot| places.get(&at(slot)?.id).copied();
            found.sort_by_cached_key(|slot| place(*slot).unwrap_or(usize::MAX));
        }
        found
    }

    /// The parties shown while these proposals are, in their order within each camp.
    pub fn rows(&self, filter: &Filter, columns: &[Slot]) -> Vec<Slot> {
        let coalition = self.coalition;
        let wanted = fold(filter.text.trim());
        let called = self.snapshot.also_called(&filter.text);
        let named = GoBy::new(&filter.text);
        let members = if filter.groups.is_empty() {
            Members::default()
        } else {
            Members::new(self.snapshot, coalition.as_of)
        };
        let changed = filter.since.map(|since| self.changed(since, columns));
        let stances = |slot: Slot| columns.iter().map(move |it| coalition.stance(*it, slot));
        let matches = |slot: Slot, party: &Party| {
            filter.camps.passes(|camp| coalition.camps.camp(slot) == *camp)
                && filter.regions.passes(|region| party.region == *region)
                && filter.groups.passes(|group| members.of(*group).contains(&slot))
                && filter.stances.passes(|wanted| stances(slot).any(|stance| stance == *wanted))
                && (!filter.known || stances(slot).any(|stance| stance.is_some()))
                && (!filter.heard || self.is_heard(slot, columns))
                && changed.as_ref().is_none_or(|changed| changed.contains(&slot))
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
                let in_favour =
                    |slot: Slot| stances(slot).flatten().filter(|it| (*it as u8) < 2).count();
                found.sort_by_cached_key(|slot| Reverse(in_favour(*slot)));
            }
            Sort::Objections => {
                found.sort_by_cached_key(|slot| Reverse(self.objections(*slot, columns)));
            }
        }
        if let Some(proposal) = filter.by.and_then(|id| self.snapshot.proposals.slot(id)) {
            found.sort_by_cached_key(|slot| opposition(coalition.stance(proposal, *slot)));
        }
        found
    }

    /// The camps in the order in which they are shown, each with rows in their order.
    pub fn by_camp(
        &self,
        filter: &Filter,
        columns: &[Slot],
        rows: &[Slot],
    ) -> Vec<(Camp, Vec<Slot>)> {
        let of = |camp: Camp| {
            let own = rows.iter().copied().filter(|slot| self.coalition.camps.camp(*slot) == camp);
            (camp, own.collect::<Vec<_>>())
        };
        let camps = Camp::ALL.iter().copied().map(of).filter(|(_, rows)| !rows.is_empty());
        let mut camps: Vec<_> = camps.collect();
        if filter.sort == Sort::Objections {
            let most = |rows: &[Slot]| rows.first().map(|slot| self.objections(*slot, columns));
            camps.sort_by_cached_key(|(_, rows)| Reverse(most(rows)));
        }
        camps
    }

    /// To how many of these proposals a party objects, and on how many it has reservations.
    fn objections(&self, party: Slot, columns: &[Slot]) -> (usize, usize) {
        let count = |wanted: Stance| {
            let stances = columns.iter().map(|column| self.coalition.stance(*column, party));
            stances.filter(|stance| *stance == Some(wanted)).count()
        };
        (count(Stance::Object), count(Stance::Reserve))
    }

    /// Whether a party has told the room its stance on one of these proposals, whatever it said
    /// elsewhere since.
    fn is_heard(&self, party: Slot, columns: &[Slot]) -> bool {
        let Some(party) = self.snapshot.parties.at(party) else { return false };
        let proposals = columns.iter().filter_map(|column| self.snapshot.proposals.at(*column));
        proposals.map(|it| self.snapshot.line(it.id, party.id)).any(|line| {
            let corrected = |id| line.iter().any(|it| it.replaces == Some(id));
            line.iter().any(|entry| {
                entry.certainty == Some(Certainty::Room)
                    && entry.date <= self.coalition.as_of
                    && !corrected(entry.id)
            })
        })
    }

    /// The parties whose stance on one of these proposals changed after a day, through an entry of
    /// their own or of a group that speaks for them.
    fn changed(&self, since: chrono::NaiveDate, columns: &[Slot]) -> HashSet<Slot> {
        let (snapshot, coalition) = (self.snapshot, self.coalition);
        let members = Members::new(snapshot, coalition.as_of);
        let shown: HashMap<ProposalId, Slot> = columns
            .iter()
            .filter_map(|slot| Some((snapshot.proposals.at(*slot)?.id, *slot)))
            .collect();
        let mut changed = HashSet::new();
        for change in stance_changes(snapshot, since, coalition.as_of) {
            let Some(column) = shown.get(&change.proposal).filter(|_| change.from != change.to)
            else {
                continue;
            };
            match change.by {
                Speaker::Party(party) => changed.extend(snapshot.parties.slot(party)),
                Speaker::Group(group) => {
                    let speaks_for = |slot: &Slot| {
                        let basis = coalition.basis(*column, *slot);
                        matches!(basis, Basis::Inherited | Basis::Conflict)
                    };
                    changed.extend(members.of(group).iter().copied().filter(speaks_for));
                }
            }
        }
        changed
    }
}
