//! Nothing appears on the wall that nobody put there: not by undo, redo, merge, import or restore,
//! and not because a marking was lowered, until the user has been asked and has agreed.

use std::path::Path;

use cbm_workbench::document::merge::plan;
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Certainty, Keyed, Language, Marking, Party, PartyKind, Position, Record, RecordId,
    Slide, SlideKind, Stance,
};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::Room;
use cbm_workbench::ui::state::RoomDraft;

use crate::common::clock;

/// A string nobody in the room may read.
pub const CANARY: &str = "CANARY-7731";

/// A dossier, and a room with the ceiling CLEAR.
pub struct Scene {
    _folder: tempfile::TempDir,
    pub document: Document,
    pub room: Room,
}

pub fn open(path: &Path) -> Document {
    let mut document = Document::open(path).unwrap();
    document.set_clock(clock());
    document
}

impl Scene {
    pub fn new(prepare: impl FnOnce(&mut Document)) -> Self {
        Self::of(Template::UnVotes, prepare)
    }

    pub fn of(template: Template, prepare: impl FnOnce(&mut Document)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.cbm");
        Document::create(&path, template, "Votes").unwrap();
        let mut document = open(&path);
        prepare(&mut document);
        let room = Room::new(&RoomDraft::new(Vec::new(), false));
        let mut scene = Self { _folder: folder, document, room };
        scene.look();
        scene
    }

    pub fn look(&mut self) {
        self.room.refresh(&self.document, clock().today(), Text::new(Language::English));
    }

    /// Locks the dossier.
    pub fn lock(&mut self) {
        let now = (clock().today(), Text::new(Language::English));
        self.room.go_on_without_dossier(&self.document, now, true);
    }

    /// Everything the wall is drawn from; `None` if it is blank.
    pub fn wall(&self) -> Option<String> {
        let wall = self.room.wall(0.0)?;
        Some(format!("{:?} {:?}", wall.seen.snapshot, wall.slide))
    }

    pub fn is_read(&self, words: &str) -> bool {
        self.wall().is_some_and(|wall| wall.contains(words))
    }

    pub fn put(&mut self, name: StepName, record: impl Into<Record>) {
        self.document.apply(&Edit::new(name, "").put(record.into())).unwrap();
    }
}

pub fn slide(marking: Marking) -> Slide {
    let mut slide = Slide::new(SlideKind::Title, 0);
    slide.text = CANARY.to_owned();
    slide.marking = Some(marking);
    slide
}

pub fn put(document: &mut Document, record: impl Into<Record>) {
    let record = record.into();
    let name = StepName::Change(record.record_id().table);
    document.apply(&Edit::new(name, "").put(record)).unwrap();
}

pub fn only_slide(document: &Document) -> Slide {
    document.snapshot().slides.iter().next().unwrap().clone()
}

pub fn mark(document: &mut Document, marking: Marking) {
    let slide = Slide { marking: Some(marking), ..only_slide(document) };
    document.apply(&Edit::new(StepName::Mark, "").put(slide)).unwrap();
}

