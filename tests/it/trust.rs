//! Killed, out of space, moved away, opened twice: whatever happens to a dossier, it keeps what was
//! saved, and says so.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use cbm_workbench::document::merge::{Decision, plan};
use cbm_workbench::document::{self, Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Party, PartyKind, Record, Snapshot, Table};
use cbm_workbench::store::{Access, Error, Look, Passphrase, schema, sniff};
use tempfile::TempDir;

use crate::common::{dossier, dump, folder, skipped, times};
use crate::hostile::within;

/// Records changed at once by each edit in these tests.
const MANY: usize = 40;

/// The passphrases used; initially none.
const WORDS: [Option<&str>; 3] = [None, Some("gravel ocarina"), Some("mnemonic Tuesday")];

const CANARY: &str = "CANARY-4713";

/// A deterministic random number generator.
pub(crate) struct Chance(u64);

impl Chance {
    /// Starts from a seed, which must not be 0.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end` (xorshift; Marsaglia, 2003).
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    /// A random byte.
    pub(crate) fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// A passphrase of these words.
pub(crate) fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap()
}

/// How to open a dossier with this passphrase and with its backups beside it.
fn beside(path: &Path, words: Option<&str>) -> Access {
    let backups = Some(path.with_file_name("backups"));
    Access { passphrase: words.map(passphrase), backups }
}

/// An edit of many records, so that a partial write could be detected.
fn note_edit(document: &Document, count: usize, words: &str) -> Edit {
    let parties = document.snapshot().parties.iter().take(count);
    parties.fold(Edit::new(StepName::Change(Table::Parties), ""), |edit, party| {
        edit.put(Party { note: words.to_owned(), ..party.clone() })
    })
}

/// Makes the next edit, which stores its number in many places, and returns the number.
fn note_next(document: &mut Document) -> usize {
    let number = document.history().steps().len() + 1;
    let edit = note_edit(document, MANY, &number.to_string());
    document.apply(&edit).unwrap();
    number
}

/// The number of the last edit, which must be in all its places or in none.
fn noted(document: &Document) -> usize {
    let number = document.history().steps().len();
    let mut notes = document.snapshot().parties.iter().take(MANY).map(|party| &party.note);
    let words = number.to_string();
    assert!(number == 0 || notes.all(|note| *note == words), "edit {number} is there by half");
    number
}

/// Works on a dossier and prints what it has done, until it is killed.
#[test]
#[ignore = "runs as the child of the next tests"]
fn child_that_works_until_it_is_killed() {
    let Some(path) = std::env::var_os("CBM_TEST_CHILD").map(PathBuf::from) else { return };
    let Ok(what) = std::env::var("CBM_TEST_WHAT") else { return };
    match what.as_str() {
        "edits" => edit_for_ever(&path, false),
        "backups" => edit_for_ever(&path, true),
        "passphrases" => change_passphrases(&path),
        "merge" => merge_theirs(&path),
        _ => {
            println!("begin");
            Document::open_as(&path, beside(&path, None)).unwrap();
            println!("done 1");
        }
    }
}

fn edit_for_ever(path: &Path, backups: bool) {
    let mut document = Document::open_as(path, beside(path, None)).unwrap();
    println!("begin");
    loop {
        let number = note_next(&mut document);
        println!("saved {number}");
        if backups {
            document.back_up().unwrap();
            println!("kept {number}");
        }
    }
}

fn change_passphrases(path: &Path) {
    let mut document = Document::open_as(path, beside(path, None)).unwrap();
    document.back_up().unwrap();
    println!("begin");
    for place in [1, 2, 0].into_iter().cycle() {
        document.set_passphrase(WORDS[place].map(passphrase).as_ref()).unwrap();
        println!("has {place}");
    }
}

fn merge_theirs(path: &Path) {
    let theirs = Document::open_read_only(&path.with_file_name("theirs.cbm")).unwrap();
    let mut mine = Document::open_as(path, beside(path, None)).unwrap();
    mine.back_up().unwrap();
    let mut merge = plan(&mine, &theirs).unwrap();
    merge.prefer(Decision::Theirs);
    println!("begin");
    mine.merge(&merge, "theirs", |_| String::new()).unwrap();
    println!("done 1");
}

/// Lets the child work on a dossier and kills it after this many milliseconds; returns what it
/// printed.
fn killed(path: &Path, what: &str, after: usize) -> Vec<String> {
    let test = "trust::child_that_works_until_it_is_killed";
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture"])
        .env("CBM_TEST_CHILD", path)
        .env("CBM_TEST_WHAT", what)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let begun = lines.any(|line| line.ends_with("begin"));
    std::thread::sleep(Duration::from_millis(after as u64));
    child.kill().unwrap();
    let said = lines.collect();
    child.wait().unwrap();
    assert!(begun, "{what}: the child never began");
    said
}

