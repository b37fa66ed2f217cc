//! Backups, passphrases, migration and salvage: what makes a file trustworthy.

use std::path::{Path, PathBuf};

use cbm_workbench::document::{Document, Edit, Reprotected};
use cbm_workbench::library::templates::Template;
use cbm_workbench::store::{Access, Error, Passphrase, backups_of, salvage, schema};
use tempfile::TempDir;

use crate::common::{dossier, dump, folder, run};

fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap()
}

fn kept_in(folder: &TempDir) -> Access {
    Access { passphrase: None, backups: Some(folder.path().join("backups")) }
}

fn note(document: &mut Document, words: &str) {
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    let party = cbm_workbench::model::Party { note: words.to_owned(), ..party };
    document.apply(&Edit::change(party, "")).unwrap();
}

/// A dossier in version 1 of the file format.
fn version_1(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("version-1.cbm");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener/version-1.cbm");
    std::fs::copy(kept, &path).unwrap();
    path
}

#[test]
fn a_version_1_file_is_migrated_after_being_backed_up() {
    let folder = folder();
    let path = version_1(&folder);
    let before = std::fs::read(&path).unwrap();
    let document = Document::open_as(&path, kept_in(&folder)).unwrap();
    assert_eq!(document.history().steps().len(), 1);
    assert_eq!(document.snapshot().positions.len(), 1);
    let backups = document.backups();
    assert_eq!(backups.len(), 1, "the file as it was");
    drop(document);
    let version = |path: &Path| std::fs::read(path).unwrap()[63];
    assert_eq!((version(&path), before[63]), (u8::try_from(schema::VERSION).unwrap(), 1));
    assert_eq!(version(&backups[0].path), 1);
    Document::open(&path).unwrap().snapshot().party_by_code("NLD").unwrap();
}

