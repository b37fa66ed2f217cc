//! A page as a file, from the screen that shows it.

use cbm_workbench::document::{Edit, Operation, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Marking, Proposal, Source, SourceKind};
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, WORDS, Window};

pub(crate) fn window() -> Window {
    Window::with(Options::default(), |document| {
        let mut secret = Proposal::new("OURS-1", Bilingual::new("A proposal of ours", ""));
        secret.marking = Some(Marking::Red);
        document.apply(&Edit::add(secret, "x")).unwrap();
    })
}

/// Asks for a page, and waits until its preview is shown.
pub(crate) fn ask(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("Page 1 of");
}

pub(crate) fn choose(window: &mut Window, what: &str, value: &str) {
    window.harness.get_by_role_and_label(Role::ComboBox, what).click();
    window.settle();
    // The list is above everything else.
    let found: Vec<_> = window.harness.get_all_by_label(value).collect();
    found[found.len() - 1].click();
    drop(found);
    window.settle();
}

fn as_html(window: &mut Window) {
    choose(window, "Format", "HTML (.html)");
}

#[test]
fn the_page_on_screen_is_exported_under_a_ceiling_after_saying_what_it_withholds() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    ask(&mut window);
    assert!(window.shows_part("Left out of whatever the page would show"));
    assert!(window.harness.query_all_by_label("Proposal").next().is_some(), "one is withheld");
    window.harness.snapshot("dialog_export");
    as_html(&mut window);
    let path = window.beside("page");
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("Written to");
    let page = std::fs::read_to_string(window.beside("page.html")).unwrap();
    assert!(page.contains("Proposals, as of 21 Nov 2026"), "{page}");
    assert!(page.contains("A/RES/73/27") && !page.contains("OURS-1"), "{page}");
}

#[test]
fn an_existing_file_is_replaced_only_after_agreeing() {
    let mut window = window();
    let path = window.beside("page.html");
    std::fs::write(&path, "mine").unwrap();
    ask(&mut window);
    as_html(&mut window);
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("already exists");
    assert!(window.shows_part("Replace it, or choose another name."));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    window.click("Replace that file");
    window.wait_for("Written to");
    assert!(std::fs::read_to_string(&path).unwrap().contains("Coalition matrix"));
}

#[test]
fn the_brief_on_the_selected_proposal_is_a_document_of_word() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27");
    ask(&mut window);
    assert!(window.shows("Short, for a minister"));
    window.click("Choose where…");
    let path = window.beside("brief.docx");
    window.give_path(&path);
    window.wait_for("Written to");
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn a_page_is_printed_on_the_paper_that_is_chosen() {
    let mut window = window();
    ask(&mut window);
    assert!(!window.shows("Paper"), "only what is printed has sheets");
    choose(&mut window, "Format", "PDF (.pdf)");
    choose(&mut window, "Paper", "A3");
    choose(&mut window, "Orientation", "Upright");
    window.click("Choose where…");
    let path = window.beside("matrix.pdf");
    window.give_path(&path);
    window.wait_for("Written to");
    let file = std::fs::read(&path).unwrap();
    assert!(file.starts_with(b"%PDF-1.7"));
    assert!(String::from_utf8_lossy(&file).contains("/MediaBox [0 0 841.89 1190.551]"));
}

/// A window on a dossier whose matrix takes a while to lay out.
fn large() -> Window {
    Window::with(Options::default(), |document| {
        let proposals = (0..200).map(|number| {
            let code = format!("LONG-{number}");
            let mut proposal = Proposal::new(&code, Bilingual::new("A proposal among many", ""));
            proposal.marking = Some(Marking::Clear);
            proposal.into()
        });
        let mut edit = Edit::new(StepName::ImportRecords, "");
        edit.operations = proposals.map(Operation::Put).collect();
        document.apply(&edit).unwrap();
    })
}

