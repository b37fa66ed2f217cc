//! Disk failures and kills at every system call of every command: the dossier is in the state
//! before or after, nothing reported as done is lost, nothing left over blocks the next attempt,
//! and no message contradicts the file.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::pack;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Party;
use cbm_workbench::store::{Access, Passphrase};
use tempfile::TempDir;

use crate::common::{folder, skipped, write};
use crate::trust::Chance;

/// Operations of a disk that can fail, and the faults to inject.
const FAULTS: [(&str, &[&str]); 4] = [
    (
        "openat read pread64 readv fstat newfstatat statx lseek fcntl close getdents64 access \
         faccessat2 fchmod chmod copy_file_range sendfile",
        // No kills here: between two writes they all have the same effect.
        &["error=EIO"],
    ),
    ("fsync fdatasync", &["error=EIO", "error=ENOSPC", "signal=SIGKILL"]),
    ("write pwrite64 writev ftruncate", &["error=EIO", "error=ENOSPC", "signal=SIGKILL"]),
    (
        "rename renameat renameat2 link linkat unlink unlinkat mkdir",
        &["error=EIO", "error=EACCES", "signal=SIGKILL"],
    ),
];

/// Faults injected into each command in a normal run.
const FEW: usize = 2;

const WORDS: [&str; 2] = ["gravel ocarina", "mnemonic Tuesday"];

/// A command and its input.
struct Case {
    arguments: &'static [&'static str],
    typed: &'static str,
    // Sets up the initial state.
    prepare: fn(&Path),
    // Describes the state; panics if anything is not intact.
    state: fn(&Path) -> String,
}

struct Ended {
    code: Option<i32>,
    said: String,
    log: String,
}

impl Case {
    fn run(&self, home: &Path, inject: Option<&str>) -> Ended {
        let log = home.join("log");
        std::fs::write(home.join("typed"), self.typed).unwrap();
        let all: Vec<_> = FAULTS.iter().flat_map(|(calls, _)| calls.split_whitespace()).collect();
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o"]).arg(&log);
        // Not every architecture has every system call.
        let calls: Vec<_> = all.iter().map(|call| format!("?{call}")).collect();
        command.args(["-e", &format!("trace={}", calls.join(","))]);
        if let Some(inject) = inject {
            command.args(["-e", &format!("inject={inject}")]);
        }
        let output = command
            .arg(env!("CARGO_BIN_EXE_cbm-workbench"))
            .args(self.arguments)
            .current_dir(home)
            .env("CBM_WORKBENCH_HOME", home.join("home"))
            .env("LC_ALL", "C")
            .stdin(std::fs::File::open(home.join("typed")).unwrap())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        Ended {
            code: output.status.code(),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
            log: std::fs::read_to_string(log).unwrap_or_default(),
        }
    }

    /// Injects every fault, or a few of them.
    fn try_all(&self, what: &str) {
        let original = folder();
        (self.prepare)(original.path());
        let before = (self.state)(original.path());
        let whole = copy_of(original.path());
        let ended = self.run(whole.path(), None);
        if ended.log.is_empty() {
            skipped("no system call can be traced here");
            return;
        }
        assert_eq!(ended.code, Some(0), "{what}: {}", ended.said);
        let after = (self.state)(whole.path());
        let mut faults = faults(&ended.log, self.arguments[1]);
        assert!(faults.len() > 50, "{what}: {} faults", faults.len());
        if std::env::var_os("CBM_TEST_LONG").is_none() {
            let mut chance = Chance::new(faults.len() as u64 + what.len() as u64);
            faults = (0..FEW).map(|_| faults[chance.below(faults.len())].clone()).collect();
        }
        println!("faults of the disk and kills in {what}: {}", faults.len());
        let wrong: Vec<_> = faults
            .iter()
            .filter(|fault| {
                let tried = std::panic::catch_unwind(|| {
                    self.try_one(original.path(), fault, &before, &after);
                });
                tried.is_err()
            })
            .collect();
        assert!(wrong.is_empty(), "{what}: {} of {}: {wrong:?}", wrong.len(), faults.len());
    }

