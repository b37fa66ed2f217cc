//! Past and present initiatives: what was tried, with what result, and why it stalled.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, toml_document};
use crate::model::{Bilingual, PartialDate};

/// An attempt to agree on confidence-building or norms in cyberspace.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Its key.
    pub key: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Dutch.
    pub name_nl: String,
    /// When it began: a year or a month.
    pub from: String,
    /// When it ended, if it did.
    pub until: Option<String>,
    /// Codes of states and groups, or names of others.
    pub parties: Vec<String>,
    /// A summary of the attempt, in English.
    pub summary_en: String,
    /// A summary of the attempt, in Dutch.
    pub summary_nl: String,
    /// The result, in English.
    pub outcome_en: String,
    /// The result, in Dutch.
    pub outcome_nl: String,
    /// Why it stalled, in English; empty if it did not.
    #[serde(default)]
    pub stalled_en: String,
    /// Why it stalled, in Dutch; empty if it did not.
    #[serde(default)]
    pub stalled_nl: String,
    /// Keys of the obstacles it ran into.
    pub obstacles: Vec<String>,
    /// Codes of the sets of instruments that came from it.
    pub instruments: Vec<String>,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl Initiative {
    /// Its name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// A summary of the attempt.
    pub fn summary(&self) -> Bilingual {
        Bilingual::new(&self.summary_en, &self.summary_nl)
    }

    /// The result.
    pub fn outcome(&self) -> Bilingual {
        Bilingual::new(&self.outcome_en, &self.outcome_nl)
    }

    /// Why it stalled; empty if it did not.
    pub fn stalled(&self) -> Bilingual {
        Bilingual::new(&self.stalled_en, &self.stalled_nl)
    }

    /// When it began.
    pub fn began(&self) -> Option<PartialDate> {
        self.from.parse().ok()
    }

    /// When it ended, if it did.
    pub fn ended(&self) -> Option<PartialDate> {
        self.until.as_ref()?.parse().ok()
    }
}

/// The initiatives, oldest first.
pub fn initiatives() -> &'static [Initiative] {
    #[derive(Deserialize)]
    struct Document {
        initiative: Vec<Initiative>,
    }
    static ROWS: LazyLock<Vec<Initiative>> = LazyLock::new(|| {
        toml_document::<Document>(include_str!("../../data/initiatives.toml")).initiative
    });
    &ROWS
}
