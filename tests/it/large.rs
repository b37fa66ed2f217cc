//! Files that are valid but unreasonably large: each command answers in time proportional to the
//! file, or says what is too much.
//!
//! At these sizes, anything quadratic takes minutes.

use std::path::PathBuf;

use cbm_workbench::analysis::{Days, Figures};
use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Snapshot;
use cbm_workbench::store::Error;
use cbm_workbench::text::Text;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::common::{Ran, folder, times};
use crate::hostile::within;

/// The columns of entries that are given a value.
const POSITIONS: &str = "INTO positions (id, deleted, proposal_id, party_id, group_id, stance, date, \
     forum, words, source_id, certainty, salience, condition, replaces, author, marking)";

/// The limit on CPU time for a command, in seconds.
fn seconds() -> u32 {
    if std::env::var_os("CBM_TEST_LONG").is_some() { 120 } else { 10 }
}

/// An empty dossier filled by SQL that counts to `n`.
///
/// `{p}`, `{q}`, `{e}`, `{c}`, `{g}` and `{m}` stand for the ids of the n-th party, proposal,
/// entry, comment, group and membership.
struct Large(TempDir);

impl Large {
    fn new(n: u32, statements: &[&str]) -> Self {
        let home = folder();
        let path = home.path().join("large.cbm");
        Document::create(&path, Template::Empty, "Large").unwrap();
        let connection = Connection::open(&path).unwrap();
        let all = format!(
            "CREATE TEMP TABLE numbers AS WITH RECURSIVE r(n) AS
             (SELECT 0 UNION ALL SELECT n + 1 FROM r WHERE n + 1 < {n}) SELECT n FROM r;"
        );
        connection.execute_batch(&all).unwrap();
        connection.execute_batch("BEGIN").unwrap();
        for statement in statements {
            let mut sql = statement.replace("INTO positions", POSITIONS);
            for kind in ["p", "q", "e", "c", "g", "m"] {
                let first = kind.as_bytes()[0];
                let id = |n: &str| format!("printf('{first:08x}-0000-7000-8000-%012x', {n})");
                sql = sql.replace(&format!("{{{kind}}}"), &id("n"));
                sql = sql.replace(&format!("{{{kind}-1}}"), &id("n - 1"));
                sql = sql.replace(&format!("{{{kind}+1}}"), &id("n + 1"));
                sql = sql.replace(&format!("{{{kind}0}}"), &id("0"));
            }
            connection.execute_batch(&sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
        }
        connection.execute_batch("COMMIT").unwrap();
        drop(connection);
        Self(home)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("large.cbm")
    }

    fn runs(&self, arguments: &str) -> Ran {
        let arguments: Vec<_> = arguments.split(' ').collect();
        let ran = within(seconds(), self.0.path(), &arguments);
        assert!(!ran.err.contains("panicked"), "{ran:?}");
        ran
    }

    /// Runs everything that scans the whole file, each within the limit; then the figures of the
    /// window.
    fn is_quick(&self, check: i32) {
        let checked = self.runs("check large.cbm");
        assert_eq!(checked.code, check, "{checked:?}");
        assert!(checked.err.lines().count() < 110, "what is said of it is a screenful");
        for arguments in [
            "show large.cbm matrix --format json",
            "show large.cbm proposals --format csv",
            "show large.cbm parties",
            "changes large.cbm --since 2000-01-01 --ceiling CLEAR",
            "redact large.cbm copy.cbm --ceiling RED",
        ] {
            let ran = self.runs(arguments);
            assert_eq!(ran.code, 0, "{arguments}: {}", ran.err);
        }
        let document = Document::open(&self.path()).unwrap();
        figures(document.snapshot());
    }
}

fn figures(snapshot: &Snapshot) {
    let today = "2026-01-01".parse().unwrap();
    let days = Days { as_of: today, since: today };
    let text = Text::new(cbm_workbench::model::Language::English);
    let figures = Figures::new(snapshot, days, text);
    assert_eq!(figures.parties().len(), snapshot.parties.len());
}

const PARTIES: &str = "INSERT INTO parties SELECT {p}, 0, 'P' || n, '', 'Party ' || n, '',
    'state', '', '', 1, NULL, '', '', NULL, 0 FROM numbers";
const PARTY: &str = "INSERT INTO parties SELECT {p}, 0, 'P' || n, '', 'Party ' || n, '',
    'state', '', '', 1, NULL, '', '', NULL, 0 FROM numbers WHERE n = 0";
const PROPOSALS: &str = "INSERT INTO proposals SELECT {q}, 0, 'Q' || n, 'Proposal ' || n, '', '',
    '', '', NULL, NULL, NULL, NULL, 'tabled', '', '', '', NULL, NULL FROM numbers";
const PROPOSAL: &str = "INSERT INTO proposals SELECT {q}, 0, 'Q' || n, 'Proposal ' || n, '', '',
    '', '', NULL, NULL, NULL, NULL, 'tabled', '', '', '', NULL, NULL FROM numbers WHERE n = 0";

fn size(what: &str, short: u32, full: u32) -> u32 {
    times(what, short, full)
}

#[test]
fn many_corrections_of_one_cell_take_no_longer_than_as_many_cells() {
    let n = size("corrections in one cell", 10_000, 100_000);
    let corrections = "INSERT INTO positions SELECT {e}, 0, {q0}, {p0}, NULL, 'support',
        '2024-05-01', NULL, 'as said', NULL, NULL, NULL, '', iif(n > 0, {e-1}, NULL), '', NULL
        FROM numbers";
    Large::new(n, &[PARTY, PROPOSAL, corrections]).is_quick(0);
}

#[test]
fn a_cell_with_many_entries_takes_no_longer_than_as_many_cells() {
    let n = size("entries in one cell", 10_000, 100_000);
    let entries = "INSERT INTO positions SELECT {e}, 0, {q0}, {p0}, NULL, 'support',
        date('1900-01-01', (n % 40000) || ' days'), NULL, '', NULL, NULL, NULL, '', NULL, '', NULL
        FROM numbers";
    let large = Large::new(n, &[PARTY, PROPOSAL, entries]);
    large.is_quick(0);
    // One step that touches all of them, and its undo.
    let mut document = Document::open(&large.path()).unwrap();
    let mut edit = cbm_workbench::document::Edit::new(cbm_workbench::document::StepName::Mark, "");
    let entries: Vec<_> = document.snapshot().positions.iter().collect();
    for entry in entries.iter().take(8_000) {
        let mut position = document.snapshot().position(*entry).unwrap();
        position.marking = Some(cbm_workbench::model::Marking::Red);
        edit = edit.put(position);
    }
    document.apply(&edit).unwrap();
    document.undo().unwrap();
}

#[test]
fn many_corrections_by_a_group_take_no_longer() {
    let n = size("corrections by one group", 10_000, 100_000);
    let group = "INSERT INTO groups SELECT {g0}, 0, 'G', 'Group', '', 'organisation', '', '', '',
        NULL";
    let corrections = "INSERT INTO positions SELECT {e}, 0, {q0}, NULL, {g0}, 'support',
        '2024-05-01', NULL, 'as said', NULL, NULL, NULL, '', iif(n > 0, {e-1}, NULL), '', NULL
        FROM numbers";
    Large::new(n, &[PARTY, PROPOSAL, group, corrections]).is_quick(0);
}

#[test]
fn many_parties_and_memberships_are_checked_in_time() {
    let n = size("parties", 10_000, 50_000);
    let groups = "INSERT INTO groups SELECT {g}, 0, 'G' || n, 'Group ' || n, '', 'organisation',
        '', '', '', NULL FROM numbers";
    let members = "INSERT INTO memberships SELECT {m}, 0, {g}, {p}, NULL, NULL, '' FROM numbers";
    let said = "INSERT INTO positions SELECT {e}, 0, {q0}, NULL, {g}, 'support', '2024-05-01',
        NULL, '', NULL, NULL, NULL, '', NULL, '', NULL FROM numbers";
    let sponsors = "INSERT INTO sponsors SELECT {m}, 0, {q0}, {p}, 0 FROM numbers";
    Large::new(n, &[PARTIES, PROPOSAL, groups, members, said, sponsors]).is_quick(0);
}

#[test]
fn successive_memberships_are_checked_in_time() {
    let n = size("memberships of one party in one group", 10_000, 100_000);
    let group = "INSERT INTO groups SELECT {g0}, 0, 'G', 'Group', '', 'organisation', '', '', '',
        NULL";
    let members = "INSERT INTO memberships SELECT {m}, 0, {g0}, {p0},
        date('1000-01-01', (2 * n) || ' days'), date('1000-01-01', (2 * n + 1) || ' days'), ''
        FROM numbers";
    Large::new(n, &[PARTY, PROPOSAL, group, members]).is_quick(0);
}

#[test]
fn a_matrix_of_thousands_by_thousands_is_shown_as_far_as_anybody_can_read() {
    let n = size("parties by as many proposals", 3_000, 20_000);
    let entry = "INSERT INTO positions SELECT {e}, 0, {q}, printf('00000070-0000-7000-8000-%012x',
        (SELECT max(n) FROM numbers)), NULL, 'support', '2024-05-01', NULL, '', NULL, NULL, NULL,
        '', NULL, '', NULL FROM numbers";
    let large = Large::new(n, &[PARTIES, PROPOSALS, entry]);
    large.is_quick(0);
    for format in ["text", "csv"] {
        let refused = large.runs(&format!("show large.cbm matrix --format {format}"));
        assert_eq!((refused.code, refused.out.as_str()), (1, ""));
        assert!(refused.err.contains("As JSON"), "{refused:?}");
    }
}

