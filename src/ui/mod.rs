//! The window's parts: theme, widgets, screens, inspector, dialogs.
//!
//! Views read what [`cx::Cx`] shows them and queue [`cx::Action`]s; they never
//! write, and never ask the database.
//!
//! # The parts, each using only those below it
//!
//! | part | what it holds |
//! | --- | --- |
//! | [`shell`] | the frame around the screens: menus, navigation, status, the first choice |
//! | [`dialogs`] | what needs an answer before anything else |
//! | [`views`] | one module a screen, which says what the screen is |
//! | [`inspector`] | what is selected, with its fields |
//! | [`room`] | what stands on the wall |
//! | [`widgets`] | the parts that screens are made of |
//! | [`cx`] | what a view may see, and where it leaves what is to be done |
//! | [`target`], [`desk`] | what the inspector shows of a record; what is selected, as a key |
//! | [`state`] | what is shown and selected |
//! | [`icon`], [`theme`] | how it looks |
//!
//! `tests/it/invariants.rs` holds the order.

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
