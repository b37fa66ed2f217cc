use super::*;

fn key(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }
}

fn text(typed: &str) -> Event {
    Event::Text(typed.to_owned())
}

fn wall() -> ViewportId {
    ViewportId::from_hash_of("wall")
}

/// Runs a frame of the window, and returns the events it acts on.
fn frame(waiting: &mut Waiting, events: Vec<Event>, state: State) -> Vec<Event> {
    let now = waiting.sift(ViewportId::ROOT, true, events);
    waiting.rest(state);
    now
}

const IDLE: State = State { busy: false, field: false, typing: false, time: 0.0 };
const FIELD: State = State { field: true, ..IDLE };
const TYPING: State = State { typing: true, ..IDLE };

#[test]
fn keys_after_one_that_asks_for_a_field_reach_that_field() {
    let mut waiting = Waiting::default();
    let typed = vec![text("p"), key(Key::T), text("T"), text("opic 1"), key(Key::Enter)];
    assert_eq!(frame(&mut waiting, typed, FIELD), [text("p")]);
    assert_eq!(frame(&mut waiting, vec![text("!")], FIELD), []);
    assert_eq!(frame(&mut waiting, vec![], TYPING), []);
    assert_eq!(frame(&mut waiting, vec![], TYPING), []);
    let now = frame(&mut waiting, vec![], TYPING);
    let letters: String = now
        .iter()
        .filter_map(|event| match event {
            Event::Text(typed) => Some(typed.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(letters, "Topic 1");
    assert_eq!(now.last(), Some(&key(Key::Enter)), "and what follows waits for Enter");
}

#[test]
fn if_the_field_does_not_come_keys_trigger_no_command() {
    let mut waiting = Waiting::default();
    assert_eq!(frame(&mut waiting, vec![text("p0.03")], FIELD), [text("p")]);
    for _ in 0..4 {
        assert_eq!(frame(&mut waiting, vec![], IDLE), []);
    }
    assert_eq!(frame(&mut waiting, vec![text("0")], IDLE), [text("0")], "later ones do");
}

#[test]
fn keys_after_one_that_asks_for_nothing_are_only_delayed() {
    let mut waiting = Waiting::default();
    let typed = vec![text("b"), text("+"), text("0")];
    assert_eq!(frame(&mut waiting, typed, IDLE), [text("b")]);
    assert_eq!(frame(&mut waiting, vec![text("1")], IDLE), []);
    assert_eq!(frame(&mut waiting, vec![], IDLE), [text("+"), text("0"), text("1")]);
}

#[test]
fn signs_and_arrows_do_not_wait_for_each_other() {
    let mut waiting = Waiting::default();
    let typed = vec![key(Key::ArrowDown), text("+"), text("+"), key(Key::ArrowRight)];
    assert_eq!(frame(&mut waiting, typed.clone(), IDLE), typed);
}

#[test]
fn keys_on_the_wall_go_to_the_field_asked_for_until_it_loses_the_focus() {
    let mut waiting = Waiting::default();
    let unfocused = |waiting: &mut Waiting, state| {
        let now = waiting.sift(ViewportId::ROOT, false, Vec::new());
        waiting.rest(state);
        now
    };
    assert_eq!(waiting.sift(wall(), true, vec![text("p"), text("0")]), [text("p")]);
    waiting.borrow_wall();
    waiting.rest(FIELD);
    for _ in 0..2 {
        assert_eq!(unfocused(&mut waiting, TYPING), []);
    }
    assert_eq!(unfocused(&mut waiting, TYPING), [text("0")]);
    // The desktop has not brought the window to the front.
    let typed = vec![text("."), key(Key::PageDown), text("03")];
    assert_eq!(waiting.sift(wall(), true, typed), [key(Key::PageDown)]);
    assert_eq!(unfocused(&mut waiting, TYPING), [text("."), text("03")]);
    unfocused(&mut waiting, IDLE);
    assert_eq!(waiting.sift(wall(), true, vec![text("0")]), [text("0")], "the field is left");
}

#[test]
fn a_key_that_is_held_down_counts_once_unless_it_moves_or_types() {
    let up = |key: Key| match self::key(key) {
        Event::Key { key, physical_key, repeat, modifiers, .. } => {
            Event::Key { key, physical_key, pressed: false, repeat, modifiers }
        }
        other => other,
    };
    let held = vec![key(Key::Num5), text("5"), key(Key::Num5), text("5"), text("+")];
    let mut waiting = Waiting::default();
    let once = [key(Key::Num5), text("5"), text("+")];
    assert_eq!(frame(&mut waiting, held, IDLE), once);
    assert_eq!(frame(&mut waiting, vec![key(Key::Num5), text("5")], IDLE), []);
    let again = vec![up(Key::Num5), key(Key::Num5), text("5")];
    assert_eq!(frame(&mut waiting, again.clone(), IDLE), again);
    let moves = vec![key(Key::ArrowDown), key(Key::ArrowDown), key(Key::PageDown)];
    assert_eq!(frame(&mut waiting, moves.clone(), IDLE), moves);
    // On the wall too, and Enter, which may have brought another question.
    let enter = vec![key(Key::Enter), key(Key::Enter)];
    assert_eq!(waiting.sift(wall(), true, enter), [key(Key::Enter)]);
    // In a field letters repeat, but not the one that opened it.
    let mut waiting = Waiting::default();
    frame(&mut waiting, vec![key(Key::Num1), text("1")], TYPING);
    let typed = vec![key(Key::Num1), text("1"), key(Key::A), text("a"), key(Key::A), text("a")];
    assert_eq!(frame(&mut waiting, typed.clone(), TYPING), typed[2..]);
}

#[test]
fn a_key_counts_each_time_whether_shift_or_it_is_let_go_of_first() {
    let plus = |key: Key, pressed: bool| Event::Key {
        key,
        physical_key: Some(Key::Equals),
        pressed,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    };
    let mut waiting = Waiting::default();
    for _ in 0..3 {
        let down = vec![plus(Key::Plus, true), text("+")];
        assert_eq!(frame(&mut waiting, down.clone(), IDLE), down);
        let up = vec![plus(Key::Equals, false)];
        assert_eq!(frame(&mut waiting, up.clone(), IDLE), up);
    }
}

#[test]
fn no_key_waits_forever() {
    let mut waiting = Waiting::default();
    frame(&mut waiting, vec![key(Key::Enter)], State { busy: true, ..IDLE });
    assert_eq!(frame(&mut waiting, vec![text("0")], State { busy: true, time: 4.0, ..IDLE }), []);
    frame(&mut waiting, vec![], State { busy: true, time: 9.0, ..IDLE });
    let late = State { busy: true, time: 9.1, ..IDLE };
    assert_eq!(frame(&mut waiting, vec![], late), [text("0")]);
}
