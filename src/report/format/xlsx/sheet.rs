//! One sheet.

use std::borrow::Cow;
use std::fmt::{self, Write};

use chrono::NaiveDate;

use super::{Sheet, Strings, Top};
use crate::exchange::{PartOut, xml};
use crate::model::{Keyed as _, Stance, stance};
use crate::report::page::{Cell, Shown};
use crate::text::Text;

/// The longest text of a cell, in units of UTF-16.
pub(super) const LONGEST: usize = 32_767;

/// The greatest width of a column, in characters; longer texts wrap.
const WIDEST: usize = 60;

/// The height of a row of one line, in points, and the greatest possible height of a row.
const ROW: usize = 15;
const HIGHEST: usize = 405;

/// How many rows are measured for the widths of columns.
const MEASURED: usize = 500;

/// The value of a cell as a spreadsheet knows it.
pub(super) enum Out<'a> {
    Nothing,
    Text(Cow<'a, str>),
    /// The sign of a stance.
    Sign(&'static str),
    Count(usize),
    Decimal(f64),
    /// A number from −1 to 1.
    Index(f64),
    /// A number from 0 to 1, as a percentage.
    Share(f64),
    Severity(u8),
    Day(NaiveDate),
}

/// The formats of cells, in the order in which `parts::styles` lists them.
#[derive(Clone, Copy)]
#[repr(usize)]
pub(super) enum Style {
    Marking = 1,
    Title,
    About,
    Head,
    Text,
    // Text that stays text when somebody edits it.
    Quoted,
    Count,
    Index,
    Day,
    Sign,
    QuotedSign,
    Severity,
    Decimal,
    Share,
}

impl<'a> Out<'a> {
    pub(super) fn text(words: &'a str) -> Self {
        if words.is_empty() { Self::Nothing } else { Self::Text(words.into()) }
    }

    pub(super) fn of(text: Text, cell: &'a Cell<'_>) -> Self {
        let words = match cell.value().shown() {
            Shown::Sign(it) => return Self::Sign(stance::sign(it)),
            Shown::Severity(Some(severity)) => return Self::Severity(severity.get()),
            Shown::Count(count) => return Self::Count(count),
            Shown::Decimal(number) => return Self::Decimal(number),
            Shown::Index(index) => return Self::Index(index),
            Shown::Share(share) => return Self::Share(share),
            Shown::Date(date) if date.day().is_some() => return Self::Day(date.first_day()),
            // As it can be read back, whatever the language.
            Shown::Date(date) => date.to_string().into(),
            Shown::Severity(None) | Shown::Words => cell.words(text),
        };
        if words.is_empty() { Self::Nothing } else { Self::Text(words) }
    }

    /// Whether it is longer than a cell can hold.
    pub(super) fn is_overlong(&self) -> bool {
        let Self::Text(words) = self else { return false };
        words.len() > LONGEST && words.encode_utf16().count() > LONGEST
    }

    /// Its width in characters.
    fn width(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Text(words) => {
                words.lines().map(|line| line.chars().count()).max().unwrap_or_default()
            }
            Self::Sign(_) | Self::Severity(_) => 2,
            Self::Count(count) => count.to_string().len(),
            Self::Decimal(number) => number.to_string().len(),
            Self::Index(_) | Self::Share(_) => 5,
            Self::Day(_) => 10,
        }
    }
}

