//! How one obstacle hinders one proposal: the severity, its rationale, earlier assessments, and an
//! explanation of the obstacle.

mod remedies;

use egui::Ui;

use super::members::{Link, links};
use super::{head, wants_focus};
use crate::analysis::Trend;
use crate::document::Edit;
use crate::library::obstacle_text;
use crate::model::{
    ANSWERS, Assessment, AssessmentId, Concern, Obstacle, ProposalId, Severity, Slot,
};
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, acts, caption, icon_button, link, muted, paragraph, party_choices, section,
    severity_cell,
};

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    id: ProposalId,
    obstacle: Obstacle,
) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(id)?;
    let slot = cx.snapshot.proposals.slot(id)?;
    let (theme, text) = (&cx.theme, cx.text);
    let words = obstacle_text(obstacle);
    let line = cx.snapshot.assessments_of(id, obstacle);
    let current = line.iter().find(|assessment| assessment.date <= cx.as_of).copied();
    let marking = current.and_then(|assessment| assessment.marking);
    head(ui, cx, text.of(&words.name()), &proposal.code, marking);
    let severity = cx.figures.heat().severity(slot, obstacle);
    severities(ui, cx, severity, |severity| cx.assess(id, obstacle, severity));
    ui.label(cx.text.severity(severity));
    trend(ui, cx, slot, obstacle);
    if let Some(severity) = severity {
        paragraph(ui, muted(theme, text.of(&words.level(severity))));
    }
    entries(ui, cx, state, &proposal.code, &line, current);
    remedies::show(ui, cx, state, proposal, obstacle);
    section(ui, theme, text.get(msg!("obstacle-explained")));
    paragraph(ui, text.of(&words.explanation()));
    paragraph(ui, muted(theme, text.of(&words.example())));
    section(ui, theme, text.get(msg!("obstacle-record")));
    paragraph(ui, text.of(&words.record()));
    ui.add_space(theme.sizes.space.s);
    if link(ui, theme, &proposal.code).clicked() {
        cx.push(Action::Select(Selection::Proposal(id)));
    }
    Some(())
}

/// A button for each severity, and one for "not assessed".
fn severities(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: Option<Severity>,
    mut set: impl FnMut(Option<Severity>),
) {
    let theme = &cx.theme;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme.sizes.space.xs;
            let count = f32::from(Severity::MAX) + 2.0;
            let width = (ui.available_width() - theme.sizes.space.xs * (count - 1.0)) / count;
            let size = egui::vec2(width, theme.sizes.row.list);
            for severity in Severity::all().map(Some).chain([None]) {
                let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
                let (enabled, chosen) = (ui.is_enabled(), severity == current);
                let name = cx.text.severity_word(severity);
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, chosen, name)
                });
                severity_cell(ui.painter(), theme, rect, severity);
                let outside = egui::StrokeKind::Outside;
                if chosen {
                    let ring = egui::Stroke::new(theme.sizes.shape.focus, theme.colours.ink);
                    ui.painter().rect_stroke(rect, theme.corner(), ring, outside);
                }
                if response.has_focus() || response.hovered() {
                    let ring = theme.focus_ring();
                    ui.painter().rect_stroke(rect, theme.corner(), ring, outside);
                }
                if response.clicked() {
                    set(severity);
                }
                response.on_hover_text(name);
            }
        });
    });
}

