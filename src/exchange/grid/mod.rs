//! A pasted table from which a dossier is made: a party on each line, a proposal in each column.
//!
//! Nothing is guessed: before anything is made, uncertain names are asked about, contradicting rows
//! are decided on, and whatever is left out is listed.

mod answers;
mod bare;
mod becomes;
mod head;
mod kept;
pub(super) mod lines;
mod made;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use made::{
    add_group as group_records, free as free_code, own_group, own_party, state_party,
};

pub use answers::{Answer, Clash, Disputed, Hold, Who};
pub use bare::Header;
pub use kept::KeptAnswers;

use self::lines::Line;
use super::stances::{CellStance, ParsedStance, Scale, read_stance};
use crate::library::{Codes, Meaning, likely, meanings_in};
use crate::model::Stance;
use crate::model::words::{fold_line, name_key};

/// Why a pasted text cannot be used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridFault {
    /// A quote that opens on this line is never closed.
    Unclosed(usize),
    /// It has more cells than can be read.
    TooLarge {
        /// How many it has.
        cells: usize,
        /// How many can be read.
        most: usize,
    },
}

/// The place of a cell in the pasted text; line and column count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Why a cell is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not a stance.
    NotAStance,
    /// It is a dash, which could mean nothing or a minus.
    Dash,
    /// There is no proposal above it.
    NoProposal,
    /// There is no party in front of it.
    NoParty,
}

/// A cell that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its place.
    pub spot: Spot,
    /// Its text.
    pub words: String,
    /// Why it is left out.
    pub why: Why,
}

/// A name in the table, and what it may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The name as it first occurs.
    pub name: String,
    /// Its places; there may be several.
    pub spots: Vec<Spot>,
    /// Its possible meanings, the likely answer first.
    pub options: Vec<Meaning>,
    /// Whether it certainly means its only option.
    pub certain: bool,
}

/// The contents of a pasted table, and the answers about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    heads: Vec<(String, Spot)>,
    // The parties of the table in order: the index of the subject, and the place.
    voices: Vec<(usize, Spot)>,
    said: Vec<StanceCell>,
    subjects: Vec<Subject>,
    answers: Vec<Option<Answer>>,
    holds: BTreeMap<Who, Hold>,
    clashes: Vec<Clash>,
    counts: [usize; 3],
    /// Whether a line names the proposals.
    pub header: Header,
    /// Whether the parties are in the first line.
    pub turned: bool,
    /// How many cells say that no stance was taken.
    pub silent: usize,
    /// The cells that are left out.
    pub left_out: Vec<LeftOut>,
    /// The line that names the proposals, or the first one with stances if none does.
    pub first_line: usize,
    /// The lines above the head, which are left out too.
    pub above: Vec<usize>,
    /// Whether the user has accepted what is left out.
    pub accepted: bool,
}

/// A cell with a stance, or saying that it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct StanceCell {
    voice: usize,
    head: usize,
    stance: Option<Stance>,
}

/// Reads a table as a spreadsheet copies it: proposals in the first line, parties in the first
/// column, a stance in each cell. If the states are in the first line, it is transposed. If no line
/// names the proposals, every line is data.
///
/// # Errors
/// Why it cannot be read at all.
pub fn read_grid(pasted: &str) -> Result<Grid, GridFault> {
    read_grid_as(pasted, None)
}

/// The same, once the user has said whether its first line names the proposals.
///
/// # Errors
/// Why it cannot be read at all.
pub fn read_grid_as(pasted: &str, named: Option<bool>) -> Result<Grid, GridFault> {
    let lines = lines::lines(pasted)?;
    let Some(first) = lines.iter().position(|line| line.filled().next().is_some()) else {
        return Ok(Grid::default());
    };
    let layout = match named {
        Some(true) => Some(head::at(&lines, first)),
        Some(false) => None,
        None => head::layout(&lines).filter(|_| !bare::starts_with_data(&lines)),
    };
    let parts = layout.and_then(|layout| {
        let (above, table) = lines.split_at_checked(layout.head)?;
        Some((layout, above, table.split_first()?))
    });
    let Some((layout, above, (head, rows))) = parts else {
        let header = if named.is_some() { Header::Missing } else { Header::LikelyMissing };
        let first_line = lines.get(first).map_or(1, |line| line.number);
        return Ok(Grid { first_line, ..Grid::bare(&lines, header) });
    };
    let mut grid = Grid {
        turned: layout.turned,
        first_line: head.number,
        above: above.iter().map(|line| line.number).collect(),
        ..Grid::default()
    };
    let codes = if layout.turned {
        Codes::of(head.cells.iter().skip(1).map(String::as_str))
    } else {
        Codes::of(rows.iter().map(|row| row.cell(0)))
    };
    let mut subjects = Subjects { codes, ..Subjects::default() };
    // The index of the party or proposal of each column.
    let columns: Vec<Option<usize>> = (0..head.cells.len())
        .map(|at| {
            let spot = Spot { line: head.number, column: at + 1 };
            let name = (at > 0).then(|| head.cell(at)).filter(|name| !name.is_empty())?;
            Some(grid.place(&mut subjects, name, spot, layout.turned))
        })
        .collect();
    let scale = Scale::of(rows.iter().flat_map(Line::filled));
    for row in rows {
        grid.row(&mut subjects, row, &columns, scale);
    }
    grid.close(subjects);
    Ok(grid)
}

