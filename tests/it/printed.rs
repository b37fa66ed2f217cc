//! Pages on paper and as pictures, opened by readers other than ours.

use std::collections::BTreeMap;
use std::path::Path;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Assessment, Bilingual, Obstacle, Proposal, Severity};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};
use hayro_syntax::page::Page;

use crate::common::{self, folder, run};

/// A PDF as a reader sees it.
pub(crate) struct Pdf(hayro_syntax::Pdf);

impl Pdf {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(hayro_syntax::Pdf::new(bytes.to_vec()).unwrap())
    }

    pub(crate) fn file(&self) -> &hayro_syntax::Pdf {
        &self.0
    }

    /// The text of each page.
    pub(crate) fn pages(&self) -> Vec<String> {
        self.0.pages().iter().map(words_on).collect()
    }

    /// Everything in it: the text of its pages, every stream unpacked, and every string.
    pub(crate) fn unpacked(&self) -> String {
        let mut all = self.pages().join("\n");
        for object in self.0.objects() {
            strings(&object, &mut all);
        }
        all
    }

    fn root(&self) -> Dict<'_> {
        self.0.xref().get(self.0.xref().root_id()).unwrap()
    }

    /// How many parts of each kind there are.
    fn parts(&self) -> BTreeMap<String, usize> {
        let mut parts = BTreeMap::new();
        self.count(&self.root().get::<Dict<'_>>("StructTreeRoot").unwrap(), &mut parts);
        parts
    }

    fn count(&self, part: &Dict<'_>, parts: &mut BTreeMap<String, usize>) {
        if let Some(kind) = part.get::<Name<'_>>("S") {
            *parts.entry(kind.as_str().to_owned()).or_default() += 1;
        }
        if let Some(children) = part.get::<Array<'_>>("K") {
            for child in children.iter::<Object<'_>>() {
                if let Object::Dict(child) = child {
                    self.count(&child, parts);
                }
            }
        } else if let Some(child) = part.get::<Dict<'_>>("K") {
            self.count(&child, parts);
        }
    }
}

/// The text of a page as a reader extracts it, from the meaning of each letter in each font.
fn words_on(page: &Page<'_>) -> String {
    let (mut words, mut font, mut said) = (String::new(), BTreeMap::new(), 0);
    let mut depth = 0;
    let mut operations = page.operations();
    while let Some(operation) = operations.next() {
        let operands: Vec<&Object<'_>> = operation.operands().collect();
        match &operation.operator[..] {
            b"Tf" => {
                let Some(Object::Name(name)) = operands.first() else { panic!("{operands:?}") };
                font = meanings(&page.resources().get_font(name).unwrap());
            }
            b"BDC" => {
                depth += 1;
                if let Some(Object::Dict(properties)) = operands.get(1)
                    && let Some(Object::String(actual)) = properties.get::<Object<'_>>("ActualText")
                {
                    words += &decoded(actual.as_bytes());
                    said = depth;
                }
            }
            b"EMC" => {
                if said == depth {
                    said = 0;
                }
                depth -= 1;
            }
            b"TJ" if said == 0 => {
                let Some(Object::Array(items)) = operands.first() else { panic!("{operands:?}") };
                for item in items.iter::<Object<'_>>() {
                    if let Object::String(codes) = item {
                        for code in codes.as_bytes().chunks(2) {
                            words += &font[&u16::from_be_bytes([code[0], code[1]])];
                        }
                    }
                }
            }
            b"ET" => words.push('\n'),
            _ => {}
        }
    }
    words
}

/// The meanings of the letters of a font.
fn meanings(font: &Dict<'_>) -> BTreeMap<u16, String> {
    let map = font.get::<Stream<'_>>("ToUnicode").unwrap().decoded().unwrap().into_owned();
    let map = String::from_utf8(map).unwrap();
    let pair = |line: &str| {
        let (code, words) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let parts: Vec<_> = (0..words.len() / 4)
            .map(|at| u16::from_str_radix(&words[at * 4..at * 4 + 4], 16).unwrap())
            .collect();
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&parts).unwrap()))
    };
    let rows = map.lines().skip_while(|line| !line.ends_with("beginbfchar"));
    rows.filter_map(pair).collect()
}

/// A string of a PDF.
fn decoded(bytes: &[u8]) -> String {
    let Some(wide) = bytes.strip_prefix(b"\xfe\xff") else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let parts: Vec<_> = wide.chunks(2).map(|it| u16::from_be_bytes([it[0], it[1]])).collect();
    String::from_utf16(&parts).unwrap()
}

