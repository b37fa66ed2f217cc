//! Finding what a person meant by a name.

use std::collections::BTreeMap;

use crate::model::words::{exact, fold_line, is_link};

/// Values by all the names they go by: an exact match first, then ignoring case and accents.
pub(super) struct Names<T> {
    // By folded name, each as it was written. Codes take precedence over other names.
    known: BTreeMap<String, Vec<Named<T>>>,
}

struct Named<T> {
    written: String,
    value: T,
    is_code: bool,
}

/// The result of looking up a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found<T> {
    /// Exactly this.
    One(T),
    /// Several; their names as written.
    Many(Vec<String>),
    /// Nothing.
    Nothing,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { known: BTreeMap::new() }
    }
}

impl<T: Copy + PartialEq> Names<T> {
    /// Adds the code of a value, which takes precedence over its other meanings. If two values
    /// have exactly the same code, the first one keeps it.
    pub(super) fn add_code(&mut self, code: &str, value: T) {
        let written = exact(code);
        let taken = self.known.get(&folded(code)).is_some_and(|named| {
            named.iter().any(|it| it.is_code && it.value != value && it.written == written)
        });
        self.insert(code, value, !taken);
    }

    /// Adds the symbol of a value. It takes precedence like a code, but two values may share
    /// one.
    pub(super) fn add_symbol(&mut self, symbol: &str, value: T) {
        self.insert(symbol, value, true);
    }

    /// Adds another name of a value.
    pub(super) fn add(&mut self, name: &str, value: T) {
        self.insert(name, value, false);
    }

    fn insert(&mut self, name: &str, value: T, is_code: bool) {
        let (folded, written) = (folded(name), exact(name));
        if folded.is_empty() {
            return;
        }
        let named = self.known.entry(folded).or_default();
        match named.iter_mut().find(|it| it.value == value && it.written == written) {
            Some(same) => same.is_code |= is_code,
            None => named.push(Named { written, value, is_code }),
        }
    }

    /// Looks up a name: exact matches first, otherwise those that differ only in case and accents.
    /// In both cases codes take precedence.
    pub(super) fn look_up(&self, name: &str) -> Found<T> {
        let Some(named) = self.known.get(&folded(name)) else { return Found::Nothing };
        let written = exact(name);
        let as_written = named.iter().filter(|it| it.written == written);
        let steps = [
            as_written.clone().filter(|it| it.is_code).collect::<Vec<_>>(),
            as_written.collect(),
            named.iter().filter(|it| it.is_code).collect(),
            named.iter().collect(),
        ];
        let meant = steps.into_iter().find(|meant| !meant.is_empty());
        match meant.as_deref() {
            None | Some([]) => Found::Nothing,
            Some([first, rest @ ..]) if rest.iter().all(|it| it.value == first.value) => {
                Found::One(first.value)
            }
            Some(many) => {
                let mut written: Vec<_> = many.iter().map(|it| it.written.clone()).collect();
                written.dedup();
                Found::Many(written)
            }
        }
    }

    /// The value with this name, if there is exactly one.
    pub(super) fn find(&self, name: &str) -> Option<T> {
        match self.look_up(name) {
            Found::One(value) => Some(value),
            Found::Many(_) | Found::Nothing => None,
        }
    }

    /// The known name most similar to this one, if any is similar.
    pub(super) fn suggest(&self, name: &str) -> Option<&str> {
        let folded = folded(name);
        // The measure that compilers use for "did you mean"; below 0.8, similarity is coincidence.
        let likeness = |known: &String| strsim::jaro_winkler(known, &folded);
        let is_one = |named: &[Named<T>]| named.windows(2).all(|two| two[0].value == two[1].value);
        let (named, _) = self
            .known
            .iter()
            .filter(|(_, named)| is_one(named))
            .map(|(known, named)| (named, likeness(known)))
            .filter(|(_, likeness)| *likeness > 0.8)
            .max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        named.first().map(|it| it.written.as_str())
    }
}

/// A name without case and accents; a link keeps them, because they matter in its path.
fn folded(name: &str) -> String {
    if is_link(name) { exact(name) } else { fold_line(name) }
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
        let both = vec!["Congo".to_owned()];
        assert_eq!(names.look_up("congo"), Found::Many(both), "and is said to have two");
        names.add_code("Congo", 5);
        assert_eq!(names.find("Congo"), Some(5), "but a code names one");
        assert_eq!(names.suggest("Nederlands"), Some("Netherlands"));
        assert_eq!(names.suggest("Xyz"), None);
    }

    #[test]
    fn an_exact_match_comes_before_one_that_ignores_case_and_accents() {
        let mut names = Names::default();
        for (code, value) in [("CBM É", 1), ("CBM E", 2), ("Maß", 3), ("Mass", 4), ("Ok", 5)] {
            names.add_code(code, value);
        }
        for (name, value) in
            [("CBM É", 1), ("CBM E\u{301}", 1), (" CBM E ", 2), ("Maß", 3), ("Mass", 4), ("OK", 5)]
        {
            assert_eq!(names.look_up(name), Found::One(value), "{name}");
        }
        let both = |names: [&str; 2]| Found::Many(names.map(str::to_owned).to_vec());
        assert_eq!(names.look_up("cbm é"), both(["CBM É", "CBM E"]));
        assert_eq!(names.look_up("MASS"), both(["Maß", "Mass"]));
    }

    #[test]
    fn a_link_keeps_the_case_of_its_path_but_not_of_its_host() {
        let mut names = Names::default();
        names.add("https://x.example/A", 1);
        names.add("https://x.example/a", 2);
        assert_eq!(names.find("HTTPS://X.Example/A"), Some(1));
        assert_eq!(names.find("https://x.example/a"), Some(2));
        assert_eq!(names.find("https://x.example/%C3%81"), None);
    }
}