/// The names of the files beside the dossier, hidden ones included.
fn files(window: &Window) -> Vec<String> {
    let folder = window.beside("");
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        names.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn begin_large(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("Nothing that this page would show is marked more strictly");
    choose(window, "Format", "PDF (.pdf)");
    window.click("Choose where…");
    window.give_path(&window.beside("matrix.pdf"));
    window.wait_for("Cancel the page");
}

#[test]
fn a_page_that_is_cancelled_leaves_nothing_while_the_window_stays_alive() {
    let mut window = large();
    let before = files(&window);
    begin_large(&mut window);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(window.shows("Obstacles") && window.shows("Cancel the page"), "other work goes on");
    window.click("Cancel the page");
    window.wait_for("Cancelled; nothing was written.");
    assert!(!window.shows("Cancel the page"));
    assert_eq!(files(&window), before);
}

/// The PDFs waiting to be viewed.
fn waiting(window: &Window) -> Vec<std::path::PathBuf> {
    let Ok(folders) = std::fs::read_dir(window.beside("pages")) else { return Vec::new() };
    let folders = folders.map(|it| it.unwrap().path()).filter(|it| !it.ends_with("seen"));
    let files = folders.flat_map(|it| std::fs::read_dir(it).unwrap());
    let files = files.map(|it| it.unwrap().path());
    files.filter(|it| it.extension().is_some_and(|it| it == "pdf")).collect()
}

#[test]
fn the_page_on_screen_is_opened_as_pdf_after_asking_once() {
    let mut window = window();
    let seen = window.beside("pages").join("seen");
    std::fs::create_dir_all(&seen).unwrap();
    window.press_with(Modifiers::COMMAND, Key::P);
    window.wait_for("Page 1 of");
    assert!(window.shows_part("Left out of whatever the page would show") && window.shows("Paper"));
    assert!(!window.shows("Format"), "it is a PDF in any case");
    window.click("Open as PDF");
    window.wait_for("Opened as PDF");
    assert!(std::fs::read(seen.join("Coalition matrix.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::P);
    assert!(!window.shows("Export a page"), "as was agreed to before");
    window.wait_for("Opened as PDF");
    let begun = std::time::Instant::now();
    while !seen.join("Proposals.pdf").exists() {
        assert!(begun.elapsed().as_secs() < 20);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(std::fs::read(seen.join("Proposals.pdf")).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn where_nothing_opens_a_pdf_it_says_where_the_file_is_until_the_dossier_is_closed() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::P);
    window.wait_for("Page 1 of");
    window.click("Open as PDF");
    window.wait_for("no program was found that opens a PDF");
    let there = waiting(&window);
    assert_eq!(there.len(), 1);
    assert!(window.shows_part(&there[0].display().to_string()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(there[0].parent().unwrap()) & 0o777, 0o700);
        assert_eq!(mode(&there[0]) & 0o777, 0o600);
    }
    window.press_with(Modifiers::COMMAND, Key::W);
    assert_eq!(waiting(&window).len(), 0);
}

#[test]
fn before_anything_of_a_protected_dossier_is_opened_as_pdf_it_is_asked_every_time() {
    let mut window = Window::with(Options::default(), |document| {
        document.set_passphrase(Passphrase::new(WORDS.to_owned()).as_ref()).unwrap();
    });
    for _ in 0..2 {
        window.press_with(Modifiers::COMMAND, Key::P);
        window.wait_for("Page 1 of");
        choose(&mut window, "Shown up to", "TLP:AMBER");
        window.wait_for("Page 1 of");
        let button = || window.harness.get_by_label("Open as PDF");
        assert!(button().accesskit_node().is_disabled());
        window.click("Anyone who obtains the file may read everything in it");
        window.click("Open as PDF");
        window.wait_for("no program was found that opens a PDF");
        window.click("Dismiss");
    }
    assert_eq!(waiting(&window).len(), 2);
    window.press_with(Modifiers::COMMAND, Key::L);
    assert_eq!(waiting(&window).len(), 0);
}

#[test]
fn what_a_program_that_was_killed_left_to_be_looked_at_is_removed_at_the_next_start() {
    let window = Window::new();
    // As after a kill: the lock is released, the folder stays.
    let left = window.beside("pages").join(".cbm-left.tmp");
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("lock"), "").unwrap();
    std::fs::write(left.join("Brief.pdf"), "secret").unwrap();
    let window = window.after_a_crash(Options::default());
    assert!(!window.beside("pages").join(".cbm-left.tmp").exists());
}

/// The picture that was put on the clipboard in the last frame drawn.
fn copied(window: &Window) -> Option<egui::ColorImage> {
    window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyImage(image) => Some(image.clone()),
        _ => None,
    })
}

#[test]
fn the_page_on_screen_is_copied_as_a_picture_as_wide_as_a_slide() {
    let mut window = window();
    window.click("File");
    window.click("Copy this page as a picture…");
    window.wait_for("Page 1 of");
    assert!(!window.shows("Format") && window.shows_part("Other programs on this computer"));
    window.click_without_settling("Copy as picture");
    let begun = std::time::Instant::now();
    let image = loop {
        window.harness.step();
        if let Some(image) = copied(&window) {
            break image;
        }
        assert!(begun.elapsed().as_secs() < 20);
        std::thread::sleep(std::time::Duration::from_millis(5));
    };
    assert!(image.size[0] >= 1920 && image.size[1] > 100, "{:?}", image.size);
    window.wait_for("Copied as a picture, marked TLP:");
}

#[test]
fn the_page_is_looked_at_before_it_is_made_and_its_pages_are_turned() {
    let mut window = window();
    ask(&mut window);
    let of = |window: &Window| {
        let found: Vec<_> = window.harness.get_all_by_label_contains("Page 1 of").collect();
        found[0].accesskit_node().value().or(found[0].accesskit_node().label()).unwrap()
    };
    let matrix = of(&window);
    choose(&mut window, "Page", "Positions");
    window.wait_for("Page 1 of");
    assert_ne!(of(&window), matrix, "a list of two thousand takes more");
    window.press(Key::PageDown);
    window.wait_for("Page 2 of");
    window.click("Next page");
    window.wait_for("Page 3 of");
    window.press(Key::PageUp);
    window.click("Previous page");
    window.wait_for("Page 1 of");
    let back = window.harness.get_by_label("Previous page");
    assert!(back.accesskit_node().is_disabled());
}

#[test]
fn in_place_of_a_page_that_cannot_be_made_it_says_why_until_it_can() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("OURS-1");
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("“OURS-1” is marked more strictly than that ceiling");
    assert!(!window.shows_part("Page 1 of"));
    choose(&mut window, "Shown up to", "TLP:RED");
    window.wait_for("Page 1 of");
    assert!(!window.shows_part("is marked more strictly than that ceiling"));
    choose(&mut window, "Shown up to", "TLP:GREEN");
    assert!(!window.shows_part("Page 1 of"), "nothing above the ceiling stays in sight");
}

#[test]
fn where_nothing_can_be_written_the_buttons_are_grey_and_the_way_out_is_said() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("OURS-1");
    window.press_with(Modifiers::COMMAND, Key::E);
    window.wait_for("Choose a stricter marking at “Shown up to”");
    let is_grey = |window: &Window| {
        ["Choose where…", "Open as PDF", "Copy as picture"]
            .map(|name| window.harness.get_by_label(name).accesskit_node().is_disabled())
    };
    assert_eq!(is_grey(&window), [true; 3]);
    choose(&mut window, "Shown up to", "TLP:RED");
    window.wait_for("Page 1 of");
    assert_eq!(is_grey(&window), [false; 3]);
}

