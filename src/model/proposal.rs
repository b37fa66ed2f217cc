//! Proposals: the measures under negotiation, and who sponsors them.

use super::declare::record;
use super::{Bilingual, Marking, PartialDate, PartyId, ProposalId, SourceId, SponsorId, keyed};

keyed! {
    /// The kind of a confidence-building measure.
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
    /// Who it is meant for.
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

record! {
    /// A measure that is proposed, negotiated or adopted.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Proposal in Proposals {
        /// Its identity.
        pub id: ProposalId => Wall ["id"] Itself,
        /// A short unique code, such as a document symbol.
        pub code: String => Wall ["code"] Code,
        /// Its title.
        pub title: Bilingual => Wall ["title_en", "title_nl"] Title,
        /// A summary, in a few sentences.
        pub summary: Bilingual => Wall ["summary_en", "summary_nl"],
        /// The text under negotiation.
        pub text: String => Wall ["text"] NegotiatedLines,
        /// The document that contains it.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// The kind of confidence-building measure.
        pub measure: Option<MeasureKind> => Wall ["measure"],
        /// How far it binds.
        pub bindingness: Option<Bindingness> => Wall ["bindingness"],
        /// Who it is meant for.
        pub scope: Option<Scope> => Wall ["scope"],
        /// How far it has come.
        pub status: Status => Wall ["status"],
        /// Since when it has had this status.
        pub since: Option<PartialDate> => Wall ["since"],
        /// How compliance could be verified, and the limits of that.
        pub verification: Bilingual => Copy ["verification_en", "verification_nl"],
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Code,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByTheLog,
}

impl Proposal {
    /// An idea with a code and a title, and nothing else filled in.
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
            since: None,
            verification: Bilingual::default(),
            note: String::new(),
            marking: None,
        }
    }
}

record! {
    /// One party's sponsorship of one proposal; as confidential as the proposal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Sponsor in Sponsors {
        /// Its identity.
        pub id: SponsorId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The sponsor.
        pub party: PartyId => Wall ["party_id"] PartOf,
        /// Whether it leads; the others co-sponsor.
        pub main: bool => Wall ["main"],
    }
    unique: Unique::Together(&["proposal_id", "party_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Sponsor {
    /// A sponsorship.
    pub fn new(proposal: ProposalId, party: PartyId, main: bool) -> Self {
        Self { id: SponsorId::new(), proposal, party, main }
    }
}
