use proptest::prelude::*;

use super::*;
use crate::draft::{Owner, RunKind, Sign, parse, print};

fn read(text: &str) -> Words {
    parse(text, &|_| false).words
}

/// The differences as `-deleted-` and `+inserted+`.
fn shown(stretches: &[Stretch]) -> String {
    let each = stretches.iter().map(|it| match it.change {
        Change::Same => it.text.clone(),
        Change::Inserted => format!("+{}+", it.text),
        Change::Deleted => format!("-{}-", it.text),
    });
    each.collect()
}

#[test]
fn whole_words_change_and_signs_stay_with_their_words() {
    for (old, new, expected) in [
        ("States shall act", "States should act", "States- shall-+ should+ act"),
        ("States act", "States act", "States act"),
        ("States act", "All States act", "+All +States act"),
        ("act.", "act, at once.", "act+, at once+."),
        ("the State's view", "the State’s view", "the State’s view"),
        ("A well-known word", "A well known word", "A- well-known-+ well known+ word"),
        ("in 3.1 and 3.2", "in 3.1 and 3.3", "in 3.1 and- 3.2-+ 3.3+"),
        ("States [shall] (RUS) act", "States shall act", "States shall act"),
        ("States shall act", "States [shall → should] (RUS) act", "States shall+ should+ act"),
        ("", "States", "+States+"),
        ("States", "", "-States-"),
        // Accidentally unchanged words between longer changes.
        (
            "one two three of four five six",
            "red green blue of black white grey",
            "-one two three of four five six-+red green blue of black white grey+",
        ),
    ] {
        let seen = shown(&compare(&read(old), &read(new)));
        assert_eq!(seen, expected, "{old} / {new}");
    }
}

fn told(old: &str, new: &str) -> Vec<String> {
    let words = (read(old), read(new));
    let names = |owners: &[Owner]| -> String {
        owners
            .iter()
            .map(|it| format!("{}{}", if it.against { "!" } else { "" }, it.name))
            .collect()
    };
    let changes = compare_brackets(&words.0, &words.1);
    changes
        .iter()
        .map(|change| match change {
            BracketChange::Opened(it) => format!("opened {}", it.words.bare()),
            BracketChange::Closed(it, outcome) => {
                format!("{outcome:?} {} {}", it.words.bare(), outcome.grants(it))
            }
            BracketChange::Reworded { old, new } => {
                format!("{} > {}", old.words.bare(), new.words.bare())
            }
            BracketChange::Owners { new, joined, left, .. } => {
                format!("{} +{} -{}", new.words.bare(), names(joined), names(left))
            }
        })
        .collect()
}

#[test]
fn a_bracket_is_recognised_again_and_it_is_said_what_became_of_it() {
    for (old, new, expected) in [
        ("States [shall] act", "States [shall] act", vec![]),
        ("States act", "States [may] (RUS) act", vec!["opened may"]),
        ("States [may] act", "States may act", vec!["Stands may true"]),
        ("States [may] act", "States act", vec!["Gone may false"]),
        ("States [delete: may] act", "States act", vec!["Gone may true"]),
        ("States [delete: may] act", "States may act", vec!["Stands may false"]),
        ("States [shall → may] act", "States may act", vec!["Replaced shall true"]),
        ("States [shall → may] act", "States shall act", vec!["Stands shall false"]),
        ("States [shall → may] act", "States act", vec!["Gone shall false"]),
        ("[alt 1 may][alt 2 shall] act", "shall act", vec!["Gone may false", "Stands shall true"]),
        ("[may] (RUS) act", "[may] (RUS, CHN) act", vec!["may +CHN -"]),
        ("[may] (RUS, IRN) act", "[may] (RUS; against: NLD) act", vec!["may +!NLD -IRN"]),
        ("[may] (RUS) act", "[may] (against: RUS) act", vec!["may +!RUS -RUS"]),
        (
            "[on a voluntary basis] act",
            "[on a purely voluntary basis] act",
            vec!["on a voluntary basis > on a purely voluntary basis"],
        ),
        ("[may] act", "[delete: may] act", vec!["may > may"]),
        ("[may] act", "[shall] act", vec!["Gone may false", "opened shall"]),
        // Of three equal ones the middle one went.
        (
            "a [if so] (A1) b [if so] (B1) c [if so] (C1) d",
            "a [if so] (A1) b c [if so] (C1) d",
            vec!["Gone if so false"],
        ),
        // The same word elsewhere in the text is not the word from the bracket.
        ("States may talk and [may] act", "States may talk and act", vec!["Gone may false"]),
        // Inside another: the inner one closed, the outer one is still there.
        (
            "[all States [and others] act] (RUS)",
            "[all States and others act] (RUS)",
            vec!["Stands and others true"],
        ),
        ("[a b [c d] e f]", "a b [c d] e f", vec!["Stands a b c d e f true"]),
        // Moved within the paragraph.
        ("[x y] a b c d e f g h", "a b c d e f g h [x y]", vec![]),
    ] {
        assert_eq!(told(old, new), expected, "{old} / {new}");
    }
}

