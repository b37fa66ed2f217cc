//! Parties: whoever takes a stance.

use super::{Bilingual, Camp, Marking, PartyId, keyed};

keyed! {
    /// What kind of party it is.
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
    /// Whether a party of this kind usually takes part in decisions: states do.
    pub fn usually_decides(self) -> bool {
        self == Self::State
    }
}

/// A party to a negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its identity.
    pub id: PartyId,
    /// A short unique code; the ISO 3166 alpha-3 code for a state.
    pub code: String,
    /// The ISO 3166 alpha-2 code of a state, else empty.
    pub iso2: String,
    /// Its everyday name.
    pub name: Bilingual,
    /// What kind of party it is.
    pub kind: PartyKind,
    /// The region (UN M49 for states).
    pub region: String,
    /// The part of the region.
    pub subregion: String,
    /// Whether it decides, and is counted in a verdict; others are only heard.
    pub decides: bool,
    /// The camp the user puts it in, overruling the computed one.
    pub camp: Option<Camp>,
    /// Why the user overrules the computed camp.
    pub camp_reason: String,
    /// Free notes.
    pub note: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
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
            note: String::new(),
            marking: None,
        }
    }
}
