//! The fonts in a PDF: reduced to the letters used, each with the text it represents.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Name, Rect, Ref, Str};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};
use subsetter::{GlyphRemapper, subset};

use super::{File, packed};
use crate::report::paper::faces;

const SYSTEM: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The fonts used so far.
pub(super) struct Fonts {
    fonts: Vec<Font>,
}

struct Font {
    name: String,
    id: Ref,
    glyphs: GlyphRemapper,
    /// By number in the file: the width in thousandths of an em, and the text it represents.
    used: BTreeMap<u16, (f32, String)>,
}

impl Fonts {
    pub(super) fn new(mut next: impl FnMut() -> Ref) -> Self {
        let font = |place| Font {
            name: format!("F{place}"),
            id: next(),
            glyphs: GlyphRemapper::new(),
            used: BTreeMap::new(),
        };
        Self { fonts: (0..faces().len()).map(font).collect() }
    }

    /// The names of those that are used.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, Ref)> {
        let used = self.fonts.iter().filter(|font| !font.used.is_empty());
        used.map(|font| (font.name.as_str(), font.id))
    }

    /// A glyph: its number in the file, its width in thousandths of an em, and whether it
    /// represents these words wherever it is used.
    pub(super) fn glyph(
        &mut self,
        face: usize,
        glyph: u32,
        words: &str,
    ) -> Option<(u16, f32, bool)> {
        let font = self.fonts.get_mut(face)?;
        let id = font.glyphs.remap(u16::try_from(glyph).ok()?);
        let (width, known) = font.used.entry(id).or_insert_with(|| {
            let width = faces().get(face).map_or(0.0, |it| it.width(glyph));
            (width, if words.is_empty() { "\u{fffd}".to_owned() } else { words.to_owned() })
        });
        Some((id, *width, known == words))
    }

    /// The name of a font in the content of a page.
    pub(super) fn name(&self, face: usize) -> &str {
        self.fonts.get(face).map_or("F0", |font| font.name.as_str())
    }

    /// Adds those that are used.
    pub(super) fn write(&self, file: &mut File) -> Option<()> {
        for (font, face) in self.fonts.iter().zip(faces()) {
            if !font.used.is_empty() {
                font.write(file, face.name, face.data)?;
            }
        }
        Some(())
    }
}

impl Font {
    fn write(&self, file: &mut File, name: &str, data: &'static [u8]) -> Option<()> {
        let [cid, descriptor, meanings, program] = [(); 4].map(|()| file.next());
        let cut = subset(data, 0, &self.glyphs).ok()?;
        let cut = FontRef::new(&cut).ok()?;
        let outlines = cut.data_for_tag(Tag::new(b"CFF "));
        // Outlines of one kind are embedded on their own, those of the other with their whole font.
        let whole = cut.data().as_bytes();
        let bytes = outlines.map_or(whole, |it| it.as_bytes());
        let name = format!("{}+{name}", self.tag());
        let named = if outlines.is_some() { format!("{name}-Identity-H") } else { name.clone() };
        file.pdf
            .type0_font(self.id)
            .base_font(Name(named.as_bytes()))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(meanings);
        let mut made = file.pdf.cid_font(cid);
        let kind = if outlines.is_some() { CidFontType::Type0 } else { CidFontType::Type2 };
        made.subtype(kind).base_font(Name(name.as_bytes())).system_info(SYSTEM);
        made.font_descriptor(descriptor).default_width(0.0);
        if outlines.is_none() {
            made.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        let mut widths = made.widths();
        for (id, (width, _)) in &self.used {
            widths.same(*id, *id, *width);
        }
        drop(widths);
        drop(made);
        let font = FontRef::new(data).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let thousandths = |units: f32| units * 1000.0 / f32::from(metrics.units_per_em);
        let bounds = metrics.bounds.unwrap_or_default();
        let mut described = file.pdf.font_descriptor(descriptor);
        described
            .name(Name(name.as_bytes()))
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                thousandths(bounds.x_min),
                thousandths(bounds.y_min),
                thousandths(bounds.x_max),
                thousandths(bounds.y_max),
            ))
            .italic_angle(0.0)
            .ascent(thousandths(metrics.ascent))
            .descent(thousandths(metrics.descent))
            .cap_height(thousandths(metrics.cap_height.unwrap_or(metrics.ascent)))
            .stem_v(95.0);
        if outlines.is_some() {
            described.font_file3(program);
        } else {
            described.font_file2(program);
        }
        drop(described);
        let mut cmap = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
        for (id, (_, words)) in &self.used {
            cmap.pair_with_multiple(*id, words.chars());
        }
        let cmap = packed(cmap.finish().as_slice());
        file.pdf.cmap(meanings, &cmap).filter(Filter::FlateDecode);
        let bytes_packed = packed(bytes);
        let mut stream = file.pdf.stream(program, &bytes_packed);
        stream.filter(Filter::FlateDecode);
        if outlines.is_some() {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        }
        Some(())
    }

    /// Six letters derived from the letters used.
    fn tag(&self) -> String {
        let mut sum = 17_u64;
        for glyph in self.glyphs.remapped_gids() {
            sum = sum.wrapping_mul(31).wrapping_add(u64::from(glyph));
        }
        let letter = |at: u32| char::from(b'A' + (sum / 26_u64.pow(at) % 26) as u8);
        (0..6).map(letter).collect()
    }
}

impl crate::report::paper::letters::Face {
    /// The width of a glyph in thousandths of an em.
    fn width(&self, glyph: u32) -> f32 {
        let Ok(font) = FontRef::new(self.data) else { return 0.0 };
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        widths.advance_width(GlyphId::new(glyph)).unwrap_or_default() * 1000.0 / self.units
    }
}
