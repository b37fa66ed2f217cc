//! The layouts that a table can have, and the columns of each.
//!
//! Everything about a layout is here: its word on the command line, its columns, the headings they
//! are found under, and the columns it cannot do without.

use super::headings as h;
use crate::model::{Keyed, keyed};

keyed! {
    /// The layout of a table: what one of its rows is.
    pub enum Layout as "layout" {
        /// One position per row: a party, a proposal, a stance.
        Positions = "positions",
        /// One party per row, one proposal per column.
        Matrix = "matrix",
        /// One proposal per row, one party per column.
        Turned = "matrix-turned",
        /// One vote of one party in one roll call per row.
        LongRolls = "rollcalls",
        /// One roll call per row, one party per column.
        WideRolls = "rollcalls-wide",
        /// One party per row.
        Parties = "parties",
        /// One proposal per row.
        Proposals = "proposals",
        /// One membership of one party in one group per row.
        Memberships = "memberships",
        /// One party per row, one group per column, a cross for each membership.
        Crosses = "memberships-crosses",
        /// One source per row.
        Sources = "sources",
        /// In each row something known of one party: a person to turn to, its interests, what it
        /// can be offered, a step.
        Contacts = "contacts",
        /// In each row how much an obstacle hinders a proposal.
        Obstacles = "obstacles",
        /// In each row what is done about an obstacle on a proposal.
        Remedies = "remedies",
    }
}

keyed! {
    /// The content of a column of a table.
    pub enum Field as "holds" {
        /// A party, or a group that speaks.
        Party = "party",
        /// A proposal, or the text that was voted on.
        Proposal = "proposal",
        /// A stance or a vote.
        Stance = "stance",
        /// The stances or votes of the party, or on the proposal, that the heading names.
        Cells = "cells",
        /// The number of a roll call.
        Number = "number",
        /// A day.
        Date = "date",
        /// The source.
        Source = "source",
        /// How it is known.
        Confidence = "confidence",
        /// Who may see it.
        Marking = "marking",
        /// Where it was said.
        Forum = "forum",
        /// How much it weighs, from 1 to 5.
        Salience = "salience",
        /// The condition that would move a party.
        Condition = "condition",
        /// Why it blocks.
        Reason = "reason",
        /// Whether it is waiting for its capital.
        Hold = "hold",
        /// Notes.
        Note = "note",
        /// A short code.
        Code = "code",
        /// The ISO 3166 alpha-2 code.
        Iso2 = "iso2",
        /// A name or title in English.
        Name = "name",
        /// A name or title in Dutch.
        NameNl = "name-nl",
        /// The kind of a party, a source or another record.
        Kind = "kind",
        /// Whether a party decides.
        Decides = "decides",
        /// The region.
        Region = "region",
        /// The part of the region.
        Subregion = "subregion",
        /// Another name.
        Alias = "alias",
        /// The summary of a proposal.
        Summary = "summary",
        /// The text under negotiation.
        Text = "text",
        /// How far a proposal has come.
        Status = "status",
        /// How far a proposal binds.
        Bindingness = "bindingness",
        /// Who a proposal is meant for.
        Scope = "scope",
        /// Who leads a proposal.
        Sponsor = "sponsor",
        /// A group.
        Group = "group",
        /// Since when.
        Since = "since",
        /// Until when.
        Until = "until",
        /// Who issued a source.
        Issuer = "issuer",
        /// Where to find a source.
        Link = "link",
        /// Economic interests.
        Economic = "economic",
        /// Social interests.
        Social = "social",
        /// Security interests.
        Security = "security",
        /// Development interests.
        Development = "development",
        /// Tags.
        Tags = "tags",
        /// The offer to a party.
        Offer = "offer",
        /// The argument from a party's own interest.
        Argument = "argument",
        /// The name of a person.
        Person = "person",
        /// The first name of a person whose last name is in a column of its own.
        FirstName = "first-name",
        /// The words between the two, as in Dutch names.
        Infix = "infix",
        /// The function of that person.
        Function = "function",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// The ministry, agency or firm of that person.
        Organisation = "organisation",
        /// The languages of that person.
        Language = "language",
        /// A step to take.
        Step = "step",
        /// Who takes it.
        Owner = "owner",
        /// By when.
        Due = "due",
        /// One of the eight obstacles.
        Obstacle = "obstacle",
        /// How much it hinders.
        Severity = "severity",
        /// Why it hinders that much.
        Rationale = "rationale",
        /// How much it hinders once something is done about it.
        After = "severity-after",
        /// Where a remedy was tried before.
        Precedent = "precedent",
    }
}

/// One column of a layout.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    /// Its content.
    pub field: Field,
    /// The headings it is found under, besides its key.
    pub names: &'static [&'static str],
    /// Whether it identifies this layout, because others seldom have it.
    pub telling: bool,
}

const fn column(field: Field, names: &'static [&'static str]) -> Heading {
    Heading { field, names, telling: false }
}

const fn telling(field: Field, names: &'static [&'static str]) -> Heading {
    Heading { field, names, telling: true }
}

