//! Who blocks a proposal, and which pairs of blockers distrust each other.

use std::collections::HashMap;

use egui::Ui;

use super::with_stance;
use crate::analysis::voices_for;
use crate::model::words::fold;
use crate::model::{PartyId, Proposal, ProposalId, Slot, Stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::inspector::party::MOST;
use crate::ui::inspector::relation::trust_words;
use crate::ui::state::Selection;
use crate::ui::widgets::{caption, link, paragraph, section, stance_badge};

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
    let key = (proposal.id, cx.as_of, cx.text.language());
    let conditions = cx.kept_for(ui, egui::Id::unique("blockers-conditions"), key, || {
        let words = all.iter().filter_map(|it| Some((*it, condition(cx, proposal.id, *it)?)));
        words.collect::<HashMap<_, _>>()
    });
    for (stance, parties) in &blockers {
        for party in parties {
            ui.horizontal(|ui| {
                stance_badge(ui, &cx.theme, cx.text, Some(*stance));
                if link(ui, &cx.theme, cx.text.of(&party.name)).clicked() {
                    cx.push(Action::Select(Selection::Cell(proposal.id, party.id)));
                }
            });
            if let Some(words) = conditions.get(&party.id) {
                paragraph(ui, caption(&cx.theme, words));
            }
        }
    }
    if all.is_empty() {
        ui.label(caption(&cx.theme, cx.text.get(msg!("proposal-no-blockers"))));
    }
}

/// The condition on which a party would move; if it follows its groups, theirs.
fn condition(cx: &Cx<'_>, proposal: ProposalId, party: PartyId) -> Option<String> {
    let said = |condition: &str| Some(condition.trim().to_owned()).filter(|it| !it.is_empty());
    let own = cx.snapshot.current_position(proposal, party, cx.as_of);
    if let Some(entry) = own.filter(|it| it.stance.is_some()) {
        let condition = [("condition", said(&entry.condition)?.into())];
        return Some(cx.text.with(msg!("cell-would-move"), &condition));
    }
    let voices = voices_for(cx.snapshot, proposal, party, cx.as_of);
    let words = voices.iter().filter_map(|voice| {
        let group = cx.snapshot.groups.get(voice.group)?;
        let condition = said(&voice.entry.condition)?;
        let values = [("group", group.code.as_str().into()), ("condition", condition.into())];
        Some(cx.text.with(msg!("blockers-group-would-move"), &values))
    });
    Some(words.collect::<Vec<_>>().join("\n")).filter(|it| !it.is_empty())
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
