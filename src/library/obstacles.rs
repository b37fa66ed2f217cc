//! The eight obstacles, explained in both languages.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, toml_document};
use crate::model::{Bilingual, Language, Obstacle, Severity};

/// The explanation of one obstacle.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObstacleText {
    /// Which obstacle.
    #[serde(rename = "key", deserialize_with = "from_key")]
    pub obstacle: Obstacle,
    /// Its number, 1 to 8.
    pub number: usize,
    name_en: String,
    name_nl: String,
    short_en: String,
    short_nl: String,
    explanation_en: String,
    explanation_nl: String,
    example_en: String,
    example_nl: String,
    record_en: String,
    record_nl: String,
    levels_en: [String; 5],
    levels_nl: [String; 5],
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl ObstacleText {
    /// Its full name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// A name short enough for a chip.
    pub fn short(&self) -> Bilingual {
        Bilingual::new(&self.short_en, &self.short_nl)
    }

    /// The short name in one language, for a heading.
    pub(crate) fn short_in(&self, language: Language) -> &str {
        match language {
            Language::English => &self.short_en,
            Language::Dutch => &self.short_nl,
        }
    }

    /// An explanation of it, and of what makes it bite.
    pub(crate) fn explanation(&self) -> Bilingual {
        Bilingual::new(&self.explanation_en, &self.explanation_nl)
    }

    /// An example.
    pub fn example(&self) -> Bilingual {
        Bilingual::new(&self.example_en, &self.example_nl)
    }

    /// The points to record about it for a proposal.
    pub fn record(&self) -> Bilingual {
        Bilingual::new(&self.record_en, &self.record_nl)
    }

    /// The meaning of this severity for this obstacle.
    pub(crate) fn level(&self, severity: Severity) -> Bilingual {
        let level = usize::from(severity.get());
        Bilingual::new(&self.levels_en[level], &self.levels_nl[level])
    }
}

/// The eight obstacles, in order.
pub fn obstacles() -> &'static [ObstacleText] {
    #[derive(Deserialize)]
    struct Document {
        obstacle: Vec<ObstacleText>,
    }
    static ROWS: LazyLock<Vec<ObstacleText>> = LazyLock::new(|| {
        toml_document::<Document>(include_str!("../../data/obstacles.toml")).obstacle
    });
    &ROWS
}

/// The explanation of this obstacle.
pub(crate) fn obstacle_text(obstacle: Obstacle) -> &'static ObstacleText {
    // A test checks that the eight are in order.
    &obstacles()[obstacle.number() - 1]
}
