//! The context a page is built from: the dossier or its visible part, the day, the language.

use chrono::{Months, NaiveDate};

use super::{On, Told};
use crate::analysis::{ToldSplits, coming_procedure};
use crate::document::FieldChange;
use crate::model::{Marking, Procedure, Proposal, ProposalId, ScenarioId, Slot, Snapshot};
use crate::text::Text;

/// The content of a page, and its audience.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The dossier, or its visible part.
    pub snapshot: &'a Snapshot,
    /// The ceiling it was read under, if any.
    pub ceiling: Option<Marking>,
    /// The day shown.
    pub as_of: NaiveDate,
    /// The day after which changes are reported.
    pub since: NaiveDate,
    /// The change log of those days.
    pub fields: &'a [FieldChange],
    /// How the changes were determined.
    pub told: Told,
    /// The records that the page is on, if its subject takes any.
    pub on: &'a On,
    /// The scenario laid over the dossier, if any.
    pub under: Option<ScenarioId>,
    /// Whether a brief is kept to what a minister reads.
    pub short: bool,
    /// The splits of polls that rooms were told, for the dossier as a whole. Under a ceiling this
    /// is not needed: the visible part has no poll that comes too close to them.
    pub told_splits: Option<&'a ToldSplits>,
    /// The language.
    pub text: Text,
}

impl<'a> PageContext<'a> {
    /// A page on what may be seen, with the changes of a year and without the log.
    pub fn new(
        snapshot: &'a Snapshot,
        ceiling: Option<Marking>,
        as_of: NaiveDate,
        text: Text,
    ) -> Self {
        let since = as_of.checked_sub_months(Months::new(12)).unwrap_or(as_of);
        let told = ceiling.map_or(Told::Logged(None), |_| Told::Counted);
        let (on, short) = (&On::Nothing, false);
        let (under, told_splits, fields) = (None, None, &[][..]);
        Self { snapshot, ceiling, as_of, since, fields, told, on, under, short, told_splits, text }
    }
}

impl<'a> PageContext<'a> {
    /// The one proposal that the page is on, if it is on one and that may be seen.
    pub(crate) fn on_one(&self) -> Option<(Slot, &'a Proposal)> {
        self.proposal(self.on.one_proposal()?)
    }

    /// How that proposal is decided.
    pub(super) fn procedure(&self) -> Procedure {
        let on = self.on.one_proposal();
        on.map_or_else(Procedure::default, |it| coming_procedure(self.snapshot, it, self.as_of))
    }

    /// A proposal, if it may be seen.
    pub(super) fn proposal(&self, id: ProposalId) -> Option<(Slot, &'a Proposal)> {
        let slot = self.snapshot.proposals.slot(id)?;
        Some((slot, self.snapshot.proposals.at(slot)?))
    }
}
