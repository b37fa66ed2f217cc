//! Decodes bytes into text.

use super::SheetError;

/// The characters for bytes 0x80 to 0x9f in Windows-1252; NUL where there is none.
const UPPER: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a file, and whether it was taken for Windows-1252.
///
/// # Errors
/// [`SheetError::NotText`] with the line of the first fault.
pub(super) fn decoded(bytes: &[u8]) -> Result<(String, bool), SheetError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Ok((wide(rest, u16::from_le_bytes)?, false)),
        [0xfe, 0xff, rest @ ..] => Ok((wide(rest, u16::from_be_bytes)?, false)),
        [0xef, 0xbb, 0xbf, rest @ ..] => match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.to_owned(), false)),
            // It declares itself to be UTF-8.
            Err(error) => Err(SheetError::NotText(lines(&rest[..error.valid_up_to()]))),
        },
        rest => match (unmarked_wide(rest), std::str::from_utf8(rest)) {
            (Some(unit), _) => Ok((wide(rest, unit)?, false)),
            (None, Ok(text)) => Ok((text.to_owned(), false)),
            (None, Err(_)) => Ok((western(rest)?, true)),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, SheetError> {
    let pairs = bytes.chunks_exact(2);
    let is_whole = pairs.remainder().is_empty();
    let units = || bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    // Measured first: growing step by step would take up to twice the space.
    let length = char::decode_utf16(units()).map(|c| c.map_or(0, char::len_utf8)).sum();
    let mut text = String::with_capacity(length);
    for c in char::decode_utf16(units()) {
        let Ok(c) = c else { return Err(SheetError::NotText(lines(text.as_bytes()))) };
        text.push(c);
    }
    if is_whole { Ok(text) } else { Err(SheetError::NotText(lines(text.as_bytes()))) }
}

/// The byte order, if this is UTF-16 without a mark: every second byte of Western text, and of the
/// separators and line ends of any other, is then NUL.
fn unmarked_wide(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let start = bytes.get(..bytes.len().min(4096) & !1)?;
    let nuls = |side: usize| start.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let many = |count: usize| count > 0 && count * 10 >= start.len();
    match (nuls(0), nuls(1)) {
        (0, low) if many(low) => Some(u16::from_le_bytes),
        (high, 0) if many(high) => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// Text in Windows-1252, which older spreadsheets write.
fn western(bytes: &[u8]) -> Result<String, SheetError> {
    let mut damaged = None;
    let mut at = 0;
    while let Err(error) = std::str::from_utf8(&bytes[at..]) {
        let valid = at + error.valid_up_to();
        damaged = damaged.or(Some(valid));
        if !bytes[at..valid].is_ascii() {
            // Partly UTF-8, so that any other reading would change names.
            return Err(SheetError::NotText(lines(&bytes[..damaged.unwrap_or(valid)])));
        }
        at = valid + 1;
    }
    if !bytes[at..].is_ascii() {
        return Err(SheetError::NotText(lines(&bytes[..damaged.unwrap_or(at)])));
    }
    let read = |byte: u8| match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0xa0.. => char::from(byte),
        _ => '\0',
    };
    let length = bytes.iter().map(|byte| read(*byte).len_utf8()).sum();
    let mut text = String::with_capacity(length);
    for (at, byte) in bytes.iter().enumerate() {
        match read(*byte) {
            '\0' => return Err(SheetError::NotText(lines(&bytes[..at]))),
            c => text.push(c),
        }
    }
    Ok(text)
}

/// The line number of the position after these bytes.
pub(super) fn lines(before: &[u8]) -> u64 {
    let breaks = before.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        // A line feed directly after it belongs to the same line ending.
        b'\r' => before.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    breaks.count() as u64 + 1
}