#[test]
fn an_endless_thread_of_comments_is_copied_in_time() {
    let n = size("chained replies", 10_000, 100_000);
    // Each comment is read before the one it replies to.
    let replies = "INSERT INTO comments SELECT {c}, 0, 'parties', {p0},
        iif(n + 1 < (SELECT count(*) FROM numbers), {c+1}, NULL), 'Remark ' || n, 'A',
        '2024-05-01T00:00:00Z', 0, NULL FROM numbers";
    let large = Large::new(n, &["PRAGMA defer_foreign_keys = ON", PARTY, PROPOSAL, replies]);
    large.is_quick(0);
    let copy = Document::open(&large.path().with_file_name("copy.cbm")).unwrap();
    assert_eq!(copy.snapshot().comments.len(), usize::try_from(n).unwrap());
}

#[test]
fn comments_on_every_entry_are_checked_in_time() {
    let n = size("remarks on entries", 10_000, 100_000);
    let entries = "INSERT INTO positions SELECT {e}, 0, {q0}, {p}, NULL, 'support', '2024-05-01',
        NULL, '', NULL, NULL, NULL, '', NULL, '', NULL FROM numbers";
    let remarks = "INSERT INTO comments SELECT {c}, 0, 'positions', {e}, NULL, 'Remark', 'A',
        '2024-05-01T00:00:00Z', 0, NULL FROM numbers";
    Large::new(n, &[PARTIES, PROPOSAL, entries, remarks]).is_quick(0);
}

