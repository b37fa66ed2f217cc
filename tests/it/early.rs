//! A file shown before it has been checked is read as it is, and nobody writes to it.

use cbm_workbench::document::{Document, Edit, Error};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Marking, Party, PartyKind};
use cbm_workbench::store::{self, Access, Audience, Clearance, backups};
use rusqlite::Connection;

use crate::common::{dossier, folder, run, told};
use crate::trust::passphrase;

fn party() -> Edit {
    Edit::add(Party::new("NEW", Bilingual::new("Newland", ""), PartyKind::State), "")
}

#[test]
fn a_dossier_opened_early_can_be_edited_once_checked() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let access = Access { passphrase: None, backups: Some(home.path().join("backups")) };
    let (mut document, checks) = Document::open_early(&path, access.clone()).unwrap();
    assert_eq!(document.snapshot().parties.len(), 193);
    assert!(document.is_read_only() && document.is_unchecked());
    let refused = document.apply(&party());
    assert!(matches!(refused, Err(Error::Store(store::Error::ReadOnly))), "{refused:?}");
    assert!(
        document.keep_in_workspace(&[("screen".to_owned(), Some("parties".to_owned()))]).is_err()
    );
    let checks = std::thread::spawn(move || checks.unwrap().run());
    assert!(checks.join().unwrap().unwrap().is_none());
    assert_eq!(
        backups(&access.backups.unwrap(), &document.snapshot().dossier.id.to_string()).len(),
        1
    );
    document.found_whole();
    document.apply(&party()).unwrap();
    // The check has not released the lock.
    let ran = run(home.path(), &["show", "dossier.cbm", "parties"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    drop(document);
    assert_eq!(Document::open(&path).unwrap().snapshot().parties.len(), 194);
}

#[test]
fn the_checks_find_what_is_wrong_with_a_file_opened_early() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let file = Connection::open(&path).unwrap();
    file.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM parties WHERE code = 'CAN'")
        .unwrap();
    drop(file);
    let (document, checks) = Document::open_early(&path, Access::default()).unwrap();
    assert!(checks.unwrap().run().is_err());
    assert!(document.is_read_only());
    drop(document);
    let refused = Document::open(&path);
    assert!(matches!(refused, Err(store::Error::Damaged(_))), "{refused:?}");
}

#[test]
fn an_altered_schema_is_found_before_any_record_is_read() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let file = Connection::open(&path).unwrap();
    file.execute_batch("CREATE TABLE more (id TEXT)").unwrap();
    drop(file);
    let refused = Document::open_early(&path, Access::default());
    assert!(matches!(refused, Err(store::Error::Altered)), "{refused:?}");
}

/// A dossier so large that two threads read it, in an order that no clock made.
fn large(home: &tempfile::TempDir) -> std::path::PathBuf {
    let path = dossier(home, Template::UnVotes);
    let mut file = Connection::open(&path).unwrap();
    let transaction = file.transaction().unwrap();
    let all = |sql: &str| -> Vec<String> {
        let mut rows = transaction.prepare(sql).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let proposals = all("SELECT id FROM proposals");
    let parties = all("SELECT id FROM parties");
    let groups = all("SELECT id FROM groups");
    let words = "said at length, ".repeat(40);
    let sql = "INSERT INTO positions (id, deleted, proposal_id, party_id, group_id, stance, date, \
               words, condition, author) VALUES (?1, ?2, ?3, ?4, ?5, 'support', ?6, ?7, '', 'desk')";
    let mut insert = transaction.prepare(sql).unwrap();
    for number in 0..24_000_usize {
        let id = uuid::Uuid::from_u128(
            (number as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835),
        );
        let group = (number % 97 == 0).then(|| groups.get(number % groups.len().max(1))).flatten();
        let party = group.is_none().then(|| &parties[number % parties.len()]);
        let day = format!("20{:02}-{:02}-11", 10 + number % 15, 1 + number % 12);
        let words = format!("{words}{}", number % 5_000);
        let proposal = &proposals[number / 7 % proposals.len()];
        insert
            .execute((id.to_string(), number % 31 == 0, proposal, party, group, day, words))
            .unwrap();
    }
    drop(insert);
    transaction.commit().unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() > 16_000_000, "too small for two threads");
    path
}

