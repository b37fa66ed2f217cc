//! Workbooks of Excel since 2007 (XLSX, XLSM), and whatever else is stored in the same kind of
//! archive.

use super::archive::Archive;
use super::build::{Builder, Building};
use super::formats::Shown;
use super::relations::relations;
use super::strings::{Strings, shared_strings};
use super::xml::{Element, Mark, Stop, walk};
use super::{CellAt, Remark, RemarkKind, Workbook};
use crate::exchange::table::{MOST_IN_CELL, SheetError};

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relation: String,
    hidden: bool,
}

/// Reads a workbook whose main part has this name.
///
/// # Errors
/// [`SheetError`] if it cannot be read, or holds no table.
pub(super) fn read(archive: &Archive<'_>, main: &str) -> Result<Workbook, SheetError> {
    let (listed, late) = sheets(archive, main)?;
    let relations = relations(archive, main)?;
    let of_kind = |kind: &str| relations.iter().find(|it| it.kind.ends_with(kind));
    let formats = match of_kind("/styles") {
        Some(part) => formats(archive, &part.target)?,
        None => Vec::new(),
    };
    let strings = match of_kind("/sharedStrings") {
        Some(part) => shared_strings(archive, &part.target)?,
        None => Strings::default(),
    };
    let mut builder = Builder::default();
    let mut hidden = 0;
    for sheet in listed {
        let building = builder.begin(&sheet.name, sheet.hidden)?;
        let Some(relation) = relations.iter().find(|it| it.id == sheet.relation) else {
            builder.end(building)?;
            continue;
        };
        hidden += usize::from(sheet.hidden);
        // A chart or a macro sheet holds no table.
        if !relation.kind.ends_with("/worksheet") || relation.external {
            builder.end(building)?;
            continue;
        }
        let part = archive.part(&relation.target)?.ok_or(SheetError::Damaged)?;
        let mut reading = Reading::new(building, &strings, &formats, late);
        let walked = walk(part, |mark| reading.mark(&mark));
        if let Err(stop) = walked {
            return Err(stop.or(SheetError::CellTooLong(reading.place())));
        }
        builder.end(reading.building)?;
    }
    let mut remarks = Vec::new();
    let mut say = |kind, count: usize| {
        if count > 0 {
            remarks.push(Remark { kind, count, first: CellAt::default() });
        }
    };
    say(RemarkKind::HiddenSheets, hidden);
    let macros = archive.names().filter(|name| {
        let name = name.to_ascii_lowercase();
        name.ends_with("vbaproject.bin") || name.contains("/macrosheets/")
    });
    say(RemarkKind::Macros, macros.count());
    let links = archive.names().filter(|name| {
        let name = name.to_ascii_lowercase();
        let outside = name.contains("/externallinks/") || name.contains("/querytables/");
        (outside && !name.ends_with(".rels")) || name.ends_with("/connections.xml")
    });
    say(RemarkKind::Links, links.count());
    let sheets = builder.sheets();
    if sheets.is_empty() { Err(SheetError::Empty) } else { Ok(Workbook { sheets, remarks }) }
}

/// The sheets in their order, and whether days are counted from 1904.
fn sheets(archive: &Archive<'_>, main: &str) -> Result<(Vec<Listed>, bool), SheetError> {
    let part = archive.part(main)?.ok_or(SheetError::Damaged)?;
    let (mut sheets, mut late) = (Vec::new(), false);
    let walked = walk(part, |mark| {
        let Mark::Start(element) = mark else { return Ok(()) };
        match element.name() {
            b"workbookPr" => late = element.says("date1904"),
            b"sheet" => sheets.push(Listed {
                name: element.named("name").unwrap_or_default().into_owned(),
                relation: element.get("id").unwrap_or_default().into_owned(),
                hidden: matches!(element.get("state").as_deref(), Some("hidden" | "veryHidden")),
            }),
            _ => {}
        }
        Ok(())
    });
    walked.map_err(|stop| stop.or(SheetError::Damaged))?;
    Ok((sheets, late))
}

