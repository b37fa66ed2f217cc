//! The numbered confidence-building measures, norms and principles.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, csv_rows, from_key};
use crate::model::{Bilingual, Bindingness, MeasureKind, Scope, keyed};

keyed! {
    /// The kind of an instrument, by its own name for itself.
    pub enum InstrumentKind as "instrument-kind" {
        /// A confidence-building measure.
        Cbm = "cbm",
        /// A norm of behaviour.
        Norm = "norm",
        /// A principle.
        Principle = "principle",
        /// A programme of measures.
        Programme = "programme",
    }
}

/// One numbered instrument.
#[derive(Clone, Debug, Deserialize)]
pub struct Instrument {
    /// Code of its set.
    pub set: String,
    /// Its number in the set.
    pub number: String,
    /// A short unique code.
    pub code: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// The request, in English.
    pub text_en: String,
    /// The request, in Dutch.
    pub text_nl: String,
    /// How compliance would be seen, in English; empty for most.
    pub verification_en: String,
    /// How compliance would be seen, in Dutch; empty for most.
    pub verification_nl: String,
    /// The kind of confidence-building it does.
    #[serde(deserialize_with = "from_key")]
    pub measure: MeasureKind,
    /// Its kind.
    #[serde(deserialize_with = "from_key")]
    pub kind: InstrumentKind,
    /// The document it comes from.
    pub document: String,
    /// The year of the document.
    pub year: i32,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
    /// Key of the reference.
    pub source: String,
}

impl Instrument {
    /// Its title.
    pub fn title(&self) -> Bilingual {
        Bilingual::new(&self.title_en, &self.title_nl)
    }

    /// The request.
    pub fn text(&self) -> Bilingual {
        Bilingual::new(&self.text_en, &self.text_nl)
    }
}

/// All numbered instruments, set by set.
pub fn instruments() -> &'static [Instrument] {
    static ROWS: LazyLock<Vec<Instrument>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/instruments.csv")));
    &ROWS
}

/// A set of numbered instruments.
#[derive(Clone, Debug, Deserialize)]
pub struct InstrumentSet {
    /// Its code.
    pub code: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Dutch.
    pub name_nl: String,
    /// Who issued it, in English.
    pub issuer_en: String,
    /// Who issued it, in Dutch.
    pub issuer_nl: String,
    /// Who it is meant for.
    #[serde(deserialize_with = "from_key")]
    pub scope: Scope,
    /// How far it binds.
    #[serde(deserialize_with = "from_key")]
    pub bindingness: Bindingness,
    /// A description, in English.
    pub description_en: String,
    /// A description, in Dutch.
    pub description_nl: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl InstrumentSet {
    /// Its name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// A description.
    pub fn description(&self) -> Bilingual {
        Bilingual::new(&self.description_en, &self.description_nl)
    }
}

/// The sets of instruments.
pub fn instrument_sets() -> &'static [InstrumentSet] {
    static ROWS: LazyLock<Vec<InstrumentSet>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/instrument_sets.csv")));
    &ROWS
}
