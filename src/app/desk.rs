//! Keeping where one was and what was half typed, so that a crash costs neither.

use std::collections::BTreeMap;

use egui::Context;

use super::resume::{self, Kept};
use super::tally::{AllSpoken, on_desk};
use super::{App, Session};
use crate::command::Screen;
use crate::model::{Keyed, RecordId, Table};
use crate::ui::desk::{selection_from_key, selection_key};
use crate::ui::room::{Room, Spoken};
use crate::ui::state::ViewState;
use crate::ui::views::Merging;
use crate::ui::widgets::draft_id;

/// The key of what was decided in a merge.
const MERGING: &str = "merging";

/// The key of what was half typed in a dialog.
const DIALOG: &str = "dialog";

/// How long something has to stand before it is kept, in seconds: not at every keystroke.
const SETTLED: f64 = 0.7;

/// What is kept of an open dossier beside its records.
#[derive(Debug, Default)]
pub(super) struct Desk {
    drafts: BTreeMap<(RecordId, &'static str), String>,
    // What stands in the file.
    kept: BTreeMap<String, String>,
    // Since when it is not what is on the screen.
    behind: Option<f64>,
    // What was decided in a merge that was interrupted, until the review is read again.
    merging: Option<String>,
    // The dialog that was open when the dossier was locked, until it is opened again.
    dialog: Option<String>,
}

impl Desk {
    /// Takes up what was kept, in the view and in the fields.
    pub(super) fn take_up(
        context: &Context,
        kept: Vec<(String, String)>,
        view: &mut ViewState,
    ) -> Self {
        let mut desk = Self { kept: kept.into_iter().collect(), ..Self::default() };
        if let Some(screen) = desk.kept.get("screen").and_then(|key| Screen::from_key(key)) {
            view.screen = screen;
        }
        if let Some(key) = desk.kept.get("selection") {
            view.selection = selection_from_key(key);
            view.matrix.arrive();
        }
        desk.merging = desk.kept.get(MERGING).cloned();
        desk.dialog = desk.kept.get(DIALOG).cloned();
        for (key, typed) in &desk.kept {
            if let Some((record, column)) = parse_draft(key) {
                context.data_mut(|data| data.insert_temp(draft_id(record, column), typed.clone()));
                desk.drafts.insert((record, column), typed.clone());
            }
        }
        desk
    }

    /// How many fields hold something half typed.
    pub(super) fn drafts(&self) -> usize {
        self.drafts.len()
    }

    /// The point for the room that was half typed.
    pub(super) fn parking(&self) -> String {
        self.kept.get("parking").cloned().unwrap_or_default()
    }

    /// Notes what is half typed in a field, or that nothing is any more.
    pub(super) fn draft(&mut self, record: RecordId, column: &'static str, typed: Option<String>) {
        match typed {
            Some(typed) => drop(self.drafts.insert((record, column), typed)),
            None => drop(self.drafts.remove(&(record, column))),
        }
    }

    /// What was said without names in a room that was not closed.
    pub(super) fn spoken(&self) -> AllSpoken {
        self.kept.iter().filter_map(|(key, value)| Spoken::from_desk(key, value)).collect()
    }

    /// The merge that was interrupted, if one was.
    pub(super) fn interrupted(&self) -> Option<Kept> {
        self.merging.as_deref().and_then(Kept::read)
    }

    /// The merge that was interrupted goes on, or cannot.
    pub(super) fn forget_merging(&mut self) {
        self.merging = None;
    }

    /// Keeps what is half typed in a dialog, for the dossier is being locked.
    pub(super) fn keep_dialog(&mut self, half_typed: Option<String>) {
        self.dialog = half_typed;
    }

    /// What was half typed in a dialog, to be shown again.
    pub(super) fn take_dialog(&mut self) -> Option<String> {
        self.dialog.take()
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
        wanted.insert("screen".to_owned(), view.screen.key().to_owned());
        wanted.insert("selection".to_owned(), selection_key(view.selection));
        // Without a room it waits for the next one.
        let parking = room.map_or_else(|| self.parking(), |room| room.parking.clone());
        if !parking.is_empty() {
            wanted.insert("parking".to_owned(), parking);
        }
        for ((record, column), typed) in &self.drafts {
            let key = format!("draft {} {} {column}", record.table.key(), record.id);
            wanted.insert(key, typed.clone());
        }
        wanted
    }

    /// What has to be written so that the file holds this.
    fn changes(&self, wanted: &BTreeMap<String, String>) -> Vec<(String, Option<String>)> {
        let new = wanted.iter().filter(|(key, value)| self.kept.get(*key) != Some(value));
        let gone = self.kept.keys().filter(|key| !wanted.contains_key(*key));
        new.map(|(key, value)| (key.clone(), Some(value.clone())))
            .chain(gone.map(|key| (key.clone(), None)))
            .collect()
    }
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
    /// Writes what is on the desk into the dossier, when it has settled or has to be now.
    pub(super) fn keep_desk(&mut self, context: &Context, now: bool) {
        let Session::Open(open) = &mut self.session else { return };
        if open.document.is_read_only() {
            return;
        }
        let room = open.room.as_deref();
        let spoken = on_desk(room, &open.left);
        let wanted = open.desk.wanted(&open.view, open.merging.as_deref(), room, spoken);
        let time = context.input(|input| input.time);
        if wanted == open.desk.kept {
            open.desk.behind = None;
            return;
        }
        let since = *open.desk.behind.get_or_insert(time);
        if !now && time - since < SETTLED {
            context.request_repaint_after_secs(SETTLED as f32);
            return;
        }
        open.desk.behind = None;
        let changes = open.desk.changes(&wanted);
        if let Err(error) = open.document.put_on_desk(&changes) {
            // The next edit fails for the same reason and says it.
            tracing::warn!(kind = ?std::mem::discriminant(&error), "the desk was not kept");
        }
        open.desk.kept = wanted;
    }
}
