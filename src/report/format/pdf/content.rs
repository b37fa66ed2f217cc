//! The content of a page, each piece drawn and marked with the part it belongs to.

use pdf_writer::types::{ArtifactAttachment, ArtifactSubtype, ArtifactType};
use pdf_writer::{Name, Str, TextStr};

use super::font::Fonts;
use crate::report::paper::letters::Glyph;
use crate::report::paper::lines::Line;
use crate::report::paper::sheet::{Colour, Drawn, Mark, Of};

/// The content of a page under construction.
pub(super) struct Content<'a> {
    content: pdf_writer::Content,
    fonts: &'a mut Fonts,
    height: f32,
    open: Option<Of>,
    colour: Option<Colour>,
    /// The part that each marked piece belongs to.
    parts: Vec<usize>,
}

impl<'a> Content<'a> {
    pub(super) fn new(height: f32, fonts: &'a mut Fonts) -> Self {
        let content = pdf_writer::Content::new();
        Self { content, fonts, height, open: None, colour: None, parts: Vec::new() }
    }

    /// The content, and the part that each marked piece belongs to.
    pub(super) fn finish(mut self) -> (Vec<u8>, Vec<usize>) {
        self.close();
        (self.content.finish().into_vec(), self.parts)
    }

    pub(super) fn draw(&mut self, mark: &Mark) {
        if self.open != Some(mark.of) {
            self.close();
            self.begin(mark.of);
        }
        match &mark.drawn {
            Drawn::Area(area, colour) => {
                self.fill(*colour);
                let y = self.height - area.y - area.height;
                self.content.rect(area.x, y, area.width, area.height);
                self.content.fill_nonzero();
            }
            Drawn::Words { x, y, size, colour, line, turned } => {
                self.fill(*colour);
                self.words(line, (*x, self.height - y), *size, *turned);
            }
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.content.end_marked_content();
        }
    }

    fn begin(&mut self, of: Of) {
        self.open = Some(of);
        if let Of::Part(part) = of {
            let number = i32::try_from(self.parts.len()).unwrap_or(i32::MAX);
            self.parts.push(part);
            let mut begun = self.content.begin_marked_content_with_properties(Name(b"Span"));
            begun.properties().identify(number);
            return;
        }
        let mut begun = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
        let mut artifact = begun.properties().artifact();
        match of {
            Of::Head => {
                artifact.kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Header);
                artifact.attached([ArtifactAttachment::Top]);
            }
            Of::Foot => {
                artifact.kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Footer);
                artifact.attached([ArtifactAttachment::Bottom]);
            }
            Of::Nothing | Of::Part(_) => {
                artifact.kind(ArtifactType::Layout);
            }
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
            self.content.set_fill_rgb(red, green, blue);
            self.colour = Some(colour);
        }
    }

    fn words(&mut self, line: &Line, (x, y): (f32, f32), size: f32, turned: bool) {
        self.content.begin_text();
        let matrix = if turned { [0.0, 1.0, -1.0, 0.0, x, y] } else { [1.0, 0.0, 0.0, 1.0, x, y] };
        self.content.set_text_matrix(matrix);
        let mut row =
            Row { font: None, at: 0.0, drawn: 0.0, lifted: 0.0, size, waiting: Vec::new() };
        for (begin, piece) in &line.pieces {
            row.at = *begin;
            for group in piece.glyphs.chunk_by(|a, b| a.words == b.words) {
                let Some(first) = group.first() else { continue };
                let words = piece.words.get(first.words.clone()).unwrap_or_default();
                self.group(&mut row, group, words);
            }
        }
        self.flush(&mut row);
        self.content.end_text();
    }

    /// Glyphs that together represent these words.
    fn group(&mut self, row: &mut Row, group: &[Glyph], words: &str) {
        let alone = group.len() == 1;
        let glyphs: Vec<_> = group
            .iter()
            .filter_map(|it| {
                let found = self.fonts.glyph(it.face, it.id, if alone { words } else { "" })?;
                Some((it, found))
            })
            .collect();
        let says_so = alone && glyphs.iter().all(|(_, (.., same))| *same);
        if !says_so {
            self.flush(row);
            let mut begun = self.content.begin_marked_content_with_properties(Name(b"Span"));
            begun.properties().actual_text(TextStr(words));
        }
        for (glyph, (id, width, _)) in glyphs {
            let (right, up) = glyph.offset;
            if row.font != Some(glyph.face) || (row.lifted - up).abs() > 0.0005 {
                self.flush(row);
                if row.font != Some(glyph.face) {
                    let name = self.fonts.name(glyph.face);
                    self.content.set_font(Name(name.as_bytes()), row.size);
                    row.font = Some(glyph.face);
                }
                if (row.lifted - up).abs() > 0.0005 {
                    self.content.set_rise(up * row.size);
                    row.lifted = up;
                }
            }
            // In thousandths of an em, to the left.
            let away = (row.drawn - row.at - right) * 1000.0;
            let away = if away.abs() > 0.5 { away } else { 0.0 };
            row.drawn += (width - away) / 1000.0;
            row.waiting.push((away, id));
            row.at += glyph.advance;
        }
        if !says_so {
            self.flush(row);
            self.content.end_marked_content();
        }
    }

    fn flush(&mut self, row: &mut Row) {
        if row.waiting.is_empty() {
            return;
        }
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut bytes = Vec::new();
        for (away, id) in row.waiting.drain(..) {
            if away != 0.0 {
                if !bytes.is_empty() {
                    items.show(Str(&bytes));
                    bytes.clear();
                }
                items.adjust((away * 10.0).round() / 10.0);
            }
            bytes.extend(id.to_be_bytes());
        }
        items.show(Str(&bytes));
    }
}

/// A line being shown. Lengths are in ems.
struct Row {
    font: Option<usize>,
    /// Where the next glyph should be.
    at: f32,
    /// Where it would be drawn without a correction.
    drawn: f32,
    /// How far the last one was raised.
    lifted: f32,
    size: f32,
    /// Glyphs, each with how far it is moved back.
    waiting: Vec<(f32, u16)>,
}
