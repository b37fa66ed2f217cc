//! The room: what the wall shows at every size, and that nothing is above its ceiling.

use std::path::Path;

use cbm_workbench::analysis::{SoFar, Told, told};
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Camp, Certainty, Keyed, Language, Marking, Meeting, Obstacle, Parked, Poll,
    PollKind, Position, Record, Remedy, Severity, Slide, SlideKind, Stance, Table,
};
use cbm_workbench::store::{Audience, Clearance};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::{Running, Seen, Texts, Wall, wall};
use cbm_workbench::ui::state::{CampNames, TextShows};
use cbm_workbench::ui::theme::{self, Theme};
use chrono::{DateTime, Utc};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, SnapshotResults};

use crate::canary;
use crate::common::{Options, Window, clock};

/// The sizes of wall that every slide is drawn at.
const WALLS: [(&str, f32, f32); 2] = [("1080p", 1920.0, 1080.0), ("720p", 1280.0, 720.0)];

/// And one more for those with the most content. A wall of this shape is drawn like 1080p, only
/// twice as large.
const LARGE: (&str, f32, f32) = ("4k", 3840.0, 2160.0);

pub fn seen(path: &Path, ceiling: Marking, text: Text) -> Seen {
    let document = Document::open(path).unwrap();
    let visible = document.visible(&Clearance::new(Audience::Room, ceiling)).unwrap();
    Seen::new(visible.snapshot, clock().today(), text)
}

/// The appearance of a wall in a test.
#[derive(Clone)]
pub struct Look {
    pub slide: Slide,
    pub page: usize,
    pub ceiling: Marking,
    pub camps: CampNames,
    pub dark: bool,
    pub language: Language,
    pub size: egui::Vec2,
    pub now: Option<DateTime<Utc>>,
}

impl Look {
    pub fn new(slide: Slide) -> Self {
        Self {
            slide,
            page: 0,
            ceiling: Marking::Clear,
            camps: CampNames::Named,
            dark: false,
            language: Language::English,
            size: egui::vec2(1920.0, 1080.0),
            now: None,
        }
    }
}

pub fn drawn(seen: Seen, look: Look) -> Harness<'static> {
    let mut installed = false;
    let mut harness = Harness::builder().with_size(look.size).build_ui(move |ui| {
        if !std::mem::replace(&mut installed, true) {
            theme::install(ui, cbm_workbench::settings::ThemeChoice::Light);
            return;
        }
        let rect = ui.ctx().content_rect();
        let polls = polls(&seen, &look.slide);
        // As much of a text as can be shown.
        let texts = Texts { shows: TextShows::Both, names: true, ..Texts::default() };
        let shown = Wall {
            text: Text::new(look.language),
            seen: &seen,
            slide: &look.slide,
            page: look.page,
            place: (2, 9),
            ceiling: look.ceiling,
            camps: look.camps,
            chatham: true,
            highlight: (look.slide.kind == SlideKind::Heat).then_some(1),
            pointer: None,
            seconds: (look.slide.kind == SlideKind::Proposal).then_some(125),
            now: look.now,
            polls: &polls,
            texts: &texts,
        };
        wall(ui, rect, Theme::fixed(look.dark), Some(&shown), None);
    });
    harness.run();
    harness.run();
    harness
}

/// The polls on the proposal of a slide, as far as they may be told if nothing was told before.
fn polls(seen: &Seen, slide: &Slide) -> Vec<Running> {
    let polls = seen.snapshot.polls.iter().filter(|poll| Some(poll.proposal) == slide.proposal);
    let mut polls: Vec<_> = polls
        .map(|poll| {
            let told = match told(&seen.snapshot.dossier, poll.counts) {
                Told::Split(counts) => SoFar::Split(counts, 0),
                Told::FewerThan(fewest) => SoFar::FewerThan(fewest),
                Told::TooClose => unreachable!("nothing was told before"),
            };
            Running { poll: poll.clone(), told }
        })
        .collect();
    polls.sort_by_key(|it| it.poll.kind);
    polls
}

