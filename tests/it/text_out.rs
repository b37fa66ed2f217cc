//! Texts that leave for Word: in every form, with what may be seen and nothing else.

use std::path::Path;

use cbm_workbench::analysis::{paragraphs, versions};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::{DocxNames, DocxText, read_docx};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Comment, Language, Marking};
use cbm_workbench::report::{
    Chosen, DraftForm, Format, Named, Paper, Request, Subject, Unwritable,
};
use cbm_workbench::store::{Audience, Clearance};

use crate::common::{dossier, folder, run};

const CODE: &str = "A/RES/73/27";

/// Five versions of a text: what is renumbered, moved, new and gone.
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
    // Two that are named stand beside one another alone; one alone has nothing beside it.
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

/// A request for the text as a document of Word.
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
