//! Behaviour that everybody expects of any window, by mouse and by keys.

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Language;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

fn small(language: Language) -> Window {
    let options = Options { language, ..Options::default() };
    Window::with(options, |_| {})
}

/// Turns the wheel over the middle of the widget with this name.
fn turn_wheel(window: &mut Window, over: &str, lines: f32, modifiers: Modifiers) {
    let at = window.harness.get_by_label(over).rect().center();
    window.harness.hover_at(at);
    window.settle();
    window.harness.event_modifiers(
        Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: Vec2::new(0.0, lines),
            phase: egui::TouchPhase::Move,
            modifiers,
            source: MouseWheelSource::Unknown,
        },
        modifiers,
    );
    window.settle();
}

#[test]
fn the_wheel_zooms_while_ctrl_is_held_and_scrolls_otherwise() {
    let mut window = Window::new();
    turn_wheel(&mut window, "Coalition matrix", 1.0, Modifiers::COMMAND);
    let zoom = window.harness.state().settings().zoom;
    assert!((zoom - 1.1).abs() < 0.001, "{zoom}");
    turn_wheel(&mut window, "Coalition matrix", -1.0, Modifiers::COMMAND);
    let zoom = window.harness.state().settings().zoom;
    assert!((zoom - 1.0).abs() < 0.001, "{zoom}");
    turn_wheel(&mut window, "Coalition matrix", -1.0, Modifiers::NONE);
    assert!((window.harness.state().settings().zoom - 1.0).abs() < 0.001);
}

#[test]
fn a_menu_longer_than_the_window_is_scrolled_and_leaves_the_bar_free() {
    let mut window = small(Language::English);
    window.click("View");
    let bar = window.harness.get_by_label("View").rect();
    let first = window.harness.get_by_role_and_label(Role::Button, "Calls").rect();
    assert!(first.top() >= bar.bottom(), "{first:?} covers {bar:?}");
    let last = |window: &Window| {
        window.harness.get_by_role_and_label(Role::MenuItemRadio, "Nederlands").rect()
    };
    assert!(last(&window).bottom() > 720.0, "it is longer than the window");
    let over = "Matrix under a scenario";
    turn_wheel(&mut window, over, -40.0, Modifiers::NONE);
    assert!(last(&window).bottom() < 720.0, "{:?}", last(&window));
    window.harness.get_by_role_and_label(Role::MenuItemRadio, "Nederlands").click();
    window.settle();
    assert!(window.shows("Coalitiematrix"));
}

#[test]
fn the_theme_and_the_language_in_force_are_ticked() {
    let mut window = Window::with(Options { dark: true, ..Options::default() }, |_| {});
    window.click("View");
    let ticked = |name: &str| {
        let item = window.harness.get_by_role_and_label(Role::MenuItemRadio, name);
        item.accesskit_node().toggled() == Some(Toggled::True)
    };
    assert!(ticked("Dark theme") && !ticked("Light theme"));
    assert!(ticked("English") && !ticked("Nederlands"));
}

#[test]
fn keys_are_written_with_their_sign() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Slash);
    assert!(window.shows("Ctrl+["), "the key for smaller rows");
    assert!(window.shows_part("Ctrl+Shift+]"));
    assert!(!window.shows_part("Bracket"));
}

#[test]
fn a_search_without_result_does_not_keep_the_list_short() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::K);
    let shown = |window: &Window| {
        let rows = window.harness.query_all_by_role(Role::Row).map(|row| row.rect());
        // Those that are drawn.
        rows.filter(|rect| rect.is_positive() && rect.bottom() < 720.0).count()
    };
    let before = shown(&window);
    assert!(before > 5, "{before}");
    window.type_text("qqqq");
    for _ in 0..4 {
        window.press(Key::Backspace);
    }
    let dialog = window.harness.get_by_label("Find a command").rect();
    let last = window.harness.query_all_by_role(Role::Row).last().map(|row| row.rect());
    assert_eq!(shown(&window), before, "{dialog:?} {last:?}");
}

#[test]
fn what_was_typed_in_a_chooser_is_forgotten_when_it_is_left() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let open = |window: &mut Window| {
        window.harness.get_by_role_and_label(Role::Button, "Source").click();
        window.settle();
    };
    open(&mut window);
    window.type_text("zzz");
    assert!(window.shows("New source “zzz”"), "it takes what is typed at once");
    window.press(Key::Escape);
    open(&mut window);
    assert!(!window.shows_part("zzz"));
}

