//! Tables of positions: what is read from them, what is refused, and how it is explained.

use std::time::{Duration, Instant};

use cbm_workbench::analysis::camps;
use cbm_workbench::document::{Document, Edit, Error, Problem};
use cbm_workbench::exchange::{Dating, Import, plan_import, read_sheet};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Bilingual, Camp, Dossier, Group, GroupKind, Keyed, Membership, Party, PartyKind, Position,
    Proposal, Snapshot, Speaker, Stance,
};
use cbm_workbench::text::Text;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::common::{Ran, dossier, folder, place, run, times, write};

/// A dossier, and the results of importing tables into it.
struct Workspace(TempDir);

impl Workspace {
    fn new(template: &str) -> Self {
        let home = folder();
        assert_eq!(run(home.path(), &["new", "x.cbm", "--template", template]).code, 0);
        Self(home)
    }

    fn import(&self, table: impl AsRef<[u8]>, more: &[&str]) -> Ran {
        std::fs::write(self.0.path().join("t.csv"), table).unwrap();
        run(self.0.path(), &[&["import", "x.cbm", "positions", "t.csv"], more].concat())
    }

    /// The full message when a table is refused.
    fn refused(&self, table: impl AsRef<[u8]>) -> String {
        let ran = self.import(table, &[]);
        assert_eq!(ran.code, 1, "{ran:?}");
        ran.err
    }

    fn entries(&self, party: &str, proposal: &str) -> Vec<Position> {
        let document = Document::open_read_only(&self.0.path().join("x.cbm")).unwrap();
        let (proposal, party) = place(document.snapshot(), party, proposal);
        document.snapshot().line(proposal, party)
    }
}

#[test]
fn a_stance_that_becomes_unknown_again_is_kept_even_within_one_table() {
    let workspace = Workspace::new("un-global-cbms");
    let table = "party,proposal,stance,date\n\
                 NLD,UN CBM 1,?,2024-02-01\n\
                 NLD,UN CBM 1,+,2024-01-01\n\
                 BEL,UN CBM 1,?,2024-02-01\n";
    let first = workspace.import(table, &[]);
    assert!(first.out.contains("Added 2 entries"), "{first:?}");
    assert!(first.out.contains("Already known: 1"), "of Belgium nothing was known: {first:?}");
    let stances: Vec<_> =
        workspace.entries("NLD", "UN CBM 1").iter().map(|it| it.stance.map(Keyed::key)).collect();
    assert_eq!(stances, [None, Some("support")]);
    let again = workspace.import(table, &[]);
    assert!(again.out.contains("Added 0 entries"), "{again:?}");
    // A note or a source is evidence, even if the stance is unchanged.
    let told = "party,proposal,stance,date,note\nBEL,UN CBM 1,?,2024-02-01,would not say\n";
    assert!(workspace.import(told, &[]).out.contains("Added one entry"));
    assert!(workspace.import(told, &[]).out.contains("Added 0 entries"));
}

/// A dossier of two parties, one of them in a group, and two proposals.
fn small() -> Snapshot {
    let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
    let name = || Bilingual::new("Name", "Naam");
    let parties = ["AAA", "BBB"].map(|code| Party::new(code, name(), PartyKind::Company));
    let group = Group::new("GRP", name(), GroupKind::Forum);
    let membership = Membership::new(group.id, parties[0].id);
    for party in parties {
        snapshot.put(party.into());
    }
    snapshot.put(group.into());
    snapshot.put(membership.into());
    for code in ["P", "Q"] {
        snapshot.put(Proposal::new(code, name()).into());
    }
    snapshot
}

fn plan(snapshot: &Snapshot, rows: &[String]) -> Import {
    let table = format!("party,proposal,stance,date,note\n{}", rows.join("\n"));
    let sheet = read_sheet(table.as_bytes()).unwrap();
    plan_import(
        snapshot,
        &sheet,
        Text::default(),
        Dating::on("2026-11-25".parse().unwrap()),
        "desk",
    )
}

