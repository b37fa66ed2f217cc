//! How parties were expected to vote in a recorded vote, and how they voted.

use super::PageContext;
use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use crate::analysis::{Actual, CountsAs, Heard, Reported, actual, vote_on};
use crate::explain::name_key;
use crate::model::{Proposal, RollCall, Slot};
use crate::text::{Text, msg};

/// The blocks on the vote on a proposal; none if there was no vote, or if it may not be seen.
pub(super) fn blocks<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    (slot, proposal): (Slot, &'a Proposal),
) -> Vec<Block<'a>> {
    let snapshot = context.snapshot;
    let vote = vote_on(snapshot, proposal.id).filter(|it| it.date <= context.as_of);
    vote.map_or_else(Vec::new, |vote| {
        let found = actual(snapshot, slot, vote);
        let grounds = grounds(context, records, (slot, proposal), vote);
        Told { context, found, grounds, text: context.text }.blocks(vote)
    })
}

/// Everything that was known the day before, and every vote.
fn grounds<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    (slot, proposal): (Slot, &'a Proposal),
    vote: &RollCall,
) -> Grounds {
    let snapshot = context.snapshot;
    let before = vote.date.pred_opt().unwrap_or(vote.date);
    let counted = Counted::new(snapshot, records, before);
    let votes = snapshot.votes.iter().filter(|it| it.roll_call == vote.id);
    let known = [counted.on(slot, proposal), counted.decisions_on(proposal)];
    // Another roll call with the proposal's code would replace it.
    let roll_calls = snapshot.roll_calls.iter().map(|it| records.of(it.id));
    Grounds::all(known.into_iter().chain(roll_calls).chain(votes.map(|it| records.vote(it))))
}

struct Told<'a, 'c> {
    context: &'c PageContext<'a>,
    found: Actual,
    grounds: Grounds,
    text: Text,
}

impl<'a> Told<'a, '_> {
    fn blocks(&self, vote: &RollCall) -> Vec<Block<'a>> {
        let Actual { all, unknown, .. } = &self.found;
        let id = if all.all.is_empty() { msg!("actual-nothing") } else { msg!("actual-answer") };
        let values = [
            ("vote", self.cell(vote.code.clone().into())),
            ("day", self.cell(vote.date.into())),
            ("right", self.cell(Value::Count(all.right.len()))),
            ("all", self.cell(Value::Count(all.all.len()))),
            ("unknown", self.cell(Value::Count(*unknown))),
        ];
        let mut blocks = vec![
            Block::Heading(self.cell(Value::Text(self.text.get(msg!("actual-head")).into()))),
            Block::Sentence(Cell::sentence(self.text, id, &values)),
        ];
        if !all.all.is_empty() {
            blocks.extend([
                Block::Table(self.by_certainty()),
                Block::Table(self.by_author()),
                Block::Table(self.each()),
            ]);
        }
        blocks
    }

    fn by_certainty(&self) -> Table<'a> {
        let rows = self.found.by_certainty.iter().map(|(certainty, reported)| {
            let known = certainty
                .map_or_else(|| self.text.get(msg!("actual-not-said")), |it| self.text.label(it));
            self.share(known.to_owned(), reported)
        });
        Table::new("by_certainty", self.heads(self.text.field("certainty")), rows)
    }

    fn by_author(&self) -> Table<'a> {
        let authors = self.found.by_author.iter();
        let rows = authors.map(|(author, reported)| {
            let unsaid = || self.text.get(msg!("actual-not-said")).to_owned();
            let author = if author.is_empty() { unsaid() } else { author.clone() };
            self.share(author, reported)
        });
        Table::new("by_author", self.heads(self.text.get(msg!("actual-author"))), rows)
    }

    fn heads(&self, first: &'static str) -> [Column; 4] {
        let get = |id| Column::read(self.text.get(id));
        let (right, all) = (msg!("actual-right"), msg!("actual-all"));
        [Column::read(first), get(right), get(all), get(msg!("actual-share"))]
    }

    fn share(&self, of: String, Reported { right, all }: &Reported) -> [Cell<'a>; 4] {
        let snapshot = self.context.snapshot;
        let id = |slot: &Slot| Some(snapshot.parties.at(*slot)?.id);
        let which = |slots: &[Slot]| Value::Of(slots.iter().filter_map(id).collect());
        [
            self.cell(of.into()),
            self.cell(which(right)),
            self.cell(which(all)),
            self.cell(Value::Share(right.len() as f64 / all.len().max(1) as f64)),
        ]
    }

    /// Every party with an expectation; those that voted otherwise come first.
    fn each(&self) -> Table<'a> {
        let columns = [
            Column::read(self.text.get(msg!("column-party"))),
            Column::read(self.text.get(msg!("actual-expected"))),
            Column::read(self.text.get(msg!("actual-voted"))),
            Column::read(self.text.field("certainty")),
            Column::read(self.text.get(msg!("actual-author"))),
        ];
        let label = |it: CountsAs| self.cell(Value::label(self.text, it));
        let mut heard: Vec<_> = self.found.heard.iter().collect();
        heard.sort_by_cached_key(|it| name_key(self.text, self.context.snapshot, it.party));
        let (wrong, right): (Vec<_>, Vec<_>) = heard.into_iter().partition(|it| !it.is_right());
        let rows = wrong.into_iter().chain(right).filter_map(|it: &Heard| {
            let party = self.context.snapshot.parties.at(it.party)?;
            let known = it.certainty.map_or("", |it| self.text.label(it));
            Some([
                self.cell(self.text.of(&party.name).into()),
                label(it.expected),
                label(it.voted),
                self.cell(Value::Text(known.into())),
                self.cell(it.author.clone().into()),
            ])
        });
        Table::new("compared", columns, rows)
    }

    fn cell(&self, value: Value<'a>) -> Cell<'a> {
        self.grounds.cell(value)
    }
}