/// The columns of each layout; the ones it cannot do without are in [`Layout::lacks`].
const POSITIONS: &[Heading] = &[
    column(Field::Party, h::PARTY),
    column(Field::Proposal, h::PROPOSAL),
    telling(Field::Stance, h::STANCE),
    column(Field::Date, h::DATE),
    column(Field::Source, h::SOURCE),
    telling(Field::Confidence, h::CONFIDENCE),
    column(Field::Marking, h::MARKING),
    column(Field::Note, h::NOTE),
    column(Field::Forum, h::FORUM),
    column(Field::Salience, h::SALIENCE),
    column(Field::Condition, h::CONDITION),
    column(Field::Reason, h::REASON),
    column(Field::Hold, h::HOLD),
];
/// The columns beside a stance: all but party, proposal and the stance itself.
const BESIDE: &[Heading] = POSITIONS.split_at(3).1;
const MATRIX: &[Heading] = &[column(Field::Party, h::PARTY)];
const TURNED: &[Heading] = &[column(Field::Proposal, h::PROPOSAL)];
const LONG: &[Heading] = &[
    column(Field::Party, h::VOTER),
    column(Field::Proposal, h::RESOLUTION),
    telling(Field::Stance, h::VOTE),
    telling(Field::Number, h::NUMBER),
    column(Field::Date, h::DATE),
    column(Field::Name, h::TITLE),
    column(Field::NameNl, h::TITLE_NL),
    column(Field::Source, h::SOURCE),
    column(Field::Marking, h::MARKING),
];
const WIDE: &[Heading] = &[
    column(Field::Proposal, h::RESOLUTION),
    telling(Field::Number, h::NUMBER),
    column(Field::Date, h::DATE),
    column(Field::Name, h::TITLE),
    column(Field::NameNl, h::TITLE_NL),
    column(Field::Source, h::SOURCE),
    column(Field::Marking, h::MARKING),
];
const PARTIES: &[Heading] = &[
    column(Field::Name, h::PARTY),
    column(Field::NameNl, h::NAME_NL),
    column(Field::Code, h::PARTY_CODE),
    telling(Field::Iso2, h::ISO2),
    column(Field::Kind, h::KIND),
    telling(Field::Decides, h::DECIDES),
    telling(Field::Region, h::REGION),
    telling(Field::Subregion, h::SUBREGION),
    telling(Field::Alias, h::ALIAS),
    column(Field::Marking, h::MARKING),
    column(Field::Note, h::NOTE),
];
const PROPOSALS: &[Heading] = &[
    column(Field::Code, h::PROPOSAL_CODE),
    column(Field::Name, h::PROPOSAL_TITLE),
    column(Field::NameNl, h::TITLE_NL),
    telling(Field::Summary, h::SUMMARY),
    telling(Field::Text, h::TEXT),
    telling(Field::Status, h::STATUS),
    column(Field::Kind, h::MEASURE),
    telling(Field::Bindingness, h::BINDINGNESS),
    column(Field::Scope, h::SCOPE),
    telling(Field::Sponsor, h::SPONSOR),
    column(Field::Since, h::SINCE),
    column(Field::Source, h::SOURCE),
    column(Field::Marking, h::MARKING),
    column(Field::Note, h::NOTE),
];
const MEMBERSHIPS: &[Heading] = &[
    column(Field::Party, h::MEMBER),
    telling(Field::Group, h::GROUP),
    column(Field::Since, h::SINCE),
    column(Field::Until, h::UNTIL),
    column(Field::Note, h::NOTE),
];
const CROSSES: &[Heading] = &[column(Field::Party, h::MEMBER)];
const SOURCES: &[Heading] = &[
    column(Field::Code, h::SYMBOL),
    column(Field::Name, h::SOURCE_TITLE),
    telling(Field::Issuer, h::ISSUER),
    column(Field::Date, h::DATE),
    column(Field::Kind, h::KIND),
    telling(Field::Link, h::LINK),
    column(Field::Marking, h::MARKING),
    column(Field::Note, h::NOTE),
];
const CONTACTS: &[Heading] = &[
    column(Field::Party, h::CONTACT_PARTY),
    telling(Field::Person, h::PERSON),
    column(Field::FirstName, h::FIRST_NAME),
    column(Field::Infix, h::INFIX),
    telling(Field::Function, h::FUNCTION),
    telling(Field::Email, h::EMAIL),
    telling(Field::Phone, h::PHONE),
    column(Field::Organisation, h::ORGANISATION),
    column(Field::Language, h::LANGUAGE),
    telling(Field::Economic, h::ECONOMIC),
    telling(Field::Social, h::SOCIAL),
    telling(Field::Security, h::SECURITY),
    telling(Field::Development, h::DEVELOPMENT),
    telling(Field::Tags, h::TAGS),
    telling(Field::Offer, h::OFFER),
    telling(Field::Argument, h::ARGUMENT),
    telling(Field::Step, h::STEP),
    column(Field::Owner, h::OWNER),
    column(Field::Due, h::DUE),
    column(Field::Marking, h::MARKING),
    column(Field::Note, h::NOTE),
];

