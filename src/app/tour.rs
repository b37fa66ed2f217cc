//! The guided tour: each step shows the screen it explains.

use super::{App, Session};
use crate::ui::shell::{STEPS, Subject};
use crate::ui::state::Selection;

impl App {
    /// Goes to a step of the tour; `None` leaves it.
    pub(super) fn tour_to(&mut self, step: Option<usize>) {
        let Session::Open(open) = &mut self.session else { return };
        if open.view.tour.is_none() {
            open.view.tour_from = step.map(|_| (open.view.screen, open.view.selection));
        }
        open.view.tour = step;
        let Some((subject, ..)) = step.and_then(|step| STEPS.get(step)) else {
            // Back to the earlier place.
            if let Some((screen, selection)) = open.view.tour_from.take() {
                open.view.screen = screen;
                self.select(selection);
            }
            return;
        };
        let snapshot = open.document.snapshot();
        let first = open.figures.proposals().first().and_then(|slot| snapshot.proposals.at(*slot));
        let proposal = first.map(|proposal| proposal.id);
        let party = open.figures.parties().first().and_then(|slot| snapshot.parties.at(*slot));
        let cell = proposal.zip(party.map(|party| party.id));
        let selection = match *subject {
            Subject::Matrix | Subject::Heads | Subject::Camps => None,
            Subject::Cell | Subject::Evidence => {
                cell.map(|(proposal, party)| Selection::Cell(proposal, party))
            }
            Subject::Proposal => proposal.map(Selection::Proposal),
            Subject::Screen(_) => Some(open.view.selection),
        };
        open.view.screen = subject.screen();
        self.select(selection.unwrap_or_default());
    }

    /// Starts the tour, or leaves it.
    pub(super) fn switch_tour(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let next = open.view.tour.is_none().then_some(0);
        self.tour_to(next);
    }
}
