//! The parts of a document besides its body: styles, header and footer, footnotes, settings.

use std::fmt::{self, Write};

use super::{Frame, run};
use crate::exchange::{ArchiveOut, PartOut, xml};
use crate::model::Language;
use crate::report::ink::ink;
use crate::report::office::properties;
use crate::text::{Text, msg};

/// A4 and its margins, in twentieths of a point.
pub(super) const SHORT_SIDE: u32 = 11_906;
pub(super) const LONG_SIDE: u32 = 16_838;
pub(super) const MARGIN: u32 = 1_021;

macro_rules! declaration {
    () => {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    };
}

macro_rules! spaces {
    () => {
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    };
}

/// The beginning of the body.
pub(super) const DOCUMENT: &str = concat!(declaration!(), "<w:document ", spaces!(), "><w:body>");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Writes everything but the body.
pub(super) fn frame(archive: &mut ArchiveOut, frame: &Frame, notes: &[String]) -> fmt::Result {
    let mut names = vec!["styles", "settings", "header", "footer", "footnotes"];
    names.extend(frame.comments.as_ref().map(|_| "comments"));
    archive.add("[Content_Types].xml", |part| {
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        write!(
            part,
            "{}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"{kind}.document.main+xml\"/>",
            declaration!()
        )?;
        for name in &names {
            write!(
                part,
                "<Override PartName=\"/word/{name}.xml\" ContentType=\"{kind}.{name}+xml\"/>"
            )?;
        }
        part.write_str(
            "<Override PartName=\"/docProps/core.xml\" \
             ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        )
    })?;
    archive.add("_rels/.rels", |part| {
        write!(
            part,
            "{}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/></Relationships>",
            declaration!()
        )
    })?;
    let title = [&*frame.marking, &*frame.title, &*frame.name];
    archive.add("docProps/core.xml", |part| {
        properties(part, frame.text, frame.day, (&title, &frame.author))
    })?;
    archive.add("word/_rels/document.xml.rels", |part| {
        write!(part, "{}<Relationships xmlns=\"{PACKAGE}/relationships\">", declaration!())?;
        for (place, name) in names.iter().enumerate() {
            write!(
                part,
                "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{name}\" Target=\"{name}.xml\"/>",
                place + 1
            )?;
        }
        part.write_str("</Relationships>")
    })?;
    archive.add("word/styles.xml", |part| styles(part, frame))?;
    archive.add("word/settings.xml", settings)?;
    archive.add("word/header.xml", |part| {
        write!(
            part,
            "{}<w:hdr {}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p></w:hdr>",
            declaration!(),
            spaces!(),
            marking(&frame.marking)
        )
    })?;
    archive.add("word/footer.xml", |part| footer(part, frame.text, frame))?;
    if let Some(comments) = &frame.comments {
        archive.add("word/comments.xml", |part| {
            write!(part, "{}<w:comments {}>{comments}</w:comments>", declaration!(), spaces!())
        })?;
    }
    archive.add("word/footnotes.xml", |part| footnotes(part, notes))
}

/// The marking, unmissable on paper and on screen.
fn marking(words: &str) -> String {
    let band = "<w:b/><w:color w:val=\"FFFFFF\"/>\
                <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>";
    run(band, &format!(" {words} "))
}

/// The paper, and the header and footer of each page.
pub(super) fn section(part: &mut PartOut<'_>, across: bool) -> fmt::Result {
    let (width, height, orient) = if across {
        (LONG_SIDE, SHORT_SIDE, " w:orient=\"landscape\"")
    } else {
        (SHORT_SIDE, LONG_SIDE, "")
    };
    write!(
        part,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footnotePr>\
         <w:numFmt w:val=\"decimal\"/></w:footnotePr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"1300\" w:right=\"{MARGIN}\" w:bottom=\"1200\" w:left=\"{MARGIN}\" \
         w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn footer(part: &mut PartOut<'_>, text: Text, frame: &Frame) -> fmt::Result {
    let width = if frame.across { LONG_SIDE } else { SHORT_SIDE } - 2 * MARGIN;
    let title: String = frame.title.chars().take(60).collect();
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let tab = "<w:r><w:tab/></w:r>";
    write!(
        part,
        "{}<w:ftr {}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs>\
         <w:tab w:val=\"center\" w:pos=\"{}\"/><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs>\
         </w:pPr>{}{tab}{}{tab}{}{}{}{}</w:p></w:ftr>",
        declaration!(),
        spaces!(),
        width / 2,
        run("", &title),
        marking(&frame.marking),
        run("", &format!("{} ", text.get(msg!("document-page")))),
        field("PAGE"),
        run("", " / "),
        field("NUMPAGES"),
    )
}

fn footnotes(part: &mut PartOut<'_>, notes: &[String]) -> fmt::Result {
    let between = |id: i32, kind: &str, mark: &str| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>\
             <w:r><w:{mark}/></w:r></w:p></w:footnote>"
        )
    };
    write!(
        part,
        "{}<w:footnotes {}>{}{}",
        declaration!(),
        spaces!(),
        between(-1, "separator", "separator"),
        between(0, "continuationSeparator", "continuationSeparator")
    )?;
    for (place, words) in notes.iter().enumerate() {
        write!(
            part,
            "<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr>\
             <w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
            place + 1,
            run("", &format!(" {words}"))
        )?;
    }
    part.write_str("</w:footnotes>")
}

