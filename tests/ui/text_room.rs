//! The text room: a version added, read by keyboard, and what changed in it.

use cbm_workbench::analysis::{asks, paragraphs, versions};
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Ask, Fate, Marking, Paragraph, ParagraphStatus, Stance, Table, Version, WordStance,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const CODE: &str = "A/RES/73/27";

/// A text in its first version.
fn write(document: &mut Document) {
    let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
    let version = Version::new(proposal, "chair", 0);
    let paragraph = |rank, number: &str, words: &str| Paragraph {
        number: number.to_owned(),
        ..Paragraph::new(version.id, rank, words)
    };
    let edit = Edit::add(version.clone(), "chair")
        .put(paragraph(0, "PP1", "Recalling the reports of the groups of experts,"))
        .put(paragraph(1, "OP1", "States shall share information [voluntarily] (RUS, CHN)."))
        .put(paragraph(2, "OP2", "States [alt 1 may] (RUS) [alt 2 should] (NLD) meet."));
    document.apply(&edit).unwrap();
}

fn window() -> Window {
    let mut window = Window::with(Options::default(), write);
    window.press_with(BOTH, Key::T);
    window
}

/// The present text.
fn text(window: &mut Window) -> Vec<Paragraph> {
    let document = window.document();
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
    let version = versions(snapshot, proposal).last().unwrap().id;
    paragraphs(snapshot, version).into_iter().cloned().collect()
}

#[test]
fn each_bracket_of_a_paragraph_is_one_key_away_and_can_be_lifted_there() {
    let mut window = window();
    let down = |window: &mut Window| window.press_with(Modifiers::ALT, Key::ArrowDown);
    down(&mut window);
    down(&mut window);
    down(&mut window);
    window.type_text("]");
    let lifted = &text(&mut window)[2].words;
    assert!(lifted.contains("should") && !lifted.contains('['), "the second alternative: {lifted}");
    window.press_with(Modifiers::COMMAND, Key::Z);
    for _ in 0..3 {
        window.press_with(Modifiers::ALT, Key::ArrowUp);
    }
    window.type_text("]");
    assert!(!text(&mut window)[1].words.contains('['), "back at the one before");
}

#[test]
fn the_next_bracket_is_one_key_away_and_a_paragraph_is_agreed_with_another() {
    let mut window = window();
    assert!(window.shows_part("3 paragraphs, 3 brackets"));
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    window.type_text("r");
    assert_eq!(text(&mut window)[1].status, ParagraphStatus::AdReferendum);
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    window.type_text("g");
    assert_eq!(text(&mut window)[2].status, ParagraphStatus::Agreed);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&mut window)[2].status, ParagraphStatus::Open);
}

#[test]
fn a_new_version_is_pasted_laid_beside_the_last_one_and_taken_in_by_keyboard() {
    let mut window = window();
    window.click("New version");
    let typed = "PP1 Recalling the reports of the groups of experts,\n\n\
        OP1 States should meet.\n\n\
        OP2 States should share information.\n\n\
        OP3 Decides to remain seized of the matter.\n";
    window.type_text(typed);
    assert!(window.shows_part("4 paragraphs, no brackets"));
    window.click("What the version is called");
    window.type_text("rev.1");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let now = text(&mut window);
    assert_eq!(now.len(), 4);
    let snapshot = window.document().snapshot();
    let was = |at: usize| {
        let id = now[at].follows?;
        Some(snapshot.paragraphs.get(id)?.number.clone())
    };
    assert_eq!([was(0), was(2)], [Some("PP1".to_owned()), Some("OP1".to_owned())]);
    assert_eq!(was(3), None, "it is new");
    // The changes come first: which bracket was opened, which was lifted, and how far it burned
    // down.
    assert!(window.shows_part("rev.1 beside chair: 2 paragraphs changed, 1 new, 0 gone."));
    assert!(window.shows_part("OP2, Lifted, not granted, voluntarily, RUS, CHN"));
    assert!(window.shows_part("chair: 3 brackets"));
    window.click("The text");
    assert!(window.shows_part("Since chair"));
    // The next change is the sentence that lost its alternatives.
    window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows_part("rev.1, OP1"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&mut window).len(), 3);
}

#[test]
fn what_is_settled_of_one_text_is_not_applied_to_another_and_nothing_typed_is_lost_by_escape() {
    let mut window = window();
    window.click("New version");
    window.type_text("OP1 States should share some information among themselves.\n");
    assert!(window.shows_part("one paragraph, no brackets"));
    window.press(Key::Escape);
    assert!(window.shows_part("one paragraph, no brackets"), "it is left by its button");
    window.click("Cancel");
    assert!(window.shows_part("one paragraph, no brackets"), "it is asked first");
    window.click("Go on");
    window.click("Cancel");
    window.click("Discard the text");
    assert!(window.shows_part("3 paragraphs, 3 brackets"));
}

