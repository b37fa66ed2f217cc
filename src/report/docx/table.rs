//! Tables in a document.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Notes, run};
use crate::exchange::xml;
use crate::model::{Stance, stance};
use crate::report::ink::ink;
use crate::report::page::{Shown, Table};
use crate::text::Text;

/// The widest and the narrowest that the content of a column counts for, in characters.
const COUNTED: std::ops::RangeInclusive<usize> = 5..=46;

const CENTRED: &str = "<w:jc w:val=\"center\"/>";

/// The content of a cell.
pub(super) enum DocCell<'a> {
    /// Words.
    Words(Cow<'a, str>),
    /// Words in bold.
    Strong(String),
    /// A figure, or a word in a narrow column.
    Centred(String),
    /// A stance: its sign on its colour.
    Sign(Option<Stance>),
    /// The severity of an obstacle, on its colour.
    Severity(Option<u8>),
    /// Words, and the references to what they rest on, ready to be written.
    Noted(Cow<'a, str>, String),
}

impl<'a> DocCell<'a> {
    pub(super) fn words(words: &'a str) -> Self {
        Self::Words(words.into())
    }

    fn is_centred(&self) -> bool {
        match self {
            Self::Centred(_) | Self::Sign(_) | Self::Severity(_) => true,
            Self::Words(_) | Self::Strong(_) | Self::Noted(..) => false,
        }
    }

    fn width(&self) -> usize {
        match self {
            Self::Words(words) | Self::Noted(words, _) => longest_line(words),
            Self::Strong(words) | Self::Centred(words) => longest_line(words),
            Self::Sign(_) | Self::Severity(_) => 2,
        }
    }
}

fn longest_line(words: &str) -> usize {
    words.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

/// A table: its heads, the shares of its columns, its rows.
pub(super) struct DocTable<'a> {
    name: String,
    heads: Vec<String>,
    shares: Vec<usize>,
    turned: Vec<bool>,
    rows: Vec<Vec<DocCell<'a>>>,
}

impl<'a> DocTable<'a> {
    pub(super) fn new(name: &str) -> Self {
        let (heads, shares, turned, rows) = Default::default();
        Self { name: name.to_owned(), heads, shares, turned, rows }
    }

    /// Adds a column that takes this share of the width.
    pub(super) fn column(&mut self, head: &str, share: usize) {
        self.heads.push(head.to_owned());
        self.shares.push(share);
        self.turned.push(false);
    }

    /// Turns the head of the last column, so that it is as narrow as its cells.
    pub(super) fn turned(&mut self) {
        if let Some(turned) = self.turned.last_mut() {
            *turned = true;
        }
    }

    pub(super) fn row(&mut self, cells: Vec<DocCell<'a>>) {
        self.rows.push(cells);
    }

    /// A table of a page, its columns as wide as their content. What a row rests on becomes a note.
    pub(super) fn of(text: Text, table: &'a Table<'_>, notes: &mut Notes) -> Self {
        let mut made = Self::new("");
        for column in table.columns.iter().filter(|it| !it.note) {
            if let Some(head) = column.heading {
                made.column(head, 0);
            }
        }
        for row in &table.rows {
            let read = || table.columns.iter().zip(row).filter(|(it, _)| it.heading.is_some());
            let mut references = String::new();
            for (_, cell) in read().filter(|(column, _)| column.note) {
                let words = cell.words(text);
                if !words.is_empty() {
                    references += &notes.reference(&words);
                }
            }
            let cells = read().filter(|(column, _)| !column.note).map(|(_, cell)| {
                let words = cell.words(text);
                match cell.value().shown() {
                    Shown::Sign(it) => DocCell::Sign(it),
                    Shown::Severity(it) => DocCell::Severity(it.map(|it| it.get())),
                    Shown::Count(_) | Shown::Decimal(_) | Shown::Index(_) => {
                        DocCell::Centred(words.into_owned())
                    }
                    Shown::Date(_) | Shown::Words => DocCell::Words(words),
                }
            });
            let mut cells: Vec<_> = cells.collect();
            if !references.is_empty()
                && let Some(first) = cells.first_mut()
                && let DocCell::Words(words) = first
            {
                *first = DocCell::Noted(std::mem::take(words), references);
            }
            made.row(cells);
        }
        made.measure();
        made
    }

    fn measure(&mut self) {
        for (at, share) in self.shares.iter_mut().enumerate() {
            let head = self.heads.get(at).map_or(0, |it| it.chars().count().min(14));
            let cells = self.rows.iter().filter_map(|row| row.get(at)).map(DocCell::width);
            let longest = cells.max().unwrap_or_default();
            *share = longest.max(head).clamp(*COUNTED.start(), *COUNTED.end());
        }
    }

    /// The table, as wide as the page between its margins, in twentieths of a point.
    pub(super) fn write(&self, width: u32) -> String {
        let ink = ink();
        let whole = self.shares.iter().sum::<usize>().max(1);
        let widths: Vec<u32> = self
            .shares
            .iter()
            .map(|share| u32::try_from(width as usize * share / whole).unwrap_or_default())
            .collect();
        let mut words = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lined\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" \
             w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" \
             w:noVBand=\"1\"/>"
        );
        if !self.name.is_empty() {
            let _ = write!(words, "<w:tblCaption w:val=\"{}\"/>", xml(&self.name));
        }
        words += "</w:tblPr><w:tblGrid>";
        for width in &widths {
            let _ = write!(words, "<w:gridCol w:w=\"{width}\"/>");
        }
        words += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/>";
        if self.turned.contains(&true) {
            words += "<w:trHeight w:val=\"1300\" w:hRule=\"atLeast\"/>";
        }
        words += "<w:tblHeader/></w:trPr>";
        for (at, head) in self.heads.iter().enumerate() {
            let turned = self.turned.get(at).copied().unwrap_or_default();
            let more = if turned { "<w:textDirection w:val=\"btLr\"/>" } else { "" };
            let more = format!("{more}<w:vAlign w:val=\"bottom\"/>");
            let first = self.rows.first().and_then(|row| row.get(at));
            let alignment = if first.is_some_and(DocCell::is_centred) { CENTRED } else { "" };
            cell(&mut words, widths.get(at), &more, "TableHead", alignment, &run("", head));
        }
        words += "</w:tr>";
        for row in &self.rows {
            words += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for (at, content) in row.iter().enumerate() {
                let width = widths.get(at);
                match content {
                    DocCell::Words(it) => {
                        cell(&mut words, width, "", "TableText", "", &run("", it));
                    }
                    DocCell::Strong(it) => {
                        cell(&mut words, width, "", "TableText", "", &run("<w:b/>", it));
                    }
                    DocCell::Centred(it) => {
                        cell(&mut words, width, "", "TableText", CENTRED, &run("", it));
                    }
                    DocCell::Sign(it) => {
                        let place = it.map_or(usize::MAX, |it| it as usize);
                        let colours = (ink.stance.get(place), ink.stance_ink.get(place));
                        coloured(&mut words, width, stance::sign(*it), colours);
                    }
                    DocCell::Severity(it) => {
                        let place = it.map_or(usize::MAX, usize::from);
                        let colours = (ink.severity.get(place), ink.severity_ink.get(place));
                        let number = it.map_or_else(|| "?".to_owned(), |it| it.to_string());
                        coloured(&mut words, width, &number, colours);
                    }
                    DocCell::Noted(it, references) => {
                        let content = run("", it) + references;
                        cell(&mut words, width, "", "TableText", "", &content);
                    }
                }
            }
            words += "</w:tr>";
        }
        // Without a paragraph between them two tables would become one.
        words + "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"After\"/></w:pPr></w:p>"
    }
}

/// A sign on its colour.
fn coloured(
    words: &mut String,
    width: Option<&u32>,
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
    width: Option<&u32>,
    properties: &str,
    style: &str,
    alignment: &str,
    content: &str,
) {
    let width = width.copied().unwrap_or_default();
    let _ = write!(
        words,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr><w:p><w:pPr>\
         <w:pStyle w:val=\"{style}\"/>{alignment}</w:pPr>{content}</w:p></w:tc>"
    );
}
