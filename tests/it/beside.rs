//! Copies that synchronising programs put beside a dossier: reported if they hold something new,
//! and not once it is merged.

use std::path::{Path, PathBuf};

use cbm_workbench::document::Document;
use cbm_workbench::document::merge::plan;
use cbm_workbench::library::templates::Template;
use cbm_workbench::store::{Access, Passphrase};

use crate::common::{dossier, folder, open};
use crate::pairs::{add_party, note};

fn copies(document: &Document) -> Vec<String> {
    let copies = document.beside().unwrap().copies();
    copies.iter().map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

fn copied(path: &Path, name: &str, change: impl Fn(&mut Document)) -> PathBuf {
    let copy = path.with_file_name(name);
    std::fs::copy(path, &copy).unwrap();
    change(&mut open(&copy));
    copy
}

#[test]
fn a_copy_in_conflict_is_found_until_it_is_merged() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let copy = copied(&path, "dossier-LAPTOP-7.cbm", note("written on the train"));
    copied(&path, "dossier (1).cbm", |_| {});
    copied(&path, "dossier as sent.cbm", add_party("not of a machine"));
    Document::create(&path.with_file_name("dossier-2.cbm"), Template::Empty, "Another").unwrap();
    std::fs::write(path.with_file_name("dossier-3.cbm"), "no dossier").unwrap();
    let mut document = open(&path);
    assert_eq!(copies(&document), ["dossier-LAPTOP-7.cbm"]);
    let theirs = Document::open_read_only(&copy).unwrap();
    let merge = plan(&document, &theirs).unwrap();
    document.merge(&merge, "theirs", |_| String::new()).unwrap();
    drop(theirs);
    assert!(copies(&document).is_empty(), "nothing in it is missing any more");
    drop(document);
    // If the copy is opened instead, the other one is reported.
    assert_eq!(copies(&open(&copy)), ["dossier.cbm"]);
}

#[test]
fn a_copy_that_cannot_be_read_is_told_of_only_if_its_name_says_what_it_is() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let protect = |document: &mut Document| {
        note("secret")(document);
        document.set_passphrase(Passphrase::new("gravel ocarina".to_owned()).as_ref()).unwrap();
    };
    copied(&path, "dossier (conflicted copy 2026-11-27 101112).cbm", protect);
    copied(&path, "dossier-PC.cbm", protect);
    let document = open(&path);
    assert_eq!(copies(&document), ["dossier (conflicted copy 2026-11-27 101112).cbm"]);
    drop(document);
    // With the passphrase of both, their contents are known.
    let access = Access { passphrase: Passphrase::new("gravel ocarina".to_owned()), backups: None };
    protect(&mut open(&path));
    let document = Document::open_as(&path, access).unwrap();
    assert_eq!(
        copies(&document),
        ["dossier (conflicted copy 2026-11-27 101112).cbm", "dossier-PC.cbm"]
    );
}
