//! Reads the ZIP archive of a modern workbook without trusting what it says about itself.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use flate2::{Crc, read::DeflateDecoder};

use super::bytes::{u16_at, u32_at, u64_at};
use crate::exchange::table::SheetError;

/// The most parts that a workbook has.
const MOST_PARTS: usize = 10_000;

/// The most that all parts read from a workbook may hold unpacked, in bytes, and the cost of an XML
/// element on top of that, since a long text is read faster than many elements. In ODS, a table of
/// more than a million cells takes two thirds of it.
const MOST_UNPACKED: u64 = 320 << 20;
const EACH_ELEMENT: u64 = 32;

/// The greatest ratio at which a large part may be packed; tables of numbers reach a hundred.
const MOST_RATIO: u64 = 400;

/// The size below which the ratio does not matter, in bytes.
const SMALL: u64 = 4 << 20;

/// The greatest distance between two XML marks, in bytes.
const MOST_AT_ONCE: usize = 8 << 20;

/// How much of each part is searched for declarations, in bytes: they are at its beginning.
pub(super) const LOOKED_AT: usize = 4096;

/// A ZIP archive in memory.
pub(in crate::exchange) struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part>,
    // The number of bytes that may still be unpacked.
    budget: Rc<Cell<u64>>,
}

/// A part, according to the directory.
struct Part {
    name: String,
    encrypted: bool,
    method: u16,
    crc: u32,
    packed: u64,
    unpacked: u64,
    from: usize,
    until: usize,
}

/// The fault that occurred while a part was read, which an error of the system has no room for.
pub(in crate::exchange) type Fault = Rc<Cell<Option<SheetError>>>;

fn place(value: u64) -> Option<usize> {
    usize::try_from(value).ok()
}

impl<'a> Archive<'a> {
    /// Opens an Office archive. No program writes declarations, so none are accepted, not even in
    /// parts that are not read.
    ///
    /// # Errors
    /// [`SheetError`] if it is damaged or was made to deceive.
    pub(in crate::exchange) fn opened(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let archive = Self::new(bytes)?;
        let endings = [".xml", ".rels", ".vml"];
        refuse_declarations(archive.beginnings(&endings, LOOKED_AT as u64))?;
        Ok(archive)
    }

    /// Reads the directory of an archive and checks it against the content.
    ///
    /// # Errors
    /// [`SheetError`] if it is damaged or was made to deceive.
    fn new(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let (count, from) = directory(bytes).ok_or(SheetError::Damaged)?;
        if count > MOST_PARTS as u64 {
            return Err(SheetError::Bomb);
        }
        let mut at = place(from).ok_or(SheetError::Damaged)?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let (part, next) = listed(bytes, at).ok_or(SheetError::Damaged)?;
            parts.push(part);
            at = next;
        }
        for part in &mut parts {
            located(bytes, part)?;
            // A folder is a part without content.
            if part.unpacked > SMALL && part.unpacked / MOST_RATIO > part.packed {
                return Err(SheetError::Bomb);
            }
        }
        let mut places: Vec<_> = parts.iter().map(|part| (part.from, part.until)).collect();
        places.sort_unstable();
        let mut names: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
        names.sort_unstable();
        let overlaps = places.windows(2).any(|two| two[1].0 < two[0].1);
        if overlaps || names.windows(2).any(|two| two[0] == two[1]) {
            return Err(SheetError::Misstated);
        }
        Ok(Self { bytes, parts, budget: Rc::new(Cell::new(MOST_UNPACKED)) })
    }

    /// The names of all parts.
    pub(in crate::exchange) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// A part by its name, whatever the case of its letters; `None` if there is none.
    ///
    /// # Errors
    /// [`SheetError`] if it cannot be unpacked.
    pub(in crate::exchange) fn part(&self, name: &str) -> Result<Option<Unpacked<'a>>, SheetError> {
        let name = name.trim_start_matches('/');
        let same = |part: &&Part| part.name == name;
        let alike = |part: &&Part| part.name.eq_ignore_ascii_case(name);
        let found = self.parts.iter().find(same).or_else(|| self.parts.iter().find(alike));
        let Some(part) = found else { return Ok(None) };
        if part.encrypted {
            return Err(SheetError::Encrypted);
        }
        if part.unpacked > self.budget.get() {
            return Err(SheetError::Bomb);
        }
        let start = part.until - place(part.packed).ok_or(SheetError::Damaged)?;
        let data = self.bytes.get(start..part.until).ok_or(SheetError::Damaged)?;
        let inner = match part.method {
            0 => Inner::Stored(data),
            8 => Inner::Deflated(Box::new(DeflateDecoder::new(data))),
            _ => return Err(SheetError::Damaged),
        };
        Ok(Some(Unpacked {
            inner,
            left: part.unpacked,
            crc: Some((Crc::new(), part.crc)),
            budget: Rc::clone(&self.budget),
            at_once: MOST_AT_ONCE,
            fault: Fault::default(),
        }))
    }

    /// The beginning of each part whose name ends like this, up to this many bytes.
    fn beginnings<'b>(
        &'b self,
        endings: &'b [&'b str],
        length: u64,
    ) -> impl Iterator<Item = Vec<u8>> + 'b {
        let of_kind = |part: &&Part| {
            let name = part.name.to_ascii_lowercase();
            endings.iter().any(|ending| name.ends_with(ending))
        };
        self.parts.iter().filter(of_kind).map(move |part| {
            let mut start = Vec::new();
            if let Ok(Some(mut unpacked)) = self.part(&part.name) {
                // The checksum covers whole parts only.
                unpacked.crc = None;
                let _ = unpacked.take(length).read_to_end(&mut start);
            }
            start
        })
    }
}

