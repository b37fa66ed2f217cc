use proptest::prelude::*;

use super::*;
use crate::draft::{Owner, Piece, parse, put_in_bracket, word_spans};

fn read(text: &str) -> Words {
    parse(text, &|_| false).words
}

fn merged(base: &str, one: &str, other: &str) -> String {
    let (base, one, other) = (read(base), read(one), read(other));
    let there = print(&both(Some(&base), &one, &other));
    assert_eq!(there, print(&both(Some(&base), &other, &one)), "whichever side is which");
    there
}

#[test]
fn a_paragraph_bracketed_in_two_copies_stands_once_with_the_brackets_of_both() {
    for (base, one, other, both) in [
        // For and against the same words.
        (
            "A request says what",
            "A request [says] (RUS) what",
            "A request [delete: says] (NLD) what",
            "A request [says] (RUS; against: NLD) what",
        ),
        // The same bracket, and another owner of it.
        ("a b", "a [b] (RUS)", "a [b] (CHN)", "a [b] (CHN, RUS)"),
        // Different words.
        ("a b c", "[a] (RUS) b c", "a b [c] (NLD)", "[a] (RUS) b [c] (NLD)"),
        // Nested brackets, and crossing ones.
        ("a b c", "[a b c] (RUS)", "a [b] (NLD) c", "[a [b] (NLD) c] (RUS)"),
        ("a b c", "[a b] (RUS) c", "a [b c] (NLD)", "[a [b] (NLD)] (RUS) [c] (NLD)"),
        (
            "States shall act",
            "States [shall → may] (RUS) act",
            "States [delete: shall] (CHN) act",
            "States [[delete: shall] (CHN) → may] (RUS) act",
        ),
        // Words that both added.
        ("act.", "act [now] (RUS).", "act [soon] (NLD).", "act [now] (RUS) [soon] (NLD)."),
        // Plain words: a change by one side is taken; changes by both are alternatives.
        ("a b c d", "a x c d", "a b c [d] (NLD)", "a x c [d] (NLD)"),
        ("a b c", "a x c", "a y c", "a [alt 1 x] [alt 2 y] c"),
        // A bracket that one side lifted is lifted.
        ("a [b] (RUS) c", "a b c", "a [b] (RUS) [c] (NLD)", "a b [c] (NLD)"),
        // Crossing replacements are alternatives, and nothing else in the paragraph is.
        (
            "States shall meet once a year and report",
            "States shall [meet once → talk] (RUS) a year and report",
            "States shall meet [once a → every] (NLD) year and [report] (IND)",
            "States shall [alt 1 [meet once → talk] (RUS) a] [alt 2 meet [once a → every] (NLD)] \
             year and [report] (IND)",
        ),
        // A bracket around words that the other side took out is not lost.
        ("a b c", "a c", "a [b] (NLD) c", "a [b] (NLD) c"),
    ] {
        assert_eq!(merged(base, one, other), both, "{one} / {other}");
    }
}

/// A sentence with a bracket around some of its words.
fn bracketed(kind: u8, (from, to): (usize, usize), name: &str) -> Words {
    let words = read("one two three four five six");
    let count = word_spans("one two three four five six").count();
    let (from, to) = (from.min(count - 1), to.min(count - 1));
    let mut make = |words: Words| {
        let kind = match kind {
            0 => BracketKind::Add,
            1 => BracketKind::Delete,
            2 => BracketKind::Replace(read("seven")),
            _ => BracketKind::Alternative(1),
        };
        let owners = vec![Owner { name: name.to_owned(), against: false }];
        vec![Bracket { owners, ..Bracket::new(kind, words) }]
    };
    put_in_bracket(&words, (from, to), &mut make).unwrap_or(words)
}

proptest! {
    /// No bracket and no owner is lost, and no word is duplicated.
    #[test]
    fn nobody_who_asks_is_lost(
        kinds in [0_u8..4, 0_u8..4],
        places in [(0_usize..6, 0_usize..6), (0_usize..6, 0_usize..6)],
    ) {
        let base = read("one two three four five six");
        let one = bracketed(kinds[0], places[0], "RUS");
        let other = bracketed(kinds[1], places[1], "NLD");
        let all = both(Some(&base), &one, &other);
        prop_assert_eq!(&all, &both(Some(&base), &other, &one));
        prop_assert_eq!(&all, &read(&print(&all)));
        let has = |name: &str| {
            all.brackets().iter().any(|it| it.owners.iter().any(|owner| owner.name == name))
        };
        prop_assert!(has("RUS") && has("NLD"), "{}", print(&all));
        // The same holds if the base is unknown.
        let unknown = both(None, &one, &other);
        let names: Vec<_> = unknown.brackets().iter().flat_map(|it| it.owners.clone()).collect();
        prop_assert!(names.iter().any(|it| it.name == "RUS") && names.iter().any(|it| it.name == "NLD"));
        // Where replacements cross, the two sides' versions are alternatives without an owner;
        // nowhere else is a word duplicated.
        let alternative = |it: &&Piece| match it {
            Piece::Bracket(it) => {
                matches!(it.kind, BracketKind::Alternative(_)) && it.owners.is_empty()
            }
            Piece::Plain(_) => false,
        };
        let mut rest = all.clone();
        rest.pieces.retain(|it| !alternative(&it));
        let parted = all.pieces.iter().filter(alternative).count();
        prop_assert!(parted == 0 || parted == 2, "{}", print(&all));
        for word in ["one", "two", "three", "four", "five", "six"] {
            let times = |words: &Words| words.bare().split(' ').filter(|it| *it == word).count();
            prop_assert!(times(&rest) <= 1 && times(&all) >= 1, "{}", print(&all));
            prop_assert!(times(&all) == 1 || parted == 2, "{}", print(&all));
        }
    }
}
