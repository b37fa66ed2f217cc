//! Evidence and obstacles at work: groups, briefs, remedies, relations, engagement.

use std::collections::BTreeSet;

use cbm_workbench::document::{Document, Edit, Operation, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    AgendaItem, Aim, AimTag, Assessment, Brief, Certainty, Concern, Engagement, Instruction,
    Marking, Meeting, MeetingKind, Membership, NextStep, Obstacle, Position, Relation, Remedy,
    RemedyKind, Severity, Stance, Status, Term, Trust,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

/// One of everything related to evidence and obstacles.
pub fn fill(document: &mut Document) {
    let snapshot = document.snapshot();
    let day = |day: &str| day.parse().unwrap();
    let proposal = |code: &str| snapshot.proposal_by_code(code).unwrap().id;
    let party = |code: &str| snapshot.party_by_code(code).unwrap().id;
    let group = |code: &str| snapshot.groups.iter().find(|group| group.code == code).unwrap().id;
    let (text, votes) = (proposal("A/RES/74/29"), proposal("A/RES/73/27"));
    let mut edit = Edit::new(StepName::ImportPositions, "");
    // Two groups speak, and disagree.
    for (code, stance, on) in
        [("EU", Stance::Reserve, "2026-09-01"), ("FOC", Stance::Object, "2026-10-01")]
    {
        let mut said = Position::new(text, group(code), Some(stance), day(on));
        said.words = format!("Statement by {code}");
        said.certainty = Some(Certainty::Public);
        edit = edit.put(said);
    }
    // Their members have not spoken: their votes are removed.
    let speak = |member: &&Membership| [group("EU"), group("FOC")].contains(&member.group);
    let members = snapshot.memberships.iter().filter(speak).map(|member| member.party);
    for party in members.collect::<BTreeSet<_>>() {
        for entry in snapshot.line(text, party) {
            edit.operations.push(Operation::Delete(entry.record_id()));
        }
    }
    let mut changed = snapshot.proposal_by_code("A/RES/74/29").unwrap().clone();
    changed.status = Status::Negotiation;
    changed.text = "States shall promote information security and refrain from cyber attacks \
        against critical infrastructure, respecting sovereignty in cyberspace."
        .to_owned();
    edit = edit.put(changed);
    let mut brief = Brief::new(text);
    brief.objective = "A text that names the norms of 2015".to_owned();
    brief.red_line = "No new treaty".to_owned();
    brief.crossed = true;
    brief.instruction = Instruction::Draft;
    brief.instruction_by = Some(day("2026-12-01"));
    edit = edit.put(brief);
    let session = Meeting {
        place: "New York".to_owned(),
        until: Some(day("2026-12-11")),
        ..Meeting::new("Third session", day("2026-12-07"))
    };
    let agenda = AgendaItem::new(session.id, text);
    let silence = Meeting {
        kind: MeetingKind::Silence,
        time: chrono::NaiveTime::from_hms_opt(18, 0, 0),
        offset: Some(-300),
        ..Meeting::new("Silence on the report", day("2026-11-25"))
    };
    edit = edit.put(session).put(agenda).put(silence);
    edit = edit.put(Meeting::new("Second session", day("2026-09-30")));
    for (obstacle, before, now) in
        [(Obstacle::Terminology, 2, 3), (Obstacle::Mistrust, 4, 3), (Obstacle::Weapons, 2, 2)]
    {
        for (severity, on) in [(before, "2025-06-01"), (now, "2026-11-01")] {
            let mut assessment = Assessment::new(text, obstacle, Severity::new(severity), day(on));
            assessment.rationale = "As heard in the corridors".to_owned();
            assessment.answers[0] = "information security; cyber attack".to_owned();
            let concern = Concern::new(assessment.id, party("RUS"));
            edit = edit.put(assessment).put(concern);
        }
    }
    for (obstacle, title, due, after) in [
        (Obstacle::Terminology, "Shared list of terms", Some("2026-11-01"), Some(1)),
        (Obstacle::Mistrust, "Points of contact", Some("2027-01-15"), Some(2)),
        (Obstacle::Proxies, "A paragraph on proxies", None, None),
    ] {
        edit = edit.put(Remedy {
            kind: Some(RemedyKind::Wording),
            owner: "Legal adviser".to_owned(),
            due: due.map(day),
            severity_after: after.and_then(Severity::new),
            precedent: "OSCE CBM 9".to_owned(),
            ..Remedy::new(text, obstacle, title)
        });
    }
    let mut relation =
        Relation::new([party("USA"), party("UKR")], Trust::Allied, day("2026-01-01"));
    relation.rationale = "Security agreement".to_owned();
    edit = edit.put(relation).put(Relation::new(
        [party("GEO"), party("ISR")],
        Trust::Mistrust,
        day("2026-02-01"),
    ));
    let mut brazil = Engagement::new(party("BRA"));
    brazil.tags = "CSIRT, BRICS, digital economy".to_owned();
    brazil.economic = "A trusted market for services in Latin America".to_owned();
    brazil.argument = "Open networks carry its digital exports".to_owned();
    let called = NextStep { done: Some(day("2026-10-20")), ..NextStep::new(party("BRA"), "Call") };
    let visit = NextStep {
        due: Some(day("2026-11-10")),
        owner: "Embassy".to_owned(),
        ..NextStep::new(party("BRA"), "Visit to Brasília")
    };
    edit = edit.put(brazil).put(called).put(visit);
    edit = edit.put(Term { wording: "peaceful use".to_owned(), ..Term::new("cyber peace") });
    for aim in [Aim::Peace, Aim::ClearAgreements] {
        edit = edit.put(AimTag::new(text, aim));
    }
    edit = edit.put(AimTag::new(votes, Aim::Peace));
    document.apply(&edit).unwrap();
}

/// Tall enough for the whole inspector, so that everything can be clicked.
fn window() -> Window {
    let size = egui::vec2(1600.0, 2400.0);
    Window::with(Options { size, ..Options::default() }, fill)
}

#[test]
fn a_member_that_says_nothing_shows_what_its_group_says_and_how_that_is_known() {
    let mut window = window();
    assert!(window.shows("Albania, A/RES/74/29, can live with it, stated publicly, 12 Dec 2019"));
    assert!(window.shows("Hungary, A/RES/74/29, has reservations, EU has reservations"));
    let conflict = "Netherlands, A/RES/74/29, unknown, EU has reservations, FOC objects";
    window.click(conflict);
    assert!(window.shows_part("contradict each other"));
    // The party's own stance prevails at once, and undo restores what the groups say.
    window.type_text("0");
    assert!(window.shows("Netherlands, A/RES/74/29, can live with it, 21 Nov 2026"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows(conflict));
    // Saying that its own stance is unknown is an entry of its own too.
    window.type_text("?");
    assert!(window.shows("Netherlands, A/RES/74/29, unknown, 21 Nov 2026"));
}

#[test]
fn evidence_goes_to_the_entry_that_was_just_made() {
    let mut window = window();
    window.click("Israel, A/RES/74/29, objects, stated publicly, 12 Dec 2019");
    window.click_first("12 Dec 2019, Objects");
    window.click("Israel, A/RES/74/29, objects, stated publicly, 12 Dec 2019");
    window.type_text("0");
    let date = window.harness.get_by_role_and_label(Role::TextInput, "Date");
    assert_eq!(date.value().as_deref(), Some("21 Nov 2026"));
}

#[test]
fn a_deadline_has_one_day() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    window.click("7 Dec 2026, Third session");
    window.harness.get_by_role_and_label(Role::ComboBox, "Kind").click();
    window.settle();
    window.click("Deadline");
    let meetings = &window.document().snapshot().meetings;
    let session = meetings.iter().find(|meeting| meeting.title == "Third session").unwrap();
    assert_eq!((session.kind, session.until), (MeetingKind::Deadline, None));
}

#[test]
fn a_group_has_its_own_line_of_entries() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num4);
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("European");
    window.click_first("EU, ");
    window.click("A/RES/74/29");
    assert!(window.shows("EU on 74/29"));
    assert!(window.shows_part("27 members"));
    window.click_first("Actively champions");
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.group_positions.len(), 3, "an entry is added, none overwritten");
}

