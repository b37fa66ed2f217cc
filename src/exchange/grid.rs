//! A table that was pasted, as a dossier of its own: a party a line, a proposal a column.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::stances::{ParsedStance, parse_stance};
use crate::library::{State, states};
use crate::model::words::fold;
use crate::model::{Bilingual, Dossier, Party, PartyKind, Position, Proposal, Record};

/// The most cells that are read.
const MOST: usize = 1_000_000;

/// The longest code that a proposal can have.
const LONGEST_CODE: usize = 60;

/// What a pasted table holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The parties, of which states are known by name or code in either language.
    pub parties: Vec<Party>,
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// Where they stand.
    pub positions: Vec<Position>,
    /// The cells that are no stance: line and column from 1, and what stands there.
    pub not_understood: Vec<(usize, usize, String)>,
}

impl Grid {
    /// Whether nothing can be made of it.
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty() || self.proposals.is_empty()
    }

    /// The records of a dossier made of it, each after those it names.
    pub fn records(&self, title: &str) -> Vec<Record> {
        let dossier = Record::from(Dossier::new(title));
        let parties = self.parties.iter().cloned().map(Record::from);
        let proposals = self.proposals.iter().cloned().map(Record::from);
        let positions = self.positions.iter().cloned().map(Record::from);
        [dossier].into_iter().chain(parties).chain(proposals).chain(positions).collect()
    }
}

/// Reads a table as a spreadsheet copies it: proposals in the first line, parties in the first
/// column, a stance a cell. Where states stand in the first line it is turned around.
pub fn read_grid(pasted: &str, today: NaiveDate, author: &str) -> Grid {
    let (mut table, lines) = cells(pasted);
    let first_line = table.first().cloned().unwrap_or_default();
    let first_column: Vec<_> = table.iter().filter_map(|line| line.first().cloned()).collect();
    let known = |cells: &[String]| cells.iter().skip(1).filter(|it| state(it).is_some()).count();
    let is_turned = known(&first_line) > known(&first_column);
    if is_turned {
        table = turned(&table);
    }
    // Where a cell of the table stood in what was pasted.
    let place_of = |line: usize, column: usize| {
        let (line, column) = if is_turned { (column, line) } else { (line, column) };
        (lines.get(line).copied().unwrap_or(line + 1), column + 1)
    };
    let mut grid = Grid::default();
    let Some((head, rows)) = table.split_first() else { return grid };
    let mut codes = BTreeSet::new();
    let columns = head.iter().enumerate().skip(1).map(|(place, words)| {
        (!words.is_empty()).then(|| {
            let proposal = proposal(words, place, &mut codes);
            grid.proposals.push(proposal);
            grid.proposals.len() - 1
        })
    });
    let columns: Vec<Option<usize>> = columns.collect();
    let mut codes = BTreeSet::new();
    for (line, cells) in rows.iter().enumerate() {
        let Some(name) = cells.first().filter(|name| !name.is_empty()) else { continue };
        let party = party(name, &mut codes);
        for (place, cell) in cells.iter().enumerate().skip(1) {
            let column = columns.get(place - 1).copied().flatten();
            let Some(on) = column.and_then(|it| grid.proposals.get(it)) else { continue };
            match parse_stance(cell) {
                Some(ParsedStance(Some(stance))) => {
                    let mut entry = Position::new(on.id, party.id, Some(stance), today);
                    author.clone_into(&mut entry.author);
                    grid.positions.push(entry);
                }
                Some(ParsedStance(None)) => {}
                None if cell.is_empty() => {}
                None => {
                    let (line, column) = place_of(line + 1, place);
                    grid.not_understood.push((line, column, cell.clone()));
                }
            }
        }
        grid.parties.push(party);
    }
    grid
}

