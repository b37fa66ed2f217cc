//! Words as a word processor stores them: inserted and deleted words are both there, each with who
//! did it.

use super::super::words::{Bracket, BracketKind, Hand, Owner, Piece, Words};
use super::owners;
use crate::model::Marking;

/// Words under the same changes.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    /// The words.
    pub text: &'a str,
    /// The changes, the outermost first; empty for unchanged words.
    pub changes: &'a [Tracked],
}

/// A tracked change of a word processor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// Whether the words were struck out, rather than typed in.
    pub struck: bool,
    /// Who did it and when; `None` if unknown.
    pub hand: Option<Hand>,
    /// Who asks for it, and who is against it.
    pub owners: Vec<Owner>,
    /// How widely it may be shown.
    pub marking: Option<Marking>,
}

/// The separator between the author of a change and those who ask for it.
const BESIDE: &str = " · ";

impl Tracked {
    /// A change by an author as a word processor names them. Codes instead of a name, without a
    /// date, are those who ask for the change; `Tracked::author` writes it that way.
    pub fn by(struck: bool, author: &str, date: &str) -> Self {
        let hand = |author: &str| Some(Hand { author: author.to_owned(), date: date.to_owned() });
        let read = |aside: &str| owners::read(aside, &|_| false).and_then(owners::Aside::owners);
        let split = author.rsplit_once(BESIDE);
        if let Some((name, (owners, marking))) = split.and_then(|it| Some((it.0, read(it.1)?))) {
            return Self { struck, hand: hand(name), owners, marking };
        }
        match read(author) {
            Some((owners, marking)) if date.is_empty() => {
                Self { struck, hand: None, owners, marking }
            }
            _ if author.is_empty() && date.is_empty() => {
                Self { struck, hand: None, owners: Vec::new(), marking: None }
            }
            _ => Self { struck, hand: hand(author), owners: Vec::new(), marking: None },
        }
    }

    /// The change that asks what this bracket asks.
    pub fn of(struck: bool, bracket: &Bracket) -> Self {
        Self {
            struck,
            hand: bracket.hand.clone(),
            owners: bracket.owners.clone(),
            marking: bracket.marking,
        }
    }

    /// The author to name for it in a word processor; empty if there is nobody to name.
    pub fn author(&self) -> String {
        let mut bracket = Bracket::new(BracketKind::Add, Words::default());
        bracket.owners.clone_from(&self.owners);
        bracket.marking = self.marking;
        let aside = owners::write(&bracket, true);
        // An author who also asks for the change is not named twice: when read back, the author
        // asks for it.
        let is_same = |author: &str| match self.owners.as_slice() {
            [one] => {
                let read = || Self::by(self.struck, author, self.date());
                one.name == author
                    && !one.against
                    && self.marking.is_none()
                    && read().owners.is_empty()
            }
            _ => false,
        };
        match &self.hand {
            Some(hand) if aside.is_empty() || is_same(&hand.author) => hand.author.clone(),
            Some(hand) => format!("{}{BESIDE}{aside}", hand.author),
            None => aside,
        }
    }

    /// The moment of the change as written in the file; empty if it is not known.
    pub fn date(&self) -> &str {
        self.hand.as_ref().map_or("", |hand| &hand.date)
    }

    /// Records the author of this change as the one who typed a bracket around words.
    pub(super) fn give_to(&self, bracket: &mut Bracket) {
        if bracket.hand.is_none() {
            bracket.hand.clone_from(&self.hand);
        }
        if bracket.owners.is_empty() {
            bracket.owners.clone_from(&self.owners);
        }
    }

    fn bracket(&self, kind: BracketKind, words: Words) -> Bracket {
        Bracket {
            kind,
            words,
            owners: self.owners.clone(),
            hand: self.hand.clone(),
            marking: self.marking,
        }
    }

    /// Whether both were made by the same author.
    fn is_by_same(&self, other: &Self) -> bool {
        let author = |it: &Self| it.hand.as_ref().map(|hand| hand.author.clone());
        author(self) == author(other)
            && self.owners == other.owners
            && self.marking == other.marking
    }

    /// Whether both are the same change. As somebody types, a word processor starts a new one every
    /// minute.
    fn goes_on(&self, other: &Self) -> bool {
        let day = |it: &Self| it.date().get(..10).unwrap_or(it.date()).to_owned();
        self.struck == other.struck && self.is_by_same(other) && day(self) == day(other)
    }

    /// The same change, at the later of both moments.
    fn until(mut self, other: &Self) -> Self {
        let later = other.date() > self.date();
        if let Some(hand) = self.hand.as_mut().filter(|_| later) {
            hand.date = other.date().to_owned();
        }
        self
    }
}

/// Whether words under these changes were struck out.
pub(super) fn is_struck(changes: &[Tracked]) -> bool {
    changes.iter().any(|it| it.struck)
}

