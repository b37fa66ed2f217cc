//! States, groups and memberships.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, csv_rows, from_key, partial_date, yes_or_empty};
use crate::model::{Bilingual, GroupKind, PartialDate};

/// A state of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct State {
    /// ISO 3166 alpha-3 code.
    pub iso3: String,
    /// ISO 3166 alpha-2 code.
    pub iso2: String,
    /// UN M49 code.
    pub m49: String,
    /// Everyday name in English.
    pub name_en: String,
    /// Everyday name in Dutch.
    pub name_nl: String,
    /// Name as the United Nations lists it.
    pub un_name: String,
    /// UN M49 region.
    pub region: String,
    /// UN M49 subregion.
    pub subregion: String,
    /// UN M49 intermediate region, or empty.
    pub intermediate: String,
    /// Whether it is a member of the United Nations.
    #[serde(deserialize_with = "yes_or_empty")]
    pub un_member: bool,
    /// Whether it is a least developed country.
    #[serde(deserialize_with = "yes_or_empty")]
    pub ldc: bool,
    /// Whether it is a small island developing state.
    #[serde(deserialize_with = "yes_or_empty")]
    pub sids: bool,
    /// Whether it is a landlocked developing country.
    #[serde(deserialize_with = "yes_or_empty")]
    pub lldc: bool,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl State {
    /// Its everyday name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }
}

/// The 195 states, by code.
pub fn states() -> &'static [State] {
    static ROWS: LazyLock<Vec<State>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/states.csv")));
    &ROWS
}

/// A group of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct LibraryGroup {
    /// Short code.
    pub code: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Dutch.
    pub name_nl: String,
    /// Its kind.
    #[serde(deserialize_with = "from_key")]
    pub kind: GroupKind,
    /// A description, in English.
    pub description_en: String,
    /// A description, in Dutch.
    pub description_nl: String,
    /// A caveat.
    pub note: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The groups.
pub fn groups() -> &'static [LibraryGroup] {
    static ROWS: LazyLock<Vec<LibraryGroup>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/groups.csv")));
    &ROWS
}

/// A membership of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct LibraryMembership {
    /// Code of the group.
    pub group: String,
    /// Code of the state.
    pub iso3: String,
    /// Since when, if known.
    #[serde(deserialize_with = "partial_date")]
    pub since: Option<PartialDate>,
    /// Until when, if it has ended.
    #[serde(deserialize_with = "partial_date")]
    pub until: Option<PartialDate>,
    /// A qualification.
    pub note: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The memberships, by group.
pub fn memberships() -> &'static [LibraryMembership] {
    static ROWS: LazyLock<Vec<LibraryMembership>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/memberships.csv")));
    &ROWS
}
