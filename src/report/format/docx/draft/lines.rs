//! A text as it is written into a document.

use crate::draft::Words;
use crate::model::{ParagraphKind, ParagraphStatus, keyed};

/// A paragraph to be written. For a reader who may not see all of it, it holds only what that
/// reader may see.
#[derive(Clone, Copy, Debug)]
pub struct DraftLine<'a> {
    /// Its number; empty if it has none.
    pub number: &'a str,
    /// Its kind.
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
    /// When, as a word processor writes it, such as `2026-05-04T10:12:00Z`; may be empty.
    pub date: &'a str,
    /// Its text; line breaks are kept.
    pub text: &'a str,
}

keyed! {
    /// How disputed words are written.
    pub enum DraftForm as "form" {
        /// As changes that Word can accept or reject, by those who ask for them or typed them, with
        /// the comments; alternatives and brackets without an owner stay as typed.
        Tracked = "tracked",
        /// In brackets with owners, as typed; without who typed what, which only a program can
        /// read.
        Brackets = "brackets",
        /// Only the words that remain if nothing asked for is granted.
        Clean = "clean",
        /// In brackets, with the differences from another version as changes.
        Compared = "compared",
        /// In brackets, with versions side by side.
        Columns = "columns",
    }
}
