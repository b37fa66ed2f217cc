//! The aims of the Dutch strategies, explained in both languages.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, toml_document};
use crate::model::{Aim, Bilingual};

/// The explanation of one aim.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AimText {
    /// Which aim.
    #[serde(rename = "key", deserialize_with = "from_key")]
    pub aim: Aim,
    /// Its number on that list.
    pub number: usize,
    name_en: String,
    name_nl: String,
    text_en: String,
    text_nl: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl AimText {
    /// Its name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// When a proposal serves it.
    pub fn text(&self) -> Bilingual {
        Bilingual::new(&self.text_en, &self.text_nl)
    }
}

/// The aims, in order.
pub fn aims() -> &'static [AimText] {
    #[derive(Deserialize)]
    struct Document {
        aim: Vec<AimText>,
    }
    static ROWS: LazyLock<Vec<AimText>> =
        LazyLock::new(|| toml_document::<Document>(include_str!("../../data/aims.toml")).aim);
    &ROWS
}

/// The explanation of this aim.
pub(crate) fn aim_text(aim: Aim) -> &'static AimText {
    // A test checks that they are in order.
    &aims()[aim as usize]
}
