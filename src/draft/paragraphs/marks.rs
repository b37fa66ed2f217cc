//! The marks at the start and the end of a paragraph: its number and its status.

use crate::model::ParagraphStatus;
use crate::model::words::fold;

/// The number of a paragraph, and the series it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) text: String,
    pub(super) series: Series,
}

/// A series of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// No number.
    None,
    /// `PP1`, `Overweging 3`.
    Preamble,
    /// `OP1`, `Article 3`.
    Operative,
    /// `1.`, `2)`, `3.1`.
    Counted,
    /// `I.`, `A.`: parts of a text, or items of a list.
    Part,
    /// `(a)`, `iv)`: items of a list.
    Item,
}

/// The words before a number, with the form in which the number is stored.
const NAMED: [(&str, &str, Series); 16] = [
    ("pp", "PP", Series::Preamble),
    ("op", "OP", Series::Operative),
    ("recital", "Recital ", Series::Preamble),
    ("overweging", "Overweging ", Series::Preamble),
    ("article", "Article ", Series::Operative),
    ("artikel", "Artikel ", Series::Operative),
    ("art.", "Art. ", Series::Operative),
    ("paragraph", "Paragraph ", Series::Operative),
    ("paragraaf", "Paragraaf ", Series::Operative),
    ("para.", "Para. ", Series::Operative),
    ("para", "Para ", Series::Operative),
    ("lid", "Lid ", Series::Operative),
    ("punt", "Punt ", Series::Operative),
    ("cbm", "CBM ", Series::Operative),
    ("§", "§", Series::Operative),
    ("¶", "¶", Series::Operative),
];

/// The suffixes of the number of an inserted paragraph.
const BETWEEN: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "alt", "new"];

/// The signs between a number and its paragraph.
const BEHIND: [char; 7] = ['.', ':', ')', '–', '—', '-', ' '];

/// Whether a line starts a paragraph. In the middle of a sentence only an unmistakable number does.
pub(super) fn starts(line: &str, within: bool) -> bool {
    if line.starts_with("# ") || line.starts_with("## ") {
        return true;
    }
    if within {
        let (number, _) = number(line);
        return number.text.starts_with("PP") || number.text.starts_with("OP");
    }
    bullet(line).is_some() || number(line).0.series != Series::None
}

/// Whether a line is marked as a heading, and the line without that.
pub(super) fn hashes(line: &str) -> (bool, &str) {
    let rest = line.trim_start_matches('#');
    let hashed = rest.len() < line.len() && rest.starts_with(' ');
    if hashed { (true, rest.trim_start()) } else { (false, line) }
}

fn bullet(line: &str) -> Option<&str> {
    ["• ", "- ", "– ", "— ", "▪ ", "◦ ", "· "].iter().find_map(|sign| line.strip_prefix(sign))
}

/// The number at the start of a paragraph, and the rest. A number inside the bracket around the
/// whole paragraph, as in `[PP3 Recalling …] (RUS)`, is taken out of it.
pub(super) fn number(line: &str) -> (Number, String) {
    let line = bullet(line).unwrap_or(line);
    if let Some(inside) = line.strip_prefix('[')
        && let Some((number, length)) = read(inside.trim_start())
    {
        let rest = inside.trim_start().get(length..).unwrap_or_default();
        // "[1]" is a bracket of its own, as is "[3.]".
        if !rest.is_empty() && !rest.starts_with(']') {
            return (number, format!("[{rest}"));
        }
    }
    match read(line) {
        Some((number, length)) => (number, line.get(length..).unwrap_or_default().to_owned()),
        None => (Number { text: String::new(), series: Series::None }, line.to_owned()),
    }
}

/// A number, and how many bytes it takes with the signs after it.
fn read(line: &str) -> Option<(Number, usize)> {
    named(line).or_else(|| counted(line)).or_else(|| item(line))
}

/// `PP1`, `OP 12bis`, `Artikel 3`.
fn named(line: &str) -> Option<(Number, usize)> {
    for (word, printed, series) in NAMED {
        let Some(head) = line.get(..word.len()) else { continue };
        if head.to_lowercase() != word {
            continue;
        }
        let rest = &line[word.len()..];
        let spaces = rest.len() - rest.trim_start().len();
        // With a two-letter word any number counts; "lid 3 van" is a sentence.
        let short = word == "pp" || word == "op";
        // "Op 3 mei" is Dutch.
        if short && spaces > 0 && head != printed {
            continue;
        }
        let rest = rest.trim_start();
        let Some((digits, mut length)) = digits(rest) else { continue };
        let mut text = format!("{printed}{digits}");
        let after = &rest[length..];
        // "OP3(a)", "OP3.a".
        if let Some(sub) = sub_item(after) {
            text.push_str(sub);
            length += sub.len();
        }
        let after = &rest[length..];
        let ends = after.is_empty() || after.starts_with(BEHIND) || after.starts_with('[');
        if !ends {
            continue;
        }
        let signs = after.len() - after.trim_start_matches(BEHIND).len();
        let sentence = after.trim_start().starts_with(char::is_lowercase);
        if !short && sentence {
            continue;
        }
        return Some((Number { text, series }, word.len() + spaces + length + signs));
    }
    None
}