/// How the cells of each style show numbers.
fn formats(archive: &Archive<'_>, name: &str) -> Result<Vec<Shown>, SheetError> {
    let Some(part) = archive.part(name)? else { return Ok(Vec::new()) };
    let mut own = std::collections::BTreeMap::new();
    let (mut shown, mut inside) = (Vec::new(), false);
    let walked = walk(part, |mark| {
        match mark {
            Mark::Start(element) => match element.name() {
                b"numFmt" => {
                    let code = element.get("formatCode").unwrap_or_default();
                    if let Some(id) = element.number("numFmtId") {
                        own.insert(id, Shown::of_code(&code));
                    }
                }
                b"cellXfs" => inside = true,
                b"xf" if inside => {
                    let id = element.number("numFmtId").unwrap_or_default();
                    shown.push(own.get(&id).copied().unwrap_or_else(|| Shown::built_in(id)));
                }
                _ => {}
            },
            Mark::End(b"cellXfs") => inside = false,
            Mark::End(_) | Mark::Text(_) => {}
        }
        Ok(())
    });
    walked.map_err(|stop| stop.or(SheetError::Damaged))?;
    Ok(shown)
}

/// How a cell stores its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

/// A sheet while it is read.
struct Reading<'a> {
    building: Building,
    strings: &'a Strings,
    formats: &'a [Shown],
    late: bool,
    column: u32,
    kind: Kind,
    style: usize,
    formula: bool,
    // Whether it holds its text itself, rather than a value.
    inline: bool,
    value: String,
    // Whether text belongs to the value of the cell.
    inside: bool,
    // In a reading aid for Japanese, which is not part of the text.
    aid: bool,
}

impl<'a> Reading<'a> {
    fn new(building: Building, strings: &'a Strings, formats: &'a [Shown], late: bool) -> Self {
        Self {
            building,
            strings,
            formats,
            late,
            column: 0,
            kind: Kind::Number,
            style: 0,
            formula: false,
            inline: false,
            value: String::new(),
            inside: false,
            aid: false,
        }
    }

    /// The current place.
    fn place(&self) -> CellAt {
        self.building.at(self.building.row(), self.column)
    }

    fn mark(&mut self, mark: &Mark<'_>) -> Result<(), Stop> {
        match mark {
            Mark::Start(element) => match element.name() {
                b"row" => self.row(element)?,
                b"c" => self.cell(element)?,
                b"v" => self.inside = !self.inline,
                b"t" => self.inside = self.inline && !self.aid,
                b"rPh" => self.aid = true,
                b"f" => self.formula = true,
                b"col" if element.says("hidden") => {
                    let from = element.number("min").unwrap_or(1);
                    self.building.hide_columns(from, element.number("max").unwrap_or(from));
                }
                b"mergeCell" => {
                    let place = element.get("ref").unwrap_or_default();
                    let (row, column) = reference(&place).unwrap_or_default();
                    self.building.note(RemarkKind::Merged, row, column, 1);
                }
                _ => {}
            },
            Mark::Text(text) => {
                if self.inside {
                    self.value += text;
                    if self.value.len() > MOST_IN_CELL {
                        return Err(Stop::TooLong);
                    }
                }
            }
            Mark::End(b"v" | b"t") => self.inside = false,
            Mark::End(b"rPh") => self.aid = false,
            Mark::End(b"c") => self.end_cell()?,
            Mark::End(_) => {}
        }
        Ok(())
    }

    fn row(&mut self, element: &Element<'_>) -> Result<(), Stop> {
        let next = self.building.row().saturating_add(1);
        let number = element.number("r").unwrap_or(next);
        self.building.begin_row(number)?;
        self.column = 0;
        if element.says("hidden") {
            self.building.hide_row();
        }
        Ok(())
    }

