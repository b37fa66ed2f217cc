//! The stance of one party on one proposal: its entries over time, what its groups say, and links
//! to both.

use egui::Ui;

use super::line::{self, Subject};
use super::{focus_named, head};
use crate::analysis::{Basis, voices_for};
use crate::command::Screen;
use crate::document::caller_edit;
use crate::library::obstacle_text;
use crate::model::{Engagement, Keyed, Marking, Obstacle, Party, PartyId, Proposal, ProposalId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, caption, link, muted, paragraph, section, severity_cell, stance_badge, warning,
};

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    proposal: ProposalId,
    party: PartyId,
) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(proposal)?;
    let party = cx.snapshot.parties.get(party)?;
    let current = cx.snapshot.current_position(proposal.id, party.id, cx.as_of);
    let text = cx.text;
    let title = text.with(
        msg!("cell-title"),
        &[
            ("party", text.of(&party.name).into()),
            ("proposal", cx.figures.short_code(&proposal.code).into()),
        ],
    );
    let place = stricter(cx, party.marking, proposal.marking);
    let marking = current.as_ref().map_or(place, |entry| stricter(cx, entry.marking, place));
    head(ui, cx, &title, text.of(&proposal.title), marking);
    if state.screen == Screen::Matrix && state.matrix.hidden {
        ui.horizontal(|ui| {
            ui.label(Icon::Filter.text(&cx.theme).color(cx.theme.colours.warn));
            ui.add(egui::Label::new(caption(&cx.theme, text.get(msg!("cell-hidden")))).wrap());
        });
    }
    let detail = format!("{} · {}", text.of(&party.name), proposal.code);
    let subject = Subject { proposal: proposal.id, by: party.id.into(), detail: &detail };
    let slots = cx.snapshot.proposals.slot(proposal.id).zip(cx.snapshot.parties.slot(party.id));
    let coalition = cx.figures.coalition();
    let (column, row) = slots?;
    let basis = coalition.basis(column, row);
    let speaks_for_it = matches!(basis, Basis::Inherited | Basis::Conflict);
    let inherited = speaks_for_it.then(|| coalition.stance(column, row));
    line::buttons(ui, cx, state, &subject, current.as_ref(), inherited);
    groups(ui, cx, proposal, party, basis);
    line::entries(ui, cx, state, &subject, current.as_ref());
    about(ui, cx, state, proposal, party);
    Some(())
}

/// The stricter of two markings, of which one that is not there is that of the dossier.
fn stricter(cx: &Cx<'_>, one: Option<Marking>, other: Option<Marking>) -> Option<Marking> {
    let strictness = |it: &Option<Marking>| it.unwrap_or(cx.snapshot.dossier.marking);
    std::cmp::max_by_key(other, one, strictness)
}

/// The stances of the party's groups, and what follows from them.
fn groups(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal, party: &Party, basis: Basis) {
    let voices = voices_for(cx.snapshot, proposal.id, party.id, cx.as_of);
    if voices.is_empty() {
        return;
    }
    let (theme, text) = (&cx.theme, cx.text);
    let words = match basis {
        Basis::Inherited => msg!("cell-inherited"),
        Basis::Conflict => msg!("cell-conflict"),
        Basis::Own | Basis::Nothing => msg!("cell-own-wins"),
    };
    section(ui, theme, text.get(msg!("cell-groups")));
    if basis == Basis::Conflict {
        warning(ui, theme, text.get(words));
    } else {
        paragraph(ui, muted(theme, text.get(words)));
    }
    for voice in voices {
        let Some(group) = cx.snapshot.groups.get(voice.group) else { continue };
        ui.horizontal(|ui| {
            stance_badge(ui, theme, text, Some(voice.stance));
            if link(ui, theme, &group.code).clicked() {
                cx.push(Action::Select(Selection::GroupStance(proposal.id, group.id)));
            }
            ui.label(caption(theme, text.day(voice.entry.date)));
        });
    }
}

/// Links to the party and the proposal, and the proposal's obstacles.
fn about(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("cell-about-proposal")));
    let slot = cx.snapshot.proposals.slot(proposal.id);
    let size = egui::Vec2::splat(theme.sizes.shape.target);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(theme.sizes.space.xs);
        for obstacle in Obstacle::ALL {
            let severity = slot.and_then(|slot| cx.figures.heat().severity(slot, *obstacle));
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
            severity_cell(ui.painter(), theme, rect, severity);
            if response.has_focus() {
                let ring = theme.focus_ring();
                let outside = egui::StrokeKind::Outside;
                ui.painter().rect_stroke(rect, theme.corner(), ring, outside);
            }
            let words = cx.text.severity(severity);
            let short = obstacle_text(*obstacle).short();
            let name = format!("{}: {words}", text.of(&short));
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.as_str()));
            if response.clicked() {
                cx.push(Action::Select(Selection::Assessment(proposal.id, *obstacle)));
            }
            response.on_hover_text(name);
        }
    });
    ui.add_space(theme.sizes.space.s);
    if link(ui, theme, &proposal.code).clicked() {
        cx.push(Action::Select(Selection::Proposal(proposal.id)));
    }
    section(ui, theme, text.get(msg!("cell-about-party")));
    super::party::camp(ui, cx, party);
    caller(ui, cx, state, party);
    // The name below is not what stands in the field.
    ui.add_space(theme.sizes.space.s);
    if link(ui, theme, text.of(&party.name)).clicked() {
        cx.push(Action::Select(Selection::Party(party.id)));
    }
}

/// Which of us calls the party. This is part of the engagement, which need not exist yet.
fn caller(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, party: &Party) {
    let engagement = cx.snapshot.engagements.iter().find(|it| it.party == party.id);
    let record = engagement.map_or_else(|| party.record_id(), Engagement::record_id);
    let mut form = Form::new(ui, cx, record);
    focus_named(state, &mut form, &["caller"]);
    let mut typed = engagement.map_or_else(String::new, |it| it.caller.clone());
    form.line(ui, "caller", &mut typed);
    form.finish(ui, caller_edit(cx.snapshot, cx.text.of(&party.name), party.id, &typed));
}
