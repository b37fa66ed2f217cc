//! Changes brackets: puts words in brackets, and settles what a bracket asks.
//!
//! Words are counted in reading order, including those in brackets: a replacement comes after the
//! words it replaces.

use super::words::{Bracket, BracketKind, Piece, Words};

/// How many words there are, including those in brackets.
pub fn count(words: &Words) -> usize {
    words.pieces.iter().map(count_piece).sum()
}

fn count_piece(piece: &Piece) -> usize {
    match piece {
        Piece::Plain(text) => text.split_whitespace().count(),
        Piece::Bracket(it) => count_bracket(it),
    }
}

fn count_bracket(bracket: &Bracket) -> usize {
    let instead = match &bracket.kind {
        BracketKind::Replace(instead) => count(instead),
        _ => 0,
    };
    count(&bracket.words) + instead
}

/// Puts the words from one place to another, both included, into what `make` makes of them. A
/// bracket whose two ends are not in the same part is taken in whole. `None` if there are no such
/// words.
pub fn put_in_bracket(
    words: &Words,
    (from, to): (usize, usize),
    make: &mut dyn FnMut(Words) -> Vec<Bracket>,
) -> Option<Words> {
    let (from, to) = (from.min(to), from.max(to));
    if to >= count(words) {
        return None;
    }
    let mut before = 0;
    for (at, piece) in words.pieces.iter().enumerate() {
        let here = count_piece(piece);
        if let Piece::Bracket(bracket) = piece
            && before <= from
            && to < before + here
        {
            let changed = within(bracket, (from - before, to - before), make)?;
            let mut all = words.clone();
            all.pieces[at] = Piece::Bracket(changed);
            return Some(all);
        }
        before += here;
    }
    Some(wrapped(words, (from, to), make))
}

/// The same inside a bracket.
fn within(
    bracket: &Bracket,
    (from, to): (usize, usize),
    make: &mut dyn FnMut(Words) -> Vec<Bracket>,
) -> Option<Bracket> {
    let mut changed = bracket.clone();
    let own = count(&bracket.words);
    if to < own {
        changed.words = put_in_bracket(&bracket.words, (from, to), make)?;
    } else if let BracketKind::Replace(instead) = &bracket.kind
        && from >= own
    {
        let instead = put_in_bracket(instead, (from - own, to - own), make)?;
        changed.kind = BracketKind::Replace(instead);
    } else {
        // Across the arrow: there is no such bracket.
        return None;
    }
    Some(changed)
}

fn wrapped(
    words: &Words,
    (from, to): (usize, usize),
    make: &mut dyn FnMut(Words) -> Vec<Bracket>,
) -> Words {
    let (mut head, mut inner, mut tail) = (Words::default(), Words::default(), Words::default());
    let mut before = 0;
    for piece in &words.pieces {
        match piece {
            Piece::Plain(text) => {
                let begins = from.checked_sub(before).map_or(0, |word| place(text, word));
                let (first, rest) = text.split_at(begins);
                let goes_on = to >= before + count_in(text);
                let taken = (to + 1).saturating_sub(before).saturating_sub(count_in(first));
                let stops = if goes_on { rest.len() } else { end(rest, taken) };
                let (second, third) = rest.split_at(stops);
                head.push_plain(first);
                inner.push_plain(second);
                tail.push_plain(third);
            }
            Piece::Bracket(it) => {
                let here = count_bracket(it);
                let part = if before + here <= from && here > 0 || before < from && here == 0 {
                    &mut head
                } else if before <= to {
                    &mut inner
                } else {
                    &mut tail
                };
                part.push(it.clone());
            }
        }
        before += count_piece(piece);
    }
    inner.trim();
    for bracket in make(inner) {
        head.push(bracket);
    }
    head.extend(tail);
    head
}

fn count_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The byte at which the word with this number begins; the end if there are fewer words.
fn place(text: &str, number: usize) -> usize {
    spans(text).nth(number).map_or(text.len(), |(start, _)| start)
}

/// The byte at which the last of this many words ends; the beginning for none.
fn end(text: &str, many: usize) -> usize {
    let Some(last) = many.checked_sub(1) else { return 0 };
    let mut found = 0;
    for (_, stop) in spans(text).take(last + 1) {
        found = stop;
    }
    found
}

/// The words of each bracket, in the order in which brackets are opened: from which word to which.
/// If there is a word that is in this bracket and no other, it is the second one given, and so
/// identifies the bracket.
pub fn in_brackets(words: &Words) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    walk(words, 0, &mut found);
    found.retain(|(from, at)| *from != usize::MAX && *at != usize::MAX);
    found
}

