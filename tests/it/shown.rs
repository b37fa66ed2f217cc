//! The matrix as it is on the screen: its filter and its order, on what may be seen.

use cbm_workbench::analysis::{Filter, Sort};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Camp, Group, GroupKind, Language, Marking, Membership, Position, Snapshot, Stance,
    Status,
};
use cbm_workbench::report::{Chosen, Format, Named, Paper, Request, Subject, Unwritable};
use cbm_workbench::store::{Audience, Clearance};

use crate::common::folder;

fn request(format: Format) -> Request {
    Request {
        subject: Subject::Matrix,
        format,
        paper: Paper::default(),
        ceiling: Marking::Green,
        language: Language::English,
        as_of: "2026-11-21".parse().unwrap(),
        since: "2025-11-21".parse().unwrap(),
        short: false,
        signed: false,
        on: Chosen::Shown,
    }
}

fn written(seen: &Snapshot, named: &Named, format: Format) -> Result<String, Unwritable> {
    let (bytes, _) = request(format).write(seen, named, "")?;
    Ok(String::from_utf8(bytes).unwrap())
}

/// The codes of the parties in the rows of a table, in order.
fn parties(csv: &str) -> Vec<String> {
    let rows = csv.lines().skip(1).filter_map(|line| line.split([',', ';']).next());
    let code = |cell: &str| cell.trim_matches(['\u{feff}', '"']).to_owned();
    rows.map(code).filter(|code| !code.is_empty()).collect()
}

/// A dossier in which what a filter asks about is known only above the ceiling.
fn document(home: &std::path::Path) -> Document {
    let path = home.join("a.cbm");
    Document::create(&path, Template::UnVotes, "ours").unwrap();
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("NLD").unwrap().id;
    let day = "2026-11-20".parse().unwrap();
    let mut told = Position::new(proposal, party, Some(Stance::NoInstructions), day);
    told.marking = Some(Marking::Red);
    let mut circle = Group::new("CIRCLE", Bilingual::new("A circle of ours", ""), GroupKind::Forum);
    circle.marking = Some(Marking::Red);
    let member = Membership::new(circle.id, party);
    let mut open = snapshot.dossier.clone();
    open.marking = Marking::Green;
    document.apply(&Edit::change(open, "")).unwrap();
    document.apply(&Edit::add(told, "")).unwrap();
    document.apply(&Edit::add(circle, "").put(member)).unwrap();
    document
}

#[test]
fn a_filter_of_the_screen_gives_of_what_may_be_seen_what_it_gives_of_the_copy() {
    let home = folder();
    let document = document(home.path());
    let to = home.path().join("copy.cbm");
    document.redact(&to, Marking::Green, "copy", None).unwrap();
    let copy = Document::open(&to).unwrap();
    let clearance = Clearance::new(Audience::Copy, Marking::Green);
    let (seen, of_copy) =
        (document.visible(&clearance).unwrap(), copy.visible(&clearance).unwrap());
    let eu = document.snapshot().groups.iter().find(|group| group.code == "EU").unwrap().id;
    let filters = [
        Filter::default(),
        Filter { stance: Some(Some(Stance::NoInstructions)), ..Filter::default() },
        Filter { stance: Some(None), ..Filter::default() },
        Filter { camp: Some(Camp::Swing), sort: Sort::Support, ..Filter::default() },
        Filter { group: Some(eu), sort: Sort::Name, ..Filter::default() },
        Filter { text: "neth".into(), ..Filter::default() },
        Filter { proposals: "73".into(), status: Some(Status::Adopted), ..Filter::default() },
    ];
    for filter in filters {
        let named = Chosen::Shown.named(document.snapshot(), &filter);
        let page = |seen: &Snapshot| written(seen, &named, Format::Csv).unwrap();
        assert_eq!(page(&seen.snapshot), page(&of_copy.snapshot), "{filter:?}");
        if filter.stance == Some(Some(Stance::NoInstructions)) {
            assert_eq!(parties(&page(&seen.snapshot)), [] as [String; 0]);
            assert_eq!(parties(&page(document.snapshot())), ["NLD"], "what must not be betrayed");
        }
    }
}