fn entries(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    code: &str,
    line: &[&Assessment],
    current: Option<&Assessment>,
) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("obstacle-assessments")));
    if line.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("obstacle-not-assessed"))));
        return;
    }
    let memory = ui.scope_id().with("open-assessment");
    let now = current.map(|entry| entry.id);
    let chosen = ui.data(|data| data.get_temp::<(AssessmentId, Option<AssessmentId>)>(memory));
    let chosen = chosen.filter(|(_, then)| *then == now).map(|(chosen, _)| chosen);
    let is_there = |id: &AssessmentId| line.iter().any(|entry| entry.id == *id);
    let open = chosen.filter(is_there).or(now);
    for entry in line {
        ui.horizontal(|ui| {
            let size = egui::Vec2::splat(theme.sizes.shape.target);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            severity_cell(ui.painter(), theme, rect, entry.severity);
            let is_open = open == Some(entry.id);
            let day = text.day(entry.date);
            let name = format!("{day}, {}", cx.text.severity(entry.severity));
            let button = egui::Button::selectable(is_open, day);
            let button = ui.add(button).accessible_name(name);
            acts::menu_of(cx, &button, entry.record_id());
            if button.clicked() {
                ui.data_mut(|data| data.insert_temp(memory, (entry.id, now)));
            }
            ui.add(egui::Label::new(caption(theme, &entry.author)).truncate());
            let words = text.get(msg!("delete-assessment"));
            let delete = ui
                .add_enabled_ui(!cx.read_only, |ui| icon_button(ui, theme, Icon::Delete, words))
                .inner;
            if delete.clicked() {
                cx.push(Action::AskDelete(vec![entry.record_id()]));
            }
        });
        if open == Some(entry.id) {
            form(ui, cx, state, code, entry);
        }
    }
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, code: &str, entry: &Assessment) {
    let mut draft = entry.clone();
    let mut form = Form::new(ui, cx, entry.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.text(ui, "rationale", &mut draft.rationale);
    for (place, question) in questions(entry.obstacle).iter().enumerate() {
        let column = ["answer_1", "answer_2", "answer_3"][place];
        form.text_called(ui, column, cx.text.get(*question), &mut draft.answers[place]);
    }
    form.day(ui, "date", &mut draft.date, When::Said);
    form.source(ui, &mut draft.source);
    form.marking(ui, &mut draft.marking);
    let short = obstacle_text(entry.obstacle).short();
    let detail = format!("{code} · {}", cx.text.of(&short));
    let edit = (draft != *entry).then(|| Edit::change(draft, detail.as_str()));
    form.finish(ui, edit);
    concerns(ui, cx, entry, &detail);
}

/// The questions the form asks about an obstacle, following the article and the brief.
fn questions(obstacle: Obstacle) -> &'static [Message] {
    let all: &[Message] = match obstacle {
        Obstacle::Terminology => {
            &[msg!("ask-terminology-1"), msg!("ask-terminology-2"), msg!("ask-terminology-3")]
        }
        Obstacle::Stakeholders => {
            &[msg!("ask-stakeholders-1"), msg!("ask-stakeholders-2"), msg!("ask-stakeholders-3")]
        }
        Obstacle::Mistrust => {
            &[msg!("ask-mistrust-1"), msg!("ask-mistrust-2"), msg!("ask-mistrust-3")]
        }
        Obstacle::Opacity => &[msg!("ask-opacity-1"), msg!("ask-opacity-2")],
        Obstacle::Proxies => &[msg!("ask-proxies-1"), msg!("ask-proxies-2")],
        Obstacle::Weapons => &[msg!("ask-weapons-1"), msg!("ask-weapons-2")],
        Obstacle::Espionage => &[msg!("ask-espionage-1"), msg!("ask-espionage-2")],
        Obstacle::Urgency => &[msg!("ask-urgency-1"), msg!("ask-urgency-2")],
    };
    &all[..all.len().min(ANSWERS)]
}

/// The parties the assessment concerns in particular.
fn concerns(ui: &mut Ui, cx: &Cx<'_>, entry: &Assessment, detail: &str) {
    let text = cx.text;
    ui.label(caption(&cx.theme, text.get(msg!("obstacle-concerns"))));
    let found: Vec<_> = cx
        .snapshot
        .concerns
        .iter()
        .filter(|concern| concern.assessment == entry.id)
        .filter_map(|concern| Some((concern, cx.snapshot.parties.get(concern.party)?)))
        .collect();
    let rows: Vec<_> = found
        .iter()
        .map(|(concern, party)| Link {
            record: concern.record_id(),
            name: text.of(&party.name).to_owned(),
            title: party.code.clone(),
            note: String::new(),
            to: Selection::Party(party.id),
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-concern")), || {
        party_choices(cx, |party| !found.iter().any(|(concern, _)| concern.party == party))
    });
    if let Some(party) = chosen {
        cx.apply(Edit::add(Concern::new(entry.id, party), detail));
    }
}

/// Whether it has grown since the chosen day, and what is expected to remain.
fn trend(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, obstacle: Obstacle) {
    let heat = cx.figures.heat();
    let since = [("day", cx.text.day(cx.figures.since()).into())];
    if let Some(trend) = heat.trend(slot, obstacle) {
        let (id, icon) = match trend {
            Trend::Worse => (msg!("trend-worse"), Some(Icon::Rising)),
            Trend::Better => (msg!("trend-better"), Some(Icon::Falling)),
            Trend::Same => (msg!("trend-same"), None),
        };
        ui.horizontal_top(|ui| {
            if let Some(icon) = icon {
                ui.label(icon.text(&cx.theme).color(cx.theme.colours.muted));
            }
            paragraph(ui, caption(&cx.theme, cx.text.with(id, &since)));
        });
    }
    if let Some(after) = heat.after(slot, obstacle) {
        let after = [("severity", cx.text.severity(Some(after)).into())];
        ui.label(caption(&cx.theme, cx.text.with(msg!("heat-after"), &after)));
    }
}