/// The last number printed after these words.
fn last(said: &[String], words: &str) -> Option<usize> {
    said.iter().rev().find_map(|line| line.strip_prefix(words)?.parse().ok())
}

/// Opens what a killed program left; it must keep every rule, and so must each backup.
fn left_whole(path: &Path) -> Document {
    let document = Document::open_as(path, beside(path, None)).unwrap();
    assert_eq!(document.findings().unwrap(), []);
    for backup in document.backups() {
        let backup = Document::open_read_only(&backup.path).unwrap();
        assert_eq!(backup.findings().unwrap(), []);
    }
    document
}

/// A copy of a file, as the dossier of a folder.
fn copied(from: &Path, folder: &TempDir) -> PathBuf {
    let path = folder.path().join("dossier.cbm");
    std::fs::copy(from, &path).unwrap();
    path
}

#[test]
fn killed_while_editing_it_keeps_every_acknowledged_edit_and_no_partial_one() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let mut chance = Chance::new(1);
    let mut before = 0;
    for round in 0..times("kills while editing", 12, 200) {
        let said = killed(&path, "edits", chance.below(61));
        let kept = noted(&left_whole(&path));
        let saved = last(&said, "saved ").unwrap_or(before);
        // The last edit may have been saved before it could be reported.
        assert!((saved..=saved + 1).contains(&kept), "round {round}: {saved} said, {kept} kept");
        before = kept;
    }
}

#[test]
fn killed_during_a_migration_it_has_the_old_version_or_the_new_one() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener/version-1.cbm");
    let reference = folder();
    let path = copied(&old, &reference);
    Document::open(&path).unwrap();
    let after = dump(&path);
    let mut chance = Chance::new(2);
    for round in 0..times("kills while a file is brought up to date", 5, 50) {
        let folder = folder();
        let path = copied(&old, &folder);
        let said = killed(&path, "migration", chance.below(61));
        // Rolls back the interrupted write, and nothing else.
        Document::open_read_only(&path).unwrap();
        let version = sniff(&path).unwrap();
        let new = version == Look::Plain(schema::VERSION);
        let done = last(&said, "done ").is_some();
        assert!(new || (version == Look::Plain(1) && !done), "round {round}");
        let document = left_whole(&path);
        let backups = document.backups();
        assert_eq!(backups.len(), 1, "round {round}: the file as it was, once");
        assert_eq!(sniff(&backups[0].path).unwrap(), Look::Plain(1));
        drop(document);
        assert_eq!(dump(&path), after, "round {round}");
    }
}

#[test]
fn killed_during_a_backup_every_listed_backup_is_intact() {
    let base = folder();
    let original = dossier(&base, Template::UnGlobalCbms);
    let mut chance = Chance::new(3);
    for round in 0..times("kills while a backup is made", 5, 50) {
        let folder = folder();
        let path = copied(&original, &folder);
        let said = killed(&path, "backups", chance.below(61));
        let document = left_whole(&path);
        assert!(noted(&document) >= last(&said, "saved ").unwrap_or(0), "round {round}");
        let mut steps = Vec::new();
        for backup in document.backups() {
            steps.push(noted(&Document::open_read_only(&backup.path).unwrap()));
            assert_eq!(steps.last().map(|steps| *steps as u64), Some(backup.steps));
        }
        let kept = last(&said, "kept ");
        assert!(kept.is_none_or(|kept| steps.contains(&kept)), "round {round}: {kept:?}");
    }
}

#[test]
fn killed_while_merging_it_is_in_the_state_before_or_after() {
    let original = folder();
    let mine = dossier(&original, Template::UnGlobalCbms);
    let theirs = original.path().join("theirs.cbm");
    std::fs::copy(&mine, &theirs).unwrap();
    for (path, count) in [(&mine, MANY), (&theirs, usize::MAX)] {
        let mut document = Document::open(path).unwrap();
        let edit = note_edit(&document, count, &path.to_string_lossy());
        document.apply(&edit).unwrap();
    }
    let copies = |folder: &TempDir| {
        std::fs::copy(&theirs, folder.path().join("theirs.cbm")).unwrap();
        copied(&mine, folder)
    };
    let reference = folder();
    let merged = copies(&reference);
    merge_theirs(&merged);
    let (before, after) = (dump(&mine), dump(&merged));
    assert_ne!(before, after);
    let mut chance = Chance::new(4);
    for round in 0..times("kills while merging", 5, 50) {
        let folder = folder();
        let path = copies(&folder);
        let said = killed(&path, "merge", chance.below(61));
        drop(left_whole(&path));
        let found = dump(&path);
        let done = last(&said, "done ").is_some();
        assert!(found == after || (found == before && !done), "round {round}");
    }
}

