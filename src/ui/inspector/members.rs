//! Lists of links inside the inspector: members, groups, sponsors.

use egui::{Align, Label, Layout, Ui};

use crate::document::Edit;
use crate::model::{Membership, RecordId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::Selection;
use crate::ui::widgets::{Choice, acts, button, caption, icon_button, link, picker};

/// One link: its target, and the record behind it.
pub(super) struct Link {
    /// The record that makes the link.
    pub(super) record: RecordId,
    /// The target's short name.
    pub(super) name: String,
    /// The target's full name.
    pub(super) title: String,
    /// A qualification, such as the dates of a membership.
    pub(super) note: String,
    /// The target.
    pub(super) to: Selection,
}

/// Draws the links, each with a button to remove it, and a button to add one; returns the item
/// chosen to be added.
pub(super) fn links<T: Clone>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rows: &[Link],
    add: &str,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<T> {
    let theme = &cx.theme;
    for row in rows {
        ui.horizontal(|ui| {
            let leads = link(ui, theme, &row.name).on_hover_text(&row.title);
            acts::menu_of(cx, &leads, row.record);
            if leads.clicked() {
                cx.push(Action::Select(row.to));
            }
            // At the end, so that Tab comes to the link first.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if !cx.read_only {
                    let words = cx.text.with(msg!("remove"), &[("what", row.name.as_str().into())]);
                    if icon_button(ui, theme, Icon::Close, &words).clicked() {
                        let edit = Edit::delete(cx.snapshot, row.record, row.name.as_str());
                        cx.apply(edit);
                    }
                }
                ui.add(Label::new(caption(theme, &row.note)).truncate());
            });
        });
    }
    let response =
        ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), add)).inner;
    picker(cx, &response, add, choices)
}

/// The dates of a membership, and its note.
pub(super) fn membership_words(cx: &Cx<'_>, membership: &Membership) -> String {
    let dates = [
        membership.since.map(|since| {
            cx.text.with(msg!("member-since"), &[("date", cx.text.date(since).into())])
        }),
        membership.until.map(|until| {
            cx.text.with(msg!("member-until"), &[("date", cx.text.date(until).into())])
        }),
        (!membership.note.is_empty()).then(|| membership.note.clone()),
    ];
    dates.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
