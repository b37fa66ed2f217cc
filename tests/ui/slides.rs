//! What single slides say: the text of a proposal before its columns, and titles above a small matrix.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Language, Marking, Party, PartyKind, Position, Proposal, Slide, SlideKind, Stance,
};
use cbm_workbench::text::Text;
use egui_kittest::kittest::NodeT;

use crate::common::clock;
use crate::room::{Look, drawn, seen};

const TITLE: &str = "Points of contact for incidents that may concern more than one State";

/// A dossier with two proposals, one of which nobody in the room may see, and a party on both.
fn dossier(path: &std::path::Path) -> [Proposal; 2] {
    Document::create(path, Template::Empty, "Two").unwrap();
    let mut document = Document::open(path).unwrap();
    document.set_clock(clock());
    let proposal = |code: &str, marking| {
        let title = format!("{TITLE} {code}");
        let mut one = Proposal::new(code, Bilingual::new(&title, &title));
        one.text = format!("States should name a point of contact, says {code}.");
        one.marking = Some(marking);
        one
    };
    let both = [proposal("P-1", Marking::Clear), proposal("P-2", Marking::Red)];
    let name = Bilingual::new("Netherlands", "Nederland");
    let mut party = Party::new("NLD", name, PartyKind::State);
    party.marking = Some(Marking::Clear);
    let mut edit = Edit::new(StepName::Prepare, "").put(party.clone());
    for one in &both {
        let day = clock().today();
        let mut entry = Position::new(one.id, party.id, Some(Stance::Support), day);
        entry.marking = Some(Marking::Clear);
        edit = edit.put(one.clone()).put(entry);
    }
    document.apply(&edit).unwrap();
    both
}

/// What a slide says to somebody who has it read out.
fn said(path: &std::path::Path, slide: Slide) -> String {
    let look = Look { ceiling: Marking::Clear, ..Look::new(slide) };
    let harness = drawn(seen(path, Marking::Clear, Text::new(Language::English)), look);
    let nodes = harness.root().children_recursive();
    nodes.filter_map(|node| node.accesskit_node().value()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_text_of_a_proposal_without_versions_has_a_slide_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.cbm");
    let [clear, red] = dossier(&path);
    let of = |one: &Proposal| Slide { proposal: Some(one.id), ..Slide::new(SlideKind::Text, 0) };
    let shown = said(&path, of(&clear));
    assert!(shown.contains(TITLE) && shown.contains("says P-1."), "{shown}");
    let withheld = said(&path, of(&red));
    assert!(
        !withheld.contains("P-2") && withheld.contains("nothing yet that may be shown"),
        "{withheld}"
    );
}

#[test]
fn few_columns_of_the_matrix_have_their_titles_above_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.cbm");
    dossier(&path);
    let shown = said(&path, Slide::new(SlideKind::Matrix, 0));
    let title = format!("{TITLE} P-1");
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&title) && words.contains("Netherlands, P-1 + "), "{shown}");
    assert!(!words.contains("P-2"), "{shown}");
}
