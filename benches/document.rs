//! Opening, editing and computing, on the example and on a large dossier.
//!
//! `cargo bench --bench document`; then `cargo run --release --example ratios` for the ratios.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made should say so")]

mod large;

use std::path::Path;
use std::time::Duration;

use cbm_workbench::analysis::{
    Decider, Rule, calls, camps, carry, coalition, reminders, seats, turning, worlds,
};
use cbm_workbench::document::{Document, NewStance, RawTexts, StepName, excerpt, stance_edit};
use cbm_workbench::model::{Marking, Procedure, Scenario, ScenarioMove, Stance};
use cbm_workbench::report::{Format, On, PageContext, Subject, page};
use cbm_workbench::store::{Audience, Clearance};
use cbm_workbench::text::Text;
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use rusqlite::{Connection, OpenFlags};

/// Reads every row of a few tables as plain rusqlite would, into owned values.
fn read_plainly(path: &Path) -> usize {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .expect("the dossier opens");
    let mut values = 0;
    for (table, columns) in [("positions", 14), ("proposals", 16), ("parties", 13), ("votes", 4)] {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM {table} WHERE deleted = 0"))
            .expect("the table is there");
        let rows = statement
            .query_map([], |row| {
                (0..columns).map(|i| row.get(i)).collect::<Result<Vec<rusqlite::types::Value>, _>>()
            })
            .expect("the table can be read");
        let rows: Vec<_> = rows.map(|row| row.expect("a row can be read")).collect();
        values += rows.len();
    }
    values
}

/// The checks made on opening, performed directly by the database.
fn check_plainly(path: &Path) {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .expect("the dossier opens");
    connection
        .execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")
        .expect("pragmas are set");
    let verdict: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .expect("the check runs");
    assert_eq!(verdict, "ok");
    connection.prepare("PRAGMA foreign_key_check").expect("the check runs").exists([]).expect("ok");
}

fn opening(criterion: &mut Criterion) {
    for (name, path) in [("example", large::example()), ("large", large::large())] {
        let mut group = criterion.benchmark_group(format!("open-{name}"));
        group.sample_size(10).measurement_time(Duration::from_secs(20));
        group.bench_function("whole", |bench| {
            bench.iter(|| Document::open(&path).expect("it opens"));
        });
        group.bench_function("checks", |bench| bench.iter(|| check_plainly(&path)));
        group.bench_function("rows", |bench| bench.iter(|| read_plainly(&path)));
        let document = Document::open(&path).expect("it opens");
        group.bench_function("snapshot", |bench| {
            bench.iter(|| document.reload().expect("it is read"));
        });
    }
}

fn editing(criterion: &mut Criterion) {
    let day: NaiveDate = "2026-11-21".parse().expect("a day");
    let path = large::example();
    let mut document = Document::open(&path).expect("it opens");
    let places: Vec<_> = {
        let snapshot = document.snapshot();
        let proposals = snapshot.proposals.iter().map(|proposal| proposal.id);
        let parties: Vec<_> = snapshot.parties.iter().map(|party| party.id).collect();
        proposals.flat_map(|p| parties.iter().map(move |party| (p, *party))).collect()
    };
    let mut number = 0;
    let mut group = criterion.benchmark_group("commit");
    group.sample_size(60).measurement_time(Duration::from_secs(15));
    group.bench_function("document", |bench| {
        bench.iter_custom(|iterations| {
            let mut spent = Duration::ZERO;
            for _ in 0..iterations {
                number += 1;
                let (proposal, party) = places[number % places.len()];
                let stance = if (number / places.len()) % 2 == 0 {
                    Stance::Reserve
                } else {
                    Stance::Champion
                };
                let new = NewStance { proposal, by: party.into(), stance: Some(stance) };
                let snapshot = document.snapshot();
                let edit = stance_edit(snapshot, StepName::SetStance, "x", &[new], day, "desk");
                let Some(edit) = edit else { continue };
                let begun = std::time::Instant::now();
                document.apply(&edit).expect("it is applied");
                spent += begun.elapsed();
            }
            spent
        });
    });
    drop(document);
    let connection = Connection::open(&path).expect("it opens");
    connection
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; \
             PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; \
             PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; BEGIN EXCLUSIVE; COMMIT;",
        )
        .expect("pragmas are set");
    let (proposal, party) = places[0];
    group.bench_function("bare", |bench| {
        bench.iter(|| {
            connection
                .prepare_cached(
                    "INSERT INTO positions (id, proposal_id, party_id, stance, date, words, \
                     condition, author) VALUES (?1, ?2, ?3, 'support', '2026-11-21', '', '', 'desk')",
                )
                .expect("it is prepared")
                .execute((
                    uuid::Uuid::now_v7().to_string(),
                    proposal.to_string(),
                    party.to_string(),
                ))
                .expect("it is inserted")
        });
    });
}

