//! A page as a picture for a slide, drawn by the library that draws letters on the screen.

use rustc_hash::FxHashMap;
use skrifa::outline::OutlinePen;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Rect};
use vello_cpu::{Pixmap, RenderContext, Resources};

use crate::report::Unfit;
use crate::report::page::Page;
use crate::report::paper::sheet::{Area, Colour, Drawn, Mark, Sheet, Sheets};
use crate::report::paper::{Medium, SLIDE, faces, set};

/// A picture up to this many times as high as a slide is padded with white to the shape of a slide,
/// so that it is pasted at that size. A higher one stays as it is.
const SHAPED: f32 = 2.0;

/// The fewest and the most pixels per point, so that small letters are legible and a few words do
/// not fill the picture.
const SCALE: std::ops::RangeInclusive<f32> = 1.2..=2.6;

/// The longest side of a picture, in pixels.
const LONGEST: f32 = 16_000.0;

/// The most pixels in a picture.
const MOST_PIXELS: f32 = 60_000_000.0;

/// A picture as pixels, row by row from the top: red, green and blue.
#[derive(Clone, Debug)]
pub struct Picture {
    /// In pixels.
    pub width: u16,
    /// In pixels.
    pub height: u16,
    /// Three bytes per pixel.
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Whether a picture of this size, in pixels, is longer than a slide of its width by more than rounding.
    pub(crate) fn is_long([width, height]: [usize; 2]) -> bool {
        let (wide, high) = SLIDE;
        height as f32 * wide > width as f32 * high + wide
    }
}

/// The page as a file.
pub(in crate::report) fn write(page: &Page<'_>) -> Result<Vec<u8>, Unfit> {
    let Picture { width, height, pixels } = draw(page)?;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width.into(), height.into());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    // Writing to memory does not fail.
    if let Ok(mut writer) = encoder.write_header() {
        let _ = writer.write_image_data(&pixels);
    }
    Ok(file)
}

/// The page as pixels.
pub(in crate::report) fn draw(page: &Page<'_>) -> Result<Picture, Unfit> {
    let sheets = set(page, Medium::Slide);
    let canvas = canvas(&sheets)?;
    let marks = sheets.sheets.iter().flat_map(|sheet| &sheet.marks);
    Ok(raster(marks, canvas))
}

/// The canvas a picture is drawn on.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Canvas {
    /// In pixels.
    width: u16,
    /// In pixels.
    height: u16,
    /// Pixels from its left edge to that of the page.
    left: f32,
    /// Pixels per point.
    scale: f32,
}

/// The area that a page is drawn on: a slide, a larger area of the same shape if letters would get
/// too small, or as much as it takes.
pub(in crate::report) fn canvas(sheets: &Sheets) -> Result<Canvas, Unfit> {
    let width = sheets.sheets.iter().map(|it| it.width).fold(1.0, f32::max);
    let height = sheets.sheets.iter().map(|it| it.height).fold(1.0, f32::max);
    let fitting = |scale: f32| scale.clamp(*SCALE.start(), *SCALE.end());
    let (across, down) = (SLIDE.0 / width, SLIDE.1 / height);
    let shaped = fitting(across.min(down));
    let is_shaped = height * shaped <= SLIDE.1 * SHAPED;
    let scale = if is_shaped { shaped } else { fitting(across) };
    let pixels = |points: f32| (points * scale - 0.01).ceil().max(1.0);
    let (mut wide, mut high) = (pixels(width), pixels(height));
    let page = wide;
    if is_shaped {
        wide = wide.max(SLIDE.0).max((high * SLIDE.0 / SLIDE.1).ceil());
        high = high.max((wide * SLIDE.1 / SLIDE.0).floor());
    }
    if wide > LONGEST || high > LONGEST || wide * high > MOST_PIXELS {
        return Err(Unfit::Picture { width: wide as usize, height: high as usize });
    }
    let left = ((wide - page) / 2.0).floor();
    Ok(Canvas { width: wide as u16, height: high as u16, left, scale })
}

/// A sheet as pixels, this many per point.
pub(in crate::report) fn sheet(sheet: &Sheet, scale: f32) -> Picture {
    let pixels = |points: f32| (points * scale).ceil().max(1.0) as u16;
    let (width, height) = (pixels(sheet.width), pixels(sheet.height));
    raster(sheet.marks.iter(), Canvas { width, height, left: 0.0, scale })
}

fn raster<'a>(marks: impl Iterator<Item = &'a Mark>, canvas: Canvas) -> Picture {
    let Canvas { width, height, .. } = canvas;
    let (left, scale) = (f64::from(canvas.left), f64::from(canvas.scale));
    let mut context = RenderContext::new(width, height);
    context.set_paint(paint([255, 255, 255]));
    context.fill_rect(&Rect::new(0.0, 0.0, width.into(), height.into()));
    let mut outlines = FxHashMap::default();
    for mark in marks {
        match &mark.drawn {
            Drawn::Area(area, colour) => {
                context.set_transform(Affine::translate((left, 0.0)));
                context.set_paint(paint(*colour));
                context.fill_rect(&sharp(area, scale));
            }
            Drawn::Words { x, y, size, colour, line, turned } => {
                context.set_paint(paint(*colour));
                let place = (left + f64::from(*x) * scale, f64::from(*y) * scale);
                let begin = Affine::translate(place);
                let turn = if *turned { std::f64::consts::FRAC_PI_2 } else { 0.0 };
                let begin = begin * Affine::rotate(-turn);
                let size = f64::from(*size) * scale;
                for (piece_at, piece) in &line.pieces {
                    let mut at = *piece_at;
                    for glyph in &piece.glyphs {
                        let (right, up) = glyph.offset;
                        let place = (f64::from(at + right) * size, f64::from(-up) * size);
                        at += glyph.advance;
                        let key = (glyph.face, glyph.id);
                        let (units, path) = outlines.entry(key).or_insert_with(|| outline(key));
                        if path.elements().is_empty() {
                            continue;
                        }
                        let grown = Affine::scale_non_uniform(size / *units, -size / *units);
                        context.set_transform(begin * Affine::translate(place) * grown);
                        context.fill_path(path);
                    }
                }
            }
        }
    }
    context.flush();
    let mut pixmap = Pixmap::new(width, height);
    context.render(&mut pixmap, &mut Resources::new());
    // The background is white, so nothing is transparent.
    let pixels = pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|it| [it[0], it[1], it[2]]);
    Picture { width, height, pixels: pixels.collect() }
}

/// An area aligned to whole pixels, at least one in size.
fn sharp(area: &Area, scale: f64) -> Rect {
    let edge = |at: f32| (f64::from(at) * scale).round();
    let (left, top) = (edge(area.x), edge(area.y));
    let right = edge(area.x + area.width).max(left + 1.0);
    let bottom = edge(area.y + area.height).max(top + 1.0);
    Rect::new(left, top, right, bottom)
}

fn paint([red, green, blue]: Colour) -> AlphaColor<Srgb> {
    AlphaColor::from_rgb8(red, green, blue)
}

/// The outline of a glyph, and the units it is in.
fn outline((face, glyph): (usize, u32)) -> (f64, BezPath) {
    let mut pen = Pen(BezPath::new());
    let Some(face) = faces().get(face) else { return (1.0, pen.0) };
    face.draw(glyph, &mut pen);
    (f64::from(face.units), pen.0)
}

struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to((x1, y1), (x, y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.curve_to((x1, y1), (x2, y2), (x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
