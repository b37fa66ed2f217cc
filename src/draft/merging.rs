//! Merges a paragraph that was changed in two copies.

mod built;
mod flat;
mod parts;

use std::collections::BTreeSet;
use std::ops::Range;

use super::compare::{Step, Token, steps};
use super::notation::{DEEPEST, print};
use super::words::{Bracket, BracketKind, Words};
use built::{Span, built};
use flat::{Flat, same_as_before};
use parts::{alternatives, in_parts};

/// The two sides of a paragraph merged into one: the brackets of either around the words they
/// concern, nested if they concern the same words. If one wants words in and another wants them
/// out, they are for and against the same bracket. If both wrote different words in the same place,
/// these become alternatives without an owner. The result does not depend on the order of the
/// sides.
///
/// `base` is what both started from, if known.
pub fn both(base: Option<&Words>, one: &Words, other: &Words) -> Words {
    let [first, second] = if print(one) <= print(other) { [one, other] } else { [other, one] };
    if first == second {
        return first.clone();
    }
    let holds = |it: &Words| holds_all(it, base, [first, second]);
    let merged = woven(base, first, second).filter(holds);
    // Crossing brackets concern only part of it; if that part cannot be separated, the whole sides
    // are alternatives.
    let merged = merged.or_else(|| in_parts(base, [first, second]).filter(holds));
    merged.unwrap_or_else(|| alternatives(first.clone(), second.clone()))
}

/// The words that both started from or, if the base is unknown, that both have.
fn common<'a>(base: Option<&'a Words>, sides: &[Flat<'a>; 2]) -> Vec<Token<'a>> {
    let Some(base) = base else {
        let same = steps(&sides[0].tokens, &sides[1].tokens);
        let kept = same.into_iter().filter_map(|it| match it {
            Step::Same { old, len, .. } => Some(old..old + len),
            Step::Changed { .. } => None,
        });
        return kept.flatten().map(|at| sides[0].tokens[at]).collect();
    };
    Flat::of(base).tokens
}

/// A word of the merged paragraph, by its place on either side.
#[derive(Clone, Copy)]
struct Woven {
    places: [Option<usize>; 2],
    /// If both wrote different words: the number of the place, and the side.
    alternative: Option<(usize, usize)>,
    spaced: bool,
}

/// The words of both, with the brackets of both around them; `None` if brackets cross that cannot
/// be split.
fn woven(base: Option<&Words>, first: &Words, second: &Words) -> Option<Words> {
    let sides = [Flat::of(first), Flat::of(second)];
    let (tokens, based) = (common(base, &sides), base);
    // Brackets of the base that the other side lifted are gone.
    let gone = [
        same_as_before(based, &sides[0].brackets, second),
        same_as_before(based, &sides[1].brackets, first),
    ];
    let nothing = Words::default();
    let old = [0, 1].map(|side: usize| same_as_before(based, &sides[side].brackets, &nothing));
    let is_new =
        |side: usize, at: usize| sides[side].around(at).iter().any(|it| !old[side].contains(&it.0));
    let mut weaver = Weaver { sides: &sides, words: Vec::new(), alternatives: 0 };
    for (from, [left, right]) in chunks(&tokens, &sides) {
        let text = |side: usize, range: &Range<usize>| -> Vec<&str> {
            range.clone().map(|at| sides[side].tokens[at].text).collect()
        };
        let before: Vec<&str> = from.map(|at| tokens[at].text).collect();
        let (one, two) = (text(0, &left), text(1, &right));
        let free = |side: usize, range: &Range<usize>| range.clone().all(|at| is_new(side, at));
        let any = |side: usize, range: &Range<usize>| range.clone().any(|at| is_new(side, at));
        if one == two {
            left.zip(right).for_each(|(one, two)| weaver.push([Some(one), Some(two)], None));
        } else if one == before && !any(0, &left) || one.is_empty() && any(1, &right) {
            weaver.side(1, right, None);
        } else if two == before && !any(1, &right) || two.is_empty() && any(0, &left) {
            weaver.side(0, left, None);
        } else if free(0, &left) && free(1, &right)
            || before.is_empty() && (free(0, &left) || free(1, &right))
            || one.is_empty()
            || two.is_empty()
        {
            weaver.side(0, left, None);
            weaver.side(1, right, None);
        } else {
            let at = weaver.alternatives;
            weaver.alternatives += 1;
            weaver.side(0, left, Some((at, 0)));
            weaver.side(1, right, Some((at, 1)));
        }
    }
    let words = weaver.words;
    let mut spans = Vec::new();
    for side in 0..2 {
        for at in 0..sides[side].brackets.len() {
            if !gone[side].contains(&at) {
                spans.push(span_of(&sides, &words, side, at)?);
            }
        }
    }
    for at in 0..weaver.alternatives {
        for (which, number) in [(0, 1), (1, 2)] {
            let places = words.iter().enumerate();
            let mut places = places.filter(|(_, it)| it.alternative == Some((at, which)));
            let start = places.next()?.0;
            let end = places.next_back().map_or(start, |it| it.0) + 1;
            let kind = BracketKind::Alternative(number);
            let bracket = Bracket::new(kind, Words::default());
            spans.push(Span { start, end, turn: None, bracket, side: 2 });
        }
    }
    let text: Vec<Token<'_>> = words
        .iter()
        .filter_map(|it| {
            let [one, two] = it.places;
            let token = one.map(|at| sides[0].tokens[at]).or(two.map(|at| sides[1].tokens[at]))?;
            Some(Token { spaced: it.spaced, ..token })
        })
        .collect();
    built(&text, spans)
}

struct Weaver<'w, 'a> {
    sides: &'w [Flat<'a>; 2],
    words: Vec<Woven>,
    alternatives: usize,
}

