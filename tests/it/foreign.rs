//! Tables of strangers that need more than their columns to be understood: totals, words after a
//! stance, colours.

use cbm_workbench::exchange::intake::{Answers, Fate, Question, guess, plan};

use crate::common::{folder, run, worked, write};
use crate::guesses::{empty, options, planned, sheet};

#[test]
fn a_row_that_counts_the_others_is_left_out_on_the_command_line_and_said_to_be() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    let table =
        "Overview of May;;\n;;\nLand;UN CBM 1;UN CBM 2\nNederland;++;0\nCuba;-;0\nTotaal;1;2\n";
    write(home, "t.csv", table);
    let done = run(home, &["import", "x.cbm", "t.csv"]);
    assert!(
        done.code == 0 && done.out.contains("New: 4") && done.out.contains("Left out: 2"),
        "{done:?}"
    );
    let said = "“Totaal” (line 6, column Land (A6)) seems to count the others and is left out.";
    assert!(done.err.contains(said), "{done:?}");
    assert!(!done.err.contains("another number of cells"), "of the table itself: {done:?}");
}

#[test]
fn words_after_a_stance_in_its_cell_become_its_note_and_that_is_said() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    for (place, table) in [
        "Land;UN CBM 1;UN CBM 2\nNederland;+ (if voluntary);0\n",
        "party;proposal;stance;note\nFRA;UN CBM 1;+ (if voluntary);By telephone\n",
        "party;proposal;stance\nCUB;UN CBM 1;+ (if voluntary)\n",
    ]
    .into_iter()
    .enumerate()
    {
        write(home, "t.csv", table);
        let done = run(home, &["import", "x.cbm", "t.csv"]);
        assert!(done.code == 0 && done.err.contains("One stance has words after it"), "{done:?}");
        let again = run(home, &["import", "x.cbm", "t.csv"]);
        assert!(again.out.contains("New: 0. Changed: 0"), "{place}: {again:?}");
    }
    let shown = run(home, &["show", "x.cbm", "positions", "--format", "csv"]).out;
    assert_eq!(shown.matches("if voluntary").count(), 3, "{shown}");
    assert!(shown.contains("if voluntary. By telephone"), "{shown}");
}

#[test]
fn colours_and_ticks_are_a_scale_that_is_asked_about_with_the_likely_meaning() {
    for (table, count) in [
        ("Land;Meldpunt;Normen\nNederland;groen;oranje\nFrankrijk;groen;rood\nCuba;rood;rood\n", 6),
        ("Country;Hotline;PoC\nFrance;✓;✓\nNorway;;✓\nCuba;✓;\n", 4),
    ] {
        let sheet = sheet(table);
        let asked = planned(&empty(), table, &Answers::default(), true);
        let [Question::Scale(question)] = asked.questions.as_slice() else {
            panic!("{:?}", asked.questions)
        };
        let mut mapping = guess(&sheet, &empty()).mapping;
        mapping.scale = question.likely.clone().expect("a likely meaning");
        let plan =
            plan(&empty(), &sheet, &mapping, &Answers::default(), &options(true), &mut |_| true);
        let plan = plan.unwrap();
        assert!(plan.is_whole() && plan.tally.of(Fate::New) == count, "{plan:?}");
    }
    // A word among stances is a slip, not a scale.
    let slip =
        planned(&empty(), "Land;Normen\nNederland;+\nCuba;perhps\n", &Answers::default(), true);
    assert!(slip.questions.is_empty() && !slip.problems.is_empty(), "{slip:?}");
}

#[test]
fn thousands_of_blank_columns_are_looked_at_once_each() {
    let blank = ";".repeat(16_000);
    let table = sheet(&format!("Overview{blank}Land\n{blank}Nederland\n{blank}Cuba\n"));
    let begun = worked();
    assert!(guess(&table, &empty()).layouts.len() < 2);
    assert!(worked() - begun < std::time::Duration::from_secs(10));
}
