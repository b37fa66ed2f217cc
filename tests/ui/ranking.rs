//! Which obstacle to tackle first, and who blocks on what condition: few actions from the matrix.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Language, Marking, Obstacle, Position, Severity, Slide, SlideKind, Stance,
};
use cbm_workbench::text::Text;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window, clock};
use crate::room::{Look, drawn, seen};
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

/// The example with these severities and nothing else.
fn scored(scores: &[(&str, Obstacle, u8)]) -> Window {
    let mut window = Window::with(Options::default(), |document| {
        for (code, obstacle, severity) in scores {
            let proposal = document.snapshot().proposal_by_code(code).unwrap().id;
            let severity = Severity::new(*severity);
            let new = Assessment::new(proposal, *obstacle, severity, clock().today());
            document.apply(&Edit::add(new, "")).unwrap();
        }
    });
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window
}

#[test]
fn what_nobody_has_assessed_has_no_total_and_is_ranked_last() {
    let mut window = scored(&[("A/RES/78/237", Obstacle::Mistrust, 0)]);
    window.click("Ranking");
    let dashes = window.harness.query_all_by_label("–").count();
    assert_eq!(dashes, 2 * (7 + 11), "totals now and after remedies");
    let top = |code: &str| {
        let shown = window.harness.query_all_by_label(code);
        shown.map(|it| it.rect().top()).fold(f32::MAX, f32::min)
    };
    assert!(top("A/RES/78/237") < top("A/RES/73/27"), "0 comes before what is not known");
}

#[test]
fn obstacles_that_weigh_alike_are_all_named() {
    let both = [("A/RES/73/27", Obstacle::Terminology, 4), ("A/RES/74/29", Obstacle::Mistrust, 4)];
    let window = scored(&both);
    let named = "4 points each: no agreed terminology, deep-rooted mistrust.";
    assert!(window.shows_part(named));
    let window = scored(&both[..1]);
    assert!(window.shows_part("Weighs most over all: no agreed terminology, 4 points"));
}

#[test]
fn the_first_score_moves_nothing_below_it() {
    let mut window = scored(&[]);
    let place = |window: &Window| window.harness.get_by_label("Ranking").rect();
    let before = place(&window);
    window.press(Key::ArrowDown);
    window.type_text("4");
    assert!(window.shows_part("Weighs most over all: "));
    assert_eq!(place(&window), before);
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
        // Hungary follows the EU, which has stated its condition for moving.
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
    // How much it matters to a party is shown in words.
    window.harness.get_by_label("Israel").click_accesskit();
    window.settle();
    let salience = window.harness.get_by_role_and_label(Role::ComboBox, "Salience");
    assert_eq!(salience.value().as_deref(), Some("4, very important"));
}

#[test]
fn a_slide_says_which_obstacle_is_worst_of_what_the_room_may_see() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.cbm");
    Document::create(&path, Template::UnVotes, "UN votes").unwrap();
    let mut document = Document::open(&path).unwrap();
    document.set_clock(clock());
    let clear = Some(Marking::Clear);
    for (code, obstacle, severity, marking) in [
        ("A/RES/73/27", Obstacle::Mistrust, 4, clear),
        ("A/RES/74/29", Obstacle::Mistrust, 3, clear),
        ("A/RES/73/27", Obstacle::Terminology, 4, clear),
        ("A/RES/73/27", Obstacle::Proxies, 4, Some(Marking::Amber)),
        ("A/RES/74/29", Obstacle::Proxies, 4, Some(Marking::Amber)),
    ] {
        let proposal = document.snapshot().proposal_by_code(code).unwrap().id;
        let severity = Severity::new(severity);
        let new = Assessment::new(proposal, obstacle, severity, clock().today());
        document.apply(&Edit::add(Assessment { marking, ..new }, "")).unwrap();
    }
    drop(document);
    let lines = |ceiling: Marking, language| {
        let look = Look { ceiling, language, ..Look::new(Slide::new(SlideKind::Ranking, 0)) };
        let harness = drawn(seen(&path, ceiling, Text::new(language)), look);
        let nodes = harness.root().children_recursive();
        let said = nodes.filter_map(|node| node.accesskit_node().value());
        said.filter(|it| it.contains(" · ")).collect::<Vec<_>>()
    };
    let clear = lines(Marking::Clear, Language::English);
    assert_eq!(clear.len(), 8);
    assert!(clear[0].starts_with("3. ") && clear[0].ends_with(": 7 · 2 of 12 assessed"));
    assert!(clear[1].starts_with("1. ") && clear[1].ends_with(": 4 · 1 of 12 assessed"));
    assert!(clear[2..].iter().all(|it| it.ends_with(": ? · 0 of 12 assessed")), "{clear:?}");
    let amber = lines(Marking::Amber, Language::Dutch);
    assert!(amber[0].ends_with(": 8 · 2 van 12 beoordeeld"), "{amber:?}");
}
