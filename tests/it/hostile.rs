//! Files that were damaged, or crafted to do damage: each is refused or shown, and nothing in it is
//! executed.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use cbm_workbench::document::{self, Document, Edit};
use cbm_workbench::exchange::{PackageError, pack, unpack};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Party, PartyKind, Proposal};
use cbm_workbench::store::{Access, salvage};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rusqlite::Connection;

use crate::acts::{acts, edit};
use crate::common::{Ran, dossier, dump, folder, program, times, write};
use crate::trust::{Chance, passphrase};

const PAGE: usize = 4096;

/// Time limit for a file, whatever it contains.
const LONGEST: Duration = Duration::from_secs(2);

#[cfg(unix)]
const CANARY: &str = "CANARY-4714";

/// Makes this many random edits, the same in every run, and calls `look` after each.
fn edit_at_random(document: &mut Document, edits: u32, mut look: impl FnMut(&Document)) {
    let (mut runner, acts) = (TestRunner::deterministic(), acts());
    let mut made = 0;
    while made < edits {
        let act = acts.new_tree(&mut runner).unwrap().current();
        let Some(edit) = edit(document.snapshot(), &act) else { continue };
        match document.apply(&edit) {
            Ok(Some(_)) => {
                made += 1;
                look(document);
            }
            Ok(None) | Err(document::Error::Refused(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// Runs the program with a limit on CPU time, which a busy machine does not shorten, and on
/// wall-clock time: three times as much, and at least half a minute.
pub(crate) fn within(seconds: u32, home: &Path, arguments: &[&str]) -> Ran {
    let mut command = program(home, arguments);
    if cfg!(unix) {
        let mut limited = Command::new("sh");
        limited
            .args(["-c", &format!("ulimit -t {seconds}; exec \"$0\" \"$@\"")])
            .arg(command.get_program())
            .args(command.get_args())
            .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))))
            .current_dir(home)
            .stdin(Stdio::null());
        command = limited;
    }
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(command.output()));
    let output = told.recv_timeout(Duration::from_secs(u64::from(seconds.max(10)) * 3));
    let output = output.unwrap_or_else(|_| panic!("{arguments:?}: no answer")).unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: words(output.stdout),
        err: words(output.stderr),
    }
}

/// The bytes with one bit flipped.
fn flipped(whole: &[u8], place: usize, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    bytes[place] ^= 1 << chance.below(8);
    bytes
}

/// Damages bytes in one of the ways files really get damaged.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if bytes.is_empty() {
        return;
    }
    // The beginning describes all the rest, so it gets more than its share.
    let clearance = if chance.below(3) == 0 { bytes.len().min(2 * PAGE) } else { bytes.len() };
    let place = chance.below(clearance);
    let end = bytes.len().min(place + 1 + chance.below(200));
    match chance.below(6) {
        0 => bytes[place..end].fill(0),
        1 => bytes[place..end].fill_with(|| chance.byte()),
        2 => drop(bytes.splice(place..place, (place..end).map(|_| chance.byte()))),
        3 => bytes.truncate(place),
        4 if bytes.len() >= PAGE => {
            let pages = bytes.len() / PAGE;
            let (from, to) = (chance.below(pages) * PAGE, chance.below(pages) * PAGE);
            bytes.copy_within(from..from + PAGE, to);
        }
        _ => bytes[place] ^= 1 << chance.below(8),
    }
}

#[test]
fn a_damaged_file_is_opened_or_refused_in_time_and_left_as_it_was() {
    let home = folder();
    let at = |name: &str| home.path().join(name);
    let (small, path, out) = (at("small.cbm"), at("damaged.cbm"), at("out.cbm"));
    Document::create(&small, Template::Empty, "Small").unwrap();
    edit_at_random(&mut Document::open(&small).unwrap(), 60, |_| {});
    let large = dossier(&home, Template::UnGlobalCbms);
    let [small, large] = [small, large].map(|path| std::fs::read(path).unwrap());
    let mut chance = Chance::new(7);
    let mut opened = 0;
    for round in 0..times("damaged files", 300, 10_000) {
        let mut bytes = if round.is_multiple_of(8) { large.clone() } else { small.clone() };
        for _ in 0..=chance.below(3) {
            damage(&mut bytes, &mut chance);
        }
        std::fs::write(&path, &bytes).unwrap();
        let unchanged = || std::fs::read(&path).unwrap() == bytes;
        let begun = Instant::now();
        let read = Document::open_read_only(&path).map(|document| document.findings().is_ok());
        assert!(begun.elapsed() < LONGEST, "round {round}: {read:?} took too long to read");
        assert!(unchanged(), "round {round}: reading changed it");
        if round.is_multiple_of(50) {
            let begun = Instant::now();
            let salvaged = salvage(&path, &out, &Access::default());
            assert!(begun.elapsed() < 5 * LONGEST, "round {round}: {salvaged:?} took too long");
            assert!(unchanged(), "round {round}: salvaging changed it");
            assert_eq!(salvaged.is_ok(), out.exists());
            let _ = std::fs::remove_file(&out);
        }
        let begun = Instant::now();
        let written = Document::open(&path).map(drop);
        assert!(begun.elapsed() < LONGEST, "round {round}: {written:?} took too long to open");
        assert!(written.is_ok() || unchanged(), "round {round}: refusing it changed it");
        assert!(!at("damaged.cbm-journal").exists(), "round {round}");
        opened += u32::from(written.is_ok());
    }
    println!("of which damaged where nothing stands, so that they open: {opened}");
}

