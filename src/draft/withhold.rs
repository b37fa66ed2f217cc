//! The words of a paragraph for somebody who may not see all of it.

use super::words::{Bracket, BracketKind, Hand, Owner, Piece, Words};
use crate::model::Marking;

/// What somebody may see.
pub trait May {
    /// Whether a bracket with this marking of its own may be seen.
    fn see(&self, marking: Marking) -> bool;

    /// Whether the party or group with this code or name may be named.
    fn name(&self, owner: &str) -> bool;

    /// Whether it may be seen who typed a change.
    fn know(&self, hand: &Hand) -> bool;
}

/// The words without what may not be seen: an owner who may not be named leaves the bracket in
/// place, a bracket that may not be seen is gone as if it had never been there.
pub fn withhold(words: &Words, may: &impl May) -> Words {
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
                seen.push_plain(text);
            }
            Piece::Bracket(bracket) if bracket.marking.is_none_or(|it| may.see(it)) => {
                let mut within = within(bracket, may);
                if let BracketKind::Alternative(number) = &mut within.kind {
                    *number = number.saturating_sub(gone).max(1);
                }
                seen.push(within);
            }
            Piece::Bracket(bracket) => {
                gone += u16::from(matches!(bracket.kind, BracketKind::Alternative(_)));
            }
        }
    }
    close_up(&mut seen);
    seen.trim();
    seen
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

        fn know(&self, _: &Hand) -> bool {
            false
        }
    }

    #[test]
    fn a_bracket_that_may_not_be_seen_leaves_no_trace_and_an_owner_only_loses_the_name() {
        for (stored, seen) in [
            ("States [shall] (TLP:RED) undertake", "States undertake"),
            ("States [shall] (RUS; TLP:RED), and", "States, and"),
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
