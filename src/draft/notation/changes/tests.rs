use proptest::prelude::*;

use super::super::tests::words;
use super::super::{RemarkKind, parse, parse_spans, print, spans};
use super::*;

/// Reads `{A+ typed in}` and `{A- struck out}`, also nested.
fn read(text: &str) -> (String, Vec<RemarkKind>) {
    let mut parts: Vec<(String, Vec<Tracked>)> = Vec::new();
    let mut open: Vec<Tracked> = Vec::new();
    let mut chars = text.chars();
    parts.push(Default::default());
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let author: String = chars.by_ref().take(1).collect();
                let struck = chars.next() == Some('-');
                open.push(Tracked::by(struck, &author, "2026-05-04T10:12:00Z"));
                assert_eq!(chars.next(), Some(' '));
                parts.push((String::new(), open.clone()));
            }
            '}' => {
                open.pop();
                parts.push((String::new(), open.clone()));
            }
            c => parts.last_mut().unwrap().0.push(c),
        }
    }
    let spans: Vec<_> = parts.iter().map(|(text, changes)| Span { text, changes }).collect();
    let parsed = parse_spans(&spans, &|_| false);
    let printed = print(&parsed.words);
    // What was read equals what is stored.
    assert_eq!(parse(&printed, &|_| false).words, parsed.words, "{printed}");
    let printed = printed.replace(", 2026-05-04T10\\:12\\:00Z", "");
    (printed, parsed.remarks.iter().map(|it| it.kind).collect())
}

#[test]
fn changes_become_brackets_of_whoever_made_them() {
    for (typed, read_as) in [
        ("on a{A+  voluntary} basis", "on a [voluntary] (by: A) basis"),
        ("on a {A- voluntary }basis", "on a [delete: voluntary] (by: A) basis"),
        ("States {A- shall}{A+ should} act", "States [shall → should] (by: A) act"),
        ("States {A- shall }{A+ should }act", "States [shall → should] (by: A) act"),
        ("States {A- shall}{B+ should} act", "States [delete: shall] (by: A)[should] (by: B) act"),
        ("State{A+ s} act", "State[s] (by: A) act"),
        ("{A+ as {B- far as} possible}", "[as [delete: far as] (by: B) possible] (by: A)"),
        ("{A+ as }{A+ {B- far}}{A+  as}", "[as [delete: far] (by: B) as] (by: A)"),
        ("{A+ a }{B+ b}", "[a] (by: A) [b] (by: B)"),
        ("{A+  }x{A-  }y", "x y"),
    ] {
        assert_eq!(read(typed), (read_as.to_owned(), vec![]), "{typed}");
    }
}

#[test]
fn typed_brackets_and_changes_stand_in_one_another() {
    for (typed, read_as, remarks) in [
        ("{A+ [shall] (NLD)} act", "[shall] (NLD; by: A) act", vec![]),
        ("{A+ [}shall{A+ ] (NLD)} act", "[shall] (NLD; by: A) act", vec![]),
        ("{A+ [alt 1 may] [alt 2 shall]}", "[alt 1 may] (by: A) [alt 2 shall] (by: A)", vec![]),
        ("{A+ or [may] act}", "[or [may] act] (by: A)", vec![]),
        ("{A- [shall] (NLD)} act", "[delete: [shall] (NLD)] (by: A) act", vec![]),
        ("[{A- shall}{A+ should}] (NLD)", "[[shall → should] (by: A)] (NLD)", vec![]),
        ("[shall{A+  → should}] (NLD)", "[shall → [should] (by: A)] (NLD)", vec![]),
        ("[shall] (NLD{A+ , CHN})", "[shall] (NLD, CHN)", vec![]),
        ("[shall] (NLD{A- , CHN})", "[shall] (NLD)", vec![RemarkKind::OwnersStruck]),
        ("[shall]{A-  (NLD)} act", "[shall] [delete: (NLD)] (by: A) act", vec![]),
        ("{A- [}shall{A- ] (NLD)} act", "[shall] (NLD) act", vec![RemarkKind::Lifted]),
        (
            "[x {A- [old} {A+ [new]} y]",
            "[x [delete: \\[old] (by: A) [new] (by: A) y]",
            vec![RemarkKind::StruckAlone],
        ),
        ("a [b {A+ c}", "a \\[b [c] (by: A)", vec![RemarkKind::NeverClosed]),
        ("{A- [delete: x] (CHN)}", "[delete: [delete: x] (CHN)] (by: A)", vec![]),
        ("[{A- delete: }x]", "[[delete: delete:] (by: A) x]", vec![]),
    ] {
        assert_eq!(read(typed), (read_as.to_owned(), remarks), "{typed}");
    }
}