/// Writes a sheet.
pub(super) fn write(
    part: &mut PartOut<'_>,
    text: Text,
    top: &Top,
    sheet: &Sheet<'_>,
    is_first: bool,
    strings: &mut Strings,
) -> fmt::Result {
    let head = sheet.body.head(text);
    let head_row = top.head_row();
    let mut measure = Measure::new(&head);
    measure.begin_with(&top.marking);
    sheet.body.rows(text, (sheet.from, sheet.count.min(MEASURED)), &mut |cells| {
        measure.take(&cells);
        Ok(())
    })?;
    let last = (head_row + sheet.count).max(1);
    part.write_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>",
    )?;
    let end = letters(head.len().max(1) - 1);
    write!(part, "<dimension ref=\"A1:{end}{last}\"/>")?;
    let chosen = if is_first { " tabSelected=\"1\"" } else { "" };
    write!(part, "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"{chosen}>")?;
    if !head.is_empty() {
        let fixed = sheet.body.fixed();
        let (across, pane) = match fixed {
            0 => (String::new(), "bottomLeft"),
            _ => (format!(" xSplit=\"{fixed}\""), "bottomRight"),
        };
        let corner = format!("{}{}", letters(fixed), head_row + 1);
        write!(
            part,
            "<pane{across} ySplit=\"{head_row}\" topLeftCell=\"{corner}\" activePane=\"{pane}\" \
             state=\"frozen\"/><selection pane=\"{pane}\" activeCell=\"{corner}\" sqref=\"{corner}\"/>"
        )?;
    }
    write!(part, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"{ROW}\"/>")?;
    measure.write(part)?;
    part.write_str("<sheetData>")?;
    let mut row = 0;
    let mut lines =
        vec![(top.marking.as_str(), Style::Marking), (top.title.as_str(), Style::Title)];
    lines.extend(top.lines.iter().map(|line| (line.as_str(), Style::About)));
    for (words, style) in lines {
        row += 1;
        // Not every program makes a row as high as its letters.
        let height = match style {
            Style::Title => " ht=\"24\" customHeight=\"1\"",
            _ => "",
        };
        write!(part, "<row r=\"{row}\"{height}>")?;
        string(part, (row, &letters(0)), words, style, strings)?;
        part.write_str("</row>")?;
    }
    if !head.is_empty() {
        write!(part, "<row r=\"{head_row}\">")?;
        for (column, words) in head.iter().enumerate() {
            string(part, (head_row, &letters(column)), words, Style::Head, strings)?;
        }
        part.write_str("</row>")?;
    }
    row = head_row;
    let (mut signs, mut grades) = (Vec::new(), Vec::new());
    let mut names: Vec<String> = Vec::new();
    sheet.body.rows(text, (sheet.from, sheet.count), &mut |cells| {
        row += 1;
        match measure.lines(&cells) {
            0 | 1 => write!(part, "<row r=\"{row}\">")?,
            lines => {
                let height = (lines * ROW).min(HIGHEST);
                write!(part, "<row r=\"{row}\" ht=\"{height}\">")?;
            }
        }
        names.extend((names.len()..cells.len()).map(letters));
        for ((column, cell), name) in cells.iter().enumerate().zip(&names) {
            match cell {
                Out::Sign(_) if !signs.contains(&column) => signs.push(column),
                Out::Severity(_) if !grades.contains(&column) => grades.push(column),
                _ => {}
            }
            write_cell(part, (row, name), cell, strings)?;
        }
        part.write_str("</row>")
    })?;
    part.write_str("</sheetData>")?;
    if !head.is_empty() {
        write!(part, "<autoFilter ref=\"A{head_row}:{end}{last}\"/>")?;
    }
    let ranges = |columns: &[usize]| {
        let range = |column: &usize| {
            let column = letters(*column);
            format!("{column}{}:{column}{last}", head_row + 1)
        };
        columns.iter().map(range).collect::<Vec<_>>().join(" ")
    };
    let mut rule = 0;
    if !signs.is_empty() {
        write!(part, "<conditionalFormatting sqref=\"{}\">", ranges(&signs))?;
        for it in Stance::ALL.iter().take(5) {
            write!(
                part,
                "<cfRule type=\"cellIs\" dxfId=\"{rule}\" priority=\"{}\" operator=\"equal\">\
                 <formula>\"{}\"</formula></cfRule>",
                rule + 1,
                it.sign()
            )?;
            rule += 1;
        }
        part.write_str("</conditionalFormatting>")?;
    }
    if !grades.is_empty() {
        write!(part, "<conditionalFormatting sqref=\"{}\">", ranges(&grades))?;
        for grade in 0..5 {
            write!(
                part,
                "<cfRule type=\"cellIs\" dxfId=\"{}\" priority=\"{}\" operator=\"equal\">\
                 <formula>{grade}</formula></cfRule>",
                5 + grade,
                6 + grade
            )?;
        }
        part.write_str("</conditionalFormatting>")?;
    }
    part.write_str(
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" \
         footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" \
         fitToHeight=\"0\"/>",
    )?;
    let marking = in_header(&top.marking);
    write!(
        part,
        "<headerFooter><oddHeader>{}</oddHeader><oddFooter>{}</oddFooter></headerFooter>",
        xml(&format!("&C&\"-,Bold\"{marking}")),
        xml(&format!("&L{}&C&\"-,Bold\"{marking}&R&P / &N", in_header(&top.title))),
    )?;
    if !signs.is_empty() {
        write!(
            part,
            "<ignoredErrors><ignoredError sqref=\"{}\" numberStoredAsText=\"1\"/></ignoredErrors>",
            ranges(&signs)
        )?;
    }
    part.write_str("</worksheet>")
}

fn write_cell(
    part: &mut PartOut<'_>,
    (row, column): (usize, &str),
    cell: &Out<'_>,
    strings: &mut Strings,
) -> fmt::Result {
    let mut number = |value: &dyn fmt::Display, style: Style| {
        write!(part, "<c r=\"{column}{row}\" s=\"{}\"><v>{value}</v></c>", style as usize)
    };
    match cell {
        Out::Nothing => Ok(()),
        Out::Count(count) => number(count, Style::Count),
        Out::Decimal(decimal) => number(decimal, Style::Decimal),
        Out::Index(index) => number(index, Style::Index),
        Out::Share(share) => number(share, Style::Share),
        Out::Severity(severity) => number(severity, Style::Severity),
        Out::Day(day) => match serial(*day) {
            Some(serial) => number(&serial, Style::Day),
            None => string(part, (row, column), &day.to_string(), Style::Text, strings),
        },
        Out::Sign(sign) => {
            let style = if begins_formula(sign) { Style::QuotedSign } else { Style::Sign };
            string(part, (row, column), sign, style, strings)
        }
        // If cut short, an import would take it for the whole.
        Out::Text(_) if cell.is_overlong() => Ok(()),
        Out::Text(words) => {
            let style = if begins_formula(words) { Style::Quoted } else { Style::Text };
            string(part, (row, column), words, style, strings)
        }
    }
}