#[test]
fn findings_on_every_record_are_counted_but_not_all_listed() {
    let n = size("parties without a name", 10_000, 50_000);
    let nameless = "UPDATE parties SET name_en = ''";
    let large = Large::new(n, &[PARTIES, PROPOSAL, nameless]);
    let checked = large.runs("check large.cbm");
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(&n.to_string()), "{}", checked.out);
    assert!(checked.err.lines().count() < 110 && checked.err.contains("more"), "{checked:?}");
}

#[test]
fn a_huge_note_is_refused_with_an_explanation() {
    let n = size("megabytes in one note", 20, 100);
    let note = format!("UPDATE parties SET note = printf('%.*c', {n}000000, 'x')");
    let large = Large::new(1, &[PARTY, PROPOSAL, &note]);
    assert_eq!(large.runs("check large.cbm").code, 1);
    let refused = large.runs("redact large.cbm copy.cbm --ceiling RED");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(!large.path().with_file_name("copy.cbm").exists());
    let document = Document::open(&large.path()).unwrap();
    let to = large.path().with_file_name("copy.cbm");
    let refused = document.redact(&to, cbm_workbench::model::Marking::Red, "Copy", None);
    assert!(matches!(refused, Err(Error::TooLong { .. })), "{refused:?}");
}

/// How much processor time a process has used, in seconds, and the most memory it took, in kB.
#[cfg(target_os = "linux")]
fn spent(process: u32) -> Option<(f64, u64)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<_> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks = fields.get(11..13)?.iter().map(|it| it.parse::<u32>().unwrap_or_default());
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let most = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    Some((
        f64::from(ticks.sum::<u32>()) / 100.0,
        most.trim().trim_end_matches("kB").trim().parse().ok()?,
    ))
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "measures: `tests/run --long` runs it by name, in a release build"]
fn all_entries_of_a_large_dossier_become_a_workbook_in_time() {
    let proposals = format!("{PROPOSALS} WHERE n < 6200");
    let parties = format!("{PARTIES} WHERE n < 193");
    let entries = "INSERT INTO positions SELECT {e}, 0,
        printf('00000071-0000-7000-8000-%012x', n / 141),
        printf('00000070-0000-7000-8000-%012x', n % 141), NULL, 'support',
        date('2010-01-01', (n % 5000) || ' days'), 'statement', '', NULL, 'public', NULL, '', NULL,
        'desk', NULL FROM numbers";
    let large = Large::new(870_000, &[&parties, &proposals, entries]);
    let arguments = ["export", "large.cbm", "all.xlsx", "--what", "positions", "--ceiling", "RED"];
    let mut child = crate::common::program(large.0.path(), &arguments).spawn().unwrap();
    let mut last = (0.0, 0);
    while child.try_wait().unwrap().is_none() {
        last = spent(child.id()).unwrap_or(last);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let bytes = std::fs::metadata(large.0.path().join("all.xlsx")).unwrap().len();
    println!("{bytes} bytes after {:.1} s of work, with {} kB at most", last.0, last.1);
    if !cfg!(debug_assertions) {
        assert!(last.0 < 15.0, "{} s", last.0);
        assert!(last.1 < 600_000, "{} kB", last.1);
    }
}
