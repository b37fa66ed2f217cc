//! Pictures of the screens, light and dark, small and large.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test ui pictures` redraws them; look at each one
//! before you accept it.

use cbm_workbench::document::{Document, Edit, NewStance, StepName, assess_edit, stance_edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Keyed, Language, Obstacle, Severity, Stance};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const SMALL: Vec2 = Vec2::new(1280.0, 720.0);
const LARGE: Vec2 = Vec2::new(1920.0, 1080.0);

fn window(size: Vec2, dark: bool) -> Window {
    Window::with(Options { size, dark, ..Options::default() }, prepare)
}

/// A few entries and assessments, so that the pictures show what users create.
fn prepare(document: &mut Document) {
    let snapshot = document.snapshot();
    let brazil = snapshot.party_by_code("BRA").unwrap().id;
    let proposal = snapshot.proposal_by_code("A/RES/74/247").unwrap().id;
    let new = NewStance { proposal, by: brazil.into(), stance: Some(Stance::Reserve) };
    let day = "2026-11-20".parse().unwrap();
    let detail = "Brazil · A/RES/74/247";
    let edit = stance_edit(snapshot, StepName::SetStance, detail, &[new], day, "A. Desk").unwrap();
    document.apply(&edit).unwrap();
    for (place, proposal) in
        ["A/RES/73/27", "A/RES/73/266", "A/RES/74/247", "A/RES/77/37"].iter().enumerate()
    {
        for (number, obstacle) in Obstacle::ALL.iter().enumerate() {
            let severity = Severity::new(u8::try_from((place * 3 + number * 2) % 5).unwrap());
            let id = document.snapshot().proposal_by_code(proposal).unwrap().id;
            let edit = assess_edit(
                document.snapshot(),
                *proposal,
                id,
                *obstacle,
                severity,
                day,
                "A. Desk",
            );
            document.apply(&edit.unwrap()).unwrap();
        }
    }
}

fn take(results: &mut SnapshotResults, window: &mut Window, name: &str) {
    // Without a pointer nothing is hovered.
    window.harness.remove_cursor();
    window.settle();
    results.add(window.harness.try_snapshot(name));
}

#[test]
fn matrix() {
    let mut results = SnapshotResults::new();
    for (size, dark, name) in [
        (SMALL, false, "matrix_light"),
        (SMALL, true, "matrix_dark"),
        (LARGE, false, "matrix_large_light"),
        (LARGE, true, "matrix_large_dark"),
    ] {
        let mut window = window(size, dark);
        window.click_first("Canada, A/RES/73/27");
        take(&mut results, &mut window, name);
    }
}

#[test]
fn matrix_transposed() {
    let mut results = SnapshotResults::new();
    let mut window = window(SMALL, false);
    window.press_with(Modifiers::COMMAND, Key::T);
    take(&mut results, &mut window, "matrix_transposed");
}

#[test]
fn matrix_with_long_names() {
    let mut results = SnapshotResults::new();
    let mut window = Window::with(Options { dark: true, ..Options::default() }, |document| {
        let party = document.snapshot().party_by_code("CAN").unwrap().clone();
        let name = "The Government of the United and Indivisible Commonwealth of Canada (Կանադա)";
        let long = cbm_workbench::model::Party { name: Bilingual::new(name, ""), ..party };
        document.apply(&Edit::change(long, "")).unwrap();
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        let title = "Развития в сфере информатизации и телекоммуникаций в контексте безопасности";
        let long = cbm_workbench::model::Proposal { title: Bilingual::new(title, ""), ..proposal };
        document.apply(&Edit::change(long, "")).unwrap();
    });
    window.click_first("The Government of the United and Indivisible Commonwealth");
    take(&mut results, &mut window, "matrix_long_names");
}

#[test]
fn inspector() {
    let mut results = SnapshotResults::new();
    for (size, name, what) in [
        (LARGE, "inspector_cell", "Canada, A/RES/73/27, "),
        (LARGE, "inspector_party", "Canada, Multistakeholder, "),
        (LARGE, "inspector_proposal", "A/RES/74/247, Cybercrime convention, "),
    ] {
        let mut window = window(size, false);
        window.click_first(what);
        take(&mut results, &mut window, name);
    }
}

#[test]
fn lists() {
    let mut results = SnapshotResults::new();
    for (key, name) in [
        (Key::Num2, "proposals"),
        (Key::Num3, "parties"),
        (Key::Num4, "groups"),
        (Key::Num6, "roll_calls"),
        (Key::Num7, "sources"),
        (Key::Num8, "library"),
    ] {
        let mut window = window(SMALL, false);
        window.press_with(Modifiers::COMMAND, key);
        take(&mut results, &mut window, name);
    }
}

