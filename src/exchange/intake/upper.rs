//! Two lines of headings: the upper one groups several columns, in merged cells, once before empty
//! ones, or over each.
//!
//! Camps above states group the columns named by the lower line. Days below a proposal say when.
//! Rounds below a proposal may be read as the last one only, or each as a proposal of its own; the
//! user is asked. If the lower line has *stance* and *day* for each, the day belongs to the stance.

use std::collections::{HashMap, HashSet};

use super::super::{NO_HEADER, Sheet, days};
use super::headings as h;
use super::layout::{Field, Layout};
use super::look::{Kind, Look, heading};
use super::mapping::Mapping;
use crate::model::{DayOrder, Dossier, Language, Snapshot, keyed};
use crate::text::Text;

/// How many rows are searched for them.
const DEEPEST: usize = 50;

keyed! {
    /// The meaning of two lines of headings.
    pub enum Heads as "heads" {
        /// The lower line names the columns. The upper one only groups them, and is not read.
        Lower = "lower",
        /// Both together name a column.
        Both = "both",
        /// The upper line names the columns below it, and only the last of these is read.
        Last = "last",
        /// The upper line names the columns, the lower one says what each contains: a stance, and
        /// next to it its day or its source.
        Parts = "parts",
        /// One line names the columns, the other says the day.
        Days = "days",
    }
}

/// The upper one of two lines of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upper {
    /// Its line.
    pub line: u64,
    /// The meaning of the two.
    pub heads: Heads,
    /// Its headings, as written.
    pub groups: Vec<String>,
    // The days of the columns; empty if the lines say none.
    days: Vec<String>,
    // The columns that are not read, because a later one is.
    skipped: Vec<usize>,
    // The columns that say more about the stance in another, such as its day: what they hold, and
    // that other column.
    beside: Vec<(usize, Field, usize)>,
}

impl Upper {
    /// The day of the stances in a column, as written; empty if there is none.
    pub(super) fn day(&self, column: usize) -> &str {
        self.days.get(column).map_or("", String::as_str)
    }

    /// Whether there are days at all.
    pub(super) fn has_days(&self) -> bool {
        !self.days.is_empty()
    }

    /// The field with which a column adds to the stance in another, and that other column.
    pub(super) fn beside(&self, column: usize) -> Option<(Field, usize)> {
        let found = self.beside.iter().find(|(at, ..)| *at == column);
        found.map(|(_, field, stance)| (*field, *stance))
    }

    /// Whether a column is left out in favour of a later one.
    pub(crate) fn skips(&self, column: usize) -> bool {
        self.skipped.contains(&column)
    }
}

/// Two lines of headings, found by their shape.
pub(super) struct Two {
    /// Its row among those examined.
    upper: usize,
    pub lower: usize,
    /// Their cells, as written.
    written: [Vec<String>; 2],
    /// By column, where the group above it begins; only for columns of stances or the like.
    group: Vec<Option<usize>>,
    /// The columns that say more about the stance in another: what they hold, and that other
    /// column.
    beside: Vec<(usize, Field, usize)>,
    /// The possible meanings, the most likely first.
    pub possible: Vec<Heads>,
}

impl Two {
    /// Finds them, with the lower one on this line if one is given.
    pub(super) fn find(look: &Look, sheet: &Sheet, header: Option<u64>) -> Option<Self> {
        let rows = 1..look.lines.len().min(DEEPEST);
        rows.filter(|lower| {
            let lines = [look.lines[*lower - 1], look.lines[*lower]];
            // An empty line between them separates a title from its table.
            lines[0] != NO_HEADER
                && lines[0] + 1 == lines[1]
                && header.is_none_or(|line| line == lines[1])
        })
        .find_map(|lower| Self::at(look, sheet, lower))
    }

