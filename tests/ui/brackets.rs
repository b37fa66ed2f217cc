//! Brackets in front of a room: words come out of a marked bracket only after a question, and
//! nobody is named who should not be.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::draft::print;
use cbm_workbench::model::{
    Alias, Bilingual, Marking, Paragraph, Party, PartyKind, Proposal, Slide, SlideKind,
};
use cbm_workbench::settings::ThemeChoice;
use cbm_workbench::ui::room::wall;
use cbm_workbench::ui::theme::{self, Theme};
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

use crate::common::{Options, Window};
use crate::drafting::{
    BOTH, CHAIR, CODE, open, put_on_the_wall, to_the_room, type_new_words, window, write,
};
use crate::room::words;
use crate::wall::{CANARY, Scene, put};

/// The text field of a proposal that everybody may see.
fn with_text(document: &mut Document, text: &str) {
    let own = document.snapshot().proposal_by_code(CODE).unwrap().clone();
    let own = Proposal { text: text.to_owned(), marking: Some(Marking::Clear), ..own };
    document.apply(&Edit::change(own, CODE)).unwrap();
}

#[test]
fn the_text_field_of_a_proposal_keeps_back_what_its_brackets_keep_back() {
    let text = format!("Act [{CANARY}] (RUS; TLP:RED) now [soon] (RUS, NLD) and [later] (ask RUS)");
    let mut window = Window::with(Options::default(), |it| with_text(it, &text));
    open(&mut window);
    window.click_first("A/RES/73/27 Open-ended");
    window.press(Key::PageDown);
    let said = words(&window);
    let line = said.lines().find(|it| it.contains("[soon]")).unwrap_or_default();
    assert!(!line.is_empty() && !said.contains(CANARY), "{said}");
    assert!(!line.contains('\\') && !line.contains("RUS"), "{line}");
}

#[test]
fn nobody_is_named_in_parentheses_of_a_text_where_nobody_is_to_be_named() {
    let mut window = window(|_, all| {
        all[3].words = "States [shall] (NLD on behalf of BRA) act [soon] (what NLD said).".into();
    });
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    // The laptop has the words in stored form, in the field for new ones.
    let line = |window: &Window, of: &str| {
        let said = words(window);
        let lines: Vec<_> = said.lines().filter(|it| it.contains(of)).collect();
        lines.into_iter().find(|it| !it.contains("(what")).map(str::to_owned)
    };
    let stands = line(&window, "soon");
    assert!(stands.is_some_and(|it| !it.contains("NLD") && !it.contains("BRA")));
    type_new_words(
        &mut window,
        "States [shall] (NLD on behalf of BRA) act [later] (what NLD said).",
    );
    let chair = line(&window, CHAIR).unwrap();
    assert!(chair.contains("later") && !chair.contains("NLD") && !chair.contains("BRA"), "{chair}");
    window.click("Owners of brackets");
    let chair = words(&window).lines().find(|it| it.starts_with(CHAIR)).unwrap().to_owned();
    assert!(chair.contains("NLD"), "by choice they are: {chair}");
}

/// Everything that is read on the wall.
fn read(scene: Scene) -> String {
    let mut installed = false;
    let builder = Harness::builder().with_size(egui::vec2(1280.0, 720.0));
    let mut harness = builder.build_ui(move |ui| {
        if !std::mem::replace(&mut installed, true) {
            return theme::install(ui, ThemeChoice::Light);
        }
        let rect = ui.ctx().content_rect();
        wall(ui, rect, Theme::fixed(false), scene.room.wall(0.0).as_ref(), None);
    });
    harness.run();
    harness.run();
    let nodes = harness.root().children_recursive();
    let said = nodes.flat_map(|it| [it.accesskit_node().label(), it.accesskit_node().value()]);
    said.flatten().collect::<Vec<_>>().join("\n")
}

