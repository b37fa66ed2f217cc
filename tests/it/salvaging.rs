//! Whatever can still be read of a file is saved: a truncated one, or one another program wrote in
//! its own way.

use std::path::{Path, PathBuf};

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Table;
use cbm_workbench::store::{Access, Error, Passphrase, salvage};
use tempfile::TempDir;

use crate::common::{dossier, dump, folder, run};

fn words() -> Passphrase {
    Passphrase::new("gravel ocarina".to_owned()).unwrap()
}

fn log_of(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", path.display()))
}

/// A dossier written by another program, with a change that is only in the write-ahead log.
fn written_elsewhere(folder: &TempDir, name: &str) -> PathBuf {
    let path = folder.path().join(name);
    let from = folder.path().join("written.cbm");
    Document::create(&from, Template::UnVotes, name).unwrap();
    let connection = rusqlite::Connection::open(&from).unwrap();
    connection.execute_batch("PRAGMA journal_mode = WAL").unwrap();
    connection.execute_batch("UPDATE parties SET note = 'ELSEWHERE'").unwrap();
    std::fs::copy(&from, &path).unwrap();
    std::fs::copy(log_of(&from), log_of(&path)).unwrap();
    drop(connection);
    std::fs::remove_file(from).unwrap();
    path
}

fn noted(path: &Path) -> usize {
    let document = Document::open_read_only(path).unwrap();
    assert_eq!(document.findings().unwrap(), []);
    document.snapshot().parties.iter().filter(|party| party.note == "ELSEWHERE").count()
}

#[test]
fn a_file_another_program_wrote_with_a_log_is_salvaged_with_its_log() {
    let home = folder();
    let path = written_elsewhere(&home, "w.cbm");
    let bytes = std::fs::read(&path).unwrap();
    let ran = run(home.path(), &["check", "w.cbm"]);
    assert!(ran.code == 1 && ran.err.contains("cbm-workbench salvage w.cbm"), "{ran:?}");
    let ran = run(home.path(), &["salvage", "w.cbm", "with.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(noted(&home.path().join("with.cbm")), 193);
    assert!(std::fs::read(&path).unwrap() == bytes, "only read");
    // Without the log, or with another dossier's, the content of the file alone is recovered.
    let other = written_elsewhere(&home, "other.cbm");
    for log in [None, Some(log_of(&other))] {
        std::fs::remove_file(log_of(&path)).unwrap();
        if let Some(log) = &log {
            std::fs::copy(log, log_of(&path)).unwrap();
        } else {
            assert!(matches!(Document::open(&path), Err(Error::OtherMode)));
        }
        let out = home.path().join(format!("out{}.cbm", u8::from(log.is_some())));
        assert!(salvage(&path, &out, &Access::default()).unwrap().is_whole());
        assert_eq!(noted(&out), 0);
        std::fs::write(log_of(&path), "").unwrap();
    }
}

#[test]
fn a_truncated_file_is_salvaged_up_to_the_cut() {
    for protected in [false, true] {
        let home = folder();
        let path = dossier(&home, Template::UnVotes);
        let mut access = Access::default();
        if protected {
            Document::open(&path).unwrap().set_passphrase(Some(&words())).unwrap();
            access = Access::with(words());
        }
        let whole = std::fs::read(&path).unwrap();
        let mut came = Vec::new();
        // Cut at the end of a page, and within one.
        for (part, more) in [(4, 0), (2, 0), (2, 1234), (1, 8000)] {
            let short = home.path().join(format!("short {part} {more}.cbm"));
            let length = whole.len() / 4096 / part * 4096 + more;
            let length = if part == 1 { whole.len() - more } else { length };
            std::fs::write(&short, &whole[..length]).unwrap();
            let opened = Document::open_as(&short, access.clone());
            assert!(matches!(opened, Err(Error::Damaged(_))), "{part}: {:?}", opened.map(drop));
            if !protected {
                let ran = run(home.path(), &["check", &short.to_string_lossy()]);
                assert!(ran.err.contains("cbm-workbench salvage '"), "{ran:?}");
            }
            let out = home.path().join(format!("out {part} {more}.cbm"));
            let salvaged = salvage(&short, &out, &access).unwrap();
            assert!(!salvaged.is_whole(), "{part}");
            let document = Document::open_as(&out, access.clone()).unwrap();
            assert_eq!(document.findings().unwrap(), [], "{part} {more}");
            came.push(salvaged.read.get(&Table::Positions).copied().unwrap_or_default());
        }
        println!("entries that came, protected {protected}: {came:?}");
        assert!(came[1] > 300 && came[2] >= came[1] && came[3] == 2094, "{came:?}");
    }
}

#[test]
fn a_protected_file_with_one_bad_page_yields_all_others() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    Document::open(&path).unwrap().set_passphrase(Some(&words())).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    for (page, many) in [(pages / 4, 1), (pages / 2, 2), (pages * 3 / 4, 1), (pages - 2, 1)] {
        let mut torn = whole.clone();
        torn[page * 4096 + 100..(page + many) * 4096 - 100].fill(0);
        let from = home.path().join(format!("torn {page}.cbm"));
        std::fs::write(&from, &torn).unwrap();
        let out = home.path().join(format!("out {page}.cbm"));
        let salvaged = salvage(&from, &out, &Access::with(words())).unwrap();
        let came = |table| salvaged.read.get(&table).copied().unwrap_or_default();
        println!("of page {page} of {pages}: {salvaged:?}");
        assert!(came(Table::Positions) + came(Table::Votes) > 2500, "{page}: {salvaged:?}");
        assert!(salvaged.torn.len() <= 2, "{page}: {salvaged:?}");
    }
}

#[test]
fn a_file_in_which_nothing_can_be_found_is_reported_as_damaged() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let whole = std::fs::read(&path).unwrap();
    for length in [100, 4096] {
        std::fs::write(home.path().join("cut.cbm"), &whole[..length]).unwrap();
        let ran = run(home.path(), &["salvage", "cut.cbm", "out.cbm"]);
        assert!(ran.code == 1 && ran.err.contains("cut.cbm is damaged"), "{length}: {ran:?}");
        assert!(!home.path().join("out.cbm").exists());
    }
    let ran = run(home.path(), &["salvage", "dossier.cbm", "nowhere/out.cbm"]);
    assert!(ran.code == 1 && ran.err.contains("nowhere/out.cbm does not exist"), "{ran:?}");
}

#[test]
fn salvaging_is_not_offered_for_a_file_that_is_not_a_dossier() {
    let home = folder();
    std::fs::write(home.path().join("letter.cbm"), "Dear all,").unwrap();
    let ran = run(home.path(), &["check", "letter.cbm"]);
    assert!(ran.code == 1 && !ran.err.contains("salvage"), "{ran:?}");
    let path = dossier(&home, Template::UnVotes);
    let before = dump(&path);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 8192 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    let ran = run(home.path(), &["check", "dossier.cbm"]);
    assert!(ran.code == 1 && ran.err.contains("cbm-workbench salvage dossier.cbm"), "{ran:?}");
    assert!(!before.is_empty());
}
