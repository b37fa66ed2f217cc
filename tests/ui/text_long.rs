//! A long text: the cost of each key depends on what is in view, however much else there is.

use cbm_workbench::document::{Document, Edit, Operation, StepName};
use cbm_workbench::model::{Paragraph, ParagraphStatus, Version};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const CODE: &str = "A/RES/73/27";

/// Five hundred paragraphs with three brackets each, in two versions of which every fifth differs.
fn write(document: &mut Document) {
    let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
    let mut edit = Edit::new(StepName::ImportRecords, "");
    let versions = [0, 1].map(|rank| Version::new(proposal, format!("rev.{rank}"), rank));
    let mut before: Vec<Paragraph> = Vec::new();
    for version in versions {
        let rank = version.rank;
        edit.operations.push(Operation::Put(version.clone().into()));
        let all: Vec<_> = (0..500)
            .map(|at: u32| {
                let often = if rank == 1 && at.is_multiple_of(5) { "twice" } else { "once" };
                let words = format!(
                    "Calls upon States [, as appropriate,] (RUS, CHN) to report {often} a year on \
                     measure {at} [and [all] (NLD) its costs] (EU; against: IRN)."
                );
                Paragraph {
                    number: format!("OP{}", at + 1),
                    follows: before.get(at as usize).map(|it| it.id),
                    ..Paragraph::new(version.id, at, words)
                }
            })
            .collect();
        edit.operations.extend(all.iter().map(|it| Operation::Put(it.clone().into())));
        before = all;
    }
    document.apply(&edit).unwrap();
}

/// How many paragraphs were laid out in the last frame drawn.
fn laid_out(window: &Window) -> usize {
    window.harness.query_all_by_role(Role::ListItem).count()
}

/// The most laid out in any of the frames that respond to these events.
fn most(window: &mut Window, events: impl IntoIterator<Item = Event>) -> usize {
    events.into_iter().for_each(|it| window.harness.event(it));
    let mut most = 0;
    for _ in 0..6 {
        window.harness.step();
        most = most.max(laid_out(window));
    }
    most
}

fn key(key: Key, modifiers: Modifiers) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

#[test]
fn in_five_hundred_paragraphs_each_key_lays_out_only_what_is_in_view() {
    let mut window = Window::with(Options::default(), write);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    assert!(window.shows_part("500 paragraphs, 1500 brackets"));
    let in_view = laid_out(&window);
    assert!((4..30).contains(&in_view), "{in_view}");
    // Each key changes the visible part a little.
    let few = 3 * in_view;
    let alt = Modifiers::ALT;
    let both = alt | Modifiers::SHIFT;
    for (name, events) in [
        ("down", key(Key::ArrowDown, Modifiers::NONE)),
        ("next bracket", key(Key::ArrowDown, alt)),
        ("next change", key(Key::ArrowDown, both)),
        ("previous change", key(Key::ArrowUp, both)),
        ("end", key(Key::End, Modifiers::NONE)),
        ("a word", key(Key::ArrowRight, Modifiers::NONE)),
        ("home", key(Key::Home, Modifiers::NONE)),
    ] {
        let most = most(&mut window, events);
        assert!((1..=few).contains(&most), "{name}: {most} of 500");
    }
    // The same for an edit: only the paragraph that it touches is laid out again.
    for sign in ["r", "g"] {
        let most = most(&mut window, [Event::Text(sign.to_owned())]);
        assert!((1..=few).contains(&most), "{sign}: {most} of 500");
    }
    let agreed = window.document().snapshot().paragraphs.iter();
    assert_eq!(agreed.filter(|it| it.status == ParagraphStatus::Agreed).count(), 1);
    // Undone, too.
    let most = most(&mut window, key(Key::Z, Modifiers::COMMAND));
    assert!((1..=few).contains(&most), "undo: {most} of 500");
}
