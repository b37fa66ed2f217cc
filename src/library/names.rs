//! The meanings of a name in a table: a state by any of its names and codes, or a group.
//!
//! The only matcher for names of states; pasting, importing and searching all use it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::codes::Codes;
use super::{Confidence, LibraryGroup, State, csv_rows, from_key, groups, states};
use crate::model::words::{fold, name_key};
use crate::model::{Bilingual, Language, Party, PartyKind};

/// Another name of a state: official, everyday, former, or in another language.
#[derive(Clone, Debug, Deserialize)]
pub struct Alias {
    /// Code of the state.
    pub iso3: String,
    /// The name.
    pub name: String,
    /// The language it is in.
    pub language: String,
    /// The year in which it was given up; empty if it is still used.
    pub until: Option<u16>,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The other names, by state.
pub fn aliases() -> &'static [Alias] {
    static ROWS: LazyLock<Vec<Alias>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/state_aliases.csv")));
    &ROWS
}

/// Another name of a group.
#[derive(Clone, Debug, Deserialize)]
pub struct GroupAlias {
    /// Code of the group.
    pub code: String,
    /// The name.
    pub name: String,
    /// The language it is in.
    pub language: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The other names of groups.
pub fn group_aliases() -> &'static [GroupAlias] {
    static ROWS: LazyLock<Vec<GroupAlias>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/group_aliases.csv")));
    &ROWS
}

/// An abbreviation that is the code of a state but also means something else.
#[derive(Clone, Debug, Deserialize)]
pub struct Abbreviation {
    /// The abbreviation.
    pub code: String,
    /// The other meaning, in English.
    pub meaning_en: String,
    /// The other meaning, in Dutch.
    pub meaning_nl: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The abbreviations with another meaning.
pub fn abbreviations() -> &'static [Abbreviation] {
    static ROWS: LazyLock<Vec<Abbreviation>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/abbreviations.csv")));
    &ROWS
}

/// A possible meaning of a name.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// A state.
    State(&'static State),
    /// A group, which speaks for its members.
    Group(&'static LibraryGroup),
    /// Something that is neither.
    Other(&'static Abbreviation),
}

impl Meaning {
    /// Its everyday name.
    pub fn name(self) -> Bilingual {
        match self {
            Self::State(state) => state.name(),
            Self::Group(group) => Bilingual::new(&group.name_en, &group.name_nl),
            Self::Other(other) => Bilingual::new(&other.meaning_en, &other.meaning_nl),
        }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::State(state) => &state.iso3,
            Self::Group(group) => &group.code,
            Self::Other(other) => &other.code,
        }
    }
}

impl PartialEq for Meaning {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.code() == other.code()
    }
}

impl Eq for Meaning {}

/// Everything that goes by this name: one result is certain, several need a question, none means
/// unknown.
///
/// Case, accents, full stops, hyphens, spaces, articles and *and* are ignored. A name may be
/// inverted or followed by its code: *Korea, Republic of*; *Russia (RUS)*. Codes are those of ISO
/// 3166, and those that other systems give to only one state.
pub(crate) fn meanings(name: &str) -> Vec<Meaning> {
    meanings_in(name, Codes::default())
}

/// The same for a name in a column, whose codes are in one of these systems.
pub(crate) fn meanings_in(name: &str, codes: Codes) -> Vec<Meaning> {
    // A footnote mark is not part of a name.
    let name = name.trim_end_matches(['*', '†', '‡', ' ']);
    let found = called(name, codes);
    if !found.is_empty() {
        return found;
    }
    let Some((first, second)) = in_two(name) else { return in_both(name, codes) };
    if ARTICLES.contains(&&*name_key(second)) {
        return called(first, codes);
    }
    let inverted = called(&format!("{second} {first}"), codes);
    if !inverted.is_empty() {
        return inverted;
    }
    both(first, second, codes)
}

