//! The bundled fonts, for the screen and for paper; `assets/fonts/build.py` says how they were made.

/// A font: the name of its file, and the file.
pub(crate) type FontFile = (&'static str, &'static [u8]);

macro_rules! font {
    ($file:literal) => {
        ($file, include_bytes!(concat!("../../assets/fonts/", $file)).as_slice())
    };
}

/// For text.
pub(crate) const REGULAR: FontFile = font!("Inter-Regular.otf");

/// For emphasis.
pub(crate) const SEMI_BOLD: FontFile = font!("Inter-SemiBold.otf");

/// For scripts, symbols and emoji that Inter lacks. Chinese, Japanese and Korean are not among them.
pub(crate) const SCRIPTS: [FontFile; 6] = [
    font!("NotoSans.ttf"),
    font!("NotoSansArmenian.ttf"),
    font!("NotoSansGeorgian.ttf"),
    font!("NotoSansHebrew.ttf"),
    font!("NotoSansArabic.ttf"),
    font!("NotoEmoji.ttf"),
];

/// The icons of the window.
pub(crate) const ICONS: FontFile = font!("Lucide.ttf");
