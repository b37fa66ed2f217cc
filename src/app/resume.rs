//! What was decided in a merge that was interrupted: by the lock, or by a crash. It stands on
//! the desk, inside the dossier, so that a passphrase protects it too.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::document::merge::{Conflict, Decision, Merge};
use crate::model::Keyed;
use crate::ui::views::Merging;

/// The decisions so far, and where the review lies.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The review.
    pub path: PathBuf,
    // Each with the key of what is decided.
    decisions: Vec<(String, String)>,
}

/// The decisions of a merge as they are kept; none where that cannot be written down.
pub(super) fn keep(merging: &Merging) -> Option<String> {
    let decided = merging.plan.conflicts.iter();
    let decided = decided.filter_map(|it| Some((key(it), it.decision?.key().to_owned())));
    let path = std::path::absolute(&merging.path).ok()?;
    serde_json::to_string(&Kept { path, decisions: decided.collect() }).ok()
}

impl Kept {
    /// Reads what was kept; none where it makes no sense.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Decides again what was decided, as far as it is offered still.
    pub(super) fn take_up(&self, plan: &mut Merge) {
        let kept: std::collections::HashMap<_, _> =
            self.decisions.iter().map(|(key, decision)| (key.as_str(), decision)).collect();
        for conflict in &mut plan.conflicts {
            let decision = kept.get(key(conflict).as_str());
            let decision = decision.and_then(|decision| Decision::from_key(decision));
            if decision.is_some_and(|it| conflict.options().any(|option| option == it)) {
                conflict.decision = decision;
            }
        }
    }
}

fn key(conflict: &Conflict) -> String {
    let (kind, table) = (conflict.kind.key(), conflict.record.table.key());
    let other = conflict.other.map_or_else(String::new, |other| other.id.to_string());
    let field = conflict.field().unwrap_or_default();
    format!("{kind} {table} {} {other} {field}", conflict.record.id)
}
