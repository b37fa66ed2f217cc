//! The signs of a text, and which bracket closes which.

use super::changes::{Span, Tracked, is_struck};
use super::{DEEPEST, Remark, RemarkKind};

/// A sign of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign<'a> {
    pub(super) what: What,
    /// The changes under which it stands, the outermost first.
    pub(super) changes: &'a [Tracked],
    /// Where it stands, in characters from the start of the text.
    pub(super) at: usize,
}

/// A sign as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Open,
    Close,
    Arrow,
    // Any other; made ordinary by a backslash or not.
    Plain(char, bool),
}

impl Sign<'_> {
    /// Whether it was struck out.
    pub(super) fn is_struck(&self) -> bool {
        is_struck(self.changes)
    }
}

/// The signs of a text; a bracket without its other half is an ordinary sign. What was struck out
/// pairs with what was struck out only. Without `brackets` every bracket is an ordinary sign.
pub(super) fn signs<'a>(spans: &[Span<'a>], brackets: bool) -> (Vec<Sign<'a>>, Vec<Remark>) {
    let mut signs: Vec<Sign<'a>> = Vec::new();
    let mut remarks = Vec::new();
    // Where each open bracket stands among the signs.
    let mut open: Vec<usize> = Vec::new();
    let all = spans.iter().flat_map(|span| span.text.chars().map(|c| (c, span.changes)));
    let mut chars = all.enumerate().peekable();
    while let Some((at, (c, changes))) = chars.next() {
        let struck = is_struck(changes);
        let literal = (What::Plain(c, true), changes);
        let (what, changes) = match c {
            '\\' => chars.next().map_or(literal, |(_, (it, of))| (What::Plain(it, true), of)),
            '[' | ']' | '⟦' | '⟧' | '［' | '］' if !brackets => literal,
            '[' | '⟦' | '［' if open.len() >= DEEPEST => {
                remarks.push(Remark { at, kind: RemarkKind::TooDeep });
                literal
            }
            '[' | '⟦' | '［' => {
                open.push(signs.len());
                (What::Open, changes)
            }
            ']' | '⟧' | '］' => {
                if closes(&mut open, &mut signs, struck, &mut remarks) {
                    (What::Close, changes)
                } else {
                    let kind =
                        if struck { RemarkKind::StruckAlone } else { RemarkKind::NeverOpened };
                    remarks.push(Remark { at, kind });
                    literal
                }
            }
            '→' => (What::Arrow, changes),
            '-' | '='
                if !open.is_empty()
                    && chars
                        .peek()
                        .is_some_and(|(_, (it, of))| *it == '>' && is_struck(of) == struck) =>
            {
                chars.next();
                (What::Arrow, changes)
            }
            c => (What::Plain(c, false), changes),
        };
        signs.push(Sign { what, changes, at });
    }
    for place in open {
        never_closed(&mut signs, place, &mut remarks);
    }
    remarks.sort_by_key(|remark| remark.at);
    (signs, remarks)
}

/// Whether a sign that closes has one that opens; those in between that were struck out alone are
/// ordinary signs.
fn closes(
    open: &mut Vec<usize>,
    signs: &mut [Sign<'_>],
    struck: bool,
    remarks: &mut Vec<Remark>,
) -> bool {
    while let Some(place) = open.last().copied() {
        let opened_struck = signs.get(place).is_some_and(Sign::is_struck);
        if struck && !opened_struck {
            return false;
        }
        open.pop();
        if struck == opened_struck {
            return true;
        }
        never_closed(signs, place, remarks);
    }
    false
}

fn never_closed(signs: &mut [Sign<'_>], place: usize, remarks: &mut Vec<Remark>) {
    let Some(sign) = signs.get_mut(place) else { return };
    sign.what = What::Plain('[', true);
    let kind = if sign.is_struck() { RemarkKind::StruckAlone } else { RemarkKind::NeverClosed };
    remarks.push(Remark { at: sign.at, kind });
}
