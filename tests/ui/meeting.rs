//! A meeting in the room: what is recorded reveals nobody's stance, unknown counts neither as zero
//! nor as consent, and the user at the laptop knows that others are looking on.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Certainty, Marking, Obstacle, Parked, Poll, PollKind, Position, ProposalId,
    Severity, SlideKind, Speaker, Sponsor, Stance, Table,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};
use crate::room::words;

pub const CODE: &str = "A/RES/73/27";

fn proposal(window: &Window) -> ProposalId {
    window.document().snapshot().proposal_by_code(CODE).unwrap().id
}

/// An open room, on the slide of a proposal.
pub fn meeting(prepare: impl FnOnce(&mut cbm_workbench::document::Document)) -> Window {
    let mut window = Window::with(Options::default(), prepare);
    open(&mut window, "A/RES/73/27 Open-ended");
    window
}

pub fn open(window: &mut Window, slide: &str) {
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.click_first(slide);
}

pub fn spoken(window: &Window) -> Vec<Poll> {
    window.document().snapshot().polls.iter().cloned().collect()
}

fn to_workspace(window: &Window) -> Vec<String> {
    let workspace = window.document().workspace().unwrap();
    let said = workspace.into_iter().filter(|(key, _)| key.starts_with("spoken "));
    said.map(|(_, value)| value.split(' ').skip(3).collect::<Vec<_>>().join(" ")).collect()
}

pub fn type_signs(window: &mut Window, signs: &str) {
    for sign in signs.chars() {
        window.type_text(&sign.to_string());
    }
}

#[test]
fn stances_without_names_become_one_step_without_order_or_time_once_the_slide_is_left() {
    let mut window = meeting(|_| {});
    let before = window.steps();
    type_signs(&mut window, "+-0");
    assert_eq!(window.steps(), before, "no step while it is said");
    assert_eq!(to_workspace(&window), ["0 1 1 1 0 0"], "how many, and not in what order");
    // A small tally is not written yet: the next step would reveal what was added.
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    assert_eq!(window.steps(), before);
    window.click_first("A/RES/73/27 Open-ended");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 3"));
    type_signs(&mut window, "-+");
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    assert_eq!(window.steps(), before + 1);
    assert!(to_workspace(&window).is_empty());
    let polls = spoken(&window);
    assert_eq!((polls.len(), polls[0].counts), (1, [0, 2, 1, 2, 0, 0]));
    let step = window.document().history().steps().last().unwrap().clone();
    assert_eq!((&*step.name, &*step.detail), ("take-down-tally", "5 · A/RES/73/27"));
    assert_eq!(step.time.to_rfc3339(), "2026-11-21T00:00:00+00:00");
    assert_ne!(step.id.get_version_num(), 7, "an identity that tells no time");
    assert_ne!(polls[0].id.0.get_version_num(), 7);
    assert_eq!(window.document().changes(step.id).unwrap().len(), 1, "one record was added");
    // Undo takes all of it back, and redo restores it.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(spoken(&window).is_empty());
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(spoken(&window)[0].total(), 5);
    // Stances taken when the slide is shown again are added to the same tally.
    window.click_first("A/RES/73/27 Open-ended");
    type_signs(&mut window, "5");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 6"));
    window.close_room();
    let polls = spoken(&window);
    assert_eq!((polls.len(), polls[0].counts), (1, [0, 2, 1, 2, 1, 0]));
}

#[test]
fn undo_and_redo_follow_the_order_of_counts_and_steps() {
    let mut window = meeting(|_| {});
    let now = |window: &Window| {
        let said = to_workspace(window).first().cloned().unwrap_or_default();
        (said, window.document().snapshot().parked.len())
    };
    type_signs(&mut window, "+");
    window.type_text("p");
    window.type_text("Who verifies?");
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.click_first("A/RES/73/27 Open-ended");
    type_signs(&mut window, "-");
    assert_eq!(now(&window), ("0 1 0 1 0 0".into(), 1));
    let back = |window: &mut Window| window.press_with(Modifiers::COMMAND, Key::Z);
    back(&mut window);
    assert_eq!(now(&window), ("0 1 0 0 0 0".into(), 1));
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(now(&window), ("0 1 0 1 0 0".into(), 1));
    back(&mut window);
    back(&mut window);
    assert_eq!(now(&window), ("0 1 0 0 0 0".into(), 0), "the point that was put aside");
    back(&mut window);
    assert_eq!(now(&window), (String::new(), 0));
}

