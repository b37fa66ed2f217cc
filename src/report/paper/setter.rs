//! Lays out passages on sheets, from top to bottom.

use std::rc::Rc;

use super::fit::{Tile, tiles, whole};
use super::letters::{Letters, Weight};
use super::lines::Line;
use super::sheet::{Area, Colour, Drawn, Kind, Mark, Of, Part, Sheet, Sheets};
use crate::report::ink::ink;
use crate::report::manuscript::{Grid, Manuscript, Passage};
use crate::text::{Text, msg};

/// How words are laid out. Lengths are in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) leading: f32,
    pub(super) weight: Weight,
    /// The space above, except at the top of a sheet.
    pub(super) before: f32,
    /// The space below.
    pub(super) after: f32,
}

const fn style(size: f32, leading: f32, weight: Weight, before: f32, after: f32) -> Style {
    Style { size, leading, weight, before, after }
}

const TITLE: Style = style(20.0, 25.0, Weight::Bold, 0.0, 2.0);
const ABOUT: Style = style(12.0, 16.0, Weight::Regular, 0.0, 12.0);
const SENTENCE: Style = style(10.5, 15.0, Weight::Regular, 0.0, 6.0);
const HEADING: Style = style(13.5, 17.5, Weight::Bold, 14.0, 5.0);
const PART: Style = style(15.0, 19.0, Weight::Bold, 18.0, 6.0);
const WITHIN: Style = style(12.0, 16.0, Weight::Bold, 12.0, 4.0);
const NOTE: Style = style(9.0, 12.5, Weight::Regular, 0.0, 2.0);
/// In the cells of a table.
pub(super) const TABLE: Style = style(9.0, 12.0, Weight::Regular, 0.0, 12.0);
/// Above and below every sheet.
pub(super) const RUNNING: Style = style(9.0, 13.0, Weight::Bold, 0.0, 0.0);

/// Left, right and below the text of a sheet.
pub(super) const MARGIN: f32 = 48.0;

/// From the edge of a sheet to the marking.
pub(super) const EDGE: f32 = 20.0;

/// The indent of a note.
const INDENT: f32 = 20.0;

/// A paragraph of up to this many lines is kept together.
const TOGETHER: usize = 4;

/// The white of paper.
pub(super) const PAPER: Colour = [255, 255, 255];

/// A colour of six hexadecimal digits.
pub(super) fn colour(digits: &str) -> Colour {
    let part = |at: usize| {
        digits.get(at..at + 2).and_then(|it| u8::from_str_radix(it, 16).ok()).unwrap_or_default()
    };
    [part(0), part(2), part(4)]
}

/// Sets a page.
pub(super) struct Setter<'a> {
    pub(super) text: Text,
    pub(super) letters: &'a Letters,
    pub(super) sheets: Sheets,
    width: f32,
    /// Infinite for a single sheet of free height.
    height: f32,
    /// The marking, in lines that fit the sheet.
    pub(super) marking: Vec<Rc<Line>>,
    /// How far down the sheet is filled.
    pub(super) y: f32,
    /// The part for the marking on the first sheet.
    pub(super) marked: usize,
    /// The share of the usual space between passages.
    gaps: f32,
}

/// A passage, ready to be placed.
enum Ready<'a, 'b> {
    Lines(Style, Colour, Kind, Vec<Rc<Line>>),
    /// The parts of a table, and how many side-by-side strips its rows are divided into.
    Grid(&'a Grid<'b>, Vec<Tile>, usize),
    Note(Rc<Line>, Vec<Rc<Line>>),
}

impl<'a> Setter<'a> {
    pub(super) fn new(
        text: Text,
        letters: &'a Letters,
        manuscript: &Manuscript<'_>,
        (width, height): (f32, f32),
        gaps: f32,
    ) -> Self {
        let room = (width - 2.0 * MARGIN) / RUNNING.size - 2.0;
        let marking = letters.lines(&manuscript.marking, Weight::Bold, room);
        let sheets = Sheets {
            marking: manuscript.marking.clone(),
            title: manuscript.title.clone(),
            ..Sheets::default()
        };
        let marking = marking.into_iter().map(Rc::new).collect();
        let (y, marked) = (0.0, 0);
        let mut made = Self { text, letters, sheets, width, height, marking, y, marked, gaps };
        made.marked = made.part(Kind::Paragraph, None);
        made.turn();
        made
    }

