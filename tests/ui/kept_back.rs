//! Anything removed from the wall, or kept off it, goes completely: from a frozen wall too, and
//! nothing takes its place unless somebody was asked.

use cbm_workbench::document::merge::plan;
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::draft::print;
use cbm_workbench::model::{
    Certainty, Dossier, Language, Marking, Paragraph, Party, PartyId, Poll, PollKind, Position,
    Proposal, ProposalId, Record, Slide, SlideKind, Stance, Table,
};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::{Moment, Spoken};

use crate::common::clock;
use crate::drafting::write;
use crate::wall::{CANARY, Scene, mark, open, put, slide};

fn entitle(document: &mut Document, marking: Marking) {
    let mut dossier = document.snapshot().dossier.clone();
    dossier.title = CANARY.to_owned();
    dossier.marking = marking;
    put(document, dossier);
}

fn ask_for(document: &mut Document, fewest: u32) {
    let mut dossier = document.snapshot().dossier.clone();
    dossier.poll_min_answers = fewest;
    put(document, dossier);
}

fn cell(document: &Document) -> (ProposalId, PartyId) {
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    (proposal, snapshot.party_by_code("BRA").unwrap().id)
}

/// An entry of a day long after all others, CLEAR and public.
fn entry(document: &Document, stance: Stance) -> Position {
    let (proposal, party) = cell(document);
    let mut entry = Position::new(proposal, party, Some(stance), clock().today());
    entry.marking = Some(Marking::Clear);
    entry.certainty = Some(Certainty::Public);
    entry
}

/// The cell of that entry on the wall.
fn held(scene: &Scene) -> Option<Position> {
    let (proposal, party) = cell(&scene.document);
    let wall = scene.room.wall(0.0)?;
    wall.seen.snapshot.current_position(proposal, party, clock().today())
}

#[test]
fn a_frozen_wall_keeps_its_language() {
    let mut scene = Scene::new(|_| {});
    let language = |scene: &Scene| scene.room.wall(0.0).unwrap().text.language();
    for (frozen, then) in [(true, Language::English), (false, Language::Dutch)] {
        scene.room.frozen = frozen;
        let now = Text::new(Language::Dutch);
        scene.room.refresh(&scene.document, clock().today(), now);
        assert_eq!(language(&scene), then);
    }
}

#[test]
fn a_frozen_wall_loses_the_title_of_a_dossier_that_is_marked_more_strictly() {
    let mut scene = Scene::new(|it| entitle(it, Marking::Clear));
    scene.room.frozen = true;
    scene.look();
    assert!(scene.is_read(CANARY));
    entitle(&mut scene.document, Marking::Red);
    scene.look();
    assert!(!scene.is_read(CANARY));
}

#[test]
fn a_frozen_wall_loses_what_was_marked_more_strictly_whatever_was_done_in_the_same_moment() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Clear)));
    scene.room.frozen = true;
    scene.look();
    assert!(scene.is_read(CANARY));
    mark(&mut scene.document, Marking::Red);
    let mut other = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
    other.note = "Another step".to_owned();
    put(&mut scene.document, other);
    scene.look();
    assert!(!scene.is_read(CANARY));
}

#[test]
fn a_frozen_wall_stays_where_nothing_on_it_is_withheld() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Clear)));
    scene.room.frozen = true;
    scene.look();
    for note in ["One step", "another one"] {
        let mut other = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
        other.note = note.to_owned();
        put(&mut scene.document, other);
    }
    scene.put(StepName::Add(Table::Slides), slide(Marking::Clear));
    scene.look();
    scene.room.forget();
    scene.look();
    assert!(scene.room.frozen && scene.is_read(CANARY));
}

