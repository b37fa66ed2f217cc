//! The page on past votes and those who have not spoken on a proposal: chances, never stances, with
//! how well such chances would have done before and, after a vote, how well the entries did.

use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::weighed::Weighed;
use super::{Page, PageContext, Subject};
use crate::analysis::{
    Calibration, Chances, Expected, Method, RecordedVotes, Rule, Score, coalition, expected,
};
use crate::explain::name_key;
use crate::model::{Procedure, Proposal, RollCallId, Slot};
use crate::text::{Message, Text, lower, msg};

/// The page on one proposal that starts with how likely it is to carry under a procedure, for the
/// command line.
pub fn record_by<'a>(context: &PageContext<'a>, procedure: Procedure) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, Subject::Record);
    blocks.extend(record(context, &records, Some(procedure)));
    let about = (context.text, Subject::Record, context.as_of);
    Page::new(context.snapshot, &records, about, blocks)
}

/// The blocks of the page on one proposal; none if it may not be seen.
pub(super) fn record<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    by: Option<Procedure>,
) -> Vec<Block<'a>> {
    context.on_one().map_or_else(Vec::new, |of| {
        let mut blocks = Told::new(context, records, of).blocks(by);
        blocks.extend(super::actual::blocks(context, records, of));
        blocks
    })
}

/// The content of the page.
struct Told<'a, 'r> {
    on: Weighed<'a, 'r>,
    expected: Expected,
    text: Text,
}

impl<'a, 'r> Told<'a, 'r> {
    fn new(
        context: &PageContext<'a>,
        records: &'r Records<'a>,
        (slot, proposal): (Slot, &'a Proposal),
    ) -> Self {
        let PageContext { snapshot, as_of, text, .. } = *context;
        let coalition = coalition(snapshot, as_of);
        let expected = expected(snapshot, &RecordedVotes::new(snapshot), &coalition, slot);
        // A roll call without a vote still replaces the library's.
        let roll_calls = snapshot.roll_calls.iter().map(|it| records.of(it.id));
        let counted = Counted::new(snapshot, records, as_of).by_camp_on(slot, proposal);
        let grounds = Grounds::all(roll_calls.chain([counted]));
        Self {
            on: Weighed { context: *context, records, slot, proposal, grounds, text },
            expected,
            text,
        }
    }

    fn blocks(&self, by: Option<Procedure>) -> Vec<Block<'a>> {
        let expected = &self.expected;
        let mut blocks = vec![
            self.on.field("proposal", (&self.on.proposal.code).into()),
            self.on.field("method", Value::label(self.text, expected.method)),
            Block::Field("carries", self.carries()),
            Block::Field("calibration", self.calibration(&expected.calibration)),
        ];
        blocks.extend(by.and_then(|it| self.by_rule(it)).map(Block::Sentence));
        blocks.push(Block::Sentence(self.answer()));
        if expected.parties.is_empty() {
            blocks.push(Block::Table(self.parties()));
            return blocks;
        }
        blocks.extend(self.how_good().map(Block::Sentence));
        blocks.push(Block::Sentence(self.sentence(msg!("record-no-stance"), vec![])));
        blocks.push(Block::Table(self.parties()));
        if !expected.calibration.roll_calls.is_empty() {
            blocks.push(Block::Heading(self.sentence(msg!("record-tried"), vec![])));
            blocks.push(Block::Table(self.roll_calls()));
        }
        blocks
    }

