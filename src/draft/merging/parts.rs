//! A paragraph in parts that no bracket of either side crosses.

use std::ops::Range;

use super::super::compare::tokens;
use super::super::words::{Bracket, BracketKind, Piece, Words};
use super::flat::Flat;
use super::{chunks, common, woven};

/// The words of both, part by part: if brackets cross that cannot be split, the two sides' versions
/// of that part are alternatives. `None` if one side has nothing there.
pub(super) fn in_parts(base: Option<&Words>, sides: [&Words; 2]) -> Option<Words> {
    let flat = sides.map(Flat::of);
    let based = base.map(Flat::of);
    let shared = common(base, &flat);
    // Where all three have the same word, and no bracket continues from the one before.
    let mut cuts = vec![[0, 0, 0]];
    for (from, [one, two]) in chunks(&shared, &flat) {
        let word = shared.get(from.start).map(|it| it.text);
        let has = |flat: &Flat<'_>, at: &Range<usize>| {
            at.len() == 1 && flat.tokens.get(at.start).map(|it| it.text) == word
        };
        let all = from.len() == 1 && has(&flat[0], &one) && has(&flat[1], &two);
        let between = |flat: &Flat<'_>, at: usize| {
            at > 0 && (flat.around(at - 1).is_empty() || flat.around(at).is_empty())
        };
        let free = between(&flat[0], one.start) && between(&flat[1], two.start);
        if all && free && based.as_ref().is_none_or(|it| between(it, from.start)) {
            cuts.push([from.start, one.start, two.start]);
        }
    }
    cuts.push([shared.len(), flat[0].tokens.len(), flat[1].tokens.len()]);
    let mut whole = Words::default();
    for pair in cuts.windows(2) {
        let [from, to] = pair else { continue };
        let base = base.map(|base| slice(base, from[0]..to[0]));
        let [one, two] = [1, 2].map(|at| slice(sides[at - 1], from[at]..to[at]));
        let part = match woven(base.as_ref(), &one, &two) {
            _ if one == two => one,
            Some(part) => part,
            None if one.is_empty() || two.is_empty() => return None,
            None => alternatives(one, two),
        };
        let spaced = [1, 2].iter().any(|at| {
            let first = flat[at - 1].tokens.get(from[*at]);
            from[*at] < to[*at] && first.is_some_and(|it| it.spaced)
        });
        if spaced && !whole.is_empty() {
            whole.push_plain(" ");
        }
        whole.extend(part);
    }
    whole.trim();
    Some(whole)
}

/// The versions of both sides, each an alternative without an owner.
pub(super) fn alternatives(one: Words, two: Words) -> Words {
    let mut both = Words::default();
    both.push(Bracket::new(BracketKind::Alternative(1), one));
    both.push_plain(" ");
    both.push(Bracket::new(BracketKind::Alternative(2), two));
    both
}

/// The words from one place to another, neither of which is inside a bracket.
fn slice(words: &Words, range: Range<usize>) -> Words {
    let mut part = Words::default();
    let mut at = 0;
    for piece in &words.pieces {
        match piece {
            Piece::Plain(text) => {
                for token in tokens(text) {
                    if range.contains(&at) {
                        if token.spaced {
                            part.push_plain(" ");
                        }
                        part.push_plain(token.text);
                    }
                    at += 1;
                }
                if text.ends_with(' ') && range.contains(&at) {
                    part.push_plain(" ");
                }
            }
            Piece::Bracket(bracket) => {
                if range.contains(&at) {
                    part.push(bracket.clone());
                }
                let mut alone = Words::default();
                alone.push(bracket.clone());
                at += Flat::of(&alone).tokens.len();
            }
        }
    }
    part.trim();
    part
}