    fn at(look: &Look, sheet: &Sheet, lower: usize) -> Option<Self> {
        let (upper, width) = (lower - 1, look.width());
        let filled = |row: usize, at: usize| look.kind(row, at).filled;
        let is_cell = |at: &usize| {
            let below = look.below(lower, *at, |kind| kind.stance || kind.small || kind.flag);
            below.1 > 0 && below.1 * 5 >= below.0 * 3
        };
        let mut cells: Vec<usize> = (0..width).filter(is_cell).collect();
        if cells.len() < 2 {
            return None;
        }
        let over = begun(look, upper);
        let beside = besides(look, lower, &over, &mut cells);
        let is_beside = |at: &usize| beside.iter().any(|(it, ..)| it == at);
        let begins = (0..width).filter(|at| over[*at] == Some(*at));
        // A title above the table says nothing about its stances.
        let parts = |begin: &usize| {
            let mut under = (0..width).filter(|at| over[*at] == Some(*begin));
            is_beside(begin) && under.all(|at| cells.contains(&at) || is_beside(&at))
        };
        let begins = begins.filter(|at| cells.contains(at) || parts(at));
        let begins: Vec<usize> = begins.collect();
        if cells.len() < 2 || begins.is_empty() {
            return None;
        }
        let mut group = vec![None; width];
        for at in &cells {
            // A heading over no column of stances ends the group before it.
            group[*at] = over[*at].filter(|above| begins.contains(above));
        }
        let wide = |begin: &usize| {
            let again = |at: usize| filled(upper, at) || at == begin + 1;
            (begin + 1..width).any(|at| over[at] == Some(*begin) && again(at) && filled(lower, at))
        };
        let named = |at: &usize| filled(lower, *at) || filled(upper, *at);
        // A row of data names its party or proposal.
        let is_data = |row: usize| {
            let others = (0..width).filter(|at| !cells.contains(at) && !is_beside(at));
            others.map(|at| look.kind(row, at)).any(|it| it.party || it.proposal)
        };
        let says = |row: usize, at: &usize| {
            let (kind, words) = (look.kind(row, *at), look.heading(row, *at));
            kind.stance || kind.number && !is_year(words)
        };
        let is_heads = begins.iter().any(wide)
            && cells.iter().all(named)
            && !is_data(upper)
            && !is_data(lower)
            && !begins.iter().any(|at| says(upper, at))
            && !cells.iter().any(|at| says(lower, at));
        if !is_heads {
            return None;
        }
        let row = |line: u64| -> Option<Vec<String>> {
            let found = sheet.all_rows().find(|row| row.line == line)?;
            Some(found.cells.into_iter().map(std::borrow::Cow::into_owned).collect())
        };
        let written = [row(look.lines[upper])?, row(look.lines[lower])?];
        let mut two = Self { upper, lower, written, group, beside, possible: Vec::new() };
        two.possible = two.likely(look, &cells, &begins);
        Some(two)
    }

    /// The possible meanings, the most likely first.
    fn likely(&self, look: &Look, cells: &[usize], begins: &[usize]) -> Vec<Heads> {
        let most = |row: usize, columns: &[usize], of: fn(Kind) -> bool| {
            columns.iter().filter(|at| of(look.kind(row, **at))).count() * 5 >= columns.len() * 3
        };
        let day = |row: usize, columns: &[usize]| columns.iter().all(|at| self.day(row, *at));
        let parties = |kind: Kind| kind.party;
        let proposals = |kind: Kind| kind.proposal;
        match (day(0, begins), day(1, cells)) {
            (true, false) | (false, true) => return vec![Heads::Days],
            _ => {}
        }
        let below = [most(self.lower, cells, parties), most(self.lower, cells, proposals)];
        let above = [most(self.upper, begins, parties), most(self.upper, begins, proposals)];
        if below.contains(&true) {
            let crossed = below[0] && above[1] || below[1] && above[0];
            return if crossed { vec![Heads::Lower, Heads::Both] } else { vec![Heads::Lower] };
        }
        let words: Vec<&str> = cells.iter().map(|at| look.heading(self.lower, *at)).collect();
        if words.iter().all(|it| heads_stance(it)) {
            let mut seen = HashSet::new();
            let single = cells.iter().all(|at| seen.insert(self.group[*at]));
            return vec![if single { Heads::Parts } else { Heads::Last }];
        }
        let mut seen = HashSet::new();
        let again = words.iter().filter(|it| !it.is_empty()).any(|it| !seen.insert(*it));
        let is_known = above.contains(&true);
        match (is_known, again) {
            (false, false) if begins.len() == 1 => vec![Heads::Lower],
            (false, false) => vec![Heads::Lower, Heads::Both],
            (_, true) => vec![Heads::Last, Heads::Both],
            (true, false) => vec![Heads::Both, Heads::Last],
        }
    }