#[test]
fn with_the_brackets_in_place_each_word_knows_what_is_asked_of_it() {
    let (old, new) =
        (read("States [shall] (NLD) act"), read("All States [shall → may] (RUS) act, now"));
    let found = compare_marked(&old, &new);
    let seen: Vec<_> = found
        .iter()
        .map(|it| {
            let owner = it.bracket().and_then(|it| it.names(false).next()).unwrap_or_default();
            (it.text.as_str(), it.change, it.kind, owner)
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("All", Change::Inserted, RunKind::Plain, ""),
            (" States", Change::Same, RunKind::Plain, ""),
            (" shall", Change::Same, RunKind::Delete, "RUS"),
            (" may", Change::Inserted, RunKind::Add, "RUS"),
            (" act", Change::Same, RunKind::Plain, ""),
            (", now", Change::Inserted, RunKind::Plain, ""),
        ]
    );
}

/// Two versions as drawn: struck words in tildes, new ones in underscores.
fn drawn(old: &str, new: &str) -> String {
    let (old, new) = (read(old), read(new));
    let mut text = String::new();
    for mark in marks(&old, &new) {
        match mark {
            Mark::Open(sign) => text.push_str(["[", "_[_", "~[~"][sign.change as usize]),
            Mark::Arrow => text.push_str(" →"),
            Mark::Close(sign) => {
                text.push_str(["]", "_]_", "~]~"][sign.change as usize]);
                for (owner, change) in sign.owners().iter().filter(|_| sign.whole) {
                    text.push_str([" ", " +", " -"][*change as usize]);
                    text.push_str(&owner.name);
                }
            }
            Mark::Words(words, _, Change::Same) => text.push_str(&words),
            Mark::Words(words, _, Change::Deleted) => text.push_str(&format!("~{words}~")),
            Mark::Words(words, _, Change::Inserted) => text.push_str(&format!("_{words}_")),
        }
    }
    text
}

#[test]
fn compared_words_stand_in_all_their_brackets_and_nobody_who_asks_is_left_out() {
    for (old, new, shown) in [
        (
            "States [alt 1 should] (IND, NLD) act",
            "States [alt 1 [delete: should] (IRN)] (IND, NLD) act",
            "States [_[_should_]_ +IRN] IND NLD act",
        ),
        ("[a [b] (RUS) c] (NLD) d", "[a [b] (RUS) c] (NLD)", "[a [b] RUS c] NLD ~d~"),
        // Deleted words of a remaining bracket are struck within it.
        ("a [b c d e] (NLD)", "a [b c d] (NLD, IND)", "a [b c d ~e~] NLD +IND"),
        (
            "[shall → may] (RUS) act",
            "[shall → should] (RUS) act",
            "[shall → ~may~ _should_] RUS act",
        ),
        ("x [b] (RUS) y", "x y", "x ~[~~b~~]~ -RUS y"),
        ("a [b] (CHN) and [c] (NLD);", "a [b] (CHN);", "a [b] CHN ~and~ ~[~~c~~]~ -NLD;"),
        ("hoped for,", "hoped for;", "hoped for~,~ _;_"),
        // A bracket that was lifted while its words remain, one that was opened around existing
        // words, and owners who joined and left.
        ("a [b c] (NLD, EU) d", "a b c d", "a ~[~b c~]~ -NLD -EU d"),
        ("a b c", "a [b] (RUS) c", "a _[_b_]_ +RUS c"),
        ("a [b] (RUS, IND)", "a [b] (RUS, BRA)", "a [b] RUS +BRA -IND"),
        ("[a [b] (RUS) c] (NLD)", "[a b c] (NLD)", "[a ~[~b~]~ -RUS c] NLD"),
    ] {
        assert_eq!(drawn(old, new), shown, "{new}");
    }
}

