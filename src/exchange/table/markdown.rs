//! Tables as written in notes: cells between pipes, and a dashed line below the head.
//!
//! ```text
//! | Party       | Hotline |
//! |-------------|:-------:|
//! | Netherlands | +       |
//! ```

use super::{BETWEEN, CellAt, MOST_CELLS, MOST_IN_CELL, MOST_ROWS, Place, Sheet, SheetError};
use crate::exchange::Remark;

/// How much of a text is searched for the dashed line, in bytes.
const LOOKED_AT: usize = 64 << 10;

/// A line of a text.
#[derive(Clone, Copy)]
struct Line<'a> {
    number: u64,
    text: &'a str,
}

/// The lines of a text from a place on.
fn all(text: &str, from: Place) -> impl Iterator<Item = Line<'_>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at.byte..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let both = rest.get(end..).is_some_and(|ends| ends.starts_with("\r\n"));
        let line = Line { number: at.line, text: rest.get(..end)? };
        at = Place { byte: at.byte + end + 1 + usize::from(both), line: at.line + 1 };
        Some(line)
    })
}

/// The line of the head of the first such table; `None` if the text has none.
///
/// A dashed line within quotes is part of a cell.
pub(super) fn head(text: &str, from: Place) -> Option<u64> {
    let until = text.floor_char_boundary(from.byte.saturating_add(LOOKED_AT));
    let mut quotes = 0;
    let mut before: Option<(Line<'_>, usize)> = None;
    // The least number of dashes: below a row among others, a single dash is an empty cell.
    let mut least = 1;
    for line in all(text.get(..until)?, from) {
        if let Some((head, width)) = before
            && is_dashed(line.text, width, least)
            && quotes % 2 == 0
        {
            return Some(head.number);
        }
        quotes += memchr::memchr_iter(b'"', line.text.as_bytes()).count();
        least = if before.is_some() { 3 } else { 1 };
        before = line.text.contains('|').then(|| (line, cells(line.text).count()));
    }
    None
}

/// Reads a text with such a table as rows: those of its tables, and every other line as one cell,
/// like a title above any other table.
///
/// # Errors
/// [`SheetError`] if it holds too much.
pub(super) fn read(
    text: &str,
    from: Place,
    head: u64,
    remarks: Vec<Remark>,
) -> Result<Sheet, SheetError> {
    let mut read = String::with_capacity(text.len());
    let mut rows = Vec::new();
    // How many cells the row before has, and whether a table can begin with it.
    let (mut width, mut first) = (0, true);
    for line in all(text, from) {
        let dashes = if line.number == head + 1 { 1 } else { 3 };
        let is_rule = width > 0 && first && is_dashed(line.text, width, dashes);
        if is_rule {
            first = false;
            continue;
        }
        if is_nothing(line.text) {
            (width, first) = (0, true);
            continue;
        }
        width = 0;
        if line.text.contains('|') {
            for cell in cells(line.text) {
                push(&mut read, cell, width, line.number)?;
                width += 1;
                if width >= MOST_CELLS {
                    return Err(SheetError::TooLarge);
                }
            }
        } else {
            push(&mut read, line.text, 0, line.number)?;
        }
        let number = u32::try_from(line.number).map_err(|_| SheetError::TooLarge)?;
        rows.push((number, read.len()));
        if rows.len() > MOST_ROWS + 1 {
            return Err(SheetError::TooLarge);
        }
    }
    let sheet = Sheet::of_rows(0, read, rows, remarks, Vec::new())?;
    Ok(sheet.headed_at(head).unwrap_or(sheet))
}

/// Adds a cell in its plain form.
fn push(read: &mut String, cell: &str, before: usize, line: u64) -> Result<(), SheetError> {
    if cell.len() > MOST_IN_CELL {
        return Err(SheetError::CellTooLong(CellAt::new(0, line, before + 1)));
    }
    if before > 0 {
        read.push(BETWEEN);
    }
    let mut chars = bare(cell.trim()).chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // An escaped sign that would otherwise have a special meaning.
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => {
                read.extend(chars.next());
            }
            BETWEEN => read.push(' '),
            c => read.push(c),
        }
    }
    Ok(())
}

/// A cell without the signs that make all of it bold or code.
fn bare(cell: &str) -> &str {
    let inner = ["**", "__", "`"].into_iter().find_map(|sign| {
        let inner = cell.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.is_empty() && !inner.contains(sign)).then_some(inner)
    });
    inner.unwrap_or(cell)
}

/// The cells of a line: the text between pipes. Pipes at its ends delimit no extra cells, and a
/// pipe after a backslash is part of a cell.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let is_escaped = |before: &str| before.bytes().rev().take_while(|it| *it == b'\\').count() % 2;
    let open = line.strip_suffix('|').filter(|before| is_escaped(before) == 0);
    let mut rest = Some(open.unwrap_or(line));
    std::iter::from_fn(move || {
        let text = rest?;
        let ends = memchr::memchr_iter(b'|', text.as_bytes());
        let mut ends = ends.filter(|at| is_escaped(text.get(..*at).unwrap_or_default()) == 0);
        let Some(end) = ends.next() else { return rest.take() };
        rest = text.get(end + 1..);
        text.get(..end)
    })
}

/// Whether a line has no content: it is blank, or a rule between paragraphs or around a table.
fn is_nothing(line: &str) -> bool {
    let line = line.trim();
    let drawn = |sign: char| line.matches(sign).count() > 2;
    let is_drawn = ['-', '=', '*', '_'].into_iter().any(drawn);
    line.is_empty() || is_drawn && line.chars().all(|c| "+-=*_ ".contains(c))
}

/// Whether a line is the dashed one below a head of this many cells, with at least this many dashes
/// in each.
fn is_dashed(line: &str, width: usize, least: usize) -> bool {
    // Some programs draw a cross where lines meet.
    let crossed = line.replace('+', "|");
    let is_rule = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        dashes.len() >= least && dashes.bytes().all(|it| it == b'-')
    };
    let sole = line.trim().starts_with('|');
    line.contains('-')
        && (width > 1 || sole)
        && cells(&crossed).count() == width
        && cells(&crossed).all(is_rule)
}
