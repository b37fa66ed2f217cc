//! Marking many records at once, and copies for others.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use egui::Context;

use super::export::kept_hidden;
use super::{App, Session};
use crate::document::{Edit, StepName, lowered_by, marking_edit};
use crate::explain::{explain_store, explain_unwritten};
use crate::model::{Assessment, AssessmentId, Marking, Record, RecordId};
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

    /// Gives an assessment a marking with which the open room may see it; what loosens it is asked about
    /// before the wall shows it.
    pub(super) fn mark_for_room(&mut self, context: &Context, id: AssessmentId) {
        let text = self.text;
        let Session::Open(open) = &self.session else { return };
        let Some(room) = open.room.as_deref() else {
            return self.say(context, text.get(msg!("mark-no-room")).to_owned());
        };
        let (snapshot, ceiling) = (open.document.snapshot(), room.clearance.ceiling);
        let Some(scored) = snapshot.assessments.get(id) else { return };
        let label = [("marking", ceiling.label().into())];
        if snapshot.marking_of(id.into()) <= ceiling {
            return self.say(context, text.with(msg!("mark-seen-already"), &label));
        }
        // What was written about it earlier is not shown by one key.
        if !is_bare(scored, self.clock.today()) {
            return self.say(context, text.get(msg!("mark-not-bare")).to_owned());
        }
        if room.live().is_none_or(|seen| !seen.snapshot.has(scored.proposal.into())) {
            return self.say(context, text.get(msg!("mark-proposal-withheld")).to_owned());
        }
        let edit = marking_edit(snapshot, &[id.into()], Some(ceiling));
        if self.apply(&edit) {
            self.say_done(context, text.with(msg!("mark-for-room"), &label));
        }
    }

    /// Says that the open room does not see what was just scored, and by which key it would.
    pub(super) fn say_unseen(&mut self, context: &Context, edit: &Edit) {
        let Session::Open(open) = &self.session else { return };
        let Some(room) = open.room.as_deref().filter(|_| edit.name == StepName::Assess) else {
            return;
        };
        let (snapshot, ceiling) = (open.document.snapshot(), room.clearance.ceiling);
        let mut scored = edit.records().filter_map(|it| match it {
            Record::Assessment(it) => snapshot.assessments.get(it.id),
            _ => None,
        });
        let Some(scored) = scored.next() else { return };
        let record = RecordId::from(scored.id);
        let is = snapshot.marking_of(record);
        let arguments = [("is", is.label().into()), ("marking", ceiling.label().into())];
        let words = if room.clearance.held.contains(&record) {
            self.text.get(msg!("scored-kept")).to_owned()
        } else if is <= ceiling {
            return;
        } else if is_bare(scored, self.clock.today()) {
            self.text.with(msg!("scored-unseen"), &arguments)
        } else {
            self.text.with(msg!("scored-stricter"), &arguments)
        };
        self.say_done(context, words);
    }

    /// Shows what a copy for others would contain.
    pub(super) fn ask_redact(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let protected = open.document.is_protected();
        let (ceiling, seen_counts) = (Marking::Green, BTreeMap::new());
        let hidden = kept_hidden(open);
        let draft = RedactDraft { ceiling, seen_counts, protected, in_the_open: false, hidden };
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

/// Whether this is an assessment of today that says nothing but a severity, and has the marking of the dossier.
fn is_bare(it: &Assessment, today: NaiveDate) -> bool {
    it.marking.is_none()
        && it.date == today
        && it.rationale.is_empty()
        && it.answers.iter().all(String::is_empty)
        && it.source.is_none()
}
