use proptest::prelude::*;

use super::*;
use crate::draft::words::{Hand, Owner, Piece};
use crate::model::{Keyed, Marking};

fn read(text: &str) -> Words {
    parse(text, &|name| name == "The Netherlands").words
}

fn only(text: &str) -> Bracket {
    let brackets = read(text).brackets().into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(brackets.len(), 1, "{text}");
    brackets.into_iter().next().unwrap()
}

fn owners(bracket: &Bracket) -> Vec<(&str, bool)> {
    bracket.owners.iter().map(|it| (it.name.as_str(), it.against)).collect()
}

#[test]
fn brackets_are_read_as_delegates_type_them() {
    let bracket = only("States should, on a [voluntary] (RUS, CHN) basis, share");
    assert_eq!(bracket.kind, BracketKind::Add);
    assert_eq!(bracket.words, Words::plain("voluntary"));
    assert_eq!(owners(&bracket), [("RUS", false), ("CHN", false)]);
    for typed in
        ["[delete: voluntary] (NLD)", "[voluntary] (delete: NLD)", "[schrappen: voluntary] (NLD)"]
    {
        let bracket = only(typed);
        assert_eq!(
            (bracket.kind.clone(), owners(&bracket)),
            (BracketKind::Delete, vec![("NLD", false)])
        );
    }
    for typed in ["[shall → should] (IND)", "[shall -> should](IND)", "[shall => should] (IND)"] {
        let bracket = only(typed);
        assert_eq!(bracket.kind, BracketKind::Replace(Words::plain("should")), "{typed}");
        assert_eq!(owners(&bracket), [("IND", false)]);
    }
    let words = read("[alt 1 may] (RUS)[Alt. 2: shall] (NLD)");
    let kinds: Vec<_> = words.brackets().into_iter().map(|it| it.kind.clone()).collect();
    assert_eq!(kinds, [BracketKind::Alternative(1), BracketKind::Alternative(2)]);
    let bracket = only(
        "[x] (RUS; tegen: NLD, \"Côte d'Ivoire\"; by: I. Petrov, 2026-05-04T10:12:00Z; TLP:RED)",
    );
    assert_eq!(owners(&bracket), [("RUS", false), ("NLD", true), ("Côte d'Ivoire", true)]);
    let hand = Hand { author: "I. Petrov".to_owned(), date: "2026-05-04T10:12:00Z".to_owned() };
    assert_eq!((bracket.hand, bracket.marking), (Some(hand), Some(Marking::Red)));
}

#[test]
fn a_remark_in_parentheses_is_no_owner_and_a_known_name_is_one() {
    assert!(only("[Recalls] (see paragraph 3)").owners.is_empty());
    assert_eq!(read("[Recalls] (see paragraph 3)").pieces.len(), 2);
    assert_eq!(owners(&only("[Recalls] (The Netherlands)")), [("The Netherlands", false)]);
}

#[test]
fn those_named_in_front_of_a_colon_are_owners_if_each_is_known() {
    let known = |name: &str| ["NLD", "FRA", "Russian Federation"].contains(&name);
    for (typed, stored) in [
        ("[NLD, FRA: and report]", "[and report] (NLD, FRA)"),
        ("[NLD and Russian Federation: or not]", "[or not] (NLD, \"Russian Federation\")"),
        ("[NLD: delete: all]", "[delete: all] (NLD)"),
        ("[NLD: alt 2 may] [FRA: shall → should]", "[alt 2 may] (NLD) [shall → should] (FRA)"),
        ("[NLD: States shall [FRA: not] act] (FRA)", "[States shall [not] (FRA) act] (NLD, FRA)"),
        // Nothing is guessed: if one name is unknown, they are words.
        ("[NLD, XYZ: and report]", "[\\NLD, XYZ: and report]"),
        ("[Recalling: all]", "[\\Recalling: all]"),
        ("[\\NLD: all]", "[\\NLD: all]"),
        ("[NLD [x]: y]", "[NLD [x]: y]"),
        ("NLD: all", "NLD: all"),
    ] {
        let words = parse(typed, &known).words;
        assert_eq!(print(&words), stored, "{typed}");
        assert_eq!(parse(&print(&words), &known).words, words, "{typed}");
        assert_eq!(parse(&print(&words), &|_| false).words, words, "{typed}");
    }
}

#[test]
fn those_named_together_are_owners_each() {
    for typed in ["[x] (RUS and CHN)", "[x] (RUS en CHN)", "[x] (RUS + CHN)", "[x] (RUS & CHN)"] {
        assert_eq!(owners(&only(typed)), [("RUS", false), ("CHN", false)], "{typed}");
    }
    assert_eq!(owners(&only("[x] (IND, The Netherlands and CHN)")).len(), 3);
    assert_eq!(owners(&only("[x] (against: Trinidad and Tobago)")).len(), 1);
    assert!(only("[x] (see OP1 and OP2)").owners.is_empty());
}

#[test]
fn brackets_stand_in_brackets() {
    let words = read("[States [shall] (NLD) [should] (IND) share [all] information] (EU)");
    assert_eq!(words.brackets().len(), 4);
    let runs = words.runs();
    assert_eq!(runs.iter().map(|run| run.depth).max(), Some(2));
}