#[test]
fn a_version_is_as_confidential_as_the_dossier_unless_somebody_says_otherwise() {
    let with_a_clear_text = || {
        let mut window = Window::with(Options::default(), |document| {
            write(document);
            let snapshot = document.snapshot();
            let clear = Some(Marking::Clear);
            let versions =
                snapshot.versions.iter().map(|it| Version { marking: clear, ..it.clone() });
            let mut edit = Edit::new(StepName::Mark, "");
            for it in versions {
                edit = edit.put(it);
            }
            for it in snapshot.paragraphs.iter() {
                // A RED paragraph stays RED, whatever is chosen for the version.
                let marking = if it.number == "OP2" { Some(Marking::Red) } else { clear };
                edit = edit.put(Paragraph { marking, ..it.clone() });
            }
            document.apply(&edit).unwrap();
        });
        window.press_with(BOTH, Key::T);
        window.type_text("n");
        window.type_text("PP1 Recalling the reports of CANARY experts,\n\n");
        window.type_text("OP1 States should CANARY share information.\n\n");
        window.type_text("OP2 States [alt 1 may] (RUS) [alt 2 should] (NLD) meet.\n");
        window
    };
    let markings = |window: &mut Window| {
        let all = text(window);
        let version = all[0].version;
        let version = window.document().snapshot().versions.get(version).unwrap().marking;
        (version, all.iter().map(|it| it.marking).collect::<Vec<_>>())
    };
    let mut window = with_a_clear_text();
    assert!(window.shows("Marking: TLP:AMBER, as the dossier"));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(markings(&mut window), (None, vec![None, None, Some(Marking::Red)]));
    let mut window = with_a_clear_text();
    window.type_text("\nTLP:RED");
    assert!(window.shows("Marking: TLP:RED") && window.shows("The document is marked “TLP:RED”."));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(markings(&mut window).0, Some(Marking::Red));
    let mut window = with_a_clear_text();
    window.click("Marking: TLP:AMBER, as the dossier");
    window.harness.get_by_role_and_label(Role::Button, "TLP:CLEAR").click();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let clear = Some(Marking::Clear);
    assert_eq!(markings(&mut window), (clear, vec![clear, clear, Some(Marking::Red)]));
}

#[test]
fn keys_that_were_let_go_of_within_a_slow_frame_count() {
    let mut window = window();
    window.type_text("n");
    window.type_text("OP1 States should share some information among themselves.\n");
    for pressed in [true, false] {
        // Ctrl is up again by the time the frame is drawn.
        window.harness.event(egui::Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        });
    }
    window.settle();
    assert!(window.shows_part("rev.1 beside chair"));
}

#[test]
fn a_version_under_a_name_that_is_there_is_not_taken_in_and_nothing_is_lost() {
    let mut window = window();
    window.type_text("n");
    window.type_text("OP1 States should share some information among themselves.\n");
    window.click("What the version is called");
    window.type_text("Chair");
    assert!(window.shows("The text has a version “Chair” already; give this one another name."));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows_part("one paragraph, no brackets"), "the form stays");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.press(Key::Backspace);
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows_part("rev.1 beside chair"), "it has the next number");
}

#[test]
fn words_typed_beside_a_name_that_the_dossier_knows_are_stored_with_their_owner() {
    let mut window = window();
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("Recalling [all] (Russian Federation) reports,");
    window.press(Key::Tab);
    assert_eq!(text(&mut window)[0].words, "Recalling [all] (RUS) reports,");
}

#[test]
fn words_are_chosen_by_keys_and_put_in_brackets_with_those_who_ask() {
    let mut window = window();
    window.press(Key::ArrowDown);
    // Recalling the reports
    for _ in 0..3 {
        window.press(Key::ArrowRight);
    }
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.type_text("[");
    assert!(window.shows_part("In brackets: “reports of”"));
    window.type_text("BRA, ZAF");
    window.press(Key::Enter);
    let put = "Recalling the [reports of] (BRA, ZAF) the groups of experts,";
    assert_eq!(text(&mut window)[0].words, put);
    // The request is granted, and that is undone.
    for _ in 0..3 {
        window.press(Key::ArrowRight);
    }
    window.type_text("]");
    let plain = "Recalling the reports of the groups of experts,";
    assert_eq!(text(&mut window)[0].words, plain);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&mut window)[0].words, put);
}

