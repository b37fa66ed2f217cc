//! Joins the lines of a plain text into paragraphs.

use super::marks;

/// The range of widths at which people hard-wrap lines.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;

/// How far from that width a wrapped line may end.
const RAGGED: usize = 6;

/// The paragraphs of a text, each on one line.
pub(super) fn joined(text: &str) -> Vec<String> {
    let lines: Vec<String> = text
        .replace("\r\n", "\n")
        .split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}', '\u{b}', '\u{85}'])
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let width = width(&lines);
    let mut joined: Vec<String> = Vec::new();
    let mut last = "";
    for line in &lines {
        if let (Some(open), true) = (joined.last_mut(), goes_on(last, line, width)) {
            add(open, line);
        } else if !line.is_empty() {
            joined.push(line.clone());
        }
        last = line;
    }
    // A soft hyphen at the end of a text is no letter.
    joined.retain(|line| !line.trim_matches(['\u{ad}', '\u{feff}', '\u{200b}']).is_empty());
    joined
}

/// Appends a line; a hyphen at the end of the one before stays, as it may belong to the word.
fn add(open: &mut String, line: &str) {
    if open.ends_with('\u{ad}') {
        open.pop();
    } else {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let mut end = open.chars().rev();
        let hyphen = end.next() == Some('-') && letter(end.next()) && letter(line.chars().next());
        if !hyphen {
            open.push(' ');
        }
    }
    open.push_str(line);
}

/// The width at which the lines were broken by hand; `None` if they were not.
fn width(lines: &[String]) -> Option<usize> {
    let width = lines.iter().map(|line| line.chars().count()).max()?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    // A sentence that goes on in the next line shows it.
    let broken = lines.windows(2).any(|pair| {
        is_full(&pair[0], &pair[1], width)
            && !ends(&pair[0])
            && !pair[1].is_empty()
            && !marks::starts(&pair[1], false)
    });
    broken.then_some(width)
}

/// Whether the next word would not have fitted on the line.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() + RAGGED > width
}

/// Whether a line ends with a sign, or like an item of a list.
fn ends(line: &str) -> bool {
    let bare = line.trim_end_matches([']', ')', '”', '"', '’']);
    bare.ends_with(['.', ',', ';', ':', '!', '?'])
        || ["; and", "; or", "; en", "; of"].iter().any(|end| bare.ends_with(end))
}

/// Whether a line continues in the next one.
fn goes_on(line: &str, next: &str, width: Option<usize>) -> bool {
    if line.is_empty() || next.is_empty() || line.starts_with("# ") {
        return false;
    }
    let full = width.is_some_and(|width| is_full(line, next, width));
    // In the middle of a sentence, "2." or "(a)" at the start of a line is not a number.
    if marks::starts(next, full && !ends(line)) || marks::status_alone(next).is_some() {
        return false;
    }
    full || next.starts_with(char::is_lowercase) && !ends(line)
}
