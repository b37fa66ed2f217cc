//! A page that is asked for, to be written to a file under a ceiling.

use chrono::NaiveDate;

use super::{Format, PageContext, Subject, TooManyCells, page};
use crate::model::{Language, Marking, ProposalId, Snapshot};
use crate::text::Text;

/// A page that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is about.
    pub subject: Subject,
    /// The format of the file.
    pub format: Format,
    /// The strictest marking that it may show.
    pub ceiling: Marking,
    /// The language it is in.
    pub language: Language,
    /// The day shown.
    pub as_of: NaiveDate,
    /// The day after which changes are told.
    pub since: NaiveDate,
    /// Whether a brief has only what a minister reads.
    pub short: bool,
    /// The proposal that a brief is on; in what may be seen it is found by its code.
    pub proposal: Option<ProposalId>,
}

impl Request {
    /// Writes the page about what may be seen under its ceiling, and says how it is marked.
    ///
    /// # Errors
    /// [`TooManyCells`] if the format cannot hold them.
    pub fn write(&self, seen: &Snapshot, code: &str) -> Result<(Vec<u8>, Marking), TooManyCells> {
        let Self { subject, format, ceiling, language, as_of, since, short, proposal: _ } = *self;
        let context = PageContext {
            since,
            short,
            proposal: seen.proposal_by_code(code).map(|proposal| proposal.id),
            ..PageContext::new(seen, Some(ceiling), as_of, Text::new(language))
        };
        let page = page(&context, subject);
        Ok((page.write(format)?, page.marking()))
    }
}