#[test]
fn a_frozen_wall_loses_what_is_withheld_and_shows_nothing_that_waits_behind_it() {
    for (code, blank) in [("A/RES/74/28", false), ("A/RES/73/27", true)] {
        let mut scene = Scene::new(|_| {});
        let on = |scene: &Scene, code: &str| {
            let proposal = scene.document.snapshot().proposal_by_code(code).map(|it| it.id);
            scene.room.order().iter().position(|it| it.proposal == proposal).unwrap()
        };
        scene.room.go(on(&scene, "A/RES/73/27"));
        scene.look();
        let stood = scene.room.wall(0.0).unwrap().slide.id;
        scene.room.frozen = true;
        scene.room.go(1);
        scene.look();
        let mut renamed = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
        renamed.name.en = CANARY.to_owned();
        put(&mut scene.document, renamed);
        scene.look();
        let strict = scene.document.snapshot().proposal_by_code(code).unwrap().clone();
        put(&mut scene.document, Proposal { marking: Some(Marking::Red), ..strict });
        scene.look();
        assert_eq!(scene.room.is_blank(), blank, "{code}");
        if let Some(wall) = scene.room.wall(0.0) {
            assert!(scene.room.frozen && wall.slide.id == stood);
            let seen = &wall.seen.snapshot;
            assert!(seen.proposal_by_code(code).is_none());
            assert_ne!(
                seen.party_by_code("BRA").unwrap().name.en,
                CANARY,
                "it is prepared, not shown"
            );
        }
    }
}

#[test]
fn a_text_on_a_frozen_wall_stays_as_it_stood_and_loses_only_what_may_not_be_seen_any_more() {
    let mut scene = Scene::new(|document| {
        write(document, |_, _| {});
        let of = |it: &&Paragraph| it.words.contains("voluntarily");
        let paragraph = document.snapshot().paragraphs.iter().find(of).map(|it| it.id);
        let title = Slide::new(SlideKind::Title, 0);
        let slide = Slide { paragraph, ..Slide::new(SlideKind::Text, 1) };
        document.apply(&Edit::new(StepName::Prepare, "").put(title).put(slide)).unwrap();
    });
    scene.room.go(1);
    scene.look();
    let of = |it: &&Paragraph| it.words.contains("voluntarily");
    let op1 = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
    let draft = |scene: &mut Scene, more: &str| {
        let typed = format!("{} {more}", op1.words);
        scene.room.draft(scene.document.snapshot(), op1.id, op1.words.clone(), typed);
        scene.look();
    };
    let typed = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        wall.texts.drafts[&op1.id].words.bare()
    };
    draft(&mut scene, "soon [now] (RUS)");
    scene.room.frozen = true;
    draft(&mut scene, CANARY);
    let taken_over = Paragraph { words: format!("{} {CANARY}", op1.words), ..op1.clone() };
    put(&mut scene.document, taken_over);
    scene.look();
    let strict = |scene: &mut Scene, code: &str| {
        let proposal = scene.document.snapshot().proposal_by_code(code).unwrap().clone();
        put(&mut scene.document, Proposal { marking: Some(Marking::Red), ..proposal });
        scene.look();
    };
    strict(&mut scene, "A/RES/74/28");
    assert!(scene.room.frozen && !scene.is_read(CANARY));
    assert!(typed(&scene).contains("soon") && !typed(&scene).contains(CANARY));
    // Somebody who may no longer be named is not named.
    let russia = scene.document.snapshot().party_by_code("RUS").unwrap().clone();
    put(&mut scene.document, Party { marking: Some(Marking::Red), ..russia });
    scene.look();
    let words = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        let drafts = print(&wall.texts.drafts[&op1.id].words);
        wall.seen.snapshot.paragraphs.get(op1.id).unwrap().words.clone() + &drafts
    };
    assert!(words(&scene).contains("NLD") && !words(&scene).contains("RUS"), "{}", words(&scene));
    // Withholding a bracket now takes the text off the wall.
    let withheld = op1.words.replace("(NLD)", "(NLD; TLP:RED)");
    put(&mut scene.document, Paragraph { words: withheld, ..op1.clone() });
    scene.look();
    assert!(scene.room.is_blank());
}