impl Weaver<'_, '_> {
    fn push(&mut self, places: [Option<usize>; 2], alternative: Option<(usize, usize)>) {
        let token = |side: usize| {
            let at = places.get(side).copied().flatten()?;
            self.sides.get(side)?.tokens.get(at)
        };
        let spaced = [0, 1].iter().any(|side| token(*side).is_some_and(|it| it.spaced));
        self.words.push(Woven { places, alternative, spaced });
    }

    fn side(&mut self, side: usize, range: Range<usize>, alternative: Option<(usize, usize)>) {
        let start = self.words.len();
        for at in range {
            let places = if side == 0 { [Some(at), None] } else { [None, Some(at)] };
            self.push(places, alternative);
        }
        // Words of one side after words of the other are separated by a space.
        let apart = start > 0;
        let word = |it: &Woven| {
            let [one, two] = it.places;
            let token = one.and_then(|at| self.sides[0].tokens.get(at));
            let token = token.or(two.and_then(|at| self.sides[1].tokens.get(at)));
            token.is_some_and(|it| it.text.starts_with(char::is_alphanumeric))
        };
        if apart
            && self.words.get(start).is_some_and(word)
            && let Some(first) = self.words.get_mut(start)
        {
            first.spaced = true;
        }
    }
}

/// The words between those that all three have, and each of these, in order.
fn chunks(base: &[Token<'_>], sides: &[Flat<'_>; 2]) -> Vec<(Range<usize>, [Range<usize>; 2])> {
    let places = [0, 1].map(|side| {
        let mut found = vec![None; base.len()];
        for step in steps(base, &sides[side].tokens) {
            if let Step::Same { old, new, len } = step {
                (0..len).for_each(|it| found[old + it] = Some(new + it));
            }
        }
        found
    });
    let mut chunks = Vec::new();
    let (mut from, mut at) = (0, [0, 0]);
    let ends = [sides[0].tokens.len(), sides[1].tokens.len()];
    for place in 0..=base.len() {
        let here = match (places[0].get(place), places[1].get(place)) {
            (Some(Some(one)), Some(Some(two))) => [*one, *two],
            (None, _) | (_, None) => ends,
            _ => continue,
        };
        if from < place || at != here {
            chunks.push((from..place, [at[0]..here[0], at[1]..here[1]]));
        }
        if place < base.len() {
            chunks.push((place..place + 1, [here[0]..here[0] + 1, here[1]..here[1] + 1]));
        }
        (from, at) = (place + 1, [here[0] + 1, here[1] + 1]);
    }
    chunks
}

/// The position of one side's bracket among the merged words; `None` if it holds none.
fn span_of(sides: &[Flat<'_>; 2], words: &[Woven], side: usize, at: usize) -> Option<Span> {
    let (mut start, mut end, mut turn) = (None, 0, None);
    for (place, word) in words.iter().enumerate() {
        let Some(token) = word.places[side] else { continue };
        let Some((_, instead)) = sides[side].around(token).iter().find(|it| it.0 == at) else {
            continue;
        };
        start = start.or(Some(place));
        end = place + 1;
        if *instead {
            turn = turn.or(Some(place));
        }
    }
    let bracket = sides[side].brackets[at];
    let replaces = matches!(bracket.kind, BracketKind::Replace(_));
    // A replacement comes after the words it replaces.
    if replaces && (turn.is_none() || turn == start) {
        return None;
    }
    let bracket = Bracket { words: Words::default(), ..bracket.clone() };
    Some(Span { start: start?, end, turn: turn.filter(|_| replaces), bracket, side })
}

/// Whether everybody who asks for something on either side still does, and brackets are not nested
/// too deeply to be read back.
fn holds_all(merged: &Words, base: Option<&Words>, sides: [&Words; 2]) -> bool {
    let names = |words: &Words| -> BTreeSet<String> {
        let all = words.brackets().into_iter().flat_map(|it| it.owners.iter());
        all.map(|it| it.name.clone()).collect()
    };
    let (there, before) = (names(merged), base.map(names).unwrap_or_default());
    let mut asked = sides.into_iter().flat_map(names);
    merged.depth() <= DEEPEST && asked.all(|it| there.contains(&it) || before.contains(&it))
}

#[cfg(test)]
mod tests;
