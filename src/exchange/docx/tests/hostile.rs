//! Files that are not documents, are damaged, or were made to do harm.

use super::*;

const NAMES: DocxNames<'static> = DocxNames { known: &|_| false, party_of: &|_| None };

fn error(bytes: &[u8]) -> DocxError {
    read_docx(bytes, &NAMES).unwrap_err()
}

fn error_of(body: &str) -> DocxError {
    error(&archive(&[("document", body)]))
}

#[test]
fn what_is_no_document_is_named() {
    assert_eq!(error(b"%PDF-1.7\n"), DocxError::Other(Some(FileKind::Pdf)));
    assert_eq!(error(b"{\\rtf1 x"), DocxError::Other(Some(FileKind::Document)));
    assert_eq!(error(b"plain words"), DocxError::Other(None));
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.extend("WordDocument".bytes().flat_map(|byte| [byte, 0]));
    assert_eq!(error(&old), DocxError::Old);
    old.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    assert_eq!(error(&old), DocxError::Encrypted);
    assert_eq!(error_of("<x:workbook xmlns:x=\"y\"/>"), DocxError::Other(None));
    assert_eq!(error_of(&document("<w:p/>")), DocxError::Empty);
}

#[test]
fn what_was_made_to_do_harm_is_refused() {
    let declared = format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", document(&p(&run("&a;"))));
    assert_eq!(error_of(&declared), DocxError::Declares);
    assert_eq!(error_of(&document(&p(&run("&a;")))), DocxError::Declares);
    for broken in ["<w:document", "<w:p></w:r>", "<w:document><w:body></w:document>", "\u{0}"] {
        assert_eq!(error_of(broken), DocxError::Damaged, "{broken}");
    }
    let deep = format!("{}{}", "<w:ins>".repeat(5_000), "</w:ins>".repeat(5_000));
    assert_eq!(error_of(&document(&deep)), DocxError::Damaged);
    let bomb = document(&p(&run(&"a".repeat(40 << 20))));
    assert_eq!(error_of(&bomb), DocxError::Bomb);
    let long: String = (0..(1 << 20)).map(|it| format!("{it} ")).collect();
    assert!(matches!(
        error_of(&document(&(p(&run(&long)) + &p(&run(&long))))),
        DocxError::TooLarge
    ));
}

#[test]
fn a_file_that_was_cut_or_changed_anywhere_is_refused_or_read() {
    let body = p(&(run("States ")
        + &by("del", "Anna", &run("shall"))
        + &by("ins", "Bert", &run("[may] (NLD)"))));
    let whole = archive(&[("document", &document(&body))]);
    for end in 0..whole.len() {
        let _ = read_docx(&whole[..end], &NAMES);
    }
    let mut seed = 7_u32;
    for _ in 0..3_000 {
        let mut bytes = whole.clone();
        for _ in 0..3 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        let _ = read_docx(&bytes, &NAMES);
    }
    // The same for the XML itself, which no checksum protects.
    let xml = document(&body);
    for at in 0..xml.len() {
        for sign in ["<", ">", "/", "\"", "&", "", "</w:ins>", "<w:r>", "<w:p>"] {
            let mut broken = xml.clone();
            if broken.is_char_boundary(at) && broken.is_char_boundary(at + 1) {
                broken.replace_range(at..=at, sign);
            }
            let _ = read_docx(&archive(&[("document", &broken)]), &NAMES);
        }
    }
}

#[test]
fn changes_and_brackets_in_one_another_have_an_end() {
    let mut inside = run("core");
    for at in 0..30 {
        inside = by(if at % 2 == 0 { "ins" } else { "del" }, &format!("A{at}"), &inside);
    }
    let text = of_body(&p(&inside));
    assert_eq!(kinds(&text), [(DocxRemarkKind::ManyChanges, vec![1])]);
    assert!(text.paragraphs[0].draft.words.depth() <= 4);
    let text = of_body(&p(&run(&("[".repeat(3_000) + "x" + &"]".repeat(3_000)))));
    assert_eq!(kinds(&text)[0].0, DocxRemarkKind::Unbalanced);
    assert!(text.paragraphs[0].draft.words.depth() <= 30);
}

#[test]
fn of_a_long_text_so_many_paragraphs_are_read_and_the_rest_is_counted() {
    let body = p(&run("States may talk to one another at any time.")).repeat(2_007);
    let text = of_body(&body);
    assert_eq!((text.paragraphs.len(), text.left_out), (2_000, 7));
}
