//! Texts under negotiation: words, the brackets around disputed ones, and how two versions compare.
//!
//! Pure functions on plain values. A paragraph is stored in the notation that delegates type
//! (`notation`): disputed words stand in square brackets, with those who ask for them behind.

mod notation;
mod withhold;
mod words;

pub use notation::{Parsed, Remark, RemarkKind, parse, print};
pub use withhold::{May, withhold};
pub use words::{Bracket, BracketKind, Hand, Owner, Piece, Run, RunKind, Words};
