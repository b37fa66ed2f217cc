//! Pages: what is shown or written of a dossier, first as a value and then in a format.
//!
//! A builder (`matrix`, `proposals`, `brief` and others) makes a [`Page`] of typed blocks; a writer
//! (`text`, `json`, `csv`, `html`, `xlsx`, `docx`, `pdf`, `png`,
//! `svg`) writes any page. Formats for reading on paper start from a `manuscript`; the last three
//! draw what `paper` has laid out. Content of a record gets onto a page only with its grounds, so a
//! page knows how confidential it is.
//!
//! # How to add a format (4 files)
//!
//! Add a file beside `format/csv.rs` that writes every kind of block; the compiler asks for all of
//! them. In `format/mod.rs`, add its `mod` and a value of [`Format`]; the compiler leads to what
//! else there is to say of it there. In `assets/i18n/{en,nl}/export.ftl`, add its label,
//! `format-x`. `export` and the window offer whatever [`Format`] lists, `show` and `changes` its
//! text formats, and `tests/it/exports.rs` tries it.
//!
//! # How to add a page (2 files)
//!
//! Add a file beside `parties.rs` that builds blocks: `records.of(id).cell(value)` makes a cell,
//! and a figure that counts records rests on all of them (`counted.rs`). Here, add its `mod`, a
//! value of [`Subject`] and an arm in `page`. `show` offers whatever [`Subject`] lists.
//! `tests/it/pages.rs` marks each record RED in turn, and expects the page to be RED if removing
//! that record changes it.

mod actual;
mod asks;
mod brief;
mod carry;
mod changes;
mod contacts;
mod context;
mod counted;
mod decision;
mod drafts;
mod entries;
mod format;
mod grounds;
mod head;
mod ink;
mod manuscript;
mod matrix;
mod meeting;
mod obstacles;
mod office;
mod on;
mod page;
mod pairs;
mod paper;
mod parties;
mod party;
mod proof;
mod proposals;
mod reading;
mod record;
mod request;
mod revision;
mod room;
mod scenario;
mod sheets;
mod summary;
mod texts;
mod timeline;
mod unfit;
mod weighed;
mod words;

pub use asks::asks_page;
pub use carry::Question;
pub use changes::{About, Line, Told, WhatChanged, changes};
pub use context::PageContext;
pub use decision::decision;
pub use drafts::{NoDraft, draft_document};
pub use format::Format;
pub use format::docx::draft::{
    DraftComment, DraftForm, DraftLine, DraftPage, write_columns, write_comparison, write_draft,
};
pub use format::png::Picture;
pub use on::{Chosen, Named, On, OnScreen, Topic, Unfound, scenario_named};
pub use page::Page;
pub use pairs::pairs_by;
pub use paper::{Paper, PaperSize, Turn};
pub use proof::Proof;
pub use reading::{ReadCell, Reading};
pub use record::record_by;
pub use request::{Request, Unwritable};
pub use revision::revision_page;
pub use scenario::scenario;
pub use texts::{NoVersion, text_page};
pub use unfit::Unfit;

use crate::model::words::natural_cmp;
use crate::model::{Arena, Party, Procedure, Proposal, Slot, Snapshot, keyed};
use crate::text::{Message, Text, msg};
use grounds::{Grounds, Records};
use head::head;
use page::{Block, Cell, Table, Value};

keyed! {
    /// The subject of a page.
    pub enum Subject as "subject" {
        /// The coalition matrix.
        Matrix = "matrix",
        /// The stances of the camps on every proposal.
        Summary = "summary",
        /// The proposals with all their fields.
        Proposals = "proposals",
        /// The parties with all their fields.
        Parties = "parties",
        /// The heat map of obstacles.
        Obstacles = "obstacles",
        /// Competing texts, and who says yes to both.
        Pairs = "pairs",
        /// Every entry of parties and groups, with its grounds.
        Positions = "positions",
        /// The remedies.
        Remedies = "remedies",
        /// The sources.
        Sources = "sources",
        /// Everything that a table can hold, one table per kind of record.
        All = "all",
        /// The standing of one proposal, who blocks it and what can be done.
        Brief = "brief",
        /// The stances of one party, what moves it and what is to be done there.
        Party = "party",
        /// A meeting: its agenda, and the standing of each item.
        Meeting = "meeting",
        /// Whom to call first about one proposal.
        Decision = "decision",
        /// The moves that would carry one proposal.
        Carry = "carry",
        /// Chances, from past votes, for those who have not spoken on one proposal.
        Record = "record",
        /// The present text of one proposal.
        Text = "text",
        /// The changes to the text of one proposal in its present version.
        Revision = "revision",
        /// Scenarios beside today.
        Scenario = "scenario",
        /// The days that matter, past and to come.
        Timeline = "timeline",
        /// The results of a day in the room.
        Room = "room",
        /// The changes between two days.
        Changes = "changes",
    }
}