    fn cell(&mut self, element: &Element<'_>) -> Result<(), Stop> {
        let (row, next) = (self.building.row(), self.column.saturating_add(1));
        let [stated, kind, style] = element.all(["r", "t", "s"]);
        let stated = stated.and_then(|place| reference(&place));
        if stated.is_some_and(|(stated, _)| stated != row) || row == 0 {
            return Err(SheetError::Twice(self.place()).into());
        }
        self.column = stated.map_or(next, |(_, column)| column);
        self.inline = kind.as_deref() == Some("inlineStr");
        self.kind = match kind.as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr") => Kind::Text,
            Some("b") => Kind::Boolean,
            Some("e") => Kind::Error,
            Some("d") => Kind::Date,
            _ => Kind::Number,
        };
        self.style = style.and_then(|style| style.parse().ok()).unwrap_or_default();
        self.formula = false;
        self.value.clear();
        self.value.shrink_to(1 << 16);
        (self.inside, self.aid) = (false, false);
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        let (row, column) = (self.building.row(), self.column);
        if self.formula {
            let valued = !self.value.is_empty() || self.kind == Kind::Text;
            let kind = if valued { RemarkKind::Formulas } else { RemarkKind::NoValue };
            self.building.note(kind, row, column, 1);
        }
        let value = self.value.as_str();
        match self.kind {
            Kind::Shared => {
                let strings = self.strings;
                let place = self.place();
                let text = match value.trim().parse() {
                    Ok(number) => strings.get(number, place)?,
                    Err(_) if value.is_empty() => "",
                    Err(_) => return Err(SheetError::Damaged),
                };
                self.building.put(column, text)
            }
            Kind::Number if value.is_empty() => Ok(()),
            Kind::Number => match value.trim().parse() {
                Ok(number) if f64::is_finite(number) => {
                    let shown = self.formats.get(self.style).copied().unwrap_or_default();
                    self.building.put(column, &shown.text(number, self.late))
                }
                _ => self.building.put(column, value),
            },
            Kind::Text => self.building.put(column, &unescaped(value)),
            Kind::Boolean => {
                let text = if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" };
                self.building.put(column, if value.is_empty() { "" } else { text })
            }
            Kind::Error => {
                self.building.note(RemarkKind::Errors, row, column, 1);
                self.building.put(column, value)
            }
            Kind::Date => self.building.put(column, &iso_day(value)),
        }
    }
}

/// A day in ISO 8601, without a midnight time.
pub(super) fn iso_day(written: &str) -> String {
    let written = written.trim().trim_end_matches('Z');
    match written.split_once('T') {
        Some((day, time)) if time.trim_matches(['0', ':', '.']).is_empty() => day.to_owned(),
        Some((day, time)) => {
            let time = time.split('.').next().unwrap_or_default();
            format!("{day} {}", time.strip_suffix(":00").filter(|it| it.len() > 3).unwrap_or(time))
        }
        None => written.to_owned(),
    }
}

/// The row and the column of a cell, from 1, by its name, as in `B7` or `B7:C9`.
fn reference(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = name[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let mut column = 0_u32;
    for letter in name[..letters].bytes() {
        let value = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let row = name[letters..letters + digits].parse().ok()?;
    (column > 0 && row > 0).then_some((row, column))
}

/// Text as Excel means it, in which control characters are written as `_x000D_`.
pub(super) fn unescaped(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, found) = rest.split_at(at);
        whole += before;
        let code = found.get(2..6).filter(|_| found.as_bytes().get(6) == Some(&b'_'));
        let sign = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign = sign.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match sign {
            Some(sign) => {
                whole.push(sign);
                rest = &found[7..];
            }
            None => {
                whole += "_x";
                rest = &found[2..];
            }
        }
    }
    (whole + rest).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(reference("A1"), Some((1, 1)));
        assert_eq!(reference("XFD1048576"), Some((1_048_576, 16_384)));
        assert_eq!(reference("B7:C9"), Some((7, 2)));
        for wrong in ["", "A", "1", "A0", "é1", "ZZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(reference(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_excel_escapes_is_read_as_it_was_meant() {
        assert_eq!(unescaped("a_x000D_b_x005F_x000D__xZZZZ__x"), "a\rb_x000D__xZZZZ__x");
        assert_eq!(iso_day("2018-12-05T00:00:00.000Z"), "2018-12-05");
        assert_eq!(iso_day("2018-12-05T10:30:00"), "2018-12-05 10:30");
    }
}
