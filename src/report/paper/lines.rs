//! Breaks words into lines by the rules of Unicode; a word that is too long for a line is cut.

use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;

use super::letters::{Letters, Shaped, Weight, shape};
use crate::exchange::plain;

/// A line: its pieces, each with its distance from the start. Lengths are in ems.
#[derive(Clone, Debug, Default)]
pub(in crate::report) struct Line {
    pub(in crate::report) pieces: Vec<(f32, Rc<Shaped>)>,
    /// Without the space at its end.
    pub(in crate::report) width: f32,
}

/// Where words may be broken; the sign −− stays one.
fn breaks(words: &str) -> impl Iterator<Item = usize> {
    let within = |end: usize| {
        let (before, after) = words.split_at_checked(end).unwrap_or_default();
        before.ends_with('−') && after.starts_with(['−', ':'])
    };
    linebreaks(words).map(|(end, _)| end).filter(move |end| !within(*end))
}

impl Letters {
    /// The lines of words at this width, in ems; their own line breaks are kept.
    pub(in crate::report) fn lines(&self, words: &str, weight: Weight, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        for paragraph in words.lines() {
            let paragraph = plain(&paragraph.replace('\t', " "));
            self.paragraph(&paragraph, weight, width, &mut lines);
        }
        lines
    }

    /// The width of the longest piece that is not broken, and of the longest line, in ems.
    pub(in crate::report) fn measure(&self, words: &str, weight: Weight) -> (f32, f32) {
        let (mut piece, mut longest) = (0.0_f32, 0.0_f32);
        for paragraph in words.lines() {
            let (mut begin, mut line) = (0, 0.0);
            let paragraph = plain(&paragraph.replace('\t', " "));
            for end in breaks(&paragraph) {
                let shaped = self.shape(paragraph.get(begin..end).unwrap_or_default(), weight);
                piece = piece.max(shaped.width - shaped.space);
                longest = longest.max(line + shaped.width - shaped.space);
                line += shaped.width;
                begin = end;
            }
        }
        (piece, longest)
    }

    fn paragraph(&self, words: &str, weight: Weight, width: f32, lines: &mut Vec<Line>) {
        let mut line = Line::default();
        let (mut begin, mut filled) = (0, 0.0_f32);
        // The range of each line in the words, used to order text read from right to left.
        let mut places = vec![0];
        let first = lines.len();
        for end in breaks(words) {
            let mut rest = begin..end;
            while let Some(piece) = words.get(rest.clone()).filter(|it| !it.is_empty()) {
                let shaped = self.shape(piece, weight);
                let bare = shaped.width - shaped.space;
                if filled + bare <= width + 0.001 {
                    line.width = filled + bare;
                    line.pieces.push((filled, Rc::clone(&shaped)));
                    filled += shaped.width;
                    break;
                }
                if !line.pieces.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    places.push(rest.start);
                    filled = 0.0;
                    continue;
                }
                let cut = rest.start + cut(&shaped, width);
                let piece = self.shape(words.get(rest.start..cut).unwrap_or_default(), weight);
                lines.push(Line { width: piece.width, pieces: vec![(0.0, piece)] });
                places.push(cut);
                rest.start = cut;
            }
            begin = end;
        }
        lines.push(line);
        places.push(words.len());
        if words.chars().any(is_leftwards) {
            let bidi = BidiInfo::new(words, None);
            for (line, place) in lines.iter_mut().skip(first).zip(places.windows(2)) {
                if let ([begin, end], Some(paragraph)) = (place, bidi.paragraphs.first()) {
                    *line = in_order(&bidi, paragraph, *begin..*end, weight);
                }
            }
        }
    }
}

/// A line in visual order.
fn in_order(
    bidi: &BidiInfo<'_>,
    paragraph: &unicode_bidi::ParagraphInfo,
    place: std::ops::Range<usize>,
    weight: Weight,
) -> Line {
    let mut line = Line::default();
    if place.is_empty() {
        return line;
    }
    let (levels, runs) = bidi.visual_runs(paragraph, place);
    for run in runs {
        let leftwards = levels.get(run.start).is_some_and(Level::is_rtl);
        let words = bidi.text.get(run).unwrap_or_default();
        let shaped = Rc::new(shape(words, weight, leftwards));
        line.pieces.push((line.width, Rc::clone(&shaped)));
        line.width += shaped.width;
    }
    line
}

/// Where to cut a word so that the first part has this width; never before its first letter.
fn cut(shaped: &Shaped, width: f32) -> usize {
    let mut glyphs: Vec<_> = shaped.glyphs.iter().collect();
    glyphs.sort_by_key(|glyph| glyph.words.start);
    let mut filled = 0.0;
    for glyph in &glyphs {
        if filled + glyph.advance > width && glyph.words.start > 0 {
            return glyph.words.start;
        }
        filled += glyph.advance;
    }
    shaped.words.len()
}

/// Whether a letter is read from right to left.
fn is_leftwards(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &Line) -> String {
        line.pieces.iter().map(|(_, it)| it.words.as_str()).collect()
    }

    #[test]
    fn words_are_broken_between_words_and_long_ones_are_cut() {
        let letters = Letters::default();
        let words = "Vertrouwenwekkende maatregelen in de cyberruimte\n\nA/RES/73/27 en verder";
        for width in [3.0, 8.0, 40.0] {
            let lines = letters.lines(words, Weight::Regular, width);
            assert!(lines.iter().all(|line| line.width <= width + 0.01), "{width}");
            let all: String = lines.iter().map(read).collect();
            assert_eq!(all, words.replace('\n', ""));
        }
        let lines = letters.lines(words, Weight::Regular, 40.0);
        let all: Vec<_> = lines.iter().map(read).collect();
        assert_eq!(all, words.lines().collect::<Vec<_>>());
        assert!(letters.lines("", Weight::Regular, 10.0).is_empty());
    }

    #[test]
    fn a_sign_is_not_broken_from_itself_or_its_count() {
        let letters = Letters::default();
        for width in [4.0, 5.0, 6.0, 8.0] {
            let lines = letters.lines("+:78  0:29  −−:7  ?:7", Weight::Regular, width);
            let all: Vec<_> = lines.iter().map(read).collect();
            assert!(all.iter().any(|line| line.contains("−−:7")), "{width}: {all:?}");
        }
    }

    #[test]
    fn what_is_read_from_right_to_left_stands_in_that_order() {
        let letters = Letters::default();
        let words = "x שלום עולם y";
        let lines = letters.lines(words, Weight::Regular, 40.0);
        assert_eq!(lines.len(), 1);
        let middle = &lines[0].pieces[1].1;
        let first = middle.glyphs.first().map(|it| it.words.start);
        assert!(first > middle.glyphs.last().map(|it| it.words.start), "{middle:?}");
    }
}