#[test]
fn what_stands_too_deep_with_its_changes_keeps_every_word() {
    let deep = format!("{}x{}", "[{A+ é }".repeat(30), "]".repeat(30));
    let (printed, remarks) = read(&deep);
    assert_eq!(remarks, [RemarkKind::TooDeep]);
    assert_eq!(printed.matches('é').count(), 30);
}

#[test]
fn an_author_says_who_asks_and_who_typed_it() {
    let change = Tracked::by(false, "RUS, CHN; against: NLD", "");
    assert_eq!((change.hand.clone(), change.owners.len()), (None, 3));
    assert_eq!(change.author(), "RUS, CHN; against: NLD");
    let change = Tracked::by(false, "I. Petrov · RUS; TLP:RED", "2026-05-04T10:12:00Z");
    assert_eq!((change.owners.len(), change.marking), (1, Some(Marking::Red)));
    assert_eq!(change.hand.as_ref().map(|it| it.author.as_str()), Some("I. Petrov"));
    // An author whom no dossier knows asks for what they typed.
    let alone = Tracked {
        owners: vec![Owner { name: "I. Petrov".to_owned(), against: false }],
        marking: None,
        ..change
    };
    assert_eq!(alone.author(), "I. Petrov");
    let code = |name: &str| Tracked {
        owners: vec![Owner { name: name.to_owned(), against: false }],
        hand: Some(Hand { author: name.to_owned(), date: String::new() }),
        ..alone.clone()
    };
    assert_eq!(code("RUS").author(), "RUS · RUS", "or nobody would have typed it");
    let against = Owner { name: "I. Petrov".to_owned(), against: true };
    assert!(Tracked { owners: vec![against], ..alone }.author().contains("against"));
    for name in ["I. Petrov", "Petrov (RUS)", "Author", "NLD", "A · B", "x; y"] {
        let change = Tracked::by(true, name, "2026-05-04T10:12:00Z");
        let hand = Hand { author: name.to_owned(), date: "2026-05-04T10:12:00Z".to_owned() };
        assert_eq!((change.hand, change.owners), (Some(hand), vec![]), "{name}");
    }
}

/// Writes these words to a file and reads them back.
fn through_a_file(words: &Words) -> (Words, usize) {
    let written = spans(words);
    let changes: Vec<Vec<Tracked>> = written
        .iter()
        .map(|it| {
            let again = |it: &Tracked| Tracked::by(it.struck, &it.author(), it.date());
            it.changes.iter().map(again).collect()
        })
        .collect();
    let all: Vec<_> = written
        .iter()
        .zip(&changes)
        .map(|(it, changes)| Span { text: &it.text, changes })
        .collect();
    let tracked = changes.iter().filter(|it| !it.is_empty()).count();
    (parse_spans(&all, &|_| false).words, tracked)
}

#[test]
fn brackets_leave_as_changes_of_their_owners() {
    for (typed, tracked) in [
        ("States [shall] (NLD) act [voluntarily] (RUS; against: NLD)", 2),
        ("[delete: shall] (IND; by: I. Petrov, 2026-05-04T10:12:00Z)", 1),
        ("[shall → should] (IND)", 2),
        ("[as [delete: far as] (CHN) possible] (NLD)", 3),
        ("[a [b] (RUS) c] (NLD)", 1),
        ("[alt 1 may] (RUS) [alt 2 shall] (NLD) or [x]", 0),
        ("[a] (NLD) [delete: b] (NLD)[c] (NLD)", 2),
        ("[PP9 Recalling [all] (EU) of it,] (RUS)", 1),
    ] {
        let words = parse(typed, &|_| false).words;
        assert_eq!(through_a_file(&words), (words, tracked), "{typed}");
    }
}

/// Text in which signs of brackets and changes may fall in any way.
fn mixed() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "a", " b", "[", "]", "] (NLD)", " (CHN)", "[delete: ", " → ", "[alt 1 ", "\\", " ", "é",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["{A+ ", "{A- ", "{B+ ", "{B- "]).prop_map(str::to_owned),
        1 => Just("}".to_owned()),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| {
        let (mut text, mut open) = (String::new(), 0);
        for part in parts {
            match part.as_str() {
                "}" if open == 0 => continue,
                "}" => open -= 1,
                it if it.starts_with('{') => open += 1,
                _ => {}
            }
            text.push_str(&part);
        }
        text + &"}".repeat(open)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn what_leaves_in_a_file_is_read_as_it_was(words in words()) {
        prop_assert_eq!(through_a_file(&words).0, words);
    }

    #[test]
    fn whatever_was_changed_is_read_and_keeps_every_letter(text in mixed()) {
        let (printed, _) = read(&text);
        let letters = |text: &str| text.chars().filter(|c| *c == 'é').count();
        prop_assert_eq!(letters(&printed), letters(&text), "{}", printed);
    }
}
