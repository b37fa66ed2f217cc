//! Scenarios in words.

use crate::analysis::Way;
use crate::model::Snapshot;
use crate::text::{Text, lower, msg};

/// The most moves that a cell names; the others are counted.
const NAMED: usize = 3;

/// The moves that would carry a proposal, in a few words.
pub(crate) fn cheapest_moves(text: Text, snapshot: &Snapshot, way: &Way) -> String {
    let moves = match way {
        Way::Moves(moves) if moves.is_empty() => {
            return text.get(msg!("scenario-carries")).to_owned();
        }
        Way::Moves(moves) => moves,
        Way::None => return text.get(msg!("scenario-no-way")).to_owned(),
        Way::Unanswered => return String::new(),
    };
    let named = moves.iter().take(NAMED).filter_map(|it| {
        let code = &snapshot.parties.at(it.party)?.code;
        Some(format!("{code} → {}", lower(text.label(it.to))))
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let cost = way.cost().map(|cost| text.decimal(&cost.to_string())).unwrap_or_default();
    let values = [
        ("moves", named.into()),
        ("more", moves.len().saturating_sub(NAMED).into()),
        ("cost", cost.into()),
    ];
    text.with(msg!("scenario-way"), &values)
}