    /// Whether a heading is a day, whichever order days have.
    fn day(&self, row: usize, at: usize) -> bool {
        let text = Text::new(Language::English);
        let written = self.word(row, at);
        let read = |order| days::read(text, written, order).map(|it| it.day).ok();
        let (one, other) = (read(DayOrder::DayFirst), read(DayOrder::MonthFirst));
        one.is_some() && one == other
    }

    fn word(&self, row: usize, at: usize) -> &str {
        self.written.get(row).and_then(|cells| cells.get(at)).map_or("", String::as_str)
    }

    /// The names of the columns if the two lines mean this, and the upper line.
    fn names(&self, look: &Look, heads: Heads) -> (Vec<String>, Upper) {
        let (mut names, mut days) = (Vec::new(), Vec::new());
        let mut skipped = Vec::new();
        let days_above =
            (0..self.group.len()).find_map(|at| self.group[at]).is_some_and(|at| self.day(0, at));
        for at in 0..self.group.len() {
            let (own, lower) = (self.word(0, at), self.word(1, at));
            let group = self.group[at].map(|begin| self.word(0, begin));
            let Some(group) = group else {
                names.push(if lower.is_empty() { own } else { lower }.to_owned());
                days.push(String::new());
                continue;
            };
            let mut day = "";
            let both = match (group, lower) {
                (one, "") | ("", one) => one.to_owned(),
                (group, lower) => format!("{group}: {lower}"),
            };
            let later = || self.group.iter().skip(at + 1).any(|it| *it == self.group[at]);
            names.push(match heads {
                Heads::Lower if !lower.is_empty() => lower.to_owned(),
                Heads::Both => both,
                Heads::Last | Heads::Parts if later() => {
                    skipped.push(at);
                    both
                }
                Heads::Lower | Heads::Last | Heads::Parts => group.to_owned(),
                Heads::Days if days_above => {
                    day = group;
                    lower.to_owned()
                }
                Heads::Days => {
                    day = lower;
                    group.to_owned()
                }
            });
            days.push(day.to_owned());
        }
        if heads != Heads::Days {
            days.clear();
        }
        let line = look.lines.get(self.upper).copied().unwrap_or_default();
        let begins: HashSet<usize> = self.group.iter().flatten().copied().collect();
        let mut begins: Vec<usize> = begins.into_iter().collect();
        begins.sort_unstable();
        let groups = begins.into_iter().map(|at| self.word(0, at).to_owned()).collect();
        let read = |(_, _, stance): &&(usize, Field, usize)| !skipped.contains(stance);
        let beside = self.beside.iter().filter(read).copied().collect();
        (names, Upper { line, heads, groups, days, skipped, beside })
    }

    /// Puts the names of the columns where the search expects them.
    pub(super) fn put(&self, look: &mut Look, snapshot: &Snapshot, heads: Heads) {
        let (mut names, upper) = self.names(look, heads);
        // A column that is not read has no name to be found by.
        for at in upper.skipped {
            names[at].clear();
        }
        look.rename(self.lower, &names, snapshot);
    }

