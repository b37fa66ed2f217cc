//! Names that belong to one state and are part of those of others: *Guinea*, *Ireland*.
//!
//! In a table that lists the others, or the usual companions of the state, such a name is
//! unambiguous. Otherwise it may be short for any of them, and the user is asked.

use super::{Codes, Meaning, State, meanings_in, memberships, states};
use crate::model::words::name_key;

struct Family {
    /// The name in the form that [`name_key`] makes.
    names: &'static [&'static str],
    /// The state with exactly this name.
    state: &'static str,
    /// The states it may be short for.
    others: &'static [&'static str],
    /// A group whose members are listed with the state.
    company: &'static str,
}

const FAMILIES: [Family; 2] = [
    Family {
        names: &["guinea", "guinee"],
        state: "GIN",
        others: &["GNQ", "GNB", "PNG"],
        company: "",
    },
    Family {
        names: &["ireland", "ierland", "irlande", "irlanda"],
        state: "IRL",
        others: &["GBR"],
        company: "EU",
    },
];

impl Family {
    /// Whether the presence of a state shows that the name is meant exactly.
    fn settles(&self, state: &State) -> bool {
        let is_member = |group: &str| {
            let mut now = memberships().iter().filter(|it| it.until.is_none());
            now.any(|it| it.group == group && it.iso3 == state.iso3)
        };
        self.others.contains(&&*state.iso3)
            || state.iso3 != self.state && !self.company.is_empty() && is_member(self.company)
    }
}

/// The index of the family of a name.
fn family(written: &str) -> Option<usize> {
    // The cheap check first; a table may have millions of rows.
    if written.len() > 40 {
        return None;
    }
    let key = name_key(written);
    FAMILIES.iter().position(|family| family.names.contains(&&*key))
}

/// Whether a name is unambiguous only in some tables.
pub(crate) fn has_family(written: &str) -> bool {
    family(written).is_some()
}

/// The families with a name in a column that does not show that it is meant exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubts([bool; FAMILIES.len()]);

impl Doubts {
    /// Those in a column.
    pub(super) fn of<'a>(column: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut doubts = Self::default();
        for place in column.clone().filter_map(family) {
            doubts.0[place] = true;
        }
        if doubts == Self::default() {
            return doubts;
        }
        for meaning in column.flat_map(|written| meanings_in(written, Codes::default())) {
            if let Meaning::State(state) = meaning {
                let all = FAMILIES.iter().zip(&mut doubts.0);
                all.for_each(|(family, doubt)| *doubt &= !family.settles(state));
            }
        }
        doubts
    }

    /// Who may be meant by a name, the state with exactly this name first; empty if it is
    /// unambiguous.
    pub(super) fn about(self, written: &str) -> Vec<&'static State> {
        let family = family(written).filter(|place| self.0[*place]).map(|place| &FAMILIES[place]);
        let all =
            family.into_iter().flat_map(|it| [it.state].into_iter().chain(it.others.to_vec()));
        all.filter_map(|iso3| states().iter().find(|it| it.iso3 == iso3)).collect()
    }
}
