//! The words of a paragraph for a reader who may not see all of it.

use std::borrow::Cow;
use std::ops::Range;

use super::behind::without_names;
use super::notation::{CLOSING, OPENING};
use super::words::{Bracket, BracketKind, Hand, Owner, Piece, Words};
use crate::model::Marking;

/// The most words in the name of a party or a group: *the United Kingdom of Great Britain and
/// Northern Ireland*.
pub(super) const LONGEST_NAME: usize = 12;

/// The permissions of a reader.
pub trait May {
    /// Whether a bracket with this marking of its own may be seen.
    fn see(&self, marking: Marking) -> bool;

    /// Whether the party or group with this code or name may be named.
    fn name(&self, owner: &str) -> bool;

    /// Whether these words are a name of somebody who may not be named.
    fn withholds(&self, words: &str) -> bool;

    /// Whether it may be shown who typed a change.
    fn know(&self, hand: &Hand) -> bool;
}

/// The words without what may not be seen. An owner who may not be named leaves the bracket in
/// place; a bracket that may not be seen disappears as if it had never existed: words that it asks
/// to delete or replace remain, those that it asks to add do not.
pub fn withhold(words: &Words, may: &impl May) -> Words {
    let mut seen = kept(words, may, None);
    let plain = |pair: &str| {
        let holds = |piece: &Piece| matches!(piece, Piece::Plain(text) if text.contains(pair));
        words.pieces.iter().any(holds)
    };
    close_up(&mut seen, &EMPTY.map(|pair| (pair, plain(pair))));
    seen.trim();
    seen
}

/// The words that are kept. `hidden` is the marking of a surrounding bracket that may not be seen:
/// inner brackets without a marking of their own go with it.
fn kept(words: &Words, may: &impl May, hidden: Option<Marking>) -> Words {
    let mut seen = Words::default();
    // How many alternatives in a row are gone; those after them are renumbered as if they had not
    // been there.
    let mut gone = 0;
    let mut behind = false;
    for piece in &words.pieces {
        let is_behind = std::mem::replace(&mut behind, matches!(piece, Piece::Bracket(_)));
        match piece {
            Piece::Plain(text) => {
                if !text.trim().is_empty() {
                    gone = 0;
                }
                let text = if is_behind { without_names(text, may) } else { text.into() };
                seen.push_plain(&unnamed(&text, may));
            }
            Piece::Bracket(bracket) => {
                let marking = bracket.marking.or(hidden);
                if marking.is_none_or(|it| may.see(it)) {
                    match what_is_left(bracket, within(bracket, may)) {
                        Left::Bracket(mut left) => {
                            if let BracketKind::Alternative(number) = &mut left.kind {
                                *number = number.saturating_sub(gone).max(1);
                            }
                            seen.push(left);
                        }
                        Left::Standing(words) => seen.extend(words),
                        Left::Nothing => {
                            gone += u16::from(matches!(bracket.kind, BracketKind::Alternative(_)));
                        }
                    }
                    continue;
                }
                match bracket.kind {
                    BracketKind::Delete | BracketKind::Replace(_) => {
                        seen.extend(kept(&bracket.words, may, marking));
                    }
                    BracketKind::Alternative(_) => gone += 1,
                    BracketKind::Add => {}
                }
            }
        }
    }
    seen
}

/// Words without the parentheses that could not be read as owners and yet name somebody who may not
/// be named, and without what joins them to the parentheses before. If they are never closed, the
/// text up to that name goes.
fn unnamed<'a>(text: &'a str, may: &impl May) -> Cow<'a, str> {
    let mut kept = String::new();
    let mut at = 0;
    for aside in asides(text) {
        let inside = text.get(aside.clone()).unwrap_or_default();
        let Some(end) = last_named(inside, |it| may.withholds(it)) else { continue };
        let before = text.get(..aside.start).unwrap_or_default();
        // Text already removed is not removed again.
        let from = joined_from(before).max(at);
        kept.push_str(text.get(at..from).unwrap_or_default());
        at = if inside.ends_with(CLOSING) { aside.end } else { aside.start + end };
    }
    match at {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(kept + text.get(at..).unwrap_or_default()),
    }
}

/// Whether a name stands in parentheses of a text.
pub fn has_name_aside(text: &str, is_name: impl Fn(&str) -> bool) -> bool {
    let inside = |aside: Range<usize>| text.get(aside).unwrap_or_default();
    asides(text).into_iter().any(|aside| last_named(inside(aside), &is_name).is_some())
}