#[test]
fn words_are_struck_or_given_an_alternative_and_nobody_has_to_be_named() {
    let mut window = window();
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    window.type_text("d");
    window.press(Key::Enter);
    assert!(text(&mut window)[0].words.starts_with("[delete: Recalling] the"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    // One more beside the two that are there.
    window.press(Key::End);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.type_text("l");
    window.type_text("shall");
    window.press(Key::Tab);
    window.type_text("USA");
    window.press(Key::Enter);
    let words = "States [alt 1 may] (RUS) [alt 2 should] (NLD)[alt 3 shall] (USA) meet.";
    assert_eq!(text(&mut window)[2].words, words);
}

#[test]
fn who_stands_where_on_an_alternative_is_told_by_camp_with_the_agreement() {
    let mut window = Window::with(Options::default(), |document| {
        write(document);
        let snapshot = document.snapshot();
        let party = |code: &str| snapshot.party_by_code(code).unwrap().id;
        let on = snapshot.paragraphs.iter().find(|it| it.number == "OP2").unwrap().id;
        let day = "2026-11-20".parse().unwrap();
        let said = [("RUS", Stance::Support), ("NLD", Stance::Object)].map(|(code, stance)| {
            let said = WordStance::new(on, party(code), Some(stance), day);
            WordStance { alternative: 1, ..said }
        });
        let edit = said.into_iter().fold(Edit::new(StepName::SetStance, "words"), Edit::put);
        document.apply(&edit).unwrap();
    });
    window.press_with(BOTH, Key::T);
    window.press(Key::End);
    assert!(window.shows_part("Alternative 1: may"));
    assert!(window.shows_part("1 can live with it, 1 blocks it"));
    assert!(window.shows_part("State-oriented: "));
}

#[test]
fn a_document_of_word_is_dropped_looked_at_and_taken_in() {
    let mut window = window();
    let bytes = std::fs::read("tests/drafts/libreoffice.docx").unwrap();
    window.drop_file("rev.1.docx", &bytes, "Read from a file:");
    assert!(window.shows_part("Take in"));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows_part("rev.1 beside chair"));
    assert!(text(&mut window).len() > 3);
}

#[test]
fn what_became_of_an_own_wording_is_overruled_with_a_reason_and_left_to_the_comparison_again() {
    let size = egui::Vec2::new(1440.0, 1800.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |document| {
        write(document);
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let ask = Ask::new(proposal, "States shall share information voluntarily");
        document.apply(&Edit::add(ask, "ask")).unwrap();
    });
    window.press_with(BOTH, Key::T);
    window.press(Key::ArrowDown);
    let fate = |window: &mut Window| {
        let document = window.document();
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
        let version = versions(snapshot, proposal).last().copied().unwrap().clone();
        asks(snapshot, proposal, &version)[0].fate()
    };
    let worked_out = fate(&mut window);
    assert!(worked_out != Fate::In, "{worked_out:?}");
    window.click("Judge it otherwise");
    let name = "What became of it";
    window.harness.get_by_role_and_label(Role::ComboBox, name).click();
    window.settle();
    window.click("In");
    assert_eq!(fate(&mut window), Fate::In);
    window.click("Leave it to the comparison");
    assert_eq!(fate(&mut window), worked_out);
}

#[test]
fn the_text_is_filtered_by_what_is_open_ours_changed_by_owner_and_by_term() {
    let size = egui::Vec2::new(1600.0, 900.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |document| {
        write(document);
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let ask = Ask::new(proposal, "States shall share information");
        document.apply(&Edit::add(ask, "ask")).unwrap();
    });
    window.press_with(BOTH, Key::T);
    window.click("With our wording: 1");
    assert!(window.shows("1 of 3") && window.shows_part("OP1, "));
    window.click("Show all");
    assert!(window.shows_part("PP1, ") && !window.shows("Show all"));
    window.press(Key::Home);
    window.type_text("g");
    window.click("Open: 2");
    assert!(window.shows("2 of 3") && !window.shows_part("PP1, "));
    window.click("Brackets of");
    window.type_text("chn");
    window.press(Key::Enter);
    assert!(window.shows("1 of 3") && window.shows_part("OP1, "), "both filters hold");
    window.click("Brackets of: CHN");
    assert!(window.shows("2 of 3"));
}

/// The time a person needs who types like an average office worker: 0.28 s per key, 1.35 s to think
/// before each action (Card, Moran and Newell, The keystroke-level model, CACM 23, 1980).
#[derive(Default)]
struct Person {
    seconds: f64,
}

impl Person {
    fn press(&mut self, window: &mut Window, modifiers: Modifiers, key: Key) {
        let keys = 1 + u8::from(modifiers.command) + u8::from(modifiers.shift);
        self.seconds += 1.35 + 0.28 * f64::from(keys);
        window.press_with(modifiers, key);
    }

    fn types(&mut self, window: &mut Window, words: &str) {
        self.seconds += 1.35 + 0.28 * words.chars().count() as f64;
        window.type_text(words);
    }

    fn pastes(&mut self, window: &mut Window, words: &str) {
        self.seconds += 1.35 + 0.28 * 2.0;
        window.harness.event(egui::Event::Paste(words.to_owned()));
        window.settle();
    }

    fn takes_in(&mut self, window: &mut Window, text: &str) {
        self.types(window, "n");
        self.pastes(window, text);
        self.press(window, Modifiers::COMMAND, Key::Enter);
    }
}

#[test]
fn a_paragraph_that_is_gone_stands_struck_out_where_it_stood_and_is_a_change() {
    let mut window = window();
    window.click("New version");
    window.type_text("PP1 Recalling the reports of the groups of experts,\n\nOP1 States [alt 1 may] (RUS) [alt 2 should] (NLD) meet.\n");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    window.click("The text");
    assert!(window.shows_part("2 paragraphs, 2 brackets"));
    assert!(window.shows_part("0 new, 1 gone"));
    window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows_part("OP1, Gone, States shall share information voluntarily."));
    // It belongs to an earlier version: nothing can be agreed or bracketed in it from here.
    window.type_text("r");
    let document = window.document();
    let agreed = |it: &&Paragraph| it.status != ParagraphStatus::Open;
    assert_eq!(document.snapshot().paragraphs.iter().filter(agreed).count(), 0);
    assert!(window.shows_part("This paragraph is gone from this version"));
}

