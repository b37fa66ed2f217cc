//! Takes what somebody typed for a paragraph into it, as brackets without an owner.

use std::borrow::Cow;
use std::ops::Range;

use super::super::notation::print;
use super::super::words::{Bracket, BracketKind, Piece, Words};
use super::merged;
use super::tokens::{Step, Token, steps, tokens};

/// The words with the changes from `base` to `typed` as brackets without owners: inserted words are
/// to come in, deleted ones to go, and changed ones are a replacement.
///
/// `base` are the words from which somebody began to type. They may lack brackets and owners that
/// were withheld, and the words themselves may have moved on since: neither is lost.
pub fn take_over(words: &Words, base: &Words, typed: &Words) -> Words {
    let (words, base, typed) = (atoms(words), atoms(base), atoms(typed));
    let kept = Places::new(&base, &words, steps(&tokens_of(&base), &tokens_of(&words)));
    let changed = Places::new(&base, &typed, merged(steps(&tokens_of(&base), &tokens_of(&typed))));
    let touched = |at: usize| (at < base.len()) && changed.covers(at, &kept);
    let mut taken = Words::default();
    let mut at = 0;
    loop {
        // What is here and the person typing did not see.
        let (unseen, came) = (kept.between(at), changed.between(at));
        let mut end = at;
        while touched(end) {
            end = kept.end_of(end);
        }
        push_all(&mut taken, &words[unseen]);
        if end > at {
            let old = kept.after(at)..kept.before(end);
            let new = changed.before(at)..changed.after(end);
            push_change(&mut taken, &words[old], &typed[new]);
            push_all(&mut taken, &words[kept.between(end)]);
        } else {
            push_change(&mut taken, &[], &typed[came]);
        }
        if end >= base.len() {
            break;
        }
        let next = kept.end_of(end);
        push_all(&mut taken, &words[kept.after(end)..kept.before(next)]);
        at = next;
    }
    taken.trim();
    taken
}

/// A word, a sign, or a whole bracket.
struct Atom<'a> {
    text: Cow<'a, str>,
    spaced: bool,
    bracket: Option<&'a Bracket>,
}

fn atoms(words: &Words) -> Vec<Atom<'_>> {
    let mut all: Vec<Atom<'_>> = Vec::new();
    let mut spaced = false;
    for piece in &words.pieces {
        match piece {
            Piece::Plain(text) => {
                for token in tokens(text) {
                    let spaced = std::mem::take(&mut spaced) || token.spaced;
                    all.push(Atom { text: Cow::Borrowed(token.text), spaced, bracket: None });
                }
                spaced |= text.ends_with(' ');
            }
            Piece::Bracket(bracket) => {
                let mut alone = Words::default();
                alone.push(bracket.clone());
                let spaced = std::mem::take(&mut spaced);
                let text = Cow::Owned(print(&alone));
                all.push(Atom { text, spaced, bracket: Some(bracket) });
            }
        }
    }
    all
}