#[test]
fn a_migrated_version_3_file_needs_five_answers_before_a_poll_shows_a_split() {
    let folder = folder();
    let path = folder.path().join("version-3.cbm");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener/version-3.cbm");
    std::fs::copy(kept, &path).unwrap();
    let ran = run(folder.path(), &["redact", "version-3.cbm", "copy.cbm", "--ceiling", "RED"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let document = Document::open_as(&path, kept_in(&folder)).unwrap();
    assert_eq!(document.snapshot().dossier.poll_min_answers, 5);
    assert_eq!(document.snapshot().polls.iter().next().unwrap().total(), 2, "it is all there");
    assert_eq!(std::fs::read(&document.backups()[0].path).unwrap()[63], 3);
    let copy = Document::open(&folder.path().join("copy.cbm")).unwrap();
    assert!(copy.snapshot().polls.is_empty());
}

#[test]
fn a_version_1_file_can_be_read_without_changing_it() {
    let folder = folder();
    let path = version_1(&folder);
    let before = std::fs::read(&path).unwrap();
    let mut document = Document::open_read_only(&path).unwrap();
    assert_eq!(document.snapshot().positions.len(), 1);
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    assert!(document.apply(&Edit::change(party, "")).is_err() || !document.is_read_only());
    drop(document);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(run(folder.path(), &["check", "version-1.cbm"]).code, 0);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_backup_is_made_only_when_something_changed() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let mut document = Document::open_as(&path, kept_in(&folder)).unwrap();
    assert!(document.back_up().unwrap().is_some());
    assert!(document.back_up().unwrap().is_none(), "nothing changed since");
    note(&mut document, "changed");
    let backup = document.back_up().unwrap().unwrap();
    assert_eq!(document.backups().len(), 2);
    assert_eq!(document.backups()[0].steps, 1);
    drop(document);
    assert_eq!(dump(&backup), dump(&path));
    // Found by path, even if the file can no longer be read.
    std::fs::write(&path, "damaged").unwrap();
    assert_eq!(backups_of(&folder.path().join("backups"), &path)[0].path, backup);
    assert!(backups_of(&folder.path().join("backups"), Path::new("/elsewhere")).is_empty());
}

#[test]
fn a_passphrase_is_set_changed_and_removed_for_the_file_and_its_backups() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    note(&mut Document::open(&path).unwrap(), "CANARY-4711");
    let before = dump(&path);
    let mut document = Document::open_as(&path, kept_in(&folder)).unwrap();
    document.back_up().unwrap();
    let changed = Reprotected { kept: 0, removed: 0 };
    assert_eq!(document.set_passphrase(Some(&passphrase("gravel ocarina"))).unwrap(), changed);
    assert!(document.is_protected());
    note(&mut document, "CANARY-4712");
    document.back_up().unwrap();
    drop(document);
    let everything = |folder: &Path| {
        let mut bytes = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    bytes.extend(std::fs::read(entry.path()).unwrap());
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let all = everything(folder.path());
    assert!(!all.contains("CANARY") && !all.contains("gravel"), "nothing stands in the open");
    assert!(matches!(Document::open(&path), Err(Error::Protected)));
    let wrong = Document::open_as(&path, Access::with(passphrase("wrong")));
    assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    let read = Document::read_as(&path, Access::with(passphrase("gravel ocarina"))).unwrap();
    assert_eq!(read.history().steps().len(), 2);
    drop(read);

    let access = Access { passphrase: Some(passphrase("gravel ocarina")), ..kept_in(&folder) };
    let mut document = Document::open_as(&path, access).unwrap();
    document.undo().unwrap();
    assert_eq!(document.set_passphrase(Some(&passphrase("mnemonic"))).unwrap(), changed);
    // A backup that was protected when made stays protected.
    assert_eq!(document.set_passphrase(None).unwrap(), Reprotected { kept: 2, removed: 0 });
    assert_eq!(document.backups().len(), 2);
    for backup in document.backups() {
        assert!(matches!(Document::open_read_only(&backup.path), Err(Error::Protected)));
        Document::read_as(&backup.path, Access::with(passphrase("mnemonic"))).unwrap();
    }
    drop(document);
    assert_eq!(dump(&path), before);
}

#[test]
fn the_command_line_takes_a_passphrase_but_never_as_an_argument() {
    use std::io::Write;
    let home = folder();
    dossier(&home, Template::UnGlobalCbms);
    let with = |arguments: &[&str], lines: &str| {
        let mut command = crate::common::program(home.path(), arguments);
        command.stdin(std::process::Stdio::piped());
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let set = with(&["passphrase", "dossier.cbm"], "gravel ocarina\n");
    assert!(set.status.success(), "{set:?}");
    assert_eq!(with(&["check", "dossier.cbm"], "gravel ocarina\n").status.code(), Some(0));
    let wrong = with(&["check", "dossier.cbm"], "other\n");
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("passphrase"), "{wrong:?}");
    assert_eq!(with(&["check", "dossier.cbm"], "").status.code(), Some(1));
    let changed = with(&["passphrase", "dossier.cbm"], "gravel ocarina\nTuesday\n");
    assert!(changed.status.success(), "{changed:?}");
    let removed = with(&["passphrase", "dossier.cbm", "--remove"], "Tuesday\n");
    assert!(removed.status.success(), "{removed:?}");
    assert_eq!(with(&["check", "dossier.cbm"], "").status.code(), Some(0));
    let help = run(home.path(), &["passphrase", "--help"]).out;
    assert!(!help.contains("--passphrase"), "{help}");
}

#[test]
fn whatever_can_still_be_read_of_a_damaged_file_is_salvaged() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let whole = std::fs::read(&path).unwrap();
    let damaged = folder.path().join("damaged.cbm");
    let pages = whole.len() / 4096;
    let (mut torn, mut least, mut nothing) = (0, usize::MAX, 0);
    for page in (1..pages).step_by(11) {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..4096].fill(0xa5);
        std::fs::write(&damaged, &bytes).unwrap();
        let out = folder.path().join(format!("{page}.cbm"));
        let salvaged = salvage(&damaged, &out, &Access::default());
        assert_eq!(std::fs::read(&damaged).unwrap(), bytes, "the original is as it was");
        // These pages say where the tables are; without them nothing can be found.
        let Ok(salvaged) = salvaged else {
            nothing += 1;
            assert!(!out.exists());
            continue;
        };
        torn += usize::from(!salvaged.is_whole());
        least = least.min(salvaged.read.values().sum());
        assert!(Document::open(&out).unwrap().findings().unwrap().is_empty(), "page {page}");
    }
    let all = Document::open(&path).unwrap();
    assert!(nothing <= 2, "{nothing} of {pages} pages cost everything");
    assert!(torn > pages / 22, "most pages hold records: {torn}");
    assert!(least > 500, "a page does not cost everything: {least}");
    assert_eq!(all.snapshot().parties.len(), 193);
}

