//! The remedies against one obstacle on one proposal.

use egui::Ui;

use crate::document::Edit;
use crate::library::{TriedRemedy, tried_remedies};
use crate::model::{Obstacle, Proposal, Remedy};
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Choice, acts, button, caption, link, muted, paragraph, picker, section};

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    proposal: &Proposal,
    obstacle: Obstacle,
) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("remedies")));
    let here = |remedy: &&Remedy| remedy.proposal == proposal.id && remedy.obstacle == obstacle;
    let mut found: Vec<_> = cx.snapshot.remedies.iter().filter(here).collect();
    found.sort_by_key(|remedy| (!remedy.status.is_open(), remedy.due.is_none(), remedy.due));
    if found.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("remedies-none"))));
    }
    for remedy in found {
        ui.horizontal_wrapped(|ui| {
            let leads = link(ui, theme, &remedy.title);
            acts::menu_of(cx, &leads, remedy.record_id());
            if leads.clicked() {
                cx.push(Action::Select(Selection::Remedy(remedy.id)));
            }
            let mut facts = vec![lower(text.label(remedy.status))];
            if let Some(after) = remedy.severity_after {
                let after = [("severity", after.get().to_string().into())];
                facts.push(text.with(msg!("remedy-after"), &after));
            }
            ui.label(caption(theme, facts.join(" · ")));
        });
    }
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal_wrapped(|ui| {
            if button(ui, theme, Some(Icon::Add), text.get(msg!("add-remedy"))).clicked() {
                add(cx, state, Remedy::new(proposal.id, obstacle, text.get(msg!("new-remedy"))));
            }
            let words = text.get(msg!("remedy-from-library"));
            let response = button(ui, theme, Some(Icon::Library), words);
            let tried = picker(cx, &response, words, || {
                let tried = tried_remedies().iter().filter(|tried| tried.obstacle == obstacle);
                tried
                    .map(|tried| Choice { value: tried, name: text.of(&tried.title()).to_owned() })
                    .collect()
            });
            if let Some(tried) = tried {
                add(cx, state, from_library(cx, proposal, tried));
            }
        });
    });
}

fn add(cx: &Cx<'_>, state: &mut ViewState, remedy: Remedy) {
    let (id, title) = (remedy.id, remedy.title.clone());
    cx.apply(Edit::add(remedy, title));
    cx.push(Action::Select(Selection::Remedy(id)));
    state.focus_inspector = true;
}

/// A remedy from the library, in the user's language, with its precedent.
fn from_library(cx: &Cx<'_>, proposal: &Proposal, tried: &TriedRemedy) -> Remedy {
    let text = cx.text;
    Remedy {
        text: text.of(&tried.text()).to_owned(),
        kind: Some(tried.kind),
        precedent: tried.precedents.join(", "),
        note: text.of(&tried.limits()).to_owned(),
        ..Remedy::new(proposal.id, tried.obstacle, text.of(&tried.title()))
    }
}