#[test]
fn obstacles() {
    let mut results = SnapshotResults::new();
    for (dark, name) in [(false, "obstacles_light"), (true, "obstacles_dark")] {
        let mut window = window(SMALL, dark);
        window.press_with(Modifiers::COMMAND, Key::Num5);
        window.click_first("A/RES/73/266, use of proxies");
        take(&mut results, &mut window, name);
    }
}

#[test]
fn history() {
    let mut results = SnapshotResults::new();
    let mut window = window(SMALL, true);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    // The time of day depends on the machine's time zone.
    let times: Vec<_> =
        window.harness.get_all_by_label_contains("21 Nov 2026, ").map(|cell| cell.rect()).collect();
    times.into_iter().for_each(|rect| window.harness.mask(rect));
    take(&mut results, &mut window, "history");
}

#[test]
fn empty() {
    let mut results = SnapshotResults::new();
    let options = Options { template: Some(Template::Empty), ..Options::default() };
    let mut window = Window::with(options, |_| {});
    take(&mut results, &mut window, "empty_matrix");
    window.press_with(Modifiers::COMMAND, Key::Num2);
    take(&mut results, &mut window, "empty_proposals");
}

#[test]
fn start() {
    let mut results = SnapshotResults::new();
    for (dark, name) in [(false, "start_light"), (true, "start_dark")] {
        let options = Options { template: None, dark, ..Options::default() };
        let mut window = Window::with(options, |_| {});
        take(&mut results, &mut window, name);
    }
}

#[test]
fn read_only() {
    let mut results = SnapshotResults::new();
    let options = Options { read_only: true, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    take(&mut results, &mut window, "read_only");
}

#[test]
fn dutch() {
    let mut results = SnapshotResults::new();
    let options = Options { language: Language::Dutch, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    window.click_first("Canada, A/RES/73/27");
    take(&mut results, &mut window, "matrix_dutch");
}

#[test]
fn dialogs() {
    let mut results = SnapshotResults::new();
    let mut window = window(SMALL, false);
    window.press_with(Modifiers::COMMAND, Key::Comma);
    take(&mut results, &mut window, "dialog_settings");
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::N);
    take(&mut results, &mut window, "dialog_new");
    window.press(Key::Escape);
    window.click_first("Canada, Multistakeholder");
    window.press_with(Modifiers::COMMAND, Key::Delete);
    take(&mut results, &mut window, "dialog_delete");
}

/// A window on this screen, with some of everything.
fn work(size: Vec2, dark: bool, modifiers: Modifiers, key: Key) -> Window {
    let options = Options { size, dark, ..Options::default() };
    let mut window = Window::with(options, crate::work::fill);
    window.press_with(modifiers, key);
    window
}

#[test]
fn evidence_and_obstacles() {
    let mut results = SnapshotResults::new();
    let (command, shift) = (Modifiers::COMMAND, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    let mut matrix = work(LARGE, false, command, Key::Num1);
    matrix.click("Hungary, A/RES/74/29, has reservations, EU has reservations");
    take(&mut results, &mut matrix, "inherited");
    let mut heat = work(LARGE, false, command, Key::Num5);
    heat.click_first("A/RES/74/29, no agreed terminology");
    take(&mut results, &mut heat, "hindrance");
    let mut proposal = work(LARGE, true, command, Key::Num2);
    proposal.click_first("A/RES/74/29, ");
    take(&mut results, &mut proposal, "proposal_at_work");
    proposal.click("Own brief");
    take(&mut results, &mut proposal, "brief");
    for (key, name) in [(Key::M, "remedies"), (Key::E, "engagement"), (Key::D, "calendar")] {
        take(&mut results, &mut work(SMALL, false, shift, key), name);
    }
    let mut changes = work(SMALL, false, command, Key::Num9);
    changes.click("What changed");
    take(&mut results, &mut changes, "changes");
    let mut engagement = work(LARGE, true, shift, Key::E);
    engagement.click_first("Brazil, Visit");
    take(&mut results, &mut engagement, "engagement_large_dark");
    let mut library = work(SMALL, false, command, Key::Num8);
    library.click("Initiatives");
    take(&mut results, &mut library, "initiatives");
    library.click("Contested terms");
    take(&mut results, &mut library, "terms");
}
