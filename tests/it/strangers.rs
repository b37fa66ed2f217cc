//! The command line for a user who has never seen it: help requested in every way, typing errors,
//! pipes instead of files, names of any kind.

use std::path::Path;

use cbm_workbench::document::Document;
use cbm_workbench::exchange::pack;
use cbm_workbench::library::templates::Template;

use crate::common::{dossier, folder, run, told, write};
use crate::trust::passphrase;

const TABLE: &str = "party,proposal,stance,date\nNLD,UN CBM 1,+,2024-05-01\n";

#[test]
fn help_answers_every_way_of_asking_for_it() {
    let home = folder();
    let home = home.path();
    for (asked, same) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "show"], &["show", "--help"]),
        (&["help", "merge", "--lang", "nl"], &["--lang", "nl", "merge", "-h"]),
    ] {
        let (asked, same) = (run(home, asked), run(home, same));
        assert_eq!((asked.code, asked.err.as_str()), (0, ""), "{asked:?}");
        assert_eq!(asked.out, same.out);
    }
    assert_eq!(run(home, &["help", "nonsense"]).code, 2);
}

#[test]
fn help_lists_arguments_in_the_order_they_are_given() {
    let home = folder();
    for (command, arguments) in [
        ("import", &["<FILE>  ", "[WHAT]  ", "<TABLE>  "][..]),
        ("merge", &["<MINE>  ", "<THEIRS>  ", "<OUT>  "]),
        ("unpack", &["<PACKAGE>  ", "<OUT>  "]),
    ] {
        let help = run(home.path(), &["help", command]).out;
        let places: Vec<_> = arguments.iter().map(|it| help.find(it.trim_end()).unwrap()).collect();
        assert!(places.is_sorted(), "{help}");
        let before_options = help.split("Options:").next().unwrap();
        let listed =
            before_options.lines().filter(|line| line.trim_start().starts_with(['<', '[']));
        let listed: Vec<_> = listed.map(|line| line.split_whitespace().next().unwrap()).collect();
        let wanted: Vec<_> = arguments.iter().map(|it| it.trim()).collect();
        assert_eq!(listed, wanted, "{help}");
    }
}

#[test]
fn a_mistyped_command_suggests_the_intended_one() {
    let home = folder();
    dossier(&home, Template::Empty);
    for arguments in [&["chek"][..], &["chek", "dossier.cbm"], &["--lang", "en", "cehck", "a.cbm"]]
    {
        let ran = run(home.path(), arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains("“check”"), "{ran:?}");
    }
    let dutch = run(home.path(), &["opnen", "--lang", "nl", "x.cbm"]);
    assert_eq!(dutch.code, 2, "{dutch:?}");
}

