//! Promises about tables of text.

use super::*;
use crate::exchange::RemarkKind;

fn cells(text: &str) -> Vec<Vec<String>> {
    let sheet = read_sheet(text.as_bytes()).unwrap();
    let owned = |row: SheetRow<'_>| row.cells.into_iter().map(Cow::into_owned).collect();
    sheet.rows().map(owned).collect()
}

fn lines_of(text: &str) -> (u64, Vec<u64>) {
    let sheet = read_sheet(text.as_bytes()).unwrap();
    (sheet.header_line(), sheet.rows().map(|row| row.line).collect())
}

#[test]
fn a_table_is_read_as_excel_saves_it() {
    let expected = [["NLD", "Kan ermee leven"]];
    for text in [
        "Party;Stance\r\nNLD;Kan ermee leven\r\n",
        "\u{feff}party,stance\nNLD,Kan ermee leven\n\n,\n",
        "party\tstance\nNLD\tKan ermee leven",
        "\n\nparty,stance,\n\"NLD\", \"Kan ermee leven\" ,\n",
    ] {
        let read = cells(text);
        assert_eq!(read[0][..2], expected[0], "{text}");
        assert_eq!(read.len(), 1);
    }
}

#[test]
fn a_row_knows_its_line_whatever_its_line_ending_and_contents() {
    for ending in ["\n", "\r\n", "\r"] {
        let table = "party,note/NLD,\"one/two\"/BRA,three/ , //BEL,\"\"\"/x\"/FRA,y";
        let (header, rows) = lines_of(&table.replace('/', ending));
        assert_eq!((header, rows), (1, vec![2, 4, 7, 9]), "{ending:?}");
        let late = "// ,/sep=,//party,note/NLD,x/";
        let (header, rows) = lines_of(&late.replace("sep=,/", "").replace('/', ending));
        assert_eq!((header, rows), (5, vec![6]), "{ending:?}");
        let (header, rows) = lines_of(&"/sep=;/;;/party;note/NLD;x".replace('/', ending));
        assert_eq!((header, rows), (4, vec![5]), "{ending:?}");
    }
    let sheet = read_sheet(b"party,note\nNLD,\"one\ntwo\"\n").unwrap();
    assert_eq!(sheet.rows().next().unwrap().cells[1], "one\ntwo");
}

#[test]
fn a_line_that_names_the_separator_is_obeyed_and_is_not_a_row() {
    for first in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\r", "sep=;;;\n", "\nsep=;\n"] {
        assert_eq!(cells(&format!("{first}a,b;c\n1,2;3\n")), [["1,2", "3"]], "{first:?}");
    }
    assert_eq!(cells("sep=\t\na\tb,c\n1\t2,3"), [["1", "2,3"]]);
    let sheet = read_sheet(b"sep=party\nNLD\n").unwrap();
    assert_eq!(sheet.header(), ["sep=party"], "it names none");
}

#[test]
fn a_table_in_utf_16_is_read_and_half_of_one_refused() {
    let words = "party;stance\r\nNLD;onthoudt zich, né 🙂\r\n";
    let wide = |unit: fn(u16) -> [u8; 2]| {
        let units = "\u{feff}".encode_utf16().chain(words.encode_utf16());
        units.flat_map(unit).collect::<Vec<u8>>()
    };
    for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        let sheet = read_sheet(&bytes).unwrap();
        assert_eq!(sheet.rows().next().unwrap().cells[1], "onthoudt zich, né 🙂");
        let cut = &bytes[..bytes.len() - 3];
        assert_eq!(read_sheet(cut), Err(SheetError::NotText(2)));
    }
    let halved = b"\xff\xfea\0\n\0\x00\xd8";
    assert_eq!(read_sheet(halved), Err(SheetError::NotText(2)));
}

#[test]
fn a_quote_that_swallows_rows_up_to_another_quote_is_reported_with_its_line() {
    for ending in ["\n", "\r\n", "\r"] {
        let table = "party,note/NLD,\"one/BEL,two/FRA,\"three\"/DEU,four/";
        let read = read_sheet(table.replace('/', ending).as_bytes());
        assert_eq!(read, Err(SheetError::Unclosed(2)), "{ending:?}");
    }
    // A note may contain line breaks, separators and quotes.
    let note = "one,\nBEL, \"two\"";
    let table = format!("party,note\nNLD,\"{}\" \n", note.replace('"', "\"\""));
    assert_eq!(cells(&table), [["NLD", note]]);
    assert_eq!(cells("party,note\n\u{200b},\u{a0}\nNLD,x\n"), [["NLD", "x"]]);
}

