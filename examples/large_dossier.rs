//! Makes the large dossier for measurements: `large_dossier PATH`.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made should say so")]

#[expect(dead_code, reason = "only the large one of the measured dossiers is made here")]
#[path = "../benches/large/mod.rs"]
mod large;

fn main() {
    let path = std::env::args_os().nth(1).expect("a path to write to");
    std::fs::copy(large::large(), path).expect("the large dossier can be copied");
}