/// The parentheses of a text with their content, one after another; unclosed ones extend to the
/// next.
fn asides(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<(usize, Option<usize>)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (place, c) in text.char_indices() {
        match c {
            c if OPENING.contains(&c) => open.push(place),
            c if CLOSING.contains(&c) => {
                let Some(start) = open.pop() else { continue };
                // Nested ones are part of it.
                while found.last().is_some_and(|(within, _)| *within > start) {
                    found.pop();
                }
                found.push((start, Some(place + c.len_utf8())));
            }
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|start| (start, None)));
    found.sort_unstable();
    let next = found.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let ends = found.iter().zip(next).map(|((start, end), next)| *start..end.unwrap_or(next));
    ends.collect()
}

/// The start of whatever joins parentheses to the text before them: `, `, ` and `.
fn joined_from(before: &str) -> usize {
    let bare = before.trim_end();
    let joins = [" and", " en", ",", ";", "/", "+", "&", "-", "–"];
    let without = joins.iter().find_map(|it| bare.strip_suffix(it)).map(str::trim_end);
    // After other words they belong to the sentence.
    let stands = without.filter(|it| it.is_empty() || it.ends_with(CLOSING));
    stands.unwrap_or(bare).len()
}

/// Whether a sign is part of a word; a footnote number is not.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '¹' | '²' | '³' | '⁰'..='⁹')
}

/// The words of a text, by position.
pub(super) fn words_in(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (place, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
        let end = place + c.len_utf8();
        match words.last_mut().filter(|it| it.end == place) {
            Some(word) => word.end = end,
            None => words.push(place..end),
        }
    }
    words
}

/// The end of the last name in a text, in bytes.
fn last_named(text: &str, is_name: impl Fn(&str) -> bool) -> Option<usize> {
    let words = words_in(text);
    let named = |from: usize, to: usize| {
        let (first, last) = (words.get(from)?, words.get(to)?);
        text.get(first.start..last.end).filter(|it| is_name(it)).map(|_| last.end)
    };
    let pairs =
        (0..words.len()).flat_map(|from| (from..from + LONGEST_NAME).map(move |to| (from, to)));
    pairs.filter_map(|(from, to)| named(from, to)).max()
}

/// The rest of a bracket whose words may be withheld.
enum Left {
    Bracket(Bracket),
    /// Words that it asks to replace by something withheld.
    Standing(Words),
    Nothing,
}

/// The rest of a bracket that may have lost all its words: an empty one would ask for nothing, and
/// reveal that something is withheld.
fn what_is_left(whole: &Bracket, left: Bracket) -> Left {
    let is_gone = |was: &Words, is: &Words| !is_empty(was) && is_empty(is);
    let words_gone = is_gone(&whole.words, &left.words);
    match (&whole.kind, left.kind) {
        (BracketKind::Replace(was), BracketKind::Replace(is)) => match is_gone(was, &is) {
            true if words_gone => Left::Nothing,
            true => Left::Standing(left.words),
            false if words_gone => {
                Left::Bracket(Bracket { kind: BracketKind::Add, words: is, ..left })
            }
            false => Left::Bracket(Bracket { kind: BracketKind::Replace(is), ..left }),
        },
        _ if words_gone => Left::Nothing,
        (_, kind) => Left::Bracket(Bracket { kind, ..left }),
    }
}

fn is_empty(words: &Words) -> bool {
    words.bare().trim().is_empty()
}

fn within(bracket: &Bracket, may: &impl May) -> Bracket {
    let kind = match &bracket.kind {
        BracketKind::Replace(instead) => BracketKind::Replace(withhold(instead, may)),
        kind @ (BracketKind::Add | BracketKind::Delete | BracketKind::Alternative(_)) => {
            kind.clone()
        }
    };
    let named = |owner: &&Owner| may.name(&owner.name);
    Bracket {
        kind,
        words: withhold(&bracket.words, may),
        owners: bracket.owners.iter().filter(named).cloned().collect(),
        hand: bracket.hand.clone().filter(|it| may.know(it)),
        marking: bracket.marking,
    }
}

/// Pairs of signs with nothing between them.
const EMPTY: [&str; 4] = ["()", "“”", "‘’", "\"\""];

