//! CBM Workbench: negotiating confidence-building measures for cyberspace.
#![forbid(unsafe_code)]

pub mod model;

pub mod text;

pub mod library;

pub mod analysis;

pub mod store;

pub mod document;

pub mod exchange;

pub mod explain;

pub mod settings;

pub mod command;

pub mod ui;

pub mod cli;

pub mod app;
