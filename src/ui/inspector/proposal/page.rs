//! A proposal at full width: its text and notes on the left, and its standing beside them.

use std::collections::HashMap;

use egui::{Layout, ScrollArea, Ui, Vec2, vec2};

use super::{blockers, brief, obstacles, said, sponsors, standing};
use crate::analysis::Column;
use crate::document::Edit;
use crate::model::{Proposal, ProposalId, Slot, SourceId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::inspector::wants_focus;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, button, caption, heading, link, marking_chip, muted, paragraph, section, was_busy,
};

/// How many sources are named.
const SOURCES: usize = 12;

/// Draws the page; nothing if there is no such proposal.
pub(crate) fn page(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ProposalId) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(id)?;
    let slot = cx.snapshot.proposals.slot(id)?;
    let figures = cx.figures.coalition().column(slot)?;
    let space = &cx.theme.sizes.space;
    top(ui, cx, state, proposal);
    paragraph(ui, standing::sentence(cx, slot, figures));
    ui.add_space(space.s);
    // Beside the inspector, or in a small window, one is below the other.
    let whole = ui.available_size();
    if whole.x < space.xxl * 24.0 {
        ScrollArea::vertical().id_salt(("page", id.0)).auto_shrink(false).show(ui, |ui| {
            texts(ui, cx, state, proposal);
            stands(ui, cx, (slot, figures), proposal);
        });
        return Some(());
    }
    let left = (whole.x * 0.6).floor();
    ui.horizontal_top(|ui| {
        column(ui, vec2(left, whole.y), ("texts", id), |ui| {
            texts(ui, cx, state, proposal);
        });
        ui.add_space(space.l);
        let rest = ui.available_size();
        column(ui, rest, ("stands", id), |ui| {
            stands(ui, cx, (slot, figures), proposal);
        });
    });
    Some(())
}

/// A column that scrolls by itself.
fn column(
    ui: &mut Ui,
    size: Vec2,
    (name, id): (&'static str, ProposalId),
    contents: impl FnOnce(&mut Ui),
) {
    ui.allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
        ScrollArea::vertical().id_salt((name, id.0)).auto_shrink(false).show(ui, |ui| {
            contents(ui);
            ui.add_space(ui.spacing().item_spacing.y * 2.0);
        });
    });
}

fn top(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        let words = text.get(msg!("page-back"));
        let back = button(ui, theme, Some(Icon::Left), words).clicked();
        // In a field, and in anything open above, Escape means something else; by now it has ended
        // that.
        let escape = !was_busy(ui) && ui.input(|input| input.key_pressed(egui::Key::Escape));
        let own = Selection::Proposal(proposal.id);
        if escape && state.selection != own {
            // The inspector beside it closes first.
            cx.push(Action::Select(own));
        } else if back || escape {
            state.leave_page();
        }
        let own = cx.snapshot.dossier.marking;
        marking_chip(ui, theme, proposal.marking.unwrap_or(own));
        ui.label(muted(theme, text.label(proposal.status)));
        heading(ui, &format!("{} · {}", proposal.code, text.of(&proposal.title)));
    });
    ui.add_space(theme.sizes.space.xs);
}

/// The written parts: the sentence and the text first.
fn texts(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal) {
    let mut draft = proposal.clone();
    let mut form = Form::new(ui, cx, proposal.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    super::prose(ui, &mut form, &mut draft);
    section(ui, &cx.theme, cx.text.get(msg!("proposal-fields")));
    super::particulars(ui, &mut form, &mut draft);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *proposal).then(|| Edit::change(draft, proposal.code.as_str()));
    form.finish(ui, edit);
}

/// Its standing: by camp, who blocks, the obstacles, the own brief, who speaks and what it rests
/// on.
fn stands(ui: &mut Ui, cx: &Cx<'_>, (slot, figures): (Slot, &Column), proposal: &Proposal) {
    standing::camps(ui, cx, figures);
    brief(ui, cx, proposal);
    obstacles(ui, cx, slot, proposal);
    blockers::show(ui, cx, slot, proposal);
    said(ui, cx, proposal);
    sponsors(ui, cx, proposal);
    sources(ui, cx, proposal);
}

/// The sources of the current stances, those with most entries first.
fn sources(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("screen-sources")));
    let found = cx.kept_for(ui, egui::Id::unique("page-sources"), (proposal.id, cx.as_of), || {
        let parties = cx.snapshot.parties.iter();
        let entries =
            parties.filter_map(|it| cx.snapshot.current_position(proposal.id, it.id, cx.as_of));
        let mut counts: HashMap<Option<SourceId>, usize> = HashMap::new();
        for entry in entries.filter(|it| it.stance.is_some()) {
            *counts.entry(entry.source).or_default() += 1;
        }
        let without = counts.remove(&None).unwrap_or_default();
        let mut counts: Vec<_> =
            counts.into_iter().filter_map(|(id, count)| Some((id?, count))).collect();
        counts.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
        (counts, without)
    });
    let (counts, without) = &*found;
    for (id, count) in counts.iter().take(SOURCES) {
        let Some(source) = cx.snapshot.sources.get(*id) else { continue };
        if link(ui, theme, source.short()).clicked() {
            cx.push(Action::Select(Selection::Source(*id)));
        }
        ui.label(caption(theme, text.with(msg!("page-entries"), &[("count", (*count).into())])));
    }
    if *without > 0 {
        let count = [("count", (*without).into())];
        ui.label(caption(theme, text.with(msg!("page-without-source"), &count)));
    } else if counts.is_empty() {
        ui.label(caption(theme, text.get(msg!("cell-nothing-recorded"))));
    }
}
