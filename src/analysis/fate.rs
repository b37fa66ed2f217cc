//! The fate of the user's own wording in a version of the text.
//!
//! A wording is looked up word by word, inflected forms included, both in the undisputed text and
//! in the text with all brackets. Its verb is compared by the ladder of
//! [`wording_strength`](crate::library::wording_strength), and expressions that qualify it are
//! looked for in the surrounding sentence. The possible fates, best first:
//!
//! * **in**: every word is there undisputed, the verb binds as strongly, nothing qualifies it;
//! * **in part**: most words (`PART`) are there undisputed, or the fallback is in;
//! * **weakened**: most words are, with a weaker verb or a qualifier that was not asked for;
//! * **bracketed**: most words are there only when those in brackets are counted;
//! * **gone**: neither, or the sentence says the opposite;
//! * **red line crossed**: the words one cannot accept are there undisputed, whatever else is.
//!
//! The paragraph with most of the words undisputed counts. Bracketed text only ever lifts a wording
//! from *gone* to *bracketed*; it makes no fate worse. This is an aid to reading: a user who knows
//! better overrules it.

mod matching;
mod reading;

use crate::draft::{Piece, Unit, Words};
use crate::model::{Fate, ParagraphKind};
use matching::{Match, find};
use reading::Reading;

/// The share of its words that makes a wording present, 0 to 1; a short one, with fewer than so
/// many words, needs more of them.
const PART: f32 = 0.5;
const PART_OF_SHORT: f32 = 0.6;
const SHORT: usize = 6;

/// One's own wording; each may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnWording<'a> {
    /// The words one wants.
    pub wanted: &'a str,
    /// The words one can live with.
    pub fallback: &'a str,
    /// The words one cannot accept.
    pub red_line: &'a str,
}

/// The part of an ask that a fate rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AskPart {
    /// The words one wants.
    Wanted,
    /// The words one can live with.
    Fallback,
    /// The words one cannot accept.
    RedLine,
}

/// How near a text comes to the words one cannot accept, with the index of the paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RedLine {
    /// Not near, or there is no red line.
    #[default]
    Away,
    /// They are there with a weaker verb.
    Weaker(usize),
    /// They are there in brackets.
    Bracketed(usize),
    /// They are there.
    Crossed(usize),
}

/// The fate of an ask, with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct FateOfAsk {
    /// The fate itself.
    pub fate: Fate,
    /// Which of its parts this rests on.
    pub rests_on: AskPart,
    /// The evidence for it.
    pub evidence: Evidence,
    /// How near the text comes to the red line.
    pub red_line: RedLine,
}

/// The words of a wording that a text has, and those it lacks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The paragraph, by its index; `None` if hardly any of it was found anywhere.
    pub paragraph: Option<usize>,
    /// The share of its words found undisputed there, 0 to 1.
    pub share: f32,
    /// Its words found undisputed there, verbs last.
    pub found: Vec<String>,
    /// Its words found there only in brackets.
    pub bracketed: Vec<String>,
    /// Its words that are not there.
    pub missing: Vec<String>,
    /// Its verbs replaced by a weaker one.
    pub weaker: Vec<WeakerVerb>,
    /// Its verbs for which a weaker one is proposed, or disputed, in brackets.
    pub weaker_bracketed: Vec<WeakerVerb>,
    /// Expressions that qualify it.
    pub qualifiers: Vec<String>,
    /// Those proposed, or disputed, in brackets.
    pub qualifiers_bracketed: Vec<String>,
    /// Whether the sentence says the opposite.
    pub opposite: bool,
}

/// A verb and the weaker one in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakerVerb {
    /// As it was asked for.
    pub asked: String,
    /// As it is in the text.
    pub stands: String,
}

/// The paragraphs of a version, read once for all asks.
#[derive(Debug, Default)]
pub struct ReadText {
    paragraphs: Vec<Both>,
}

/// A paragraph read without its brackets and with them.
#[derive(Debug)]
struct Both {
    undisputed: Reading,
    all: Reading,
}

impl Both {
    fn of(undisputed: &str, all: &str) -> Self {
        Self { undisputed: Reading::of(undisputed), all: Reading::of(all) }
    }
}