    pub(super) fn set<'b>(&mut self, manuscript: &'b Manuscript<'b>) {
        let mut ready: Vec<Ready<'b, 'b>> =
            manuscript.passages.iter().map(|it| self.ready(it)).collect();
        if !manuscript.notes.is_empty() {
            ready.push(self.heading(self.text.get(msg!("subject-sources")), HEADING, 2));
            for (place, note) in manuscript.notes.iter().enumerate() {
                let number = self.lines(&format!("{}", place + 1), NOTE, INDENT);
                let lines = self.lines(note, NOTE, self.measure() - INDENT);
                if let Some(number) = number.into_iter().next() {
                    ready.push(Ready::Note(number, lines));
                }
            }
        }
        // The part of each is known once it is placed, in reading order.
        let mut rest = ready.into_iter().peekable();
        let mut waiting: Vec<Ready<'b, 'b>> = Vec::new();
        while let Some(next) = rest.next() {
            if matches!(&next, Ready::Lines(style, ..) if keeps_with_next(*style))
                && rest.peek().is_some()
            {
                waiting.push(next);
                continue;
            }
            let heads: f32 = waiting.iter().map(|it| self.height_of(it)).sum();
            // A part begins a sheet, unless only a title is above it; a picture has only one sheet.
            let begins =
                |it: &Ready<'_, '_>| matches!(it, Ready::Lines(style, ..) if *style == PART);
            let begins = waiting.iter().any(begins) && self.height.is_finite();
            let full = heads + self.begin_of(&next) > self.room();
            if full || (begins && self.y > self.top() + 120.0) {
                self.turn();
            }
            for head in std::mem::take(&mut waiting) {
                self.place(head);
            }
            self.place(next);
        }
    }

    /// Leaves the space below something.
    pub(super) fn leave(&mut self, after: f32) {
        self.y += after * self.gaps;
    }

    /// The width between the margins.
    pub(super) fn measure(&self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// The height left on the sheet.
    pub(super) fn room(&self) -> f32 {
        self.bottom() - self.y
    }

    /// The height between the margins.
    pub(super) fn whole(&self) -> f32 {
        self.bottom() - self.top()
    }

    fn bottom(&self) -> f32 {
        self.height - EDGE - self.band() - 14.0
    }

    fn top(&self) -> f32 {
        EDGE + self.band() + 18.0
    }

    /// The height of the marking.
    pub(super) fn band(&self) -> f32 {
        self.marking.len().max(1) as f32 * RUNNING.leading + 4.0
    }

    /// Begins a sheet.
    pub(super) fn turn(&mut self) {
        let (width, height) = (self.width, self.height);
        self.sheets.sheets.push(Sheet { width, height, marks: Vec::new() });
        self.y = self.top();
    }

    /// Adds a part in reading order.
    pub(super) fn part(&mut self, kind: Kind, within: Option<usize>) -> usize {
        self.sheets.parts.push(Part { kind, within });
        self.sheets.parts.len() - 1
    }

    pub(super) fn draw(&mut self, of: Of, drawn: Drawn) {
        if let Some(sheet) = self.sheets.sheets.last_mut() {
            sheet.marks.push(Mark { drawn, of });
        }
    }

    pub(super) fn area(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), colour: Colour) {
        self.draw(Of::Nothing, Drawn::Area(Area { x, y, width, height }, colour));
    }

    /// Draws a line of words in a row that begins at `y`.
    pub(super) fn words(
        &mut self,
        of: Of,
        line: &Rc<Line>,
        (x, y): (f32, f32),
        style: Style,
        colour: Colour,
    ) {
        let y = y + baseline(style);
        let line = Rc::clone(line);
        self.draw(of, Drawn::Words { x, y, size: style.size, colour, line, turned: false });
    }

    pub(super) fn lines(&self, words: &str, style: Style, width: f32) -> Vec<Rc<Line>> {
        let lines = self.letters.lines(words, style.weight, width / style.size);
        lines.into_iter().map(Rc::new).collect()
    }

    fn ready<'b>(&self, passage: &'b Passage<'b>) -> Ready<'b, 'b> {
        let (text, muted) = (colour(&ink().ink), colour(&ink().muted));
        let lines = |words: &str, style: Style| self.lines(words, style, self.measure());
        match passage {
            Passage::Title(words) => {
                Ready::Lines(TITLE, text, Kind::Heading(1, words.clone()), lines(words, TITLE))
            }
            Passage::About(words) => {
                Ready::Lines(ABOUT, muted, Kind::Paragraph, lines(words, ABOUT))
            }
            Passage::Sentence(words) => {
                Ready::Lines(SENTENCE, text, Kind::Paragraph, lines(words, SENTENCE))
            }
            Passage::Part(words) => self.heading(words, PART, 2),
            Passage::Heading(words, false) => self.heading(words, HEADING, 2),
            Passage::Heading(words, true) => self.heading(words, WITHIN, 3),
            Passage::Grid(grid) if self.height.is_finite() => {
                Ready::Grid(grid, tiles(grid, self.letters, self.measure()), 1)
            }
            Passage::Grid(grid) => {
                let (tiles, strips) = whole(grid, self.letters, self.measure());
                Ready::Grid(grid, tiles, strips)
            }
        }
    }

    fn heading<'b>(&self, words: &str, style: Style, level: u16) -> Ready<'b, 'b> {
        let lines = self.lines(words, style, self.measure());
        Ready::Lines(style, colour(&ink().ink), Kind::Heading(level, words.to_owned()), lines)
    }

    fn height_of(&self, ready: &Ready<'_, '_>) -> f32 {
        match ready {
            Ready::Lines(style, _, _, lines) => {
                let gaps = (style.before + style.after) * self.gaps;
                lines.len() as f32 * style.leading + gaps
            }
            Ready::Note(_, lines) => lines.len() as f32 * NOTE.leading + NOTE.after,
            Ready::Grid(grid, tiles, _) => self.begin_of_table(grid, tiles.first()),
        }
    }

    /// The height of what must stay together with what is above it.
    fn begin_of(&self, ready: &Ready<'_, '_>) -> f32 {
        match ready {
            Ready::Lines(style, _, _, lines) => {
                let together = if lines.len() <= TOGETHER { lines.len() } else { 2 };
                style.before * self.gaps + together as f32 * style.leading
            }
            Ready::Note(..) => self.height_of(ready).min(self.whole() / 2.0),
            Ready::Grid(grid, tiles, _) => self.begin_of_table(grid, tiles.first()),
        }
    }

    fn place(&mut self, ready: Ready<'_, '_>) {
        match ready {
            Ready::Lines(style, colour, kind, lines) => {
                let part = self.part(kind, None);
                if self.y > self.top() + 0.5 {
                    self.y += style.before * self.gaps;
                }
                self.column(&lines, MARGIN, style, colour, Of::Part(part));
                self.y += style.after * self.gaps;
            }
            Ready::Note(number, lines) => {
                let note = self.part(Kind::Note, None);
                let label = self.part(Kind::Label, Some(note));
                let words = self.part(Kind::Paragraph, Some(note));
                let ink = colour(&ink().ink);
                if self.room() < NOTE.leading {
                    self.turn();
                }
                self.words(Of::Part(label), &number, (MARGIN, self.y), NOTE, ink);
                self.column(&lines, MARGIN + INDENT, NOTE, ink, Of::Part(words));
                self.y += NOTE.after;
            }
            Ready::Grid(grid, tiles, strips) => {
                tiles.iter().for_each(|tile| self.table(grid, tile, strips));
            }
        }
    }

    /// Lays out lines below each other, continuing on the next sheet when this one is full; no line
    /// of a paragraph is left alone on a sheet.
    fn column(&mut self, lines: &[Rc<Line>], x: f32, style: Style, colour: Colour, of: Of) {
        for (place, line) in lines.iter().enumerate() {
            let left = lines.len() - place;
            let wanted = if left == 2 && lines.len() > TOGETHER { 2.0 } else { 1.0 };
            if self.room() < style.leading * wanted {
                self.turn();
            }
            self.words(of, line, (x, self.y), style, colour);
            self.y += style.leading;
        }
    }
}

/// Whether a passage in this style is a heading of what follows.
fn keeps_with_next(style: Style) -> bool {
    style.weight == Weight::Bold
}

/// The distance from the top of a row to the baseline of its letters, such that capitals are
/// centred in it.
pub(super) fn baseline(style: Style) -> f32 {
    style.leading / 2.0 + style.size * 0.36
}
