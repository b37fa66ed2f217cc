//! The bar of filters above the matrix, as chips in a row.

use egui::{TextEdit, Ui};

use super::{filter_menu, saved_views};
use crate::analysis::{Filter, Rule, Sort};
use crate::command::Command;
use crate::explain::sort_words;
use crate::model::{Keyed, ProposalId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::views::top::is_emptied;
use crate::ui::widgets::{
    Chip, When, day_menu, drop_down, icon_button, option_label, option_value, text_menu,
};

/// Draws the chips.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(cx.theme.sizes.space.xs);
        search(ui, cx, state);
        rule(ui, cx, &mut state.matrix.rule);
        as_of(ui, cx, state);
        filter_menu::show(ui, cx, &mut state.matrix.filter);
        sort(ui, cx, &mut state.matrix.filter, state.selection.proposal());
        let words = Command::Transpose.label(cx.text);
        if icon_button(ui, &cx.theme, Icon::Transpose, words).clicked() {
            cx.push(Action::Command(Command::Transpose));
        }
        // After the others: a chip that comes and goes with a choice must not take the place of the
        // menu in which the choice is being made.
        saved_views::show(ui, cx, &mut state.matrix);
        filter_menu::in_force(ui, cx, &mut state.matrix.filter);
    });
}

fn search(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let name = cx.text.get(msg!("matrix-search"));
    let field = TextEdit::singleline(&mut state.matrix.filter.text)
        .id(search_id())
        .hint_text(name)
        .desired_width(cx.theme.sizes.space.xxl * 3.5);
    let response = ui.add(field).accessible_name(name);
    text_menu(ui, cx, &response);
    if state.focus_filter {
        focus_search(ui, state);
    }
    if is_emptied(ui, cx, &response, !state.matrix.filter.text.is_empty()) {
        state.matrix.filter.text.clear();
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::ArrowDown))
        || response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    {
        // Down or Enter moves on to the cells.
        state.matrix.refocus = true;
    }
}

fn search_id() -> egui::Id {
    egui::Id::unique(msg!("matrix-search"))
}

/// Focuses the search field, with the cursor after its text.
pub(super) fn focus_search(ui: &Ui, state: &mut ViewState) {
    state.focus_filter = false;
    ui.memory_mut(|memory| memory.request_focus(search_id()));
    let mut field = TextEdit::load_state(ui, search_id()).unwrap_or_default();
    let end = egui::text::CCursor::new(state.matrix.filter.text.chars().count());
    field.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    TextEdit::store_state(ui, search_id(), field);
}

fn rule(ui: &mut Ui, cx: &Cx<'_>, rule: &mut Rule) {
    let words = cx.text.with(msg!("filter-rule"), &[("rule", cx.text.label(*rule).into())]);
    let response = Chip::new(&words).active(true).menu().show(ui, &cx.theme);
    drop_down(&response).show(|ui| {
        for option in Rule::ALL {
            if option_value(ui, rule, *option, cx.text.label(*option)).clicked() {
                ui.close();
            }
        }
    });
}

fn as_of(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let words = cx.text.with(msg!("filter-as-of"), &[("day", cx.text.day(cx.as_of).into())]);
    let active = state.as_of.is_some();
    let response = Chip::new(&words).active(active).menu().show(ui, &cx.theme);
    if let Some(day) = day_menu(cx, &response, cx.as_of, &words, When::Past) {
        state.as_of = (day != cx.today).then_some(day);
    }
    if active {
        let words = cx.text.get(msg!("filter-today"));
        if icon_button(ui, &cx.theme, Icon::Close, words).clicked() {
            state.as_of = None;
        }
    }
}

/// The order; by the stances on a proposal too, if one is selected.
fn sort(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter, selected: Option<ProposalId>) {
    let code =
        |id| cx.snapshot.proposals.get(id).map(|it| cx.figures.short_code(&it.code).to_owned());
    // It may have been deleted since.
    let by = filter.by.filter(|id| code(*id).is_some());
    let words = [("sort", sort_words(cx.text, filter, code).into())];
    let response = Chip::new(&cx.text.with(msg!("filter-sort"), &words)).menu().show(ui, &cx.theme);
    drop_down(&response).show(|ui| {
        for option in Sort::ALL {
            let chosen = by.is_none() && filter.sort == *option;
            if option_label(ui, chosen, cx.text.label(*option)).clicked() {
                (filter.sort, filter.by) = (*option, None);
                ui.close();
            }
        }
        let offered = by.or(selected).and_then(|id| Some((id, code(id)?)));
        if let Some((id, code)) = offered {
            let words = cx.text.with(msg!("sort-by-stance"), &[("proposal", code.into())]);
            if option_label(ui, by == Some(id), words).clicked() {
                filter.by = Some(id);
                ui.close();
            }
        }
    });
}
