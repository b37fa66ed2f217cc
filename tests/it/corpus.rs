//! Files found by fuzzing, or used to start it, replayed: each goes through the same function as in
//! `fuzz/`.

use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
#[expect(
    clippy::expect_used,
    unreachable_pub,
    reason = "what is set up for fuzzing is there, and it is a crate of its own there"
)]
mod fuzz;

fn replay(folder: &str, each: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        each(&std::fs::read(path).unwrap());
        count += 1;
    }
    assert!(count > 2, "the corpus is there");
    println!("files of the corpus: {count}");
}

#[test]
fn no_file_of_the_corpus_makes_the_opener_panic() {
    replay("opener", fuzz::opener);
}

#[test]
fn no_file_of_the_corpus_makes_an_importer_panic() {
    replay("importers", fuzz::importers);
}

#[test]
fn no_workbook_of_the_corpus_makes_an_importer_panic() {
    replay("tables", fuzz::importers);
}

#[test]
fn no_table_of_the_corpus_makes_taking_in_panic_or_break_the_rules() {
    for folder in ["tables", "importers", "grids"] {
        replay(folder, fuzz::takers);
    }
}

/// The most one file may take, in seconds: many times as long without optimisation.
const LONGEST: u64 = if cfg!(debug_assertions) { 60 } else { 5 };

#[test]
fn tables_that_were_tampered_with_are_taken_in_or_refused_and_nothing_else() {
    let rounds = crate::common::times("tables tampered with", 300, 20_000);
    let mut chance = crate::trust::Chance::new(13);
    let mut whole = Vec::new();
    for folder in ["tables", "importers", "grids"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        whole.extend(paths.iter().map(|path| std::fs::read(path).unwrap()));
    }
    whole.retain(|bytes| bytes.len() > 1);
    // Things people write in cells, wherever they do not belong.
    let words = [
        "",
        "\t",
        ";",
        "\n",
        "\"",
        "1",
        "8",
        "-1",
        "4,5",
        "X",
        "++",
        "?",
        "-",
        "NLD",
        "Total",
        "EU",
        "Congo",
        "A/RES/73/27",
        "party",
        "proposal",
        "stance",
        "vote",
        "Land",
        "rcid",
        "date",
        "2018-12-05",
        "5/12/2018",
        "43439",
        "who;what;how\n",
        "\u{0}",
        "\u{202e}",
        "é",
    ];
    for _ in 0..rounds {
        let mut bytes = whole[chance.below(whole.len())].clone();
        for _ in 0..=chance.below(6) {
            let place = chance.below(bytes.len().max(1));
            let until = (place + chance.below(40)).min(bytes.len());
            match chance.below(5) {
                0 => drop(bytes.splice(place..place, words[chance.below(words.len())].bytes())),
                1 => drop(bytes.splice(place..until, words[chance.below(words.len())].bytes())),
                2 => {
                    let again = bytes[place..until].to_vec();
                    drop(bytes.splice(place..place, again));
                }
                3 => bytes.truncate(place.max(2)),
                _ => bytes[place] = chance.byte(),
            }
            if bytes.len() < 2 {
                break;
            }
        }
        let begun = crate::common::worked();
        let before = bytes.clone();
        let ran = std::panic::catch_unwind(move || fuzz::takers(&bytes));
        let took = crate::common::worked() - begun;
        if ran.is_err() || took.as_secs() >= LONGEST {
            let path = std::env::temp_dir().join("tampered");
            std::fs::write(&path, &before).unwrap();
            panic!("after {took:?}: see {}", path.display());
        }
    }
}

#[test]
fn no_table_of_the_corpus_makes_pasting_panic_or_break_the_rules() {
    replay("grids", fuzz::grids);
}

#[test]
fn no_edits_of_the_corpus_make_merging_panic_or_break_the_rules() {
    replay("merge", fuzz::merge);
}
