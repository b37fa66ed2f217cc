//! Edits made by setting stances in the matrix.

use crate::document::{Edit, NewStance, StepName, stance_edit};
use crate::exchange::{Block, ParsedStance};
use crate::model::Stance;
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
    stance_edit(cx.snapshot, name, detail(cx, places), &stances, cx.entry_day(), cx.author)
}

/// The edit that pastes a block with its upper left corner at the first of these cells.
///
/// `lines` are the cells from that corner on, line by line. A block of one cell fills the whole
/// selection instead.
pub(super) fn paste(cx: &Cx<'_>, lines: &[Vec<Place>], block: &Block) -> Option<Edit> {
    let (mut stances, mut places) = (Vec::new(), Vec::new());
    for (line, cells) in lines.iter().zip(&block.rows) {
        for ((proposal, party), cell) in line.iter().zip(cells) {
            if let Some(ParsedStance(stance)) = cell {
                places.push((*proposal, *party));
                stances.push(NewStance {
                    proposal: *proposal,
                    by: (*party).into(),
                    stance: *stance,
                });
            }
        }
    }
    let detail = detail(cx, &places);
    stance_edit(cx.snapshot, StepName::PasteStances, detail, &stances, cx.entry_day(), cx.author)
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
