//! The screen of changes since a day, and their direction: grouped by proposal or by who moved,
//! word by word.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{Clock, Party, Position, Proposal, Stance};
use egui::{Key, Modifiers};

use crate::common::{Options, Window, clock};
use crate::work::fill;

/// A dossier in which two moved since the last meeting and a summary was reworded.
fn moved(document: &mut Document, ours: bool) {
    fill(document);
    let snapshot = document.snapshot();
    let party = |code: &str| snapshot.party_by_code(code).unwrap().clone();
    let votes = snapshot.proposal_by_code("A/RES/73/27").unwrap().clone();
    let mut edit = Edit::new(StepName::SetStance, "");
    for (code, stance, on) in [
        ("BRA", Stance::Reserve, "2026-10-10"),
        ("ISR", Stance::Accept, "2026-10-11"),
        ("NLD", Stance::Object, "2026-10-12"),
    ] {
        let day = on.parse().unwrap();
        edit = edit.put(Position::new(votes.id, party(code).id, Some(stance), day));
    }
    if ours {
        edit = edit.put(Party { ours: true, ..party("NLD") });
    }
    // It had a text before that meeting, and has had another since.
    let worded = |text: &str| Proposal { text: text.to_owned(), ..votes.clone() };
    let early = "2026-09-01T10:00:00Z".parse().unwrap();
    document.set_clock(Clock::Fixed(early));
    let text = "States shall report incidents to each other";
    document.apply(&Edit::change(worded(text), "")).unwrap();
    document.set_clock(clock());
    document.apply(&edit.put(worded(&text.replace("shall", "may")))).unwrap();
}

fn window(ours: bool) -> Window {
    let size = egui::vec2(1600.0, 1600.0);
    Window::with(Options { size, ..Options::default() }, |document| moved(document, ours))
}

#[test]
fn what_changed_since_the_last_meeting_and_which_way_takes_two_actions_from_the_matrix() {
    let mut window = window(true);
    let mut actions = 0;
    let mut act = |window: &mut Window, what: &dyn Fn(&mut Window)| {
        what(window);
        actions += 1;
    };
    act(&mut window, &|window| window.press_with(Modifiers::COMMAND, Key::Num9));
    act(&mut window, &|window| window.click("Since Second session"));
    // We object, so a move to reserve is our way, and giving up an objection is away from us.
    assert!(window.shows("Brazil, A/RES/73/27, can live with it → has reservations, our way"));
    assert!(window.shows("Israel, A/RES/73/27, objects → can live with it, away from us"));
    assert!(window.shows("Our way: 1") && window.shows("Away from us: 1"));
    assert!(window.shows_part("nearer to the stance of Netherlands"));
    assert!(actions <= 3, "{actions}");
}

#[test]
fn without_an_own_stance_acceptance_counts_and_one_figure_shows_only_its_own() {
    let mut window = window(false);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("Since Second session");
    assert!(window.shows("Israel, A/RES/73/27, objects → can live with it, towards acceptance"));
    window.click("Away from acceptance: 1");
    assert!(window.shows_part("Brazil, A/RES/73/27") && !window.shows_part("Israel, A/RES/73/27"));
    window.click("Away from acceptance: 1");
    assert!(window.shows_part("Israel, A/RES/73/27"));
}

#[test]
fn changes_stand_under_their_proposal_or_under_who_moved() {
    let mut window = window(true);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("Since Second session");
    let part = "A/RES/73/27 · ";
    assert!(window.shows_part(part), "a heading for the proposal");
    assert!(window.shows_part("Our way: 1  ·  Away from us: 1"), "with its figures");
    window.click("By party");
    assert!(window.shows("Brazil, Our way: 1") && !window.shows_part(part));
    window.click("By day");
    assert!(window.shows("Which way"), "the list with its columns");
}

#[test]
fn a_reworded_text_is_shown_by_its_words() {
    let mut window = window(true);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("Since Second session");
    assert!(window.shows("Text, A/RES/73/27, out: “shall”, in: “may”"));
    window.click("Text, A/RES/73/27, out: “shall”, in: “may”");
    let left = !window.shows("Since Second session");
    assert!(left && window.shows_part("Open-ended working group"), "it leads to the proposal");
}

#[test]
fn only_one_party_is_ones_own() {
    let mut window = window(true);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.click_first("Brazil, ");
    window.click("Our own delegation");
    let ours = |window: &Window| {
        let parties = window.document().snapshot().parties.iter();
        parties.filter(|it| it.ours).map(|it| it.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ours(&window), ["BRA"]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(ours(&window), ["NLD"], "in one step");
}
