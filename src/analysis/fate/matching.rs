//! Finds a wording in a text.
//!
//! The words are aligned with those of the text in their order, with as few words between as
//! possible (local alignment after Smith and Waterman, 1981); a word elsewhere in the same sentence
//! counts as well, because clauses change places.

use std::ops::Range;

use super::WeakerVerb;
use super::reading::{Reading, Verb, Word};

/// The worth of a found word; an intervening one costs `BETWEEN`, so that a gap of ten words uses
/// up what one found word gains.
const FOUND: i32 = 10;
const BETWEEN: i32 = 1;

/// The largest comparison, in words times words.
const MOST: usize = 4_000_000;

/// How many copies of a wording in one paragraph are looked at.
const MOST_COPIES: usize = 50;

/// The match of a wording in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Match {
    /// For each word and verb asked for, in the order of `Reading::asked`.
    found: Vec<bool>,
    /// The share of them that was found, 0 to 1.
    pub(super) share: f32,
    /// How many other words come between them.
    between: usize,
    /// Verbs in place of stronger ones.
    pub(super) weaker: Vec<WeakerVerb>,
    /// Qualifiers that are not in the wording.
    pub(super) qualifiers: Vec<String>,
    /// Whether one of the two negates and the other does not.
    pub(super) opposite: bool,
}

impl Match {
    /// Whether it was found whole: every word, and not scattered.
    pub(super) fn is_whole(&self) -> bool {
        let asked = self.found.len();
        let scattered = if asked <= 3 { 2 } else { asked.max(4) };
        asked > 0 && self.found.iter().all(|it| *it) && self.between <= scattered
    }

    /// Whether it was found whole, with nothing that takes away from it.
    fn is_untouched(&self) -> bool {
        let weakened = !self.weaker.is_empty() || !self.qualifiers.is_empty();
        self.is_whole() && !weakened && !self.opposite
    }

    /// Whether a word asked for was found.
    pub(super) fn found(&self, place: usize) -> bool {
        self.found.get(place).copied().unwrap_or(false)
    }
}

/// Finds a wording in a text. If it occurs verbatim more than once, the place counts where nothing
/// detracts from it.
pub(super) fn find(wording: &Reading, text: &Reading) -> Match {
    let asked: Vec<&Word> = wording.telling.iter().map(|at| &wording.words[*at]).collect();
    let mut places = copied(wording, text);
    if places.is_empty() {
        let small = asked.iter().all(|it| it.small);
        let offered: Vec<usize> =
            (0..text.words.len()).filter(|at| small || !text.words[*at].small).collect();
        places.push(align(&asked, &offered, text));
    }
    let mut best: Option<Match> = None;
    for places in places {
        let found = examine(wording, &asked, places, text);
        if found.is_untouched() {
            return found;
        }
        if best.as_ref().is_none_or(|best| best.opposite && !found.opposite) {
            best = Some(found);
        }
    }
    best.unwrap_or_default()
}