    fn try_one(&self, original: &Path, fault: &str, before: &str, after: &str) {
        let home = copy_of(original);
        let ended = self.run(home.path(), Some(fault));
        let said = &ended.said;
        let state = (self.state)(home.path());
        let killed = fault.contains("SIGKILL") && ended.code != Some(0);
        // Only salvaging skips what the disk fails to return, and it says so.
        if said.contains("Part of these could not be read") {
            assert!(ended.code == Some(1) && self.arguments[0] == "salvage", "{fault}: {said}");
            return;
        }
        assert!(state == before || state == after, "{fault}: {state}; {said}");
        // With a protected file the cause can never be told.
        let either = said.contains("cannot be told apart");
        for word in ["panicked", "is damaged", "SQL", "was altered"] {
            assert!(either || !said.contains(word), "{fault}: {said}");
        }
        if ended.code == Some(0) {
            assert!(state == after, "{fault}: said to be done: {said}");
        } else if !killed && before != after {
            let owns_up = ["was changed as you asked", "is not known", "output could not"];
            let says_done = owns_up.iter().any(|words| said.contains(words));
            let denies = said.contains("this change was not made") || said.contains("not changed");
            assert!(state == before || says_done, "{fault}: it was done, but: {said}");
            assert!(!(state == after && denies), "{fault}: it was done, but: {said}");
            assert!(!said.is_empty(), "{fault}: not a word");
        }
        // Nothing left over blocks the next attempt.
        if state == before && before != after {
            let again = self.run(home.path(), None);
            assert_eq!(again.code, Some(0), "{fault}, and then: {}", again.said);
            assert_eq!((self.state)(home.path()), after, "{fault}, and then");
        }
    }
}

/// Every fault for every call from the first one that names the file.
fn faults(log: &str, name: &str) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut begun = false;
    let mut faults = Vec::new();
    for line in log.lines() {
        let Some((_, line)) = line.split_once(' ') else { continue };
        let Some((call, arguments)) = line.trim_start().split_once('(') else { continue };
        let count = counts.entry(call).or_default();
        *count += 1;
        begun |= arguments.contains("settings.toml") || arguments.contains(name);
        let kind = FAULTS.iter().find(|(calls, _)| calls.split_whitespace().any(|it| it == call));
        for fault in kind.filter(|_| begun).map_or(&[][..], |(_, faults)| faults) {
            faults.push(format!("{call}:{fault}:when={count}"));
        }
    }
    faults
}

fn copy_of(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_into(folder, copy.path());
    copy
}

