use std::fmt::Write as _;

use super::*;
use crate::draft::print;
use crate::exchange::ArchiveOut;
use crate::model::{ParagraphKind, ParagraphStatus};

mod hostile;

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// An archive of these parts, as Word lays them out.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ArchiveOut::default();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut add = |name: &str, content: &str| {
        archive.add(name, |part| part.write_str(content)).unwrap();
    };
    add(
        "_rels/.rels",
        &format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{kind}/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>"
        ),
    );
    let mut relations = String::new();
    for (at, (name, content)) in parts.iter().enumerate() {
        if *name != "document" {
            let kind_of = name.trim_end_matches(char::is_numeric);
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{at}\" Type=\"{kind}/{kind_of}\" Target=\"{name}.xml\"/>"
            );
        }
        add(&format!("word/{name}.xml"), content);
    }
    add("word/_rels/document.xml.rels", &format!("<Relationships>{relations}</Relationships>"));
    archive.finish()
}

fn document(body: &str) -> String {
    format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>")
}

fn read(parts: &[(&str, &str)]) -> DocxText {
    let names = DocxNames {
        known: &|_| false,
        party_of: &|author| (author == "Ivan").then(|| "RUS".to_owned()),
    };
    read_docx(&archive(parts), &names).unwrap()
}

fn of_body(body: &str) -> DocxText {
    read(&[("document", &document(body))])
}

/// The words of a document with this body, one paragraph per line.
fn words(body: &str) -> Vec<String> {
    let date = ", 2026-05-04T10\\:12\\:00Z";
    let text = of_body(body);
    text.paragraphs.iter().map(|it| print(&it.draft.words).replace(date, "")).collect()
}

