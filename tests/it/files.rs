//! Files that are not what they should be: each is refused with an explanation, and not changed.

use std::path::Path;

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::store::{Error, Look, schema, sniff};

use crate::common::{dossier, folder, program, run, skipped};

/// Opens a file that must be refused; returns why, and asserts that its bytes are unchanged.
fn refused(path: &Path) -> Error {
    let before = std::fs::read(path).ok();
    let error = Document::open(path).map(drop).unwrap_err();
    assert_eq!(std::fs::read(path).ok(), before, "the file was changed");
    let home = folder();
    let checked = run(home.path(), &["check", &path.to_string_lossy()]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(checked.err.matches('.').count() >= 3, "three sentences: {}", checked.err);
    for leak in ["SQL", "sqlite", "panicked", "Error", "::"] {
        assert!(!checked.err.contains(leak), "{}", checked.err);
    }
    assert_eq!(std::fs::read(path).ok(), before, "check changed the file");
    error
}

fn edit_header(path: &Path, at: usize, number: u32) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
    std::fs::write(path, bytes).unwrap();
}

fn change(path: &Path, sql: &str) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
}

#[test]
fn a_missing_file_is_reported() {
    let home = folder();
    assert!(matches!(refused(&home.path().join("none.cbm")), Error::Missing));
    assert!(matches!(refused(&home.path().join("none/none.cbm")), Error::FolderMissing));
    assert!(matches!(refused(home.path()), Error::Folder));
    let made = Document::create(&home.path().join("none/new.cbm"), Template::Empty, "");
    assert!(matches!(made, Err(Error::FolderMissing)));
}

#[test]
fn a_file_that_is_not_a_dossier_is_refused() {
    let home = folder();
    let path = home.path().join("x.cbm");
    std::fs::write(&path, "").unwrap();
    assert!(matches!(refused(&path), Error::Empty));
    std::fs::write(&path, "a letter").unwrap();
    assert!(matches!(refused(&path), Error::NotADossier));
    std::fs::write(&path, vec![7; 5000]).unwrap();
    assert!(matches!(refused(&path), Error::NotADossier));
    std::fs::remove_file(&path).unwrap();
    change(&path, "CREATE TABLE parties (id TEXT)");
    assert!(matches!(refused(&path), Error::Foreign));
}

#[test]
fn a_newer_version_is_refused_and_left_unchanged() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    assert_eq!(sniff(&path).unwrap(), Look::Plain(schema::VERSION));
    edit_header(&path, 60, schema::VERSION + 1);
    assert!(matches!(refused(&path), Error::Newer { .. }));
    edit_header(&path, 60, 0);
    assert!(matches!(refused(&path), Error::Older { .. }));
}

#[test]
fn a_damaged_file_is_refused_wherever_the_damage_is() {
    let home = folder();
    let whole = std::fs::read(dossier(&home, Template::UnVotes)).unwrap();
    let path = home.path().join("damaged.cbm");
    let pages = whole.len() / 4096;
    let mut refused_pages = 0;
    for page in 1..pages {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..512].fill(0xa5);
        std::fs::write(&path, &bytes).unwrap();
        let opened = Document::open(&path);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "page {page}: the file was changed");
        refused_pages += usize::from(opened.is_err());
    }
    assert_eq!(refused_pages, pages - 1, "every page is checked");
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(refused(&path), Error::Damaged(_)));
}

#[test]
fn a_dossier_whose_schema_was_altered_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER UPDATE ON parties BEGIN DELETE FROM positions; END",
        "CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) \
         SELECT n FROM r",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON parties (note)",
        "DROP INDEX parties_code",
        "ALTER TABLE parties ADD COLUMN more TEXT",
    ] {
        let home = folder();
        let path = dossier(&home, Template::UnGlobalCbms);
        change(&path, sql);
        assert!(matches!(refused(&path), Error::Altered), "{sql}");
    }
}

