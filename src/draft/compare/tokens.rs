//! Words and signs, and which of them two texts have in common.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The longest texts that are compared word by word throughout, as the product of their lengths in
/// words; in longer ones only the start and the end are. Far more than any paragraph.
const MOST: usize = 16_000_000;

/// A word, or a sign that belongs to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) struct Token<'a> {
    pub(in crate::draft) text: &'a str,
    /// Whether a space comes before it.
    pub(in crate::draft) spaced: bool,
}

/// A step on the way from one text to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::draft) enum Step {
    /// This many tokens from here in the one and from there in the other are the same.
    Same { old: usize, new: usize, len: usize },
    /// These of the old one were replaced by these of the new one; either may be empty.
    Changed { old: Range<usize>, new: Range<usize> },
}

/// The words and signs of a text. A hyphen, a point or an apostrophe between letters or digits
/// belongs to the word: *confidence-building*, *3.1*, *Chair’s*.
pub(in crate::draft) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut spaced = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() { word(rest) } else { first.len_utf8() };
        let (text, after) = rest.split_at(length);
        rest = after;
        if first == ' ' {
            spaced = true;
        } else {
            tokens.push(Token { text, spaced });
            spaced = false;
        }
    }
    tokens
}

/// The length of the word at the start of a text, in bytes.
fn word(text: &str) -> usize {
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let inner = matches!(c, '-' | '.' | '\'' | '’' | '‑' | '\u{ad}')
            && signs.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let mark = matches!(c, '\u{300}'..='\u{36f}');
        if !c.is_alphanumeric() && !inner && !mark {
            return at;
        }
    }
    text.len()
}

/// The steps from one text to another. Quotation marks of either shape are the same.
pub(in crate::draft) fn steps(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Step> {
    let plain = |token: &Token<'_>| -> String {
        let sign = |c| match c {
            '’' | '‘' => '\'',
            '“' | '”' | '„' => '"',
            '‑' => '-',
            c => c,
        };
        token.text.chars().map(sign).collect()
    };
    let (a, b): (Vec<_>, Vec<_>) =
        (old.iter().map(plain).collect(), new.iter().map(plain).collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = (&a[start..], &b[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = (start..a.len() - end, start..b.len() - end);
    let mut steps = Vec::new();
    push(&mut steps, Step::Same { old: 0, new: 0, len: start });
    let (from, to) = (&a[middle.0.clone()], &b[middle.1.clone()]);
    if from.len().saturating_mul(to.len()) > MOST {
        push(&mut steps, Step::Changed { old: middle.0.clone(), new: middle.1.clone() });
    } else {
        // Counted here: if nothing was replaced, the reported places may lag behind.
        let mut at = (start, start);
        for op in capture_diff_slices(Algorithm::Myers, from, to) {
            let (old, new) = (op.old_range().len(), op.new_range().len());
            let step = match op {
                DiffOp::Equal { len, .. } => Step::Same { old: at.0, new: at.1, len },
                DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                    Step::Changed { old: at.0..at.0 + old, new: at.1..at.1 + new }
                }
            };
            at = (at.0 + old, at.1 + new);
            push(&mut steps, step);
        }
    }
    push(&mut steps, Step::Same { old: middle.0.end, new: middle.1.end, len: end });
    steps
}

/// Appends a step, merging it with a neighbour of the same kind.
fn push(steps: &mut Vec<Step>, step: Step) {
    match (steps.last_mut(), step) {
        (_, Step::Same { len: 0, .. }) => {}
        (_, Step::Changed { old, new }) if old.is_empty() && new.is_empty() => {}
        (Some(Step::Same { len, .. }), Step::Same { len: more, .. }) => *len += more,
        (Some(Step::Changed { old, new }), Step::Changed { old: gone, new: came }) => {
            old.end = gone.end;
            new.end = came.end;
        }
        (_, step) => steps.push(step),
    }
}