#[test]
fn on_another_screen_undo_and_redo_leave_the_counts_alone() {
    let mut window = meeting(|_| {});
    let undo = |window: &mut Window| window.press_with(Modifiers::COMMAND, Key::Z);
    let redo = |window: &mut Window| window.press_with(Modifiers::COMMAND, Key::Y);
    type_signs(&mut window, "++-");
    undo(&mut window);
    assert_eq!(to_workspace(&window), ["0 2 0 0 0 0"]);
    let steps = window.steps();
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.click_first("Canada, A/RES/73/27, objects");
    window.type_text("+");
    undo(&mut window);
    assert!(window.shows_part("Undone: Set stance"));
    redo(&mut window);
    assert!(window.shows_part("Redone: Set stance"));
    undo(&mut window);
    undo(&mut window);
    assert_eq!(to_workspace(&window), ["0 2 0 0 0 0"], "the wall still has them");
    assert_eq!(window.steps(), steps + 4);
    // Back in the room, an answer taken back before that step does not count again.
    window.click("Room open · TLP:CLEAR");
    redo(&mut window);
    assert_eq!(to_workspace(&window), ["0 2 0 0 0 0"]);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(to_workspace(&window), ["0 1 0 0 0 0"]);
    redo(&mut window);
    assert_eq!(to_workspace(&window), ["0 2 0 0 0 0"]);
}

#[test]
fn stances_without_names_survive_a_crash() {
    let mut window = meeting(|_| {});
    type_signs(&mut window, "++");
    let window = window.after_a_crash(Options::default());
    let polls = spoken(&window);
    assert_eq!((polls.len(), polls[0].counts), (1, [0, 2, 0, 0, 0, 0]));
    assert!(to_workspace(&window).is_empty());
}

#[test]
fn the_wall_counts_unknown_neither_as_zero_nor_as_consent() {
    let options = Options { template: Some(Template::UnGlobalCbms), ..Options::default() };
    let mut code = String::new();
    let mut window = Window::with(options, |document| {
        let snapshot = document.snapshot().clone();
        let proposal = snapshot.proposals.iter().next().unwrap();
        code = format!("{} {}", proposal.code, proposal.title.en);
        let group = snapshot.memberships.iter().next().unwrap().group;
        let mut entry = Position::new(
            proposal.id,
            Speaker::Group(group),
            Some(Stance::Reserve),
            clock().today(),
        );
        entry.marking = Some(Marking::Clear);
        document.apply(&Edit::add(entry, "")).unwrap();
    });
    open(&mut window, "Coalition matrix");
    assert!(words(&window).contains("hatched: stated by a group for its members"));
    let by_group = "Has reservations (through its groups)";
    for _ in 0..12 {
        if words(&window).contains(by_group) {
            break;
        }
        window.press(Key::PageDown);
    }
    assert!(words(&window).contains(by_group));
    let other = window.document().snapshot().proposals.iter().nth(1).unwrap().clone();
    window.click(&format!("{} {}", other.code, other.title.en));
    let said = words(&window);
    assert!(said.contains("Nobody has spoken yet") && said.contains("unknown"), "{said}");
    assert!(!said.contains("0 of "), "{said}");
    window.click(&code);
    let said = words(&window);
    assert!(said.contains(" through a group"), "{said}");
    assert!(said.contains("of those who have spoken can live with it"), "{said}");
    assert!(said.contains("Terminology: not assessed"), "{said}");
}

