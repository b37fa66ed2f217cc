//! Names after a bracket without parentheses: `[x]RUS`, `[x] *supported by RUS*`, `[x] {RUS}`, `[x]
//! – RUS and CHN`. They are not read as owners, yet they say who asks.

use std::borrow::Cow;
use std::ops::Range;

use super::withhold::{LONGEST_NAME, May, is_letter, words_in};

/// Words that say that somebody asks for something.
const ASKING: [&str; 16] = [
    "supported",
    "backed",
    "proposed",
    "suggested",
    "requested",
    "put",
    "behalf",
    "request",
    "by",
    "per",
    "gesteund",
    "voorgesteld",
    "ingediend",
    "namens",
    "verzoek",
    "door",
];

/// Words between those and names.
const BETWEEN: [&str; 12] =
    ["forward", "on", "at", "of", "the", "from", "and", "op", "van", "de", "het", "en"];

/// Signs that end a sentence or begin something else.
const ENDS: &str = ".;?!()[]";

/// Signs that may surround such names, and are removed with them.
const SIGNS: &str = "*_{}:~^\"“”’";

/// The text after a bracket, without the names there of those who may not be named; if nobody else
/// is named, without the words that introduce them. In a sentence that continues, a name stays.
pub(super) fn without_names<'a>(text: &'a str, may: &impl May) -> Cow<'a, str> {
    let words = words_in(text);
    let mut names: Vec<(Range<usize>, bool)> = Vec::new();
    let (mut at, mut end, mut is_told) = (0, 0, false);
    while let Some(word) = words.get(at) {
        if text[end..word.start].contains(|c| ENDS.contains(c)) {
            break;
        }
        let whole = |last: usize| word.start..words[last].end;
        let mut last = (at..words.len().min(at + LONGEST_NAME)).rev();
        if let Some(last) = last.find(|last| may.withholds(&text[whole(*last)])) {
            names.push((whole(last), true));
            at = last;
        } else if text[word.clone()].chars().all(char::is_uppercase) {
            names.push((word.clone(), false));
        } else {
            let word = text[word.clone()].to_lowercase();
            let asks = ASKING.contains(&&*word);
            if !asks && !BETWEEN.contains(&&*word) {
                break;
            }
            is_told |= asks;
        }
        end = words[at].end;
        at += 1;
    }
    let (Some(first), Some(last)) = (names.first(), names.last()) else {
        return Cow::Borrowed(text);
    };
    let (before, rest) = (&text[..first.0.start], &text[last.0.end..]);
    let goes_on = words.iter().find(|it| it.start >= last.0.end);
    let goes_on = goes_on.is_some_and(|it| {
        let between = &text[last.0.end..it.start];
        !between.is_empty() && between.trim().is_empty()
    });
    // No sign before it, and more words after it: it is part of a sentence.
    let is_apart = before.is_empty() || before.contains(|c: char| !is_letter(c) && c != ' ');
    if !is_told && goes_on && !is_apart || names.iter().all(|(_, withheld)| !withheld) {
        return Cow::Borrowed(text);
    }
    let kept: Vec<&str> =
        names.iter().filter(|(_, gone)| !gone).map(|(it, _)| &text[it.clone()]).collect();
    Cow::Owned(match kept.is_empty() {
        true => rest.trim_start_matches(|c| SIGNS.contains(c)).to_owned(),
        false => format!("{before}{}{rest}", kept.join(", ")),
    })
}