/// Refuses XML that declares entities: each may expand to any number of others.
pub(super) fn refuse_declarations(
    beginnings: impl IntoIterator<Item = impl AsRef<[u8]>>,
) -> Result<(), SheetError> {
    for beginning in beginnings {
        let beginning = beginning.as_ref().to_ascii_uppercase();
        for declaration in ["<!DOCTYPE", "<!ENTITY"] {
            if memchr::memmem::find(&beginning, declaration.as_bytes()).is_some() {
                return Err(SheetError::Declares);
            }
        }
    }
    Ok(())
}

/// The number of parts, and where the list of them begins.
fn directory(bytes: &[u8]) -> Option<(u64, u64)> {
    // A comment may follow, of up to 65,535 bytes.
    let earliest = bytes.len().saturating_sub(22 + 65_535);
    let end = earliest + memchr::memmem::rfind(&bytes[earliest..], b"PK\x05\x06")?;
    let (count, from) = (u16_at(bytes, end + 10)?, u32_at(bytes, end + 16)?);
    if count != u16::MAX && from != u32::MAX {
        return Some((count.into(), from.into()));
    }
    // Used by large archives, and by some programs in small ones.
    let locator = end.checked_sub(20)?;
    if u32_at(bytes, locator)? != 0x0706_4b50 {
        return None;
    }
    let record = place(u64_at(bytes, locator + 8)?)?;
    if u32_at(bytes, record)? != 0x0606_4b50 {
        return None;
    }
    Some((u64_at(bytes, record.checked_add(32)?)?, u64_at(bytes, record.checked_add(48)?)?))
}

/// The part listed at this place in the directory, and the place of the next. A part's place in the
/// archive is that of its own header.
fn listed(bytes: &[u8], at: usize) -> Option<(Part, usize)> {
    let head = bytes.get(at..at.checked_add(46)?)?;
    if !head.starts_with(b"PK\x01\x02") {
        return None;
    }
    let size = |at| Some(usize::from(u16_at(head, at)?));
    let (name_size, extra_size, note_size) = (size(28)?, size(30)?, size(32)?);
    let name_at = at + 46;
    let name = bytes.get(name_at..name_at + name_size)?;
    let extra = bytes.get(name_at + name_size..name_at + name_size + extra_size)?;
    let mut sizes = [u32_at(head, 24)?, u32_at(head, 20)?, u32_at(head, 42)?].map(u64::from);
    if sizes.contains(&u64::from(u32::MAX)) {
        let mut wide = wide_sizes(extra)?;
        for size in sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX)) {
            let (value, rest) = wide.split_first_chunk()?;
            (*size, wide) = (u64::from_le_bytes(*value), rest);
        }
    }
    let [unpacked, packed, from] = sizes;
    let part = Part {
        // Some programs write the separators of Windows.
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        encrypted: u16_at(head, 8)? & 1 == 1,
        method: u16_at(head, 10)?,
        crc: u32_at(head, 16)?,
        packed,
        unpacked,
        from: place(from)?,
        until: 0,
    };
    Some((part, name_at + name_size + extra_size + note_size))
}

