//! The notation in which a paragraph is typed, pasted and stored.
//!
//! | typed | means |
//! | --- | --- |
//! | `[voluntary] (RUS, CHN)` | both want *voluntary* to come in |
//! | `[delete: voluntary] (NLD)`, `[voluntary] (delete: NLD)` | the Netherlands want it to go |
//! | `[shall → should] (IND)` | India wants *should* in place of *shall* |
//! | `[alt 1 may] (RUS) [alt 2 shall] (NLD)` | alternatives |
//! | `[voluntary] (RUS; against: NLD, DEU)` | who is against it |
//! | `[RUS, CHN: voluntary]` | the same, where each of those named is known |
//! | `[voluntary] (RUS; by: I. Petrov, 2026-05-04; TLP:RED)` | who typed it when; its marking |
//!
//! Brackets may be nested. A backslash makes the sign after it an ordinary one. Anything unreadable
//! stays as typed, with a remark that says where it is.

mod changes;
mod owners;
mod printing;
mod signs;
mod spans;

pub use changes::{Span, Tracked};
pub(super) use owners::{CLOSING, OPENING, marking_within};
use owners::{behind_signs, is_blank, marking_behind};
pub use printing::{print, print_read, print_shared};
pub use spans::{OwnedSpan, spans};

use self::changes::{Atom, grouped, in_common};
use self::signs::{Sign, What, signs};
pub use self::signs::{may_have_brackets, parts};
use super::words::{Bracket, BracketKind, Piece, Words};
use crate::model::Marking;

/// How deep brackets may be nested; deeper ones are ordinary signs.
pub(super) const DEEPEST: usize = 30;

/// The result of reading a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The words.
    pub words: Words,
    /// The parts that could not be read as a bracket, in the order of the text.
    pub remarks: Vec<Remark>,
}

/// Something in a typed text that is taken literally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its position, in characters from the start of the text.
    pub at: usize,
    /// Why.
    pub kind: RemarkKind,
}

/// Why a sign is taken literally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A bracket is opened and never closed.
    NeverClosed,
    /// A bracket is closed that was never opened.
    NeverOpened,
    /// Brackets are nested too deeply.
    TooDeep,
    /// Somebody struck out both signs of a bracket and left the words: the bracket is kept.
    Lifted,
    /// Somebody struck out one sign of a bracket without the other.
    StruckAlone,
    /// Somebody struck out part of the parentheses after a bracket.
    OwnersStruck,
}

/// Reads a typed text. `known` says whether a name is that of a party or a group; names in capitals
/// or in quotation marks are taken for owners in any case, and so are other names next to one of
/// these.
pub fn parse(text: &str, known: &dyn Fn(&str) -> bool) -> Parsed {
    parse_spans(&[Span { text, changes: &[] }], known)
}

