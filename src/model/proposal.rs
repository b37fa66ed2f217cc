//! Proposals: the measures under negotiation, and who sponsors them.

use super::{Bilingual, Marking, PartyId, ProposalId, SourceId, SponsorId, keyed};

keyed! {
    /// What kind of confidence-building it does.
    pub enum MeasureKind as "measure" {
        /// Shows what a state has, does or intends.
        Transparency = "transparency",
        /// Has states work together.
        Cooperation = "cooperation",
        /// Opens channels and contact points.
        Communication = "communication",
        /// Has states refrain from something.
        Restraint = "restraint",
        /// Builds the capacity of those who lack it.
        Capacity = "capacity_building",
    }
}

keyed! {
    /// How far it binds.
    pub enum Bindingness as "bindingness" {
        /// Voluntary.
        Voluntary = "voluntary",
        /// Politically binding.
        Political = "politically_binding",
        /// Legally binding.
        Legal = "legally_binding",
    }
}

keyed! {
    /// For whom it is meant.
    pub enum Scope as "scope" {
        /// All states.
        Global = "global",
        /// One region.
        Regional = "regional",
        /// Two parties.
        Bilateral = "bilateral",
    }
}

keyed! {
    /// How far it has come.
    pub enum Status as "status" {
        /// Not on any table yet.
        Idea = "idea",
        /// Tabled.
        Tabled = "tabled",
        /// Under negotiation.
        Negotiation = "under_negotiation",
        /// Agreed by the negotiators, subject to confirmation.
        AdReferendum = "agreed_ad_referendum",
        /// Adopted.
        Adopted = "adopted",
        /// Dropped.
        Dropped = "dropped",
    }
}

/// A measure that is proposed, negotiated or adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its identity.
    pub id: ProposalId,
    /// A short unique code, such as a document symbol.
    pub code: String,
    /// Its title.
    pub title: Bilingual,
    /// What it asks, in a few sentences.
    pub summary: Bilingual,
    /// The text under negotiation.
    pub text: String,
    /// The document it stands in.
    pub source: Option<SourceId>,
    /// What kind of confidence-building it does.
    pub measure: Option<MeasureKind>,
    /// How far it binds.
    pub bindingness: Option<Bindingness>,
    /// For whom it is meant.
    pub scope: Option<Scope>,
    /// How far it has come.
    pub status: Status,
    /// How compliance would be seen, and the limits of that.
    pub verification: Bilingual,
    /// Free notes.
    pub note: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl Proposal {
    /// An idea with a code and a title, and everything else open.
    pub fn new(code: impl Into<String>, title: Bilingual) -> Self {
        Self {
            id: ProposalId::new(),
            code: code.into(),
            title,
            summary: Bilingual::default(),
            text: String::new(),
            source: None,
            measure: None,
            bindingness: None,
            scope: None,
            status: Status::Idea,
            verification: Bilingual::default(),
            note: String::new(),
            marking: None,
        }
    }
}

/// One party's sponsorship of one proposal; as confidential as the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sponsor {
    /// Its identity.
    pub id: SponsorId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The sponsor.
    pub party: PartyId,
    /// Whether it leads; the others co-sponsor.
    pub main: bool,
}

impl Sponsor {
    /// A sponsorship.
    pub fn new(proposal: ProposalId, party: PartyId, main: bool) -> Self {
        Self { id: SponsorId::new(), proposal, party, main }
    }
}