/// The sizes of more than four bytes among the extra fields of a part.
fn wide_sizes(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let (id, size) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let field = extra.get(4..4 + size)?;
        if id == 1 {
            return Some(field);
        }
        extra = extra.get(4 + size..)?;
    }
}

/// Finds the end of a part from its own header, which must agree with the directory.
fn located(bytes: &[u8], part: &mut Part) -> Result<(), SheetError> {
    let head = bytes.get(part.from..).unwrap_or_default();
    if !head.starts_with(b"PK\x03\x04") {
        return Err(SheetError::Damaged);
    }
    let of = |at| u16_at(head, at).map(usize::from).ok_or(SheetError::Damaged);
    let (name_size, extra_size) = (of(26)?, of(28)?);
    let name = head.get(30..30 + name_size).ok_or(SheetError::Damaged)?;
    if String::from_utf8_lossy(name).replace('\\', "/") != part.name
        || of(8)? != usize::from(part.method)
    {
        return Err(SheetError::Misstated);
    }
    let until = place(part.packed)
        .and_then(|packed| (part.from + 30 + name_size + extra_size).checked_add(packed));
    part.until = until.filter(|until| *until <= bytes.len()).ok_or(SheetError::Damaged)?;
    if part.method == 0 && part.packed != part.unpacked {
        return Err(SheetError::Misstated);
    }
    Ok(())
}

/// A part being unpacked. It never yields more than the directory stated, and reports an error if
/// there is more or less, or if the checksum is wrong.
pub(in crate::exchange) struct Unpacked<'a> {
    inner: Inner<'a>,
    left: u64,
    crc: Option<(Crc, u32)>,
    budget: Rc<Cell<u64>>,
    at_once: usize,
    fault: Fault,
}

enum Inner<'a> {
    Stored(&'a [u8]),
    Deflated(Box<DeflateDecoder<&'a [u8]>>),
}

impl<'a> Unpacked<'a> {
    /// Bytes that were never packed, read with the same care.
    pub(in crate::exchange) fn plain(bytes: &'a [u8]) -> Self {
        Self {
            inner: Inner::Stored(bytes),
            left: bytes.len() as u64,
            crc: None,
            budget: Rc::new(Cell::new(MOST_UNPACKED)),
            at_once: MOST_AT_ONCE,
            fault: Fault::default(),
        }
    }

    /// The fault, once reading has failed.
    pub(in crate::exchange) fn fault(&self) -> Fault {
        Rc::clone(&self.fault)
    }

    /// Grants another allowance for reading up to the next mark.
    pub(in crate::exchange) fn go_on(&mut self) {
        self.at_once = MOST_AT_ONCE;
    }

    /// Counts an element.
    ///
    /// # Errors
    /// [`SheetError::Bomb`] if there are more than a table has.
    pub(in crate::exchange) fn count_element(&mut self) -> Result<(), SheetError> {
        let left = self.budget.get().checked_sub(EACH_ELEMENT).ok_or(SheetError::Bomb)?;
        self.budget.set(left);
        Ok(())
    }

    /// Whether more was read for one mark than is allowed between two.
    pub(in crate::exchange) fn is_overlong(&self) -> bool {
        self.at_once == 0
    }

    fn fail<T>(&self, fault: SheetError) -> io::Result<T> {
        self.fault.set(Some(fault));
        Err(io::ErrorKind::InvalidData.into())
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at_once == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let room = into.len().min(self.at_once);
        let read = match &mut self.inner {
            Inner::Stored(rest) => rest.read(&mut into[..room]),
            Inner::Deflated(decoder) => decoder.read(&mut into[..room]),
        };
        let Ok(read) = read else { return self.fail(SheetError::Damaged) };
        if read == 0 && room > 0 {
            let whole = self.crc.as_ref().is_none_or(|(crc, stated)| crc.sum() == *stated);
            return match (self.left, whole) {
                (0, true) => Ok(0),
                (0, false) => self.fail(SheetError::Damaged),
                // Cut short, or never as large as stated.
                _ => self.fail(SheetError::Misstated),
            };
        }
        let size = read as u64;
        if size > self.left {
            return self.fail(SheetError::Misstated);
        }
        let Some(budget) = self.budget.get().checked_sub(size) else {
            return self.fail(SheetError::Bomb);
        };
        self.budget.set(budget);
        self.left -= size;
        self.at_once -= read;
        if let Some((crc, _)) = &mut self.crc {
            crc.update(&into[..read]);
        }
        Ok(read)
    }
}
