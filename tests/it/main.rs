//! Promises of the document, the file and the command line, each held by a test.

mod command_line;
mod common;
mod crash;
mod documents;
mod files;
mod invariants;
mod libraries;
mod undo;
mod words;
