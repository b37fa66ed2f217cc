//! Remarks on a document, for the user to know before its text is used.

use crate::model::keyed;

keyed! {
    /// Something in a document that was not kept as it was, or should be looked at.
    pub enum DocxRemarkKind as "docx-remark" {
        /// Brackets without their other half: they are ordinary signs.
        Unbalanced = "unbalanced",
        /// Brackets nested too deeply: they are ordinary signs.
        TooDeep = "too_deep",
        /// Double or wide brackets: they are read like others.
        DoubleBrackets = "double_brackets",
        /// Both signs of a bracket were struck out but not its words: the bracket is kept.
        Lifted = "lifted",
        /// Half of a bracket was struck out: it is an ordinary sign.
        StruckAlone = "struck_alone",
        /// Owners after a bracket were struck out: they are gone.
        OwnersStruck = "owners_struck",
        /// Words struck through by formatting rather than as a change: they are read as a deletion.
        CrossedOut = "crossed_out",
        /// Moved words: they are deleted in one place and inserted in another.
        Moves = "moves",
        /// An inserted end of paragraph: the paragraphs stay separate.
        BreakInserted = "break_inserted",
        /// A deleted end of paragraph: the paragraphs stay separate.
        BreakDeleted = "break_deleted",
        /// A number that was replaced by another: the new one is kept.
        NumberChanged = "number_changed",
        /// Numbers in an unknown format: they are shown in digits.
        Numbers = "numbers",
        /// Changes of formatting.
        FormatChanges = "format_changes",
        /// Nested changes, deeper than is kept.
        ManyChanges = "many_changes",
        /// Cells of a table were added, taken out or joined.
        TableChanges = "table_changes",
        /// Tables: each cell is a paragraph.
        Tables = "tables",
        /// Text boxes: their words follow the paragraph they are attached to.
        TextBoxes = "text_boxes",
        /// Fields: the last result is kept.
        Fields = "fields",
        /// Links: the words are kept, the address is not.
        Links = "links",
        /// Pictures.
        Pictures = "pictures",
        /// Embedded objects and charts.
        Objects = "objects",
        /// Formulas: their signs are kept in a row.
        Formulas = "formulas",
        /// Characters of a symbol font, which have no letter.
        Symbols = "symbols",
        /// Hidden words: they are left out.
        Hidden = "hidden",
        /// Words written from right to left: they are kept in reading order.
        RightToLeft = "right_to_left",
        /// Bold, italic and underlined words: the formatting is not kept.
        Emphasis = "emphasis",
        /// Other documents that are included by reference, which are not read.
        Inserted = "inserted",
        /// Words in headers and footers: they are left out.
        Margins = "margins",
        /// Comments that belong to no paragraph: they are attached to the last one.
        LooseComments = "loose_comments",
        /// Macros: they were not run.
        Macros = "macros",
    }
}

/// A remark on a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocxRemark {
    /// Its kind.
    pub kind: DocxRemarkKind,
    /// How often it occurs.
    pub count: usize,
    /// The paragraphs in which it occurs, from 1, each once; none for the file as a whole.
    pub paragraphs: Vec<usize>,
}

/// Collects remarks.
#[derive(Debug, Default)]
pub(super) struct Remarks(Vec<DocxRemark>);

impl Remarks {
    /// Adds one about this paragraph, from 1; 0 for the file as a whole.
    pub(super) fn add(&mut self, kind: DocxRemarkKind, paragraph: usize) {
        let known = self.0.iter_mut().find(|it| it.kind == kind);
        let places = match known {
            Some(remark) => {
                remark.count += 1;
                &mut remark.paragraphs
            }
            None => {
                self.0.push(DocxRemark { kind, count: 1, paragraphs: Vec::new() });
                let Some(remark) = self.0.last_mut() else { return };
                &mut remark.paragraphs
            }
        };
        if paragraph > 0 && places.last() != Some(&paragraph) {
            places.push(paragraph);
        }
    }

    /// All of them, the ones to look at first.
    pub(super) fn all(mut self) -> Vec<DocxRemark> {
        for remark in &mut self.0 {
            remark.paragraphs.sort_unstable();
            remark.paragraphs.dedup();
        }
        self.0.sort_by_key(|remark| remark.kind);
        self.0
    }
}
