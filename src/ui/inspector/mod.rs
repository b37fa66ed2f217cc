//! The inspector: the only place where a record is read and edited.

mod aliases;
mod assessment;
mod brief;
mod cell;
mod contacts;
mod dossier;
mod engagement;
mod group;
mod group_stance;
mod line;
mod meeting;
mod members;
mod paragraph_of;
mod party;
mod proposal;
mod relation;
mod remarks;
mod remedy;
mod roll_call;
mod scenario;
mod source;
mod term;
mod word_stances;

use egui::{ScrollArea, Ui};

use super::cx::{Action, Cx};
use super::icon::Icon;
use super::state::{Selection, ViewState};
use super::widgets::{Form, acts, button, caption, marking_chip, muted};
use crate::model::{Marking, RecordId};
use crate::text::msg;

pub(crate) use brief::alert_words;
pub(crate) use proposal::{adopted_yet_fails, page};

/// Draws the selected record.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let selection = state.inspected;
    remarks::show(ui, cx, state);
    // Each selection has its own scroll position, so a new one starts at its heading.
    let place = format!("{selection:?}");
    ScrollArea::vertical().id_salt(place).auto_shrink(false).show(ui, |ui| {
        ui.push_id(("inspector", format!("{selection:?}")), |ui| {
            let found = match selection {
                Selection::Nothing => None,
                Selection::Cell(proposal, party) => cell::show(ui, cx, state, proposal, party),
                Selection::Proposal(id) => proposal::show(ui, cx, state, id),
                Selection::Party(id) => party::show(ui, cx, state, id),
                Selection::Group(id) => group::show(ui, cx, state, id),
                Selection::GroupStance(proposal, group) => {
                    group_stance::show(ui, cx, state, proposal, group)
                }
                Selection::Brief(id) => brief::show(ui, cx, state, id),
                Selection::Remedy(id) => remedy::show(ui, cx, state, id),
                Selection::Relation(id) => relation::show(ui, cx, state, id),
                Selection::Engagement(id) => engagement::show(ui, cx, state, id),
                Selection::Meeting(id) => meeting::show(ui, cx, state, id),
                Selection::Term(id) => term::show(ui, cx, state, id),
                Selection::Assessment(id, obstacle) => {
                    assessment::show(ui, cx, state, id, obstacle)
                }
                Selection::RollCall(id) => roll_call::show(ui, cx, state, id),
                Selection::Scenario(id) => scenario::show(ui, cx, state, id),
                Selection::Paragraph(id) => paragraph_of::show(ui, cx, state, id),
                Selection::Source(id) => source::show(ui, cx, state, id),
                Selection::Dossier => dossier::show(ui, cx, state),
            };
            // The selected record may have been deleted, or its creation undone.
            if found.is_none() {
                nothing(ui, cx);
            }
        });
        ui.add_space(cx.theme.sizes.space.xl);
    });
}

/// Says that there is nothing to show. The words can have the focus, so that F6 arrives here too.
fn nothing(ui: &mut Ui, cx: &Cx<'_>) {
    let theme = &cx.theme;
    ui.add_space(theme.sizes.space.xl);
    let words = muted(theme, cx.text.get(msg!("inspector-empty")));
    let label = egui::Label::new(words).wrap().sense(egui::Sense::focusable_noninteractive());
    let said = ui.add(label);
    if said.has_focus() {
        let rect = said.rect.expand(theme.sizes.space.xs);
        let outside = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(rect, theme.corner(), theme.focus_ring(), outside);
    }
}

/// The head: what the record is, and its marking.
fn head(ui: &mut Ui, cx: &Cx<'_>, title: &str, below: &str, marking: Option<Marking>) {
    let theme = &cx.theme;
    let size = theme.sizes.text.strong;
    let words = super::widgets::strong(theme, title).size(size);
    let response = ui.add(egui::Label::new(words).wrap());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    if !below.is_empty() {
        ui.add(egui::Label::new(caption(theme, below)).wrap());
    }
    let own = cx.snapshot.dossier.marking;
    ui.horizontal(|ui| {
        marking_chip(ui, theme, marking.unwrap_or(own));
        if marking.is_none() {
            ui.label(caption(theme, cx.text.get(msg!("marking-of-dossier"))));
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// The button that deletes the record.
fn delete_button(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, words: &str) {
    ui.add_space(cx.theme.sizes.space.l);
    let response = ui
        .add_enabled_ui(!cx.read_only, |ui| button(ui, &cx.theme, Some(Icon::Delete), words))
        .inner;
    if response.clicked() {
        cx.push(Action::AskDelete(vec![record]));
    }
}

/// The header line of something that opens below it: its title gets the width that `aside` leaves
/// on the right. Returns whether it was clicked; a right click opens the menu of its record.
fn opener(
    ui: &mut Ui,
    cx: &Cx<'_>,
    is_open: bool,
    (title, record): (&str, RecordId),
    aside: impl FnOnce(&mut Ui),
) -> bool {
    let from_right = egui::Layout::right_to_left(egui::Align::Center);
    let line = ui.with_layout(from_right, |ui| {
        aside(ui);
        let size = [ui.available_width(), cx.theme.sizes.shape.target];
        let button = egui::Button::selectable(is_open, (title, egui::Atom::grow())).truncate();
        let button = ui.add(button.min_size(size.into()));
        acts::menu_of(cx, &button, record);
        button.clicked()
    });
    line.inner
}

/// Whether the first field should take the focus; true once per request.
fn wants_focus(state: &mut ViewState) -> bool {
    state.focus_column.is_none() && std::mem::take(&mut state.focus_form)
}

/// Gives the first field of a form the focus, or the named one if it is among its columns.
fn give_focus(state: &mut ViewState, form: &mut Form<'_>, columns: &[&'static str]) {
    if wants_focus(state) {
        return form.focus_first();
    }
    focus_named(state, form, columns);
}

/// Gives the named field the focus if it is among the columns of a form.
fn focus_named(state: &mut ViewState, form: &mut Form<'_>, columns: &[&'static str]) {
    let named = state.focus_column.filter(|it| state.focus_form && columns.contains(it));
    if let Some(column) = named {
        (state.focus_form, state.focus_column) = (false, None);
        form.focus_on(column);
    }
}