/// Digits with a suffix (`12bis`, `12 ter`), and their length.
fn digits(text: &str) -> Option<(String, usize)> {
    let mut length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 || length > 4 {
        return None;
    }
    let mut number = text[..length].to_owned();
    // "3.1"
    while let Some(rest) = text[length..].strip_prefix('.') {
        let more = rest.bytes().take_while(u8::is_ascii_digit).count();
        if more == 0 || more > 3 {
            break;
        }
        number.push_str(&text[length..=length + more]);
        length += more + 1;
    }
    while let Some((word, taken)) = between(&text[length..]) {
        if !number.ends_with(|c: char| c.is_ascii_digit()) {
            number.push(' ');
        }
        number.push_str(word);
        length += taken;
    }
    Some((number, length))
}

/// `bis` and the like, alone or in parentheses.
fn between(text: &str) -> Option<(&'static str, usize)> {
    let rest = text.trim_start();
    let (rest, close) = match rest.strip_prefix('(') {
        Some(rest) => (rest, ")"),
        None => (rest, ""),
    };
    let found = BETWEEN.iter().find(|word| {
        let Some(head) = rest.get(..word.len()) else { return false };
        let after = &rest[word.len()..];
        head.eq_ignore_ascii_case(word)
            && after.starts_with(close)
            && !after[close.len()..].starts_with(char::is_alphanumeric)
    })?;
    let after = &rest[found.len() + close.len()..];
    // "12 new measures" is a sentence.
    let word =
        matches!(*found, "new" | "alt") && after.trim_start().starts_with(char::is_lowercase);
    (!word).then_some((*found, text.len() - after.len()))
}

/// `(a)` or `.a` after a number.
fn sub_item(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(').and_then(|it| it.split_once(')')).map(|(it, _)| it);
    if let Some(inside) = inside.filter(|it| is_letter_or_roman(it)) {
        return text.get(..inside.len() + 2);
    }
    let letter = text.strip_prefix('.')?;
    let length = letter.bytes().take_while(u8::is_ascii_lowercase).count();
    let ends = !letter[length..].starts_with(char::is_alphanumeric);
    (length == 1 && ends).then(|| &text[..2])
}

/// `1.`, `2)`, `(3)`, `3.1`, `12bis.`
fn counted(line: &str) -> Option<(Number, usize)> {
    let (inside, open) = match line.strip_prefix('(') {
        Some(inside) => (inside, true),
        None => (line, false),
    };
    let (digits, length) = digits(inside)?;
    let after = &inside[length..];
    let number = |text: String, taken: usize| {
        let rest = &line[taken..];
        let text_follows = rest.is_empty() || rest.starts_with(' ') || rest.starts_with('[');
        let spaces = rest.len() - rest.trim_start().len();
        text_follows.then(|| (Number { text, series: Series::Counted }, taken + spaces))
    };
    if open {
        return after.starts_with(')').then(|| number(format!("({digits})"), length + 2)).flatten();
    }
    if after.starts_with('.') {
        return number(digits, length + 1);
    }
    if after.starts_with(')') {
        return number(format!("{digits})"), length + 1);
    }
    // "3.1 States should": two numbers with a point between count if a sentence follows.
    let follows = after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '[');
    let numbered = digits.contains('.') || digits.ends_with(|c: char| c.is_alphabetic());
    (numbered && follows).then(|| number(digits, length)).flatten()
}

/// `(a)`, `a)`, `a.`, `(iv)`, `iv.`, `I.`, `A.`
fn item(line: &str) -> Option<(Number, usize)> {
    let open = line.starts_with('(');
    let inside = if open { &line[1..] } else { line };
    let length = inside.bytes().take_while(u8::is_ascii_alphabetic).count();
    let letters = &inside[..length];
    if !is_letter_or_roman(letters) {
        return None;
    }
    let sign = inside[length..].chars().next()?;
    let rest = inside[length..].get(1..)?;
    let behind = rest.is_empty() || rest.starts_with(' ') || rest.starts_with('[');
    if !behind || !(sign == ')' || sign == '.' && !open) {
        return None;
    }
    let text = match (open, sign) {
        (true, _) => format!("({letters})"),
        (false, ')') => format!("{letters})"),
        (false, _) => letters.to_owned(),
    };
    let capital = letters.starts_with(|c: char| c.is_uppercase());
    let series = if capital && !open && sign == '.' { Series::Part } else { Series::Item };
    let spaces = rest.len() - rest.trim_start().len();
    Some((Number { text, series }, line.len() - rest.len() + spaces))
}