#[test]
fn salvaging_an_intact_file_gives_all_of_it_and_a_letter_gives_nothing() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    note(&mut Document::open(&path).unwrap(), "kept");
    let ran = run(home.path(), &["salvage", "dossier.cbm", "out.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(dump(&home.path().join("out.cbm")), dump(&path));
    let mut document = Document::open(&home.path().join("out.cbm")).unwrap();
    document.undo().unwrap();
    drop(document);
    assert_eq!(run(home.path(), &["salvage", "dossier.cbm", "out.cbm"]).code, 1, "never over");
    std::fs::write(home.path().join("letter.cbm"), "Dear all").unwrap();
    let ran = run(home.path(), &["salvage", "letter.cbm", "new.cbm"]);
    assert_eq!(ran.code, 1);
    assert!(!home.path().join("new.cbm").exists());
}

#[test]
#[cfg_attr(windows, ignore = "there nobody can move or replace a file that is open")]
fn a_dossier_whose_file_was_replaced_or_overwritten_can_be_rescued() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let other = folder.path().join("other.cbm");
    Document::create(&other, Template::Empty, "Another").unwrap();
    let mut document = Document::open(&path).unwrap();
    note(&mut document, "mine");
    std::fs::rename(&other, &path).unwrap();
    let rescue = folder.path().join("rescue.cbm");
    assert!(document.rescue_to(&rescue).unwrap(), "with its history");
    let rescued = Document::open(&rescue).unwrap();
    assert_eq!(rescued.snapshot().party_by_code("NLD").unwrap().note, "mine");
    assert_eq!(rescued.history().steps().len(), 1);
    drop((document, rescued));

    let mut document = Document::open(&rescue).unwrap();
    note(&mut document, "again");
    use std::io::Write;
    let mut file = std::fs::File::options().write(true).open(&rescue).unwrap();
    file.write_all(&[0x5a; 200_000]).unwrap();
    let second = folder.path().join("second.cbm");
    document.rescue_to(&second).unwrap();
    let rescued = Document::open(&second).unwrap();
    assert_eq!(rescued.snapshot().party_by_code("NLD").unwrap().note, "again");
    assert_eq!(rescued.snapshot().parties.len(), document.snapshot().parties.len());
}

#[test]
fn saving_the_desk_is_not_an_edit() {
    let folder = folder();
    let path = dossier(&folder, Template::Empty);
    let mut document = Document::open(&path).unwrap();
    document.keep_in_workspace(&[("screen".into(), Some("history".into()))]).unwrap();
    document.keep_in_workspace(&[("draft".into(), Some("half".into()))]).unwrap();
    document.keep_in_workspace(&[("draft".into(), None)]).unwrap();
    drop(document);
    let document = Document::open(&path).unwrap();
    assert_eq!(document.workspace().unwrap(), [("screen".to_owned(), "history".to_owned())]);
    assert!(document.history().steps().is_empty());
}

