//! Recognises what a file is from its first bytes.

use crate::model::keyed;

keyed! {
    /// Something that is not a table.
    pub enum FileKind as "file-kind" {
        /// A document with text.
        Document = "document",
        /// Slides.
        Slides = "slides",
        /// A drawing or a formula of an office suite.
        Drawing = "drawing",
        /// A PDF.
        Pdf = "pdf",
        /// A picture.
        Picture = "picture",
        /// Sound or film.
        Recording = "recording",
        /// A web page.
        Page = "page",
        /// XML of another kind.
        Xml = "xml",
        /// A message from a mail program.
        Mail = "mail",
        /// A dossier or another database.
        Database = "database",
        /// A review package.
        Package = "package",
        /// An archive with files in it.
        Archive = "archive",
        /// A program.
        Program = "program",
        /// A workbook of Excel in its binary form (XLSB).
        BinaryWorkbook = "binary_workbook",
        /// A workbook of Excel older than 97.
        OldWorkbook = "old_workbook",
        /// A workbook of Apple Numbers.
        Numbers = "numbers",
        /// A compound file of Microsoft Office without a workbook in it.
        Compound = "compound",
    }
}

/// The start of a ZIP archive; Excel and LibreOffice store workbooks in one.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";

/// The start of a compound file, in which older versions of Excel store a workbook.
pub(super) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// First bytes of files that are not tables.
const BEGINNINGS: [(&[u8], FileKind); 31] = [
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF87a", FileKind::Picture),
    (b"GIF89a", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"{\\rtf", FileKind::Document),
    (b"SQLite format 3\0", FileKind::Database),
    (b"CBM review package ", FileKind::Package),
    (b"age-encryption.org/", FileKind::Package),
    (b"PK\x05\x06", FileKind::Archive),
    (b"PK\x07\x08", FileKind::Archive),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
    (b"Rar!\x1a", FileKind::Archive),
    (b"\x1f\x8b\x08", FileKind::Archive),
    (b"\x28\xb5\x2f\xfd", FileKind::Archive),
    (b"\xfd7zXZ\0", FileKind::Archive),
    (b"BZh91AY", FileKind::Archive),
    (b"\x7fELF", FileKind::Program),
    (b"MZ\x90\0", FileKind::Program),
    (b"OggS", FileKind::Recording),
    (b"ID3\x03", FileKind::Recording),
    (b"ID3\x04", FileKind::Recording),
    (b"fLaC", FileKind::Recording),
    (b"\x1a\x45\xdf\xa3", FileKind::Recording),
    // Workbooks of Excel 2 to 4, which are a bare stream of records.
    (b"\x09\x00\x04\x00", FileKind::OldWorkbook),
    (b"\x09\x02\x06\x00", FileKind::OldWorkbook),
    (b"\x09\x04\x06\x00", FileKind::OldWorkbook),
    (b"\x09\x08\x08\x00", FileKind::OldWorkbook),
    (b"\x09\x08\x10\x00", FileKind::OldWorkbook),
];

impl FileKind {
    /// The kind of these bytes, if they are neither a workbook nor text that may be a table.
    pub(in crate::exchange) fn of(bytes: &[u8]) -> Option<Self> {
        let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
        if let Some((_, kind)) = known {
            return Some(*kind);
        }
        match bytes {
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => return Some(Self::Picture),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                return Some(Self::Picture);
            }
            [b'R', b'I', b'F', b'F', ..] | [_, _, _, _, b'f', b't', b'y', b'p', ..] => {
                return Some(Self::Recording);
            }
            _ => {}
        }
        let head = &bytes[..bytes.len().min(1024)];
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let begins = |word: &str| {
            head.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()))
        };
        if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<table") {
            return Some(Self::Page);
        }
        if begins("<?xml") || begins("<!doctype") {
            let page = memchr::memmem::find(head, b"<html").is_some();
            return Some(if page { Self::Page } else { Self::Xml });
        }
        // Some programs write a few bytes before it.
        memchr::memmem::find(head, b"%PDF-1.").map(|_| Self::Pdf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_recognised_by_its_beginning() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Some(FileKind::Pdf)),
            (b"\n%PDF-1.4\n", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n\x1a\n", Some(FileKind::Picture)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(FileKind::Picture)),
            (b"\0\0\0\x20ftypisom", Some(FileKind::Recording)),
            (b"\xef\xbb\xbf\n<!DOCTYPE html><title>x", Some(FileKind::Page)),
            (b"<?xml version=\"1.0\"?>\n<html>", Some(FileKind::Page)),
            (b"<?xml version=\"1.0\"?><a/>", Some(FileKind::Xml)),
            (b"{\\rtf1\\ansi", Some(FileKind::Document)),
            (b"SQLite format 3\0\x10\0", Some(FileKind::Database)),
            (b"party,proposal,stance\n", None),
            (b"BM;x\n", None),
            (b"II*;x\n", None),
            (b"MZ;x\n", None),
            (b"", None),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:?}");
        }
    }
}
