//! Keys typed before the thing they are meant for appears.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

fn key(modifiers: Modifiers, key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// The events a keyboard sends for these letters.
fn letters(typed: &str) -> Vec<Event> {
    let mut events = Vec::new();
    for c in typed.chars() {
        let name = if c == ' ' { "Space".to_owned() } else { c.to_uppercase().to_string() };
        events.extend(Key::from_name(&name).map(|it| key(Modifiers::NONE, it)));
        events.push(Event::Text(c.to_string()));
    }
    events
}

/// The same events, with each key released once it has typed.
fn released(events: Vec<Event>) -> Vec<Event> {
    let mut all = Vec::new();
    let mut down = None;
    for event in events {
        if matches!(event, Event::Key { .. }) {
            all.extend(down.take());
        }
        if let Event::Key { key, physical_key, repeat, modifiers, .. } = event {
            down = Some(Event::Key { key, physical_key, pressed: false, repeat, modifiers });
        }
        all.push(event);
    }
    all.extend(down);
    all
}

/// Sends the events: all before the next frame as on a slow machine, or one per frame as on a fast
/// one.
fn send(window: &mut Window, events: Vec<Event>, at_once: bool) {
    let events = released(events);
    if at_once {
        window.harness.input_mut().events.extend(events);
        window.harness.step();
    } else {
        for event in events {
            window.harness.input_mut().events.push(event);
            window.harness.step();
        }
    }
    for _ in 0..3 {
        window.settle();
    }
}

fn on_a_proposal() -> Window {
    let mut window = Window::new();
    window.press(Key::F5);
    window.settle();
    window.press(Key::Enter);
    window.click_first("A/RES/73/27 Open-ended");
    window
}

/// Asserts that no key was taken for a command of the room.
fn untouched(window: &Window) {
    assert!(window.document().snapshot().polls.is_empty(), "a stance was counted");
    assert!(!window.shows_part("The wall is blank"), "the wall was blanked");
    assert!(window.shows("Start 3-minute timer"), "the timer runs");
}

#[test]
fn a_point_typed_at_once_is_parked_and_triggers_no_key_of_the_room() {
    for at_once in [true, false] {
        for words in ["Topic 1", "0.03", "f. c-b 5 t"] {
            let mut window = on_a_proposal();
            let mut events = letters("p");
            events.extend(letters(words));
            events.push(key(Modifiers::NONE, Key::Enter));
            send(&mut window, events, at_once);
            untouched(&window);
            let parked: Vec<_> = window.document().snapshot().parked.iter().collect();
            assert_eq!(parked.len(), 1, "{words}, at once: {at_once}");
            assert_eq!(parked[0].text, words);
        }
    }
}

#[test]
fn a_speaker_typed_at_once_is_found_and_triggers_no_key_of_the_room() {
    for at_once in [true, false] {
        let mut window = on_a_proposal();
        window.type_text("c");
        window.click("The meeting allows it");
        let mut events = letters("s");
        events.extend(letters("brazil"));
        events.push(key(Modifiers::NONE, Key::Enter));
        send(&mut window, events, at_once);
        untouched(&window);
        assert!(window.shows_part("Speaker: Brazil"), "at once: {at_once}");
    }
    // Without names there is no list of speakers, and text typed for it is dropped.
    let mut window = on_a_proposal();
    let mut events = letters("s");
    events.extend(letters("bft05"));
    send(&mut window, events, true);
    untouched(&window);
}

#[test]
fn what_is_typed_for_the_palette_changes_nothing_in_the_matrix() {
    for (modifiers, opens) in
        [(Modifiers::COMMAND, Key::K), (Modifiers::COMMAND | Modifiers::SHIFT, Key::F)]
    {
        for at_once in [true, false] {
            let mut window = Window::new();
            window.click(CANADA);
            let mut events = vec![key(modifiers, opens)];
            events.extend(letters("3 par"));
            send(&mut window, events, at_once);
            assert_eq!(window.steps(), 0, "{opens:?}, at once: {at_once}");
            let fields: Vec<_> = window.harness.get_all_by_role(Role::TextInput).collect();
            let typed = fields.iter().any(|field| field.value().as_deref() == Some("3 par"));
            assert!(typed, "{opens:?}, at once: {at_once}");
        }
    }
}

#[test]
fn a_command_found_and_chosen_at_once_runs_before_what_follows() {
    let mut window = Window::new();
    window.click(CANADA);
    let mut events = vec![key(Modifiers::COMMAND, Key::K)];
    events.extend(letters("obstacles"));
    events.push(key(Modifiers::NONE, Key::Enter));
    events.push(key(Modifiers::NONE, Key::ArrowDown));
    events.extend(letters("3"));
    send(&mut window, events, true);
    assert!(window.shows("What hinders each proposal") || window.shows("Obstacles"));
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(cbm_workbench::model::Stance::Object));
    let assessed: Vec<_> = window.document().snapshot().assessments.iter().collect();
    assert_eq!(assessed.len(), 1, "the figure is for the map");
}

