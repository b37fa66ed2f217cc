//! Word documents with texts under negotiation, as LibreOffice writes them.

use std::path::Path;

use cbm_workbench::draft::print;
use cbm_workbench::exchange::{DocxError, DocxNames, DocxRemarkKind, DocxText, read_docx};
use cbm_workbench::explain::{explain_docx, explain_docx_remark};
use cbm_workbench::model::{Keyed, Language, ParagraphKind, ParagraphStatus};
use cbm_workbench::text::Text;

fn read(name: &str) -> DocxText {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts").join(name);
    let names = DocxNames {
        known: &|_| false,
        party_of: &|author| (author == "Ivan Petrov").then(|| "RUS".to_owned()),
    };
    read_docx(&std::fs::read(path).unwrap(), &names).unwrap()
}

fn printed(text: &DocxText) -> Vec<(&str, String)> {
    let words = |it: &cbm_workbench::draft::Words| print(it).replace("\\:", ":");
    text.paragraphs.iter().map(|it| (it.draft.number.as_str(), words(&it.draft.words))).collect()
}

#[test]
fn a_text_from_libreoffice_comes_in_with_every_change_and_author() {
    let text = read("libreoffice.docx");
    let expected = [
        ("", "Draft decision on points of contact, revision 1"),
        ("PP1", "Recalling that trust grows where people know whom to call,"),
        ("PP2", "Noting the report of the group,"),
        (
            "OP1",
            "States [shall → should] (by: Anna de Vries, 2026-05-04T10:12:00Z) name a point of \
             contact[, [on a voluntary basis] (RUS, CHN)] (RUS; by: Ivan Petrov, \
             2026-05-05T09:00:00Z);",
        ),
        (
            "OP2",
            "They [alt 1 answer within a day] (NLD) [alt 2 answer as soon as they can[delete: , \
             taking into account their capacities] (by: Anna de Vries, 2026-05-06T16:30:00Z)] \
             (IND) when called;",
        ),
        (
            "OP2bis",
            "[Nothing here obliges a State to answer;] (RUS; by: Ivan Petrov, \
             2026-05-05T09:02:00Z)",
        ),
        ("OP3", "Encourages States:"),
        ("(a)", "to test their contacts [twice] (EU) a year;"),
        (
            "(b)",
            "[delete: to hold an exercise once a year;] (RUS; by: Ivan Petrov, \
             2026-05-05T09:05:00Z)",
        ),
        ("OP4", "Decides to meet again."),
    ];
    let read = printed(&text);
    assert_eq!(read.len(), expected.len());
    for ((number, words), expected) in read.iter().zip(expected) {
        assert_eq!((*number, words.as_str()), expected);
    }
    assert_eq!(text.paragraphs[0].draft.kind, ParagraphKind::Heading);
    assert_eq!(text.paragraphs[6].draft.kind, ParagraphKind::Chapeau);
    assert_eq!(text.paragraphs[9].draft.status, ParagraphStatus::AdReferendum);
    let comment = &text.paragraphs[2].comments[0];
    assert_eq!(
        (&*comment.author, &*comment.text, &*comment.on),
        ("Ivan Petrov", "Which report?", "report")
    );
    assert_eq!(print(&text.paragraphs[2].notes[0]), "Report of the [second] (CHN) session.");
    let authors: Vec<_> = text
        .authors
        .iter()
        .map(|it| (it.name.as_str(), it.brackets, it.comments, it.party.as_deref()))
        .collect();
    assert_eq!(authors, [("Ivan Petrov", 3, 1, Some("RUS")), ("Anna de Vries", 2, 0, None)]);
    assert_eq!(text.remarks, []);
}

#[test]
fn a_text_of_ours_that_went_through_libreoffice_is_what_it_was() {
    let text = read("through-libreoffice.docx");
    let expected = [
        ("", "Draft decision on points of contact"),
        ("PP1", "Recalling [all] (RUS) of it,"),
        ("OP1", "Encourages States, [as appropriate] (RUS, CHN; against: NLD),:"),
        (
            "(a)",
            "to [talk → write] (IND; by: I. Petrov, 2026-05-04T10:12:00Z) [alt 1 a lot] (NLD) \
             [alt 2 less] (IND)",
        ),
        ("OP2 bis", "[Comes in [delete: as] (CHN) a whole.] (EU; against: RUS; TLP:RED)"),
        ("OP3", "[delete: Goes as a whole.] (by: Anna de Vries, 2026-05-06T16:30:00Z)"),
        ("", "Signs: <&> \\[ “é” [x] y"),
    ];
    let read = printed(&text);
    assert_eq!(read.len(), expected.len());
    for ((number, words), expected) in read.iter().zip(expected) {
        assert_eq!((*number, words.as_str()), expected);
    }
    assert_eq!(text.paragraphs[1].draft.status, ParagraphStatus::Agreed);
    assert_eq!(text.paragraphs[1].comments[0].text, "First line.\nSecond & last.");
}

#[test]
fn what_is_said_of_a_document_names_the_place() {
    let english = Text::new(Language::English);
    let remark = |paragraphs: Vec<usize>| cbm_workbench::exchange::DocxRemark {
        kind: DocxRemarkKind::Tables,
        count: paragraphs.len(),
        paragraphs,
    };
    let name = |at: usize| format!("OP{at}");
    for (remark, said) in [
        (remark(vec![3]), "Each cell of a table has become a paragraph (paragraph OP3)."),
        (remark(vec![3, 4]), "Each cell of a table has become a paragraph (paragraphs OP3, OP4)."),
        (remark(vec![]), "Each cell of a table has become a paragraph."),
    ] {
        assert_eq!(explain_docx_remark(english, &remark, &name), said);
    }
    let many = explain_docx_remark(english, &remark((1..=20).collect()), &name);
    assert!(many.ends_with("OP12 and 8 more)."), "{many}");
    for kind in DocxRemarkKind::ALL {
        for language in [Language::English, Language::Dutch] {
            assert_ne!(Text::new(language).label(*kind), kind.key());
        }
    }
    let explained = explain_docx(english, DocxError::Old, Path::new("rev1.doc"));
    assert!(explained.what.starts_with("rev1.doc is a document of Word"), "{}", explained.what);
}
