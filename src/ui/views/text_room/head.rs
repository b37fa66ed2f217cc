//! The head: which proposal, which version, what it is compared with, and how far it has come.

use egui::{Popup, Ui};

use super::Row;
use crate::analysis::Turned;
use crate::model::{ParagraphStatus, Proposal, Version};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Against, Selection, TakingText, TextState, ViewState};
use crate::ui::widgets::{
    Chip, Choice, button, muted, paragraph, picker, picker_from, proposal_choices, strong,
};

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
        let proposals = || proposal_choices(cx, |_| true);
        if let Some(id) = picker_from(cx, &chooser, label, &proposal.id, proposals) {
            // A version being added is added to the chosen proposal.
            let taking = state.text.taking.take();
            state.text = TextState { proposal: Some(id), taking, ..TextState::default() };
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
            if let Some(id) = picker_from(cx, &chooser, label, &version.id, choices) {
                state.text.version = Some(id);
            }
        }
        let words = text.get(msg!("text-new-version"));
        let add =
            ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words)).inner;
        // There is nothing else to start with.
        let idle = version.is_none() && state.text.taking.is_none();
        let free =
            ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if idle && free {
            add.request_focus();
        }
        if add.clicked() {
            // Whatever is selected meanwhile, this is a text of this proposal.
            state.text.proposal = Some(proposal.id);
            state.text.taking = Some(TakingText::default());
        }
    });
    let Some(version) = version else { return };
    if all.len() > 1 {
        ui.horizontal(|ui| {
            comparing(ui, cx, state, (version, all), against);
            for (changed, words) in
                [(false, msg!("text-page-words")), (true, msg!("text-page-changed"))]
            {
                let chip = Chip::new(text.get(words)).active(state.text.changed == changed);
                if chip.show(ui, theme).clicked() {
                    state.text.changed = changed;
                }
            }
        });
    }
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let gone = count(&|row| row.gone);
    let values = [
        ("paragraphs", (rows.len() - gone).into()),
        ("brackets", rows.iter().map(|row| row.brackets).sum::<usize>().into()),
        ("version", version.name.as_str().into()),
    ];
    paragraph(ui, strong(theme, text.with(msg!("text-so-many"), &values)));
    let agreed = count(&|row| !row.gone && row.status != ParagraphStatus::Open);
    let mut lines = vec![text.with(msg!("text-agreed"), &[("count", agreed.into())])];
    if let Some(against) = against {
        let values = [
            ("version", against.name.as_str().into()),
            ("changed", count(&|row| row.turned == Some(Turned::Changed)).into()),
            ("new", count(&|row| row.turned == Some(Turned::New)).into()),
            ("gone", gone.into()),
        ];
        lines.push(text.with(msg!("text-since"), &values));
    }
    paragraph(ui, muted(theme, lines.join(" ")));
    ui.add_space(theme.sizes.space.s);
}

/// The choice of the version to compare with.
fn comparing(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (version, all): (&Version, &[&Version]),
    against: Option<&Version>,
) {
    let text = cx.text;
    let words = match against {
        Some(it) => text.with(msg!("text-compared"), &[("version", it.name.as_str().into())]),
        None => text.get(msg!("text-not-compared")).to_owned(),
    };
    let chooser = button(ui, &cx.theme, Some(Icon::Down), &words);
    if std::mem::take(&mut state.text.ask_against) {
        Popup::open_id(ui, Popup::default_response_id(&chooser));
    }
    let choices = || {
        let nothing = text.get(msg!("text-not-compared")).to_owned();
        let before = text.get(msg!("text-version-before")).to_owned();
        let first = [(Against::Before, before), (Against::Nothing, nothing)];
        let others = all.iter().rev().filter(|it| it.id != version.id);
        let each = others.map(|it| (Against::Version(it.id), it.name.clone()));
        let every = first.into_iter().chain(each);
        every.map(|(value, name)| Choice { value, name }).collect()
    };
    if let Some(chosen) = picker(cx, &chooser, text.get(msg!("text-compare-with")), choices) {
        state.text.against = chosen;
    }
}
