//! Tables in a document.

use std::fmt::Write;

use super::{Notes, run};
use crate::exchange::{plain, xml};
use crate::model::stance;
use crate::report::ink::ink;
use crate::report::manuscript::{COUNTED, Grid, GridCell, GridColumn};

const CENTRED: &str = "<w:jc w:val=\"center\"/>";

/// Writes these columns of a table, as wide as the page between its margins, in twentieths of a
/// point.
pub(super) fn write(grid: &Grid<'_>, shown: &[usize], width: u32, notes: &mut Notes) -> String {
    let columns: Vec<_> = shown.iter().filter_map(|at| grid.columns.get(*at)).collect();
    let ink = ink();
    let widths = widths(grid, shown, width);
    let width: u32 = widths.iter().sum();
    let mut words = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lined\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" \
         w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" \
         w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
        xml(&plain(&grid.name))
    );
    for width in &widths {
        let _ = write!(words, "<w:gridCol w:w=\"{width}\"/>");
    }
    words += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/>";
    if columns.iter().any(|it| it.turned) {
        let longest = columns.iter().filter(|it| it.turned).map(|it| it.head.chars().count()).max();
        let high = room_for(longest.unwrap_or_default()).clamp(LOWEST, HIGHEST);
        let _ = write!(words, "<w:trHeight w:val=\"{high}\" w:hRule=\"atLeast\"/>");
    }
    words += "<w:tblHeader/></w:trPr>";
    for ((column, at), width) in columns.iter().zip(shown).zip(&widths) {
        let more = if column.turned { "<w:textDirection w:val=\"btLr\"/>" } else { "" };
        let more = format!("{more}<w:vAlign w:val=\"bottom\"/>");
        let first = grid.rows.first().and_then(|row| row.get(*at));
        let alignment = if first.is_some_and(GridCell::is_centred) { CENTRED } else { "" };
        cell(&mut words, *width, &more, "TableHead", alignment, &run("", &column.head));
    }
    words += "</w:tr>";
    for row in &grid.rows {
        words += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (content, width) in shown.iter().filter_map(|at| row.get(*at)).zip(&widths) {
            let width = *width;
            match content {
                GridCell::Words(it) => {
                    cell(&mut words, width, "", "TableText", "", &run("", it));
                }
                GridCell::Strong(it) => {
                    cell(&mut words, width, "", "TableText", "", &run("<w:b/>", it));
                }
                GridCell::Centred(it) => {
                    cell(&mut words, width, "", "TableText", CENTRED, &run("", it));
                }
                GridCell::Sign(it) => {
                    let place = it.map_or(usize::MAX, |it| it as usize);
                    let colours = (ink.stance.get(place), ink.stance_ink.get(place));
                    coloured(&mut words, width, stance::sign(*it), colours);
                }
                GridCell::Severity(it) => {
                    let place = it.map_or(usize::MAX, usize::from);
                    let colours = (ink.severity.get(place), ink.severity_ink.get(place));
                    let number = it.map_or_else(|| "?".to_owned(), |it| it.to_string());
                    coloured(&mut words, width, &number, colours);
                }
                GridCell::Noted(it, numbers) => {
                    let references = numbers.iter().map(|it| notes.reference(*it));
                    let content = run("", it) + &references.collect::<String>();
                    cell(&mut words, width, "", "TableText", "", &content);
                }
            }
        }
        words += "</w:tr>";
    }
    // Without a paragraph between them two tables would merge into one.
    words + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"After\"/></w:pPr></w:p>"
}

/// The least and the greatest height that turned heads give the head of a table, in twentieths of a
/// point.
const LOWEST: usize = 1_300;
const HIGHEST: usize = 2_600;

/// How many rows are searched for the longest word of a column.
const MEASURED: usize = 2_000;

/// A word longer than this many letters is broken, to leave room for other columns.
const LONGEST_WORD: usize = 26;

/// The width of a letter in whatever font the reader has instead of ours, and in our own, in
/// twentieths of a point.
const ANY_LETTER: usize = 118;
const OUR_LETTER: usize = 98;

/// The width of a cell with a word of this many letters, including the margins of the cell.
fn room_for(letters: usize) -> usize {
    letters * ANY_LETTER + 160
}

/// Content of up to this many letters stays on one line: a date, or the name of a camp.
const WHOLE: usize = 14;

/// How many letters a cell must keep together.
fn unbroken(words: &str) -> usize {
    let letters = words.chars().count();
    if letters <= WHOLE { letters } else { longest_word(words) }
}

/// The length of the longest word, which must not be broken.
fn longest_word(words: &str) -> usize {
    let pieces = words.split([' ', '\n', '\t']).flat_map(|word| word.split_inclusive('-'));
    pieces.map(|it| it.chars().count()).max().unwrap_or_default().min(LONGEST_WORD)
}

