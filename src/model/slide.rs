//! Slides: what is shown in the room, in a prepared running order.

use chrono::NaiveDate;

use super::declare::record;
use super::{Camp, GroupId, Marking, Obstacle, ParagraphId, ProposalId, SlideId, keyed};

keyed! {
    /// The content of a slide.
    pub enum SlideKind as "slide" {
        /// A title, with the marking and the rule under which the meeting is held.
        Title = "title",
        /// The stance of the three camps on every proposal.
        Summary = "summary",
        /// The coalition matrix, or a part of it.
        Matrix = "matrix",
        /// One proposal: its text and the number of parties with each stance.
        Proposal = "proposal",
        /// The standing of a decision on one proposal: figures, and never a name.
        Decision = "decision",
        /// The text of a proposal in its present version, or one paragraph of it.
        Text = "text",
        /// How much each obstacle hinders each proposal.
        Heat = "heat",
        /// Which obstacle is worst: their severities over all proposals.
        Ranking = "ranking",
        /// One obstacle.
        Obstacle = "obstacle",
        /// Agreements so far, and the next steps.
        Timeline = "timeline",
        /// The changes since a day.
        Changed = "changes",
        /// Points that were put aside.
        Parked = "parked",
    }
}

record! {
    /// One slide of the running order.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Slide in Slides {
        /// Its identity.
        pub id: SlideId => Wall ["id"] Itself,
        /// Its place in the order; slides of equal rank are in the order in which they were
        /// made.
        pub rank: u32 => Wall ["rank"] Rank,
        /// Its content.
        pub kind: SlideKind => Wall ["kind"],
        /// The one proposal it shows.
        pub proposal: Option<ProposalId> => Wall ["proposal_id"] PartOf,
        /// The one paragraph it shows; in a later version, what that paragraph has become. If the
        /// paragraph may not be seen, neither may the slide, so that nothing takes its place.
        pub paragraph: Option<ParagraphId> => Wall ["paragraph_id"] PartOf,
        /// The one obstacle it shows.
        pub obstacle: Option<Obstacle> => Wall ["obstacle"],
        /// The one camp it shows.
        pub camp: Option<Camp> => Wall ["camp"],
        /// The one region it shows; otherwise empty.
        pub region: String => Wall ["region"] Region,
        /// The one group whose members it shows; if the group may not be seen, neither may the
        /// slide.
        pub group: Option<GroupId> => Wall ["group_id"] PartOf,
        /// The day since which it shows changes.
        pub since: Option<NaiveDate> => Wall ["since"],
        /// Its own title, if it has one.
        pub title: String => Wall ["title"] Title,
        /// More words under the title.
        pub text: String => Wall ["text"],
        /// Its marking. Slides are made for the room, so a new one is marked CLEAR.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Ranked("rank"),
    together: &[],
    told: Told::ByNobody,
}

impl Slide {
    /// A slide that shows everything of its kind.
    pub fn new(kind: SlideKind, rank: u32) -> Self {
        Self {
            id: SlideId::new(),
            rank,
            kind,
            proposal: None,
            paragraph: None,
            obstacle: None,
            camp: None,
            region: String::new(),
            group: None,
            since: None,
            title: String::new(),
            text: String::new(),
            marking: Some(Marking::Clear),
        }
    }
}