#[test]
fn a_brief_is_marked_red_from_the_start_and_asks_for_attention() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/187, ");
    window.click("Own brief");
    window.click("Write a brief");
    let snapshot = window.document().snapshot();
    let id = snapshot.proposal_by_code("A/RES/73/187").unwrap().id;
    let brief = snapshot.briefs.iter().find(|brief| brief.proposal == id).unwrap();
    assert_eq!(brief.marking, Some(Marking::Red));
    window.click_first("A/RES/74/29, ");
    assert!(window.shows("As it stands, the proposal crosses your red line."));
    assert!(
        window.shows("The instruction has not been cleared, and there is a meeting on 7 Dec 2026.")
    );
}

#[test]
fn contested_terms_are_found_in_the_text_of_a_proposal() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/74/29, ");
    assert!(window.shows_part("contested terms; each card shows"));
    for form in ["information security", "cyber attacks", "critical infrastructure", "cyberspace"] {
        assert!(window.shows(form), "{form}");
    }
}

#[test]
fn an_obstacle_is_met_with_a_remedy_from_the_library() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click("A/RES/73/27, use of proxies, not assessed");
    window.type_text("4");
    assert!(window.shows("Does the text cover non-state actors?"));
    window.click("From the library…");
    let before = window.document().snapshot().remedies.len();
    window.press(Key::Enter);
    window.settle();
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.remedies.len(), before + 1);
    let remedy = snapshot.remedies.iter().last().unwrap();
    assert!(remedy.obstacle == Obstacle::Proxies && !remedy.precedent.is_empty());
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Owner").is_some());
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::M);
    assert!(window.shows_part("Shared list of terms, 1 Nov 2026"));
}