#[test]
fn a_large_table_takes_no_more_than_its_text() {
    let table = format!("a,b\n{}", "x,y\n".repeat(1_000_000));
    let sheet = read_sheet(table.as_bytes()).unwrap();
    assert_eq!(sheet.table.text.len(), table.len());
    assert!(sheet.rows().all(|row| matches!(row.cells[1], Cow::Borrowed("y"))));
}

#[test]
fn quotes_that_are_part_of_the_text_stay() {
    let read = cells("party,note\nNLD,\"\"\"Never\"\" said one, \"\"ever\"\"\"\n");
    assert_eq!(read[0][1], "\"Never\" said one, \"ever\"");
    assert_eq!(cells("a,b\n1,say \"x\"\n")[0][1], "say \"x\"");
}

#[test]
fn a_table_of_nothing_but_separators_is_too_large() {
    let commas = ",".repeat(20_000);
    assert_eq!(read_sheet(commas.as_bytes()), Err(SheetError::TooLarge));
}

#[test]
fn anything_but_a_table_is_refused() {
    for (bytes, error) in [
        (&b""[..], SheetError::Empty),
        (b"\n\n ,\n", SheetError::Empty),
        (b"a,b\n\xff\xc3\xa9\n", SheetError::NotText(2)),
        (b"\xef\xbb\xbfa,b\n\xe9\n", SheetError::NotText(2)),
        (b"a,b\n\xe9\x02\n", SheetError::NotText(2)),
        (b"a,b\n\xe9\x8d\n", SheetError::NotText(2)),
        (b"a\0b", SheetError::NotText(1)),
        (b"a,b\r\n1,2\r\n3,\0\r\n", SheetError::NotText(3)),
        (b"a,b\r1,2\r3,\0\r", SheetError::NotText(3)),
        (b"a,b\r1,2\r3,\xff\xc3\xa9\r", SheetError::NotText(3)),
        (b"a,b\r1,\"2\r\r", SheetError::Unclosed(2)),
        (b"a,b\n1,2\n\"3,4\n5,6\n", SheetError::Unclosed(3)),
        (b"a,b\n1,\"2\"\"\n", SheetError::Unclosed(2)),
    ] {
        assert_eq!(read_sheet(bytes), Err(error), "{bytes:?}");
    }
}

#[test]
fn a_table_in_windows_1252_is_read_and_that_is_said() {
    let sheet = read_sheet(b"party;note\nC\xf4te d\x92Ivoire;\x80 1\n").unwrap();
    assert_eq!(sheet.rows().next().unwrap().cells, ["Côte d’Ivoire", "€ 1"]);
    assert_eq!(sheet.remarks().next().unwrap().kind, RemarkKind::Western);
    assert_eq!(read_sheet("a;b\né;ö\n".as_bytes()).unwrap().remarks().count(), 0);
}

#[test]
fn a_table_in_utf_16_needs_no_mark() {
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = "party;note\r\nЧад;né\r\n".encode_utf16().flat_map(unit).collect();
        let sheet = read_sheet(&bytes).unwrap();
        assert_eq!(sheet.rows().next().unwrap().cells, ["Чад", "né"]);
    }
}

#[test]
fn the_separator_is_the_one_that_makes_columns_whatever_stands_above() {
    for separator in [";", ",", "\t", "|", "^"] {
        let rows = "party_stance_note\nNLD_+_so be it\nBEL_-_x".replace('_', separator);
        let sheet = read_sheet(format!("Votes, in 2018\n{rows}").as_bytes()).unwrap();
        assert_eq!(sheet.rows().nth(1).unwrap().cells[1], "+", "{separator:?}");
    }
    assert_eq!(cells("sep=^\na^b\n1^2\n"), [["1", "2"]]);
}