/// The widths of these columns, together `width` at most: each at least that of its longest word if
/// there is room for all, and beyond that according to its content. A table with only short lines
/// is no wider than they are.
fn widths(grid: &Grid<'_>, shown: &[usize], width: u32) -> Vec<u32> {
    let width = width as usize;
    let columns = shown.iter().filter_map(|at| Some((*at, grid.columns.get(*at)?)));
    let words = columns.clone().map(|(at, column)| {
        // Bold letters are wider.
        let head = longest_word(&column.head) * 9 / 8 + 1;
        let head = if column.turned { 0 } else { head };
        // The labels of the summary rows at the end are often the longest.
        let last = grid.rows.len().saturating_sub(grid.sums);
        let rows = grid.rows.iter().take(last.min(MEASURED)).chain(grid.rows.iter().skip(last));
        let cells = rows.filter_map(|row| row.get(at)).map(|cell| match cell {
            // A word at the foot of a narrow column is broken; the signs above it are many.
            _ if column.turned => 2,
            GridCell::Words(it) => unbroken(it),
            GridCell::Strong(it) | GridCell::Centred(it) => unbroken(it),
            GridCell::Noted(it, notes) => unbroken(it) + notes.len(),
            GridCell::Sign(_) | GridCell::Severity(_) => 2,
        });
        cells.chain([head]).max().unwrap_or_default()
    });
    let words: Vec<usize> = words.collect();
    let least = |letter: usize| words.iter().map(move |it| it * letter + 160);
    // Our own letters are narrower than those of some substitute fonts.
    let letter = [ANY_LETTER, OUR_LETTER].into_iter().find(|it| least(*it).sum::<usize>() <= width);
    let part = |of: usize, share: usize, all: usize| of * share / all.max(1);
    let Some(letter) = letter else {
        let whole = least(OUR_LETTER).sum();
        return least(OUR_LETTER).map(|it| twentieths(part(width, it, whole))).collect();
    };
    let natural = columns.clone().zip(least(letter));
    let natural: Vec<usize> =
        natural.map(|((_, column), least)| room_for(column.share).max(least)).collect();
    let is_short =
        |(_, column): (usize, &GridColumn)| !column.turned && column.share < *COUNTED.end();
    if columns.clone().all(is_short) && natural.iter().sum::<usize>() <= width {
        return natural.into_iter().map(twentieths).collect();
    }
    let left = width.saturating_sub(least(letter).sum());
    let wanted = natural.iter().zip(least(letter));
    let wanted: Vec<usize> =
        wanted.map(|(natural, least)| (natural * 2).saturating_sub(least).max(1)).collect();
    let all = wanted.iter().sum();
    let given = least(letter).zip(wanted).map(|(it, share)| it + part(left, share, all));
    given.map(twentieths).collect()
}

fn twentieths(width: usize) -> u32 {
    u32::try_from(width).unwrap_or_default()
}

/// A sign on its colour.
fn coloured(
    words: &mut String,
    width: u32,
    sign: &str,
    (fill, ink): (Option<&String>, Option<&String>),
) {
    let shade = fill.map_or_else(String::new, |fill| {
        format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", fill.to_uppercase())
    });
    let colour = ink.map_or_else(String::new, |ink| {
        format!("<w:b/><w:color w:val=\"{}\"/>", ink.to_uppercase())
    });
    let content = run(&colour, sign);
    cell(words, width, &shade, "TableText", CENTRED, &content);
}

fn cell(
    words: &mut String,
    width: u32,
    properties: &str,
    style: &str,
    alignment: &str,
    content: &str,
) {
    let _ = write!(
        words,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr><w:p><w:pPr>\
         <w:pStyle w:val=\"{style}\"/>{alignment}</w:pPr>{content}</w:p></w:tc>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_table_is_broken_while_there_is_room_for_it() {
        let prose = "words that go on and on ".repeat(12);
        let heads = ["Party", "Stance", "Interests", "Argument and offer"];
        let mut grid = Grid::new("Swing states");
        for head in heads {
            // By content alone, the second would get a fortieth of the width.
            let share = if head == "Stance" { 6 } else { 60 };
            grid.columns.push(GridColumn { head: head.to_owned(), share, turned: false });
        }
        let cells =
            [GridCell::Words("Saint Vincent and the Grenadines".into()), GridCell::Sign(None)];
        let prose = [&prose, &prose].map(|it| GridCell::Words(it.as_str().into()));
        grid.rows.push(cells.into_iter().chain(prose).collect());
        let given = widths(&grid, &[0, 1, 2, 3], 9_638);
        assert!(given[0] as usize >= room_for("Grenadines".len()), "{given:?}");
        assert!(given[1] as usize >= room_for("Stance".len()), "{given:?}");
        assert!((9_600..=9_638).contains(&given.iter().sum::<u32>()), "{given:?}");
        // If there is too little room for all words, each column gets its share.
        let given = widths(&grid, &[0, 1, 2, 3], 2_000);
        assert!(given.iter().all(|it| *it > 300), "{given:?}");
        assert!(given.iter().sum::<u32>() <= 2_000);
    }

    #[test]
    fn a_date_stays_on_one_line_beside_prose() {
        let prose = "words that go on and on ".repeat(12);
        let mut grid = Grid::new("Changes");
        for head in ["Datum", "Wat", "Van", "Naar"] {
            grid.columns.push(GridColumn { head: head.to_owned(), share: 30, turned: false });
        }
        let day = GridCell::Words("22 sept. 2018".into());
        let prose = (0..3).map(|_| GridCell::Words(prose.as_str().into()));
        grid.rows.push([day].into_iter().chain(prose).collect());
        let given = widths(&grid, &[0, 1, 2, 3], 9_638);
        assert!(given[0] as usize >= room_for("22 sept. 2018".len()), "{given:?}");
    }

    #[test]
    fn a_table_of_short_lines_is_no_wider_than_they_are() {
        let mut grid = Grid::new("Who is against");
        for (head, share) in [("Party", 18), ("Camp", 16), ("Stance", 6)] {
            grid.columns.push(GridColumn { head: head.to_owned(), share, turned: false });
        }
        let words =
            ["Verenigd Koninkrijk", "Multistakeholder"].map(|it| GridCell::Words(it.into()));
        grid.rows.push(words.into_iter().chain([GridCell::Sign(None)]).collect());
        let given = widths(&grid, &[0, 1, 2], 9_638);
        assert!(given.iter().sum::<u32>() < 6_000, "{given:?}");
        assert!(given[2] < 1_000, "a sign needs little: {given:?}");
    }
}
