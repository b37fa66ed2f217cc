//! The slide on a decision counts down to it, by local time there, and shows nothing of a withheld
//! meeting.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    AgendaItem, Bilingual, Language, Marking, Meeting, MeetingKind, Party, PartyKind, Proposal,
    Scenario, ScenarioMove, SilenceOutcome, Slide, SlideKind, Stance, Status,
};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::Seen;
use chrono::NaiveTime;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::common::Window;
use crate::meeting::meeting;
use crate::room::{Look, drawn, seen, words};

/// A silence procedure that ends at six in New York.
fn silence() -> Meeting {
    let mut silence = Meeting::new("Silence on AA-1", "2026-11-21".parse().unwrap());
    silence.kind = MeetingKind::Silence;
    silence.time = NaiveTime::from_hms_opt(18, 0, 0);
    silence.offset = Some(-300);
    silence.place = "New York".to_owned();
    silence.marking = Some(Marking::Clear);
    silence
}

/// The wall's words on the decision at a moment, in a room with the ceiling CLEAR.
fn wall(meeting: Meeting, now: &str, language: Language) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.cbm");
    Document::create(&path, Template::Empty, "Room").unwrap();
    let mut document = Document::open(&path).unwrap();
    let mut proposal = Proposal::new("AA-1", Bilingual::new("A measure", "Een maatregel"));
    proposal.marking = Some(Marking::Clear);
    let item = AgendaItem::new(meeting.id, proposal.id);
    let slide = Slide { proposal: Some(proposal.id), ..Slide::new(SlideKind::Decision, 0) };
    let edit = Edit::new(StepName::LogCall, "").put(proposal).put(meeting).put(item);
    document.apply(&edit).unwrap();
    drop(document);
    let seen = seen(&path, Marking::Clear, Text::new(language));
    said(seen, Look { now: Some(now.parse().unwrap()), language, ..Look::new(slide) })
}

/// The words on a wall.
fn said(seen: Seen, look: Look) -> Vec<String> {
    let harness = drawn(seen, look);
    let nodes = harness.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
    });
    said.collect()
}

fn english(meeting: Meeting, now: &str) -> String {
    wall(meeting, now, Language::English).join("\n")
}

#[test]
fn the_time_left_to_the_end_of_a_silence_is_on_the_wall_by_the_clock_of_its_place() {
    let said = english(silence(), "2026-11-21T19:48:00Z");
    assert!(said.contains("3 h 12 min left · 21 Nov 2026, 18:00 New York"), "{said}");
    assert!(said.contains("Silence on AA-1"), "{said}");
    let said = wall(silence(), "2026-11-21T19:48:00Z", Language::Dutch).join("\n");
    assert!(said.contains("nog 3 u 12 min · 21 nov. 2026, 18:00 New York"), "{said}");
    let no_place = Meeting { place: String::new(), ..silence() };
    assert!(english(no_place, "2026-11-21T19:48:00Z").contains("18:00 UTC−5"));
}

#[test]
fn its_end_is_seen_by_all_and_then_what_came_out() {
    let said = english(silence(), "2026-11-21T23:00:00Z");
    assert!(said.contains("18:00 New York") && !said.contains(" left"), "{said}");
    let over = wall(silence(), "2026-11-21T23:00:00Z", Language::English);
    let kept = Meeting { outcome: SilenceOutcome::Kept, ..silence() };
    let kept = wall(kept, "2026-11-21T23:00:00Z", Language::English);
    assert_ne!(over, kept);
}

#[test]
fn a_meeting_counts_down_to_its_start_and_then_to_its_end() {
    let mut session = silence();
    session.kind = MeetingKind::Meeting;
    session.until = Some("2026-11-22".parse().unwrap());
    let said = english(session.clone(), "2026-11-21T22:00:00Z");
    assert!(said.contains("1 h 0 min left · 21 Nov 2026, 18:00 New York"), "{said}");
    let said = english(session, "2026-11-22T04:00:00Z");
    assert!(said.contains("25 h 0 min left · 22 Nov 2026"), "{said}");
}

#[test]
fn a_meeting_that_is_withheld_leaves_the_wall_as_if_there_were_none() {
    let now = "2026-11-21T19:48:00Z";
    let nothing =
        wall(Meeting { marking: Some(Marking::Red), ..silence() }, now, Language::English);
    // Without a marking of its own no room sees it.
    let unmarked = wall(Meeting { marking: None, ..silence() }, now, Language::English);
    assert_eq!(nothing, unmarked);
    assert!(!nothing.concat().contains("New York") && !nothing.concat().contains("left"));
}

#[test]
fn every_scenario_on_a_decision_is_shown_beside_the_clock_or_on_a_page_of_its_own() {
    let now = "2026-11-21T19:48:00Z";
    let shown = |scenarios: usize, page: usize| {
        let proposal = Proposal::new("AA-1", Bilingual::new("A measure", "Een maatregel"));
        let name = Bilingual::new("Netherlands", "Nederland");
        let party = Party::new("NLD", name, PartyKind::State);
        let slide = Slide { proposal: Some(proposal.id), ..Slide::new(SlideKind::Decision, 0) };
        let meeting = silence();
        let item = AgendaItem::new(meeting.id, proposal.id);
        let mut edit = Edit::new(StepName::LogCall, "");
        edit = edit.put(proposal.clone()).put(party.clone()).put(meeting).put(item);
        for nth in 0..scenarios {
            let scenario = Scenario::new(format!("Number {nth}"), Marking::Clear);
            let (to, own) = (Some(Stance::Support), Marking::Clear);
            let moved = ScenarioMove::new(scenario.id, proposal.id, party.id, to, own);
            edit = edit.put(scenario).put(moved);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("room.cbm");
        Document::create(&path, Template::Empty, "Room").unwrap();
        let mut document = Document::open(&path).unwrap();
        document.apply(&edit).unwrap();
        let snapshot = document.snapshot().clone();
        let seen = Seen::new(snapshot, now[..10].parse().unwrap(), Text::new(Language::English));
        let look = Look { now: Some(now.parse().unwrap()), page, ..Look::new(slide) };
        let said = said(seen, look).join("\n");
        (said.matches("Assumed, not said").count(), said.contains("left · 21 Nov"), said)
    };
    let (frames, clock, said) = shown(1, 0);
    assert!((frames, clock) == (1, true) && !said.contains("page "), "{said}");
    let (frames, clock, said) = shown(4, 0);
    assert!((frames, clock) == (0, true) && said.contains("page 1 of 2"), "{said}");
    let (frames, clock, said) = shown(4, 1);
    assert!((frames, clock) == (4, false) && said.contains("page 2 of 2"), "{said}");
}

#[test]
fn a_wall_that_is_blank_by_hand_shows_the_time_left_and_no_other_blank_shows_anything() {
    let clock = |window: &Window| words(window).lines().any(|it| ["3:00", "2:59"].contains(&it));
    let mut window = meeting(|document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        let renamed = Proposal { status: Status::Dropped, ..proposal };
        document.apply(&Edit::change(renamed, "")).unwrap();
    });
    window.press_with(Modifiers::COMMAND, Key::B);
    assert!(window.shows("The wall is blank"));
    assert!(!clock(&window));
    window.click("Start 3-minute timer");
    assert!(clock(&window));
    // A step from before the room is asked about.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("The wall is blank until you answer") && !clock(&window));
}
