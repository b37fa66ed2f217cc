//! Brackets with markings of their own: in copies, in the text field of a proposal too, and in what
//! another side made of them.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Alias, Bilingual, Dossier, Group, GroupKind, Language, Marking, Paragraph, Party, Proposal,
    Version,
};
use cbm_workbench::report::{Chosen, DraftForm, Format, Named, Paper, Request, Subject};

use crate::common::{dossier, folder};
use crate::pairs::Pair;

#[test]
fn the_text_field_of_a_proposal_leaves_without_what_its_brackets_keep_back() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::UnVotes)).unwrap();
    let own = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
    // Keyboards of other scripts have wide brackets.
    for (at, [open, close]) in [["[", "]"], ["［", "］"], ["⟦", "⟧"]].into_iter().enumerate()
    {
        let line = format!("OP1 Act {open}secret\nor so{close} (RUS; TLP:RED) now");
        let text = format!("PP1 Recalling {open}x{close} (NLD),\n{line}");
        let own = Proposal { text, marking: Some(Marking::Clear), ..own.clone() };
        document.apply(&Edit::change(own, "")).unwrap();
        for (ceiling, wanted) in [
            (Marking::Clear, "PP1 Recalling [x] (NLD),\nOP1 Act now"),
            (Marking::Red, "PP1 Recalling [x] (NLD),\nOP1 Act [secret or so] (RUS; TLP:RED) now"),
        ] {
            let to = folder.path().join(format!("{at}-{}.cbm", ceiling as usize));
            document.redact(&to, ceiling, "A copy", None).unwrap();
            let copy = Document::open(&to).unwrap();
            let text = &copy.snapshot().proposal_by_code("A/RES/73/27").unwrap().text;
            assert_eq!(text, wanted);
        }
    }
}

#[test]
fn words_that_the_other_side_took_out_of_a_marked_bracket_are_a_decision() {
    let take = |document: &mut Document| {
        let first = document.snapshot().proposals.iter().next().unwrap().id;
        let version = Version::new(first, "chair", 0);
        let words = "States [secretly] (NLD; TLP:RED) share";
        let paragraph = Paragraph::new(version.id, 0, words);
        document.apply(&Edit::add(version, "").put(paragraph)).unwrap();
    };
    let write = |document: &mut Document, words: &str| {
        let paragraph = document.snapshot().paragraphs.iter().next().unwrap().clone();
        let changed = Paragraph { words: words.to_owned(), ..paragraph };
        document.apply(&Edit::change(changed, "")).unwrap();
    };
    let theirs = |words: &'static str| Pair::after(take, move |it| write(it, words));
    let pair = theirs("States secretly share");
    assert_eq!(pair.plan().conflicts.len(), 1, "it would be in the next copy");
    let pair = theirs("States should [secretly] (NLD; TLP:RED) share");
    assert!(pair.plan().conflicts.is_empty());
}

#[test]
fn a_page_is_as_confidential_as_the_brackets_in_the_text_of_a_proposal() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::UnVotes)).unwrap();
    let own = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
    let text = "OP1 Act,\nOP2 [secretly] (NLD; TLP:RED)".to_owned();
    document.apply(&Edit::change(Proposal { text, ..own.clone() }, "")).unwrap();
    let marking = |document: &Document, subject, format| {
        let request = Request {
            subject,
            format,
            paper: Paper::default(),
            ceiling: Marking::Red,
            language: Language::English,
            as_of: "2026-11-21".parse().unwrap(),
            since: "2025-11-21".parse().unwrap(),
            short: false,
            signed: false,
            form: DraftForm::Tracked,
            on: Chosen::Nothing,
            under: None,
        };
        let named = Named::Proposals(vec!["A/RES/73/27".to_owned()]);
        request.write(document.snapshot(), &named, "").unwrap().1
    };
    let pages = [
        (Subject::Brief, Format::Text),
        (Subject::All, Format::Xlsx),
        (Subject::All, Format::Json),
    ];
    for (subject, format) in pages {
        assert_eq!(marking(&document, subject, format), Marking::Red, "{subject:?} {format:?}");
    }
    document.apply(&Edit::change(own, "")).unwrap();
    for (subject, format) in pages {
        assert_ne!(marking(&document, subject, format), Marking::Red, "{subject:?} {format:?}");
    }
}

