//! A passphrase opens what it was set for, whatever keyboard it is typed on.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use cbm_workbench::document::Document;
use cbm_workbench::exchange::{pack, unpack};
use cbm_workbench::library::templates::Template;
use cbm_workbench::store::{Access, Error, Passphrase};

use crate::common::{dossier, folder, program};

const COMPOSED: &str = "caf\u{e9} \u{e0} deux";
const DECOMPOSED: &str = "cafe\u{301} a\u{300} deux";

fn words(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap()
}

fn typed(home: &Path, arguments: &[&str], lines: &str) -> Output {
    typed_to(program(home, arguments), lines)
}

fn typed_to(mut command: Command, lines: &str) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_passphrase_opens_the_dossier_however_its_accents_are_encoded() {
    let home = folder();
    dossier(&home, Template::Empty);
    let with = |arguments: &[&str], lines: String| typed(home.path(), arguments, &lines);
    // Set in decomposed form, as one system types it, with another system's line ending.
    let set = with(&["passphrase", "dossier.cbm"], format!("{DECOMPOSED}\r\n"));
    assert!(set.status.success(), "{set:?}");
    for line in [format!("{COMPOSED}\n"), format!("{DECOMPOSED}\r\n"), COMPOSED.to_owned()] {
        assert_eq!(with(&["check", "dossier.cbm"], line).status.code(), Some(0));
    }
    // A stray or non-breaking space, copied along from somewhere, is invisible.
    for line in [format!(" {COMPOSED} \n"), COMPOSED.replace(' ', "\u{a0}")] {
        assert_eq!(with(&["check", "dossier.cbm"], line).status.code(), Some(0));
    }
    assert_eq!(with(&["check", "dossier.cbm"], "cafe a deux\n".into()).status.code(), Some(1));
    let path = home.path().join("dossier.cbm");
    let document = Document::open_as(&path, Access::with(words(DECOMPOSED))).unwrap();
    let own = document.passphrase().unwrap();
    assert!(own.is_same_as(&words(COMPOSED)) && !own.is_same_as(&words("x")));
    // A copy opens in the same way.
    let copy = home.path().join("copy.cbm");
    document.copy_to(&copy).unwrap();
    drop(document);
    Document::open_as(&copy, Access::with(words(COMPOSED))).unwrap();
}

// Elsewhere only an administrator can write the file it looks for: see `.cargo/config.toml`.
#[cfg(windows)]
#[test]
fn what_somebody_else_configures_for_the_cryptography_is_not_listened_to() {
    let home = folder();
    dossier(&home, Template::Empty);
    // It would remove every cipher, and could as well load somebody's library.
    let nothing =
        "openssl_conf = own\n[own]\nproviders = list\n[list]\nnull = on\n[on]\nactivate = 1\n";
    std::fs::write(home.path().join("openssl.cnf"), nothing).unwrap();
    for (arguments, lines) in
        [(["passphrase", "dossier.cbm"], "gravel\n"), (["check", "dossier.cbm"], "gravel\n")]
    {
        let mut command = program(home.path(), &arguments);
        command.env("OPENSSL_CONF", "openssl.cnf").env("OPENSSL_MODULES", home.path());
        let done = typed_to(command, lines);
        assert!(done.status.success(), "{done:?}");
    }
}

#[test]
fn a_dossier_protected_by_a_decomposed_passphrase_still_opens() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    Document::open(&path).unwrap().set_passphrase(Some(&words("first"))).unwrap();
    {
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.pragma_update(None, "key", "first").unwrap();
        connection.pragma_update(None, "rekey", DECOMPOSED).unwrap();
    }
    let backups = Some(home.path().join("backups"));
    let access = Access { passphrase: Some(words(COMPOSED)), backups };
    let mut document = Document::open_as(&path, access).unwrap();
    let backup = document.back_up().unwrap().unwrap();
    for typed in [COMPOSED, DECOMPOSED] {
        Document::read_as(&backup, Access::with(words(typed))).unwrap();
    }
    // A newly set passphrase is stored in composed form.
    document.set_passphrase(Some(&words(DECOMPOSED))).unwrap();
    drop(document);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "key", COMPOSED).unwrap();
    connection.query_row("SELECT count(*) FROM parties", [], |_| Ok(())).unwrap();
}

#[test]
fn a_package_opens_however_the_accents_of_its_passphrase_are_encoded() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    let document = Document::open_read_only(&path).unwrap();
    let at = |name: &str| home.path().join(name);
    pack(&document, &at("new.cbmreview"), Some(&words(DECOMPOSED))).unwrap();
    // As older versions made packages.
    pack(&document, &at("open.cbmreview"), None).unwrap();
    let secret = age::secrecy::SecretString::from(DECOMPOSED.to_owned());
    let file = std::fs::File::create(at("old.cbmreview")).unwrap();
    let mut wrapped = age::Encryptor::with_user_passphrase(secret).wrap_output(file).unwrap();
    wrapped.write_all(&std::fs::read(at("open.cbmreview")).unwrap()).unwrap();
    wrapped.finish().unwrap();
    for (package, typed) in [("new", COMPOSED), ("new", DECOMPOSED), ("old", COMPOSED)] {
        let to = at(&format!("{package}{}.cbm", typed.len()));
        unpack(&at(&format!("{package}.cbmreview")), &to, Some(&words(typed))).unwrap();
        Document::read_as(&to, Access::with(words(typed))).unwrap();
    }
    let wrong = Document::read_as(&at("new10.cbm"), Access::with(words("x")));
    assert!(matches!(wrong, Err(Error::WrongPassphrase | Error::Missing)));
}
