//! Keeping the user's place and half-typed text, so that a crash costs neither.

use std::collections::BTreeMap;

use egui::Context;
use uuid::Uuid;

use super::resume::{self, Kept};
use super::tally::{AllSpoken, to_workspace};
use super::{App, Session};
use crate::analysis::{Filter, ToldSplits};
use crate::command::Screen;
use crate::model::{Keyed, Marking, ParagraphId, Procedure, ProposalId, RecordId, Table};
use crate::ui::room::{ChairDraft, HalfTyped, Room, Spoken};
use crate::ui::selection::{selection_from_key, selection_key};
use crate::ui::state::ViewState;
use crate::ui::views::Merging;
use crate::ui::widgets::draft_id;

/// The key of the decisions in an unfinished merge.
const MERGING: &str = "merging";

/// The key of a half-typed dialog.
const DIALOG: &str = "dialog";

/// The key of a half-finished import of a table.
const TABLE: &str = "table";

/// The key of a text being added as a version.
const TEXT: &str = "text";

/// The key of the arrangement of the columns of lists.
const COLUMNS: &str = "columns";

/// The key of the proposal on the calling list, and of its procedure.
const CALLS: &str = "calls";

/// The key of the filter of the matrix, and of its order.
const FILTER: &str = "filter";

/// Seconds something must stay unchanged before it is written, rather than at every keystroke.
const SETTLED: f64 = 0.7;

/// State kept with an open dossier beside its records.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    drafts: BTreeMap<(RecordId, &'static str), String>,
    // The state as stored in the file.
    kept: BTreeMap<String, String>,
    // Since when the file differs from what is on screen.
    behind: Option<f64>,
    // The decisions of an interrupted merge, until its review has been read again.
    merging: Option<String>,
    // The dialog open when the dossier was locked, until it is reopened.
    dialog: Option<String>,
    // The table being imported when the dossier was locked, until it is read again.
    table: Option<String>,
}

impl Workspace {
    /// Restores what was stored, in the view and in the fields.
    pub(super) fn take_up(
        context: &Context,
        kept: Vec<(String, String)>,
        view: &mut ViewState,
    ) -> Self {
        let mut workspace = Self { kept: kept.into_iter().collect(), ..Self::default() };
        if let Some(screen) = workspace.kept.get("screen").and_then(|key| Screen::from_key(key)) {
            view.screen = screen;
        }
        if let Some(key) = workspace.kept.get("selection") {
            view.selection = selection_from_key(key);
            view.matrix.arrive();
        }
        if let Some(kept) = workspace.kept.get(FILTER) {
            view.matrix.filter = Filter::from_kept(kept);
        }
        let text = workspace.kept.get(TEXT).and_then(|kept| serde_json::from_str(kept).ok());
        if let Some(text) = text {
            view.text.take_up(text);
        }
        let calls = workspace.kept.get(CALLS).and_then(|kept| serde_json::from_str(kept).ok());
        let (proposal, procedure): (Option<Uuid>, Option<String>) = calls.unwrap_or_default();
        view.calls.proposal = proposal.map(ProposalId);
        view.calls.procedure = procedure.and_then(|key| Procedure::from_key(&key));
        let columns = workspace.kept.get(COLUMNS).and_then(|kept| serde_json::from_str(kept).ok());
        view.columns = columns.unwrap_or_default();
        workspace.merging = workspace.kept.get(MERGING).cloned();
        workspace.dialog = workspace.kept.get(DIALOG).cloned();
        workspace.table = workspace.kept.get(TABLE).cloned();
        for (key, typed) in &workspace.kept {
            if let Some((record, column)) = parse_draft(key) {
                context.data_mut(|data| data.insert_temp(draft_id(record, column), typed.clone()));
                workspace.drafts.insert((record, column), typed.clone());
            }
        }
        workspace
    }

    /// The number of fields with a draft.
    pub(super) fn drafts(&self) -> usize {
        self.drafts.len()
    }

