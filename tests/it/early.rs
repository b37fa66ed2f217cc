//! A file shown before it has been checked is read as it is, and nobody writes to it.

use cbm_workbench::document::{Document, Edit, Error};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Bilingual, Party, PartyKind};
use cbm_workbench::store::{self, Access, backups};
use rusqlite::Connection;

use crate::common::{dossier, folder, run};

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