#[test]
fn the_heat_map_shows_the_trend_and_what_remains() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows_part("no agreed terminology, 3, serious, after remedies: 1, slight"));
    window.click_first("A/RES/74/29, deep-rooted mistrust");
    assert!(window.shows("Better than on 21 Nov 2025"));
    assert!(window.shows("After remedies: 2, moderate"));
    assert!(window.shows("93 of 96 not assessed yet"));
}

#[test]
fn blockers_that_distrust_each_other_are_named() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27, ");
    assert!(window.shows("Georgia – Israel"), "both object");
    assert!(!window.shows_part("United States – Ukraine"), "they are allies");
    // Below the visible part.
    window.harness.get_by_label("Georgia – Israel").click_accesskit();
    window.settle();
    assert!(window.shows("Relation between two parties"));
}

#[test]
fn swing_states_are_in_one_table_with_their_next_step_and_last_contact() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("Bras");
    window.click("Brazil, Visit to Brasília, 20 Oct 2026");
    assert!(window.shows("overdue: 10 Nov 2026"));
    window.click("Add a step");
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.next_steps.len(), 3);
}

#[test]
fn contacts_of_a_party_are_added_beside_its_steps_and_found() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);
    window.click_first("Brazil, Visit to Brasília");
    window.click("Add a contact");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("M. Souza");
    window.press(Key::Tab);
    window.type_text("Head of the cyber division");
    window.press(Key::Tab);
    let contact = window.document().snapshot().contacts.iter().next().unwrap().clone();
    assert_eq!((&*contact.name, &*contact.function), ("M. Souza", "Head of the cyber division"));
    let dossier = window.document().snapshot().dossier.marking;
    assert!(contact.marking.unwrap_or(dossier) >= Marking::Amber, "personal data");
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("souza");
    assert!(window.shows_part("Brazil, Visit to Brasília"));
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
    window.type_text("cyber division");
    window.wait_for("M. Souza, Brazil");
}

#[test]
fn the_calendar_lists_everything_due() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    for row in [
        "7 Dec 2026, Third session",
        "1 Dec 2026, Instruction: clearance due",
        "10 Nov 2026, Visit to Brasília",
        "15 Jan 2027, Points of contact",
    ] {
        assert!(window.shows(row), "{row}");
    }
    assert!(window.shows("25 Nov 2026, Silence on the report") && window.shows("Running"));
    assert!(!window.shows("20 Oct 2026, Call"), "it is past and done");
    window.click("Include past items");
    assert!(window.shows("20 Oct 2026, Call"));
}

