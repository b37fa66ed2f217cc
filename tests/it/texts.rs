//! Texts under negotiation: what is added, what it becomes, and who may see what of it.

use cbm_workbench::analysis::{paragraphs, versions};
use cbm_workbench::document::merge::Decision;
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Ask, Bilingual, Fate, Keyed, Language, Marking, Paragraph, Party, PartyKind, ProposalId,
    Record, Ruling, Slide, SlideKind, Snapshot, Stance, Table, Version, WordStance,
};
use cbm_workbench::store::{Audience, Clearance};
use chrono::NaiveDate;

use crate::ceilings::contains;
use crate::common::{dossier, dump, folder, run};
use crate::pairs::Pair;

const CODE: &str = "A/RES/73/27";

const CHAIR: &str = "PP1 Recalling the reports of the groups of experts,\n\n\
    OP1 States shall share information on threats [voluntarily] (RUS, CHN).\n\n\
    OP2 States [alt 1 may] (RUS) [alt 2 should] (NLD) name a point of contact.\n";

const REV1: &str = "PP1 Recalling the reports of the groups of experts,\n\n\
    PP2 Noting the work of regional organizations on trust between their members,\n\n\
    OP1 States should name a point of contact.\n\n\
    OP2 States should, where appropriate, share information on threats.\n";

fn drafts() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts")
}

fn proposal(snapshot: &Snapshot) -> ProposalId {
    snapshot.proposal_by_code(CODE).unwrap().id
}

/// The paragraphs of a version, counted from 0.
fn text(snapshot: &Snapshot, version: usize) -> Vec<Paragraph> {
    let all = versions(snapshot, proposal(snapshot));
    paragraphs(snapshot, all[version].id).into_iter().cloned().collect()
}