/// The details a page of a subject needs, besides the day.
struct Needs {
    /// The day after which it reports changes.
    since: bool,
    /// The kind of record it is on.
    topic: Option<Topic>,
}

impl Subject {
    fn needs(self) -> Needs {
        let (since, topic) = match self {
            Self::Brief => (true, Some(Topic::Proposals)),
            Self::Party => (true, Some(Topic::Party)),
            Self::Meeting => (true, Some(Topic::Meeting)),
            Self::Changes => (true, None),
            Self::Decision | Self::Carry | Self::Record | Self::Text | Self::Revision => {
                (false, Some(Topic::Proposal))
            }
            Self::Matrix
            | Self::Summary
            | Self::Proposals
            | Self::Parties
            | Self::Obstacles
            | Self::Pairs
            | Self::Positions
            | Self::Remedies
            | Self::Sources
            | Self::All
            | Self::Scenario
            | Self::Timeline
            | Self::Room => (false, None),
        };
        Needs { since, topic }
    }

    /// Whether its page reports changes since a day.
    pub fn tells_changes(self) -> bool {
        self.needs().since
    }

    /// The kind of record that its page is on, if one has to be named.
    pub fn topic(self) -> Option<Topic> {
        self.needs().topic
    }

    /// Whether its page counts stances, so that it can be about a scenario.
    pub(crate) fn counts_stances(self) -> bool {
        match self {
            Self::Matrix
            | Self::Summary
            | Self::Pairs
            | Self::Brief
            | Self::Decision
            | Self::Carry
            | Self::Record => true,
            // They report what was said, or compare scenarios themselves.
            Self::Proposals
            | Self::Parties
            | Self::Obstacles
            | Self::Positions
            | Self::Remedies
            | Self::Sources
            | Self::All
            | Self::Party
            | Self::Meeting
            | Self::Text
            | Self::Revision
            | Self::Scenario
            | Self::Timeline
            | Self::Room
            | Self::Changes => false,
        }
    }

    /// The format in which it is usually wanted: a document for reading, a table for working with.
    pub(crate) fn usual_format(self) -> Format {
        match self {
            Self::Brief
            | Self::Party
            | Self::Meeting
            | Self::Summary
            | Self::Decision
            | Self::Carry
            | Self::Record
            | Self::Text
            | Self::Revision
            | Self::Obstacles
            | Self::Pairs
            | Self::Sources
            | Self::Scenario
            | Self::Timeline
            | Self::Room
            | Self::Changes => Format::Docx,
            Self::Matrix
            | Self::Proposals
            | Self::Parties
            | Self::Positions
            | Self::Remedies
            | Self::All => Format::Xlsx,
        }
    }

    /// Whether a file of it is the whole dossier, from which one can be made again, rather than a
    /// page.
    pub(crate) fn is_whole_as(self, format: Format) -> bool {
        (self, format) == (Self::All, Format::Json)
    }
}

keyed! {
    /// An analysis: of one proposal, or of several.
    pub enum Analysis as "analysis" {
        /// Whom to call first.
        Decision = "decision",
        /// The cheapest moves after which it carries.
        Carry = "carry",
        /// How likely those who have not spoken are to vote for or against, judging by their past
        /// votes.
        Record = "record",
        /// Scenarios beside today.
        Scenario = "scenario",
        /// Who says yes to both of two competing texts.
        Pairs = "pairs",
    }
}

