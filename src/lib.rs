//! CBM Workbench: negotiating confidence-building measures for cyberspace.
//!
//! A dossier is one file: proposed measures, parties, and the stance of each party, with the
//! evidence. The workbench shows who blocks, who is unknown, and where the three camps stand; it
//! runs on one machine and does not use a network.
//!
//! # The modules, each using only those below it
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`app`] | the window: its state, the phases of a frame, carrying out actions |
//! | [`cli`] | the same document without a window |
//! | [`ui`] | theme, widgets, screens, inspector, dialogs |
//! | [`command`] | the commands and screens, with their labels and shortcuts |
//! | [`settings`] | the user's settings on this machine |
//! | [`report`] | pages as values, and the formats they are written in |
//! | [`explain`] | errors and steps in words, for window and command line alike |
//! | [`exchange`] | importing and exporting tables, packages and JSON |
//! | [`document`] | the only way to write: edits, undo, redo and merge |
//! | [`store`] | the file: opening, schema, change log, backups, passphrase |
//! | [`analysis`] | camps, tallies, verdicts, obstacles: pure functions |
//! | [`library`] | the reference data, and templates made from it |
//! | [`text`] | all words shown to users, by language |
//! | [`draft`] | texts under negotiation: brackets, owners, versions beside one another |
//! | [`model`] | plain values of the domain |
//!
//! # How an edit flows
//!
//! A widget queues an [`Edit`](document::Edit). After the frame, `app::dispatch` passes it to
//! [`Document::apply`](document::Document::apply), which makes it one transaction and one step in
//! the log. The affected parts of the snapshot are then reread. In the next frame the
//! [`Figures`](analysis::Figures) follow: the unaffected ones are kept and the rest recomputed, for
//! a large dossier on another thread. Then the result is drawn. No view writes, and no view queries
//! the database.
//!
//! # Invariants
//!
//! `tests/it/invariants.rs` enforces them:
//! - a module uses only those below it in the table, and a part of `ui` only those below it in
//!   the table of [`ui`];
//! - only `store` names the database;
//! - only `ui`, `app` and `command` name egui;
//! - only `document` writes dossiers;
//! - colours are in `assets/theme` only, and words in `assets/i18n` only;
//! - every file has fewer than 500 lines.

pub mod model;

pub mod draft;

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
