//! Polls on the wall: no room is told a split that, together with what it was told before, reveals
//! a single answer, and none learns what a stricter room was told.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{Keyed, Marking, Poll, PollKind, Stance};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};
use crate::meeting::{CODE, meeting, open, spoken, type_signs};
use crate::room::words;

#[test]
fn a_poll_of_two_does_not_reveal_who_was_who() {
    let mut window = meeting(|document| {
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let mut poll = Poll::new(proposal, PollKind::Temperature, clock().today());
        poll.counts = [1, 0, 0, 0, 1, 0];
        poll.marking = Some(Marking::Clear);
        document.apply(&Edit::add(poll, "")).unwrap();
    });
    let few = "Temperature, 21 Nov 2026: fewer than five answers";
    assert!(words(&window).contains(few), "{}", words(&window));
    assert!(!words(&window).contains("1 actively champions, 1 objects"));
    // The same holds for the running tally, until it is large enough.
    type_signs(&mut window, "++00");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 4: fewer than five"));
    type_signs(&mut window, "0");
    let split = "Said without names, 21 Nov 2026: 5: 2 supports, 3 can live with it";
    assert!(words(&window).contains(split), "{}", words(&window));
}

#[test]
fn a_corrected_poll_does_not_reveal_the_answer_that_came_later() {
    let mut window = meeting(|_| {});
    let said = |window: &Window| words(window).replace('\n', " ");
    let record = |window: &mut Window, counts: &[(Stance, &str)]| {
        window.click("Temperature poll…");
        for (stance, count) in counts {
            let mut fields = window.harness.get_all_by_role(Role::SpinButton);
            fields.nth(*stance as usize).unwrap().focus();
            drop(fields);
            window.settle();
            window.type_text(count);
        }
        window.click("Record");
    };
    record(&mut window, &[(Stance::Support, "2"), (Stance::Reserve, "3")]);
    let five = "5 took part: 2 supports, 3 has reservations";
    assert!(said(&window).contains(five), "{}", said(&window));
    record(&mut window, &[(Stance::Object, "1")]);
    let six = "6 took part: 2 supports, 3 has reservations · one not shown yet";
    assert!(said(&window).contains(six), "{}", said(&window));
    // Nor does undoing it all and recording it again, or taking one away.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(said(&window).contains(five));
    window.press_with(Modifiers::COMMAND, Key::Z);
    record(&mut window, &[(Stance::Support, "2"), (Stance::Reserve, "3"), (Stance::Object, "1")]);
    assert!(said(&window).contains(six), "{}", said(&window));
    record(&mut window, &[(Stance::Support, "1")]);
    assert!(said(&window).contains("not shown, as it would reveal single answers"));
    assert!(!said(&window).contains("1 supports, 3 has reservations"));
    // Enough others hide each of them.
    record(&mut window, &[(Stance::Support, "2"), (Stance::Object, "6")]);
    assert!(said(&window).contains("11 took part: 2 supports, 3 has reservations, 6 objects"));
}

#[test]
fn the_next_room_is_not_told_the_answer_that_the_last_one_did_not_see() {
    let mut window = meeting(|document| {
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let mut poll = Poll::new(proposal, PollKind::Temperature, clock().today());
        poll.counts = [0, 4, 0, 1, 0, 0];
        poll.marking = Some(Marking::Clear);
        document.apply(&Edit::add(poll, "")).unwrap();
    });
    let said = |window: &Window| words(window).replace('\n', " ");
    let split = "4 supports, 1 has reservations";
    assert!(said(&window).contains(split), "{}", said(&window));
    let kept = window.document().workspace().unwrap();
    assert!(kept.iter().any(|(key, _)| key.starts_with("told ")), "a crash would forget it");
    window.click("Temperature poll…");
    let mut fields = window.harness.get_all_by_role(Role::SpinButton);
    fields.nth(Stance::Object as usize).unwrap().focus();
    drop(fields);
    window.settle();
    window.type_text("1");
    window.click("Record");
    for _ in 0..2 {
        assert!(said(&window).contains(split), "{}", said(&window));
        assert!(!said(&window).contains("1 objects"));
        window.close_room();
        open(&mut window, "A/RES/73/27 Open-ended");
    }
    let mut window = window.after_a_crash(Options::default());
    open(&mut window, "A/RES/73/27 Open-ended");
    assert!(said(&window).contains(split), "{}", said(&window));
}