#[test]
fn a_copy_does_not_share_the_backups_of_the_original() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let mut document = Document::open_as(&path, kept_in(&folder)).unwrap();
    let backup = document.back_up().unwrap().unwrap();
    document.set_passphrase(Some(&passphrase("gravel"))).unwrap();
    let copy = folder.path().join("copy.cbm");
    document.copy_to(&copy).unwrap();
    let access = Access { passphrase: Some(passphrase("gravel")), ..kept_in(&folder) };
    let mut handed_on = Document::open_as(&copy, access).unwrap();
    handed_on.back_up().unwrap();
    handed_on.set_passphrase(None).unwrap();
    handed_on.set_passphrase(Some(&passphrase("other"))).unwrap();
    let backups: Vec<_> = document.backups().into_iter().map(|it| it.path).collect();
    assert!(backups.contains(&backup), "whatever was done to the copy: {backups:?}");
    for backup in backups {
        Document::read_as(&backup, Access::with(passphrase("gravel"))).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_passphrase_reaches_the_file_behind_a_link_and_every_hard_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let path = dossier(&folder, Template::Empty);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.cbm");
    symlink(&path, &link).unwrap();
    Document::open(&link).unwrap().set_passphrase(Some(&passphrase("gravel"))).unwrap();
    assert!(link.symlink_metadata().unwrap().file_type().is_symlink());
    assert!(matches!(Document::open(&path), Err(Error::Protected)));
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    let other = folder.path().join("other.cbm");
    std::fs::hard_link(&path, &other).unwrap();
    let mut document = Document::open_as(&path, Access::with(passphrase("gravel"))).unwrap();
    assert!(matches!(document.set_passphrase(None), Err(Error::OtherNames)));
}

#[cfg(unix)]
#[test]
fn backups_and_what_is_restored_from_them_are_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let open = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let document = Document::open_as(&path, kept_in(&folder)).unwrap();
    let backup = document.back_up().unwrap().unwrap();
    let own = backup.parent().unwrap();
    let root = own.parent().unwrap();
    let place = own.join("where.txt");
    assert_eq!([mode(root), mode(own), mode(&backup), mode(&place)], [0o700, 0o700, 0o600, 0o600]);
    // As another program, or an earlier version, may have left them.
    open(own, 0o755);
    open(root, 0o775);
    open(&backup, 0o644);
    document.back_up().unwrap();
    assert_eq!([mode(root), mode(own)], [0o700, 0o700]);
    let restored = folder.path().join("restored.cbm");
    cbm_workbench::store::copy_closed(&backup, &restored).unwrap();
    assert_eq!(mode(&restored), 0o600);
    let salvaged = folder.path().join("salvaged.cbm");
    salvage(&backup, &salvaged, &Access::default()).unwrap();
    assert_eq!(mode(&salvaged), 0o600);
    // A folder chosen by the user that contains other things is left as it is.
    open(root, 0o755);
    std::fs::write(root.join("letter.txt"), "").unwrap();
    document.back_up().unwrap();
    assert_eq!(mode(root), 0o755);
}

#[test]
fn a_folder_for_backups_that_cannot_be_written_is_named() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let taken = home.path().join("taken");
    std::fs::write(&taken, "").unwrap();
    let access = Access { passphrase: None, backups: Some(taken.clone()) };
    let document = Document::open_as(&path, access).unwrap();
    let Err(Error::NoBackup { folder, .. }) = document.back_up() else { panic!("no error") };
    assert_eq!(folder, taken);
    drop(document);
    let backups = home.path().join("home").join("data").join("backups");
    std::fs::create_dir_all(backups.parent().unwrap()).unwrap();
    std::fs::write(&backups, "").unwrap();
    std::fs::write(home.path().join("t.csv"), "party,proposal,stance\nNLD,UN CBM 1,+\n").unwrap();
    let ran = run(home.path(), &["import", "dossier.cbm", "positions", "t.csv"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains(&*backups.to_string_lossy()), "{ran:?}");
}
