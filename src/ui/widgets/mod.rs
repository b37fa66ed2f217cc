//! The building blocks of screens.

mod bars;
mod busy;
mod buttons;
mod calendar;
mod chips;
mod choices;
mod form;
mod grid;
mod labels;
mod list;
mod picker;
mod stance;
mod terms;
mod text_menu;

pub(crate) use bars::tally_parts;
pub use bars::{severity_cell, tally_bar, tally_words};
pub(crate) use busy::busy;
pub use buttons::{button, choice_card, danger_button, icon_button, link, primary_button};
pub(crate) use buttons::{menu_item, named_button};
pub use calendar::When;
pub(crate) use calendar::day_menu;
pub(crate) use chips::camp_icon;
pub use chips::{Chip, marking_chip};
pub(crate) use choices::{group_choices, party_choices, proposal_choices};
pub use form::Form;
pub(crate) use form::draft_id;
pub use grid::GridFocus;
pub(crate) use grid::{in_view, reveal};
pub(crate) use labels::{caption, elided, elided_layout, field_label, strong};
pub use labels::{empty, heading, muted, paragraph, section, warning};
pub use list::{Column, Key, List, asks_all, line, sort};
pub use picker::Choice;
pub(crate) use picker::picker;
pub(crate) use stance::{CONFLICT_SIGN, hatch, said_buttons};
pub use stance::{stance_badge, stance_buttons};
pub(crate) use text_menu::text_menu;
