//! A page as a Word document: real headings, tables whose heads repeat on every page, the marking
//! in header and footer, sources as footnotes, and the language declared.

pub(in crate::report) mod draft;
mod parts;
mod table;

use std::fmt::{self, Write};

use chrono::NaiveDate;

use crate::exchange::{ArchiveOut, plain, xml};
use crate::report::manuscript::{Manuscript, Passage};
use crate::report::page::Page;
use crate::text::Text;

/// The most cells a document can hold before a word processor takes minutes to open it.
pub(in crate::report) const MOST_CELLS: usize = 200_000;

/// The most columns of text that fit side by side on a portrait page.
const MOST_UPRIGHT: f32 = 6.0;

/// The most columns of stances side by side on a page; the rest follow in another table.
const STANCES: usize = 14;

pub(in crate::report) fn write(page: &Page<'_>) -> Vec<u8> {
    let mut archive = ArchiveOut::default();
    // Writing to memory does not fail.
    let _ = pack(page, &mut archive);
    archive.finish()
}

/// Everything a document needs outside its body.
struct Frame {
    marking: String,
    title: String,
    across: bool,
    text: Text,
    day: NaiveDate,
    // Its subject in a word or two, for its properties.
    name: String,
    // Who drew it up, if that is to be said.
    author: String,
    // Styles in addition to those of every document.
    styles: String,
    comments: Option<String>,
}

/// The notes used in the document so far.
#[derive(Default)]
pub(in crate::report) struct Notes {
    had: usize,
}

impl Notes {
    /// A reference to a note; later ones repeat the number of the first.
    fn reference(&mut self, number: usize) -> String {
        const MARK: &str = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
        // Notes are numbered in the order in which they are first referred to.
        if number <= self.had {
            return format!(
                "<w:fldSimple w:instr=\" NOTEREF _note{number} \\f \\h \"><w:r>{MARK}\
                 <w:t>{number}</w:t></w:r></w:fldSimple>"
            );
        }
        self.had = number;
        format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"_note{number}\"/><w:r>{MARK}\
             <w:footnoteReference w:id=\"{number}\"/></w:r><w:bookmarkEnd w:id=\"{number}\"/>"
        )
    }
}

fn pack(page: &Page<'_>, archive: &mut ArchiveOut) -> fmt::Result {
    let Manuscript { marking, title, passages, notes: all } = &Manuscript::of(page);
    let (mut body, mut notes) = (String::new(), Notes::default());
    let across = passages.iter().any(|passage| match passage {
        Passage::Grid(grid) => {
            grid.columns.iter().any(|it| it.turned) || grid.has_many_columns(MOST_UPRIGHT)
        }
        Passage::Title(_)
        | Passage::About(_)
        | Passage::Sentence(_)
        | Passage::Part(_)
        | Passage::Heading(..) => false,
    });
    let frame = Frame {
        marking: marking.clone(),
        title: title.clone(),
        across,
        text: page.text,
        day: page.day,
        name: page.name.to_owned(),
        author: page.author.clone(),
        styles: String::new(),
        comments: None,
    };
    let width = if across { parts::LONG_SIDE } else { parts::SHORT_SIDE } - 2 * parts::MARGIN;
    for passage in passages {
        match passage {
            Passage::Title(words) => body += &paragraph("Title", words),
            Passage::About(words) => body += &paragraph("Subtitle", words),
            Passage::Sentence(words) => body += &paragraph("Normal", words),
            Passage::Part(words) => body += &part(words),
            // Headings within a part are one level below that of the part.
            Passage::Heading(words, within) => {
                body += &paragraph(if *within { "Heading2" } else { "Heading1" }, words);
            }
            Passage::Grid(grid) => {
                // As many proposals side by side as can be read, then the next.
                let columns: Vec<usize> = (grid.stubs..grid.columns.len()).collect();
                let turned = grid.columns.iter().any(|it| it.turned);
                let most = if turned { STANCES } else { columns.len().max(1) };
                let mut parts: Vec<_> = columns.chunks(most).collect();
                if parts.is_empty() {
                    parts.push(&[]);
                }
                for part in parts {
                    let shown: Vec<_> = (0..grid.stubs).chain(part.iter().copied()).collect();
                    body += &table::write(grid, &shown, width, &mut notes);
                }
            }
        }
    }
    parts::frame(archive, &frame, all)?;
    archive.add("word/document.xml", |part| {
        part.write_str(parts::DOCUMENT)?;
        part.write_str(&body)?;
        parts::section(part, across)
    })
}

/// The heading of a part, on a page of its own.
fn part(words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>{}</w:p>",
        run("", words)
    )
}

/// A paragraph in a style.
fn paragraph(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run("", words))
}

/// Words with these properties; line breaks are kept.
fn run(properties: &str, words: &str) -> String {
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<_> = words
        .lines()
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", xml(&plain(line))))
        .collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}