#[test]
fn words_that_are_withheld_now_leave_a_frozen_wall_whether_they_stood_in_a_bracket_or_not() {
    let standing = format!("Act {CANARY} now");
    let withheld =
        [format!("Act [{CANARY}] (TLP:RED) now"), format!("Act ［{CANARY}］ (TLP:RED) now")];
    for (withheld, in_a_field) in
        [(&withheld[0], false), (&withheld[0], true), (&withheld[1], true)]
    {
        let mut scene = Scene::new(|document| {
            if !in_a_field {
                write(document, |_, all| all[3].words.clone_from(&standing));
            }
            let all = document.snapshot();
            let proposal = all.proposal_by_code("A/RES/73/27").unwrap().clone();
            let is = |it: &&Paragraph| it.words == standing;
            let paragraph = all.paragraphs.iter().find(is).map(|it| it.id);
            let slide = match in_a_field {
                true => {
                    let slide = Slide::new(SlideKind::Proposal, 0);
                    let slide = Slide { proposal: Some(proposal.id), ..slide };
                    put(document, Proposal { text: standing.clone(), ..proposal });
                    slide
                }
                false => Slide { paragraph, ..Slide::new(SlideKind::Text, 0) },
            };
            document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
        });
        scene.room.frozen = true;
        let all = scene.document.snapshot();
        let changed: Record = match in_a_field {
            true => {
                let stood = all.proposal_by_code("A/RES/73/27").unwrap().clone();
                Proposal { text: withheld.clone(), ..stood }.into()
            }
            false => {
                let stood = all.paragraphs.iter().find(|it| it.words == standing).unwrap().clone();
                Paragraph { words: withheld.clone(), ..stood }.into()
            }
        };
        assert!(scene.is_read(CANARY));
        put(&mut scene.document, changed);
        scene.look();
        assert!(scene.room.is_blank(), "{withheld} {in_a_field}");
        scene.room.blank = false;
        scene.look();
        assert!(!scene.is_read(CANARY));
    }
}

#[test]
fn answers_that_come_in_behind_a_frozen_wall_are_not_on_it() {
    let mut scene = Scene::new(|document| {
        ask_for(document, 1);
        let (proposal, _) = cell(document);
        let mut asked = Poll::new(proposal, PollKind::Temperature, clock().today());
        (asked.counts, asked.marking) = ([3, 3, 0, 0, 0, 0], Some(Marking::Clear));
        put(document, asked);
    });
    let (proposal, _) = cell(&scene.document);
    let asked = scene.document.snapshot().polls.iter().next().unwrap().clone();
    let at = scene.room.order().iter().position(|it| it.proposal == Some(proposal)).unwrap();
    scene.room.go(at);
    scene.look();
    let told = |scene: &Scene| -> Vec<_> {
        let wall = scene.room.wall(0.0).unwrap();
        wall.polls.iter().map(|it| it.told).collect()
    };
    let before = told(&scene);
    assert!(!before.is_empty());
    scene.room.frozen = true;
    put(&mut scene.document, Poll { counts: [9, 9, 9, 0, 0, 0], ..asked });
    let other = scene.document.snapshot().proposal_by_code("A/RES/74/28").unwrap().clone();
    put(&mut scene.document, Proposal { marking: Some(Marking::Red), ..other });
    scene.look();
    assert!(scene.room.frozen);
    assert_eq!(told(&scene), before);
}

#[test]
fn where_a_correction_is_kept_hidden_what_it_corrects_is_asked_about_too() {
    let mut scene = Scene::new(|_| {});
    let before = held(&scene).map(|entry| entry.id);
    let copy = scene.document.path().with_file_name("theirs.cbm");
    scene.document.copy_to(&copy).unwrap();
    let mut theirs = open(&copy);
    let wrong = entry(&theirs, Stance::Champion);
    put(&mut theirs, wrong.clone());
    let right = Position { replaces: Some(wrong.id), ..entry(&theirs, Stance::Object) };
    put(&mut theirs, right.clone());
    let plan = plan(&scene.document, &theirs).unwrap();
    scene.document.merge(&plan, "theirs", |_| String::new()).unwrap().unwrap();
    scene.look();
    let asked = |scene: &Scene| scene.room.question().map(|it| it.records.clone());
    assert_eq!(asked(&scene), Some(vec![right.record_id()]));
    scene.room.hold_back();
    scene.look();
    assert_eq!(asked(&scene), Some(vec![wrong.record_id()]));
    assert_eq!(scene.wall(), None, "nothing of it stands there meanwhile");
    scene.room.hold_back();
    scene.look();
    assert_eq!((asked(&scene), held(&scene).map(|entry| entry.id)), (None, before));
    assert!(scene.wall().is_some());
}

