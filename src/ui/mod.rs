//! The window's parts: theme, widgets, screens, inspector, dialogs.
//!
//! Views read from [`cx::Cx`] and queue [`cx::Action`]s; they never write to the dossier and never
//! query the database.
//!
//! # The parts, each using only those below it
//!
//! | part | what it holds |
//! | --- | --- |
//! | [`shell`] | the frame around the screens: menus, navigation, status bar, start screen |
//! | [`dialogs`] | modal dialogs |
//! | [`views`] | the screens, one module each |
//! | [`inspector`] | the selected record, with its fields |
//! | [`room`] | the wall: what the room sees |
//! | [`widgets`] | the building blocks of screens |
//! | [`cx`] | the context of a view, and the queue of actions |
//! | [`selection`] | the selection that shows a record; a selection as a key |
//! | [`state`] | what is on screen and what is selected |
//! | [`icon`], [`theme`] | how it looks |
//!
//! `tests/it/invariants.rs` enforces the order.

pub mod cx;
pub mod dialogs;
pub mod icon;
pub mod inspector;
pub mod room;
pub mod selection;
pub mod shell;
pub mod state;
pub mod theme;
pub mod views;
pub mod widgets;
