//! The frame around the screens.

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Keyed, Language, Stance};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

#[test]
fn without_a_dossier_the_start_screen_is_shown() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    assert!(window.shows("Open the example"));
    assert!(window.shows("UN global CBMs"));
    // Commands that need a dossier are disabled.
    window.click("Edit");
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    assert!(window.shows("Open the example"));
}

#[test]
fn the_marking_is_always_in_view() {
    let mut window = Window::new();
    for key in [Key::Num1, Key::Num2, Key::Num5, Key::Num8] {
        window.press_with(Modifiers::COMMAND, key);
        assert!(window.shows("TLP:AMBER"), "{key:?}");
    }
    assert!(window.shows_part("All saved"));
    assert!(window.shows("193 parties") && window.shows("12 proposals"));
}

#[test]
fn whoever_saves_by_habit_is_told_that_it_is_saved() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.type_text("+");
    window.press_with(Modifiers::COMMAND, Key::S);
    assert!(window.shows_part("Saved: every change is written as you make it. The last one:"));
    assert_eq!(window.steps(), 1);
}

#[test]
fn f11_fills_the_screen_with_the_window_and_gives_it_back() {
    let mut window = Window::new();
    let asked = |window: &Window| {
        let root = window.harness.output().viewport_output.get(&ViewportId::ROOT);
        root.map_or_else(Vec::new, |output| output.commands.clone())
    };
    for (fills, wanted) in [(false, true), (true, false)] {
        let viewports = &mut window.harness.input_mut().viewports;
        viewports.entry(ViewportId::ROOT).or_default().fullscreen = Some(fills);
        let mut press = |pressed| {
            window.harness.input_mut().events.push(Event::Key {
                key: Key::F11,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers: Modifiers::NONE,
            });
            window.harness.step();
            asked(&window).contains(&ViewportCommand::Fullscreen(wanted))
        };
        assert!(press(true) && !press(false), "{fills}");
        window.settle();
    }
}

#[test]
fn menus_name_the_step_to_undo() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.type_text("+");
    window.click("Edit");
    assert!(window.shows("Undo: set stance (Canada · A/RES/73/27)"));
    window.click("Undo: set stance (Canada · A/RES/73/27)");
    window.click("Edit");
    assert!(window.shows("Redo: set stance (Canada · A/RES/73/27)"));
}

#[test]
fn undo_in_a_field_belongs_to_the_field() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.type_text("+");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Words").focus();
    window.settle();
    window.type_text("abc");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.steps(), 1, "the stance was not taken back");
}

#[test]
fn the_language_changes_without_a_restart() {
    let options = Options { language: Language::Dutch, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    assert!(window.shows("Coalitiematrix"));
    assert!(window.shows("Canada, A/RES/73/27, maakt bezwaar, openlijk gezegd, 5 dec. 2018"));
    window.click("NL");
    window.click("English");
    assert!(window.shows("Coalition matrix"));
}

#[test]
fn the_navigation_has_room_for_its_longest_label_in_every_language() {
    let width = |language| {
        let size = egui::vec2(1600.0, 900.0);
        let window = Window::with(Options { language, size, ..Options::default() }, |_| {});
        let words = match language {
            Language::English => "Competing texts",
            Language::Dutch => "Concurrerende teksten",
        };
        let entry = window.harness.get_by_role_and_label(Role::Tab, words).rect();
        let font = egui::FontId::proportional(14.0);
        let label = window.harness.ctx.fonts_mut(|fonts| {
            fonts.layout_no_wrap(words.to_owned(), font, egui::Color32::BLACK).size().x
        });
        // The icon before it and the number after it.
        (entry.width(), label + 46.0)
    };
    for language in Language::ALL {
        let (room, needed) = width(*language);
        assert!(room >= needed, "{language:?}: {room} of {needed}");
    }
}

#[test]
fn the_inspector_can_be_hidden_and_comes_back_with_a_selection() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    assert!(window.shows("Canada on 73/27"));
    window.press(Key::F9);
    window.harness.run_steps(20);
    assert!(!window.shows("Canada on 73/27"));
    window.press(Key::F9);
    window.harness.run_steps(20);
    assert!(window.shows("Canada on 73/27"));
}

