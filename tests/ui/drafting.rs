//! A text in front of the room: a paragraph on the wall, its amendments by number, and new words
//! without an owner until they are taken over.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Bilingual, Brief, Marking, Paragraph, Party, PartyKind, Slide, SlideKind, Stance, Table,
    Version, WordStance,
};
use cbm_workbench::ui::room::Texts;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};
use crate::room::words;
use crate::wall::{CANARY, Scene, put};

pub(crate) const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

pub(crate) const CODE: &str = "A/RES/73/27";

pub(crate) const CHAIR: &str = "Proposal of the chair · not agreed";

/// Two versions of a text that everybody may see, after it was changed.
pub(crate) fn write(
    document: &mut Document,
    change: impl FnOnce(&mut [Version; 2], &mut Vec<Paragraph>),
) {
    let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
    let clear = Some(Marking::Clear);
    let mut versions = [("chair", 0), ("rev.1", 1)]
        .map(|(name, rank)| Version { marking: clear, ..Version::new(proposal, name, rank) });
    let of = |version: usize, rank, number: &str, words: &str| Paragraph {
        number: number.to_owned(),
        marking: clear,
        ..Paragraph::new(versions[version].id, rank, words)
    };
    let mut all = vec![
        of(0, 0, "PP1", "Recalling the reports of the experts,"),
        of(0, 1, "OP1", "States shall share information."),
        of(1, 0, "PP1", "Recalling the reports of the experts,"),
        of(
            1,
            1,
            "OP1",
            "States should share information [voluntarily] (RUS, CHN) [promptly] (NLD).",
        ),
        of(1, 2, "OP2", "States [alt 1 may] (RUS) [alt 2 can] (NLD) meet."),
    ];
    (all[2].follows, all[3].follows) = (Some(all[0].id), Some(all[1].id));
    change(&mut versions, &mut all);
    let [first, second] = versions;
    let edit = Edit::add(first, "").put(second);
    document.apply(&all.into_iter().fold(edit, Edit::put)).unwrap();
}

pub(crate) fn window(change: impl FnOnce(&mut [Version; 2], &mut Vec<Paragraph>)) -> Window {
    Window::with(Options::default(), |it| write(it, change))
}

pub(crate) fn open(window: &mut Window) {
    window.press(Key::F5);
    window.settle();
    // The button that opens has the focus; "Open" is a status of paragraphs too.
    window.press(Key::Enter);
}

/// The paragraph with this number in the present version.
pub(crate) fn paragraph(window: &Window, number: &str) -> Paragraph {
    let snapshot = window.document().snapshot();
    let present = snapshot.versions.iter().max_by_key(|it| it.rank).unwrap().id;
    let of = |it: &&Paragraph| it.version == present && it.number == number;
    snapshot.paragraphs.iter().find(of).unwrap().clone()
}

/// Puts the paragraph at this place of the text on the wall.
pub(crate) fn put_on_the_wall(window: &mut Window, place: usize) {
    window.press_with(BOTH, Key::T);
    window.press(Key::Home);
    for _ in 0..place {
        window.press(Key::ArrowDown);
    }
    window.type_text("w");
}

pub(crate) fn to_the_room(window: &mut Window) {
    window.press_with(BOTH, Key::R);
}

fn texts(window: &Window) -> usize {
    let slides = window.document().snapshot().slides.iter();
    slides.filter(|it| it.kind == SlideKind::Text).count()
}

/// The words on the wall, line by line.
fn wall(window: &mut Window) -> Vec<String> {
    to_the_room(window);
    words(window).lines().map(str::to_owned).collect()
}

fn on_wall(window: &mut Window, line: &str) -> bool {
    wall(window).iter().any(|it| it == line)
}

pub(crate) fn type_new_words(window: &mut Window, typed: &str) {
    to_the_room(window);
    let name = "New words for OP1, as a proposal of the chair";
    window.harness.get_by_role_and_label(Role::MultilineTextInput, name).focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(typed);
}

