//! Targets for bytes from a stranger: they are opened as a dossier, imported as a table or a
//! package, imported as a table of any layout, pasted as a table, and played as edits on two copies
//! that are then merged. Nothing may panic.
//!
//! `cargo +nightly fuzz run opener -- tests/corpus/opener` tries new ones; `tests/it/corpus.rs`
//! replays those in the corpus.

use std::path::Path;

use cbm_workbench::document::merge::{Decision, plan};
use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::intake::{
    self, Answers, Fate, Layout, Mapping, Meant, NameAnswer, Options, Plan, Question, Recipe,
    guess, guess_among,
};
use cbm_workbench::exchange::{
    Answer, Dating, Header, Hold, NO_HEADER, Sheet, block_from_text, plan_import, read_grid,
    read_grid_as, read_workbook, unpack,
};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Brief, DayOrder, Keyed, Language, Party, PartyKind, Position, Proposal, Record,
    Snapshot, Source, SourceKind, Stance,
};
use cbm_workbench::store::{Access, salvage};
use cbm_workbench::text::Text;

/// Opens bytes as a dossier, reads all of it, and salvages whatever can be read.
pub fn opener(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("stranger.cbm");
    std::fs::write(&path, bytes).expect("a file");
    if let Ok(document) = Document::open_read_only(&path) {
        let _ = document.findings();
        let _ = document.at(0);
    }
    assert_eq!(std::fs::read(&path).expect("the file"), bytes, "reading changed it");
    let _ = salvage(&path, &folder.path().join("salvaged.cbm"), &Access::default());
    assert_eq!(std::fs::read(&path).expect("the file"), bytes, "salvaging changed it");
    if let Ok(mut document) = Document::open(&path) {
        let _ = document.undo();
    }
}

/// Imports bytes as a table, of text or in a workbook, and reads them as a package. It starts from
/// `tests/corpus/importers` and `tests/corpus/tables`.
pub fn importers(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("stranger");
    std::fs::write(&path, bytes).expect("a file");
    let to = folder.path().join("unpacked.cbm");
    if unpack(&path, &to, None).is_err() {
        assert!(!to.exists(), "half a package");
    }
    let Ok(workbook) = read_workbook(bytes) else { return };
    let dossier = folder.path().join("dossier.cbm");
    Document::create(&dossier, Template::UnGlobalCbms, "Dossier").expect("a dossier");
    let document = Document::open_read_only(&dossier).expect("a dossier");
    let today = "2026-11-21".parse().expect("a day");
    for language in [Language::English, Language::Dutch] {
        for order in [None, Some(DayOrder::DayFirst), Some(DayOrder::MonthFirst)] {
            let text = Text::new(language);
            for sheet in &workbook.sheets {
                let dating = Dating { order, ..Dating::on(today) };
                let _ = plan_import(document.snapshot(), &sheet.sheet, text, dating, "a");
            }
        }
    }
}

/// Imports bytes as a table of any layout, in each one that fits. Whatever the answers, the result
/// follows the rules, and a second import adds nothing. It starts from the same files.
pub fn takers(bytes: &[u8]) {
    let Ok(workbook) = read_workbook(bytes) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dossier.cbm");
    Document::create(&path, Template::Empty, "Dossier").expect("a dossier");
    let mut document = Document::open(&path).expect("a dossier");
    for sheet in workbook.sheets.iter().map(|it| &it.sheet) {
        let likely = guess(sheet, document.snapshot());
        let bare = guess_among(sheet, document.snapshot(), Layout::ALL, Some(NO_HEADER));
        let _ = take(document.snapshot(), sheet, bare.mapping);
        for layout in Layout::ALL {
            let found = guess_among(sheet, document.snapshot(), &[*layout], None);
            let _ = take(document.snapshot(), sheet, found.mapping);
        }
        let Some(plan) = take(document.snapshot(), sheet, likely.mapping.clone()) else { continue };
        let recipe = likely.mapping.recipe();
        assert_eq!(
            Recipe::from_toml(&recipe.to_toml()).as_ref(),
            Ok(&recipe),
            "not saved as it is"
        );
        let rows: usize = Fate::ALL.iter().map(|fate| plan.tally.of(*fate)).sum();
        assert!(plan.is_empty() || rows > 0, "something comes of nothing");
        document.apply(&plan.edit("t")).expect("it keeps the rules");
        assert_eq!(document.findings().expect("a check"), [], "not sound");
    }
}

/// The plan of a table once every question about it is answered; `None` if it cannot be read.
fn take(snapshot: &Snapshot, sheet: &Sheet, mut mapping: Mapping) -> Option<Plan> {
    let options = Options {
        text: Text::new(Language::English),
        today: "2026-11-21".parse().expect("a day"),
        undated_on: "2026-11-21".parse().expect("a day"),
        author: "a".to_owned(),
        create: true,
        kind: None,
        groups: false,
        titles: None,
    };
    let mut answers = Answers::default();
    for round in 0..8 {
        let plan = intake::plan(snapshot, sheet, &mapping, &answers, &options, &mut |_| true)?;
        for question in &plan.questions {
            match question {
                Question::Days(days) => {
                    mapping.dates = days.likely().or(Some(DayOrder::MonthFirst));
                }
                Question::Scale(scale) => {
                    let meant = |number: &String| (number.clone(), Meant::Stance(Stance::Accept));
                    mapping.scale = scale.numbers.iter().map(meant).collect();
                }
                Question::Name(name) => {
                    let first = name.options.first().map(|option| option.answer);
                    let answer = first.unwrap_or(NameAnswer::New(PartyKind::Company));
                    answers.name(&name.written, answer);
                }
                Question::Clash(clash) => answers.leave_out(clash.second),
            }
        }
        if plan.questions.is_empty() || round == 7 {
            return Some(plan).filter(|plan| !plan.is_blocked());
        }
    }
    None
}

