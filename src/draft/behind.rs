//! Names that stand behind a bracket without parentheses: `[x]RUS`, `[x] *supported by RUS*`, `[x] {RUS}`,
//! `[x] – RUS and CHN`. They are not read as owners, yet they say who asks.

use std::borrow::Cow;
use std::ops::Range;

use super::withhold::{LONGEST_NAME, May, is_letter, words_in};

/// Words that say that somebody asks.
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

/// Words that stand between those and names.
const BETWEEN: [&str; 12] =
    ["forward", "on", "at", "of", "the", "from", "and", "op", "van", "de", "het", "en"];

/// What ends a sentence, or begins something else.
const ENDS: &str = ".;?!()[]";

/// What may stand around such names, and goes with them.
const SIGNS: &str = "*_{}:~^\"“”’";

/// What stands behind a bracket, without the names there of those who may not be named; where nobody else is
/// named, without what introduces them. Part of a sentence that goes on, a name stays.
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
    // No sign before it, and more words behind: it is part of a sentence.
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
