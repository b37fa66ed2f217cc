//! The words of a paragraph in a row, each with the brackets around it.

use std::collections::BTreeSet;

use super::super::compare::{Token, same_brackets, tokens};
use super::super::notation::print;
use super::super::words::{Bracket, BracketKind, Piece, Words};

/// The words of a paragraph.
#[derive(Default)]
pub(super) struct Flat<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) brackets: Vec<&'a Bracket>,
    /// The brackets around each word, the outermost first, and whether the word is part of a
    /// replacement.
    chains: Vec<Vec<(usize, bool)>>,
    spaced: bool,
}

impl<'a> Flat<'a> {
    pub(super) fn of(words: &'a Words) -> Self {
        let mut flat = Self::default();
        flat.walk(words, &mut Vec::new());
        flat
    }

    fn walk(&mut self, words: &'a Words, around: &mut Vec<(usize, bool)>) {
        for piece in &words.pieces {
            match piece {
                Piece::Plain(text) => {
                    for mut token in tokens(text) {
                        token.spaced |= std::mem::take(&mut self.spaced);
                        self.tokens.push(token);
                        self.chains.push(around.clone());
                    }
                    self.spaced |= text.ends_with(' ');
                }
                Piece::Bracket(bracket) => {
                    let at = self.brackets.len();
                    self.brackets.push(bracket);
                    around.push((at, false));
                    self.walk(&bracket.words, around);
                    around.pop();
                    if let BracketKind::Replace(instead) = &bracket.kind {
                        around.push((at, true));
                        self.walk(instead, around);
                        around.pop();
                    }
                }
            }
        }
    }

    pub(super) fn around(&self, token: usize) -> &[(usize, bool)] {
        self.chains.get(token).map_or(&[], Vec::as_slice)
    }
}

/// The brackets among these that are unchanged from the base and that the other side no longer has.
pub(super) fn same_as_before(
    base: Option<&Words>,
    brackets: &[&Bracket],
    other: &Words,
) -> BTreeSet<usize> {
    let Some(base) = base else { return BTreeSet::new() };
    let printed = |bracket: &Bracket| {
        let mut alone = Words::default();
        alone.push(bracket.clone());
        print(&alone)
    };
    let still = same_brackets(base, other);
    let lifted: Vec<String> = base
        .brackets()
        .into_iter()
        .filter(|it| !still.iter().any(|(was, _)| std::ptr::eq(*was, *it)))
        .map(printed)
        .collect();
    let all = brackets.iter().enumerate();
    all.filter(|(_, it)| lifted.contains(&printed(it))).map(|(at, _)| at).collect()
}