#[test]
fn who_was_withheld_is_not_named_by_a_text_after_being_renamed_or_deleted() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::UnVotes)).unwrap();
    let proposal = document.snapshot().proposals.iter().next().unwrap().clone();
    let proposal = Proposal { marking: Some(Marking::Clear), ..proposal };
    let party = |document: &Document, code: &str| {
        let found = document.snapshot().party_by_code(code).unwrap().clone();
        Party { marking: Some(Marking::Red), ..found }
    };
    let version =
        Version { marking: Some(Marking::Clear), ..Version::new(proposal.id, "chair", 0) };
    let words = "OP1 Act [a] (RUS) [b] (NLD, Muscovy) [c] (CUB) now";
    let paragraph =
        Paragraph { marking: Some(Marking::Clear), ..Paragraph::new(version.id, 0, words) };
    let other = Alias::new(party(&document, "RUS").id, "Muscovy");
    let (russia, cuba) = (party(&document, "RUS"), party(&document, "CUB"));
    let edit = Edit::change(proposal, "").put(version).put(paragraph).put(other.clone());
    document.apply(&edit.put(russia.clone()).put(cuba.clone())).unwrap();
    let seen = |document: &mut Document, name: &str| {
        let to = folder.path().join(format!("{name}.cbm"));
        document.redact(&to, Marking::Clear, "A copy", None).unwrap();
        let copy = Document::open(&to).unwrap();
        copy.snapshot().paragraphs.iter().next().unwrap().words.clone()
    };
    let told = "OP1 Act [a] [b] (NLD) [c] now";
    assert_eq!(seen(&mut document, "first"), told);
    let renamed = Party { code: "RSF".to_owned(), ..russia };
    document.apply(&Edit::change(renamed, "")).unwrap();
    document.apply(&Edit::delete(document.snapshot(), other.id.into(), "")).unwrap();
    document.apply(&Edit::delete(document.snapshot(), cuba.id.into(), "")).unwrap();
    assert_eq!(seen(&mut document, "then"), told);
    // Whoever has the name now may be named by it.
    let open =
        Party { marking: Some(Marking::Clear), ..Party::new("CUB", cuba.name.clone(), cuba.kind) };
    document.apply(&Edit::add(open, "")).unwrap();
    assert_eq!(seen(&mut document, "last"), "OP1 Act [a] [b] (NLD) [c] (CUB) now");
}

#[test]
fn whoever_is_withheld_is_not_named_as_part_of_a_name_that_is_nobodys() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::UnVotes)).unwrap();
    let clear = Some(Marking::Clear);
    let own = document.snapshot().dossier.clone();
    document.apply(&Edit::change(Dossier { marking: Marking::Clear, ..own }, "")).unwrap();
    let proposal = document.snapshot().proposals.iter().next().unwrap().id;
    let version = Version { marking: clear, ..Version::new(proposal, "chair", 0) };
    let names = [
        "RUS/NLD",
        "NLD/RUS/BRA",
        "RUS+5",
        "RUS2",
        "RUS-2",
        "RUSNLD",
        "G77/RUS",
        "RU/NLD",
        "RU+NLD",
        "P5+1",
        "NLD/P-5",
        "RF/NLD",
    ];
    let five = Group::new("P5", Bilingual::new("Permanent Five", ""), GroupKind::Forum);
    let five = Group { marking: Some(Marking::Red), ..five };
    let mut edit = Edit::add(version.clone(), "").put(five);
    for (rank, name) in (0..).zip(names.iter().chain(&["NLD/BRA", "G77"])) {
        let words = format!("Act [a] ({name}) now");
        edit = edit.put(Paragraph { marking: clear, ..Paragraph::new(version.id, rank, words) });
    }
    document.apply(&edit).unwrap();
    let mut seen = |marking: Marking, name: &str| {
        let party = document.snapshot().party_by_code("RUS").unwrap().clone();
        let party = Party { marking: Some(marking), ..party };
        document.apply(&Edit::change(party, "")).unwrap();
        let to = folder.path().join(format!("{name}.cbm"));
        document.redact(&to, Marking::Clear, "A copy", None).unwrap();
        let copy = Document::open(&to).unwrap();
        let mut all: Vec<_> = copy.snapshot().paragraphs.iter().cloned().collect();
        all.sort_by_key(|it| it.rank);
        all.into_iter().map(|it| it.words).collect::<Vec<_>>()
    };
    let withheld = seen(Marking::Red, "first");
    let (glued, others) = withheld.split_at(names.len());
    assert!(glued.iter().all(|it| it == "Act [a] now"), "{glued:?}");
    assert_eq!(others, ["Act [a] (NLD/BRA) now", "Act [a] (G77) now"]);
    assert!(seen(Marking::Clear, "then")[0].contains("RUS"));
}