impl ReadText {
    /// Reads the paragraphs of a version. A list item is read with the words that introduce the
    /// list, since it finishes their sentence.
    pub fn new(units: &[Unit<'_>]) -> Self {
        let mut opening: Option<(String, String)> = None;
        let mut paragraphs = Vec::with_capacity(units.len());
        for unit in units {
            let (undisputed, all) = (outside_brackets(unit.words), unit.words.bare());
            if unit.kind == ParagraphKind::Chapeau {
                paragraphs.push(Both::of(&undisputed, &all));
                opening = Some((undisputed, all));
                continue;
            }
            if !is_item(unit.number) || unit.kind == ParagraphKind::Heading {
                opening = None;
            }
            paragraphs.push(match &opening {
                Some(it) => Both::of(&format!("{} {undisputed}", it.0), &format!("{} {all}", it.1)),
                None => Both::of(&undisputed, &all),
            });
        }
        Self { paragraphs }
    }

    /// The fate of an ask. `first` are the indexes of the paragraphs that continue the one the ask
    /// was made for; others are searched only if the wording is gone from these, or if all of it is
    /// elsewhere.
    pub fn fate(&self, ask: OwnWording<'_>, first: &[usize]) -> FateOfAsk {
        let wanted = self.judge(&Reading::of(ask.wanted), first);
        let (mut fate, mut evidence, mut rests_on) =
            (wanted.fate, wanted.evidence, AskPart::Wanted);
        let fallback = Reading::of(ask.fallback);
        if fate != Fate::In && !fallback.is_empty() {
            let judged = self.judge(&fallback, first);
            // Getting what one can live with is never getting all one wants.
            let reached = judged.fate.max(Fate::InPart);
            if reached < fate {
                (fate, evidence, rests_on) = (reached, judged.evidence, AskPart::Fallback);
            }
        }
        let (red_line, crossing) = self.red_line(&Reading::of(ask.red_line));
        if let Some(crossing) = crossing {
            (fate, evidence, rests_on) = (Fate::Crossed, crossing, AskPart::RedLine);
        }
        FateOfAsk { fate, rests_on, evidence, red_line }
    }

    fn judge(&self, wording: &Reading, first: &[usize]) -> Judged {
        let looked = |at: usize| {
            let paragraph = self.paragraphs.get(at)?;
            paragraph
                .all
                .may_contain(wording, part_of(wording))
                .then(|| Looked::at(at, paragraph, wording))
        };
        let here: Vec<Looked> = first.iter().filter_map(|at| looked(*at)).collect();
        let best = best(here);
        if best.as_ref().is_some_and(|it| it.fate() == Fate::In) {
            return best.map(|it| it.judged(wording)).unwrap_or_default();
        }
        let everywhere = self::best((0..self.paragraphs.len()).filter_map(looked).collect());
        let best = match (best, everywhere) {
            (Some(here), Some(there)) if there.fate() != Fate::In && here.fate() != Fate::Gone => {
                Some(here)
            }
            (here, there) => there.or(here),
        };
        best.map_or_else(|| Judged::gone(wording), |it| it.judged(wording))
    }

    /// How near the text comes to the words one cannot accept, and the evidence if it crosses them.
    fn red_line(&self, wording: &Reading) -> (RedLine, Option<Evidence>) {
        let mut near = RedLine::Away;
        if wording.is_empty() {
            return (near, None);
        }
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if !paragraph.all.may_contain(wording, 1.0) {
                continue;
            }
            let looked = Looked::at(at, paragraph, wording);
            let there = |it: &Match| it.is_whole() && !it.opposite;
            if there(&looked.undisputed) && looked.undisputed.weaker.is_empty() {
                let evidence = looked.judged(wording).evidence;
                return (RedLine::Crossed(at), Some(evidence));
            }
            if there(&looked.all) && near == RedLine::Away {
                near = if there(&looked.undisputed) {
                    RedLine::Weaker(at)
                } else {
                    RedLine::Bracketed(at)
                };
            }
        }
        (near, None)
    }
}

fn part_of(wording: &Reading) -> f32 {
    if wording.asked().count() < SHORT { PART_OF_SHORT } else { PART }
}

