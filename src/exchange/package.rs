//! Packages for review: a dossier with everything needed to merge it back, in one file that
//! shows whether it was changed on the way.
//!
//! A package is a line that names the format, a line with a hash, a line of JSON about the
//! dossier, and the dossier itself; the hash is of the last two. With a passphrase all of that
//! is encrypted with age, which authenticates the whole, and the dossier inside is protected by
//! the same passphrase, so that its content is never on a disk unprotected.

use std::io::{Read, Write};
use std::path::Path;

use age::secrecy::SecretString;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::document::Document;
use crate::model::Keyed;
use crate::model::words::hex;
use crate::store::{self, Passphrase};

/// The extension of a package.
pub(crate) const ENDING: &str = "cbmreview";

/// The first line of a package.
const FORMAT: &str = "CBM review package 1";

/// The beginning of every encrypted package.
const WRAPPED: &[u8] = b"age-encryption.org/v1\n";

/// The largest size of a package, in bytes.
const LARGEST: u64 = 2 << 30;

/// The largest scrypt work factor accepted for decryption, as a power of two: a few seconds.
const MOST_WORK: u8 = 21;

/// A package's statement about the dossier in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The identity of the dossier.
    pub dossier: String,
    /// The last step that the sender has; a review is merged from there.
    pub base: Option<String>,
    /// How many steps it has.
    pub steps: usize,
    /// The marking of the dossier.
    pub marking: String,
    /// Who packed it.
    pub by: String,
    /// When, by the clock of that machine.
    pub made: DateTime<Utc>,
    /// The size of the dossier, in bytes.
    pub bytes: u64,
}

/// Why a package could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The file is something else.
    #[error("not a package")]
    NotAPackage,
    /// It was made by a newer version of the workbench.
    #[error("a newer package")]
    Newer,
    /// It is encrypted, and no passphrase was given.
    #[error("protected by a passphrase")]
    Protected,
    /// The passphrase is wrong.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// It was changed or cut short.
    #[error("damaged")]
    Damaged,
    /// The dossier has a passphrase, and the package would have none.
    #[error("would lay a protected dossier open")]
    InTheOpen,
    /// The dossier in it cannot be written to this path.
    #[error("not to be written: {1}")]
    Target(std::path::PathBuf, store::Error),
    /// A file could not be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// The kind of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageKind {
    /// Not encrypted.
    Plain,
    /// Encrypted with a passphrase.
    Wrapped,
    /// It has the extension, but is neither a package nor a dossier.
    Broken,
}

/// The kind of package a file is; `None` if it is something else.
pub fn package_kind(path: &Path) -> Option<PackageKind> {
    // Neither is even opened: a dossier open in this process would lose its lock, and reading
    // something that is not a file might block.
    if store::is_open_here(path) || store::file_at(path).is_err() {
        return None;
    }
    let mut head = Vec::new();
    let file = std::fs::File::open(path).ok()?;
    file.take(WRAPPED.len().max(FORMAT.len()) as u64).read_to_end(&mut head).ok()?;
    if head.starts_with(b"CBM review package ") {
        Some(PackageKind::Plain)
    } else if head.starts_with(WRAPPED) {
        Some(PackageKind::Wrapped)
    } else {
        let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
        // A dossier with that extension is still a dossier.
        let neither = named
            && matches!(store::sniff(path), Err(store::Error::NotADossier | store::Error::Empty));
        neither.then_some(PackageKind::Broken)
    }
}