#[test]
fn a_wording_is_added_below_those_of_its_paragraph_and_typed_at_once() {
    let mut window = Window::with(Options::default(), |document| {
        write(document);
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let ask = Ask::new(proposal, "States shall meet");
        document.apply(&Edit::add(ask, "")).unwrap();
    });
    window.press_with(BOTH, Key::T);
    window.press(Key::ArrowDown);
    assert!(window.shows_part("Own wordings elsewhere in the text"));
    assert!(window.shows_part("Not there: shall."), "the alternatives are weaker");
    window.click("Add a wording");
    window.type_text("Recalling the reports");
    window.press(Key::Tab);
    let document = window.document();
    let mut asks: Vec<_> = document.snapshot().asks.iter().map(|it| it.wanted.clone()).collect();
    asks.sort();
    assert_eq!(asks, ["Recalling the reports", "States shall meet"]);
}

#[test]
fn whoever_plainly_names_a_party_is_taken_for_it_only_if_somebody_says_so() {
    let mut window = window();
    window.click("New version");
    window.type_text("OP1 States [shall] (\"Ivan Petrov \\(RUS\\)\") meet.\n");
    assert!(window.shows_part("RUS may be meant"));
    window.click("Take “Ivan Petrov (RUS)” as RUS");
    assert!(!window.shows_part("RUS may be meant"));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert_eq!(text(&mut window)[0].words, "States [shall] (RUS) meet.");
}

#[test]
fn two_drafts_of_sixty_paragraphs_become_the_fate_of_asks_in_under_a_minute_of_keys() {
    let [chair, revised] = ["chair", "rev1"]
        .map(|name| std::fs::read_to_string(format!("tests/drafts/{name}.txt")).unwrap());
    let mut window = Window::with(Options::default(), |document| {
        let proposal = document.snapshot().proposal_by_code(CODE).unwrap().id;
        let wanted = [
            "Recalling that the purposes and principles of the Charter apply in their entirety",
            "The public core of the internet should be protected by all",
            "States shall disclose the vulnerabilities that they buy",
        ];
        let asks = wanted.map(|it| Ask::new(proposal, it));
        let edit = asks.into_iter().fold(Edit::new(StepName::Add(Table::Asks), "asks"), Edit::put);
        document.apply(&edit).unwrap();
    });
    let mut person = Person::default();
    person.press(&mut window, BOTH, Key::T);
    // Nothing is there yet, so the button that adds a version has the focus.
    person.press(&mut window, Modifiers::NONE, Key::Enter);
    person.pastes(&mut window, &chair);
    person.press(&mut window, Modifiers::COMMAND, Key::Enter);
    person.takes_in(&mut window, &revised);
    assert!(window.shows_part("rev.2 beside rev.1"), "the page on what became of it is shown");
    for fate in
        ["In, Recalling that", "In brackets, The public core", "Gone, States shall disclose"]
    {
        assert!(window.shows_part(fate), "{fate}: {}", crate::room::words(&window));
    }
    let all = text(&mut window);
    let brackets: usize = all.iter().map(|it| it.words.matches('[').count()).sum();
    assert!(all.len() >= 60 && brackets > 80, "{} {brackets}", all.len());
    assert!(person.seconds < 60.0, "{:.0} s", person.seconds);
}
