//! Tables for spreadsheets.

use crate::model::Language;

/// Writes a table as a spreadsheet set to this language opens it.
///
/// Dutch spreadsheets want `;` and a byte order mark. A cell that could be taken
/// for a formula gets an apostrophe in front.
pub(super) fn to_csv(language: Language, rows: &[Vec<String>]) -> String {
    let (separator, mark) = match language {
        Language::English => (b',', ""),
        Language::Dutch => (b';', "\u{feff}"),
    };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    mark.to_owned() + &String::from_utf8_lossy(&bytes)
}

fn harmless(cell: &str) -> String {
    let number = cell.replacen(',', ".", 1).parse::<f64>().is_ok();
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let row: Vec<String> =
            ["=1+1", "+cmd", "-1", "-0,5", "@x", "fine", "a;b"].map(str::to_owned).to_vec();
        let csv = to_csv(Language::Dutch, &[row]);
        assert_eq!(csv, "\u{feff}'=1+1;'+cmd;-1;-0,5;'@x;fine;\"a;b\"\n");
    }
}