/// A piece of a text with the changes that apply to it.
#[derive(Debug)]
pub(super) struct Atom<'a> {
    pub(super) piece: Piece,
    pub(super) changes: &'a [Tracked],
}

/// How many changes all of these have in common, the outermost first.
pub(super) fn in_common<'a>(mut all: impl Iterator<Item = &'a [Tracked]>) -> usize {
    let Some(first) = all.next() else { return 0 };
    all.fold(first.len(), |most, changes| {
        first.iter().zip(changes).take(most).take_while(|(one, other)| one == other).count()
    })
}

/// The pieces with a bracket around each change. The outermost `skip` changes belong to the
/// surroundings.
pub(super) fn grouped(atoms: &[Atom<'_>], skip: usize) -> Words {
    let mut words = Words::default();
    let mut rest = atoms;
    while let Some(atom) = rest.first() {
        let Some(first) = atom.changes.get(skip) else {
            match &atom.piece {
                Piece::Plain(text) => words.push_plain(text),
                Piece::Bracket(bracket) => words.push(bracket.clone()),
            }
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        let (change, inner, after) = taken(rest, first, skip);
        let next = after.first().and_then(|it| it.changes.get(skip));
        let instead = next.filter(|it| change.struck && !it.struck && change.is_by_same(it));
        match instead {
            Some(instead) => {
                let (by, instead, after) = taken(after, instead, skip);
                replaced(&mut words, change.until(&by), inner, instead);
                rest = after;
            }
            None => {
                changed(&mut words, &change, inner);
                rest = after;
            }
        }
    }
    words
}

/// The pieces under a change from here on, and the rest.
fn taken<'a, 'b>(
    atoms: &'b [Atom<'a>],
    first: &Tracked,
    skip: usize,
) -> (Tracked, Words, &'b [Atom<'a>]) {
    let of = |atom: &Atom<'a>| atom.changes.get(skip);
    let count = atoms.iter().take_while(|it| of(it).is_some_and(|it| it.goes_on(first))).count();
    let (inside, after) = atoms.split_at(count);
    let change = inside.iter().filter_map(of).fold(first.clone(), Tracked::until);
    (change, grouped(inside, skip + 1), after)
}

/// Puts a bracket around changed words; the spaces at their ends stay outside.
fn changed(words: &mut Words, change: &Tracked, mut inner: Words) {
    let (before, after) = spaces(&inner);
    inner.trim();
    words.push_plain(before);
    if !inner.is_empty() {
        let alone = !change.struck && change.owners.is_empty() && change.marking.is_none();
        let typed = |piece: &Piece| match piece {
            Piece::Plain(text) => text.trim().is_empty(),
            Piece::Bracket(bracket) => bracket.hand.is_none(),
        };
        if alone && inner.pieces.iter().all(typed) {
            // Brackets inserted by somebody are that person's, not brackets in brackets.
            for piece in &mut inner.pieces {
                if let Piece::Bracket(bracket) = piece {
                    bracket.hand.clone_from(&change.hand);
                }
            }
            words.extend(inner);
        } else {
            let kind = if change.struck { BracketKind::Delete } else { BracketKind::Add };
            words.push(change.bracket(kind, inner));
        }
    }
    words.push_plain(after);
}

fn replaced(words: &mut Words, change: Tracked, mut inner: Words, mut instead: Words) {
    let ends = [spaces(&inner), spaces(&instead)];
    inner.trim();
    instead.trim();
    if inner.is_empty() || instead.is_empty() {
        words.push_plain(ends[0].0);
        changed(words, &Tracked { struck: true, ..change.clone() }, inner);
        words.push_plain(ends[0].1);
        words.push_plain(ends[1].0);
        changed(words, &Tracked { struck: false, ..change }, instead);
        words.push_plain(ends[1].1);
        return;
    }
    let any = |side: fn(&(&'static str, &'static str)) -> &'static str| {
        ends.iter().map(side).find(|it| !it.is_empty()).unwrap_or_default()
    };
    words.push_plain(any(|it| it.0));
    words.push(change.bracket(BracketKind::Replace(instead), inner));
    words.push_plain(any(|it| it.1));
}

/// The spaces at both ends.
fn spaces(words: &Words) -> (&'static str, &'static str) {
    let space = |is: bool| if is { " " } else { "" };
    let plain = |piece: Option<&Piece>, is: fn(&str) -> bool| match piece {
        Some(Piece::Plain(text)) => is(text),
        Some(Piece::Bracket(_)) | None => false,
    };
    (
        space(plain(words.pieces.first(), |it| it.starts_with(' '))),
        space(plain(words.pieces.last(), |it| it.ends_with(' '))),
    )
}

#[cfg(test)]
mod tests;
