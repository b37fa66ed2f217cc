//! Blocks of stances to and from a spreadsheet, as tab-separated text.

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

/// A block as text for a spreadsheet: words, because signs would be read as formulas.
pub(crate) fn block_to_text(text: Text, block: &[Vec<Option<Stance>>]) -> String {
    let cell = |cell: &Option<Stance>| match cell {
        Some(stance) => text.label(*stance),
        None => stance::UNKNOWN_SIGN,
    };
    let row = |row: &Vec<Option<Stance>>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    block.iter().map(row).collect::<Vec<_>>().join("\n")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Keyed, Language};

    #[test]
    fn a_block_comes_back_as_it_was_copied() {
        let stances: Vec<_> = Stance::ALL.iter().map(|stance| Some(*stance)).collect();
        let block = vec![stances, vec![None; Stance::ALL.len()]];
        for language in Language::ALL {
            let copied = block_to_text(Text::new(*language), &block);
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
