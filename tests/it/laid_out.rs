//! How a page is arranged on its sheets: the same in every language, well filled, with nothing left
//! alone, and with every source named so that it can be found.

use std::path::Path;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Position, Stance};
use hayro_syntax::object::Object;

use crate::common::{self, folder, run};
use crate::exports::parts;
use crate::printed::{Pdf, picture};

const BRIEF: [&str; 4] = ["--what", "brief", "--proposal", "A/RES/73/27"];

fn export(home: &Path, out: &str, more: &[&str]) -> Vec<u8> {
    let ran = run(home, &[&["export", "dossier.cbm", out, "--replace"], more].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    std::fs::read(home.join(out)).unwrap()
}

fn pages(home: &Path, more: &[&str]) -> Vec<String> {
    Pdf::of(&export(home, "x.pdf", more)).pages()
}

/// A part of a Word document.
fn word(home: &Path, part: &str, more: &[&str]) -> String {
    let parts = parts(&export(home, "x.docx", more));
    parts.into_iter().find(|(name, _)| name == part).unwrap().1
}

#[test]
fn a_column_that_says_nothing_takes_no_room() {
    let folder = folder();
    let home = folder.path();
    let path = common::dossier(&folder, Template::UnVotes);
    let says = |words: &str| {
        let printed = pages(home, &BRIEF).concat().contains(words);
        assert_eq!(word(home, "word/document.xml", &BRIEF).contains(words), printed, "{words}");
        printed
    };
    assert!(says("Who is against, and what would move them") && !says("Would move if"));
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("FRA").unwrap().id;
    let day = "2024-05-01".parse().unwrap();
    let mut said = Position::new(proposal, party, Some(Stance::Object), day);
    said.condition = "if the group is open to all".to_owned();
    document.apply(&Edit::add(said, "x")).unwrap();
    drop(document);
    assert!(says("Would move if"));
    // A table of changes without any is left out.
    let none =
        pages(home, &["--what", "changes", "--since", "2026-01-01", "--as-of", "2026-01-02"]);
    assert!(none[0].contains("nothing changed") && !none[0].contains("Proposal"), "{none:?}");
}

#[test]
fn a_page_lies_the_same_way_in_every_language() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let across = |language: &str, more: &[&str]| {
        let bytes = export(home, "x.pdf", &[more, &["--lang", language]].concat());
        let size = Pdf::of(&bytes).size();
        size[0] > size[1]
    };
    for (more, expected) in [
        (&["--what", "matrix"][..], false),
        (&["--what", "summary"], true),
        (&["--what", "proposals"], true),
        (&["--what", "timeline"], false),
        (&["--what", "party", "--party", "RUS"], false),
        (&BRIEF, false),
        (&["--what", "decision", "--proposal", "A/RES/73/27"], true),
        (&["--what", "carry", "--proposal", "A/RES/73/27"], false),
    ] {
        assert_eq!(["en", "nl"].map(|it| across(it, more)), [expected; 2], "{more:?}");
    }
}

#[test]
fn a_short_brief_and_the_camps_stand_on_one_sheet_in_both_languages() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    for language in ["en", "nl"] {
        let lang = ["--lang", language];
        for more in [&[&BRIEF[..], &["--short"]].concat()[..], &["--what", "summary"]] {
            let pages = pages(home, &[more, &lang].concat());
            assert_eq!(pages.len(), 1, "{language} {more:?}: {pages:?}");
        }
    }
}

#[test]
fn letters_are_larger_on_a_larger_sheet() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let title = |paper: &str| {
        let bytes = export(home, "x.pdf", &["--what", "matrix", "--paper", paper]);
        Pdf::of(&bytes).largest_letters()
    };
    assert!(title("a3") > title("a4") * 1.15, "{} {}", title("a3"), title("a4"));
}

#[test]
fn a_source_is_named_so_that_it_can_be_found() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    const TITLE: &str = "Developments in the field of information";
    for (language, day) in [("en", "5 Dec 2018"), ("nl", "5 dec. 2018")] {
        let more = [&BRIEF[..], &["--lang", language]].concat();
        let printed = pages(home, &more).concat();
        assert!(printed.contains(&format!("A/RES/73/27: {TITLE}")), "{printed}");
        let notes = word(home, "word/footnotes.xml", &more);
        assert!(notes.contains(TITLE) && notes.contains(day), "{notes}");
    }
    // Programs still find it by its symbol.
    let json = String::from_utf8(export(home, "x.json", &BRIEF)).unwrap();
    assert!(json.contains("\"source\": \"A/RES/73/27\"") && !json.contains(TITLE), "{json}");
}

#[test]
fn figures_and_signs_are_explained_where_they_stand() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let says = |what: &str, language: &str| {
        let words = pages(home, &["--what", what, "--lang", language]).concat();
        words.replace('\u{a0}', " ")
    };
    for (language, severity, stance) in [
        ("en", ["0 no hindrance", "4 blocks", "? not assessed"], "−− Objects"),
        ("nl", ["0 geen belemmering", "4 blokkeert", "? niet beoordeeld"], "−− Maakt bezwaar"),
    ] {
        let heat = says("obstacles", language);
        assert!(severity.iter().all(|it| heat.contains(it)), "{heat}");
        let camps = says("summary", language);
        assert!(camps.contains(stance), "{camps}");
    }
}

#[test]
fn who_can_live_with_a_proposal_is_not_said_to_be_nobody_while_others_support_it() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnGlobalCbms);
    for (language, never, one) in
        [("en", "can live with it", "none supports it"), ("nl", "ermee leven", "steunt niemand")]
    {
        let more = ["--what", "brief", "--proposal", "UN CBM 1", "--lang", language];
        let words = pages(home, &more).concat().replace('\n', " ");
        assert!(words.contains(one) && !words.contains(never), "{words}");
    }
}

#[test]
fn a_picture_has_the_shape_of_a_slide() {
    let folder = folder();
    let home = folder.path();
    common::dossier(&folder, Template::UnVotes);
    let size = |more: &[&str]| {
        let (width, height, _) = picture(&export(home, "x.png", more));
        (width, height)
    };
    assert_eq!(size(&["--what", "changes"]), (1920, 1080), "a few words");
    assert_eq!(size(&["--what", "obstacles"]), (1920, 1080), "a short table");
    for what in ["summary", "timeline", "matrix", "proposals"] {
        let (width, height) = size(&["--what", what]);
        let off = (width * 9).abs_diff(height * 16);
        assert!(width >= 1920 && off <= 16, "{what}: {width} by {height}");
    }
}

/// The first sheet.
impl Pdf {
    fn size(&self) -> [i32; 2] {
        let (width, height) = self.file().pages()[0].base_dimensions();
        [width, height].map(|side| side.round() as i32)
    }

    /// The size of its largest letters, in points.
    fn largest_letters(&self) -> f64 {
        let mut largest = 0.0_f64;
        for page in self.file().pages().iter() {
            let mut operations = page.operations();
            while let Some(operation) = operations.next() {
                let operands: Vec<&Object<'_>> = operation.operands().collect();
                if &operation.operator[..] == b"Tf"
                    && let Some(Object::Number(size)) = operands.get(1)
                {
                    largest = largest.max(size.as_f64());
                }
            }
        }
        largest
    }
}
