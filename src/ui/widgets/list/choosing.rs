//! Choosing rows of a list: by clicks with Shift and Ctrl, and by keys.

use egui::{Event, Key, Modifiers, Response, Ui};

use super::{By, List};
use crate::model::Table;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Chosen, RowKey, ViewState};
use crate::ui::widgets::{GridFocus, is_bare_copy};

/// Rows moved by PageUp and PageDown.
const PAGE: usize = 10;

/// The rows of the list as they are chosen in this frame.
pub(super) struct Choosing {
    /// The row under the cursor.
    pub(super) cursor: Option<usize>,
    /// The row activated in this frame.
    pub(super) came_upon: Option<(usize, By)>,
    // The other end of the stretch.
    anchor: Option<usize>,
    rows: usize,
    moves: bool,
}

impl Choosing {
    /// Restores what is chosen, unless something else was selected meanwhile.
    pub(super) fn begin<R>(
        cx: &Cx<'_>,
        state: &mut ViewState,
        list: &List<'_, R>,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) -> Self {
        let shown = &state.lists[list.screen];
        let chosen = &mut state.chosen;
        if chosen.list != list.id || list.key.is_none() {
            *chosen = Chosen { list: list.id, own: list.own, ..Chosen::default() };
            chosen.shown = shown.clone();
        }
        chosen.drawn = true;
        let selected = list.selected.and_then(key);
        if selected != chosen.selected {
            if selected != chosen.cursor {
                chosen.cursor = selected;
                chosen.several.clear();
            }
            chosen.selected = selected;
        }
        if chosen.shown != *shown {
            // The rows are in another order, or are other rows.
            if !chosen.several.is_empty() {
                let rows = chosen.rows.clone();
                chosen.several.hold(rows.iter().copied());
            }
            chosen.shown = shown.clone();
        }
        let place = |wanted: RowKey| (0..list.rows).find(|row| key(*row) == Some(wanted));
        let selected = list.selected.filter(|row| key(*row) == chosen.cursor);
        let cursor = match chosen.cursor {
            Some(_) if selected.is_some() => selected,
            Some(cursor) => place(cursor),
            // Rows without a key can still be selected.
            None => list.selected.filter(|_| list.key.is_none()),
        };
        let anchor = chosen.several.anchor.and_then(place);
        let mut choosing =
            Self { cursor, came_upon: None, anchor, rows: list.rows, moves: list.moves };
        choosing.end(cx, state, key);
        choosing
    }

