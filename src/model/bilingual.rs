//! Content of a dossier in the two working languages.

use serde::Serialize;

use super::keyed;

keyed! {
    /// A working language of the users.
    #[derive(Default)]
    pub enum Language as "language" {
        /// English.
        #[default]
        English = "en",
        /// Dutch.
        Dutch = "nl",
    }
}

/// A text in English, in Dutch, or in both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bilingual {
    /// The English text; empty if there is none.
    pub en: String,
    /// The Dutch text; empty if there is none.
    pub nl: String,
}

impl Bilingual {
    /// A text in both languages.
    pub fn new(en: impl Into<String>, nl: impl Into<String>) -> Self {
        Self { en: en.into(), nl: nl.into() }
    }

    /// The text in `language`, or in the other one if that is all there is.
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::English => (&self.en, &self.nl),
            Language::Dutch => (&self.nl, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// The text in exactly this language, to be edited.
    pub(crate) fn get_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::English => &mut self.en,
            Language::Dutch => &mut self.nl,
        }
    }

    /// Whether there is no text in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.nl.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_to_the_other_language() {
        let text = Bilingual::new("Netherlands", "");
        assert_eq!(text.get(Language::Dutch), "Netherlands");
        assert_eq!(Bilingual::new("", "Nederland").get(Language::English), "Nederland");
        assert_eq!(Bilingual::new("a", "b").get(Language::Dutch), "b");
    }
}