fn copy_into(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&to).unwrap();
            copy_into(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The content of a dossier and the passphrase it opens with. It is opened as the next user would,
/// and its backups must be intact too.
fn told(home: &Path, name: &str) -> String {
    let path = home.join(name);
    if !path.exists() {
        return format!("{name}: none");
    }
    let words = [None, Some(WORDS[0]), Some(WORDS[1])];
    let opened = words.iter().find_map(|words| {
        let passphrase = words.map(|words| Passphrase::new(words.to_owned()).unwrap());
        let access = Access { passphrase, backups: Some(home.join("home/data/backups")) };
        // Looking at it must not migrate it.
        Some((words, Document::read_as(&path, access).ok()?))
    });
    let Some((words, document)) = opened else {
        panic!("{name}: {:?}", Document::open_read_only(&path).map(drop));
    };
    assert_eq!(document.findings().unwrap(), [], "{name}");
    for backup in document.backups() {
        let open = words.map(|words| Passphrase::new(words.to_owned()).unwrap());
        let access = Access { passphrase: open, backups: None };
        let whole = Document::read_as(&backup.path, access);
        // A backup with an earlier passphrase is intact too.
        let kept = matches!(&whole, Err(error) if error.to_string().contains("passphrase"));
        assert!(whole.is_ok() || kept, "a backup: {whole:?}");
    }
    let snapshot = document.snapshot();
    let notes = snapshot.parties.iter().filter(|party| !party.note.is_empty()).count();
    format!(
        "{name}: {words:?}, {} steps, {} parties, {} entries, {notes} notes",
        document.history().steps().len(),
        snapshot.parties.len(),
        snapshot.positions.len(),
    )
}

fn note(path: &Path, code: &str) {
    let mut document = Document::open(path).unwrap();
    let party = document.snapshot().party_by_code(code).unwrap().clone();
    document.apply(&Edit::change(Party { note: "noted".to_owned(), ..party }, "")).unwrap();
}

fn dossier(home: &Path) {
    Document::create(&home.join("x.cbm"), Template::UnGlobalCbms, "A dossier").unwrap();
    write(home, "t.csv", "party,proposal,stance,date\nNLD,UN CBM 1,+,2020-01-01\n");
}

fn protected(home: &Path) {
    dossier(home);
    let mut document = Document::open(&home.join("x.cbm")).unwrap();
    document.set_passphrase(Passphrase::new(WORDS[0].to_owned()).as_ref()).unwrap();
}

fn only(home: &Path) -> String {
    told(home, "x.cbm")
}

fn with_out(home: &Path) -> String {
    format!("{}; {}", told(home, "x.cbm"), told(home, "out.cbm"))
}

#[test]
fn a_new_dossier_survives_every_fault() {
    let case = Case {
        arguments: &["new", "x.cbm", "--template", "un-global-cbms"],
        typed: "",
        prepare: |_| (),
        state: only,
    };
    case.try_all("new");
}

#[test]
fn an_import_survives_every_fault() {
    let case = Case {
        arguments: &["import", "x.cbm", "positions", "t.csv"],
        typed: "",
        prepare: dossier,
        state: only,
    };
    case.try_all("import");
}

#[test]
fn a_migration_survives_every_fault() {
    let case = Case {
        arguments: &["import", "x.cbm", "positions", "t.csv"],
        typed: "",
        prepare: |home| {
            let kept = Path::new(env!("CARGO_MANIFEST_DIR"));
            let kept = kept.join("tests/corpus/opener/version-1.cbm");
            std::fs::copy(kept, home.join("x.cbm")).unwrap();
            let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
            let code = &document.snapshot().proposals.iter().next().unwrap().code;
            let table = format!("party,proposal,stance,date\nNLD,{code},+,2020-01-01\n");
            write(home, "t.csv", &table);
        },
        state: only,
    };
    case.try_all("bringing up to date");
}

#[test]
fn a_redacted_copy_survives_every_fault() {
    let case = Case {
        arguments: &["redact", "x.cbm", "out.cbm", "--ceiling", "CLEAR"],
        typed: "",
        prepare: dossier,
        state: with_out,
    };
    case.try_all("redact");
}

#[test]
fn a_merge_survives_every_fault() {
    let case = Case {
        arguments: &["merge", "x.cbm", "theirs.cbm", "out.cbm"],
        typed: "",
        prepare: |home| {
            dossier(home);
            std::fs::copy(home.join("x.cbm"), home.join("theirs.cbm")).unwrap();
            note(&home.join("x.cbm"), "NLD");
            note(&home.join("theirs.cbm"), "BEL");
        },
        state: |home| format!("{}; {}", with_out(home), told(home, "theirs.cbm")),
    };
    case.try_all("merge");
}

#[test]
fn sending_survives_every_fault() {
    let case = Case {
        arguments: &["send", "x.cbm", "out.cbmreview"],
        typed: "",
        prepare: dossier,
        state: |home| {
            let package = home.join("out.cbmreview");
            let out = home.join("taken-out.cbm");
            let unpacked = package.exists().then(|| {
                cbm_workbench::exchange::unpack(&package, &out, None).unwrap();
                let told = told(home, "taken-out.cbm");
                std::fs::remove_file(&out).unwrap();
                told
            });
            format!("{}; {unpacked:?}", only(home))
        },
    };
    case.try_all("send");
}

#[test]
fn unpacking_survives_every_fault() {
    let case = Case {
        arguments: &["unpack", "p.cbmreview", "out.cbm"],
        typed: "",
        prepare: |home| {
            dossier(home);
            let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
            pack(&document, &home.join("p.cbmreview"), None).unwrap();
        },
        state: with_out,
    };
    case.try_all("unpack");
}

#[test]
fn salvaging_survives_every_fault() {
    let case = Case {
        arguments: &["salvage", "x.cbm", "out.cbm"],
        typed: "",
        prepare: dossier,
        state: with_out,
    };
    case.try_all("salvage");
}

#[test]
fn setting_a_passphrase_survives_every_fault() {
    let case = Case {
        arguments: &["passphrase", "x.cbm"],
        typed: "gravel ocarina\n",
        prepare: dossier,
        state: only,
    };
    case.try_all("setting a passphrase");
}

#[test]
fn changing_a_passphrase_survives_every_fault() {
    let case = Case {
        arguments: &["passphrase", "x.cbm"],
        typed: "gravel ocarina\nmnemonic Tuesday\n",
        prepare: protected,
        state: only,
    };
    case.try_all("changing a passphrase");
}

#[test]
fn removing_a_passphrase_survives_every_fault() {
    let case = Case {
        arguments: &["passphrase", "x.cbm", "--remove"],
        typed: "gravel ocarina\n",
        prepare: protected,
        state: only,
    };
    case.try_all("removing a passphrase");
}

#[test]
fn a_check_survives_every_fault() {
    let case = Case { arguments: &["check", "x.cbm"], typed: "", prepare: dossier, state: only };
    case.try_all("check");
}

#[test]
fn unfinished_files_of_a_killed_program_are_removed_at_the_next_start() {
    let case = Case {
        arguments: &["redact", "x.cbm", "out.cbm", "--ceiling", "CLEAR"],
        typed: "",
        prepare: dossier,
        state: only,
    };
    let home = folder();
    let home = home.path();
    (case.prepare)(home);
    if case.run(home, Some("fsync:signal=SIGKILL:when=1")).log.is_empty() {
        println!("skipped: no system call can be traced here");
        return;
    }
    let left = || {
        let entries = std::fs::read_dir(home).unwrap().flatten();
        entries.filter(|it| it.file_name().to_string_lossy().starts_with(".cbm-")).count()
    };
    assert_eq!(left(), 1, "it was killed while it wrote");
    assert!(!home.join("out.cbm").exists());
    drop(Document::open(&home.join("x.cbm")).unwrap());
    assert_eq!(left(), 0, "not only after a day");
}