/// The match of a wording, given the positions of its words.
fn examine(
    wording: &Reading,
    asked: &[&Word],
    mut places: Vec<Option<usize>>,
    text: &Reading,
) -> Match {
    let (Some(first), Some(last)) =
        (places.iter().flatten().min().copied(), places.iter().flatten().max().copied())
    else {
        let found = vec![false; asked.len() + wording.compared.len()];
        return Match { found, ..Match::default() };
    };
    let sentence = sentences(text, first, last);
    let aligned = places.clone();
    anywhere(&mut places, asked, text, sentence.clone());
    let mut used = vec![false; text.words.len()];
    places.iter().flatten().for_each(|at| used[*at] = true);

    let mut found: Vec<bool> = places.iter().map(Option::is_some).collect();
    let mut weaker = Vec::new();
    let mut taken = used.clone();
    // From its first word to its last, verbs included.
    let (mut from, mut to) = (first, last);
    for at in &wording.compared {
        let verb = &wording.verbs[*at];
        let stands = in_place(verb, wording, &aligned, text, &sentence, &taken);
        found.push(stands.is_some());
        let Some(stands) = stands else { continue };
        // One verb replaces only one.
        taken[stands.place.clone()].iter_mut().for_each(|it| *it = true);
        (from, to) = (from.min(stands.place.start), to.max(stands.place.end - 1));
        if stands.strength < verb.strength {
            weaker.push(WeakerVerb { asked: verb.text.clone(), stands: stands.text.clone() });
        }
    }
    if wording.compared.is_empty() {
        // The wording states a fact that here is only a possibility.
        let between = text
            .verbs
            .iter()
            .filter(|it| first < it.place.start && it.place.end <= last && !used[it.place.start]);
        for verb in between.filter(|it| it.strength <= WEAK) {
            weaker.push(WeakerVerb { asked: String::new(), stands: verb.text.clone() });
        }
    }

    let qualified = if wording.compared.is_empty() { first..last + 1 } else { sentence.clone() };
    let asked_for = |which: usize| wording.qualifiers.iter().any(|it| it.which == which);
    let qualifies = text.qualifiers.iter().filter(|it| {
        qualified.contains(&it.place.start)
            && !asked_for(it.which)
            && !it.place.clone().all(|at| used[at] || text.words[at].small)
    });
    let qualifiers: Vec<_> = qualifies.clone().map(|it| it.text.clone()).collect();
    let mut other: Vec<bool> = used.clone();
    for place in
        qualifies.map(|it| it.place.clone()).chain(text.verbs.iter().map(|it| it.place.clone()))
    {
        other[place].iter_mut().for_each(|it| *it = true);
    }
    let between = (first..=last).filter(|at| !other[*at] && !text.words[*at].small).count();

    let mut around = from.saturating_sub(2).max(sentence.start)..(to + 2).min(sentence.end);
    // The next word of the wording names who is to refrain from something.
    let refused = |at: usize| {
        let behind = (at + 1..sentence.end).find(|next| !text.words[*next].small);
        text.words[at].refuses && behind.is_some_and(|next| used[next] && !used[at])
    };
    let negated = around.any(|at| text.words[at].negates || refused(at));
    let opposite = negated != negates(wording, &places);

    let count = found.iter().filter(|it| **it).count();
    let share = count as f32 / found.len().max(1) as f32;
    Match { share, found, between, weaker, qualifiers, opposite }
}

/// Whether a wording negates any of its words that were found.
fn negates(wording: &Reading, places: &[Option<usize>]) -> bool {
    let is_found = |at: usize| {
        let mut told = wording.telling.iter().zip(places);
        told.any(|(told, place)| *told == at && place.is_some())
    };
    let turns = |at: &usize| {
        let word = &wording.words[*at];
        word.negates || word.refuses && !is_found(*at)
    };
    let mut negations = (0..wording.words.len()).filter(turns);
    negations.any(|negation| {
        let mut told = wording.telling.iter().zip(places);
        let next = told.find(|(at, _)| **at > negation && !wording.words[**at].negates);
        next.is_none_or(|(_, place)| place.is_some())
    })
}

/// A verb of this strength or less weakens a statement of fact.
const WEAK: u8 = 6;

/// The positions of the words wherever the wording occurs verbatim, small words and verbs included.
fn copied(wording: &Reading, text: &Reading) -> Vec<Vec<Option<usize>>> {
    let (asked, offered) = (&wording.words, &text.words);
    let Some(last) = offered.len().checked_sub(asked.len()) else { return Vec::new() };
    let same = |start: &usize| {
        asked.iter().zip(&offered[*start..]).all(|(asked, it)| asked.stem == it.stem)
    };
    let places = |start| wording.telling.iter().map(|at| Some(start + at)).collect();
    (0..=last).filter(same).take(MOST_COPIES).map(places).collect()
}

/// For each word asked for, its position in the text.
fn align(asked: &[&Word], offered: &[usize], text: &Reading) -> Vec<Option<usize>> {
    let mut places = vec![None; asked.len()];
    let (rows, columns) = (asked.len() + 1, offered.len() + 1);
    if asked.is_empty() || offered.is_empty() || rows.saturating_mul(columns) > MOST {
        return places;
    }
    let same =
        |row: usize, column: usize| asked[row - 1].stem == text.words[offered[column - 1]].stem;
    let mut worth = vec![0_i32; rows * columns];
    let mut best = (0, 0);
    for row in 1..rows {
        for column in 1..columns {
            let before = worth[(row - 1) * columns + column - 1];
            let met = if same(row, column) { before + FOUND } else { 0 };
            let skipped = worth[(row - 1) * columns + column] - BETWEEN;
            let between = worth[row * columns + column - 1] - BETWEEN;
            let here = met.max(skipped).max(between).max(0);
            worth[row * columns + column] = here;
            if here > worth[best.0 * columns + best.1] {
                best = (row, column);
            }
        }
    }
    let (mut row, mut column) = best;
    while row > 0 && column > 0 && worth[row * columns + column] > 0 {
        let here = worth[row * columns + column];
        if same(row, column) && here == worth[(row - 1) * columns + column - 1] + FOUND {
            places[row - 1] = Some(offered[column - 1]);
            (row, column) = (row - 1, column - 1);
        } else if here == worth[row * columns + column - 1] - BETWEEN {
            column -= 1;
        } else {
            row -= 1;
        }
    }
    places
}

