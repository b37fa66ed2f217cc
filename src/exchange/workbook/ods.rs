//! Workbooks of LibreOffice and others in the OpenDocument format (ODS, and FODS as bare XML).

use std::collections::HashSet;

use super::archive::{Archive, Unpacked};
use super::build::{Builder, Building};
use super::formats::plain_number;
use super::xlsx::iso_day;
use super::xml::{Element, Mark, Stop, walk};
use super::{CellAt, FileKind, Remark, RemarkKind, Workbook};
use crate::exchange::table::{MOST_IN_CELL, SheetError};

/// The prefix of the kind of every OpenDocument file.
const FAMILY: &str = "application/vnd.oasis.opendocument.";

/// The kind of OpenDocument an archive says it is: a workbook or something else; `None` if it is
/// not OpenDocument.
///
/// # Errors
/// [`SheetError`] if the archive cannot be read.
pub(super) fn kind(archive: &Archive<'_>) -> Result<Option<Result<(), FileKind>>, SheetError> {
    use std::io::Read as _;
    let Some(part) = archive.part("mimetype")? else { return Ok(None) };
    let mut words = String::new();
    part.take(200).read_to_string(&mut words).map_err(|_| SheetError::Damaged)?;
    let Some(kind) = words.trim().strip_prefix(FAMILY) else { return Ok(None) };
    Ok(Some(match kind {
        _ if kind.starts_with("spreadsheet") => Ok(()),
        _ if kind.starts_with("presentation") => Err(FileKind::Slides),
        _ if kind.starts_with("text") => Err(FileKind::Document),
        _ => Err(FileKind::Drawing),
    }))
}

/// Reads a workbook.
///
/// # Errors
/// [`SheetError`] if it cannot be read, or holds no table.
pub(super) fn read(archive: &Archive<'_>) -> Result<Workbook, SheetError> {
    if is_encrypted(archive)? {
        return Err(SheetError::Encrypted);
    }
    let content = archive.part("content.xml")?.ok_or(SheetError::Damaged)?;
    let mut workbook = read_content(content)?;
    let macros = archive.names().filter(|name| {
        let listing = name.ends_with("/script-lc.xml") || name.ends_with("/script-lb.xml");
        let code = name.starts_with("Basic/") || name.starts_with("Scripts/");
        code && !listing && !name.ends_with('/')
    });
    let count = macros.count();
    if count > 0 {
        let first = CellAt::default();
        workbook.remarks.push(Remark { kind: RemarkKind::Macros, count, first });
    }
    Ok(workbook)
}

/// Whether the parts are encrypted, one by one or all together.
fn is_encrypted(archive: &Archive<'_>) -> Result<bool, SheetError> {
    if archive.names().any(|name| name == "encrypted-package") {
        return Ok(true);
    }
    let Some(part) = archive.part("META-INF/manifest.xml")? else { return Ok(false) };
    let mut encrypted = false;
    let walked = walk(part, |mark| {
        if let Mark::Start(element) = mark {
            encrypted |= element.name() == b"encryption-data";
        }
        Ok(())
    });
    walked.map_err(|stop| stop.or(SheetError::Damaged))?;
    Ok(encrypted)
}

/// Reads the XML with the sheets.
///
/// # Errors
/// [`SheetError`] if it cannot be read, or holds no table.
pub(super) fn read_content(content: Unpacked<'_>) -> Result<Workbook, SheetError> {
    let mut reading = Reading::default();
    if let Err(stop) = walk(content, |mark| reading.mark(&mark)) {
        let place = reading.building.as_ref().map(|sheet| sheet.at(sheet.row(), reading.column));
        return Err(stop.or(place.map_or(SheetError::Damaged, SheetError::CellTooLong)));
    }
    let mut remarks = Vec::new();
    for (kind, count) in
        [(RemarkKind::HiddenSheets, reading.hidden), (RemarkKind::Links, reading.links)]
    {
        if count > 0 {
            remarks.push(Remark { kind, count, first: CellAt::default() });
        }
    }
    let sheets = reading.builder.sheets();
    if sheets.is_empty() { Err(SheetError::Empty) } else { Ok(Workbook { sheets, remarks }) }
}

