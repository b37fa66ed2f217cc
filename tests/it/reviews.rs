//! Returning reviews: what they lower, delete or claim is shown and decided, and nothing is
//! overwritten.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use cbm_workbench::document::merge::{ConflictKind, Decision};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::explain::brought_labels;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Certainty, Comment, Concern, Dossier, Language, Marking, Obstacle, Party, Source,
    SourceKind,
};
use cbm_workbench::store::Passphrase;
use cbm_workbench::text::Text;
use serde_json::Value;

use crate::common::{dossier, folder, program, run, write};
use crate::pairs::{Pair, add_brief, add_position, delete_party, mark, note, nothing, rename};

#[test]
fn the_command_line_merges_reports_and_writes_nothing_before_everything_is_decided() {
    let home = folder();
    let base = dossier(&home, Template::UnGlobalCbms);
    let theirs = home.path().join("theirs.cbm");
    std::fs::copy(&base, &theirs).unwrap();
    note("a")(&mut Document::open(&base).unwrap());
    let mut document = Document::open(&theirs).unwrap();
    note("b")(&mut document);
    add_position(&mut document);
    drop(document);
    let (before_mine, before_theirs) =
        (std::fs::read(&base).unwrap(), std::fs::read(&theirs).unwrap());
    let arguments = ["merge", "dossier.cbm", "theirs.cbm", "out.cbm", "--report", "report.json"];
    let ran = run(home.path(), &arguments);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!home.path().join("out.cbm").exists());
    let report: Value =
        serde_json::from_slice(&std::fs::read(home.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(report["taken"], 1);
    let conflict = &report["conflicts"][0];
    assert_eq!(conflict["kind"], "field");
    assert_eq!((&conflict["table"], &conflict["field"]), (&"parties".into(), &"note".into()));
    assert_eq!(
        (&conflict["base"], &conflict["mine"], &conflict["theirs"]),
        (&"".into(), &"a".into(), &"b".into())
    );
    std::fs::remove_file(home.path().join("report.json")).unwrap();
    let ran = run(home.path(), &[&arguments[..], &["--prefer", "theirs"]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let merged = Document::open(&home.path().join("out.cbm")).unwrap();
    assert_eq!(merged.snapshot().party_by_code("NLD").unwrap().note, "b");
    assert_eq!(merged.snapshot().positions.len(), 1);
    assert_eq!(std::fs::read(&base).unwrap(), before_mine, "mine is only read");
    assert_eq!(std::fs::read(&theirs).unwrap(), before_theirs, "theirs is only read");
    let again = run(home.path(), &arguments);
    assert_eq!(again.code, 1, "never over another file");
}

#[test]
fn a_comment_that_preserves_a_side_is_as_confidential_as_its_content() {
    let mut pair = Pair::new(add_brief("no inspections"), add_brief("no publicity"));
    assert_eq!(pair.mine.snapshot().dossier.marking, Marking::Amber);
    pair.merge(Some(Decision::Later));
    let comments: Vec<_> = pair.mine.snapshot().comments.iter().collect();
    assert_eq!(comments[0].marking, Some(Marking::Red), "a brief is RED");
    let mut pair = Pair::new(note("a"), note("b"));
    pair.merge(Some(Decision::Later));
    let comments: Vec<_> = pair.mine.snapshot().comments.iter().collect();
    assert_eq!(comments[0].marking, None, "as the dossier, although the party is public");
}

#[test]
fn a_comment_is_as_confidential_as_its_record_and_never_less_than_the_dossier() {
    let pair = Pair::new(
        |document| {
            add_brief("no inspections")(document);
            add_position(document);
        },
        nothing,
    );
    let snapshot = pair.mine.snapshot();
    let brief = snapshot.briefs.iter().next().unwrap();
    assert_eq!(snapshot.marking_about(brief.record_id()), Some(Marking::Red));
    let entry = snapshot.positions.iter().next().unwrap().id();
    assert_eq!(snapshot.position_with(entry).unwrap().marking, None);
    assert_eq!(snapshot.marking_about(entry.into()), None);
    // A comment on a public record is not public for that reason.
    let party = snapshot.party_by_code("NLD").unwrap();
    assert_eq!(party.marking, Some(Marking::Clear));
    assert_eq!(snapshot.marking_about(party.record_id()), None);
}

/// A RED proposal and another one, each assessed; a concern and a comment on the first
/// assessment, and two sources, one of them RED.
fn secret(document: &mut Document) {
    let mut proposals: Vec<_> = document.snapshot().proposals.iter().take(2).cloned().collect();
    // An entry is added on the other one.
    proposals.reverse();
    proposals[0].marking = Some(Marking::Red);
    let day = "2026-01-01".parse().unwrap();
    let assessed = |at: usize| Assessment::new(proposals[at].id, Obstacle::Mistrust, None, day);
    let [first, second] = [0, 1].map(assessed);
    let party = document.snapshot().party_by_code("NLD").unwrap().id;
    let (about, now) = (first.record_id(), chrono::Utc::now());
    let mut source = Source::new("S/1", "Secret source", SourceKind::Other);
    source.marking = Some(Marking::Red);
    let concern = Concern::new(first.id, party);
    let edit = Edit::change(proposals.remove(0), "").put(first).put(second).put(concern);
    let edit = edit.put(Comment::new(about, "as it was", "me", now)).put(source);
    let edit = edit.put(Source::new("S/2", "Open source", SourceKind::Other));
    document.apply(&edit).unwrap();
    add_position(document);
}

fn concern(document: &Document) -> Concern {
    document.snapshot().concerns.iter().next().unwrap().clone()
}

fn reword(words: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let mut comment = document.snapshot().comments.iter().next().unwrap().clone();
        words.clone_into(&mut comment.text);
        document.apply(&Edit::change(comment, "")).unwrap();
    }
}

fn rest_on(title: &'static str) -> impl Fn(&mut Document) {
    move |document| {
        let snapshot = document.snapshot();
        let entry = snapshot.positions.iter().next().unwrap();
        let mut entry = snapshot.position(entry).unwrap();
        entry.source = snapshot.sources.iter().find(|it| it.title == title).map(|it| it.id);
        document.apply(&Edit::change(entry, "")).unwrap();
    }
}

#[test]
fn a_conflict_is_as_confidential_as_everything_it_is_part_of_or_names() {
    // Conflicts over a concern and a comment on an assessment of a RED proposal, two steps up.
    let delete = |document: &mut Document| {
        let edit = Edit::delete(document.snapshot(), concern(document).record_id(), "");
        document.apply(&edit).unwrap();
    };
    let deleted = Pair::after(secret, delete);
    let mut commented = Pair::after(secret, reword("theirs"));
    reword("mine")(&mut commented.mine);
    // A public entry that rests on a RED source there.
    let mut sourced = Pair::after(secret, rest_on("Secret source"));
    rest_on("Open source")(&mut sourced.mine);
    for (mut pair, what) in [(deleted, "concern"), (commented, "comment"), (sourced, "source")] {
        let plan = pair.plan();
        assert!(!plan.conflicts.is_empty(), "{what}");
        let strictest = plan.conflicts.iter().filter_map(|it| it.marking).max();
        assert_eq!(strictest, Some(Marking::Red), "{what}");
        let kept = |pair: &Pair| pair.mine.snapshot().comments.len();
        let before = kept(&pair);
        pair.merge(Some(Decision::Later));
        assert!(kept(&pair) > before, "{what}");
    }
}

#[test]
fn moving_a_part_out_of_something_confidential_needs_a_decision() {
    let move_out = |document: &mut Document| {
        let mut concern = concern(document);
        let others = document.snapshot().assessments.iter().map(|it| it.id);
        concern.assessment = others.into_iter().find(|it| *it != concern.assessment).unwrap();
        document.apply(&Edit::change(concern, "")).unwrap();
    };
    let plan = Pair::after(secret, move_out).plan();
    let asked: Vec<_> = plan.conflicts.iter().map(|it| (it.kind, it.field())).collect();
    assert_eq!(asked, [(ConflictKind::Loosened, Some("assessment_id"))]);
    assert_eq!(plan.conflicts[0].marking, Some(Marking::Red));
}

/// Two copies of a dossier, each edited separately, for the command line.
fn two(home: &Path, mine: impl FnOnce(&mut Document), theirs: impl FnOnce(&mut Document)) {
    let [a, b] = ["a.cbm", "b.cbm"].map(|name| home.join(name));
    Document::create(&a, Template::UnVotes, "A dossier").unwrap();
    std::fs::copy(&a, &b).unwrap();
    mine(&mut Document::open(&a).unwrap());
    theirs(&mut Document::open(&b).unwrap());
}

#[test]
fn different_fields_of_one_record_are_taken_from_both_sides_without_a_question() {
    let home = folder();
    let home = home.path();
    two(home, |d| note("mine")(d), |d| rename("Theirs")(d));
    let ran = run(home, &["merge", "a.cbm", "b.cbm", "m.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("→ Theirs"), "{ran:?}");
    let merged = Document::open_read_only(&home.join("m.cbm")).unwrap();
    let party = merged.snapshot().party_by_code("NLD").unwrap();
    assert_eq!((party.note.as_str(), party.name.en.as_str()), ("mine", "Theirs"));
    let left = std::fs::read_dir(home).unwrap().flatten().map(|it| it.file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains(".tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_report_never_overwrites_a_file() {
    let home = folder();
    let home = home.path();
    two(home, nothing, |d| note("b")(d));
    std::fs::hard_link(home.join("b.cbm"), home.join("link.cbm")).unwrap();
    write(home, "notes.txt", "mine");
    let before =
        ["a.cbm", "b.cbm", "notes.txt"].map(|name| std::fs::read(home.join(name)).unwrap());
    for report in ["a.cbm", "./a.cbm", "b.cbm", "link.cbm", "notes.txt", "m.cbm", "./m.cbm"] {
        let ran = run(home, &["merge", "a.cbm", "b.cbm", "m.cbm", "--report", report]);
        assert_eq!(ran.code, 1, "{report}: {ran:?}");
        assert!(ran.err.contains("Nothing was merged"), "{report}: {ran:?}");
        assert!(!home.join("m.cbm").exists(), "{report}");
        let after = ["a.cbm", "b.cbm", "notes.txt"];
        assert_eq!(after.map(|name| std::fs::read(home.join(name)).unwrap()), before, "{report}");
    }
}

#[cfg(unix)]
#[test]
fn a_report_on_a_protected_dossier_is_readable_by_its_owner_only_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let home = folder();
    let home = home.path();
    two(home, nothing, |d| note("b")(d));
    for (name, words) in [("a.cbm", "mine it is"), ("b.cbm", "theirs it is")] {
        let mut document = Document::open(&home.join(name)).unwrap();
        document.set_passphrase(Passphrase::new(words.to_owned()).as_ref()).unwrap();
    }
    let arguments = ["merge", "a.cbm", "b.cbm", "m.cbm", "--report", "r.json"];
    let mut child = program(home, &arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // MINE's passphrase first, because it is the first argument.
    child.stdin.take().unwrap().write_all(b"mine it is\ntheirs it is\n").unwrap();
    let ran = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(0), "{said}");
    assert!(said.contains("without a passphrase"), "{said}");
    let mode = std::fs::metadata(home.join("r.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn unpacking_onto_a_file_names_that_file() {
    let home = folder();
    let home = home.path();
    two(home, nothing, nothing);
    assert_eq!(run(home, &["send", "a.cbm", "p.cbmreview"]).code, 0);
    write(home, "there.cbm", "something");
    let ran = run(home, &["unpack", "p.cbmreview", "there.cbm"]);
    assert!(ran.code == 1 && ran.err.contains("there.cbm"), "{ran:?}");
    assert!(!ran.err.contains("p.cbmreview"), "{ran:?}");
    let ran = run(home, &["unpack", "p.cbmreview", "no/where.cbm"]);
    assert!(ran.code == 1 && ran.err.contains("where.cbm"), "{ran:?}");
}

fn change_party(change: impl FnOnce(&mut Party)) -> impl FnOnce(&mut Document) {
    move |document| {
        let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
        change(&mut party);
        document.apply(&Edit::change(party, "")).unwrap();
    }
}

fn change_dossier(change: impl FnOnce(&mut Dossier)) -> impl FnOnce(&mut Document) {
    move |document| {
        let mut dossier = document.snapshot().dossier.clone();
        change(&mut dossier);
        document.apply(&Edit::change(dossier, "")).unwrap();
    }
}

#[test]
fn their_lowered_markings_and_changed_counts_need_a_decision() {
    type Did = Box<dyn FnOnce(&mut Document)>;
    let cases: Vec<(&str, Did)> = vec![
        ("marking", Box::new(mark(Marking::Clear))),
        ("classification", Box::new(change_dossier(|it| it.classification = "none".to_owned()))),
        ("camp_upper", Box::new(change_dossier(|it| it.camp_upper = 0.6))),
        ("camp_min_votes", Box::new(change_dossier(|it| it.camp_min_votes = 2))),
        ("decides", Box::new(change_party(|it| it.decides = !it.decides))),
    ];
    for (field, theirs) in cases {
        let mut pair = Pair::new(nothing, theirs);
        let plan = pair.plan();
        assert_eq!(plan.undecided(), 1, "{field}");
        assert_eq!(plan.conflicts[0].kind, ConflictKind::Loosened, "{field}");
        assert_eq!(plan.conflicts[0].field(), Some(field));
        assert_eq!(plan.taken, [], "{field}");
        let (dossier, party) = {
            let snapshot = pair.mine.snapshot();
            (snapshot.dossier.clone(), snapshot.party_by_code("NLD").unwrap().clone())
        };
        pair.merge(Some(Decision::Mine));
        let snapshot = pair.mine.snapshot();
        assert_eq!(snapshot.dossier, dossier, "{field}");
        assert_eq!(snapshot.party_by_code("NLD").unwrap(), &party, "{field}");
        assert!(pair.plan().conflicts.is_empty(), "{field}: decided once");
    }
    // Removing a record's own marking lowers it if the dossier's is looser.
    let red = change_party(|it| it.marking = Some(Marking::Red));
    let mut pair = Pair::after(red, change_party(|it| it.marking = None));
    let plan = pair.plan();
    assert_eq!(
        plan.conflicts.iter().map(|it| it.kind).collect::<Vec<_>>(),
        [ConflictKind::Loosened]
    );
    pair.merge(None);
    let party = pair.mine.snapshot().party_by_code("NLD").unwrap();
    assert_eq!(party.marking, Some(Marking::Red), "until it is decided it is as it was");
}

#[test]
fn their_claim_does_not_make_a_confidence_public() {
    let told = |certainty| {
        move |document: &mut Document| {
            let entry = document.snapshot().positions.iter().next().unwrap();
            let mut entry = document.snapshot().position(entry).unwrap();
            entry.certainty = Some(certainty);
            document.apply(&Edit::change(entry, "")).unwrap();
        }
    };
    let confided = |document: &mut Document| {
        add_position(document);
        told(Certainty::Confidence)(document);
    };
    let pair = Pair::after(confided, told(Certainty::Public));
    let plan = pair.plan();
    assert_eq!(plan.conflicts.len(), 1);
    assert_eq!(plan.conflicts[0].field(), Some("certainty"));
}

#[test]
fn a_misleading_step_name_cannot_lower_the_dossiers_marking() {
    let home = folder();
    let home = home.path();
    two(home, |d| mark(Marking::Red)(d), nothing);
    std::fs::copy(home.join("a.cbm"), home.join("c.cbm")).unwrap();
    mark(Marking::Clear)(&mut Document::open(&home.join("c.cbm")).unwrap());
    let forged = rusqlite::Connection::open(home.join("c.cbm")).unwrap();
    forged.execute("UPDATE edits SET name = 'change-parties', detail = 'Belgium'", []).unwrap();
    drop(forged);
    let arguments = ["merge", "a.cbm", "c.cbm", "m.cbm"];
    let ran = run(home, &arguments);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("less confidential") && !home.join("m.cbm").exists(), "{ran:?}");
    for (side, marking) in [("mine", Marking::Red), ("theirs", Marking::Clear)] {
        let to = format!("{side}.cbm");
        let ran = run(home, &["merge", "a.cbm", "c.cbm", &to, "--prefer", side]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let merged = Document::open_read_only(&home.join(&to)).unwrap();
        assert_eq!(merged.snapshot().dossier.marking, marking);
    }
}

#[test]
fn their_deletion_of_a_source_is_followed_or_rejected_as_decided() {
    let source = |document: &mut Document| {
        let source = Source::new("A/1", "Statement", SourceKind::Other);
        let mut term = cbm_workbench::model::Term::new("cyber peace");
        term.source = Some(source.id);
        document.apply(&Edit::add(source, "").put(term)).unwrap();
    };
    for (decision, kept) in [(Decision::Mine, true), (Decision::Theirs, false)] {
        let mut pair = Pair::new(source, nothing);
        let third = pair.theirs.path().with_file_name("third.cbm");
        pair.mine.copy_to(&third).unwrap();
        pair.theirs = Document::open(&third).unwrap();
        let own = |document: &Document| {
            let mut sources = document.snapshot().sources.iter();
            sources.find(|it| it.short() == "A/1").map(Source::record_id)
        };
        let id = own(&pair.theirs).unwrap();
        let edit = Edit::delete(pair.theirs.snapshot(), id, "");
        pair.theirs.apply(&edit).unwrap();
        let plan = pair.plan();
        let kinds: Vec<_> = plan.conflicts.iter().map(|it| it.kind).collect();
        assert_eq!((kinds, plan.taken.len()), (vec![ConflictKind::Deleted], 0));
        pair.merge(Some(decision));
        let term = pair.mine.snapshot().terms.iter().next().unwrap();
        assert_eq!(term.source.is_some(), kept, "{decision:?}");
        assert_eq!(own(&pair.mine).is_some(), kept, "{decision:?}");
        assert_eq!(pair.mine.findings().unwrap(), []);
        let again = pair.plan();
        assert!(again.conflicts.is_empty() && again.taken.is_empty(), "{decision:?}: {again:?}");
    }
    let mut pair = Pair::new(nothing, |document| {
        add_position(document);
        delete_party(document);
    });
    pair.merge(Some(Decision::Mine));
    assert!(pair.mine.snapshot().party_by_code("NLD").is_some());
}

#[test]
fn their_steps_are_named_after_what_they_changed() {
    let home = folder();
    let home = home.path();
    two(home, nothing, |document| {
        document.set_author("the owner");
        rename("Elsewhere")(document);
    });
    let forged = rusqlite::Connection::open(home.join("b.cbm")).unwrap();
    let sql = "UPDATE edits SET name = 'add-comments', detail = 'Belgium', author = 'The Owner'";
    forged.execute(sql, []).unwrap();
    drop(forged);
    let ran = program(home, &["merge", "a.cbm", "b.cbm", "m.cbm", "--report", "r.json"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    let report: Value =
        serde_json::from_slice(&std::fs::read(home.join("r.json")).unwrap()).unwrap();
    let step = &report["brought"][0];
    assert_eq!(step["author"], "The Owner");
    assert_eq!(step["changes"][0]["field"], "name_en");
    assert!(!report.to_string().contains("Belgium"), "what it calls itself is nobody's evidence");
    let merged = Document::open_read_only(&home.join("m.cbm")).unwrap();
    let brought = merged.brought().unwrap();
    let labels = brought_labels(Text::new(Language::English), merged.snapshot(), &brought);
    let label = labels.values().next().unwrap();
    assert_eq!(label, "Change party (Elsewhere: Name in English)");
    let step = merged.history().steps().iter().find(|step| step.merged.is_some()).unwrap();
    assert!(step.is_by("the owner"), "however it is written");
    let merge = merged.history().at(step.merged.unwrap()).unwrap();
    assert_eq!((merge.name.as_str(), merge.detail.as_str()), ("merge", "b.cbm"));
}

#[test]
fn a_merge_lists_everything_field_by_field_in_words() {
    let home = folder();
    let home = home.path();
    two(home, nothing, |document| {
        add_position(document);
        change_party(|it| it.kind = cbm_workbench::model::PartyKind::Company)(document);
    });
    let ran = run(home, &["merge", "a.cbm", "b.cbm", "m.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for words in ["Kind: State → Company", "New: Entry", "Stance: supports", "2 Jan 2026"] {
        assert!(ran.out.to_lowercase().contains(&words.to_lowercase()), "{words}: {ran:?}");
    }
    let dutch = run(home, &["--lang", "nl", "merge", "a.cbm", "b.cbm", "nl.cbm"]);
    assert!(dutch.out.contains("Zonder vraag overgenomen"), "{dutch:?}");
    assert!(!dutch.out.contains("state →"), "no keys: {dutch:?}");
}
