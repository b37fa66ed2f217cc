//! Workbooks of Excel 97 to 2003 (XLS): a stream of records, each with a number and a length.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::build::{Builder, Building};
use super::bytes::{u16_at, u32_at, u64_at};
use super::compound::Compound;
use super::formats::Shown;
use super::strings::Strings;
use super::{CellAt, FileKind, Remark, RemarkKind, Workbook};
use crate::exchange::table::{LARGEST, SheetError};

/// The most cells with content in a sheet that are read.
const MOST_CELLS: usize = 4_000_000;

/// Reads a workbook.
///
/// # Errors
/// [`SheetError`] if it cannot be read, or holds no table.
pub(super) fn read(file: &Compound<'_>) -> Result<Workbook, SheetError> {
    if file.has("EncryptedPackage") {
        return Err(SheetError::Encrypted);
    }
    let stream = match file.stream("Workbook").or_else(|| file.stream("Book")) {
        Some(stream) => stream?,
        None => return Err(SheetError::Other(file.other())),
    };
    let mut globals = Globals::read(&stream)?;
    globals.macros |= file.has("_VBA_PROJECT_CUR");
    let mut builder = Builder::default();
    let (mut hidden, mut begun) = (0, HashSet::new());
    // Sheets that share their records would be read repeatedly.
    let mut work = stream.len().saturating_mul(2);
    for listed in &globals.sheets {
        let mut building = builder.begin(&listed.name, listed.hidden)?;
        if listed.is_table {
            hidden += usize::from(listed.hidden);
            let records = stream.get(listed.from..).ok_or(SheetError::Damaged)?;
            if !begun.insert(listed.from) {
                return Err(SheetError::Misstated);
            }
            let cells = Cells::read(records, &globals, &building, &mut work)?;
            cells.fill(&mut building)?;
        }
        builder.end(building)?;
    }
    let mut remarks = Vec::new();
    let flags = [(RemarkKind::Macros, globals.macros), (RemarkKind::Links, globals.links)];
    let counts = flags.map(|(kind, found)| (kind, usize::from(found)));
    for (kind, count) in [(RemarkKind::HiddenSheets, hidden)].into_iter().chain(counts) {
        if count > 0 {
            remarks.push(Remark { kind, count, first: CellAt::default() });
        }
    }
    let sheets = builder.sheets();
    if sheets.is_empty() { Err(SheetError::Empty) } else { Ok(Workbook { sheets, remarks }) }
}

/// The records of a stream: the number of each, and its content.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (number, size) = (u16_at(self.0, 0)?, usize::from(u16_at(self.0, 2)?));
        let content = self.0.get(4..4 + size)?;
        self.0 = &self.0[4 + size..];
        Some((number, content))
    }
}

impl<'a> Records<'a> {
    /// The content of the record just read, with those that continue it.
    fn continued(&mut self, content: &'a [u8]) -> Pieces<'a> {
        let mut pieces = vec![content];
        while u16_at(self.0, 0) == Some(0x003c) {
            let Some((_, more)) = self.next() else { break };
            pieces.push(more);
        }
        Pieces { pieces, piece: 0, at: 0 }
    }
}

/// The content of a record and of those that continue it.
struct Pieces<'a> {
    pieces: Vec<&'a [u8]>,
    piece: usize,
    at: usize,
}

