//! A text as it is written into a document.

use crate::draft::Words;
use crate::model::{ParagraphKind, ParagraphStatus, keyed};

/// A paragraph to be written. Whoever may not see all of it gets one without that.
#[derive(Clone, Copy, Debug)]
pub struct DraftLine<'a> {
    /// Its number; empty if it has none.
    pub number: &'a str,
    /// What it is.
    pub kind: ParagraphKind,
    /// How far it has come.
    pub status: ParagraphStatus,
    /// Its words.
    pub words: &'a Words,
    /// The comments on it.
    pub comments: &'a [DraftComment<'a>],
}

/// A comment to be written.
#[derive(Clone, Copy, Debug)]
pub struct DraftComment<'a> {
    /// Who made it.
    pub author: &'a str,
    /// When, as a word processor writes it: `2026-05-04T10:12:00Z`; may be empty.
    pub date: &'a str,
    /// What it says; lines stay lines.
    pub text: &'a str,
}

keyed! {
    /// How disputed words are written.
    pub enum DraftForm as "form" {
        /// As changes that Word can accept or reject, of whoever asks for them or typed them, with the
        /// comments; alternatives and brackets of nobody stay typed.
        Tracked = "tracked",
        /// In brackets, with owners, as they are typed; without who typed what, which is for a program to read.
        Brackets = "brackets",
        /// Only the words that stand if nothing that is asked is granted.
        Clean = "clean",
        /// In brackets, and what changed since another version as changes.
        Compared = "compared",
        /// In brackets, versions beside one another.
        Columns = "columns",
    }
}