#[test]
fn a_dropped_table_is_previewed_and_imported_as_one_step() {
    let mut window = Window::new();
    let table = "party;proposal;stance;source\nNLD;A/RES/73/27;can live with it;Note verbale\n\
                 Rusland;A/RES/73/27;--;\nAtlantis;A/RES/73/27;+;\n";
    window.drop_file("positions.csv", table.as_bytes(), "New: ");
    assert!(window.shows_part("Atlantis"), "the bad row is named");
    let before = window.steps();
    window.click("Import only what is right");
    window.wait_for("Imported");
    assert_eq!(window.steps(), before + 1);
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    assert_eq!(window.stance("RUS", "A/RES/73/27"), Some(Stance::Object));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Object));
    assert_eq!(window.stance("RUS", "A/RES/73/27"), Some(Stance::Champion));
}

#[test]
fn ambiguous_days_in_a_table_raise_a_question_and_enter_takes_the_likely_answer() {
    let mut window = Window::new();
    let table = "party,proposal,stance,date\nNLD,A/RES/73/27,0,12/05/2019\n\
                 BEL,A/RES/73/27,0,12/31/2019\n";
    window.drop_file("positions.csv", table.as_bytes(), "The day first: 12 May 2019");
    assert!(window.shows("The month first: 5 Dec 2019"));
    let before = window.steps();
    window.press(Key::Enter);
    window.wait_for("New: 2");
    assert_eq!(window.steps(), before, "the likely one was taken, and nothing imported yet");
    window.click("Import");
    window.wait_for("Imported");
    let snapshot = window.document().snapshot();
    let (proposal, party) = (
        snapshot.proposal_by_code("A/RES/73/27").unwrap().id,
        snapshot.party_by_code("NLD").unwrap().id,
    );
    assert_eq!(snapshot.line(proposal, party)[0].date.to_string(), "2019-12-05");
}

#[test]
fn a_dropped_dossier_is_opened_and_any_other_file_is_explained() {
    let mut window = Window::new();
    window.drop_file("letter.cbm", b"Dear colleague, ...", "is not a dossier");
    assert!(window.document().snapshot().party_by_code("NLD").is_some(), "the other one stays");
    let osce = window.beside("osce.cbm");
    Document::create(&osce, Template::OsceCbms, "The sixteen").unwrap();
    window.drop_file("osce.cbm", b"", "The sixteen");
    assert_eq!(window.document().snapshot().parties.len(), 57);
}

#[test]
fn a_table_needs_a_dossier_to_go_into() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    window.drop_file("positions.csv", b"party,proposal,stance\n", "is a table");
}

#[test]
fn an_accepted_suggestion_becomes_a_name_of_the_party_and_can_be_undone() {
    let mut window = Window::new();
    let table = "party,proposal,stance\nNederlend,A/RES/73/27,0\n";
    window.drop_file("positions.csv", table.as_bytes(), "New: ");
    window.click("“Nederlend” is Netherlands");
    window.wait_for("New: 1");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    let names = |window: &Window| {
        let aliases = window.document().snapshot().aliases.iter();
        aliases.map(|alias| alias.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&window), ["Nederlend"]);
    let again = "party,proposal,stance\nNEDERLEND,A/RES/73/27,--\n";
    window.drop_file("again.csv", again.as_bytes(), "New: ");
    assert!(!window.shows_part("question"), "it is not asked again");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Object));
    for _ in 0..2 {
        window.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert!(names(&window).is_empty());
}

#[test]
fn the_hint_is_about_what_there_is_to_click() {
    let mut window = Window::new();
    let tab = |window: &mut Window, name: &str| {
        window.harness.get_by_role_and_label(Role::Tab, name).click();
        window.settle();
    };
    tab(&mut window, "Sources");
    assert!(window.shows("Click a row to see and edit it"));
    tab(&mut window, "Comments");
    assert!(!window.shows("Click a row to see and edit it"), "there is none");
    assert!(window.shows("What you add appears here"));
    tab(&mut window, "History");
    assert!(window.shows("Click a step to see the dossier as it was then"));
    window.click("What changed");
    assert!(window.shows("Click a change to go to what changed"));
}

#[test]
fn the_name_of_an_icon_stands_beside_it_and_covers_no_other() {
    let mut window = Window::new();
    let tab = |window: &Window, name| window.harness.get_by_role_and_label(Role::Tab, name).rect();
    let (here, next) = (tab(&window, "Comments"), tab(&window, "Markings"));
    window.harness.hover_at(here.center());
    window.settle();
    window.pass(1.0);
    let name = window.harness.get_by_label_contains("Comments (").rect();
    assert!(name.left() >= here.right() && !name.intersects(next), "{here} {name} {next}");
}