#[test]
fn a_dossier_of_which_nothing_may_go_further_is_shown_up_to_its_own_marking() {
    let mut window = Window::with(
        Options { template: Some(Template::Empty), ..Options::default() },
        |document| {
            let proposal = Proposal::new("OURS-1", Bilingual::new("A proposal of ours", ""));
            document.apply(&Edit::add(proposal, "x")).unwrap();
        },
    );
    ask(&mut window);
    let ceiling = window.harness.get_by_role_and_label(Role::ComboBox, "Shown up to");
    assert_eq!(ceiling.accesskit_node().value().as_deref(), Some("TLP:AMBER"));
}

#[test]
fn a_page_that_could_not_be_written_is_asked_for_again_as_it_was_chosen() {
    let mut window = window();
    ask(&mut window);
    choose(&mut window, "Page", "The camps at a glance");
    choose(&mut window, "Format", "PDF (.pdf)");
    window.wait_for("Page 1 of");
    // Enter does what the first button does.
    window.press(Key::Enter);
    window.give_path(&window.beside("nowhere").join("page.pdf"));
    window.wait_for("Nothing was written.");
    ask(&mut window);
    let chosen = |window: &Window, what: &str| {
        window.harness.get_by_role_and_label(Role::ComboBox, what).accesskit_node().value()
    };
    assert_eq!(chosen(&window, "Page").as_deref(), Some("The camps at a glance"));
    assert_eq!(chosen(&window, "Format").as_deref(), Some("PDF (.pdf)"));
    window.press(Key::Enter);
    let path = window.beside("page.pdf");
    window.give_path(&path);
    window.wait_for("Written to");
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    // The next page is again the one on screen.
    ask(&mut window);
    assert_eq!(chosen(&window, "Page").as_deref(), Some("Coalition matrix"));
}