    /// Whether a row is chosen.
    pub(super) fn is_chosen(
        &self,
        chosen: &Chosen,
        row: usize,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) -> bool {
        let several = &chosen.several;
        if several.is_empty() {
            return self.cursor == Some(row);
        }
        let stretch = self.cursor.zip(self.anchor);
        stretch.is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&row))
            || !several.more.is_empty() && key(row).is_some_and(|key| several.more.contains(&key))
    }

    /// The rows chosen, in the order of the list.
    pub(super) fn rows(
        &self,
        state: &ViewState,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) -> Vec<usize> {
        let chosen = &state.chosen;
        if chosen.several.is_empty() {
            return self.cursor.into_iter().collect();
        }
        (0..self.rows).filter(|row| self.is_chosen(chosen, *row, key)).collect()
    }

    /// Records what is chosen, for actions outside the list.
    pub(super) fn end(
        &mut self,
        cx: &Cx<'_>,
        state: &mut ViewState,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) {
        let chosen = &state.chosen;
        let follows = (
            chosen.several.changes(),
            chosen.cursor,
            chosen.shown.clone(),
            self.rows,
            cx.figures.version(),
        );
        if chosen.follows.as_ref() != Some(&follows) {
            let rows = self.rows(state, key).into_iter().filter_map(key).collect::<Vec<_>>();
            let own = state.chosen.own;
            let records = rows.iter().filter_map(|row| row.record());
            let deletes =
                records.flat_map(|it| own.map_or_else(Vec::new, |own| own(cx.snapshot, it)));
            // The dossier is not among its own records.
            let deletes = deletes.filter(|it| it.table != Table::Dossier);
            state.chosen.deletes = deletes.collect();
            state.chosen.rows = rows.into();
            state.chosen.follows = Some(follows);
        }
    }

    /// Records what the list shows, for a page about that.
    pub(super) fn list(&self, state: &mut ViewState, key: &impl Fn(usize) -> Option<RowKey>) {
        let chosen = &mut state.chosen;
        let records = || (0..self.rows).filter_map(key).filter_map(RowKey::record);
        // Most frames change nothing; then the existing list is kept.
        if chosen.own.is_some() && !records().eq(chosen.listed.iter().copied()) {
            chosen.listed = records().collect();
        }
    }

    /// How the chosen rows are to be copied, if at all: with their heads, or bare.
    pub(super) fn copies(&mut self, state: &mut ViewState) -> Option<bool> {
        state.chosen.copies.take()
    }

    /// Handles this frame's keys if the list has the focus.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        state: &mut ViewState,
        focus: GridFocus,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) {
        if focus.is_escaped(ui) {
            state.chosen.several.clear();
        }
        let mut deletes = false;
        for event in focus.events(ui) {
            match event {
                Event::Key { key: Key::Delete, pressed: true, modifiers, .. } => {
                    deletes |= modifiers.is_none();
                }
                Event::Copy => state.chosen.copies = Some(false),
                event if is_bare_copy(&event) => state.chosen.copies = Some(true),
                Event::Key { key: pressed, pressed: true, modifiers, .. } => {
                    self.pressed(state, pressed, modifiers, key);
                }
                _ => {}
            }
            self.anchor = match state.chosen.several.anchor {
                Some(anchor) => (0..self.rows).find(|row| key(*row) == Some(anchor)),
                None => None,
            };
        }
        self.end(cx, state, key);
        if deletes && !cx.read_only && !state.chosen.deletes.is_empty() {
            cx.push(Action::AskDelete(state.chosen.deletes.clone()));
        }
    }

    fn pressed(
        &mut self,
        state: &mut ViewState,
        pressed: Key,
        modifiers: Modifiers,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) {
        let last = self.rows.saturating_sub(1);
        let at = self.cursor;
        let to = match pressed {
            Key::ArrowDown => at.map_or(0, |at| at + 1),
            Key::ArrowUp => at.map_or(0, |at| at.saturating_sub(1)),
            Key::PageDown if !modifiers.command => at.map_or(0, |at| at + PAGE),
            Key::PageUp if !modifiers.command => at.map_or(0, |at| at.saturating_sub(PAGE)),
            Key::Home => 0,
            Key::End => last,
            Key::Enter => {
                self.came_upon = at.map(|at| (at, By::Opening)).or(self.came_upon);
                state.inspector_hidden = false;
                state.focus_inspector = at.is_some();
                return;
            }
            Key::A if modifiers.command && !modifiers.shift => {
                let all: Vec<_> = (0..self.rows).filter_map(key).collect();
                state.chosen.several.hold(all);
                return;
            }
            Key::Space if modifiers.command => {
                if let Some(one) = at.and_then(key) {
                    let all = state.chosen.rows.clone();
                    state.chosen.several.toggle(all.iter().copied(), one);
                }
                return;
            }
            _ => return,
        };
        if modifiers.alt || !self.moves && !modifiers.shift {
            return;
        }
        let chosen = &mut state.chosen;
        if modifiers.shift {
            chosen.several.stretch(chosen.cursor);
        } else {
            chosen.several.clear();
        }
        self.go(state, to.min(last), By::Keys, key);
    }

    /// Moves the cursor to a row.
    fn go(
        &mut self,
        state: &mut ViewState,
        row: usize,
        by: By,
        key: &impl Fn(usize) -> Option<RowKey>,
    ) {
        if row < self.rows {
            state.chosen.cursor = key(row);
            self.cursor = Some(row);
            self.came_upon = Some((row, by));
        }
    }

    /// Handles a click on a row.
    pub(super) fn clicked(
        &mut self,
        ui: &Ui,
        state: &mut ViewState,
        (row, response): (usize, &Response),
        key: &impl Fn(usize) -> Option<RowKey>,
    ) {
        let held = ui.input(|input| input.modifiers);
        if response.clicked() {
            let chosen = &mut state.chosen;
            if held.command
                && let Some(one) = key(row)
            {
                let all = chosen.rows.clone();
                chosen.several.toggle(all.iter().copied(), one);
            } else if held.shift && key(row).is_some() {
                chosen.several.stretch(chosen.cursor);
            } else {
                chosen.several.clear();
            }
            self.anchor = match state.chosen.several.anchor {
                Some(anchor) => (0..self.rows).find(|row| key(*row) == Some(anchor)),
                None => None,
            };
            self.go(state, row, By::Click, key);
            if response.double_clicked() && !held.any() {
                self.came_upon = Some((row, By::Opening));
                state.inspector_hidden = false;
                state.focus_inspector = true;
            }
            ui.request_repaint();
        } else if response.secondary_clicked() && !self.is_chosen(&state.chosen, row, key) {
            // The menu acts only on what is visibly chosen.
            state.chosen.several.clear();
            self.anchor = None;
            self.go(state, row, By::Click, key);
        }
    }
}
