//! Keyboard input of the matrix: moving, setting, clearing, copying, pasting.

use std::collections::BTreeSet;

use egui::{Event, Key, Modifiers, Ui};

use super::board::{Board, Spot};
use super::{FOCUS, edits, filters, heads, select};
use crate::command;
use crate::document::Edit;
use crate::exchange::{
    GridFault, PasteError, block_from_text, block_to_text, grid_to_text, has_heads,
};
use crate::model::Stance;
use crate::text::{Text, msg};
use crate::ui::cx::{Action, CellCount, Cx};
use crate::ui::state::{Place, Selection, ViewState};
use crate::ui::widgets::is_bare_copy;

/// Lines moved by PageUp and PageDown.
const PAGE: isize = 15;

/// Handles this frame's keys if the matrix has the focus.
pub(super) fn handle(ui: &Ui, cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>) {
    if heads::held(state).is_some() && FOCUS.is_here(ui) {
        command::note_moving(ui);
    }
    if let Some(bare) = state.chosen.copies.take() {
        act(cx, state, board, Act::Copy(bare));
    }
    let events = FOCUS.events(ui);
    if events.is_empty() {
        return;
    }
    let mut keys = Keys::new(cx, state, board);
    for event in events {
        match event {
            Event::Text(typed) => typed.chars().for_each(|c| keys.typed(c)),
            Event::Copy => keys.copy(false),
            event if is_bare_copy(&event) => keys.copy(true),
            Event::Key { key, pressed: true, modifiers, .. } => keys.key(key, modifiers),
            Event::Paste(pasted) => keys.paste(&pasted),
            _ => {}
        }
    }
    keys.set_pending();
    if state.focus_filter {
        filters::focus_search(ui, state);
    }
}

/// The actions of the bar or a menu on the chosen cells.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    /// Set a stance, or make it unknown.
    Set(Option<Stance>),
    /// Take back what the scenario in view assumes.
    TakeBack,
    /// Copy them, bare or with their heads.
    Copy(bool),
}

/// Performs an action on the chosen cells.
pub(super) fn act(cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>, act: Act) {
    let mut keys = Keys::new(cx, state, board);
    match act {
        Act::Set(stance) => keys.set(stance),
        Act::TakeBack => keys.clear(),
        Act::Copy(bare) => keys.copy(bare),
    }
    keys.set_pending();
}

struct Keys<'a, 'b> {
    cx: &'a Cx<'b>,
    state: &'a mut ViewState,
    board: &'a Board<'a>,
    cursor: Spot,
    // Whether no visible cell is selected: the first arrow selects one, and until then keys set
    // nothing.
    fresh: bool,
    // The stance typed so far in this frame: a second sign strengthens the first, as one edit.
    pending: Option<(Vec<Place>, Option<Stance>)>,
}

impl<'a, 'b> Keys<'a, 'b> {
    fn new(cx: &'a Cx<'b>, state: &'a mut ViewState, board: &'a Board<'a>) -> Self {
        let cursor = state.selection.cell().and_then(|place| board.find(place));
        let fresh = cursor.is_none();
        let cursor = cursor.unwrap_or_else(|| board.start(state.selection, state.matrix.last));
        Self { cx, state, board, cursor, fresh, pending: None }
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        let (lines, columns) = self.board.size();
        let (lines, columns) = (lines as isize, columns as isize);
        let far = modifiers.command;
        if modifiers.alt && self.move_head(key) {
            return;
        }
        match key {
            Key::ArrowUp => self.step(if far { -lines } else { -1 }, 0, modifiers),
            Key::ArrowDown => self.step(if far { lines } else { 1 }, 0, modifiers),
            Key::ArrowLeft => self.step(0, if far { -columns } else { -1 }, modifiers),
            Key::ArrowRight => self.step(0, if far { columns } else { 1 }, modifiers),
            Key::PageUp => self.step(-PAGE, 0, modifiers),
            Key::PageDown => self.step(PAGE, 0, modifiers),
            Key::Home => self.step(if far { -lines } else { 0 }, -columns, modifiers),
            Key::End => self.step(if far { lines } else { 0 }, columns, modifiers),
            Key::Enter => {
                self.state.inspector_hidden = false;
                self.state.focus_inspector = true;
            }
            Key::Escape => self.state.matrix.several.clear(),
            Key::A if modifiers.command && !modifiers.shift => self.select_all(),
            Key::Delete if modifiers.is_none() && self.has_heads() => self.ask_delete(),
            Key::Delete | Key::Backspace if !modifiers.command => self.clear(),
            Key::Space if modifiers.shift => self.select_line(true),
            Key::Space if modifiers.command => self.select_line(false),
            _ => {}
        }
    }

