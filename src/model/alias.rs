//! Other names by which imported tables call a party or a group.

use std::collections::HashSet;

use super::declare::record;
use super::words::fold;
use super::{AliasId, PartyId, Snapshot, Speaker};

record! {
    /// Another name of a party or a group: one that others use, or a correction that was accepted
    /// once. As confidential as its party or group.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Alias in Aliases {
        /// Its identity.
        pub id: AliasId => Wall ["id"] Itself,
        /// The party or group with this name.
        pub of: Speaker => Wall ["party_id", "group_id"] PartOf,
        /// The name.
        pub name: String => Copy ["name"] Name,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Alias {
    /// Another name of a party or a group.
    pub fn new(of: impl Into<Speaker>, name: impl Into<String>) -> Self {
        Self { id: AliasId::new(), of: of.into(), name: name.into() }
    }
}

impl Snapshot {
    /// The parties with another name that contains this, ignoring case and accents.
    pub(crate) fn also_called(&self, wanted: &str) -> HashSet<PartyId> {
        let wanted = fold(wanted.trim());
        let called = |alias: &&Alias| !wanted.is_empty() && fold(&alias.name).contains(&wanted);
        self.aliases.iter().filter(called).filter_map(|alias| alias.of.party()).collect()
    }
}