#[test]
fn where_nobody_is_to_be_named_somebody_who_is_renamed_is_not_named_as_before_either() {
    for is_renamed in [false, true] {
        let mut scene = Scene::new(|document| {
            let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
            put(document, Party { marking: Some(Marking::Clear), ..secret });
            write(document, |_, all| {
                all[3].words = "States [must] (NLD) act [soon] (NLD) as asked (Zembla)".into();
            });
            let marked = |it: &Paragraph| it.words.contains("Zembla");
            let paragraph = document.snapshot().paragraphs.iter().find(|it| marked(it)).unwrap().id;
            let paragraph = Some(paragraph);
            let slide = Slide { paragraph, ..Slide::new(SlideKind::Text, 0) };
            put(document, Slide { marking: Some(Marking::Clear), ..slide });
        });
        if is_renamed {
            let party = scene.document.snapshot().party_by_code("ZZZ").unwrap().clone();
            let name = Bilingual::new("Eastland", "Eastland");
            put(&mut scene.document, Party { name, ..party });
            scene.look();
        }
        let said = read(scene);
        assert!(said.contains("as asked") && !said.contains("Zembla"), "{is_renamed}: {said}");
    }
}

#[test]
fn words_that_come_out_of_a_marked_bracket_are_asked_about() {
    let mut scene = Scene::new(|document| {
        write(document, |_, all| all[3].words = format!("Act [{CANARY}] (NLD; TLP:RED) now"));
    });
    assert!(!scene.is_read(CANARY));
    let of = |it: &&Paragraph| it.words.contains(CANARY);
    let stored = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    put(&mut scene.document, Paragraph { words: format!("Act {CANARY} now"), ..stored });
    scene.look();
    assert!(scene.room.question().is_some(), "as for a lower marking");
    assert_eq!(scene.wall(), None, "the wall waits");
    scene.room.hold_back();
    scene.look();
    assert!(scene.room.question().is_none() && !scene.is_read(CANARY));
}

#[test]
fn a_withheld_name_in_a_draft_stays_withheld_when_its_owner_is_called_something_else() {
    let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
    let secret = Party { marking: Some(Marking::Red), ..secret };
    let mut scene = Scene::new(|document| {
        document.apply(&Edit::add(secret.clone(), "")).unwrap();
        write(document, |_, _| {});
        let of = |it: &&Paragraph| it.words.contains("voluntarily");
        let paragraph = document.snapshot().paragraphs.iter().find(of).map(|it| it.id);
        let slide = Slide { paragraph, ..Slide::new(SlideKind::Text, 0) };
        document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
    });
    let of = |it: &&Paragraph| it.words.contains("voluntarily");
    let op1 = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    let typed = format!("{} [new] (see ZZZ) [later] (RUS) and (ZZZ)", op1.words);
    scene.room.draft(scene.document.snapshot(), op1.id, op1.words.clone(), typed);
    let shown = |scene: &Scene| print(&scene.room.texts.drafts[&op1.id].words);
    scene.look();
    assert!(shown(&scene).contains("later") && !shown(&scene).contains("ZZZ"));
    put(&mut scene.document, Party { code: "ZEM".to_owned(), ..secret.clone() });
    scene.look();
    assert!(shown(&scene).contains("later") && !shown(&scene).contains("ZZZ"));
    let gone = Edit::delete(scene.document.snapshot(), secret.id.into(), "");
    scene.document.apply(&gone).unwrap();
    scene.look();
    assert!(shown(&scene).contains("later") && !shown(&scene).contains("ZZZ"));
}

#[test]
fn a_withheld_name_that_is_typed_between_parentheses_is_on_the_wall_in_no_part() {
    let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
    let secret = Party { marking: Some(Marking::Red), ..secret };
    let mut scene = Scene::new(|document| {
        document.apply(&Edit::add(secret, "")).unwrap();
        write(document, |_, _| {});
    });
    let of = |it: &&Paragraph| it.words.contains("voluntarily");
    let op1 = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    for inside in ["", "NLD", "NLD, Ze", "NLD and Zemb", "Zemb", "zembl", "Zembla"] {
        let typed = format!("{} [later] ({inside})", op1.words);
        scene.room.draft(scene.document.snapshot(), op1.id, op1.words.clone(), typed);
        scene.look();
        let shown = print(&scene.room.texts.drafts[&op1.id].words).to_lowercase();
        assert!(!shown.contains("ze") && shown.contains("later"), "{inside}: {shown}");
    }
}

