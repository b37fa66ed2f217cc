//! After a vote: what was expected, how parties voted, and who is behind each figure.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Ballot, Bilingual, Certainty, Position, Proposal, RollCall, Stance, Vote,
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Three stances reported by two people, and a vote two days later in which one of them proved
/// wrong.
fn voted(document: &mut Document) {
    let day = |day: &str| day.parse().unwrap();
    let proposal = Proposal::new("P-1", Bilingual::new("A hotline", ""));
    let vote = RollCall::new("P-1", Bilingual::new("A hotline", ""), day("2026-03-03"));
    let said = [
        ("BRA", Stance::Support, Certainty::Public, "Geneva", Ballot::Yes),
        ("IND", Stance::Support, Certainty::Public, "New York", Ballot::No),
        ("MEX", Stance::Accept, Certainty::Confidence, "New York", Ballot::Abstain),
    ];
    let mut edit = Edit::new(StepName::Prepare, "P-1").put(proposal.clone()).put(vote.clone());
    for (code, stance, certainty, author, ballot) in said {
        let party = document.snapshot().party_by_code(code).unwrap().id;
        let mut entry = Position::new(proposal.id, party, Some(stance), day("2026-03-01"));
        (entry.certainty, entry.author) = (Some(certainty), author.to_owned());
        edit = edit.put(entry).put(Vote::new(vote.id, party, ballot));
    }
    document.apply(&edit).unwrap();
}

fn window() -> Window {
    let options = Options { template: Some(Template::UnGlobalCbms), ..Options::default() };
    let mut window = Window::with(options, voted);
    window.press_with(BOTH, Key::J);
    window.click("What the record says");
    window
}

#[test]
fn a_figure_leads_to_the_parties_that_it_counts_and_back_to_all() {
    let mut window = window();
    assert!(window.shows_part("Expected against actual"));
    // One of two publicly stated ones was right.
    window.harness.get_all_by_label("2").next().unwrap().click_accesskit();
    window.settle();
    assert!(window.shows_part("Counted: 2"));
    for (name, listed) in [("Brazil, ", true), ("India, ", true), ("Mexico, ", false)] {
        assert_eq!(window.shows_part(name), listed, "{name}");
    }
    window.click("Counted: 2");
    assert!(!window.shows_part("Counted") && !window.shows_part("2 of "), "all of them again");
}

#[test]
fn who_entered_a_stance_stands_beside_what_came_of_it() {
    let window = window();
    for told in ["Geneva", "New York"] {
        assert!(window.shows_part(told), "{told}");
    }
}