#[test]
fn two_threads_read_a_large_dossier_as_one_does() {
    let home = folder();
    let path = large(&home);
    // A file that others may write is read by one thread only.
    let alone = Document::open_read_only(&path).unwrap();
    let said = |document: &Document| {
        let snapshot = document.snapshot();
        let of_parties = snapshot.positions.iter().filter_map(|it| snapshot.position(it));
        let of_groups = snapshot.group_positions.iter().cloned();
        of_parties.chain(of_groups).collect::<Vec<_>>()
    };
    let expected = said(&alone);
    assert!(expected.len() > 23_000, "{}", expected.len());
    drop(alone);
    for _ in 0..3 {
        let (document, checks) = Document::open_early(&path, Access::default()).unwrap();
        assert!(said(&document) == expected, "what is read and its order are the same");
        drop(checks);
        // The second reader has not released the lock.
        let ran = run(home.path(), &["show", "dossier.cbm", "parties"]);
        assert_eq!(ran.code, 1, "{ran:?}");
    }
}

#[test]
fn a_value_that_makes_no_sense_is_found_whichever_thread_meets_it() {
    let home = folder();
    let path = large(&home);
    for place in ["min", "max"] {
        let file = Connection::open(&path).unwrap();
        let sql = format!(
            "UPDATE positions SET stance = 'adores' WHERE id = \
             (SELECT {place}(id) FROM positions WHERE deleted = 0)"
        );
        assert_eq!(file.execute(&sql, []).unwrap(), 1);
        drop(file);
        let refused = Document::open_early(&path, Access::default()).map(drop);
        assert!(matches!(refused, Err(store::Error::Value { .. })), "{place}: {refused:?}");
        let file = Connection::open(&path).unwrap();
        file.execute("UPDATE positions SET stance = 'support' WHERE stance = 'adores'", [])
            .unwrap();
    }
    assert!(Document::open_early(&path, Access::default()).is_ok());
}

#[test]
fn whoever_makes_a_page_reads_the_dossier_on_a_thread_of_its_own_while_it_stays_ours() {
    for protected in [false, true] {
        let home = folder();
        let path = dossier(&home, Template::UnVotes);
        let words = "seven tall ships sail";
        if protected {
            let lines = format!("{words}\n");
            let set = told(home.path(), &["passphrase", "dossier.cbm"], &lines);
            assert_eq!(set.code, 0, "{set:?}");
        }
        let access = if protected { Access::with(passphrase(words)) } else { Access::default() };
        let mut document = Document::open_as(&path, access).unwrap();
        let all = || Clearance::new(Audience::Copy, Marking::Red);
        let mut reader = document.reader().unwrap();
        document.apply(&party()).unwrap();
        let reads = std::thread::spawn(move || reader.visible(&all(), || false, |_, _| {}));
        let seen = reads.join().unwrap().unwrap().snapshot;
        assert_eq!(seen.parties.len(), 194, "as it is when it is read");
        let ran = run(home.path(), &["show", "dossier.cbm", "parties"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        // Once it is closed others may write it, so nothing is read any more.
        let mut late = document.reader().unwrap();
        drop(document);
        let refused = late.visible(&all(), || false, |_, _| {});
        assert!(matches!(refused, Err(store::Error::Stopped)), "{refused:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_is_made_of_a_dossier_whose_name_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let home = folder();
    let path = home.path().join(std::ffi::OsStr::from_bytes(b"dossier-\xff.cbm"));
    std::fs::rename(dossier(&home, Template::UnVotes), &path).unwrap();
    let mut document = Document::open(&path).unwrap();
    let mut reader = document.reader().unwrap();
    let all = Clearance::new(Audience::Copy, Marking::Red);
    let seen = reader.visible(&all, || false, |_, _| {}).unwrap();
    assert_eq!(seen.snapshot.parties.len(), 193);
}
