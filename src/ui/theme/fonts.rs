//! The bundled fonts, in the form egui wants.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::text::fonts::{FontFile, ICONS, REGULAR, SCRIPTS, SEMI_BOLD};

/// The font family of emphasised text.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// All fonts, and the text each is used for. Chinese, Japanese and Korean come from the system.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let fallbacks = || SCRIPTS.into_iter().chain([ICONS]);
    for (name, data) in [REGULAR, SEMI_BOLD].into_iter().chain(fallbacks()) {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    }
    let chain = |first: FontFile| -> Vec<String> {
        [first].into_iter().chain(fallbacks()).map(|(name, _)| name.to_owned()).collect()
    };
    fonts.families.insert(FontFamily::Proportional, chain(REGULAR));
    fonts.families.insert(FontFamily::Monospace, chain(REGULAR));
    fonts.families.insert(strong(), chain(SEMI_BOLD));
    fonts
}
