//! A half-typed dialog, in the form stored in the dossier's workspace while it is locked: inside the
//! file, and so under its passphrase.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::paste::KeptPaste;
use super::{Dialog, PasteDraft};
use crate::library::templates::Template;
use crate::model::{Keyed, Marking, ProposalId};
use crate::settings::Settings;
use crate::ui::cx::Purpose;

/// A dialog that reopens with its content.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptDialog {
    /// The command palette, with the text typed.
    Palette(String),
    /// Search, with the text typed.
    Search(String),
    /// The list of what is withheld from the room, with its filter.
    Release(String),
    /// A pasted table and the answers given so far.
    Paste {
        /// The table.
        pasted: String,
        /// The answers.
        answers: KeptPaste,
    },
    /// The settings being edited, and the backup folder as typed.
    Settings(Box<Settings>, String),
    /// A copy for others, with the key of its ceiling.
    Redact(String),
    /// A package for review; its passphrase must be typed again.
    Send,
    /// A poll: the id of its proposal, and the counts.
    Poll(String, [u32; 6]),
    /// A path being typed, for a purpose that needs nothing else.
    Path(KeptPurpose, PathBuf),
}

/// The purpose of a half-typed path.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptPurpose {
    /// To open the dossier there.
    Open,
    /// To create one there from the template with this key.
    New(String),
    /// To save a copy there.
    Copy,
    /// To import the table there.
    Import,
    /// To save a copy there and work on it.
    WorkOnCopy,
    /// To merge the copy or package there.
    Review,
}

impl KeptPurpose {
    /// The purpose; `None` if the template is no longer known.
    pub(crate) fn purpose(&self) -> Option<Purpose> {
        Some(match self {
            Self::Open => Purpose::Open,
            Self::New(template) => Purpose::New(Template::from_key(template)?),
            Self::Copy => Purpose::Copy,
            Self::Import => Purpose::Import,
            Self::WorkOnCopy => Purpose::WorkOnCopy,
            Self::Review => Purpose::Review,
        })
    }
}

impl KeptDialog {
    /// The part of a dialog that is stored. Confirmations are asked again when needed, and a
    /// passphrase is never stored.
    pub fn of(dialog: &Dialog) -> Option<Self> {
        match dialog {
            Dialog::Palette(draft) => Some(Self::Palette(draft.typed.clone())),
            Dialog::Search(draft) => Some(Self::Search(draft.typed.clone())),
            Dialog::Release(draft) => Some(Self::Release(draft.filter.clone())),
            Dialog::Paste(draft) => Some(Self::pasted(draft)),
            Dialog::Settings(draft) => {
                Some(Self::Settings(Box::new(draft.settings.clone()), draft.backups.clone()))
            }
            Dialog::Redact(draft) => Some(Self::redact(draft.ceiling)),
            Dialog::Poll(draft) => Some(Self::Poll(draft.proposal.to_string(), draft.counts)),
            Dialog::Path(draft) => Self::path(draft.purpose, &draft.typed),
            Dialog::Passphrase(_)
            | Dialog::New
            | Dialog::Delete(_)
            | Dialog::Field(_)
            | Dialog::NewGroup(_)
            | Dialog::View(_)
            | Dialog::Backups(_)
            | Dialog::Author(_)
            | Dialog::Mark(_)
            | Dialog::MergeInTheOpen
            | Dialog::Stances(_)
            | Dialog::Export(_)
            | Dialog::Room(_)
            | Dialog::Wall
            | Dialog::Names
            | Dialog::LeaveRoom { .. }
            | Dialog::Kept(..)
            | Dialog::Help(_)
            | Dialog::Keys
            | Dialog::About => None,
        }
    }

    /// A table that was pasted.
    pub(crate) fn pasted(draft: &PasteDraft) -> Self {
        Self::Paste { pasted: draft.pasted.clone(), answers: draft.kept() }
    }

    fn redact(ceiling: Marking) -> Self {
        Self::Redact(ceiling.key().to_owned())
    }

    /// A path is only kept if nothing was chosen before it: passphrases are not kept, and a file
    /// waiting for a path is chosen again.
    fn path(purpose: Purpose, typed: &str) -> Option<Self> {
        let kept = match purpose {
            Purpose::Open => KeptPurpose::Open,
            Purpose::New(template) => KeptPurpose::New(template.key().to_owned()),
            Purpose::Copy => KeptPurpose::Copy,
            Purpose::Import => KeptPurpose::Import,
            Purpose::WorkOnCopy => KeptPurpose::WorkOnCopy,
            Purpose::Review => KeptPurpose::Review,
            Purpose::Send(_) => return Some(Self::Send),
            Purpose::Redact(ceiling, _) => return Some(Self::redact(ceiling)),
            Purpose::NewOf
            | Purpose::Titles
            | Purpose::Text
            | Purpose::Mapping
            | Purpose::CopyOf
            | Purpose::Restore
            | Purpose::Rescue
            | Purpose::Salvage
            | Purpose::Unpack
            | Purpose::Export(..) => return None,
        };
        Some(Self::Path(kept, PathBuf::from(typed)))
    }

    /// The proposal of a poll.
    pub fn proposal(id: &str) -> Option<ProposalId> {
        uuid::Uuid::try_parse(id).ok().map(ProposalId)
    }
}
