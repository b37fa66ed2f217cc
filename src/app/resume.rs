//! The decisions of a merge interrupted by the lock or a crash, and the text half typed in a dialog
//! when the lock came. Both are stored in the workspace, inside the dossier, so that its passphrase
//! protects them too.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{App, Pending, Session};
use crate::document::merge::{Conflict, Decision, Merge};
use crate::model::{Keyed, Marking};
use crate::settings::Settings;
use crate::ui::dialogs::{
    Dialog, FinderDraft, KeptDialog, PasteDraft, PathDraft, PollDraft, ReleaseDraft, SettingsDraft,
};
use crate::ui::views::Merging;

/// The decisions so far, and the path of the review.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The review.
    pub path: PathBuf,
    // Each with the key of its conflict.
    decisions: Vec<(String, String)>,
}

/// The decisions of a merge in stored form; `None` if they cannot be written down.
pub(super) fn keep(merging: &Merging) -> Option<String> {
    let decided = merging.plan.conflicts.iter();
    let decided = decided.filter_map(|it| Some((key(it), it.decision?.key().to_owned())));
    let path = std::path::absolute(&merging.path).ok()?;
    serde_json::to_string(&Kept { path, decisions: decided.collect() }).ok()
}

impl Kept {
    /// Reads what was stored; `None` if it cannot be understood.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Repeats the decisions that are still available.
    pub(super) fn take_up(&self, plan: &mut Merge) {
        let kept: std::collections::HashMap<_, _> =
            self.decisions.iter().map(|(key, decision)| (key.as_str(), decision)).collect();
        for conflict in &mut plan.conflicts {
            let decision = kept.get(key(conflict).as_str());
            let decision = decision.and_then(|decision| Decision::from_key(decision));
            if decision.is_some_and(|it| conflict.options().any(|option| option == it)) {
                conflict.decision = decision;
            }
        }
    }
}

fn key(conflict: &Conflict) -> String {
    let (kind, table) = (conflict.kind.key(), conflict.record.table.key());
    let other = conflict.other.map_or_else(String::new, |other| other.id.to_string());
    let field = conflict.field().unwrap_or_default();
    format!("{kind} {table} {} {other} {field}", conflict.record.id)
}

impl App {
    /// The half-typed dialog, or the one waiting for a path, in the form stored in the workspace.
    pub(super) fn half_typed(&self) -> Option<String> {
        let waits = || self.pending.paste.as_deref().map(KeptDialog::pasted);
        let kept = self.dialog.as_ref().and_then(KeptDialog::of).or_else(waits)?;
        serde_json::to_string(&kept).ok()
    }

    /// Reopens the dialog that was open when the dossier was locked.
    pub(super) fn reopen_dialog(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        let kept = open.workspace.take_dialog();
        let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) else { return };
        let room = open.room.is_some();
        let finder = |typed| Box::new(FinderDraft { typed, ..FinderDraft::default() });
        self.dialog = match kept {
            KeptDialog::Palette(typed) => {
                let facts = self.facts();
                Some(Dialog::Palette(Box::new(FinderDraft { facts, ..*finder(typed) })))
            }
            KeptDialog::Search(typed) => Some(Dialog::Search(finder(typed))),
            KeptDialog::Release(filter) => room.then(|| {
                Dialog::Release(Box::new(ReleaseDraft { filter, ..ReleaseDraft::default() }))
            }),
            KeptDialog::Paste { pasted, answers } => {
                let (today, author) = (self.clock.today(), self.settings.signature());
                let empty = PasteDraft::new(today, author);
                let draft = PasteDraft::of(pasted, &answers, self.text, empty);
                Some(Dialog::Paste(Box::new(draft)))
            }
            KeptDialog::Settings(settings, backups) => {
                // Fields that are not settings stay as they are now.
                let Settings { recent, warned, window, dividers, .. } = self.settings.clone();
                let settings = Settings { recent, warned, window, dividers, ..*settings };
                Some(Dialog::Settings(Box::new(SettingsDraft { settings, backups })))
            }
            KeptDialog::Redact(ceiling) => return self.redact_again(&ceiling),
            KeptDialog::Send => return self.ask_send(),
            KeptDialog::Poll(proposal, counts) => {
                let proposal = KeptDialog::proposal(&proposal)
                    .filter(|id| room && open.document.snapshot().proposals.get(*id).is_some());
                proposal.map(|proposal| {
                    Dialog::Poll(Box::new(PollDraft { proposal, counts, begun: false }))
                })
            }
            KeptDialog::Path(purpose, typed) => {
                purpose.purpose().map(|purpose| Dialog::Path(PathDraft::new(purpose, &typed)))
            }
        };
    }

    /// Whether a file, a passphrase or a pasted table is waiting for something to be chosen or
    /// opened.
    pub fn has_pending(&self) -> bool {
        let Pending {
            source,
            passphrase,
            paste,
            table,
            half_taken,
            typed: _,
            leave: _,
            titles: _,
            titles_hash: _,
            creates: _,
        } = &self.pending;
        half_taken.is_some()
            || table.is_some()
            || source.is_some()
            || passphrase.is_some()
            || paste.is_some()
    }

    fn redact_again(&mut self, ceiling: &str) {
        self.ask_redact();
        if let (Some(ceiling), Some(Dialog::Redact(draft))) =
            (Marking::from_key(ceiling), &mut self.dialog)
        {
            draft.ceiling = ceiling;
        }
    }
}