#[test]
fn a_version_is_laid_beside_the_last_one_and_its_paragraphs_keep_who_they_are() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let before = dump(&path);
    std::fs::write(folder.path().join("chair.txt"), CHAIR).unwrap();
    std::fs::write(folder.path().join("rev1.txt"), REV1).unwrap();
    let file = path.file_name().unwrap().to_str().unwrap();
    let dry = run(folder.path(), &["text", file, "add", CODE, "chair.txt", "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert_eq!(dump(&path), before, "a dry run takes nothing in");
    for (name, from) in [("chair", "chair.txt"), ("rev.1", "rev1.txt")] {
        let ran = run(folder.path(), &["text", file, "add", CODE, from, "--name", name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let mut document = Document::open(&path).unwrap();
    let (old, new) = (text(document.snapshot(), 0), text(document.snapshot(), 1));
    let follows: Vec<_> = new
        .iter()
        .map(|it| old.iter().find(|old| Some(old.id) == it.follows).map(|it| &*it.number))
        .collect();
    assert_eq!(follows, [Some("PP1"), None, Some("OP2"), Some("OP1")], "renumbered and moved");
    document.undo().unwrap();
    assert_eq!(document.snapshot().count(Table::Versions), 1);
    document.undo().unwrap();
    drop(document);
    assert_eq!(dump(&path), before, "each version is one step");
}

#[test]
fn a_version_is_deleted_from_between_two_others_and_what_continued_it_continues_the_one_before() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    for (name, words) in [("chair", CHAIR), ("rev.1", REV1), ("rev.2", REV1)] {
        std::fs::write(folder.path().join("t.txt"), words).unwrap();
        let ran = run(folder.path(), &["text", file, "add", CODE, "t.txt", "--name", name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let mut document = Document::open(&path).unwrap();
    let (old, between) = (text(document.snapshot(), 0), text(document.snapshot(), 1));
    let on = |it: &Paragraph| Ask {
        paragraph: Some(it.id),
        ..Ask::new(proposal(document.snapshot()), "share information")
    };
    let ask = on(&between[2]);
    document.apply(&Edit::add(ask.clone(), "ask")).unwrap();
    let version = between[0].version;
    let edit = Edit::delete(document.snapshot(), version.into(), "rev.1");
    document.apply(&edit).unwrap();
    let follows: Vec<_> = text(document.snapshot(), 1)
        .iter()
        .map(|it| old.iter().find(|old| Some(old.id) == it.follows).map(|it| it.number.clone()))
        .collect();
    let number = |it: &str| Some(it.to_owned());
    assert_eq!(follows, [number("PP1"), None, number("OP2"), number("OP1")]);
    let kept = document.snapshot().asks.get(ask.id).unwrap();
    assert_eq!(kept.paragraph, None, "the own wording stays, for anywhere in the text");
    document.undo().unwrap();
    assert_eq!(text(document.snapshot(), 1), between);
    assert_eq!(document.snapshot().asks.get(ask.id), Some(&ask));
}

#[test]
fn json_shows_runs_with_their_owners_and_what_changed() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    for (name, words) in [("chair", CHAIR), ("rev.1", REV1)] {
        std::fs::write(folder.path().join("t.txt"), words).unwrap();
        assert_eq!(
            run(folder.path(), &["text", file, "add", CODE, "t.txt", "--name", name]).code,
            0
        );
    }
    let shown = |more: &[&str]| -> serde_json::Value {
        let mut arguments = vec!["text", file, "show", CODE, "--format", "json"];
        arguments.extend(more);
        let ran = run(folder.path(), &arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        serde_json::from_str(&ran.out).unwrap()
    };
    let chair = shown(&["--version", "1"]);
    assert_eq!((&chair["format"], &chair["version"]), (&1.into(), &"chair".into()));
    assert_eq!(chair["brackets"], 3);
    let runs = chair["paragraphs"][1]["runs"].as_array().unwrap();
    let add = runs.iter().find(|run| run["kind"] == "add").unwrap();
    assert_eq!((&add["text"], &add["depth"]), (&"voluntarily".into(), &1.into()));
    assert_eq!(add["owners"], serde_json::json!(["RUS", "CHN"]));
    let compared = shown(&["--against", "chair"]);
    let turned: Vec<_> = compared["paragraphs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["change"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(turned, ["same", "new", "changed", "changed"]);
    assert_eq!(compared["brackets"], 0);
    let none = run(folder.path(), &["text", file, "show", CODE, "--version", "rev.9"]);
    assert_eq!(none.code, 1, "{none:?}");
}

#[test]
fn the_text_so_far_becomes_the_first_version_and_stands_in_one_place() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let mut document = Document::open(&path).unwrap();
    let mut own = document.snapshot().proposal_by_code(CODE).unwrap().clone();
    own.text = CHAIR.to_owned();
    document.apply(&Edit::change(own, CODE)).unwrap();
    drop(document);
    std::fs::write(folder.path().join("rev1.txt"), REV1).unwrap();
    assert_eq!(run(folder.path(), &["text", file, "add", CODE, "rev1.txt"]).code, 0);
    let document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    assert!(snapshot.proposal_by_code(CODE).unwrap().text.is_empty());
    assert_eq!(text(snapshot, 0).len(), 3);
    assert!(text(snapshot, 1)[3].follows.is_some());
    drop(document);
    // Pages on the proposal have the present text as before.
    let page = run(folder.path(), &["show", file, "proposals", "--format", "json"]).json();
    let mut all = page["proposals"].as_array().unwrap().iter();
    let shown = all.find(|it| it["code"] == CODE).unwrap();
    assert!(shown["text"].as_str().unwrap().contains("OP2 States should, where appropriate"));
}

#[test]
fn a_copy_loses_brackets_and_owners_above_its_ceiling_without_a_trace() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let mut hidden = document.snapshot().party_by_code("CHN").unwrap().clone();
    hidden.marking = Some(Marking::Red);
    document.apply(&Edit::change(hidden, "")).unwrap();
    drop(document);
    let file = path.file_name().unwrap().to_str().unwrap();
    let words = "OP1 States shall [canaryzulu] (NLD; TLP:RED) share [openly] (CHN, NLD), always.\n";
    std::fs::write(folder.path().join("t.txt"), words).unwrap();
    assert_eq!(run(folder.path(), &["text", file, "add", CODE, "t.txt"]).code, 0);
    for (ceiling, expected) in [
        ("RED", "States shall [canaryzulu] (NLD; TLP:RED) share [openly] (CHN, NLD), always."),
        ("AMBER", "States shall share [openly] (NLD), always."),
    ] {
        let copy = format!("{ceiling}.cbm");
        let ran = run(folder.path(), &["redact", file, &copy, "--ceiling", ceiling]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let bytes = std::fs::read(folder.path().join(&copy)).unwrap();
        assert_eq!(contains(&bytes, "canaryzulu"), ceiling == "RED");
        let copy = Document::open(&folder.path().join(&copy)).unwrap();
        assert_eq!(text(copy.snapshot(), 0)[0].words, expected, "under {ceiling}");
    }
    // A page is as confidential as the strictest bracket, and the strictest name, on it.
    let page = run(folder.path(), &["text", file, "show", CODE]);
    assert!(page.out.starts_with("TLP:RED"), "{page:?}");
    let page = run(folder.path(), &["text", file, "show", CODE, "--ceiling", "AMBER"]);
    assert!(page.out.starts_with("TLP:AMBER") && !page.out.contains("CHN"), "{page:?}");
}

#[test]
fn whoever_may_not_be_named_is_not_named_under_any_other_name_either() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let mut hidden = document.snapshot().party_by_code("RUS").unwrap().clone();
    hidden.marking = Some(Marking::Red);
    let first = document.snapshot().proposals.iter().next().unwrap().id;
    let version = Version::new(first, "chair", 0);
    // As it came from elsewhere: under a name from the library, and not in stored form.
    let words = "Asks [all] (\"Russian Federation\", NLD) [some] (Russia) [x] (NLD) \
        [y] (NLD, CHN, and Rusland) [z] (RUS on behalf of the CSTO) [keep → drop] (CHN; TLP:RED)";
    let paragraph = Paragraph::new(version.id, 0, words);
    document.apply(&Edit::change(hidden, "").put(version).put(paragraph)).unwrap();
    drop(document);
    let file = path.file_name().unwrap().to_str().unwrap();
    let ran = run(folder.path(), &["redact", file, "copy.cbm", "--ceiling", "AMBER"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let copy = Document::open(&folder.path().join("copy.cbm")).unwrap();
    let seen = copy.snapshot().paragraphs.iter().next().unwrap();
    assert_eq!(seen.words, "Asks [all] (NLD) [some] [x] (NLD) [y] (NLD, CHN) [z] keep");
}

#[test]
fn an_alternative_that_is_withheld_leaves_no_gap_and_takes_along_what_is_said_of_alternatives() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let (first, by) =
        (snapshot.proposals.iter().next().unwrap().id, snapshot.party_by_code("NLD").unwrap().id);
    let version = Version::new(first, "chair", 0);
    let words = "States [alt 1 may] [alt 2 can] (TLP:RED) [alt 3 shall] meet";
    let paragraph = Paragraph::new(version.id, 0, words);
    let on = |alternative| WordStance {
        alternative,
        ..WordStance::new(paragraph.id, by, Some(Stance::Object), "2026-01-01".parse().unwrap())
    };
    let edit = Edit::add(version, "").put(paragraph.clone()).put(on(0)).put(on(3));
    document.apply(&edit).unwrap();
    drop(document);
    let file = path.file_name().unwrap().to_str().unwrap();
    for (ceiling, words, stances) in
        [("RED", words, 2), ("AMBER", "States [alt 1 may] [alt 2 shall] meet", 1)]
    {
        let copy = format!("{ceiling}.cbm");
        assert_eq!(run(folder.path(), &["redact", file, &copy, "--ceiling", ceiling]).code, 0);
        let copy = Document::open(&folder.path().join(&copy)).unwrap();
        let seen = copy.snapshot();
        assert_eq!(seen.paragraphs.iter().next().unwrap().words, words);
        assert_eq!(seen.count(Table::WordStances), stances, "under {ceiling}");
    }
}

#[test]
fn a_room_sees_of_a_text_what_is_marked_for_it_and_no_sign_of_the_rest() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let (on, by) = (proposal(snapshot), snapshot.party_by_code("NLD").unwrap().id);
    let clear = Some(Marking::Clear);
    let version = Version { marking: clear, ..Version::new(on, "open", 0) };
    let mut edit = Edit::add(version.clone(), "");
    let (mut brackets, mut owners) = (String::new(), Vec::new());
    // Each with every marking, and one with none: that is on no wall.
    let markings = || Marking::ALL.iter().copied().map(Some).chain([None]).zip(0..);
    for (marking, n) in markings() {
        let party = Party::new(format!("OWN{n}"), Bilingual::new("x", "x"), PartyKind::State);
        edit = edit.put(Party { marking, ..party });
        owners.push(format!("OWN{n}"));
        if let Some(marking) = marking {
            brackets += &format!("[canary bracket {n}] ({}) ", marking.label());
        }
        let own = Version { marking, ..Version::new(on, format!("canary version {n}"), n + 1) };
        let within = Paragraph::new(own.id, 0, format!("canary within {n}"));
        let within = Paragraph { marking: clear, ..within };
        let words = format!("canary paragraph {n}");
        let paragraph = Paragraph { marking, ..Paragraph::new(version.id, n, words) };
        let slide = Slide { paragraph: Some(paragraph.id), ..Slide::new(SlideKind::Text, n) };
        edit = edit.put(own).put(within).put(paragraph).put(slide);
    }
    let words = format!("{brackets} [x] ({})", owners.join(", "));
    let disputed = Paragraph { marking: clear, ..Paragraph::new(version.id, 9, words) };
    edit = edit.put(disputed.clone());
    edit = markings().fold(edit, |edit, (marking, n)| {
        let day = NaiveDate::from_ymd_opt(2026, 1, n + 1).unwrap();
        let note = "canary note".to_owned();
        let said = WordStance::new(disputed.id, by, Some(Stance::Object), day);
        edit.put(WordStance { marking, note, ..said })
    });
    document.apply(&edit).unwrap();
    for ceiling in Marking::ALL {
        let visible = document.visible(&Clearance::new(Audience::Room, *ceiling)).unwrap();
        let seen = visible.snapshot;
        let all = format!("{seen:?}");
        assert!(!all.contains("canary note"), "nobody’s notes");
        for (marking, n) in markings() {
            let may = marking.is_some_and(|it| it <= *ceiling);
            for what in ["bracket", "version", "within", "paragraph"] {
                let canary = format!("canary {what} {n}");
                assert_eq!(all.contains(&canary), may, "{canary} under {ceiling:?}");
            }
            let words = seen.paragraphs.iter().find(|it| it.rank == 9).unwrap().words.clone();
            assert_eq!(words.contains(&format!("OWN{n}")), may, "{words} under {ceiling:?}");
        }
        let count = Marking::ALL.iter().filter(|it| *it <= ceiling).count();
        assert_eq!(seen.count(Table::WordStances), count, "under {ceiling:?}");
        assert_eq!(seen.count(Table::Slides), count, "a slide goes with its paragraph");
        let kinds = seen.slides.iter().all(|it| it.paragraph.is_some());
        assert!(kinds, "and shows nothing else in its place");
    }
}

#[test]
fn a_new_version_is_as_confidential_as_the_last_one() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let mut document = Document::open(&path).unwrap();
    let mut own = document.snapshot().proposal_by_code(CODE).unwrap().clone();
    (own.text, own.marking) = (CHAIR.to_owned(), Some(Marking::Red));
    document.apply(&Edit::change(own, CODE)).unwrap();
    drop(document);
    std::fs::write(folder.path().join("rev1.txt"), REV1).unwrap();
    assert_eq!(run(folder.path(), &["text", file, "add", CODE, "rev1.txt"]).code, 0);
    let document = Document::open(&path).unwrap();
    let markings = document.snapshot().versions.iter().map(|it| it.marking);
    assert_eq!(markings.collect::<Vec<_>>(), [Some(Marking::Red); 2]);
    drop(document);
    // Given a marking it is less confidential; a paragraph that continues a RED one is not.
    let args = ["text", file, "add", CODE, "rev1.txt", "--name", "rev.2", "--marking", "GREEN"];
    let ran = run(folder.path(), &args);
    assert!(ran.code == 0 && ran.out.contains("The version is TLP:GREEN"), "{ran:?}");
    let again = run(folder.path(), &args);
    assert!(again.code == 1 && again.err.contains("has a version “rev.2” already"), "{again:?}");
    let document = Document::open(&path).unwrap();
    let last = document.snapshot().versions.iter().max_by_key(|it| it.rank).unwrap();
    assert_eq!(last.marking, Some(Marking::Green));
    let all = paragraphs(document.snapshot(), last.id);
    assert!(all.iter().all(|it| it.marking == Some(Marking::Red)), "each continues a RED one");
}

#[test]
fn a_document_that_is_marked_comes_in_under_its_marking_unless_somebody_says_otherwise() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    std::fs::write(folder.path().join("t.txt"), format!("TLP:RED\n\n{CHAIR}")).unwrap();
    let add = |from: &str, name: &str, more: &[&str]| {
        let ran = run(
            folder.path(),
            &[&["text", file, "add", CODE, from, "--name", name][..], more].concat(),
        );
        assert_eq!(ran.code, 0, "{ran:?}");
        let document = Document::open(&path).unwrap();
        let made = document.snapshot().versions.iter().find(|it| it.name == name);
        (ran.out, made.unwrap().marking)
    };
    let (said, marking) = add("t.txt", "chair", &[]);
    assert!(said.contains("The document is marked “TLP:RED”."), "{said}");
    assert_eq!(marking, Some(Marking::Red));
    // A Word document has it above and below its pages.
    let ran = run(folder.path(), &["text", file, "write", CODE, "out.docx"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let made = run(folder.path(), &["new", "other.cbm", "--template", "un-votes"]);
    assert_eq!(made.code, 0, "{made:?}");
    let ran = run(folder.path(), &["text", "other.cbm", "add", CODE, "out.docx"]);
    assert!(ran.code == 0 && ran.out.contains("The version is TLP:RED"), "{ran:?}");
    let (said, marking) = add("out.docx", "clear", &["--marking", "CLEAR"]);
    assert!(said.contains("The document is marked"), "{said}");
    assert_eq!(marking, Some(Marking::Clear));
}

#[test]
fn reviewers_in_different_paragraphs_never_conflict_and_in_the_same_one_are_asked_about() {
    let take = |document: &mut Document| {
        let first = document.snapshot().proposals.iter().next().unwrap().id;
        let version = Version::new(first, "chair", 0);
        let one = Paragraph::new(version.id, 0, "States [shall] (NLD) share");
        let two = Paragraph::new(version.id, 1, "Decides to meet");
        document.apply(&Edit::add(version, "").put(one).put(two)).unwrap();
    };
    let all = |document: &Document| -> Vec<Paragraph> {
        let snapshot = document.snapshot();
        let version = snapshot.versions.iter().next().unwrap().id;
        paragraphs(snapshot, version).into_iter().cloned().collect()
    };
    let write = |document: &mut Document, at: usize, words: &str| {
        let paragraph = all(document)[at].clone();
        let changed = Paragraph { words: words.to_owned(), ..paragraph };
        document.apply(&Edit::change(changed, "")).unwrap();
    };
    let mut pair = Pair::after(take, |document| write(document, 0, "States [should] (IND) share"));
    write(&mut pair.mine, 1, "Decides to meet [annually] (EU)");
    assert!(pair.plan().conflicts.is_empty());
    pair.merge(None);
    let words: Vec<_> = all(&pair.mine).into_iter().map(|it| it.words).collect();
    assert_eq!(words, ["States [should] (IND) share", "Decides to meet [annually] (EU)"]);
    let mut pair = Pair::after(take, |document| write(document, 0, "States [should] (IND) share"));
    write(&mut pair.mine, 0, "States [may] (RUS) share");
    assert_eq!(pair.plan().conflicts.len(), 1);
    pair.merge(Some(Decision::Theirs));
    assert_eq!(all(&pair.mine)[0].words, "States [should] (IND) share");
    // Both bracketed the same word: the paragraph appears once, with the owners from both.
    let go = |document: &mut Document| write(document, 1, "Decides [delete: to] (NLD) meet");
    let mut pair = Pair::after(take, go);
    write(&mut pair.mine, 1, "Decides [to] (RUS) meet");
    pair.merge(Some(Decision::Both));
    assert_eq!(all(&pair.mine)[1].words, "Decides [to] (RUS; against: NLD) meet");
}

#[test]
fn the_fate_of_ones_own_wording_is_told_and_can_be_overruled() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    std::fs::write(folder.path().join("t.txt"), REV1).unwrap();
    assert_eq!(run(folder.path(), &["text", file, "add", CODE, "t.txt"]).code, 0);
    let mut document = Document::open(&path).unwrap();
    let on = proposal(document.snapshot());
    let ask = Ask::new(on, "States shall share information on threats");
    document.apply(&Edit::add(ask.clone(), "")).unwrap();
    let told = |folder: &std::path::Path, more: &[&str]| -> serde_json::Value {
        let mut arguments = vec!["text", file, "asks", CODE, "--format", "json"];
        arguments.extend(more);
        serde_json::from_str(&run(folder, &arguments).out).unwrap()
    };
    drop(document);
    let page = told(folder.path(), &[]);
    assert_eq!(page["asks"][0]["fate"], "weakened", "{page}");
    assert_eq!(page["marking"], "RED");
    assert_eq!(told(folder.path(), &["--ceiling", "AMBER"])["asks"], serde_json::json!([]));
    let mut document = Document::open(&path).unwrap();
    let version = versions(document.snapshot(), on)[0].id;
    let ruling = Ruling::new(ask.id, version, Fate::In, "The verb was agreed orally");
    document.apply(&Edit::add(ruling, "")).unwrap();
    drop(document);
    let page = told(folder.path(), &[]);
    assert_eq!(page["asks"][0]["fate"], "in", "{page}");
}

#[test]
fn a_document_of_word_comes_in_with_every_change_and_who_made_it() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let from = drafts().join("libreoffice.docx");
    let ran = run(folder.path(), &["text", file, "add", CODE, from.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let document = Document::open(&path).unwrap();
    let words: Vec<_> = text(document.snapshot(), 0).into_iter().map(|it| it.words).collect();
    assert!(words.iter().any(|it| it.contains("by: ")), "{words:#?}");
}

#[test]
fn what_leaves_for_word_comes_back_in_with_brackets_and_owners() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    std::fs::write(folder.path().join("t.txt"), CHAIR).unwrap();
    let take = |from: &str, name: &str| {
        let ran = run(folder.path(), &["text", file, "add", CODE, from, "--name", name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    };
    take("t.txt", "chair");
    for form in ["tracked", "brackets"] {
        let to = format!("{form}.docx");
        let ran = run(folder.path(), &["text", file, "write", CODE, &to, "--form", form]);
        assert_eq!(ran.code, 0, "{ran:?}");
        take(&to, form);
    }
    let ran = run(folder.path(), &["text", file, "write", CODE, "c.docx", "--against", "1"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let document = Document::open(&path).unwrap();
    let sense = |version| -> Vec<String> {
        let all = text(document.snapshot(), version).into_iter();
        // Who typed a change is known once it has been in Word.
        all.map(|it| it.words.split("; by:").next().unwrap().to_owned()).collect()
    };
    let typed: Vec<_> = sense(2);
    assert_eq!(typed, sense(0), "in brackets");
    let owners = sense(1).concat();
    for owner in ["RUS", "CHN", "NLD"] {
        assert!(owners.contains(owner), "{owners}");
    }
}

#[test]
fn a_template_without_texts_has_none() {
    let records = Template::UnVotes.records("A dossier", Language::English);
    let texts = records.into_iter().filter(|it| matches!(it, Record::Version(_)));
    assert_eq!(texts.count(), 0);
}
