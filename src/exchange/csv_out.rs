//! Tables for spreadsheets.

use unicode_normalization::UnicodeNormalization;

use crate::model::Language;

/// Writes a table in the form that a spreadsheet set to this language expects.
///
/// Dutch spreadsheets want `;` and a byte order mark. A cell that could be taken for a formula
/// gets an apostrophe in front.
pub(crate) fn to_csv(language: Language, rows: &[Vec<String>]) -> String {
    let (separator, mark) = match language {
        Language::English => (",", ""),
        Language::Dutch => (";", "\u{feff}"),
    };
    let mut csv = mark.to_owned();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| quoted(&harmless(cell), separator)).collect();
        csv += &cells.join(separator);
        csv.push('\n');
    }
    csv
}

/// Quotes a cell that contains anything that separates cells in some spreadsheet, whatever its
/// language.
fn quoted(cell: &str, separator: &str) -> String {
    let parts = [',', ';', '\t', '"', '\n', '\r'];
    let in_parts = cell.contains(parts) || cell.trim().len() < cell.len();
    if cell.contains(separator) || in_parts && !is_number(cell) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

pub(super) fn harmless(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before it was made harmless.
pub(super) fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|cell| is_formula(cell)).unwrap_or(cell)
}

/// Whether a spreadsheet might take a cell for a formula. Spreadsheets skip invisible
/// characters, and accept the full-width signs of Chinese and Japanese keyboards.
fn is_formula(cell: &str) -> bool {
    if cell.starts_with(|first: char| first.is_control()) {
        return true;
    }
    let mut signs = cell.chars().skip_while(|sign| is_passed_over(*sign)).take(1).nfkc();
    signs.next().is_some_and(|sign| "=+-@".contains(sign)) && !is_number(cell)
}

/// Whether a character is whitespace or invisible.
fn is_passed_over(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(
            sign,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a cell is a number as this program writes one: `-0.25`, `-0,25`.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.' || sign == ',')
        && digits.replacen(',', ".", 1).parse::<f64>().is_ok()
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

    #[test]
    fn invisible_characters_and_wide_signs_make_no_formula_either() {
        for before in
            ["", "\n", "\r", "\t", "\0", " ", "\u{a0}", "\u{3000}", "\u{200b}", "\u{feff}"]
        {
            for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹣"] {
                let cell = format!("{before}{sign}cmd|' /C calc'!A0");
                assert_eq!(harmless(&cell), format!("'{cell}"));
                assert_eq!(as_it_was(&harmless(&cell)), cell, "and comes back as it was");
            }
        }
        for number in ["-1", "+1", "-0.25", "-12,5", "7"] {
            assert_eq!(harmless(number), number);
        }
        for formula in ["-inf", "-1+1", "-1,2,3", "+A1", "\nfine"] {
            assert_ne!(harmless(formula), formula);
        }
        for cell in ["fine", "", "’s-Gravenhage", "'quoted'", "−", "0"] {
            assert_eq!(harmless(cell), cell);
            assert_eq!(as_it_was(cell), cell);
        }
    }

    #[test]
    fn a_cell_stays_one_cell_whatever_separator_the_spreadsheet_uses() {
        let row =
            vec!["a,=1".to_owned(), "b;=1".to_owned(), "c\t=1".to_owned(), "d\n=1".to_owned()];
        for language in [Language::English, Language::Dutch] {
            let csv = to_csv(language, std::slice::from_ref(&row));
            for cell in &row {
                assert!(csv.contains(&format!("\"{cell}\"")), "{csv}");
            }
        }
    }
}