/// Pastes bytes as a table that becomes a dossier, and as a block of stances. Whatever the answers,
/// the result follows the rules and holds no more than was counted.
pub fn grids(bytes: &[u8]) {
    let pasted = String::from_utf8_lossy(bytes);
    let _ = block_from_text(&pasted);
    let Ok(mut grid) = read_grid(&pasted) else { return };
    if grid.header == Header::LikelyMissing {
        assert!(!grid.is_ready(), "it is asked about");
        grid = read_grid_as(&pasted, Some(false)).expect("as before");
    }
    let today = "2026-11-21".parse().expect("a day");
    assert!(grid.records("Open", today, "a").len() <= 1 + grid.counts().iter().sum::<usize>());
    grid.answer_rest(Answer::own(PartyKind::Organisation));
    let whos: Vec<_> = grid.clashes().iter().map(|clash| (clash.who, clash.rows[0])).collect();
    for (place, (who, row)) in whos.into_iter().enumerate() {
        grid.hold(who, if place % 2 == 0 { Hold::Row(row) } else { Hold::Neither });
    }
    grid.accepted = true;
    assert_eq!((grid.unanswered(), grid.undecided()), (0, 0), "all was answered");
    if !grid.is_ready() {
        return;
    }
    let records = grid.records("Pasted", today, "a");
    let stances = records.iter().filter(|it| matches!(it, Record::Position(_))).count();
    assert_eq!(stances, grid.counts()[2], "as many as were counted");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pasted.cbm");
    Document::create_of(&path, &records).expect("a dossier");
    let document = Document::open_read_only(&path).expect("the dossier");
    assert_eq!(document.findings().expect("a check"), [], "not sound");
}

/// Plays bytes as edits on two copies of a dossier, four bytes per edit, and merges them both ways:
/// both are sound afterwards, and there is nothing left to merge.
pub fn merge(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let [mine, theirs] = ["mine.cbm", "theirs.cbm"].map(|name| folder.path().join(name));
    Document::create(&mine, Template::UnGlobalCbms, "Dossier").expect("a dossier");
    std::fs::copy(&mine, &theirs).expect("a copy");
    play(&mine, bytes, 0);
    play(&theirs, bytes, 1);
    let decision = bytes
        .first()
        .map(|byte| [Decision::Mine, Decision::Theirs, Decision::Later][usize::from(*byte % 3)]);
    let other = Document::open_read_only(&theirs).expect("the copy");
    let mut document = Document::open(&mine).expect("the dossier");
    let mut merge = plan(&document, &other).expect("a common point");
    for conflict in &mut merge.conflicts {
        conflict.decision = decision;
    }
    let before = document.history().undoable();
    document.merge(&merge, "", |_| "later".to_owned()).expect("a merge");
    assert_eq!(document.findings().expect("a check"), [], "not sound");
    let again = plan(&document, &other).expect("a common point");
    assert!(again.taken.is_empty() && again.conflicts.is_empty(), "{again:?}");
    if document.history().undoable() > before {
        document.undo().expect("one step back");
        assert_eq!(document.findings().expect("a check"), [], "not sound after undo");
    }
}

fn play(path: &Path, bytes: &[u8], side: u8) {
    let mut document = Document::open(path).expect("a dossier");
    for act in bytes.chunks_exact(4).filter(|act| act[0] % 2 == side).take(40) {
        let edit = edit(&document, act[1], act[2].into(), act[3].into());
        match edit {
            Some(edit) => drop(document.apply(&edit)),
            None => drop(document.undo()),
        }
    }
}

fn edit(document: &Document, kind: u8, a: usize, b: usize) -> Option<Edit> {
    let snapshot = document.snapshot();
    let party = snapshot.parties.iter().nth(a % 12)?.clone();
    let proposal = snapshot.proposals.iter().nth(b % 8)?.clone();
    let day = chrono_day(b);
    Some(match kind % 12 {
        0 => Edit::change(Party { note: format!("{b}"), ..party }, ""),
        1 => Edit::change(Party { region: format!("{b}"), ..party }, ""),
        2 => Edit::delete(snapshot, party.record_id(), ""),
        3 => Edit::change(Proposal { text: format!("{a}"), ..proposal }, ""),
        4 => Edit::delete(snapshot, proposal.record_id(), ""),
        5 => {
            let stance = Some(Stance::Support);
            Edit::add(Position::new(proposal.id, party.id, stance, day?), "")
        }
        6 => Edit::add(Brief { red_line: format!("{a}"), ..Brief::new(proposal.id) }, ""),
        7 => {
            let name = Bilingual::new(format!("New {b}"), "");
            Edit::add(Party::new(format!("N{}", a % 3), name, PartyKind::Company), "")
        }
        8 => Edit::add(Source::new("", format!("{a}"), SourceKind::Other), ""),
        9 => {
            let source = snapshot.sources.iter().nth(a % 6)?.id;
            Edit::change(Proposal { source: Some(source), ..proposal }, "")
        }
        10 => {
            let source = snapshot.sources.iter().nth(a % 6)?.record_id();
            Edit::delete(snapshot, source, "")
        }
        _ => return None,
    })
}

fn chrono_day<T: std::str::FromStr>(number: usize) -> Option<T> {
    format!("2026-{:02}-{:02}", number % 12 + 1, number % 28 + 1).parse().ok()
}
