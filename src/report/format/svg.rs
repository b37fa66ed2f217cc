//! A page as a picture that can be enlarged: letters as outlines, so that it looks the same in
//! Word, Inkscape and a browser whatever fonts they have. Each outline is stored once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use skrifa::outline::OutlinePen;

use crate::exchange::{plain, xml};
use crate::model::Keyed as _;
use crate::report::page::Page;
use crate::report::paper::sheet::{Area, Drawn, Sheets};
use crate::report::paper::{Medium, faces, set};

pub(in crate::report) fn write(page: &Page<'_>) -> String {
    let sheets = set(page, Medium::Picture);
    let (mut body, mut used) = (String::new(), BTreeMap::new());
    let (mut width, mut height) = (0.0_f32, 0.0_f32);
    for sheet in &sheets.sheets {
        (width, height) = (width.max(sheet.width), height.max(sheet.height));
        for mark in &sheet.marks {
            draw(&mark.drawn, &mut body, &mut used);
        }
    }
    let mut svg = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}\" height=\"{1}\" \
         viewBox=\"0 0 {0} {1}\" role=\"img\" xml:lang=\"{2}\" aria-labelledby=\"t d\">\n",
        number(width),
        number(height),
        page.text.language().key(),
    );
    let (title, about) = names(&sheets);
    let _ = write!(
        svg,
        "<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n<defs>\n",
        xml(&plain(&title)),
        xml(&plain(&about))
    );
    for ((face, glyph), name) in &used {
        let mut pen = Pen { path: String::new() };
        if let Some(face) = faces().get(*face) {
            face.draw(*glyph, &mut pen);
        }
        let _ = writeln!(svg, "<path id=\"{name}\" d=\"{}\"/>", pen.path.trim_end());
    }
    let _ = writeln!(
        svg,
        "</defs>\n<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>",
        number(width),
        number(height)
    );
    svg + &body + "</svg>\n"
}

/// The title and the description of the picture.
fn names(sheets: &Sheets) -> (String, String) {
    let Sheets { marking, title, about, .. } = sheets;
    (format!("{marking} · {title}"), format!("{marking} · {about} · {title}"))
}

/// Draws one thing and records which letters are used.
fn draw(drawn: &Drawn, body: &mut String, used: &mut BTreeMap<(usize, u32), String>) {
    match drawn {
        Drawn::Area(Area { x, y, width, height }, [red, green, blue]) => {
            let _ = writeln!(
                body,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" \
                 fill=\"#{red:02x}{green:02x}{blue:02x}\"/>",
                number(*x),
                number(*y),
                number(*width),
                number(*height)
            );
        }
        Drawn::Words { x, y, size, colour: [red, green, blue], line, turned } => {
            let turn = if *turned { " rotate(-90)" } else { "" };
            let mut units = 0.0;
            let mut open = false;
            for (begin, piece) in &line.pieces {
                let mut at = *begin;
                for glyph in &piece.glyphs {
                    let Some(face) = faces().get(glyph.face) else { continue };
                    if face.units != units || !open {
                        if open {
                            body.push_str("</g>\n");
                        }
                        (units, open) = (face.units, true);
                        let scale = size / units;
                        let _ = write!(
                            body,
                            "<g transform=\"translate({} {}){turn} scale({scale} -{scale})\" \
                             fill=\"#{red:02x}{green:02x}{blue:02x}\">",
                            number(*x),
                            number(*y)
                        );
                    }
                    let (right, up) = glyph.offset;
                    if !piece.words.get(glyph.words.clone()).is_some_and(|it| it.trim().is_empty())
                    {
                        let name = format!("g{}-{}", glyph.face, glyph.id);
                        let _ = write!(body, "<use xlink:href=\"#{name}\"");
                        let (x, y) = (((at + right) * units).round(), (up * units).round());
                        if x != 0.0 {
                            let _ = write!(body, " x=\"{x}\"");
                        }
                        if y != 0.0 {
                            let _ = write!(body, " y=\"{y}\"");
                        }
                        body.push_str("/>");
                        used.entry((glyph.face, glyph.id)).or_insert(name);
                    }
                    at += glyph.advance;
                }
            }
            if open {
                body.push_str("</g>\n");
            }
        }
    }
}

/// A length rounded to a hundredth.
fn number(length: f32) -> String {
    let words = format!("{length:.2}");
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Writes an outline in the units of its font.
struct Pen {
    path: String,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.path, "M{x} {y}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.path, "L{x} {y}");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.path, "Q{x1} {y1} {x} {y}");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.path, "C{x1} {y1} {x2} {y2} {x} {y}");
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