fn computing(criterion: &mut Criterion) {
    let day: NaiveDate = "2026-11-21".parse().expect("a day");
    for (name, path) in [("example", large::example()), ("large", large::large())] {
        let document = Document::open(&path).expect("it opens");
        let mut group = criterion.benchmark_group(format!("compute-{name}"));
        group.sample_size(20);
        group.bench_function("every-tally", |bench| {
            bench.iter(|| coalition(document.snapshot(), day));
        });
        group.bench_function("camps", |bench| bench.iter(|| camps(document.snapshot())));
    }
}

/// The large dossier, open for reading.
fn read_only() -> Document {
    Document::open_read_only(&large::large()).expect("it opens")
}

fn searching(criterion: &mut Criterion) {
    let document = read_only();
    let mut snapshot = document.snapshot().clone();
    let entries: Vec<_> =
        snapshot.positions.iter().filter_map(|it| snapshot.position(it)).collect();
    for (number, mut entry) in entries.into_iter().enumerate() {
        entry.words = format!("Said in round {number} that a register of contacts could be agreed");
        snapshot.put_position(&entry);
    }
    let mut group = criterion.benchmark_group("search-large");
    group.sample_size(20);
    group.bench_function("fold", |bench| bench.iter(|| RawTexts::of(&snapshot).fold()));
    let index = RawTexts::of(&snapshot).fold();
    for (name, query) in [
        ("a-letter", "r"),
        ("everywhere", "register"),
        ("two-words", "agreed contacts"),
        ("once", "round 777777 "),
        ("nowhere", "cyberspace"),
    ] {
        // With the passages that the window shows for six hits of each kind.
        let keystroke = || {
            let found = index.search(&snapshot, query);
            let shown = found.values().flat_map(|it| it.records.iter().take(6));
            shown.filter_map(|record| excerpt(record, query)).count()
        };
        group.bench_function(name, |bench| bench.iter(keystroke));
    }
}

fn seeing(criterion: &mut Criterion) {
    let document = read_only();
    let mut group = criterion.benchmark_group("room-large");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    let clearance = Clearance::new(Audience::Room, Marking::Clear);
    group.bench_function("read", |bench| {
        bench.iter(|| document.visible(&clearance).expect("it is read"));
    });
}

/// The matrix of the example, 193 parties on its proposals, in the formats that take longest; and a
/// brief on one proposal, made and written.
fn writing(criterion: &mut Criterion) {
    let document = Document::open(&large::example()).expect("it opens");
    let day: NaiveDate = "2026-11-21".parse().expect("a day");
    let context = PageContext::new(document.snapshot(), None, day, Text::default());
    let matrix = page(&context, Subject::Matrix);
    let mut group = criterion.benchmark_group("write-matrix");
    for format in [Format::Csv, Format::Xlsx, Format::Docx, Format::Pdf, Format::Png, Format::Svg] {
        group.bench_function(format.ending(), |bench| {
            bench.iter(|| matrix.write(format).expect("it is written"));
        });
    }
    drop(group);
    let proposal = document.snapshot().proposals.iter().next().expect("there is one").id;
    let on = On::Proposals(vec![proposal]);
    let context = PageContext { on: &on, ..context };
    let mut group = criterion.benchmark_group("write-brief");
    for format in [Format::Csv, Format::Docx] {
        group.bench_function(format.ending(), |bench| {
            bench.iter(|| page(&context, Subject::Brief).write(format).expect("it is written"));
        });
    }
}