#[test]
fn killed_while_the_passphrase_changes_it_has_the_old_one_or_the_new_one() {
    let original = folder();
    let base = original.path().join("original.cbm");
    Document::create(&base, Template::Empty, CANARY).unwrap();
    let before = dump(&base);
    let mut chance = Chance::new(5);
    for round in 0..times("kills while the passphrase changes", 5, 50) {
        let folder = folder();
        let path = copied(&base, &folder);
        // Key derivation takes so long that the delays of the other tests would end before any
        // change.
        let said = killed(&path, "passphrases", chance.below(3001));
        let opened = (0..WORDS.len()).find_map(|place| {
            let document = Document::open_as(&path, beside(&path, WORDS[place])).ok()?;
            Some((place, document))
        });
        let (place, mut document) = opened.unwrap_or_else(|| panic!("round {round}: locked"));
        let said = last(&said, "has ").unwrap_or(0);
        assert!(place == said || place == (said + 1) % 3, "round {round}: {said}, {place}");
        assert_eq!(document.findings().unwrap(), []);
        assert_eq!(document.backups().len(), 1);
        for backup in document.backups() {
            let bytes = std::fs::read(&backup.path).unwrap();
            let open = String::from_utf8_lossy(&bytes).contains(CANARY);
            assert!(place == 0 || !open, "round {round}: a backup gives away what is protected");
            let one_opens = WORDS.iter().any(|words| {
                let access = Access { passphrase: words.map(passphrase), backups: None };
                Document::read_as(&backup.path, access).is_ok()
            });
            assert!(one_opens, "round {round}: no passphrase opens the backup");
        }
        document.set_passphrase(None).unwrap();
        drop(document);
        assert_eq!(dump(&path), before, "round {round}");
    }
}

/// A small disk in memory, which is removed when the test ends, however it ends.
struct Disk(TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let folder = folder();
        let options = ["-t", "tmpfs", "-o", "size=2m", "tmpfs"];
        if cfg!(target_os = "linux") && mount(&options, folder.path()) {
            return Some(Self(folder));
        }
        skipped("no disk can be mounted here");
        None
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazy unmount, because something may still be open after a failure.
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn mount(options: &[&str], folder: &Path) -> bool {
    let mut command = Command::new("mount");
    command.args(options).arg(folder).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn records(snapshot: &Snapshot) -> Vec<Record> {
    let mut records: Vec<_> = snapshot.arena_records().collect();
    records.sort_by_key(Record::record_id);
    records
}

fn long_note(document: &Document, number: usize) -> Edit {
    let party = document.snapshot().parties.iter().next().unwrap().clone();
    Edit::change(Party { note: format!("{number} ").repeat(20_000), ..party }, "")
}

#[test]
fn a_full_disk_refuses_a_whole_edit_and_accepts_it_once_there_is_room() {
    for _ in 0..times("disks that are filled up", 1, 10) {
        let Some(disk) = Disk::new() else { return };
        let (path, ballast) = (disk.path("dossier.cbm"), disk.path("ballast"));
        Document::create(&path, Template::Empty, "A dossier").unwrap();
        std::fs::write(&ballast, vec![7; 600_000]).unwrap();
        let mut document = Document::open(&path).unwrap();
        let party = Party::new("NLD", Bilingual::new("Netherlands", ""), PartyKind::State);
        document.apply(&Edit::add(party, "")).unwrap();
        let full = (1..).find_map(|number| {
            let edit = long_note(&document, number);
            document.apply(&edit).err().map(|error| (error, edit))
        });
        let (refused, edit) = full.unwrap();
        let full = matches!(refused, document::Error::Store(Error::DiskFull | Error::Io));
        assert!(full, "{refused:?}");
        let steps = document.history().steps().len();
        let reloaded = records(&document.reload().unwrap());
        assert!(reloaded == records(document.snapshot()), "memory and file differ");
        std::fs::remove_file(&ballast).unwrap();
        assert!(document.apply(&edit).unwrap().is_some());
        let kept = records(document.snapshot());
        drop(document);
        let document = Document::open(&path).unwrap();
        assert_eq!(document.history().steps().len(), steps + 1);
        assert!(records(document.snapshot()) == kept, "what was saved is not what was shown");
        assert_eq!(document.findings().unwrap(), []);
    }
}

#[test]
fn a_dossier_of_any_version_can_be_read_on_a_read_only_disk() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener/version-1.cbm");
    for _ in 0..times("disks that can only be read", 1, 5) {
        let Some(disk) = Disk::new() else { return };
        let paths = [disk.path("new.cbm"), disk.path("old.cbm")];
        Document::create(&paths[0], Template::UnGlobalCbms, "A dossier").unwrap();
        std::fs::copy(&old, &paths[1]).unwrap();
        if !mount(&["-o", "remount,ro"], disk.0.path()) {
            skipped("the disk cannot be made read-only");
            return;
        }
        for path in &paths {
            let before = std::fs::read(path).unwrap();
            assert!(matches!(Document::open(path), Err(Error::ReadOnly)), "{}", path.display());
            let mut document = Document::open_read_only(path).unwrap();
            assert!(document.is_read_only());
            let edit = note_edit(&document, MANY, "written");
            let refused = document.apply(&edit);
            assert!(matches!(refused, Err(document::Error::Store(Error::ReadOnly))));
            drop(document);
            let home = folder();
            assert_eq!(within(5, home.path(), &["check", &path.to_string_lossy()]).code, 0);
            assert!(std::fs::read(path).unwrap() == before);
        }
    }
}

#[cfg(unix)]
#[test]
fn opening_a_second_time_under_any_name_is_refused_at_once_and_the_first_keeps_saving() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let names = ["dossier.cbm", "./dossier.cbm", "symlink.cbm", "hard-link.cbm"];
    std::os::unix::fs::symlink(&path, home.path().join(names[2])).unwrap();
    std::fs::hard_link(&path, home.path().join(names[3])).unwrap();
    std::fs::write(home.path().join("t.csv"), "party,proposal,stance\nNLD,UN CBM 1,+\n").unwrap();
    let mut held = Document::open(&path).unwrap();
    for _ in 0..times("times a dossier is opened twice by four names", 1, 20) {
        for name in names {
            let begun = std::time::Instant::now();
            let second = Document::open(&home.path().join(name));
            assert!(matches!(second, Err(Error::Locked)), "{name}");
            assert!(begun.elapsed() < Duration::from_secs(1), "{name}: no waiting");
            for arguments in [&["check", name][..], &["import", name, "positions", "t.csv"][..]] {
                let ran = within(1, home.path(), arguments);
                assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
                assert!(ran.err.contains("open in another window"), "{ran:?}");
            }
            note_next(&mut held);
        }
    }
    let steps = noted(&held);
    drop(held);
    let document = Document::open(&home.path().join(names[3])).unwrap();
    assert_eq!(noted(&document), steps);
    assert_eq!(document.snapshot().positions.len(), 0);
}