#[test]
fn every_screen_says_that_a_room_is_open_and_leads_to_it() {
    let mut window = meeting(|_| {});
    window.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(window.shows("Room open · TLP:CLEAR"));
    window.press_with(Modifiers::COMMAND, Key::B);
    assert!(window.shows("Room open · TLP:CLEAR · blank"));
    window.click("Room open · TLP:CLEAR · blank");
    assert!(words(&window).contains("The wall is blank"));
    window.close_room();
    assert!(!window.shows_part("Room open"));
}

#[test]
fn escape_that_closes_a_menu_does_not_blank_the_wall() {
    let mut window = meeting(|_| {});
    for menu in ["View", "Minutes"] {
        window.click(menu);
        window.press(Key::Escape);
        assert!(words(&window).contains("The wall follows you"), "{menu}");
    }
    window.press(Key::Escape);
    assert!(words(&window).contains("The wall is blank"));
}

#[test]
fn a_record_is_described_before_it_is_released() {
    let mut window = meeting(|document| {
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
        let party = snapshot.party_by_code("BRA").unwrap().id;
        let mut entry = Position::new(proposal, party, Some(Stance::Object), clock().today());
        entry.certainty = Some(Certainty::Confidence);
        entry.words = "Told over dinner".to_owned();
        entry.marking = Some(Marking::Amber);
        document.apply(&Edit::add(entry, "")).unwrap();
    });
    let _ = proposal(&window);
    window.click("Release by name…");
    let row = "Entry · Brazil · −− objects · A/RES/73/27 · 21 Nov 2026";
    assert!(window.shows(row), "{}", words(&window));
    assert!(words(&window).contains("told in confidence, marked more strictly than this room"));
    window.click(row);
    assert!(words(&window).contains("Words: Told over dinner"));
    assert!(words(&window).contains("The wall will be marked TLP:AMBER from then on."));
    window.click_first("Show to the room");
    window.click("Close");
    assert!(window.shows("Room open · TLP:AMBER"), "the laptop says what the wall says");
}

#[test]
fn what_is_released_is_listed_as_it_is_now_and_never_as_it_was() {
    let mut window = meeting(|document| {
        let mut point = Parked::new("Nothing much", clock().now());
        point.proposal = document.snapshot().proposal_by_code(CODE).map(|it| it.id);
        point.marking = Some(Marking::Green);
        document.apply(&Edit::add(point.clone(), "then")).unwrap();
        (point.text, point.marking) = ("A secret by now".to_owned(), Some(Marking::Red));
        document.apply(&Edit::change(point, "now")).unwrap();
    });
    window.harness.get_by_role_and_label(Role::Tab, "History").click();
    window.settle();
    window.click_first("(then)");
    window.harness.get_by_role_and_label(Role::Tab, "Room").click();
    window.settle();
    assert!(window.shows("Back to now"));
    window.click("Release by name…");
    let list = words(&window);
    assert!(!window.shows("Back to now") && !list.contains("Nothing much"), "{list}");
    assert!(list.contains("A secret by now"));
}

#[test]
fn a_record_of_any_kind_is_described_before_it_is_released() {
    let mut window = meeting(|document| {
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let (today, severity) = (clock().today(), Severity::new(3));
        let mut judged = Assessment::new(proposal, Obstacle::Mistrust, severity, today);
        judged.rationale = "Told over dinner".to_owned();
        judged.marking = Some(Marking::Amber);
        document.apply(&Edit::add(judged, "")).unwrap();
        let mut poll = Poll::new(proposal, PollKind::Temperature, today);
        (poll.counts, poll.marking) = ([0, 2, 0, 0, 7, 0], Some(Marking::Amber));
        document.apply(&Edit::add(poll, "")).unwrap();
    });
    window.click("Release by name…");
    window.click_first("Assessment · A/RES/73/27");
    let shown = words(&window);
    assert!(shown.contains("Obstacle: Deep-rooted mistrust"), "{shown}");
    assert!(shown.contains("Severity: Serious"), "{shown}");
    assert!(!shown.contains("Told over dinner"), "only what the room would see: {shown}");
    window.click_first("Poll · A/RES/73/27");
    let shown = words(&window);
    assert!(shown.contains("Supports: 2") && shown.contains("Objects: 7"), "{shown}");
}

