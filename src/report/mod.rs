//! Pages: what is shown or written of a dossier, as a value first and in a format last.
//!
//! A builder (`matrix`, `proposals`, `parties`, `obstacles`, `changes`) makes a [`Page`] of
//! typed blocks, and a writer (`text`, `json`, `csv`) writes any page. What stands in a record
//! gets onto a page with its grounds only, so a page knows how confidential it is.
//!
//! # How to add a format (4 files)
//!
//! A file of its own beside `csv.rs` that writes each kind of block; the compiler asks for all
//! of them. Here its `mod`, a value of [`Format`] and an arm in [`Page::write`]. In
//! `assets/i18n/{en,nl}/command-line.ftl` the words of `help-format`. `show` and `changes` offer
//! whatever [`Format`] lists, and `tests/it/pages.rs` tries it.
//!
//! # How to add a page (2 files)
//!
//! A file of its own beside `parties.rs` that builds blocks: `records.of(id).cell(value)` is a
//! cell, and a figure that counts records rests on all of them (`counted.rs`). Here its `mod`, a
//! value of [`Subject`] and an arm in `page`. `show` offers whatever [`Subject`] lists, and
//! `tests/it/pages.rs` takes each record away, and wants the page RED where that changes it.

mod changes;
mod counted;
mod csv;
mod grounds;
mod json;
mod matrix;
mod obstacles;
mod page;
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
    /// What can be shown.
    pub enum Subject as "subject" {
        /// The coalition matrix.
        Matrix = "matrix",
        /// The proposals with all their fields.
        Proposals = "proposals",
        /// The parties with all their fields.
        Parties = "parties",
        /// The heat map of obstacles.
        Obstacles = "obstacles",
    }
}

keyed! {
    /// How a page can be written.
    pub enum Format as "format" {
        /// For a person.
        Text = "text",
        /// For a program.
        Json = "json",
        /// For a spreadsheet.
        Csv = "csv",
    }
}

/// The version of the JSON, raised when something in it changes its meaning.
const FORMAT: usize = 1;

/// What is shown, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The dossier, or what may be seen of it.
    pub snapshot: &'a Snapshot,
    /// The ceiling under which it was read, if it was.
    pub ceiling: Option<Marking>,
    /// The day it is shown for.
    pub as_of: NaiveDate,
    /// The language.
    pub text: Text,
}

/// Builds a page; only what its subject needs is computed.
pub fn page<'a>(scene: &Scene<'a>, subject: Subject) -> Page<'a> {
    let records = Records::new(scene.snapshot);
    let mut blocks = head(scene, &records);
    match subject {
        Subject::Matrix => blocks.push(Block::Matrix(matrix::matrix(scene, &records))),
        Subject::Proposals => blocks.push(Block::Table(proposals::proposals(scene, &records))),
        Subject::Parties => blocks.push(Block::Table(parties::parties(scene, &records))),
        Subject::Obstacles => blocks.extend(obstacles::obstacles(scene, &records)),
    }
    Page::new(scene.snapshot, &records, scene.text, blocks)
}

/// The most cells a matrix to read or for a spreadsheet may have.
const MOST_CELLS: usize = 4_000_000;

/// That a matrix has more cells than anybody can read, or a spreadsheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyCells {
    /// How many it has.
    pub cells: usize,
    /// How many it may have.
    pub most: usize,
}

impl Page<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// [`TooManyCells`] for a matrix as text or as a table. As JSON there is no limit: it holds
    /// only the cells of which something is known.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, TooManyCells> {
        let cells = self.cells();
        if format != Format::Json && cells > MOST_CELLS {
            return Err(TooManyCells { cells, most: MOST_CELLS });
        }
        Ok(match format {
            Format::Text => text::write(self).into_bytes(),
            Format::Json => json::write(self).into_bytes(),
            Format::Csv => csv::write(self).into_bytes(),
        })
    }
}

/// What stands at the head of a page: its marking, the dossier, the day.
fn head<'a>(scene: &Scene<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
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
    } = &scene.snapshot.dossier;
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
        Block::Field("as_of", Cell::day(scene.as_of)),
    ];
    if scene.ceiling.is_some() {
        let get = |id| Cell::fixed(scene.text.get(id));
        blocks.push(Block::Field("counted_from", get(msg!("counted-from"))));
        blocks.push(Block::Sentence(get(msg!("show-counted"))));
    }
    blocks
}

/// The proposals in the order of their codes.
fn proposals_in_order(snapshot: &Snapshot) -> Vec<(Slot, &Proposal)> {
    in_order(&snapshot.proposals, |proposal| &proposal.code)
}

/// The parties in the order of their codes.
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
