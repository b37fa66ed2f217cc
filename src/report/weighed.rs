//! The common part of the pages on the decision about one proposal: everything on them rests on all
//! that was counted or weighed, and they begin with the same figures.

use super::PageContext;
use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Value};
use crate::analysis::CountsAs;
use crate::model::{Keyed, Proposal, Slot};
use crate::text::{Message, Text};

/// One proposal that a page is about.
pub(super) struct Weighed<'a, 'r> {
    pub(super) context: PageContext<'a>,
    pub(super) records: &'r Records<'a>,
    pub(super) slot: Slot,
    pub(super) proposal: &'a Proposal,
    pub(super) grounds: Grounds,
    pub(super) text: Text,
}

impl<'a, 'r> Weighed<'a, 'r> {
    /// Resting on the stances, the camps, the sponsors and the procedure.
    pub(super) fn new(
        context: &PageContext<'a>,
        records: &'r Records<'a>,
        (slot, proposal): (Slot, &'a Proposal),
    ) -> Self {
        let counted = Counted::new(context.snapshot, records, context.as_of);
        let own = counted.weighed_on(slot, proposal);
        let grounds = Grounds::all([own, counted.decisions_on(proposal)]);
        Self { context: *context, records, slot, proposal, grounds, text: context.text }
    }

    /// Its standing, for programs: the rule, the verdict, how many count as each, and how many
    /// votes there are above the threshold.
    pub(super) fn standing(
        &self,
        rule: Value<'a>,
        verdict: Value<'a>,
        counts: [usize; 4],
        margin: i64,
    ) -> Vec<Block<'a>> {
        let mut blocks = vec![
            self.field("proposal", (&self.proposal.code).into()),
            self.field("rule", rule),
            self.field("verdict", verdict),
        ];
        let order = [CountsAs::For, CountsAs::Against, CountsAs::Abstains, CountsAs::Unknown];
        let counted = order.map(|it| self.field(it.key(), Value::Count(counts[it as usize])));
        blocks.extend(counted);
        blocks.push(self.field("margin", margin.into()));
        blocks
    }

    /// A value for programs.
    pub(super) fn field(&self, key: &'static str, value: Value<'a>) -> Block<'a> {
        Block::Field(key, self.cell(value))
    }

    /// A sentence with these values in it.
    pub(super) fn sentence(&self, id: Message, values: Vec<(&'static str, Value<'a>)>) -> Cell<'a> {
        if values.is_empty() {
            return self.cell(Value::Text(self.text.get(id).into()));
        }
        let cells = values.into_iter().map(|(name, value)| (name, self.cell(value)));
        Cell::sentence(self.text, id, &cells.collect::<Vec<_>>())
    }

    /// A value resting on all of it.
    pub(super) fn cell(&self, value: Value<'a>) -> Cell<'a> {
        self.grounds.cell(value)
    }
}