fn string(
    part: &mut PartOut<'_>,
    (row, column): (usize, &str),
    words: &str,
    style: Style,
    strings: &mut Strings,
) -> fmt::Result {
    let place = strings.place(words);
    write!(part, "<c r=\"{column}{row}\" s=\"{}\" t=\"s\"><v>{place}</v></c>", style as usize)
}

/// Whether editing the cell would turn it into a formula.
fn begins_formula(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r', '\''])
}

/// The number of a day; `None` for days before March 1900, on which Excel and others disagree.
fn serial(day: NaiveDate) -> Option<i64> {
    let days = (day - NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    (61..2_958_466).contains(&days).then_some(days)
}

/// The letters of a column, from 0.
pub(super) fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().map(|it| char::from(*it)).collect()
}

/// Words in the header of a printed page, where `&` begins a code and little fits.
fn in_header(words: &str) -> String {
    let words: String = words.chars().filter(|c| !c.is_control()).take(60).collect();
    words.replace('&', "&&")
}

/// How many lines words take in a column this many letters wide.
fn lines_in(words: &str, width: usize) -> usize {
    if words.len() <= width && !words.contains('\n') {
        return 1;
    }
    let (mut lines, width) = (0, width.max(1));
    for line in words.lines() {
        lines += 1;
        let mut filled = 0;
        for word in line.split_whitespace() {
            let letters = word.chars().count();
            if filled > 0 && filled + 1 + letters > width {
                (lines, filled) = (lines + 1, 0);
            }
            filled += letters + usize::from(filled > 0);
            // Anything longer than a line is broken.
            lines += filled.saturating_sub(1) / width;
            filled = filled.saturating_sub(1) % width + usize::from(filled > 0);
        }
    }
    lines
}

/// The widths of columns.
struct Measure(Vec<usize>);

impl Measure {
    fn new(head: &[String]) -> Self {
        Self(head.iter().map(|it| (it.chars().count() + 3).min(18)).collect())
    }

    /// Makes the first column wide enough for the marking, which is cut off at the edge of its
    /// cell.
    fn begin_with(&mut self, marking: &str) {
        let width = (marking.chars().count() + 4).min(WIDEST);
        match self.0.first_mut() {
            Some(first) => *first = (*first).max(width),
            None => self.0.push(width),
        }
    }

    /// How many lines the longest text of a row takes. Not every program adjusts the height of rows
    /// itself, and not every computer has our font: a line of the widest column is taken to hold a
    /// little less.
    fn lines(&self, cells: &[Out<'_>]) -> usize {
        let lines = self.0.iter().zip(cells).map(|(width, cell)| match cell {
            Out::Text(words) if *width < WIDEST => lines_in(words, *width),
            Out::Text(words) => lines_in(words, width * 9 / 10),
            _ => 1,
        });
        lines.max().unwrap_or_default()
    }

    fn take(&mut self, cells: &[Out<'_>]) {
        for (width, cell) in self.0.iter_mut().zip(cells) {
            *width = (*width).max(cell.width() + 2).min(WIDEST);
        }
    }

    fn write(&self, part: &mut PartOut<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        part.write_str("<cols>")?;
        for (place, width) in self.0.iter().enumerate() {
            let number = place + 1;
            write!(
                part,
                "<col min=\"{number}\" max=\"{number}\" width=\"{}\" customWidth=\"1\"/>",
                (*width).max(6)
            )?;
        }
        part.write_str("</cols>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_their_letters_and_days_their_numbers() {
        let all = [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")];
        for (column, expected) in all {
            assert_eq!(letters(column), expected);
        }
        let day = |day: &str| serial(day.parse().unwrap());
        assert_eq!(day("1900-03-01"), Some(61));
        assert_eq!(day("2026-11-26"), Some(46_352));
        assert_eq!(day("1899-05-18"), None);
    }

    #[test]
    fn a_row_is_as_high_as_the_lines_of_its_longest_text() {
        assert_eq!(lines_in("", 10), 1);
        assert_eq!(lines_in("ten letter", 10), 1);
        assert_eq!(lines_in("some more letters", 10), 2);
        assert_eq!(lines_in("a\nb\nc", 10), 3);
        assert_eq!(lines_in(&"x".repeat(25), 10), 3);
        assert_eq!(lines_in(&"word ".repeat(20), 9), 10);
        let mut measure = Measure::new(&["Code".to_owned(), "Title".to_owned()]);
        let (code, title) = ("A/AC.292/2026/WP.1".to_owned(), "word ".repeat(30));
        let cells = [Out::text(&code), Out::text(&title)];
        measure.take(&cells);
        assert_eq!(measure.lines(&cells), 3);
        assert_eq!(measure.lines(&cells[..1]), 1, "a column is as wide as its codes");
    }
}
