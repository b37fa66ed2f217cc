//! Text written in front of a room is marked as its wall is, and somebody looking on or pressing a
//! shortcut on the wall changes nothing.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{
    Assessment, Brief, Marking, Obstacle, Parked, Severity, Slide, SlideKind,
};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};
use crate::meeting::{CODE, meeting};
use crate::room::words;

/// A meeting under CLEAR in which the user's own brief, RED, was released by name.
fn with_a_brief_released(prepare: impl FnOnce(&mut cbm_workbench::document::Document)) -> Window {
    let mut window = meeting(|document| {
        prepare(document);
        let mut brief = Brief::new(document.snapshot().proposal_by_code(CODE).unwrap().id);
        brief.red_line = "No new treaty".to_owned();
        document.apply(&Edit::add(brief, "")).unwrap();
    });
    window.click("Release by name…");
    window.click_first("Own brief ·");
    window.click_first("Show to the room");
    window.click("Close");
    assert!(window.shows("Room open · TLP:RED"));
    window
}

fn write(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, field).focus();
    window.settle();
    window.type_text(text);
    window.press(Key::Tab);
}

fn choose(window: &mut Window, slide: &str) {
    window.harness.get_by_role_and_label(Role::Row, slide).click();
    window.settle();
}

fn card(marking: Marking, title: &str) -> Slide {
    let mut slide = Slide::new(SlideKind::Title, 0);
    (slide.marking, slide.title) = (Some(marking), title.to_owned());
    slide
}

#[test]
fn a_point_parked_beside_something_released_is_marked_like_it() {
    let mut window = with_a_brief_released(|_| {});
    window.type_text("p");
    window.type_text("Their red line");
    window.press(Key::Enter);
    let snapshot = window.document().snapshot();
    let point = snapshot.parked.iter().next().unwrap();
    assert_eq!(point.marking, Some(Marking::Red));
    assert!(words(&window).contains("Their red line"), "this room goes on seeing it");
    // The wall has this marking for as long as the point may be seen.
    window.click_first("Released: A/RES/73/27");
    assert!(window.shows("Room open · TLP:RED"));
    window.click_first("Released: Their red line");
    assert!(window.shows("Room open · TLP:CLEAR") && !words(&window).contains("Their red line"));
}

#[test]
fn words_on_a_slide_are_marked_as_the_wall_they_are_written_for() {
    let add = |document: &mut cbm_workbench::document::Document| {
        document.apply(&Edit::add(card(Marking::Clear, "Welcome"), "")).unwrap();
    };
    // Under a ceiling of its own.
    let mut window = Window::with(Options::default(), add);
    window.press(Key::F5);
    window.settle();
    window.click("TLP:GREEN");
    window.click("Everybody in the room may see TLP:GREEN");
    window.click("Open");
    choose(&mut window, "Welcome");
    write(&mut window, "Title", " to what was said");
    let marking = |window: &Window| window.document().snapshot().slides.iter().next()?.marking;
    assert_eq!(marking(&window), Some(Marking::Green));
    // Next to something that was released.
    let mut window = with_a_brief_released(|document| {
        add(document);
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let mut slide = Slide::new(SlideKind::Proposal, 1);
        slide.proposal = Some(proposal);
        document.apply(&Edit::add(slide, "")).unwrap();
    });
    choose(&mut window, "Welcome");
    write(&mut window, "Title", " to what was said");
    assert_eq!(marking(&window), Some(Marking::Red));
    assert!(
        words(&window).contains("The wall follows you"),
        "the slide stays where it was written"
    );
    assert!(window.shows("Room open · TLP:RED"));
}

