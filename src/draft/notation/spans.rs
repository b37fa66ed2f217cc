//! Words as a word processor stores them, to be written to a file.

use super::super::words::{Bracket, BracketKind, Piece, Words};
use super::changes::{Span, Tracked};
use super::printing::{write_bracket, write_plain};
use super::{parse_spans, print};

/// The longest name that a word processor accepts as an author, in characters.
const LONGEST_AUTHOR: usize = 200;

/// Words under the same changes, to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedSpan {
    /// The words, in the notation.
    pub text: String,
    /// The changes, the outermost first.
    pub changes: Vec<Tracked>,
}

/// The words with every bracket as a change by those who ask for it, as far as a word processor can
/// express it; other brackets are typed. `parse_spans` reads the same words back.
pub fn spans(words: &Words) -> Vec<OwnedSpan> {
    let mut tracked: Vec<bool> = words.pieces.iter().map(can_track).collect();
    let all = written(words, &tracked);
    if reads_as(&all, words) {
        return all;
    }
    // Two adjacent changes by the same author would become one, so the later one is typed.
    let wanted = std::mem::take(&mut tracked);
    tracked.resize(wanted.len(), false);
    for (place, _) in wanted.iter().enumerate().filter(|(_, it)| **it) {
        if let Some(it) = tracked.get_mut(place) {
            *it = true;
        }
        if !reads_as(&written(words, &tracked), words)
            && let Some(it) = tracked.get_mut(place)
        {
            *it = false;
        }
    }
    written(words, &tracked)
}

fn can_track(piece: &Piece) -> bool {
    let Piece::Bracket(bracket) = piece else { return false };
    !matches!(bracket.kind, BracketKind::Alternative(_)) && has_author(bracket)
}

fn has_author(bracket: &Bracket) -> bool {
    let author = Tracked::of(false, bracket).author();
    !author.is_empty() && author.chars().count() <= LONGEST_AUTHOR
}

/// Whether reading what was written, as a file gives it back, yields the same words.
fn reads_as(spans: &[OwnedSpan], words: &Words) -> bool {
    let changes: Vec<Vec<Tracked>> = spans
        .iter()
        .map(|span| {
            let again = |it: &Tracked| Tracked::by(it.struck, &it.author(), it.date());
            span.changes.iter().map(again).collect()
        })
        .collect();
    let spans: Vec<Span<'_>> = spans
        .iter()
        .zip(&changes)
        .map(|(span, changes)| Span { text: &span.text, changes })
        .collect();
    taken(parse_spans(&spans, &|_| false).words) == taken(words.clone())
}

/// The words as they are read back: the author of a change asks for it, stated or not.
fn taken(mut words: Words) -> Words {
    for piece in &mut words.pieces {
        let Piece::Bracket(bracket) = piece else { continue };
        if let (Some(hand), [one]) = (&bracket.hand, bracket.owners.as_slice())
            && one.name == hand.author
            && !one.against
        {
            bracket.owners.clear();
        }
        bracket.words = taken(std::mem::take(&mut bracket.words));
        if let BracketKind::Replace(instead) = &mut bracket.kind {
            *instead = taken(std::mem::take(instead));
        }
    }
    words
}

fn written(words: &Words, tracked: &[bool]) -> Vec<OwnedSpan> {
    let mut spans = Vec::new();
    // Parentheses after a typed bracket would be its owners.
    let mut after_bracket = false;
    for (place, piece) in words.pieces.iter().enumerate() {
        match piece {
            Piece::Plain(text) => {
                let mut typed = String::new();
                write_plain(text, false, after_bracket, &mut typed);
                push(&mut spans, &typed, &[]);
                after_bracket = false;
            }
            Piece::Bracket(bracket) if tracked.get(place) == Some(&true) => {
                change(bracket, &mut spans);
                after_bracket = false;
            }
            Piece::Bracket(bracket) => {
                let mut typed = String::new();
                write_bracket(bracket, &mut typed);
                push(&mut spans, &typed, &[]);
                after_bracket = true;
            }
        }
    }
    spans
}

fn change(bracket: &Bracket, spans: &mut Vec<OwnedSpan>) {
    let (typed_in, struck) = (Tracked::of(false, bracket), Tracked::of(true, bracket));
    match &bracket.kind {
        BracketKind::Add => inside(&bracket.words, &typed_in, spans),
        BracketKind::Delete => push(spans, &print(&bracket.words), &[struck]),
        BracketKind::Replace(instead) => {
            push(spans, &print(&bracket.words), &[struck]);
            push(spans, &print(instead), &[typed_in]);
        }
        BracketKind::Alternative(_) => {}
    }
}

/// Inserted words, with what others struck out of them since.
fn inside(words: &Words, by: &Tracked, spans: &mut Vec<OwnedSpan>) {
    let mut typed = Words::default();
    for piece in &words.pieces {
        match piece {
            Piece::Bracket(bracket)
                if bracket.kind == BracketKind::Delete
                    && bracket.words.depth() == 0
                    && has_author(bracket) =>
            {
                push(spans, &print(&std::mem::take(&mut typed)), std::slice::from_ref(by));
                let struck = Tracked::of(true, bracket);
                push(spans, &print(&bracket.words), &[by.clone(), struck]);
            }
            piece => typed.pieces.push(piece.clone()),
        }
    }
    push(spans, &print(&typed), std::slice::from_ref(by));
}

fn push(spans: &mut Vec<OwnedSpan>, text: &str, changes: &[Tracked]) {
    if !text.is_empty() {
        spans.push(OwnedSpan { text: text.to_owned(), changes: changes.to_vec() });
    }
}
