//! A page follows what is on screen: the part that a list shows, the selection, a scenario.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{Marking, Scenario, ScenarioMove, Stance};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};
use crate::exporting::{ask, choose, window};

/// Writes the requested page as CSV, and reads its rows.
fn as_csv(window: &mut Window, name: &str) -> Vec<String> {
    choose(window, "Format", "CSV (.csv)");
    window.click("Choose where…");
    let path = window.beside(name);
    window.give_path(&path);
    window.wait_for("Written to");
    std::fs::read_to_string(&path).unwrap().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_list_is_exported_as_it_is_on_screen_or_whole() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("neth");
    ask(&mut window);
    let rows = as_csv(&mut window, "part.csv");
    assert!(rows.len() == 1 && rows[0].contains("Netherlands"), "{rows:?}");
    ask(&mut window);
    choose(&mut window, "Which part", "All, by code");
    assert_eq!(as_csv(&mut window, "all.csv").len(), 193);
    // A screen whose filter its page does not follow says so.
    window.press_with(Modifiers::COMMAND, Key::Num9);
    ask(&mut window);
    assert!(!window.shows_part("The filter of the screen is not taken over"));
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("neth");
    ask(&mut window);
    assert!(window.shows_part("The filter of the screen is not taken over"));
}

#[test]
fn the_proposals_selected_together_are_briefed_on_together() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27");
    for _ in 0..2 {
        window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    }
    ask(&mut window);
    let on = window.harness.get_by_role_and_label(Role::ComboBox, "On");
    let value = on.accesskit_node().value().unwrap();
    assert_eq!(value, "The 3 selected, one after the other");
}

#[test]
fn the_matrix_under_a_scenario_is_exported_under_it_unless_that_is_unticked() {
    let mut window = Window::with(Options::default(), |document| {
        let snapshot = document.snapshot();
        let own = Marking::Green;
        let party = snapshot.party_by_code("BRA").unwrap().id;
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let mut scenario = Scenario::new("Brazil moves", own);
        scenario.marking = Some(own);
        let mut moved = ScenarioMove::new(scenario.id, proposal, party, Some(Stance::Object), own);
        moved.marking = Some(own);
        document.apply(&Edit::add(scenario, "").put(moved)).unwrap();
    });
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(window.shows_part("Under the scenario “Brazil moves”: dashed"));
    let brazil = |rows: Vec<String>| rows.into_iter().find(|it| it.contains("Brazil")).unwrap();
    ask(&mut window);
    let under = brazil(as_csv(&mut window, "under.csv"));
    assert!(under.contains("object"), "{under}");
    ask(&mut window);
    window.click("Under the scenario “Brazil moves”, as on screen");
    let plain = brazil(as_csv(&mut window, "plain.csv"));
    assert!(!plain.contains("object"), "{plain}");
}
