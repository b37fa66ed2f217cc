//! Shared by the tests: folders, dossiers, and running the program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Keyed, PartyId, ProposalId, Snapshot, Table};
use cbm_workbench::store;
use tempfile::TempDir;

/// The number of rounds of a long test: all of them in `tests/run --long`, otherwise a few. Prints
/// the number, for the figures in the README.
pub(crate) fn times(what: &str, short: u32, full: u32) -> u32 {
    let times = if std::env::var_os("CBM_TEST_LONG").is_some() { full } else { short };
    println!("{what}: {times}");
    times
}

/// Reports that a test could not check what it promises, and why. `tests/run` repeats this at the
/// end, so that nobody mistakes it for a pass.
pub(crate) fn skipped(why: &str) {
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    println!("\nskipped: {test}: {why}");
}

/// A folder that is deleted when the test ends.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A new dossier in a folder.
pub(crate) fn dossier(folder: &TempDir, template: Template) -> PathBuf {
    let path = folder.path().join("dossier.cbm");
    Document::create(&path, template, "A dossier").unwrap();
    path
}

/// An open dossier with the recorded votes.
pub(crate) fn votes(folder: &TempDir) -> Document {
    Document::open(&dossier(folder, Template::UnVotes)).unwrap()
}

/// The processor time of this thread, which other work on the machine does not lengthen. If the
/// system does not report it, the elapsed time.
pub(crate) fn worked() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let begun = BEGUN.get_or_init(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/stat").ok().and_then(|stat| {
        let fields: Vec<_> = stat.rsplit_once(") ")?.1.split(' ').collect();
        fields.get(11..13)?.iter().map(|ticks| ticks.parse::<u64>().ok()).sum::<Option<u64>>()
    });
    told.map_or_else(|| begun.elapsed(), |ticks| Duration::from_millis(ticks * 10))
}

/// Opens a dossier for writing, waiting some seconds if it is locked: a process that another test
/// is starting holds every lock of this one until it runs its own program.
pub(crate) fn open(path: &Path) -> Document {
    let begun = Instant::now();
    loop {
        match Document::open(path) {
            Err(store::Error::Locked) if begun.elapsed() < Duration::from_secs(20) => {
                std::thread::sleep(Duration::from_millis(20));
            }
            opened => return opened.unwrap(),
        }
    }
}

/// The ids of a party and a proposal, found by their codes.
pub(crate) fn place(snapshot: &Snapshot, party: &str, proposal: &str) -> (ProposalId, PartyId) {
    let party = snapshot.party_by_code(party).unwrap().id;
    (snapshot.proposal_by_code(proposal).unwrap().id, party)
}

/// The program with these arguments, and with its own home folder.
pub(crate) fn program(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cbm-workbench"));
    command
        .args(arguments)
        .current_dir(home)
        .env("CBM_WORKBENCH_HOME", home.join("home"))
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    command
}

/// Runs the program and waits for it.
pub(crate) fn run(home: &Path, arguments: &[&str]) -> Ran {
    Ran::new(program(home, arguments).output().unwrap())
}

/// Runs the program with this text on its standard input.
pub(crate) fn told(home: &Path, arguments: &[&str], lines: &str) -> Ran {
    let mut command = program(home, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program may have refused and exited before reading a line.
    let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    Ran::new(child.wait_with_output().unwrap())
}

/// The result of running the program.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    fn new(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Standard output, parsed as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// All records of a dossier file that are not deleted, one per row, for comparing two states.
pub(crate) fn dump(path: &Path) -> Vec<String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut rows = Vec::new();
    for table in Table::ALL.iter().map(|table| table.key()) {
        let sql = format!("SELECT * FROM {table} WHERE deleted = 0 ORDER BY id");
        let mut statement = connection.prepare(&sql).unwrap();
        let count = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<String> =
                (0..count).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
            rows.push(format!("{table}: {}", values.join(", ")));
        }
    }
    rows
}

/// Writes a file with this name into a folder.
pub(crate) fn write(home: &Path, name: &str, text: &str) {
    std::fs::write(home.join(name), text).unwrap();
}
