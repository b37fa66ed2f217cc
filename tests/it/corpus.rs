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
fn no_table_of_the_corpus_makes_pasting_panic_or_break_the_rules() {
    replay("grids", fuzz::grids);
}

#[test]
fn no_edits_of_the_corpus_make_merging_panic_or_break_the_rules() {
    replay("merge", fuzz::merge);
}
