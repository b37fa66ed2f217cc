//! Writes ZIP archives for Word and Excel; the same content gives the same bytes.

use std::fmt;
use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// 1 January 1980, the earliest day an archive can hold: no file in it has a real date.
const DAY: [u8; 4] = [0, 0, 0x21, 0];

/// The compression level. Higher levels take several times as long for a few per cent.
const LEVEL: u32 = 4;

/// An archive under construction.
#[derive(Debug, Default)]
pub(crate) struct ArchiveOut {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// A file being added to an archive; what is written is compressed at once.
#[derive(Debug)]
pub(crate) struct PartOut<'a> {
    encoder: DeflateEncoder<&'a mut Vec<u8>>,
    sum: Crc,
    // Gathers short pieces.
    buffer: String,
}

impl PartOut<'_> {
    fn flush(&mut self) -> fmt::Result {
        self.sum.update(self.buffer.as_bytes());
        let written = self.encoder.write_all(self.buffer.as_bytes());
        self.buffer.clear();
        written.map_err(|_| fmt::Error)
    }
}

impl PartOut<'_> {
    /// Finishes the file, and returns the checksum and length of its content.
    fn finish(mut self) -> Result<Crc, fmt::Error> {
        self.flush()?;
        self.encoder.finish().map_err(|_| fmt::Error)?;
        Ok(self.sum)
    }
}

impl fmt::Write for PartOut<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.buffer += words;
        if self.buffer.len() > 1 << 16 { self.flush() } else { Ok(()) }
    }
}

impl ArchiveOut {
    /// Adds a file whose content is written piece by piece.
    ///
    /// # Errors
    /// Whatever `write` returns; writing to memory does not fail.
    pub(crate) fn add(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut PartOut<'_>) -> fmt::Result,
    ) -> fmt::Result {
        let at = self.bytes.len();
        let header = header(name);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&header);
        self.bytes.extend(name.as_bytes());
        let begins = self.bytes.len();
        let encoder = DeflateEncoder::new(&mut self.bytes, Compression::new(LEVEL));
        let mut part = PartOut { encoder, sum: Crc::new(), buffer: String::new() };
        write(&mut part)?;
        let sum = part.finish()?;
        // No reader could use a file too large for these fields.
        let number = |number: usize| u32::try_from(number).map_err(|_| fmt::Error);
        let packed = number(self.bytes.len() - begins)?;
        let sums: Vec<u8> =
            [sum.sum(), packed, sum.amount()].into_iter().flat_map(u32::to_le_bytes).collect();
        if let Some(place) = self.bytes.get_mut(at + 14..at + 26) {
            place.copy_from_slice(&sums);
        }
        self.directory.extend(b"PK\x01\x02\x14\0");
        self.directory.extend(&header[..10]);
        self.directory.extend(&sums);
        self.directory.extend(&header[22..]);
        self.directory.extend([0; 10]);
        self.directory.extend(number(at)?.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// The whole archive.
    pub(crate) fn finish(self) -> Vec<u8> {
        let Self { mut bytes, directory, count } = self;
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        let begins = number(bytes.len());
        bytes.extend(&directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
        bytes.extend(number(directory.len()));
        bytes.extend(begins);
        bytes.extend([0, 0]);
        bytes
    }
}

/// The header of a file in an archive, after the signature; its checksum and sizes are filled in
/// later.
fn header(name: &str) -> Vec<u8> {
    // Version 2.0, names in UTF-8, compressed.
    let mut header = vec![20, 0, 0, 8, 8, 0];
    header.extend(DAY);
    header.extend([0; 12]);
    header.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
    header.extend([0, 0]);
    header
}

/// Words for use between tags or in an attribute; characters that XML cannot hold are replaced.
pub(crate) fn xml(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\t' | '\n' => safe.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn an_archive_is_read_back_and_is_the_same_each_time() {
        let make = || {
            let mut archive = ArchiveOut::default();
            archive.add("a/b.xml", |part| part.write_str(&"<a>é</a>".repeat(40_000))).unwrap();
            archive.add("c.xml", |part| write!(part, "<c>{}</c>", xml("1 < 2 & \u{1}"))).unwrap();
            archive.finish()
        };
        assert_eq!(make(), make());
        let bytes = make();
        assert!(bytes.starts_with(b"PK\x03\x04") && bytes.len() < 5_000);
        assert!(bytes.windows(7).any(|it| it == b"a/b.xml"));
    }
}