#[test]
fn a_very_long_paragraph_is_compared_at_its_ends() {
    let long = |word: &str| format!("start {} end", format!("{word} ").repeat(20_000).trim());
    let found = compare_texts(&long("one"), &long("two"));
    let kinds: Vec<_> = found.iter().map(|it| it.change).collect();
    assert_eq!(kinds, [Change::Same, Change::Deleted, Change::Inserted, Change::Same]);
}

proptest! {
    /// The unchanged and inserted words are the new text, the unchanged and deleted ones the old
    /// text.
    #[test]
    fn the_differences_contain_both_texts(old in "[ab ,.\\[\\]'-]{0,60}", new in "[ab ,.\\[\\]'-]{0,60}") {
        let words = (read(&old), read(&new));
        let found = compare(&words.0, &words.1);
        let text = |without: Change| -> String {
            let kept = found.iter().filter(|it| it.change != without);
            kept.map(|it| it.text.as_str()).collect::<String>().trim().to_owned()
        };
        prop_assert_eq!(text(Change::Deleted), words.1.bare());
        prop_assert_eq!(text(Change::Inserted), words.0.bare());
        prop_assert!(found.windows(2).all(|it| it[0].change != it[1].change));
        let same = compare(&words.1, &words.1);
        prop_assert!(same.iter().all(|it| it.change == Change::Same), "{:?}", same);
    }

    /// With the brackets in place, the words are still those of the new text and of the old one.
    #[test]
    fn with_the_brackets_in_place_no_word_is_lost(old in "[ab ,\\[\\]]{0,50}", new in "[ab ,\\[\\]]{0,50}") {
        let words = (read(&old), read(&new));
        let found = compare_marked(&words.0, &words.1);
        let text = |without: Change| -> String {
            let kept = found.iter().filter(|it| it.change != without);
            kept.flat_map(|it| it.text.chars()).filter(|c| *c != ' ').collect()
        };
        let bare = |words: &Words| words.bare().replace(' ', "");
        prop_assert_eq!(text(Change::Deleted), bare(&words.1));
        prop_assert_eq!(text(Change::Inserted), bare(&words.0));
    }

    /// Every bracket that holds words is drawn, closed as often as opened, and named once.
    #[test]
    fn every_bracket_is_drawn_and_named_once(old in "[ab \\[\\]]{0,40}", new in "[ab \\[\\]]{0,40}") {
        let words = (read(&old), read(&new));
        let all = marks(&words.0, &words.1);
        let mut depth = 0_usize;
        for mark in &all {
            match mark {
                Mark::Open(..) => depth += 1,
                Mark::Close(..) => depth -= 1,
                Mark::Words(..) | Mark::Arrow => {}
            }
        }
        prop_assert_eq!(depth, 0);
        let holding = words.1.brackets().into_iter().filter(|it| !it.words.bare().is_empty());
        for bracket in holding {
            let is = |it: &Sign<'_>| it.whole && std::ptr::eq(it.bracket, bracket);
            let named = all.iter().filter(|it| matches!(it, Mark::Close(sign) if is(sign)));
            prop_assert_eq!(named.count(), 1, "{}", print(&words.1));
        }
    }

    /// Every bracket is reported once: opened, closed, or still there.
    #[test]
    fn every_bracket_is_told_of(old in "[ab \\[\\]]{0,40}", new in "[ab \\[\\]]{0,40}") {
        let words = (read(&old), read(&new));
        let changes = compare_brackets(&words.0, &words.1);
        let count = |which: fn(&BracketChange<'_>) -> bool| changes.iter().filter(|it| which(it)).count();
        let opened = count(|it| matches!(it, BracketChange::Opened(_)));
        let closed = count(|it| matches!(it, BracketChange::Closed(..)));
        let (before, after) = (words.0.brackets().len(), words.1.brackets().len());
        prop_assert_eq!(before - closed, after - opened, "{} / {}", print(&words.0), print(&words.1));
        prop_assert!(compare_brackets(&words.1, &words.1).is_empty());
    }
}
