//! A text to be negotiated further in Word is exported from the window, in the chosen form.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::exchange::{DocxNames, DocxText, read_docx};
use cbm_workbench::model::{Marking, Paragraph, Version};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::exporting::{ask, choose};

const CODE: &str = "A/RES/73/27";

fn write(document: &mut Document, count: usize) {
    let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
    let mut before = None;
    for (rank, words) in
        ["States shall meet.", "States [shall → should] (IND) meet."].into_iter().enumerate()
    {
        if rank >= count {
            break;
        }
        let version = Version::new(proposal, format!("rev.{rank}"), rank as u32);
        let paragraph = Paragraph {
            number: "OP1".to_owned(),
            follows: before,
            ..Paragraph::new(version.id, 0, words)
        };
        before = Some(paragraph.id);
        document.apply(&Edit::add(version, "x").put(paragraph)).unwrap();
    }
}

/// The text in Word, ready to be written.
fn window(count: usize) -> Window {
    let mut window = Window::with(Options::default(), |document| write(document, count));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    // Under the usual ceiling there is no text; then the dossier's marking is the ceiling.
    ask(&mut window);
    window
}

fn written(window: &mut Window) -> DocxText {
    let path = window.beside("text.docx");
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("Written to");
    let names = DocxNames { known: &|_| false, party_of: &|it| Some(it.to_owned()) };
    read_docx(&std::fs::read(&path).unwrap(), &names).unwrap()
}

fn words(text: &DocxText) -> Vec<String> {
    text.paragraphs.iter().map(|it| it.draft.words.bare()).collect()
}

#[test]
fn a_text_leaves_for_word_with_real_changes_of_those_who_ask() {
    let mut window = window(2);
    let text = written(&mut window);
    assert_eq!(words(&text), ["States shall should meet."]);
    // A change of theirs, not words in brackets.
    let words = &text.paragraphs[0].draft.words;
    let owners: Vec<_> = words.brackets()[0].names(false).collect();
    assert_eq!(owners, ["IND"]);
    assert!(!text.paragraphs[0].draft.typed.contains('['), "{}", text.paragraphs[0].draft.typed);
}

#[test]
fn versions_stand_beside_one_another_and_one_without_brackets_is_clean() {
    let mut wanted = window(2);
    choose(&mut wanted, "In Word", "Versions side by side");
    assert_eq!(
        words(&written(&mut wanted)),
        ["rev.0", "rev.1", "States shall meet.", "States shall should meet."]
    );
    let mut wanted = window(2);
    choose(&mut wanted, "In Word", "Only what stands");
    assert!(wanted.shows_part("Of alternatives the first one stands"));
    assert_eq!(words(&written(&mut wanted)), ["States shall meet."]);
    let mut wanted = window(2);
    choose(&mut wanted, "In Word", "Changes since the version before");
    let text = written(&mut wanted);
    assert_eq!(text.authors.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["rev.1"]);
}

#[test]
fn one_version_has_none_to_stand_beside() {
    let window = &mut window(1);
    window.harness.get_by_role_and_label(Role::ComboBox, "In Word").click();
    window.settle();
    assert!(window.shows("In brackets"));
    assert!(!window.shows("Versions side by side"));
}

#[test]
fn that_the_page_shows_an_older_version_is_said_before_it_is_written() {
    let mut window = Window::with(Options::default(), |document| {
        write(document, 2);
        let snapshot = document.snapshot();
        let markings = [("rev.0", Marking::Green), ("rev.1", Marking::Red)];
        let edit = snapshot.versions.iter().fold(Edit::new(StepName::Mark, ""), |edit, it| {
            let (_, marking) = markings.iter().find(|(name, _)| *name == it.name).unwrap();
            edit.put(Version { marking: Some(*marking), ..it.clone() })
        });
        document.apply(&edit).unwrap();
    });
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    ask(&mut window);
    let said = "rev.1 is marked TLP:RED. The page shows rev.0";
    assert!(window.shows_part(said));
    choose(&mut window, "Shown up to", "TLP:RED");
    assert!(!window.shows_part(said));
}
