//! Tables of obstacles and of remedies: exports can be imported again, and so can a colleague's
//! table under other headings.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::intake::{Fate, Layout, guess};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Keyed, Obstacle, Remedy, RemedyKind, RemedyStatus, Severity, Snapshot, Table,
};

use crate::common::{dossier, folder, run, write};
use crate::guesses::empty;
use crate::intake::{guessed, put, sheet, template};

fn severity(number: u8) -> Option<Severity> {
    Severity::new(number)
}

/// A dossier with assessments and remedies, and its file.
fn hindered(path: &std::path::Path) -> Document {
    let mut document = Document::open(path).unwrap();
    let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
    let of = |obstacle, number, day: &str| Assessment {
        rationale: "As said in March".to_owned(),
        answers: ["An answer".to_owned(), String::new(), String::new()],
        ..Assessment::new(proposal, obstacle, number, day.parse().unwrap())
    };
    let remedy = Remedy {
        text: "A list of terms; both versions".to_owned(),
        kind: Some(RemedyKind::Wording),
        owner: "Legal affairs".to_owned(),
        due: Some("2026-12-31".parse().unwrap()),
        status: RemedyStatus::UnderWay,
        severity_after: severity(1),
        precedent: "OSCE 9".to_owned(),
        note: "Ask Vienna".to_owned(),
        ..Remedy::new(proposal, Obstacle::Terminology, "A glossary")
    };
    let edit = Edit::change(of(Obstacle::Terminology, severity(3), "2024-03-01"), "")
        .put(of(Obstacle::Terminology, severity(2), "2025-03-01"))
        .put(of(Obstacle::Urgency, None, "2025-03-01"))
        .put(remedy);
    document.apply(&edit).unwrap();
    document
}

/// Everything that a dossier says of obstacles.
fn said(snapshot: &Snapshot) -> Vec<String> {
    let assessments = snapshot.assessments.iter().map(|it| {
        let (obstacle, number) = (it.obstacle.key(), it.severity.map(Severity::get));
        format!("{obstacle} {number:?} {} {} {:?}", it.date, it.rationale, it.answers)
    });
    let remedies = snapshot.remedies.iter().map(|it| {
        let after = it.severity_after.map(Severity::get);
        let (obstacle, kind) = (it.obstacle.key(), it.kind.map(Keyed::key));
        format!(
            "{obstacle} {} {} {kind:?} {} {:?} {} {after:?} {} {}",
            it.title,
            it.text,
            it.owner,
            it.due,
            it.status.key(),
            it.precedent,
            it.note
        )
    });
    let mut all: Vec<_> = assessments.chain(remedies).collect();
    all.sort();
    all
}

#[test]
fn obstacles_and_remedies_of_an_exported_workbook_come_in_again_and_twice_change_nothing() {
    for language in ["en", "nl"] {
        let (home, other) = (folder(), folder());
        let path = dossier(&home, Template::UnVotes);
        let document = hindered(&path);
        let before = said(document.snapshot());
        drop(document);
        let table = other.path().join("all.xlsx");
        let table = table.to_str().unwrap();
        let export = ["export", "dossier.cbm", table, "--what", "all", "--lang", language];
        assert_eq!(run(home.path(), &export).code, 0);
        let names =
            if language == "en" { ["Obstacles", "Remedies"] } else { ["Hindernissen", "Remedies"] };
        for (name, word) in names.into_iter().zip(["obstacles", "remedies"]) {
            for more in [&[][..], &["--as", word]] {
                let import = ["import", "dossier.cbm", table, "--sheet", name, "--lang", language];
                let again = run(home.path(), &[&import[..], more].concat());
                assert_eq!(again.code, 0, "{name}: {}", again.err);
                let counts = if language == "en" { "New: 0. Changed: 0." } else { "Nieuw: 0." };
                assert!(again.out.contains(counts), "{}", again.out);
            }
        }
        let unchanged = Document::open(&path).unwrap();
        assert_eq!(said(unchanged.snapshot()), before, "once more changes nothing");
        // Into a dossier that has none of it.
        let fresh = dossier(&other, Template::UnVotes);
        for name in names {
            let import = ["import", "dossier.cbm", table, "--sheet", name, "--lang", language];
            let ran = run(other.path(), &import);
            assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        }
        let fresh = Document::open(&fresh).unwrap();
        // The answers to the questions about an obstacle are in no table.
        let without = |all: &[String]| -> Vec<String> {
            all.iter().map(|it| it.replace("An answer", "")).collect()
        };
        assert_eq!(without(&said(fresh.snapshot())), without(&before), "{language}");
        assert!(fresh.findings().unwrap().is_empty());
    }
}

