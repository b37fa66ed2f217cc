//! Pages: what is shown or written of a dossier, first as a value and then in a format.
//!
//! A builder (`matrix`, `proposals`, `parties`, `obstacles`, `changes`) makes a [`Page`] of typed
//! blocks; a writer (`text`, `json`, `csv`, `html`) writes any page. Content of a record gets onto a page
//! only with its grounds, so a page knows how confidential it is.
//!
//! # How to add a format (4 files)
//!
//! Add a file beside `csv.rs` that writes every kind of block; the compiler asks for all of them.
//! Here, add its `mod`, a value of [`Format`] and an arm in [`Page::write`]. In
//! `assets/i18n/{en,nl}/command-line.ftl`, add it to `help-format`. `show` and `changes` offer
//! whatever [`Format`] lists, and `tests/it/pages.rs` tries it.
//!
//! # How to add a page (2 files)
//!
//! Add a file beside `parties.rs` that builds blocks: `records.of(id).cell(value)` makes a cell,
//! and a figure that counts records rests on all of them (`counted.rs`). Here, add its `mod`, a
//! value of [`Subject`] and an arm in `page`. `show` offers whatever [`Subject`] lists.
//! `tests/it/pages.rs` marks each record RED in turn, and expects the page to be RED if removing
//! that record changes it.

mod changes;
mod counted;
mod csv;
mod grounds;
mod html;
mod json;
mod matrix;
mod obstacles;
mod page;
mod pairs;
mod parties;
mod proposals;
mod text;
mod words;

use chrono::NaiveDate;

pub use changes::{About, Line, Told, WhatChanged, changes};
pub use page::Page;

use crate::model::words::natural_cmp;
use crate::model::{Arena, Dossier, Marking, Party, Proposal, Slot, Snapshot, keyed};
use crate::text::{Text, msg};
use grounds::Records;
use page::{Block, Cell, Value};

keyed! {
    /// The subject of a page.
    pub enum Subject as "subject" {
        /// The coalition matrix.
        Matrix = "matrix",
        /// The proposals with all their fields.
        Proposals = "proposals",
        /// The parties with all their fields.
        Parties = "parties",
        /// The heat map of obstacles.
        Obstacles = "obstacles",
        /// Competing texts, and who says yes to both.
        Pairs = "pairs",
    }
}

keyed! {
    /// The format of a page.
    pub enum Format as "format" {
        /// For a person.
        Text = "text",
        /// For a program.
        Json = "json",
        /// For a spreadsheet.
        Csv = "csv",
        /// For a browser, and to be copied into a document.
        Html = "html",
    }
}

/// The version of the JSON, raised when a meaning changes.
const FORMAT: usize = 1;

/// The content of a page, and its audience.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The dossier, or the part of it that may be seen.
    pub snapshot: &'a Snapshot,
    /// The ceiling it was read under, if any.
    pub ceiling: Option<Marking>,
    /// The day shown.
    pub as_of: NaiveDate,
    /// The language.
    pub text: Text,
}

/// Builds a page, computing only what its subject needs.
pub fn page<'a>(context: &PageContext<'a>, subject: Subject) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = head(context, &records);
    match subject {
        Subject::Matrix => blocks.push(Block::Matrix(matrix::matrix(context, &records))),
        Subject::Proposals => blocks.push(Block::Table(proposals::proposals(context, &records))),
        Subject::Parties => blocks.push(Block::Table(parties::parties(context, &records))),
        Subject::Pairs => blocks.push(Block::Table(pairs::competing(context, &records))),
        Subject::Obstacles => blocks.extend(obstacles::obstacles(context, &records)),
    }
    Page::new(context.snapshot, &records, context.text, blocks)
}

/// Maximum number of cells of a matrix as text or CSV.
const MOST_CELLS: usize = 4_000_000;

/// The matrix has more cells than anybody can read or a spreadsheet can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyCells {
    /// The number of cells it has.
    pub cells: usize,
    /// The number of cells allowed.
    pub most: usize,
}

impl Page<'_> {
    /// Writes the page in a format.
    ///
    /// # Errors
    /// [`TooManyCells`] for a matrix as text or CSV. JSON has no limit, as it contains only the
    /// cells about which something is known.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, TooManyCells> {
        let cells = self.cells();
        if format != Format::Json && cells > MOST_CELLS {
            return Err(TooManyCells { cells, most: MOST_CELLS });
        }
        Ok(match format {
            Format::Text => text::write(self).into_bytes(),
            Format::Json => json::write(self).into_bytes(),
            Format::Csv => csv::write(self).into_bytes(),
            Format::Html => html::write(self).into_bytes(),
        })
    }
}

/// The head of a page: its marking, the dossier, the day.
fn head<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let Dossier {
        id,
        title,
        description,
        template,
        marking,
        classification,
        camp_upper,
        camp_lower,
        camp_min_votes,
        poll_min_answers,
    } = &context.snapshot.dossier;
    let own = records.of(*id);
    let fields = vec![
        ("id", own.cell(Value::Identity((*id).into()))),
        ("title", own.cell(title)),
        ("description", own.cell(description)),
        ("template", own.cell(template)),
        ("marking", own.cell(*marking)),
        ("classification", own.cell(classification)),
        ("camp_upper", own.cell(*camp_upper)),
        ("camp_lower", own.cell(*camp_lower)),
        ("camp_min_votes", own.cell(Value::Count(*camp_min_votes as usize))),
        ("poll_min_answers", own.cell(Value::Count(*poll_min_answers as usize))),
    ];
    let mut blocks = vec![
        Block::Field("format", Cell::number(FORMAT)),
        Block::Marking(vec![own.cell(classification), own.cell(title)]),
        Block::Field("dossier", Cell::fields(fields)),
        Block::Field("as_of", Cell::day(context.as_of)),
    ];
    if context.ceiling.is_some() {
        let get = |id| Cell::fixed(context.text.get(id));
        blocks.push(Block::Field("counted_from", get(msg!("counted-from"))));
        blocks.push(Block::Sentence(get(msg!("show-counted"))));
    }
    blocks
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
