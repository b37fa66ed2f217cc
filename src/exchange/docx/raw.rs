//! The paragraphs of a document as stored in it.

use std::rc::Rc;

use super::remark::DocxRemarkKind;
use crate::draft::Tracked;

/// A paragraph as stored in a document.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// The id of its style.
    pub(super) style: String,
    /// Its level as a heading, from 0, if the paragraph itself says so.
    pub(super) outline: Option<u32>,
    /// The list that numbers it, and its level in it, from 0.
    pub(super) list: Option<(u32, u32)>,
    /// Its words.
    pub(super) runs: Vec<RawRun>,
    /// Whether its end mark was deleted (true) or inserted (false).
    pub(super) end: Option<bool>,
    /// The comments that begin in it: their ids, and the words they were made on.
    pub(super) comments: Vec<(String, String)>,
    /// The notes to it.
    pub(super) notes: Vec<RawNote>,
    /// The remarks on it.
    pub(super) remarks: Vec<DocxRemarkKind>,
}

/// Words of a paragraph with the same formatting and the same changes.
#[derive(Debug)]
pub(super) struct RawRun {
    pub(super) text: String,
    /// The id of its style.
    pub(super) style: String,
    pub(super) changes: Rc<[Tracked]>,
}

/// A reference to a note.
#[derive(Debug)]
pub(super) struct RawNote {
    pub(super) id: String,
    pub(super) at_the_end: bool,
    pub(super) changes: Rc<[Tracked]>,
}

/// A comment or a note.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) author: String,
    pub(super) date: String,
    pub(super) paragraphs: Vec<Raw>,
}

impl Raw {
    /// Whether it has words.
    pub(super) fn has_words(&self) -> bool {
        self.runs.iter().any(|run| !run.text.trim().is_empty())
    }

    /// All its words.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether all its words were deleted (true) or inserted (false).
    pub(super) fn is_wholly(&self, struck: bool) -> bool {
        let changed = |run: &RawRun| run.changes.iter().any(|it| it.struck == struck);
        self.runs.iter().filter(|run| !run.text.trim().is_empty()).all(changed)
    }
}