#[test]
fn a_name_begun_in_the_matrix_stays_a_name_to_the_end() {
    for at_once in [true, false] {
        let mut window = Window::new();
        window.click(CANADA);
        send(&mut window, letters("a 1+0"), at_once);
        assert_eq!(window.steps(), 0, "at once: {at_once}");
        let field = window.harness.get_by_role_and_label(Role::TextInput, "Find a party");
        assert_eq!(field.value().as_deref(), Some("a 1+0"));
    }
}

#[test]
fn a_new_record_is_named_at_once() {
    for at_once in [true, false] {
        let mut window =
            Window::with(Options { size: egui::vec2(1280.0, 900.0), ..Options::default() }, |_| {});
        window.press_with(Modifiers::COMMAND, Key::Num2);
        let mut events = vec![key(Modifiers::COMMAND | Modifiers::SHIFT, Key::N)];
        events.extend(letters("Hotline 2"));
        events.push(key(Modifiers::NONE, Key::Tab));
        events.extend(letters("Lijn 3"));
        events.push(key(Modifiers::NONE, Key::Tab));
        send(&mut window, events, at_once);
        let titles = window.document().snapshot().proposals.iter();
        let mut titles = titles.map(|it| (it.title.en.clone(), it.title.nl.clone()));
        let named = ("Hotline 2".to_owned(), "Lijn 3".to_owned());
        assert!(titles.any(|title| title == named), "at once: {at_once}");
    }
}

#[test]
fn enter_in_a_cell_and_a_day_at_once_change_the_day_and_no_stance() {
    for at_once in [true, false] {
        let mut window = Window::new();
        window.click(CANADA);
        let mut events = vec![key(Modifiers::NONE, Key::Enter)];
        events.extend(letters("6 dec 2018"));
        events.push(key(Modifiers::NONE, Key::Tab));
        send(&mut window, events, at_once);
        let snapshot = window.document().snapshot();
        let canada = snapshot.party_by_code("CAN").unwrap().id;
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let today = crate::common::clock().today();
        let entry = snapshot.current_position(proposal, canada, today).unwrap();
        let held = Some(cbm_workbench::model::Stance::Object);
        assert_eq!(entry.stance, held, "at once: {at_once}");
    }
}

#[test]
fn keys_after_a_change_of_screen_are_for_the_new_screen() {
    let mut window = Window::new();
    window.click(CANADA);
    let mut events = vec![key(Modifiers::COMMAND, Key::Num5)];
    events.push(key(Modifiers::NONE, Key::ArrowDown));
    events.extend(letters("3"));
    send(&mut window, events, true);
    assert_eq!(window.document().snapshot().assessments.len(), 1);
    assert_eq!(window.steps(), 1);
}

#[test]
fn a_letter_with_alt_is_no_letter() {
    let mut window = Window::new();
    window.click(CANADA);
    let pressed = [key(Modifiers::ALT, Key::F), Event::Text("f".into())];
    window.harness.input_mut().events.extend(pressed);
    window.settle();
    let search = window.harness.get_by_role_and_label(Role::TextInput, "Find a party");
    assert_eq!(search.value().unwrap_or_default(), "");
    assert!(window.shows(CANADA));
}