fn put(snapshot: &mut Snapshot, import: Import) {
    for source in import.sources {
        snapshot.put(source.into());
    }
    for position in import.positions {
        snapshot.put_position(&position);
    }
}

/// The entries to add, without the parts that vary.
fn added(import: &Import) -> Vec<(Speaker, String, Option<Stance>, String)> {
    let mut added: Vec<_> = import
        .positions
        .iter()
        .map(|it| (it.by, format!("{} {:?}", it.date, it.proposal), it.stance, it.words.clone()))
        .collect();
    added.sort_by_key(|it| format!("{it:?}"));
    added
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    let one_of = |words: &'static [&'static str]| proptest::sample::select(words);
    let row = (
        one_of(&["AAA", "BBB", "GRP", "GRP", "ZZZ"]),
        one_of(&["P", "P", "Q"]),
        one_of(&["+", "-", "?", "?", "?"]),
        one_of(&["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]),
        one_of(&["", "", "", "said so"]),
    );
    let row = row.prop_map(|(party, proposal, stance, day, note)| {
        format!("{party},{proposal},{stance},{day},{note}")
    });
    proptest::collection::vec(row, 0..16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times("tables imported twice", 500, 20_000), ..ProptestConfig::default() })]

    #[test]
    fn importing_twice_adds_nothing_and_the_order_of_rows_does_not_matter(
        before in rows(),
        table in rows(),
    ) {
        let mut snapshot = small();
        let import = plan(&snapshot, &before);
        put(&mut snapshot, import);
        // Rows of one party, proposal and day contradict each other in a different order.
        let mut seen = std::collections::BTreeSet::new();
        let mut once = table.clone();
        once.retain(|row| {
            let cells: Vec<_> = row.split(',').collect();
            seen.insert((cells[0].to_owned(), cells[1].to_owned(), cells[3].to_owned()))
        });
        let forth = plan(&snapshot, &once);
        once.reverse();
        let back = plan(&snapshot, &once);
        prop_assert_eq!(added(&forth), added(&back));
        let first = plan(&snapshot, &table);
        put(&mut snapshot, first);
        let second = plan(&snapshot, &table);
        prop_assert_eq!(added(&second), []);
        prop_assert_eq!(second.sources.len(), 0);
    }
}