fn kinds(text: &DocxText) -> Vec<(DocxRemarkKind, Vec<usize>)> {
    text.remarks.iter().map(|it| (it.kind, it.paragraphs.clone())).collect()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn by(change: &str, author: &str, inside: &str) -> String {
    let inside = match change {
        "del" | "moveFrom" => {
            inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        }
        _ => inside.to_owned(),
    };
    format!(
        "<w:{change} w:id=\"1\" w:author=\"{author}\" w:date=\"2026-05-04T10:12:00Z\">{inside}</w:{change}>"
    )
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

#[test]
fn changes_are_brackets_of_their_authors_and_nothing_deleted_lives() {
    let body = [
        p(&(run("States ")
            + &by("del", "Anna", &run("shall"))
            + &by("ins", "Anna", &run("should"))
            + &run(" act in good faith."))),
        p(&(run("States ")
            + &by("del", "Anna", &run("shall"))
            + &by("ins", "Bert", &run("should"))
            + &run(" act in good faith."))),
        p(&by(
            "ins",
            "Anna",
            &(run("They may") + &by("del", "Bert", &run(" always")) + &run(" talk about it.")),
        )),
        p(&(run("They may [talk")
            + &by("ins", "Anna", &run(" or write"))
            + &run("] (NLD) about it."))),
        p(&(by("ins", "Anna", &run("["))
            + &run("all")
            + &by("ins", "Anna", &run("] (NLD)"))
            + &run(" of them may do so."))),
    ];
    assert_eq!(
        words(&body.concat()),
        [
            "States [shall → should] (by: Anna) act in good faith.",
            "States [delete: shall] (by: Anna)[should] (by: Bert) act in good faith.",
            "[They may [delete: always] (by: Bert) talk about it.] (by: Anna)",
            "They may [talk [or write] (by: Anna)] (NLD) about it.",
            "[all] (NLD; by: Anna) of them may do so.",
        ]
    );
    let text = of_body(&body.concat());
    for paragraph in &text.paragraphs[..2] {
        assert!(paragraph.draft.words.standing().contains("shall"));
    }
    assert!(!text.paragraphs[2].draft.words.standing().contains("always"));
    let authors: Vec<_> = text.authors.iter().map(|it| (it.name.as_str(), it.brackets)).collect();
    assert_eq!(authors, [("Anna", 5), ("Bert", 2)]);
    assert_eq!(text.remarks, []);
}

#[test]
fn owners_are_suggested_by_author_and_those_that_are_typed_stay() {
    let body = p(&(by("ins", "Ivan", &run("All "))
        + &run("States act ")
        + &by("ins", "Ivan", &run("[now] (CHN)"))));
    assert_eq!(words(&body), ["[All] (RUS; by: Ivan) States act [now] (CHN; by: Ivan)"]);
    assert_eq!(of_body(&body).authors[0].party.as_deref(), Some("RUS"));
}

#[test]
fn paragraphs_have_their_numbers_kinds_and_status() {
    let numbering = format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\">\
         <w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>\
         <w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"4\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
         <w:lvlText w:val=\"PP%1\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>"
    );
    let styles = format!(
        "<w:styles {SPACES}><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"Kop1a\"><w:name w:val=\"Kop\"/><w:basedOn w:val=\"Kop1\"/></w:style>\
         <w:style w:styleId=\"Lijst\"><w:name w:val=\"List\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>\
         </w:numPr></w:pPr></w:style></w:styles>"
    );
    let listed = |list: u32, level: u32, text: &str| {
        p(&format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}",
            run(text)
        ))
    };
    let styled = |style: &str, text: &str| {
        p(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}", run(text)))
    };
    let body = [
        styled("Kop1a", "Draft decision on points of contact, as it stands."),
        listed(2, 0, "Recalling the Charter of the United Nations,"),
        listed(2, 0, "Noting the report of the Group,"),
        styled("Lijst", "Encourages States:"),
        listed(1, 1, "to exchange views;"),
        listed(1, 1, "to name points of contact; [agreed]"),
        listed(1, 0, "Decides to remain seized of the matter."),
        p(&run("[agreed ad ref]")),
        p(&run("OP7. Decides to meet again [next year] (NLD).")),
        p(&(by("del", "Anna", &run("OP8."))
            + &by("ins", "Anna", &run("OP9."))
            + &run(" Thanks the Chair for all she did."))),
        p(&run("[OP10. Thanks her again, and at more length.] (RUS)")),
    ];
    let text = read(&[
        ("document", &document(&body.concat())),
        ("styles", &styles),
        ("numbering", &numbering),
    ]);
    let read: Vec<_> = text
        .paragraphs
        .iter()
        .map(|it| {
            (it.draft.number.as_str(), it.draft.kind, it.draft.status, print(&it.draft.words))
        })
        .collect();
    use ParagraphKind::{Chapeau, Heading, Operative, Preamble};
    use ParagraphStatus::{AdReferendum, Agreed, Open};
    let expected = [
        ("", Heading, Open, "Draft decision on points of contact, as it stands."),
        ("PP1", Preamble, Open, "Recalling the Charter of the United Nations,"),
        ("PP2", Preamble, Open, "Noting the report of the Group,"),
        ("1", Chapeau, Open, "Encourages States:"),
        ("(a)", Operative, Open, "to exchange views;"),
        ("(b)", Operative, Agreed, "to name points of contact;"),
        ("2", Operative, AdReferendum, "Decides to remain seized of the matter."),
        ("OP7", Operative, Open, "Decides to meet again [next year] (NLD)."),
        ("OP9", Operative, Open, "Thanks the Chair for all she did."),
        ("OP10", Operative, Open, "[Thanks her again, and at more length.] (RUS)"),
    ];
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!((read.0, read.1, read.2, read.3.as_str()), *expected);
    }
    assert_eq!(read.len(), expected.len());
    assert_eq!(kinds(&text), [(DocxRemarkKind::NumberChanged, vec![9])]);
}

