//! Traces that a copy must not have of anything it withholds: in ids, their gaps and order, in what
//! two copies have in common, in its size, or in what was done and undone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cbm_workbench::analysis::ToldSplits;
use cbm_workbench::document::{Document, Edit, StepName, correction};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Certainty, Comment, Keyed, Marking, Obstacle, Poll, PollKind, Position, Proposal,
    Record, RecordId, Severity, Slide, SlideKind, Snapshot, Speaker, Stance, Table,
};
use cbm_workbench::report::{Format, Subject};
use cbm_workbench::store::{Audience, Clearance};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::acts::{acts, edit};
use crate::canary::{self, chain};
use crate::common::{dossier, folder, run};

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

/// All ids in a text, in order.
fn identities(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let is = |window: &[u8]| {
        window.iter().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let windows = bytes.windows(36).filter(|window| is(window));
    windows.map(|window| String::from_utf8_lossy(window).into_owned()).collect()
}

/// The text with its first id replaced by `#0`, the second by `#1`, and so on.
fn canonical(text: &str) -> String {
    let mut seen = BTreeMap::new();
    let mut text = text.to_owned();
    for id in identities(&text) {
        let next = seen.len();
        seen.entry(id).or_insert(next);
    }
    for (id, place) in &seen {
        text = text.replace(id, &format!("#{place}"));
    }
    text
}

/// All rows of a file, in physical order.
fn rows(path: &Path) -> String {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut rows = String::new();
    for table in Table::ALL.iter().map(|table| table.key()).chain(["edits", "changes", "desk"]) {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let count = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let read = |i| match row.get_ref(i).unwrap() {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{other:?}"),
            };
            let values: Vec<_> = (0..count).map(read).collect();
            rows += &format!("{table}: {}\n", values.join(" | "));
        }
    }
    let free: i64 = connection.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    assert_eq!(free, 0, "no page that was something else before");
    rows
}

/// A dossier with the same public records, created in this order, and optionally with much that is
/// not for others.
fn world(path: &Path, order: [usize; 3], hidden: bool) {
    Document::create(path, Template::Empty, "A dossier").unwrap();
    let mut document = Document::open(path).unwrap();
    let put = |document: &mut Document, records: Vec<Record>| {
        let edit = Edit::new(StepName::Add(Table::Proposals), "");
        document.apply(&records.into_iter().fold(edit, Edit::put)).unwrap().unwrap();
    };
    let clear = Some(Marking::Clear);
    for n in order {
        if hidden {
            put(&mut document, chain(n + 10, Some(Marking::Red)));
            put(&mut document, chain(n + 20, None));
        }
        put(&mut document, chain(n, clear));
    }
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code("V2").unwrap().id;
    let party = snapshot.party_by_code("Q5").unwrap().id;
    let entry = |stance, date: &str, marking| Position {
        marking,
        ..Position::new(proposal, party, Some(stance), day(date))
    };
    let comment = |words: &str, marking| Comment {
        marking,
        ..Comment::new(proposal.into(), words, "A. Author", "2026-01-01T09:30:00Z".parse().unwrap())
    };
    let slide = |title: &str, rank, marking| Slide {
        title: title.to_owned(),
        marking,
        ..Slide::new(SlideKind::Title, rank)
    };
    let poll = |counts, date: &str| Poll {
        counts,
        marking: clear,
        ..Poll::new(proposal, PollKind::Speakers, day(date))
    };
    let red = Some(Marking::Red);
    let public = entry(Stance::Support, "2025-01-01", clear);
    let remark = comment("A remark", clear);
    let mut steps: Vec<Vec<Record>> = vec![
        vec![public.clone().into()],
        // Of two entries of one day the later one counts.
        vec![entry(Stance::Champion, "2025-02-01", clear).into()],
        vec![entry(Stance::Reserve, "2025-02-01", clear).into()],
        vec![remark.clone().into()],
        vec![Comment { answers: Some(remark.id), ..comment("An answer", clear) }.into()],
        vec![slide("First", 3, clear).into(), slide("Last", 9, clear).into()],
        vec![poll([3, 1, 0, 0, 1, 0], "2025-03-01").into()],
    ];
    if hidden {
        let mut withheld = entry(Stance::Object, "2025-01-01", red);
        withheld.replaces = Some(public.id);
        let unsaid = comment("Not for others", red);
        let more: Vec<Vec<Record>> = vec![
            vec![withheld.into()],
            vec![entry(Stance::Object, "2025-02-01", red).into()],
            vec![entry(Stance::Object, "2025-09-01", None).into()],
            vec![unsaid.clone().into()],
            vec![Comment { answers: Some(unsaid.id), ..comment("Nor this", clear) }.into()],
            vec![slide("Not this", 5, red).into()],
            vec![poll([1, 1, 0, 0, 2, 0], "2025-04-01").into()],
            vec![poll([9, 9, 9, 9, 9, 9], "2025-05-01").into()],
        ];
        // Interleaves the two lists.
        let mut all = Vec::new();
        let mut more = more.into_iter();
        for step in steps {
            all.push(step);
            all.extend(more.next());
        }
        all.extend(more);
        steps = all;
    }
    for records in steps {
        put(&mut document, records);
    }
    if !hidden {
        return;
    }
    // Deleted; done and undone; changed and changed back.
    let gone = document.snapshot().polls.iter().find(|it| it.total() == 54).unwrap().id;
    document.apply(&Edit::delete(document.snapshot(), gone.into(), "")).unwrap();
    put(&mut document, chain(30, clear));
    document.undo().unwrap();
    let proposal = document.snapshot().proposal_by_code("V2").unwrap().clone();
    let other = Proposal { text: "Another text ".repeat(2000), ..proposal.clone() };
    for state in [other, proposal] {
        document.apply(&Edit::change(state, "")).unwrap().unwrap();
    }
}

