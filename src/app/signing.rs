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
        let edits = matches!(
            action,
            Action::Apply(_)
                | Action::ApplyAndSay(..)
                | Action::Stances(..)
                | Action::SetStances(_)
                | Action::Delete(_)
                | Action::Mark(..)
                | Action::RestoreField(_)
                | Action::BringBack(_)
                | Action::Command(Command::Add)
        );
        let can_edit =
            matches!(&self.session, Session::Open(open) if !open.document.is_read_only());
        if self.settings.named || !edits || !can_edit {
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
        let author = match record {
            Record::Position(it) => &mut it.author,
            Record::Assessment(it) => &mut it.author,
            Record::Comment(it) => &mut it.author,
            Record::Relation(it) => &mut it.author,
            Record::Poll(it) => &mut it.author,
            Record::Parked(it) => &mut it.author,
            _ => continue,
        };
        if is_new && author == before {
            name.clone_into(author);
        }
    }
}