/// Removes the space that a bracket left before a comma, and empty pairs of signs around it; those
/// of the text itself stay.
fn close_up(words: &mut Words, empty: &[(&str, bool)]) {
    for piece in &mut words.pieces {
        let Piece::Plain(text) = piece else { continue };
        for (pair, own) in empty {
            if !own && text.contains(pair) {
                *text = text.replace(pair, "").replace("  ", " ");
            }
        }
        for sign in [" ,", " .", " ;", " :", " )"] {
            if text.contains(sign) {
                *text = text.replace(sign, sign.trim_start());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{parse, print};

    struct Room;

    impl May for Room {
        fn see(&self, marking: Marking) -> bool {
            marking <= Marking::Green
        }

        fn name(&self, owner: &str) -> bool {
            owner != "RUS"
        }

        fn withholds(&self, words: &str) -> bool {
            ["rus", "russian federation"].contains(&words.to_lowercase().as_str())
        }

        fn know(&self, _: &Hand) -> bool {
            false
        }
    }

    #[test]
    fn parentheses_are_read_once_however_many_there_are() {
        for (text, count) in [
            ("(".repeat(200_000), 200_000),
            ("(a) ".repeat(50_000), 50_000),
            (format!("{}{}", "(".repeat(100_000), ")".repeat(100_000)), 1),
            ("a (b (c) d) e (f (g) h".to_owned(), 3),
        ] {
            let found = asides(&text);
            assert_eq!(found.len(), count);
            assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }

    #[test]
    fn a_marking_counts_whatever_stands_beside_it() {
        for stored in [
            "a [secret] (CHN; TLP:RED; for the time being) b",
            "a [secret] (TLP:RED only) b",
            "a [secret] (CHN (head of delegation); TLP:RED) b",
            "a [secret] (CHN TLP:RED) b",
            "a [secret] (CHN; by: I. Petrov, 2026-05-04, TLP:RED) b",
            "a [secret] (CHN; against: NLD TLP:RED) b",
            "a [secret] （CHN; TLP:RED） b",
            "a ［secret］（TLP:RED） b",
            "a [secret]\u{200b}(CHN; TLP:RED) b",
            "a [secret]\u{200e} (CHN; TLP:RED) b",
            "a [secret] (CHN; TLP:RED",
            "a [secret], TLP:RED b",
            "a [secret] {TLP:RED} b",
            "a [secret] (CHN, supports this; TLP:RED) b",
            "a [secret] (proposed by CHN on 4 May; TLP:RED) b",
            "a [secret] (CHN: TLP:RED) b",
            "a [secret] (CHN/TLP:RED) b",
            "a [shall → secret] (IND en anderen; TLP:RED) b",
            "a [alt 1 secret] (een land; TLP:RED) [alt 2 may] (NLD) b",
            "a [secret] (TLP:RED;) b",
            "a [secret] (CHN) (TLP:RED only) b",
            "a “[secret]” (TLP:RED) b",
            "a [secret]* (TLP:RED) b",
            "a [secret]: (TLP:RED) b",
            "a [secret]1 (TLP:RED) b",
            "a [secret]a (TLP:RED) b",
            "a [secret]— (TLP:RED) b",
            "a [secret]\n(TLP:RED) b",
            "a [secret\nsecret] (TLP:RED) b",
            "a 【secret】（TLP:RED） b",
            "a 〔secret〕(TLP:RED) b",
            "a [secret] (\u{631}\u{648}\u{633}\u{61b} TLP:RED) b",
        ] {
            let words = parse(stored, &|_| false).words;
            let seen = print(&withhold(&words, &Room));
            assert!(!seen.contains("secret"), "{stored} | {seen}");
            // Nothing typed is lost, and reading it back gives the same.
            let kept = print(&words);
            assert!(kept.contains("secret"), "{stored} | {kept}");
            assert_eq!(parse(&kept, &|_| false).words, words, "{stored} | {kept}");
        }
        let wide = parse("a [b]（RUS and CHN） (see （RUS）) c", &|_| false).words;
        assert!(!print(&withhold(&wide, &Room)).contains("RUS"));
    }

    #[test]
    fn a_bracket_that_may_not_be_seen_leaves_no_trace_and_an_owner_only_loses_the_name() {
        for (stored, seen) in [
            ("States [shall] (TLP:RED) undertake", "States undertake"),
            ("Keep [shall → should] (IND; TLP:RED) and", "Keep shall and"),
            ("take [delete: all [possible] (NLD) such] (TLP:RED) steps", "take all such steps"),
            ("a [delete: b [c] (NLD; TLP:GREEN)] (TLP:RED)", "a b [c] (NLD; TLP:GREEN)"),
            ("States [shall] (RUS on behalf of a group) act", "States [shall] act"),
            ("States [shall] (CHN) (with the Russian Federation) act", "States [shall] (CHN) act"),
            ("States [shall] (see above (RUS)) act", "States [shall] act"),
            ("States [shall] (see above) (rus?), act", "States [shall] \\(see above), act"),
            ("States [shall] (what RUS said, act", "States [shall] said, act"),
            (
                "States [shall] (what RUS said (as above), act",
                "States [shall] said (as above), act",
            ),
            ("States [shall] (CHN) and (rus) act", "States [shall] (CHN) act"),
            ("States [shall] (CHN); (RUS?), act", "States [shall] (CHN), act"),
            ("States [shall], (RUS) act", "States [shall] act"),
            ("States [shall]RUS act", "States [shall] act"),
            ("States [shall] RUS: act", "States [shall] act"),
            ("States [shall] – the Russian Federation", "States [shall]"),
            ("States [shall] {RUS}, and", "States [shall], and"),
            (
                "States [shall] *supported by RUS and CHN* act",
                "States [shall] *supported by CHN* act",
            ),
            ("States [shall] *supported by RUS* act", "States [shall] act"),
            ("States [shall] voorgesteld door Rus act", "States [shall] act"),
            (
                "States [and those] of the Russian Federation act",
                "States [and those] of the Russian Federation act",
            ),
            ("[In the view of some] RUS shall act", "[In the view of some] RUS shall act"),
            ("States [shall]. RUS may", "States [shall]. RUS may"),
            ("States [shall] on the matter act", "States [shall] on the matter act"),
            ("States [shall (RUS)] act (RUS) and [x] (CHN)", "States [shall] act and [x] (CHN)"),
            ("States [shall] \\(as above) act", "States [shall] \\(as above) act"),
            ("States [shall] (RUS; TLP:RED), and", "States, and"),
            ("States [shall] (CHN, TLP:RED), and", "States, and"),
            ("States [shall] (TLP:RED, CHN), and", "States, and"),
            ("States [shall] (CHN; RED), and", "States, and"),
            ("States [shall] (CHN; TLP-RED), and", "States, and"),
            ("States [shall] (CHN; tlp: red), and", "States, and"),
            ("States [shall] (CHN; TLP RED), and", "States, and"),
            ("States [shall] (CHN; TLP:AMBER STRICT), and", "States, and"),
            ("States [shall] (CHN; TLP：RED), and", "States, and"),
            ("States [shall] (CHN; TLP:ROOD), and", "States, and"),
            ("States [shall] (CHN) TLP:RED, and", "States, and"),
            ("States [shall] TLP:GREEN and", "States [shall] (TLP:GREEN) and"),
            ("States [shall] TLP: rood and", "States and"),
            ("States [shall] TLP rules apply", "States [shall] \\TLP rules apply"),
            ("States [shall] (TLP rules apply)", "States [shall] \\(TLP rules apply)"),
            ("States [shall] (CHN, \"RED\")", "States [shall] (CHN, \"RED\")"),
            ("States [shall] (CHN) tlp: amber strict, and", "States, and"),
            ("[shall] (TLP:AMBER) act", "act"),
            ("States [shall] (RUS, CHN) act", "States [shall] (CHN) act"),
            ("States [shall] (RUS) act", "States [shall] act"),
            ("[a [b] (TLP:RED) c] (NLD; against: RUS)", "[a c] (NLD)"),
            ("a [[b] (TLP:RED)] (NLD) c", "a c"),
            ("a [delete: [b] (TLP:RED)] (NLD) c", "a c"),
            ("a [shall → [must] (TLP:RED)] (IND) c", "a shall c"),
            ("a [[shall] (TLP:RED) → must] (IND) c", "a [must] (IND) c"),
            ("a [alt 1 [b] (TLP:RED)] (IND) [alt 2 c] (NLD)", "a [alt 1 c] (NLD)"),
            ("a ([b] (TLP:RED)) c", "a c"),
            ("a “[b] (TLP:RED)” c", "a c"),
            ("[a → b [c] (TLP:RED)] (CHN; by: I. Petrov)", "[a → b] (CHN)"),
            ("[open] (TLP:GREEN)", "[open] (TLP:GREEN)"),
            ("[alt 1 may] [alt 2 can] (TLP:RED) [alt 3 shall]", "[alt 1 may] [alt 2 shall]"),
            (
                "[alt 1 a] (TLP:RED)[alt 2 b] or [alt 1 c][alt 2 d]",
                "[alt 1 b] or [alt 1 c][alt 2 d]",
            ),
        ] {
            let words = parse(stored, &|_| false).words;
            assert_eq!(print(&withhold(&words, &Room)), seen, "{stored}");
        }
    }
}
