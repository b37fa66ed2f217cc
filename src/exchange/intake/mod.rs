//! Imports tables of any layout: recognises them, plans what they would do, and does it.
//!
//! Four steps, each a pure function of the ones before:
//!
//! 1. [`guess()`] says what a [`Sheet`] is likely to be: the line with its header, its [`Layout`],
//!    and what its columns hold. The result is a [`Mapping`], every part of which the user can
//!    change; [`guess_among`] guesses again for another layout or header. A mapping can be saved as
//!    a [`Recipe`] (in TOML) and fitted to the next table, and remembered by the [`shape`] of the
//!    headings.
//! 2. [`plan()`] is the dry run: it says in numbers and row by row what would be new, changed,
//!    unchanged or wrong, and which [`Question`]s have to be answered. Nothing is guessed silently.
//! 3. The answers go into the [`Mapping`] (days and numbers) or into [`Answers`] (names, and
//!    contradictory rows), and the plan is made again.
//! 4. [`Plan::edit`] is one step that can be undone. Whatever is wrong or unanswered is left out.
//!
//! A name means the same everywhere: the dossier's own names and aliases come first, then those
//! that the library knows. An answer about a name becomes an alias, so it is not asked again.
//! Unknown is never consent, and absence is not a stance.

mod answers;
mod ballots;
mod beside;
mod cast;
mod cells;
mod coded;
mod crosses;
mod guess;
mod headings;
mod headless;
mod kinds;
mod layout;
mod look;
mod mapping;
mod matrix;
mod numbers;
mod plan;
mod recipe;
mod records;
mod rollcalls;
mod rolls;
mod symbols;
mod totals;
mod upper;
mod weigh;

pub use answers::{
    Answers, ClashQuestion, NameAnswer, NameOption, NameQuestion, Place, Question, ScaleQuestion,
};
pub use beside::{only_table, rolls_with_titles, titles_beside, titles_in};
pub(super) use cells::yes;
pub use guess::{Guess, guess, guess_among, guess_with, no_matrix};
pub use headless::bare_shape;
pub(super) use headless::first_is_data;
pub use layout::{Field, Layout};
pub(super) use mapping::Reading;
pub use mapping::{Column, Mapping, Meant, OwnScale};
pub use plan::{Fate, Options, Plan, Progress, Pulse, RowPlan, Tally};
pub use recipe::{Recipe, RecipeFault, shape};
pub use upper::{Heads, Upper};

use super::Sheet;
use crate::model::Snapshot;
use plan::Given;

/// Plans a table with this mapping and these answers, without changing the dossier. The pulse is
/// told the progress; if it says to stop, the result is `None`.
pub fn plan(
    snapshot: &Snapshot,
    sheet: &Sheet,
    mapping: &Mapping,
    answers: &Answers,
    options: &Options,
    pulse: Pulse<'_>,
) -> Option<Plan> {
    let mut plan = Plan::new(mapping.layout);
    plan.lacks = mapping.lacks();
    let headed = sheet.headed_at(mapping.header);
    let (true, Some(sheet)) = (plan.lacks.is_empty(), headed) else { return Some(plan) };
    let given = Given { snapshot, sheet: &sheet, mapping, answers, options };
    let mut planned = match mapping.layout {
        Layout::Positions | Layout::Matrix | Layout::Turned => matrix::plan_positions(given, pulse),
        Layout::LongRolls | Layout::WideRolls => rolls::plan_rolls(given, pulse),
        Layout::Crosses => crosses::plan_crosses(given, pulse),
        Layout::Parties
        | Layout::Proposals
        | Layout::Memberships
        | Layout::Sources
        | Layout::Contacts
        | Layout::Obstacles
        | Layout::Remedies => records::plan_records(given, pulse),
    }?;
    planned.confide(snapshot);
    Some(planned)
}