    /// The half-typed point of rooms with this ceiling: others may be looking on at the laptop of a
    /// laxer one.
    pub(super) fn parking(&self, ceiling: Marking) -> String {
        self.kept.get(&parking_key(ceiling)).cloned().unwrap_or_default()
    }

    /// The text half typed in a room with this ceiling when the dossier went away.
    pub(super) fn half_typed(&self, ceiling: Marking) -> HalfTyped {
        let kept = self.kept.get(&chair_key(ceiling));
        let kept: Vec<(Uuid, ChairDraft)> =
            kept.and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        let drafts = kept.into_iter().map(|(id, draft)| (ParagraphId(id), draft)).collect();
        HalfTyped { parking: self.parking(ceiling), drafts }
    }

    /// The splits of polls that rooms were told.
    pub(super) fn told(&self) -> ToldSplits {
        ToldSplits::from_workspace(&self.kept)
    }

    /// Takes over what rooms elsewhere were told, after a merge has put it in the file.
    pub(super) fn take_up_told(&mut self, told: &ToldSplits) {
        self.kept.extend(told.to_workspace());
    }

    /// Records the draft of a field; `None` discards it.
    pub(super) fn draft(&mut self, record: RecordId, column: &'static str, typed: Option<String>) {
        match typed {
            Some(typed) => drop(self.drafts.insert((record, column), typed)),
            None => drop(self.drafts.remove(&(record, column))),
        }
    }

    /// The answers given without names in a room that was never closed.
    pub(super) fn spoken(&self) -> AllSpoken {
        self.kept.iter().filter_map(|(key, value)| Spoken::from_workspace(key, value)).collect()
    }

    /// The interrupted merge, if any.
    pub(super) fn interrupted(&self) -> Option<Kept> {
        self.merging.as_deref().and_then(Kept::read)
    }

    /// Drops the interrupted merge: it has been resumed, or cannot be.
    pub(super) fn forget_merging(&mut self) {
        self.merging = None;
    }

    /// Stores a half-typed dialog when the dossier is locked.
    pub(super) fn keep_dialog(&mut self, half_typed: Option<String>) {
        self.dialog = half_typed;
    }

    /// Takes a half-typed dialog, to be shown again.
    pub(super) fn take_dialog(&mut self) -> Option<String> {
        self.dialog.take()
    }

    /// Stores a half-finished import of a table when the dossier is locked.
    pub(super) fn keep_table(&mut self, half_taken: Option<String>) {
        self.table = half_taken;
    }

    /// Takes a half-finished import of a table, to be read again.
    pub(super) fn take_table(&mut self) -> Option<String> {
        self.table.take()
    }

