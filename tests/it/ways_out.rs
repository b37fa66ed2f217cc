//! Every way out of a protected dossier: the resulting file has a passphrase too, or somebody
//! explicitly agreed that it need not.

use std::path::Path;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::{
    PackageError, PackageKind, pack, pack_in_the_open, package_kind, unpack,
};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Marking, Party};
use cbm_workbench::store::{Access, Error, Look, sniff};
use tempfile::TempDir;

use crate::common::{dossier, folder, told};
use crate::trust::passphrase;

const WORDS: &str = "gravel ocarina";
const SECRET: &str = "CANARY-1307";

/// A protected dossier with content nobody else may read.
fn protected() -> TempDir {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let mut document = Document::open(&path).unwrap();
    let party = document.snapshot().party_by_code("NLD").unwrap().clone();
    document.apply(&Edit::change(Party { note: SECRET.to_owned(), ..party }, "")).unwrap();
    document.set_passphrase(Some(&passphrase(WORDS))).unwrap();
    home
}

fn in_the_open(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
}

#[test]
fn a_protected_dossier_is_sent_unprotected_only_with_consent() {
    let home = protected();
    let home = home.path();
    let package = home.join("p.cbmreview");
    let refused = told(home, &["send", "dossier.cbm", "p.cbmreview"], &format!("{WORDS}\n"));
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("--wrap") && refused.err.contains("--in-the-open"), "{refused:?}");
    assert!(!package.exists());
    let both = ["send", "dossier.cbm", "p.cbmreview", "--wrap", "--in-the-open"];
    assert_eq!(told(home, &both, "").code, 2);
    let wrapped = ["send", "dossier.cbm", "p.cbmreview", "--wrap"];
    let sent = told(home, &wrapped, &format!("{WORDS}\nTuesday's package\n"));
    assert_eq!(sent.code, 0, "{sent:?}");
    assert_eq!(package_kind(&package), Some(PackageKind::Wrapped));
    assert!(!in_the_open(&package));
    std::fs::remove_file(&package).unwrap();
    let open = ["send", "dossier.cbm", "p.cbmreview", "--in-the-open"];
    let sent = told(home, &open, &format!("{WORDS}\n"));
    assert_eq!(sent.code, 0, "{sent:?}");
    assert!(sent.err.contains("no passphrase"), "it says so: {sent:?}");
    assert!(in_the_open(&package), "what is not protected is found");
}

#[test]
fn a_dossier_without_a_passphrase_is_sent_without_questions() {
    let home = folder();
    dossier(&home, Template::Empty);
    for option in [&[][..], &["--in-the-open"]] {
        let arguments = [&["send", "dossier.cbm", "p.cbmreview"], option].concat();
        let sent = told(home.path(), &arguments, "");
        assert_eq!((sent.code, sent.err.as_str()), (0, ""), "{sent:?}");
        std::fs::remove_file(home.path().join("p.cbmreview")).unwrap();
    }
}

#[test]
fn packing_refuses_to_expose_a_protected_dossier() {
    let home = protected();
    let (path, package) = (home.path().join("dossier.cbm"), home.path().join("p.cbmreview"));
    let document = Document::read_as(&path, Access::with(passphrase(WORDS))).unwrap();
    let refused = pack(&document, &package, None);
    assert!(matches!(refused, Err(PackageError::InTheOpen)), "{refused:?}");
    assert!(!package.exists());
    pack_in_the_open(&document, &package).unwrap();
    std::fs::remove_file(&package).unwrap();
    let other = passphrase("Tuesday's package");
    pack(&document, &package, Some(&other)).unwrap();
    let taken_out = home.path().join("out.cbm");
    unpack(&package, &taken_out, Some(&other)).unwrap();
    assert_eq!(sniff(&taken_out).unwrap(), Look::Protected);
    Document::read_as(&taken_out, Access::with(other)).unwrap();
}

