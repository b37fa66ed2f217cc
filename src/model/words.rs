//! Compares words as people do: ignoring accents and case, and numbers by value.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The largest number of characters in a text: as much as a long report.
pub const LONGEST: usize = 500_000;

/// The largest number of characters in a code.
pub const LONGEST_CODE: usize = 60;

/// The text in lower case, without accents or invisible characters and with every whitespace
/// character as a space, for searching and sorting.
pub fn fold(text: &str) -> String {
    // A shortcut for most of what is compared; a table may have millions of texts.
    if text.is_ascii() {
        let plain = |c: char| if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() };
        return text.chars().map(plain).collect();
    }
    let mut folded = String::with_capacity(text.len());
    // Ligatures, full-width letters and superscript digits are read as plain ones.
    let shown = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_unseen(*c));
    for c in shown.flat_map(char::to_lowercase) {
        match c {
            c if c.is_whitespace() => folded.push(' '),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '’' | '‘' => folded.push('\''),
            c => folded.push(c),
        }
    }
    folded
}

/// Whether a character takes up no space: soft hyphens, zero-width characters, direction marks.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// The text folded, on one line, with single spaces.
pub(crate) fn fold_line(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form in which names are compared as people read them: *St. Vincent & the Grenadines* and
/// *Saint Vincent and Grenadines* are the same, and so are *Guinea Bissau* and *Guinea-Bissau*.
pub(crate) fn name_key(name: &str) -> String {
    let folded = fold(name);
    let mut words = Vec::new();
    let mut word = String::new();
    for c in folded.chars().chain([' ']) {
        match c {
            // U.K. is UK, and d'Ivoire is one word.
            '.' | '\'' | '`' | '´' | 'ʼ' | 'ʻ' | '′' => {}
            c if c.is_alphanumeric() => word.push(c),
            _ if !word.is_empty() => words.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    // A code is a single word and may look like an article, so it is left alone.
    if words.len() > 1 {
        words.iter_mut().for_each(written_out);
        let says = |word: &String| !FILLERS.contains(&word.as_str());
        if words.iter().any(says) {
            words.retain(says);
        }
    }
    words.concat()
}

/// Words that people leave out of a name or add to it at will.
const FILLERS: [&str; 20] = [
    "the", "of", "de", "het", "van", "and", "en", "et", "und", "y", "la", "le", "les", "el", "los",
    "las", "du", "des", "del", "der",
];

fn written_out(word: &mut String) {
    let whole = match word.as_str() {
        "saint" | "sint" | "sainte" => "st",
        "rep" => "republic",
        "dem" => "democratic",
        "fed" => "federated",
        "is" => "islands",
        _ => return,
    };
    whole.clone_into(word);
}

/// The text trimmed and normalised, however its accents were typed. A link also gets its scheme and
/// host in lower case, because only in those does case not matter.
pub(crate) fn exact(text: &str) -> String {
    let text: String = text.trim().nfc().collect();
    if !is_link(&text) {
        return text;
    }
    let path = text.find("://").map_or(0, |at| at + 3);
    let path = text[path..].find(['/', '?', '#']).map_or(text.len(), |at| path + at);
    let (host, path) = text.split_at(path);
    let path = if path.is_empty() { "/" } else { path };
    format!("{}{path}", host.to_lowercase())
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a text is the address of a page.
pub(crate) fn is_link(text: &str) -> bool {
    let begins = |with: &str| {
        let start = text.trim_start().get(..with.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    begins("https://") || begins("http://")
}

/// The form in which no two codes may be equal, not even after a merge: ignoring case and how
/// accents were typed. Entered codes have to differ more: see [`alike`].
pub(crate) fn code_key(code: &str) -> String {
    exact(code).to_lowercase()
}

/// Whether two codes look the same to a reader: they differ at most in case, in accents or in
/// how those were typed. Both looking up a code and requiring it to be unique rely on this.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
        return a.by_ref().zip(b.by_ref()).all(|(a, b)| a.eq_ignore_ascii_case(b))
            && a.next().is_none()
            && b.next().is_none();
    }
    fold_line(a) == fold_line(b)
}

/// Compares codes so that `A/RES/73/27` comes before `A/RES/73/187`.
pub(crate) fn natural_cmp(a: &str, b: &str) -> Ordering {
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

/// How well `words` match what was typed, lower is better; `None` if they do not. Each word typed must be
/// the beginning of a word, the beginnings of several that follow each other, a part of one, or one
/// without vowels. Letters found here and there are no match: Enter would take what nobody meant.
pub(crate) fn fuzzy(words: &str, typed: &str) -> Option<usize> {
    let (words, typed) = (fold(words), fold(typed));
    let all: Vec<&str> = split_words(&words).collect();
    let best = |part| {
        let ranks = (0..all.len()).filter_map(|at| Some(likeness(&all[at..], part)? + at.min(9)));
        ranks.min()
    };
    let ranks: Option<Vec<usize>> = split_words(&typed).map(best).collect();
    Some(ranks?.iter().sum::<usize>() * 100 + words.chars().count().min(99))
}

fn split_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// How well a typed word matches the first of these words, and perhaps those that follow it.
fn likeness(words: &[&str], part: &str) -> Option<usize> {
    let word = words.first()?;
    if word.starts_with(part) {
        Some(0)
    } else if begin(words, part) {
        Some(10)
    } else if word.contains(part) {
        Some(20)
    } else {
        shortens(word, part).then_some(30)
    }
}

/// Whether the letters are the beginnings of words that follow each other.
fn begin(words: &[&str], letters: &str) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let ends = letters.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let mut ends = ends.take_while(|end| word.starts_with(&letters[..*end]));
    letters.is_empty() || ends.any(|end| begin(rest, &letters[end..]))
}

/// Whether the letters begin a word that is written without some of its vowels.
fn shortens(word: &str, letters: &str) -> bool {
    let mut rest = word.chars();
    let mut first = true;
    letters.chars().all(|letter| {
        let left_out = |other: &char| !first && matches!(other, 'a' | 'e' | 'i' | 'o' | 'u');
        let found = rest.by_ref().find(|other| *other == letter || !left_out(other));
        first = false;
        found == Some(letter)
    })
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
    fn letters_typed_in_order_find_words_and_word_beginnings_rank_first() {
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
        assert_eq!(best("mtrx", &all), Some("Coalition matrix"));
        assert_eq!(best("room open", &all), Some("Open the room…"));
        assert_eq!(best("xyz", &all), None);
        assert!(fuzzy("anything", "").is_some());
    }

    #[test]
    fn letters_found_here_and_there_are_no_match_and_parts_of_words_come_last() {
        for (words, typed) in [
            ("Show or hide the inspector", "sort"),
            ("About this dossier", "hide"),
            ("Matrix under a scenario", "undo"),
            ("Keyboard shortcuts", "sort"),
        ] {
            assert_eq!(fuzzy(words, typed), None, "{typed}");
        }
        let ranked = ["Text", "Go on to text", "Take extra time", "Context"];
        let ranks = ranked.map(|words| fuzzy(words, "te"));
        assert!(ranks.is_sorted() && ranks.iter().all(Option::is_some), "{ranks:?}");
    }

    #[test]
    fn folding_drops_case_and_accents() {
        for (text, folded) in [
            ("Côte d’Ivoire", "cote d'ivoire"),
            ("TÜRKİYE", "turkiye"),
            ("São Tomé", "sao tome"),
            ("Việt Nam", "viet nam"),
            ("Россия", "россия"),
            ("ﬁve ＣＢＭ №\u{a0}²", "five cbm no 2"),
            ("\u{212a}elvin Ĳ ſ", "kelvin ij s"),
            ("İstanbul ISTANBUL", "istanbul istanbul"),
            ("ΟΔΌΣ οδός", "οδοσ οδοσ"),
            ("GROẞ", "gross"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn invisible_characters_are_ignored_and_all_whitespace_is_a_space() {
        for (text, folded) in [
            ("United\u{a0}States", "united states"),
            ("Bel\u{ad}gium", "belgium"),
            ("\u{200b}France\u{feff}", "france"),
            ("New\u{2009}\u{3000}Zealand", "new  zealand"),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert_eq!(fold_line(" New\u{2009}\u{3000}\n Zealand\u{200b} "), "new zealand");
    }

    #[test]
    fn a_name_is_the_same_however_it_is_punctuated() {
        for [one, other] in [
            ["U.K.", "UK"],
            ["Trinidad & Tobago", "Trinidad en Tobago"],
            ["St. Vincent & Grenadines", "Saint Vincent and the Grenadines"],
            ["St.Lucia", "Sint Lucia"],
            ["Guinea Bissau", "Guinea‑Bissau"],
            ["Cote dIvoire", "CÔTE D’IVOIRE"],
            ["The Gambia", "Gambia (the)"],
            ["Dominican Rep.", "dominican  republic"],
            ["ＮＬＤ", "nld"],
            ["E\u{301}ire", "Éire"],
        ] {
            assert_eq!(name_key(one), name_key(other));
        }
        for [one, other] in [["DE", "the"], ["Niger", "Nigeria"], ["Dominica", "Dominican"]] {
            assert_ne!(name_key(one), name_key(other));
        }
        assert_eq!(name_key("of the"), "ofthe");
        assert_eq!(name_key("— ? —"), "");
    }

    #[test]
    fn codes_are_alike_in_any_case_and_accents_and_links_are_exact_except_for_their_host() {
        for (a, b) in [("É", "e"), ("Straße", "STRASSE"), ("I", "ı"), ("e\u{301}", "\u{e9}")] {
            assert!(alike(a, b), "{a} {b}");
        }
        assert!(!alike("CBM 1", "CBM 11"));
        assert_eq!(exact(" e\u{301} "), "\u{e9}");
        assert_eq!(exact("HTTP://X.example/A?b=C"), "http://x.example/A?b=C");
        assert_eq!(exact("https://X.example"), "https://x.example/");
        assert_eq!(exact("https://x.example?A"), "https://x.example?A");
    }

    #[test]
    fn numbers_in_codes_compare_by_value() {
        let mut codes = ["A/RES/73/187", "a/RES/73/27", "CBM 10", "CBM 9", "CBM", "A/RES/74/28"];
        codes.sort_by(|a, b| natural_cmp(a, b));
        assert_eq!(codes, ["a/RES/73/27", "A/RES/73/187", "A/RES/74/28", "CBM", "CBM 9", "CBM 10"]);
        assert!(natural_cmp("99999999999999999999999", "100000000000000000000000").is_lt());
    }

    #[test]
    fn the_order_of_codes_is_total() {
        let letters = ["0", "1", "9", "00", "01", "a", "A", "é", "É", "İ", "ß", "/", "٣", " "];
        let mut codes = vec![String::new()];
        for first in letters {
            codes.push(first.to_owned());
            codes.extend(letters.iter().map(|second| format!("{first}{second}")));
        }
        codes.sort();
        codes.dedup();
        codes.sort_by(|a, b| natural_cmp(a, b));
        // The order is total only if each code in a sorted list comes before all that follow.
        for (place, code) in codes.iter().enumerate() {
            assert!(natural_cmp(code, code).is_eq());
            for later in &codes[place + 1..] {
                assert!(natural_cmp(code, later).is_lt(), "{code:?} {later:?}");
                assert!(natural_cmp(later, code).is_gt(), "{later:?} {code:?}");
            }
        }
    }
}
