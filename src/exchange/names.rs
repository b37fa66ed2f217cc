//! Finding what a person meant by a name.

use std::collections::BTreeMap;

use crate::model::words::fold;

/// Values by all the names they go by, without regard to case and accents.
pub(super) struct Names<T> {
    // Codes are unique, and come before all other names.
    codes: BTreeMap<String, T>,
    // None where two values share a name: then it names neither.
    known: BTreeMap<String, Option<T>>,
    // As it is shown in a suggestion.
    shown: BTreeMap<String, String>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { codes: BTreeMap::new(), known: BTreeMap::new(), shown: BTreeMap::new() }
    }
}

impl<T: Copy + PartialEq> Names<T> {
    /// Says that this is the code of a value, whatever else goes by that name.
    pub(super) fn add_code(&mut self, code: &str, value: T) {
        let folded = fold(code.trim());
        if !folded.is_empty() {
            self.codes.entry(folded).or_insert(value);
            self.add(code, value);
        }
    }

    /// Says that a value goes by this name.
    pub(super) fn add(&mut self, name: &str, value: T) {
        let folded = fold(name.trim());
        if folded.is_empty() {
            return;
        }
        self.shown.entry(folded.clone()).or_insert_with(|| name.to_owned());
        let known = self.known.entry(folded).or_insert(Some(value));
        if *known != Some(value) {
            *known = None;
        }
    }

    /// The value of this name.
    pub(super) fn find(&self, name: &str) -> Option<T> {
        let folded = fold(name.trim());
        let code = self.codes.get(&folded).copied();
        code.or_else(|| self.known.get(&folded).copied().flatten())
    }

    /// Whether more than one value goes by this name.
    pub(super) fn is_ambiguous(&self, name: &str) -> bool {
        let folded = fold(name.trim());
        !self.codes.contains_key(&folded) && self.known.get(&folded) == Some(&None)
    }

    /// The known name that is most like this one, if one is like it at all.
    pub(super) fn suggest(&self, name: &str) -> Option<&str> {
        let folded = fold(name.trim());
        // The same measure as in "did you mean" of a compiler; 0.8 keeps out chance.
        let likeness = |known: &String| strsim::jaro_winkler(known, &folded);
        let (known, _) = self
            .known
            .iter()
            .filter(|(_, value)| value.is_some())
            .map(|(known, _)| (known, likeness(known)))
            .filter(|(_, likeness)| *likeness > 0.8)
            .max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        self.shown.get(known).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_accents_and_close_ones_suggested() {
        let mut names = Names::default();
        for (name, value) in [("Türkiye", 1), ("TUR", 1), ("Netherlands", 2), ("Congo", 3)] {
            names.add(name, value);
        }
        names.add("Congo", 4);
        assert_eq!(names.find(" turkiye "), Some(1));
        assert_eq!(names.find("tur"), Some(1));
        assert_eq!(names.find("Congo"), None, "a name of two values names neither");
        assert!(names.is_ambiguous("congo") && !names.is_ambiguous("tur"));
        names.add_code("Congo", 5);
        assert_eq!(names.find("Congo"), Some(5), "but a code names one");
        assert_eq!(names.suggest("Nederlands"), Some("Netherlands"));
        assert_eq!(names.suggest("Xyz"), None);
    }
}