/// Returns the number of the next word, and the words that are in no bracket here.
fn walk(words: &Words, mut next: usize, found: &mut Vec<(usize, usize)>) -> (usize, Vec<usize>) {
    let mut bare = Vec::new();
    for piece in &words.pieces {
        match piece {
            Piece::Plain(text) => {
                let count = text.split_whitespace().count();
                bare.extend(next..next + count);
                next += count;
            }
            Piece::Bracket(bracket) => {
                let (first, place) = (next, found.len());
                found.push((usize::MAX, usize::MAX));
                let (after, mut own) = walk(&bracket.words, next, found);
                next = after;
                if let BracketKind::Replace(instead) = &bracket.kind {
                    let (after, more) = walk(instead, next, found);
                    next = after;
                    own.extend(more);
                }
                let Some(last) = next.checked_sub(1).filter(|last| *last >= first) else {
                    continue;
                };
                found[place] = match own.first() {
                    Some(_) if own.contains(&last) => (first, last),
                    Some(_) if own.contains(&first) => (last, first),
                    Some(one) => (*one, *one),
                    None => (first, last),
                };
            }
        }
    }
    (next, bare)
}

/// The words of a text, by the bytes at which each begins and ends.
pub fn spans(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(|c: char| !c.is_whitespace())?;
        let length = text[start..].find(char::is_whitespace);
        from = length.map_or(text.len(), |length| start + length);
        Some((start, from))
    })
}

/// Settles the innermost bracket around a word: what it asks is granted, or not. Of alternatives
/// side by side the chosen one replaces all; a rejected one is removed. `None` if the word is in no
/// bracket.
pub fn settle(words: &Words, word: usize, granted: bool) -> Option<Words> {
    let mut before = 0;
    for (at, piece) in words.pieces.iter().enumerate() {
        let here = count_piece(piece);
        if let Piece::Bracket(bracket) = piece
            && (before..before + here).contains(&word)
        {
            if let Some(inner) = settle_within(bracket, word - before, granted) {
                let mut all = words.clone();
                all.pieces[at] = Piece::Bracket(inner);
                return Some(all);
            }
            return Some(settled(words, at, bracket, granted));
        }
        before += here;
    }
    None
}

fn settle_within(bracket: &Bracket, word: usize, granted: bool) -> Option<Bracket> {
    let own = count(&bracket.words);
    let mut changed = bracket.clone();
    if word < own {
        changed.words = settle(&bracket.words, word, granted)?;
    } else if let BracketKind::Replace(instead) = &bracket.kind {
        changed.kind = BracketKind::Replace(settle(instead, word - own, granted)?);
    }
    Some(changed)
}

fn settled(words: &Words, at: usize, bracket: &Bracket, granted: bool) -> Words {
    let stays = match (&bracket.kind, granted) {
        (BracketKind::Add | BracketKind::Alternative(_), true)
        | (BracketKind::Delete | BracketKind::Replace(_), false) => bracket.words.clone(),
        (BracketKind::Replace(instead), true) => instead.clone(),
        (BracketKind::Add | BracketKind::Alternative(_), false) | (BracketKind::Delete, true) => {
            Words::default()
        }
    };
    // The alternatives next to the chosen one.
    let alternatives = matches!(bracket.kind, BracketKind::Alternative(_)) && granted;
    let others = if alternatives { beside(words, at) } else { at..at + 1 };
    let mut all = Words::default();
    for (place, piece) in words.pieces.iter().enumerate() {
        if place == at {
            all.extend(stays.clone());
        } else if !others.contains(&place) {
            match piece {
                Piece::Plain(text) => all.push_plain(text),
                Piece::Bracket(it) => all.push(it.clone()),
            }
        }
    }
    all.trim();
    all
}

/// Adds an alternative to those that a word is among, with the next number. `None` if it is among
/// none.
pub fn add_alternative(words: &Words, word: usize, new: &Bracket) -> Option<Words> {
    let mut before = 0;
    for (at, piece) in words.pieces.iter().enumerate() {
        let here = count_piece(piece);
        if let Piece::Bracket(bracket) = piece
            && (before..before + here).contains(&word)
        {
            let mut all = words.clone();
            if let Some(inner) = add_alternative(&bracket.words, word - before, new) {
                let inner = Bracket { words: inner, ..bracket.clone() };
                all.pieces[at] = Piece::Bracket(inner);
                return Some(all);
            }
            let BracketKind::Alternative(_) = bracket.kind else { return None };
            let side = beside(words, at);
            let numbers = words.pieces[side.clone()].iter().filter_map(|it| match it {
                Piece::Bracket(Bracket { kind: BracketKind::Alternative(it), .. }) => Some(*it),
                _ => None,
            });
            let next = numbers.max().unwrap_or_default().saturating_add(1);
            let new = Bracket { kind: BracketKind::Alternative(next), ..new.clone() };
            all.pieces.insert(side.end, Piece::Bracket(new));
            return Some(all);
        }
        before += here;
    }
    None
}

