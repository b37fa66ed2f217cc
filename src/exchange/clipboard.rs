//! Blocks of stances to and from a spreadsheet, as tab-separated text.

use super::csv_out::harmless;
use super::grid::lines::{Line, all_lines};
use super::stances::Scale;
use super::{CellStance, GridFault, ParsedStance};
use crate::model::{Stance, stance};
use crate::text::Text;

/// Why a pasted block is rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// A cell that is not a stance.
    Cell {
        /// The row of the block, from 1.
        row: usize,
        /// The column of the block, from 1.
        column: usize,
        /// Its content.
        written: String,
        /// Whether it is a dash, which could mean nothing or a minus.
        dash: bool,
    },
    /// It cannot be split into cells.
    Grid(GridFault),
}

/// A pasted block of stances.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its cells, row by row; `None` leaves the target cell unchanged.
    pub rows: Vec<Vec<Option<ParsedStance>>>,
    /// How many cells say that no stance was taken; they leave the target cell unchanged too.
    pub silent: usize,
}

/// A block as text for a spreadsheet: words, because signs would be read as formulas. Cells outside
/// the block are empty.
pub(crate) fn block_to_text(text: Text, block: &[Vec<Option<Option<Stance>>>]) -> String {
    let cell = |cell: &Option<Option<Stance>>| cell_to_text(text, *cell);
    let row = |row: &Vec<_>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    block.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn cell_to_text(text: Text, cell: Option<Option<Stance>>) -> &'static str {
    match cell {
        Some(Some(stance)) => text.label(stance),
        Some(None) => stance::UNKNOWN_SIGN,
        None => "",
    }
}

/// The heads of a block: the name and code of each line, the code of each column.
pub(crate) struct BlockHeads {
    /// The heads of the two columns before the block, then those of its own columns.
    pub top: Vec<String>,
    /// The name and the code of each line.
    pub side: Vec<[String; 2]>,
}

/// A block with its heads as text for a spreadsheet.
pub(crate) fn grid_to_text(
    text: Text,
    heads: &BlockHeads,
    block: &[Vec<Option<Option<Stance>>>],
) -> String {
    let lines = heads.side.iter().zip(block).map(|(side, cells)| {
        let cells = cells.iter().map(|cell| cell_to_text(text, *cell).to_owned());
        side.iter().cloned().chain(cells).collect()
    });
    let rows: Vec<Vec<String>> = [heads.top.clone()].into_iter().chain(lines).collect();
    rows_to_text(&rows)
}