#[test]
fn a_list_of_obstacles_under_other_headings_is_recognised_whatever_the_severity_is_written_as() {
    let mut snapshot = template(Template::UnVotes);
    for (table, layout) in [
        ("Resolution;Barrier;How severe;Why\n73/27;1;3;Two glossaries\n", Layout::Obstacles),
        (
            "Voorstel;Hindernis;Ernst;Reden\n73/27;Terminologie;Ernstig;Two glossaries\n",
            Layout::Obstacles,
        ),
        ("CBM;Obstacle;Severity\n73/27;no agreed terminology;\"3, serious\"\n", Layout::Obstacles),
        ("Voorstel;Hindernis;Remedie;Actiehouder\n73/27;Terminologie;Lijst;JZ\n", Layout::Remedies),
    ] {
        let found = guess(&sheet(table), &snapshot);
        assert!(found.certain && found.mapping.layout == layout, "{table}: {found:?}");
        let plan = guessed(&snapshot, table);
        assert!(plan.is_whole() && plan.tally.of(Fate::New) == 1, "{table}: {:?}", plan.problems);
    }
    let table = "Resolution;Barrier;How severe;Why\n73/27;1;3;Two glossaries\n73/27;8;?;\n";
    let plan = guessed(&snapshot, table);
    put(&mut snapshot, plan);
    let all: Vec<_> = snapshot.assessments.iter().collect();
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].obstacle, all[0].severity), (Obstacle::Terminology, severity(3)));
    assert_eq!((&*all[0].rationale, &*all[0].author), ("Two glossaries", "A. Desk"));
    assert_eq!((all[1].obstacle, all[1].severity), (Obstacle::Urgency, None));
    assert!(guessed(&snapshot, table).is_empty(), "the same again changes nothing");
    let changed = guessed(&snapshot, &table.replace(";3;", ";2;"));
    assert_eq!(changed.tally.of(Fate::Changed), 1, "on the same day it is corrected");
    let later = "Proposal;Obstacle;Severity;Date\n73/27;1;1;2026-11-27\n";
    assert_eq!(guessed(&snapshot, later).tally.of(Fate::New), 1, "on another day it is added");
    let twice = "Proposal;Obstacle;Severity\n73/266;1;1\n73/266;1;2\n";
    assert_eq!(guessed(&snapshot, twice).tally.of(Fate::Wrong), 1, "one of them holds");
    let new = guessed(&empty(), "Proposal;Obstacle;Severity\nHotline;1;1\nTotal;;\n");
    assert_eq!((new.count(Table::Proposals), new.count(Table::Assessments)), (1, 1));
}

#[test]
fn what_is_no_obstacle_no_severity_or_no_proposal_is_said_with_what_could_stand_there() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    write(
        home.path(),
        "o.csv",
        "Proposal;Obstacle;Severity\n73/27;Weather;3\n73/27;1;9\nA/RES/73/28;1;1\n73/266;1;\n",
    );
    let ran = run(home.path(), &["import", "dossier.cbm", "o.csv"]);
    assert_eq!(ran.code, 1);
    for said in ["“Weather”", "“Cyber espionage”", "“3, serious”", "A/RES/73/28", "--create"]
    {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
}

#[test]
fn a_saved_mapping_with_a_wrong_word_is_told_with_its_file_the_word_and_what_could_stand_there() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    write(home.path(), "t.csv", "party;A/RES/73/27\nNLD;1\n");
    for (mapping, said) in [
        (
            "layout = \"matrix\"\n[scale]\n1 = \"yes\"",
            "m.toml gives “1” the value “yes”, which means nothing there. It can be: champion, support, accept, reserve, object, no-instructions, unknown, none.",
        ),
        ("layout = \"matrix\"\n[scale]\n1 = 2", "m.toml gives “1” the value “2”"),
        ("layout = \"grid\"", "It can be: positions, matrix,"),
        (
            "layout = \"matrix\"\n[columns]\nparty = \"land\"",
            "m.toml gives “party” the value “land”, which means nothing there. It can be: party,",
        ),
        ("layout = \"matrix\"\ndates = \"ymd\"", "It can be: dmy, mdy, 1900, 1904."),
    ] {
        write(home.path(), "m.toml", mapping);
        let ran = run(home.path(), &["import", "dossier.cbm", "t.csv", "--mapping", "m.toml"]);
        assert!(ran.code == 1 && ran.err.contains(said), "{said}\n{}", ran.err);
    }
}

#[test]
fn thousands_of_empty_columns_take_no_longer_than_any_other_table() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let empty = format!("{}\n", ";".repeat(8_000));
    let head = format!("party;proposal;stance{}", &empty[2..]);
    let row = format!("NLD;A/RES/73/27;+{}", &empty[2..]);
    write(home.path(), "wide.csv", &format!("{head}{row}{}", empty.repeat(12)));
    let begun = std::time::Instant::now();
    let ran = run(home.path(), &["import", "dossier.cbm", "wide.csv", "--dry-run"]);
    assert!(ran.code == 0 && ran.out.contains("New: 1"), "{ran:?}");
    // Searched column by column, it would take minutes without optimisation.
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}