impl Pieces<'_> {
    fn byte(&mut self) -> Option<u8> {
        while self.at >= self.pieces.get(self.piece)?.len() {
            (self.piece, self.at) = (self.piece + 1, 0);
        }
        let byte = *self.pieces.get(self.piece)?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 {
            let Some(piece) = self.pieces.get(self.piece) else { return };
            let step = count.min(piece.len() - self.at.min(piece.len()));
            (count, self.at) = (count - step, self.at + step);
            if count > 0 {
                (self.piece, self.at) = (self.piece + 1, 0);
            }
        }
    }

    /// A text of this many units, with the description of its parts.
    fn text(&mut self, units: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let more = if flags & 4 != 0 { usize::try_from(self.u32()?).ok()? } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut read: Vec<u16> = Vec::new();
        while read.len() < units {
            if self.at >= self.pieces.get(self.piece)?.len() {
                // Each continuation states its encoding again.
                (self.piece, self.at) = (self.piece + 1, 0);
                wide = self.byte()? & 1 != 0;
                continue;
            }
            read.push(if wide { self.u16()? } else { self.byte()?.into() });
        }
        self.skip(runs * 4);
        self.skip(more);
        Some(char::decode_utf16(read).map(|c| c.unwrap_or('\u{fffd}')).collect())
    }
}

/// The properties shared by all sheets.
#[derive(Default)]
struct Globals {
    sheets: Vec<Listed>,
    strings: Strings,
    shown: Vec<Shown>,
    late: bool,
    macros: bool,
    links: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    from: usize,
    hidden: bool,
    is_table: bool,
    is_code: bool,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, SheetError> {
        let mut records = Records(stream);
        let first = records.next().filter(|(number, _)| *number == 0x0809);
        let (_, begins) = first.ok_or(SheetError::Damaged)?;
        if u16_at(begins, 0) != Some(0x0600) {
            return Err(SheetError::Other(FileKind::OldWorkbook));
        }
        let mut globals = Self::default();
        let (mut own, mut styles) = (BTreeMap::new(), Vec::new());
        while let Some((number, content)) = records.next() {
            match number {
                0x000a => break,
                0x002f => return Err(SheetError::Encrypted),
                0x0022 => globals.late = u16_at(content, 0) == Some(1),
                0x0085 => globals.sheets.extend(listed(content)),
                0x00d3 => globals.macros = true,
                0x01ae => globals.links |= is_outside(content),
                0x041e => {
                    let mut pieces = records.continued(content);
                    let id = pieces.u16();
                    let units = pieces.u16().map(usize::from);
                    let code = units.and_then(|units| pieces.text(units));
                    if let (Some(id), Some(code)) = (id, code) {
                        own.insert(u32::from(id), Shown::of_code(&code));
                    }
                }
                0x00e0 => styles.push(u16_at(content, 2).map_or(0, u32::from)),
                0x00fc => {
                    let mut pieces = records.continued(content);
                    pieces.skip(8);
                    // The stated number of texts is not always right.
                    while let Some(units) = pieces.u16() {
                        let Some(text) = pieces.text(usize::from(units)) else { break };
                        globals.strings.push(&text)?;
                    }
                }
                _ => {}
            }
        }
        let shown = |id: &u32| own.get(id).copied().unwrap_or_else(|| Shown::built_in(*id));
        globals.shown = styles.iter().map(shown).collect();
        globals.macros |= globals.sheets.iter().any(|sheet| sheet.is_code);
        Ok(globals)
    }
}

fn listed(content: &[u8]) -> Option<Listed> {
    let from = usize::try_from(u32_at(content, 0)?).ok()?;
    let (state, kind) = (*content.get(4)?, *content.get(5)?);
    let units = usize::from(*content.get(6)?);
    let mut pieces = Pieces { pieces: vec![content.get(7..)?], piece: 0, at: 0 };
    let name = pieces.text(units)?;
    Some(Listed {
        name,
        from,
        hidden: state & 3 != 0,
        is_table: kind == 0,
        is_code: matches!(kind, 1 | 6),
    })
}

/// Whether a list of names refers to another workbook.
fn is_outside(content: &[u8]) -> bool {
    !matches!(u16_at(content, 2), None | Some(0x0401 | 0x3a01))
}

/// The cells of a sheet, which may be in any order.
struct Cells<'a> {
    globals: &'a Globals,
    text: String,
    cells: Vec<Cell>,
    hidden_rows: BTreeSet<u16>,
    hidden_columns: Vec<(u16, u16)>,
    merged: Vec<(u16, u16)>,
    // A formula whose text result follows.
    awaited: Option<(u16, u16)>,
}

