//! What is half typed in a dialog, as it stands on the desk of a dossier while that is locked:
//! inside the file, so under its passphrase.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Dialog, PasteDraft};
use crate::exchange::KeptAnswers;
use crate::library::templates::Template;
use crate::model::{Keyed, Marking, ProposalId};
use crate::settings::Settings;
use crate::ui::cx::Purpose;

/// A dialog that comes back with what was typed in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptDialog {
    /// Everything that can be done.
    Palette(String),
    /// Everything there is.
    Search(String),
    /// What is withheld from the room, and a part of a name.
    Release(String),
    /// A table that was pasted, and what was answered about it.
    Paste {
        /// The table.
        pasted: String,
        /// The answers.
        answers: KeptAnswers,
    },
    /// The settings as they were being changed, and the folder for backups as it was typed.
    Settings(Box<Settings>, String),
    /// A copy for others, under the ceiling with this key.
    Redact(String),
    /// A package for review, whose passphrase has to be typed anew.
    Send,
    /// The counts of a poll on the proposal of this identity.
    Poll(String, [u32; 6]),
    /// A path that was being typed, for what needs nothing but a path.
    Path(KeptPurpose, PathBuf),
}

/// What a path is for that was being typed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptPurpose {
    /// To open the dossier there.
    Open,
    /// To make one there from the template with this key.
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
    /// What it was for; nothing where that is not known any more.
    pub fn purpose(&self) -> Option<Purpose> {
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
    /// What of a dialog is kept. What only asks is asked again by whoever wants it, and a
    /// passphrase is kept nowhere.
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
            | Dialog::Import(_)
            | Dialog::Backups(_)
            | Dialog::Mark(_)
            | Dialog::MergeInTheOpen
            | Dialog::Stances(_)
            | Dialog::Room(_)
            | Dialog::Wall
            | Dialog::Names
            | Dialog::LeaveRoom
            | Dialog::Kept(..)
            | Dialog::Help(_)
            | Dialog::Keys
            | Dialog::About => None,
        }
    }

    /// A table that was pasted.
    pub fn pasted(draft: &PasteDraft) -> Self {
        let answers = draft.grid.as_ref().map(|grid| grid.kept_answers()).unwrap_or_default();
        Self::Paste { pasted: draft.pasted.clone(), answers }
    }

    fn redact(ceiling: Marking) -> Self {
        Self::Redact(ceiling.key().to_owned())
    }

    /// A path is of use where nothing else was chosen before it: a passphrase is not kept, and
    /// a file that waited for it is chosen anew.
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
            | Purpose::CopyOf
            | Purpose::Restore
            | Purpose::Rescue
            | Purpose::Salvage
            | Purpose::Unpack => return None,
        };
        Some(Self::Path(kept, PathBuf::from(typed)))
    }

    /// The proposal of a poll.
    pub fn proposal(id: &str) -> Option<ProposalId> {
        uuid::Uuid::try_parse(id).ok().map(ProposalId)
    }
}
