//! The head: which proposal, which version, what it is compared with, and how far it has come.

use egui::Ui;

use super::Row;
use crate::analysis::Turned;
use crate::model::{ParagraphStatus, Proposal, Version};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, TakingText, TextState, ViewState};
use crate::ui::widgets::{Choice, button, muted, paragraph, picker, proposal_choices, strong};

/// Draws the head.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (proposal, all): (&Proposal, &[&Version]),
    (version, against): (Option<&Version>, Option<&Version>),
    rows: &[Row],
) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        let name = format!("{} · {}", proposal.code, text.of(&proposal.title));
        let short: String = name.chars().take(50).collect();
        let shown = if short.len() < name.len() { format!("{short}…") } else { name };
        let chooser = button(ui, theme, Some(Icon::Down), &shown);
        let label = text.get(msg!("calls-on"));
        if let Some(id) = picker(cx, &chooser, label, || proposal_choices(cx, |_| true)) {
            state.text = TextState { proposal: Some(id), ..TextState::default() };
            state.selection = Selection::Proposal(id);
        }
        if let Some(version) = version {
            let chooser = button(ui, theme, Some(Icon::Down), &version.name);
            let label = text.field("version");
            let choices = || {
                let newest_first = all.iter().rev();
                newest_first.map(|it| Choice { value: it.id, name: it.name.clone() }).collect()
            };
            let chooser = chooser.accessible_name(format!("{label}: {}", version.name));
            if let Some(id) = picker(cx, &chooser, label, choices) {
                state.text.version = Some(id);
            }
        }
        let words = text.get(msg!("text-new-version"));
        let clicked = ui
            .add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words))
            .inner
            .clicked();
        if clicked {
            // Whatever is selected meanwhile, it is a text of this proposal.
            state.text.proposal = Some(proposal.id);
            state.text.taking = Some(TakingText::default());
        }
    });
    let Some(version) = version else { return };
    if all.iter().any(|it| it.rank < version.rank) {
        let words = text.get(msg!("text-compare"));
        ui.checkbox(&mut state.text.compares, words).accessible_name(words);
    }
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let values = [
        ("paragraphs", rows.len().into()),
        ("brackets", rows.iter().map(|row| row.brackets).sum::<usize>().into()),
        ("version", version.name.as_str().into()),
    ];
    paragraph(ui, strong(theme, text.with(msg!("text-so-many"), &values)));
    let agreed = count(&|row| row.status != ParagraphStatus::Open);
    let mut lines = vec![text.with(msg!("text-agreed"), &[("count", agreed.into())])];
    if let Some(against) = against {
        let values = [
            ("version", against.name.as_str().into()),
            ("changed", count(&|row| row.turned == Some(Turned::Changed)).into()),
            ("new", count(&|row| row.turned == Some(Turned::New)).into()),
        ];
        lines.push(text.with(msg!("text-since"), &values));
    }
    paragraph(ui, muted(theme, lines.join(" ")));
    ui.add_space(theme.sizes.space.s);
}