const OBSTACLES: &[Heading] = &[
    column(Field::Proposal, h::HINDERED),
    telling(Field::Obstacle, h::OBSTACLE),
    telling(Field::Severity, h::SEVERITY),
    column(Field::Date, h::DATE),
    column(Field::Rationale, h::RATIONALE),
    column(Field::Source, h::SOURCE),
    column(Field::Marking, h::MARKING),
];
const REMEDIES: &[Heading] = &[
    column(Field::Proposal, h::HINDERED),
    telling(Field::Obstacle, h::OBSTACLE),
    column(Field::Name, h::REMEDY),
    column(Field::Text, h::REMEDY_TEXT),
    column(Field::Kind, h::KIND),
    column(Field::Owner, h::OWNER),
    column(Field::Due, h::DUE),
    column(Field::Status, h::STATUS),
    telling(Field::After, h::AFTER),
    telling(Field::Precedent, h::PRECEDENT),
    column(Field::Note, h::NOTE),
    column(Field::Marking, h::MARKING),
];

impl Field {
    /// The field of a column with this heading beside a stance; `None` if it says nothing about the
    /// stance.
    pub(super) fn beside(heading: &str) -> Option<Self> {
        let is_it = |it: &&Heading| it.field.key() == heading || it.names.contains(&heading);
        BESIDE.iter().find(is_it).map(|it| it.field)
    }
}

impl Layout {
    /// The word for it on the command line. Both orientations of a matrix share one, as do both
    /// layouts of roll calls.
    pub fn word(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::Matrix | Self::Turned => "matrix",
            Self::LongRolls | Self::WideRolls => "rollcalls",
            Self::Parties => "parties",
            Self::Proposals => "proposals",
            Self::Memberships | Self::Crosses => "memberships",
            Self::Sources => "sources",
            Self::Contacts => "contacts",
            Self::Obstacles => "obstacles",
            Self::Remedies => "remedies",
        }
    }

    /// Whether a column can represent a party, a proposal or a group named in its heading.
    pub fn has_cells(self) -> bool {
        matches!(self, Self::Matrix | Self::Turned | Self::WideRolls | Self::Crosses)
    }

    /// Whether columns under a common heading can say more about the stances beside them.
    pub(super) fn takes_beside(self) -> bool {
        matches!(self, Self::Matrix | Self::Turned)
    }

    /// Whether a column can hold this, beside its stances or otherwise.
    pub(super) fn may_hold(self, field: Field) -> bool {
        let is_beside = || BESIDE.iter().any(|heading| heading.field == field);
        self.fields().any(|it| it == field) || self.takes_beside() && is_beside()
    }

    /// Whether its parties are in the header.
    pub(super) fn parties_across(self) -> bool {
        matches!(self, Self::Turned | Self::WideRolls)
    }

    /// The fields its columns can hold, in the order in which they are offered.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        let cells = self.has_cells().then_some(Field::Cells);
        self.headings().iter().map(|heading| heading.field).chain(cells)
    }

    /// Its columns.
    pub(super) fn headings(self) -> &'static [Heading] {
        match self {
            Self::Positions => POSITIONS,
            Self::Matrix => MATRIX,
            Self::Turned => TURNED,
            Self::LongRolls => LONG,
            Self::WideRolls => WIDE,
            Self::Parties => PARTIES,
            Self::Proposals => PROPOSALS,
            Self::Memberships => MEMBERSHIPS,
            Self::Crosses => CROSSES,
            Self::Sources => SOURCES,
            Self::Contacts => CONTACTS,
            Self::Obstacles => OBSTACLES,
            Self::Remedies => REMEDIES,
        }
    }

    /// The fields it needs and these columns do not have.
    pub(super) fn lacks(self, has: impl Fn(Field) -> bool) -> Vec<Field> {
        let all = |fields: &[Field]| fields.iter().copied().filter(|it| !has(*it)).collect();
        let either = |one: Field, two: Field| (!has(one) && !has(two)).then_some(one);
        let both = |mut fields: Vec<Field>, more: Option<Field>| {
            fields.extend(more);
            fields
        };
        match self {
            Self::Positions => all(&[Field::Party, Field::Proposal, Field::Stance]),
            Self::Matrix | Self::Crosses => all(&[Field::Party, Field::Cells]),
            Self::Turned => all(&[Field::Proposal, Field::Cells]),
            Self::LongRolls => {
                both(all(&[Field::Party, Field::Stance]), either(Field::Proposal, Field::Number))
            }
            Self::WideRolls => both(all(&[Field::Cells]), either(Field::Proposal, Field::Number)),
            Self::Parties | Self::Proposals | Self::Sources => {
                Vec::from_iter(either(Field::Name, Field::Code))
            }
            Self::Memberships => all(&[Field::Party, Field::Group]),
            Self::Obstacles => all(&[Field::Proposal, Field::Obstacle, Field::Severity]),
            Self::Remedies => all(&[Field::Proposal, Field::Obstacle, Field::Name]),
            Self::Contacts => {
                let telling = CONTACTS.iter().filter(|it| it.telling);
                let says = telling.clone().any(|it| has(it.field));
                both(all(&[Field::Party]), (!says).then_some(Field::Person))
            }
        }
    }
}
