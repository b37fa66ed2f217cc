//! The bundled fonts; `assets/fonts/build.py` says how they were made.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

macro_rules! font {
    ($file:literal) => {
        ($file, include_bytes!(concat!("../../../assets/fonts/", $file)).as_slice())
    };
}

const REGULAR: (&str, &[u8]) = font!("Inter-Regular.otf");
const SEMI_BOLD: (&str, &[u8]) = font!("Inter-SemiBold.otf");

// For scripts and symbols Inter lacks, with icons last. Chinese, Japanese and Korean come from the
// system.
const FALLBACKS: [(&str, &[u8]); 6] = [
    font!("NotoSans.ttf"),
    font!("NotoSansArmenian.ttf"),
    font!("NotoSansGeorgian.ttf"),
    font!("NotoSansHebrew.ttf"),
    font!("NotoSansArabic.ttf"),
    font!("Lucide.ttf"),
];

/// The font family of emphasised text.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// All fonts, and the text each is used for.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, data) in [REGULAR, SEMI_BOLD].into_iter().chain(FALLBACKS) {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    }
    let chain = |first: (&str, &[u8])| -> Vec<String> {
        [first].into_iter().chain(FALLBACKS).map(|(name, _)| name.to_owned()).collect()
    };
    fonts.families.insert(FontFamily::Proportional, chain(REGULAR));
    fonts.families.insert(FontFamily::Monospace, chain(REGULAR));
    fonts.families.insert(strong(), chain(SEMI_BOLD));
    fonts
}