#[test]
fn words_on_a_withheld_slide_do_not_release_it() {
    let mut window = with_a_brief_released(|document| {
        for slide in [card(Marking::Clear, "Welcome"), card(Marking::Red, "Fallback")] {
            document.apply(&Edit::add(slide, "")).unwrap();
        }
        let mut slide = Slide::new(SlideKind::Proposal, 1);
        slide.proposal = Some(document.snapshot().proposal_by_code(CODE).unwrap().id);
        document.apply(&Edit::add(slide, "")).unwrap();
    });
    choose(&mut window, "Title card · withheld");
    write(&mut window, "Title", " on the verb");
    let titles: Vec<_> =
        window.document().snapshot().slides.iter().map(|slide| slide.title.clone()).collect();
    assert!(titles.iter().any(|title| title == "Fallback on the verb"), "{titles:?}");
    assert!(!words(&window).contains("Released: Fallback"));
    assert!(window.shows("Title card · withheld"));
}

#[test]
fn a_shortcut_with_the_letter_that_some_systems_send_along_moves_nothing_on_the_wall() {
    let mut window = meeting(|_| {});
    let held = Modifiers::CTRL | Modifiers::ALT;
    for (key, letter) in [(Key::F, "f"), (Key::T, "t"), (Key::B, "b")] {
        let before = words(&window);
        // In one frame, as they come.
        let (physical_key, repeat) = (None, false);
        let pressed = Event::Key { key, physical_key, pressed: true, repeat, modifiers: held };
        window.harness.input_mut().events.extend([pressed, Event::Text(letter.to_owned())]);
        window.settle();
        assert_eq!(words(&window), before, "Ctrl+Alt+{letter}");
        // Without the shortcut the same letter does something.
        window.type_text(letter);
        assert_ne!(words(&window), before, "{letter}");
        window = meeting(|_| {});
    }
}

#[test]
fn no_window_closes_by_a_shortcut_that_is_not_one() {
    // Shortcuts that egui would handle in any window, including the wall's, where nobody would be
    // asked.
    let mut window = meeting(|_| {});
    let closes = |window: &mut Window, modifiers: Modifiers| {
        let (key, physical_key, pressed, repeat) = (Key::Q, None, true, false);
        let events = &mut window.harness.input_mut().events;
        for pressed in [pressed, false] {
            events.push(Event::Key { key, physical_key, pressed, repeat, modifiers });
        }
        let mut closes = false;
        for _ in 0..3 {
            window.harness.step();
            let output = &window.harness.output().viewport_output;
            let root = output.get(&ViewportId::ROOT);
            closes |= root.is_some_and(|it| it.commands.contains(&ViewportCommand::Close));
        }
        closes
    };
    let held = Modifiers::CTRL | Modifiers::COMMAND;
    assert!(!closes(&mut window, held | Modifiers::ALT));
    assert!(!closes(&mut window, held | Modifiers::SHIFT));
    assert!(window.harness.ctx.options(|options| options.quit_shortcuts.is_empty()));
    assert!(closes(&mut window, held), "the one that is");
}

#[test]
fn an_assessment_is_released_by_its_obstacle_too() {
    let mut window = meeting(|document| {
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        for (obstacle, severity) in [(Obstacle::Mistrust, 3), (Obstacle::Proxies, 1)] {
            let severity = Severity::new(severity);
            let mut judged = Assessment::new(proposal, obstacle, severity, clock().today());
            judged.marking = Some(Marking::Amber);
            document.apply(&Edit::add(judged, "")).unwrap();
        }
    });
    window.click("Release by name…");
    let rows = words(&window);
    for row in ["21 Nov 2026 · Mistrust: 3, serious", "21 Nov 2026 · Proxies: 1, "] {
        assert!(rows.contains(&format!("Assessment · A/RES/73/27, {row}")), "{rows}");
    }
}

#[test]
fn looking_back_is_not_called_a_dossier_that_can_only_be_read() {
    let mut window = meeting(|document| {
        document.apply(&Edit::add(Parked::new("Then", clock().now()), "then")).unwrap();
    });
    window.harness.get_by_role_and_label(Role::Tab, "History").click();
    window.settle();
    window.click_first("(then)");
    assert!(!words(&window).contains(", by ,"), "{}", words(&window));
    window.harness.get_by_role_and_label(Role::Tab, "Room").click();
    window.settle();
    let said = words(&window);
    assert!(said.contains("Go back to now first") && !said.contains("can only be read here"));
}
