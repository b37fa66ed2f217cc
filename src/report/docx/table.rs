//! Tables in a document.

use std::fmt::Write;

use super::{Notes, run};
use crate::exchange::{plain, xml};
use crate::model::stance;
use crate::report::ink::ink;
use crate::report::manuscript::{Grid, GridCell};

const CENTRED: &str = "<w:jc w:val=\"center\"/>";

/// These columns of a table, as wide as the page between its margins, in twentieths of a point.
pub(super) fn write(grid: &Grid<'_>, shown: &[usize], width: u32, notes: &mut Notes) -> String {
    let columns: Vec<_> = shown.iter().filter_map(|at| grid.columns.get(*at)).collect();
    let ink = ink();
    let whole = columns.iter().map(|it| it.share).sum::<usize>().max(1);
    let widths: Vec<u32> = columns
        .iter()
        .map(|it| u32::try_from(width as usize * it.share / whole).unwrap_or_default())
        .collect();
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
        words += "<w:trHeight w:val=\"1300\" w:hRule=\"atLeast\"/>";
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
    // Without a paragraph between them two tables would become one.
    words + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"After\"/></w:pPr></w:p>"
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