/// Articles that follow a name in lists of the United Nations: *Angola (l')*.
const ARTICLES: [&str; 8] = ["the", "l", "la", "le", "les", "el", "los", "las"];

/// The meanings that two names side by side share: *NLD - Netherlands*.
fn in_both(name: &str, codes: Codes) -> Vec<Meaning> {
    let parts = [" - ", " – ", " — ", "/", ":"].iter().find_map(|sign| name.split_once(sign));
    parts.map_or_else(Vec::new, |(first, second)| both(first, second, codes))
}

/// The one thing that both names mean.
fn both(first: &str, second: &str, codes: Codes) -> Vec<Meaning> {
    let (first, second) = (called(first, codes), called(second, codes));
    let both: Vec<_> = first.into_iter().filter(|it| second.contains(it)).collect();
    if both.len() == 1 { both } else { Vec::new() }
}

/// The one thing an unknown name was likely meant to be, if any.
///
/// None if it might be something else: *UK* does not suggest *Ukraine*, and *Nigera* is as close
/// to *Niger* as to *Nigeria*.
pub fn likely(name: &str) -> Option<Meaning> {
    let key = name_key(name);
    let all = INDEX.iter().map(|(known, meanings)| (known.as_str(), meanings));
    let mut meant = nearest(&key, all).flatten();
    let first = *meant.next()?;
    meant.all(|other| *other == first).then_some(first)
}

/// Whether a name resembles more than one thing, so that nothing can be suggested.
pub(crate) fn is_like_many(name: &str) -> bool {
    let all = INDEX.iter().map(|(known, meanings)| (known.as_str(), meanings));
    let key = name_key(name);
    let mut meant = nearest(&key, all).flatten();
    meant.next().is_some_and(|first| meant.any(|other| other != first))
}

/// The entries that `key` may have been meant for: those with one typing error, or those it begins;
/// if there are none and the name is long, those with two errors. All are compared in the form that
/// [`name_key`] makes.
pub(crate) fn nearest<'a, T>(
    key: &'a str,
    all: impl Iterator<Item = (&'a str, T)>,
) -> impl Iterator<Item = T> {
    let length = key.chars().count();
    // In a code or abbreviation one error makes another code; two errors turn China into Chile.
    let most = if length >= LONG { 2 } else { 1 };
    let errors = |known: &str| {
        if length < 5 {
            None
        } else if known.starts_with(key) {
            Some(1)
        } else if known.chars().count().abs_diff(length) > most {
            None
        } else {
            Some(strsim::osa_distance(known, key)).filter(|errors| *errors <= most)
        }
    };
    let near = all.filter_map(|(known, value)| Some((errors(known)?, value)));
    let near: Vec<_> = near.collect();
    let least = near.iter().map(|(errors, _)| *errors).min().unwrap_or_default();
    near.into_iter().filter(move |(errors, _)| *errors <= least.max(1)).map(|(_, value)| value)
}

/// The least number of letters of a name that may have two typing errors.
const LONG: usize = 9;

