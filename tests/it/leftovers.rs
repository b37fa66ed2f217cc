//! Files another program or another dossier left beside a path are never taken for part of a
//! dossier, and no file is created where one was left.

use std::path::{Path, PathBuf};

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::{pack, unpack};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Marking, Party};
use cbm_workbench::store::{
    self, Access, Error, Leftover, Passphrase, copy_closed, salvage, schema,
};
use tempfile::TempDir;

use crate::common::{dossier, dump, folder, run, write};

const WORDS: &str = "gravel ocarina";

/// A step as the program would write it, never committed.
const STEP: &str = "BEGIN; INSERT INTO edits (id, time, author, kind, name, detail) \
                    VALUES ('0', '2018-12-05T00:00:00Z', '', 'do', '', ''); \
                    UPDATE parties SET note = hex(randomblob(2000))";

#[test]
fn no_file_is_created_where_it_would_be_taken_for_part_of_another_dossier() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    pack(&Document::open_read_only(&path).unwrap(), &home.path().join("p.cbmreview"), None)
        .unwrap();
    std::fs::copy(&path, home.path().join("b.cbm")).unwrap();
    for name in ["dossier.cbm-journal", "dossier.cbm-WAL", "new.cbm-shm"] {
        for arguments in [
            &["new", name][..],
            &["redact", "dossier.cbm", name, "--ceiling", "RED"],
            &["send", "dossier.cbm", name],
            &["unpack", "p.cbmreview", name],
            &["salvage", "dossier.cbm", name],
            &["merge", "dossier.cbm", "b.cbm", name],
            &["merge", "dossier.cbm", "b.cbm", "out.cbm", "--report", name],
        ] {
            let ran = run(home.path(), arguments);
            let said = "would be taken for part of another dossier";
            assert!(ran.code == 1 && ran.err.contains(said), "{arguments:?}: {ran:?}");
            assert!(!home.path().join(name).exists() && !home.path().join("out.cbm").exists());
        }
    }
    let long = "x".repeat(300);
    for arguments in [&["new", &long][..], &["send", "dossier.cbm", &long]] {
        let ran = run(home.path(), arguments);
        assert!(ran.code == 1 && ran.err.contains("does not accept"), "{ran:?}");
    }
}

fn named(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

fn access(protected: bool) -> Access {
    let words = protected.then(|| Passphrase::new(WORDS.to_owned()).unwrap());
    Access { passphrase: words, backups: None }
}

fn note(path: &Path, protected: bool, words: &str) {
    let mut document = Document::open_as(path, access(protected)).unwrap();
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    document.apply(&Edit::change(Party { note: words.to_owned(), ..party }, "")).unwrap();
}

fn noted(path: &Path, protected: bool) -> String {
    let document = Document::read_as(path, access(protected)).unwrap();
    assert_eq!(document.findings().unwrap(), []);
    document.snapshot().party_by_code("NLD").unwrap().note.clone()
}

/// A dossier with a few steps, with or without a passphrase.
fn made(folder: &TempDir, name: &str, protected: bool) -> PathBuf {
    let path = folder.path().join(name);
    Document::create(&path, Template::UnVotes, name).unwrap();
    if protected {
        let mut document = Document::open(&path).unwrap();
        document.set_passphrase(access(true).passphrase.as_ref()).unwrap();
    }
    note(&path, protected, "first");
    path
}

/// Copies a dossier and its journal as left by a program killed while writing: early, before
/// anything has reached the file, or late.
fn cut_off(path: &Path, to: &Path, protected: bool, late: bool) {
    {
        let connection = rusqlite::Connection::open(path).unwrap();
        if protected {
            connection.pragma_update(None, "key", WORDS).unwrap();
            connection.execute_batch("PRAGMA cipher_compatibility = 4").unwrap();
        }
        let size = if late { 2 } else { 2000 };
        connection.pragma_update(None, "cache_size", size).unwrap();
        connection.execute_batch(STEP).unwrap();
        std::fs::copy(path, to).unwrap();
        let journal = named(path, "-journal");
        std::fs::copy(&journal, named(to, "-journal")).unwrap();
    }
    let journal = named(to, "-journal");
    let mut bytes = std::fs::read(&journal).unwrap();
    if bytes[..8] == [0; 8] {
        // The journal is not spilled yet: make it look as it does just before the file itself is
        // written.
        bytes[..8].copy_from_slice(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
        let pages = u32::try_from((bytes.len() - 512) / 4104).unwrap();
        bytes[8..12].copy_from_slice(&pages.to_be_bytes());
        std::fs::write(&journal, bytes).unwrap();
    }
}

/// A write-ahead log another program left beside a file, with a change to a party.
fn log_of(path: &Path) -> Vec<u8> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mode = "PRAGMA journal_mode = WAL; UPDATE parties SET note = 'CHANGED'";
    connection.execute_batch(mode).unwrap();
    std::fs::read(named(path, "-wal")).unwrap()
}

#[test]
fn a_log_left_beside_a_dossier_is_not_applied_when_writing() {
    for protected in [false, true] {
        let home = folder();
        let path = made(&home, "y.cbm", protected);
        let whole = std::fs::read(&path).unwrap();
        let stray = log_of(&dossier(&home, Template::UnVotes));
        let stray = if protected { stray } else { log_of_backup(&path, &whole, stray) };
        let log = named(&path, "-wal");
        std::fs::write(&log, &stray).unwrap();
        write(home.path(), "y.csv", "party,proposal,stance\nNLD,73/27,~\n");
        for opened in [
            Document::open_as(&path, access(protected)),
            Document::read_as(&path, access(protected)),
        ] {
            assert!(matches!(opened.unwrap_err(), Error::Stray(Leftover::Log)));
        }
        for arguments in [
            &["check", "y.cbm"][..],
            &["import", "y.cbm", "positions", "y.csv"],
            &["show", "y.cbm", "matrix"],
        ] {
            let mut program = crate::common::program(home.path(), arguments);
            let words = home.path().join("words");
            std::fs::write(&words, format!("{WORDS}\n")).unwrap();
            let output = program.stdin(std::fs::File::open(&words).unwrap()).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains("y.cbm-wal"), "{said}");
            let salvage = arguments[0] == "check";
            assert_eq!(said.contains("cbm-workbench salvage y.cbm"), salvage, "{said}");
        }
        assert!(std::fs::read(&path).unwrap() == whole && std::fs::read(&log).unwrap() == stray);
        // The advice given helps.
        std::fs::rename(&log, home.path().join("kept")).unwrap();
        assert_eq!(noted(&path, protected), "first");
    }
}

