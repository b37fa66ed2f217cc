//! The name under which entries are made: asked once, at the first edit.

use egui::Context;

use super::{App, Session};
use crate::command::Command;
use crate::document::{Edit, Operation};
use crate::model::{Record, Snapshot};
use crate::ui::cx::Action;
use crate::ui::dialogs::{AuthorDraft, Dialog};

impl App {
    /// Whether an action is an edit that waits until the user has given a name.
    pub(super) fn waits_for_name(&mut self, action: &Action) -> bool {
        let can_edit =
            matches!(&self.session, Session::Open(open) if !open.document.is_read_only());
        if self.settings.named || !edits(action) || !can_edit {
            return false;
        }
        self.unsigned.push(action.clone());
        if !matches!(self.dialog, Some(Dialog::Author(_))) {
            let draft = AuthorDraft {
                name: self.settings.author.clone(),
                role: self.settings.role.clone(),
                begun: false,
            };
            self.dialog = Some(Dialog::Author(Box::new(draft)));
        }
        true
    }

    /// Takes the name, and makes the edits that were waiting for it.
    pub(super) fn sign(&mut self, context: &Context, name: String, role: String) {
        self.dialog = None;
        let before = self.settings.signature();
        (self.settings.author, self.settings.role) = (name, role);
        self.settings.named = true;
        self.keep_settings();
        if let Session::Open(open) = &mut self.session {
            open.document.set_author(self.settings.signature());
        }
        for mut action in std::mem::take(&mut self.unsigned) {
            if let (Some(edit), Session::Open(open)) = (edit_of(&mut action), &self.session) {
                rename(edit, open.document.snapshot(), &before, &self.settings.signature());
            }
            self.act(context, action);
        }
    }
}

/// Whether an action changes records at once, in the name of whoever is at work.
///
/// A merge keeps the names that are in it, and what happens in the room is signed there.
fn edits(action: &Action) -> bool {
    match action {
        Action::Command(command) => *command == Command::Add,
        Action::Apply(_)
        | Action::Stances(..)
        | Action::SetStances(_)
        | Action::ApplyAndSay(..)
        | Action::Delete(_)
        | Action::Mark(..)
        | Action::BringBack(_)
        | Action::RestoreField(_) => true,
        Action::TakePasted(_)
        | Action::Select(_)
        | Action::Ask(_)
        | Action::AskDelete(_)
        | Action::Dismiss
        | Action::DismissNotice
        | Action::Intake(_)
        | Action::AskMark(..)
        | Action::Weigh(_)
        | Action::Redact(..)
        | Action::Export(..)
        | Action::Preview(_)
        | Action::StopPage
        | Action::Settings(_)
        | Action::OpenPath(_)
        | Action::Chosen(..)
        | Action::NewFrom(_)
        | Action::MakeOf
        | Action::ForgetRecent
        | Action::AsOf(_)
        | Action::Say(_)
        | Action::CopyText(_)
        | Action::Offer(_)
        | Action::Unlock(..)
        | Action::Protect(_)
        | Action::Send(..)
        | Action::ChooseText
        | Action::Restore(_)
        | Action::Draft(..)
        | Action::Merge
        | Action::MergeInTheOpen
        | Action::ProtectFirst
        | Action::LookAt(_)
        | Action::LookUnder(_)
        | Action::Sign(..)
        | Action::Help(_)
        | Action::Tour(_)
        | Action::Room(_)
        | Action::LeaveRoom => false,
    }
}

fn edit_of(action: &mut Action) -> Option<&mut Edit> {
    match action {
        Action::Apply(edit) => Some(edit),
        Action::ApplyAndSay(edit, _) | Action::Stances(edit, _) | Action::SetStances(edit) => {
            Some(edit)
        }
        _ => None,
    }
}

/// Puts the new name on the records that an edit adds, which were made before it was known.
fn rename(edit: &mut Edit, snapshot: &Snapshot, before: &str, name: &str) {
    for operation in &mut edit.operations {
        let Operation::Put(record) = operation else { continue };
        let is_new = match &*record {
            Record::Position(entry) => snapshot.position_with(entry.id).is_none(),
            other => snapshot.record(other.record_id()).is_none(),
        };
        let Some(author) = record.author_mut() else { continue };
        if is_new && author == before {
            name.clone_into(author);
        }
    }
}
