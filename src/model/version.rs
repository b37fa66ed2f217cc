//! The text of a proposal: its versions, their paragraphs, and the stances on their words.

use chrono::NaiveDate;

use super::declare::record;
use super::{
    AskId, Certainty, Marking, ParagraphId, ProposalId, RulingId, SourceId, Speaker, Stance,
    VersionId, WordStanceId, keyed,
};

keyed! {
    /// The kind of a paragraph in a text.
    #[derive(Default)]
    pub enum ParagraphKind as "paragraph_kind" {
        /// A heading.
        Heading = "heading",
        /// A paragraph of the preamble.
        Preamble = "preamble",
        /// The opening words of a list, which each of its items completes.
        Chapeau = "chapeau",
        /// An operative paragraph, or an item of a list.
        #[default]
        Operative = "operative",
        /// A note to the text.
        Note = "note",
    }
}

keyed! {
    /// How far a paragraph has come.
    #[derive(Default)]
    pub enum ParagraphStatus as "paragraph_status" {
        /// Still negotiated.
        #[default]
        Open = "open",
        /// Agreed by the negotiators, subject to confirmation by their capitals.
        AdReferendum = "agreed_ad_referendum",
        /// Agreed.
        Agreed = "agreed",
    }
}

keyed! {
    /// The fate of one's own wording in a version of the text, from best to worst.
    pub enum Fate as "became" {
        /// It is in.
        In = "in",
        /// A part of it is in.
        InPart = "in_part",
        /// It is in with a weaker verb or a qualifier.
        Weakened = "weakened",
        /// It is in brackets.
        Bracketed = "bracketed",
        /// It is gone.
        Gone = "gone",
        /// The words one cannot accept are in.
        Crossed = "red_line_crossed",
    }
}

record! {
    /// A version of the text of a proposal, as it was put on the table.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Version in Versions {
        /// Its identity.
        pub id: VersionId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// Its place among the versions of the proposal; the highest one is the present text.
        pub rank: u32 => Wall ["rank"] Rank,
        /// Its name, such as `rev.2`.
        pub name: String => Wall ["name"] Name,
        /// The day on which it was put on the table.
        pub date: Option<NaiveDate> => Wall ["date"],
        /// Who put it forward, in words.
        pub put_forward: String => OwnCopy ["put_forward"],
        /// The document that contains it.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Together(&["proposal_id", "name"]),
    twins: Twins::One,
    order: Order::Ranked("rank"),
    together: &[],
    told: Told::ByNobody,
}

record! {
    /// A paragraph of a version.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Paragraph in Paragraphs {
        /// Its identity.
        pub id: ParagraphId => Wall ["id"] Itself,
        /// The version.
        pub version: VersionId => Wall ["version_id"] PartOf,
        /// Its place in the version.
        pub rank: u32 => Wall ["rank"] Rank,
        /// Its number as printed, such as `OP1`; empty if it has none.
        pub number: String => Wall ["number"],
        /// Its kind.
        pub kind: ParagraphKind => Wall ["kind"],
        /// How far it has come.
        pub status: ParagraphStatus => Wall ["status"],
        /// Its words in the notation of `draft::parse`, with brackets and owners. A reader who may
        /// not see a bracket or an owner gets the words without it.
        pub words: String => Wall ["words"] Negotiated,
        /// The paragraph of the previous version that it continues, under whatever number.
        pub follows: Option<ParagraphId> => Wall ["follows_id"] RestsOn,
        /// A second paragraph of the previous version that was merged into it.
        pub merged: Option<ParagraphId> => Wall ["merged_id"] RestsOn,
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own. A reader who may not see the version does not
        /// see its paragraphs either.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Ranked("rank"),
    together: &[],
    told: Told::ByNobody,
}

