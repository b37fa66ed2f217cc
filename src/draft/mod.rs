//! Texts under negotiation: words, the brackets around disputed ones, and how two versions compare.
//!
//! Pure functions on plain values. A paragraph is stored in the notation that delegates type
//! (`notation`): disputed words in square brackets, followed by those who ask for them.

mod align;
mod amend;
mod behind;
mod compare;
mod merging;
mod notation;
mod paragraphs;
mod stamp;
mod uncovering;
mod withhold;
mod words;

pub use align::{Alignment, CERTAIN, Candidate, DOUBTFUL, Fit, MARGIN, Origin, Unit, align};
pub use amend::{
    add_alternative, count as count_words, in_brackets, put_in_bracket, settle, spans as word_spans,
};
pub use compare::{
    Around, BracketChange, Change, Mark, MarkedRun, Outcome, Sign, Stretch, compare,
    compare_brackets, compare_marked, compare_texts, marks, owners_told, take_over,
};
pub use merging::both;
#[cfg(test)]
pub(crate) use notation::tests::words as any_words;
pub use notation::{
    OwnedSpan, Parsed, Remark, RemarkKind, Span, Tracked, may_have_brackets, parse, parse_spans,
    parts, print, print_read, print_shared, spans,
};
pub use paragraphs::{Draft, DraftParagraph, MOST_PARAGRAPHS, paragraph, paragraphs};
pub use stamp::{Stamp, stamp};
pub use uncovering::{covers, uncovers};
pub use withhold::{May, has_name_aside, withhold};
pub use words::{Bracket, BracketKind, Hand, Owner, Piece, Run, RunKind, Words};
