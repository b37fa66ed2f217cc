//! What follows from a dossier: camps, tallies, verdicts, obstacles.
//!
//! Pure functions over a [`Snapshot`](crate::model::Snapshot): they read nothing
//! else and cannot fail. Each says where its method comes from.

mod adoption;
mod camps;
mod coalition;
mod heat;
mod tally;

pub use adoption::{Adoption, Outcome, Rule, adoption};
pub use camps::{CampReading, Camps, Evidence, camps, evidence, read_camp};
pub use coalition::{Coalition, Column, coalition};
pub use heat::{Heat, heat};
pub use tally::Tally;
