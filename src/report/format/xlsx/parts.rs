//! The parts of a workbook besides its sheets.

use std::fmt::{self, Write};

use super::sheet::letters;
use super::{Page, Sheet, Top};
use crate::exchange::{ArchiveOut, PartOut, xml};
use crate::model::Language;
use crate::report::ink::ink;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

impl Top {
    /// The row with the names of the columns, counted from 1.
    pub(super) fn head_row(&self) -> usize {
        // The marking, the title, the lines, and an empty row.
        self.lines.len() + 4
    }
}

/// Writes everything but the sheets and their texts.
pub(super) fn frame(
    archive: &mut ArchiveOut,
    page: &Page<'_>,
    top: &Top,
    sheets: &[Sheet<'_>],
) -> fmt::Result {
    archive.add("[Content_Types].xml", |part| {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        write!(
            part,
            "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
             <Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>\
             <Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{kind}.sharedStrings+xml\"/>\
             <Override PartName=\"/docProps/core.xml\" \
             ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        )?;
        for number in 1..=sheets.len() {
            write!(
                part,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
                 ContentType=\"{kind}.worksheet+xml\"/>"
            )?;
        }
        part.write_str("</Types>")
    })?;
    archive.add("_rels/.rels", |part| {
        write!(
            part,
            "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/></Relationships>"
        )
    })?;
    let title = [top.marking.as_str(), top.title.as_str(), page.name];
    archive.add("docProps/core.xml", |part| {
        crate::report::office::properties(part, page.text, page.day, (&title, &page.author))
    })?;
    archive.add("xl/_rels/workbook.xml.rels", |part| {
        write!(part, "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">")?;
        for number in 1..=sheets.len() {
            write!(
                part,
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            )?;
        }
        let next = sheets.len() + 1;
        write!(
            part,
            "<Relationship Id=\"rId{next}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
             <Relationship Id=\"rId{}\" Type=\"{OFFICE}/sharedStrings\" \
             Target=\"sharedStrings.xml\"/></Relationships>",
            next + 1
        )
    })?;
    archive.add("xl/workbook.xml", |part| workbook(part, page, top, sheets))?;
    archive.add("xl/styles.xml", |part| styles(part, page.text.language()))
}

/// The list of sheets, the filtered range of each, and the row that each printed page repeats.
fn workbook(
    part: &mut PartOut<'_>,
    page: &Page<'_>,
    top: &Top,
    sheets: &[Sheet<'_>],
) -> fmt::Result {
    write!(
        part,
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews>\
         <workbookView activeTab=\"0\"/></bookViews><sheets>"
    )?;
    for (place, sheet) in sheets.iter().enumerate() {
        let number = place + 1;
        let name = xml(&sheet.name);
        write!(part, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>")?;
    }
    part.write_str("</sheets>")?;
    let head_row = top.head_row();
    let named: Vec<_> = sheets
        .iter()
        .enumerate()
        .filter_map(|(place, sheet)| {
            let width = sheet.body.head(page.text).len();
            (width > 0).then(|| (place, sheet, letters(width - 1)))
        })
        .collect();
    if !named.is_empty() {
        part.write_str("<definedNames>")?;
        for (place, sheet, end) in &named {
            let last = head_row + sheet.count;
            write!(
                part,
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{place}\" hidden=\"1\">\
                 '{}'!$A${head_row}:${end}${last}</definedName>",
                xml(&sheet.name)
            )?;
        }
        for (place, sheet, _) in &named {
            write!(
                part,
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{place}\">\
                 '{}'!${head_row}:${head_row}</definedName>",
                xml(&sheet.name)
            )?;
        }
        part.write_str("</definedNames>")?;
    }
    part.write_str("</workbook>")
}

/// The formats of cells, in the order of [`super::sheet::Style`], and the colours of rules.
fn styles(part: &mut PartOut<'_>, language: Language) -> fmt::Result {
    let ink = ink();
    let day = match language {
        Language::English => "yyyy\\-mm\\-dd",
        Language::Dutch => "dd\\-mm\\-yyyy",
    };
    write!(
        part,
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"2\">\
         <numFmt numFmtId=\"164\" formatCode=\"+0.00;\\-0.00;0.00\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"{day}\"/></numFmts>"
    )?;
    let font = |more: &str, size: u32, colour: &str| {
        format!(
            "<font>{more}<sz val=\"{size}\"/><color rgb=\"FF{colour}\"/><name val=\"Calibri\"/>\
             <family val=\"2\"/></font>"
        )
    };
    let fonts = [
        font("", 11, &ink.ink),
        font("<b/>", 12, "FFFFFF"),
        font("<b/>", 16, &ink.ink),
        font("", 11, &ink.muted),
        font("<b/>", 11, &ink.ink),
    ];
    write!(part, "<fonts count=\"{}\">{}</fonts>", fonts.len(), fonts.concat())?;
    write!(
        part,
        "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill>{}{}</fills>",
        fill("000000"),
        fill(&ink.accent_soft)
    )?;
    let side = |side: &str, line: &str, colour: &str| {
        format!("<{side} style=\"{line}\"><color rgb=\"FF{colour}\"/></{side}>")
    };
    let border =
        |bottom: String| format!("<border><left/><right/><top/>{bottom}<diagonal/></border>");
    write!(
        part,
        "<borders count=\"3\">{}{}{}</borders>",
        border("<bottom/>".to_owned()),
        border(side("bottom", "thin", &ink.hairline)),
        border(side("bottom", "medium", &ink.ink))
    )?;
    part.write_str(
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>\
         </cellStyleXfs>",
    )?;
    let xf = |format: u32, font: u32, fill: u32, border: u32, more: &str, align: &str| {
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" \
             xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" \
             applyAlignment=\"1\"{more}><alignment vertical=\"top\"{align}/></xf>"
        )
    };
    let (wrapped, centred) = (" wrapText=\"1\"", " horizontal=\"center\"");
    let quoted = " quotePrefix=\"1\"";
    let all = [
        xf(0, 0, 0, 0, "", ""),
        xf(0, 1, 2, 0, "", ""),
        xf(0, 2, 0, 0, "", ""),
        xf(0, 3, 0, 0, "", ""),
        xf(0, 4, 3, 2, "", wrapped),
        // A cell whose content stays text whatever is typed into it.
        xf(49, 0, 0, 1, "", wrapped),
        xf(49, 0, 0, 1, quoted, wrapped),
        xf(1, 0, 0, 1, "", ""),
        xf(164, 0, 0, 1, "", ""),
        xf(165, 0, 0, 1, "", " horizontal=\"left\""),
        xf(49, 0, 0, 1, "", centred),
        xf(49, 0, 0, 1, quoted, centred),
        xf(1, 0, 0, 1, "", centred),
        xf(0, 0, 0, 1, "", ""),
        xf(9, 0, 0, 1, "", ""),
    ];
    write!(part, "<cellXfs count=\"{}\">{}</cellXfs>", all.len(), all.concat())?;
    part.write_str(
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
    )?;
    let rules = ink.stance.iter().zip(&ink.stance_ink);
    let rules: Vec<_> = rules
        .chain(ink.severity.iter().zip(&ink.severity_ink))
        .map(|(fill, ink)| {
            format!(
                "<dxf><font><color rgb=\"FF{ink}\"/></font><fill><patternFill patternType=\"solid\">\
                 <fgColor rgb=\"FF{fill}\"/><bgColor rgb=\"FF{fill}\"/></patternFill></fill></dxf>"
            )
        })
        .collect();
    write!(part, "<dxfs count=\"{}\">{}</dxfs></styleSheet>", rules.len(), rules.concat())
}

fn fill(colour: &str) -> String {
    format!(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{colour}\"/>\
         <bgColor indexed=\"64\"/></patternFill></fill>"
    )
}

/// The texts that cells share.
pub(super) fn strings(part: &mut PartOut<'_>, all: &[String]) -> fmt::Result {
    write!(part, "{DECLARATION}<sst xmlns=\"{MAIN}\" uniqueCount=\"{}\">", all.len())?;
    for words in all {
        write!(part, "<si><t xml:space=\"preserve\">{}</t></si>", escaped(words))?;
    }
    part.write_str("</sst>")
}

/// Text as Excel writes it: control characters by number, and anything that looks like such a
/// number as well.
fn escaped(words: &str) -> String {
    let mut marked = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let rest = words.as_bytes().get(at..at + 7).unwrap_or_default();
        let is_number = |it: &[u8]| it.iter().all(u8::is_ascii_hexdigit);
        if let [b'_', b'x', number @ .., b'_'] = rest
            && number.len() == 4
            && is_number(number)
        {
            marked += "_x005F_";
        } else if c.is_control() && !matches!(c, '\t' | '\n')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
        {
            let _ = write!(marked, "_x{:04X}_", u32::from(c));
        } else {
            marked.push(c);
        }
    }
    xml(&marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_a_tag_or_an_escape() {
        assert_eq!(escaped("a_x000D_<b>\r"), "a_x005F_x000D_&lt;b&gt;_x000D_");
        assert_eq!(escaped("_x_ _x12G4_ é_x0041_"), "_x_ _x12G4_ é_x005F_x0041_");
    }
}