/// A wording compared with a paragraph.
struct Looked {
    at: usize,
    /// The share of the words that makes it present.
    part: f32,
    undisputed: Match,
    all: Match,
}

impl Looked {
    fn at(at: usize, paragraph: &Both, wording: &Reading) -> Self {
        Self {
            at,
            part: part_of(wording),
            undisputed: find(wording, &paragraph.undisputed),
            all: find(wording, &paragraph.all),
        }
    }

    fn is_there(&self, found: &Match) -> bool {
        found.share >= self.part && !found.opposite
    }

    fn fate(&self) -> Fate {
        let found = &self.undisputed;
        if !self.is_there(found) {
            return if self.is_there(&self.all) { Fate::Bracketed } else { Fate::Gone };
        }
        if !found.weaker.is_empty() || !found.qualifiers.is_empty() {
            return Fate::Weakened;
        }
        if found.is_whole() { Fate::In } else { Fate::InPart }
    }

    fn judged(self, wording: &Reading) -> Judged {
        let fate = self.fate();
        let (undisputed, all) = (&self.undisputed, &self.all);
        let mut evidence = Evidence {
            paragraph: Some(self.at),
            share: undisputed.share,
            opposite: undisputed.opposite && fate == Fate::Gone,
            ..Evidence::default()
        };
        for (place, word) in wording.asked().enumerate() {
            // A verb that only bracketed weaker ones replace is not in the text at all.
            let weaker = all.weaker.iter().any(|it| it.asked == word);
            let list = if undisputed.found(place) {
                &mut evidence.found
            } else if all.found(place) && !weaker {
                &mut evidence.bracketed
            } else {
                &mut evidence.missing
            };
            list.push(word.to_owned());
        }
        // If the wording is only in brackets, whatever qualifies it is in brackets too.
        let shown = if fate == Fate::Bracketed { all } else { undisputed };
        evidence.weaker.clone_from(&shown.weaker);
        evidence.qualifiers.clone_from(&shown.qualifiers);
        let only = all.qualifiers.iter().filter(|it| !shown.qualifiers.contains(it));
        evidence.qualifiers_bracketed = only.cloned().collect();
        let only = all.weaker.iter().filter(|it| !shown.weaker.contains(it));
        evidence.weaker_bracketed = only.cloned().collect();
        Judged { fate, evidence }
    }
}

/// A fate with its evidence.
struct Judged {
    fate: Fate,
    evidence: Evidence,
}

impl Default for Judged {
    fn default() -> Self {
        Self { fate: Fate::Gone, evidence: Evidence::default() }
    }
}

impl Judged {
    fn gone(wording: &Reading) -> Self {
        let missing = wording.asked().map(str::to_owned).collect();
        Self { fate: Fate::Gone, evidence: Evidence { missing, ..Evidence::default() } }
    }
}

/// The paragraph that counts, in order of preference: the wording is in; most of it is undisputed;
/// most of it is in brackets; the opposite is said.
fn best(looked: Vec<Looked>) -> Option<Looked> {
    let rank = |it: &Looked| {
        let share = |found: &Match| if it.is_there(found) { found.share } else { 0.0 };
        let whole = it.fate() == Fate::In;
        (whole, share(&it.undisputed), share(&it.all), std::cmp::Reverse(it.fate()))
    };
    let mut best: Option<Looked> = None;
    for it in looked {
        let counts = it.fate() != Fate::Gone || it.undisputed.share >= it.part;
        let better = best.as_ref().is_none_or(|best| {
            rank(&it).partial_cmp(&rank(best)) == Some(std::cmp::Ordering::Greater)
        });
        if counts && better {
            best = Some(it);
        }
    }
    best
}

/// The words outside all brackets.
fn outside_brackets(words: &Words) -> String {
    let mut text = String::new();
    for piece in &words.pieces {
        if let Piece::Plain(plain) = piece {
            text.push_str(plain);
        }
    }
    text
}

/// Whether a number is that of a list item: `(a)`, `iv)`, `1)`, or none at all.
fn is_item(number: &str) -> bool {
    number.is_empty() || number.ends_with(')') && !number.starts_with(|c: char| c.is_uppercase())
}

#[cfg(test)]
mod tests;