/// The work of the screen of calls after a stance in the large dossier, and the search for the
/// moves that would carry fifty of its proposals.
fn deciding(criterion: &mut Criterion) {
    let document = read_only();
    let snapshot = document.snapshot();
    let coalition = coalition(snapshot, NaiveDate::MAX);
    let slots: Vec<_> = snapshot.proposals.slots().map(|(slot, _)| slot).take(50).collect();
    let mut group = criterion.benchmark_group("decide");
    group.sample_size(20);
    group.bench_function("calls", |bench| {
        bench.iter(|| calls(snapshot, &coalition, slots[0], Procedure::TwoThirds).calls.len());
    });
    group.bench_function("reminders", |bench| {
        bench.iter(|| reminders(snapshot, &coalition, slots[0]).departures.len());
    });
    let deciders = |slot| -> Vec<Decider> {
        let seats = seats(snapshot, &coalition, slot, Procedure::TwoThirds);
        seats.into_iter().map(|seat| seat.decider).collect()
    };
    group.bench_function("turning", |bench| {
        bench.iter(|| turning(&deciders(slots[0]), Rule::TwoThirds).pairs.len());
    });
    for (name, rule) in
        [("carry-fifty", Rule::TwoThirds), ("carry-fifty-consensus", Rule::Consensus)]
    {
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let found = slots.iter().map(|slot| carry(&deciders(*slot), rule));
                found.filter(|it| it.as_ref().is_ok_and(|it| it.cheapest.is_some())).count()
            });
        });
    }
}

/// Today and three scenarios side by side, as `analyse scenario` and the screen compare them: fifty
/// proposals, on each of which ten parties are assumed to move. A user who adds one more assumption
/// waits for this, so the target is the one for computing what would carry fifty proposals: under
/// 200 ms, by either rule.
fn supposing(criterion: &mut Criterion) {
    let document = read_only();
    let mut snapshot = document.snapshot().clone();
    let proposals: Vec<_> = snapshot.proposals.iter().map(|it| it.id).take(50).collect();
    let parties: Vec<_> = snapshot.parties.iter().map(|it| it.id).collect();
    let stances = [Stance::Support, Stance::Accept, Stance::Object];
    let day = NaiveDate::from_ymd_opt(2030, 1, 1).expect("it is a day");
    let mut scenarios = Vec::new();
    for (nth, stance) in stances.into_iter().enumerate() {
        let scenario = Scenario::new(format!("Scenario {nth}"), Marking::Clear);
        let id = scenario.id;
        snapshot.put(scenario.into());
        for (place, proposal) in proposals.iter().enumerate() {
            for party in parties.iter().cycle().skip(place + nth * 17).take(10) {
                let moved = ScenarioMove::new(id, *proposal, *party, Some(stance), Marking::Clear);
                snapshot.put(moved.into());
            }
        }
        scenarios.push(id);
    }
    let slots: Vec<_> = proposals.iter().filter_map(|it| snapshot.proposals.slot(*it)).collect();
    let mut group = criterion.benchmark_group("decide");
    group.sample_size(10);
    group.bench_function("worlds", |bench| {
        bench.iter(|| worlds(&snapshot, &scenarios, day).len());
    });
    for (name, by) in
        [("compare-three", Procedure::TwoThirds), ("compare-three-consensus", Procedure::Consensus)]
    {
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let worlds = worlds(&snapshot, &scenarios, day);
                let each = worlds.iter().flat_map(|it| slots.iter().map(|on| it.standing(*on, by)));
                each.filter(|it| it.cheapest.cost().is_some()).count()
            });
        });
    }
}

criterion_group!(
    benches, opening, editing, computing, searching, seeing, writing, deciding, supposing
);
criterion_main!(benches);
