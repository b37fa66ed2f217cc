//! The page on scenarios: today and some scenarios side by side, with the answer first in a
//! sentence.

use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Page, Table, Value};
use super::{On, PageContext, Subject};
use crate::analysis::{
    CountsAs, MOST_COMPARED, Rule, Standing, Way, World, moves, scenarios, touched, worlds,
};
use crate::explain::{cheapest_moves, whole_line};
use crate::model::{
    Camp, Keyed, Procedure, Proposal, ProposalId, ScenarioId, ScenarioMove, Slot, Speaker, stance,
};
use crate::text::{Message, Text, lower, msg};

/// The page that compares scenarios with today, for the command line.
pub fn scenario<'a>(context: &PageContext<'a>, procedure: Procedure) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, Subject::Scenario);
    blocks.extend(self::blocks(context, &records, procedure));
    let about = (context.text, Subject::Scenario, context.as_of);
    Page::new(context.snapshot, &records, about, blocks)
}

/// The blocks of that page.
pub(super) fn blocks<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    procedure: Procedure,
) -> Vec<Block<'a>> {
    let all: Vec<_> = scenarios(context.snapshot).into_iter().map(|it| it.id).collect();
    let (chosen, only) = match context.on {
        On::Scenarios(chosen, only) => (chosen.as_slice(), *only),
        _ => (&[][..], None),
    };
    let chosen = if chosen.is_empty() { &all } else { chosen };
    let compared = &chosen[..chosen.len().min(MOST_COMPARED)];
    let left_out = chosen.len() - compared.len();
    let on = only.map_or_else(|| touched(context.snapshot, compared), |id| vec![id]);
    let worlds = worlds(context.snapshot, compared, context.as_of);
    let counted = Counted::new(context.snapshot, records, context.as_of);
    let text = context.text;
    let told = Told { context: *context, records, counted, compared, procedure, text };
    let standings = told.rows(&on, &worlds);
    let mut blocks = vec![Block::Field("rule", label(text, procedure))];
    blocks.extend(told.answers(&worlds, &standings, left_out).into_iter().map(Block::Sentence));
    if !compared.is_empty() {
        blocks.push(Block::Table(told.standings(&worlds, &standings)));
        blocks.push(Block::Table(told.camps(&worlds, &standings)));
        blocks.push(Block::Table(told.moves(&worlds)));
    }
    blocks
}

fn label<'a>(text: Text, procedure: Procedure) -> Cell<'a> {
    Cell::resting(Value::label(text, procedure), Grounds::default())
}

/// A proposal in every world, with its grounds.
struct Row<'a> {
    slot: Slot,
    proposal: &'a Proposal,
    worlds: Vec<(Standing, Grounds)>,
}

struct Told<'a, 'r> {
    context: PageContext<'a>,
    records: &'r Records<'a>,
    // The counts of today.
    counted: Counted<'a, 'r>,
    compared: &'r [ScenarioId],
    procedure: Procedure,
    text: Text,
}