#[test]
fn proposals_are_counted_and_filtered_by_the_aims_they_serve() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click("All aims");
    window.click_first("peace, security");
    window.settle();
    assert!(window.shows_part("A/RES/73/27, ") && window.shows_part("A/RES/74/29, "));
    assert!(!window.shows_part("A/RES/75/32, "));
}

#[test]
fn entries_without_a_source_are_listed() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num7);
    window.click("Entries without a source: 2");
    assert!(window.shows("EU, A/RES/74/29") && window.shows("FOC, A/RES/74/29"));
}

#[test]
fn an_empty_dossier_says_what_belongs_on_the_new_screens() {
    let options = Options { template: Some(Template::Empty), ..Options::default() };
    let mut window = Window::with(options, |_| {});
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    for (key, words) in [
        (Key::M, "There are no open remedies"),
        (Key::E, "No party is in the swing camp"),
        (Key::D, "Nothing is coming up"),
    ] {
        window.press_with(shift, key);
        assert!(window.shows_part(words), "{words}");
    }
}

#[test]
fn the_home_screen_shows_the_next_dates_and_a_silence_procedure_its_time_zone() {
    let mut window = window();
    window.click("25 Nov 2026, 18:00 UTC−5 · Silence on the report");
    assert!(window.shows("Running"));
    assert!(window.harness.query_by_role_and_label(Role::TextInput, "Time").is_some());
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.click("7 Dec 2026 – 11 Dec 2026 · Third session");
    assert!(window.shows("A/RES/74/29"), "its agenda");
    window.click("Add a proposal…");
    window.type_text("75/32");
    window.press(Key::Enter);
    window.settle();
    assert_eq!(window.document().snapshot().agenda.len(), 2);
}

#[test]
fn what_changed_since_the_last_meeting_is_listed() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("What changed");
    assert!(window.shows_part("EU, A/RES/74/29, unknown → has reservations"));
    window.click("Since Second session");
    assert!(!window.shows_part("EU, A/RES/74/29"), "it spoke before that");
    assert!(window.shows_part("FOC, A/RES/74/29, unknown → objects"));
    assert!(window.shows_part("No agreed terminology, A/RES/74/29, 2 → 3"));
    assert!(window.shows_part("Status, A/RES/74/29, Adopted → Under negotiation"));
    // Each line links to its subject.
    window.click("FOC, A/RES/74/29, unknown → objects");
    assert!(window.shows("FOC on 74/29"));
}

#[test]
fn nothing_in_the_inspector_widens_it() {
    let widths = ["A/RES/74/29, ", "A/RES/73/187, "].map(|row| {
        let size = egui::vec2(1600.0, 1200.0);
        let mut window = Window::with(Options { size, ..Options::default() }, fill);
        window.press_with(Modifiers::COMMAND, Key::Num2);
        window.click_first(row);
        // A widget that grows would grow a little every frame.
        (0..20).for_each(|_| window.harness.step());
        window.harness.get_by_role_and_label(Role::TextInput, "Code").rect().width()
    });
    assert_eq!(widths[0], widths[1]);
}

#[test]
fn nothing_of_one_dossier_is_shown_in_the_next() {
    let mut window = Window::new();
    // Both are opened and not changed: only their content distinguishes them.
    for name in ["first", "second"] {
        let path = window.beside(&format!("{name}.cbm"));
        Document::create(&path, Template::UnVotes, name).unwrap();
    }
    fill(&mut Document::open(&window.beside("first.cbm")).unwrap());
    window.drop_file("first.cbm", b"", "first");
    window.press_with(Modifiers::COMMAND, Key::Num7);
    assert!(window.shows("Entries without a source: 2"));
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("What changed");
    assert!(window.shows_part("EU, A/RES/74/29"));
    window.drop_file("second.cbm", b"", "second");
    window.press_with(Modifiers::COMMAND, Key::Num7);
    assert!(window.shows("Entries without a source: 0"));
    window.press_with(Modifiers::COMMAND, Key::Num9);
    window.click("What changed");
    assert!(!window.shows_part("EU, A/RES/74/29"));
}