    /// Gives the columns of a mapping these names.
    pub(super) fn name(&self, look: &Look, mapping: &mut Mapping, heads: Heads) {
        let (names, upper) = self.names(look, heads);
        for (column, name) in mapping.columns.iter_mut().zip(names) {
            column.heading = name;
        }
        if mapping.layout.takes_beside() {
            for (at, field, _) in &upper.beside {
                mapping.columns[*at].field = Some(*field);
            }
        }
        mapping.upper = Some(upper);
    }

    /// Whether there are columns that say more about the stances.
    pub(super) fn has_beside(&self) -> bool {
        !self.beside.is_empty()
    }
}

/// Where the heading over each column begins, in a row; a repeated heading is the same one.
fn begun(look: &Look, row: usize) -> Vec<Option<usize>> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut over = None;
    let columns = 0..look.width();
    columns
        .map(|at| {
            let own = look.heading(row, at);
            if !own.is_empty() {
                over = Some(*first.entry(own).or_insert(at));
            }
            over
        })
        .collect()
}

/// Whether this is the heading of a column of stances or votes.
fn heads_stance(heading: &str) -> bool {
    matches!(heading, "stance" | "vote")
        || h::STANCE.contains(&heading)
        || h::VOTE.contains(&heading)
}

/// The columns that say more about the stance in another under the same heading, such as its day,
/// if the lower line names both. They are not stances themselves, and are removed from the cells.
fn besides(
    look: &Look,
    lower: usize,
    over: &[Option<usize>],
    cells: &mut Vec<usize>,
) -> Vec<(usize, Field, usize)> {
    let stances: Vec<usize> =
        cells.iter().copied().filter(|at| heads_stance(look.heading(lower, *at))).collect();
    let field = |at: usize| Field::beside(look.heading(lower, at));
    let mut found: Vec<(usize, Field, usize)> = Vec::new();
    for (at, own) in over.iter().enumerate() {
        let Some(field) = field(at) else { continue };
        let same = stances.iter().copied().filter(|it| own.is_some() && over[*it] == *own);
        let before = same.clone().rfind(|it| *it < at);
        let Some(stance) = before.or_else(|| same.clone().next()) else { continue };
        if !found.iter().any(|(_, held, of)| (*held, *of) == (field, stance)) {
            found.push((at, field, stance));
        }
    }
    cells.retain(|at| !found.iter().any(|(it, ..)| it == at));
    found
}

/// A mapping without any column assigned, for a table with two lines of headings; `None` if it has
/// none. The lower one is on this line, if one is given.
pub(super) fn two_headed(
    sheet: &Sheet,
    layout: Layout,
    heads: Heads,
    header: Option<u64>,
) -> Option<Mapping> {
    let look = Look::new(sheet, &Snapshot::new(Dossier::new("")));
    let two = Two::find(&look, sheet, header)?;
    let mut mapping = Mapping::new(layout, &sheet.headed_at(*look.lines.get(two.lower)?)?);
    two.name(&look, &mut mapping, heads);
    Some(mapping)
}

fn is_year(words: &str) -> bool {
    words.len() == 4 && words.parse().is_ok_and(|year: u16| (1900..2200).contains(&year))
}

impl Mapping {
    /// The same table with its two lines of headings read with this meaning, and no column
    /// assigned.
    ///
    /// `None` unless it has two lines of headings, the lower one where this has its header.
    pub fn with_heads(sheet: &Sheet, layout: Layout, header: u64, heads: Heads) -> Option<Self> {
        two_headed(sheet, layout, heads, Some(header))
    }

    /// The same with the header at the first two lines of headings found.
    pub(crate) fn with_two_lines(sheet: &Sheet, layout: Layout, heads: Heads) -> Option<Self> {
        two_headed(sheet, layout, heads, None)
    }
}

impl Look {
    /// A heading of a row, folded.
    fn heading(&self, row: usize, column: usize) -> &str {
        self.headings.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// Gives a row other cells.
    fn rename(&mut self, row: usize, names: &[String], snapshot: &Snapshot) {
        let kinds = Self::kinds_of(names, snapshot);
        self.replace(row, names.iter().map(|name| heading(name)).collect(), kinds);
    }
}