#[test]
fn a_dash_reads_a_table_from_standard_input() {
    let home = folder();
    let path = dossier(&home, Template::UnGlobalCbms);
    let arguments = ["import", "dossier.cbm", "positions", "-"];
    let done = told(home.path(), &arguments, TABLE);
    assert_eq!(done.code, 0, "{done:?}");
    assert_eq!(Document::open(&path).unwrap().snapshot().positions.len(), 1);
    // The passphrase comes first, on a line of its own.
    Document::open(&path).unwrap().set_passphrase(Some(&passphrase("gravel ocarina"))).unwrap();
    let more = format!("gravel ocarina\n{}", TABLE.replace("NLD", "BEL"));
    let done = told(home.path(), &arguments, &more);
    assert_eq!(done.code, 0, "{done:?}");
    for arguments in [
        &["check", "-"][..],
        &["new", "-"],
        &["redact", "dossier.cbm", "-", "--ceiling", "CLEAR"],
        &["merge", "-", "dossier.cbm", "out.cbm"],
        &["unpack", "-", "out.cbm"],
    ] {
        let ran = run(home.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains('-'), "{ran:?}");
    }
    assert!(!home.path().join("-").exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_given_as_a_file_does_not_hang() {
    let home = folder();
    dossier(&home, Template::Empty);
    let made = std::process::Command::new("mkfifo").arg(home.path().join("pipe")).status();
    assert!(made.unwrap().success());
    for arguments in [
        &["check", "pipe"][..],
        &["show", "pipe", "matrix"],
        &["passphrase", "pipe"],
        &["salvage", "pipe", "out.cbm"],
        &["unpack", "pipe", "out.cbm"],
        &["send", "pipe", "out.cbmreview"],
        &["merge", "dossier.cbm", "pipe", "out.cbm"],
        &["merge", "pipe", "dossier.cbm", "out.cbm"],
        &["import", "dossier.cbm", "positions", "pipe"],
        &["check", "/dev/null"],
        &["unpack", "/dev/zero", "out.cbm"],
        &["import", "dossier.cbm", "positions", "/dev/zero"],
    ] {
        let ran = crate::hostile::within(5, home.path(), arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {ran:?}");
        assert!(ran.err.contains("a pipe or a device"), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn a_package_given_as_a_dossier_is_not_called_damaged() {
    let home = folder();
    let path = dossier(&home, Template::Empty);
    let package = home.path().join("round.cbmreview");
    pack(&Document::open_read_only(&path).unwrap(), &package, None).unwrap();
    for arguments in [
        &["check", "round.cbmreview"][..],
        &["show", "round.cbmreview", "matrix"],
        &["salvage", "round.cbmreview", "out.cbm"],
        &["passphrase", "round.cbmreview"],
    ] {
        let ran = run(home.path(), arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains("is a review package"), "{ran:?}");
    }
}

#[test]
fn every_command_has_a_manual_page_in_both_languages() {
    let home = folder();
    let home = home.path();
    let page = run(home, &["man"]);
    assert!(page.code == 0 && page.out.contains(".SH \"NAME\""), "{page:?}");
    for (language, folder, heading) in [("en", "man", "DESCRIPTION"), ("nl", "nl", "BESCHRIJVING")]
    {
        assert_eq!(run(home, &["man", folder, "--lang", language]).code, 0);
        let help = run(home, &["help", "--lang", language]).out;
        let commands = help.lines().skip_while(|line| !line.starts_with("  new"));
        let commands = commands.take_while(|line| !line.is_empty());
        let named = commands.filter(|line| !line.starts_with("   "));
        let names: Vec<_> =
            named.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
        assert!(names.len() > 10, "{help}");
        for name in names {
            let path = home.join(folder).join(format!("cbm-workbench-{name}.1"));
            let page = std::fs::read_to_string(&path).unwrap();
            assert!(page.contains(heading) && page.contains("lang"), "{page}");
            // No English from the argument parser.
            assert!(language == "en" || !page.contains("Print help"), "{page}");
        }
    }
}

#[test]
fn file_names_of_every_kind_work() {
    let home = folder();
    let home = home.path();
    for name in ["with a space.cbm", "with\na line.cbm", "--dashes.cbm", "ünïcode ☂.cbm"] {
        if cfg!(windows) && name.contains('\n') {
            continue; // It has no such names.
        }
        let after = ["--", name];
        assert_eq!(run(home, &[&["new"], &after[..]].concat()).code, 0, "{name}");
        assert_eq!(run(home, &[&["check", "--lang", "nl"], &after[..]].concat()).code, 0);
        assert!(Path::new(home).join(name).exists());
    }
    for (name, code) in [("nowhere/x.cbm", 1), (".", 1), ("", 2)] {
        let ran = run(home, &["check", name]);
        assert_eq!(ran.code, code, "{name}: {ran:?}");
        assert!(ran.err.lines().count() == 1 && !ran.err.contains("panicked"), "{ran:?}");
    }
    write(home, "t.csv", TABLE);
    assert_eq!(run(home, &["import", "nowhere.cbm", "positions", "t.csv"]).code, 1);
    assert_eq!(run(home, &["import", ".", "positions", "t.csv"]).code, 1);
}
