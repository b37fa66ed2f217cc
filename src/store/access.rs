//! How a dossier is opened.

use std::path::PathBuf;

use super::sniff::Look;
use super::{Error, Passphrase};

/// How to open a dossier.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Its passphrase, if it has one.
    pub passphrase: Option<Passphrase>,
    /// The folder for the backups of all dossiers; without it none are made.
    pub backups: Option<PathBuf>,
}

impl Access {
    /// With this passphrase.
    pub fn with(passphrase: Passphrase) -> Self {
        Self { passphrase: Some(passphrase), ..Self::default() }
    }

    /// Drops the passphrase if the file has none.
    pub(crate) fn forget_needless(&mut self, look: Look) {
        if matches!(look, Look::Plain(_)) {
            self.passphrase = None;
        }
    }

    /// The key that the file needs.
    pub(crate) fn key(&self, look: Look) -> Result<Option<&Passphrase>, Error> {
        match look {
            Look::Plain(_) => Ok(None),
            Look::Protected => self.passphrase.as_ref().map(Some).ok_or(Error::Protected),
        }
    }
}