#[cfg(unix)]
#[test]
fn between_two_edits_a_copy_of_the_file_alone_is_the_whole_dossier() {
    let folder = folder();
    let path = dossier(&folder, Template::OsceCbms);
    let at = |name: &str| folder.path().join(name);
    let (copy, same, journal) = (at("copy.cbm"), at("same.cbm"), at("dossier.cbm-journal"));
    let mut document = Document::open(&path).unwrap();
    edit_at_random(&mut document, times("copies of an open dossier", 40, 400), |document| {
        // A journal that begins with zeros has nothing to roll back.
        let left = std::fs::read(&journal).unwrap_or_default();
        assert!(left.iter().take(8).all(|byte| *byte == 0), "the file alone is not whole");
        crate::trust::shell("cp \"$1\" \"$2\"", &[&path, &copy]).unwrap();
        document.copy_to(&same).unwrap();
        let copied = Document::open(&copy).unwrap();
        assert!(copied.history().steps() == document.history().steps());
        assert_eq!(copied.findings().unwrap(), []);
        drop(copied);
        assert_eq!(dump(&copy), dump(&same));
        assert!(!at("copy.cbm-journal").exists());
        std::fs::remove_file(&same).unwrap();
    });
    drop(document);
    assert!(!journal.exists(), "nothing is left beside it");
}

/// Runs the program on a file, which must finish in time and leave the file unchanged.
fn shown(path: &Path, arguments: &[&str]) -> Ran {
    let before = std::fs::read(path).unwrap();
    let ran = within(2, path.parent().unwrap(), arguments);
    assert!(std::fs::read(path).unwrap() == before, "{arguments:?} changed the file");
    assert!(!ran.err.contains("panicked"), "{ran:?}");
    ran
}

/// An endless table.
const ENDLESS: &str = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)";

const STRUCTURES: [&str; 15] = [
    "CREATE TRIGGER t AFTER INSERT ON edits BEGIN DELETE FROM parties; END",
    "CREATE VIEW v AS {ENDLESS} SELECT n FROM r",
    "DROP TABLE votes; CREATE VIEW votes AS {ENDLESS} SELECT n AS id, 0 AS deleted, \
     n AS roll_call_id, n AS party_id, 'yes' AS ballot FROM r",
    "DROP TABLE desk; CREATE VIEW desk AS {ENDLESS} SELECT n AS key, n AS value FROM r",
    "DROP TABLE desk; CREATE TABLE desk (key BLOB, value ANY)",
    "DROP TABLE votes; CREATE TABLE votes (id INTEGER PRIMARY KEY, deleted TEXT, ballot BLOB)",
    "ALTER TABLE parties ADD COLUMN g TEXT GENERATED ALWAYS AS (hex(zeroblob(90000)))",
    "DROP TABLE desk; CREATE TABLE desk (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL \
     CHECK (length(hex(zeroblob(400000000))) > 0)) STRICT, WITHOUT ROWID; \
     PRAGMA ignore_check_constraints = ON; INSERT INTO desk VALUES ('a', 'b')",
    "CREATE INDEX i ON parties (length(hex(zeroblob(length(note)))))",
    "CREATE VIRTUAL TABLE v USING fts5(words)",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, \
     sql) VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nowhere(x)')",
    "PRAGMA writable_schema = ON; \
     UPDATE sqlite_schema SET sql = 'CREATE TABLE parties (' WHERE name = 'parties'",
    "PRAGMA writable_schema = ON; \
     UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'parties'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = \
     (SELECT rootpage FROM sqlite_schema WHERE name = 'groups') WHERE name = 'parties'",
    "ANALYZE",
];