/// A cell with content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    row: u16,
    column: u16,
    note: Option<RemarkKind>,
    from: u32,
    until: u32,
}

impl<'a> Cells<'a> {
    /// Reads the cells of a sheet whose records begin here.
    fn read(
        records: &[u8],
        globals: &'a Globals,
        building: &Building,
        work: &mut usize,
    ) -> Result<Self, SheetError> {
        let mut cells = Self {
            globals,
            text: String::new(),
            cells: Vec::new(),
            hidden_rows: BTreeSet::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
            awaited: None,
        };
        let mut records = Records(records);
        let mut depth = 0_usize;
        let mut ended = false;
        while let Some((number, content)) = records.next() {
            *work = work.checked_sub(content.len() + 4).ok_or(SheetError::Misstated)?;
            match number {
                0x0809 => depth += 1,
                // A chart within the sheet ends before it.
                0x000a if depth > 1 => depth -= 1,
                0x000a => {
                    ended = true;
                    break;
                }
                _ if depth == 0 => return Err(SheetError::Damaged),
                _ if depth > 1 => {}
                0x0207 => {
                    let mut pieces = records.continued(content);
                    let units = pieces.u16().map(usize::from);
                    let text = units.and_then(|units| pieces.text(units));
                    if let (Some((row, column)), Some(text)) = (cells.awaited.take(), text) {
                        cells.put(row, column, Some(RemarkKind::Formulas), &text, building)?;
                    }
                }
                _ => cells.record(number, content, building)?,
            }
        }
        if ended { Ok(cells) } else { Err(SheetError::Damaged) }
    }

    fn record(
        &mut self,
        number: u16,
        content: &[u8],
        building: &Building,
    ) -> Result<(), SheetError> {
        // A record that is too short is ignored.
        self.understood(number, content, building).unwrap_or(Ok(()))
    }

    fn understood(
        &mut self,
        number: u16,
        content: &[u8],
        building: &Building,
    ) -> Option<Result<(), SheetError>> {
        let of = |at| u16_at(content, at);
        match number {
            0x0208 => {
                if of(12)? & 0x20 != 0 {
                    self.hidden_rows.insert(of(0)?);
                }
                return None;
            }
            0x007d => {
                if of(8)? & 1 != 0 && self.hidden_columns.len() < 1000 {
                    self.hidden_columns.push((of(0)?, of(2)?));
                }
                return None;
            }
            0x00e5 => {
                let places = content.get(2..)?.as_chunks::<8>().0;
                self.merged
                    .extend(places.iter().filter_map(|it| Some((u16_at(it, 0)?, u16_at(it, 4)?))));
                return None;
            }
            0x00fd | 0x0203 | 0x027e | 0x00bd | 0x0205 | 0x0204 | 0x00d6 | 0x0006 => {}
            _ => return None,
        }
        let (row, column) = (of(0)?, of(2)?);
        let globals = self.globals;
        Some(match number {
            0x00fd => {
                let place = building.at(u32::from(row) + 1, u32::from(column) + 1);
                let number = usize::try_from(u32_at(content, 6)?).ok()?;
                match globals.strings.get(number, place) {
                    Ok(text) => self.put(row, column, None, text, building),
                    Err(error) => Err(error),
                }
            }
            0x0203 => {
                let value = f64::from_bits(u64_at(content, 6)?);
                self.put_number(row, column, None, (of(4)?, value), building)
            }
            0x027e => {
                let value = compact(u32_at(content, 6)?);
                self.put_number(row, column, None, (of(4)?, value), building)
            }
            0x00bd => {
                let (values, _) = content.get(4..content.len().checked_sub(2)?)?.as_chunks::<6>();
                for (place, value) in values.iter().enumerate() {
                    let column = column.checked_add(u16::try_from(place).ok()?)?;
                    let number = (u16_at(value, 0)?, compact(u32_at(value, 2)?));
                    if let Err(error) = self.put_number(row, column, None, number, building) {
                        return Some(Err(error));
                    }
                }
                Ok(())
            }
            0x0205 => {
                let (value, is_error) = (*content.get(6)?, *content.get(7)? != 0);
                let note = is_error.then_some(RemarkKind::Errors);
                self.put(row, column, note, truth(value, is_error), building)
            }
            0x0204 | 0x00d6 => {
                let pieces = vec![content.get(8..)?];
                let text = Pieces { pieces, piece: 0, at: 0 }.text(of(6)?.into())?;
                self.put(row, column, None, &text, building)
            }
            _ => {
                let note = Some(RemarkKind::Formulas);
                match (of(12)?, *content.get(6)?, *content.get(8)?) {
                    (0xffff, 0, _) => {
                        self.awaited = Some((row, column));
                        Ok(())
                    }
                    (0xffff, 1, value) => {
                        self.put(row, column, note, truth(value, false), building)
                    }
                    (0xffff, 2, value) => self.put(row, column, note, truth(value, true), building),
                    // Empty, or never computed.
                    (0xffff, _, _) => {
                        self.put(row, column, Some(RemarkKind::NoValue), "", building)
                    }
                    _ => {
                        let value = f64::from_bits(u64_at(content, 6)?);
                        self.put_number(row, column, note, (of(4)?, value), building)
                    }
                }
            }
        })
    }