    fn carries(&self) -> Cell<'a> {
        // If nobody has spoken on a proposal, there is nothing to compare anybody with.
        let known = self.expected.spoken > 0 || self.expected.parties.is_empty();
        let chance =
            |chance: f64| self.cell(if known { Value::Share(chance) } else { Value::Nothing });
        Cell::fields(vec![
            ("two_thirds", chance(self.expected.two_thirds)),
            ("majority", chance(self.expected.majority)),
        ])
    }

    fn calibration(&self, calibration: &Calibration) -> Cell<'a> {
        let roll_calls = calibration.roll_calls.iter().map(|it| {
            let mut fields = vec![("code", self.code(it.id, &it.code))];
            fields.extend(self.score(Some(it.score)));
            Cell::fields(fields)
        });
        let mut fields = vec![("roll_calls", Cell::list(roll_calls.collect()))];
        fields.extend(self.score(calibration.likeness));
        fields.push(("baseline_camp", Cell::fields(self.score(calibration.camp_share).into())));
        fields.push(("baseline_yes", Cell::fields(self.score(calibration.all_yes).into())));
        Cell::fields(fields)
    }

    fn score(&self, score: Option<Score>) -> [(&'static str, Cell<'a>); 2] {
        let value =
            |it: fn(Score) -> f64| self.cell(score.map(it).map_or(Value::Nothing, Value::Score));
        [("brier", value(|it| it.brier)), ("log_loss", value(|it| it.log_loss))]
    }

    /// The answer in a sentence.
    fn answer(&self) -> Cell<'a> {
        let expected = &self.expected;
        let id = match (expected.spoken, expected.parties.len()) {
            (0, 0) => msg!("carry-nobody"),
            (0, _) => msg!("record-nobody-spoke"),
            (_, 0) => msg!("record-all-spoke"),
            _ => msg!("record-answer"),
        };
        self.sentence(
            id,
            vec![
                ("proposal", (&self.on.proposal.code).into()),
                ("spoken", Value::Count(expected.spoken)),
                ("unknown", Value::Count(expected.parties.len())),
                ("consensus", Value::Share(expected.consensus)),
                ("two_thirds", Value::Share(expected.two_thirds)),
                ("majority", Value::Share(expected.majority)),
            ],
        )
    }

    /// How likely it is to carry under a procedure; `None` if nothing can be said, or if all have
    /// spoken.
    fn by_rule(&self, procedure: Procedure) -> Option<Cell<'a>> {
        let expected = &self.expected;
        let chance = match procedure.rule()? {
            Rule::Consensus => expected.consensus,
            Rule::TwoThirds => expected.two_thirds,
            Rule::Majority => expected.majority,
        };
        let values = vec![
            ("proposal", (&self.on.proposal.code).into()),
            ("rule", Value::Text(lower(self.text.label(procedure)).into())),
            ("chance", Value::Share(chance)),
        ];
        (expected.spoken > 0 && !expected.parties.is_empty())
            .then(|| self.sentence(msg!("record-by-rule"), values))
    }

    /// How well such chances would have done, and the method chosen accordingly.
    fn how_good(&self) -> Option<Cell<'a>> {
        let Calibration { roll_calls, votes, likeness, camp_share, all_yes } =
            &self.expected.calibration;
        if self.expected.spoken == 0 {
            return None;
        }
        let (Some(likeness), Some(camp_share), Some(all_yes)) = (likeness, camp_share, all_yes)
        else {
            return Some(self.sentence(msg!("record-untried"), vec![]));
        };
        let id = match self.expected.method {
            Method::Likeness => msg!("record-by-likeness"),
            Method::CampShare => msg!("record-by-camp"),
        };
        Some(self.sentence(
            id,
            vec![
                ("roll_calls", Value::Count(roll_calls.len())),
                ("votes", Value::Count(*votes)),
                ("likeness", Value::Score(likeness.brier)),
                ("camp", Value::Score(camp_share.brier)),
                ("yes", Value::Score(all_yes.brier)),
            ],
        ))
    }

    fn parties(&self) -> Table<'a> {
        let get = |id| self.text.get(id);
        let columns = [
            Column::data("party"),
            Column::read(get(msg!("column-party"))),
            Column::new("for", get(msg!("record-for"))),
            Column::new("abstain", get(msg!("record-abstain"))),
            Column::new("against", get(msg!("record-against"))),
        ];
        let snapshot = self.on.context.snapshot;
        let silent = self.expected.parties.iter().filter(|_| self.expected.spoken > 0);
        let mut silent: Vec<_> = silent.collect();
        silent.sort_by_cached_key(|(slot, _)| name_key(self.text, snapshot, *slot));
        let rows = silent.into_iter().filter_map(|(slot, chances)| {
            let party = snapshot.parties.at(*slot)?;
            let share = |it: fn(Chances) -> f64| self.cell(Value::Share(it(*chances)));
            Some([
                self.cell((&party.code).into()),
                self.cell(self.text.of(&party.name).into()),
                share(Chances::yes),
                share(Chances::abstain),
                share(Chances::no),
            ])
        });
        Table::new("parties", columns, rows)
    }

    fn roll_calls(&self) -> Table<'a> {
        let get = |id| self.text.get(id);
        let columns = [
            Column::read(get(msg!("record-roll-call"))),
            Column::read(get(msg!("record-votes"))),
            Column::read(get(msg!("record-brier"))),
            Column::read(get(msg!("record-log-loss"))),
        ];
        let calibration = &self.expected.calibration;
        let rows = calibration.roll_calls.iter().map(|it| {
            let [(_, brier), (_, log_loss)] = self.score(Some(it.score));
            [self.code(it.id, &it.code), self.cell(Value::Count(it.votes)), brier, log_loss]
        });
        let all = [
            (msg!("record-all"), calibration.likeness),
            (msg!("record-camp-share"), calibration.camp_share),
            (msg!("record-all-yes"), calibration.all_yes),
        ];
        let all = all.into_iter().map(|(id, score)| {
            let [(_, brier), (_, log_loss)] = self.score(score);
            let votes = self.cell(Value::Count(calibration.votes));
            [self.cell(Value::Text(get(id).into())), votes, brier, log_loss]
        });
        Table::new("tried", columns, rows.chain(all))
    }

    fn code(&self, id: Option<RollCallId>, code: &str) -> Cell<'a> {
        let own = id.map(|id| self.on.records.of(id));
        Grounds::all([self.on.grounds.clone()].into_iter().chain(own)).cell(code.to_owned())
    }

    fn sentence(&self, id: Message, values: Vec<(&'static str, Value<'a>)>) -> Cell<'a> {
        self.on.sentence(id, values)
    }

    fn cell(&self, value: Value<'a>) -> Cell<'a> {
        self.on.cell(value)
    }
}
