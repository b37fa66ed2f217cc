//! Filters with a name: the chip that restores them, and saves the one in force.

use egui::Ui;

use crate::analysis::Filter;
use crate::document::Edit;
use crate::explain::{filter_words, record_title};
use crate::model::SavedView;
use crate::model::words::fold;
use crate::text::msg;
use crate::ui::cx::{Action, Asked, Cx};
use crate::ui::state::MatrixState;
use crate::ui::widgets::{Chip, drop_down, option_label, scrolled};

/// Draws the chip, once there is anything to save or to restore.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixState) {
    let (text, kept) = (cx.text, state.filter.to_kept());
    if cx.snapshot.saved_views.is_empty() && kept.is_empty() {
        return;
    }
    let mut views: Vec<&SavedView> = cx.snapshot.saved_views.iter().collect();
    views.sort_by_cached_key(|view| (fold(&view.name), view.id));
    let here = views.iter().copied().find(|view| !kept.is_empty() && view.filter == kept);
    state.view = here.map(|view| view.id).or(state.view);
    let words = match here {
        Some(view) => text.with(msg!("view-here"), &[("name", view.name.as_str().into())]),
        None => text.get(msg!("views")).to_owned(),
    };
    let response = Chip::new(&words).active(here.is_some()).menu().show(ui, &cx.theme);
    drop_down(&response).accessible_name(text.get(msg!("views"))).show(|ui| {
        ui.set_min_width(cx.theme.sizes.space.xxl * 6.0);
        scrolled(ui, cx.theme.sizes.space.xxl * 8.0).show(ui, |ui| {
            for view in &views {
                let filter = Filter::from_kept(&view.filter);
                let title = |record| record_title(text, cx.snapshot, record);
                let about = filter_words(text, &filter, &title);
                let chosen = here.is_some_and(|here| here.id == view.id);
                if option_label(ui, chosen, &view.name).on_hover_text(about).clicked() {
                    state.filter = filter;
                    // A group that was deleted meanwhile has no members to look for.
                    let groups = &mut state.filter.groups;
                    groups.values.retain(|group| cx.snapshot.groups.get(*group).is_some());
                    groups.except &= !groups.is_empty();
                    state.view = Some(view.id);
                    ui.close();
                }
            }
        });
        if !views.is_empty() {
            ui.separator();
        }
        ui.add_enabled_ui(!cx.read_only, |ui| match here {
            Some(view) => of_one(ui, cx, view),
            None => of_filter(ui, cx, state, &kept),
        });
    });
}

/// The actions on the view shown.
fn of_one(ui: &mut Ui, cx: &Cx<'_>, view: &SavedView) {
    if ui.button(cx.text.get(msg!("view-rename"))).clicked() {
        cx.push(Action::Ask(Asked::View(view.clone())));
        ui.close();
    }
    if ui.button(cx.text.get(msg!("view-delete"))).clicked() {
        let words = cx.text.with(msg!("said-view-deleted"), &[("name", view.name.as_str().into())]);
        let edit = Edit::delete(cx.snapshot, view.id.into(), view.name.as_str());
        cx.push(Action::ApplyAndSay(Box::new(edit), words));
        ui.close();
    }
}

/// The actions on a filter without a name, or one that no longer matches its name.
fn of_filter(ui: &mut Ui, cx: &Cx<'_>, state: &MatrixState, kept: &str) {
    let last = state.view.and_then(|view| cx.snapshot.saved_views.get(view));
    ui.add_enabled_ui(!kept.is_empty(), |ui| {
        if let Some(view) = last {
            let name = [("name", view.name.as_str().into())];
            if ui.button(cx.text.with(msg!("view-update"), &name)).clicked() {
                let edit = SavedView { filter: kept.to_owned(), ..view.clone() };
                let words = cx.text.with(msg!("said-view-saved"), &name);
                let edit = Edit::change(edit, view.name.as_str());
                cx.push(Action::ApplyAndSay(Box::new(edit), words));
                ui.close();
            }
        }
        if ui.button(cx.text.get(msg!("view-save"))).clicked() {
            cx.push(Action::Ask(Asked::View(SavedView::new("", kept))));
            ui.close();
        }
    });
}