#[test]
fn a_calendar_takes_a_typed_day_at_once_and_opens_anew() {
    let mut window = Window::new();
    window.click("As of 21 Nov 2026");
    window.type_text("1 Mar 2");
    window.press(Key::Escape);
    assert!(!window.shows_part("Back to today"));
    window.click("As of 21 Nov 2026");
    window.type_text("1 Mar 2024");
    window.press(Key::Enter);
    assert!(window.shows("As of 1 Mar 2024"));
}

#[test]
fn a_calendar_says_that_a_typed_day_cannot_be_read_and_lets_it_be_mended() {
    let mut window = Window::new();
    window.click("As of 21 Nov 2026");
    window.type_text("1 Marh 2024");
    let says = "This cannot be read as a day";
    assert!(!window.shows_part(says), "it is still being typed");
    window.press(Key::Enter);
    assert!(window.shows_part(says));
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("1 Mar 2024");
    assert!(!window.shows_part(says));
    window.press(Key::Enter);
    assert!(window.shows("As of 1 Mar 2024"));
}

#[test]
fn the_heads_of_a_calendar_stand_above_their_columns() {
    let mut window = Window::new();
    window.click("As of 21 Nov 2026");
    let head = window.harness.get_by_label("Sa").rect().center();
    let day = window.harness.get_by_role_and_label(Role::Button, "21 Nov 2026").rect().center();
    assert!((head.x - day.x).abs() <= 1.0, "{head:?} {day:?}");
}

#[test]
fn enter_confirms_what_a_dialog_is_about_and_escape_leaves_it() {
    let mut window = Window::new();
    let proposals = |window: &Window| window.document().snapshot().proposals.len();
    let before = proposals(&window);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27, ");
    let ask = |window: &mut Window| {
        window.click("Edit");
        window.click_first("Delete");
        assert!(window.shows("This can be undone."), "the question");
    };
    ask(&mut window);
    window.press(Key::Escape);
    assert_eq!(proposals(&window), before);
    ask(&mut window);
    let button = window.harness.get_by_role_and_label(Role::Button, "Delete");
    assert!(button.is_focused(), "it is seen which button Enter presses");
    window.press(Key::Enter);
    assert_eq!(proposals(&window), before - 1);
}

#[test]
fn enter_in_a_field_of_the_settings_saves_them() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Comma);
    window.harness.get_by_role_and_label(Role::TextInput, "Your name").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("B. Desk");
    window.press(Key::Enter);
    assert_eq!(window.document().author(), "B. Desk");
    assert!(!window.shows("Your name"), "the dialog is gone");
}

#[test]
fn the_width_to_which_the_inspector_was_drawn_is_kept_and_holds_with_nothing_selected() {
    let mut window = Window::new();
    let empty = "Select a cell, a row or a column to see what is known about it.";
    let left = |window: &Window| {
        window.harness.get_by_role_and_label(Role::Heading, "Canada on 73/27").rect().left()
    };
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let edge = left(&window) - 16.0;
    let from = egui::pos2(edge, 300.0);
    window.harness.drag_at(from);
    window.settle();
    for step in 1..=10 {
        window.harness.hover_at(from - egui::vec2(12.0 * step as f32, 0.0));
        window.harness.step();
    }
    window.harness.drop_at(from - egui::vec2(120.0, 0.0));
    window.settle();
    let drawn = left(&window);
    assert!((edge + 16.0 - drawn - 120.0).abs() < 4.0, "{edge} {drawn}");
    let kept = window.harness.state().settings().dividers["inspector"];
    assert!((kept - (1280.0 - drawn + 16.0)).abs() < 2.0, "{kept} {drawn}");
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!((left(&window) - drawn).abs() < 1.0);
    window.press(Key::Escape);
    window.click("Help");
    window.click("Guided tour");
    let words = window.harness.get_by_label(empty).rect();
    assert!((words.left() - drawn).abs() < 1.0, "{words:?} {drawn}");
}

#[test]
fn a_new_dossier_opens_at_its_top() {
    let mut window = Window::new();
    window.harness.hover_at(egui::pos2(600.0, 400.0));
    window.settle();
    turn_wheel(
        &mut window,
        "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018",
        -30.0,
        Modifiers::NONE,
    );
    assert!(!window.shows_part("Canada, A/RES/73/27"), "it is scrolled away");
    let path = window.beside("other.cbm");
    Document::create(&path, Template::UnVotes, "Another one").unwrap();
    window.choose("File", "Open…", &path);
    window.wait_for("Another one");
    assert!(window.shows_part("Canada, A/RES/73/27"));
}