#[test]
fn a_page_filtered_by_a_group_that_may_not_be_seen_is_not_written() {
    let home = folder();
    let document = document(home.path());
    let seen = document.visible(&Clearance::new(Audience::Copy, Marking::Green)).unwrap();
    let group = document.snapshot().groups.iter().find(|group| group.code == "CIRCLE").unwrap().id;
    let filter = Filter { group: Some(group), ..Filter::default() };
    let named = Chosen::Shown.named(document.snapshot(), &filter);
    let page = written(document.snapshot(), &named, Format::Csv).unwrap();
    assert_eq!(parties(&page), ["NLD"]);
    assert!(matches!(written(&seen.snapshot, &named, Format::Csv), Err(Unwritable::Unfound(_))));
}

#[test]
fn a_part_of_the_matrix_says_that_it_is_one_and_is_marked_by_all_it_counts() {
    let home = folder();
    let document = document(home.path());
    let filter = Filter { text: "canada".into(), ..Filter::default() };
    let named = Chosen::Shown.named(document.snapshot(), &filter);
    let page = written(document.snapshot(), &named, Format::Text).unwrap();
    assert!(page.contains("1 of 193 parties and 12 of 12 proposals are shown"), "{page}");
    let (_, marking) = request(Format::Text).write(document.snapshot(), &named, "").unwrap();
    assert_eq!(marking, Marking::Red, "the figures count the Netherlands too");
}

#[test]
fn the_order_of_the_screen_is_that_of_the_page() {
    let home = folder();
    let document = document(home.path());
    let page = |sort| {
        let filter = Filter { sort, camp: Some(Camp::Swing), ..Filter::default() };
        let named = Chosen::Shown.named(document.snapshot(), &filter);
        parties(&written(document.snapshot(), &named, Format::Csv).unwrap())
    };
    let (by_name, by_index) = (page(Sort::Name), page(Sort::Index));
    assert_ne!(by_name, by_index);
    let name = |code: &String| {
        let name = &document.snapshot().party_by_code(code).unwrap().name.en;
        cbm_workbench::model::words::fold(name)
    };
    assert!(by_name.is_sorted_by_key(name) && !by_index.is_sorted_by_key(name));
    let sorted = |mut codes: Vec<String>| {
        codes.sort();
        codes
    };
    assert_eq!(sorted(by_name), sorted(by_index));
}

#[test]
fn a_page_names_its_author_only_if_that_is_asked_for() {
    const AUTHOR: &str = "A. de Vries (desk & cyber)";
    let home = folder();
    let seen = document(home.path()).snapshot().clone();
    let named = Chosen::Nothing.named(&seen, &Filter::default());
    let bytes = |format, signed| {
        let request = Request { signed, on: Chosen::Nothing, ..request(format) };
        request.write(&seen, &named, AUTHOR).unwrap().0
    };
    for format in [Format::Html, Format::Text, Format::Json] {
        let words = |signed| String::from_utf8(bytes(format, signed)).unwrap();
        assert!(words(true).contains("A. de Vries"), "{format:?}");
        assert!(!words(false).contains("de Vries"), "{format:?}");
    }
    // In the properties too, where a word processor and a viewer look for it.
    for format in [Format::Docx, Format::Xlsx] {
        let creator = |signed| {
            let parts = crate::exports::parts(&bytes(format, signed));
            let properties = parts.into_iter().find(|(name, _)| name == "docProps/core.xml");
            properties.unwrap().1
        };
        let named = "<dc:creator>A. de Vries (desk &amp; cyber)</dc:creator>";
        assert!(creator(true).contains(named), "{format:?}: {}", creator(true));
        assert!(creator(false).contains("<dc:creator></dc:creator>"), "{format:?}");
    }
    let pdf = |signed| {
        let bytes = bytes(Format::Pdf, signed);
        bytes.windows(7).any(|it| it == b"/Author")
    };
    assert!(pdf(true) && !pdf(false));
}