#[test]
fn what_is_kept_standing_and_what_a_draft_began_from_name_nobody_who_is_withheld_now() {
    let mut scene = Scene::new(|document| {
        write(document, |_, all| all[3].words = "Act [soon] (see RUS) [x] (RUS, NLD)".to_owned());
    });
    let of = |it: &&Paragraph| it.words.contains("soon");
    let op1 = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    let typed = format!("{} now", op1.words);
    scene.room.draft(scene.document.snapshot(), op1.id, op1.words.clone(), typed);
    scene.look();
    let russia = scene.document.snapshot().party_by_code("RUS").unwrap().clone();
    put(&mut scene.document, Party { marking: Some(Marking::Red), ..russia });
    scene.look();
    assert!(scene.room.question().is_none(), "nothing appears");
    let wall = scene.room.wall(0.0).unwrap();
    let stands = &wall.seen.snapshot.paragraphs.get(op1.id).unwrap().words;
    let draft = &scene.room.texts.drafts[&op1.id];
    for words in [stands.clone(), print(&draft.before), print(&draft.words)] {
        assert!(words.contains("NLD") && !words.contains("RUS"), "{words}");
    }
    // Withholding a bracket now also withholds words that started from it.
    let strict = op1.words.replace("[soon]", "[soon] (TLP:RED)");
    put(&mut scene.document, Paragraph { words: strict, ..op1.clone() });
    scene.look();
    assert!(scene.room.texts.drafts[&op1.id].words.is_empty());
}

#[test]
fn the_text_says_which_bracket_is_marked() {
    let mut window = window(|_, all| all[3].words = "Act [secretly] (NLD; TLP:RED) now".into());
    window.press_with(BOTH, Key::T);
    assert!(window.shows_part("[secretly] NLD TLP:RED"));
}

#[test]
fn a_name_that_becomes_that_of_somebody_withheld_leaves_the_wall_at_once() {
    for (frozen, other) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut scene = Scene::new(|document| {
            let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
            put(document, Party { marking: Some(Marking::Red), ..secret });
            write(document, |_, all| {
                all[3].words = format!("States [must] (as {CANARY} asked) act [soon] (CHN)");
            });
        });
        assert!(scene.is_read(CANARY), "nobody is called so");
        scene.room.frozen = frozen;
        let secret = scene.document.snapshot().party_by_code("ZZZ").unwrap().clone();
        match other {
            true => put(&mut scene.document, Alias::new(secret.id, CANARY)),
            false => {
                let name = Bilingual::new(CANARY, "");
                put(&mut scene.document, Party { name, ..secret });
            }
        }
        scene.look();
        assert!(!scene.is_read(CANARY), "{frozen} {other}");
    }
}

#[test]
fn what_was_typed_under_a_stricter_marking_is_not_on_a_wall_that_is_marked_less_strictly() {
    let secret = Party::new("ZZZ", Bilingual::new("Zembla", "Zembla"), PartyKind::State);
    let secret = Party { marking: Some(Marking::Red), ..secret };
    let mut scene = Scene::new(|document| {
        put(document, secret.clone());
        write(document, |_, _| {});
    });
    let of = |it: &&Paragraph| it.words.contains("voluntarily");
    let op1 = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    let draft = |scene: &mut Scene, words: &str| {
        let typed = format!("{} {words}", op1.words);
        scene.room.draft(scene.document.snapshot(), op1.id, op1.words.clone(), typed);
        scene.look();
    };
    let shown = |scene: &Scene| print(&scene.room.texts.drafts[&op1.id].words);
    draft(&mut scene, "soon");
    scene.room.release(secret.id.into());
    scene.look();
    assert!(shown(&scene).contains("soon"));
    draft(&mut scene, CANARY);
    assert!(shown(&scene).contains(CANARY));
    scene.room.withdraw(secret.id.into(), scene.document.snapshot());
    scene.look();
    assert!(shown(&scene).is_empty());
    let said = scene.room.texts.drafts[&op1.id].marking;
    assert_eq!(said, Some(Marking::Red), "and whoever takes it over marks it so");
}