/// The states with a name that is, or begins with, the sought text; found once for a whole list of
/// parties.
#[derive(Debug)]
pub(crate) struct GoBy(FxHashSet<&'static str>);

impl GoBy {
    /// Finds them. Fewer than three letters must be the whole name.
    pub(crate) fn new(sought: &str) -> Self {
        let key = name_key(sought);
        if key.is_empty() {
            // When a window opens nothing is sought, and the names of the library are not read just
            // for that.
            return Self(FxHashSet::default());
        }
        let state = |meaning: &Meaning| match meaning {
            Meaning::State(state) => Some(state.iso3.as_str()),
            Meaning::Group(_) | Meaning::Other(_) => None,
        };
        if key.chars().count() < 3 {
            return Self(INDEX.get(&key).into_iter().flatten().filter_map(state).collect());
        }
        let coded = Codes::default().states(&key).into_iter().map(|state| state.iso3.as_str());
        let from = INDEX.range(key.clone()..).take_while(|(known, _)| known.starts_with(&key));
        Self(coded.chain(from.flat_map(|(_, meanings)| meanings).filter_map(state)).collect())
    }

    /// Whether this party is one of them.
    pub(crate) fn has(&self, party: &Party) -> bool {
        party.kind == PartyKind::State && self.has_state(&party.code)
    }

    /// Whether the state with this code is one of them.
    pub(crate) fn has_state(&self, iso3: &str) -> bool {
        self.0.contains(iso3)
    }
}

/// The words before and inside brackets, or before and after a comma.
fn in_two(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    for [opens, closes] in [['(', ')'], ['[', ']']] {
        let inside = name.strip_suffix(closes);
        if let Some((first, second)) = inside.and_then(|name| name.split_once(opens)) {
            return Some((first, second));
        }
    }
    name.split_once(',')
}

fn called(name: &str, codes: Codes) -> Vec<Meaning> {
    let key = name_key(name);
    let mut found = INDEX.get(&key).cloned().unwrap_or_default();
    let coded = codes.states(name);
    if !coded.is_empty() {
        // The index has the codes of ISO 3166, which may not be those of the column.
        found.retain(|it| !matches!(it, Meaning::State(it) if name_key(&it.iso3) == key));
        for state in coded.into_iter().rev().map(Meaning::State) {
            if !found.contains(&state) {
                found.insert(0, state);
            }
        }
    }
    // A state's own name means no other, whatever else is loosely called that: *Guinea*.
    let is_own = |it: &Meaning| match it {
        Meaning::State(state) => {
            [&state.name_en, &state.name_nl].iter().any(|name| name_key(name) == key)
        }
        Meaning::Group(_) | Meaning::Other(_) => false,
    };
    if found.iter().any(is_own) {
        found.retain(|it| is_own(it) || !matches!(it, Meaning::State(_)));
    }
    found
}

/// Everything known, by the [`name_key`] of its names.
static INDEX: LazyLock<BTreeMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    let mut add = |name: &str, meaning: Meaning| {
        let key = name_key(name);
        let known = index.entry(key.clone()).or_default();
        if !key.is_empty() && !known.contains(&meaning) {
            known.push(meaning);
        }
    };
    let mut by_code = BTreeMap::new();
    for state in states() {
        by_code.insert(state.iso3.as_str(), state);
        for name in [&state.iso3, &state.iso2, &state.name_en, &state.name_nl, &state.un_name] {
            add(name, Meaning::State(state));
        }
    }
    for alias in aliases() {
        if let Some(state) = by_code.get(alias.iso3.as_str()) {
            add(&alias.name, Meaning::State(state));
        }
    }
    for group in groups() {
        add(&group.code, Meaning::Group(group));
        for name in [&group.name_en, &group.name_nl] {
            add(name, Meaning::Group(group));
            // The abbreviation that only Dutch uses: (OVSE).
            let (_, short) = in_two(name).unwrap_or_default();
            if !short.is_empty() && short.chars().all(char::is_uppercase) {
                add(short, Meaning::Group(group));
            }
        }
    }
    for alias in group_aliases() {
        let group = groups().iter().find(|group| group.code == alias.code);
        if let Some(group) = group {
            add(&alias.name, Meaning::Group(group));
        }
    }
    for other in abbreviations() {
        add(&other.code, Meaning::Other(other));
    }
    index.retain(|key, _| !key.is_empty());
    index
});

/// The states with their names in a language, sorted by name, to choose from.
pub(crate) fn states_by_name(language: Language) -> Vec<(&'static State, &'static str)> {
    let named = |state: &'static State| match language {
        Language::English => (state, state.name_en.as_str()),
        Language::Dutch => (state, state.name_nl.as_str()),
    };
    let mut all: Vec<_> = states().iter().map(named).collect();
    all.sort_by_cached_key(|(_, name)| fold(name));
    all
}

#[cfg(test)]
mod tests;
