//! Where one party stands on one proposal: the stance, the line of entries, the
//! form of the entry that is open.

use egui::{RichText, Ui};

use super::{head, wants_focus};
use crate::document::{Edit, NewStance, StepName, correction, stance_edit};
use crate::library::obstacle_text;
use crate::model::{
    Keyed, Obstacle, Party, PartyId, Position, PositionId, Proposal, ProposalId, stance,
};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, caption, icon_button, link, muted, paragraph, section, severity_cell, stance_badge,
    stance_buttons,
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
    let line = cx.snapshot.line(proposal.id, party.id);
    let current = cx.snapshot.current_position(proposal.id, party.id, cx.as_of);
    let text = cx.text;
    let title = text.with(
        "cell-title",
        &[
            ("party", text.of(&party.name).into()),
            ("proposal", cx.derived.short_code(&proposal.code).into()),
        ],
    );
    let marking = current.as_ref().map_or(party.marking, |entry| entry.marking);
    head(ui, cx, &title, text.of(&proposal.title), marking);
    let stance = current.as_ref().and_then(|entry| entry.stance);
    let day = text.day(cx.as_of.min(cx.today));
    ui.label(caption(&cx.theme, text.with("cell-new-entry", &[("day", day.into())])));
    let pressed =
        ui.add_enabled_ui(!cx.read_only, |ui| stance_buttons(ui, &cx.theme, text, stance)).inner;
    if let Some(stance) = pressed {
        set(cx, proposal, party, stance);
    }
    ui.add_space(cx.theme.sizes.space.xs);
    ui.label(format!("{}  {}", stance::sign(stance), text.stance(stance)));
    entries(ui, cx, state, &line, current.as_ref());
    about(ui, cx, proposal, party);
    Some(())
}

fn set(cx: &Cx<'_>, proposal: &Proposal, party: &Party, stance: Option<crate::model::Stance>) {
    let new = NewStance { proposal: proposal.id, party: party.id, stance };
    let name = if stance.is_some() { StepName::SetStance } else { StepName::ClearStance };
    let day = cx.as_of.min(cx.today);
    let detail = detail(cx, proposal, party);
    let edit = stance_edit(cx.snapshot, name, detail, &[new], day, cx.author);
    edit.into_iter().for_each(|edit| cx.apply(edit));
}

fn detail(cx: &Cx<'_>, proposal: &Proposal, party: &Party) -> String {
    format!("{} · {}", cx.text.of(&party.name), proposal.code)
}

/// The line of entries, newest first; the one that is open has its form below it.
fn entries(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    line: &[Position],
    current: Option<&Position>,
) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get("cell-entries"));
    if line.is_empty() {
        paragraph(ui, muted(theme, text.get("cell-nothing-recorded")));
        return;
    }
    let memory = ui.scope_id().with("open-entry");
    let chosen = ui.data(|data| data.get_temp::<PositionId>(memory));
    let is_there = |id: &PositionId| line.iter().any(|entry| entry.id == *id);
    let open = chosen.filter(is_there).or(current.map(|entry| entry.id));
    for entry in line {
        let replaced = line.iter().any(|other| other.replaces == Some(entry.id));
        ui.horizontal(|ui| {
            stance_badge(ui, theme, text, entry.stance);
            let mut words = RichText::new(text.day(entry.date));
            if replaced {
                words = words.strikethrough().color(theme.colours.muted);
            }
            let is_open = open == Some(entry.id);
            let name = format!("{}, {}", text.day(entry.date), text.stance(entry.stance));
            let button = egui::Button::selectable(is_open, words);
            if ui.add(button).accessible_name(name).clicked() {
                ui.data_mut(|data| data.insert_temp(memory, entry.id));
            }
            let source = entry.source.and_then(|id| cx.snapshot.sources.get(id));
            let words = match (replaced, source) {
                (true, _) => text.get("cell-corrected"),
                (false, Some(source)) => source.short(),
                (false, None) => text.get("cell-no-source"),
            };
            ui.add(egui::Label::new(caption(theme, words)).truncate());
        });
        if open == Some(entry.id) {
            form(ui, cx, state, entry);
        }
    }
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, entry: &Position) {
    let mut draft = entry.clone();
    let record = entry.record_id();
    let mut form = Form::new(ui, cx, record);
    if wants_focus(state) {
        form.focus_first();
    }
    correct(ui, cx, &mut form, entry);
    form.day(ui, "date", &mut draft.date);
    form.choice_or_none(ui, "forum", &mut draft.forum);
    form.choice_or_none(ui, "certainty", &mut draft.certainty);
    form.source(ui, &mut draft.source);
    form.text(ui, "words", &mut draft.words);
    form.text(ui, "condition", &mut draft.condition);
    form.grade(ui, "salience", &mut draft.salience, 5);
    form.marking(ui, &mut draft.marking);
    let proposal = cx.snapshot.proposals.get(entry.proposal);
    let party = entry.by.party().and_then(|id| cx.snapshot.parties.get(id));
    let detail = proposal.zip(party).map(|(proposal, party)| detail(cx, proposal, party));
    let edit = (draft != *entry).then(|| Edit::change(draft, detail.clone().unwrap_or_default()));
    form.finish(ui, edit);
    ui.horizontal(|ui| {
        if !entry.author.is_empty() {
            let author = [("author", entry.author.as_str().into())];
            ui.label(caption(&cx.theme, cx.text.with("cell-author", &author)));
        }
        let words = cx.text.get("delete-entry");
        let delete = ui
            .add_enabled_ui(!cx.read_only, |ui| icon_button(ui, &cx.theme, Icon::Delete, words))
            .inner;
        if delete.clicked() {
            cx.push(Action::AskDelete(record));
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// Corrects the stance of an entry, by a new one that replaces it.
fn correct(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form<'_>, entry: &Position) {
    let mut stance = entry.stance;
    form.stance(ui, &mut stance);
    if stance != entry.stance {
        let mut corrected = correction(entry, stance);
        corrected.author = cx.author.to_owned();
        let title = crate::explain::record_title(cx.text, cx.snapshot, entry.record_id());
        cx.apply(Edit::new(StepName::SetStance, title).put(corrected));
    }
}

/// The way to the party and the proposal, and what hinders the proposal.
fn about(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get("cell-about-proposal"));
    let slot = cx.snapshot.proposals.slot(proposal.id);
    let size = egui::Vec2::splat(theme.sizes.shape.target);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(theme.sizes.space.xs);
        for obstacle in Obstacle::ALL {
            let severity = slot.and_then(|slot| cx.derived.heat.severity(slot, *obstacle));
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
            severity_cell(ui.painter(), theme, rect, severity);
            if response.has_focus() {
                let ring = theme.focus_ring();
                let outside = egui::StrokeKind::Outside;
                ui.painter().rect_stroke(rect, theme.corner(), ring, outside);
            }
            let words = crate::ui::views::severity_words(cx, severity);
            let short = obstacle_text(*obstacle).short();
            let name = format!("{}: {words}", text.of(&short));
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.as_str()));
            if response.clicked() {
                cx.push(Action::Select(Selection::Hindrance(proposal.id, *obstacle)));
            }
            response.on_hover_text(name);
        }
    });
    ui.add_space(theme.sizes.space.s);
    if link(ui, theme, &proposal.code).clicked() {
        cx.push(Action::Select(Selection::Proposal(proposal.id)));
    }
    section(ui, theme, text.get("cell-about-party"));
    super::party::camp(ui, cx, party);
    if link(ui, theme, text.of(&party.name)).clicked() {
        cx.push(Action::Select(Selection::Party(party.id)));
    }
}
