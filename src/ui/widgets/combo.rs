//! Lists that drop down.

use egui::{AsIdSalt, ComboBox, Ui};

use super::stance::lined_sign;
use crate::model::Stance;
use crate::text::Text;
use crate::ui::icon::Icon;

/// A list that drops down, with the arrow that every menu has.
pub(crate) fn combo_box(salt: impl AsIdSalt) -> ComboBox<'static> {
    ComboBox::from_id_salt(salt).icon(|ui: &Ui, rect, look, _| {
        let colour = look.fg_stroke.color;
        Icon::Down.paint(ui.painter(), rect.center(), rect.height(), colour);
    })
}

/// A stance with its sign, as one of several below each other: the words stand in line.
pub(crate) fn stance_option(text: Text, stance: Option<Stance>) -> String {
    format!("{}  {}", lined_sign(stance), text.stance(stance))
}