record! {
    /// The user's own wording for a proposal or one of its paragraphs: never on the wall.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Ask in Asks {
        /// Its identity.
        pub id: AskId => Copy ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Copy ["proposal_id"] PartOf,
        /// The paragraph it was made for, in whatever version; `None` is anywhere in the text.
        pub paragraph: Option<ParagraphId> => Copy ["paragraph_id"] RestsOn,
        /// The words one wants.
        pub wanted: String => Copy ["wanted"],
        /// The words one can live with.
        pub fallback: String => Copy ["fallback"],
        /// The words one cannot accept.
        pub red_line: String => Copy ["red_line"],
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; a new ask is RED.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

record! {
    /// The user's own judgement of the fate of an ask in a version, if it differs from the computed
    /// fate; as confidential as the ask.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Ruling in Rulings {
        /// Its identity.
        pub id: RulingId => Copy ["id"] Itself,
        /// The ask.
        pub ask: AskId => Copy ["ask_id"] PartOf,
        /// The version.
        pub version: VersionId => Copy ["version_id"] PartOf,
        /// The fate.
        pub fate: Fate => Copy ["fate"],
        /// Why.
        pub reason: String => Copy ["reason"],
    }
    unique: Unique::Together(&["ask_id", "version_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

record! {
    /// The stance of a party or a group on the words of a paragraph, or on one alternative in it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct WordStance in WordStances {
        /// Its identity.
        pub id: WordStanceId => Wall ["id"] Itself,
        /// The paragraph.
        pub paragraph: ParagraphId => Wall ["paragraph_id"] PartOf,
        /// The number of the alternative; 0 is the paragraph as written.
        pub alternative: u32 => Wall ["alternative"],
        /// Who took it.
        pub by: Speaker => Wall ["party_id", "group_id"] PartOf,
        /// The stance; `None` is unknown.
        pub stance: Option<Stance> => Wall ["stance"],
        /// The day on which it was said.
        pub date: NaiveDate => Wall ["date"],
        /// How it is known.
        pub certainty: Option<Certainty> => Copy ["certainty"] Certainty,
        /// The source it rests on.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// The words, or a summary of them.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Line {
        of: &["paragraph_id", "alternative", "party_id", "group_id"],
        day: "date",
        mutual: false,
        says: "stance",
    },
    together: &[],
    told: Told::ByNobody,
}

impl Version {
    /// A version without paragraphs.
    pub fn new(proposal: ProposalId, name: impl Into<String>, rank: u32) -> Self {
        Self {
            id: VersionId::new(),
            proposal,
            rank,
            name: name.into(),
            date: None,
            put_forward: String::new(),
            source: None,
            note: String::new(),
            marking: None,
        }
    }
}

impl Paragraph {
    /// An open paragraph with words in the notation of `draft::parse`.
    pub fn new(version: VersionId, rank: u32, words: impl Into<String>) -> Self {
        Self {
            id: ParagraphId::new(),
            version,
            rank,
            number: String::new(),
            kind: ParagraphKind::default(),
            status: ParagraphStatus::default(),
            words: words.into(),
            follows: None,
            merged: None,
            note: String::new(),
            marking: None,
        }
    }
}

impl Ask {
    /// An ask for these words, marked RED.
    pub fn new(proposal: ProposalId, wanted: impl Into<String>) -> Self {
        Self {
            id: AskId::new(),
            proposal,
            paragraph: None,
            wanted: wanted.into(),
            fallback: String::new(),
            red_line: String::new(),
            note: String::new(),
            marking: Some(Marking::Red),
        }
    }
}

impl Ruling {
    /// A judgement.
    pub fn new(ask: AskId, version: VersionId, fate: Fate, reason: impl Into<String>) -> Self {
        Self { id: RulingId::new(), ask, version, fate, reason: reason.into() }
    }
}

impl WordStance {
    /// A stance on the words of a paragraph as written.
    pub fn new(
        paragraph: ParagraphId,
        by: impl Into<Speaker>,
        stance: Option<Stance>,
        date: NaiveDate,
    ) -> Self {
        Self {
            id: WordStanceId::new(),
            paragraph,
            alternative: 0,
            by: by.into(),
            stance,
            date,
            certainty: None,
            source: None,
            note: String::new(),
            marking: None,
        }
    }
}
