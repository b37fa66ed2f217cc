use proptest::prelude::*;
use similar::ChangeTag;

use super::body::parts;
use super::{
    DraftComment, DraftForm, DraftLine, page, write_columns, write_comparison, write_draft,
};
use crate::draft::{Words, parse, print, print_shared};
use crate::exchange::{DocxNames, DocxText, read_docx};
use crate::model::{ParagraphKind, ParagraphStatus};

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
                // Who typed what is not for people to read.
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
    let all = parts("a b c d", "a x y d");
    let seen: Vec<_> = all.iter().map(|it| (it.tag, it.text.as_str())).collect();
    assert_eq!(
        seen,
        [
            (ChangeTag::Equal, "a "),
            (ChangeTag::Delete, "b c"),
            (ChangeTag::Insert, "x y"),
            (ChangeTag::Equal, " d")
        ]
    );
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
