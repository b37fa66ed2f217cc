//! Markings: filtered and changed together; a copy for others from the menu.

use cbm_workbench::document::Document;
use cbm_workbench::model::{Bilingual, Marking, Proposal};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

fn on_markings() -> Window {
    let mut window = Window::with(Options::default(), |document| {
        for code in ["OURS-1", "OURS-2"] {
            let proposal = Proposal::new(code, Bilingual::new("A proposal of ours", ""));
            let edit = cbm_workbench::document::Edit::add(proposal, code);
            document.apply(&edit).unwrap();
        }
    });
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window
}

#[test]
fn everything_a_filter_shows_is_marked_in_one_step_after_confirmation() {
    let mut window = on_markings();
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("OURS");
    let steps = window.steps();
    window.click("Mark the 2 shown");
    window.click("TLP:CLEAR");
    assert!(window.harness.query_by_label_contains("2 of them become less confidential").is_some());
    assert_eq!(window.steps(), steps, "asked first");
    window.click("Mark");
    assert_eq!(window.steps(), steps + 1);
    let marking = |window: &Window| {
        let snapshot = window.document().snapshot();
        snapshot.proposal_by_code("OURS-2").unwrap().marking
    };
    assert_eq!(marking(&window), Some(Marking::Clear));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(marking(&window), None);
}

#[test]
fn a_copy_for_others_says_what_leaves_and_opens_as_a_dossier() {
    let mut window = on_markings();
    window.click("File");
    window.click("Copy for others…");
    assert!(window.shows("Withheld"));
    window.harness.snapshot("dialog_redact");
    let path = window.beside("others.cbm");
    window.click("Choose where…");
    window.give_path(&path);
    let until = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while !path.exists() && std::time::Instant::now() < until {
        window.settle();
    }
    let copy = Document::open(&path).unwrap();
    assert_eq!(copy.snapshot().proposals.len(), 12, "without the two of ours");
    assert_eq!(copy.snapshot().dossier.title, "Copy for others");
    assert_eq!(copy.snapshot().dossier.marking, Marking::Green);
}

#[test]
fn a_picture_of_the_markings() {
    let mut window = on_markings();
    window.harness.snapshot("markings");
}
