//! Which obstacle first, and who blocks on what condition: few actions from the matrix.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{Position, Stance};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::work::fill;

fn window(prepare: impl FnOnce(&mut Document)) -> Window {
    let size = egui::vec2(1600.0, 1400.0);
    Window::with(Options { size, ..Options::default() }, |document| {
        fill(document);
        prepare(document);
    })
}

#[test]
fn which_obstacle_first_takes_one_action_from_the_matrix() {
    let mut window = window(|_| {});
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let first =
        "First: no agreed terminology on A/RES/74/29, from 3 to 1 with “Shared list of terms”";
    assert!(window.shows(first));
    // 3 and 3 and 2, and after remedies 1 and 2 and 2.
    assert!(window.shows("A/RES/74/29, total: 8, after remedies 5"));
    window.click(first);
    assert!(window.shows("After remedies: 1, slight"), "it leads to the obstacle");
}

#[test]
fn obstacles_are_ranked_over_all_and_by_proposal_by_the_weights_of_the_dossier() {
    let mut window = window(|_| {});
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click("Ranking");
    for heading in ["Cheapest to bring down", "Over all proposals", "Proposals"] {
        assert!(window.shows(heading), "{heading}");
    }
    window.click("Change the weights…");
    window.harness.get_by_role_and_label(Role::TextInput, "Weight: mistrust").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("5");
    window.press(Key::Tab);
    assert_eq!(window.document().snapshot().dossier.weights, [1, 1, 5, 1, 1, 1, 1, 1]);
    // Mistrust, from 3 to 2, now takes off five points; terminology two.
    assert!(window.shows_part("First: deep-rooted mistrust"));
}

#[test]
fn who_blocks_and_on_what_condition_takes_two_actions_from_the_matrix() {
    let mut window = window(|document| {
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let party = snapshot.party_by_code("ISR").unwrap().id;
        let day = "2026-10-01".parse().unwrap();
        let mut entry = Position::new(proposal, party, Some(Stance::Object), day);
        entry.condition = "the word treaty goes".to_owned();
        entry.salience = Some(4);
        // Hungary follows the EU, which has said on what condition it would move.
        let text = snapshot.proposal_by_code("A/RES/74/29").unwrap().id;
        let group = snapshot.groups.iter().find(|it| it.code == "EU").unwrap().id;
        let mut said = Position::new(text, group, Some(Stance::Reserve), day);
        said.condition = "the norms of 2015 are named".to_owned();
        document.apply(&Edit::add(entry, "").put(said)).unwrap();
    });
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/74/29, ");
    assert!(window.shows("EU would move if: the norms of 2015 are named"));
    window.click_first("A/RES/73/27, ");
    assert!(window.shows("Would move if: the word treaty goes"));
    // How much it matters to a party is said in words.
    window.harness.get_by_label("Israel").click_accesskit();
    window.settle();
    let salience = window.harness.get_by_role_and_label(Role::ComboBox, "Salience");
    assert_eq!(salience.value().as_deref(), Some("4, very important"));
}