/// A dossier with something to show on every slide.
fn dossier(path: &Path) {
    Document::create(path, Template::UnVotes, "UN votes on ICT security").unwrap();
    let mut document = Document::open(path).unwrap();
    document.set_clock(clock());
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let brazil = snapshot.party_by_code("BRA").unwrap().id;
    let clear = Some(Marking::Clear);
    let today = clock().today();
    let mut records: Vec<Record> = Vec::new();
    let severities = [3, 2, 4, 3, 1, 2, 1, 3];
    for (obstacle, severity) in Obstacle::ALL.iter().zip(severities) {
        let severity = Severity::new(severity);
        let mut new = Assessment::new(proposal, *obstacle, severity, today);
        new.marking = clear;
        records.push(new.into());
    }
    let mut remedy = Remedy::new(proposal, Obstacle::Terminology, "A shared list of terms");
    remedy.severity_after = Severity::new(1);
    remedy.marking = clear;
    records.push(remedy.into());
    for (kind, counts) in
        [(PollKind::Temperature, [2, 6, 4, 1, 2, 0]), (PollKind::Speakers, [0, 2, 1, 0, 1, 0])]
    {
        let mut poll = Poll { counts, ..Poll::new(proposal, kind, today) };
        poll.marking = clear;
        records.push(poll.into());
    }
    let mut parked =
        Parked::new("Who decides what counts as critical infrastructure?", clock().now());
    parked.proposal = Some(proposal);
    parked.marking = clear;
    records.push(parked.into());
    let mut moved = Position::new(proposal, brazil, Some(Stance::Object), today);
    moved.marking = clear;
    records.push(moved.into());
    let mut meeting = Meeting::new("Global Mechanism, first substantive session", today);
    meeting.date = "2027-03-08".parse().unwrap();
    meeting.place = "New York".to_owned();
    meeting.marking = clear;
    records.push(meeting.into());
    let edit = Edit::new(StepName::Add(Table::Slides), "");
    let edit = records.into_iter().fold(edit, Edit::put);
    document.apply(&edit).unwrap();
}

/// Every kind of slide, with a name.
fn slides(seen: &Seen) -> Vec<(&'static str, Slide)> {
    let proposal = Some(seen.snapshot.proposal_by_code("A/RES/73/27").unwrap().id);
    let new = |kind| Slide::new(kind, 0);
    let mut title = new(SlideKind::Title);
    title.text = "Informal consultations, The Hague".to_owned();
    let mut obstacle = new(SlideKind::Obstacle);
    obstacle.obstacle = Some(Obstacle::Terminology);
    vec![
        ("title", title),
        ("summary", new(SlideKind::Summary)),
        ("matrix", new(SlideKind::Matrix)),
        ("camp", Slide { camp: Some(Camp::StateOriented), ..new(SlideKind::Matrix) }),
        ("region", Slide { region: "Europe".to_owned(), ..new(SlideKind::Matrix) }),
        ("roster", Slide { proposal, ..new(SlideKind::Matrix) }),
        ("proposal", Slide { proposal, ..new(SlideKind::Proposal) }),
        ("decision", Slide { proposal, ..new(SlideKind::Decision) }),
        ("heat", new(SlideKind::Heat)),
        ("obstacle", obstacle),
        ("timeline", new(SlideKind::Timeline)),
        ("changed", new(SlideKind::Changed)),
        ("parked", new(SlideKind::Parked)),
    ]
}

#[test]
fn pictures_of_every_slide_on_every_wall() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.cbm");
    dossier(&path);
    let seen = seen(&path, Marking::Clear, Text::new(Language::English));
    let slides = slides(&seen);
    // Texts are tested as words in `drafting` and the ranking in `ranking`, not as pictures: those
    // have a budget.
    let read = |kind: SlideKind| matches!(kind, SlideKind::Text | SlideKind::Ranking);
    for kind in SlideKind::ALL.iter().filter(|kind| !read(**kind)) {
        assert!(slides.iter().any(|(_, slide)| slide.kind == *kind), "{kind:?} is not drawn");
    }
    let mut results = SnapshotResults::new();
    for (name, slide) in slides {
        let large = matches!(name, "matrix" | "roster").then_some(LARGE);
        for (wall, width, height) in WALLS.into_iter().chain(large) {
            let size = egui::vec2(width, height);
            let look = Look { size, ..Look::new(slide.clone()) };
            let mut harness = drawn(seen.clone(), look);
            harness.snapshot(format!("room/{name}_{wall}"));
            results.extend_harness(&mut harness);
        }
    }
}