#[test]
fn unknown_values_are_refused() {
    for (sql, column) in [
        ("UPDATE parties SET kind = 'planet' WHERE code = 'NLD'", "kind"),
        ("UPDATE parties SET marking = 'PINK' WHERE code = 'NLD'", "marking"),
        ("UPDATE positions SET stance = 'perhaps'", "stance"),
        ("UPDATE positions SET date = '2018-13-01'", "date"),
        ("UPDATE sources SET date = 'soon'", "date"),
        ("UPDATE votes SET ballot = 'Y'", "ballot"),
    ] {
        let home = folder();
        let path = dossier(&home, Template::UnVotes);
        change(&path, sql);
        let Error::Value { column: found, .. } = refused(&path) else { panic!("{sql}") };
        assert_eq!(found, column);
    }
}

#[test]
fn a_record_that_refers_to_nothing_is_damage() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    change(&path, "PRAGMA foreign_keys = OFF; DELETE FROM parties WHERE code = 'NLD'");
    assert!(matches!(refused(&path), Error::Damaged(_)));
}

#[test]
fn check_finds_what_breaks_a_rule() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    change(&path, "UPDATE parties SET name_en = '', name_nl = '' WHERE code = 'NLD'");
    let sql = "UPDATE memberships SET since = '2020', until = '2019' \
               WHERE id = (SELECT min(id) FROM memberships)";
    change(&path, sql);
    let checked = run(home.path(), &["check", &path.to_string_lossy()]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(checked.err.contains("Party, Name in English"), "{checked:?}");
    assert!(checked.err.contains("ends before it begins"), "{checked:?}");
}

#[test]
fn a_file_that_is_open_elsewhere_is_refused_at_once() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let held = Document::open(&path).unwrap();
    let begun = std::time::Instant::now();
    assert!(matches!(Document::open(&path).map(drop).unwrap_err(), Error::Locked));
    assert!(matches!(Document::open_read_only(&path).map(drop).unwrap_err(), Error::Locked));
    assert!(begun.elapsed().as_secs_f32() < 1.0, "no waiting");
    let link = home.path().join("link.cbm");
    std::fs::hard_link(&path, &link).unwrap();
    assert!(matches!(Document::open(&link).map(drop).unwrap_err(), Error::Locked));
    #[cfg(unix)]
    {
        let link = home.path().join("symlink.cbm");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(matches!(Document::open(&link).map(drop).unwrap_err(), Error::Locked));
    }
    // The attempts in this process have not released the lock for others.
    let elsewhere = run(home.path(), &["show", &path.to_string_lossy(), "matrix"]);
    assert_eq!(elsewhere.code, 1);
    assert!(elsewhere.err.contains("open in another window"), "{elsewhere:?}");
    drop(held);
    Document::open(&path).unwrap();
}

#[cfg(unix)]
#[test]
fn without_permission_to_write_a_dossier_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).unwrap();
    // Permissions do not stop root.
    if std::fs::OpenOptions::new().write(true).open(&path).is_ok() {
        skipped("whoever runs this is not stopped by permissions");
        return;
    }
    assert!(matches!(Document::open(&path).map(drop).unwrap_err(), Error::ReadOnly));
    let document = Document::open_read_only(&path).unwrap();
    assert!(document.is_read_only());
}

#[test]
fn a_read_only_dossier_refuses_edits_and_can_be_copied() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let mut document = Document::open_read_only(&path).unwrap();
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    let edit = cbm_workbench::document::Edit::change(
        cbm_workbench::model::Party { note: "x".into(), ..party },
        "",
    );
    assert!(document.apply(&edit).is_err());
    let copy = home.path().join("copy.cbm");
    document.copy_to(&copy).unwrap();
    #[cfg(unix)]
    for file in [&path, &copy] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}: only its owner can read it", file.display());
    }
    assert_eq!(crate::common::dump(&copy), crate::common::dump(&path));
    assert!(matches!(document.copy_to(&copy), Err(Error::Exists)));
    Document::open(&copy).unwrap();
}

