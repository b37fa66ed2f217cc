//! CBM Workbench: negotiating confidence-building measures for cyberspace.
//!
//! A dossier is one file: proposed measures, parties, and where each party stands, with
//! the evidence. The workbench shows who blocks, who is unknown, and where the three
//! camps stand; it runs on one machine and knows no network.
//!
//! # The modules, each using only those below it
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`app`] | the window: what is open, the phases of a frame, carrying out |
//! | [`cli`] | the same document without a window |
//! | [`ui`] | theme, widgets, screens, inspector, dialogs |
//! | [`command`] | what a user can do and see, with its words and keys |
//! | [`settings`] | what is set up on this machine |
//! | [`report`] | pages as values, and the formats they are written in |
//! | [`explain`] | errors and steps in words, for window and command line alike |
//! | [`exchange`] | tables and JSON in and out |
//! | [`document`] | the one door for writes; undo, redo and merge |
//! | [`store`] | the file: opening, structure, change log, backups, passphrase |
//! | [`analysis`] | camps, tallies, verdicts, obstacles: pure functions |
//! | [`library`] | the reference data, and templates made from it |
//! | [`text`] | every visible sentence, by language |
//! | [`model`] | plain values of the domain |
//!
//! # How an edit flows
//!
//! A widget queues an [`Edit`](document::Edit). After the frame, `app::dispatch` hands it
//! to [`Document::apply`](document::Document::apply): one transaction, one step in the
//! log. Then the snapshot is read again where the step touched it. In the next frame the
//! [`Figures`](analysis::Figures) follow it: what rests on nothing that changed is taken over,
//! and the rest is brought up to date, for a large dossier on another thread. Then it is drawn.
//! No view writes, and no view asks the database.
//!
//! # Invariants
//!
//! `tests/it/invariants.rs` holds them:
//! - a module uses only those below it in the table, and a part of `ui` only those below it in
//!   the table of [`ui`];
//! - nothing but `store` names the database;
//! - nothing but `ui`, `app` and `command` names egui;
//! - only `document` writes dossiers;
//! - colours stand in `assets/theme` only, and words in `assets/i18n` only;
//! - every file is shorter than 500 lines.

pub mod model;

pub mod text;

pub mod library;

pub mod analysis;

pub mod store;

pub mod document;

pub mod exchange;

pub mod explain;

pub mod report;

pub mod settings;

pub mod command;

pub mod ui;

pub mod cli;

pub mod app;
