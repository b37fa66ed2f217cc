use proptest::prelude::*;
use similar::ChangeTag;

use super::body::parts;
use super::{
    DraftComment, DraftForm, DraftLine, chosen, page, write_columns, write_comparison, write_draft,
};
use crate::draft::{Words, parse, print, print_shared};
use crate::exchange::{DocxNames, DocxText, read_docx};
use crate::model::{ParagraphKind, ParagraphStatus};
use crate::text::Text;

const NAMES: DocxNames<'static> = DocxNames { known: &|_| false, party_of: &|_| None };

fn words(text: &str) -> Words {
    parse(text, &|_| false).words
}

fn line<'a>(number: &'a str, words: &'a Words) -> DraftLine<'a> {
    let (kind, status) = (ParagraphKind::Operative, ParagraphStatus::Open);
    DraftLine { number, kind, status, words, comments: &[] }
}

fn printed(text: &DocxText) -> Vec<String> {
    text.paragraphs.iter().map(|it| print(&it.draft.words)).collect()
}

#[test]
fn what_leaves_comes_back_in() {
    let typed = [
        ("", ParagraphKind::Heading, ParagraphStatus::Open, "Draft decision"),
        ("PP1", ParagraphKind::Preamble, ParagraphStatus::Agreed, "Recalling [all] (RUS) of it,"),
        ("OP1", ParagraphKind::Chapeau, ParagraphStatus::AdReferendum, "Encourages States:"),
        (
            "(a)",
            ParagraphKind::Operative,
            ParagraphStatus::Open,
            "to [talk → write] (IND; by: I. Petrov, 2026-05-04T10\\:12\\:00Z) [alt 1 a lot] (NLD)",
        ),
        (
            "OP2 bis",
            ParagraphKind::Operative,
            ParagraphStatus::Open,
            "[Comes in [delete: as] (CHN) a whole.] (EU; against: RUS; TLP:RED)",
        ),
        ("", ParagraphKind::Note, ParagraphStatus::Open, "Signs: <&> \\[ \\\\ “é” [x] y"),
    ];
    let read: Vec<_> = typed.iter().map(|it| words(it.3)).collect();
    let comments = [DraftComment {
        author: "I. Petrov",
        date: "2026-05-04T10:12:00Z",
        text: "First line.\nSecond & last.",
    }];
    let lines: Vec<_> = typed
        .iter()
        .zip(&read)
        .map(|((number, kind, status, _), words)| {
            let comments = if *number == "PP1" { &comments[..] } else { &[] };
            DraftLine { number, kind: *kind, status: *status, words, comments }
        })
        .collect();
    for form in [DraftForm::Tracked, DraftForm::Brackets] {
        let text = read_docx(&write_draft(&page(), &lines, form), &NAMES).unwrap();
        assert_eq!(text.paragraphs.len(), lines.len());
        for (back, line) in text.paragraphs.iter().zip(&lines) {
            let draft = &back.draft;
            let said = match form {
                // Who typed what is not for human readers.
                DraftForm::Brackets => print_shared(line.words),
                _ => print(line.words),
            };
            assert_eq!(print(&draft.words), said, "{form:?}");
            assert_eq!(
                (&*draft.number, draft.kind, draft.status),
                (line.number, line.kind, line.status)
            );
        }
        let comment = &text.paragraphs[1].comments[0];
        assert_eq!((&*comment.author, &*comment.date), ("I. Petrov", "2026-05-04T10:12:00Z"));
        assert_eq!(comment.text, "First line.\nSecond & last.");
    }
    let text = read_docx(&write_draft(&page(), &lines, DraftForm::Clean), &NAMES).unwrap();
    assert_eq!(printed(&text)[..3], ["Draft decision", "Recalling of it,", "Encourages States:"]);
    assert_eq!(text.paragraphs[3].draft.words, words("to talk a lot"));
}

#[test]
fn in_brackets_people_read_no_signs_that_are_for_a_program() {
    let read = words(
        "[shall] (RUS; by: Jan de Vries, 2026-11-26T10\\:00\\:00Z) act [now] \\(as agreed: yes, no)",
    );
    let bytes = write_draft(&page(), &[line("OP1", &read)], DraftForm::Brackets);
    let text = read_docx(&bytes, &NAMES).unwrap();
    let seen = &text.paragraphs[0].draft;
    assert_eq!(print_shared(&read), "[shall] (RUS) act [now] (as agreed: yes, no)");
    assert_eq!(print(&seen.words), "[shall] (RUS) act [now] \\(as agreed: yes, no)");
}