#[test]
fn an_undo_that_would_show_something_hidden_does_not_show_it_for_a_single_frame() {
    const CANARY: &str = "CANARY-4410";
    let hidden = |window: &Window| {
        // The question tells what would be read.
        let told = |line: &str| line.contains("Summary in ");
        words(window).lines().all(|line| !line.contains(CANARY) || told(line))
    };
    let mut window = meeting(|document| {
        let mut proposal = document.snapshot().proposal_by_code(CODE).unwrap().clone();
        let before = proposal.summary.clone();
        proposal.summary = cbm_workbench::model::Bilingual::new(CANARY, "");
        document.apply(&Edit::change(proposal.clone(), "")).unwrap();
        proposal.summary = before;
        document.apply(&Edit::change(proposal, "")).unwrap();
    });
    window.press(Key::PageDown);
    assert!(hidden(&window));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    for _ in 0..8 {
        window.harness.step();
        assert!(hidden(&window));
    }
    assert!(words(&window).contains("Show this on the wall?"));
    assert!(words(&window).contains("The wall is blank until you answer"));
    window.press(Key::Enter);
    for _ in 0..4 {
        window.harness.step();
        assert!(hidden(&window));
    }
    assert!(!words(&window).contains("Show this on the wall?"));
}

#[test]
fn however_many_sponsors_there_are_the_wall_names_some_and_counts_the_others() {
    let window = meeting(|document| {
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let edit = Edit::new(StepName::Add(Table::Sponsors), "");
        let add = |edit: Edit, code: &&str| {
            let party = snapshot.party_by_code(code).unwrap().id;
            edit.put(Sponsor::new(proposal, party, true))
        };
        let edit = ["BRA", "CHN", "CUB", "EGY"].iter().fold(edit, add);
        document.apply(&edit).unwrap();
    });
    let words = words(&window);
    let line = words.lines().find(|line| line.contains("tabled by")).unwrap();
    assert!(line.ends_with("and 2 others"), "{line}");
    assert_eq!(line.matches(", ").count(), 2, "{line}");
}

#[test]
fn the_first_added_slide_comes_after_the_proposed_order() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Add a slide");
    window.harness.get_by_role_and_label(Role::Button, "Timeline").click();
    window.settle();
    let slides = window.document().snapshot().slides.clone();
    assert!(slides.len() > 10);
    let last = slides.iter().max_by_key(|slide| (slide.rank, slide.id)).unwrap();
    assert_eq!(last.kind, SlideKind::Timeline);
}

#[test]
fn the_laptop_shows_what_comes_and_what_a_frozen_wall_holds_back() {
    let mut window = meeting(|_| {});
    let next = |window: &Window| {
        let said = words(window);
        said.lines().find(|it| it.starts_with("Next: ")).map(str::to_owned)
    };
    let second = next(&window).unwrap();
    window.press(Key::PageDown);
    assert_ne!(next(&window).unwrap(), second, "what came is on the wall now");
    window.type_text("f");
    window.press(Key::PageDown);
    assert!(next(&window).is_none() && window.shows_part("Waits for the wall: "));
    window.press(Key::Enter);
    assert!(next(&window).is_some(), "the wall has it");
    window.press(Key::End);
}

#[test]
fn a_sign_after_an_interlude_is_not_put_to_whoever_spoke_before() {
    let mut window = meeting(|_| {});
    let name = |window: &mut Window| {
        window.type_text("c");
        window.click("The meeting allows it");
    };
    let brazil = |window: &Window| window.stance("BRA", CODE);
    name(&mut window);
    window.type_text("s");
    window.type_text("brazil");
    window.press(Key::Enter);
    window.type_text("+");
    assert_eq!(brazil(&window), Some(Stance::Support));
    // Without names for a while.
    window.type_text("c");
    type_signs(&mut window, "--");
    name(&mut window);
    window.type_text("+");
    assert_eq!(brazil(&window), Some(Stance::Support));
    // Another slide for a while.
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.click_first("A/RES/73/27 Open-ended");
    window.type_text("+");
    assert_eq!(brazil(&window), Some(Stance::Support));
}