impl Grid {
    /// Whether nothing can be made from it.
    pub fn is_empty(&self) -> bool {
        self.voices.is_empty() || self.heads.is_empty()
    }

    /// The name with this index.
    pub fn name(&self, subject: usize) -> &str {
        self.subjects.get(subject).map_or("", |subject| subject.name.as_str())
    }

    /// Finishes it, once all rows have been read.
    fn close(&mut self, subjects: Subjects) {
        self.subjects = subjects.all;
        self.answers = self.subjects.iter().map(Subject::answer).collect();
        self.settle();
    }

    fn row(
        &mut self,
        subjects: &mut Subjects,
        row: &Line,
        columns: &[Option<usize>],
        scale: Scale,
    ) {
        let spot = |column: usize| Spot { line: row.number, column: column + 1 };
        let name = row.cell(0);
        let own = (!name.is_empty()).then(|| self.place(subjects, name, spot(0), !self.turned));
        for (column, cell) in row.cells.iter().enumerate().skip(1) {
            let read = scale.read(cell);
            if read == CellStance::Nothing {
                continue;
            }
            let above = columns.get(column).copied().flatten();
            let (party, proposal) = if self.turned { (above, own) } else { (own, above) };
            let why = match (party, proposal, read) {
                (None, _, _) => Why::NoParty,
                (_, None, _) => Why::NoProposal,
                (Some(voice), Some(head), CellStance::Stance(ParsedStance(stance))) => {
                    self.said.push(StanceCell { voice, head, stance });
                    continue;
                }
                (_, _, CellStance::NoneTaken) => {
                    self.silent += 1;
                    continue;
                }
                (_, _, CellStance::Dash) => Why::Dash,
                (_, _, CellStance::Other | CellStance::Nothing) => Why::NotAStance,
            };
            self.left_out.push(LeftOut { spot: spot(column), words: cell.clone(), why });
        }
    }

    /// The index of a new party or proposal.
    fn place(&mut self, subjects: &mut Subjects, name: &str, spot: Spot, party: bool) -> usize {
        if party {
            self.voices.push((subjects.named(name, spot), spot));
            self.voices.len() - 1
        } else {
            self.heads.push((name.to_owned(), spot));
            self.heads.len() - 1
        }
    }

    /// The headings that occur more than once; each becomes a proposal of its own.
    pub(crate) fn doubled(&self) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let again = self.heads.iter().filter(|(name, _)| !seen.insert(fold_line(name)));
        again.map(|(name, _)| name.as_str()).collect()
    }
}

#[derive(Default)]
struct Subjects {
    all: Vec<Subject>,
    known: BTreeMap<String, usize>,
    codes: Codes,
}

/// How many unknown names are compared with known ones, to limit the time it takes.
const LIKENED: usize = 1_000;

impl Subjects {
    fn named(&mut self, name: &str, spot: Spot) -> usize {
        let key = Some(name_key(name)).filter(|key| !key.is_empty());
        let key = key.unwrap_or_else(|| fold_line(name));
        let place = *self.known.entry(key).or_insert_with(|| {
            let mut options = meanings_in(name, self.codes);
            // NO is Norway, or a row that counts the votes against.
            let is_word =
                matches!(read_stance(name), CellStance::Stance(_) | CellStance::NoneTaken);
            let doubted = self.codes.doubted(name);
            if !doubted.is_empty() {
                options = doubted.into_iter().map(Meaning::State).collect();
            }
            let certain = matches!(options[..], [Meaning::State(_)]) && !is_word;
            // An abbreviation with another meaning becomes a new party.
            options.retain(|it| matches!(it, Meaning::State(_) | Meaning::Group(_)));
            if options.is_empty() && self.all.len() < LIKENED {
                options.extend(likely(name));
            }
            let name = name.to_owned();
            self.all.push(Subject { name, spots: Vec::new(), options, certain });
            self.all.len() - 1
        });
        if let Some(subject) = self.all.get_mut(place) {
            subject.spots.push(spot);
        }
        place
    }
}

impl Subject {
    /// The answer, if it is certain.
    fn answer(&self) -> Option<Answer> {
        match self.options.first() {
            Some(Meaning::State(state)) if self.certain => Some(Answer::State(state)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