#[test]
fn pictures_of_the_room_in_the_dark_in_dutch_and_with_the_camps_unnamed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.cbm");
    dossier(&path);
    let seen = seen(&path, Marking::Clear, Text::new(Language::Dutch));
    let mut results = SnapshotResults::new();
    for (name, slide) in slides(&seen) {
        let camps = match name {
            "proposal" => CampNames::Neutral,
            "roster" | "summary" => CampNames::Hidden,
            _ => CampNames::Named,
        };
        let dutch = Language::Dutch;
        let look = Look { dark: true, camps, language: dutch, ..Look::new(slide) };
        let mut harness = drawn(seen.clone(), look);
        harness.snapshot(format!("room/{name}_dark_dutch"));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn the_wall_shows_nothing_above_its_ceiling() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("canary.cbm");
    let canaries = canary::dossier(&path);
    for ceiling in Marking::ALL {
        let seen = seen(&path, *ceiling, Text::new(Language::English));
        let mut slides: Vec<_> = seen.snapshot.slides.iter().cloned().collect();
        for kind in SlideKind::ALL {
            for proposal in seen.snapshot.proposals.iter() {
                let proposal = Some(proposal.id);
                slides.push(Slide { proposal, ..Slide::new(*kind, 0) });
            }
            let obstacle = Some(Obstacle::Proxies);
            slides.push(Slide { obstacle, ..Slide::new(*kind, 0) });
        }
        let mut words =
            vec![cbm_workbench::ui::room::window_title(Text::new(Language::English), *ceiling)];
        for slide in slides {
            for page in 0..2 {
                let look = Look { page, ceiling: *ceiling, ..Look::new(slide.clone()) };
                let harness = drawn(seen.clone(), look);
                let nodes = harness.root().children_recursive();
                for node in nodes {
                    let node = node.accesskit_node();
                    words.extend(node.label());
                    words.extend(node.value());
                }
            }
        }
        let all = words.join("\n");
        for canary in &canaries {
            let own = canary.marking.is_none();
            if own || !canary.may_leave(*ceiling) {
                // A record without a marking is never on a wall, except the dossier's title.
                let title = canary.table == Table::Dossier;
                let may = title && canary.may_leave(*ceiling);
                assert!(may || !all.contains(&canary.words), "{} {ceiling:?}", canary.words);
            }
        }
        for gone in canary::GONE {
            assert!(!all.contains(gone), "{gone}");
        }
        let code = canaries.iter().find(|it| {
            it.column == "title_en" && it.table == Table::Proposals && it.marking == Some(*ceiling)
        });
        assert!(all.contains(&code.unwrap().words), "what may be seen is there: {ceiling:?}");
    }
}

/// The names of everything on screen.
pub fn words(window: &Window) -> String {
    let nodes = window.harness.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_whole_workshop_runs_from_the_keyboard_alone() {
    let mut window = Window::new();
    // Open the room; CLEAR is the proposed ceiling.
    window.press(Key::F5);
    window.settle();
    assert!(words(&window).contains("Show up to"));
    window.press(Key::Enter);
    assert!(words(&window).contains("The wall follows you"));
    assert!(words(&window).contains("Confidence-building measures for cyberspace"));
    // Page to the first proposal, past the camps and the pages of the matrix.
    window.press(Key::PageDown);
    assert!(words(&window).contains("Where the camps stand"));
    let on_a_proposal = |window: &Window| words(window).contains("tabled by Russia");
    for _ in 0..40 {
        if on_a_proposal(&window) {
            break;
        }
        window.press(Key::PageDown);
    }
    assert!(on_a_proposal(&window));
    // Five stances without names, as the Chatham House Rule demands.
    for sign in ["+", "+", "0", "-", "5"] {
        window.type_text(sign);
    }
    let spoken = |window: &Window| {
        let polls = window.document().snapshot().polls.clone();
        polls.iter().map(Poll::total).sum::<u32>()
    };
    assert_eq!(spoken(&window), 0, "it goes into the dossier once the slide is left");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 5"));
    let russia = window.stance("RUS", "A/RES/73/27");
    assert_eq!(russia, Some(Stance::Champion), "nobody's position changed");
    // Undo one; the wall follows.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 4"));
    // Freeze: what is recorded reaches the wall only when shown.
    window.type_text("f");
    assert!(words(&window).contains("The wall is frozen"));
    window.type_text("+");
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 4"));
    window.press(Key::Enter);
    assert!(words(&window).contains("Said without names, 21 Nov 2026: 5"));
    window.type_text("f");
    // With names, for a meeting without the rule: this must be chosen first.
    window.type_text("s");
    assert!(words(&window).contains("Names are off"));
    window.type_text("c");
    assert!(words(&window).contains("Does the meeting allow that?"));
    window.press(Key::Enter);
    window.type_text("s");
    assert!(words(&window).contains("Names are off"), "who presses Enter goes on without");
    window.type_text("c");
    window.click("The meeting allows it");
    assert_eq!(spoken(&window), 5);
    window.type_text("s");
    window.type_text("brazil");
    window.press(Key::Enter);
    assert!(words(&window).contains("Speaker: Brazil"));
    window.type_text("+");
    assert_eq!(window.stance("BRA", "A/RES/73/27"), Some(Stance::Support));
    window.type_text("+");
    assert_eq!(window.stance("BRA", "A/RES/73/27"), Some(Stance::Champion), "as in the matrix");
    window.type_text("-");
    assert_eq!(window.stance("BRA", "A/RES/73/27"), Some(Stance::Champion), "that is nobody yet");
    let entry = window.document().snapshot().clone();
    let proposal = entry.proposal_by_code("A/RES/73/27").unwrap().id;
    let brazil = entry.party_by_code("BRA").unwrap().id;
    let entry = entry.current_position(proposal, brazil, clock().today()).unwrap();
    assert_eq!(entry.marking, None, "the room was told, the world was not");
    assert_eq!(entry.certainty, Some(Certainty::Room));
    assert!(window.shows("1.") && !window.shows("2."), "it was said once");
    assert!(words(&window).contains("TLP:CLEAR"), "the wall is marked as before");
    // Park a point.
    window.type_text("p");
    window.type_text("Who verifies?");
    window.press(Key::Enter);
    assert_eq!(window.document().snapshot().parked.len(), 1);
    // Blank the wall, and close the room.
    window.press_with(Modifiers::COMMAND, Key::B);
    assert!(words(&window).contains("The wall is blank"));
    assert!(!words(&window).contains("tabled by Russia"));
    window.close_room();
    assert!(words(&window).contains("Open the room…"));
}

#[test]
fn a_room_above_clear_opens_only_after_confirmation() {
    let mut window = Window::new();
    window.press(Key::F5);
    window.settle();
    window.click("TLP:GREEN");
    window.click("Open");
    assert!(!words(&window).contains("The wall follows you"));
    window.click("Everybody in the room may see TLP:GREEN");
    window.click("Open");
    assert!(words(&window).contains("The wall follows you"));
}

#[test]
fn a_withheld_record_is_shown_only_while_released_by_name() {
    use cbm_workbench::document::Edit;
    use cbm_workbench::model::Brief;
    let mut window = Window::with(Options::default(), |document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let mut brief = Brief::new(proposal);
        brief.red_line = "No new treaty".to_owned();
        document.apply(&Edit::add(brief, "")).unwrap();
    });
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.click_first("A/RES/73/27 Open-ended");
    assert!(words(&window).contains("tabled by Russia"));
    assert!(!words(&window).contains("No new treaty"));
    window.click("Release by name…");
    window.click_first("Own brief ·");
    assert!(window.shows("Room open · TLP:CLEAR"), "asked first: only the laptop says it");
    window.click_first("Show to the room");
    window.click("Close");
    assert!(words(&window).contains("No new treaty"));
    assert!(window.shows("Room open · TLP:RED"), "the wall is marked as what is on it");
    window.click_first("Released:");
    assert!(!words(&window).contains("No new treaty"));
}

