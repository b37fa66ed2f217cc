//! Remedies that were tried before, each with its precedent.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, toml_document};
use crate::model::{Bilingual, Obstacle, RemedyKind};

/// Something that was tried against an obstacle before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriedRemedy {
    /// Its key.
    pub key: String,
    /// The obstacle it helps against.
    #[serde(deserialize_with = "from_key")]
    pub obstacle: Obstacle,
    /// Its kind.
    #[serde(deserialize_with = "from_key")]
    pub kind: RemedyKind,
    title_en: String,
    title_nl: String,
    text_en: String,
    text_nl: String,
    limits_en: String,
    limits_nl: String,
    /// Codes of the numbered instruments it builds on.
    pub precedents: Vec<String>,
    /// Key of the reference of the first precedent.
    pub source: String,
    /// How far to trust the precedents.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl TriedRemedy {
    /// Its title.
    pub fn title(&self) -> Bilingual {
        Bilingual::new(&self.title_en, &self.title_nl)
    }

    /// The steps to take.
    pub fn text(&self) -> Bilingual {
        Bilingual::new(&self.text_en, &self.text_nl)
    }

    /// Its limits.
    pub fn limits(&self) -> Bilingual {
        Bilingual::new(&self.limits_en, &self.limits_nl)
    }
}

/// The tried remedies, in the order of the obstacles.
pub fn tried_remedies() -> &'static [TriedRemedy] {
    #[derive(Deserialize)]
    struct Document {
        remedy: Vec<TriedRemedy>,
    }
    static ROWS: LazyLock<Vec<TriedRemedy>> = LazyLock::new(|| {
        toml_document::<Document>(include_str!("../../data/remedies.toml")).remedy
    });
    &ROWS
}