#[test]
fn emoji_are_shown_in_a_field() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Words").focus();
    window.settle();
    // The test window fails at a letter that no font has.
    window.type_text("👍 👎 ⚠ 🤝 🕊");
    window.press(Key::Tab);
    assert_eq!(window.steps(), 1);
}

/// The rings that the tour draws around what it explains.
fn rings(window: &Window) -> Vec<egui::Rect> {
    let shapes = window.harness.output().shapes.iter();
    let ring = |shape: &egui::epaint::ClippedShape| match &shape.shape {
        egui::Shape::Rect(drawn) if drawn.stroke.width == 3.0 => Some(drawn.rect),
        _ => None,
    };
    shapes.filter_map(ring).collect()
}

#[test]
fn the_tour_points_at_what_it_explains_and_leads_back_to_where_one_was() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27, ");
    assert_eq!(rings(&window), []);
    window.click("Help");
    window.click("Guided tour");
    let cell = window
        .harness
        .get_by_label("Georgia, A/RES/73/27, objects, stated publicly, 5 Dec 2018")
        .rect();
    let around = |window: &Window| {
        let rings = rings(window);
        assert_eq!(rings.len(), 1, "{rings:?}");
        rings[0]
    };
    assert!(around(&window).contains_rect(cell), "the whole matrix");
    window.click("Next");
    assert!(around(&window).bottom() <= cell.top(), "the heads of the columns");
    window.click("Next");
    assert!(around(&window).right() <= cell.left(), "the camps, beside the cells");
    window.click("Next");
    assert!(around(&window).width() < 2.0 * cell.width(), "a cell");
    window.click("Next");
    assert!(around(&window).left() > cell.right(), "the inspector");
    window.press_with(Modifiers::COMMAND, Key::Num4);
    assert_eq!(rings(&window), [], "nothing on another screen is meant");
    window.click("Leave the tour");
    assert_eq!(rings(&window), []);
    assert!(window.shows("A/RES/73/27 · Open-ended working group"), "selected as before");
    assert!(window.shows("Add proposal"), "on the screen of before");
}

#[test]
fn a_field_says_that_words_read_from_right_to_left_stand_reversed() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let says = |window: &Window| window.shows_part("Arabic and Hebrew words stand in reverse");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Words").focus();
    window.settle();
    window.type_text("Egypt: مصر");
    assert!(!says(&window), "a single word is drawn rightly");
    window.type_text(" ستدعم أيضا");
    assert!(says(&window));
}

#[test]
fn the_past_shows_no_complaint_about_what_was_typed_today() {
    let mut window = Window::new();
    let canada = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";
    window.click(canada);
    window.type_text("+");
    window.harness.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("soon");
    window.press(Key::Enter);
    assert!(window.shows_part("this cannot be read as a date"));
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click_first("Set stance");
    assert!(window.shows("Back to now"));
    window.click_first("Canada, A/RES/73/27, supports");
    assert!(!window.shows_part("this cannot be read as a date"));
}

#[test]
fn an_adopted_proposal_that_fails_by_consensus_says_how_that_can_be() {
    let mut window = Window::new();
    window.click_first("A/RES/73/27, Open-ended working group, Consensus: fails");
    assert!(window.shows_part("It was adopted all the same, as its status says"));
}

#[test]
fn all_eight_obstacles_are_in_view_with_their_names_in_dutch_too() {
    let mut window = small(Language::Dutch);
    window.press_with(Modifiers::COMMAND, Key::Num5);
    let heads = window.harness.query_all_by_role(Role::ColumnHeader).map(|head| head.rect());
    let heads: Vec<_> = heads.collect();
    assert_eq!(heads.len(), 8);
    assert!(heads.iter().all(|head| head.right() < 1280.0 - 336.0), "{heads:?}");
    // The second has the longest name.
    assert!(heads[1].width() > heads[4].width(), "{heads:?}");
}

#[test]
fn the_file_menu_fits_the_smallest_common_screen() {
    let mut window = small(Language::English);
    window.click("File");
    let last = window.harness.get_by_role_and_label(Role::Button, "Quit").rect();
    assert!(last.bottom() < 720.0, "{last:?}");
}