#[test]
fn a_comparison_is_what_one_changed_of_the_other() {
    let texts =
        ["States shall act at once.", "States should act now, at once.", "Gone.", "New one."];
    let [before, after, gone, new] = texts.map(words);
    let pairs = [
        (Some(line("OP1", &before)), Some(line("OP2", &after))),
        (Some(line("OP3", &gone)), None),
        (None, Some(line("OP4", &new))),
        (Some(line("OP5", &new)), Some(line("OP5", &new))),
    ];
    let bytes = write_comparison(&page(), &pairs, "rev.2", "2026-05-04T10:12:00Z");
    let text = read_docx(&bytes, &NAMES).unwrap();
    let by = " (by: rev.2, 2026-05-04T10\\:12\\:00Z)";
    assert_eq!(
        printed(&text),
        [
            format!("States [shall → should]{by} act [now,]{by} at once."),
            format!("[delete: Gone.]{by}"),
            format!("[New one.]{by}"),
            "New one.".to_owned(),
        ]
    );
    let numbers: Vec<_> = text.paragraphs.iter().map(|it| it.draft.number.as_str()).collect();
    assert_eq!(numbers, ["OP2", "OP3", "OP4", "OP5"]);
    compared(["a b c d", "a x y d"], ["a ", "b c", "x y", " d"]);
}

/// Checks that a comparison of two versions has common words, deletions, insertions and common
/// words.
fn compared([before, after]: [&str; 2], wanted: [&str; 4]) {
    let all = parts(&words(before), &words(after));
    let seen: Vec<_> = all.iter().map(|it| (it.tag, it.text.as_str())).collect();
    let tags = [ChangeTag::Equal, ChangeTag::Delete, ChangeTag::Insert, ChangeTag::Equal];
    assert_eq!(seen, tags.into_iter().zip(wanted).collect::<Vec<_>>());
}

#[test]
fn what_came_in_as_a_change_of_somebody_leaves_as_one() {
    let text = "States [promptly] (NLD; by: NLD, 2026-11-20T21\\:00\\:00Z) answer.";
    let all = [words(text)];
    let bytes = write_draft(&page(), &[line("OP1", &all[0])], DraftForm::Tracked);
    let party_of = |author: &str| Some(author.to_owned());
    let back = read_docx(&bytes, &DocxNames { known: &|_| false, party_of: &party_of }).unwrap();
    assert_eq!(printed(&back), [text]);
    let typed = &back.paragraphs[0].draft.typed;
    assert!(!typed.contains('['), "a change, not words in brackets: {typed}");
}

#[test]
fn a_bracket_that_changed_stands_whole_in_both_versions() {
    compared(
        ["States [shall answer] (NLD) requests.", "States [should answer] (NLD, IND) requests."],
        ["States ", "[shall answer] (NLD)", "[should answer] (NLD, IND)", " requests."],
    );
}

#[test]
fn a_clean_text_says_where_an_alternative_stands_only_because_it_is_the_first() {
    let all = ["States [alt 1 may] (RUS) [alt 2 shall] (NLD) act.", "States [shall] (NLD) meet."];
    let [open, other] = all.map(words);
    let lines = [line("OP1", &open), line("OP2", &other)];
    let said = chosen(Text::default(), &lines);
    let expected = "Where alternatives are still open, the first one stands here: OP1.";
    assert_eq!(said.as_deref(), Some(expected));
    assert_eq!(chosen(Text::default(), &lines[1..]), None);
    // The notice is above the text and not part of it.
    let clean = |lines: &[DraftLine<'_>]| write_draft(&page(), lines, DraftForm::Clean);
    let back = read_docx(&clean(&lines), &NAMES).unwrap();
    assert_eq!(printed(&back), ["States may act.", "States meet."]);
    let plain = ["States may act.", "States [shall] (NLD) meet."].map(words);
    let same = [line("OP1", &plain[0]), line("OP2", &plain[1])];
    assert_ne!(clean(&lines), clean(&same));
}

#[test]
fn versions_stand_beside_one_another() {
    let texts = ["States [shall] (NLD) act.", "States should act.", "New."];
    let [first, second, new] = texts.map(words);
    let rows = [
        vec![Some(line("1", &first)), None, Some(line("2", &second))],
        vec![None, Some(line("3", &new))],
    ];
    let bytes = write_columns(&page(), &["rev.1", "rev.2", "rev.3"], &rows);
    let text = read_docx(&bytes, &NAMES).unwrap();
    assert_eq!(
        printed(&text),
        ["rev.1", "rev.2", "rev.3", "States [shall] (NLD) act.", "States should act.", "New."]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_words_leave_come_back_in(
        all in prop::collection::vec(crate::draft::any_words(), 1..4)
    ) {
        let filled = all.iter().filter(|it| !it.is_empty());
        let lines: Vec<_> = filled.map(|it| line("OP1", it)).collect();
        prop_assume!(!lines.is_empty());
        let text = read_docx(&write_draft(&page(), &lines, DraftForm::Tracked), &NAMES).unwrap();
        let back: Vec<_> = text.paragraphs.iter().map(|it| &it.draft.words).collect();
        let left: Vec<_> = lines.iter().map(|it| it.words).collect();
        prop_assert_eq!(back, left);
    }
}