#[test]
fn a_restricted_copy_of_a_protected_dossier_has_a_passphrase_unless_waived() {
    let home = protected();
    let home = home.path();
    for ceiling in ["AMBER", "AMBER+STRICT", "RED"] {
        let arguments = ["redact", "dossier.cbm", "copy.cbm", "--ceiling", ceiling];
        let refused = told(home, &arguments, &format!("{WORDS}\n"));
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("--in-the-open"), "{refused:?}");
        assert!(!home.join("copy.cbm").exists());
    }
    let red = ["redact", "dossier.cbm", "copy.cbm", "--ceiling", "RED"];
    let wrapped = [&red[..], &["--wrap"]].concat();
    let made = told(home, &wrapped, &format!("{WORDS}\nfor Tuesday\n"));
    assert_eq!(made.code, 0, "{made:?}");
    let copy = home.join("copy.cbm");
    Document::read_as(&copy, Access::with(passphrase("for Tuesday"))).unwrap();
    assert!(!in_the_open(&copy));
    std::fs::remove_file(&copy).unwrap();
    let open = [&red[..], &["--in-the-open"]].concat();
    let made = told(home, &open, &format!("{WORDS}\n"));
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.out.contains("no passphrase"), "it says so: {made:?}");
    std::fs::remove_file(&copy).unwrap();
    // Public content needs neither a passphrase nor consent.
    let clear = ["redact", "dossier.cbm", "copy.cbm", "--ceiling", "CLEAR"];
    let made = told(home, &clear, &format!("{WORDS}\n"));
    assert_eq!((made.code, made.out.contains("passphrase")), (0, false), "{made:?}");
}

#[test]
fn whole_copies_rescues_backups_and_salvages_of_a_protected_dossier_keep_its_passphrase() {
    let home = protected();
    let at = |name: &str| home.path().join(name);
    let backups = Some(at("backups"));
    let access = Access { passphrase: Some(passphrase(WORDS)), backups };
    let document = Document::open_as(&at("dossier.cbm"), access.clone()).unwrap();
    document.copy_to(&at("copy.cbm")).unwrap();
    document.rescue_to(&at("rescue.cbm")).unwrap();
    let backup = document.back_up().unwrap().unwrap();
    drop(document);
    cbm_workbench::store::salvage(&at("dossier.cbm"), &at("salvaged.cbm"), &access).unwrap();
    cbm_workbench::store::copy_closed(&backup, &at("restored.cbm")).unwrap();
    for name in ["copy.cbm", "rescue.cbm", "salvaged.cbm", "restored.cbm"] {
        assert_eq!(sniff(&at(name)).unwrap(), Look::Protected, "{name}");
        Document::read_as(&at(name), Access::with(passphrase(WORDS))).unwrap();
    }
    let document = Document::read_as(&at("dossier.cbm"), access).unwrap();
    document.copy_to(&at("theirs.cbm")).unwrap();
    drop(document);
    let merged = ["merge", "dossier.cbm", "theirs.cbm", "merged.cbm"];
    let merged = told(home.path(), &merged, &format!("{WORDS}\n{WORDS}\n"));
    assert_eq!(merged.code, 0, "{merged:?}");
    assert_eq!(sniff(&at("merged.cbm")).unwrap(), Look::Protected);
    // A report on standard output is the only output there.
    let report = ["merge", "dossier.cbm", "theirs.cbm", "again.cbm", "--report", "-"];
    let report = told(home.path(), &report, &format!("{WORDS}\n{WORDS}\n"));
    assert!(report.code == 0 && report.json().is_object(), "{report:?}");
    let redacted = Document::read_as(&at("merged.cbm"), Access::with(passphrase(WORDS))).unwrap();
    let title = "Copy";
    redacted.redact(&at("r.cbm"), Marking::Red, title, Some(&passphrase(WORDS))).unwrap();
    assert_eq!(sniff(&at("r.cbm")).unwrap(), Look::Protected);
    let open = at("open.cbm");
    let refused = redacted.redact(&open, Marking::Amber, title, None);
    assert!(matches!(refused, Err(Error::InTheOpen)) && !open.exists(), "{refused:?}");
    redacted.redact(&at("green.cbm"), Marking::Green, title, None).unwrap();
    redacted.redact_in_the_open(&open, Marking::Amber, title).unwrap();
    assert!(matches!(sniff(&open).unwrap(), Look::Plain(_)));
}
