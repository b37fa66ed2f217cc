//! Packages: a damaged one is reported as such, merging one never writes it to disk unencrypted,
//! and content protected by a passphrase is not merged into an unprotected file unasked. Protected
//! dossiers of every version can be opened.

use std::path::{Path, PathBuf};

use cbm_workbench::analysis::ToldSplits;
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::exchange::{
    PackageError, PackageKind, pack, pack_in_the_open, package_kind, read_package,
};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Marking, Party, Poll, PollKind, Record};
use cbm_workbench::store::{Access, Passphrase};

use crate::common::{dossier, folder, run, told, write};

const WORDS: &str = "gravel ocarina";

fn words() -> Passphrase {
    Passphrase::new(WORDS.to_owned()).unwrap()
}

fn names(home: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(home).unwrap().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn records(document: &Document) -> Vec<Record> {
    let snapshot = document.snapshot();
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    let dossier = snapshot.dossier.clone().into();
    snapshot.arena_records().chain(entries.map(Record::from)).chain([dossier]).collect()
}

fn note(document: &mut Document, words: &str) {
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    document.apply(&Edit::change(Party { note: words.to_owned(), ..party }, "")).unwrap();
}

#[test]
fn a_damaged_package_is_not_called_something_else_than_a_package() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let whole = home.path().join("whole.cbmreview");
    pack(&Document::open_read_only(&path).unwrap(), &whole, None).unwrap();
    let bytes = std::fs::read(&whole).unwrap();
    let mut garbled = bytes.clone();
    garbled[..40].fill(0xc3);
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    let cases = [
        ("empty", Vec::new()),
        ("letter", b"Dear colleague, please find attached".to_vec()),
        ("page", b"<!DOCTYPE html><html><body>Sign in to continue</body></html>".repeat(20)),
        ("garbled", garbled),
        ("cut", bytes[..bytes.len() / 2].to_vec()),
        ("changed", changed),
    ];
    let before = std::fs::read(&path).unwrap();
    for (name, content) in cases {
        let package = format!("{name}.cbmreview");
        std::fs::write(home.path().join(&package), content).unwrap();
        let ways: [&[&str]; 2] =
            [&["unpack", &package, "out.cbm"], &["merge", "dossier.cbm", &package, "out.cbm"]];
        for way in ways {
            let ran = run(home.path(), way);
            assert_eq!(ran.code, 1, "{name}: {ran:?}");
            assert!(ran.err.contains("is broken"), "{name}: {ran:?}");
            assert!(ran.err.contains("none of your dossiers was changed"), "{name}: {ran:?}");
            assert!(ran.err.contains("send it again"), "{name}: {ran:?}");
            assert!(!ran.err.contains("not a dossier"), "{name}: {ran:?}");
        }
    }
    for broken in ["empty", "letter", "page", "garbled"] {
        let package = format!("{broken}.cbmreview");
        assert_eq!(package_kind(&home.path().join(&package)), Some(PackageKind::Broken));
        let ran = run(home.path(), &["check", &package]);
        assert!(ran.code == 1 && ran.err.contains("is broken"), "{broken}: {ran:?}");
    }
    assert!(!home.path().join("out.cbm").exists());
    assert_eq!(std::fs::read(&path).unwrap(), before);
    // A dossier with a package's extension is still a dossier, and a letter is a letter.
    std::fs::copy(&path, home.path().join("dossier.cbmreview")).unwrap();
    assert_eq!(package_kind(&home.path().join("dossier.cbmreview")), None);
    write(home.path(), "letter.txt", "Dear colleague");
    assert_eq!(package_kind(&home.path().join("letter.txt")), None);
}

#[test]
fn the_dossier_in_a_package_is_read_without_being_written_to_disk() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    note(&mut document, "CANARY-2207");
    let [plain, wrapped] = ["plain.cbmreview", "wrapped.cbmreview"].map(|it| home.path().join(it));
    pack(&document, &plain, None).unwrap();
    pack(&document, &wrapped, Some(&words())).unwrap();
    let before = names(home.path());
    for (package, key) in [(&plain, None), (&wrapped, Some(words()))] {
        let read = read_package(package, key.as_ref()).unwrap();
        assert_eq!(names(home.path()), before, "while it is open");
        assert_eq!(records(&read), records(&document));
        assert_eq!(read.history().steps(), document.history().steps());
        assert!(read.is_read_only());
        assert_eq!(read.is_protected(), key.is_some());
        assert_eq!(read.findings().unwrap(), []);
    }
    let refused = read_package(&wrapped, None);
    assert!(matches!(refused, Err(PackageError::Protected)), "{refused:?}");
    let other = Passphrase::new("another".to_owned());
    let refused = read_package(&wrapped, other.as_ref());
    assert!(matches!(refused, Err(PackageError::WrongPassphrase)), "{refused:?}");
}