    fn typed(&mut self, c: char) {
        if self.state.focus_filter {
            // The user has started to type a name, and everything that follows belongs to it.
            self.state.matrix.filter.text.push(c);
            return;
        }
        if c == '?' {
            return self.set(None);
        }
        let place = self.board.place(self.cursor);
        if let Some(stance) = Stance::from_typed(c, place.and_then(|place| self.stance(place))) {
            self.set(Some(stance));
        } else if c.is_alphabetic() {
            // The first letter starts a search; others in the same frame continue it.
            let text = &mut self.state.matrix.filter.text;
            if !std::mem::replace(&mut self.state.focus_filter, true) {
                text.clear();
            }
            text.push(c);
        }
    }

    /// Moves the proposal whose head is selected to the next place, as heads of lists are moved.
    fn move_head(&mut self, key: Key) -> bool {
        let Some(proposal) = heads::held(self.state) else { return false };
        let by = match (key, self.state.matrix.transposed) {
            (Key::ArrowLeft, false) | (Key::ArrowUp, true) => -1,
            (Key::ArrowRight, false) | (Key::ArrowDown, true) => 1,
            _ => return false,
        };
        heads::step(self.cx, &mut self.state.matrix, proposal, by);
        true
    }

    fn step(&mut self, lines: isize, columns: isize, modifiers: Modifiers) {
        if modifiers.shift
            && let Some(by) = self.along_heads(lines, columns)
        {
            return heads::extend(self.cx, self.state, self.board, by);
        }
        if !modifiers.shift || self.fresh {
            self.state.matrix.several.clear();
        } else {
            self.state.matrix.several.stretch(self.state.selection.cell());
        }
        if !std::mem::take(&mut self.fresh) {
            self.cursor = self.board.step(self.cursor, lines, columns);
        }
        if let Some(place) = self.board.place(self.cursor) {
            select(self.state, place);
        }
        self.state.matrix.reveal = true;
    }

    /// How far a step goes along the heads, if one of them is selected: across them it goes nowhere.
    fn along_heads(&self, lines: isize, columns: isize) -> Option<isize> {
        let are_lines = match self.state.selection {
            Selection::Party(_) => !self.state.matrix.transposed,
            Selection::Proposal(_) => self.state.matrix.transposed,
            _ => return None,
        };
        Some(if are_lines { lines } else { columns })
    }

    fn select_line(&mut self, party: bool) {
        if let Some((proposal, party_id)) = self.state.selection.cell() {
            let head =
                if party { Selection::Party(party_id) } else { Selection::Proposal(proposal) };
            heads::select(self.state, head);
            self.fresh = true;
        }
    }

    /// Chooses every cell shown. The cursor goes to the first, so that nothing scrolls far away.
    fn select_all(&mut self) {
        let (lines, columns) = self.board.size();
        let last = (lines.saturating_sub(1), columns.saturating_sub(1));
        if let (Some(first), Some(last)) = (self.board.place((0, 0)), self.board.place(last)) {
            self.state.matrix.several.clear();
            self.state.matrix.several.stretch_from(Some(last));
            (self.cursor, self.fresh) = ((0, 0), false);
            select(self.state, first);
        }
    }

