//! A page as PDF, tagged so that it can be read aloud (PDF/UA-1). Its metadata are its title with
//! the marking, its language and, if requested, its author; the same page gives the same bytes.

mod content;
mod font;
mod tree;

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::TabOrder;
use pdf_writer::{Filter, Name, Pdf, Rect, Ref, TextStr};

use crate::exchange::{plain, xml};
use crate::model::Language;
use crate::report::page::Page;
use crate::report::paper::sheet::{Drawn, Kind, Of, Sheets};
use crate::report::paper::{Medium, Paper, set};
use content::Content;
use font::Fonts;

/// The page on this paper, or nothing if a font could not be reduced.
pub(in crate::report) fn write(page: &Page<'_>, paper: Paper) -> Option<Vec<u8>> {
    let sheets = set(page, Medium::Paper(paper));
    let mut file = File { pdf: Pdf::new(), last: 0 };
    let [catalog, pages, information, metadata] = [(); 4].map(|()| file.next());
    let mut fonts = Fonts::new(|| file.next());
    let mut marked = Vec::new();
    let leaves: Vec<Ref> = sheets.sheets.iter().map(|_| file.next()).collect();
    for (place, (sheet, id)) in sheets.sheets.iter().zip(&leaves).enumerate() {
        let mut content = Content::new(sheet.height, &mut fonts);
        sheet.marks.iter().for_each(|mark| content.draw(mark));
        let (stream, parts) = content.finish();
        let stream = file.stream(&stream);
        let mut leaf = file.pdf.page(*id);
        leaf.parent(pages).contents(stream);
        leaf.media_box(Rect::new(0.0, 0.0, sheet.width, sheet.height));
        leaf.struct_parents(i32::try_from(place).unwrap_or(i32::MAX));
        leaf.tab_order(TabOrder::StructureOrder);
        let mut resources = leaf.resources();
        let mut named = resources.fonts();
        fonts.names().for_each(|(name, id)| {
            named.pair(Name(name.as_bytes()), id);
        });
        drop(named);
        drop(resources);
        drop(leaf);
        marked.push(parts);
    }
    let count = i32::try_from(leaves.len()).unwrap_or(i32::MAX);
    file.pdf.pages(pages).kids(leaves.iter().copied()).count(count);
    fonts.write(&mut file)?;
    let root = tree::write(&mut file, &sheets, &leaves, &marked);
    let outline = outline(&mut file, &sheets, &leaves);
    let title = [&sheets.marking, &sheets.title, &sheets.about].map(|it| plain(it)).join(" · ");
    let language = locale(page.text.language());
    let author = plain(&page.author);
    let mut said = file.pdf.document_info(information);
    said.title(TextStr(&title));
    if !author.is_empty() {
        said.author(TextStr(&author));
    }
    drop(said);
    let about = about(&title, &author, language);
    file.pdf
        .stream(metadata, about.as_bytes())
        .pair(Name(b"Type"), Name(b"Metadata"))
        .pair(Name(b"Subtype"), Name(b"XML"));
    let mut first = file.pdf.catalog(catalog);
    first.pages(pages).lang(TextStr(language)).metadata(metadata);
    first.viewer_preferences().display_doc_title(true);
    first.mark_info().marked(true);
    first.pair(Name(b"StructTreeRoot"), root);
    if let Some(outline) = outline {
        first.outlines(outline);
    }
    drop(first);
    Some(file.pdf.finish())
}

/// A file under construction.
struct File {
    pdf: Pdf,
    last: i32,
}

impl File {
    /// The number for a new object.
    fn next(&mut self) -> Ref {
        self.last += 1;
        Ref::new(self.last)
    }

    /// Adds compressed content.
    fn stream(&mut self, content: &[u8]) -> Ref {
        let id = self.next();
        self.pdf.stream(id, &packed(content)).filter(Filter::FlateDecode);
        id
    }
}

/// Compressed content. Writing to memory does not fail.
fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

fn locale(language: Language) -> &'static str {
    match language {
        Language::English => "en-GB",
        Language::Dutch => "nl-NL",
    }
}

/// The metadata, including that it can be read aloud.
fn about(title: &str, author: &str, language: &str) -> String {
    let title = xml(title);
    let author = match author {
        "" => String::new(),
        author => {
            let author = xml(author);
            format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
        }
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n{author}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// The headings, as a list beside the pages.
fn outline(file: &mut File, sheets: &Sheets, leaves: &[Ref]) -> Option<Ref> {
    let mut headings: Vec<(&str, Ref, f32)> = Vec::new();
    let mut had = vec![false; sheets.parts.len()];
    for (sheet, leaf) in sheets.sheets.iter().zip(leaves) {
        for mark in &sheet.marks {
            let Of::Part(part) = mark.of else { continue };
            let Some(had) = had.get_mut(part).filter(|had| !**had) else { continue };
            *had = true;
            if let (Some(Kind::Heading(_, words)), Drawn::Words { y, size, .. }) =
                (sheets.parts.get(part).map(|it| &it.kind), &mark.drawn)
            {
                headings.push((words, *leaf, sheet.height - y + size * 1.5));
            }
        }
    }
    let root = file.next();
    let items: Vec<Ref> = headings.iter().map(|_| file.next()).collect();
    let (first, last) = (items.first()?, items.last()?);
    let count = i32::try_from(items.len()).unwrap_or(i32::MAX);
    file.pdf.outline(root).first(*first).last(*last).count(count);
    for (place, ((words, leaf, y), id)) in headings.iter().zip(&items).enumerate() {
        let mut item = file.pdf.outline_item(*id);
        item.title(TextStr(&plain(words))).parent(root);
        if let Some(before) = place.checked_sub(1).and_then(|it| items.get(it)) {
            item.prev(*before);
        }
        if let Some(after) = items.get(place + 1) {
            item.next(*after);
        }
        item.dest().page(*leaf).xyz(0.0, *y, None);
    }
    Some(root)
}