/// The rows of a list as text for a spreadsheet. Anything that would split a cell becomes a space,
/// and nothing can be taken for a formula.
pub(crate) fn rows_to_text(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| harmless(&cell.replace(['\t', '\n', '\r'], " "));
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// Reads a block, by the same rules as any other pasted table.
///
/// # Errors
/// The first cell that is not a stance, or why the text cannot be split into cells.
pub fn block_from_text(pasted: &str) -> Result<Block, PasteError> {
    let lines = all_lines(pasted.trim_end_matches(['\r', '\n'])).map_err(PasteError::Grid)?;
    let mut block = Block::default();
    let scale = Scale::of(lines.iter().flat_map(|line| line.cells.iter().map(String::as_str)));
    for (row, Line { cells, .. }) in lines.iter().enumerate() {
        let mut stances = Vec::with_capacity(cells.len());
        for (column, written) in cells.iter().enumerate() {
            let read = scale.read(written);
            stances.push(match read {
                CellStance::Stance(stance) => Some(stance),
                CellStance::Nothing => None,
                CellStance::NoneTaken => {
                    block.silent += 1;
                    None
                }
                CellStance::Dash | CellStance::Other => {
                    let written = written.chars().take(40).collect();
                    let dash = read == CellStance::Dash;
                    let (row, column) = (row + 1, column + 1);
                    return Err(PasteError::Cell { row, column, written, dash });
                }
            });
        }
        block.rows.push(stances);
    }
    Ok(block)
}

/// Whether the pasted text is a grid with heads: names above and beside it, and stances within. It
/// is then matched by these heads rather than put at the cursor.
pub fn has_heads(pasted: &str) -> bool {
    let Ok(lines) = all_lines(pasted.trim_end_matches(['\r', '\n'])) else { return false };
    let lines: Vec<_> = lines.iter().map(|line| &line.cells).collect();
    let Some((top, below)) = lines.split_first().filter(|(_, below)| !below.is_empty()) else {
        return false;
    };
    let cells = below.iter().flat_map(|cells| cells.iter().skip(1).map(String::as_str));
    let scale = Scale::of(cells);
    // A head may be empty, but is never a stance.
    let named = |cell: &&String| scale.read(cell) == CellStance::Other;
    let stance = |cell: &String| matches!(scale.read(cell), CellStance::Stance(_));
    let above = top.iter().skip(1);
    let beside = || below.iter().filter_map(|cells| cells.first());
    above.clone().any(|cell| named(&cell))
        && !above.clone().any(stance)
        && beside().any(|cell| named(&cell))
        && !beside().any(stance)
        && below.iter().any(|cells| cells.iter().skip(1).any(stance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Keyed, Language};

    #[test]
    fn a_block_comes_back_as_it_was_copied() {
        let stances: Vec<_> = Stance::ALL.iter().map(|stance| Some(*stance)).collect();
        let block = vec![stances, vec![None; Stance::ALL.len()]];
        let cells = block.iter().map(|row| row.iter().copied().map(Some).collect());
        let cells: Vec<Vec<_>> = cells.collect();
        for language in Language::ALL {
            let copied = block_to_text(Text::new(*language), &cells);
            let read = block_from_text(&copied).unwrap();
            let read: Vec<Vec<_>> = read
                .rows
                .into_iter()
                .map(|row| row.into_iter().map(|cell| cell.unwrap().0).collect())
                .collect();
            assert_eq!(read, block);
            for cell in copied.split(['\t', '\n']) {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} is a formula");
            }
        }
    }

    #[test]
    fn a_block_from_a_spreadsheet_may_hold_empty_cells_but_no_nonsense() {
        let read = block_from_text("+\t\t\"--\"\r\n").unwrap();
        assert_eq!(read.rows, [[said(Stance::Support), None, said(Stance::Object)]]);
        let error = |pasted| block_from_text(pasted).unwrap_err();
        let written = || "#REF!".to_owned();
        let cell = PasteError::Cell { row: 2, column: 2, written: written(), dash: false };
        assert_eq!(error("+\t0\nY\t#REF!"), cell);
        assert!(matches!(error("+\n–"), PasteError::Cell { row: 2, column: 1, dash: true, .. }));
    }

    #[test]
    fn a_grid_with_heads_is_told_from_a_block_of_stances() {
        for grid in [
            "\tP1\tP2\nFrance\t+\t-",
            "Party\tCode\tA/RES/73/27\nFrance\tFRA\tSupports\nChina\tCHN\t?",
            "party;Hotline\nFrance;Y\nChina;N",
        ] {
            assert!(has_heads(grid), "{grid}");
        }
        for block in ["+", "+\t0\nY\t#REF!", "+\t-\n-\t+", "France", "A\tB", "\t+\n+\t-", "A\n+"] {
            assert!(!has_heads(block), "{block}");
        }
    }

    fn said(stance: Stance) -> Option<ParsedStance> {
        Some(ParsedStance(Some(stance)))
    }

    #[test]
    fn a_block_is_split_and_read_like_any_table() {
        let (yes, no) = (said(Stance::Support), said(Stance::Object));
        for pasted in [
            "Y\tX\n\t\nN\tabsent\n",
            "\u{feff}Y\tX\r\n\t\r\nN\tabsent\r\n",
            "Y\tX\r\t\rN\tabsent",
            "\"Y\"\t\"X\"\n\u{200b}\t\u{a0}\nN\tNV",
            "Y;X\n;\nN;n.v.",
            "Ｙ,x\n,\n−−,not voting",
        ] {
            let read = block_from_text(pasted).unwrap();
            assert_eq!(read.rows, [[yes, None], [None, None], [no, None]], "{pasted:?}");
            assert_eq!(read.silent, 2, "{pasted:?}");
        }
        let broken = block_from_text("\"In\nfavour\"\tY").unwrap();
        assert_eq!(broken.rows, [[yes, yes]], "a cell may be broken into lines");
        assert_eq!(block_from_text("+\t").unwrap().rows, [[yes, None]], "two cells");
        let unclosed = block_from_text("+\t0\n\"+\t-");
        assert_eq!(unclosed, Err(PasteError::Grid(GridFault::Unclosed(2))));
    }
}
