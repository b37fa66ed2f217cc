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
    // A slide moved with keys keeps the focus.
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

/// The kinds of the slides, in their order.
fn kinds(window: &Window) -> Vec<SlideKind> {
    let mut slides: Vec<_> = window.document().snapshot().slides.iter().collect();
    slides.sort_by_key(|it| (it.rank, it.id));
    slides.into_iter().map(|it| it.kind).collect()
}

#[test]
fn a_slide_is_dragged_to_its_place_or_clicked_and_moved_by_keys() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Prepare an order");
    let before = kinds(&window);
    let at = |window: &Window, name: &str| {
        window.harness.get_by_role_and_label(Role::Row, name).rect().center()
    };
    let (title, third) = (at(&window, "Title card"), at(&window, "Coalition matrix"));
    window.harness.drag_at(title);
    for step in 1..=4 {
        window.harness.hover_at(title.lerp(third, step as f32 / 4.0));
        window.harness.step();
    }
    window.harness.drop_at(third);
    window.settle();
    let mut expected = before.clone();
    let moved = expected.remove(0);
    expected.insert(2, moved);
    assert_eq!(kinds(&window), expected);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(kinds(&window), before, "it is one step");
    // One click selects the slide that keys act on.
    window.harness.get_by_role_and_label(Role::Row, "Title card").click();
    window.settle();
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(kinds(&window), expected);
    // With a room open too: the other keys stay with the wall.
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.harness.get_by_role_and_label(Role::Row, "Title card").click();
    window.settle();
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(kinds(&window), before);
    window.type_text("b");
    assert!(window.shows("The wall is blank"));
}

#[test]
fn a_dragged_slide_is_the_chosen_one_and_delete_removes_it_with_a_way_back() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Prepare an order");
    let at = |window: &Window, name: &str| {
        window.harness.get_by_role_and_label(Role::Row, name).rect().center()
    };
    window.harness.get_by_role_and_label(Role::Row, "Title card").click();
    window.settle();
    window.drag(at(&window, "The three camps"), at(&window, "Coalition matrix"));
    let before = kinds(&window);
    assert_eq!(before[2], SlideKind::Summary);
    window.press(Key::Delete);
    let mut expected = before.clone();
    expected.remove(2);
    assert_eq!(kinds(&window), expected);
    assert!(window.shows_part("Deleted: The three camps"));
    window.press(Key::Delete);
    assert_eq!(kinds(&window), expected, "none is chosen any more");
    window.click("Undo this");
    assert_eq!(kinds(&window), before);
    // The same for a row reached with Tab.
    window.tab_to("Title card");
    window.press(Key::Delete);
    assert_eq!(kinds(&window), before[1..]);
}

#[test]
fn the_matrix_of_the_members_of_a_group_is_a_slide() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Prepare an order");
    window.click("Add a slide");
    window.harness.get_by_role_and_label(Role::Button, "Coalition matrix").click();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, "Group").click();
    window.settle();
    let name = window.document().snapshot().groups.iter().find(|it| it.code == "EU").unwrap();
    let (id, name) = (name.id, name.name.en.clone());
    window.harness.get_by_role_and_label(Role::Button, &name).scroll_to_me();
    window.settle();
    window.harness.get_by_role_and_label(Role::Button, &name).click();
    window.settle();
    let slides = window.document().snapshot().slides.iter();
    let slide = slides.max_by_key(|it| it.rank).unwrap();
    assert_eq!((slide.kind, slide.group), (SlideKind::Matrix, Some(id)));
    assert!(window.shows_part(&format!("Coalition matrix · {name}")));
}