    fn block(&self) -> Vec<Vec<Place>> {
        self.board.chosen(Some(self.cursor), &self.state.matrix.several)
    }

    fn set(&mut self, stance: Option<Stance>) {
        if self.refuse() {
            return;
        }
        let places = self.block().concat();
        if self.pending.as_ref().is_some_and(|(pending, _)| *pending != places) {
            self.set_pending();
        }
        self.pending = Some((places, stance));
    }

    /// Makes the stance unknown again; under a scenario, takes back what it assumes.
    fn clear(&mut self) {
        if self.cx.under.is_none() {
            return self.set(None);
        }
        if self.refuse() {
            return;
        }
        self.set_pending();
        let places = self.block().concat();
        match edits::take_back(self.cx, &places) {
            Some(edit) => self.cx.apply(edit),
            None => {
                let words = self.cx.text.get(msg!("supposed-nothing"));
                self.cx.push(Action::Say(words.to_owned()));
            }
        }
    }

    fn set_pending(&mut self) {
        if let Some((places, stance)) = self.pending.take() {
            self.make(edits::set(self.cx, &places, stance), all(&places));
        }
    }

    /// Makes an edit of these cells; for more than one, the count is asked about or reported.
    fn make(&self, edit: Option<Edit>, cells: CellCount) {
        let count = cells.given;
        match edit {
            Some(edit) if count + cells.silent + cells.outside > 1 => {
                self.cx.push(Action::Stances(Box::new(edit), cells));
            }
            Some(edit) => self.cx.apply(edit),
            None => {
                let said = [
                    (msg!("said-stances-none"), if count > 1 { count } else { 0 }),
                    (msg!("paste-silent"), cells.silent),
                    (msg!("paste-outside"), cells.outside),
                ];
                let said = said.iter().filter(|(_, count)| *count > 0);
                let said = said.map(|(id, n)| self.cx.text.with(*id, &[("count", (*n).into())]));
                let said = said.collect::<Vec<_>>().join(" ");
                if !said.is_empty() {
                    self.cx.push(Action::Say(said));
                }
            }
        }
    }

    /// Whether several heads are chosen, instead of cells.
    fn has_heads(&self) -> bool {
        self.fresh && self.state.chosen.rows.len() > 1
    }

    /// Asks whether to delete the parties or proposals whose heads are chosen.
    fn ask_delete(&self) {
        if !self.cx.read_only {
            self.cx.push(Action::AskDelete(self.state.chosen.deletable()));
        }
    }

    /// The chosen cells; with heads chosen, all in their rows or columns.
    fn spots(&self) -> BTreeSet<Spot> {
        if self.has_heads() {
            return self.board.of_heads(&self.state.chosen.rows);
        }
        let several = &self.state.matrix.several;
        self.board.spots(self.board.stretch(Some(self.cursor), several), several)
    }

    fn copy(&self, bare: bool) {
        if self.fresh && !self.has_heads() {
            return self.say_no_cell();
        }
        let spots = self.spots();
        let lines: BTreeSet<_> = spots.iter().map(|(line, _)| *line).collect();
        let columns: BTreeSet<_> = spots.iter().map(|(_, column)| *column).collect();
        // Cells between the chosen ones stay empty.
        let cell = |line, column| match spots.contains(&(line, column)) {
            true => self.board.place((line, column)).map(|place| self.stance(place)),
            false => None,
        };
        let block: Vec<Vec<_>> = lines
            .iter()
            .map(|line| columns.iter().map(|column| cell(*line, *column)).collect())
            .collect();
        let words = if bare {
            block_to_text(self.cx.text, &block)
        } else {
            let heads = self.board.heads(self.cx.text, &lines, &columns);
            grid_to_text(self.cx.text, &heads, &block)
        };
        self.cx.push(Action::CopyText(words));
        let words = self.cx.text.with(msg!("copied-cells"), &[("count", spots.len().into())]);
        self.cx.push(Action::Say(words));
    }

