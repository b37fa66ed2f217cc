//! Icons, drawn as glyphs of a bundled font (Lucide, ISC licence).
//!
//! `assets/fonts/icons.json` holds the same list; `assets/fonts/build.py` builds the font from it.

use egui::{Color32, Painter, Pos2, RichText};

use super::theme::Theme;

macro_rules! icons {
    ($($icon:ident = $name:literal $code:literal,)+) => {
        /// An icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum Icon { $($icon,)+ }

        impl Icon {
            /// All icons with their names in the font.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$icon, $name),)+];

            /// The glyph's character.
            fn glyph(self) -> char {
                match self { $(Self::$icon => $code,)+ }
            }
        }
    };
}

icons! {
    Matrix = "grid-3x3" '\u{e0e9}',
    Proposals = "file-text" '\u{e0cc}',
    Parties = "flag" '\u{e0d1}',
    Groups = "users" '\u{e1a4}',
    Obstacles = "shield-alert" '\u{e1fe}',
    RollCalls = "vote" '\u{e3ad}',
    Sources = "bookmark" '\u{e060}',
    Library = "book-open" '\u{e05f}',
    History = "history" '\u{e1f5}',
    Remedies = "list-checks" '\u{e1d0}',
    Engagement = "handshake" '\u{e5c0}',
    Phone = "phone" '\u{e133}',
    Rising = "trending-up" '\u{e191}',
    Falling = "trending-down" '\u{e190}',
    Comment = "message-square" '\u{e117}',
    Search = "search" '\u{e151}',
    Add = "plus" '\u{e13d}',
    Delete = "trash-2" '\u{e18e}',
    Edit = "pencil" '\u{e1f9}',
    Close = "x" '\u{e1b2}',
    Check = "check" '\u{e06c}',
    Down = "chevron-down" '\u{e06d}',
    Right = "chevron-right" '\u{e06f}',
    Up = "chevron-up" '\u{e070}',
    Left = "chevron-left" '\u{e06e}',
    FarLeft = "chevrons-left" '\u{e072}',
    FarRight = "chevrons-right" '\u{e073}',
    Undo = "undo-2" '\u{e2a1}',
    Redo = "redo-2" '\u{e2a0}',
    New = "file-plus-2" '\u{e0ca}',
    Open = "folder-open" '\u{e247}',
    Copy = "copy" '\u{e09e}',
    Import = "download" '\u{e0b2}',
    Settings = "settings" '\u{e154}',
    Info = "info" '\u{e0f9}',
    Warning = "triangle-alert" '\u{e193}',
    Error = "circle-alert" '\u{e077}',
    Good = "circle-check" '\u{e226}',
    Lock = "lock" '\u{e10b}',
    Monitor = "monitor" '\u{e11d}',
    Sun = "sun" '\u{e178}',
    Moon = "moon" '\u{e11e}',
    Multistakeholder = "circle" '\u{e076}',
    Swing = "square" '\u{e167}',
    StateOriented = "triangle" '\u{e192}',
    Unassigned = "circle-dashed" '\u{e4b0}',
    Sort = "arrow-up-down" '\u{e37d}',
    Transpose = "arrow-left-right" '\u{e24a}',
    Calendar = "calendar" '\u{e063}',
    Link = "external-link" '\u{e0b9}',
    Inspector = "panel-right" '\u{e431}',
    Language = "languages" '\u{e0fe}',
    Filter = "list-filter" '\u{e460}',
    Hourglass = "hourglass" '\u{e296}',
    Keyboard = "keyboard" '\u{e284}',
    More = "ellipsis" '\u{e0b6}',
}

impl Icon {
    /// The icon as text, at the size of a control.
    pub fn text(self, theme: &Theme) -> RichText {
        RichText::new(self.glyph()).size(theme.sizes.shape.icon)
    }

    /// Draws the icon around a point.
    pub fn paint(self, painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
        let font = egui::FontId::proportional(size);
        painter.text(centre, egui::Align2::CENTER_CENTER, self.glyph(), font, colour);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_font_holds_exactly_the_icons_of_this_list() {
        let listed: BTreeMap<String, String> =
            serde_json::from_str(include_str!("../../assets/fonts/icons.json")).unwrap();
        let ours: BTreeMap<String, String> = Icon::ALL
            .iter()
            .map(|(icon, name)| ((*name).to_owned(), format!("{:04X}", icon.glyph() as u32)))
            .collect();
        assert_eq!(ours, listed);
    }
}
