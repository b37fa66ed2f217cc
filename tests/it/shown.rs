//! The matrix as it is on the screen: its filter and its order, applied to what may be seen.

use cbm_workbench::analysis::{Filter, Picked, Sort};
use cbm_workbench::document::merge::plan;
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Camp, Group, GroupKind, Language, Marking, Membership, Position, Proposal, RecordId,
    SavedView, Scenario, ScenarioMove, Snapshot, Stance, Status, Table,
};
use cbm_workbench::report::{
    Chosen, DraftForm, Format, Named, OnScreen, Paper, Request, Subject, Unwritable,
};
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
        form: DraftForm::Tracked,
        on: Chosen::Shown,
        under: None,
    }
}

/// A screen with this filter, on which nothing is selected.
fn on(filter: &Filter) -> OnScreen<'_> {
    OnScreen { filter, selected: &[], listed: &[] }
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

/// A dossier in which the answers to a filter are known only above the ceiling.
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
    let silent = Picked::only([Some(Stance::NoInstructions)]);
    let mut proposals = document.snapshot().proposals.iter().map(|it| it.id);
    let (first, second) = (proposals.next().unwrap(), proposals.next().unwrap());
    let filters = [
        Filter::default(),
        Filter { stances: silent.clone(), ..Filter::default() },
        Filter { stances: Picked::only([None]), ..Filter::default() },
        Filter { stances: Picked::all_but([Some(Stance::Object), None]), ..Filter::default() },
        Filter { camps: Picked::only([Camp::Swing]), sort: Sort::Support, ..Filter::default() },
        Filter { groups: Picked::only([eu]), sort: Sort::Name, ..Filter::default() },
        Filter { groups: Picked::all_but([eu]), sort: Sort::Objections, ..Filter::default() },
        Filter { known: true, heard: true, ..Filter::default() },
        Filter { since: "2024-01-01".parse().ok(), ..Filter::default() },
        Filter { text: "neth".into(), ..Filter::default() },
        Filter { hidden: [first].into(), by: Some(second), ..Filter::default() },
        Filter { order: vec![second, first], ..Filter::default() },
        Filter {
            proposals: "73".into(),
            statuses: Picked::only([Status::Adopted]),
            ..Filter::default()
        },
    ];
    for filter in filters {
        let named = Chosen::Shown.named(document.snapshot(), on(&filter));
        let page = |seen: &Snapshot| written(seen, &named, Format::Csv).unwrap();
        assert_eq!(page(&seen.snapshot), page(&of_copy.snapshot), "{filter:?}");
        if filter.stances == silent {
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
    let filter = Filter { groups: Picked::only([group]), ..Filter::default() };
    let named = Chosen::Shown.named(document.snapshot(), on(&filter));
    let page = written(document.snapshot(), &named, Format::Csv).unwrap();
    assert_eq!(parties(&page), ["NLD"]);
    assert!(matches!(written(&seen.snapshot, &named, Format::Csv), Err(Unwritable::Unfound(_))));
}

#[test]
fn a_part_of_the_matrix_says_that_it_is_one_and_is_marked_by_all_it_counts() {
    let home = folder();
    let document = document(home.path());
    let filter = Filter { text: "canada".into(), ..Filter::default() };
    let named = Chosen::Shown.named(document.snapshot(), on(&filter));
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
        let filter = Filter { sort, camps: Picked::only([Camp::Swing]), ..Filter::default() };
        let named = Chosen::Shown.named(document.snapshot(), on(&filter));
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
    let named = Chosen::Nothing.named(&seen, on(&Filter::default()));
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

#[test]
fn a_list_is_exported_as_it_is_on_screen_without_what_may_not_be_seen() {
    let home = folder();
    let mut document = document(home.path());
    let mut secret = Proposal::new("OURS", Bilingual::new("Ours alone", ""));
    secret.marking = Some(Marking::Red);
    let hidden = secret.id;
    document.apply(&Edit::add(secret, "")).unwrap();
    let snapshot = document.snapshot();
    let id = |code: &str| snapshot.proposal_by_code(code).unwrap().id;
    let ids = [id("A/RES/77/36"), hidden, id("A/RES/73/27")];
    let listed = ids.map(RecordId::from);
    let filter = Filter::default();
    let screen = OnScreen { listed: &listed, ..on(&filter) };
    let named = Chosen::Listed(Table::Proposals).named(snapshot, screen);
    let seen = document.visible(&Clearance::new(Audience::Copy, Marking::Green)).unwrap();
    let request = |format| Request {
        subject: Subject::Proposals,
        on: Chosen::Listed(Table::Proposals),
        ..request(format)
    };
    let page = |snapshot: &Snapshot, format| {
        String::from_utf8(request(format).write(snapshot, &named, "").unwrap().0).unwrap()
    };
    let rows = parties(&page(&seen.snapshot, Format::Csv));
    assert_eq!(rows, ["A/RES/77/36", "A/RES/73/27"], "the order of the screen");
    let words = page(&seen.snapshot, Format::Text);
    assert!(words.contains("2 of 12 proposals are shown"), "{words}");
    assert_eq!(parties(&page(snapshot, Format::Csv)), ["A/RES/77/36", "OURS", "A/RES/73/27"]);
    // That one is a part of thirteen depends on the hidden one.
    let screen = OnScreen { listed: &listed[..1], ..on(&filter) };
    let one = Chosen::Listed(Table::Proposals).named(snapshot, screen);
    let (_, marking) = request(Format::Text).write(snapshot, &one, "").unwrap();
    assert_eq!(marking, Marking::Red);
    let parties_listed = ["NLD", "BRA"].map(|it| snapshot.party_by_code(it).unwrap().id.into());
    let screen = OnScreen { listed: &parties_listed, ..on(&filter) };
    let named = Chosen::Listed(Table::Parties).named(snapshot, screen);
    let request = Request { subject: Subject::Parties, ..request(Format::Csv) };
    let page = request.write(&seen.snapshot, &named, "").unwrap().0;
    assert_eq!(parties(&String::from_utf8(page).unwrap()), ["NLD", "BRA"]);
}

#[test]
fn several_proposals_that_are_selected_are_briefed_on_one_after_the_other() {
    let home = folder();
    let document = document(home.path());
    let snapshot = document.snapshot();
    let selected =
        ["A/RES/77/36", "A/RES/73/27"].map(|it| snapshot.proposal_by_code(it).unwrap().id);
    let filter = Filter::default();
    let screen = OnScreen { selected: &selected, ..on(&filter) };
    let named = Chosen::Selected.named(snapshot, screen);
    assert!(Chosen::Selected.suits(Subject::Brief) && !Chosen::Selected.suits(Subject::Carry));
    let request =
        Request { subject: Subject::Brief, on: Chosen::Selected, ..request(Format::Text) };
    let page = String::from_utf8(request.write(snapshot, &named, "").unwrap().0).unwrap();
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(place("A/RES/77/36") < place("A/RES/73/27"));
    assert!(!page.contains("A/RES/74/28"));
}

#[test]
fn the_matrix_under_a_scenario_is_exported_as_such_and_is_marked_like_it() {
    let home = folder();
    let mut document = document(home.path());
    let own = document.snapshot().dossier.marking;
    let party = document.snapshot().party_by_code("BRA").unwrap().id;
    let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
    let scenario = Scenario::new("Brazil moves", own);
    let moved = ScenarioMove::new(scenario.id, proposal, party, Some(Stance::Object), own);
    let (id, name) = (scenario.id, scenario.name.clone());
    document.apply(&Edit::add(scenario, "").put(moved)).unwrap();
    let filter = Filter { text: "brazil".into(), ..Filter::default() };
    let plain = Chosen::Shown.named(document.snapshot(), on(&filter));
    let named = Named::Under(Box::new(plain.clone()), name);
    let page = |named: &Named, format| {
        let request = Request { under: Some(id), ceiling: Marking::Red, ..request(format) };
        let (bytes, marking) = request.write(document.snapshot(), named, "").unwrap();
        (String::from_utf8(bytes).unwrap(), marking)
    };
    let stance = |named| {
        let (page, _) = page(named, Format::Csv);
        let (heads, row) = page.trim_start_matches('\u{feff}').split_once('\n').unwrap();
        let place = heads.split(',').position(|it| it == "A/RES/73/27").unwrap();
        row.split(',').nth(place).unwrap().to_owned()
    };
    assert_eq!(stance(&plain), "accept");
    assert_eq!(stance(&named), "object");
    let (words, marking) = page(&named, Format::Text);
    assert!(words.contains("Under the scenario “Brazil moves”"), "{words}");
    assert!(marking >= own);
    // Under a ceiling below it there is no such page, rather than one of reality.
    let seen = document.visible(&Clearance::new(Audience::Copy, Marking::Clear)).unwrap();
    assert!(matches!(written(&seen.snapshot, &named, Format::Csv), Err(Unwritable::Unfound(_))));
}

#[test]
fn a_kept_view_goes_along_when_copies_are_merged_and_into_no_copy_for_others() {
    let home = folder();
    let mut mine = document(home.path());
    let colleague = home.path().join("colleague.cbm");
    mine.copy_to(&colleague).unwrap();
    let mut theirs = Document::open(&colleague).unwrap();
    theirs.set_author("theirs");
    let kept = |filter: &Filter| SavedView::new("Whom the minister calls", filter.to_kept());
    let known = Filter { known: true, ..Filter::default() };
    let silent = Filter { stances: Picked::only([None]), ..Filter::default() };
    theirs.apply(&Edit::add(kept(&known), "Whom the minister calls")).unwrap();
    // A name used twice in one dossier would identify nothing.
    theirs.apply(&Edit::add(kept(&silent), "Whom the minister calls")).unwrap_err();
    drop(theirs);
    let to = home.path().join("copy.cbm");
    {
        let theirs = Document::open(&colleague).unwrap();
        theirs.redact(&to, Marking::Red, "copy", None).unwrap();
    }
    let bytes = std::fs::read(&to).unwrap();
    assert!(!bytes.windows(8).any(|it| it == b"minister"), "not even under RED");
    assert!(Document::open(&to).unwrap().snapshot().saved_views.is_empty());
    // Both saved another filter under one name: the user is asked, and neither is combined with the
    // other.
    mine.apply(&Edit::add(kept(&silent), "Whom the minister calls")).unwrap();
    let theirs = Document::open_read_only(&colleague).unwrap();
    let planned = plan(&mine, &theirs).unwrap();
    assert_eq!(planned.conflicts.len(), 1, "{:?}", planned.conflicts);
}
