//! Accessibility: every control has a name and is large enough, at every zoom and with the keyboard
//! alone.

use cbm_workbench::command::Screen;
use cbm_workbench::document::{Edit, StepName, assess_edit};
use cbm_workbench::model::{Brief, Comment, Keyed, Language, Obstacle, Remedy, Severity, Stance};
use cbm_workbench::text::Text;
use egui::accesskit::Role as Kind;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window, clock};

/// Controls that can be pressed, typed in or chosen.
fn is_control(role: Kind) -> bool {
    matches!(
        role,
        Kind::Button
            | Kind::CheckBox
            | Kind::RadioButton
            | Kind::ComboBox
            | Kind::Link
            | Kind::Tab
            | Kind::TextInput
            | Kind::MultilineTextInput
            | Kind::PasswordInput
            | Kind::SpinButton
            | Kind::Row
            | Kind::GridCell
    )
}

/// Controls that have no name or are too small to hit.
pub(crate) fn faults(window: &Window) -> Vec<String> {
    let mut faults = Vec::new();
    for node in window.harness.root().children_recursive() {
        let shown = node.accesskit_node();
        if !is_control(shown.role()) || shown.is_hidden() {
            continue;
        }
        let label = shown.label().unwrap_or_default();
        if label.trim().is_empty() {
            faults.push(format!("{:?} without a name", shown.role()));
        }
        let rect = node.rect();
        let small = rect.height() < 23.5 && rect.height() > 0.0;
        // Links are part of text, and the height of rows follows from the matrix.
        if small && matches!(shown.role(), Kind::Button | Kind::Tab | Kind::ComboBox) {
            faults.push(format!("{label} is {:.0} high", rect.height()));
        }
    }
    faults
}

/// A dossier with something on every screen.
pub(crate) fn full(options: Options) -> Window {
    Window::with(options, |document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let today = clock().today();
        let mut edit = Edit::new(StepName::Assess, "");
        edit = edit.put(Brief::new(proposal));
        edit = edit.put(Remedy::new(proposal, Obstacle::Proxies, "A remedy"));
        edit = edit.put(Comment::new(proposal.into(), "A remark", "A. Desk", clock().now()));
        document.apply(&edit).unwrap();
        let severity = Severity::new(3);
        let assessed = assess_edit(
            document.snapshot(),
            "",
            proposal,
            Obstacle::Proxies,
            severity,
            today,
            "A. Desk",
        );
        document.apply(&assessed.unwrap()).unwrap();
    })
}

#[test]
fn every_control_of_every_screen_has_a_name_and_is_large_enough() {
    for language in Language::ALL {
        let mut window = full(Options { language: *language, ..Options::default() });
        let text = Text::new(*language);
        for screen in Screen::ALL {
            window.press_with(Modifiers::COMMAND, Key::K);
            window.type_text(text.label(*screen));
            window.press(Key::Enter);
            let found = faults(&window);
            assert!(found.is_empty(), "{screen:?} in {language:?}: {found:?}");
        }
        for shortcut in [Key::K, Key::N, Key::Comma, Key::Slash] {
            window.press_with(Modifiers::COMMAND, shortcut);
            let found = faults(&window);
            assert!(found.is_empty(), "{shortcut:?} in {language:?}: {found:?}");
            window.press(Key::Escape);
        }
    }
}

#[test]
fn every_inspector_names_its_controls() {
    let mut window = full(Options::default());
    for (screen, row) in [
        (Key::Num2, "A/RES/73/27"),
        (Key::Num3, "Afghanistan"),
        (Key::Num4, "ASEAN"),
        (Key::Num6, "A/RES/73/27"),
        (Key::Num7, "A/RES/73/27"),
    ] {
        window.press_with(Modifiers::COMMAND, screen);
        window.click_first(row);
        let found = faults(&window);
        assert!(found.is_empty(), "{row}: {found:?}");
    }
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press(Key::ArrowDown);
    assert!(faults(&window).is_empty());
}

