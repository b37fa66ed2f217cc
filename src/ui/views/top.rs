//! The top of a list: heading, counts, filter, and the button to add.

use egui::{Response, TextEdit, Ui};

use crate::command::{Command, Screen};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ListState;
use crate::ui::widgets::{button, heading, icon_button, muted, text_menu};

/// The top of a list.
pub(super) struct Top<'a> {
    /// The heading.
    pub title: &'a str,
    /// Rows that match the filter.
    pub shown: usize,
    /// All rows.
    pub all: usize,
    /// The label of the button to add one.
    pub add: Option<&'a str>,
}

/// Draws the top of a list.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    list: &mut ListState,
    focus: &mut bool,
    top: &Top<'_>,
) {
    counted(ui, cx, top);
    filter(ui, cx, list, focus, top.add);
}

/// Draws the heading and the counts, without what follows them.
pub(super) fn counted(ui: &mut Ui, cx: &Cx<'_>, top: &Top<'_>) {
    let Top { title, shown, all, .. } = *top;
    ui.horizontal(|ui| {
        heading(ui, title);
        let count = if shown == all {
            cx.text.count(all)
        } else {
            let arguments = [("shown", shown.into()), ("all", all.into())];
            cx.text.with(msg!("count-of"), &arguments)
        };
        ui.label(muted(&cx.theme, count));
    });
    ui.add_space(cx.theme.sizes.space.xs);
}

/// Draws the filter, and the button to add.
pub(super) fn filter(
    ui: &mut Ui,
    cx: &Cx<'_>,
    list: &mut ListState,
    focus: &mut bool,
    add: Option<&str>,
) {
    let theme = &cx.theme;
    ui.horizontal(|ui| {
        filter_field(ui, cx, list, focus);
        if let Some(words) = add {
            let clicked = ui
                .add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words))
                .inner
                .clicked();
            if clicked {
                cx.push(Action::Command(Command::Add));
            }
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// Draws the field of the filter, within a row that its caller lays out.
pub(super) fn filter_field(ui: &mut Ui, cx: &Cx<'_>, list: &mut ListState, focus: &mut bool) {
    let sizes = &cx.theme.sizes;
    let name = cx.text.get(msg!("list-filter"));
    let field = TextEdit::singleline(&mut list.filter)
        .hint_text(name)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(egui::vec2(0.0, sizes.row.list))
        .desired_width(sizes.space.xxl * 8.0);
    let response = ui.add(field).accessible_name(name);
    text_menu(ui, cx, &response);
    if std::mem::take(focus) {
        response.request_focus();
    }
    if is_emptied(ui, cx, &response, !list.filter.is_empty()) {
        list.filter.clear();
    }
}

/// Whether a search is to be emptied: by the button beside it, or by Escape in its field, which then keeps
/// the focus.
pub(super) fn is_emptied(ui: &mut Ui, cx: &Cx<'_>, field: &Response, is_filled: bool) -> bool {
    if !is_filled {
        return false;
    }
    let escaped = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    let words = cx.text.get(msg!("list-filter-clear"));
    let clicked = icon_button(ui, &cx.theme, Icon::Close, words).clicked();
    if escaped || clicked {
        field.request_focus();
    }
    escaped || clicked
}

/// Draws the heading alone, where there is no list.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, title: &str) {
    ui.horizontal(|ui| heading(ui, title));
    ui.add_space(cx.theme.sizes.space.xs);
}

/// The text of an empty list: that nothing matches, or what belongs there.
pub(super) fn nothing(ui: &mut Ui, cx: &Cx<'_>, top: &Top<'_>, filtered: bool, belongs: &str) {
    let words = if filtered { cx.text.get(msg!("list-nothing-matches")) } else { belongs };
    let add = top.add.filter(|_| !filtered && !cx.read_only);
    let begin = add.map(|words| (Command::Add, words));
    crate::ui::widgets::empty(ui, cx, words, begin);
}

/// A command, with its label, that leads from an empty screen to the place to start.
pub(super) fn go_to<'a>(cx: &Cx<'a>, screen: Screen) -> (Command, &'a str) {
    let command = Command::Show(screen);
    (command, command.label(cx.text))
}
