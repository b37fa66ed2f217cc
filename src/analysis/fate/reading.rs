//! A text split into words, verbs and qualifiers.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::library::wording_strength;
use crate::model::words::fold;

/// A text as words.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) words: Vec<Word>,
    pub(super) verbs: Vec<Verb>,
    pub(super) qualifiers: Vec<Expression>,
    /// The words that tell whether it is in another text, by position: neither small words nor the
    /// verbs that are compared by strength.
    pub(super) telling: Vec<usize>,
    /// The verbs that are compared, by their position among the verbs.
    pub(super) compared: Vec<usize>,
    stems: HashSet<String>,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As written.
    pub(super) text: String,
    /// The stem that its forms share.
    pub(super) stem: String,
    /// Whether it says nothing by itself.
    pub(super) small: bool,
    /// Whether it turns its sentence into the opposite.
    pub(super) negates: bool,
    /// Whether it turns what follows it into the opposite.
    pub(super) refuses: bool,
    /// Its sentence, counted from 0.
    pub(super) sentence: usize,
}

/// A verb of the ladder.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) place: Range<usize>,
    pub(super) strength: u8,
    pub(super) text: String,
}

/// A qualifier.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub(super) place: Range<usize>,
    /// Its place among those of the library.
    pub(super) which: usize,
    pub(super) text: String,
}

#[derive(Clone, Copy)]
enum Meaning {
    Verb(u8),
    Qualifier(usize),
}

/// The expressions of the library by their first word, the longest first.
struct Lexicon {
    expressions: HashMap<String, Vec<(Vec<String>, Meaning)>>,
    small: HashSet<String>,
    negations: HashSet<String>,
    refusals: HashSet<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let library = wording_strength();
    let mut expressions: HashMap<String, Vec<(Vec<String>, Meaning)>> = HashMap::new();
    let mut add = |form: &str, meaning: Meaning| {
        let words: Vec<String> = split(&fold(form)).map(str::to_owned).collect();
        if let Some(first) = words.first() {
            expressions.entry(first.clone()).or_default().push((words, meaning));
        }
    };
    for rung in &library.rungs {
        rung.forms().for_each(|form| add(form, Meaning::Verb(rung.strength)));
    }
    for (which, qualifier) in library.qualifiers.iter().enumerate() {
        qualifier.forms().for_each(|form| add(form, Meaning::Qualifier(which)));
    }
    for list in expressions.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    Lexicon {
        expressions,
        small: library.small_words().map(fold).collect(),
        negations: library.negations().map(fold).collect(),
        refusals: library.refusals().map(fold).collect(),
    }
});

impl Reading {
    pub(super) fn of(text: &str) -> Self {
        let mut read = Self::default();
        let mut folded = Vec::new();
        let mut sentence = 0;
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            let ends = |c: char| matches!(c, '.' | ';' | '!' | '?');
            if rest[..start].contains(ends) && !read.words.is_empty() {
                sentence += 1;
            }
            let tail = &rest[start..];
            let length = tail.find(|c: char| !is_letter(c)).unwrap_or(tail.len());
            let (word, after) = tail.split_at(length);
            rest = after;
            let plain = fold(word);
            read.words.push(Word {
                text: word.to_owned(),
                stem: stem(&plain),
                small: LEXICON.small.contains(&plain),
                negates: LEXICON.negations.contains(&plain),
                refuses: LEXICON.refusals.contains(&plain),
                sentence,
            });
            folded.push(plain);
        }
        read.find_expressions(&folded);
        read.choose();
        read
    }

    fn find_expressions(&mut self, folded: &[String]) {
        let mut at = 0;
        while at < folded.len() {
            let found = LEXICON.expressions.get(&folded[at]).and_then(|list| {
                // No expression crosses the end of a sentence.
                let ends = self.words.partition_point(|it| it.sentence <= self.words[at].sentence);
                list.iter().find(|(words, _)| folded[at..ends].starts_with(words))
            });
            let Some((words, meaning)) = found else {
                at += 1;
                continue;
            };
            let place = at..at + words.len();
            let text: Vec<&str> =
                self.words[place.clone()].iter().map(|it| it.text.as_str()).collect();
            let text = text.join(" ");
            at = place.end;
            match *meaning {
                Meaning::Verb(strength) => self.verbs.push(Verb { place, strength, text }),
                Meaning::Qualifier(which) => {
                    // "Non-binding" negates nothing.
                    self.words[place.clone()].iter_mut().for_each(|it| it.negates = false);
                    self.qualifiers.push(Expression { place, which, text });
                }
            }
        }
    }

    /// Chooses the words that identify the wording. Of adjacent verbs the first is compared by
    /// strength and the others count as words, as in *should encourage industry*.
    fn choose(&mut self) {
        let mut modal = vec![false; self.words.len()];
        let mut last_end = None;
        for (at, verb) in self.verbs.iter().enumerate() {
            let apart = last_end.is_none_or(|end: usize| {
                let (last, next) = (&self.words[end - 1], &self.words[verb.place.start]);
                let mut between = self.words[end..verb.place.start].iter();
                last.sentence != next.sentence || between.any(|it| !it.small && !it.negates)
            });
            if apart {
                self.compared.push(at);
                modal[verb.place.clone()].iter_mut().for_each(|it| *it = true);
            }
            last_end = Some(verb.place.end);
        }
        let tells = |at: &usize| {
            let word = &self.words[*at];
            !word.small && !modal[*at]
        };
        self.telling = (0..self.words.len()).filter(tells).collect();
        if self.telling.is_empty() {
            // Nothing but small words and verbs: then each of them counts.
            self.telling = (0..self.words.len()).collect();
            self.compared.clear();
        }
        self.stems = self.words.iter().map(|it| it.stem.clone()).collect();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words and verbs asked for: first the words, then the verbs.
    pub(super) fn asked(&self) -> impl Iterator<Item = &str> {
        let words = self.telling.iter().map(|at| self.words[*at].text.as_str());
        words.chain(self.compared.iter().map(|at| self.verbs[*at].text.as_str()))
    }

    /// Whether it can contain such a share of a wording's words at all.
    pub(super) fn may_contain(&self, wording: &Self, share: f32) -> bool {
        let has = |at: &&usize| self.stems.contains(&wording.words[**at].stem);
        let found = wording.telling.iter().filter(has).count() + wording.compared.len();
        let asked = wording.telling.len() + wording.compared.len();
        asked > 0 && found as f32 >= share * asked as f32
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter(c)).filter(|it| !it.is_empty())
}

/// The endings of English and Dutch words that make no different word.
const ENDINGS: [&str; 8] = ["ing", "ed", "es", "en", "s", "e", "d", "t"];

/// The stem that the forms of a word share: *share, shares, shared, sharing*; *melden, meldt*.
fn stem(word: &str) -> String {
    let mut stem = word;
    for _ in 0..3 {
        let shorter = ENDINGS.iter().find_map(|ending| {
            let rest = stem.strip_suffix(ending)?;
            let long = rest.chars().count() >= 3;
            let vowel = rest.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
            let keeps = ending.len() == 1 && vowel && *ending != "s";
            (long && !keeps).then_some(rest)
        });
        match shorter {
            Some(shorter) => stem = shorter,
            None => break,
        }
    }
    // "deelt" and "delen", "staat" and "staten"; "policy" and "policies".
    let mut plain = String::with_capacity(stem.len());
    for c in stem.chars() {
        let c = if c == 'y' { 'i' } else { c };
        if !plain.ends_with(c) || c.is_numeric() {
            plain.push(c);
        }
    }
    plain
}
