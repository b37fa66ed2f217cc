//! A dialog that was open when its dossier was locked: it comes back with what was typed in it.

use super::{App, Pending, Session};
use crate::model::{Keyed, Marking};
use crate::settings::Settings;
use crate::ui::dialogs::{
    Dialog, FinderDraft, KeptDialog, PasteDraft, PathDraft, PollDraft, ReleaseDraft, SettingsDraft,
};

impl App {
    /// What is half typed in a dialog, or waits for a path, as it is kept on the desk.
    pub(super) fn half_typed(&self) -> Option<String> {
        let waits = || self.pending.paste.as_deref().map(KeptDialog::pasted);
        let kept = self.dialog.as_ref().and_then(KeptDialog::of).or_else(waits)?;
        serde_json::to_string(&kept).ok()
    }

    /// Opens the dialog again that was open when the dossier was locked.
    pub(super) fn reopen_dialog(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        let kept = open.desk.take_dialog();
        let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) else { return };
        let room = open.room.is_some();
        let finder = |typed| Box::new(FinderDraft { typed, ..FinderDraft::default() });
        self.dialog = match kept {
            KeptDialog::Palette(typed) => {
                let facts = self.facts();
                Some(Dialog::Palette(Box::new(FinderDraft { facts, ..*finder(typed) })))
            }
            KeptDialog::Search(typed) => Some(Dialog::Search(finder(typed))),
            KeptDialog::Release(filter) => {
                room.then(|| Dialog::Release(Box::new(ReleaseDraft { filter, armed: None })))
            }
            KeptDialog::Paste { pasted, answers } => {
                let (today, author) = (self.clock.today(), self.settings.signature());
                let draft = PasteDraft::of(pasted, &answers, today, author);
                Some(Dialog::Paste(Box::new(draft)))
            }
            KeptDialog::Settings(settings, backups) => {
                // What is no setting is as it is now.
                let Settings { recent, warned, .. } = self.settings.clone();
                let settings = Settings { recent, warned, ..*settings };
                Some(Dialog::Settings(Box::new(SettingsDraft { settings, backups })))
            }
            KeptDialog::Redact(ceiling) => return self.redact_again(&ceiling),
            KeptDialog::Send => return self.ask_send(),
            KeptDialog::Poll(proposal, counts) => {
                let proposal = KeptDialog::proposal(&proposal)
                    .filter(|id| room && open.document.snapshot().proposals.get(*id).is_some());
                proposal.map(|proposal| Dialog::Poll(Box::new(PollDraft { proposal, counts })))
            }
            KeptDialog::Path(purpose, typed) => {
                purpose.purpose().map(|purpose| Dialog::Path(PathDraft::new(purpose, &typed)))
            }
        };
    }

    /// Whether a file, a passphrase or a pasted table waits for something to be chosen or opened.
    pub fn has_pending(&self) -> bool {
        let Pending { source, passphrase, paste, typed: _ } = &self.pending;
        source.is_some() || passphrase.is_some() || paste.is_some()
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
