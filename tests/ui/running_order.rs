//! The running order of a room: prepared, moved and undone.

use cbm_workbench::model::SlideKind;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;

#[test]
fn the_running_order_is_prepared_reordered_and_undone() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Prepare an order");
    let count = window.document().snapshot().slides.len();
    assert!(count > 10);
    window.click("Move down: Title card");
    let first = |window: &Window| {
        let snapshot = window.document().snapshot();
        let slides = snapshot.slides.iter();
        slides.min_by_key(|slide| (slide.rank, slide.id)).unwrap().kind
    };
    assert_eq!(first(&window), SlideKind::Summary);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(first(&window), SlideKind::Title);
    // By keys the slide that is moved keeps the focus.
    window.harness.get_by_role_and_label(Role::Row, "Title card").focus();
    window.settle();
    for _ in 0..2 {
        window.press_with(Modifiers::ALT, Key::ArrowDown);
    }
    let place = |window: &Window| {
        let slides = window.document().snapshot().slides.iter();
        let mut slides: Vec<_> = slides.map(|it| (it.rank, it.id, it.kind)).collect();
        slides.sort_by_key(|it| (it.0, it.1));
        slides.iter().position(|it| it.2 == SlideKind::Title)
    };
    assert_eq!(place(&window), Some(2));
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(place(&window), Some(1));
    window.click("Remove: Title card");
    assert_eq!(window.document().snapshot().slides.len(), count - 1);
}
