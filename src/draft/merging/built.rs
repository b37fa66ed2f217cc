//! Builds words from a row of tokens, and brackets from where they begin and end.

use super::super::compare::Token;
use super::super::notation::print;
use super::super::words::{Bracket, BracketKind, Owner, Words};

/// A bracket, and the words in it.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the replacement of the words before it begins.
    pub(super) turn: Option<usize>,
    /// The bracket, without its words.
    pub(super) bracket: Bracket,
    /// The side it comes from.
    pub(super) side: usize,
}

impl Span {
    /// The rank of brackets around the same words: which one is the outer one.
    fn rank(&self) -> (usize, usize, u8, String) {
        let kind = match self.bracket.kind {
            BracketKind::Alternative(_) => 0,
            BracketKind::Delete => 1,
            BracketKind::Add => 2,
            BracketKind::Replace(_) => 3,
        };
        let mut alone = Words::default();
        alone.push(self.bracket.clone());
        (self.start, usize::MAX - self.end, kind, print(&alone))
    }

    fn same_place(&self, other: &Self) -> bool {
        (self.start, self.end, self.turn) == (other.start, other.end, other.turn)
    }
}

/// Words in these brackets; `None` if two cross that cannot be split.
pub(super) fn built(tokens: &[Token<'_>], spans: Vec<Span>) -> Option<Words> {
    let mut spans = joined(spans);
    spans.sort_by_cached_key(Span::rank);
    let mut words = within(tokens, 0..tokens.len(), spans)?;
    words.trim();
    Some(words)
}

/// The brackets of both sides; those that ask the same of the same words become one.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let (mine, theirs): (Vec<_>, Vec<_>) = spans.into_iter().partition(|it| it.side != 1);
    let mut all = mine;
    let mut taken = vec![false; all.len()];
    for span in theirs {
        let fits = |it: &Span| {
            let (one, two) = (&it.bracket, &span.bracket);
            it.side == 0 && it.same_place(&span) && same_hand(one, two) && asks_alike(one, two)
        };
        let found = all.iter().zip(&taken).position(|(it, taken)| !taken && fits(it));
        let Some(at) = found else {
            all.push(span);
            taken.push(true);
            continue;
        };
        taken[at] = true;
        let bracket = &mut all[at].bracket;
        let flips = bracket.kind != span.bracket.kind && !replaces(bracket);
        if flips && bracket.kind == BracketKind::Delete {
            // One side wants words to go that the other wants in: it is against the other's
            // bracket.
            bracket.kind = BracketKind::Add;
            bracket.owners.iter_mut().for_each(|it| it.against = !it.against);
        }
        let deletes = flips && span.bracket.kind == BracketKind::Delete;
        for owner in span.bracket.owners {
            let owner = Owner { against: owner.against ^ deletes, ..owner };
            if !bracket.owners.contains(&owner) {
                bracket.owners.push(owner);
            }
        }
        bracket.owners.sort_by(|a, b| (a.against, &a.name).cmp(&(b.against, &b.name)));
    }
    all
}

fn replaces(bracket: &Bracket) -> bool {
    matches!(bracket.kind, BracketKind::Replace(_))
}

/// Whether two brackets were typed by the same hand and have the same marking.
fn same_hand(one: &Bracket, two: &Bracket) -> bool {
    one.hand == two.hand && one.marking == two.marking
}

fn asks_alike(one: &Bracket, two: &Bracket) -> bool {
    let owned = !one.owners.is_empty() && !two.owners.is_empty();
    match (&one.kind, &two.kind) {
        (BracketKind::Add, BracketKind::Delete) | (BracketKind::Delete, BracketKind::Add) => owned,
        // The replacement words are in the row.
        (BracketKind::Replace(_), BracketKind::Replace(_)) => true,
        (one, two) => one == two,
    }
}

/// The words of a part of the row; `spans` are those in it, outer ones first.
fn within(
    tokens: &[Token<'_>],
    range: std::ops::Range<usize>,
    mut spans: Vec<Span>,
) -> Option<Words> {
    let mut words = Words::default();
    let mut at = range.start;
    spans.reverse();
    while let Some(mut span) = spans.pop() {
        push_all(&mut words, tokens, at..span.start);
        let mut inside = Vec::new();
        let mut later = Vec::new();
        while let Some(next) = spans.pop() {
            if next.start >= span.end {
                later.push(next);
            } else if next.end <= span.end {
                inside.push(next);
            } else {
                let (here, rest) = parted(next, span.end)?;
                inside.push(here);
                later.push(rest);
            }
        }
        inside.sort_by_cached_key(Span::rank);
        later.sort_by_cached_key(Span::rank);
        spans = later;
        spans.reverse();
        if tokens.get(span.start).is_some_and(|it| it.spaced) {
            words.push_plain(" ");
        }
        if let Some(turn) = span.turn {
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for it in inside {
                if it.end <= turn {
                    before.push(it);
                } else if it.start >= turn {
                    after.push(it);
                } else {
                    let (here, rest) = parted(it, turn)?;
                    before.push(here);
                    after.push(rest);
                }
            }
            after.sort_by_cached_key(Span::rank);
            span.bracket.words = closed(within(tokens, span.start..turn, before)?);
            let instead = closed(within(tokens, turn..span.end, after)?);
            span.bracket.kind = BracketKind::Replace(instead);
        } else {
            span.bracket.words = closed(within(tokens, span.start..span.end, inside)?);
        }
        at = span.end;
        words.push(span.bracket);
    }
    push_all(&mut words, tokens, at..range.end);
    Some(words)
}

/// A bracket split in two; a replacement cannot be split.
fn parted(span: Span, at: usize) -> Option<(Span, Span)> {
    if span.turn.is_some() {
        return None;
    }
    Some((Span { end: at, ..span.clone() }, Span { start: at, ..span }))
}

fn closed(mut words: Words) -> Words {
    words.trim();
    words
}

fn push_all(words: &mut Words, tokens: &[Token<'_>], range: std::ops::Range<usize>) {
    for token in tokens.get(range).unwrap_or_default() {
        if token.spaced {
            words.push_plain(" ");
        }
        words.push_plain(token.text);
    }
}
