//! Texts written for Word: in every form, with what may be seen and nothing else.

use std::path::Path;

use cbm_workbench::analysis::{asks, paragraphs, versions};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::{DocxNames, DocxText, read_docx};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Ask, Comment, Fate, Language, Marking};
use cbm_workbench::report::{
    Chosen, DraftForm, Format, Named, Paper, Request, Subject, Unwritable,
};
use cbm_workbench::store::{Audience, Clearance};

use crate::common::{dossier, folder, run};

const CODE: &str = "A/RES/73/27";

/// Five versions of a text, with paragraphs renumbered, moved, added and removed.
const VERSIONS: [&str; 5] = [
    "OP1 States shall share information on threats.\n\nOP2 States meet once a year.\n",
    "OP1 States shall share information on threats [voluntarily] (RUS).\n\n\
     OP2 States meet once a year.\n\nOP3 A note on costs is annexed to this text.\n",
    "OP1 States meet twice a year.\n\nOP2 States should share information on threats.\n\n\
     OP3 A note on costs is annexed to this text.\n",
    "OP1 States meet twice a year.\n\nOP2 States should share information on threats.\n",
    "OP1 States meet twice a year.\n\nOP2 States should share information on threats, in time.\n\n\
     OP3 Experts advise them between meetings.\n",
];

