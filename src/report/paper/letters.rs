//! Letters: the font of each, their shaping, and their widths.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::GlyphId;
use skrifa::{MetadataProvider as _, charmap::Charmap};

use crate::text::fonts::{FontFile, REGULAR, SCRIPTS, SEMI_BOLD};

/// A font.
pub(in crate::report) struct Face {
    /// Its name.
    pub(in crate::report) name: &'static str,
    /// Its file.
    pub(in crate::report) data: &'static [u8],
    font: FontRef<'static>,
    shaper: ShaperData,
    letters: Charmap<'static>,
    /// The size of an em, in the units of the font.
    pub(in crate::report) units: f32,
}

impl Face {
    fn of((file, data): FontFile) -> Option<Self> {
        let name = file.split('.').next().unwrap_or(file);
        let font = FontRef::new(data).ok()?;
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let (shaper, letters) = (ShaperData::new(&font), font.charmap());
        Some(Self { name, data, font, shaper, letters, units: f32::from(units) })
    }

    fn has(&self, letter: char) -> bool {
        self.letters.map(letter).is_some()
    }

    /// Draws the outline of a glyph in the units of the font, upwards from its baseline.
    pub(in crate::report) fn draw(&self, glyph: u32, pen: &mut impl OutlinePen) {
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            // A glyph of our own fonts that cannot be drawn is left blank.
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            let _ = outline.draw(settings, pen);
        }
    }
}

/// The fonts: for text, for emphasis, then for the characters that both lack.
pub(in crate::report) fn faces() -> &'static [Face] {
    static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
        let all = [REGULAR, SEMI_BOLD].into_iter().chain(SCRIPTS);
        all.filter_map(Face::of).collect()
    });
    &FACES
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Weight {
    /// As in a text.
    Regular,
    /// Emphasised.
    Bold,
}

/// A letter as drawn, or several as one. Lengths are in ems.
#[derive(Clone, Debug)]
pub(in crate::report) struct Glyph {
    /// Its place among the fonts.
    pub(in crate::report) face: usize,
    /// Its number in the font.
    pub(in crate::report) id: u32,
    /// The distance to the next one.
    pub(in crate::report) advance: f32,
    /// Its offset to the right of its position, and above it.
    pub(in crate::report) offset: (f32, f32),
    /// The text it represents, in bytes.
    pub(in crate::report) words: Range<usize>,
}

/// Words without a break, shaped.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Shaped {
    pub(in crate::report) words: String,
    /// From left to right.
    pub(in crate::report) glyphs: Vec<Glyph>,
    /// In ems.
    pub(in crate::report) width: f32,
    /// How much of that is the space at its end.
    pub(in crate::report) space: f32,
}

/// The replacement for a letter that no font has.
const UNKNOWN: char = '\u{fffd}';

/// Shapes words, each once.
#[derive(Default)]
pub(in crate::report) struct Letters {
    shaped: [RefCell<FxHashMap<Box<str>, Rc<Shaped>>>; 2],
}

impl Letters {
    /// Shapes words that are read in one direction.
    pub(in crate::report) fn shape(&self, words: &str, weight: Weight) -> Rc<Shaped> {
        let [regular, bold] = &self.shaped;
        let known = if weight == Weight::Bold { bold } else { regular };
        if let Some(shaped) = known.borrow().get(words) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(shape(words, weight, false));
        known.borrow_mut().insert(words.into(), Rc::clone(&shaped));
        shaped
    }
}

/// Shapes words, from right to left if `leftwards` or if their script is.
pub(super) fn shape(words: &str, weight: Weight, leftwards: bool) -> Shaped {
    let mut spans = spans(words, weight);
    if leftwards {
        spans.reverse();
    }
    let mut shaped = Shaped { words: words.to_owned(), ..Shaped::default() };
    for (face, letters) in spans {
        let Some(font) = faces().get(face) else { continue };
        let mut buffer = UnicodeBuffer::new();
        letters.iter().for_each(|(at, letter)| buffer.add(*letter, *at));
        buffer.guess_segment_properties();
        if leftwards {
            buffer.set_direction(Direction::RightToLeft);
        }
        let shaper = font.shaper.shaper(&font.font).build();
        let done = shaper.shape(buffer, ShapeOptions::new());
        // The text of a glyph ends where that of the next one begins in reading order.
        let mut begins: Vec<usize> =
            done.glyph_infos().iter().map(|it| it.cluster as usize).collect();
        begins.sort_unstable();
        begins.dedup();
        let ends = letters.last().map_or(0, |(at, letter)| {
            let at = *at as usize;
            let real = words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(*letter);
            at + real.len_utf8()
        });
        for (info, place) in done.glyph_infos().iter().zip(done.glyph_positions()) {
            let begin = info.cluster as usize;
            let next = begins.partition_point(|it| *it <= begin);
            let end = begins.get(next).copied().unwrap_or(ends);
            let em = |units: i32| units as f32 / font.units;
            let advance = em(place.x_advance);
            shaped.width += advance;
            shaped.glyphs.push(Glyph {
                face,
                id: info.glyph_id,
                advance,
                offset: (em(place.x_offset), em(place.y_offset)),
                words: begin..end,
            });
        }
    }
    let text = words.trim_end_matches(' ').len();
    let spaces = shaped.glyphs.iter().filter(|glyph| glyph.words.start >= text);
    shaped.space = spaces.map(|glyph| glyph.advance).sum();
    shaped
}

/// The words by font: the letters, each with its position in bytes. A letter that no font has is
/// replaced.
fn spans(words: &str, weight: Weight) -> Vec<(usize, Vec<(u32, char)>)> {
    let first = usize::from(weight == Weight::Bold);
    let chain = || [first].into_iter().chain(2..faces().len());
    let mut spans: Vec<(usize, Vec<(u32, char)>)> = Vec::new();
    for (at, letter) in words.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let has = |face: usize| faces().get(face).is_some_and(|it| it.has(letter));
        // Accents and points stay with their letter.
        let same =
            spans.last().map(|(face, _)| *face).filter(|face| !letter.is_ascii() && has(*face));
        let found = same.or_else(|| chain().find(|face| has(*face)));
        let (face, letter) = match found {
            Some(face) => (face, letter),
            None if is_invisible(letter) => continue,
            None => (
                chain()
                    .find(|it| faces().get(*it).is_some_and(|it| it.has(UNKNOWN)))
                    .unwrap_or(first),
                UNKNOWN,
            ),
        };
        match spans.last_mut().filter(|(last, _)| *last == face) {
            Some((_, letters)) => letters.push((at, letter)),
            None => spans.push((face, vec![(at, letter)])),
        }
    }
    spans
}

/// Whether a character only affects how others are drawn.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_drawn_by_a_font_that_has_it_and_keeps_its_place() {
        let letters = Letters::default();
        let words = "Ⅳ cyberruimte – доверие Հայ ქარ 信 é\u{301}";
        let shaped = letters.shape(words, Weight::Regular);
        assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0));
        let mut places: Vec<_> = shaped.glyphs.iter().map(|glyph| glyph.words.clone()).collect();
        places.sort_by_key(|it| it.start);
        for place in places {
            assert!(words.get(place.clone()).is_some_and(|it| !it.is_empty()), "{place:?}");
        }
        let regular = letters.shape("beide", Weight::Regular).width;
        assert!(letters.shape("beide", Weight::Bold).width > regular);
        let space = letters.shape("woord  ", Weight::Regular);
        assert!(
            (space.width - space.space - letters.shape("woord", Weight::Regular).width).abs()
                < 0.01
        );
    }
}