fn settings(part: &mut PartOut<'_>) -> fmt::Result {
    write!(
        part,
        "{}<w:settings {}><w:defaultTabStop w:val=\"708\"/><w:footnotePr>\
         <w:numFmt w:val=\"decimal\"/><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>",
        declaration!(),
        spaces!()
    )
}

/// The styles: the built-in ones under Word's names, and ours.
fn styles(part: &mut PartOut<'_>, frame: &Frame) -> fmt::Result {
    let ink = ink();
    let locale = match frame.text.language() {
        Language::English => "en-GB",
        Language::Dutch => "nl-NL",
    };
    let (text, muted, soft) =
        (ink.ink.to_uppercase(), ink.muted.to_uppercase(), ink.accent_soft.to_uppercase());
    let line = ink.hairline.to_uppercase();
    write!(
        part,
        "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" \
         w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:color w:val=\"{text}\"/>\
         <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{locale}\" \
         w:eastAsia=\"{locale}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
         <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr></w:style>",
        declaration!(),
        spaces!()
    )?;
    let mut style = |id: &str, name: &str, paragraph: &str, letters: &str, next: &str| {
        let next =
            if next.is_empty() { String::new() } else { format!("<w:next w:val=\"{next}\"/>") };
        write!(
            part,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{}\"/>\
             <w:basedOn w:val=\"Normal\"/>{next}<w:qFormat/><w:pPr>{paragraph}</w:pPr>\
             <w:rPr>{letters}</w:rPr></w:style>",
            xml(name)
        )
    };
    let size = |size: u32| format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    let after = |before: u32, after: u32| {
        format!(
            "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/>"
        )
    };
    style(
        "Title",
        "Title",
        &format!("<w:keepNext/>{}", after(0, 40)),
        &format!("<w:b/>{}", size(40)),
        "Subtitle",
    )?;
    style(
        "Subtitle",
        "Subtitle",
        &format!("<w:keepNext/>{}", after(0, 240)),
        &format!("<w:color w:val=\"{muted}\"/>{}", size(24)),
        "Normal",
    )?;
    let heading =
        format!("<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"0\"/>", after(320, 100));
    style("Heading1", "heading 1", &heading, &format!("<w:b/>{}", size(27)), "Normal")?;
    style("TableText", "Table text", &after(20, 20), &size(18), "")?;
    let head = format!("<w:keepNext/>{}", after(40, 40));
    style("TableHead", "Table head", &head, &format!("<w:b/>{}", size(18)), "")?;
    style("After", "After table", &after(0, 120), &size(8), "Normal")?;
    style("Header", "header", &format!("{}<w:jc w:val=\"center\"/>", after(0, 0)), &size(19), "")?;
    style(
        "Footer",
        "footer",
        &after(0, 0),
        &format!("<w:color w:val=\"{muted}\"/>{}", size(17)),
        "",
    )?;
    style("FootnoteText", "footnote text", &after(0, 40), &size(18), "")?;
    write!(
        part,
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">\
         <w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>\
         </w:style><w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Lined\">\
         <w:name w:val=\"Lined table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
         <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/></w:tblBorders>\
         </w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{text}\"/></w:tcBorders>\
         <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{soft}\"/></w:tcPr></w:tblStylePr></w:style>\
         {}</w:styles>",
        frame.styles
    )
}