#[test]
fn a_paragraph_is_put_on_the_wall_with_one_key_and_taken_off_with_undo() {
    let mut window = window(|_, _| {});
    let before = window.steps();
    put_on_the_wall(&mut window, 1);
    assert!(window.shows_part("No room is open"));
    assert_eq!(window.steps(), before);
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    assert!(window.shows_part("OP1 is on the wall"));
    assert_eq!((window.steps(), texts(&window)), (before + 1, 1));
    assert!(on_wall(&mut window, "rev.1 · Open") || words(&window).contains("rev.1 · Open"));
    assert!(words(&window).contains("What changed since chair"));
    // Doing the same again makes no other slide.
    put_on_the_wall(&mut window, 1);
    assert_eq!((window.steps(), texts(&window)), (before + 1, 1));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(texts(&window), 0);
    to_the_room(&mut window);
    assert!(window.shows("The wall is blank"), "and nothing else stands in its place");
}

#[test]
fn amendments_are_numbered_in_the_order_of_the_text_and_their_owners_named_by_choice() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    for line in ["Amendments 1 Add voluntarily", "2 Add promptly"] {
        assert!(on_wall(&mut window, line), "{}", words(&window));
    }
    window.click("Owners of brackets");
    for line in ["Amendments 1 Add voluntarily RUS, CHN", "2 Add promptly NLD"] {
        assert!(on_wall(&mut window, line), "{}", words(&window));
    }
    put_on_the_wall(&mut window, 2);
    assert!(on_wall(&mut window, "Amendments 1 Alternative may RUS"), "{}", words(&window));
}

#[test]
fn the_wall_shows_the_change_or_the_words_as_they_stand_or_both() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    let change = "What changed since chair States shall should share information \
        1 [voluntarily] 2 [promptly].";
    let stands = "States should share information 1 [voluntarily] 2 [promptly].";
    assert!(on_wall(&mut window, change), "{}", words(&window));
    let mut choose = |from: &str, to: &str| {
        window.click(from);
        window.click(to);
        words(&window).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let lines = choose("Texts: what changed", "Texts: as they stand");
    assert!(lines.iter().any(|it| it == stands) && !lines.iter().any(|it| it == change));
    let lines = choose("Texts: as they stand", "Texts: what changed, then as they stand");
    let both = [change.to_owned(), format!("As it stands {stands}")];
    assert!(both.iter().all(|line| lines.contains(line)), "{lines:?}");
}

#[test]
fn a_whole_text_is_paged_paragraph_by_paragraph() {
    let mut window = Window::with(Options::default(), |document| {
        write(document, |_, _| {});
        let proposal = Some(document.snapshot().proposal_by_code(CODE).unwrap().id);
        let slide = Slide { proposal, ..Slide::new(SlideKind::Text, 0) };
        document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
    });
    open(&mut window);
    for part in ["PP1 · ", "OP1 · ", "OP2 · "] {
        let said = words(&window);
        assert!(said.contains(part) && !window.shows("The wall is blank"), "{part}: {said}");
        window.press(Key::PageDown);
    }
}

#[test]
fn every_word_of_a_paragraph_too_long_for_the_wall_is_on_one_of_its_pages() {
    let long: Vec<_> = (0..900).map(|it| format!("word{it}x")).collect();
    let text = long.join(" ");
    let mut window = window(|_, all| all[3].words = text);
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    let mut said = String::new();
    let mut pages = 0;
    loop {
        let lines = wall(&mut window).into_iter();
        // The field below the picture holds all of it as well.
        said.extend(lines.filter(|it| it.len() < 5_000));
        pages += 1;
        let last = format!("page {pages} of {pages}");
        if words(&window).contains(&last) {
            break;
        }
        assert!(pages < 20, "{}", words(&window));
        window.press(Key::PageDown);
    }
    assert!(pages > 1);
    for word in long {
        assert!(said.contains(&word), "{word} is on no page");
    }
}

