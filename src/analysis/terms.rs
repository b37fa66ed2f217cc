//! Finds contested terms in a text.

use std::collections::HashMap;
use std::ops::Range;

/// The forms to look for, each with the term it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Forms<T> {
    // By first word, in lower case; longest form first.
    by_word: HashMap<String, Vec<(Vec<String>, T)>>,
}

/// A contested term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTerm<T> {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// The term.
    pub term: T,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self { by_word: HashMap::new() }
    }
}

impl<T: Copy> Forms<T> {
    /// Adds a form. Forms are compared word by word, ignoring case and what separates the words,
    /// so that `cyber-attack` matches `cyber attack`.
    pub fn add(&mut self, form: &str, term: T) {
        let words: Vec<_> = words(form).map(|(_, word)| word).collect();
        let Some(first) = words.first().cloned() else { return };
        let forms = self.by_word.entry(first).or_default();
        forms.push((words, term));
        forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }

    /// The terms in a text, in order. Of two that overlap the first counts; of two that start
    /// together, the longer.
    pub fn find(&self, text: &str) -> Vec<FoundTerm<T>> {
        let words: Vec<_> = words(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((range, word)) = words.get(at) {
            let here = self.by_word.get(word).into_iter().flatten().find(|(form, _)| {
                let there = words.get(at..at + form.len());
                there.is_some_and(|there| {
                    there.iter().zip(form).all(|((_, word), wanted)| word == wanted)
                        && one_phrase(text, there)
                })
            });
            match here {
                Some((form, term)) => {
                    let end = words[at + form.len() - 1].0.end;
                    found.push(FoundTerm { range: range.start..end, term: *term });
                    at += form.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

/// Whether only spaces, hyphens, apostrophes or line breaks separate the words.
fn one_phrase(text: &str, words: &[(Range<usize>, String)]) -> bool {
    words.windows(2).all(|pair| {
        let between = &text[pair[0].0.end..pair[1].0.start];
        between.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '\'' | '’'))
    })
}

/// The words of a text in lower case, each with its place.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric());
        let end = length.map_or(text.len(), |length| start + length);
        rest = end;
        Some((start..end, text[start..end].to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> Forms<u8> {
        let mut forms = Forms::default();
        for (form, term) in [
            ("security", 0),
            ("information security", 1),
            ("cyber attack", 2),
            ("ict-veiligheid", 3),
            ("état", 4),
        ] {
            forms.add(form, term);
        }
        forms
    }

    #[test]
    fn terms_are_whole_words_and_the_longest_counts() {
        for (text, expected) in [
            ("", vec![]),
            (
                "Information Security and security",
                vec![("Information Security", 1), ("security", 0)],
            ),
            ("a cyber-attack; cyber\nattack", vec![("cyber-attack", 2), ("cyber\nattack", 2)]),
            ("cyber. Attack", vec![]),
            ("insecurity", vec![]),
            ("ICT-veiligheid", vec![("ICT-veiligheid", 3)]),
            ("l’État", vec![("État", 4)]),
            ("information", vec![]),
        ] {
            let found: Vec<_> = forms()
                .find(text)
                .into_iter()
                .map(|found| (&text[found.range], found.term))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
