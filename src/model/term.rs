//! Contested terms, in addition to those of the library.

use super::declare::record;
use super::{Marking, SourceId, TermId};

record! {
    /// A term that parties use in different senses.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Term in Terms {
        /// Its identity.
        pub id: TermId => Copy ["id"] Itself,
        /// The forms in which it occurs in a text, separated by commas.
        pub forms: String => Copy ["forms"],
        /// Who uses it.
        pub used_by: String => Copy ["used_by"],
        /// The sense in which they use it.
        pub sense: String => Copy ["sense"],
        /// Why it is contested.
        pub contested: String => Copy ["contested"],
        /// The wording to use instead.
        pub wording: String => Copy ["wording"],
        /// The source it rests on.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Term {
    /// A term with its forms.
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
    pub(crate) fn each_form(&self) -> impl Iterator<Item = &str> {
        self.forms.split([',', ';']).map(str::trim).filter(|form| !form.is_empty())
    }
}