#[test]
#[cfg_attr(windows, ignore = "there nobody can move or replace a file that is open")]
fn a_file_that_is_replaced_underneath_is_noticed() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
    std::fs::rename(&path, home.path().join("moved.cbm")).unwrap();
    Document::create(&path, Template::Empty, "another").unwrap();
    let other = std::fs::read(&path).unwrap();
    party.note = "x".into();
    let edit = cbm_workbench::document::Edit::change(party, "");
    let refused = document.apply(&edit).unwrap_err();
    let replaced = cbm_workbench::document::Error::Store(Error::Replaced);
    assert_eq!(refused.to_string(), replaced.to_string());
    assert_eq!(std::fs::read(&path).unwrap(), other, "the other file was written to");
    assert_eq!(document.snapshot().party_by_code("NLD").unwrap().note, "");
}

#[test]
#[cfg_attr(windows, ignore = "Wine says of a file that it was made when it was last written")]
fn a_file_that_is_overwritten_in_place_is_noticed() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
    let mut write = |note: &str| {
        party.note = note.into();
        document.apply(&cbm_workbench::document::Edit::change(party.clone(), "")).is_ok()
    };
    assert!(write("first"));
    // A later modification time alone does not mean changed content: a server may set it after us.
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_modified(std::time::SystemTime::now() + std::time::Duration::from_secs(60)).unwrap();
    drop(file);
    assert!(write("second"));
    // The same as `cp`: new content in the same file.
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[24..28].copy_from_slice(&[9; 4]);
    std::fs::write(&path, &bytes).unwrap();
    assert!(!write("third"));
    bytes.extend([0; 4096]);
    std::fs::write(&path, &bytes).unwrap();
    assert!(!write("fourth"));
    assert_eq!(document.snapshot().party_by_code("NLD").unwrap().note, "second");
}

#[test]
fn an_interrupted_write_is_rolled_back_at_the_next_opening() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let before = crate::common::dump(&path);
    // A journal as a killed program leaves it: with the original pages.
    let (copy, copied_journal) =
        (home.path().join("copy.cbm"), home.path().join("copy.cbm-journal"));
    {
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection
            .execute_batch(
                "PRAGMA cache_size = 2; BEGIN; UPDATE parties SET note = hex(randomblob(2000))",
            )
            .unwrap();
        std::fs::copy(&path, &copy).unwrap();
        std::fs::copy(home.path().join("dossier.cbm-journal"), &copied_journal).unwrap();
    }
    let journal = std::fs::read(&copied_journal).unwrap();
    assert!(journal.len() > 4096 && journal[..8] != [0; 8], "the journal is hot");
    let checked = run(home.path(), &["check", "copy.cbm"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert_eq!(crate::common::dump(&copy), before);
}

#[test]
fn a_dossier_in_write_ahead_log_mode_is_refused() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    change(&path, "PRAGMA journal_mode = WAL");
    assert!(matches!(refused(&path), Error::OtherMode));
}

#[test]
fn an_entry_of_a_deleted_party_is_found_and_named() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    change(&path, "UPDATE parties SET deleted = 1 WHERE code = 'NLD'");
    let checked = run(home.path(), &["check", &path.to_string_lossy()]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert_eq!(checked.err.matches("Entry").count(), 12, "{}", checked.err);
    assert!(checked.err.contains("Vote A/RES/73/266"), "named: {}", checked.err);
}

#[test]
fn nothing_of_a_dossier_is_logged() {
    let home = folder();
    run(home.path(), &["new", "x.cbm", "--template", "un-votes"]);
    std::fs::write(
        home.path().join("t.csv"),
        "party,proposal,stance,note\nNLD,73/27,+,canary-words\n",
    )
    .unwrap();
    let mut loud = program(home.path(), &["import", "x.cbm", "positions", "t.csv"]);
    let output = loud.env("RUST_LOG", "trace").output().unwrap();
    assert!(output.status.success());
    assert!(!String::from_utf8_lossy(&output.stderr).contains("canary"));
}