#[test]
fn what_stands_in_the_place_of_what_is_withdrawn_is_asked_about() {
    let mut scene = Scene::new(|_| {});
    let wrong = entry(&scene.document, Stance::Champion);
    let right = Position { replaces: Some(wrong.id), ..entry(&scene.document, Stance::Object) };
    let right = Position { marking: Some(Marking::Red), ..right };
    // Released by name, the correction is there before the entry it corrects is imported.
    let both = Edit::new(StepName::ImportPositions, "").put(wrong.clone()).put(right.clone());
    scene.room.clearance.released.insert(right.record_id());
    scene.document.apply(&both).unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.show_all();
    scene.look();
    assert_eq!(held(&scene).map(|entry| entry.id), Some(right.id));
    scene.room.withdraw(right.record_id(), scene.document.snapshot());
    scene.look();
    let asked = scene.room.question().map(|it| it.records.clone());
    assert_eq!(asked, Some(vec![wrong.record_id()]));
    assert_eq!(scene.wall(), None);
}

#[test]
fn what_goes_and_is_not_all_that_a_step_from_before_did_is_asked_about_once() {
    let mut scene = Scene::new(|it| {
        let wrong = entry(it, Stance::Champion);
        put(it, wrong.clone());
        let right = Position { replaces: Some(wrong.id), ..entry(it, Stance::Object) };
        put(it, right);
    });
    scene.document.undo().unwrap();
    scene.look();
    let question = scene.room.question().unwrap();
    assert_eq!((question.records.len(), question.gone), (1, 1));
    scene.room.hold_back();
    scene.look();
    assert!(scene.room.question().is_none() && scene.wall().is_some());
}

#[test]
fn fewer_answers_are_enough_for_a_split_only_where_that_was_allowed() {
    let mut scene = Scene::new(|_| {});
    let (proposal, _) = cell(&scene.document);
    let place = scene.room.order().iter().position(|it| it.proposal == Some(proposal)).unwrap();
    scene.room.go(place);
    scene.look();
    let mut spoken = Spoken::new(clock().today());
    let now = Moment { undoable: 0, made: 0 };
    [Stance::Support, Stance::Object].into_iter().for_each(|stance| spoken.add(stance, now));
    scene.room.spoken.insert(proposal, spoken);
    let is_split = |scene: &Scene| {
        let wall = scene.room.wall(0.0);
        format!("{:?}", wall.map(|wall| wall.polls.to_vec())).contains("Split")
    };
    ask_for(&mut scene.document, 2);
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    assert!(scene.room.question().is_none() && scene.wall().is_some() && !is_split(&scene));
    // Polls already in the dossier are hidden by the same answer.
    let mut poll = Poll::new(proposal, PollKind::Temperature, clock().today());
    (poll.counts, poll.marking) = ([0, 2, 0, 0, 1, 0], Some(Marking::Clear));
    scene.put(StepName::Poll, poll.clone());
    scene.look();
    let counts = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        wall.seen.snapshot.polls.get(poll.id).unwrap().counts
    };
    assert_eq!(counts(&scene), [0; 6]);
    scene.room.show_kept(0);
    scene.look();
    assert!(is_split(&scene));
    assert_eq!(counts(&scene), poll.counts);
}

#[test]
fn a_step_in_the_moment_in_which_the_desk_locks_is_followed_by_the_wall() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Clear)));
    mark(&mut scene.document, Marking::Red);
    scene.lock();
    assert!(!scene.is_read(CANARY));
    // Neither does it show what a question was about to ask.
    let mut scene = Scene::new(|it| put(it, slide(Marking::Red)));
    mark(&mut scene.document, Marking::Clear);
    scene.lock();
    assert!(!scene.is_read(CANARY) && scene.room.question().is_none());
}

#[test]
fn a_region_of_which_nobody_may_be_seen_has_no_slide() {
    let mut scene = Scene::new(|document| {
        let party = document.snapshot().parties.iter().next().unwrap().clone();
        let region = CANARY.to_owned();
        put(document, Party { region: region.clone(), marking: Some(Marking::Clear), ..party });
        let marking = Some(Marking::Clear);
        let title = Slide { marking, ..Slide::new(SlideKind::Title, 0) };
        let slide = Slide { region, marking, ..Slide::new(SlideKind::Matrix, 1) };
        document.apply(&Edit::new(StepName::Prepare, "").put(title).put(slide)).unwrap();
    });
    scene.room.go(1);
    scene.look();
    assert!(scene.is_read(CANARY) && scene.room.order().len() == 2);
    for frozen in [true, false] {
        scene.room.frozen = frozen;
        let found = scene.document.snapshot().parties.iter().find(|it| it.region == CANARY);
        let party = found.unwrap().clone();
        put(&mut scene.document, Party { marking: Some(Marking::Red), ..party });
        scene.look();
        assert!(!scene.is_read(CANARY), "{frozen}");
        assert_eq!(scene.room.order().len(), 1);
        scene.document.undo().unwrap();
        scene.look();
        scene.room.show_all();
        scene.room.go(1);
        scene.look();
    }
}