#[test]
fn pictures_of_the_laptop_while_a_room_is_open() {
    let mut window = Window::new();
    window.press(Key::F5);
    window.settle();
    window.harness.snapshot("room/opening");
    window.click("Open");
    window.click_first("A/RES/73/27 Open-ended");
    window.harness.snapshot("room/laptop");
    let mut results = SnapshotResults::new();
    results.extend_harness(&mut window.harness);
    let options = Options {
        dark: true,
        language: Language::Dutch,
        size: egui::vec2(1920.0, 1080.0),
        ..Options::default()
    };
    let mut window = Window::with(options, |_| {});
    window.press(Key::F5);
    window.settle();
    window.click("Openen");
    window.click_first("A/RES/73/27 Open werkgroep");
    window.type_text("+");
    window.harness.snapshot("room/laptop_dark_dutch");
    results.extend_harness(&mut window.harness);
}

#[test]
fn if_camps_are_hidden_no_slide_reveals_one_by_leaving_others_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("room.cbm");
    dossier(&path);
    let seen = seen(&path, Marking::Clear, Text::new(Language::English));
    let slide = Slide { camp: Some(Camp::StateOriented), ..Slide::new(SlideKind::Matrix, 0) };
    let look = Look { camps: CampNames::Hidden, ..Look::new(slide) };
    let harness = drawn(seen, look);
    let nodes = harness.root().children_recursive();
    let named = nodes.filter_map(|node| node.accesskit_node().value());
    assert!(named.into_iter().any(|name| name.starts_with("Albania")), "a party of another camp");
}

#[test]
fn escape_blanks_the_wall_and_the_current_slide_survives_a_change_of_order() {
    let mut window = Window::new();
    window.press(Key::F5);
    window.settle();
    window.press(Key::Enter);
    window.click("Prepare an order");
    window.click_first("A/RES/73/27 Open-ended");
    assert!(words(&window).contains("tabled by Russia"));
    window.click("Remove: Title card");
    assert!(words(&window).contains("tabled by Russia"), "the wall stays where it is");
    window.press(Key::Escape);
    assert!(words(&window).contains("The wall is blank"));
}