#[test]
fn an_unknown_schema_is_refused_and_nothing_in_it_runs() {
    let home = folder();
    let whole = std::fs::read(dossier(&home, Template::UnGlobalCbms)).unwrap();
    let path = home.path().join("hostile.cbm");
    let all = u32::try_from(STRUCTURES.len()).unwrap();
    times("hostile structures", all, all);
    for sql in STRUCTURES {
        std::fs::write(&path, &whole).unwrap();
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch(&sql.replace("{ENDLESS}", ENDLESS)).unwrap();
        drop(connection);
        for arguments in [&["check", "hostile.cbm"][..], &["show", "hostile.cbm", "parties"]] {
            let ran = shown(&path, arguments);
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{sql}: {ran:?}");
        }
        let before = std::fs::read(&path).unwrap();
        assert!(Document::open(&path).is_err(), "{sql}");
        assert!(std::fs::read(&path).unwrap() == before, "{sql}: refusing it changed it");
    }
}

/// Values, with the exit codes of `check` and `show`.
const VALUES: [(&str, i32, i32); 13] = [
    // Many times longer than a text may be.
    ("UPDATE proposals SET title_en = printf('%.*c', 20000000, 'x') WHERE code = 'UN CBM 1'", 1, 0),
    ("UPDATE parties SET note = x'00ff' WHERE code = 'NLD'", 1, 1),
    ("UPDATE memberships SET party_id = x'00'", 1, 1),
    ("INSERT INTO desk VALUES ('screen', x'00')", 1, 1),
    ("UPDATE parties SET decides = 'one' WHERE code = 'NLD'", 1, 1),
    ("UPDATE dossier SET camp_upper = 'much'", 1, 1),
    ("UPDATE dossier SET camp_upper = 9e999", 1, 0),
    ("UPDATE dossier SET camp_min_votes = 9223372036854775807", 1, 1),
    ("UPDATE dossier SET title = 12", 0, 0),
    ("UPDATE parties SET name_en = CAST(x'fffe80' AS TEXT) WHERE code = 'NLD'", 1, 1),
    ("UPDATE parties SET name_en = 'A' || char(0) || 'B', note = char(0)", 0, 0),
    ("INSERT INTO edits VALUES (9, 'a', 'x', 'a', 'do', NULL, '', '', NULL)", 1, 1),
    ("DELETE FROM dossier", 1, 1),
];

/// Stores a value the file would refuse, by making its tables accept anything.
fn smuggle(path: &Path, sql: &str) {
    let loosened = "
        PRAGMA foreign_keys = OFF;
        PRAGMA writable_schema = ON;
        CREATE TEMP TABLE written AS SELECT name AS n, sql AS s FROM sqlite_schema;
        UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE type = 'table';
        PRAGMA writable_schema = RESET;
        PRAGMA ignore_check_constraints = ON;";
    let as_before = "
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = (SELECT s FROM temp.written WHERE n = name);";
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(&format!("{loosened} {sql}; {as_before}")).unwrap();
}

#[test]
fn an_invalid_value_is_refused_or_shown_without_harm() {
    let home = folder();
    let whole = std::fs::read(dossier(&home, Template::UnGlobalCbms)).unwrap();
    let path = home.path().join("hostile.cbm");
    let all = u32::try_from(VALUES.len()).unwrap();
    times("hostile values", all, all);
    for (sql, check, show) in VALUES {
        std::fs::write(&path, &whole).unwrap();
        smuggle(&path, sql);
        assert_eq!(shown(&path, &["check", "hostile.cbm"]).code, check, "{sql}");
        for subject in ["matrix", "proposals", "parties", "obstacles"] {
            let ran = shown(&path, &["show", "hostile.cbm", subject]);
            assert_eq!(ran.code, show, "{sql}: {}", ran.err);
            assert_eq!(ran.out.is_empty(), show == 1, "{sql}");
            assert!(ran.out.len() < 1_000_000, "{sql}: a long text is cut");
        }
    }
}