    fn put_number(
        &mut self,
        row: u16,
        column: u16,
        note: Option<RemarkKind>,
        (style, value): (u16, f64),
        building: &Building,
    ) -> Result<(), SheetError> {
        let shown = self.globals.shown.get(usize::from(style)).copied().unwrap_or_default();
        let text = shown.text(value, self.globals.late);
        self.put(row, column, note, &text, building)
    }

    fn put(
        &mut self,
        row: u16,
        column: u16,
        note: Option<RemarkKind>,
        text: &str,
        building: &Building,
    ) -> Result<(), SheetError> {
        if self.text.len() + text.len() > LARGEST || self.cells.len() >= MOST_CELLS {
            let at = building.at(u32::from(row) + 1, u32::from(column) + 1);
            return Err(SheetError::Overflows(at));
        }
        let from = self.text.len();
        self.text += text;
        let [from, until] = [from, self.text.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        self.cells.push(Cell { row, column, note, from, until });
        Ok(())
    }

    /// Puts the cells in their places.
    fn fill(mut self, building: &mut Building) -> Result<(), SheetError> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        for cell in &self.cells {
            let (row, column) = (u32::from(cell.row) + 1, u32::from(cell.column) + 1);
            if row != building.row() {
                building.begin_row(row)?;
                if self.hidden_rows.contains(&cell.row) {
                    building.hide_row();
                }
            }
            if let Some(note) = cell.note {
                building.note(note, row, column, 1);
            }
            let text = self.text.get(cell.from as usize..cell.until as usize).unwrap_or_default();
            building.put(column, text)?;
        }
        for (row, column) in &self.merged {
            let (row, column) = (u32::from(*row) + 1, u32::from(*column) + 1);
            building.note(RemarkKind::Merged, row, column, 1);
        }
        for (from, until) in &self.hidden_columns {
            building.hide_columns(u32::from(*from) + 1, u32::from(*until) + 1);
        }
        Ok(())
    }
}

/// A number in four bytes: an integer or the upper bits of a float, times a hundred or not.
fn compact(value: u32) -> f64 {
    let number = if value & 2 != 0 {
        f64::from(value.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(value & !3) << 32)
    };
    if value & 1 != 0 { number / 100.0 } else { number }
}

/// A truth value or an error, as Excel shows it.
fn truth(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}