/// A restored backup, beside which the log of the previous file remains.
fn log_of_backup(path: &Path, whole: &[u8], _: Vec<u8>) -> Vec<u8> {
    let log = log_of(path);
    std::fs::write(path, whole).unwrap();
    log
}

#[test]
fn another_files_journal_is_not_rolled_back_into_this_one() {
    for (protected, late) in [(false, true), (false, false), (true, true)] {
        let home = folder();
        let path = made(&home, "x.cbm", protected);
        let at = |name: &str| home.path().join(name);
        std::fs::copy(&path, at("earlier.cbm")).unwrap();
        Document::read_as(&path, access(protected)).unwrap().copy_to(&at("backup.cbm")).unwrap();
        note(&path, protected, "second");
        note(&path, protected, "third");
        let other = made(&home, "other.cbm", protected);
        for stands in ["earlier.cbm", "backup.cbm", "other.cbm"] {
            let here = home.path().join("here.cbm");
            cut_off(&path, &here, protected, late);
            let journal = std::fs::read(named(&here, "-journal")).unwrap();
            let before = std::fs::read(at(stands)).unwrap();
            std::fs::write(&here, &before).unwrap();
            let what = format!("{stands}, protected {protected}, late {late}");
            for opened in [
                Document::open_as(&here, access(protected)),
                Document::read_as(&here, access(protected)),
            ] {
                let refused = matches!(opened, Err(Error::Stray(Leftover::Journal)));
                assert!(refused, "{what}: {:?}", opened.map(drop));
            }
            assert!(std::fs::read(&here).unwrap() == before, "{what}: changed");
            assert!(std::fs::read(named(&here, "-journal")).unwrap() == journal, "{what}");
            // Salvaging works without it.
            let out = home.path().join("out.cbm");
            let salvaged = salvage(&here, &out, &access(protected)).unwrap();
            assert!(salvaged.is_whole(), "{what}");
            assert_eq!(noted(&out, protected), "first", "{what}");
            std::fs::remove_file(&out).unwrap();
            std::fs::remove_file(named(&here, "-journal")).unwrap();
            assert_eq!(noted(&here, protected), "first", "{what}");
        }
        let left = std::fs::read_dir(home.path()).unwrap().flatten();
        let left = left.filter(|it| it.file_name().to_string_lossy().starts_with('.')).count();
        assert_eq!(left, 0, "what it was tried out on is gone");
        drop(other);
    }
}

