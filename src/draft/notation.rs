//! The notation in which a paragraph is typed, pasted and stored.
//!
//! | typed | means |
//! | --- | --- |
//! | `[voluntary] (RUS, CHN)` | both want *voluntary* to come in |
//! | `[delete: voluntary] (NLD)`, `[voluntary] (delete: NLD)` | the Netherlands want it to go |
//! | `[shall → should] (IND)` | India wants *should* in place of *shall* |
//! | `[alt 1 may] (RUS) [alt 2 shall] (NLD)` | alternatives |
//! | `[voluntary] (RUS; against: NLD, DEU)` | who is against it |
//! | `[voluntary] (RUS; by: I. Petrov, 2026-05-04; TLP:RED)` | who typed it when; its marking |
//!
//! Brackets may stand in brackets. A backslash makes the sign after it an ordinary one. What
//! cannot be read stays as it was typed, and a remark says where it stands.

mod owners;
mod printing;

pub use printing::print;

use super::words::{Bracket, BracketKind, Words};

/// How deep brackets may stand in brackets; deeper ones are ordinary signs.
const DEEPEST: usize = 30;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The words.
    pub words: Words,
    /// What could not be read as a bracket, in the order of the text.
    pub remarks: Vec<Remark>,
}

/// Something in a typed text that is taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands, in characters from the start of the text.
    pub at: usize,
    /// What it is.
    pub kind: RemarkKind,
}

/// Why a sign is taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A bracket is opened and never closed.
    NeverClosed,
    /// A bracket is closed that was never opened.
    NeverOpened,
    /// Brackets stand too deep in one another.
    TooDeep,
}

/// A sign of the text as it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Open,
    Close,
    Arrow,
    // Any other; made ordinary by a backslash or not.
    Plain(char, bool),
}

/// Reads a typed text. `known` says whether a name is that of a party or a group; names in capitals
/// or in quotation marks are taken for owners in any case.
pub fn parse(text: &str, known: &dyn Fn(&str) -> bool) -> Parsed {
    let (signs, remarks) = signs(text);
    let mut reader = Reader { signs: &signs, at: 0, known };
    let mut words = reader.words(false).0;
    words.trim();
    Parsed { words, remarks }
}

/// The signs of a text; a bracket without its other half is an ordinary sign.
fn signs(text: &str) -> (Vec<Sign>, Vec<Remark>) {
    let mut signs = Vec::with_capacity(text.len());
    let mut remarks = Vec::new();
    // Where each open bracket stands among the signs and in the text.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        let sign = match c {
            '\\' => chars.next().map_or(Sign::Plain('\\', true), |(_, it)| Sign::Plain(it, true)),
            '[' | '⟦' | '［' if open.len() >= DEEPEST => {
                remarks.push(Remark { at, kind: RemarkKind::TooDeep });
                Sign::Plain(c, true)
            }
            '[' | '⟦' | '［' => {
                open.push((signs.len(), at));
                Sign::Open
            }
            ']' | '⟧' | '］' if open.pop().is_some() => Sign::Close,
            ']' | '⟧' | '］' => {
                remarks.push(Remark { at, kind: RemarkKind::NeverOpened });
                Sign::Plain(c, true)
            }
            '→' => Sign::Arrow,
            '-' | '=' if matches!(chars.peek(), Some((_, '>'))) && !open.is_empty() => {
                chars.next();
                Sign::Arrow
            }
            c => Sign::Plain(c, false),
        };
        signs.push(sign);
    }
    for (place, at) in open {
        if let Some(sign) = signs.get_mut(place) {
            *sign = Sign::Plain('[', true);
        }
        remarks.push(Remark { at, kind: RemarkKind::NeverClosed });
    }
    remarks.sort_by_key(|remark| remark.at);
    (signs, remarks)
}

struct Reader<'a> {
    signs: &'a [Sign],
    at: usize,
    known: &'a dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    /// Reads up to the end, or up to the sign that closes a bracket; of a replacement also the
    /// words after the arrow.
    fn words(&mut self, inside: bool) -> (Words, Option<Words>) {
        let mut before: Option<Words> = None;
        let mut words = Words::default();
        let mut plain = String::new();
        while let Some(sign) = self.signs.get(self.at).copied() {
            self.at += 1;
            match sign {
                Sign::Plain(c, _) => plain.push(c),
                Sign::Arrow if inside && before.is_none() => {
                    words.push_plain(&std::mem::take(&mut plain));
                    before = Some(std::mem::take(&mut words));
                }
                Sign::Arrow => plain.push('→'),
                Sign::Close => break,
                Sign::Open => {
                    words.push_plain(&std::mem::take(&mut plain));
                    let bracket = self.bracket();
                    words.push(bracket);
                }
            }
        }
        words.push_plain(&plain);
        match before {
            Some(before) => (before, Some(words)),
            None => (words, None),
        }
    }

    /// Reads a bracket whose first sign has been read.
    fn bracket(&mut self) -> Bracket {
        let keyword = self.keyword();
        let (mut words, instead) = self.words(true);
        words.trim();
        let kind = match (keyword, instead) {
            (None, None) => BracketKind::Add,
            (Some(kind), None) => kind,
            (None, Some(mut instead)) => {
                instead.trim();
                BracketKind::Replace(instead)
            }
            // An alternative or a deletion with an arrow in it: the arrow is a sign like others.
            (Some(kind), Some(instead)) => {
                words.push_plain(" → ");
                words.extend(instead);
                words.trim();
                kind
            }
        };
        let mut bracket = Bracket::new(kind, words);
        if let Some((aside, length)) = self.aside()
            && let Some(read) = owners::read(&aside, self.known)
        {
            self.at += length;
            read.give_to(&mut bracket);
        }
        bracket
    }

    /// What kind of bracket its first word makes it.
    fn keyword(&mut self) -> Option<BracketKind> {
        let rest = self.signs.get(self.at..)?;
        let plain = rest.iter().map_while(|sign| match sign {
            Sign::Plain(c, false) => Some(*c),
            Sign::Plain(_, true) | Sign::Open | Sign::Close | Sign::Arrow => None,
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
            // "alt 1" ends its word: "alt 1st" does not.
            let next = self.signs.get(self.at + length);
            let ends = match next {
                Some(Sign::Plain(c, _)) => !c.is_alphanumeric(),
                Some(Sign::Open | Sign::Close | Sign::Arrow) | None => true,
            };
            if ends {
                let colon = matches!(next, Some(Sign::Plain(':', false)));
                self.at += length + usize::from(colon);
                return Some(BracketKind::Alternative(number));
            }
        }
        None
    }

    /// What stands in parentheses right behind, as typed, and how many signs that takes.
    fn aside(&self) -> Option<(String, usize)> {
        let rest = self.signs.get(self.at..)?;
        let spaces =
            rest.iter().take_while(|it| matches!(it, Sign::Plain(c, false) if c.is_whitespace()));
        let spaces = spaces.count();
        let mut inside = rest.get(spaces..)?.iter();
        if inside.next() != Some(&Sign::Plain('(', false)) {
            return None;
        }
        let mut text = String::new();
        for (place, sign) in inside.enumerate() {
            match sign {
                Sign::Plain(')', false) => return Some((text, spaces + place + 2)),
                Sign::Plain('(', false) | Sign::Open | Sign::Close | Sign::Arrow => return None,
                Sign::Plain(c, escaped) => {
                    if *escaped {
                        text.push('\\');
                    }
                    text.push(*c);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
