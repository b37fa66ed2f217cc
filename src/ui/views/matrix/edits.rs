//! Edits made by setting stances in the matrix.

use crate::document::{
    Edit, NewStance, StepName, assume_edit, move_of, stance_edit, take_back_edit,
};
use crate::exchange::{Block, ParsedStance};
use crate::model::{Record, Stance};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::Place;

/// The edit that sets one stance in all these cells, or clears them.
pub(super) fn set(cx: &Cx<'_>, places: &[Place], stance: Option<Stance>) -> Option<Edit> {
    let name = if stance.is_some() { StepName::SetStance } else { StepName::ClearStance };
    let stances: Vec<_> = places
        .iter()
        .map(|(proposal, party)| NewStance { proposal: *proposal, by: (*party).into(), stance })
        .collect();
    make(cx, name, &stances)
}

/// Stances set while a scenario is in view go into the scenario, because nobody really took them.
fn make(cx: &Cx<'_>, name: StepName, stances: &[NewStance]) -> Option<Edit> {
    let edit = match cx.under {
        Some(under) => assume_edit(cx.snapshot, under.scenario.id, "", stances),
        None => stance_edit(cx.snapshot, name, "", stances, cx.entry_day(), cx.author),
    };
    let edit = edit?;
    // Only real changes: some of the chosen cells may have the stance already.
    let changed = edit.records().filter_map(|record| match record {
        Record::Position(entry) => Some((entry.proposal, entry.by.party()?)),
        Record::ScenarioMove(it) => Some((it.proposal, it.by.party()?)),
        _ => None,
    });
    let detail = detail(cx, &changed.collect::<Vec<_>>());
    Some(Edit { detail, ..edit })
}

/// Whether an assumption of the scenario about any of these cells can be taken back.
pub(super) fn is_assumed(cx: &Cx<'_>, places: &[Place]) -> bool {
    take_back(cx, places).is_some()
}

/// The edit that takes back what the scenario in view assumes of these parties themselves.
pub(super) fn take_back(cx: &Cx<'_>, places: &[Place]) -> Option<Edit> {
    let scenario = cx.under?.scenario.id;
    let moves = places.iter().filter_map(|(proposal, party)| {
        Some(move_of(cx.snapshot, scenario, *proposal, (*party).into())?.id)
    });
    take_back_edit(cx.snapshot, detail(cx, places), &moves.collect::<Vec<_>>())
}

/// The edit that pastes a block with its upper left corner at the first of these cells.
///
/// `lines` are the cells from that corner on, line by line. A block of one cell fills the whole
/// selection instead.
pub(super) fn paste(cx: &Cx<'_>, lines: &[Vec<Place>], block: &Block) -> Option<Edit> {
    let mut stances = Vec::new();
    for (line, cells) in lines.iter().zip(&block.rows) {
        for ((proposal, party), cell) in line.iter().zip(cells) {
            if let Some(ParsedStance(stance)) = cell {
                stances.push(NewStance {
                    proposal: *proposal,
                    by: (*party).into(),
                    stance: *stance,
                });
            }
        }
    }
    make(cx, StepName::PasteStances, &stances)
}

/// The detail of an edit: the party and proposal, or the number of cells.
fn detail(cx: &Cx<'_>, places: &[Place]) -> String {
    match places {
        [(proposal, party)] => {
            let party = cx.snapshot.parties.get(*party);
            let proposal = cx.snapshot.proposals.get(*proposal);
            match (party, proposal) {
                (Some(party), Some(proposal)) => {
                    format!("{} · {}", cx.text.of(&party.name), proposal.code)
                }
                _ => String::new(),
            }
        }
        _ => cx.text.with(msg!("cells"), &[("count", places.len().into())]),
    }
}
