//! Hazards of tables, by kind of fault and format: for each there is a file in the corpus, or one
//! made here because it is large; and the limits on time and memory for all of them.

use std::process::Command;

use cbm_workbench::exchange::read_workbook;

use crate::common::folder;
use crate::crafted::{old_workbook, open_document, text_cell, workbook, zip};
use crate::workbooks::{corpus, described, read};

/// The test for one kind of fault in one format.
#[derive(Clone, Copy, Debug)]
enum Found {
    /// A file of the corpus, and part of the message about it.
    File(&'static str, &'static str),
    /// A file made by the test of time and memory.
    Made(&'static str),
    /// The format has no such thing, and why.
    Cannot(&'static str),
}

use Found::{Cannot, File, Made};

/// The formats, in the order of the list.
const FORMATS: [&str; 4] = ["XLSX", "ODS", "XLS", "text"];

const TEXT: Found = Cannot("text is no archive and has nothing but cells");
const OLD: Found = Cannot("Excel 97 is neither packed nor XML");
const QUOTES: Found = Cannot("only text has quotes");

/// Every kind of fault, with its test in each format.
const FAULTS: &[(&str, [Found; 4])] = &[
    ("a zip bomb", [File("bomb.xlsx", "Bomb"), File("bomb.ods", "Bomb"), OLD, TEXT]),
    (
        "an archive that misstates its sizes",
        [
            File("larger-than-stated.xlsx", "Misstated"),
            Cannot("the same archive"),
            File("sheets-that-share.xls", "Misstated"),
            TEXT,
        ],
    ),
    (
        "a million empty cells",
        [
            Made("a million empty cells"),
            Made("a million empty cells of OpenDocument"),
            Made("a million empty cells of Excel 97"),
            Made("empty cells of text"),
        ],
    ),
    (
        "nothing but empty cells",
        [
            File("only-empty-cells.xlsx", "Empty"),
            File("only-empty-cells.ods", "Empty"),
            File("only-empty-cells.xls", "Empty"),
            Made("blanks"),
        ],
    ),
    (
        "a row repeated beyond measure",
        [
            File("row-that-is-not-there.xlsx", "TooFar"),
            File("repeated-everywhere.ods", "Overflows"),
            File("far-cells.xls", "OtherLength"),
            Made("nothing but separators"),
        ],
    ),
    (
        "DOCTYPE",
        [File("laughs-in-strings.xlsx", "Declares"), File("laughs.ods", "Declares"), OLD, TEXT],
    ),
    (
        "an entity that is elsewhere",
        [File("entity-elsewhere.xlsx", "Declares"), File("laughs.fods", "Declares"), OLD, TEXT],
    ),
    (
        "links to elsewhere",
        [
            File("macros-and-links.xlsm", "Links 1"),
            File("external.ods", "Links 2"),
            File("macros-and-links.xls", "Links 1"),
            TEXT,
        ],
    ),
    (
        "macros",
        [
            File("macros-and-links.xlsm", "Macros 1"),
            File("votes.ods", "Macros 1"),
            File("macros-and-links.xls", "Macros 1"),
            TEXT,
        ],
    ),
    (
        "formulas",
        [
            File("formulas.xlsx", "Formulas 2 1!B2 NoValue 1 1!C2"),
            File("votes.ods", "Formulas 2 1!C6"),
            File("formulas.xls", "Formulas 1 1!B2 NoValue 1 1!A3"),
            Cannot("a cell that looks like one is text, and stays so"),
        ],
    ),
    (
        "merged cells",
        [
            File("merged-and-hidden.xlsx", "Merged 1 1!A2"),
            File("votes.ods", "Merged 1 1!A1"),
            File("votes.xls", "Merged 1 1!A1"),
            TEXT,
        ],
    ),
    (
        "hidden rows",
        [
            File("merged-and-hidden.xlsx", "HiddenRows 1 1!2"),
            File("votes.ods", "HiddenRows 1 1!6"),
            File("votes.xls", "HiddenRows 1 1!5"),
            TEXT,
        ],
    ),
    (
        "a row that is there twice",
        [
            File("twice.xlsx", " 4]"),
            File("twice.ods", " 4]"),
            File("twice.xls", " 4]"),
            File("twice.csv", " 4]"),
        ],
    ),
    (
        "rows that contradict each other",
        [
            File("contradictory.xlsx", " 4]"),
            File("contradictory.ods", " 4]"),
            File("contradictory.xls", " 4]"),
            File("contradictory.csv", " 4]"),
        ],
    ),
    (
        "a cell that is there twice",
        [
            File("cell-twice.xlsx", "Twice 1!A2"),
            Cannot("its cells have no addresses"),
            File("cell-twice.xls", "Twice 1!A2"),
            Cannot("its cells have no addresses"),
        ],
    ),
    (
        "rows of another length",
        [
            File("uneven.xlsx", "OtherLength 1 1!D4"),
            File("uneven.ods", "OtherLength 1 1!D4"),
            File("uneven.xls", "OtherLength 1 1!D4"),
            File("uneven.csv", "OtherLength 2 0!B3"),
        ],
    ),
    (
        "NUL",
        [
            File("nul-raw.xlsx", "Nul 1 1!B3"),
            File("null-byte.ods", "Damaged"),
            File("null-byte.xls", "Nul 1 1!B3"),
            File("null-byte.csv", "NotText(3)"),
        ],
    ),
    (
        "NUL written as a number",
        [
            File("null-byte.xlsx", "Damaged"),
            File("null-byte.ods", "Damaged"),
            Cannot("it writes no sign as a number"),
            Cannot("it writes no sign as a number"),
        ],
    ),
    ("quotes never closed", [QUOTES, QUOTES, QUOTES, File("never-closed.csv", "Unclosed(2)")]),
    ("50 MB in quotes never closed", [QUOTES, QUOTES, QUOTES, Made("a quote never closed")]),
    (
        "one cell of 50 MB",
        [
            Made("a long cell"),
            Made("a long cell of OpenDocument"),
            Cannot("a cell has at most 65,535 characters"),
            Made("a long cell of text"),
        ],
    ),
];

#[test]
fn every_kind_of_fault_has_a_file_in_every_format_that_can_have_it() {
    for (kind, found) in FAULTS {
        for (format, found) in FORMATS.iter().zip(found) {
            match found {
                File(name, said) => {
                    assert!(
                        corpus().join(name).exists(),
                        "{kind} in {format}: {name} is not there"
                    );
                    let is = described(&read(name));
                    assert!(is.contains(said), "{kind} in {format}: {name} is {is}, not {said}");
                }
                Made(name) => assert!(!name.is_empty(), "{kind} in {format}"),
                Cannot(why) => assert!(!why.is_empty(), "{kind} in {format}: why not?"),
            }
        }
    }
}

/// The processor time of this process, in milliseconds, which other work on the machine does not
/// lengthen.
#[cfg(target_os = "linux")]
fn worked() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<_> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
    fields[11..13].iter().map(|ticks| ticks.parse::<u64>().unwrap() * 10).sum()
}

/// Reads the table in a file, and reports the time and memory it took.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "runs as the child of the next test"]
fn child_that_reads_a_table() {
    let Some(path) = std::env::var_os("CBM_TEST_CHILD") else { return };
    let bytes = std::fs::read(path).unwrap();
    let before = worked();
    let found = described(&read_workbook(&bytes));
    let took = worked() - before;
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak = peak.trim().trim_end_matches(" kB");
    println!("\nread {took} {peak} {found}");
}

#[cfg(target_os = "linux")]
#[test]
fn no_table_takes_more_than_five_seconds_or_300_mb() {
    // Without optimisation everything takes many times as long.
    let (longest, rows) =
        if cfg!(debug_assertions) { (60_000, 100_000) } else { (5_000, 1_000_000) };
    let x = |megabytes: usize| "x".repeat(megabytes << 20);
    let numbers = |count: usize| {
        (0..count).fold(String::new(), |all, n| all + "<c><v>" + &n.to_string() + "</v></c>")
    };
    let head = format!("<row>{}</row>", text_cell("party"));
    let styled = "<row>".to_owned() + &"<c s=\"1\"/>".repeat(1000) + "</row>";
    let narrow = "<row><c><v>1</v></c></row>";
    let edge = |row: usize| format!("<row><c r=\"XFD{row}\"><v>{row}</v></c></row>");
    let names: Vec<_> = (0..10_001).map(|n| format!("part{n}")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let nested = workbook("", "", true);
    let wide: String = (2..5000).map(edge).collect();
    let many_rows = format!("[S {}]", rows + 1);
    let row = |cells: String| format!("<row>{cells}</row>");
    let shared = "<c t=\"s\"><v>0</v></c>";
    // Made one by one, so that they are not all in memory at once.
    type Make<'a> = &'a dyn Fn() -> Vec<u8>;
    let cases: [(&str, Make<'_>, &str); 22] = [
        ("a bomb", &|| workbook(&x(100), "", true), "Bomb"),
        ("a bomb of texts", &|| workbook(&row(shared.into()), &x(100), true), "Bomb"),
        ("more than 64 MB", &|| zip(&[("a", &vec![b' '; 65 << 20])], false), "TooLarge"),
        ("many parts", &|| zip(&many, true), "Bomb"),
        ("an archive in an archive", &|| zip(&[("a.xlsx", &nested)], true), "Other(Archive)"),
        (
            "a long cell",
            &|| workbook(&(head.clone() + &row(text_cell(&x(50)))), "", false),
            "CellTooLong 1!A2",
        ),
        (
            "a long shared text",
            &|| {
                let text = format!("<si><t>{}</t></si>", x(50));
                workbook(&(head.clone() + &row("<c/>".to_owned() + shared)), &text, false)
            },
            "CellTooLong 1!B2",
        ),
        (
            "a long attribute",
            &|| workbook(&format!("<row r=\"{}\"/>", x(50)), "", false),
            "CellTooLong 1!0",
        ),
        (
            "a million empty cells",
            &|| workbook(&(head.clone() + &styled.repeat(1000)), "", false),
            "[S 1]",
        ),
        ("many rows", &|| workbook(&(head.clone() + &narrow.repeat(rows)), "", false), &many_rows),
        ("cells at the edge", &|| workbook(&(head.clone() + &wide), "", true), "TooFar 1!XFD"),
        ("a wide row", &|| workbook(&row(numbers(16_385)), "", true), "TooFar 1!XFE1"),
        ("a long cell of text", &|| format!("a,b\n1,{}\n", x(50)).into_bytes(), "CellTooLong 0!B2"),
        ("a quote never closed", &|| format!("a,b\n1,\"{}\n", x(50)).into_bytes(), "Unclosed(2)"),
        (
            "empty cells of text",
            &|| format!("a,b\n{}", ",,,,,,,,,,\n".repeat(rows)).into_bytes(),
            "[ 1]",
        ),
        ("nothing but separators", &|| ",".repeat(20 << 20).into_bytes(), "TooLarge"),
        (
            "Western text of 60 MB",
            &|| [b"a;b\n".to_vec(), b"\x80;\xe9\n".repeat(15 << 20)].concat(),
            "TooLarge",
        ),
        ("blanks", &|| " \n".repeat(30 << 20).into_bytes(), "Empty"),
        ("a bomb of OpenDocument", &|| open_document(&x(100), true), "Bomb"),
        (
            "a long cell of OpenDocument",
            &|| {
                let cell =
                    format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", x(50));
                open_document(&format!("<table:table-row>{cell}</table:table-row>"), false)
            },
            "CellTooLong 1!A1",
        ),
        (
            "a million empty cells of OpenDocument",
            &|| {
                let row = "<table:table-cell/>".repeat(1000);
                let row = format!("<table:table-row>{row}</table:table-row>");
                let head = "<table:table-row><table:table-cell><text:p>party</text:p>\
                            </table:table-cell></table:table-row>";
                open_document(&(head.to_owned() + &row.repeat(1000)), false)
            },
            "[S 1]",
        ),
        (
            "a million empty cells of Excel 97",
            &|| {
                let head = b"\x04\x02\x0e\0\0\0\0\0\0\0\x05\0\0party";
                let blank = |row: u16| {
                    let row = row.to_le_bytes();
                    [b"\xbe\0\x06\x02".as_slice(), &row, &[0; 2], &[15; 512], &[255, 0]].concat()
                };
                old_workbook(&[&head[..], &(1..4000).flat_map(blank).collect::<Vec<_>>()].concat())
            },
            "[S 1]",
        ),
    ];
    // Every test file of a fault exists.
    let names = FAULTS.iter().flat_map(|(_, found)| found).filter_map(|it| match it {
        Made(name) => Some(*name),
        File(..) | Cannot(_) => None,
    });
    for name in names {
        assert!(cases.iter().any(|(what, ..)| *what == name), "{name} is not made");
    }
    let home = folder();
    let path = home.path().join("table");
    let kept: Vec<_> = FAULTS
        .iter()
        .flat_map(|(_, found)| found)
        .filter_map(|it| if let File(name, _) = it { Some(*name) } else { None })
        .collect();
    let file = |name| std::fs::read(corpus().join(name)).unwrap();
    let kept = kept.iter().map(|name| (*name, file(name), ""));
    let cases = cases.iter().map(|(what, make, expected)| (*what, make(), *expected));
    for (what, bytes, expected) in kept.chain(cases) {
        std::fs::write(&path, bytes).unwrap();
        let ran = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "hazards::child_that_reads_a_table", "--ignored", "--nocapture"])
            .env("CBM_TEST_CHILD", &path)
            .output()
            .unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        let line = out.lines().find_map(|line| line.strip_prefix("read "));
        let line = line.unwrap_or_else(|| panic!("{what}: {out}"));
        let mut words = line.splitn(3, ' ');
        let mut number = || words.next().unwrap().parse::<u64>().unwrap();
        let (took, peak) = (number(), number());
        println!("{what}: {took} ms, {} MB", peak / 1024);
        // The files in the corpus are small.
        let longest = if expected.is_empty() { 5_000 } else { longest };
        assert!(took < longest, "{what}: {took} ms");
        assert!(peak < 300 << 10, "{what}: {} MB", peak / 1024);
        assert!(words.next().unwrap().starts_with(expected), "{what}: {line}");
    }
}