#[test]
fn what_a_review_protects_is_merged_into_an_unprotected_dossier_only_with_consent() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let theirs = home.path().join("theirs.cbm");
    std::fs::copy(&path, &theirs).unwrap();
    let mut other = Document::open(&theirs).unwrap();
    note(&mut other, "CANARY-2207");
    other.set_passphrase(Some(&words())).unwrap();
    pack(&other, &home.path().join("wrapped.cbmreview"), Some(&words())).unwrap();
    pack_in_the_open(&other, &home.path().join("open.cbmreview")).unwrap();
    drop(other);
    let typed = format!("{WORDS}\n");
    for review in ["theirs.cbm", "wrapped.cbmreview"] {
        let before = names(home.path());
        let plain = ["merge", "dossier.cbm", review, "out.cbm", "--report", "r.json"];
        let ran = told(home.path(), &plain, &typed);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.contains("--in-the-open") && ran.err.contains("Nothing was written"));
        assert!(!ran.out.contains("CANARY") && !ran.err.contains("CANARY"), "{ran:?}");
        assert_eq!(names(home.path()), before, "neither dossier nor report");
        let said = ["merge", "dossier.cbm", review, "out.cbm", "--in-the-open"];
        let ran = told(home.path(), &said, &typed);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.err.contains("has no passphrase"), "it says so: {ran:?}");
        let out = home.path().join("out.cbm");
        let merged = Document::open_read_only(&out).unwrap();
        assert_eq!(merged.snapshot().party_by_code("NLD").unwrap().note, "CANARY-2207");
        drop(merged);
        std::fs::remove_file(out).unwrap();
    }
    // Nothing is asked if the package has no passphrase, or if the dossier has one too.
    let ran = run(home.path(), &["merge", "dossier.cbm", "open.cbmreview", "out.cbm"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    std::fs::remove_file(home.path().join("out.cbm")).unwrap();
    Document::open(&path).unwrap().set_passphrase(Some(&words())).unwrap();
    let mine = ["merge", "dossier.cbm", "theirs.cbm", "out.cbm"];
    let ran = told(home.path(), &mine, &format!("{WORDS}\n{WORDS}\n"));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(Document::open_read_only(&home.path().join("out.cbm")).is_err(), "it is protected");
}

/// A protected dossier of an older version.
fn protected_of(version: &str, home: &Path) -> PathBuf {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/opener").join(version);
    let (plain, path) = (home.join("plain.cbm"), home.join("protected.cbm"));
    std::fs::copy(kept, &plain).unwrap();
    let connection = rusqlite::Connection::open(&plain).unwrap();
    let number =
        |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    let (application, version) = (number("application_id"), number("user_version"));
    connection.execute("ATTACH ?1 AS kept KEY ?2", [path.to_str().unwrap(), WORDS]).unwrap();
    connection
        .execute_batch(&format!(
            "SELECT sqlcipher_export('kept'); PRAGMA kept.application_id = {application}; \
             PRAGMA kept.user_version = {version}; DETACH kept"
        ))
        .unwrap();
    path
}

#[test]
fn a_protected_dossier_of_an_older_version_opens_for_reading_and_for_writing() {
    for version in ["version-1.cbm", "version-3.cbm"] {
        let home = folder();
        let path = protected_of(version, home.path());
        let plain = Document::open_read_only(&home.path().join("plain.cbm")).unwrap();
        let before = std::fs::read(&path).unwrap();
        let read = Document::read_as(&path, Access::with(words())).unwrap();
        assert!(read.is_read_only() && read.is_protected());
        assert_eq!(records(&read), records(&plain), "{version}");
        assert_eq!(read.history().steps(), plain.history().steps(), "{version}");
        assert_eq!(read.findings().unwrap(), plain.findings().unwrap(), "{version}");
        drop(read);
        let shown = told(home.path(), &["check", "protected.cbm"], &format!("{WORDS}\n"));
        assert_eq!(shown.code, 0, "{version}: {shown:?}");
        assert_eq!(std::fs::read(&path).unwrap(), before, "{version}: only read");
        let written = Document::open_as(&path, Access::with(words())).unwrap();
        assert_eq!(records(&written), records(&plain), "{version}");
        assert!(written.is_protected());
    }
}

#[test]
fn what_rooms_were_told_of_a_poll_comes_along_with_it() {
    let home = folder();
    let path = dossier(&home, Template::UnVotes);
    let (mine, theirs) = (home.path().join("mine.cbm"), home.path().join("theirs.cbm"));
    Document::open_read_only(&path).unwrap().copy_to(&mine).unwrap();
    Document::open_read_only(&path).unwrap().copy_to(&theirs).unwrap();
    let tell = |path: &Path, day: &str| {
        let mut document = Document::open(path).unwrap();
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let mut poll = Poll::new(proposal, PollKind::Temperature, day.parse().unwrap());
        (poll.counts, poll.marking) = ([0, 5, 0, 0, 1, 0], Some(Marking::Clear));
        document.apply(&Edit::new(StepName::Poll, "").put(poll.clone())).unwrap();
        let mut splits = ToldSplits::default();
        splits.note(&poll, Marking::Clear, [0, 5, 0, 0, 0, 0]);
        let place = [("screen".to_owned(), Some("room".to_owned()))].into_iter();
        let kept = splits.to_workspace().map(|(key, value)| (key, Some(value)));
        document.keep_in_workspace(&kept.chain(place).collect::<Vec<_>>()).unwrap();
        splits.to_workspace().collect::<Vec<_>>()
    };
    let (here, there) = (tell(&mine, "2026-11-20"), tell(&theirs, "2026-11-21"));
    let package = home.path().join("theirs.cbmreview");
    pack(&Document::open_read_only(&theirs).unwrap(), &package, None).unwrap();
    for from in ["theirs.cbm", "theirs.cbmreview"] {
        assert_eq!(run(home.path(), &["merge", "mine.cbm", from, "out.cbm"]).code, 0, "{from}");
        let out = home.path().join("out.cbm");
        let told = Document::open_read_only(&out).unwrap().told_splits().unwrap();
        let told: Vec<_> = told.to_workspace().collect();
        assert_eq!(told, [here.clone(), there.clone()].concat(), "{from}");
        std::fs::remove_file(out).unwrap();
    }
    // Nothing else of the workspace does.
    assert_eq!(run(home.path(), &["unpack", "theirs.cbmreview", "came.cbm"]).code, 0);
    let came = Document::open_read_only(&home.path().join("came.cbm")).unwrap();
    assert_eq!(came.workspace().unwrap(), there);
}
