//! Finding what a person meant by a name.

use std::collections::BTreeMap;

use crate::model::words::{exact, fold_line, is_link};

/// Values by all the names they go by: first as they are written, then without regard to case
/// and accents.
pub(super) struct Names<T> {
    // By the folded name, each as it was written; those of codes come before all others.
    known: BTreeMap<String, Vec<Named<T>>>,
}

struct Named<T> {
    written: String,
    value: T,
    is_code: bool,
}

/// What goes by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found<T> {
    /// This, and nothing else.
    One(T),
    /// More than one, here as they are written.
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
    /// Says that this is the code of a value, whatever else goes by that name. Of two that have
    /// the same one, letter by letter, it is that of the first.
    pub(super) fn add_code(&mut self, code: &str, value: T) {
        let written = exact(code);
        let taken = self.known.get(&folded(code)).is_some_and(|named| {
            named.iter().any(|it| it.is_code && it.value != value && it.written == written)
        });
        self.insert(code, value, !taken);
    }

    /// Says that this is the symbol of a value. It comes before other names, as a code does, but
    /// two may have the same.
    pub(super) fn add_symbol(&mut self, symbol: &str, value: T) {
        self.insert(symbol, value, true);
    }

    /// Says that a value goes by this name.
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

    /// What goes by this name: what is written exactly so, or else the only one that differs
    /// from it in case and accents alone. A code comes before any other name.
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

    /// The value of this name.
    pub(super) fn find(&self, name: &str) -> Option<T> {
        match self.look_up(name) {
            Found::One(value) => Some(value),
            Found::Many(_) | Found::Nothing => None,
        }
    }

    /// The known name that is most like this one, if one is like it at all.
    pub(super) fn suggest(&self, name: &str) -> Option<&str> {
        let folded = folded(name);
        // The same measure as in "did you mean" of a compiler; 0.8 keeps out chance.
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

/// A name without case and accents; a link as it is, for its path has to be kept to the letter.
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
    fn what_is_written_to_the_letter_comes_before_what_only_folds_alike() {
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