/// The content while it is read.
#[derive(Default)]
struct Reading {
    builder: Builder,
    building: Option<Building>,
    // How deep the reader is within something that is not table content.
    passed: usize,
    style: String,
    unseen_styles: HashSet<String>,
    hidden: usize,
    links: usize,
    columns: u32,
    row_times: u32,
    column: u32,
    cell: Option<Content>,
    inside: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Content {
    times: u32,
    value: Option<String>,
    typed: bool,
    formula: bool,
    error: bool,
    covered: bool,
    text: String,
    paragraphs: usize,
}

impl Reading {
    fn mark(&mut self, mark: &Mark<'_>) -> Result<(), Stop> {
        match mark {
            Mark::Start(_) if self.passed > 0 => self.passed += 1,
            Mark::End(_) if self.passed > 0 => self.passed -= 1,
            Mark::Text(_) if self.passed > 0 => {}
            Mark::Start(element) => self.start(element)?,
            Mark::End(name) => self.end(name)?,
            Mark::Text(text) => self.text(text)?,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Stop> {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.inside) {
            if cell.text.len() + text.len() > MOST_IN_CELL {
                return Err(Stop::TooLong);
            }
            cell.text += text;
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), Stop> {
        let times = |name| element.number(name).unwrap_or(1).max(1);
        match (element.name(), self.building.as_mut()) {
            (b"style", None) => {
                self.style = element.named("style:name").unwrap_or_default().into_owned();
            }
            (b"table-properties", None)
                if element.named("table:display").as_deref() == Some("false") =>
            {
                self.unseen_styles.insert(std::mem::take(&mut self.style));
            }
            (b"table", None) => {
                let style = element.named("table:style-name").unwrap_or_default();
                let hidden = self.unseen_styles.contains(&*style);
                self.hidden += usize::from(hidden);
                let name = element.named("table:name").unwrap_or_default();
                self.building = Some(self.builder.begin(&name, hidden)?);
                self.columns = 0;
            }
            // Earlier content; a table in a cell, a comment, a drawing, a reading aid.
            (b"tracked-changes", None)
            | (
                b"table" | b"annotation" | b"shapes" | b"forms" | b"note" | b"ruby-text"
                | b"named-expressions",
                Some(_),
            ) => self.passed = 1,
            (_, Some(_)) if element.is_in("draw") || element.is_in("svg") => self.passed = 1,
            (b"dde-links", None) | (b"table-source" | b"cell-range-source", Some(_)) => {
                self.links += 1;
                self.passed = 1;
            }
            (b"table-column", Some(building)) => {
                let times = times("number-columns-repeated");
                let from = self.columns.saturating_add(1);
                self.columns = self.columns.saturating_add(times);
                let visibility = element.named("table:visibility");
                if matches!(visibility.as_deref(), Some("collapse" | "filter")) {
                    building.hide_columns(from, self.columns);
                }
            }
            (b"table-row", Some(building)) => {
                building.begin_row(building.row().saturating_add(1))?;
                let visibility = element.named("table:visibility");
                if matches!(visibility.as_deref(), Some("collapse" | "filter")) {
                    building.hide_row();
                }
                self.row_times = times("number-rows-repeated");
                self.column = 0;
            }
            (b"table-cell" | b"covered-table-cell", Some(building)) => {
                self.column = self.column.saturating_add(1);
                let spans = |name| times(name) > 1;
                if spans("number-columns-spanned") || spans("number-rows-spanned") {
                    building.note(RemarkKind::Merged, building.row(), self.column, 1);
                }
                let covered = element.name() == b"covered-table-cell";
                self.cell = Some(Content {
                    times: times("number-columns-repeated"),
                    covered,
                    formula: element.get("formula").is_some(),
                    error: element.named("calcext:value-type").as_deref() == Some("error"),
                    typed: element.named("office:value-type").is_some(),
                    value: value(element),
                    ..Content::default()
                });
            }
            (b"p" | b"h", Some(_)) => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    self.inside = true;
                }
            }
            (b"s", Some(_)) => {
                let count = times("c").min(1000) as usize;
                self.text(&" ".repeat(count))?;
            }
            (b"tab", Some(_)) => self.text("\t")?,
            (b"line-break", Some(_)) => self.text("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Stop> {
        match (name, self.building.as_mut()) {
            (b"p" | b"h", _) => self.inside = false,
            (b"table-cell" | b"covered-table-cell", Some(_)) => self.end_cell()?,
            (b"table-row", Some(building)) => {
                if self.row_times > 1 {
                    building.repeat_row(self.row_times - 1)?;
                }
                self.row_times = 1;
            }
            (b"table", Some(_)) => {
                if let Some(building) = self.building.take() {
                    self.builder.end(building)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        let (Some(cell), Some(building)) = (self.cell.take(), &mut self.building) else {
            return Ok(());
        };
        let (row, column) = (building.row(), self.column);
        if cell.formula {
            let valued = cell.typed || !cell.text.is_empty();
            let kind = if valued { RemarkKind::Formulas } else { RemarkKind::NoValue };
            building.note(kind, row, column, cell.times);
        }
        if cell.error {
            building.note(RemarkKind::Errors, row, column, cell.times);
        }
        let shown = if cell.error { &cell.text } else { cell.value.as_ref().unwrap_or(&cell.text) };
        // A spreadsheet does not show cells covered by a merged one either.
        let empty = cell.covered || crate::exchange::table::is_empty(shown);
        for place in 0..if empty { 0 } else { cell.times } {
            building.put(column.saturating_add(place), shown)?;
        }
        self.column = column.saturating_add(cell.times - 1);
        self.inside = false;
        Ok(())
    }
}

/// The value of a cell as text; `None` if its paragraphs are its value.
fn value(element: &Element<'_>) -> Option<String> {
    let number = || element.named("office:value")?.trim().parse::<f64>().ok();
    match element.named("office:value-type").as_deref()? {
        "float" | "currency" => number().map(plain_number),
        "percentage" => number().map(|number| plain_number(number * 100.0) + "%"),
        "date" => element.named("office:date-value").map(|day| iso_day(&day)),
        "time" => element.named("office:time-value").and_then(|time| clock(&time)),
        "boolean" => {
            let yes = element.named("office:boolean-value").as_deref() == Some("true");
            Some(if yes { "TRUE" } else { "FALSE" }.to_owned())
        }
        _ => element.named("office:string-value").map(Into::into),
    }
}

/// A time of day in the usual form, from an ISO 8601 duration such as `PT10H30M00S`.
fn clock(written: &str) -> Option<String> {
    let rest = written.trim().strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.split(['.', ',', 'S']).next()?;
    let [hours, minutes, seconds]: [u32; 3] =
        [hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?];
    let end = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    Some(format!("{hours:02}:{minutes:02}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_a_clock_shows_it() {
        assert_eq!(clock("PT10H30M00S").as_deref(), Some("10:30"));
        assert_eq!(clock("PT100H05M09.5S").as_deref(), Some("100:05:09"));
        assert_eq!(clock("tea"), None);
    }
}
