//! Names that are those of one state and part of those of others: *Guinea*, *Ireland*.
//!
//! In a table that shows the others, or the company that the state keeps, such a name is plain. In
//! one that does not, it may be short for any of them, and is asked about once: with the state that
//! is called exactly so under Enter, and remembered in the dossier.

use super::super::speakers::Speakers;
use super::answers::NameAnswer;
use super::cast::NamesOf;
use crate::library::{Codes, Meaning, State, meanings_in, memberships, states};
use crate::model::words::name_key;

struct Family {
    /// How the name is written, as [`name_key`] makes it.
    names: &'static [&'static str],
    /// The state that is called exactly so.
    state: &'static str,
    /// Those for whom it may be short.
    others: &'static [&'static str],
    /// A group whose members stand beside the state in lists of states.
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
    /// Whether a state beside it shows that the name is meant exactly.
    fn settles(&self, state: &State) -> bool {
        let is_member = |group: &str| {
            let mut now = memberships().iter().filter(|it| it.until.is_none());
            now.any(|it| it.group == group && it.iso3 == state.iso3)
        };
        self.others.contains(&&*state.iso3)
            || state.iso3 != self.state && !self.company.is_empty() && is_member(self.company)
    }
}

/// The family of a name that nobody has said the meaning of.
fn family(written: &str, speakers: &Speakers<'_>) -> Option<&'static Family> {
    let key = name_key(written);
    let family = FAMILIES.iter().find(|family| family.names.contains(&&*key));
    family.filter(|_| !speakers.is_settled(written))
}

/// Whether a name is plain only in some tables, and nobody has said what it means here.
pub(super) fn is_doubtful(written: &str, speakers: &Speakers<'_>) -> bool {
    family(written, speakers).is_some()
}

/// Who may be meant by a name that only the rest of the table could make plain, the state that is
/// called exactly so first; `None` if the name is plain.
pub(super) fn doubtful(
    written: &str,
    names: &NamesOf,
    speakers: &Speakers<'_>,
) -> Option<Vec<NameAnswer>> {
    let family = family(written, speakers)?;
    let beside = names.all.iter().flat_map(|it| meanings_in(&it.written, Codes::default()));
    let mut states_beside = beside.filter_map(|it| match it {
        Meaning::State(state) => Some(state),
        Meaning::Group(_) | Meaning::Other(_) => None,
    });
    if states_beside.any(|state| family.settles(state)) {
        return None;
    }
    let all = [family.state].into_iter().chain(family.others.iter().copied());
    let answer = |iso3: &str| match speakers.state(iso3) {
        Some(party) => Some(NameAnswer::Here(party.into())),
        None => states().iter().find(|it| it.iso3 == iso3).map(NameAnswer::State),
    };
    Some(all.filter_map(answer).collect())
}
