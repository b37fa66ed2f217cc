//! The reference data of `data/`: states, groups, roll calls, instruments, initiatives, the
//! eight obstacles with remedies tried before, contested terms, the strength of verbs and policy
//! aims, each row with its source and confidence.
//!
//! The files are built into the program and parsed on first use; a test parses all of them and
//! checks that they agree with each other. The [`templates`] make the records of a new dossier
//! from them.

mod aims;
mod codes;
mod families;
mod initiatives;
mod instruments;
mod mechanism;
mod names;
mod obstacles;
mod practice;
mod remedies;
mod resolutions;
mod states;
pub mod templates;
mod terms;
mod wording;

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(crate) use aims::aim_text;
pub use aims::{AimText, aims};
pub(crate) use codes::{Codes, is_code};
pub use codes::{StateCodes, state_codes};
pub(crate) use families::has_family;
pub use initiatives::{Initiative, initiatives};
pub use instruments::{Instrument, InstrumentKind, InstrumentSet, instrument_sets, instruments};
pub use mechanism::{LibraryMeeting, Pillar, meetings, pillars};
pub use names::{
    Abbreviation, Alias, GroupAlias, Meaning, abbreviations, aliases, group_aliases, likely,
};
pub(crate) use names::{GoBy, meanings, meanings_in, states_by_name};
pub(crate) use names::{is_like_many, nearest};
pub(crate) use obstacles::obstacle_text;
pub use obstacles::{ObstacleText, obstacles};
pub use remedies::{TriedRemedy, tried_remedies};
pub use resolutions::{Adoption, CastVote, Resolution, resolutions, votes};
pub use states::{LibraryGroup, LibraryMembership, State, groups, memberships, states};
pub use terms::{ContestedTerm, TermUse, contested_terms};
pub use wording::{Qualifier, Rung, WordingStrength, wording_strength};

use crate::model::{Keyed, PartialDate, keyed};

keyed! {
    /// How far to trust a row.
    pub enum Confidence as "confidence" {
        /// Checked against its source.
        High = "high",
        /// Taken from a good source, not checked in full.
        MediumHigh = "medium-high",
        /// May be stale, or rests on an inference.
        Medium = "medium",
        /// Little more than an indication.
        Low = "low",
    }
}

/// A reference: where rows of the library come from.
#[derive(Clone, Debug, Deserialize)]
pub struct Reference {
    /// The key by which rows refer to it.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Its date.
    #[serde(deserialize_with = "partial_date")]
    pub date: Option<PartialDate>,
    /// Its licence, if it has one.
    pub licence: String,
    /// Where to find it.
    pub link: String,
    /// How it was used.
    pub note: String,
}

/// All references.
pub(crate) fn references() -> &'static [Reference] {
    static ROWS: LazyLock<Vec<Reference>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/sources.csv")));
    &ROWS
}

/// The reference with this key.
pub fn reference(key: &str) -> Option<&'static Reference> {
    references().iter().find(|reference| reference.key == key)
}

/// Parses a table of the library.
///
/// # Panics
/// If the table does not parse. The tables are built in and a test parses each, so never in a
/// tested program.
#[expect(clippy::panic, reason = "the data is part of the program, and a test parses all of it")]
fn csv_rows<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("a table of the library does not parse: {error}"))
}

/// Parses a document of the library; see [`csv_rows`].
#[expect(clippy::panic, reason = "the data is part of the program, and a test parses all of it")]
fn toml_document<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text)
        .unwrap_or_else(|error| panic!("a document of the library does not parse: {error}"))
}

fn from_key<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Keyed,
{
    let key = String::deserialize(deserializer)?;
    T::from_key(&key).ok_or_else(|| serde::de::Error::custom(format!("unknown key {key}")))
}

fn from_key_or_empty<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Keyed,
{
    match String::deserialize(deserializer)?.as_str() {
        "" => Ok(None),
        key => T::from_key(key)
            .map(Some)
            .ok_or_else(|| serde::de::Error::custom(format!("unknown key {key}"))),
    }
}

fn partial_date<'de, D>(deserializer: D) -> Result<Option<PartialDate>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    match String::deserialize(deserializer)?.as_str() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(serde::de::Error::custom),
    }
}

fn yes_or_empty<'de, D>(deserializer: D) -> Result<bool, D::Error>
where
    D: serde::Deserializer<'de>,
{
    match String::deserialize(deserializer)?.as_str() {
        "Y" => Ok(true),
        "" => Ok(false),
        other => Err(serde::de::Error::custom(format!("neither Y nor empty: {other}"))),
    }
}
