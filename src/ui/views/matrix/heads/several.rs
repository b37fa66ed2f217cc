//! Several heads chosen at once: their records are chosen as the rows of a list are.

use egui::{Response, Ui};

use super::super::board::Board;
use crate::model::{ProposalId, RecordId, Table};
use crate::ui::cx::Cx;
use crate::ui::selection::selection_of;
use crate::ui::state::{Chosen, RowKey, Selection, ViewState};

/// The heads, as a list whose rows are chosen.
const LIST: &str = "heads of the matrix";

/// Works out which heads are chosen besides the selected one, for the bar below and the heads.
pub(in super::super) fn refresh(state: &mut ViewState, board: &Board<'_>) {
    let Some(cursor) = head(state.selection) else { return };
    let chosen = &mut state.chosen;
    if chosen.list != LIST {
        *chosen = Chosen { list: LIST, cursor: Some(cursor), ..Chosen::default() };
    }
    if chosen.cursor != Some(cursor) {
        // It was selected elsewhere.
        chosen.cursor = Some(cursor);
        chosen.several.clear();
    }
    chosen.drawn = true;
    let heads = board.records(is_party(cursor));
    let place = |wanted: Option<RowKey>| heads.iter().position(|it| Some(*it) == wanted);
    let stretch = place(chosen.cursor).zip(place(chosen.several.anchor));
    let alone = chosen.several.is_empty();
    let is_chosen = |at: usize, it: &RowKey| {
        (alone && *it == cursor)
            || stretch.is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&at))
            || chosen.several.more.contains(it)
    };
    let rows = heads.iter().enumerate().filter(|(at, it)| is_chosen(*at, it));
    let rows: Vec<_> = rows.map(|(_, it)| *it).collect();
    chosen.deletes = rows.iter().filter_map(|it| it.record()).collect();
    chosen.rows = rows.into();
}

/// Keeps the heads that are chosen, because others are about to lie between them.
pub(in super::super) fn hold(state: &mut ViewState) {
    let chosen = &mut state.chosen;
    if chosen.list == LIST && !chosen.several.is_empty() {
        let rows = chosen.rows.clone();
        chosen.several.hold(rows.iter().copied());
    }
}

/// Whether a head is chosen; that of a party is also while one of its cells is selected.
pub(in super::super) fn is_chosen(state: &ViewState, selection: Selection) -> bool {
    let several = state.chosen.list == LIST && !state.chosen.several.is_empty();
    match (head(selection), selection) {
        (Some(head), _) if several => state.chosen.rows.contains(&head),
        (_, Selection::Party(party)) => state.selection.party() == Some(party),
        _ => state.selection == selection,
    }
}

/// Whether several heads are chosen, this one among them.
pub(super) fn are_chosen(state: &ViewState, selection: Selection) -> bool {
    state.chosen.rows.len() > 1 && is_chosen(state, selection)
}

/// Selects a head that was clicked, with Shift or Ctrl besides others of its kind.
pub(super) fn clicked(ui: &Ui, state: &mut ViewState, response: &Response, selection: Selection) {
    let Some(one) = head(selection) else { return };
    if !response.clicked() && are_chosen(state, selection) {
        // The menu acts on all that are chosen.
        return;
    }
    let held = ui.input(|input| input.modifiers);
    let chosen = &mut state.chosen;
    let before = chosen.cursor.filter(|it| chosen.list == LIST && is_party(*it) == is_party(one));
    if before.is_some() && response.clicked() && held.command {
        let all = chosen.rows.clone();
        chosen.several.toggle(all.iter().copied(), one);
    } else if before.is_some() && response.clicked() && held.shift {
        chosen.several.stretch(before);
    } else {
        chosen.several.clear();
    }
    if chosen.list == LIST {
        chosen.cursor = Some(one);
    }
    select(state, selection);
    ui.request_repaint();
}

/// Chooses the heads as far as one so many places further on, from the selected one.
pub(in super::super) fn extend(cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>, by: isize) {
    let Some(cursor) = head(state.selection) else { return };
    let heads = board.records(is_party(cursor));
    let Some(from) = heads.iter().position(|it| *it == cursor) else { return };
    let to = heads[from.saturating_add_signed(by).min(heads.len() - 1)];
    let selection = to.record().and_then(|it| selection_of(cx.snapshot, it));
    state.chosen.several.stretch(Some(cursor));
    state.chosen.cursor = Some(to);
    select(state, selection.unwrap_or(state.selection));
    state.matrix.reveal = true;
}

/// Selects a head of the matrix.
pub(in super::super) fn select(state: &mut ViewState, selection: Selection) {
    state.selection = selection;
    state.matrix.head = match selection {
        Selection::Proposal(id) => Some(id),
        _ => None,
    };
}

/// The proposal that keys move: the one whose head is selected, and was here.
pub(in super::super) fn held(state: &ViewState) -> Option<ProposalId> {
    state.matrix.head.filter(|it| state.selection == Selection::Proposal(*it))
}

/// The head of a selected party or proposal.
fn head(selection: Selection) -> Option<RowKey> {
    let record: RecordId = match selection {
        Selection::Party(id) => id.into(),
        Selection::Proposal(id) => id.into(),
        _ => return None,
    };
    Some(RowKey::Record(record))
}

fn is_party(head: RowKey) -> bool {
    head.record().is_some_and(|it| it.table == Table::Parties)
}
