//! Codes for proposals that a table names only by their headings: one rule for all of them.

use std::collections::BTreeSet;

use super::grid::free_code;
use crate::model::words::{LONGEST_CODE, fold};

/// The longest word that can be a code by itself, in characters.
const WORD: usize = 12;

/// An unused code for each heading: the start of each, if that is a code and differs for every one,
/// such as *CBM 3*; otherwise P-1, P-2 and so on, in their order.
pub(super) fn codes_of(headings: &[&str], taken: &mut BTreeSet<String>) -> Vec<String> {
    let own: Vec<_> = headings.iter().filter_map(|heading| leading_code(heading)).collect();
    let different: BTreeSet<_> = own.iter().map(|code| fold(code)).collect();
    if own.len() == headings.len() && different.len() == own.len() {
        return own.into_iter().map(|code| free_code(code, taken)).collect();
    }
    headings.iter().map(|_| next_code(taken)).collect()
}

/// The next free code of the form P-1.
pub(super) fn next_code(taken: &mut BTreeSet<String>) -> String {
    let mut all = (1..=usize::MAX).map(|number| format!("P-{number}"));
    all.find(|code| taken.insert(fold(code))).unwrap_or_default()
}

/// Whether a code is one that [`next_code`] gives.
pub(super) fn is_number(code: &str) -> bool {
    code.strip_prefix("P-").is_some_and(|number| number.parse::<usize>().is_ok())
}

/// The code at the start of a heading: words in capitals up to the first one with a number, or a
/// single short word.
fn leading_code(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let is_capital = |word: &str| !word.chars().any(char::is_lowercase);
    let mut end = 0;
    for word in heading.split_whitespace() {
        let at = heading.get(end..)?.find(word)? + end;
        end = at + word.len();
        let number = word.find(|c: char| c.is_ascii_digit());
        match number {
            // CBM 3a, but not Article3.
            Some(number) if is_capital(word.get(..number)?) => {
                let code =
                    heading.get(..end)?.trim_end_matches([':', '.', ',', ';', ')', '–', '-']);
                let digits = code.chars().filter(char::is_ascii_digit).count();
                let is_year = digits == 4 && code.chars().count() == 4;
                let fits = code.chars().count() + 8 <= LONGEST_CODE;
                return (fits && !is_year).then_some(code);
            }
            None if is_capital(word) && word.chars().any(char::is_alphabetic) => {}
            _ => break,
        }
    }
    let one_word = !heading.is_empty() && !heading.contains(char::is_whitespace);
    let short = heading.chars().count() <= WORD;
    (one_word && short).then_some(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_codes_of_one_kind_in_their_order() {
        let codes = |headings: &[&str]| codes_of(headings, &mut BTreeSet::new());
        for (headings, expected) in [
            (&["P01 A long title", "P04 Fund (4)"][..], &["P01", "P04"][..]),
            (&["UN CBM 1: contacts", "UN CBM 2"], &["UN CBM 1", "UN CBM 2"]),
            (&["A/RES/73/27", "A/RES/74/28 (again)"], &["A/RES/73/27", "A/RES/74/28"]),
            (&["1. Hotline", "2. Fund"], &["1", "2"]),
            (&["PoC", "Hotline"], &["PoC", "Hotline"]),
            (&["Hotline (6)", "P02 Fund"], &["P-1", "P-2"]),
            (&["Hotline", "A very long title indeed"], &["P-1", "P-2"]),
            (&["CBM 1 a", "CBM 1 b"], &["P-1", "P-2"]),
            (&["2021 Fund", "2022 Fund"], &["P-1", "P-2"]),
            (&["ICT security"], &["P-1"]),
        ] {
            assert_eq!(codes(headings), expected, "{headings:?}");
        }
        let mut taken = BTreeSet::from([fold("P-1")]);
        assert_eq!(codes_of(&["A hotline", "A fund"], &mut taken), ["P-2", "P-3"]);
    }
}
