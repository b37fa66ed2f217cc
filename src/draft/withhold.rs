//! The words of a paragraph for somebody who may not see all of it.

use std::borrow::Cow;
use std::ops::Range;

use super::words::{Bracket, BracketKind, Hand, Owner, Piece, Words};
use crate::model::Marking;

/// How many words the name of a party or a group has at most: *the United Kingdom of Great Britain and
/// Northern Ireland*.
const LONGEST_NAME: usize = 12;

/// What somebody may see.
pub trait May {
    /// Whether a bracket with this marking of its own may be seen.
    fn see(&self, marking: Marking) -> bool;

    /// Whether the party or group with this code or name may be named.
    fn name(&self, owner: &str) -> bool;

    /// Whether these words are a name of somebody who may not be named.
    fn withholds(&self, words: &str) -> bool;

    /// Whether it may be seen who typed a change.
    fn know(&self, hand: &Hand) -> bool;
}

/// The words without what may not be seen: an owner who may not be named leaves the bracket in
/// place. A bracket that may not be seen is gone as if it had never been there: words that it asks to be
/// taken out or replaced still stand, those that it asks to be put in do not.
pub fn withhold(words: &Words, may: &impl May) -> Words {
    let mut seen = kept(words, may, None);
    close_up(&mut seen);
    seen.trim();
    seen
}

/// What is kept of words. `hidden` is the marking of the bracket around them that may not be seen: what has
/// none of its own in there goes with it.
fn kept(words: &Words, may: &impl May, hidden: Option<Marking>) -> Words {
    let mut seen = Words::default();
    // How many alternatives in a row are gone: those behind them are counted as if they had not been
    // there.
    let mut gone = 0;
    for piece in &words.pieces {
        match piece {
            Piece::Plain(text) => {
                if !text.trim().is_empty() {
                    gone = 0;
                }
                seen.push_plain(&unnamed(text, may));
            }
            Piece::Bracket(bracket) => {
                let marking = bracket.marking.or(hidden);
                if marking.is_none_or(|it| may.see(it)) {
                    let mut within = within(bracket, may);
                    if let BracketKind::Alternative(number) = &mut within.kind {
                        *number = number.saturating_sub(gone).max(1);
                    }
                    seen.push(within);
                    continue;
                }
                match bracket.kind {
                    BracketKind::Delete | BracketKind::Replace(_) => {
                        seen.extend(kept(&bracket.words, may, marking));
                    }
                    BracketKind::Alternative(_) => gone += 1,
                    BracketKind::Add => {}
                }
            }
        }
    }
    seen
}

/// Words without the parentheses that could not be read as owners and yet name somebody who may not be
/// named, and without what joins them to the parentheses before. Of some that are never closed, what
/// stands up to that name goes.
fn unnamed<'a>(text: &'a str, may: &impl May) -> Cow<'a, str> {
    let mut cleared = Cow::Borrowed(text);
    let mut at = 0;
    while let Some(open) = cleared.get(at..).and_then(|rest| rest.find('(')).map(|it| at + it) {
        let inside = cleared.get(open..).unwrap_or_default();
        let closed = closing(inside);
        let aside = inside.get(..closed.unwrap_or(inside.len())).unwrap_or(inside);
        let Some(end) = last_withheld(aside, may) else {
            at = open + 1;
            continue;
        };
        let from = joined_from(cleared.get(..open).unwrap_or_default());
        cleared.to_mut().replace_range(from..open + closed.unwrap_or(end), "");
        at = from;
    }
    cleared
}

/// Where what joins parentheses to something before them begins: `, `, ` and `.
fn joined_from(before: &str) -> usize {
    let bare = before.trim_end();
    let joins = [" and", " en", ",", ";", "/", "+", "&", "-", "–"];
    let without = joins.iter().find_map(|it| bare.strip_suffix(it)).map(str::trim_end);
    // Behind other words they belong to the sentence.
    let stands = without.filter(|it| it.is_empty() || it.ends_with(')'));
    stands.unwrap_or(bare).len()
}

/// Where the parentheses with which a text begins are closed, in bytes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return Some(place + c.len_utf8());
        }
    }
    None
}

/// Where the last name of somebody who may not be named ends, in bytes.
fn last_withheld(text: &str, may: &impl May) -> Option<usize> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (place, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = place + c.len_utf8();
        match words.last_mut().filter(|it| it.end == place) {
            Some(word) => word.end = end,
            None => words.push(place..end),
        }
    }
    let named = |from: usize, to: usize| {
        let (first, last) = (words.get(from)?, words.get(to)?);
        text.get(first.start..last.end).filter(|it| may.withholds(it)).map(|_| last.end)
    };
    let pairs =
        (0..words.len()).flat_map(|from| (from..from + LONGEST_NAME).map(move |to| (from, to)));
    pairs.filter_map(|(from, to)| named(from, to)).max()
}

