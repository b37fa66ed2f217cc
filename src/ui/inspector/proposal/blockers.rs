//! Who blocks a proposal, and which pairs of blockers distrust each other.

use egui::Ui;

use super::with_stance;
use crate::model::words::fold;
use crate::model::{PartyId, Proposal, Slot, Stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::inspector::party::MOST;
use crate::ui::inspector::relation::trust_words;
use crate::ui::state::Selection;
use crate::ui::widgets::{caption, link, section, stance_badge};

/// Everybody who objects or has reservations, each linked to the entry behind it; preceded by the
/// pairs among them that distrust each other.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, proposal: &Proposal) {
    let blockers = [Stance::Object, Stance::Reserve].map(|stance| {
        let mut parties = with_stance(cx, slot, stance);
        parties.sort_by_cached_key(|party| fold(cx.text.of(&party.name)));
        (stance, parties)
    });
    let all: Vec<_> = blockers.iter().flat_map(|(_, parties)| parties).map(|it| it.id).collect();
    pairs(ui, cx, &all);
    section(ui, &cx.theme, cx.text.get(msg!("proposal-blockers")));
    for (stance, parties) in &blockers {
        for party in parties {
            ui.horizontal(|ui| {
                stance_badge(ui, &cx.theme, cx.text, Some(*stance));
                if link(ui, &cx.theme, cx.text.of(&party.name)).clicked() {
                    cx.push(Action::Select(Selection::Cell(proposal.id, party.id)));
                }
            });
        }
    }
    if all.is_empty() {
        ui.label(caption(&cx.theme, cx.text.get(msg!("proposal-no-blockers"))));
    }
}

/// The pairs of blockers that distrust each other.
fn pairs(ui: &mut Ui, cx: &Cx<'_>, blockers: &[PartyId]) {
    let bad = cx.figures.relations().bad_pairs(blockers);
    if bad.is_empty() {
        return;
    }
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("proposal-bad-pairs")));
    let name = |id| cx.snapshot.parties.get(id).map_or("", |party| text.of(&party.name));
    for pair in bad.iter().take(MOST) {
        ui.horizontal_wrapped(|ui| {
            ui.label(Icon::Warning.text(theme).color(theme.colours.warn));
            let [a, b] = pair.parties.map(name);
            if link(ui, theme, &format!("{a} – {b}")).clicked() {
                cx.push(Action::Select(Selection::Relation(pair.relation)));
            }
            ui.label(caption(theme, trust_words(cx, pair.trust)));
        });
    }
}