#[test]
fn a_copy_and_a_page_are_the_same_with_and_without_what_is_withheld() {
    let folder = folder();
    let home = folder.path();
    for (name, order, hidden) in [
        ("plain.cbm", [0, 2, 5], false),
        ("hidden.cbm", [0, 2, 5], true),
        ("turned.cbm", [5, 0, 2], true),
    ] {
        world(&home.join(name), order, hidden);
        let copy = format!("copy-{name}");
        let ran = run(home, &["redact", name, &copy, "--ceiling", "GREEN"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let checked = run(home, &["check", &copy]);
        assert_eq!(checked.code, 0, "{checked:?}");
    }
    let plain = rows(&home.join("copy-plain.cbm"));
    assert!(plain.contains("An answer") && plain.contains("Last"));
    let size = |name: &str| std::fs::metadata(home.join(name)).unwrap().len();
    for name in ["hidden.cbm", "turned.cbm"] {
        let copy = format!("copy-{name}");
        similar(&canonical(&rows(&home.join(&copy))), &canonical(&plain));
        assert_eq!(size(&copy), size("copy-plain.cbm"), "{name}");
        for subject in
            Subject::ALL.iter().filter(|it| it.topic().is_none()).map(|subject| subject.key())
        {
            for format in Format::ALL.iter().filter(|it| it.is_text()).map(|format| format.key()) {
                let page = |name: &str| {
                    let ran = run(
                        home,
                        &["show", name, subject, "--format", format, "--ceiling", "GREEN"],
                    );
                    assert_eq!(ran.code, 0, "{ran:?}");
                    ran.out
                };
                similar(&canonical(&page(name)), &canonical(&page("plain.cbm")));
            }
        }
        for format in ["text", "json"] {
            let page = |name: &str| {
                let arguments = ["--since", "2000-01-01", "--format", format, "--ceiling", "GREEN"];
                run(home, &[&["changes", name], &arguments[..]].concat()).out
            };
            similar(&canonical(&page(name)), &canonical(&page("plain.cbm")));
        }
    }
}

/// Asserts that two texts are equal, reporting the first line that differs.
fn similar(a: &str, b: &str) {
    let differing = a.lines().zip(b.lines()).find(|(a, b)| a != b);
    assert_eq!(differing, None);
    assert_eq!(a.lines().count(), b.lines().count());
}

#[test]
fn no_id_of_the_dossier_leaves_it_and_no_two_copies_share_one() {
    let folder = folder();
    let home = folder.path();
    canary::dossier(&home.join("canary.cbm"));
    let own: BTreeSet<_> = identities(&rows(&home.join("canary.cbm"))).into_iter().collect();
    assert!(own.len() > 100);
    let mut left: Vec<BTreeSet<String>> = Vec::new();
    for name in ["one.cbm", "two.cbm", "green.cbm"] {
        let ceiling = if name == "green.cbm" { "GREEN" } else { "RED" };
        assert_eq!(run(home, &["redact", "canary.cbm", name, "--ceiling", ceiling]).code, 0);
        let bytes = std::fs::read(home.join(name)).unwrap();
        left.push(identities(&String::from_utf8_lossy(&bytes)).into_iter().collect());
    }
    for subject in ["proposals", "parties"] {
        for _ in 0..2 {
            let arguments =
                ["show", "canary.cbm", subject, "--format", "json", "--ceiling", "CLEAR"];
            let page = run(home, &arguments);
            assert_eq!(page.json()["dossier"]["marking"], "CLEAR", "not stricter than the page");
            assert_eq!(page.json()["marking"], "CLEAR");
            left.push(identities(&page.out).into_iter().collect());
        }
    }
    for (place, ids) in left.iter().enumerate() {
        assert!(!ids.is_empty());
        for id in ids {
            assert_eq!(&id[14..15], "4", "{id} is random");
            assert!(!own.contains(id));
            assert!(left[..place].iter().all(|other| !other.contains(id)), "{id} in two copies");
        }
    }
    // Nor does the beginning of an id, which encodes its time.
    let bytes = std::fs::read(home.join("one.cbm")).unwrap();
    let whole = String::from_utf8_lossy(&bytes);
    for id in own.iter().filter(|id| &id[14..15] == "7") {
        assert!(!whole.contains(&id[..13]), "{id}");
    }
    // Ids created in a copy sort after those it came with.
    let now = cbm_workbench::model::PositionId::new().to_string();
    assert!(left.iter().flatten().all(|id| *id < now));
}

#[test]
fn a_copy_reduces_a_moment_to_its_day_and_omits_the_template() {
    let folder = folder();
    let home = folder.path();
    canary::dossier(&home.join("canary.cbm"));
    assert_eq!(run(home, &["redact", "canary.cbm", "copy.cbm", "--ceiling", "RED"]).code, 0);
    let copy = Document::open(&home.join("copy.cbm")).unwrap();
    let snapshot = copy.snapshot();
    let made = snapshot.comments.iter().map(|it| it.made);
    let made: Vec<_> = made.chain(snapshot.parked.iter().map(|it| it.made)).collect();
    assert!(made.len() > 5 && made.iter().all(|it| it.time() == made[0].time()));
    let ranks: BTreeSet<_> = snapshot.slides.iter().map(|slide| slide.rank).collect();
    assert!(ranks.into_iter().eq(0..u32::try_from(snapshot.slides.len()).unwrap()));
    assert_eq!(run(home, &["new", "votes.cbm", "--template", "un-votes"]).code, 0);
    assert_eq!(run(home, &["redact", "votes.cbm", "others.cbm", "--ceiling", "RED"]).code, 0);
    let copy = Document::open(&home.join("others.cbm")).unwrap();
    assert_eq!(copy.snapshot().dossier.template, "", "it would tell what is missing");
    assert_eq!(copy.snapshot().parties.len(), 193);
}

/// Everybody's stances on some days, and the severity of every obstacle.
fn standing(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let parties = snapshot.parties.iter().map(|it| (it.code.clone(), Speaker::from(it.id)));
    let groups = snapshot.groups.iter().map(|it| (it.code.clone(), Speaker::from(it.id)));
    let speakers: Vec<_> = parties.chain(groups).collect();
    let mut standing = BTreeMap::new();
    for proposal in snapshot.proposals.iter() {
        for (code, by) in &speakers {
            for on in ["2016-01-01", "2019-01-01", "2030-01-01"] {
                let held = snapshot.current_position(proposal.id, *by, day(on));
                let held = held.map(|it| (it.stance, it.date, it.words));
                standing.insert(format!("{} {code} {on}", proposal.code), format!("{held:?}"));
            }
        }
        for obstacle in Obstacle::ALL {
            let newest = snapshot.assessments_of(proposal.id, *obstacle);
            let newest = newest.first().map(|it| (it.severity.map(Severity::get), it.date));
            standing.insert(format!("{} {obstacle:?}", proposal.code), format!("{newest:?}"));
        }
    }
    standing
}

/// All visible records, in no particular order.
fn all(snapshot: &Snapshot) -> BTreeSet<String> {
    let records = snapshot.arena_records().map(|record| format!("{record:?}"));
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    let groups = snapshot.group_positions.iter().cloned();
    records.chain(entries.chain(groups).map(|entry| format!("{entry:?}"))).collect()
}

fn pick<T>(mut of: Vec<T>, number: usize) -> Option<T> {
    let place = number.checked_rem(of.len())?;
    Some(of.swap_remove(place))
}

fn entries(snapshot: &Snapshot) -> Vec<Position> {
    let mut all: Vec<_> =
        snapshot.positions.iter().filter_map(|entry| snapshot.position(entry)).collect();
    all.extend(snapshot.group_positions.iter().cloned());
    all.sort_by_key(|entry| entry.id);
    all
}

/// An edit to something others may see: mark, correct, delete, add another entry on the same day.
fn handle(snapshot: &Snapshot, kind: u8, a: usize, b: usize) -> Option<Edit> {
    let marking = [None, Some(Marking::Clear), Some(Marking::Green), Some(Marking::Red)][b % 4];
    let edit = Edit::new(StepName::Mark, "");
    match kind {
        0 => {
            let mut records: Vec<_> = snapshot.arena_records().collect();
            records.extend(entries(snapshot).into_iter().map(Record::from));
            let mut record = pick(records, a)?;
            *record.marking_mut()? = marking;
            Some(edit.put(record))
        }
        1 => {
            let stance = Some(Stance::ALL[b % 6]);
            let certainty = pick(
                [None].into_iter().chain(Certainty::ALL.iter().copied().map(Some)).collect(),
                b / 4,
            )?;
            let entry = correction(&pick(entries(snapshot), a)?, stance);
            Some(edit.put(Position { marking, certainty, ..entry }))
        }
        2 => {
            let record = RecordId::from(pick(entries(snapshot), a)?.id);
            Some(Edit::delete(snapshot, record, ""))
        }
        _ => {
            let entry = pick(entries(snapshot), a)?;
            let new = Position::new(entry.proposal, entry.by, Some(Stance::ALL[b % 6]), entry.date);
            Some(edit.put(Position { marking, words: format!("{b}"), ..new }))
        }
    }
}

fn handled() -> impl Strategy<Value = (u8, usize, usize)> {
    (0..4_u8, any::<usize>(), any::<usize>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn an_unrestricted_copy_gives_the_same_figures_as_the_dossier(
        acts in proptest::collection::vec(acts(), 1..30),
        handled in proptest::collection::vec(handled(), 1..30),
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let mut document = Document::open(&path).unwrap();
        for act in &acts {
            if let Some(edit) = edit(document.snapshot(), act) {
                let _ = document.apply(&edit);
            }
        }
        for (kind, a, b) in handled {
            if let Some(edit) = handle(document.snapshot(), kind, a, b) {
                let _ = document.apply(&edit);
            }
        }
        let copy = folder.path().join("copy.cbm");
        document.redact(&copy, Marking::Red, "", None).unwrap();
        let copy = Document::open(&copy).unwrap();
        prop_assert_eq!(standing(copy.snapshot()), standing(document.snapshot()));
        prop_assert!(copy.findings().unwrap().is_empty());
    }

    #[test]
    fn updating_what_a_room_sees_equals_rereading_it(
        acts in proptest::collection::vec(acts(), 1..20),
        handled in proptest::collection::vec(handled(), 1..40),
        ceiling in 0..5_usize,
    ) {
        let folder = folder();
        let path = dossier(&folder, Template::OsceCbms);
        let mut document = Document::open(&path).unwrap();
        let mut edit_all = Edit::new(StepName::Mark, "");
        for mut record in document.snapshot().arena_records() {
            if let Some(marking) = record.marking_mut() {
                *marking = Some(Marking::Clear);
                edit_all = edit_all.put(record);
            }
        }
        document.apply(&edit_all).unwrap();
        let mut clearance = Clearance::new(Audience::Room, Marking::ALL[ceiling]);
        let mut seen = document.visible(&clearance).unwrap().snapshot;
        let edits = acts.iter().map(Ok).chain(handled.iter().map(Err));
        for step in edits {
            let edit = match step {
                Ok(act) => edit(document.snapshot(), act),
                Err((kind, a, b)) => handle(document.snapshot(), *kind, *a, *b),
            };
            let Some(Ok(Some(applied))) = edit.map(|edit| document.apply(&edit)) else { continue };
            if let Some(record) = applied.touched.first().filter(|it| it.id.as_u128() % 7 == 0) {
                clearance.released.insert(*record);
                seen = document.visible(&clearance).unwrap().snapshot;
            }
            let anew = document.visible(&clearance).unwrap().snapshot;
            if !document.refresh_visible(&clearance, &mut seen, &applied.touched).unwrap() {
                seen = anew.clone();
            }
            prop_assert_eq!(all(&seen), all(&anew));
        }
    }
}

#[test]
fn a_copy_does_not_tell_the_answer_that_a_room_was_not_told() {
    let folder = folder();
    let home = folder.path();
    let day: NaiveDate = "2026-11-21".parse().unwrap();
    for (name, told, counts, leaves) in [
        ("one-more", [0, 5, 0, 0, 0, 0], [0, 5, 0, 0, 1, 0], false),
        ("the-same", [0, 5, 0, 0, 0, 0], [0, 5, 0, 0, 0, 0], true),
        ("enough-more", [0, 5, 0, 0, 0, 0], [0, 5, 0, 0, 5, 0], true),
    ] {
        let path = home.join(format!("{name}.cbm"));
        Document::create(&path, Template::Empty, "x").unwrap();
        let mut document = Document::open(&path).unwrap();
        let mut proposal = Proposal::new("P", Bilingual::new("x", "x"));
        proposal.marking = Some(Marking::Clear);
        let mut poll = Poll::new(proposal.id, PollKind::Temperature, day);
        (poll.counts, poll.marking) = (counts, Some(Marking::Clear));
        let edit = Edit::new(StepName::Poll, "").put(proposal).put(poll.clone());
        document.apply(&edit).unwrap();
        let mut splits = ToldSplits::default();
        splits.note(&poll, Marking::Clear, told);
        let kept: Vec<_> = splits.to_workspace().map(|(key, value)| (key, Some(value))).collect();
        document.keep_in_workspace(&kept).unwrap();
        drop(document);
        let (from, to) = (format!("{name}.cbm"), format!("{name}-copy.cbm"));
        assert_eq!(run(home, &["redact", &from, &to, "--ceiling", "CLEAR"]).code, 0);
        let copy = Document::open(&home.join(&to)).unwrap();
        let left: Vec<_> = copy.snapshot().polls.iter().map(|poll| poll.counts).collect();
        assert_eq!(left, if leaves { vec![counts] } else { vec![] }, "{name}");
        let json = format!("{name}.json");
        let arguments = ["export", &from, &json, "--what", "all", "--ceiling", "CLEAR"];
        assert_eq!(run(home, &arguments).code, 0);
        let json = std::fs::read_to_string(home.join(&json)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["polls"].as_array().unwrap().len(), left.len(), "{name}");
    }
}
