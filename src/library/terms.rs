//! The concordance of contested terms.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Confidence, from_key, from_key_or_empty, toml_document};
use crate::model::{Bilingual, Obstacle};

/// A subject for which parties use different words, or one word in different senses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestedTerm {
    /// Its key.
    pub key: String,
    name_en: String,
    name_nl: String,
    contested_en: String,
    contested_nl: String,
    wording_en: String,
    wording_nl: String,
    /// The obstacle that the dispute is about, besides the lack of agreed terms; `None` if it is
    /// about words alone, or about several.
    #[serde(default, deserialize_with = "from_key_or_empty")]
    pub about: Option<Obstacle>,
    /// Where the neutral wording was agreed; empty if unknown.
    pub wording_document: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
    /// Who uses which words.
    #[serde(rename = "use")]
    pub uses: Vec<TermUse>,
}

/// The words that some parties use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermUse {
    forms_en: Vec<String>,
    forms_nl: Vec<String>,
    used_by_en: String,
    used_by_nl: String,
    sense_en: String,
    sense_nl: String,
}

impl ContestedTerm {
    /// Its name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// Why it is contested.
    pub fn contested(&self) -> Bilingual {
        Bilingual::new(&self.contested_en, &self.contested_nl)
    }

    /// Neutral wording agreed before.
    pub fn wording(&self) -> Bilingual {
        Bilingual::new(&self.wording_en, &self.wording_nl)
    }
}

impl TermUse {
    /// The forms to find in a text, in either language, in lower case.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms_en.iter().chain(&self.forms_nl).map(String::as_str)
    }

    /// The first form in each language, by which the use is named.
    pub fn form(&self) -> Bilingual {
        let first = |forms: &[String]| forms.first().cloned().unwrap_or_default();
        Bilingual::new(first(&self.forms_en), first(&self.forms_nl))
    }

    /// Who uses it.
    pub(crate) fn used_by(&self) -> Bilingual {
        Bilingual::new(&self.used_by_en, &self.used_by_nl)
    }

    /// The sense in which they use it.
    pub(crate) fn sense(&self) -> Bilingual {
        Bilingual::new(&self.sense_en, &self.sense_nl)
    }
}

/// The contested terms.
pub fn contested_terms() -> &'static [ContestedTerm] {
    #[derive(Deserialize)]
    struct Document {
        term: Vec<ContestedTerm>,
    }
    static ROWS: LazyLock<Vec<ContestedTerm>> =
        LazyLock::new(|| toml_document::<Document>(include_str!("../../data/terms.toml")).term);
    &ROWS
}