#[test]
fn this_files_journal_is_rolled_back_wherever_the_write_was_cut_off() {
    for (protected, late) in [(false, true), (false, false), (true, true)] {
        for reading in [true, false] {
            let home = folder();
            let path = made(&home, "x.cbm", protected);
            let here = home.path().join("here.cbm");
            cut_off(&path, &here, protected, late);
            let wrong = Access::with(Passphrase::new("another".to_owned()).unwrap());
            if protected {
                let before = std::fs::read(&here).unwrap();
                assert!(matches!(Document::open_as(&here, wrong), Err(Error::WrongPassphrase)));
                assert!(std::fs::read(&here).unwrap() == before, "not by a wrong passphrase");
            }
            let open = if reading { Document::read_as } else { Document::open_as };
            let opened = open(&here, access(protected)).unwrap();
            assert_eq!(opened.snapshot().party_by_code("NLD").unwrap().note, "first");
            drop(opened);
            assert!(!named(&here, "-journal").exists());
            assert_eq!(noted(&here, protected), "first");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_journal_is_found_through_a_link() {
    let home = folder();
    let path = made(&home, "x.cbm", false);
    let (here, link) = (home.path().join("here.cbm"), home.path().join("link.cbm"));
    cut_off(&path, &here, false, true);
    std::os::unix::fs::symlink(&here, &link).unwrap();
    std::fs::copy(home.path().join("x.cbm"), &here).unwrap();
    note(&path, false, "second");
    cut_off(&path, &here, false, true);
    let copy = home.path().join("copy.cbm");
    copy_closed(&link, &copy).unwrap();
    assert_eq!(noted(&copy, false), "second");
    assert_eq!(noted(&link, false), "second");
}

#[test]
fn no_file_is_created_where_something_was_left() {
    let home = folder();
    let path = made(&home, "x.cbm", false);
    let at = |name: &str| home.path().join(name);
    let document = Document::open_read_only(&path).unwrap();
    pack(&document, &at("p.cbmreview"), None).unwrap();
    cut_off(&made(&home, "other.cbm", false), &at("left.cbm"), false, true);
    let journal = std::fs::read(at("left.cbm-journal")).unwrap();
    let log = log_of(&at("other.cbm"));
    std::fs::remove_file(at("left.cbm")).unwrap();
    for (ending, bytes) in [("-journal", &journal), ("-wal", &log)] {
        let to = at("new.cbm");
        std::fs::write(named(&to, ending), bytes).unwrap();
        let made: [(&str, Result<(), Error>); 6] = [
            ("new", Document::create(&to, Template::Empty, "")),
            ("copy", document.copy_to(&to)),
            ("redact", document.redact(&to, Marking::Clear, "", None).map(drop)),
            ("salvage", salvage(&path, &to, &Access::default()).map(drop)),
            ("restore", copy_closed(&path, &to)),
            ("rescue", document.rescue_to(&to).map(drop)),
        ];
        for (what, made) in made {
            assert!(matches!(made, Err(Error::LeftBehind(_))), "{what} {ending}: {made:?}");
            assert!(!to.exists(), "{what}");
        }
        let unpacked = unpack(&at("p.cbmreview"), &to, None);
        assert!(unpacked.is_err() && !to.exists());
        let ran = run(home.path(), &["new", "new.cbm"]);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(&format!("new.cbm{ending}")), "{ran:?}");
        let ran = run(home.path(), &["merge", "x.cbm", "x.cbm", "new.cbm"]);
        assert!(ran.code == 1 && !to.exists(), "{ran:?}");
        assert!(std::fs::read(named(&to, ending)).unwrap() == *bytes, "left as it is");
        std::fs::remove_file(named(&to, ending)).unwrap();
    }
    // A finished journal has no effect.
    let mut done = journal;
    done[..28].fill(0);
    std::fs::write(at("new.cbm-journal"), done).unwrap();
    assert_eq!(run(home.path(), &["new", "new.cbm"]).code, 0);
    assert_eq!(run(home.path(), &["check", "new.cbm"]).code, 0);
    note_title(&at("new.cbm"));
}

fn note_title(path: &Path) {
    let mut document = Document::open(path).unwrap();
    let mut own = document.snapshot().dossier.clone();
    own.title = "Another".to_owned();
    document.apply(&Edit::change(own, "")).unwrap();
    drop(document);
    assert_eq!(Document::open(path).unwrap().snapshot().dossier.title, "Another");
}

#[test]
fn no_dossier_is_created_beside_the_journal_of_one_that_was_moved() {
    let home = folder();
    let path = made(&home, "x.cbm", false);
    let before = dump(&path);
    let here = home.path().join("here.cbm");
    cut_off(&path, &here, false, true);
    let away = home.path().join("away.cbm");
    std::fs::rename(&here, &away).unwrap();
    assert!(matches!(
        Document::create(&here, Template::Empty, ""),
        Err(Error::LeftBehind(Leftover::Journal))
    ));
    // The advice given helps: the journal is moved to where the file is.
    std::fs::rename(named(&here, "-journal"), named(&away, "-journal")).unwrap();
    Document::open(&away).unwrap();
    assert_eq!(dump(&away), before);
    Document::create(&here, Template::Empty, "").unwrap();
}

#[test]
fn an_interrupted_migration_is_rolled_back_too() {
    let folder = folder();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener/version-1.cbm");
    let (path, here) = (folder.path().join("old.cbm"), folder.path().join("here.cbm"));
    std::fs::copy(old, &path).unwrap();
    {
        let connection = rusqlite::Connection::open(&path).unwrap();
        let sql = "PRAGMA cache_size = 2; BEGIN; PRAGMA user_version = 2; \
                   UPDATE parties SET note = hex(randomblob(2000))";
        connection.execute_batch(sql).unwrap();
        std::fs::copy(&path, &here).unwrap();
        std::fs::copy(named(&path, "-journal"), named(&here, "-journal")).unwrap();
    }
    let document = Document::open(&here).unwrap();
    assert_eq!(document.snapshot().party_by_code("NLD").unwrap().note, "");
    drop(document);
    assert_eq!(store::sniff(&here).unwrap(), store::Look::Plain(schema::VERSION));
}