#[test]
fn what_the_chair_types_is_on_the_wall_at_once_and_in_the_text_once_taken_over() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    assert!(!words(&window).contains(CHAIR));
    let before = (window.steps(), paragraph(&window, "OP1").words);
    // Letters and signs that are keys elsewhere: f freezes, b blanks, + records.
    type_new_words(&mut window, "States may share f b + information [voluntarily] (RUS, CHN).");
    let line =
        format!("{CHAIR} States should may share f b + information [voluntarily] [promptly].");
    assert!(words(&window).contains(&line), "{}", words(&window));
    assert!(window.shows("The wall follows you"), "no key was a command");
    assert_eq!((window.steps(), paragraph(&window, "OP1").words), before, "nothing is in the text");
    type_new_words(
        &mut window,
        "States may share information [voluntarily] (RUS, CHN) [promptly] (NLD).",
    );
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(
        paragraph(&window, "OP1").words,
        "States [should → may] share information [voluntarily] (RUS, CHN) [promptly] (NLD)."
    );
    assert_eq!(window.steps(), before.0 + 1);
    assert!(!words(&window).contains(CHAIR), "it is a bracket like others now");
    assert!(words(&window).contains("1 Replace should → may"), "{}", words(&window));
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(paragraph(&window, "OP1").words, before.1);
}

#[test]
fn what_is_released_by_name_lifts_the_ceiling_for_nothing_that_is_typed() {
    let mut window = Window::with(Options::default(), |document| {
        write(document, |_, _| {});
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let brief = Brief { red_line: "No new treaty".to_owned(), ..Brief::new(proposal) };
        document.apply(&Edit::add(brief, "")).unwrap();
    });
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    window.click("Release by name…");
    window.click_first("Own brief ·");
    window.click_first("Show to the room");
    window.click("Close");
    assert!(window.shows("Room open · TLP:RED"));
    type_new_words(
        &mut window,
        &format!("States may [{CANARY}] (RUS; TLP:RED) [soon] (NLD) share information."),
    );
    let seen = words(&window);
    let chair = seen.lines().find(|it| it.starts_with(CHAIR)).unwrap_or_default();
    assert!(chair.contains("soon") && !chair.contains(CANARY), "{chair}");
}

#[test]
fn a_frozen_or_blank_wall_shows_nothing_of_what_is_typed() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    window.click("Freeze the wall");
    type_new_words(&mut window, "States might share.");
    assert!(!words(&window).contains(CHAIR), "{}", words(&window));
    window.click("Show on the wall");
    assert!(words(&window).contains(CHAIR));
    type_new_words(&mut window, "States might not share.");
    assert!(
        !words(&window).contains(&format!("{CHAIR} States should share information might not"))
    );
    window.click("Discard");
    window.click("Show on the wall");
    assert!(!words(&window).contains(CHAIR));
    window.click("Freeze the wall");
    window.click("Blank the wall");
    type_new_words(&mut window, "States might share.");
    assert!(!words(&window).contains(CHAIR), "a blank wall");
}

