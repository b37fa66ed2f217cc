//! The text of a proposal: its versions, paragraph by paragraph, with what is disputed and what
//! changed.

mod body;
mod bracket;
mod changed;
mod filter;
mod head;
mod keys;
mod rows;
mod taking;

use egui::Ui;

use self::rows::Row;
use super::top::{self, Top};
use crate::analysis::{Turned, versions, words_of};
use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{ParagraphId, Table, Version};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Against, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::GridFocus;

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Edit,
    hint: |_| msg!("hint-text"),
    help: msg!("help-page-text"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Versions, Table::Paragraphs, Table::Asks, Table::Rulings, Table::WordStances],
    asks_all: |_| false,
    page: |showing| match showing.view.text.changed {
        _ if !showing.on_proposal => PageOf::Nearest(Subject::Matrix),
        true => PageOf::Screen(Subject::Revision),
        false => PageOf::Screen(Subject::Text),
    },
    lists: None,
    draw: Draw::Dossier(show),
};

const FOCUS: GridFocus = GridFocus::new("text");

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let on = state.proposal_of_text(cx.snapshot, cx.figures);
    let list = &mut state.lists[Screen::Text];
    let title = cx.text.get(msg!("screen-text"));
    let Some(proposal) = on.and_then(|id| cx.snapshot.proposals.get(id)) else {
        let top = Top { title, shown: 0, all: 0, add: None };
        top::show(ui, cx, list, &mut state.focus_filter, &top);
        return top::nothing(ui, cx, &top, false, cx.text.get(msg!("text-none")));
    };
    let all = versions(cx.snapshot, proposal.id);
    let version = state.text.version.and_then(|id| all.iter().find(|it| it.id == id));
    let version = version.or(all.last()).copied();
    let against = version.and_then(|it| against(state.text.against, it, &all));
    // The drawing has colours.
    let key = (version.map(|it| it.id), against.map(|it| it.id), cx.theme.colours.ink);
    let rows = cx.rows(ui, "text", key, || {
        version.map_or_else(Vec::new, |it| rows::rows(ui, cx, it, against))
    });
    let wanted = fold(list.filter.trim());
    let filter = &state.text.filter;
    let fits = |it: &&Row| it.folded.contains(&wanted) && filter::keeps(filter, it);
    let shown: Vec<&Row> = rows.iter().filter(fits).collect();
    let there = |row: &&Row| !row.gone;
    let shown_now = shown.iter().copied().filter(there).count();
    let all_now = rows.iter().filter(there).count();
    let top = Top { title, shown: shown_now, all: all_now, add: None };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    head::show(ui, cx, state, (proposal, &all), (version, against), &rows);
    if state.text.taking.is_some() {
        return taking::show(ui, cx, state, proposal);
    }
    if let Some(version) = version.filter(|_| state.text.changed) {
        return changed::show(ui, cx, (proposal, version), against);
    }
    filter::show(ui, cx, &mut state.text.filter, &rows);
    bracket::show(ui, cx, state);
    if rows.is_empty() {
        keys::handle_empty(ui, cx, state, proposal.id);
        let code = proposal.code.as_str().into();
        let words = cx.text.with(msg!("text-empty"), &[("proposal", code)]);
        return top::nothing(ui, cx, &top, false, &words);
    }
    if shown.is_empty() {
        return top::nothing(ui, cx, &top, true, "");
    }
    keys::handle(ui, cx, state, &shown);
    let rect = ui.available_rect_before_wrap();
    let selected = selected(state.selection);
    // Wherever it was selected, it comes into view.
    let before = egui::Id::unique("text-selected");
    let moved = ui.data(|data| data.get_temp(before)) != Some(selected);
    ui.data_mut(|data| data.insert_temp(before, selected));
    let chosen = state.text.chosen.filter(|it| Some(it.paragraph) == selected);
    body::show(ui, cx, &shown, (selected, chosen), moved);
    let at = shown.iter().find(|row| Some(row.id) == selected);
    let name = || {
        let paragraph = at.map_or(title.to_owned(), |row| named(cx, row));
        let on = chosen.and_then(|it| Some((it, cx.snapshot.paragraphs.get(it.paragraph)?)));
        match on.map(|(it, on)| bracket::said(&words_of(on), it)) {
            Some(words) => format!("{paragraph}: “{words}”"),
            None => paragraph,
        }
    };
    FOCUS.show(ui, rect, at.is_some(), name);
}

/// The version that a version is compared with.
fn against<'a>(chosen: Against, version: &Version, all: &[&'a Version]) -> Option<&'a Version> {
    let is = |it: &&&Version| match chosen {
        Against::Before => it.rank < version.rank,
        Against::Nothing => false,
        Against::Version(id) => it.id == id && id != version.id,
    };
    all.iter().rev().find(is).copied()
}

/// The paragraph that is selected.
fn selected(selection: Selection) -> Option<ParagraphId> {
    match selection {
        Selection::Paragraph(id) => Some(id),
        _ => None,
    }
}

/// The accessible name of a paragraph: its number, how far it has come, what changed, and its
/// words.
fn named(cx: &Cx<'_>, row: &Row) -> String {
    let turned = turned_words(cx, row).unwrap_or_default();
    let status = if row.gone { "" } else { cx.text.label(row.status) };
    let parts = [&*row.number, status, turned, &*row.bare];
    let parts = parts.into_iter().filter(|it| !it.is_empty()).map(str::to_owned);
    parts.collect::<Vec<_>>().join(", ")
}

/// How a paragraph changed, in a word; `None` if there is nothing to say.
fn turned_words<'a>(cx: &Cx<'a>, row: &Row) -> Option<&'a str> {
    if row.gone {
        return Some(cx.text.get(msg!("text-gone")));
    }
    row.turned.filter(|turned| *turned != Turned::Same).map(|turned| cx.text.label(turned))
}