    fn paste(&mut self, pasted: &str) {
        if !self.cx.read_only && self.cx.under.is_none() && has_heads(pasted) {
            // A grid with heads says whose stances they are: it is reviewed before anything is
            // entered.
            self.set_pending();
            return self.cx.push(Action::TakePasted(pasted.to_owned()));
        }
        if self.refuse() {
            return;
        }
        self.set_pending();
        let block = match block_from_text(pasted) {
            Ok(block) => block,
            Err(error) => return self.cx.push(Action::Say(refused(self.cx.text, error))),
        };
        let selected = self.block();
        let lines = match &block.rows[..] {
            // A single stance fills the whole selection.
            [line] if line.len() == 1 => {
                let stance = line[0].map(|parsed| parsed.0);
                let Some(stance) = stance else { return self.nothing_pasted() };
                let places = selected.concat();
                return self.make(edits::set(self.cx, &places, stance), all(&places));
            }
            block => {
                let columns = block.iter().map(Vec::len).max().unwrap_or_default();
                let corner = selected.first().and_then(|line| line.first()).copied();
                let corner = corner.and_then(|place| self.board.find(place));
                self.board.rectangle(corner.unwrap_or(self.cursor), block.len(), columns)
            }
        };
        let cells = lines.iter().zip(&block.rows).flat_map(|(line, cells)| line.iter().zip(cells));
        let cells = cells.filter(|(_, cell)| cell.is_some()).count();
        if cells == 0 {
            return self.nothing_pasted();
        }
        let stances = block.rows.iter().flatten().filter(|cell| cell.is_some()).count();
        let cells = CellCount {
            given: cells,
            silent: block.silent,
            outside: stances.saturating_sub(cells),
        };
        self.make(edits::paste(self.cx, &lines, &block), cells);
    }

    /// Reports that a pasted block contains no stance, so nothing changes.
    fn nothing_pasted(&self) {
        self.cx.push(Action::Say(self.cx.text.get(msg!("paste-no-stance")).to_owned()));
    }

    fn stance(&self, place: Place) -> Option<Stance> {
        if let Some((places, stance)) = &self.pending
            && places.contains(&place)
        {
            return *stance;
        }
        let (proposal, party) = place;
        let snapshot = self.cx.snapshot;
        let slots = (snapshot.proposals.slot(proposal)?, snapshot.parties.slot(party)?);
        self.cx.figures.coalition().stance(slots.0, slots.1)
    }

    fn refuse(&self) -> bool {
        if self.cx.read_only {
            self.cx.push(Action::Say(self.cx.why_read_only().to_owned()));
        } else if self.fresh {
            self.say_no_cell();
        }
        self.cx.read_only || self.fresh
    }

    fn say_no_cell(&self) {
        let hidden = self.state.selection.cell().is_some();
        let id = if hidden { msg!("matrix-cell-hidden") } else { msg!("matrix-no-cell") };
        self.cx.push(Action::Say(self.cx.text.get(id).to_owned()));
    }
}

fn all(places: &[Place]) -> CellCount {
    CellCount { given: places.len(), ..CellCount::default() }
}

/// Why no part of a block was pasted.
fn refused(text: Text, error: PasteError) -> String {
    match error {
        PasteError::Cell { row, column, written, dash } => {
            let id = if dash { msg!("paste-refused-dash") } else { msg!("paste-refused") };
            let place = [("row", row.into()), ("column", column.into())];
            text.with(id, &[&place[..], &[("written", written.into())]].concat())
        }
        PasteError::Grid(GridFault::Unclosed(line)) => {
            text.with(msg!("paste-refused-unclosed"), &[("line", line.into())])
        }
        PasteError::Grid(GridFault::TooLarge { cells, most }) => text
            .with(msg!("paste-refused-large"), &[("cells", cells.into()), ("most", most.into())]),
    }
}