#[test]
fn nothing_of_a_text_above_the_ceiling_is_on_the_wall_and_nothing_tells_that_it_is_there() {
    let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
    let secret = Party { marking: Some(Marking::Red), ..secret };
    let mut window = Window::with(Options::default(), |document| {
        let by = secret.id;
        document.apply(&Edit::add(secret, "")).unwrap();
        write(document, |_, all| {
            all[3].words =
                "States [CANARY-1] (TLP:RED) act [now] (ZZZ, NLD) [soon] (Zembla).".to_owned();
            all[4].words = "CANARY-2".to_owned();
            all[4].marking = Some(Marking::Red);
            all[2].note = "CANARY-3".to_owned();
        });
        let op1 = document.snapshot().paragraphs.iter().find(|it| it.words.contains("now"));
        let op1 = op1.unwrap().id;
        let mut said = WordStance::new(op1, by, Some(Stance::Object), clock().today());
        (said.note, said.marking) = ("CANARY-4".to_owned(), Some(Marking::Clear));
        document.apply(&Edit::add(said, "")).unwrap();
        // A later version that this room may not see.
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let later = Version::new(proposal, "CANARY-5", 2);
        let later = Version { marking: Some(Marking::Red), ..later };
        let mut last = Paragraph::new(later.id, 0, "CANARY-6");
        (last.marking, last.follows) = (Some(Marking::Clear), Some(op1));
        document.apply(&Edit::add(later, "").put(last)).unwrap();
    });
    open(&mut window);
    let steps = window.steps();
    // A paragraph of the version that the room may not see, among those gone from it; and one of a
    // version that it may.
    let mut refused = (0..8).map(|place| {
        put_on_the_wall(&mut window, place);
        window.shows_part("Nothing was put on the wall")
    });
    assert!(refused.any(|it| it));
    assert_eq!(window.steps(), steps);
    window.press_with(BOTH, Key::T);
    window.click("Version: CANARY-5");
    window.click("rev.1");
    put_on_the_wall(&mut window, 2);
    assert!(window.shows_part("Nothing was put on the wall"), "{}", words(&window));
    assert_eq!(window.steps(), steps);
    put_on_the_wall(&mut window, 1);
    assert_eq!(texts(&window), 1);
    to_the_room(&mut window);
    window.click("Owners of brackets");
    let said = words(&window);
    for line in ["Amendments 1 Add now NLD", "2 Add soon"] {
        assert!(said.lines().any(|it| it == line), "{line}: {said}");
    }
    for hidden in ["CANARY", "ZZZ", "Zembla"] {
        assert!(!said.contains(hidden), "{hidden}: {said}");
    }
    // Words typed in front of the room do not name anybody it may not know either.
    type_new_words(&mut window, "States act [now] (ZZZ, NLD) [later] (Zembla).");
    let said = words(&window);
    let chair = said.lines().find(|it| it.starts_with(CHAIR)).unwrap();
    assert!(!chair.contains("ZZZ") && !chair.contains("Zembla"), "{chair}");
    assert!(chair.contains("later"), "{chair}");
}

#[test]
fn the_slide_of_a_paragraph_goes_with_it_and_leaves_no_gap() {
    let mut scene = Scene::new(|document| {
        write(document, |_, all| all[3].words = CANARY.to_owned());
        let op1 = document.snapshot().paragraphs.iter().find(|it| it.words == CANARY);
        let paragraph = Some(op1.unwrap().id);
        let title = Slide::new(SlideKind::Title, 0);
        let slide = Slide { paragraph, ..Slide::new(SlideKind::Text, 1) };
        document.apply(&Edit::new(StepName::Prepare, "").put(title).put(slide)).unwrap();
    });
    scene.room.go(1);
    scene.look();
    assert!(scene.is_read(CANARY) && scene.room.order().len() == 2);
    let snapshot = scene.document.snapshot();
    let op1 = snapshot.paragraphs.iter().find(|it| it.words == CANARY).unwrap().clone();
    put(&mut scene.document, Paragraph { marking: Some(Marking::Red), ..op1 });
    scene.look();
    assert_eq!(scene.wall(), None, "nothing is shown in its place unasked");
    assert_eq!(scene.room.order().len(), 1);
}

#[test]
fn a_room_under_the_chatham_house_rule_names_no_owner_until_somebody_chooses_so() {
    assert!(!Texts::default().names);
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    assert!(!wall(&mut window).iter().any(|it| it.starts_with("Amendments") && it.contains("RUS")));
    // Neither does the slide of the proposal, which has its text on a later page. The order shows the slide
    // on the wall, so that one is out of sight.
    let name = "A/RES/73/27 Open-ended working group";
    window.harness.get_by_role_and_label(Role::Row, name).scroll_to_me();
    window.settle();
    window.harness.get_by_role_and_label(Role::Row, name).click();
    window.settle();
    window.press(Key::PageDown);
    let said = words(&window);
    assert!(said.contains("[voluntarily]"), "{said}");
    let text = said.lines().find(|it| it.contains("[voluntarily]") && it.contains("PP1"));
    assert!(text.is_some_and(|it| !it.contains("RUS")), "{said}");
    let counted = window.document().snapshot().count(Table::Paragraphs);
    assert_eq!(counted, 5);
}

#[test]
fn owners_that_are_named_no_longer_leave_a_frozen_wall_too() {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    window.click("Owners of brackets");
    let named = |window: &mut Window| {
        wall(window).iter().any(|it| it.starts_with("Amendments") && it.contains("RUS"))
    };
    assert!(named(&mut window));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.click("Owners of brackets");
    assert!(!named(&mut window));
}
