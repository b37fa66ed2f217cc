//! Contested terms, beside those of the library.

use super::{Marking, SourceId, TermId};

/// A term that parties use in different senses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its identity.
    pub id: TermId,
    /// The forms in which it occurs in a text, with commas between them.
    pub forms: String,
    /// Who uses it.
    pub used_by: String,
    /// In what sense.
    pub sense: String,
    /// Why it is contested.
    pub contested: String,
    /// The wording to use instead.
    pub wording: String,
    /// The source it rests on.
    pub source: Option<SourceId>,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl Term {
    /// A term by its forms.
    pub fn new(forms: impl Into<String>) -> Self {
        Self {
            id: TermId::new(),
            forms: forms.into(),
            used_by: String::new(),
            sense: String::new(),
            contested: String::new(),
            wording: String::new(),
            source: None,
            marking: None,
        }
    }

    /// The forms one by one.
    pub fn each_form(&self) -> impl Iterator<Item = &str> {
        self.forms.split([',', ';']).map(str::trim).filter(|form| !form.is_empty())
    }
}