#[test]
fn no_name_reaches_a_terminal_with_control_characters() {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let signs = "\u{0}\u{7}\u{8}\u{1b}[2J\u{1b}]0;x\u{7}\u{7f}\u{85}\u{9b}31m\
                 \u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\r\n\t";
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let mut document = Document::open(&path).unwrap();
    document.set_author(format!("Ana{signs}"));
    let name = Bilingual::new(format!("Land{signs}A"), format!("Land{signs}B"));
    let party = Party::new(format!("X{signs}"), name.clone(), PartyKind::State);
    let edit = Edit::add(party, signs).put(Proposal::new(format!("P{signs}"), name));
    document.apply(&edit).unwrap();
    drop(document);
    times("views of names that steer a terminal", 6, 6);
    for arguments in [
        &["check", "dossier.cbm"][..],
        &["show", "dossier.cbm", "matrix"],
        &["show", "dossier.cbm", "proposals"],
        &["show", "dossier.cbm", "parties"],
        &["show", "dossier.cbm", "obstacles"],
        &["changes", "dossier.cbm", "--since", "2000-01-01"],
    ] {
        let ran = shown(&path, arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let raw = ran.out.chars().chain(ran.err.chars()).find(|c| *c != '\n' && steers(*c));
        assert_eq!(raw, None, "{arguments:?}: {:?}", ran.out);
    }
}

#[test]
fn a_changed_byte_in_any_page_of_a_protected_dossier_is_noticed() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    Document::open(&path).unwrap().set_passphrase(Some(&passphrase("gravel ocarina"))).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let mut chance = Chance::new(9);
    let step = times("pages of a protected dossier that are changed, one of", 13, 1);
    for page in (0..whole.len() / PAGE).step_by(usize::try_from(step).unwrap()) {
        let bytes = flipped(&whole, page * PAGE + chance.below(PAGE), &mut chance);
        std::fs::write(&path, &bytes).unwrap();
        let access = Access::with(passphrase("gravel ocarina"));
        let opener = if page.is_multiple_of(2) { Document::read_as } else { Document::open_as };
        assert!(opener(&path, access).is_err(), "page {page}");
        assert!(std::fs::read(&path).unwrap() == bytes, "page {page}: refusing it changed it");
    }
    std::fs::write(&path, &whole).unwrap();
    Document::open_as(&path, Access::with(passphrase("gravel ocarina"))).unwrap();
}

/// The files of a folder that contain the canary unencrypted. Another process looks, since it also
/// reads the live file, which this process must not.
#[cfg(unix)]
fn in_the_open(folder: &Path) -> String {
    let mut command = Command::new("grep");
    let output = command.args(["-rlaF", CANARY]).arg(folder).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn nothing_of_a_protected_dossier_is_unencrypted_on_disk_while_it_is_edited() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    let access = Access { passphrase: None, backups: Some(home.path().join("backups")) };
    let mut document = Document::open_as(&path, access).unwrap();
    document.set_passphrase(Some(&passphrase("gravel ocarina"))).unwrap();
    let mut party = Party::new("NLD", Bilingual::new(CANARY, ""), PartyKind::State);
    document.apply(&Edit::add(party.clone(), CANARY)).unwrap();
    let scans = times("scans of a folder while its protected dossier is edited", 20, 400);
    let found = std::thread::scope(|scope| {
        let scan = || (0..scans).map(|_| in_the_open(home.path())).collect::<String>();
        let scanning = scope.spawn(scan);
        for number in 1.. {
            if scanning.is_finished() {
                break;
            }
            party.note = format!("{CANARY} {number} ").repeat(400);
            document.apply(&Edit::change(party.clone(), CANARY)).unwrap();
            if number == 5 {
                document.back_up().unwrap();
            }
        }
        scanning.join().unwrap()
    });
    assert_eq!(found, "");
    document.set_passphrase(None).unwrap();
    drop(document);
    assert_ne!(in_the_open(home.path()), "", "what is not protected is found");
}

/// Why these bytes are not a package; no file may be left behind.
fn refused(home: &Path, bytes: &[u8], words: Option<&str>, what: &str) -> PackageError {
    let (package, to) = (home.join("changed.cbmreview"), home.join("taken-out.cbm"));
    std::fs::write(&package, bytes).unwrap();
    let Err(error) = unpack(&package, &to, words.map(passphrase).as_ref()) else {
        panic!("{what}: it was taken out");
    };
    assert!(!to.exists(), "{what}: {error} left a dossier");
    let mut entries = std::fs::read_dir(home).unwrap().flatten();
    let half = entries.any(|entry| entry.file_name().to_string_lossy().starts_with(".cbm-"));
    assert!(!half, "{what}: {error} left half a dossier");
    error
}

/// A package of a small dossier, and the byte range of its header line.
fn package(home: &tempfile::TempDir) -> (Vec<u8>, usize, usize) {
    let path = dossier(home, Template::Empty);
    let mut document = Document::open(&path).unwrap();
    edit_at_random(&mut document, 20, |_| {});
    let package = home.path().join("package.cbmreview");
    pack(&document, &package, None).unwrap();
    let bytes = std::fs::read(&package).unwrap();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let ends: Vec<_> = ends.take(2).collect();
    (bytes, ends[0], ends[1])
}

