//! The codes of states, and the code systems that the codes of a column are in.
//!
//! `AUS` is Australia in ISO 3166 and Austria in the Correlates of War; 100 is Bulgaria to the
//! United Nations and Colombia in the Correlates of War. A single code does not say which it is, so
//! a column is read as a whole: only a system that contains all of its codes can be meant.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::families::Doubts;
use super::{Confidence, State, aliases, csv_rows, from_key, states};
use crate::model::words::name_key;

/// The codes of a state besides those of ISO 3166 and the United Nations; empty if it has none.
#[derive(Clone, Debug, Deserialize)]
pub struct StateCodes {
    /// Code of the state.
    pub iso3: String,
    /// The International Olympic Committee.
    pub ioc: String,
    /// International football.
    pub fifa: String,
    /// The Correlates of War, in letters.
    pub cow: String,
    /// The Correlates of War, as a number.
    pub cow_number: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

/// The further codes, by state.
pub fn state_codes() -> &'static [StateCodes] {
    static ROWS: LazyLock<Vec<StateCodes>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/state_codes.csv")));
    &ROWS
}

const ISO: u8 = 1;
const IOC: u8 = 1 << 1;
const FIFA: u8 = 1 << 2;
const COW: u8 = 1 << 3;
const M49: u8 = 1 << 4;
const COW_NUMBER: u8 = 1 << 5;

/// The systems whose codes are letters.
const LETTERS: u8 = ISO | IOC | FIFA | COW;

/// The systems that the codes of a whole column can be in, and which of its names are ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Codes {
    systems: u8,
    doubts: Doubts,
}

impl Default for Codes {
    /// For a single name: ISO 3166 comes first, because the dossier itself uses its codes. A number
    /// alone is not a code.
    fn default() -> Self {
        Self { systems: LETTERS, doubts: Doubts::default() }
    }
}

impl Codes {
    /// For a column: the systems that contain all of its codes.
    ///
    /// Names and abbreviations such as *UAE* may be mixed with letter codes, but numbers are codes
    /// only in a column of nothing else.
    pub(crate) fn of<'a>(column: impl IntoIterator<Item = &'a str, IntoIter: Clone>) -> Self {
        let column = column.into_iter();
        let doubts = Doubts::of(column.clone());
        let (mut letters, mut numbers) = (LETTERS, M49 | COW_NUMBER);
        let (mut has_numbers, mut has_words) = (false, false);
        for cell in column {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let Some(key) = code_key(cell) else {
                has_words = true;
                continue;
            };
            let systems = || systems_of(&key).iter().fold(0, |all, (system, _)| all | system);
            if is_number(cell) {
                has_numbers = true;
                // The Correlates of War write no leading zeros.
                numbers &= if cell.starts_with('0') { M49 } else { u8::MAX } & systems();
            } else {
                has_words = true;
                if !ABBREVIATED.contains(&key) && systems() != 0 {
                    letters &= systems();
                }
            }
        }
        let systems = letters | if has_numbers && !has_words { numbers } else { 0 };
        Self { systems, doubts }
    }

    /// Who may be meant by a name that the rest of the column leaves ambiguous, the state with
    /// exactly this name first; empty if it is unambiguous.
    pub(crate) fn doubted(self, written: &str) -> Vec<&'static State> {
        self.doubts.about(written)
    }

    /// The states with this code, as far as the column distinguishes them; none if it is not a
    /// code.
    pub(super) fn states(self, written: &str) -> Vec<&'static State> {
        let Some(key) = code_key(written) else { return Vec::new() };
        let known = systems_of(&key);
        let is_iso = |system: u8| system == ISO && self.systems & ISO != 0;
        let counts = |system: u8| {
            if is_number(&key) {
                self.systems & system != 0
            } else if known.iter().any(|(system, _)| is_iso(*system)) {
                is_iso(system)
            } else {
                // No system contains every code of the column, so none is preferred.
                self.systems & LETTERS == 0 || self.systems & system != 0
            }
        };
        let mut found: Vec<&'static State> = Vec::new();
        for (system, state) in known.iter().copied() {
            if counts(system) && found.iter().all(|it| it.iso3 != state.iso3) {
                found.push(state);
            }
        }
        found
    }

    /// Whether this is the ISO code of a state, but in a column whose codes are not all ISO's.
    pub(crate) fn is_taken_otherwise(self, written: &str) -> bool {
        self.systems & ISO == 0
            && code_key(written).is_some_and(|key| {
                !is_number(&key) && systems_of(&key).iter().any(|(system, _)| *system != ISO)
            })
    }
}