/// Adds every string in an object, and the unpacked content of its stream.
fn strings(object: &Object<'_>, all: &mut String) {
    match object {
        Object::String(words) => {
            *all += &decoded(words.as_bytes());
            all.push('\n');
        }
        Object::Array(items) => {
            items.raw_iter().for_each(|it| {
                if let MaybeRef::NotRef(it) = it {
                    strings(&it, all);
                }
            });
        }
        Object::Dict(items) => within(items, all),
        Object::Stream(stream) => {
            within(stream.dict(), all);
            *all += &String::from_utf8_lossy(&stream.decoded().unwrap());
        }
        Object::Null(_) | Object::Boolean(_) | Object::Number(_) | Object::Name(_) => {}
    }
}

fn within(items: &Dict<'_>, all: &mut String) {
    for (_, item) in items.entries() {
        if let MaybeRef::NotRef(item) = item {
            strings(&item, all);
        }
    }
}

/// The width, the height and the kinds of chunks of a PNG.
pub(crate) fn picture(bytes: &[u8]) -> (u32, u32, Vec<String>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert!(pixels.iter().any(|it| *it < 100), "something is drawn");
    let (mut at, mut kinds) = (8, Vec::new());
    while let Some(head) = bytes.get(at..at + 8) {
        kinds.push(String::from_utf8_lossy(&head[4..]).into_owned());
        at += 12 + u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
    }
    kinds.dedup();
    (frame.width, frame.height, kinds)
}

fn export(home: &Path, out: &str, more: &[&str]) -> Vec<u8> {
    let ran = run(home, &[&["export", "dossier.cbm", out], more].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    std::fs::read(home.join(out)).unwrap()
}

#[test]
fn a_pdf_of_the_matrix_repeats_its_heads_and_its_marking_on_every_page_and_can_be_read_aloud() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    for (language, parties, page) in [("en", "Party", "Page"), ("nl", "Partij", "Pagina")] {
        let arguments = ["--what", "matrix", "--lang", language];
        let bytes = export(home, &format!("{language}.pdf"), &arguments);
        assert_eq!(export(home, &format!("{language}2.pdf"), &arguments), bytes);
        let pdf = Pdf::of(&bytes);
        let pages = pdf.pages();
        let count = pages.len();
        assert!(count > 3, "{count}");
        for (place, words) in pages.iter().enumerate() {
            assert_eq!(words.matches("TLP:AMBER").count(), 2, "page {place}: {words}");
            assert!(words.contains(&format!("{page} {} / {count}", place + 1)), "{words}");
        }
        let headed = pages.iter().filter(|it| it.contains("A/RES/73/27") && it.contains(parties));
        assert!(headed.count() >= count - 1, "the heads are on every page of the table");
        let root = pdf.root();
        let spoken = root.get::<hayro_syntax::object::String<'_>>("Lang").unwrap();
        assert!(spoken.as_bytes().starts_with(language.as_bytes()));
        assert_eq!(root.get::<Dict<'_>>("MarkInfo").unwrap().get::<bool>("Marked"), Some(true));
        let parts = pdf.parts();
        assert_eq!(parts.get("Table"), Some(&2), "{parts:?}");
        assert_eq!(parts.get("THead"), Some(&2), "repeated heads are read once: {parts:?}");
        assert!(parts["TR"] > 200 && parts["TD"] > 1_900 && parts["TH"] > 200, "{parts:?}");
        assert_eq!(parts.get("H1"), Some(&1), "{parts:?}");
        // Signs are read as their meaning.
        let object = if language == "nl" { "bezwaar" } else { "Objects" };
        assert!(pdf.unpacked().to_lowercase().contains(&object.to_lowercase()));
    }
}

#[test]
fn a_pdf_says_of_itself_only_its_title_its_language_and_its_marking() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let bytes = export(home, "a.pdf", &["--what", "obstacles"]);
    let pdf = Pdf::of(&bytes);
    let said = pdf.root().get::<Stream<'_>>("Metadata").unwrap().decoded().unwrap().into_owned();
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("pdfuaid:part") && said.contains("TLP:AMBER · "), "{said}");
    let title = pdf.0.metadata().title.clone().unwrap();
    assert!(decoded(&title).starts_with("TLP:AMBER · "));
    let file = String::from_utf8_lossy(&bytes);
    for own in ["/Author", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/ID"] {
        assert!(!file.contains(&format!("{own} ")), "{own}");
    }
    for own in ["CreateDate", "ModifyDate", "creator", "CreatorTool", "Producer", "history"] {
        assert!(!said.to_lowercase().contains(&own.to_lowercase()), "{own}: {said}");
    }
}