/// The cells of a table line by line, and the line on which each of these begins.
fn cells(pasted: &str) -> (Vec<Vec<String>>, Vec<usize>) {
    let first = pasted.lines().next().unwrap_or_default();
    let count = |separator| first.matches(separator).count();
    // A spreadsheet copies with tabs; a file has the one that its first line uses most.
    let separator = match (count('\t'), count(';'), count(',')) {
        (0, semicolons, commas) if semicolons > commas => b';',
        (0, 0, 1..) | (0, _, 1..) => b',',
        _ => b'\t',
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(pasted.as_bytes());
    let mut left = MOST;
    let (mut table, mut lines) = (Vec::new(), Vec::new());
    for line in reader.records().flatten() {
        left = left.saturating_sub(line.len());
        if left == 0 {
            break;
        }
        // A heading may be broken into lines.
        let one_line = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        table.push(line.iter().map(one_line).collect());
        let begins = line.position().map_or((0, 0), |at| (at.line(), at.byte()));
        // Empty lines before it are passed over, but count.
        let rest = usize::try_from(begins.1).ok().and_then(|byte| pasted.get(byte..));
        let empty = rest.unwrap_or_default().chars().take_while(|c| matches!(c, '\r' | '\n'));
        let empty = empty.filter(|c| *c == '\n').count();
        lines.push(usize::try_from(begins.0).unwrap_or_default() + empty);
    }
    (table, lines)
}

fn turned(table: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = table.iter().map(Vec::len).max().unwrap_or_default();
    let column = |place| {
        let cell = |line: &Vec<String>| line.get(place).cloned().unwrap_or_default();
        table.iter().map(cell).collect()
    };
    (0..width).map(column).collect()
}

/// The state that is meant by a code or a name in either language.
fn state(words: &str) -> Option<&'static State> {
    let folded = fold(words.trim());
    states().iter().find(|state| {
        let names = state.name();
        [&state.iso3, &state.iso2, &names.en, &names.nl].iter().any(|it| fold(it) == folded)
    })
}

fn party(name: &str, codes: &mut BTreeSet<String>) -> Party {
    match state(name) {
        Some(state) => {
            let code = free(&state.iso3, codes);
            let mut party = Party::new(code, state.name(), PartyKind::State);
            party.iso2.clone_from(&state.iso2);
            party.region.clone_from(&state.region);
            party.subregion.clone_from(&state.subregion);
            party
        }
        None => {
            let letters: String = name.chars().filter(|c| c.is_alphanumeric()).take(12).collect();
            let code = free(&letters.to_uppercase(), codes);
            Party::new(code, Bilingual::new(name, name), PartyKind::Organisation)
        }
    }
}

fn proposal(words: &str, place: usize, codes: &mut BTreeSet<String>) -> Proposal {
    let short = words.chars().count() <= LONGEST_CODE - 8;
    let code = if short { words.to_owned() } else { format!("P-{place}") };
    Proposal::new(free(&code, codes), Bilingual::new(words, words))
}

/// A code that is not taken yet.
fn free(code: &str, codes: &mut BTreeSet<String>) -> String {
    // With room for a number.
    let stem: String = code.chars().take(LONGEST_CODE - 8).collect();
    let stem = if stem.is_empty() { "X".to_owned() } else { stem };
    let numbered = (2..).map(|n| format!("{stem}-{n}"));
    let mut all = std::iter::once(stem.to_owned()).chain(numbered);
    let found = all.find(|code| codes.insert(fold(code)));
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stance;

    fn read(pasted: &str) -> Grid {
        read_grid(pasted, "2026-11-21".parse().unwrap(), "A. Desk")
    }

    #[test]
    fn a_pasted_matrix_becomes_parties_proposals_and_stances() {
        let grid = read("\tCBM 1\tCBM 2\nNederland\t+\t--\nBrazil\tY\t?\nGFCE\t\tperhaps\n");
        let names: Vec<_> = grid.parties.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(names, ["NLD", "BRA", "GFCE"]);
        assert_eq!(grid.parties[0].name.en, "Netherlands");
        assert!(grid.parties[0].decides && !grid.parties[2].decides);
        let codes: Vec<_> = grid.proposals.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["CBM 1", "CBM 2"]);
        let stances: Vec<_> = grid.positions.iter().filter_map(|it| it.stance).collect();
        assert_eq!(stances, [Stance::Support, Stance::Object, Stance::Support]);
        assert_eq!(grid.not_understood, [(4, 3, "perhaps".to_owned())]);
    }

    #[test]
    fn states_in_the_first_line_turn_the_table_around() {
        let grid = read("measure;France;Germany;China\nHotline;+;+;-\nNorms;+;0;--");
        assert_eq!(grid.parties.len(), 3);
        assert_eq!(grid.proposals.len(), 2);
        assert_eq!(grid.positions.len(), 6);
        let grid = read("measure;France;China\n\nHotline;+;perhaps");
        assert_eq!(grid.not_understood, [(3, 3, "perhaps".to_owned())]);
    }

    #[test]
    fn the_same_name_twice_and_too_long_a_heading_still_make_a_dossier() {
        let long = "x".repeat(80);
        let grid = read(&format!("\tA\tA\t{long}\nFrance\t+\t+\t+\nFrance\t-\t-\t-"));
        let codes: BTreeSet<_> = grid.proposals.iter().map(|it| it.code.clone()).collect();
        assert_eq!(codes.len(), 3);
        let codes: Vec<_> = grid.parties.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["FRA", "FRA-2"]);
        assert!(read("").is_empty() && read("just words").is_empty());
    }
}