#[test]
fn comments_and_notes_stay_with_their_paragraphs() {
    let comments = format!(
        "<w:comments {SPACES}><w:comment w:id=\"4\" w:author=\"Anna\" w:date=\"2026-05-04T10:12:00Z\">\
         {}{}</w:comment><w:comment w:id=\"5\" w:author=\"Bert\">{}</w:comment></w:comments>",
        p(&run("Not agreed.")),
        p(&run("See C/27.")),
        p(&run("Stray."))
    );
    let footnotes = format!(
        "<w:footnotes {SPACES}><w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote>\
         <w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p(&run("-----")),
        p(&(run(" Resolution [73/27] (RUS)") + &by("ins", "Anna", &run(" of 2018")))),
    );
    let body = p(&run("Recalling the Charter of old,"))
        + &p(&format!(
            "{}<w:commentRangeStart w:id=\"4\"/>{}<w:commentRangeEnd w:id=\"4\"/>\
             <w:r><w:commentReference w:id=\"4\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>{}",
            run("Noting its "),
            run("own report"),
            run(" of that year,")
        ));
    let text =
        read(&[("document", &document(&body)), ("comments", &comments), ("footnotes", &footnotes)]);
    let noted = &text.paragraphs[1];
    let comment = DocxComment {
        author: "Anna".to_owned(),
        date: "2026-05-04T10:12:00Z".to_owned(),
        text: "Not agreed.\nSee C/27.".to_owned(),
        on: "own report".to_owned(),
    };
    assert_eq!(noted.comments[0], comment);
    assert_eq!(noted.comments[1].text, "Stray.");
    let note = print(&noted.notes[0]);
    assert!(note.starts_with("Resolution [73/27] (RUS) [of 2018] (by: Anna"), "{note}");
    assert_eq!(text.paragraphs[0].comments, []);
    assert_eq!(kinds(&text), [(DocxRemarkKind::LooseComments, vec![])]);
    assert_eq!(text.authors.iter().map(|it| it.comments).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn what_is_not_kept_is_named_with_its_place() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let body = [
        p(&run("First of all, nothing is lost here.")),
        format!(
            "<w:tbl><w:tr><w:trPr/><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:trPr>{}</w:trPr>\
             <w:tc>{}</w:tc></w:tr></w:tbl>",
            p(&run("Left cell of the table;")),
            p(&run("Right cell of the table;")),
            by("ins", "Anna", ""),
            p(&run("A row that came in later;"))
        ),
        p(&(run("See ")
            + field
            + &run("paragraph 3")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + &run(" of the text."))),
        p(&format!(
            "{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{}\
             </w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:p>{}</w:p></w:pict>\
             </mc:Fallback></mc:AlternateContent></w:r>",
            run("Text with a box beside it."),
            p(&run("Words in the box.")),
            run("Twice.")
        )),
        p(&(run("Crossed ")
            + "<w:r><w:rPr><w:dstrike/><w:b/></w:rPr><w:t>out by hand</w:t></w:r>"
            + &run(" and done."))),
        p(&(run("Seen ")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            + &run("and done."))),
        p(&(by("moveFrom", "Anna", &run("Moved away. "))
            + &run("Stays here as it is.")
            + &by("moveTo", "Anna", &run(" Moved here.")))),
        p(&("<w:r><w:rPr><w:rtl/></w:rPr><w:t>سلام</w:t></w:r>".to_owned()
            + "<w:r><w:drawing><a:blip/></w:drawing></w:r>")),
        p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
        p(&run("Twice ⟦disputed⟧ here [and open.")),
    ];
    let body = body.concat();
    use DocxRemarkKind::*;
    let read = words(&body);
    assert_eq!(
        read,
        [
            "First of all, nothing is lost here.",
            "Left cell of the table;",
            "Right cell of the table;",
            "[A row that came in later;] (by: Anna)",
            "See paragraph 3 of the text.",
            "Text with a box beside it.",
            "Words in the box.",
            "Crossed [delete: out by hand] and done.",
            "Seen and done.",
            "[delete: Moved away.] (by: Anna) Stays here as it is. [Moved here.] (by: Anna)",
            "سلام",
            "a+b",
            "Twice [disputed] here \\[and open.",
        ]
    );
    let expected = [
        (Unbalanced, vec![13]),
        (DoubleBrackets, vec![13]),
        (CrossedOut, vec![8]),
        (Moves, vec![10]),
        (Tables, vec![2]),
        (TextBoxes, vec![6]),
        (Fields, vec![5]),
        (Pictures, vec![11]),
        (Formulas, vec![12]),
        (Hidden, vec![9]),
        (RightToLeft, vec![11]),
        (Emphasis, vec![8]),
    ];
    assert_eq!(kinds(&of_body(&body)), expected);
}

#[test]
fn an_end_of_a_paragraph_that_alone_was_changed_is_named() {
    let ended = |change: &str, inside: &str| {
        p(&format!("<w:pPr><w:rPr>{}</w:rPr></w:pPr>{inside}", by(change, "Anna", "")))
    };
    let new = |text: &str| by("ins", "Anna", &run(text));
    let gone = |text: &str| by("del", "Anna", &run(text));
    let body = [
        // A paragraph inserted as a whole, and one inserted after another.
        ended("ins", &new("Came in as a whole.")),
        ended("ins", &run("Stood there before.")),
        p(&new("Came in behind it.")),
        // The same for deletion.
        ended("del", &gone("Goes as a whole.")),
        // One that was split, and two that were joined.
        ended("ins", &run("Split here in the middle,")),
        p(&run("which was one sentence.")),
        ended("del", &run("Joined with the next one,")),
        p(&run("which was a sentence of its own.")),
    ];
    let text = of_body(&body.concat());
    assert_eq!(
        kinds(&text),
        [(DocxRemarkKind::BreakInserted, vec![5]), (DocxRemarkKind::BreakDeleted, vec![7])]
    );
}
