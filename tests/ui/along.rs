//! Somebody looking on at the laptop sees nothing on its page of the room that the room may not
//! see, unless a user goes and gets it.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Bilingual, Marking, Meeting, Parked, Party, Proposal, Slide, SlideKind,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};
use crate::room::words;
use crate::wall::put;

const TITLE: &str = "Fallback on verification";

fn card(marking: Marking, title: &str) -> Slide {
    let mut slide = Slide::new(SlideKind::Title, 0);
    (slide.marking, slide.title) = (Some(marking), title.to_owned());
    slide
}

fn add(document: &mut Document, slide: Slide) {
    document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
}

fn open(window: &mut Window, ceiling: Marking) {
    window.press(Key::F5);
    window.settle();
    if ceiling != Marking::Clear {
        let label = ceiling.label();
        window.click(label);
        window.click(&format!("Everybody in the room may see {label}"));
    }
    window.click("Open");
}

fn close(window: &mut Window) {
    window.close_room();
}

fn choose(window: &mut Window, slide: &str) {
    window.harness.get_by_role_and_label(Role::Row, slide).click();
    window.settle();
}

fn undo(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::Z);
}

#[test]
fn a_slide_chosen_in_one_room_is_not_read_in_a_stricter_one() {
    let mut window = Window::with(Options::default(), |it| {
        add(it, card(Marking::Clear, "Welcome"));
        add(it, card(Marking::Green, TITLE));
    });
    open(&mut window, Marking::Green);
    choose(&mut window, TITLE);
    assert!(words(&window).contains(TITLE));
    close(&mut window);
    open(&mut window, Marking::Clear);
    assert!(!words(&window).contains(TITLE), "{}", words(&window));
    // A user who chooses it now wants its words on screen.
    choose(&mut window, "Title card · withheld");
    assert!(words(&window).contains(TITLE));
    close(&mut window);
    open(&mut window, Marking::Clear);
    assert!(!words(&window).contains(TITLE), "but not in the next room");
}

#[test]
fn a_slide_that_is_withheld_from_now_on_is_no_longer_read() {
    let mut window = Window::with(Options::default(), |it| {
        add(it, card(Marking::Clear, "Welcome"));
        add(it, card(Marking::Red, TITLE));
        let slide = it.snapshot().slides.iter().find(|it| it.title == TITLE).unwrap().clone();
        let clear = Slide { marking: Some(Marking::Clear), ..slide };
        it.apply(&Edit::new(StepName::Mark, "").put(clear)).unwrap();
    });
    open(&mut window, Marking::Clear);
    choose(&mut window, TITLE);
    undo(&mut window);
    assert!(window.shows_part("blank until you answer"), "{}", words(&window));
    window.press(Key::Enter);
    assert!(window.shows("Title card · withheld"));
    assert!(!words(&window).contains(TITLE), "{}", words(&window));
}

