//! The compound file of Microsoft Office: a small file system in a file, in which Excel stored
//! workbooks until 2007 and still stores those with a passphrase.

use std::borrow::Cow;

use super::FileKind;
use super::bytes::{u16_at, u32_at};
use crate::exchange::table::SheetError;

/// The largest compound file accepted, in bytes: a sheet of this kind has at most 65,536 rows.
const LARGEST: usize = 40 << 20;

/// Sector numbers from here on mark the end of a chain.
const LAST: u32 = 0xffff_fffa;

/// A compound file in memory.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    // The next sector in each chain, and the next small sector.
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    small_size: usize,
    streams: Vec<Stream>,
}

/// A stream, or a folder, at the top of a compound file.
struct Stream {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory of a compound file.
    ///
    /// # Errors
    /// [`SheetError`] if it is damaged or too large.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, SheetError> {
        if bytes.len() > LARGEST {
            return Err(SheetError::TooLarge);
        }
        Self::read(bytes).ok_or(SheetError::Damaged)
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (shift, small_shift) = (u16_at(bytes, 30)?, u16_at(bytes, 32)?);
        if !matches!(shift, 9 | 12) || small_shift != 6 {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            small_size: usize::try_from(u32_at(bytes, 56)?).ok()?,
            streams: Vec::new(),
        };
        file.next = file.chains()?;
        let directory = file.chained(u32_at(bytes, 48)?, None)?;
        let root = entry(&directory, 0)?;
        let small_chains = u32_at(bytes, 60)?;
        if small_chains < LAST {
            file.small_next = numbers(&file.chained(small_chains, None)?);
        }
        if root.start < LAST && root.size > 0 {
            file.small = file.chained(root.start, Some(root.size))?.into_owned();
        }
        // Only the top is searched: a workbook embedded in a document is another table.
        let mut left = vec![u32_at(&directory, 76)?];
        let mut looked_at = 0;
        while let Some(at) = left.pop() {
            looked_at += 1;
            if looked_at > directory.len() / 128 + 1 {
                return None;
            }
            let at = usize::try_from(at).ok()?;
            let Some(stream) = entry(&directory, at) else { continue };
            file.streams.push(stream);
            for sibling in [68, 72] {
                let sibling = u32_at(&directory, at * 128 + sibling)?;
                if sibling < LAST {
                    left.push(sibling);
                }
            }
        }
        Some(file)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let until = from.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(from..until).filter(|sector| !sector.is_empty())
    }

    /// The next sector of each.
    fn chains(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut listed: Vec<u32> = numbers(self.bytes.get(76..512)?);
        let (mut more, mut visited) = (u32_at(self.bytes, 68)?, 0);
        while more < LAST {
            visited += 1;
            if visited > most {
                return None;
            }
            let mut list = numbers(self.sector(more)?);
            more = list.pop()?;
            listed.append(&mut list);
        }
        let mut next = Vec::new();
        for (count, number) in listed.into_iter().filter(|number| *number < LAST).enumerate() {
            if count > most {
                return None;
            }
            next.append(&mut numbers(self.sector(number)?));
        }
        Some(next)
    }

    /// The bytes of a chain of sectors, all of them or as many as given.
    fn chained(&self, start: u32, size: Option<usize>) -> Option<Cow<'a, [u8]>> {
        if size.is_some_and(|size| size > self.bytes.len()) {
            return None;
        }
        let mut whole = Vec::with_capacity(size.unwrap_or(self.sector));
        let mut number = start;
        while number < LAST && size.is_none_or(|size| whole.len() < size) {
            // A chain that loops back to itself is longer than the file.
            if whole.len() > self.bytes.len() {
                return None;
            }
            whole.extend_from_slice(self.sector(number)?);
            number = *self.next.get(usize::try_from(number).ok()?)?;
        }
        match size {
            Some(size) if whole.len() < size => None,
            Some(size) => {
                whole.truncate(size);
                Some(whole.into())
            }
            None => Some(whole.into()),
        }
    }

    /// The bytes of a stream at the top, whatever the case of its name.
    pub(super) fn stream(&self, name: &str) -> Option<Result<Cow<'a, [u8]>, SheetError>> {
        let stream = self.streams.iter().find(|it| it.name.eq_ignore_ascii_case(name))?;
        let bytes = if stream.size < self.small_size {
            self.small_stream(stream)
        } else {
            self.chained(stream.start, Some(stream.size))
        };
        Some(bytes.ok_or(SheetError::Damaged))
    }

    fn small_stream(&self, stream: &Stream) -> Option<Cow<'a, [u8]>> {
        let mut whole = Vec::with_capacity(stream.size);
        let mut number = stream.start;
        while number < LAST && whole.len() < stream.size {
            let at = usize::try_from(number).ok()?;
            let from = at.checked_mul(64)?;
            let until = from.checked_add(64)?.min(self.small.len());
            whole.extend_from_slice(self.small.get(from..until).filter(|it| !it.is_empty())?);
            number = *self.small_next.get(at)?;
        }
        whole.truncate(stream.size);
        (whole.len() == stream.size).then(|| whole.into())
    }

    /// Whether there is a stream or folder of this name at the top.
    pub(super) fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// Its kind, if it is not a workbook.
    pub(super) fn other(&self) -> FileKind {
        let kinds = [
            ("WordDocument", FileKind::Document),
            ("PowerPoint Document", FileKind::Slides),
            ("VisioDocument", FileKind::Drawing),
            ("__properties_version1.0", FileKind::Mail),
        ];
        let known = kinds.into_iter().find(|(name, _)| self.has(name));
        known.map_or(FileKind::Compound, |(_, kind)| kind)
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (chunks, _) = bytes.as_chunks();
    chunks.iter().map(|chunk| u32::from_le_bytes(*chunk)).collect()
}

/// An entry of the directory.
fn entry(directory: &[u8], number: usize) -> Option<Stream> {
    let from = number.checked_mul(128)?;
    let entry = directory.get(from..from.checked_add(128)?)?;
    let units = usize::from(u16_at(entry, 64)? / 2).saturating_sub(1).min(31);
    let name = entry.get(..units * 2)?.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let name = char::decode_utf16(name).map(|c| c.unwrap_or('\u{fffd}')).collect();
    let size = usize::try_from(u32_at(entry, 120)?).ok()?;
    Some(Stream { name, start: u32_at(entry, 116)?, size })
}
