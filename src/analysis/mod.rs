//! Everything worked out from a dossier: camps, tallies, verdicts, obstacles.
//!
//! Pure functions over a [`Snapshot`](crate::model::Snapshot): they read nothing else and cannot
//! fail. Each states the source of its method.

mod actual;
mod adoption;
mod alerts;
mod asks;
mod board;
mod camps;
mod carry;
mod changes;
mod coalition;
mod columns;
mod drift;
mod expected;
mod fate;
mod figures;
mod filter;
mod heat;
mod owners;
mod pairs;
mod ranking;
mod revision;
mod scenario;
mod small_numbers;
mod tally;
mod term_index;
mod terms;
mod texts;
mod told_splits;
mod trust;
mod voices;
mod wordings;
mod worlds;

pub use actual::{Actual, Heard, Reported, actual, vote_on};
pub use adoption::{Adoption, Outcome, Rule, adoption};
pub use alerts::Alert;
pub(crate) use alerts::{alerts, brief_on, last_meeting};
pub use asks::{AskedFor, asks};
pub use board::Board;
pub use camps::{CampReading, Camps, Evidence, camps, evidence};
pub use carry::{
    Call, Calls, Carry, CheapMove, Cost, CountsAs, Decider, Departure, GroupCall, Move, Moves,
    Reminders, Seat, Target, TooManyDeciders, Turning, Way, Whole, Worth, ahead, calls, carry,
    cheapest, coming_procedure, decided_with, reminders, seats, together, turning,
};
pub use changes::{MarkedEntry, SeverityChange, StanceChange};
pub(crate) use changes::{severity_changes, stance_changes};
pub use coalition::{Basis, Coalition, Column, Totals, coalition};
pub use drift::{Drift, OwnSide, drift_of, drift_of_obstacle};
pub use expected::{
    Calibration, Chances, Expected, Method, RecordedVotes, RollCallScore, Score, expected,
};
pub use fate::{
    AskPart, Evidence as FateEvidence, FateOfAsk, OwnWording, ReadText, RedLine, WeakerVerb,
};
pub(crate) use figures::shared_prefix;
pub use figures::{ByCode, ByName, Days, Figures, Version};
pub use filter::{Filter, Picked, Sort};
pub use heat::{Heat, Trend, heat};
pub use owners::Owners;
pub(crate) use owners::owner_keys;
pub use pairs::{Answer, Pair, Split, answer, by_group, pairs, who};
pub use ranking::{Lever, Ranking, Total, ranking, total_of};
pub use revision::{
    Again, BracketTurn, Burning, EnteredTerm, Reached, Revision, Step, TurnedBracket, asked_again,
    burn_down, burning, revision, version_on,
};
pub use scenario::{Assumed, Assumptions, Idle, idle, is_assumed, moves, scenarios, under};
pub use small_numbers::{Counts, SoFar, Told, told};
pub(crate) use small_numbers::{so_far, told_after};
pub use tally::Tally;
pub use term_index::{TermIndex, TermKey};
pub use terms::{Forms, FoundTerm};
pub use texts::{
    Turned, in_version, paragraphs, text_of, turned, units, version_called, versions, words_of,
};
pub use told_splits::ToldSplits;
pub use trust::{BadPair, Relations, relations};
pub(crate) use voices::voices_for;
pub use voices::{Voice, Voices};
pub use wordings::{Wording, agreement, wordings};
pub use worlds::{MOST_COMPARED, Standing, World, touched, worlds};
