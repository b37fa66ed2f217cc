//! A block of stances to and from a spreadsheet, as tab-separated text.

use super::{ParsedStance, parse_stance};
use crate::model::{Stance, stance};
use crate::text::Text;

/// Where a pasted block holds something that is no stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteError {
    /// The row of the block, from 1.
    pub row: usize,
    /// The column of the block, from 1.
    pub column: usize,
    /// What stands there.
    pub written: String,
}

/// A block as a spreadsheet takes it: words, as a sign would be taken for a formula.
pub fn block_to_text(text: Text, block: &[Vec<Option<Stance>>]) -> String {
    let cell = |cell: &Option<Stance>| match cell {
        Some(stance) => text.label(*stance),
        None => stance::UNKNOWN_SIGN,
    };
    let row = |row: &Vec<Option<Stance>>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    block.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// Reads a block; `None` is an empty cell, which leaves what it is pasted on as it is.
///
/// # Errors
/// The first cell that holds something else.
pub fn block_from_text(pasted: &str) -> Result<Vec<Vec<Option<ParsedStance>>>, PasteError> {
    let pasted = pasted.trim_end_matches(['\r', '\n']);
    let mut block = Vec::new();
    for (row, line) in pasted.lines().enumerate() {
        let mut cells = Vec::new();
        for (column, written) in line.split('\t').enumerate() {
            let written = written.trim().trim_matches('"');
            cells.push(match (written.is_empty(), parse_stance(written)) {
                (true, _) => None,
                (false, Some(stance)) => Some(stance),
                (false, None) => {
                    let written = written.chars().take(40).collect();
                    return Err(PasteError { row: row + 1, column: column + 1, written });
                }
            });
        }
        block.push(cells);
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
        assert_eq!(
            read,
            [[
                Some(ParsedStance(Some(Stance::Support))),
                None,
                Some(ParsedStance(Some(Stance::Object)))
            ]]
        );
        let error = block_from_text("+\t0\nY\t#REF!").unwrap_err();
        assert_eq!((error.row, error.column, error.written.as_str()), (2, 2, "#REF!"));
    }
}