    fn wanted(
        &self,
        view: &ViewState,
        merging: Option<&Merging>,
        room: Option<&Room>,
        spoken: impl Iterator<Item = (String, String)>,
    ) -> BTreeMap<String, String> {
        let mut wanted: BTreeMap<_, _> = spoken.collect();
        let decided = merging.map_or_else(|| self.merging.clone(), resume::keep);
        wanted.extend(decided.map(|decided| (MERGING.to_owned(), decided)));
        wanted.extend(self.dialog.clone().map(|dialog| (DIALOG.to_owned(), dialog)));
        wanted.extend(self.table.clone().map(|table| (TABLE.to_owned(), table)));
        wanted.insert("screen".to_owned(), view.screen.key().to_owned());
        wanted.insert("selection".to_owned(), selection_key(view.selection));
        let filter = view.matrix.filter.to_kept();
        if !filter.is_empty() {
            wanted.insert(FILTER.to_owned(), filter);
        }
        let calls = (view.calls.proposal.map(|it| it.0), view.calls.procedure.map(Keyed::key));
        if calls != (None, None) {
            wanted.extend(serde_json::to_string(&calls).ok().map(|it| (CALLS.to_owned(), it)));
        }
        let columns = view.columns.iter().filter(|(_, columns)| !columns.is_empty());
        let columns: BTreeMap<_, _> = columns.collect();
        if !columns.is_empty() {
            let columns = serde_json::to_string(&columns).ok();
            wanted.extend(columns.map(|columns| (COLUMNS.to_owned(), columns)));
        }
        for ceiling in Marking::ALL {
            // It waits for the next such room.
            let room = room.filter(|room| room.clearance.ceiling == *ceiling);
            let parking = room.map_or_else(|| self.parking(*ceiling), |it| it.parking.clone());
            if !parking.is_empty() {
                wanted.insert(parking_key(*ceiling), parking);
            }
        }
        if let Some(room) = room.filter(|it| !it.texts.drafts.is_empty()) {
            let drafts: Vec<_> = room.texts.drafts.iter().collect();
            let drafts = serde_json::to_string(&drafts).ok();
            wanted.extend(drafts.map(|it| (chair_key(room.clearance.ceiling), it)));
        }
        let taking = view.text.kept().and_then(|kept| serde_json::to_string(&kept).ok());
        wanted.extend(taking.map(|taking| (TEXT.to_owned(), taking)));
        let told = room.map_or_else(|| self.told(), |room| room.told.clone());
        wanted.extend(told.to_workspace());
        for ((record, column), typed) in &self.drafts {
            let key = format!("draft {} {} {column}", record.table.key(), record.id);
            wanted.insert(key, typed.clone());
        }
        wanted
    }

    /// The changes that bring the file to the wanted content.
    fn changes(&self, wanted: &BTreeMap<String, String>) -> Vec<(String, Option<String>)> {
        let new = wanted.iter().filter(|(key, value)| self.kept.get(*key) != Some(value));
        let gone = self.kept.keys().filter(|key| !wanted.contains_key(*key));
        new.map(|(key, value)| (key.clone(), Some(value.clone())))
            .chain(gone.map(|key| (key.clone(), None)))
            .collect()
    }
}

fn parking_key(ceiling: Marking) -> String {
    format!("parking {}", ceiling.key())
}

fn chair_key(ceiling: Marking) -> String {
    format!("chair {}", ceiling.key())
}

fn parse_draft(key: &str) -> Option<(RecordId, &'static str)> {
    let mut parts = key.strip_prefix("draft ")?.split(' ');
    let table = Table::from_key(parts.next()?)?;
    let id = parts.next()?.parse().ok()?;
    let column = parts.next()?;
    let column = table.columns().iter().find(|known| **known == column)?;
    Some((RecordId { table, id }, column))
}

impl App {
    /// Writes the workspace to the dossier once it has settled, or at once if `now`.
    pub(super) fn keep_workspace(&mut self, context: &Context, now: bool) {
        let Session::Open(open) = &mut self.session else { return };
        if open.document.is_read_only() {
            return;
        }
        let room = open.room.as_deref();
        let spoken = to_workspace(room, &open.left);
        let wanted = open.workspace.wanted(&open.view, open.merging.as_deref(), room, spoken);
        let time = context.input(|input| input.time);
        if wanted == open.workspace.kept {
            open.workspace.behind = None;
            return;
        }
        // A split that a room was told has to survive a crash at the same moment.
        let is_told = |(key, _): &(&String, &String)| ToldSplits::is_key(key);
        let kept = open.workspace.kept.iter().filter(is_told);
        let now = now || wanted.iter().filter(is_told).ne(kept);
        let since = *open.workspace.behind.get_or_insert(time);
        if !now && time - since < SETTLED {
            context.request_repaint_after_secs(SETTLED as f32);
            return;
        }
        open.workspace.behind = None;
        let changes = open.workspace.changes(&wanted);
        if let Err(error) = open.document.keep_in_workspace(&changes) {
            // The next edit will fail for the same reason and report it.
            tracing::warn!(kind = ?std::mem::discriminant(&error), "the workspace was not kept");
        }
        open.workspace.kept = wanted;
    }
}
