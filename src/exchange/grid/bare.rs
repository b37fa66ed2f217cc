//! Pasted tables without a line that names the proposals: recognised by their content, confirmed
//! once, and read with names that the user gives to the columns.

use super::lines::Line;
use super::{Grid, Spot, Subjects, head};
use crate::exchange::intake::first_is_data;
use crate::exchange::stances::Scale;
use crate::exchange::table::BETWEEN;
use crate::exchange::{CellAt, CellStance, Sheet};
use crate::library::Codes;

/// How many lines are examined.
const LOOKED_AT: usize = 250;

/// Whether a line of a pasted table names its proposals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// One does.
    #[default]
    Named,
    /// None seems to, because the first line is already data. This has to be confirmed.
    LikelyMissing,
    /// None does, according to the user.
    Missing,
}

/// Whether the first of these lines is of the same kind as those below it.
pub(super) fn starts_with_data(lines: &[Line]) -> bool {
    let looked_at = lines.get(..lines.len().min(LOOKED_AT)).unwrap_or_default();
    let (mut text, mut rows) = (String::new(), Vec::new());
    for line in looked_at {
        text.push_str(&line.cells.join(&BETWEEN.to_string()));
        rows.push((u32::try_from(line.number).unwrap_or(u32::MAX), text.len()));
    }
    let sheet = Sheet::of_rows(0, text, rows, Vec::new(), Vec::new());
    sheet.is_ok_and(|sheet| first_is_data(&sheet))
}

impl Grid {
    /// Reads lines without a header: a party at the start of each, and a proposal for each column
    /// with content.
    pub(super) fn bare(lines: &[Line], header: Header) -> Self {
        let is_title =
            |line: &&Line| line.filled().next().is_none() && !head::is_known(line.cell(0));
        let above: Vec<_> = lines.iter().take_while(is_title).map(|line| line.number).collect();
        let rows = lines.get(above.len()..).unwrap_or_default();
        let mut grid = Self { header, above, ..Self::default() };
        let codes = Codes::of(rows.iter().map(|row| row.cell(0)));
        let mut subjects = Subjects { codes, ..Subjects::default() };
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let scale = Scale::of(rows.iter().flat_map(Line::filled));
        let columns: Vec<_> = (0..width)
            .map(|at| {
                let holds = |row: &Line| scale.read(row.cell(at)) != CellStance::Nothing;
                let is_one = at > 0 && rows.iter().any(holds);
                let spot = Spot { line: 0, column: at + 1 };
                let letters = CellAt::new(0, 0, at + 1).letters();
                is_one.then(|| grid.place(&mut subjects, &letters, spot, false))
            })
            .collect();
        for row in rows {
            grid.row(&mut subjects, row, &columns, scale);
        }
        grid.close(subjects);
        grid
    }

    /// The proposals that the user may name, with their column numbers, from 1.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (usize, &str)> {
        let bare = self.header != Header::Named;
        let heads = self.heads.iter().filter(move |_| bare);
        heads.map(|(name, spot)| (spot.column, name.as_str()))
    }

    /// Names the proposal in a column, counted from 1, of a table without a header.
    pub fn name_column(&mut self, column: usize, name: &str) {
        if self.header == Header::Named {
            return;
        }
        let head = self.heads.iter_mut().find(|(_, spot)| spot.column == column);
        if let Some((head, _)) = head {
            name.clone_into(head);
            if !self.clashes.is_empty() {
                self.settle();
            }
        }
    }

    /// How many proposals have no name.
    pub fn nameless(&self) -> usize {
        self.heads.iter().filter(|(name, _)| name.trim().is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, Hold, read_grid, read_grid_as};
    use super::*;
    use crate::model::PartyKind;

    #[test]
    fn a_table_whose_first_line_is_data_is_read_whole_once_that_is_confirmed() {
        for (table, counts) in [
            ("France\t+\nChina\t-\n", [2, 1, 2]),
            ("NLD\t+\t0\nFRA\t-\t+\nBEL\t0\t0\n", [3, 2, 6]),
            ("NLD;Y\nFRA;N\nRUS;A\n", [3, 1, 3]),
            ("Acme\t+\nBetamax\t-\n", [2, 1, 2]),
            ("Positions\n\nNLD\t+\nFRA\t-\n", [2, 1, 2]),
        ] {
            let mut grid = read_grid(table).unwrap();
            grid.answer_rest(Answer::own(PartyKind::Company));
            assert_eq!((grid.header, grid.counts()), (Header::LikelyMissing, counts), "{table}");
            assert!(!grid.is_ready(), "nothing is made before it is confirmed: {table}");
            let mut said = read_grid_as(table, Some(false)).unwrap();
            said.remember(&grid);
            assert!(said.is_ready() && said.counts() == counts, "{table}");
        }
        let headed = read_grid("party\tHotline\nFrance\t+\nChina\t-\n").unwrap();
        assert_eq!((headed.header, headed.columns().count()), (Header::Named, 0));
    }

    #[test]
    fn the_first_line_is_the_header_where_the_user_says_so() {
        let table = "Norway\t+\nFrance\t-\n";
        assert_eq!(read_grid(table).unwrap().counts(), [2, 1, 2]);
        assert_eq!(read_grid_as(table, Some(true)).unwrap().counts(), [1, 1, 1]);
        let named = "party\tHotline\nFrance\t+\n";
        assert_eq!(read_grid_as(named, Some(true)), read_grid(named));
    }

    #[test]
    fn its_columns_have_letters_until_they_are_named() {
        let mut grid =
            read_grid_as("NLD\t+\t\t0\nFRA\t-\t\t+\nNLD\t-\t\t0\n", Some(false)).unwrap();
        assert_eq!(grid.columns().collect::<Vec<_>>(), [(2, "B"), (4, "D")], "not the empty one");
        grid.name_column(2, "Hotline");
        assert_eq!(grid.clashes()[0].disputed[0].proposal, "Hotline");
        grid.hold(grid.clashes()[0].who, Hold::Neither);
        assert!(grid.is_ready());
        grid.name_column(4, " ");
        assert!(grid.nameless() == 1 && !grid.is_ready(), "a proposal without a name is none");
    }
}
