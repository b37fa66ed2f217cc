//! Parties: whoever takes a stance.

use super::declare::record;
use super::{Bilingual, Camp, Marking, PartyId, keyed};

keyed! {
    /// The kind of a party.
    pub enum PartyKind as "party-kind" {
        /// A state.
        State = "state",
        /// An organisation of states.
        Organisation = "intergovernmental_organisation",
        /// A company.
        Company = "company",
        /// Civil society.
        CivilSociety = "civil_society",
        /// A university or research institute.
        Academia = "academia",
        /// Those who build and run the internet.
        TechnicalCommunity = "technical_community",
    }
}

impl PartyKind {
    /// Whether a party of this kind usually takes part in decisions, as states do.
    pub(crate) fn usually_decides(self) -> bool {
        self == Self::State
    }
}

record! {
    /// A party to a negotiation.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Party in Parties {
        /// Its identity.
        pub id: PartyId => Wall ["id"] Itself,
        /// A short unique code; the ISO 3166 alpha-3 code for a state.
        pub code: String => Wall ["code"] Code,
        /// The ISO 3166 alpha-2 code of a state; otherwise empty.
        pub iso2: String => Wall ["iso2"] Name,
        /// Its everyday name.
        pub name: Bilingual => Wall ["name_en", "name_nl"] Name,
        /// Its kind.
        pub kind: PartyKind => Wall ["kind"],
        /// The region (UN M49 for states).
        pub region: String => Wall ["region"] Region,
        /// The subregion (UN M49 for states).
        pub subregion: String => Wall ["subregion"] Region,
        /// Whether it decides, and counts in a verdict; others are only heard.
        pub decides: bool => Wall ["decides"],
        /// The camp the user assigned, overruling the computed one.
        pub camp: Option<Camp> => OwnWall ["camp"],
        /// Why the user overruled the computed camp.
        pub camp_reason: String => OwnCopy ["camp_reason"],
        /// Whether it is the user's own: changes are measured against its stances.
        // Who keeps a dossier is nobody else's business.
        pub ours: bool => Never ["ours"] Single,
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Code,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[&["camp", "camp_reason"]],
    told: Told::ByNobody,
}

impl Party {
    /// A party with a code and a name, and everything else open.
    pub fn new(code: impl Into<String>, name: Bilingual, kind: PartyKind) -> Self {
        Self {
            id: PartyId::new(),
            code: code.into(),
            iso2: String::new(),
            name,
            kind,
            region: String::new(),
            subregion: String::new(),
            decides: kind.usually_decides(),
            camp: None,
            camp_reason: String::new(),
            ours: false,
            note: String::new(),
            marking: None,
        }
    }
}
