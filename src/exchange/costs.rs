//! Reads a table of the costs of moving parties, which replace computed ones.

use std::collections::BTreeMap;

use super::speakers::Speakers;
use super::stances::{CellStance, ParsedStance, read_stance};
use super::table::Sheet;
use crate::analysis::{Cost, CountsAs, Target};
use crate::library::Codes;
use crate::model::{Keyed, PartyId, Snapshot, Speaker};
use crate::text::Text;

/// The columns of such a table; all but `from` are required.
const COLUMNS: [&str; 4] = ["party", "from", "to", "cost"];

/// The greatest cost of one move.
const MOST: f64 = 1e9;

/// The cost of moving each party to accepting and to supporting; a party not listed cannot be
/// moved.
pub type CostTable = BTreeMap<PartyId, [Option<Cost>; 2]>;

/// A fault in a table of costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostFault {
    /// The line of the file.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// The content of the cell.
    pub written: String,
    /// Its problem.
    pub problem: CostProblem,
}

/// A problem in a table of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostProblem {
    /// The column is missing.
    NoColumn,
    /// No party, or more than one, has this name.
    UnknownParty,
    /// It is neither `accept` nor `support`.
    UnknownTarget,
    /// It is not a number from zero to a thousand million.
    NotACost,
    /// The party has another stance by now.
    OtherStance,
    /// An earlier row has another cost for the same move.
    Contradicts,
}

/// Reads such a table. `held` says how the stance of a party counts.
///
/// # Errors
/// Every fault in it, in the order of its lines.
pub fn read_costs(
    sheet: &Sheet,
    snapshot: &Snapshot,
    text: Text,
    held: impl Fn(PartyId) -> CountsAs,
) -> Result<CostTable, Vec<CostFault>> {
    let place = |name: &str| sheet.header().iter().position(|column| column.trim() == name);
    let places = COLUMNS.map(place);
    let fault = |line, column, written: &str, problem| CostFault {
        line,
        column,
        written: written.to_owned(),
        problem,
    };
    let missing = |(column, at): (&&'static str, &Option<usize>)| {
        (at.is_none() && *column != "from")
            .then(|| fault(sheet.header_line(), *column, "", CostProblem::NoColumn))
    };
    let mut faults: Vec<_> = COLUMNS.iter().zip(&places).filter_map(missing).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let parties = sheet.rows().map(|row| {
        let cell = places[0].and_then(|at| row.cells.get(at));
        cell.map(|cell| cell.trim().to_owned()).unwrap_or_default()
    });
    let parties: Vec<_> = parties.collect();
    let codes = Codes::of(parties.iter().map(String::as_str));
    let speakers = Speakers::new(snapshot, text, codes);
    let mut costs = CostTable::new();
    for row in sheet.rows() {
        let cells = places.map(|at| {
            at.and_then(|at| row.cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
        });
        let [party, from, to, cost] = cells;
        let mut add = |column, written, problem| {
            faults.push(fault(row.line, column, written, problem));
        };
        let Ok(Speaker::Party(id)) = speakers.find(party) else {
            add("party", party, CostProblem::UnknownParty);
            continue;
        };
        if !from.is_empty() && counts_as(from) != Some(held(id)) {
            add("from", from, CostProblem::OtherStance);
        }
        let Some(to) = Target::from_key(&to.to_lowercase()) else {
            add("to", to, CostProblem::UnknownTarget);
            continue;
        };
        let Some(price) = price(cost) else {
            add("cost", cost, CostProblem::NotACost);
            continue;
        };
        let listed = &mut costs.entry(id).or_default()[to as usize];
        if listed.is_some_and(|listed| listed != price) {
            add("cost", cost, CostProblem::Contradicts);
        }
        *listed = Some(price);
    }
    if faults.is_empty() { Ok(costs) } else { Err(faults) }
}

/// How a word for a stance counts: one of our own keys, or a stance as tables write it.
fn counts_as(written: &str) -> Option<CountsAs> {
    CountsAs::from_key(&written.to_lowercase()).or_else(|| match read_stance(written) {
        CellStance::Stance(ParsedStance(stance)) => Some(CountsAs::of(stance)),
        CellStance::Nothing | CellStance::NoneTaken | CellStance::Dash | CellStance::Other => None,
    })
}

fn price(written: &str) -> Option<Cost> {
    let number: f64 = written.replace(',', ".").parse().ok()?;
    (0.0..=MOST).contains(&number).then(|| Cost((number * 1e6).round() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read_sheet;
    use crate::model::sketch::sketch;

    #[test]
    fn a_table_of_costs_is_read_by_name_and_its_faults_are_told_by_line() {
        let snapshot = sketch("       P\nAAA    --\nBBB    0\nCCC    ?\n");
        let id = |code: &str| snapshot.party_by_code(code).unwrap().id;
        let held = |party: PartyId| {
            let codes = [("AAA", CountsAs::Against), ("BBB", CountsAs::Abstains)];
            let known = codes.iter().find(|(code, _)| id(code) == party);
            known.map_or(CountsAs::Unknown, |(_, counts_as)| *counts_as)
        };
        let read = |table: &str| {
            let sheet = read_sheet(table.as_bytes()).unwrap();
            read_costs(&sheet, &snapshot, Text::default(), held)
        };
        let costs = read(
            "party,from,to,cost\nAAA,object,accept,2.5\nAAA,against,support,4\nBBB,,support,\"1,5\"\nCCC,?,support,0\n",
        )
        .unwrap();
        assert_eq!(costs[&id("AAA")], [Some(Cost(2_500_000)), Some(Cost(4_000_000))]);
        assert_eq!(costs[&id("BBB")], [None, Some(Cost(1_500_000))]);
        assert_eq!(costs[&id("CCC")], [None, Some(Cost(0))]);
        let faults = read(
            "party,from,to,cost\nZZZ,,accept,1\nAAA,support,accept,1\nAAA,,oppose,1\nAAA,,accept,-1\nAAA,,accept,2\n",
        )
        .unwrap_err();
        let told: Vec<_> = faults.iter().map(|it| (it.line, it.column, it.problem)).collect();
        assert_eq!(
            told,
            [
                (2, "party", CostProblem::UnknownParty),
                (3, "from", CostProblem::OtherStance),
                (4, "to", CostProblem::UnknownTarget),
                (5, "cost", CostProblem::NotACost),
                (6, "cost", CostProblem::Contradicts),
            ]
        );
        assert_eq!(read("party,cost\nAAA,1\n").unwrap_err()[0].problem, CostProblem::NoColumn);
    }
}