#[test]
fn at_three_times_the_size_every_screen_can_still_be_used() {
    let size = egui::vec2(1920.0, 1080.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
    for _ in 0..12 {
        window.press_with(Modifiers::COMMAND, Key::Plus);
    }
    for screen in Screen::ALL {
        window.press_with(Modifiers::COMMAND, Key::K);
        window.type_text(Text::new(Language::English).label(*screen));
        window.press(Key::Enter);
        assert!(window.harness.query_all_by_role(egui::Role::Tab).count() > 10, "{screen:?}");
    }
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.harness.snapshot("matrix_300_percent");
}

#[test]
fn a_screen_reader_reads_everything_known_about_a_cell() {
    let mut window = Window::new();
    window.press(Key::ArrowDown);
    window.type_text("nether");

    assert!(window.shows("Netherlands, A/RES/73/27, objects, stated publicly, 5 Dec 2018"));
}

#[test]
fn from_first_start_to_a_search_hit_in_dutch_with_the_keyboard_alone() {
    let dutch = Options { template: None, language: Language::Dutch, ..Options::default() };
    let mut window = Window::with(dutch, |_| {});
    let path = window.beside("dossier.cbm");
    // A new, empty dossier.
    window.press_with(Modifiers::COMMAND, Key::N);
    window.tab_to("Leeg dossier");
    window.press(Key::Enter);
    window.wait_for("Pad van het bestand");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(&path.display().to_string());
    window.press(Key::Enter);
    window.wait_for("Coalitiematrix");
    // A party and a proposal.
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    window.type_text("Nederland");
    window.press(Key::Tab);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    window.type_text("Contactpunten");
    window.press(Key::Tab);
    let proposal = window.document().snapshot().proposals.iter().next().cloned().unwrap();
    assert_eq!(proposal.title.nl, "Contactpunten");
    // A stance.
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press(Key::ArrowDown);
    window.type_text("+");
    let snapshot = window.document().snapshot();
    let party = snapshot.parties.iter().next().unwrap();
    assert_eq!(party.name.nl, "Nederland");
    assert_eq!(window.stance(&party.code, &proposal.code), Some(Stance::Support));
    // An assessed obstacle.
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.press(Key::ArrowRight);
    window.type_text("3");
    assert_eq!(window.document().snapshot().assessments.len(), 1);
    // A remedy.
    window.press(Key::Enter);
    window.tab_to("Remedie toevoegen");
    window.press(Key::Enter);
    assert_eq!(window.document().snapshot().remedies.len(), 1);
    window.type_text("Gedeelde woordenlijst");
    window.press(Key::Tab);
    let remedy = window.document().snapshot().remedies.iter().next().cloned().unwrap();
    assert_eq!(remedy.title, "Gedeelde woordenlijst");
    // Full-text search.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    window.type_text("woordenlijst");
    window.wait_for("Gedeelde");
    window.press(Key::Enter);
    assert!(window.shows("Remedies"));
}

#[test]
fn f6_goes_round_the_parts_of_the_window_and_the_navigation_is_one_of_them() {
    let focused = |window: &Window| {
        let mut all = window.harness.query_all_by(|node| node.is_focused());
        let node = all.next()?;
        let node = node.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default()))
    };
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.press(Key::F6);
    let beside = focused(&window).expect("the inspector");
    assert_eq!(beside, (Kind::RadioButton, "Actively champions".to_owned()), "its first control");
    window.press(Key::F6);
    assert_eq!(focused(&window), Some((Kind::Tab, "Matrix".to_owned())));
    // Tab passes by the other screens; the arrows go to them.
    window.press(Key::Tab);
    assert!(focused(&window).is_some_and(|(role, _)| role != Kind::Tab));
    window.press_with(Modifiers::SHIFT, Key::F6);
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&window), Some((Kind::Tab, "Matrix".to_owned())));
    window.press(Key::ArrowDown);
    assert_eq!(focused(&window), Some((Kind::Tab, "Calls".to_owned())));
    assert!(window.shows("Answer"), "that screen is shown");
    window.press(Key::ArrowUp);
    window.press(Key::ArrowUp);
    assert_eq!(focused(&window), Some((Kind::Tab, "Matrix".to_owned())), "the first one");
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&window), Some(beside));
    window.press_with(Modifiers::SHIFT, Key::F6);
    window.type_text("+");
    assert_eq!(
        window.stance("CAN", "A/RES/73/27"),
        Some(Stance::Support),
        "its cursor has the keys"
    );
}

#[test]
fn f6_arrives_beside_a_list_too_even_where_there_are_only_words() {
    let focused = |window: &Window| {
        let mut all = window.harness.query_all_by(|node| node.is_focused());
        let node = all.next()?;
        // Mere words are told as a value.
        node.accesskit_node().label().or_else(|| node.accesskit_node().value())
    };
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num7);
    let words = "Select a cell, a row or a column to see what is known about it.";
    assert!(window.shows(words));
    window.press(Key::F6);
    assert_eq!(focused(&window).as_deref(), Some(words));
    window.press(Key::F6);
    assert_eq!(focused(&window).as_deref(), Some("Sources"), "the navigation");
    window.press(Key::F6);
    window.press(Key::ArrowDown);
    window.press(Key::F6);
    assert_eq!(focused(&window).as_deref(), Some("Symbol"), "the first field of the source");
}
