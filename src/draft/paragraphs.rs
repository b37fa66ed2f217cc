//! Splits a plain text, pasted or from a file, into paragraphs with their numbers, kinds and
//! status.

mod lines;
mod marks;

use super::notation::{Remark, parse};
use super::words::Words;
use crate::model::words::fold;
use crate::model::{ParagraphKind, ParagraphStatus};

/// The most paragraphs of a text that are read.
pub const MOST_PARAGRAPHS: usize = 2_000;

/// The longest heading, in characters.
const LONGEST_HEADING: usize = 90;

/// The result of reading a plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its paragraphs, in the order of the text.
    pub paragraphs: Vec<DraftParagraph>,
    /// How many more there were.
    pub left_out: usize,
}

/// A paragraph of a plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftParagraph {
    /// Its number as printed, without the stop or colon after it: `PP1`, `OP12bis`, `3`, `(a)`,
    /// `IV`; empty if it has none.
    pub number: String,
    /// Its kind.
    pub kind: ParagraphKind,
    /// How far it has come, by a mark before or after it.
    pub status: ParagraphStatus,
    /// Its words.
    pub words: Words,
    /// The parts that could not be read as brackets; places are counted in `typed`.
    pub remarks: Vec<Remark>,
    /// Its words as typed, without number and mark.
    pub typed: String,
}

/// Reads a plain text. `known` says whether a name is that of a party or a group.
///
/// A blank line ends a paragraph, and so does the end of a line, unless the text was hard-wrapped
/// at some width or the sentence continues in lower case. A line starts a paragraph if it starts
/// with a number (`PP1`, `OP 12bis`, `1.`, `(a)`, `iv)`, `A.`, `Artikel 3`) or with `# `. A short
/// line without a final stop is a heading, one that ends with a colon a chapeau; otherwise the
/// number decides, or the opening words that mark paragraphs of a preamble. The marks `[agreed]`,
/// `(agreed ad ref)`, `akkoord` and the like give the status.
pub fn paragraphs(text: &str, known: &dyn Fn(&str) -> bool) -> Draft {
    let mut draft = Draft::default();
    let mut part = ParagraphKind::Preamble;
    for line in lines::joined(text) {
        if let Some(status) = marks::status_alone(&line)
            && let Some(last) = draft.paragraphs.last_mut()
        {
            last.status = last.status.max(status);
            continue;
        }
        if draft.paragraphs.len() >= MOST_PARAGRAPHS {
            draft.left_out += 1;
            continue;
        }
        let read = paragraph(&line, part, known);
        match read.kind {
            ParagraphKind::Preamble | ParagraphKind::Operative => part = read.kind,
            ParagraphKind::Chapeau if !read.number.starts_with("PP") => {
                part = ParagraphKind::Operative;
            }
            ParagraphKind::Heading | ParagraphKind::Chapeau | ParagraphKind::Note => {}
        }
        draft.paragraphs.push(read);
    }
    draft
}

/// Reads one paragraph; `part` says whether those before it belong to the preamble.
pub fn paragraph(line: &str, part: ParagraphKind, known: &dyn Fn(&str) -> bool) -> DraftParagraph {
    let (hashed, line) = marks::hashes(line);
    let (before, line) = marks::leading_status(line);
    let (number, line) = marks::number(line);
    let (within, line) = marks::leading_status(&line);
    let (behind, line) = marks::trailing_status(line);
    let status = before.max(within).max(behind);
    let typed = line.trim().to_owned();
    let parsed = parse(&typed, known);
    let bare = parsed.words.bare();
    let kind = if hashed { ParagraphKind::Heading } else { kind(&number, &bare, part) };
    DraftParagraph {
        number: number.text,
        kind,
        status,
        words: parsed.words,
        remarks: parsed.remarks,
        typed,
    }
}

fn kind(number: &marks::Number, bare: &str, part: ParagraphKind) -> ParagraphKind {
    use marks::Series;
    let folded = fold(bare);
    if NOTES.iter().any(|start| folded.starts_with(start)) {
        return ParagraphKind::Note;
    }
    if bare.ends_with(':') {
        return ParagraphKind::Chapeau;
    }
    let stops = bare.ends_with(['.', ',', ';', '!', '?']) || ends_an_item(&folded);
    let short = bare.chars().count() <= LONGEST_HEADING && !stops && !bare.is_empty();
    match number.series {
        Series::Preamble => ParagraphKind::Preamble,
        Series::Part if short => ParagraphKind::Heading,
        Series::Counted | Series::None if short && !begins_a_preamble(&folded) => {
            ParagraphKind::Heading
        }
        Series::Item => part,
        Series::None | Series::Part if begins_a_preamble(&folded) => ParagraphKind::Preamble,
        // "The General Assembly," opens the preamble.
        Series::None | Series::Part if folded.ends_with(',') => part,
        Series::Operative | Series::Counted | Series::None | Series::Part => {
            ParagraphKind::Operative
        }
    }
}

/// The words with which a note begins.
const NOTES: [&str; 10] = [
    "note:",
    "note by ",
    "chair's note",
    "footnote",
    "explanatory note",
    "noot:",
    "nota bene",
    "noot van ",
    "voetnoot",
    "toelichting:",
];

/// Whether it ends like an item of a list other than the last.
fn ends_an_item(folded: &str) -> bool {
    ["; and", "; or", "; en", "; of", ", and", ", en"].iter().any(|end| folded.ends_with(end))
}

/// Words other than participles with which a paragraph of a preamble begins.
const PREAMBLE: [&str; 22] = [
    "alarmed",
    "aware",
    "concerned",
    "conscious",
    "convinced",
    "determined",
    "deeply",
    "encouraged",
    "gravely",
    "guided",
    "inspired",
    "mindful",
    "seriously",
    "bewust",
    "bezorgd",
    "geleid",
    "gelet",
    "gezien",
    "indachtig",
    "overtuigd",
    "vastbesloten",
    "verontrust",
];

/// Whether it begins like a paragraph of a preamble: *Recalling …*, *Overwegende dat …*.
fn begins_a_preamble(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let mut first = words.next().unwrap_or_default();
    // "Further noting", "Zich bewust", "Also recalling", "Diep bezorgd", "Ernstig verontrust".
    if ["further", "also", "again", "fully", "zich", "diep", "ernstig", "voorts", "tevens", "ook"]
        .contains(&first)
    {
        first = words.next().unwrap_or_default();
    }
    let second = words.next().is_some();
    let participle = |ending: &str| first.len() > ending.len() + 3 && first.ends_with(ending);
    second
        && (PREAMBLE.contains(&first)
            || participle("ing")
                && !["during", "meeting", "building", "everything"].contains(&first)
            || participle("end")
            || participle("ende"))
}

#[cfg(test)]
mod tests;