fn within(bracket: &Bracket, may: &impl May) -> Bracket {
    let kind = match &bracket.kind {
        BracketKind::Replace(instead) => BracketKind::Replace(withhold(instead, may)),
        kind @ (BracketKind::Add | BracketKind::Delete | BracketKind::Alternative(_)) => {
            kind.clone()
        }
    };
    let named = |owner: &&Owner| may.name(&owner.name);
    Bracket {
        kind,
        words: withhold(&bracket.words, may),
        owners: bracket.owners.iter().filter(named).cloned().collect(),
        hand: bracket.hand.clone().filter(|it| may.know(it)),
        marking: bracket.marking,
    }
}

/// Takes away the space that a bracket left before a comma.
fn close_up(words: &mut Words) {
    for piece in &mut words.pieces {
        let Piece::Plain(text) = piece else { continue };
        for sign in [" ,", " .", " ;", " :", " )"] {
            if text.contains(sign) {
                *text = text.replace(sign, sign.trim_start());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{parse, print};

    struct Room;

    impl May for Room {
        fn see(&self, marking: Marking) -> bool {
            marking <= Marking::Green
        }

        fn name(&self, owner: &str) -> bool {
            owner != "RUS"
        }

        fn withholds(&self, words: &str) -> bool {
            ["rus", "russian federation"].contains(&words.to_lowercase().as_str())
        }

        fn know(&self, _: &Hand) -> bool {
            false
        }
    }

    #[test]
    fn a_bracket_that_may_not_be_seen_leaves_no_trace_and_an_owner_only_loses_the_name() {
        for (stored, seen) in [
            ("States [shall] (TLP:RED) undertake", "States undertake"),
            ("Keep [shall → should] (IND; TLP:RED) and", "Keep shall and"),
            ("take [delete: all [possible] (NLD) such] (TLP:RED) steps", "take all such steps"),
            ("a [delete: b [c] (NLD; TLP:GREEN)] (TLP:RED)", "a b [c] (NLD; TLP:GREEN)"),
            ("States [shall] (RUS on behalf of a group) act", "States [shall] act"),
            ("States [shall] (CHN) (with the Russian Federation) act", "States [shall] (CHN) act"),
            ("States [shall] (see above (RUS)) act", "States [shall] act"),
            ("States [shall] (see above) (rus?), act", "States [shall] \\(see above), act"),
            ("States [shall] (what RUS said, act", "States [shall] said, act"),
            ("States [shall] (CHN) and (rus) act", "States [shall] (CHN) act"),
            ("States [shall] (CHN); (RUS?), act", "States [shall] (CHN), act"),
            ("States [shall], (RUS) act", "States [shall] act"),
            ("States [shall (RUS)] act (RUS) and [x] (CHN)", "States [shall] act and [x] (CHN)"),
            ("States [shall] \\(as above) act", "States [shall] \\(as above) act"),
            ("States [shall] (RUS; TLP:RED), and", "States, and"),
            ("States [shall] (CHN, TLP:RED), and", "States, and"),
            ("States [shall] (TLP:RED, CHN), and", "States, and"),
            ("States [shall] (CHN; RED), and", "States, and"),
            ("States [shall] (CHN; TLP-RED), and", "States, and"),
            ("States [shall] (CHN; tlp: red), and", "States, and"),
            ("States [shall] (CHN; TLP RED), and", "States, and"),
            ("States [shall] (CHN; TLP:AMBER STRICT), and", "States, and"),
            ("States [shall] (CHN; TLP：RED), and", "States, and"),
            ("States [shall] (CHN; TLP:ROOD), and", "States, and"),
            ("States [shall] (CHN) TLP:RED, and", "States, and"),
            ("States [shall] TLP:GREEN and", "States [shall] (TLP:GREEN) and"),
            ("States [shall] (CHN) tlp: amber strict, and", "States, and"),
            ("[shall] (TLP:AMBER) act", "act"),
            ("States [shall] (RUS, CHN) act", "States [shall] (CHN) act"),
            ("States [shall] (RUS) act", "States [shall] act"),
            ("[a [b] (TLP:RED) c] (NLD; against: RUS)", "[a c] (NLD)"),
            ("[a → b [c] (TLP:RED)] (CHN; by: I. Petrov)", "[a → b] (CHN)"),
            ("[open] (TLP:GREEN)", "[open] (TLP:GREEN)"),
            ("[alt 1 may] [alt 2 can] (TLP:RED) [alt 3 shall]", "[alt 1 may] [alt 2 shall]"),
            (
                "[alt 1 a] (TLP:RED)[alt 2 b] or [alt 1 c][alt 2 d]",
                "[alt 1 b] or [alt 1 c][alt 2 d]",
            ),
        ] {
            let words = parse(stored, &|_| false).words;
            assert_eq!(print(&withhold(&words, &Room)), seen, "{stored}");
        }
    }
}
