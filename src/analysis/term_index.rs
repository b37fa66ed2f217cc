//! The contested terms of the library and of the dossier, indexed to find them in a text.

use super::{Forms, FoundTerm};
use crate::library::{ContestedTerm, TermUse, contested_terms};
use crate::model::{Snapshot, Term, TermId};

/// The term that a form belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKey {
    /// A term of the library, and which of its uses.
    Library(usize, usize),
    /// A term of the dossier.
    Own(TermId),
}

impl TermKey {
    /// The term of the library, if it is one, and the use.
    pub fn library(self) -> Option<(&'static ContestedTerm, &'static TermUse)> {
        let Self::Library(term, used) = self else { return None };
        let term = contested_terms().get(term)?;
        Some((term, term.uses.get(used)?))
    }

    /// The term of the dossier, if it is one.
    pub fn own(self, snapshot: &Snapshot) -> Option<&Term> {
        let Self::Own(id) = self else { return None };
        snapshot.terms.get(id)
    }
}

/// All forms of all terms. Those of the dossier come before those of the library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermIndex(Forms<TermKey>);

impl TermIndex {
    /// The terms of the library, and those of a dossier.
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut forms = Forms::default();
        for term in snapshot.terms.iter() {
            term.each_form().for_each(|form| forms.add(form, TermKey::Own(term.id)));
        }
        for (place, term) in contested_terms().iter().enumerate() {
            for (used, words) in term.uses.iter().enumerate() {
                words.forms().for_each(|form| forms.add(form, TermKey::Library(place, used)));
            }
        }
        Self(forms)
    }

    /// The contested terms in a text.
    pub fn find(&self, text: &str) -> Vec<FoundTerm<TermKey>> {
        self.0.find(text)
    }
}
