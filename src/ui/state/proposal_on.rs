//! Which proposal a screen is on, whether or not it is selected.

use super::{Selection, ViewState};
use crate::analysis::Figures;
use crate::command::Screen;
use crate::model::{ProposalId, Snapshot};

impl ViewState {
    /// The proposal that the present screen is on.
    pub(crate) fn proposal_on(&self, snapshot: &Snapshot, figures: &Figures) -> Option<ProposalId> {
        match self.screen {
            Screen::Text => self.proposal_of_text(snapshot, figures),
            Screen::Calls => self.proposal_of_calls(snapshot, figures),
            _ => self.selection.proposal(),
        }
    }

    /// The proposal whose text is shown: the one chosen there, or else the one selected elsewhere,
    /// or the first with a text in versions, or the first of all.
    pub(crate) fn proposal_of_text(
        &self,
        snapshot: &Snapshot,
        figures: &Figures,
    ) -> Option<ProposalId> {
        let of_paragraph = || match self.selection {
            Selection::Paragraph(id) => {
                let version = snapshot.paragraphs.get(id)?.version;
                Some(snapshot.versions.get(version)?.proposal)
            }
            _ => None,
        };
        let elsewhere = of_paragraph().or_else(|| self.selection.proposal());
        let written = || snapshot.versions.iter().next().map(|it| it.proposal);
        let found = self.text.proposal.or(elsewhere).or_else(written);
        found.filter(|id| is_there(snapshot, *id)).or_else(|| first(snapshot, figures))
    }

    /// The proposal the calling list is on: the one chosen there, or else the one selected
    /// elsewhere, or the first.
    pub(crate) fn proposal_of_calls(
        &self,
        snapshot: &Snapshot,
        figures: &Figures,
    ) -> Option<ProposalId> {
        let there = |id: &ProposalId| is_there(snapshot, *id);
        let selected = || self.selection.proposal().filter(there);
        self.calls.proposal.filter(there).or_else(selected).or_else(|| first(snapshot, figures))
    }
}

fn is_there(snapshot: &Snapshot, id: ProposalId) -> bool {
    snapshot.proposals.get(id).is_some()
}

fn first(snapshot: &Snapshot, figures: &Figures) -> Option<ProposalId> {
    let slot = *figures.proposals().first()?;
    Some(snapshot.proposals.at(slot)?.id)
}