/// Whether this may be the code of a state, in any system.
pub(crate) fn is_code(written: &str) -> bool {
    let key = name_key(written);
    states().iter().any(|state| state.iso2.eq_ignore_ascii_case(&key))
        || !ABBREVIATED.contains(&key) && !systems_of(&key).is_empty()
}

/// The key by which a code is looked up; `None` if it cannot be one.
fn code_key(written: &str) -> Option<String> {
    // The cheap check first; a table may have millions of rows.
    if written.len() > 12 {
        return None;
    }
    let key = name_key(written);
    if is_number(&key) {
        return (key.len() <= 3).then(|| key.trim_start_matches('0').to_owned());
    }
    (key.len() == 3 && key.is_ascii()).then_some(key)
}

fn is_number(written: &str) -> bool {
    !written.is_empty() && written.bytes().all(|it| it.is_ascii_digit())
}

fn systems_of(key: &str) -> &'static [(u8, &'static State)] {
    CODES.get(key).map_or(&[], Vec::as_slice)
}

/// The codes of all systems, by their key.
static CODES: LazyLock<BTreeMap<String, Vec<(u8, &'static State)>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, Vec<(u8, &'static State)>> = BTreeMap::new();
    let further: BTreeMap<_, _> =
        state_codes().iter().map(|codes| (codes.iso3.as_str(), codes)).collect();
    for state in states() {
        let mut add = |code: &str, system: u8| {
            if let Some(key) = code_key(code).filter(|key| !key.is_empty()) {
                all.entry(key).or_default().push((system, state));
            }
        };
        add(&state.iso3, ISO);
        add(&state.m49, M49);
        if let Some(codes) = further.get(state.iso3.as_str()) {
            add(&codes.ioc, IOC);
            add(&codes.fifa, FIFA);
            add(&codes.cow, COW);
            add(&codes.cow_number, COW_NUMBER);
        }
    }
    all
});

/// Names that look like codes: *UAE*, *DRC*. They say nothing about the codes next to them.
static ABBREVIATED: LazyLock<std::collections::BTreeSet<String>> =
    LazyLock::new(|| aliases().iter().filter_map(|alias| code_key(&alias.name)).collect());

#[cfg(test)]
mod tests {
    use super::*;

    fn read(column: &[&str]) -> Vec<String> {
        let codes = Codes::of(column.iter().copied());
        let found = column.iter().map(|written| {
            let states = codes.states(written);
            states.iter().map(|state| state.iso3.as_str()).collect::<Vec<_>>().join("|")
        });
        found.collect()
    }

    #[test]
    fn a_column_of_codes_is_read_by_the_one_system_that_has_them_all() {
        for (column, states) in [
            (&["AUS", "NLD"][..], &["AUS", "NLD"][..]),
            (&["AUS"], &["AUS"]),
            (&["AUS", "UKG"], &["AUT", "GBR"]),
            (&["aus", "ned"], &["AUS", "NLD"]),
            (&["BRN", "GER"], &["BHR", "DEU"]),
            (&["BRN", "DEU"], &["BRN", "DEU"]),
            (&["SWZ", "AUL"], &["CHE", "AUS"]),
            (&["AUS", "UAE", "DRC"], &["AUS", "ARE", "COD"]),
            (&["004", "100"], &["AFG", "BGR"]),
            (&["2", "100"], &["USA", "COL"]),
            (&["528", "840"], &["NLD", "USA"]),
        ] {
            assert_eq!(read(column), states, "{column:?}");
        }
    }

    #[test]
    fn a_code_that_two_systems_give_to_different_states_stays_open() {
        for (column, states) in [
            (&["SLO"][..], &["SVK|SVN"][..]),
            (&["AUS", "ALG"], &["AUS|AUT", "DZA"]),
            (&["AUS", "NED", "DEU"], &["AUS|AUT", "NLD", "DEU"]),
            (&["100"], &["BGR|COL"]),
            (&["100", "Chile"], &["", ""]),
            (&["100", "1"], &["", ""]),
        ] {
            let mut read = read(column);
            read.iter_mut().for_each(|it| {
                let mut states: Vec<_> = it.split('|').collect();
                states.sort_unstable();
                *it = states.join("|");
            });
            assert_eq!(read, states, "{column:?}");
        }
        assert!(Codes::default().states("528").is_empty(), "a number alone is no code");
    }
}