#[test]
fn what_cannot_be_read_stays_and_is_pointed_out() {
    for (typed, at, kind) in [
        ("a [b", 2, RemarkKind::NeverClosed),
        ("a] b", 1, RemarkKind::NeverOpened),
        ("[a [b]", 0, RemarkKind::NeverClosed),
    ] {
        let parsed = parse(typed, &|_| false);
        assert_eq!(parsed.remarks, [Remark { at, kind }], "{typed}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        assert_eq!(letters(&parsed.words.bare()), letters(typed));
        assert_eq!(parse(&print(&parsed.words), &|_| false).words, parsed.words);
    }
    let deep = "[".repeat(100) + "x" + &"]".repeat(100);
    let parsed = parse(&deep, &|_| false);
    assert!(parsed.remarks.iter().any(|it| it.kind == RemarkKind::TooDeep));
    assert_eq!(parse(&print(&parsed.words), &|_| false).words, parsed.words);
}

/// Words of any kind, including those that look like the notation itself.
pub(crate) fn words() -> impl Strategy<Value = Words> {
    let text = || {
        prop_oneof![
            3 => "[a-z]{1,6}( [a-z]{1,6}){0,3}",
            1 => prop::sample::select(vec![
                "delete: x", "alt 1 x", "(RUS)", "a -> b", "a → b", "x]", "[y", "\\", "- x", ": z",
                "alternative", "TLP:RED", "RUS: y", "The Holy See, CHN: z", "RUS:", " ", "(see 3)", "schrappen: y", "s", "=>", "–>", "⟦z⟧",
            ]).prop_map(str::to_owned),
        ]
    };
    let name =
        prop::sample::select(vec!["RUS", "CHN", "The Holy See", "a; b, (c)", "G77+CHN", "x\"y"]);
    let owner =
        (name, any::<bool>()).prop_map(|(name, against)| Owner { name: name.to_owned(), against });
    let hand = ("[a-zA-Z.,;:()]{1,9}", prop::sample::select(vec!["", "2026-05-04T10:12:00Z"]))
        .prop_map(|(author, date)| Hand { author, date: date.to_owned() });
    let leaf = text().prop_map(|text| Words::plain(&text));
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let kind = prop_oneof![
            Just(BracketKind::Add),
            Just(BracketKind::Delete),
            (1..9_u16).prop_map(BracketKind::Alternative),
            inner.clone().prop_map(BracketKind::Replace),
        ];
        let marking = prop::option::of(prop::sample::select(Marking::ALL.to_vec()));
        let owners = prop::collection::vec(owner.clone(), 0..3);
        let bracket = (kind, inner, owners, prop::option::of(hand.clone()), marking).prop_map(
            |(kind, words, mut owners, hand, marking)| {
                owners.sort_by_key(|it| it.against);
                Bracket { kind, words, owners, hand, marking }
            },
        );
        let piece = prop_oneof![
            bracket.prop_map(|it| Words { pieces: vec![Piece::Bracket(it)] }),
            text().prop_map(|it| Words { pieces: vec![Piece::Plain(it)] }),
        ];
        prop::collection::vec((piece, any::<bool>()), 0..5).prop_map(|pieces| {
            let mut words = Words::default();
            for (piece, spaced) in pieces {
                if spaced {
                    words.push_plain(" ");
                }
                words.extend(piece);
            }
            words.trim();
            words
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_as_it_was(words in words()) {
        let written = print(&words);
        let parsed = parse(&written, &|_| false);
        prop_assert_eq!(&parsed.words, &words, "{}", written);
        prop_assert_eq!(parsed.remarks, vec![]);
        let known = parse(&written, &|name| ["RUS", "CHN", "The Holy See"].contains(&name));
        prop_assert_eq!(&known.words, &words, "{}", written);
        prop_assert_eq!(print(&parsed.words), written);
    }

    #[test]
    fn whatever_is_typed_is_read_and_keeps_every_letter(typed in "[a-z \\[\\]()→:;,A-Z\"-]{0,60}") {
        let parsed = parse(&typed, &|_| false);
        let again = parse(&print(&parsed.words), &|_| false);
        prop_assert_eq!(again.words, parsed.words);
    }
}

#[test]
fn one_known_name_makes_owners_of_all_that_look_like_names() {
    let known = |name: &str| ["BRA", "Brazil", "Group of 77"].contains(&name);
    for (typed, owners) in [
        ("[x] (BRA, Group of 77, Wakanda)", "BRA, Group of 77, Wakanda"),
        ("[x] (Brazil, Wakanda)", "Brazil, Wakanda"),
        ("[x] (Wakanda)", ""),
        ("[x] (BRA, as agreed in May)", ""),
        ("[x] (NLD / against: IRN)", "NLD, IRN"),
    ] {
        let read = parse(typed, &known).words;
        let names: Vec<_> = read.brackets()[0].owners.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names.join(", "), owners, "{typed}");
    }
}

#[test]
fn people_read_what_is_asked_without_signs_for_a_program() {
    let read = |typed: &str| print_read(&parse(typed, &|_| false).words, ["delete", "against"]);
    for (typed, shown) in [
        ("[alt 1 [delete: should] (IRN)] (IND, NLD)", "[alt 1: [should] (delete: IRN)] (IND, NLD)"),
        (
            "[x] (\"Jan de Vries\"; by: Jan de Vries, 2026-11-26T10\\:00\\:00Z)",
            "[x] (Jan de Vries)",
        ),
        ("[a] (RUS; against: NLD) \\[b\\]", "[a] (RUS; against: NLD) [b]"),
        ("[delete: a]", "[a] (delete)"),
    ] {
        assert_eq!(read(typed), shown);
    }
}