#[test]
fn any_row_can_be_the_header_and_the_lines_stay_true() {
    let sheet = read_sheet(b"Votes of 2018\n\nParty;Stance\nNLD;+\nBEL;-\n").unwrap();
    assert_eq!(sheet.header_line(), 1);
    let all: Vec<_> = sheet.all_rows().map(|row| row.line).collect();
    assert_eq!(all, [1, 3, 4, 5]);
    assert_eq!(sheet.headed_at(2), None, "blank");
    let headed = sheet.headed_at(3).unwrap();
    assert_eq!(
        (headed.columns(), headed.header_line()),
        (&["Party".to_owned(), "Stance".into()][..], 3)
    );
    assert_eq!(headed.header(), ["party", "stance"]);
    assert_eq!(headed.rows().map(|row| row.line).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(headed.all_rows().count(), 4);
    assert_eq!(headed.remarks().count(), 0);
    let uneven = sheet.remarks().next().unwrap();
    assert_eq!((uneven.kind, uneven.count, uneven.first.row), (RemarkKind::OtherLength, 3, 3));
}

#[test]
fn a_row_of_another_length_is_named() {
    let sheet = read_sheet(b"a,b\n1,2\n1,2,\n1\n1,2,3\n").unwrap();
    let uneven = sheet.remarks().next().unwrap();
    assert_eq!((uneven.count, uneven.first.row), (2, 4), "an empty cell at the end is no content");
}

#[test]
fn a_cell_of_many_megabytes_is_named() {
    let table = format!("a,b\n1,2\n3,{}\n", "x".repeat(MOST_IN_CELL + 1));
    assert_eq!(read_sheet(table.as_bytes()), Err(SheetError::CellTooLong(CellAt::new(0, 3, 2))));
}

#[test]
fn a_table_in_markdown_is_read_wherever_it_stands_in_a_text() {
    let rows = [["Kingdom of the \"Netherlands\"", "++", "a | b"], ["Brazil", "-", ""]];
    for table in [
        "| Party | Stance | Note |\n|---|:---:|--:|\n| **Kingdom of the \"Netherlands\"** | `++` | a \\| b |\n| Brazil | \\- | |\n",
        "Party | Stance | Note\n-|-|-\nKingdom of the \"Netherlands\" | ++ | a \\| b\nBrazil|-||\n",
        " Party | Stance | Note \n-------+------+---\n Kingdom of the \"Netherlands\" | ++ | a \\| b\nBrazil|-||\n",
        "+----+----+----+\n| Party | Stance | Note |\n+----+----+----+\n| Kingdom of the \"Netherlands\" | ++ | a \\| b |\n| Brazil | - |  |\n+----+----+----+\n",
    ] {
        for (above, begins) in [("", 0), ("# Votes, in 2018\n\nAs they stand; today:\n\n", 4)] {
            for ending in ["\n", "\r\n"] {
                let text = format!("{above}{table}").replace('\n', ending);
                let sheet = read_sheet(text.as_bytes()).unwrap();
                assert_eq!(sheet.header(), ["party", "stance", "note"], "{text}");
                let read: Vec<_> = sheet.rows().map(|row| row.cells).collect();
                assert_eq!(read, rows, "{text}");
                let border = u64::from(table.starts_with('+'));
                assert_eq!(sheet.rows().next().unwrap().line, begins + border + 3, "{text}");
            }
        }
    }
    let two =
        cells("| a | b |\n|--|--|\n| 1 | 2 |\n\nMore:\n\n| a | b |\n|---|---|\n| --- | 3 |\n");
    assert_eq!(two, [&["1", "2"][..], &["More:"], &["a", "b"], &["---", "3"]]);
}

#[test]
fn dashes_make_no_markdown_of_another_table() {
    assert_eq!(cells("party|A|B\nNLD|-|-\n-|-|-\n")[1], ["-", "-", "-"]);
    assert_eq!(cells("a|b\n---\n1|2\n").len(), 2, "it has as many cells as the head");
    let wide = format!("a|b\n-|-\n{}\n", "x|".repeat(20_000));
    assert_eq!(read_sheet(wide.as_bytes()), Err(SheetError::TooLarge));
    let long = format!("a|b\n-|-\n1|{}\n", "x".repeat(MOST_IN_CELL + 1));
    assert_eq!(read_sheet(long.as_bytes()), Err(SheetError::CellTooLong(CellAt::new(0, 3, 2))));
}

#[test]
fn a_quoted_cell_that_holds_a_whole_table_stays_one_cell() {
    let inner = "| x | y |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |";
    for separator in [",", ";", "\t"] {
        let table = ["code", "title", "note"].join(separator);
        let rows = ["A", "B"].map(|code| [code, "T", &format!("\"{inner}\"")].join(separator));
        let read = cells(&format!("{table}\n{}\n{}\n", rows[0], rows[1]));
        assert_eq!(read.len(), 2, "{separator:?}: {read:?}");
        assert_eq!(read[0], ["A", "T", inner]);
    }
}
