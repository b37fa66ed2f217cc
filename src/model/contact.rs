//! Contacts: the people to turn to at a party.

use super::declare::record;
use super::{ContactId, Marking, PartyId};

record! {
    /// A person, or a desk, to turn to at a party. Personal data: never on the wall.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Contact in Contacts {
        /// Its identity.
        pub id: ContactId => Copy ["id"] Itself,
        /// The party.
        pub party: PartyId => Copy ["party_id"] PartOf,
        /// The name of the person or, for a desk without one, the name of the desk.
        pub name: String => Copy ["name"] Name,
        /// The function.
        pub function: String => Copy ["function"],
        /// The ministry, agency or firm, if it is not the party itself.
        pub organisation: String => Copy ["organisation"],
        /// The e-mail address.
        pub email: String => Copy ["email"],
        /// The telephone number.
        pub telephone: String => Copy ["telephone"],
        /// The languages.
        pub language: String => Copy ["language"],
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; a new contact is AMBER, unless the dossier is stricter.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Contact {
    /// A contact at a party, for a dossier with this marking: personal data are AMBER, unless the
    /// dossier is stricter.
    pub fn new(party: PartyId, name: impl Into<String>, dossier: Marking) -> Self {
        Self {
            id: ContactId::new(),
            party,
            name: name.into(),
            function: String::new(),
            organisation: String::new(),
            email: String::new(),
            telephone: String::new(),
            language: String::new(),
            note: String::new(),
            marking: (dossier < Marking::Amber).then_some(Marking::Amber),
        }
    }
}
