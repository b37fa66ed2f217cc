//! The window's parts: theme, widgets, screens, inspector, dialogs.
//!
//! Views read what [`cx::Cx`] shows them and queue [`cx::Action`]s; they never
//! write, and never ask the database.

pub mod cx;
pub mod desk;
pub mod dialogs;
pub mod icon;
pub mod inspector;
pub mod room;
pub mod shell;
pub mod state;
pub mod target;
pub mod theme;
pub mod views;
pub mod widgets;
