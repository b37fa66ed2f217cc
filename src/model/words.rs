//! Comparing words as people do: without accents and case, numbers by value.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents, for search and for order.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '’' | '‘' => folded.push('\''),
            c => folded.push(c),
        }
    }
    folded
}

/// Compares codes so that `A/RES/73/27` comes before `A/RES/73/187`.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut a_rest, mut b_rest) = (a, b);
    loop {
        let (Some(x), Some(y)) = (a_rest.chars().next(), b_rest.chars().next()) else {
            return a_rest.len().cmp(&b_rest.len()).then_with(|| a.cmp(b));
        };
        let order = if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (take_digits(&mut a_rest), take_digits(&mut b_rest));
            let (m, n) = (m.trim_start_matches('0'), n.trim_start_matches('0'));
            m.len().cmp(&n.len()).then_with(|| m.cmp(n))
        } else {
            (a_rest, b_rest) = (&a_rest[x.len_utf8()..], &b_rest[y.len_utf8()..]);
            x.to_lowercase().cmp(y.to_lowercase())
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// How well words match what was typed of them, 0 is best; nothing where they do not. The
/// letters typed have to stand in the words in their order, at best where words begin.
pub fn fuzzy(words: &str, typed: &str) -> Option<usize> {
    let (words, typed) = (fold(words), fold(typed));
    let mut rank = 0;
    let mut at = 0;
    for c in typed.chars().filter(|c| !c.is_whitespace()) {
        let rest = words.get(at..)?;
        // Where a word begins with it that is meant, else the next place.
        let begins = rest.char_indices().find(|(place, other)| {
            let before = words[..at + place].chars().next_back();
            *other == c && before.is_none_or(|before| !before.is_alphanumeric())
        });
        let next = rest.find(c)?;
        let place = match begins {
            Some((place, _)) if next > 0 => place,
            _ => next,
        };
        rank += if place == 0 { 0 } else { 2 + place.min(20) };
        at += place + c.len_utf8();
    }
    Some(rank * 100 + words.chars().count().min(99))
}

fn take_digits<'a>(text: &mut &'a str) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    *text = rest;
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_their_order_find_words_and_beginnings_of_words_come_first() {
        let best = |typed: &str, all: &[&'static str]| {
            let mut ranked: Vec<_> =
                all.iter().filter_map(|words| Some((fuzzy(words, typed)?, *words))).collect();
            ranked.sort_unstable();
            ranked.first().map(|(_, words)| *words)
        };
        let all = ["Open the room…", "Open…", "Obstacles", "Coalition matrix", "Send for review…"];
        assert_eq!(best("op", &all), Some("Open…"));
        assert_eq!(best("otr", &all), Some("Open the room…"));
        assert_eq!(best("obst", &all), Some("Obstacles"));
        assert_eq!(best("matr", &all), Some("Coalition matrix"));
        assert_eq!(best("sfr", &all), Some("Send for review…"));
        assert_eq!(best("xyz", &all), None);
        assert!(fuzzy("anything", "").is_some());
    }

    #[test]
    fn folding_drops_case_and_accents() {
        for (text, folded) in [
            ("Côte d’Ivoire", "cote d'ivoire"),
            ("TÜRKİYE", "turkiye"),
            ("São Tomé", "sao tome"),
            ("Việt Nam", "viet nam"),
            ("Россия", "россия"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn numbers_in_codes_compare_by_value() {
        let mut codes = ["A/RES/73/187", "a/RES/73/27", "CBM 10", "CBM 9", "CBM", "A/RES/74/28"];
        codes.sort_by(|a, b| natural_cmp(a, b));
        assert_eq!(codes, ["a/RES/73/27", "A/RES/73/187", "A/RES/74/28", "CBM", "CBM 9", "CBM 10"]);
        assert_eq!(natural_cmp("a1", "a01"), natural_cmp("a1", "a01").reverse().reverse());
        assert!(natural_cmp("99999999999999999999999", "100000000000000000000000").is_lt());
    }
}