/// A way to get something onto a wall: the preparation, and the action in the room.
type Way = (&'static str, fn(&mut Document), fn(&mut Document));

const WAYS: &[Way] = &[
    (
        "a marking that is undone",
        |it| {
            put(it, slide(Marking::Clear));
            mark(it, Marking::Red);
        },
        |it| drop(it.undo().unwrap()),
    ),
    (
        "a lower marking that is made again",
        |it| {
            put(it, slide(Marking::Red));
            mark(it, Marking::Clear);
            it.undo().unwrap();
        },
        |it| drop(it.redo().unwrap()),
    ),
    ("a lower marking by hand", |it| put(it, slide(Marking::Red)), |it| mark(it, Marking::Clear)),
    (
        "none becomes a marking",
        |it| put(it, Slide { marking: None, ..slide(Marking::Red) }),
        |it| mark(it, Marking::Clear),
    ),
    (
        "a text from before that is undone",
        |it| {
            put(it, slide(Marking::Clear));
            put(it, Slide { text: "Welcome".to_owned(), ..only_slide(it) });
        },
        |it| drop(it.undo().unwrap()),
    ),
    (
        "a text from before that is restored",
        |it| {
            put(it, slide(Marking::Clear));
            put(it, Slide { text: "Welcome".to_owned(), ..only_slide(it) });
        },
        |it| {
            let step = it.history().steps().last().unwrap().id;
            let changes = it.changes(step).unwrap();
            it.restore(&changes[0], "").unwrap();
        },
    ),
    (
        "a deletion from before that is undone",
        |it| {
            put(it, slide(Marking::Clear));
            let slide = only_slide(it);
            it.apply(&Edit::delete(it.snapshot(), slide.id.into(), "")).unwrap();
        },
        |it| drop(it.undo().unwrap()),
    ),
    (
        "an import",
        |_| {},
        |it| {
            let edit = Edit::new(StepName::ImportPositions, "").put(slide(Marking::Clear));
            it.apply(&edit).unwrap();
        },
    ),
    (
        "a party that is marked lower",
        |it| {
            let name = Bilingual::new(CANARY, "");
            let party = Party::new("ZZZ", name, PartyKind::State);
            put(it, Party { marking: Some(Marking::Amber), ..party });
        },
        |it| {
            let party = it.snapshot().party_by_code("ZZZ").unwrap().clone();
            put(it, Party { marking: Some(Marking::Clear), ..party });
        },
    ),
    (
        "the dossier that is marked lower",
        |it| {
            let mut dossier = it.snapshot().dossier.clone();
            dossier.title = CANARY.to_owned();
            dossier.marking = Marking::Red;
            put(it, dossier);
        },
        |it| {
            let mut dossier = it.snapshot().dossier.clone();
            dossier.marking = Marking::Clear;
            put(it, dossier);
        },
    ),
    (
        "a merge",
        |_| {},
        |it| {
            let copy = it.path().with_file_name("theirs.cbm");
            it.copy_to(&copy).unwrap();
            let mut theirs = open(&copy);
            put(&mut theirs, slide(Marking::Clear));
            let plan = plan(it, &theirs).unwrap();
            it.merge(&plan, "theirs", |_| String::new()).unwrap().unwrap();
        },
    ),
];

#[test]
fn nothing_appears_on_the_wall_before_a_question_is_answered() {
    for (way, before, then) in WAYS {
        for show in [false, true] {
            let mut scene = Scene::new(before);
            assert!(scene.wall().is_some() && !scene.is_read(CANARY), "{way}");
            then(&mut scene.document);
            scene.look();
            assert!(scene.room.question().is_some(), "{way} is asked about");
            assert_eq!(scene.wall(), None, "{way}: the wall is blank until then");
            // Time passes, somebody pages, the language changes: it stays blank.
            scene.room.next();
            scene.look();
            scene.room.refresh(&scene.document, clock().today(), Text::new(Language::Dutch));
            scene.look();
            assert_eq!(scene.wall(), None, "{way}");
            if show {
                scene.room.show_all();
                scene.look();
                assert!(scene.is_read(CANARY), "{way}: it was allowed");
                continue;
            }
            scene.room.hold_back();
            scene.look();
            assert!(scene.wall().is_some() && !scene.is_read(CANARY), "{way}: kept hidden");
            // It stays hidden whatever else is done.
            scene.put(StepName::Add(cbm_workbench::model::Table::Slides), {
                Slide { text: "Another".to_owned(), ..slide(Marking::Clear) }
            });
            scene.look();
            // That may change the order, and remove the current slide.
            scene.room.blank = false;
            scene.look();
            assert!(scene.is_read("Another") && !scene.is_read(CANARY), "{way}: still hidden");
        }
    }
}

#[test]
fn the_step_in_question_can_be_undone_at_once() {
    for (way, before, then) in WAYS {
        let mut scene = Scene::new(before);
        then(&mut scene.document);
        scene.look();
        if !scene.room.question().unwrap().one_step {
            continue;
        }
        let last = scene.document.history().steps().last().unwrap().kind;
        if last.key() == "undo" {
            scene.document.redo().unwrap();
        } else {
            scene.document.undo().unwrap();
        }
        scene.look();
        assert_eq!(scene.room.question(), None, "{way}");
        assert!(scene.wall().is_some() && !scene.is_read(CANARY), "{way}");
    }
}

#[test]
fn what_is_done_by_hand_in_the_room_raises_no_question() {
    let mut scene = Scene::new(|_| {});
    let unasked = |scene: &mut Scene, seen: bool, what: &str| {
        scene.look();
        assert_eq!(scene.room.question(), None, "{what}");
        assert_eq!(scene.is_read(CANARY), seen, "{what}");
    };
    scene.put(StepName::Add(cbm_workbench::model::Table::Slides), slide(Marking::Clear));
    unasked(&mut scene, true, "a new record");
    let mut other = only_slide(&scene.document);
    other.text = "Welcome".to_owned();
    scene.put(StepName::Change(cbm_workbench::model::Table::Slides), other.clone());
    unasked(&mut scene, false, "a text that is changed");
    scene.document.undo().unwrap();
    unasked(&mut scene, true, "which is taken back");
    scene.document.redo().unwrap();
    unasked(&mut scene, false, "and made again");
    scene.document.undo().unwrap();
    unasked(&mut scene, true, "and taken back");
    let edit = Edit::delete(scene.document.snapshot(), other.id.into(), "");
    scene.document.apply(&edit).unwrap();
    unasked(&mut scene, false, "a deletion");
    scene.document.undo().unwrap();
    unasked(&mut scene, true, "which is taken back");
    // Raising a marking is meant to hide: undoing that needs a question.
    mark(&mut scene.document, Marking::Red);
    unasked(&mut scene, false, "a higher marking");
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some(), "a marking that is taken back in the room");
    assert_eq!(scene.wall(), None);
}