#[test]
fn every_screen_proposes_its_own_page_or_says_which_comes_nearest() {
    let mut window = window();
    for (key, page, own) in [
        (Key::Num1, "Coalition matrix", true),
        (Key::Num2, "Proposals", true),
        (Key::Num3, "Parties", true),
        (Key::Num4, "Parties", false),
        (Key::Num5, "Obstacles", true),
        (Key::Num6, "Parties", false),
        (Key::Num7, "Sources", true),
        (Key::Num8, "Coalition matrix", false),
        (Key::Num9, "What has changed", true),
    ] {
        window.press_with(Modifiers::COMMAND, key);
        window.press_with(Modifiers::COMMAND, Key::E);
        let what = window.harness.get_by_role_and_label(Role::ComboBox, "Page");
        assert_eq!(what.accesskit_node().value().as_deref(), Some(page), "{key:?}");
        assert_eq!(window.shows_part("has no page of its own"), !own, "{key:?}");
        window.press(Key::Escape);
    }
    for (key, page) in [(Key::T, "Text"), (Key::J, "Calling list")] {
        window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, key);
        window.press_with(Modifiers::COMMAND, Key::E);
        let what = window.harness.get_by_role_and_label(Role::ComboBox, "Page");
        assert_eq!(what.accesskit_node().value().as_deref(), Some(page), "{key:?}");
        window.press(Key::Escape);
    }
}

#[test]
fn the_matrix_is_exported_as_it_is_on_screen_or_whole() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("neth");
    for (part, whole) in [("As on screen: 1 of 193 parties", false), ("All, by name", true)] {
        ask(&mut window);
        if whole {
            choose(&mut window, "Which part", part);
        }
        choose(&mut window, "Format", "CSV (.csv)");
        window.click("Choose where…");
        let path = window.beside(&format!("{whole}.csv"));
        window.give_path(&path);
        window.wait_for("Written to");
        let rows = std::fs::read_to_string(&path).unwrap().lines().count();
        assert_eq!(rows, if whole { 194 } else { 2 });
    }
}

#[test]
fn a_window_closed_while_a_page_is_made_waits_and_closed_again_cancels_it() {
    let commands = |window: &Window| {
        let root = window.harness.output().viewport_output.get(&ViewportId::ROOT);
        root.map(|root| root.commands.clone()).unwrap_or_default()
    };
    let close = |window: &mut Window| {
        let viewport = window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        window.harness.step();
        commands(window).contains(&ViewportCommand::CancelClose)
    };
    let mut window = large();
    let before = files(&window);
    begin_large(&mut window);
    assert!(close(&mut window) && window.shows_part("The window closes once the page is written."));
    assert!(close(&mut window));
    let begun = std::time::Instant::now();
    while !commands(&window).contains(&ViewportCommand::Close) {
        assert!(begun.elapsed().as_secs() < 60, "the window does not close");
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.harness.step();
    }
    assert_eq!(files(&window), before);
}

#[test]
fn what_is_selected_together_is_a_page_of_its_own() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    for (modifiers, name) in [(Modifiers::NONE, "Albania, "), (Modifiers::COMMAND, "Algeria, ")] {
        let row = window.harness.get_all_by_label_contains(name).last().unwrap();
        row.click_modifiers(modifiers);
        window.settle();
    }
    assert!(window.shows("2 selected"));
    ask(&mut window);
    choose(&mut window, "Format", "CSV (.csv)");
    window.click("Choose where…");
    let path = window.beside("page.csv");
    window.give_path(&path);
    window.wait_for("Written to");
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.contains("ALB") && page.contains("DZA"), "{page}");
    assert!(!page.contains("CAN"), "{page}");
}

/// The page on screen, written as HTML.
fn written(window: &mut Window) -> String {
    ask(window);
    as_html(window);
    let path = window.beside("page");
    window.click("Choose where…");
    window.give_path(&path);
    window.wait_for("Written to");
    std::fs::read_to_string(window.beside("page.html")).unwrap()
}

#[test]
fn sources_are_a_page_that_leaves_out_those_marked_more_strictly() {
    let mut window = Window::with(Options::default(), |document| {
        for (title, marking) in [("A report", Marking::Green), ("What was heard", Marking::Red)] {
            let mut source = Source::new("", title, SourceKind::Report);
            (source.link, source.marking) = ("https://example.org/1".to_owned(), Some(marking));
            document.apply(&Edit::add(source, "")).unwrap();
        }
    });
    window.press_with(Modifiers::COMMAND, Key::Num7);
    let page = written(&mut window);
    for said in ["A report", "https://example.org/1", "TLP:GREEN", "United Nations", "5 Dec 2018"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("What was heard"), "{page}");
}

#[test]
fn the_handout_names_proposals_by_their_titles() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.click("Prepare an order");
    assert!(written(&mut window).contains("A/RES/73/27 · Open-ended working group"));
}