/// Reads a text with tracked changes: insertions and deletions become brackets of whoever made
/// them, beside and inside those that were typed. Places are counted through all of it, including
/// struck words.
pub fn parse_spans(spans: &[Span<'_>], known: &dyn Fn(&str) -> bool) -> Parsed {
    let parsed = read(spans, true, known);
    if parsed.words.depth() <= DEEPEST {
        return parsed;
    }
    // Together with the changes they are nested too deeply: then the typed ones are ordinary signs.
    let mut flat = read(spans, false, known);
    flat.remarks.insert(0, Remark { at: 0, kind: RemarkKind::TooDeep });
    flat
}

fn read(spans: &[Span<'_>], brackets: bool, known: &dyn Fn(&str) -> bool) -> Parsed {
    let (signs, remarks) = signs(spans, brackets);
    let mut reader = Reader { signs: &signs, at: 0, known, remarks };
    let mut words = grouped(&reader.atoms(None).0, 0);
    words.trim();
    reader.remarks.sort_by_key(|remark| remark.at);
    Parsed { words, remarks: reader.remarks }
}

struct Reader<'s, 'a> {
    signs: &'s [Sign<'a>],
    at: usize,
    known: &'s dyn Fn(&str) -> bool,
    remarks: Vec<Remark>,
}

impl<'a> Reader<'_, 'a> {
    /// Reads up to the end, or up to the sign that closes the bracket opened by this one; in a
    /// replacement also the words after the arrow.
    fn atoms(&mut self, opened: Option<&Sign<'a>>) -> (Vec<Atom<'a>>, Option<Vec<Atom<'a>>>) {
        let mut before: Option<Vec<Atom<'a>>> = None;
        let mut atoms: Vec<Atom<'a>> = Vec::new();
        while let Some(sign) = self.signs.get(self.at).copied() {
            self.at += 1;
            let c = match sign.what {
                What::Plain(c, _) => c,
                What::Arrow => {
                    let counts = opened.is_some_and(|it| it.is_struck() == sign.is_struck());
                    if counts && before.is_none() {
                        before = Some(std::mem::take(&mut atoms));
                        continue;
                    }
                    '→'
                }
                What::Close => break,
                What::Open => {
                    let atom = self.bracket(&sign);
                    atoms.push(atom);
                    continue;
                }
            };
            match atoms.last_mut() {
                Some(Atom { piece: Piece::Plain(text), changes }) if *changes == sign.changes => {
                    text.push(c);
                }
                _ => {
                    let piece = Piece::Plain(c.to_string());
                    atoms.push(Atom { piece, changes: sign.changes });
                }
            }
        }
        match before {
            Some(before) => (before, Some(atoms)),
            None => (atoms, None),
        }
    }

    /// Reads a bracket whose first sign has been read.
    fn bracket(&mut self, open: &Sign<'a>) -> Atom<'a> {
        let in_front = self.in_front(open);
        let keyword = self.keyword(open);
        let (atoms, instead) = self.atoms(Some(open));
        let close = self.signs.get(self.at.saturating_sub(1)).unwrap_or(open).changes;
        // The changes around the bracket as a whole.
        let within = atoms.iter().chain(instead.iter().flatten()).map(|it| it.changes);
        let common = in_common([open.changes, close].into_iter().chain(within));
        let read = |atoms: &[Atom<'a>]| {
            let mut words = grouped(atoms, common);
            words.trim();
            words
        };
        let mut words = read(&atoms);
        let kind = match (keyword, instead.as_deref().map(read)) {
            (None, None) => BracketKind::Add,
            (Some(kind), None) => kind,
            (None, Some(instead)) => BracketKind::Replace(instead),
            // An alternative or a deletion with an arrow in it: the arrow is a sign like others.
            (Some(kind), Some(instead)) => {
                words.push_plain(" → ");
                words.extend(instead);
                words.trim();
                kind
            }
        };
        let mut bracket = Bracket::new(kind, words);
        let mut behind: Option<owners::Aside> = in_front;
        while let Some((aside, length, struck)) = self.aside(open.is_struck())
            && let Some(read) = owners::read(&aside, self.known)
        {
            if struck {
                self.remarks.push(Remark { at: open.at, kind: RemarkKind::OwnersStruck });
            }
            self.at += length;
            match &mut behind {
                Some(before) => before.and(read),
                None => behind = Some(read),
            }
        }
        if let Some(behind) = behind {
            behind.give_to(&mut bracket);
        }
        if let Some((marking, length)) = self.marking_behind(open.is_struck()) {
            self.at += length;
            bracket.marking = bracket.marking.max(Some(marking));
        }
        // Who typed the signs around words that were there already.
        let rest = |changes: &'a [Tracked]| changes.get(common..).unwrap_or_default();
        let by = rest(open.changes).first().or_else(|| rest(close).first());
        match by {
            Some(by) if by.struck => {
                self.remarks.push(Remark { at: open.at, kind: RemarkKind::Lifted });
            }
            Some(by) => by.give_to(&mut bracket),
            None => {}
        }
        let changes = open.changes.get(..common).unwrap_or_default();
        Atom { piece: Piece::Bracket(bracket), changes }
    }

    /// Those named in front of a colon in a bracket, if each of them is known.
    fn in_front(&mut self, open: &Sign<'a>) -> Option<owners::Aside> {
        let plain = self.signs.get(self.at..)?.iter().map_while(|sign| match sign.what {
            // Names that somebody inserted or struck out later are not taken as owners.
            What::Plain(c, false) if sign.changes == open.changes => Some(c),
            What::Plain(..) | What::Open | What::Close | What::Arrow => None,
        });
        let mut head: String = plain.take(owners::LONGEST_FRONT).collect();
        head.truncate(head.find(owners::COLONS)?);
        let named = owners::in_front(&head, self.known)?;
        self.at += head.chars().count() + 1;
        Some(named)
    }

    /// The kind of bracket that its first word makes it.
    fn keyword(&mut self, open: &Sign<'a>) -> Option<BracketKind> {
        let rest = self.signs.get(self.at..)?;
        let struck = open.is_struck();
        let plain = rest.iter().map_while(|sign| match sign.what {
            What::Plain(c, false) if sign.is_struck() == struck => Some(c),
            What::Plain(..) | What::Open | What::Close | What::Arrow => None,
        });
        let head: String = plain.take(30).collect();
        let folded = head.to_lowercase();
        let spaces = folded.len() - folded.trim_start().len();
        for word in owners::DELETE {
            let after = folded.trim_start().strip_prefix(word).map(str::trim_start);
            if after.is_some_and(|it| it.starts_with(':')) {
                self.at += head.find(':').map_or(0, |at| head[..=at].chars().count());
                return Some(BracketKind::Delete);
            }
        }
        for word in ["alternative", "alternatief", "alt.", "alt"] {
            let Some(after) = folded.trim_start().strip_prefix(word) else { continue };
            let digits: String =
                after.trim_start().chars().take_while(char::is_ascii_digit).collect();
            let Ok(number) = digits.parse() else { continue };
            let before = after.len() - after.trim_start().len();
            let length = spaces + word.chars().count() + before + digits.len();
            // Only a whole word: "alt 1" is not at the start of "alt 1st".
            let next = self.signs.get(self.at + length).map(|sign| sign.what);
            let ends = match next {
                Some(What::Plain(c, _)) => !c.is_alphanumeric(),
                Some(What::Open | What::Close | What::Arrow) | None => true,
            };
            if ends {
                let colon = matches!(next, Some(What::Plain(':', false)));
                self.at += length + usize::from(colon);
                return Some(BracketKind::Alternative(number));
            }
        }
        None
    }

    /// A marking that follows directly without parentheses, and how many signs it takes.
    fn marking_behind(&self, struck: bool) -> Option<(Marking, usize)> {
        let rest = self.signs.get(self.at..)?;
        let plain = rest.iter().map_while(|sign| match sign.what {
            What::Plain(c, false) if sign.is_struck() == struck => Some(c),
            What::Plain(..) | What::Open | What::Close | What::Arrow => None,
        });
        let head: String = plain.take(30).collect();
        let Some((marking, length)) = marking_behind(&head) else {
            // After other signs it stays in place, and counts.
            return marking_behind(behind_signs(&head)).map(|(marking, _)| (marking, 0));
        };
        Some((marking, head.get(..length)?.chars().count()))
    }

    /// The content of the parentheses that follow directly, as typed, how many signs they take, and
    /// whether part of it was struck out.
    fn aside(&self, struck: bool) -> Option<(String, usize, bool)> {
        let rest = self.signs.get(self.at..)?;
        let same = |it: &&Sign<'_>| it.is_struck() == struck;
        let space = |it: &Sign<'_>| matches!(it.what, What::Plain(c, false) if is_blank(c));
        let spaces = rest.iter().take_while(|it| same(it) && space(it)).count();
        // On the next line the text continues; only a marking there still belongs to the bracket.
        let is_break = |it: &Sign<'_>| matches!(it.what, What::Plain('\n', _));
        let breaks = rest.iter().take(spaces).any(is_break);
        let mut inside = rest.get(spaces..)?.iter();
        let is = |what: What, signs: [char; 2]| match what {
            What::Plain(c, false) => signs.contains(&c),
            What::Plain(..) | What::Open | What::Close | What::Arrow => false,
        };
        if !is(inside.next().filter(same)?.what, OPENING) {
            return None;
        }
        let (mut text, mut lost, mut within, mut length) = (String::new(), false, 0_usize, 0);
        // Nested parentheses, and those that are never closed, are part of the text; only a marking
        // in them is not.
        let mut plainly = !breaks;
        for (place, sign) in inside.enumerate() {
            if !same(&sign) {
                if struck {
                    return None;
                }
                lost = true;
                continue;
            }
            if is(sign.what, CLOSING) {
                if within == 0 {
                    let counts = plainly || marking_within(&text).is_some();
                    return counts.then_some((text, spaces + place + 2, lost));
                }
                within -= 1;
            } else if is(sign.what, OPENING) {
                (within, plainly) = (within + 1, false);
            }
            match sign.what {
                What::Open | What::Close | What::Arrow => break,
                What::Plain(c, escaped) => {
                    if escaped {
                        text.push('\\');
                    }
                    text.push(c);
                    length = place + 2;
                }
            }
        }
        marking_within(&text).is_some().then_some((text, spaces + length, lost))
    }
}

#[cfg(test)]
pub(super) mod tests;
