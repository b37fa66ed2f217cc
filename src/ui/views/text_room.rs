//! The text of a proposal: its versions, paragraph by paragraph.

use egui::{ScrollArea, Ui};

use super::top::{self, Top};
use crate::analysis::{paragraphs, versions};
use crate::command::Screen;
use crate::model::Table;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::views::{Draw, View};

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
    draw: Draw::Dossier(show),
};

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let first = || cx.snapshot.proposals.iter().next().map(|it| it.id);
    let top = Top { title: cx.text.get(msg!("screen-text")), shown: 0, all: 0, add: None };
    top::show(ui, cx, &mut state.lists[Screen::Text], &mut state.focus_filter, &top);
    let Some(id) = state.selection.proposal().or_else(first) else {
        return top::nothing(ui, cx, &top, false, cx.text.get(msg!("text-none")));
    };
    let Some(proposal) = cx.snapshot.proposals.get(id) else { return };
    let Some(version) = versions(cx.snapshot, id).last().copied() else {
        let words =
            cx.text.with(msg!("text-empty"), &[("proposal", proposal.code.as_str().into())]);
        return top::nothing(ui, cx, &top, false, &words);
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for it in paragraphs(cx.snapshot, version.id) {
            if ui.selectable_label(false, format!("{} {}", it.number, it.words)).clicked() {
                cx.push(Action::Select(Selection::Paragraph(it.id)));
            }
        }
    });
}