/// Gives words that were not found in order a position elsewhere in the sentence.
fn anywhere(places: &mut [Option<usize>], asked: &[&Word], text: &Reading, sentence: Range<usize>) {
    let mut used: Vec<usize> = places.iter().flatten().copied().collect();
    for (place, word) in places.iter_mut().zip(asked).filter(|(place, _)| place.is_none()) {
        let free = |at: &usize| !used.contains(at) && text.words[*at].stem == word.stem;
        if let Some(at) = sentence.clone().find(free) {
            *place = Some(at);
            used.push(at);
        }
    }
}

/// The words of the sentences from one word to another.
fn sentences(text: &Reading, first: usize, last: usize) -> Range<usize> {
    let (from, to) = (text.words[first].sentence, text.words[last].sentence);
    let start = text.words.partition_point(|it| it.sentence < from);
    let end = text.words.partition_point(|it| it.sentence <= to);
    start..end
}

/// The verb that takes the place of another: the weakest between the words around it; if there is
/// none, the nearest one before.
fn in_place<'a>(
    verb: &Verb,
    wording: &Reading,
    aligned: &[Option<usize>],
    text: &'a Reading,
    sentence: &Range<usize>,
    used: &[bool],
) -> Option<&'a Verb> {
    let place = |(at, place): (&usize, &Option<usize>)| Some((*at, (*place)?));
    let mut found = wording.telling.iter().zip(aligned).filter_map(place);
    let mut before = None;
    let after = found.find(|(at, place)| {
        let behind = *at >= verb.place.start;
        if !behind {
            before = Some(*place);
        }
        behind
    });
    let start = before.map_or(sentence.start, |at| at + 1);
    let end = after.map_or(sentence.end, |(_, place)| place);
    let free = |it: &&Verb| !it.place.clone().any(|at| used[at]);
    let within = text
        .verbs
        .iter()
        .filter(free)
        .filter(|it| start <= it.place.start && it.place.end <= end)
        .min_by_key(|it| it.strength);
    let nearest = || {
        let mut before = text.verbs.iter().filter(free);
        before.rfind(|it| sentence.start <= it.place.start && it.place.end <= end)
    };
    // Dutch puts the verb before its subject, or at the end of its clause.
    let behind = || text.verbs.iter().filter(free).find(|it| sentence.contains(&it.place.start));
    within.or_else(nearest).or_else(behind)
}

#[cfg(test)]
mod tests {
    use super::super::tests::wanted;
    use crate::model::Fate;

    #[test]
    fn whoever_is_to_refrain_from_it_does_the_opposite() {
        let ask = "States shall answer a request for contact";
        for text in [
            "OP1 States shall refrain from answering a request for contact.",
            "OP1 States shall abstain from answering a request for contact.",
            "OP1 States shall avoid answering a request for contact.",
        ] {
            assert_eq!(wanted(ask, text).fate, Fate::Gone, "{text}");
        }
        for text in [
            "OP1 States shall answer a request for contact and refrain from attacks.",
            "OP1 To avoid escalation, States shall answer a request for contact.",
        ] {
            assert_eq!(wanted(ask, text).fate, Fate::In, "{text}");
        }
        let refrain = "States shall refrain from attacking hospitals";
        assert_eq!(
            wanted(refrain, "OP1 States shall refrain from attacking hospitals.").fate,
            Fate::In
        );
        assert_eq!(wanted(refrain, "OP1 States shall attack hospitals.").fate, Fate::Gone);
        let dutch = "Staten moeten incidenten aan elkaar melden";
        let text = "OP1 Staten moeten zich onthouden van het melden van incidenten aan elkaar.";
        assert_eq!(wanted(dutch, text).fate, Fate::Gone);
    }
}
