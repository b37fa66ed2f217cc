//! Names that belong to one state and are part of those of others are asked about once, unless the
//! table itself makes them unambiguous.

use cbm_workbench::exchange::intake::{Answers, NameAnswer, Options, Question, guess, plan};
use cbm_workbench::library::states;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Snapshot;

use crate::common::{dossier, folder, run, write};
use crate::guesses::empty;
use crate::intake::{options, put, sheet, template};

/// The questions about a table of stances of these, and who may be meant.
fn asked(snapshot: &Snapshot, names: &[&str]) -> Vec<(String, Vec<String>, bool)> {
    let rows = names.iter().map(|name| format!("{name};A/RES/73/27;+\n"));
    let table = format!("party;proposal;stance\n{}", rows.collect::<String>());
    let sheet = sheet(&table);
    let mapping = guess(&sheet, snapshot).mapping;
    let answers = Answers::default();
    let plan = plan(snapshot, &sheet, &mapping, &answers, &options(), &mut |_| true).unwrap();
    let questions = plan.questions.iter().filter_map(|question| match question {
        Question::Name(it) => {
            let names = it.options.iter().map(|it| it.name.clone()).collect();
            Some((it.written.clone(), names, it.is_exact))
        }
        _ => None,
    });
    questions.collect()
}

#[test]
fn guinea_and_ireland_are_asked_only_where_the_table_does_not_make_them_plain() {
    let all: Vec<_> = states().iter().map(|it| it.name_en.as_str()).collect();
    for snapshot in [template(Template::UnVotes), empty()] {
        for (names, open) in [
            (&["Guinea"][..], &["Guinea"][..]),
            (&["GUINÉE", "France"], &["GUINÉE"]),
            (&["Guinea", "Guinea-Bissau"], &[]),
            (&["Guinea", "Papoea-Nieuw-Guinea"], &[]),
            (&["GIN", "GN", "Republic of Guinea"], &[]),
            (&["Ireland", "China"], &["Ireland"]),
            (&["Ierland", "Nederland"], &[]),
            (&["Ireland", "UK"], &[]),
            (&["Ireland (IRL)", "Niger", "Dominica"], &[]),
            (&all, &[]),
        ] {
            let found = asked(&snapshot, names);
            let written: Vec<_> = found.iter().map(|it| it.0.as_str()).collect();
            assert_eq!(written, open, "{names:?}");
            assert!(found.iter().all(|it| it.2), "the exact one is under Enter: {found:?}");
        }
        let guinea = asked(&snapshot, &["Guinea"]).remove(0).1;
        assert_eq!(guinea, ["Guinea", "Equatorial Guinea", "Guinea-Bissau", "Papua New Guinea"]);
        let congo = asked(&snapshot, &["Congo"]).remove(0);
        assert!(!congo.2, "of two Congos none is called exactly so: {congo:?}");
    }
}

#[test]
fn what_was_answered_about_guinea_is_not_asked_again() {
    let mut snapshot = template(Template::UnVotes);
    let sheet = sheet("party;proposal;stance\nGuinea;A/RES/73/27;+\n");
    let mapping = guess(&sheet, &snapshot).mapping;
    let guinea = snapshot.party_by_code("GIN").unwrap().id;
    let mut answers = Answers::default();
    answers.name("Guinea", NameAnswer::Here(guinea.into()));
    let planned = |snapshot: &Snapshot| {
        plan(snapshot, &sheet, &mapping, &answers, &Options { ..options() }, &mut |_| true).unwrap()
    };
    let plan = planned(&snapshot);
    put(&mut snapshot, plan);
    assert_eq!(asked(&snapshot, &["Guinea"]), []);
    assert!(planned(&snapshot).is_empty(), "nor is it noted twice");
}

#[test]
fn on_the_command_line_guinea_alone_is_refused_with_all_who_may_be_meant() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    write(home.path(), "t.csv", "party,proposal,stance,forum\nGuinea,A/RES/73/27,+,\n");
    let ran = run(home.path(), &["import", "dossier.cbm", "t.csv"]);
    assert!(ran.code == 1 && ran.err.contains("Equatorial Guinea"), "{ran:?}");
}

#[test]
fn the_old_form_of_the_command_refuses_ireland_alone_and_takes_it_among_its_company() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let head = "party,proposal,stance,date\n";
    let row = |name: &str, stance: &str| format!("{name},A/RES/73/27,{stance},2026-01-05\n");
    let import = |rows: String| {
        write(home.path(), "t.csv", &format!("{head}{rows}"));
        run(home.path(), &["import", "dossier.cbm", "positions", "t.csv"])
    };
    let ran = import(row("Ireland", "+") + &row("China", "-"));
    assert!(ran.code == 1 && ran.err.contains("United Kingdom"), "{ran:?}");
    let ran = import(row("Ireland", "+") + &row("France", "+"));
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = import(row("IRL", "0") + &row("China", "-"));
    assert_eq!(ran.code, 0, "a code is plain: {ran:?}");
}

#[test]
fn a_table_of_costs_does_not_guess_who_guinea_is() {
    let home = folder();
    dossier(&home, Template::UnVotes);
    let analyse = |table: &str| {
        write(home.path(), "costs.csv", table);
        let proposal = ["--proposal", "A/RES/73/27", "--costs", "costs.csv"];
        run(home.path(), &[&["analyse", "dossier.cbm", "carry"][..], &proposal].concat())
    };
    let ran = analyse("party,from,to,cost\nIreland,,accept,1\nChina,,support,1\n");
    assert!(ran.code == 1 && ran.err.contains("not one party"), "{ran:?}");
    let ran = analyse("party,from,to,cost\nIreland,,accept,1\nUK,,accept,1\n");
    assert!(!ran.err.contains("not one party"), "{ran:?}");
}