#[test]
fn what_is_kept_hidden_has_no_title_beside_the_wall_either() {
    let retitled = |it: &Document, title: &str| {
        let old = it.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        Proposal { title: Bilingual::new(title, title), ..old }
    };
    // A slide, a proposal, and a parked point that said something else before the room was opened.
    let mut window = Window::with(Options::default(), |it| {
        add(it, card(Marking::Clear, TITLE));
        put(it, retitled(it, "Ours on verification"));
        let mut slide = Slide::new(SlideKind::Proposal, 1);
        slide.proposal = Some(it.snapshot().proposal_by_code("A/RES/73/27").unwrap().id);
        add(it, slide);
        let point = Parked::new("Who gives way?", clock().now());
        put(it, Parked { marking: Some(Marking::Clear), ..point });
        // In one step, to be taken back at once.
        let slide = it.snapshot().slides.iter().find(|it| it.title == TITLE).unwrap().clone();
        let point = it.snapshot().parked.iter().next().unwrap().clone();
        let edit = Edit::new(StepName::Prepare, "")
            .put(Slide { title: "Welcome".to_owned(), ..slide })
            .put(retitled(it, "Open-ended group"))
            .put(Parked { text: "Who verifies?".to_owned(), ..point });
        it.apply(&edit).unwrap();
    });
    open(&mut window, Marking::Clear);
    choose(&mut window, "A/RES/73/27 Open-ended group");
    undo(&mut window);
    // It is kept hidden.
    window.press(Key::Enter);
    let said = words(&window);
    assert!(said.contains("A/RES/73/27 · Open-ended group"), "what is being taken down: {said}");
    for hidden in [TITLE, "Ours on verification", "Who gives way?"] {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    // Going to a slide does not mean wanting to read what was hidden.
    choose(&mut window, "Welcome");
    let said = words(&window);
    assert!(
        said.contains("A change to this slide is kept hidden.") && !said.contains(TITLE),
        "{said}"
    );
}

#[test]
fn what_is_half_typed_in_a_room_waits_for_one_that_is_no_laxer() {
    let mut window = Window::new();
    open(&mut window, Marking::Green);
    window.type_text("p");
    window.type_text("Their red line");
    assert!(words(&window).contains("Their red line"));
    close(&mut window);
    open(&mut window, Marking::Clear);
    assert!(!words(&window).contains("Their red line"), "{}", words(&window));
    close(&mut window);
    open(&mut window, Marking::Green);
    assert!(words(&window).contains("Their red line"), "nor is it lost");
}

#[test]
fn the_time_line_is_headed_by_its_first_year() {
    let of = |first: &str, more: fn(&mut Document)| {
        let mut window = Window::with(Options::default(), |it| {
            add(it, Slide::new(SlideKind::Timeline, 0));
            more(it);
        });
        open(&mut window, Marking::Clear);
        let said = words(&window);
        assert!(said.contains(&format!("From {first} to the present")), "{said}");
        assert!(said.contains(&format!("\n{first}: ")) || said.contains(&format!("Mar {first}: ")));
    };
    of("1996", |_| {});
    of("1988", |it| {
        let mut meeting = Meeting::new("Third special session", "1988-03-31".parse().unwrap());
        meeting.marking = Some(Marking::Clear);
        put(it, meeting);
    });
}

#[test]
fn a_point_is_parked_today_although_the_desk_looks_back() {
    let mut window = Window::with(Options::default(), |it| add(it, card(Marking::Clear, TITLE)));
    open(&mut window, Marking::Clear);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    let name = "Prepare the running order";
    window.harness.get_all_by_role_and_label(Role::Row, name).next().unwrap().click();
    window.settle();
    assert!(window.shows_part("As it was after"), "{}", words(&window));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.type_text("p");
    window.type_text("Who verifies?");
    window.press(Key::Enter);
    let parked = &window.document().snapshot().parked;
    assert!(parked.iter().any(|it| it.text == "Who verifies?"), "{}", words(&window));
}

#[test]
fn whom_and_what_the_room_may_not_see_is_not_offered_beside_its_wall() {
    let mut window = Window::with(Options::default(), |it| {
        let named = Bilingual::new(TITLE, TITLE);
        put(it, Proposal { marking: Some(Marking::Red), ..Proposal::new("RL-1", named) });
        let brazil = it.snapshot().party_by_code("BRA").unwrap().clone();
        put(it, Party { marking: Some(Marking::Red), ..brazil });
    });
    let listed = |window: &mut Window| {
        window.click("Add a slide");
        window.harness.get_by_role_and_label(Role::Button, "One proposal").click();
        window.settle();
        let found = (window.shows_part("RL-1"), window.shows_part("Open-ended"));
        window.press(Key::Escape);
        window.press(Key::Escape);
        found
    };
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    assert_eq!(listed(&mut window), (true, true), "at the desk");
    open(&mut window, Marking::Clear);
    assert_eq!(listed(&mut window), (false, true), "in the room");
}
