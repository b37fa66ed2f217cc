//! The parties and proposals the matrix shows, and their order.

use crate::library::goes_by;
use crate::model::words::fold;
use crate::model::{Camp, Keyed, Party, PartyId, Proposal, ProposalId, Slot};
use crate::ui::cx::Cx;
use crate::ui::state::{CampRows, Filter, MatrixRows, Sort};

impl MatrixRows {
    /// Brings the rows up to date; returns whether other cells or another order are shown now.
    pub fn refresh(&mut self, cx: &Cx<'_>, filter: &Filter, folded: [bool; 4]) -> bool {
        let version = cx.figures.version();
        let other_folds = std::mem::replace(&mut self.folded, folded) != folded;
        if self.key.as_ref().is_some_and(|(f, v)| (f, *v) == (filter, version)) {
            return other_folds;
        }
        let columns = columns(cx, filter);
        let parties = parties(cx, filter, &columns);
        let camps: Vec<_> = Camp::ALL
            .iter()
            .map(|camp| {
                let is_in = |slot: &Slot| cx.figures.coalition().camps.camp(*slot) == *camp;
                CampRows { camp: *camp, parties: parties.iter().copied().filter(is_in).collect() }
            })
            .filter(|rows| !rows.parties.is_empty())
            .collect();
        let other_cells = (&self.camps, &self.columns) != (&camps, &columns);
        (self.camps, self.columns) = (camps, columns);
        self.key = Some((filter.clone(), version));
        other_folds || other_cells
    }

    /// A party's camp and row, as indices.
    pub(crate) fn find_party(&self, cx: &Cx<'_>, party: PartyId) -> Option<(usize, usize)> {
        let slot = cx.snapshot.parties.slot(party)?;
        self.camps.iter().enumerate().find_map(|(camp, rows)| {
            rows.parties.iter().position(|other| *other == slot).map(|row| (camp, row))
        })
    }

    /// A proposal's column index.
    pub(crate) fn find_proposal(&self, cx: &Cx<'_>, proposal: ProposalId) -> Option<usize> {
        let slot = cx.snapshot.proposals.slot(proposal)?;
        self.columns.iter().position(|other| *other == slot)
    }
}

fn columns(cx: &Cx<'_>, filter: &Filter) -> Vec<Slot> {
    let wanted = fold(filter.proposals.trim());
    let matches = |proposal: &Proposal| {
        filter.status.is_none_or(|status| proposal.status == status)
            && [&proposal.code, &proposal.title.en, &proposal.title.nl]
                .iter()
                .any(|words| fold(words).contains(&wanted))
    };
    let all = cx.figures.proposals().iter().copied();
    if wanted.is_empty() && filter.status.is_none() {
        return all.collect();
    }
    all.filter(|slot| cx.snapshot.proposals.at(*slot).is_some_and(matches)).collect()
}

fn parties(cx: &Cx<'_>, filter: &Filter, columns: &[Slot]) -> Vec<Slot> {
    let coalition = cx.figures.coalition();
    let wanted = fold(filter.text.trim());
    let called = cx.snapshot.also_called(&filter.text);
    let members: Option<Vec<PartyId>> = filter.group.map(|group| {
        let members = cx.snapshot.memberships.iter();
        let now = members.filter(|m| m.group == group && m.holds_on(cx.as_of));
        now.map(|membership| membership.party).collect()
    });
    let matches = |slot: Slot, party: &Party| {
        filter.camp.is_none_or(|camp| coalition.camps.camp(slot) == camp)
            && filter.region.as_ref().is_none_or(|region| party.region == *region)
            && members.as_ref().is_none_or(|members| members.contains(&party.id))
            && filter
                .stance
                .is_none_or(|stance| columns.iter().any(|c| coalition.stance(*c, slot) == stance))
            && (wanted.is_empty()
                || [&party.code, &party.name.en, &party.name.nl]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
                || goes_by(party, &filter.text)
                || called.contains(&party.id))
    };
    // Already sorted by name; the sorts below are stable, so names break ties.
    let mut found: Vec<Slot> = cx
        .figures
        .parties()
        .iter()
        .copied()
        .filter(|slot| cx.snapshot.parties.at(*slot).is_some_and(|party| matches(*slot, party)))
        .collect();
    match filter.sort {
        Sort::Name => {}
        Sort::Index => {
            let index = |slot: Slot| coalition.camps.get(slot).and_then(|reading| reading.index);
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
