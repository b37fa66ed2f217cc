//! Prints the ratios of the README from the results of `cargo bench`.

use std::path::{Path, PathBuf};

/// The median of a measurement by criterion, in milliseconds.
fn milliseconds(folder: &Path, name: &str) -> Option<f64> {
    let path = folder.join(name).join("new/estimates.json");
    let text = std::fs::read_to_string(path).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(estimates["median"]["point_estimate"].as_f64()? / 1e6)
}

fn main() {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let folder = target.unwrap_or_else(|| PathBuf::from("target")).join("criterion");
    let at = |name: &str| milliseconds(&folder, name);
    let mut lines = Vec::new();
    for (what, name) in [
        ("frame of the matrix, example", "frame/example"),
        ("frame of the matrix, large dossier", "frame/large"),
        ("  nine large columns, example", "frame/example-nine-columns"),
        ("  nine large columns, large dossier", "frame/large-nine-columns"),
        ("opening the example", "open-example/whole"),
        ("opening the large dossier", "open-large/whole"),
        ("  its checks", "open-large/checks"),
        ("  reading it into the snapshot", "open-large/snapshot"),
        ("  reading its rows plainly", "open-large/rows"),
        ("every tally, example", "compute-example/every-tally"),
        ("every tally, large dossier", "compute-large/every-tally"),
        ("a letter sought, large dossier", "search-large/a-letter"),
        ("a word that is everywhere", "search-large/everywhere"),
        ("two words", "search-large/two-words"),
        ("a word that is nowhere", "search-large/nowhere"),
        ("what a room may see, large dossier", "room-large/read"),
        ("key to next picture, example", "edit-to-picture/example"),
        ("key to next picture, large dossier", "edit-to-picture/large"),
        ("an answer logged to next picture of calls", "edit-to-picture/calls"),
        ("opening calls, large dossier", "open-calls/large"),
        ("next paragraph, long text", "key-in-text/paragraph"),
        ("  next bracket", "key-in-text/bracket"),
        ("  next change", "key-in-text/change"),
        ("  from one end to the other", "key-in-text/ends"),
        ("  agreed", "key-in-text/agreed"),
        ("a turn of the wheel, matrix, large dossier", "scroll/matrix"),
        ("  long text", "scroll/text"),
        ("what would carry fifty, two-thirds", "decide/carry-fifty"),
        ("  by consensus", "decide/carry-fifty-consensus"),
        ("today and three scenarios, large dossier", "decide/worlds"),
        ("  what they say of fifty, two-thirds", "decide/compare-three"),
        ("  by consensus", "decide/compare-three-consensus"),
        ("a committed edit", "commit/document"),
        ("a bare insert", "commit/bare"),
        ("the matrix as CSV", "write-matrix/csv"),
        ("the matrix as PDF", "write-matrix/pdf"),
        ("the matrix as PNG", "write-matrix/png"),
        ("the matrix as a workbook", "write-matrix/xlsx"),
        ("a brief as CSV", "write-brief/csv"),
        ("a brief in Word", "write-brief/docx"),
    ] {
        let shown = at(name).map_or_else(|| "not measured".to_owned(), |ms| format!("{ms:.2} ms"));
        lines.push(format!("{what:40}{shown:>14}"));
    }
    for (what, above, below) in [
        ("frame, large to example", "frame/large", "frame/example"),
        (
            "frame, nine columns, large to example",
            "frame/large-nine-columns",
            "frame/example-nine-columns",
        ),
        ("scrolling, long text to matrix", "scroll/text", "scroll/matrix"),
        ("snapshot to plain rows", "open-large/snapshot", "open-large/rows"),
        ("edit to bare insert", "commit/document", "commit/bare"),
        ("matrix as PDF to CSV", "write-matrix/pdf", "write-matrix/csv"),
        ("matrix as PNG to CSV", "write-matrix/png", "write-matrix/csv"),
        ("matrix as a workbook to CSV", "write-matrix/xlsx", "write-matrix/csv"),
        ("brief in Word to CSV", "write-brief/docx", "write-brief/csv"),
    ] {
        if let (Some(above), Some(below)) = (at(above), at(below)) {
            lines.push(format!("{what:40}{:>13.2}×", above / below));
        }
    }
    let text = lines.join("\n") + "\n";
    // A closed pipe is no reason to fail.
    let _ = std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes());
}
