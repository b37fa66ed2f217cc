//! Finds the sheet with the titles and days of roll calls that are in another sheet.

use rustc_hash::FxHashSet;

use super::super::{Sheet, Workbook};
use super::guess::{guess, titles_mapping};
use super::layout::{Field, Layout};
use super::mapping::Mapping;
use crate::model::Snapshot;
use crate::model::words::fold;

/// The sheet with the titles and days of the roll calls in another sheet of the same workbook: the
/// only one whose header fits and that names at least half of them. `None` if these are not roll
/// calls, or if their own sheet says it all.
pub fn titles_beside(
    workbook: &Workbook,
    rolls: usize,
    mapping: &Mapping,
    snapshot: &Snapshot,
) -> Option<usize> {
    let is_rolls = matches!(mapping.layout, Layout::LongRolls | Layout::WideRolls);
    let says = |field| mapping.place(field).is_some();
    if !is_rolls || says(Field::Name) && says(Field::Date) {
        return None;
    }
    let others = (0..workbook.sheets.len()).filter(|at| *at != rolls);
    fitting(workbook, others, &workbook.sheets.get(rolls)?.sheet, mapping, snapshot)
}

/// The sheet of another workbook with the titles and days of these roll calls: its only visible
/// sheet, or else the only one whose header fits and that names at least half of them.
pub fn titles_in(
    titles: &Workbook,
    rolls: &Sheet,
    mapping: &Mapping,
    snapshot: &Snapshot,
) -> Option<usize> {
    let shown = || {
        (0..titles.sheets.len()).filter(|at| !titles.sheets.get(*at).is_some_and(|it| it.hidden))
    };
    match (shown().next(), shown().nth(1)) {
        (Some(only), None) => Some(only),
        _ => fitting(titles, 0..titles.sheets.len(), rolls, mapping, snapshot),
    }
}

/// The only one of these sheets whose header fits and that names at least half of the roll calls.
fn fitting(
    workbook: &Workbook,
    among: impl Iterator<Item = usize>,
    rolls: &Sheet,
    mapping: &Mapping,
    snapshot: &Snapshot,
) -> Option<usize> {
    let sheet = rolls.headed_at(mapping.header)?;
    let at = mapping.place(Field::Number).or(mapping.place(Field::Proposal))?;
    // A long table repeats each roll call for every party.
    let cells = sheet.column(at).map(|(_, cell)| cell);
    let seen: FxHashSet<_> = cells.filter(|cell| !cell.is_empty()).collect();
    let named: FxHashSet<String> = seen.iter().map(|cell| fold(cell)).collect();
    let fits = |titles: &usize| {
        let titled = workbook.sheets.get(*titles).and_then(|it| titled(&it.sheet, snapshot));
        titled.is_some_and(|titled| named.intersection(&titled).count() * 2 >= named.len())
    };
    let mut fitting = among.filter(|_| !named.is_empty()).filter(fits);
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The only visible sheet that is a table of some layout, if there is just one.
pub fn only_table(workbook: &Workbook, snapshot: &Snapshot) -> Option<usize> {
    let shown = workbook.sheets.iter().enumerate().filter(|(_, it)| !it.hidden);
    let mut tables = shown.filter(|(_, it)| !guess(&it.sheet, snapshot).layouts.is_empty());
    let (at, _) = tables.next()?;
    tables.next().is_none().then_some(at)
}

/// The sheet with roll calls and the one with their titles, if a workbook has one such pair.
pub fn rolls_with_titles(workbook: &Workbook, snapshot: &Snapshot) -> Option<(usize, usize)> {
    if workbook.sheets.len() < 2 {
        return None;
    }
    let mut pairs = workbook.sheets.iter().enumerate().filter_map(|(at, named)| {
        let mapping = guess(&named.sheet, snapshot).mapping;
        Some((at, titles_beside(workbook, at, &mapping, snapshot)?))
    });
    pairs.next().filter(|_| pairs.next().is_none())
}

/// The roll calls that a table of titles names, by number and by symbol.
fn titled(sheet: &Sheet, snapshot: &Snapshot) -> Option<FxHashSet<String>> {
    let (sheet, mapping) = titles_mapping(sheet, snapshot)?;
    let fields = [Field::Number, Field::Proposal].into_iter();
    let places = fields.filter_map(|field| mapping.place(field));
    let cells = places.flat_map(|at| sheet.column(at).map(|(_, cell)| fold(&cell)));
    Some(cells.filter(|cell| !cell.is_empty()).collect())
}