#[test]
fn existing_codes_that_fold_alike_keep_their_rows_and_a_new_one_is_refused() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let mut document = Document::open(&path).unwrap();
    let proposal = |code: &str| Proposal::new(code, Bilingual::new(code, code));
    for code in ["CBM É", "later", "ß-1", "ss-2"] {
        document.apply(&Edit::add(proposal(code), "")).unwrap();
    }
    for (code, problem) in [
        ("CBM E", Problem::Alike),
        ("cbm é", Problem::Taken),
        ("CBM E\u{301}", Problem::Taken),
        ("SS-1", Problem::Alike),
        ("ß-2", Problem::Alike),
    ] {
        let Err(Error::Refused(refusal)) = document.apply(&Edit::add(proposal(code), "")) else {
            panic!("{code} was taken")
        };
        assert_eq!((refusal.field, refusal.problem), ("code", problem), "{code}");
        assert_eq!(refusal.other.is_some(), problem == Problem::Alike);
    }
    drop(document);
    // As an older version allowed.
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute("UPDATE proposals SET code = 'CBM E' WHERE code = 'later'", []).unwrap();
    drop(file);
    let checked = run(home.path(), &["check", "dossier.cbm"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    write(home.path(), "t.csv", "party,proposal,stance\nNLD,CBM É,+\nBEL,CBM E,--\n");
    let done = run(home.path(), &["import", "dossier.cbm", "positions", "t.csv"]);
    assert_eq!(done.code, 0, "{done:?}");
    write(home.path(), "t.csv", "party,proposal,stance\nNLD,cbm é,+\n");
    let refused = run(home.path(), &["import", "dossier.cbm", "positions", "t.csv"]);
    assert!(refused.code == 1 && refused.err.contains("“CBM É”, “CBM E”"), "{refused:?}");
    // And work on them can continue.
    let mut document = Document::open(&path).unwrap();
    for (party, code, stance) in
        [("NLD", "CBM É", Stance::Support), ("BEL", "CBM E", Stance::Object)]
    {
        let (id, party) = place(document.snapshot(), party, code);
        assert_eq!(document.snapshot().line(id, party)[0].stance, Some(stance));
        let old = document.snapshot().proposals.get(id).unwrap().clone();
        document.apply(&Edit::change(Proposal { text: "a text".into(), ..old }, "")).unwrap();
    }
}

#[test]
fn links_that_differ_in_the_case_of_their_path_are_two_sources() {
    let workspace = Workspace::new("un-votes");
    let table = "party,proposal,stance,date,source\n\
                 NLD,73/27,+,2024-01-01,https://x.example/A\n\
                 BEL,73/27,+,2024-01-01,https://x.example/a\n\
                 FRA,73/27,+,2024-01-01,HTTPS://X.Example/a\n";
    let done = workspace.import(table, &[]);
    assert!(done.out.contains("2 sources"), "{done:?}");
    let source = |party: &str| workspace.entries(party, "A/RES/73/27")[0].source;
    assert_ne!(source("NLD"), source("BEL"));
    assert_eq!(source("FRA"), source("BEL"), "the name of a host has no case");
    let again = workspace.import(table, &[]);
    assert!(again.out.contains("Added 0 entries and 0 sources"), "{again:?}");
}

#[test]
fn a_table_without_days_says_which_day_its_entries_get_and_takes_another() {
    let workspace = Workspace::new("un-votes");
    let table = "party,proposal,stance,date\nNLD,73/27,+,\nBEL,73/27,+,2018-12-05\n";
    let dry = workspace.import(table, &["--dry-run"]);
    assert!(dry.err.contains("One entry has no date in the table"), "{dry:?}");
    let ran = workspace.import(table, &["--date", "2018-11-08"]);
    assert!(ran.err.contains("8 Nov 2018"), "{ran:?}");
    let is_of = |party, day: &str| {
        let entries = workspace.entries(party, "A/RES/73/27");
        entries.iter().any(|it| it.date.to_string() == day)
    };
    assert!(is_of("NLD", "2018-11-08") && !is_of("BEL", "2018-11-08"));
    let grid = "State,73/27\nFrance,-\n";
    std::fs::write(workspace.0.path().join("g.csv"), grid).unwrap();
    let ran = run(workspace.0.path(), &["import", "x.cbm", "g.csv", "--date", "2018-11-09"]);
    assert!(ran.err.contains("9 Nov 2018"), "{ran:?}");
    assert!(is_of("FRA", "2018-11-09"));
}

#[test]
fn days_are_never_guessed() {
    let workspace = Workspace::new("un-votes");
    let table = |days: [&str; 2]| {
        let [a, b] = days;
        format!("party,proposal,stance,date\nNLD,73/27,+,{a}\nBEL,73/27,+,{b}\n")
    };
    let american = table(["12/05/2018", "12/31/2018"]);
    let said = workspace.refused(&american);
    for part in ["line 2", "12 May 2018", "5 Dec 2018", "line 3", "--dates mdy"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(
        workspace.import(&american, &["--skip-bad"]).code,
        1,
        "no row is better than another"
    );
    let wrong = workspace.import(&american, &["--dates", "dmy"]);
    assert!(wrong.code == 1 && wrong.err.contains("Line 3, column date"), "{wrong:?}");
    assert_eq!(workspace.import(&american, &["--dates", "mdy"]).code, 0);
    let days: Vec<_> = workspace.entries("NLD", "A/RES/73/27").iter().map(|it| it.date).collect();
    assert!(days.contains(&"2018-12-05".parse().unwrap()), "{days:?}");
    assert!(workspace.refused(table(["3/4/2018", "5/6/2018"])).contains("--dates"));
    let mixed = workspace.refused(table(["31/12/2018", "12/31/2018"]));
    assert!(mixed.contains("line 2") && mixed.contains("line 3"), "{mixed}");
    let yearless = workspace.refused(table(["5-Dec", "3/4"]));
    for line in ["Line 2, column date", "Line 3, column date"] {
        assert!(yearless.contains(line), "{yearless}");
    }
    assert!(workspace.refused(table(["5-12-18", "2018-12-05"])).contains("four digits"));
    for days in
        [["5/12/2018", "31/12/2018"], ["5.12.2018", "5-12-2018"], ["2018-12-05", "5/5/2018"]]
    {
        assert_eq!(workspace.import(table(days), &["--dry-run"]).code, 0, "{days:?}");
    }
    let ahead = workspace.import(table(["2999-01-01", "2018-12-05"]), &["--dry-run"]);
    assert!(ahead.code == 0 && ahead.err.contains("in the future"), "{ahead:?}");
}

#[test]
fn a_reported_line_is_the_line_of_the_file() {
    let workspace = Workspace::new("un-votes");
    for (table, named) in [
        ("party,proposal,stance\nNLD,73/27,~\n\n\nXXX,73/27,~\n", "Line 5, column party"),
        ("party,proposal,stance\r\nNLD,73/27,~\r\nXXX,73/27,~\r\n", "Line 3, column party"),
        ("party,proposal,stance\rNLD,73/27,~\rXXX,73/27,~\r", "Line 3, column party"),
        ("\r\n\r\nparty,proposal,stanc\r\n", "Line 3: there is no column"),
        ("sep=,\r\nparty,proposal,stance\r\nXXX,73/27,~", "Line 3, column party"),
        ("party,proposal,stance\r\nNLD,73/27,\0\r\n", "line 2"),
        ("party,proposal,stance,note\r\nNLD,73/27,~,\"a\r\nb\"\r\nXXX,73/27,~,\r\n", "Line 4"),
    ] {
        let said = workspace.refused(table);
        assert!(said.contains(named), "{table:?}: {said}");
    }
}

#[test]
fn a_contradiction_names_the_column_and_the_earlier_line() {
    let workspace = Workspace::new("un-votes");
    let head = "party,proposal,stance,date,source,confidence,marking,note\n";
    for (first, second, column) in [
        ("+,2024-01-01,,,,one", "+,2024-01-01,,,,", "note"),
        ("+,2024-01-01,,,RED,", "+,2024-01-01,,,CLEAR,", "marking"),
        ("+,2024-01-01,,public,,", "+,2024-01-01,,inferred,,", "confidence"),
        ("+,2024-01-01,Cable 1,,,", "+,2024-01-01,Cable 2,,,", "source"),
        ("+,2024-01-01,,,,", "-,2024-01-01,,,,", "stance"),
    ] {
        let said = workspace.refused(format!("{head}\nNLD,73/27,{first}\nNLD,73/27,{second}\n"));
        let named = format!("Line 4, column {column} (");
        assert!(said.contains(&named) && said.contains("this differs from line 3"), "{said}");
    }
}

#[test]
fn tables_as_excel_saves_them_are_read() {
    let workspace = Workspace::new("un-votes");
    let sep = workspace.import("sep=;\r\nparty;proposal;stance\r\nNLD;73/27;~\r\n", &["--dry-run"]);
    assert!(sep.out.contains("Would add one entry"), "{sep:?}");
    let words = "\u{feff}party\tproposal\tstance\tnote\r\nNLD\t73/27\t~\tné\r\n";
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = words.encode_utf16().flat_map(unit).collect();
        let wide = workspace.import(bytes, &["--dry-run"]);
        assert!(wide.out.contains("Would add one entry"), "{wide:?}");
    }
}

#[test]
fn a_table_full_of_faults_is_answered_quickly_in_a_screenful() {
    let workspace = Workspace::new("un-global-cbms");
    let same = "XXX,UN CBM 1,+\n".repeat(300_000);
    let each: String = (0..100_000).map(|n| format!("nobody {n},UN CBM 1,+\n")).collect();
    let twice: String = (0..50_000).map(|n| format!("NLD,UN CBM 1,+,n{n}\n")).collect();
    for (header, rows, said) in [
        ("party,proposal,stance\n", same, "and 299"),
        ("party,proposal,stance\n", each, "the table is about others"),
        ("party,proposal,stance,note\n", twice, "differs from line 2"),
    ] {
        let begun = Instant::now();
        let err = workspace.refused(format!("{header}{rows}"));
        assert!(err.lines().count() < 40 && err.len() < 8_000, "{} bytes", err.len());
        assert!(err.contains(said), "{err}");
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    }
}

#[test]
fn a_note_may_have_half_a_million_characters_however_many_bytes_they_take() {
    let workspace = Workspace::new("un-global-cbms");
    let table = |letters: usize| {
        format!("party,proposal,stance,note\nNLD,UN CBM 1,+,{}\n", "é".repeat(letters))
    };
    assert!(workspace.refused(table(500_001)).contains("500,000 characters"));
    assert_eq!(workspace.import(table(500_000), &[]).code, 0);
    assert_eq!(workspace.entries("NLD", "UN CBM 1")[0].words.chars().count(), 500_000);
    assert_eq!(run(workspace.0.path(), &["check", "x.cbm"]).code, 0);
}

#[test]
fn a_table_about_unknown_parties_is_refused_in_one_sentence_however_long() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let before = std::fs::read(&path).unwrap();
    let rows = (0..300_000).map(|n| format!("Somebody Else {n},UN CBM 1,+\n"));
    let table = format!("party,proposal,stance\n{}", rows.collect::<String>());
    write(home.path(), "t.csv", &table);
    for more in [&[][..], &["--skip-bad"], &["--dry-run"]] {
        let arguments = [&["import", "dossier.cbm", "positions", "t.csv"], more].concat();
        let ran = run(home.path(), &arguments);
        assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{ran:?}");
        assert!(ran.err.contains("Somebody Else 0") && ran.err.contains("about others"), "{ran:?}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
    // A table that is partly about others is not refused.
    let others = (0..8_000).map(|n| format!("Somebody Else {n},UN CBM 1,+\n"));
    let states = "NLD,UN CBM 1,+\nBEL,UN CBM 1,-\n";
    let table = format!("party,proposal,stance\n{}{states}", others.collect::<String>());
    write(home.path(), "t.csv", &table);
    let ran = run(home.path(), &["import", "dossier.cbm", "positions", "t.csv", "--skip-bad"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let imported = Document::open_read_only(&path).unwrap();
    assert_eq!(imported.snapshot().positions.iter().count(), 2);
}

#[test]
fn a_dossier_made_of_a_table_knows_the_camps_of_the_states_of_the_library() {
    let folder = folder();
    let home = folder.path();
    let table = "party,Hotline\nRussian Federation,--\nFrance,+\nBrazil,0\n";
    std::fs::write(home.join("grid.csv"), table).unwrap();
    assert_eq!(run(home, &["new", "a.cbm", "--from", "grid.csv"]).code, 0);
    assert_eq!(run(home, &["check", "a.cbm"]).code, 0);
    let document = Document::open(&home.join("a.cbm")).unwrap();
    let snapshot = document.snapshot();
    let camps = camps(snapshot);
    let camp = |code: &str| {
        camps.camp(snapshot.parties.slot(snapshot.party_by_code(code).unwrap().id).unwrap())
    };
    assert_eq!(camp("RUS"), Camp::StateOriented);
    assert_eq!(camp("FRA"), Camp::Multistakeholder);
    assert_eq!(snapshot.proposals.len(), 1, "the votes are evidence, not proposals");
    let votes = ["RUS", "FRA", "BRA"].map(|code| snapshot.party_by_code(code).unwrap().id);
    assert!(snapshot.votes.iter().all(|vote| votes.contains(&vote.party)));
    // Nothing is known about companies.
    std::fs::write(home.join("firms.csv"), "party,Hotline\nAcme,--\n").unwrap();
    let ran = run(home, &["new", "b.cbm", "--from", "firms.csv", "--kind", "company"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(Document::open(&home.join("b.cbm")).unwrap().snapshot().roll_calls.is_empty());
}