/// Packs a dossier for review at a path where nothing exists yet.
///
/// # Errors
/// [`PackageError::InTheOpen`] if the dossier has a passphrase and the package would have none,
/// or the reason why it cannot be written; no partial file is left.
pub fn pack(
    document: &Document,
    path: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<Manifest, PackageError> {
    if document.is_protected() && passphrase.is_none() {
        return Err(PackageError::InTheOpen);
    }
    write(document, path, passphrase)
}

/// The same without a passphrase, even if the dossier has one: the caller has made sure that the
/// user knows it can be read on the way.
///
/// # Errors
/// If the package cannot be written; no partial file is left.
pub fn pack_in_the_open(document: &Document, path: &Path) -> Result<Manifest, PackageError> {
    write(document, path, None)
}

fn write(
    document: &Document,
    path: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<Manifest, PackageError> {
    let io = |error: std::io::Error| store::Error::from_io(&error, path);
    if path.symlink_metadata().is_ok() {
        return Err(store::Error::Exists.into());
    }
    store::is_not_beside(path)?;
    // Composed, so that it does not matter how accents are typed.
    let composed = passphrase.map(Passphrase::composed);
    let passphrase = composed.as_ref();
    let dossier = document.review_copy(path, passphrase)?;
    let bytes = std::fs::read(&*dossier).map_err(io)?;
    let manifest = Manifest {
        dossier: document.snapshot().dossier.id.to_string(),
        base: document.history().steps().last().map(|step| step.id.to_string()),
        steps: document.history().steps().len(),
        marking: document.snapshot().dossier.marking.key().to_owned(),
        by: document.author().to_owned(),
        made: document.clock().now(),
        bytes: bytes.len() as u64,
    };
    let about = serde_json::to_string(&manifest).map_err(|_| PackageError::Damaged)?;
    let fresh = store::Unfinished::beside(path)?;
    let mut package = fresh.open().map_err(io)?;
    let hash = hash(&[about.as_bytes(), &bytes]);
    let head = format!("{FORMAT}\n{hash}\n{about}\n");
    match passphrase {
        None => package.write_all(head.as_bytes()).and_then(|()| package.write_all(&bytes)),
        Some(passphrase) => wrap(&mut package, passphrase, &[head.as_bytes(), &bytes]),
    }
    .map_err(io)?;
    package.sync_all().map_err(io)?;
    drop(package);
    fresh.put_at(path).map_err(|error| store::Error::from_moving(&error, path))?;
    Ok(manifest)
}

/// Extracts the dossier from a package to a path where nothing exists yet. From an encrypted
/// package it is protected by the same passphrase.
///
/// # Errors
/// Why it cannot be extracted; then there is nothing at the path.
pub fn unpack(
    package: &Path,
    to: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<Manifest, PackageError> {
    let opened = opened(package, passphrase)?;
    let (manifest, dossier) = split(&opened.bytes)?;
    let target = |error| PackageError::Target(to.to_owned(), error);
    store::is_free(to).map_err(target)?;
    let io = |error: std::io::Error| target(store::Error::from_io(&error, to));
    let unfinished = store::Unfinished::beside(to).map_err(target)?;
    let mut file = unfinished.open().map_err(io)?;
    file.write_all(dossier).and_then(|()| file.sync_all()).map_err(io)?;
    drop(file);
    // Checked before anybody can see it.
    Document::read_as(&unfinished, opened.access).map_err(inside)?;
    store::put_in_place(unfinished, to).map_err(target)?;
    Ok(manifest)
}

/// Reads the dossier in a package without extracting it: nothing of it is written to disk.
///
/// # Errors
/// Why it cannot be read.
pub fn read_package(
    package: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<Document, PackageError> {
    let opened = opened(package, passphrase)?;
    let (_, dossier) = split(&opened.bytes)?;
    Document::in_memory(dossier, package, opened.access).map_err(inside)
}

/// A package that was read, and decrypted if necessary.
struct Opened {
    bytes: Zeroizing<Vec<u8>>,
    /// How to open the dossier in it.
    access: store::Access,
}

fn opened(package: &Path, passphrase: Option<&Passphrase>) -> Result<Opened, PackageError> {
    let io = |error: std::io::Error| store::Error::from_reading(&error, package);
    let size = store::file_at(package)?.len();
    let kind = package_kind(package).ok_or(PackageError::NotAPackage)?;
    if size > LARGEST {
        return Err(PackageError::NotAPackage);
    }
    let passphrase = match kind {
        PackageKind::Broken => return Err(PackageError::Damaged),
        PackageKind::Plain => None,
        PackageKind::Wrapped => Some(passphrase.ok_or(PackageError::Protected)?),
    };
    let read = Zeroizing::new(std::fs::read(package).map_err(io)?);
    let bytes = match passphrase {
        None => read,
        Some(passphrase) => Zeroizing::new(unwrap(&read, passphrase)?),
    };
    let access = store::Access { passphrase: passphrase.cloned(), backups: None };
    Ok(Opened { bytes, access })
}

/// Reports faults of the dossier in a package as faults of the package, because the user cannot
/// mend one without the other.
fn inside(error: store::Error) -> PackageError {
    use store::Error as E;
    match error {
        E::Empty
        | E::NotADossier
        | E::Protected
        | E::WrongPassphrase
        | E::Foreign
        | E::Damaged(_)
        | E::Altered
        | E::Value { .. }
        | E::TooLong { .. }
        | E::OtherMode
        | E::Log => PackageError::Damaged,
        other => PackageError::Store(other),
    }
}

/// Splits an opened package into its manifest and the dossier.
fn split(bytes: &[u8]) -> Result<(Manifest, &[u8]), PackageError> {
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    let (format, stated) = (lines.next(), lines.next());
    let (about, dossier) = (lines.next(), lines.next());
    match format {
        Some(line) if line == FORMAT.as_bytes() => {}
        Some(line) if line.starts_with(b"CBM review package ") => return Err(PackageError::Newer),
        _ => return Err(PackageError::NotAPackage),
    }
    let (Some(about), Some(dossier)) = (about, dossier) else { return Err(PackageError::Damaged) };
    // Our own line is short; a longer one is not ours.
    if about.len() > 10_000 {
        return Err(PackageError::Damaged);
    }
    let manifest: Manifest = serde_json::from_slice(about).map_err(|_| PackageError::Damaged)?;
    let whole = stated == Some(hash(&[about, dossier]).as_bytes());
    if whole && manifest.bytes == dossier.len() as u64 {
        Ok((manifest, dossier))
    } else {
        Err(PackageError::Damaged)
    }
}

/// The SHA-256 of these parts, in hexadecimal.
fn hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    parts.iter().for_each(|part| hash.update(part));
    hex(&hash.finalize())
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

fn wrap(out: impl Write, passphrase: &Passphrase, parts: &[&[u8]]) -> std::io::Result<()> {
    let encryptor = age::Encryptor::with_user_passphrase(secret(passphrase));
    let mut writer = encryptor.wrap_output(out)?;
    parts.iter().try_for_each(|part| writer.write_all(part))?;
    writer.finish().map(drop)
}

fn unwrap(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, PackageError> {
    for spelled in passphrase.spellings() {
        match unwrap_by(bytes, &spelled) {
            Err(PackageError::WrongPassphrase) => {}
            unwrapped => return unwrapped,
        }
    }
    Err(PackageError::WrongPassphrase)
}

fn unwrap_by(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, PackageError> {
    let decryptor = age::Decryptor::new(bytes).map_err(|_| PackageError::Damaged)?;
    let mut identity = age::scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let identity: &dyn age::Identity = &identity;
    let mut reader = decryptor.decrypt(std::iter::once(identity)).map_err(|error| match error {
        age::DecryptError::DecryptionFailed
        | age::DecryptError::NoMatchingKeys
        | age::DecryptError::KeyDecryptionFailed => PackageError::WrongPassphrase,
        _ => PackageError::Damaged,
    })?;
    let mut opened = Vec::new();
    // Fails here if it was changed on the way, before any of it is used.
    reader.read_to_end(&mut opened).map_err(|_| PackageError::Damaged)?;
    Ok(opened)
}
