//! A page as a document of Word: real headings, tables whose heads repeat on every page, the
//! marking in header and footer, sources as footnotes, and the language stated.

mod parts;
mod table;

use std::fmt::{self, Write};

use rustc_hash::FxHashMap;

use super::changes::{HEADS, Line};
use super::matrix::Matrix;
use super::page::{Block, Page};
use crate::exchange::{ArchiveOut, plain, xml};
use crate::model::stance;
use crate::text::{Text, msg};
use table::{DocCell, DocTable};

/// Cells that a document can hold before a word processor takes minutes to open it.
pub(super) const MOST_CELLS: usize = 200_000;

/// Columns of stances beside each other on a page; the rest follows in another table.
const STANCES: usize = 14;

pub(super) fn write(page: &Page<'_>) -> Vec<u8> {
    let mut archive = ArchiveOut::default();
    // Writing to memory does not fail.
    let _ = pack(page, &mut archive);
    archive.finish()
}

/// What a document needs outside its body.
struct Frame {
    marking: String,
    title: String,
    across: bool,
}

/// The footnotes so far: each source once, however often it is referred to.
#[derive(Default)]
pub(super) struct Notes {
    places: FxHashMap<String, usize>,
    all: Vec<String>,
}

impl Notes {
    /// A reference to a note; later ones repeat the number of the first.
    fn reference(&mut self, words: &str) -> String {
        const MARK: &str = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
        if let Some(number) = self.places.get(words) {
            return format!(
                "<w:fldSimple w:instr=\" NOTEREF _note{number} \\f \\h \"><w:r>{MARK}\
                 <w:t>{number}</w:t></w:r></w:fldSimple>"
            );
        }
        let number = self.all.len() + 1;
        self.places.insert(words.to_owned(), number);
        self.all.push(words.to_owned());
        format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"_note{number}\"/><w:r>{MARK}\
             <w:footnoteReference w:id=\"{number}\"/></w:r><w:bookmarkEnd w:id=\"{number}\"/>"
        )
    }
}

fn pack(page: &Page<'_>, archive: &mut ArchiveOut) -> fmt::Result {
    let text = page.text;
    let (mut body, mut notes) = (String::new(), Notes::default());
    let across = page.blocks.iter().any(|block| match block {
        Block::Matrix(_) => true,
        Block::Table(table) => table.read_columns() > 8,
        Block::Marking(_)
        | Block::Field(..)
        | Block::Title(_)
        | Block::Sentence(_)
        | Block::Part(_)
        | Block::Heading(_)
        | Block::Changed(..) => false,
    });
    let mut frame = Frame { marking: String::new(), title: String::new(), across };
    let width = if across { parts::LONG_SIDE } else { parts::SHORT_SIDE } - 2 * parts::MARGIN;
    // Headings within a part stand below that of the part.
    let mut heading = "Heading1";
    for block in &page.blocks {
        match block {
            Block::Marking(beside) => {
                let (marking, title) = page.top(beside);
                frame.marking = plain(&marking.join(" · "));
                frame.title = plain(&title);
                body += &paragraph("Title", &title);
            }
            Block::Field(..) => {}
            Block::Title(words) => body += &paragraph("Subtitle", &words.words(text)),
            Block::Sentence(words) => body += &paragraph("Normal", &words.words(text)),
            Block::Part(words) => {
                body += &part(&words.words(text));
                heading = "Heading2";
            }
            Block::Heading(words) => body += &paragraph(heading, &words.words(text)),
            Block::Table(table) if !table.is_read() => {}
            // A head over nothing only puzzles whoever reads it.
            Block::Table(it) if it.rows.is_empty() => {}
            Block::Table(it) => body += &DocTable::of(text, it, &mut notes).write(width),
            Block::Matrix(matrix) => body += &stances(text, matrix, width),
            Block::Changed(_, lines) => body += &changed(text, lines).write(width),
        }
    }
    parts::frame(archive, page, &frame, &notes.all)?;
    archive.add("word/document.xml", |part| {
        part.write_str(parts::DOCUMENT)?;
        part.write_str(&body)?;
        parts::section(part, across)
    })
}

/// The matrix: as many proposals beside each other as can be read, then the next.
fn stances(text: Text, matrix: &Matrix<'_>, width: u32) -> String {
    let mut words = String::new();
    let rows = matrix.by_camp();
    let foot = matrix.foot(text);
    let whole: Vec<usize> = (0..matrix.columns.len()).collect();
    let mut chunks: Vec<&[usize]> = whole.chunks(STANCES).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    for chunk in chunks {
        let mut table = DocTable::new(text.get(msg!("subject-matrix")));
        let get = |id| text.get(id);
        table.column(get(msg!("table-parties")), 30);
        table.column(get(msg!("column-camp")), 16);
        for column in chunk {
            let code = matrix.columns.get(*column).map_or("", |it| it.code);
            table.column(code, 7);
            table.turned();
        }
        for (row, stances) in &rows {
            let mut cells =
                vec![DocCell::words(row.name), DocCell::words(text.label(row.reading.camp))];
            cells.extend(chunk.iter().filter_map(|it| Some(DocCell::Sign(*stances.get(*it)?))));
            table.row(cells);
        }
        for (label, figures) in &foot {
            let mut cells = vec![DocCell::Strong(label.clone()), DocCell::words("")];
            let figures = chunk.iter().filter_map(|it| figures.get(*it));
            cells.extend(figures.map(|it| DocCell::Centred(it.clone())));
            table.row(cells);
        }
        words += &table.write(width);
    }
    let titles = matrix.columns.iter();
    let mut legend = DocTable::new(text.get(msg!("subject-proposals")));
    legend.column(text.get(msg!("column-code")), 12);
    legend.column(text.get(msg!("field-title")), 60);
    for column in titles {
        legend.row(vec![DocCell::Strong(column.code.to_owned()), DocCell::words(column.title)]);
    }
    let signs = stance::ORDER.into_iter();
    let signs: Vec<_> =
        signs.map(|it| format!("{} {}", stance::sign(it), text.stance(it))).collect();
    words += &paragraph("Normal", &signs.join("   "));
    words + &legend.write(width)
}

/// A row per change.
fn changed<'a>(text: Text, lines: &'a [Line]) -> DocTable<'a> {
    let mut table = DocTable::new(text.get(msg!("subject-changes")));
    for (id, width) in HEADS.into_iter().zip([14, 14, 24, 24, 24]) {
        table.column(text.get(id), width);
    }
    for Line { date, what, proposal, from, to, .. } in lines {
        let day = DocCell::Words(text.day(*date).into());
        let words = [proposal, what, from, to].map(|it| DocCell::words(it));
        table.row([day].into_iter().chain(words).collect());
    }
    table
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

/// Words with these properties; their lines stay lines.
fn run(properties: &str, words: &str) -> String {
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<_> = words
        .lines()
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", xml(&plain(line))))
        .collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}
