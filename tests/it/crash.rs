//! A dossier killed at any moment keeps every acknowledged edit.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::library::templates::Template;

use crate::common::{dossier, folder};

/// Makes edits forever, printing each number once it is saved; runs as a child process to be
/// killed.
#[test]
#[ignore = "runs as the child of the next test"]
fn child_that_edits_until_it_is_killed() {
    let Some(path) = std::env::var_os("CBM_TEST_CHILD") else { return };
    let mut document = Document::open(path.as_ref()).unwrap();
    for number in 1.. {
        let party = document.snapshot().party_by_code("NLD").unwrap().clone();
        let party = cbm_workbench::model::Party { note: number.to_string(), ..party };
        document.apply(&Edit::change(party, "")).unwrap();
        println!("saved {number}");
    }
}

#[test]
fn reopening_after_a_crash_keeps_every_acknowledged_edit() {
    let folder = folder();
    let path = dossier(&folder, Template::UnGlobalCbms);
    let mut before = 0;
    for round in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "crash::child_that_edits_until_it_is_killed",
                "--exact",
                "--ignored",
                "--nocapture",
            ])
            .env("CBM_TEST_CHILD", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut saved = 0;
        for line in lines.map_while(Result::ok) {
            if let Some(number) = line.strip_prefix("saved ") {
                saved = number.parse().unwrap();
            }
            if saved >= 3 + round {
                break;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let document = Document::open(&path).unwrap();
        let kept: u64 = document.snapshot().party_by_code("NLD").unwrap().note.parse().unwrap();
        assert!(kept >= saved, "round {round}: {saved} was acknowledged, {kept} kept");
        let steps = document.history().steps().len() as u64;
        assert_eq!(steps - before, kept, "round {round}: every step is there, and no half one");
        before = steps;
    }
}