#[test]
fn undoing_an_earlier_step_raises_a_question_even_if_it_only_takes_something_off_the_wall() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Clear)));
    assert!(scene.is_read(CANARY));
    scene.document.undo().unwrap();
    scene.look();
    let question = scene.room.question().unwrap().clone();
    assert_eq!((question.records.len(), question.gone), (0, 1));
    assert_eq!(scene.wall(), None);
    scene.room.hold_back();
    scene.look();
    assert_eq!(scene.wall(), None, "it stays blank until it is uncovered");
    scene.room.blank = false;
    assert!(scene.wall().is_some());
}

#[test]
fn what_was_kept_hidden_is_shown_once_released_by_name_and_can_be_withdrawn() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Red)));
    mark(&mut scene.document, Marking::Clear);
    scene.look();
    scene.room.hold_back();
    scene.look();
    assert!(!scene.is_read(CANARY));
    let id: RecordId = only_slide(&scene.document).id.into();
    scene.room.release(id);
    scene.look();
    assert!(scene.is_read(CANARY));
    scene.room.withdraw(id, scene.document.snapshot());
    scene.look();
    assert!(!scene.is_read(CANARY), "its marking alone does not bring it back");
}

#[test]
fn the_room_sees_what_it_was_told_until_the_marking_is_raised() {
    let mut scene = Scene::new(|it| {
        let mut dossier = it.snapshot().dossier.clone();
        dossier.marking = Marking::Red;
        put(it, dossier);
    });
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(Stance::Object), clock().today());
    entry.certainty = Some(Certainty::Room);
    let is_told = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        let held = wall.seen.snapshot.current_position(proposal, party, clock().today());
        held.is_some_and(|held| held.id == entry.id)
    };
    scene.put(StepName::TakeDown, entry.clone());
    scene.look();
    assert!(!is_told(&scene), "told in a room, it is on no other wall");
    scene.room.hear(&entry);
    scene.room.forget();
    scene.look();
    assert!(is_told(&scene));
    assert_eq!(scene.room.label(), Marking::Clear, "the room knows what it was told");
    entry.marking = Some(Marking::Red);
    scene.put(StepName::SetStance, entry.clone());
    scene.look();
    assert!(!is_told(&scene));
    entry.marking = None;
    scene.put(StepName::SetStance, entry.clone());
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none(), "it is asked about");
    scene.room.hold_back();
    scene.look();
    assert!(!is_told(&scene), "and not told again unasked");
}

#[test]
fn in_a_room_without_names_no_named_stance_comes_back_by_itself() {
    let mut scene = Scene::new(|_| {});
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    for names in [true, false] {
        let mut entry = Position::new(proposal, party, Some(Stance::Object), clock().today());
        entry.certainty = Some(Certainty::Room);
        scene.put(StepName::TakeDown, entry.clone());
        scene.room.hear(&entry);
        scene.look();
        scene.room.without_names = !names;
        scene.document.undo().unwrap();
        scene.look();
        assert!(scene.wall().is_some(), "that it goes is not asked about");
        scene.document.redo().unwrap();
        scene.look();
        assert_eq!(scene.room.question().is_none(), names);
        scene.document.undo().unwrap();
        scene.look();
    }
}

#[test]
fn camps_that_other_thresholds_would_show_are_asked_about_and_kept_hidden() {
    let with = |fewest: u32, it: &Document| {
        let mut dossier = it.snapshot().dossier.clone();
        dossier.camp_min_votes = fewest;
        dossier
    };
    let mut scene = Scene::new(|it| put(it, with(99, it)));
    let counted = |scene: &Scene| {
        let wall = scene.room.wall(0.0);
        wall.map(|wall| wall.seen.snapshot.dossier.camp_min_votes)
    };
    scene.put(StepName::Restore, with(5, &scene.document));
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    assert_eq!(counted(&scene), Some(99), "camps are counted as before");
    scene.room.show_kept(0);
    scene.look();
    assert_eq!(counted(&scene), Some(5));
    // Typed by hand it is shown at once, and undoing that shows the earlier state.
    scene.put(StepName::Change(cbm_workbench::model::Table::Dossier), with(7, &scene.document));
    scene.look();
    assert_eq!(counted(&scene), Some(7));
    scene.document.undo().unwrap();
    scene.look();
    assert_eq!(counted(&scene), Some(5));
}

#[test]
fn no_other_slide_takes_the_place_of_one_that_is_withheld() {
    let mut scene = Scene::new(|it| {
        put(it, slide(Marking::Clear));
        put(it, Slide { text: "Another".to_owned(), rank: 1, ..slide(Marking::Clear) });
    });
    assert!(scene.wall().is_some_and(|wall| wall.contains("text: \"CANARY")));
    let first = scene.document.snapshot().slides.iter().find(|it| it.text == CANARY).cloned();
    let red = Slide { marking: Some(Marking::Red), ..first.unwrap() };
    scene.document.apply(&Edit::new(StepName::Mark, "").put(red)).unwrap();
    scene.look();
    assert_eq!(scene.wall(), None, "nothing is shown in its place unasked");
}