/// Runs a script on paths in another process: reading the live file in this one would drop its
/// locks.
#[cfg(unix)]
pub(crate) fn shell(script: &str, paths: &[&Path]) -> Option<Vec<u8>> {
    let mut command = Command::new("sh");
    let output = command.args(["-c", script, "sh"]).args(paths).output().unwrap();
    output.status.success().then_some(output.stdout)
}

#[cfg(unix)]
#[test]
fn a_file_that_disappears_is_left_alone_and_its_dossier_rescued() {
    // The fate of the file, and whether its bytes still exist somewhere.
    let mishaps = [
        ("moved", true, "mv \"$1\" \"$1.moved\""),
        ("removed", true, "rm \"$1\""),
        ("replaced", true, "mv \"$2\" \"$1\""),
        ("overwritten", false, "cp \"$2\" \"$1\""),
        ("cut short", false, ": > \"$1\""),
    ];
    for _ in 0..times("rounds of five mishaps", 1, 10) {
        for (what, untouched, script) in mishaps {
            let folder = folder();
            let path = dossier(&folder, Template::UnVotes);
            let at = |name: &str| folder.path().join(name);
            let (other, before, rescue) = (at("other.cbm"), at("before.cbm"), at("rescue.cbm"));
            Document::create(&other, Template::Empty, "Another").unwrap();
            let mut document = Document::open(&path).unwrap();
            let steps = note_next(&mut document);
            document.copy_to(&before).unwrap();
            shell(script, &[&path, &other]).unwrap();
            let stands = shell("cat \"$1\"", &[&path]);
            let edit = note_edit(&document, MANY, "after");
            let refused = document.apply(&edit);
            let replaced = matches!(refused, Err(document::Error::Store(Error::Replaced)));
            assert!(replaced, "{what}: {refused:?}");
            assert_eq!(noted(&document), steps);
            let whole = document.rescue_to(&rescue).unwrap();
            assert!(whole || !untouched, "{what}: with its history");
            drop(document);
            assert!(shell("cat \"$1\"", &[&path]) == stands, "{what}: written to");
            let rescued = Document::open(&rescue).unwrap();
            assert_eq!(rescued.findings().unwrap(), [], "{what}");
            assert_eq!(rescued.history().steps().len(), if whole { steps } else { 0 }, "{what}");
            drop(rescued);
            assert_eq!(dump(&rescue), dump(&before), "{what}");
        }
    }
}