#[test]
fn a_package_whose_dossier_was_altered_in_transit_is_refused() {
    let home = folder();
    let (whole, about, dossier) = package(&home);
    let mut chance = Chance::new(10);
    for place in 0..about {
        refused(home.path(), &flipped(&whole, place, &mut chance), None, "the first line");
    }
    let flips = usize::try_from(times("changed places in packages", 40, 400)).unwrap();
    let width = (whole.len() - dossier) / flips;
    for region in 0..flips {
        let place = dossier + region * width + chance.below(width);
        let bytes = flipped(&whole, place, &mut chance);
        let error = refused(home.path(), &bytes, None, &format!("byte {place}"));
        assert!(matches!(error, PackageError::Damaged), "byte {place}: {error}");
    }
    for cut in 0..times("packages that are cut short", 20, 200) {
        let length = if cut == 0 { whole.len() - 1 } else { chance.below(whole.len()) };
        refused(home.path(), &whole[..length], None, &format!("cut at {length}"));
    }
    let longer = [&whole[..], b"x"].concat();
    refused(home.path(), &longer, None, "a byte more");
}

#[test]
fn a_package_whose_header_was_altered_in_transit_is_refused() {
    let home = folder();
    let (whole, about, dossier) = package(&home);
    let mut chance = Chance::new(11);
    let step = times("bytes of the line about a dossier that are changed, one of", 7, 1);
    for place in (about..dossier).step_by(usize::try_from(step).unwrap()) {
        let bytes = flipped(&whole, place, &mut chance);
        let line = String::from_utf8_lossy(&bytes[about..dossier]).into_owned();
        refused(home.path(), &bytes, None, &line);
    }
}

#[test]
fn a_protected_package_opens_only_with_its_passphrase_and_only_unaltered() {
    let home = folder();
    package(&home);
    let at = |name: &str| home.path().join(name);
    let (path, wrapped, out) = (at("dossier.cbm"), at("wrapped.cbmreview"), at("out.cbm"));
    let words = Some("gravel ocarina");
    let document = Document::open_read_only(&path).unwrap();
    pack(&document, &wrapped, words.map(passphrase).as_ref()).unwrap();
    drop(document);
    let whole = std::fs::read(&wrapped).unwrap();
    let without = refused(home.path(), &whole, None, "without a passphrase");
    assert!(matches!(without, PackageError::Protected), "{without}");
    let wrong = refused(home.path(), &whole, Some("mnemonic"), "with another passphrase");
    assert!(matches!(wrong, PackageError::WrongPassphrase), "{wrong}");
    refused(home.path(), &whole[..whole.len() - 1], words, "cut short");
    let mut chance = Chance::new(12);
    let flips = usize::try_from(times("changed places in wrapped packages", 3, 20)).unwrap();
    let width = whole.len() / flips;
    for region in 0..flips {
        let place = region * width + chance.below(width);
        let bytes = flipped(&whole, place, &mut chance);
        refused(home.path(), &bytes, words, &format!("byte {place}"));
    }
    unpack(&wrapped, &out, words.map(passphrase).as_ref()).unwrap();
    let access = Access { passphrase: words.map(passphrase), backups: None };
    Document::open_as(&out, access).unwrap().set_passphrase(None).unwrap();
    assert_eq!(dump(&out), dump(&path));
}

#[test]
fn deeply_nested_brackets_are_refused_before_they_exhaust_anything() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    let depth = usize::try_from(times("brackets within brackets", 100_000, 100_000)).unwrap();
    for open in ["[", "{\"dossier\":", "{\"\":["] {
        let deep = open.repeat(depth);
        // The last one is short enough to be a header line.
        for (what, bytes) in [
            ("a line without an end", format!("CBM review package 1\n{deep}")),
            ("a long line", format!("CBM review package 1\n{deep}\nrest")),
            ("a short line", format!("CBM review package 1\n{}\nrest", &deep[..9_999])),
        ] {
            let begun = Instant::now();
            let error = refused(home.path(), bytes.as_bytes(), None, what);
            assert!(matches!(error, PackageError::Damaged), "{what}: {error}");
            assert!(begun.elapsed() < LONGEST, "{what}");
            let arguments = ["unpack", "changed.cbmreview", "taken-out.cbm"];
            assert_eq!(shown(&path, &arguments).code, 1, "{what}");
            assert!(!home.path().join("taken-out.cbm").exists(), "{what}");
        }
        write(home.path(), "deep.json", &deep);
        let ran = shown(&path, &["import", "dossier.cbm", "positions", "deep.json"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.len() < 10_000, "what is said of it is short");
    }
}
