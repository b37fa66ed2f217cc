//! The building blocks of screens.

mod bars;
mod buttons;
mod calendar;
mod chips;
mod form;
mod grid;
mod labels;
mod list;
mod picker;
mod stance;
mod terms;
mod text_menu;

pub use bars::{STANCE_ORDER, severity_cell, tally_bar, tally_words};
pub use buttons::{
    button, choice_card, danger_button, icon_button, link, menu_item, named_button, primary_button,
};
pub use calendar::{When, day_menu};
pub use chips::{Chip, camp_icon, marking_chip};
pub use form::{Form, draft_id};
pub use grid::GridFocus;
pub use labels::{
    caption, empty, field_label, heading, muted, paragraph, section, strong, warning,
};
pub use list::{Column, List};
pub use picker::{Choice, picker};
pub use stance::{said_buttons, stance_badge, stance_buttons};
pub use text_menu::text_menu;
