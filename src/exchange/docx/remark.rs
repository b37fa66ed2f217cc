//! What a user should know of a document before its text is taken over.

use crate::model::keyed;

keyed! {
    /// Something in a document that is not kept as it was, or should be looked at.
    pub enum DocxRemarkKind as "docx-remark" {
        /// Brackets without their other half: they are ordinary signs.
        Unbalanced = "unbalanced",
        /// Brackets that stand too deep in one another: they are ordinary signs.
        TooDeep = "too_deep",
        /// Double or wide brackets: they are read like others.
        DoubleBrackets = "double_brackets",
        /// Both signs of a bracket were struck out and its words left: the bracket is kept.
        Lifted = "lifted",
        /// Half of a bracket was struck out: it is an ordinary sign.
        StruckAlone = "struck_alone",
        /// Owners behind a bracket were struck out: they are gone.
        OwnersStruck = "owners_struck",
        /// Words crossed out by hand rather than as a change: they are read as a deletion.
        CrossedOut = "crossed_out",
        /// Words that were moved: they are gone in one place and come in at another.
        Moves = "moves",
        /// An end of a paragraph that was typed in: the paragraphs stand apart.
        BreakInserted = "break_inserted",
        /// An end of a paragraph that was struck out: the paragraphs stand apart.
        BreakDeleted = "break_deleted",
        /// A number that was struck out for another one: the new one is kept.
        NumberChanged = "number_changed",
        /// Numbers of a kind that is not known: they are shown in digits.
        Numbers = "numbers",
        /// Changes of how words look.
        FormatChanges = "format_changes",
        /// Changes within each other, deeper than is kept.
        ManyChanges = "many_changes",
        /// Cells of a table were added, taken out or joined.
        TableChanges = "table_changes",
        /// Tables: each cell is a paragraph.
        Tables = "tables",
        /// Text boxes: their words follow the paragraph at which they stand.
        TextBoxes = "text_boxes",
        /// Fields: the words they showed last are kept.
        Fields = "fields",
        /// Links: the words are kept, the address is not.
        Links = "links",
        /// Pictures.
        Pictures = "pictures",
        /// Embedded objects and charts.
        Objects = "objects",
        /// Formulas: their signs are kept in a row.
        Formulas = "formulas",
        /// Signs of a font of signs, which have no letter.
        Symbols = "symbols",
        /// Words that are hidden: they are left out.
        Hidden = "hidden",
        /// Words that are written from right to left: they are kept in the order of reading.
        RightToLeft = "right_to_left",
        /// Bold, italic and underlined words: how they look is not kept.
        Emphasis = "emphasis",
        /// Other documents put in between, which are not read.
        Inserted = "inserted",
        /// Words above and below the pages: they are left out.
        Margins = "margins",
        /// Comments that belong to no paragraph: they are put to the last one.
        LooseComments = "loose_comments",
        /// Macros: they were not run.
        Macros = "macros",
    }
}

/// Something to be said of a document: what, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocxRemark {
    /// What it is.
    pub kind: DocxRemarkKind,
    /// How often it occurs.
    pub count: usize,
    /// The paragraphs in which it occurs, from 1, each once; none for the file as a whole.
    pub paragraphs: Vec<usize>,
}

/// Remarks being gathered.
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