/// The alternatives adjacent to one, with what is between them.
fn beside(words: &Words, at: usize) -> std::ops::Range<usize> {
    let is = |place: usize| match words.pieces.get(place) {
        Some(Piece::Bracket(it)) => matches!(it.kind, BracketKind::Alternative(_)),
        _ => false,
    };
    let blank = |place: usize| match words.pieces.get(place) {
        Some(Piece::Plain(text)) => text.trim().is_empty(),
        _ => false,
    };
    let (mut first, mut last) = (at, at);
    loop {
        if first >= 1 && is(first - 1) {
            first -= 1;
        } else if first >= 2 && blank(first - 1) && is(first - 2) {
            first -= 2;
        } else {
            break;
        }
    }
    loop {
        if is(last + 1) {
            last += 1;
        } else if blank(last + 1) && is(last + 2) {
            last += 2;
        } else {
            break;
        }
    }
    first..last + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Owner, any_words, parse, print};
    use super::*;

    fn read(text: &str) -> Words {
        parse(text, &|_| true).words
    }

    fn bracketed(text: &str, span: (usize, usize), kind: &BracketKind) -> Option<String> {
        let owners = vec![Owner { name: "NLD".to_owned(), against: false }];
        let mut make =
            |inner| vec![Bracket { owners: owners.clone(), ..Bracket::new(kind.clone(), inner) }];
        put_in_bracket(&read(text), span, &mut make).map(|it| print(&it))
    }

    #[test]
    fn words_are_put_in_brackets_where_they_stand() {
        for (text, span, expected) in [
            ("States shall share it.", (1, 1), "States [shall] (NLD) share it."),
            ("States shall share it.", (2, 1), "States [shall share] (NLD) it."),
            ("States shall.", (0, 1), "[States shall.] (NLD)"),
            // A bracket between the ends is included.
            ("We [all] (RUS) agree now", (0, 2), "[We [all] (RUS) agree] (NLD) now"),
            // So is half of one.
            ("We [all here] (RUS) agree now", (2, 3), "We [[all here] (RUS) agree] (NLD) now"),
            ("We [all here] (RUS) agree", (1, 1), "We [[all] (NLD) here] (RUS) agree"),
        ] {
            let found = bracketed(text, span, &BracketKind::Add);
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(bracketed("Two words", (1, 2), &BracketKind::Add), None);
        let deleted = bracketed("States shall share.", (1, 1), &BracketKind::Delete);
        assert_eq!(deleted.as_deref(), Some("States [delete: shall] (NLD) share."));
    }

    #[test]
    fn what_a_bracket_asks_is_done_or_not() {
        for (text, word, granted, expected) in [
            ("States [shall] (NLD) share", 1, true, "States shall share"),
            ("States [shall] (NLD) share", 1, false, "States share"),
            ("States [delete: all] share", 1, true, "States share"),
            ("States [delete: all] share", 1, false, "States all share"),
            ("States [shall → may] share", 1, true, "States may share"),
            ("States [shall → may] share", 2, false, "States shall share"),
            ("States [alt 1 may] (RUS) [alt 2 should] (NLD) meet", 2, true, "States should meet"),
            ("States [alt 1 may] [alt 2 should] meet", 1, false, "States [alt 2 should] meet"),
            ("We [all [of us] here] agree", 2, true, "We [all of us here] agree"),
        ] {
            let found = settle(&read(text), word, granted).map(|it| print(&it));
            assert_eq!(found.as_deref(), Some(expected), "{text} {granted}");
        }
        assert_eq!(settle(&read("No brackets"), 1, true), None);
    }

    #[test]
    fn one_more_alternative_stands_behind_the_others() {
        let new = Bracket::new(BracketKind::Add, Words::plain("must"));
        let words = read("States [alt 1 may] [alt 2 should] meet");
        let found = add_alternative(&words, 1, &new).map(|it| print(&it));
        assert_eq!(found.as_deref(), Some("States [alt 1 may] [alt 2 should][alt 3 must] meet"));
        assert_eq!(add_alternative(&words, 0, &new), None);
    }

    proptest! {
        #[test]
        fn a_bracket_that_is_put_in_keeps_every_word_and_every_other_bracket(
            words in any_words(),
            ends in (0..12_usize, 0..12_usize),
        ) {
            // As stored.
            let words = read(&print(&words));
            let mut make = |inner| vec![Bracket::new(BracketKind::Add, inner)];
            if let Some(with) = put_in_bracket(&words, ends, &mut make) {
                prop_assert_eq!(count(&with), count(&words));
                prop_assert_eq!(with.brackets().len(), words.brackets().len() + 1);
                let letters = |words: &Words| words.bare().replace(' ', "");
                prop_assert_eq!(letters(&with), letters(&words));
            }
        }
    }
}
