//! Records that rows of a table create implicitly go no further than the rows that name them.

use cbm_workbench::document::Document;
use cbm_workbench::exchange::intake::{Answers, NameAnswer, Question, guess, plan};
use cbm_workbench::exchange::read_sheet;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Marking, Snapshot, Table};

use crate::common::{dossier, folder, run, write};
use crate::intake::{options, put, template};

/// Names that only rows above the ceiling have, and names that others have too.
const ROWS: &str = "\
party,proposal,stance,date,source,marking
FRA,UN CBM 1,0,2026-11-20,CANARY bilateral in Paris,RED
DEU,UN CBM 1,+,2026-11-20,CANARY corridor,RED
NLD,UN CBM 1,+,2026-11-20,CANARY corridor,AMBER+STRICT
BEL,UN CBM 1,+,2026-11-20,Plenary,RED
ESP,UN CBM 1,+,2026-11-20,Plenary,
ITA,UN CBM 1,+,2026-11-20,Statement,CLEAR
BRA,UN CBM 2,+,2026-11-20,Note verbale,RED
CHL,UN CBM 2,+,2026-11-20,Note verbale,AMBER
";

fn marking_of(snapshot: &Snapshot, source: &str) -> Option<Marking> {
    snapshot.sources.iter().find(|it| it.title == source).unwrap().marking
}

#[test]
fn a_source_first_named_by_a_row_is_hidden_from_whoever_may_not_see_that_row() {
    let home = folder();
    write(home.path(), "rows.csv", ROWS);
    for arguments in [
        &["import", "dossier.cbm", "positions", "rows.csv"][..],
        &["import", "dossier.cbm", "rows.csv", "--as", "positions"],
    ] {
        let path = dossier(&home, Template::UnGlobalCbms);
        let imported = run(home.path(), arguments);
        assert_eq!(imported.code, 0, "{imported:?}");
        let document = Document::open_read_only(&path).unwrap();
        let snapshot = document.snapshot();
        assert_eq!(snapshot.dossier.marking, Marking::Amber);
        for (source, marking) in [
            ("CANARY bilateral in Paris", Some(Marking::Red)),
            ("CANARY corridor", Some(Marking::AmberStrict)),
            ("Plenary", None),
            ("Statement", Some(Marking::Clear)),
            ("Note verbale", Some(Marking::Amber)),
        ] {
            assert_eq!(marking_of(snapshot, source), marking, "{source}: {arguments:?}");
        }
        for ceiling in ["AMBER", "GREEN", "CLEAR"] {
            let shown = run(
                home.path(),
                &["export", "dossier.cbm", "--what", "all", "--ceiling", ceiling, "--to", "-"],
            );
            assert!(!shown.out.contains("CANARY"), "{ceiling}: {arguments:?}");
        }
        drop(document);
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn parties_and_proposals_of_rows_above_the_ceiling_are_in_no_copy_for_others() {
    let home = folder();
    write(
        home.path(),
        "rows.csv",
        "party,proposal,stance,date,source,marking\n\
         Netherlands,Hotline,+,2026-11-20,Plenary,AMBER\n\
         CANARY Front Ltd,Hotline,-,2026-11-20,CANARY memo,RED\n\
         CANARY Front Ltd,CANARY side deal,-,2026-11-20,CANARY memo,RED\n\
         Netherlands,CANARY side deal,+,2026-11-20,CANARY memo,RED\n",
    );
    let made = run(home.path(), &["new", "x.cbm", "--from", "rows.csv", "--kind", "company"]);
    assert_eq!(made.code, 0, "{made:?}");
    let document = Document::open_read_only(&home.path().join("x.cbm")).unwrap();
    let snapshot = document.snapshot();
    let parties = snapshot.parties.iter().map(|it| (it.name.en.as_str(), it.marking));
    let mut parties: Vec<_> = parties.collect();
    parties.sort();
    assert_eq!(parties, [("CANARY Front Ltd", Some(Marking::Red)), ("Netherlands", None)]);
    let redacted = run(home.path(), &["redact", "x.cbm", "copy.cbm", "--ceiling", "AMBER"]);
    assert_eq!(redacted.code, 0, "{redacted:?}");
    let copy = std::fs::read(home.path().join("copy.cbm")).unwrap();
    assert!(!copy.windows(6).any(|bytes| bytes == b"CANARY"));
    let copy = Document::open_read_only(&home.path().join("copy.cbm")).unwrap();
    assert_eq!(copy.snapshot().proposals.len(), 1);
}

#[test]
fn an_answered_name_that_only_stands_in_confidential_rows_does_not_become_another_name() {
    for (marking, count) in [("RED", 0), ("AMBER", 0), ("CLEAR", 1), ("", 1)] {
        let mut snapshot = template(Template::UnGlobalCbms);
        snapshot.dossier.marking = Marking::Amber;
        let table = format!(
            "party,proposal,stance,date,marking\nCANARY our friend,UN CBM 1,+,2026-11-20,{marking}\n"
        );
        let sheet = read_sheet(table.as_bytes()).unwrap();
        let mapping = guess(&sheet, &snapshot).mapping;
        let mut answers = Answers::default();
        let fra = snapshot.party_by_code("FRA").unwrap().id;
        answers.name("CANARY our friend", NameAnswer::Here(fra.into()));
        let planned =
            plan(&snapshot, &sheet, &mapping, &answers, &options(), &mut |_| true).unwrap();
        assert!(!planned.questions.iter().any(|it| matches!(it, Question::Name(_))));
        assert_eq!(planned.count(Table::Positions), 1, "{marking}");
        put(&mut snapshot, planned);
        assert_eq!(snapshot.aliases.len(), count, "{marking}");
    }
}

#[test]
fn a_source_that_a_proposal_or_a_roll_call_brings_is_as_confidential_as_that() {
    for (table, as_) in [
        ("code,title,source,marking\nX-1,A hotline,CANARY note,RED\n", "proposals"),
        (
            "party,proposal,date,stance,source,marking\nNLD,X/1,2026-11-20,yes,CANARY note,RED\n",
            "rollcalls",
        ),
    ] {
        let home = folder();
        let path = dossier(&home, Template::UnGlobalCbms);
        write(home.path(), "rows.csv", table);
        let arguments = ["import", "dossier.cbm", "rows.csv", "--as", as_, "--create"];
        let imported = run(home.path(), &arguments);
        assert_eq!(imported.code, 0, "{imported:?}");
        let document = Document::open_read_only(&path).unwrap();
        assert_eq!(marking_of(document.snapshot(), "CANARY note"), Some(Marking::Red), "{as_}");
    }
}