impl<'a> Told<'a, '_> {
    /// The standing of these proposals in every world.
    fn rows(&self, on: &[ProposalId], worlds: &[World]) -> Vec<Row<'a>> {
        let of = on.iter().filter_map(|id| self.context.proposal(*id));
        let row = |(slot, proposal)| Row { slot, proposal, worlds: Vec::new() };
        let mut rows: Vec<_> = of.map(row).collect();
        for world in worlds {
            let records = Records::new(&world.snapshot);
            let counted = Counted::new(&world.snapshot, &records, self.context.as_of);
            let assumptions = self.assumptions(world.scenario);
            for row in &mut rows {
                let own = counted.weighed_on(row.slot, row.proposal);
                let standing = world.standing(row.slot, self.procedure);
                let each = standing.whole.iter().flat_map(|it| &it.each);
                let each = each.filter_map(|(slot, _)| {
                    let proposal = world.snapshot.proposals.at(*slot)?;
                    let counted = [counted.on(*slot, proposal), counted.decisions_on(proposal)];
                    Some(Grounds::all(counted))
                });
                let grounds = Grounds::all(each.chain([own, assumptions.clone()]));
                row.worlds.push((standing, grounds));
            }
        }
        rows
    }

    /// A scenario and all its moves.
    fn assumptions(&self, scenario: Option<ScenarioId>) -> Grounds {
        let Some(scenario) = scenario else { return Grounds::default() };
        let of = moves(self.context.snapshot, scenario).map(|it| self.records.of(it.id));
        Grounds::all(of.chain([self.records.of(scenario)]))
    }

    /// The answer in sentences: which verdicts differ.
    fn answers(&self, worlds: &[World], rows: &[Row<'a>], left_out: usize) -> Vec<Cell<'a>> {
        if self.compared.is_empty() {
            return vec![Cell::fixed(self.text.get(msg!("scenario-none")))];
        }
        let rule = || {
            let words = Value::Text(lower(self.text.label(self.procedure)).into());
            Cell::resting(words, Grounds::default())
        };
        let mut told = Vec::new();
        for (place, world) in worlds.iter().enumerate().skip(1) {
            let other: Vec<_> = rows.iter().filter_map(|row| self.turn(row, place)).collect();
            let grounds = rows
                .iter()
                .flat_map(|row| [row.worlds.first(), row.worlds.get(place)].into_iter().flatten());
            let grounds = grounds.map(|(_, grounds)| grounds.clone());
            let grounds = Grounds::all(grounds.chain([self.assumptions(world.scenario)]));
            let id = match (rows.is_empty(), other.is_empty()) {
                (true, _) => msg!("scenario-empty"),
                (false, true) => msg!("scenario-same"),
                (false, false) => msg!("scenario-differs"),
            };
            let values = [
                ("scenario", grounds.cell(Value::Text(self.name(world.scenario).into()))),
                ("rule", rule()),
                ("count", grounds.cell(Value::Count(other.len()))),
                ("verdicts", grounds.cell(Value::Text(other.join("; ").into()))),
            ];
            told.push(Cell::sentence(self.text, id, &values));
        }
        if left_out > 0 {
            let count = [("count", Cell::number(left_out))];
            told.push(Cell::sentence(self.text, msg!("scenario-more"), &count));
        }
        told
    }

    /// How the verdict on a proposal changes in a world, if it does; or that on everything decided
    /// with it.
    fn turn(&self, row: &Row<'a>, place: usize) -> Option<String> {
        let outcome = |at: usize| Some(row.worlds.get(at)?.0.verdict);
        let (today, then) = (outcome(0)?, outcome(place)?);
        let label = |it| lower(self.text.label(it));
        let values = [
            ("proposal", row.proposal.code.as_str().into()),
            ("today", label(today).into()),
            ("then", label(then).into()),
        ];
        if today != then {
            return Some(self.text.with(msg!("scenario-turn"), &values));
        }
        let whole = |at: usize| row.worlds.get(at)?.0.whole.as_ref().map(|it| it.verdict);
        let (today, then) = (whole(0)?, whole(place)?);
        let values = [
            ("proposal", row.proposal.code.as_str().into()),
            ("today", label(today).into()),
            ("then", label(then).into()),
        ];
        (today != then).then(|| self.text.with(msg!("scenario-whole-turns"), &values))
    }

    fn standings(&self, worlds: &[World], rows: &[Row<'a>]) -> Table<'a> {
        let get = |id: Message| self.text.get(id);
        let any_whole = rows.iter().flat_map(|row| &row.worlds).any(|(it, _)| it.whole.is_some());
        let mut columns = vec![
            Column::new("proposal", get(msg!("column-code"))),
            Column::new("scenario", get(msg!("column-under"))),
            Column::new("for", get(msg!("counts-as-for"))),
            Column::new("against", get(msg!("counts-as-against"))),
            Column::new("abstain", get(msg!("counts-as-abstain"))),
            Column::new("unknown", get(msg!("counts-as-unknown"))),
            Column::new("consensus", self.text.label(Rule::Consensus)),
            Column::new("two_thirds", self.text.label(Rule::TwoThirds)),
            Column::new("majority", self.text.label(Rule::Majority)),
            Column::new("hold", get(msg!("column-hold"))),
            Column::data("verdict"),
            Column::data("cost"),
            Column::data("cheapest"),
            Column::read(get(msg!("column-cheapest"))),
        ];
        if any_whole {
            columns.push(Column::data("whole"));
            columns.push(Column::read(get(msg!("column-together"))));
        }
        let cells = rows.iter().flat_map(|row| {
            row.worlds.iter().zip(worlds).map(|((standing, grounds), world)| {
                let count = |of: CountsAs| grounds.cell(Value::Count(standing.count(of)));
                let outcome = |rule: Rule| {
                    grounds.cell(Value::label(self.text, standing.column.adoption.under(rule)))
                };
                let words = cheapest_moves(self.text, &world.snapshot, &standing.cheapest);
                let mut cells = vec![
                    self.records.of(row.proposal.id).cell(&row.proposal.code),
                    self.under(world.scenario),
                    count(CountsAs::For),
                    count(CountsAs::Against),
                    count(CountsAs::Abstains),
                    count(CountsAs::Unknown),
                    outcome(Rule::Consensus),
                    outcome(Rule::TwoThirds),
                    outcome(Rule::Majority),
                    grounds.cell(Value::Count(standing.holds)),
                    grounds.cell(Value::label(self.text, standing.verdict)),
                    grounds.cell(standing.cheapest.cost()),
                    self.set(&standing.cheapest, grounds),
                    grounds.cell(words),
                ];
                if any_whole {
                    let whole = standing.whole.as_ref();
                    let verdict = whole.map(|it| Value::label(self.text, it.verdict));
                    let code = Some(row.proposal.code.as_str());
                    let words = whole.map(|it| whole_line(self.text, &world.snapshot, code, it));
                    cells.push(grounds.cell(verdict.unwrap_or(Value::Nothing)));
                    cells.push(grounds.cell(words.unwrap_or_default()));
                }
                cells
            })
        });
        Table { key: "standings", columns, rows: cells.collect() }
    }

    /// The cheapest moves, for programs.
    fn set(&self, way: &Way, grounds: &Grounds) -> Cell<'a> {
        let Way::Moves(moves) = way else { return Cell::nothing() };
        let moves = moves.iter().filter_map(|it| {
            let party = self.context.snapshot.parties.at(it.party)?;
            Some(Cell::fields(vec![
                ("party", grounds.cell(&party.code)),
                ("from", grounds.cell(Value::Text(stance::key(it.from).into()))),
                ("to", grounds.cell(Value::Text(it.to.key().into()))),
                ("cost", grounds.cell(it.cost)),
            ]))
        });
        Cell::list(moves.collect())
    }

    fn camps(&self, worlds: &[World], rows: &[Row<'a>]) -> Table<'a> {
        let mut columns = vec![
            Column::new("proposal", self.text.get(msg!("column-code"))),
            Column::new("scenario", self.text.get(msg!("column-under"))),
        ];
        columns.extend(Camp::ALL.iter().map(|it| Column::new(it.key(), self.text.label(*it))));
        let cells = rows.iter().flat_map(|row| {
            row.worlds.iter().zip(worlds).map(|((standing, grounds), world)| {
                let code = self.records.of(row.proposal.id).cell(&row.proposal.code);
                let camps = Camp::ALL.iter().map(|it| grounds.cell(*standing.column.camp(*it)));
                [code, self.under(world.scenario)].into_iter().chain(camps).collect()
            })
        });
        Table { key: "camps", columns, rows: cells.collect() }
    }

    /// The moves each scenario assumes, and the present stances of those who move.
    fn moves(&self, worlds: &[World]) -> Table<'a> {
        let get = |id: Message| self.text.get(id);
        let columns = [
            Column::new("scenario", get(msg!("field-scenario"))),
            Column::new("proposal", get(msg!("column-code"))),
            Column::new("by", get(msg!("column-party"))),
            Column::new("from", get(msg!("column-from"))),
            Column::new("to", get(msg!("column-to"))),
            Column::new("note", get(msg!("field-note"))),
        ];
        let today = worlds.first();
        let of = self.compared.iter().flat_map(|id| moves(self.context.snapshot, *id));
        let of = of.filter(|it| match self.context.on {
            On::Scenarios(_, Some(only)) => it.proposal == *only,
            _ => true,
        });
        let mut of: Vec<_> = of.collect();
        let place = |it: &ScenarioMove| self.compared.iter().position(|id| *id == it.scenario);
        of.sort_by_cached_key(|it| (place(it), self.codes(it)));
        let rows = of.into_iter().filter_map(|it| {
            let (slot, proposal) = self.context.proposal(it.proposal)?;
            let own = self.records.of(it.id);
            let (who, from) = self.mover(it, slot, today?)?;
            Some([
                self.under(Some(it.scenario)),
                self.records.of(proposal.id).cell(&proposal.code),
                who,
                from,
                own.cell(Value::Stance(it.stance)),
                own.cell(&it.note),
            ])
        });
        Table::new("moves", columns, rows)
    }

    /// The codes of the proposal and of the mover, by which people sort.
    fn codes(&self, it: &ScenarioMove) -> [&'a str; 2] {
        let snapshot = self.context.snapshot;
        let proposal = snapshot.proposals.get(it.proposal).map(|it| it.code.as_str());
        let who = match it.by {
            Speaker::Party(id) => snapshot.parties.get(id).map(|it| it.code.as_str()),
            Speaker::Group(id) => snapshot.groups.get(id).map(|it| it.code.as_str()),
        };
        [proposal, who].map(Option::unwrap_or_default)
    }

    /// The mover, and its present stance.
    fn mover(&self, it: &ScenarioMove, slot: Slot, today: &World) -> Option<(Cell<'a>, Cell<'a>)> {
        let snapshot = self.context.snapshot;
        let proposal = snapshot.proposals.get(it.proposal)?;
        Some(match it.by {
            Speaker::Party(id) => {
                let party = snapshot.parties.slot(id)?;
                let from = today.coalition.stance(slot, party);
                let code = &snapshot.parties.get(id)?.code;
                (
                    self.records.of(id).cell(code),
                    self.counted.on(slot, proposal).cell(Value::Stance(from)),
                )
            }
            Speaker::Group(id) => {
                let said = snapshot.current_position(it.proposal, id, self.context.as_of);
                let grounds = said.as_ref().map(|entry| self.records.position(entry));
                let from = said.and_then(|entry| entry.stance);
                let code = &snapshot.groups.get(id)?.code;
                let from = grounds.unwrap_or_default().cell(Value::Stance(from));
                (self.records.of(id).cell(code), from)
            }
        })
    }

    fn name(&self, scenario: Option<ScenarioId>) -> &'a str {
        let found = scenario.and_then(|id| self.context.snapshot.scenarios.get(id));
        found.map_or("", |it| it.name.as_str())
    }

    /// The name of a world: its scenario, or today.
    fn under(&self, scenario: Option<ScenarioId>) -> Cell<'a> {
        match scenario {
            Some(id) => self.records.of(id).cell(self.name(Some(id))),
            None => Cell::resting(
                Value::Label { key: None, words: self.text.get(msg!("scenario-today")) },
                Grounds::default(),
            ),
        }
    }
}
