//! Workbooks made byte by byte, as no program writes them.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// An archive of these parts, each packed or as it is.
pub(crate) fn zip(parts: &[(&str, &[u8])], packed: bool) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let mut crc = Crc::new();
        crc.update(bytes);
        let data = if packed {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(bytes).unwrap();
            encoder.finish().unwrap()
        } else {
            bytes.to_vec()
        };
        let from = u32::try_from(file.len()).unwrap();
        let mut head = vec![20, 0, 0, 0, if packed { 8 } else { 0 }, 0, 0, 0, 0, 0];
        head.extend(crc.sum().to_le_bytes());
        head.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        head.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0; 2]);
        file.extend([&b"PK\x03\x04"[..], &head, name.as_bytes(), &data].concat());
        list.extend([&b"PK\x01\x02\x14\0"[..], &head, &[0; 10], &from.to_le_bytes()].concat());
        list.extend(name.as_bytes());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let sizes = [list.len(), file.len()].map(|it| u32::try_from(it).unwrap().to_le_bytes());
    file.extend(list);
    file.extend(
        [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &sizes[0], &sizes[1], b"\0\0"].concat(),
    );
    file
}

/// A workbook with this sheet and these shared texts.
pub(crate) fn workbook(sheet: &str, strings: &str, packed: bool) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let listed = |all: String| format!("<Relationships>{all}</Relationships>");
    let root = listed(relation("a", "officeDocument", "xl/workbook.xml"));
    let parts = listed(
        relation("b", "worksheet", "sheet.xml") + &relation("c", "sharedStrings", "strings.xml"),
    );
    let main = "<workbook><sheets><sheet name=\"S\" r:id=\"b\"/></sheets></workbook>";
    let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
    let strings = format!("<sst>{strings}</sst>");
    let all = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", main.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sheet.xml", sheet.as_bytes()),
        ("xl/strings.xml", strings.as_bytes()),
    ];
    zip(&all, packed)
}

pub(crate) fn text_cell(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A workbook of OpenDocument with these rows.
pub(crate) fn open_document(rows: &str, packed: bool) -> Vec<u8> {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">\
         {rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())], packed)
}

/// A workbook of Excel 97 with a sheet of these records: a compound file with one large stream.
pub(crate) fn old_workbook(records: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 4096;
    let record = |number: u16, content: &[u8]| {
        let size = u16::try_from(content.len()).unwrap();
        [&number.to_le_bytes()[..], &size.to_le_bytes(), content].concat()
    };
    let begins = |kind: u8| record(0x0809, &[&[0, 6, kind, 0][..], &[0; 12]].concat());
    let sheet = |from: u32| record(0x0085, &[&from.to_le_bytes()[..], b"\0\0\x01\0S"].concat());
    let head = [begins(5), sheet(0), record(0x000a, &[])].concat();
    let from = u32::try_from(head.len()).unwrap();
    let head = [begins(5), sheet(from), record(0x000a, &[])].concat();
    let mut stream = [&head, &begins(0x10), records, &record(0x000a, &[])].concat();
    let size = u32::try_from(stream.len()).unwrap();
    stream.resize(stream.len().next_multiple_of(SECTOR).max(SECTOR * 2), 0);
    // The directory, the stream, and the chains of both.
    let count = stream.len() / SECTOR;
    let chains = (count + 1 + 16).div_ceil(SECTOR / 4);
    let mut next: Vec<u32> = (1..=u32::try_from(count + 1).unwrap()).collect();
    (next[0], next[count]) = (0xffff_fffe, 0xffff_fffe);
    next.extend(std::iter::repeat_n(0xffff_fffd, chains));
    next.resize(chains * SECTOR / 4, 0xffff_ffff);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry = vec![0; 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64] = u8::try_from(units.len() + 2).unwrap();
        (entry[66], entry[67]) = (kind, 1);
        for (at, value) in [(68, u32::MAX), (72, u32::MAX), (76, child), (116, start), (120, size)]
        {
            entry[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        entry
    };
    let mut file = vec![0; SECTOR];
    file[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let halves = [(24, 0x3e_u16), (26, 4), (28, 0xfffe), (30, 12), (32, 6)];
    for (at, value) in halves {
        file[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    let first = u32::try_from(count + 1).unwrap();
    let whole = [
        (44, u32::try_from(chains).unwrap()),
        (48, 0),
        (56, 4096),
        (60, 0xffff_fffe),
        (64, 0),
        (68, 0xffff_fffe),
        (72, 0),
    ];
    for (at, value) in whole {
        file[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    for place in 0..109 {
        let chain = u32::try_from(place).unwrap();
        let value = if place < chains { first + chain } else { u32::MAX };
        file[76 + place * 4..80 + place * 4].copy_from_slice(&value.to_le_bytes());
    }
    let mut folder = entry("Root Entry", 5, 1, 0xffff_fffe, 0);
    folder.extend(entry("Workbook", 2, u32::MAX, 1, size));
    folder.resize(SECTOR, 0);
    file.extend(folder);
    file.extend(stream);
    file.extend(next.iter().flat_map(|it| it.to_le_bytes()));
    file
}