/// Builds a page, computing only what its subject needs.
pub fn page<'a>(context: &PageContext<'a>, subject: Subject) -> Page<'a> {
    let PageContext { snapshot, as_of, since, fields, told, text, .. } = *context;
    let records = Records::new(snapshot);
    let mut blocks = head(context, &records, subject);
    match subject {
        Subject::Changes => {
            return changes(snapshot, text, fields, since, as_of).page(snapshot, text, told);
        }
        Subject::Matrix => {
            let matrix = matrix::matrix(context, &records);
            blocks.extend(matrix.said_of_part(text));
            blocks.push(Block::Matrix(matrix));
        }
        Subject::Proposals => {
            let table = proposals::proposals(context, &records);
            let of = proposals_in_order(snapshot);
            let all = of.iter().map(|(_, it)| records.of(it.id));
            blocks.extend(part_of(text, msg!("page-part-proposals"), (&table, of.len()), all));
            blocks.push(Block::Table(table));
        }
        Subject::Parties => {
            let table = parties::parties(context, &records);
            let of = parties_in_order(snapshot);
            let all = of.iter().map(|(_, it)| records.of(it.id));
            blocks.extend(part_of(text, msg!("page-part-parties"), (&table, of.len()), all));
            blocks.push(Block::Table(table));
        }
        Subject::Pairs => blocks.extend(pairs::competing(context, &records, None)),
        Subject::Scenario => {
            blocks.extend(scenario::blocks(context, &records, Procedure::Consensus));
        }
        Subject::Brief => blocks.extend(brief::briefs(context, &records)),
        Subject::Party => blocks.extend(party::party(context, &records)),
        Subject::Meeting => blocks.extend(meeting::meeting(context, &records)),
        Subject::Summary => blocks.extend(summary::summary(context, &records)),
        Subject::Timeline => blocks.push(Block::Table(timeline::timeline(context, &records))),
        Subject::Room => blocks.extend(room::room(context, &records)),
        Subject::Carry => {
            let slot = context.on_one().map(|(slot, _)| slot);
            let procedure = context.procedure();
            // Sponsorship has no threshold; the page then says what consensus would take.
            let procedure = procedure.rule().map_or(Procedure::Consensus, |_| procedure);
            let question = slot.and_then(|slot| Question::new(context, slot, procedure));
            if let Some(question) = question {
                blocks.extend(question.blocks(context, &records));
            }
        }
        Subject::Decision => {
            blocks.extend(decision::blocks(context, &records, context.procedure()));
        }
        Subject::Record => blocks.extend(record::record(context, &records, None)),
        Subject::Text => blocks.extend(texts::blocks(context, &records)),
        Subject::Revision => blocks.extend(revision::blocks(context, &records)),
        Subject::Positions => blocks.push(Block::Table(entries::positions(context))),
        Subject::Remedies => blocks.push(Block::Table(sheets::remedies(context, &records))),
        Subject::Sources => blocks.push(Block::Table(sheets::sources(context, &records))),
        Subject::All => blocks.extend(sheets::all(context, &records)),
        Subject::Obstacles => blocks.extend(obstacles::obstacles(context, &records)),
    }
    Page::new(snapshot, &records, (text, subject, as_of), blocks)
}

/// Says that a list shows a part of the whole, which the figure rests on.
fn part_of<'a>(
    text: Text,
    words: Message,
    (table, of): (&Table<'a>, usize),
    all: impl Iterator<Item = Grounds>,
) -> Option<Block<'a>> {
    let shown = table.rows.len();
    (shown < of).then(|| {
        let all = Grounds::all(all);
        let counts = [("shown", Cell::number(shown)), ("of", all.cell(Value::Count(of)))];
        Block::Sentence(Cell::sentence(text, words, &counts))
    })
}

/// The proposals by code.
fn proposals_in_order(snapshot: &Snapshot) -> Vec<(Slot, &Proposal)> {
    in_order(&snapshot.proposals, |proposal| &proposal.code)
}

/// The parties by code.
fn parties_in_order(snapshot: &Snapshot) -> Vec<(Slot, &Party)> {
    in_order(&snapshot.parties, |party| &party.code)
}

fn in_order<K, T>(arena: &Arena<K, T>, code: impl Fn(&T) -> &str) -> Vec<(Slot, &T)>
where
    K: Copy + Eq + std::hash::Hash,
{
    let mut records: Vec<_> = arena.slots().collect();
    records.sort_by(|(_, a), (_, b)| natural_cmp(code(a), code(b)));
    records
}
