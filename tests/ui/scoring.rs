//! Obstacles scored in front of a room: what the room may not see is said, and one key marks it.

use cbm_workbench::model::{Assessment, Marking, Obstacle};
use egui::{Key, Modifiers};

use crate::common::Window;
use crate::meeting::meeting;

const CELL: &str = "A/RES/73/27, no agreed terminology";

/// The marking of what was scored, if anything was.
fn marking(window: &Window) -> Option<Option<Marking>> {
    let document = window.document();
    let snapshot = document.snapshot();
    let about = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let is_it = |it: &&Assessment| it.proposal == about && it.obstacle == Obstacle::Terminology;
    snapshot.assessments.iter().find(is_it).map(|it| it.marking)
}

/// How many assessments the wall may show.
fn on_the_wall(window: &Window) -> Option<usize> {
    let wall = window.harness.state().room().unwrap().wall(0.0)?;
    Some(wall.seen.snapshot.assessments.len())
}

#[test]
fn what_is_scored_live_is_marked_for_the_room_by_one_key_and_shown_after_a_question() {
    let mut window = meeting(|_| {});
    assert!(marking(&window).is_none() && on_the_wall(&window) == Some(0));
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click_first(CELL);
    window.type_text("m");
    assert!(window.shows_part("has not been assessed yet"));
    window.type_text("3");
    assert!(window.shows_part("not on the wall") && window.shows_part("M marks it TLP:CLEAR"));
    assert!(marking(&window) == Some(None) && on_the_wall(&window) == Some(0));
    window.type_text("m");
    assert!(window.shows("Show this on the wall?") && on_the_wall(&window).is_none());
    window.click("Show to the room");
    assert!(marking(&window) == Some(Some(Marking::Clear)) && on_the_wall(&window) == Some(1));
    // Scored again, it goes on the wall at once.
    window.click_first(CELL);
    let steps = window.steps();
    window.type_text("m");
    assert!(window.shows_part("the room may see this already") && window.steps() == steps);
    window.type_text("4");
    assert!(!window.shows_part("not on the wall"));
}

#[test]
fn without_a_room_the_key_says_that_there_is_none() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click_first(CELL);
    window.type_text("2");
    window.type_text("m");
    assert!(window.shows_part("No room is open") && marking(&window) == Some(None));
}

#[test]
fn the_key_marks_nothing_that_was_written_about_before() {
    let mut window = meeting(|document| {
        let snapshot = document.snapshot();
        let about = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let today = crate::common::clock().today();
        let severity = cbm_workbench::model::Severity::new(2);
        let mut scored = Assessment::new(about, Obstacle::Terminology, severity, today);
        scored.rationale = "As one capital says".to_owned();
        document.apply(&cbm_workbench::document::Edit::add(scored, "")).unwrap();
    });
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click_first("A/RES/73/27, no agreed terminology");
    let steps = window.steps();
    window.type_text("m");
    assert!(window.shows_part("M marks only what was scored today") && window.steps() == steps);
    window.type_text("4");
    assert!(window.shows_part("not on the wall") && !window.shows_part("M marks it"));
    assert!(marking(&window) == Some(None) && on_the_wall(&window) == Some(0));
}
