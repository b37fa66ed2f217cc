//! Resolutions of the UN General Assembly and their roll calls.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Confidence, csv_rows, from_key, from_key_or_empty, yes_or_empty};
use crate::model::{Ballot, Bilingual, Side, keyed};

keyed! {
    /// How a resolution was adopted.
    pub enum Adoption as "adopted" {
        /// By a recorded vote.
        Vote = "vote",
        /// Without a vote.
        Consensus = "consensus",
    }
}

/// A resolution of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct Resolution {
    /// Document symbol.
    pub symbol: String,
    /// Day of adoption.
    pub date: NaiveDate,
    /// Session of the General Assembly.
    pub session: u32,
    /// Official title in English.
    pub title_en: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title of a few words in English.
    pub short_en: String,
    /// Title of a few words in Dutch.
    pub short_nl: String,
    /// A summary, in English.
    pub summary_en: String,
    /// A summary, in Dutch.
    pub summary_nl: String,
    /// How compliance could be verified, in English.
    pub verification_en: String,
    /// How compliance could be verified, in Dutch.
    pub verification_nl: String,
    /// Code of the main sponsor, or empty.
    pub sponsor: String,
    /// How it was adopted.
    #[serde(deserialize_with = "from_key")]
    pub adoption: Adoption,
    /// Votes in favour; `None` without a vote.
    pub yes: Option<u32>,
    /// Votes against.
    pub no: Option<u32>,
    /// Abstentions.
    pub abstain: Option<u32>,
    /// Members that did not vote.
    pub absent: Option<u32>,
    /// Votes missing from the source: whether they were cast is unknown.
    pub unknown: Option<u32>,
    /// Whether it is one of the twelve on which the camps divide.
    #[serde(deserialize_with = "yes_or_empty")]
    pub contested: bool,
    /// The side that a Yes supports.
    #[serde(deserialize_with = "from_key_or_empty")]
    pub yes_reads: Option<Side>,
    /// Symbol of the text it competed with; empty if there was none, or if it is given there.
    pub rival: String,
    /// A caveat.
    pub note: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl Resolution {
    /// Its title of a few words.
    pub fn short(&self) -> Bilingual {
        Bilingual::new(&self.short_en, &self.short_nl)
    }
}

/// The resolutions, oldest first.
pub fn resolutions() -> &'static [Resolution] {
    static ROWS: LazyLock<Vec<Resolution>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/resolutions.csv")));
    &ROWS
}

/// A vote of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct CastVote {
    /// Symbol of the resolution.
    pub resolution: String,
    /// Code of the state.
    pub iso3: String,
    /// Y, N or A as cast; X for a member that did not vote; ? if the source lost it.
    pub vote: char,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl CastVote {
    /// The vote as cast; `None` for a member that did not vote.
    pub fn ballot(&self) -> Option<Ballot> {
        match self.vote {
            'Y' => Some(Ballot::Yes),
            'N' => Some(Ballot::No),
            'A' => Some(Ballot::Abstain),
            '?' => Some(Ballot::Unknown),
            _ => None,
        }
    }
}

/// The roll calls, vote by vote.
pub fn votes() -> &'static [CastVote] {
    static ROWS: LazyLock<Vec<CastVote>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/votes.csv")));
    &ROWS
}