fn tokens_of<'a>(atoms: &'a [Atom<'_>]) -> Vec<Token<'a>> {
    atoms.iter().map(|it| Token { text: &it.text, spaced: it.spaced }).collect()
}

/// The position in other words of each boundary between the base words.
struct Places {
    // Before and after any words that the others have there and the base does not.
    around: Vec<(usize, usize)>,
    // Whether each base word differs there.
    differs: Vec<bool>,
}

impl Places {
    fn new(base: &[Atom<'_>], other: &[Atom<'_>], steps: Vec<Step>) -> Self {
        let mut around = vec![(0, 0); base.len() + 1];
        let mut differs = vec![false; base.len()];
        for step in steps {
            match step {
                Step::Same { old, new, len } => {
                    for at in 0..=len {
                        let (before, after) = &mut around[old + at];
                        if at > 0 {
                            *before = new + at;
                        }
                        *after = new + at;
                    }
                }
                Step::Changed { old, new } if old.is_empty() => {
                    around[old.start].1 = new.end;
                }
                Step::Changed { old, new } => {
                    // If there are as many as before, they are matched one by one.
                    let paired = old.len() == new.len();
                    for (nth, at) in old.clone().enumerate() {
                        differs[at] = true;
                        let place = if paired { new.start + nth } else { new.start };
                        if nth > 0 {
                            around[at] = (place, place);
                        } else {
                            around[at].1 = place;
                        }
                    }
                    around[old.end] = (new.end, new.end);
                }
            }
        }
        around[base.len()].1 = other.len();
        Self { around, differs }
    }

    fn before(&self, at: usize) -> usize {
        self.around[at].0
    }

    fn after(&self, at: usize) -> usize {
        self.around[at].1
    }

    fn between(&self, at: usize) -> Range<usize> {
        self.before(at)..self.after(at)
    }

    /// The end of the base words from this one on that have no boundary in the others.
    fn end_of(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.differs.len()
            && self.differs[end]
            && self.differs[end - 1]
            && self.around[end] == (self.after(at), self.after(at))
        {
            end += 1;
        }
        end
    }

    /// Whether one of the base words from here to the next boundary in `kept` differs.
    fn covers(&self, at: usize, kept: &Self) -> bool {
        let end = kept.end_of(at);
        let inside = (at + 1..end).any(|it| !self.between(it).is_empty());
        inside || self.differs[at..end].contains(&true)
    }
}

fn push_all(words: &mut Words, atoms: &[Atom<'_>]) {
    for atom in atoms {
        if atom.spaced {
            words.push_plain(" ");
        }
        match atom.bracket {
            Some(bracket) => words.push(bracket.clone()),
            None => words.push_plain(&atom.text),
        }
    }
}

fn words_of(atoms: &[Atom<'_>]) -> Words {
    let mut words = Words::default();
    push_all(&mut words, atoms);
    words.trim();
    words
}

fn push_change(words: &mut Words, old: &[Atom<'_>], new: &[Atom<'_>]) {
    let Some(first) = old.first().or(new.first()) else { return };
    let (gone, came) = (words_of(old), words_of(new));
    let in_brackets = new.iter().all(|it| it.bracket.is_some());
    if !new.is_empty() && in_brackets && (old.is_empty() || gone.bare() == came.bare()) {
        // The person typing has bracketed it already.
        return push_all(words, new);
    }
    let opens = words.is_empty() && old.is_empty();
    if first.spaced || old.is_empty() {
        words.push_plain(" ");
    }
    words.push(match (gone.is_empty(), came.is_empty()) {
        (true, _) => Bracket::new(BracketKind::Add, came),
        (false, true) => Bracket::new(BracketKind::Delete, gone),
        (false, false) => Bracket::new(BracketKind::Replace(came), gone),
    });
    if opens {
        words.push_plain(" ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::parse;

    fn taken(words: &str, base: &str, typed: &str) -> String {
        let read = |text: &str| parse(text, &|_| false).words;
        print(&take_over(&read(words), &read(base), &read(typed)))
    }

    #[test]
    fn what_was_typed_comes_in_as_brackets_that_nobody_owns() {
        for (before, typed, after) in [
            ("States shall act.", "States shall act.", "States shall act."),
            ("States shall act.", "States should act.", "States [shall → should] act."),
            ("States shall act.", "States shall act promptly.", "States shall act [promptly]."),
            ("States shall all act.", "States shall act.", "States shall [delete: all] act."),
            ("States act.", "All States act.", "[All] States act."),
            ("", "States act.", "[States act.]"),
            (
                "States shall share information on threats with all others.",
                "States should share information on threats with others.",
                "States [shall → should] share information on threats with [delete: all] others.",
            ),
            ("a [b] (RUS) c", "a b c", "a [[b] (RUS) → b] c"),
            ("States act", "States act [now] (NLD)", "States act [now] (NLD)"),
            ("States act now", "States act [now]", "States act [now]"),
        ] {
            assert_eq!(taken(before, before, typed), after, "{typed}");
        }
    }

    #[test]
    fn nothing_is_lost_that_whoever_typed_could_not_see() {
        for (words, base, typed, after) in [
            (
                "States [secretly] (TLP:RED) shall act.",
                "States shall act.",
                "States should act.",
                "States [secretly] (TLP:RED) [shall → should] act.",
            ),
            (
                "States [shall] (RUS, CHN) act.",
                "States [shall] act.",
                "States [shall] act now.",
                "States [shall] (RUS, CHN) act [now].",
            ),
            ("a [x] (TLP:RED) b", "a b", "c", "[a [x] (TLP:RED) b → c]"),
            ("a b [x] (TLP:RED)", "a b", "a b c", "a b [x] (TLP:RED) [c]"),
            // Somebody else wrote meanwhile.
            ("a b c d e f", "a b c d", "z b c d", "[a → z] b c d e f"),
        ] {
            assert_eq!(taken(words, base, typed), after, "{typed}");
        }
    }
}
