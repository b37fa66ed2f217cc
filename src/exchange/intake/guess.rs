//! What a table is likely to be: its header, its layout and its columns.
//!
//! Columns are found by their headings, and where those say nothing by their content. A guess is
//! only where a user starts from: everything can be changed, and on the command line one that is
//! not certain is refused.

use super::super::Sheet;
use super::layout::{Field, Heading, Layout};
use super::look::{Kind, Look};
use super::mapping::Mapping;
use crate::model::words::fold_line;
use crate::model::{Keyed, Snapshot};

/// How many rows are tried as the header.
const DEEPEST: usize = 50;

/// A likely reading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The likely mapping.
    pub mapping: Mapping,
    /// Whether it follows from the headings alone, and no other layout is as likely.
    pub certain: bool,
    /// The layouts that are possible, the likely one first; empty if none is.
    pub layouts: Vec<Layout>,
    /// The columns found by their content and not by their heading.
    pub by_content: Vec<usize>,
}

/// What a table is likely to be.
pub fn guess(sheet: &Sheet, snapshot: &Snapshot) -> Guess {
    guess_among(sheet, snapshot, Layout::ALL, None)
}

/// What a table is likely to be among these layouts, with the header on this line if one is
/// given. To change the layout or the header of a mapping, guess again with what was chosen.
pub fn guess_among(
    sheet: &Sheet,
    snapshot: &Snapshot,
    layouts: &[Layout],
    header: Option<u64>,
) -> Guess {
    let look = Look::new(sheet, snapshot);
    let rows = 0..look.lines.len().min(DEEPEST);
    let rows: Vec<_> =
        rows.filter(|row| header.is_none_or(|line| look.lines[*row] == line)).collect();
    let mut found: Vec<Found> = Vec::new();
    for layout in layouts {
        let tried = rows.iter().filter_map(|row| Found::new(&look, *layout, *row));
        // The first of equals, because rows below it may look like it.
        let best =
            tried.reduce(|best, other| if other.points > best.points { other } else { best });
        found.extend(best);
    }
    // A stable sort: of equals the first in the list.
    found.sort_by_key(|it| std::cmp::Reverse(it.points));
    let possible: Vec<_> = found.iter().map(|it| it.layout).collect();
    let Some(best) = found.first() else {
        let layout = layouts.first().copied().unwrap_or(Layout::Positions);
        let headed = header.and_then(|line| sheet.headed_at(line));
        let mapping = Mapping::new(layout, headed.as_ref().unwrap_or(sheet));
        return Guess { mapping, certain: false, layouts: possible, by_content: Vec::new() };
    };
    let tied = found.get(1).is_some_and(|other| other.points >= best.points);
    let headed = sheet.headed_at(look.lines[best.row]);
    let mut mapping = Mapping::new(best.layout, headed.as_ref().unwrap_or(sheet));
    for (at, field) in &best.columns {
        if let Some(column) = mapping.columns.get_mut(*at) {
            column.field = Some(*field);
        }
    }
    let certain = !tied && best.by_content.is_empty();
    Guess { mapping, certain, layouts: possible, by_content: best.by_content.clone() }
}

/// The columns of a table with the titles and days of roll calls; `None` if it is none.
pub(super) fn titles_mapping(sheet: &Sheet, snapshot: &Snapshot) -> Option<(Sheet, Mapping)> {
    let look = Look::new(sheet, snapshot);
    let rows = 0..look.lines.len().min(DEEPEST);
    let found = rows.filter_map(|row| {
        let mut found = Found::empty(Layout::WideRolls, row);
        let headings = look.headings.get(row)?;
        for wanted in found.layout.headings() {
            found.named(&look, headings, wanted);
        }
        let says = found.has(Field::Number) || found.has(Field::Proposal);
        (says && (found.has(Field::Name) || found.has(Field::Date))).then_some(found)
    });
    let found =
        found.reduce(|best, other| if other.points > best.points { other } else { best })?;
    let headed = sheet.headed_at(*look.lines.get(found.row)?)?;
    let mut mapping = Mapping::new(found.layout, &headed);
    found.columns.iter().for_each(|(at, field)| mapping.set(*at, Some(*field)));
    Some((headed, mapping))
}

/// A layout that fits, with the header in one of the rows.
struct Found {
    layout: Layout,
    row: usize,
    columns: Vec<(usize, Field)>,
    by_content: Vec<usize>,
    points: usize,
}

impl Found {
    fn empty(layout: Layout, row: usize) -> Self {
        Self { layout, row, columns: Vec::new(), by_content: Vec::new(), points: 0 }
    }

    /// `None` if the layout does not fit.
    fn new(look: &Look, layout: Layout, row: usize) -> Option<Self> {
        let mut found = Self::empty(layout, row);
        let headings = look.headings.get(row)?;
        for wanted in layout.headings() {
            found.named(look, headings, wanted);
        }
        let lacking = layout.lacks(|field| field == Field::Cells || found.has(field));
        for field in lacking {
            found.by_content(look, headings.len(), field);
        }
        if layout.has_cells() {
            found.cells(look, headings);
        }
        layout.lacks(|field| found.has(field)).is_empty().then_some(found)
    }

    fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(_, it)| *it == field)
    }

    fn is_taken(&self, column: usize) -> bool {
        self.columns.iter().any(|(at, _)| *at == column)
    }

    /// Takes the column with one of the names of a heading; of several, the one whose content
    /// fits best.
    fn named(&mut self, look: &Look, headings: &[String], wanted: &Heading) {
        let rank = |heading: &str| {
            let key = wanted.field.key().replace('-', " ");
            let names = wanted.names.iter().position(|name| *name == heading);
            // A vote is headed as such; what is headed as a stance is one.
            let voted = self.layout == Layout::LongRolls && wanted.field == Field::Stance;
            if heading == key && !voted { Some(0) } else { names.map(|place| place + 1) }
        };
        let candidates = headings.iter().enumerate().filter(|(at, _)| !self.is_taken(*at));
        let fits = |at: usize| {
            let of: fn(Kind) -> bool = match wanted.field {
                Field::Party => |kind| kind.party,
                Field::Stance => |kind| kind.stance || kind.number,
                Field::Date => |kind| kind.day,
                _ => |kind| kind.filled,
            };
            let (filled, fit) = look.below(self.row, at, of);
            (fit * 20).checked_div(filled).unwrap_or(0)
        };
        let best = candidates
            .filter_map(|(at, heading)| Some((at, rank(heading)?)))
            .min_by_key(|(at, rank)| (std::cmp::Reverse(fits(*at)), *rank, *at));
        if let Some((at, rank)) = best {
            self.columns.push((at, wanted.field));
            self.points += if wanted.telling { 4 } else { 2 } + usize::from(rank == 0);
        }
    }

    /// Takes the first column of which most cells are what a field holds.
    fn by_content(&mut self, look: &Look, width: usize, field: Field) {
        let of: fn(Kind) -> bool = match field {
            Field::Party => |kind| kind.party,
            Field::Proposal => |kind| kind.proposal,
            Field::Stance => |kind| kind.stance,
            _ => return,
        };
        let mut free = (0..width).filter(|at| !self.is_taken(*at));
        let most = |at: &usize| {
            let (filled, are) = look.below(self.row, *at, of);
            are > 0 && are * 5 >= filled * 3
        };
        let first = |at: &usize| {
            // In a matrix the names stand in front, whoever they are.
            let (filled, stances) = look.below(self.row, *at, |kind| kind.stance || kind.number);
            self.layout.has_cells() && *at == 0 && filled > 0 && stances == 0
        };
        if let Some(at) = free.clone().find(most).or_else(|| free.find(first)) {
            self.columns.push((at, field));
            if !(self.layout.has_cells() && at == 0) {
                self.by_content.push(at);
            }
            self.points += 1;
        }
    }

    /// Takes the columns whose heading names a party or a proposal.
    fn cells(&mut self, look: &Look, headings: &[String]) {
        let across = self.layout.parties_across();
        let (mut count, mut graded, mut votes) = (0, 0, 0);
        for (at, heading) in headings.iter().enumerate() {
            if heading.is_empty() || self.is_taken(at) {
                continue;
            }
            let own = look.kind(self.row, at);
            let (filled, stances) = look.below(self.row, at, |kind| kind.stance || kind.small);
            let is_one = if across {
                own.party && (filled == 0 || stances * 2 >= filled)
            } else {
                let known = own.proposal || filled > 0 && stances * 2 >= filled;
                known && !own.party && !own.stance && !is_other(heading)
            };
            if is_one {
                self.columns.push((at, Field::Cells));
                count += 1;
                graded += look.below(self.row, at, |kind| kind.graded).1;
                votes += look.below(self.row, at, |kind| kind.vote).1;
            }
        }
        let few = if across { 2 } else { 1 };
        if count < few {
            self.columns.retain(|(_, field)| *field != Field::Cells);
            return;
        }
        self.points += 6;
        match self.layout {
            Layout::WideRolls if graded > 0 && votes == 0 => self.points = 0,
            Layout::WideRolls if votes > 0 => self.points += 1,
            Layout::Turned if votes == 0 && graded > 0 => self.points += 1,
            _ => {}
        }
    }
}

/// Whether a heading means something else than a proposal.
fn is_other(heading: &str) -> bool {
    let layouts = Layout::ALL.iter().filter(|layout| !layout.has_cells());
    let mut headings = layouts.flat_map(|layout| layout.headings());
    headings.any(|it| {
        let named = it.field.key().replace('-', " ") == heading || it.names.contains(&heading);
        named && !matches!(it.field, Field::Proposal | Field::Text)
    }) || fold_line(heading) == "total"
}
