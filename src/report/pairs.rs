//! Competing texts: who says yes to both.

use super::counted::{CampGrounds, Counted};
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{Page, PageContext, Subject};
use crate::analysis::{Answer, Coalition, Pair, Split, by_group, calls, camps, coalition, pairs};
use crate::model::{Camp, Keyed, Membership, Procedure, Proposal, Slot};
use crate::text::{lower, msg};

/// The page that also gives the standing of each text under a procedure, for the command line.
pub fn pairs_by<'a>(context: &PageContext<'a>, procedure: Procedure) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, Subject::Pairs);
    blocks.extend(competing(context, &records, Some(procedure)));
    let about = (context.text, Subject::Pairs, context.as_of);
    Page::new(context.snapshot, &records, about, blocks)
}

/// Who says yes to both: a sentence per pair; then a row per pair for all who decide and one per
/// camp; then one per group. If the page is on proposals, only their pairs.
pub(super) fn competing<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    by: Option<Procedure>,
) -> Vec<Block<'a>> {
    let PageContext { snapshot, as_of, .. } = *context;
    let coalition = coalition(snapshot, as_of);
    let found = pairs(snapshot, &coalition, &camps(snapshot)).into_iter();
    let found: Vec<_> = found.filter_map(|pair| told(context, records, pair)).collect();
    let text = context.text;
    if found.is_empty() {
        return vec![
            Block::Sentence(Cell::fixed(text.get(msg!("pairs-none")))),
            table(&[], context, records),
        ];
    }
    let mut blocks: Vec<_> = found.iter().map(|it| Block::Sentence(it.sentence(context))).collect();
    if let Some(by) = by {
        let verdicts = found.iter().filter_map(|it| it.verdicts(context, &coalition, by));
        blocks.extend(verdicts.map(Block::Sentence));
    }
    blocks.push(table(&found, context, records));
    let columns = [
        Column::new("first", text.get(msg!("pair-first"))),
        Column::new("second", text.get(msg!("pair-second"))),
        Column::new("group", text.get(msg!("column-group"))),
        Column::new("yes_to_both", text.label(Answer::Both)),
        Column::new("yes_to_first", text.label(Answer::First)),
        Column::new("yes_to_second", text.label(Answer::Second)),
        Column::new("yes_to_neither", text.label(Answer::Neither)),
        Column::new("unknown", text.label(Answer::Unknown)),
    ];
    let rows = found.iter().flat_map(|it| {
        by_group(snapshot, &coalition, it.pair.proposals).into_iter().filter_map(|(id, split)| {
            let group = snapshot.groups.get(id)?;
            let links = |link: &&Membership| link.group == id;
            let links = snapshot.memberships.iter().filter(links).map(|link| records.of(link.id));
            let grounds = Grounds::all(links.chain([records.of(id), it.whole.clone()]));
            Some(it.row(records, grounds.cell(&group.code), split, &grounds))
        })
    });
    blocks.push(Block::Table(Table::new("groups", columns, rows)));
    blocks
}

/// A pair, and the grounds of its figures.
struct Told<'a> {
    pair: Pair,
    proposals: [&'a Proposal; 2],
    whole: Grounds,
}

fn told<'a>(context: &PageContext<'a>, records: &Records<'a>, pair: Pair) -> Option<Told<'a>> {
    let at = |slot: Slot| context.snapshot.proposals.at(slot);
    let [first, second] = pair.proposals.map(at);
    let proposals = [first?, second?];
    if let Some(only) = context.on.one_proposal()
        && proposals.iter().all(|it| it.id != only)
    {
        return None;
    }
    let counted = Counted::new(context.snapshot, records, context.as_of);
    let [first, second] = pair.proposals;
    let both = [(first, proposals[0]), (second, proposals[1])];
    let whole = Grounds::all(both.map(|(slot, proposal)| counted.on(slot, proposal)));
    Some(Told { pair, proposals, whole })
}

fn table<'a>(found: &[Told<'a>], context: &PageContext<'a>, records: &Records<'a>) -> Block<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = [
        Column::new("first", text.get(msg!("pair-first"))),
        Column::new("second", text.get(msg!("pair-second"))),
        Column::new("camp", text.get(msg!("column-camp"))),
        Column::new("yes_to_both", text.label(Answer::Both)),
        Column::new("yes_to_first", text.label(Answer::First)),
        Column::new("yes_to_second", text.label(Answer::Second)),
        Column::new("yes_to_neither", text.label(Answer::Neither)),
        Column::new("unknown", text.label(Answer::Unknown)),
    ];
    let of_parties = CampGrounds::new(snapshot, records);
    let of_camps = Grounds::all(snapshot.parties.slots().map(|(slot, _)| of_parties.of(slot)));
    let rows = found.iter().flat_map(|it| {
        let by_camp = Grounds::all([it.whole.clone(), of_camps.clone()]);
        let row = |camp: Option<Camp>, split: Split, grounds: &Grounds| {
            let camp = grounds.cell(Value::label_or(text, camp, msg!("pair-all")));
            it.row(records, camp, split, grounds)
        };
        let camps = Camp::ALL.iter().map(|camp| row(Some(*camp), it.pair.camp(*camp), &by_camp));
        [row(None, it.pair.all(), &it.whole)].into_iter().chain(camps).collect::<Vec<_>>()
    });
    Block::Table(Table::new("pairs", columns, rows))
}

impl<'a> Told<'a> {
    /// The standing of each of the two under a procedure; `None` if the procedure decides nothing.
    fn verdicts(
        &self,
        context: &PageContext<'a>,
        coalition: &Coalition,
        by: Procedure,
    ) -> Option<Cell<'a>> {
        let text = context.text;
        let stands = |slot| calls(context.snapshot, coalition, slot, by).verdict;
        let [first, second] = self.pair.proposals.map(stands);
        let value = |words: String| self.whole.cell(Value::Text(words.into()));
        let [one, other] = self.proposals;
        let values = [
            ("rule", value(lower(text.label(by)))),
            ("first", self.whole.cell(&one.code)),
            ("second", self.whole.cell(&other.code)),
            ("verdict", value(lower(text.label(first?)))),
            ("other", value(lower(text.label(second?)))),
        ];
        Some(Cell::sentence(text, msg!("pairs-by-rule"), &values))
    }

    /// How those who decide divide, in a sentence.
    fn sentence(&self, context: &PageContext<'a>) -> Cell<'a> {
        let split = self.pair.all();
        let count = |answer| self.whole.cell(Value::Count(split.of(answer)));
        let values = [
            ("all", self.whole.cell(Value::Count(split.total()))),
            ("first", self.whole.cell(&self.proposals[0].code)),
            ("second", self.whole.cell(&self.proposals[1].code)),
            ("both", count(Answer::Both)),
            ("one", count(Answer::First)),
            ("other", count(Answer::Second)),
            ("neither", count(Answer::Neither)),
            ("unknown", count(Answer::Unknown)),
        ];
        Cell::sentence(context.text, msg!("pairs-answer"), &values)
    }

    fn row(
        &self,
        records: &Records<'a>,
        of: Cell<'a>,
        split: Split,
        grounds: &Grounds,
    ) -> [Cell<'a>; 8] {
        let [first, second] = self.proposals;
        let count = |answer| grounds.cell(Value::Count(split.of(answer)));
        [
            records.of(first.id).cell(&first.code),
            records.of(second.id).cell(&second.code),
            of,
            count(Answer::Both),
            count(Answer::First),
            count(Answer::Second),
            count(Answer::Neither),
            count(Answer::Unknown),
        ]
    }
}
