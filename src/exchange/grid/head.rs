//! Finds the head of a pasted table, and its orientation.

use super::lines::Line;
use crate::exchange::{CellStance, read_stance};
use crate::library::meanings;
use crate::model::words::fold_line;

/// Headings of a column of parties.
const PARTY: [&str; 26] = [
    "party",
    "parties",
    "state",
    "states",
    "country",
    "countries",
    "member state",
    "member states",
    "delegation",
    "delegations",
    "member",
    "members",
    "name",
    "partij",
    "partijen",
    "staat",
    "staten",
    "land",
    "landen",
    "lidstaat",
    "lidstaten",
    "delegatie",
    "delegaties",
    "lid",
    "leden",
    "naam",
];

/// Headings of a column of proposals.
const PROPOSAL: [&str; 11] = [
    "proposal",
    "proposals",
    "measure",
    "measures",
    "cbm",
    "cbms",
    "voorstel",
    "voorstellen",
    "maatregel",
    "maatregelen",
    "resolution",
];

/// How many lines are searched for a head.
const DEEPEST: usize = 50;

/// How many names are examined to determine the orientation.
const LOOKED_AT: usize = 2_000;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The index of the head among its lines.
    pub head: usize,
    /// Whether the parties are in the head, and the proposals in the first column.
    pub turned: bool,
}

/// How the table is laid out; `None` if no line can be its head.
pub(super) fn layout(lines: &[Line]) -> Option<Layout> {
    let looked_at = lines.get(..lines.len().min(DEEPEST)).unwrap_or_default();
    let named = looked_at
        .iter()
        .enumerate()
        .filter(|(_, line)| line.filled().next().is_some())
        .find_map(|(at, line)| Some((at, word(line)?)));
    if let Some((head, _)) = named {
        return Some(at(lines, head));
    }
    let down = down(lines);
    // By the states: along a line, or down the first column.
    let widest = looked_at.iter().enumerate().map(|(at, line)| (across(line), at));
    // The first, if there are several.
    let widest = widest.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)));
    if let Some((_, head)) = widest.filter(|(count, _)| *count > down) {
        return Some(Layout { head, turned: true });
    }
    let first = lines.iter().position(|line| is_known(line.cell(0)));
    let above = match first {
        Some(first) => lines.get(..first).unwrap_or_default(),
        None => looked_at,
    };
    let head = best(above, first.is_some())?;
    Some(Layout { head, turned: false })
}

/// How the table is laid out with its head in this line.
pub(super) fn at(lines: &[Line], head: usize) -> Layout {
    let (line, down) = (lines.get(head), down(lines));
    let across = line.map_or(0, across);
    let turned = line.and_then(word).unwrap_or_default();
    Layout { head, turned: if across == down { turned } else { across > down } }
}

/// Whether the word at the beginning of a line says that proposals are below it, or that parties
/// are; `None` if it says neither.
fn word(line: &Line) -> Option<bool> {
    let word = fold_line(line.cell(0));
    let turned = PROPOSAL.contains(&word.as_str());
    (turned || PARTY.contains(&word.as_str())).then_some(turned)
}

/// How many lines begin with a known party or group.
fn down(lines: &[Line]) -> usize {
    lines.iter().take(LOOKED_AT).filter(|line| is_known(line.cell(0))).count()
}

/// How many of the other cells of a line are a known party or group.
fn across(line: &Line) -> usize {
    line.filled().take(LOOKED_AT).filter(|it| is_known(it)).count()
}

/// The line most like a head: one with text after the first cell, none of which is a stance; or
/// else one whose first cell is empty.
fn best(lines: &[Line], last: bool) -> Option<usize> {
    let wide = || lines.iter().enumerate().filter(|(_, line)| line.filled().next().is_some());
    let no_stance = |line: &Line| !line.filled().any(is_stance);
    let strong: Vec<_> = wide().filter(|(_, line)| no_stance(line)).map(|(at, _)| at).collect();
    // With states below, the nearest line above them; otherwise the first.
    let found = if last { strong.last() } else { strong.first() };
    let weak = || wide().find(|(_, line)| line.cell(0).is_empty()).map(|(at, _)| at);
    found.copied().or_else(weak)
}

/// Whether a party or group is known by this name.
pub(super) fn is_known(cell: &str) -> bool {
    // NO is Norway's code, but in a cell it means no.
    !cell.is_empty() && !is_stance(cell) && !meanings(cell).is_empty()
}

fn is_stance(cell: &str) -> bool {
    matches!(read_stance(cell), CellStance::Stance(_) | CellStance::NoneTaken)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn the_head_is_found_below_titles_and_in_either_orientation() {
        for (pasted, expected) in [
            ("party\tHotline\nFrance\t+", Some((0, false))),
            ("Overview of positions\t\n\t\nparty\tHotline\nFrance\t+", Some((1, false))),
            ("Overview\n\n\tHotline\tNorms\nFrance\t+\t0", Some((1, false))),
            ("Overview\tDraft 3\n\tHotline\tNorms\nFrance\t+\t0", Some((1, false))),
            ("\tHotline\tNorms\nAcme\t+\t0\nFrance\t+\t0", Some((0, false))),
            ("\tA\tB\nFrance\t+\t0", Some((0, false))),
            ("Overview\nmeasure\tFrance\tChina\nHotline\t+\t-", Some((1, true))),
            ("\tFrance\tChina\nHotline\tNO\tNO", Some((0, true))),
            ("proposal\tAcme\nHotline\t+", Some((0, true))),
            ("party\tHotline\nAcme\t+", Some((0, false))),
            ("\tHotline\nAcme\t+\nBetamax\t-", Some((0, false))),
            ("Landen\tHotline\nNorway\tNo\nNO\tYes", Some((0, false))),
            ("France\t+\nChina\t-", None),
            ("just words", None),
        ] {
            let found = layout(&lines(pasted).unwrap());
            let found = found.map(|layout| (layout.head, layout.turned));
            assert_eq!(found, expected, "{pasted:?}");
        }
    }
}