/// A room at the slide of a proposal that has polls.
fn at_the_proposal(prepare: impl FnOnce(&mut Document)) -> (Scene, ProposalId) {
    let mut scene = Scene::new(prepare);
    let (proposal, _) = cell(&scene.document);
    let place = scene.room.order().iter().position(|it| it.proposal == Some(proposal)).unwrap();
    scene.room.go(place);
    scene.look();
    (scene, proposal)
}

fn polls(scene: &Scene) -> String {
    format!("{:?}", scene.room.wall(0.0).unwrap().polls)
}

#[test]
fn a_poll_that_is_marked_more_strictly_leaves_a_frozen_wall_as_well() {
    let (mut scene, _) = at_the_proposal(|it| {
        let (proposal, _) = cell(it);
        let poll = Poll::new(proposal, PollKind::Temperature, clock().today());
        let counts = [3, 3, 0, 0, 0, 0];
        put(it, Poll { counts, marking: Some(Marking::Clear), ..poll });
    });
    assert!(polls(&scene).contains("Split"));
    scene.room.frozen = true;
    let poll = scene.document.snapshot().polls.iter().next().unwrap().clone();
    put(&mut scene.document, Poll { marking: Some(Marking::Red), ..poll });
    scene.look();
    assert!(scene.room.frozen && !polls(&scene).contains("Split"));
}

#[test]
fn a_tally_that_is_marked_more_strictly_leaves_the_wall_whoever_answers_after_it() {
    let (mut scene, proposal) = at_the_proposal(|_| {});
    let now = Moment { undoable: 0, made: 0 };
    let mut spoken = Spoken::new(clock().today());
    let tally = Poll { counts: [0, 6, 0, 0, 0, 0], ..spoken.poll(proposal) };
    put(&mut scene.document, tally.clone());
    scene.room.hear_poll(tally.id);
    spoken.add(Stance::Support, now);
    scene.room.spoken.insert(proposal, spoken);
    scene.look();
    assert!(polls(&scene).contains("[0, 7, 0, 0, 0, 0]"), "{}", polls(&scene));
    put(&mut scene.document, Poll { marking: Some(Marking::Red), ..tally });
    scene.look();
    let said = polls(&scene);
    assert!(said.contains("[0, 1, 0, 0, 0, 0]") && !said.contains("Split"), "{said}");
    // What is said from now on is a tally of its own.
    let running = scene.room.spoken[&proposal].poll(proposal);
    assert!(running.id != tally.id && running.counts == [0, 1, 0, 0, 0, 0]);
}

#[test]
fn the_rest_of_a_dossier_follows_while_its_title_is_kept_hidden() {
    let mut scene = Scene::new(|it| {
        entitle(it, Marking::Clear);
        let dossier = it.snapshot().dossier.clone();
        put(it, Dossier { title: "As it stood".to_owned(), ..dossier });
    });
    let dossier = |scene: &Scene| scene.room.wall(0.0).unwrap().seen.snapshot.dossier.clone();
    scene.document.undo().unwrap();
    scene.look();
    scene.room.hold_back();
    scene.look();
    assert_eq!(dossier(&scene).title, "As it stood");
    let now = scene.document.snapshot().dossier.clone();
    let by_hand = Dossier { classification: "GEHEIM".to_owned(), poll_min_answers: 9, ..now };
    put(&mut scene.document, by_hand.clone());
    scene.look();
    assert!(scene.room.question().is_none());
    let seen = dossier(&scene);
    assert_eq!((&*seen.classification, seen.poll_min_answers), ("GEHEIM", 9));
    assert_eq!(seen.title, "As it stood");
    put(&mut scene.document, Dossier { title: "By hand".to_owned(), ..by_hand });
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
}