/// Whether letters count as a number: one or two equal ones, or lower-case Roman numerals.
fn is_letter_or_roman(letters: &str) -> bool {
    let all = |signs: &str| letters.chars().all(|c| signs.contains(c));
    let mut chars = letters.chars();
    let first = chars.next();
    let one = first.is_some_and(|c| c.is_ascii_alphabetic());
    let same = letters.len() <= 2 && chars.all(|c| Some(c) == first);
    one && (same || letters.len() <= 6 && (all("ivx") || all("IVX")))
}

/// The marks of status, folded and without full stops.
const MARKS: [(&str, ParagraphStatus); 16] = [
    ("agreed ad referendum", ParagraphStatus::AdReferendum),
    ("agreed ad ref", ParagraphStatus::AdReferendum),
    ("agreed adref", ParagraphStatus::AdReferendum),
    ("akkoord ad referendum", ParagraphStatus::AdReferendum),
    ("akkoord ad ref", ParagraphStatus::AdReferendum),
    ("overeengekomen ad referendum", ParagraphStatus::AdReferendum),
    ("onder voorbehoud akkoord", ParagraphStatus::AdReferendum),
    ("akkoord onder voorbehoud", ParagraphStatus::AdReferendum),
    ("ad referendum", ParagraphStatus::AdReferendum),
    ("ad ref", ParagraphStatus::AdReferendum),
    ("provisionally agreed", ParagraphStatus::AdReferendum),
    ("agreed", ParagraphStatus::Agreed),
    ("agreed language", ParagraphStatus::Agreed),
    ("akkoord", ParagraphStatus::Agreed),
    ("overeengekomen", ParagraphStatus::Agreed),
    ("closed", ParagraphStatus::Agreed),
];

/// The status that these words give.
fn status(words: &str) -> Option<ParagraphStatus> {
    let folded = fold(words);
    let folded = folded.trim_matches([' ', '.', ':', '*', '!', '-', '–', '—']);
    MARKS.iter().find(|(mark, _)| *mark == folded).map(|(_, status)| *status)
}

/// Words in brackets or parentheses.
fn enclosed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    inside.or_else(|| text.strip_prefix('(').and_then(|it| it.strip_suffix(')')))
}

/// The status given by a line that says nothing else.
pub(super) fn status_alone(line: &str) -> Option<ParagraphStatus> {
    let line = line.trim();
    status(enclosed(line).unwrap_or(line))
}

/// The status given by a mark at the start, and the rest: `[agreed] Recalling`,
/// `AGREED: Recalling`.
pub(super) fn leading_status(line: &str) -> (ParagraphStatus, &str) {
    let line = line.trim_start();
    let found = if line.starts_with(['[', '(']) {
        line.find([']', ')']).and_then(|end| {
            let status = status(enclosed(&line[..=end])?)?;
            let rest = line[end + 1..].trim_start_matches(BEHIND);
            // "[agreed] norms" and "[agreed] (RUS)" are brackets around a disputed word.
            let sentence = !rest.starts_with(|c: char| c.is_lowercase() || c == '(' || c == ',');
            sentence.then_some((status, rest))
        })
    } else {
        line.split_once(':').and_then(|(mark, rest)| Some((status(mark)?, rest.trim_start())))
    };
    found.unwrap_or((ParagraphStatus::Open, line))
}

/// The status given by a mark at the end, and the text before it: `…, [agreed]`,
/// `…. Agreed ad ref`.
pub(super) fn trailing_status(line: &str) -> (ParagraphStatus, &str) {
    let text = line.trim_end();
    let stop = |before: &str| before.trim_end().ends_with(['.', ',', ';', ':', ']', ')', '–', '—']);
    let found = if text.ends_with([']', ')']) {
        text.rfind(['[', '(']).and_then(|start| {
            let status = status(enclosed(&text[start..])?)?;
            let before = text[..start].trim_end();
            // "the norms [agreed]" is a disputed word.
            let word = text.ends_with(']') && status == ParagraphStatus::Agreed && !stop(before);
            (!word).then_some((status, before))
        })
    } else {
        MARKS.iter().find_map(|(mark, status)| {
            let bare = text.trim_end_matches(['.', '*']);
            let start = bare.len().checked_sub(mark.len())?;
            let tail = bare.get(start..)?;
            let before = bare[..start].trim_end();
            let alone = bare[..start].ends_with([' ', '*']) && !before.is_empty();
            let known = tail.eq_ignore_ascii_case(mark) && alone;
            (known && stop(before))
                .then(|| (*status, before.trim_end_matches(['–', '—', ' ', '*'])))
        })
    };
    found.unwrap_or((ParagraphStatus::Open, text))
}
