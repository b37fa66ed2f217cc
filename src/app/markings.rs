//! Marking many records at once, and copies for others.

use std::collections::BTreeMap;
use std::path::Path;

use egui::Context;

use super::{App, Session};
use crate::document::{lowered_by, marking_edit};
use crate::explain::{explain_store, explain_unwritten};
use crate::model::{Marking, RecordId};
use crate::store::Error;
use crate::text::msg;
use crate::ui::cx::{Cover, Purpose};
use crate::ui::dialogs::{Dialog, MarkDraft, RedactDraft};

impl App {
    /// Asks before marking many records, with the number that become less confidential.
    pub(super) fn ask_mark(&mut self, records: Vec<RecordId>, marking: Option<Marking>) {
        let Session::Open(open) = &self.session else { return };
        let snapshot = open.document.snapshot();
        let mut counts = BTreeMap::new();
        for record in &records {
            *counts.entry(record.table).or_default() += 1;
        }
        let lowered = lowered_by(snapshot, &records, marking);
        self.dialog = Some(Dialog::Mark(Box::new(MarkDraft { records, marking, counts, lowered })));
    }

    /// Marks many records in one step.
    pub(super) fn mark(
        &mut self,
        context: &Context,
        records: &[RecordId],
        marking: Option<Marking>,
    ) {
        self.dialog = None;
        let Session::Open(open) = &self.session else { return };
        let edit = marking_edit(open.document.snapshot(), records, marking);
        let count = edit.operations.len();
        if self.apply(&edit) {
            let words = self.text.with(msg!("said-marked"), &[("count", count.into())]);
            self.say_done(context, words);
        }
    }

    /// Shows what a copy for others would contain.
    pub(super) fn ask_redact(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let protected = open.document.is_protected();
        let (ceiling, seen_counts) = (Marking::Green, BTreeMap::new());
        let draft = RedactDraft { ceiling, seen_counts, protected, in_the_open: false };
        self.dialog = Some(Dialog::Redact(Box::new(draft)));
        self.weigh(Marking::Green);
    }

    /// Counts what a copy under a ceiling would contain.
    pub(super) fn weigh(&mut self, ceiling: Marking) {
        let Session::Open(open) = &self.session else { return };
        let weighed = match &mut self.dialog {
            Some(Dialog::Redact(draft)) => &mut draft.seen_counts,
            _ => return,
        };
        match open.document.seen_counts(ceiling) {
            Ok(seen_counts) => drop(weighed.insert(ceiling, seen_counts)),
            Err(error) => {
                let explanation = explain_store(self.text, &error, open.document.path());
                self.dialog = None;
                self.notice = Some(explanation.into());
            }
        }
    }

    /// Chooses where to save the copy.
    pub(super) fn choose_redacted(&mut self, ceiling: Marking, cover: Cover) {
        self.dialog = None;
        self.choose(Purpose::Redact(ceiling, cover));
    }

    /// Makes the copy, and reports it.
    pub(super) fn redact(
        &mut self,
        context: &Context,
        ceiling: Marking,
        cover: Cover,
        path: &Path,
    ) {
        let Some(document) = self.document() else { return };
        let title = self.text.get(msg!("redacted-title"));
        let made = match cover {
            Cover::InTheOpen => document.redact_in_the_open(path, ceiling, title),
            Cover::Wrapped | Cover::Plain => document.redact(path, ceiling, title, None),
        };
        match made {
            // The dossier that was asked about is no longer open.
            Err(Error::InTheOpen) => self.ask_redact(),
            Ok(_) => {
                let arguments = [
                    ("path", path.display().to_string().into()),
                    ("marking", ceiling.label().into()),
                ];
                self.say(context, self.text.with(msg!("redact-done"), &arguments));
            }
            Err(error) => self.notice = Some(explain_unwritten(self.text, &error, path).into()),
        }
    }
}
