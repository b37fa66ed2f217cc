//! How strongly the verbs of a text bind, and which words weaken them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, toml_document};

/// The criteria by which one wording is weaker than another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingStrength {
    negations_en: Vec<String>,
    negations_nl: Vec<String>,
    refusals_en: Vec<String>,
    refusals_nl: Vec<String>,
    small_en: Vec<String>,
    small_nl: Vec<String>,
    /// The ladder of verbs, from the strongest rung down.
    #[serde(rename = "rung")]
    pub rungs: Vec<Rung>,
    /// Words that leave it to the reader whether, when or how far.
    #[serde(rename = "qualifier")]
    pub qualifiers: Vec<Qualifier>,
}

/// Verbs that bind as strongly.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Its place on the ladder, the strongest highest; only the order counts.
    pub strength: u8,
    forms_en: Vec<String>,
    forms_nl: Vec<String>,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// Expressions that qualify a verb in the same way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualifier {
    /// Its key.
    pub key: String,
    forms_en: Vec<String>,
    forms_nl: Vec<String>,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl WordingStrength {
    /// Words that turn a sentence into its opposite, in either language.
    pub fn negations(&self) -> impl Iterator<Item = &str> {
        self.negations_en.iter().chain(&self.negations_nl).map(String::as_str)
    }

    /// Verbs that turn what follows them into its opposite, in either language.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        self.refusals_en.iter().chain(&self.refusals_nl).map(String::as_str)
    }

    /// Words too small to tell whether a wording is in a text, in either language.
    pub fn small_words(&self) -> impl Iterator<Item = &str> {
        self.small_en.iter().chain(&self.small_nl).map(String::as_str)
    }
}

impl Rung {
    /// Its verbs as they occur in a text, in either language, in lower case.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms_en.iter().chain(&self.forms_nl).map(String::as_str)
    }
}

impl Qualifier {
    /// The expressions, in either language, in lower case.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms_en.iter().chain(&self.forms_nl).map(String::as_str)
    }
}

/// The ladder of verbs, the qualifiers and the small words.
pub fn wording_strength() -> &'static WordingStrength {
    static DOCUMENT: LazyLock<WordingStrength> =
        LazyLock::new(|| toml_document(include_str!("../../data/wording.toml")));
    &DOCUMENT
}