#[test]
fn paper_has_the_size_and_the_orientation_asked_for() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let side = |name: &str, more: &[&str]| {
        let bytes = export(home, name, more);
        let pdf = Pdf::of(&bytes);
        let (width, height) = pdf.0.pages()[0].base_dimensions();
        [width, height].map(|side| side.round() as i32)
    };
    let brief = ["--what", "brief", "--proposal", "A/RES/73/27"];
    assert_eq!(side("a.pdf", &brief), [595, 842]);
    assert_eq!(side("b.pdf", &["--what", "proposals"]), [842, 595], "a long table is wide");
    assert_eq!(side("c.pdf", &["--what", "matrix", "--paper", "a3"]), [842, 1191]);
    let turned = ["--what", "obstacles", "--paper", "a4", "--landscape"];
    assert_eq!(side("d.pdf", &turned), [842, 595]);
}

#[test]
fn the_camps_at_a_glance_stand_on_one_sheet_with_signs_that_are_no_figures() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    for language in ["en", "nl"] {
        let name = format!("{language}.pdf");
        let pdf = Pdf::of(&export(home, &name, &["--what", "summary", "--lang", language]));
        let pages = pdf.pages();
        let parts = pdf.parts();
        assert_eq!(parts.get("Table"), Some(&2), "no column has a table of its own: {parts:?}");
        assert!(pages[0].contains("0:2") && pages[0].contains("−−:51"), "{}", pages[0]);
        assert!(language != "en" || pages.len() == 1, "{pages:?}");
    }
}

#[test]
fn a_picture_of_a_page_is_as_wide_as_a_slide_and_says_nothing_beside_itself() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let matrix = export(home, "matrix.png", &["--what", "matrix"]);
    let (width, height, kinds) = picture(&matrix);
    assert!(width >= 1920 && (height as f64 / width as f64) < 1.2, "{width} {height}");
    assert_eq!(kinds, ["IHDR", "IDAT", "IEND"]);
    assert_eq!(export(home, "2.png", &["--what", "matrix"]), matrix);
    let brief = ["--what", "brief", "--proposal", "A/RES/73/27", "--short"];
    assert_eq!(picture(&export(home, "brief.png", &brief)).0, 1920);
    for (language, title) in [("en", "Coalition matrix"), ("nl", "Coalitiematrix")] {
        let name = format!("{language}.svg");
        let svg = export(home, &name, &["--what", "matrix", "--lang", language]);
        let svg = String::from_utf8(svg).unwrap();
        crate::exports::well_formed(&name, &svg);
        assert!(svg.contains("<title id=\"t\">TLP:AMBER") && svg.contains(title));
        assert!(!svg.contains("<text") && !svg.contains("href=\"http"), "it loads nothing");
    }
}

#[test]
fn long_words_long_texts_and_an_empty_dossier_are_printed_too() {
    let folder = folder();
    let home = folder.path();
    let path = common::dossier(&folder, Template::Empty);
    for (subject, format) in [
        ("matrix", "pdf"),
        ("matrix", "png"),
        ("matrix", "svg"),
        ("all", "pdf"),
        ("obstacles", "png"),
    ] {
        export(home, &format!("{subject}.{format}"), &["--what", subject]);
    }
    for subject in ["matrix", "proposals", "obstacles"] {
        let pages =
            Pdf::of(&export(home, &format!("none-{subject}.pdf"), &["--what", subject])).pages();
        let words: String = pages.concat().split_whitespace().collect();
        assert!(words.contains("Thereisnothingofthisinthedossier"), "{words}");
        assert!(!words.contains("Simplemajority"), "no rows without a column: {words}");
    }
    let mut document = Document::open(&path).unwrap();
    let long = "Meervoudigeverantwoordelijkheidsverklaring".repeat(20);
    let mut proposal = Proposal::new("LONG-1", Bilingual::new(long.clone(), long));
    proposal.text =
        (1..400).map(|it| format!("{it}. Staten onthouden zich 信 שלום \u{feff}\n")).collect();
    let mut assessed = Assessment::new(
        proposal.id,
        Obstacle::Opacity,
        Severity::new(4),
        "2024-01-01".parse().unwrap(),
    );
    assessed.rationale = "Wie het was, is niet te zien. ".repeat(400);
    document.apply(&Edit::add(proposal, "x").put(assessed)).unwrap();
    drop(document);
    let brief = ["--what", "brief", "--proposal", "LONG-1"];
    let pdf = Pdf::of(&export(home, "long.pdf", &brief));
    let pages = pdf.pages();
    assert!(pages.len() > 5, "a row higher than a page goes on on the next: {}", pages.len());
    assert!(pages.iter().all(|page| page.contains("TLP:")));
    let all: String = pages.concat().split_whitespace().collect();
    assert!(all.contains("399.Statenonthoudenzich"), "{all}");
    assert!(pdf.unpacked().contains("pdfuaid"), "it can still be read aloud");
    let picture =
        run(home, &["export", "dossier.cbm", "long.png", brief[0], brief[1], brief[2], brief[3]]);
    assert!(picture.code == 1 && picture.err.contains("Choose PDF"), "{picture:?}");
    assert!(!home.join("long.png").exists());
}
