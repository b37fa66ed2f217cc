//! Promises of the document, the file and the command line, one test each.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests fail loudly too, and are shared within one test binary"
)]

mod acts;
mod bare;
mod beside;
mod brackets;
mod canary;
pub(crate) mod ceilings;
mod command_line;
mod common;
mod confided;
mod contradictory;
mod corpus;
mod crafted;
mod crash;
mod decisions;
mod desk;
mod documents;
mod drafts;
mod early;
mod evidence;
mod exports;
mod families;
// It injects them with strace.
#[cfg(unix)]
mod faults;
mod figures;
mod files;
#[path = "../ui/fods.rs"]
mod fods;
mod foreign;
mod guesses;
mod hazards;
mod heads;
mod hindered;
mod hostile;
mod intake;
// It reads sources, which are the same on every system.
#[cfg(not(windows))]
mod invariants;
mod laid_out;
mod large;
mod leftovers;
mod libraries;
mod lineage;
mod memory;
mod merging;
mod names;
mod packages;
mod pages;
mod pairs;
mod passphrases;
mod polled;
mod printed;
mod reviews;
mod round_trip;
mod safekeeping;
mod salvaging;
mod same;
mod saved_views;
mod scenarios;
mod shown;
mod strangers;
mod tables;
mod taking;
mod text_out;
mod texts;
mod together;
mod traces;
mod trust;
mod undo;
mod ways_out;
mod whole;
// As `invariants`.
#[cfg(not(windows))]
mod words;
mod workbooks;