fn with_versions(folder: &Path, count: usize) -> String {
    let folder_of = folder;
    let path = folder_of.join("text.cbm");
    Document::create(&path, Template::UnVotes, "UN votes").unwrap();
    for (at, words) in VERSIONS.iter().take(count).enumerate() {
        std::fs::write(folder_of.join("t.txt"), words).unwrap();
        let name = format!("rev.{at}");
        let ran = run(folder_of, &["text", "text.cbm", "add", CODE, "t.txt", "--name", &name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    "text.cbm".to_owned()
}

fn read(bytes: &[u8]) -> DocxText {
    let names = DocxNames { known: &|_| false, party_of: &|_| None };
    read_docx(bytes, &names).unwrap()
}

fn words(text: &DocxText) -> Vec<String> {
    text.paragraphs.iter().map(|it| it.draft.words.bare()).collect()
}

#[test]
fn the_last_four_versions_stand_beside_one_another_each_paragraph_in_one_row() {
    let folder = folder();
    let file = with_versions(folder.path(), 5);
    let write = |more: &[&str]| {
        let arguments = ["text", &file, "write", CODE, "c.docx", "--form", "columns"];
        let _ = std::fs::remove_file(folder.path().join("c.docx"));
        run(folder.path(), &[&arguments[..], more].concat())
    };
    let ran = write(&[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = read(&std::fs::read(folder.path().join("c.docx")).unwrap());
    let (share, meet) = ("share information on threats", "States meet twice a year.");
    let cells = words(&text);
    let expected = [
        "rev.1".to_owned(),
        "rev.2".to_owned(),
        "rev.3".to_owned(),
        "rev.4".to_owned(),
        "States meet once a year.".to_owned(),
        meet.to_owned(),
        meet.to_owned(),
        meet.to_owned(),
        format!("States shall {share} voluntarily."),
        format!("States should {share}."),
        format!("States should {share}."),
        format!("States should {share}, in time."),
        "A note on costs is annexed to this text.".to_owned(),
        "A note on costs is annexed to this text.".to_owned(),
        "Experts advise them between meetings.".to_owned(),
    ];
    assert_eq!(cells, expected);
    // Two named versions are the only columns; a single one has none beside it.
    let ran = write(&["--version", "rev.4", "--against", "rev.0"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = read(&std::fs::read(folder.path().join("c.docx")).unwrap());
    assert_eq!(words(&text)[..2], ["rev.0", "rev.4"]);
    let ran = write(&["--version", "rev.0"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("no version before this one"), "{ran:?}");
}

#[test]
fn without_a_version_to_compare_with_it_is_the_one_before() {
    let folder = folder();
    let file = with_versions(folder.path(), 5);
    let arguments = ["text", &file, "write", CODE, "c.docx", "--form", "compared"];
    let ran = run(folder.path(), &arguments);
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = read(&std::fs::read(folder.path().join("c.docx")).unwrap());
    let read: Vec<_> = text
        .paragraphs
        .iter()
        .map(|it| (it.draft.number.clone(), it.draft.words.brackets().len()))
        .collect();
    let op = |at: usize, changes| (format!("OP{at}"), changes);
    assert_eq!(read, [op(1, 0), op(2, 1), op(3, 1)]);
}

/// A request for the text as a Word document.
fn request(form: DraftForm, ceiling: Marking) -> Request {
    Request {
        subject: Subject::Text,
        format: Format::Docx,
        paper: Paper::default(),
        ceiling,
        language: Language::English,
        as_of: "2026-11-21".parse().unwrap(),
        since: "2025-11-21".parse().unwrap(),
        short: false,
        signed: false,
        form,
        under: None,
        on: Chosen::Nothing,
    }
}

#[test]
fn comments_leave_with_the_changes_under_their_marking_and_with_nothing_else() {
    let folder = folder();
    let file = with_versions(folder.path(), 2);
    let mut document = Document::open(&folder.path().join(&file)).unwrap();
    let snapshot = document.snapshot();
    let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
    let present = versions(snapshot, proposal).last().unwrap().id;
    let on = paragraphs(snapshot, present)[0].record_id();
    let made = "2026-11-20T10:12:00Z".parse().unwrap();
    let asked = Comment::new(on, "Which threats?", "Anna de Vries", made);
    let answer =
        Comment { answers: Some(asked.id), ..Comment::new(on, "All of them.", "Bert Bos", made) };
    let done = Comment { resolved: true, ..Comment::new(on, "Done.", "Bert Bos", made) };
    let secret = Comment {
        marking: Some(Marking::Red),
        ..Comment::new(on, "canaryzulu", "Anna de Vries", made)
    };
    let edit = Edit::add(asked, "x").put(answer).put(done).put(secret);
    document.apply(&edit).unwrap();
    let named = Named::Proposals(vec![CODE.to_owned()]);
    let made = |form, ceiling| -> Result<(DocxText, Marking), Unwritable> {
        let seen = document.visible(&Clearance::new(Audience::Copy, ceiling)).unwrap();
        let (bytes, marking) = request(form, ceiling).write(&seen.snapshot, &named, "")?;
        Ok((read(&bytes), marking))
    };
    let said = |text: &DocxText| -> Vec<(String, String)> {
        let all = text.paragraphs.iter().flat_map(|it| &it.comments);
        all.map(|it| (it.author.clone(), it.text.clone())).collect()
    };
    let comment = |author: &str, text: &str| (author.to_owned(), text.to_owned());
    let (text, marking) = made(DraftForm::Tracked, Marking::Amber).unwrap();
    let open = [comment("Anna de Vries", "Which threats?"), comment("Bert Bos", "All of them.")];
    assert_eq!((said(&text), marking), (open.to_vec(), Marking::Amber));
    assert!(text.paragraphs[0].comments[0].date.starts_with("2026-11-20T"));
    let (text, marking) = made(DraftForm::Tracked, Marking::Red).unwrap();
    assert!(said(&text).iter().any(|it| it.1 == "canaryzulu"));
    assert_eq!(marking, Marking::Red, "a comment of it is RED");
    for form in [DraftForm::Brackets, DraftForm::Clean, DraftForm::Compared, DraftForm::Columns] {
        let (text, marking) = made(form, Marking::Red).unwrap();
        assert_eq!((said(&text), marking), (vec![], Marking::Amber), "{form:?}");
    }
}

#[test]
fn every_form_keeps_what_is_withheld_out() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let mut document = Document::open(&path).unwrap();
    let mut hidden = document.snapshot().party_by_code("CHN").unwrap().clone();
    hidden.marking = Some(Marking::Red);
    document.apply(&Edit::change(hidden, "")).unwrap();
    drop(document);
    let words = "OP1 States shall [canaryzulu] (NLD; TLP:RED) share [openly] (CHN, NLD), always.\n";
    for (name, words) in [("one", words), ("two", &words.replace("always", "at once"))] {
        std::fs::write(folder.path().join("t.txt"), words).unwrap();
        let ran = run(folder.path(), &["text", file, "add", CODE, "t.txt", "--name", name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    for form in ["tracked", "brackets", "clean", "compared", "columns"] {
        for (ceiling, there) in [("RED", form != "clean"), ("AMBER", false)] {
            let to = format!("{form}-{ceiling}.docx");
            let arguments =
                ["text", file, "write", CODE, &to, "--form", form, "--ceiling", ceiling];
            let ran = run(folder.path(), &arguments);
            assert_eq!(ran.code, 0, "{ran:?}");
            assert!(ran.out.contains(&format!("TLP:{ceiling}")), "{ran:?}");
            let bytes = std::fs::read(folder.path().join(&to)).unwrap();
            let all = crate::exports::unpacked(&bytes);
            for canary in ["canaryzulu", "CHN"] {
                assert_eq!(all.contains(canary), there, "{canary} in {to}");
            }
        }
    }
}

#[test]
fn what_comes_in_names_its_owners_wherever_they_stand_and_guesses_at_nobody() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let typed = "OP1 States shall act [NLD, FRA: and report] (BRA) [RUS, XYZ: at once].\n\n\
                 OP2 bis [NLD: States shall report.]\n\n\
                 OP3 States [shall → should] (\"Ivan Petrov \\(RUS\\)\", \"Jordan, Michael\") meet.\n";
    std::fs::write(folder.path().join("t.txt"), typed).unwrap();
    let add =
        |more: &[&str]| run(folder.path(), &[&["text", file, "add", CODE, "t.txt"], more].concat());
    let written = |version: usize| -> Vec<String> {
        let document = Document::open(&path).unwrap();
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
        let version = versions(snapshot, proposal)[version].id;
        paragraphs(snapshot, version).into_iter().map(|it| it.words.clone()).collect()
    };
    let ran = add(&["--name", "chair"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("words in OP3; RUS may be meant. The name is kept"), "{}", ran.out);
    let kept = written(0);
    assert_eq!(
        kept[..2],
        [
            "States shall act [and report] (NLD, FRA, BRA) [\\RUS, XYZ: at once].",
            "[States shall report.] (NLD)"
        ]
    );
    assert!(kept[2].contains("Ivan Petrov"), "it is not taken in silence: {}", kept[2]);
    let ran = add(&["--name", "rev.1", "--suggested"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(written(1)[2], "States [shall → should] (RUS, \"Jordan\\, Michael\") meet.");
}

#[test]
fn a_paragraph_without_a_number_is_named_by_its_place() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    std::fs::write(folder.path().join("t.txt"), "A first one.\n\nA second [one.\n").unwrap();
    let ran = run(folder.path(), &["text", file, "add", CODE, "t.txt"]);
    assert!(ran.out.contains("Paragraph 2: a bracket is opened"), "{}", ran.out);
}

#[test]
fn what_became_of_a_wording_names_what_is_missing_and_by_which_words_it_is_judged() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let file = path.file_name().unwrap().to_str().unwrap();
    let typed = "OP1 States [alt 1 should] (NLD) [alt 2 may] (RUS) answer a request.\n\n\
                 OP2 States should name contacts, where appropriate.\n";
    std::fs::write(folder.path().join("t.txt"), typed).unwrap();
    assert_eq!(run(folder.path(), &["text", file, "add", CODE, "t.txt"]).code, 0);
    let mut document = Document::open(&path).unwrap();
    let on = document.snapshot().proposal_by_code(CODE).unwrap().id;
    let red_line = Ask { red_line: "contacts, where appropriate".to_owned(), ..Ask::new(on, "") };
    let edit = Edit::add(Ask::new(on, "States shall answer a request"), "").put(red_line);
    document.apply(&edit).unwrap();
    drop(document);
    let ran = run(folder.path(), &["text", file, "asks", CODE, "--format", "json"]);
    let page: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let [crossed, part] = [&page["asks"][0], &page["asks"][1]];
    assert_eq!(crossed["fate"], "red_line_crossed", "{page}");
    assert_eq!(crossed["rests_on"], "contacts, where appropriate");
    assert_eq!((&part["fate"], &part["missing"]), (&"in_part".into(), &"shall".into()), "{page}");
    assert_eq!(part["bracketed"], "shall → may");
}

#[test]
fn of_the_wordings_to_practise_on_one_is_in_one_is_weakened_and_a_red_line_is_crossed() {
    let folder = folder();
    let path = dossier(&folder, Template::GlobalMechanism);
    let document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let on = snapshot.proposal_by_code("UN CBM 1").unwrap().id;
    let fates = |version| {
        let mut found: Vec<_> = asks(snapshot, on, version)
            .iter()
            .map(|it| (it.fate(), it.paragraph.map(|it| it.number.clone())))
            .collect();
        found.sort_by_key(|it| it.0 as usize);
        found
    };
    let all = versions(snapshot, on);
    let at = |number: &str| Some(number.to_owned());
    let now = [(Fate::In, at("OP3")), (Fate::Weakened, at("OP1")), (Fate::Crossed, at("OP4"))];
    assert_eq!(fates(all[2]), now);
    let before = fates(all[1]);
    assert!(before.iter().all(|it| ![Fate::In, Fate::Crossed].contains(&it.0)), "{before:?}");
}
