//! The columns of a matrix by hand: hiding proposals, and moving them to another place.

use rustc_hash::FxHashMap;

use super::Filter;
use crate::model::ProposalId;

impl Filter {
    /// The places of the proposals, if one was moved. Others were added since, and come after them.
    pub(super) fn places(&self) -> FxHashMap<ProposalId, usize> {
        self.order.iter().copied().zip(0..).collect()
    }

    /// Moves a proposal to where another stands; `usual` are all of them in the order of their codes.
    pub(crate) fn move_to(&mut self, usual: &[ProposalId], moved: ProposalId, to: ProposalId) {
        let places = self.places();
        let mut order = usual.to_vec();
        order.sort_by_key(|it| places.get(it).copied().unwrap_or(usize::MAX));
        let place = |wanted: ProposalId| order.iter().position(|it| *it == wanted);
        let Some((from, to)) = place(moved).zip(place(to)) else { return };
        order.remove(from);
        order.insert(to, moved);
        self.order = if order == usual { Vec::new() } else { order };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_takes_the_place_of_another_and_back_in_its_own_leaves_no_order() {
        let usual: Vec<_> = (0..4).map(|_| ProposalId::new()).collect();
        let [a, b, c, d] = usual[..] else { panic!("four") };
        let mut filter = Filter::default();
        filter.move_to(&usual, a, c);
        assert_eq!(filter.order, [b, c, a, d]);
        filter.move_to(&usual, d, b);
        assert_eq!(filter.order, [d, b, c, a]);
        filter.move_to(&usual, d, a);
        filter.move_to(&usual, a, b);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn those_added_since_come_after_the_others() {
        let mut usual: Vec<_> = (0..2).map(|_| ProposalId::new()).collect();
        let [a, b] = usual[..] else { panic!("two") };
        let mut filter = Filter::default();
        filter.move_to(&usual, a, b);
        let new = ProposalId::new();
        usual.insert(0, new);
        filter.move_to(&usual, a, b);
        assert_eq!(filter.order, [a, b, new]);
    }
}