#[test]
fn a_room_is_not_told_what_a_stricter_one_was_told_of_a_poll() {
    let mut window = Window::with(Options::default(), |_| {});
    let said = |window: &Window| words(window).replace('\n', " ");
    let mut asked = |ceiling: &str, counts: &[(Stance, &str)]| {
        window.press(Key::F5);
        window.settle();
        if ceiling != "TLP:CLEAR" {
            window.click(ceiling);
            window.click(&format!("Everybody in the room may see {ceiling}"));
        }
        window.click("Open");
        window.click_first("A/RES/73/27 Open-ended");
        window.click("Temperature poll…");
        for (stance, count) in counts {
            let mut fields = window.harness.get_all_by_role(Role::SpinButton);
            fields.nth(*stance as usize).unwrap().focus();
            drop(fields);
            window.settle();
            window.type_text(count);
        }
        window.click("Record");
        let said = said(&window);
        window.close_room();
        said
    };
    let strict = asked("TLP:RED", &[(Stance::Support, "3"), (Stance::Object, "2")]);
    assert!(strict.contains("5 took part: 3 supports, 2 objects"), "{strict}");
    // Everything is as if there had been no such room, however close it is to what that room was
    // told.
    let clear = asked("TLP:CLEAR", &[(Stance::Support, "4"), (Stance::Object, "2")]);
    assert!(clear.contains("6 took part: 4 supports, 2 objects"), "{clear}");
    // The next room may include people from that one.
    let clear = asked("TLP:CLEAR", &[(Stance::Support, "5"), (Stance::Object, "2")]);
    assert!(clear.contains("not shown, as it would reveal single answers"), "{clear}");
}

#[test]
fn what_a_stricter_room_says_is_not_added_to_a_laxer_poll() {
    for kind in PollKind::ALL {
        let mut window = Window::with(Options::default(), |document| {
            let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
            let mut poll = Poll::new(proposal, *kind, clock().today());
            poll.counts = [0, 5, 0, 0, 0, 0];
            poll.marking = Some(Marking::Clear);
            document.apply(&Edit::add(poll, "")).unwrap();
        });
        window.press(Key::F5);
        window.settle();
        window.click("TLP:RED");
        window.click("Everybody in the room may see TLP:RED");
        window.click("Open");
        window.click_first("A/RES/73/27 Open-ended");
        match kind {
            PollKind::Speakers => type_signs(&mut window, "555555"),
            PollKind::Temperature => {
                window.click("Temperature poll…");
                let mut fields = window.harness.get_all_by_role(Role::SpinButton);
                fields.nth(Stance::Object as usize).unwrap().focus();
                drop(fields);
                window.settle();
                window.type_text("6");
                window.click("Record");
            }
        }
        window.close_room();
        let mut polls = spoken(&window);
        polls.sort_by_key(|poll| poll.marking.is_none());
        let counts: Vec<_> = polls.iter().map(|poll| (poll.marking, poll.counts)).collect();
        let clear = (Some(Marking::Clear), [0, 5, 0, 0, 0, 0]);
        assert_eq!(counts, [clear, (None, [0, 0, 0, 0, 6, 0])], "{kind:?}");
    }
}

#[test]
fn a_poll_begins_in_its_first_number() {
    let mut window = meeting(|_| {});
    window.click("Temperature poll…");
    for count in ["3", "5", "2", "4", "1"] {
        window.type_text(count);
        window.press(Key::Tab);
    }
    window.click("Record");
    let said = words(&window).replace('\n', " ");
    let counted =
        "3 actively champions, 5 supports, 2 can live with it, 4 has reservations, 1 objects";
    assert!(said.contains(counted), "{said}");
}

#[test]
fn enter_goes_down_the_numbers_of_a_poll_and_keeps_it_behind_the_last() {
    let mut window = meeting(|_| {});
    window.click("Temperature poll…");
    window.harness.get_all_by_role(Role::SpinButton).next().unwrap().focus();
    window.settle();
    for count in ["1", "2", "3", "0", "1", "2"] {
        assert!(window.shows("Record"), "before {count}");
        window.type_text(count);
        window.press(Key::Enter);
    }
    assert!(!window.shows("Record"));
    let said = words(&window).replace('\n', " ");
    assert!(said.contains("9 took part: 1 actively champions, 2 supports"), "{said}");
}
