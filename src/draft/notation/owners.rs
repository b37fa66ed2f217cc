//! The content of the parentheses after a bracket: owners, who typed it, its marking.

use super::super::words::{Bracket, BracketKind, Hand, Owner};
use crate::model::{Keyed, Marking};

/// The words that ask for a deletion.
pub(super) const DELETE: [&str; 6] = ["delete", "del", "deletion", "schrappen", "verwijderen", "-"];

/// The words before those who are against something.
const AGAINST: [&str; 5] = ["against", "retain", "tegen", "behouden", "opposed"];

/// The words before those who ask for something.
const FOR: [&str; 4] = ["for", "voor", "proposed", "voorgesteld"];

/// The words before the name of whoever typed it.
const BY: [&str; 2] = ["by", "door"];

/// The words that introduce a clause naming those who ask, without a colon.
const SAID_TO_ASK: [&str; 6] = [
    "proposed by",
    "supported by",
    "at the request of",
    "voorgesteld door",
    "gesteund door",
    "op verzoek van",
];

/// The words that introduce a clause naming those against.
const SAID_TO_OPPOSE: [&str; 4] = ["opposed by", "contested by", "bestreden door", "betwist door"];

/// The words and signs between names listed together.
const TOGETHER: [&str; 10] = [
    " and ",
    " en ",
    " with ",
    " met ",
    " as well as ",
    " alsmede ",
    " together with ",
    " samen met ",
    "+",
    "&",
];

/// In bytes; anything longer is a remark and is not examined.
const LONGEST_LIST: usize = 2_000;

/// The content that was read.
#[derive(Default)]
pub(super) struct Aside {
    owners: Vec<Owner>,
    hand: Option<Hand>,
    marking: Option<Marking>,
    deletes: bool,
}

impl Aside {
    /// Adds the content of the next parentheses.
    pub(super) fn and(&mut self, next: Self) {
        for owner in next.owners {
            if !self.owners.contains(&owner) {
                self.owners.push(owner);
            }
        }
        self.hand = next.hand.or(self.hand.take());
        self.marking = self.marking.max(next.marking);
        self.deletes |= next.deletes;
    }

    pub(super) fn give_to(self, bracket: &mut Bracket) {
        bracket.owners = self.owners;
        // In the order in which they are written.
        bracket.owners.sort_by_key(|it| it.against);
        bracket.hand = self.hand;
        bracket.marking = self.marking;
        if self.deletes && bracket.kind == BracketKind::Add {
            bracket.kind = BracketKind::Delete;
        }
    }
}

impl Aside {
    /// The owners and the marking, if it says nothing else.
    pub(super) fn owners(self) -> Option<(Vec<Owner>, Option<Marking>)> {
        let more = self.hand.is_some() || self.deletes;
        let none = self.owners.is_empty() && self.marking.is_none();
        (!more && !none).then_some((self.owners, self.marking))
    }
}

/// The signs that open and close what follows a bracket; keyboards of other scripts have wide ones.
pub(in crate::draft) const OPENING: [char; 2] = ['(', '（'];
/// See [`OPENING`].
pub(in crate::draft) const CLOSING: [char; 2] = [')', '）'];

/// Whether a sign is a space or invisible, such as those that turn the direction.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Reads the parentheses; `None` if they are a remark in the text without owners. A marking counts
/// whatever surrounds it: an unreadable part beside it is kept as the name of an owner, and is
/// withheld with the bracket.
pub(super) fn read(aside: &str, known: &dyn Fn(&str) -> bool) -> Option<Aside> {
    let within = marking_within(aside);
    let mut read = match read_all(aside, known) {
        Some(read) => read,
        None if within.is_some() => {
            let owner = Owner { name: bare(aside), against: false };
            Aside { owners: vec![owner], ..Aside::default() }
        }
        None => return None,
    };
    read.marking = read.marking.max(within);
    Some(read)
}

fn read_all(aside: &str, known: &dyn Fn(&str) -> bool) -> Option<Aside> {
    let mut read = Aside::default();
    for clause in clauses(aside) {
        let clause = clause.trim();
        let (label, rest) = label(clause);
        let (said, rest) = if label.is_some() { (None, rest) } else { said(rest) };
        match label {
            Some(Label::By) => {
                let (author, date) = match split(rest, ',').split_first() {
                    Some((author, rest)) => (bare(author), rest.join(",")),
                    None => return None,
                };
                read.hand = Some(Hand { author, date: bare(&date) });
            }
            label => {
                let against = [label, said].contains(&Some(Label::Against));
                read.deletes |= label == Some(Label::Delete);
                let mut names = Vec::new();
                for listed in split(rest, ',').into_iter().map(str::trim) {
                    match marking(listed, known) {
                        Some(marking) => read.marking = read.marking.max(Some(marking)),
                        None => names.extend(joined(listed, known)),
                    }
                }
                let sure = |name: &str| {
                    label.is_some() || quoted(name) || in_capitals(name) || known(&bare(name))
                };
                // One known name makes the others owners too, if they look like names.
                let one = names.iter().any(|it| sure(it));
                for name in names {
                    let plain = bare(name);
                    if plain.is_empty() || !(sure(name) || one && is_like_a_name(&plain)) {
                        return None;
                    }
                    read.owners.push(Owner { name: plain, against });
                }
            }
        }
    }
    Some(read)
}

/// The greatest length of a list of names in front of a colon, in characters.
pub(super) const LONGEST_FRONT: usize = 200;

/// The colons of all keyboards.
pub(super) const COLONS: [char; 2] = [':', '：'];

/// Those named in front of a colon within a bracket, if the dossier knows each of them; if one is
/// unknown, all of it stays text.
pub(super) fn in_front(head: &str, known: &dyn Fn(&str) -> bool) -> Option<Aside> {
    if !could_name(head) {
        return None;
    }
    let listed = split(head, ',').into_iter().flat_map(|it| joined(it.trim(), known));
    let owner = |it: &str| {
        let name = bare(it);
        known(&name).then_some(Owner { name, against: false })
    };
    let owners = listed.map(owner).collect::<Option<Vec<_>>>()?;
    Some(Aside { owners, ..Aside::default() })
}

/// Whether the text in front of a colon could be known names.
fn could_name(head: &str) -> bool {
    split(head, ',').into_iter().all(|it| it.trim_start().starts_with(char::is_uppercase))
}

/// Whether the first words of a bracket would be read as names if these were known.
pub(super) fn is_named_in_front(words: &str) -> bool {
    words.find(COLONS).and_then(|end| words.get(..end)).is_some_and(could_name)
}

/// The clauses; a slash before a word such as *against* separates them too: `(NLD / against: IRN)`.
fn clauses(aside: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    for clause in split(aside, ';') {
        let mut parts = split(clause, '/').into_iter().peekable();
        let mut start = 0;
        let mut end = 0;
        while let Some(part) = parts.next() {
            end += part.len();
            if parts.peek().is_none_or(|next| label(next).0.is_some()) {
                clauses.push(clause.get(start..end).unwrap_or_default());
                start = end + 1;
            }
            end += 1;
        }
    }
    clauses
}

/// Those named together, as in `RUS and CHN`, if each is known or in capitals; a known name with
/// such a word in it is a single one.
fn joined<'a>(names: &'a str, known: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let names =
        ["and ", "en "].iter().find_map(|it| names.strip_prefix(it)).unwrap_or(names).trim();
    let is_one = |it: &str| quoted(it) || in_capitals(it) || known(&bare(it));
    if is_one(names) || names.len() > LONGEST_LIST {
        return vec![names];
    }
    let strokes = || split(names, '/').into_iter().map(str::trim).collect::<Vec<_>>();
    let apart = TOGETHER.iter().map(|sign| names.split(sign).map(str::trim).collect());
    let parted = apart.chain(std::iter::once_with(strokes)).find_map(|parts: Vec<_>| {
        let each = || parts.iter().flat_map(|it| joined(it, known));
        (parts.len() > 1 && each().all(is_one)).then(|| each().collect())
    });
    parted.unwrap_or_else(|| vec![names])
}

/// Whether it could be the name of somebody unknown here: a few words, the first with a capital.
fn is_like_a_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.split(' ').count() <= 5
}

/// As [`write()`], for people: without who typed it.
pub(super) fn read_aloud(bracket: &Bracket, [delete, against]: [&str; 2]) -> String {
    let list = |against| bracket.names(against).collect::<Vec<_>>().join(", ");
    let (wanted, opposed) = (list(false), list(true));
    let wanted = match (bracket.kind == BracketKind::Delete, wanted.is_empty()) {
        (true, true) => delete.to_owned(),
        (true, false) => format!("{delete}: {wanted}"),
        (false, _) => wanted,
    };
    let opposed = if opposed.is_empty() { opposed } else { format!("{against}: {opposed}") };
    let marking = bracket.marking.map_or("", tlp).to_owned();
    let clauses = [wanted, opposed, marking].into_iter().filter(|it| !it.is_empty());
    clauses.collect::<Vec<_>>().join("; ")
}

/// A list of owners, who typed it if `whole`, and a marking in the notation; empty if there is
/// nothing to say.
pub(super) fn write(bracket: &Bracket, whole: bool) -> String {
    let mut clauses = Vec::new();
    let list = |against| bracket.names(against).map(name).collect::<Vec<_>>().join(", ");
    let (wanted, against) = (list(false), list(true));
    if !wanted.is_empty() {
        clauses.push(wanted);
    }
    if !against.is_empty() {
        clauses.push(format!("against: {against}"));
    }
    if let Some(hand) = bracket.hand.as_ref().filter(|_| whole) {
        let date = if hand.date.is_empty() { String::new() } else { format!(", {}", hand.date) };
        clauses.push(format!(
            "by: {}{}",
            escaped(&hand.author),
            escaped(&date).replace("\\,", ",")
        ));
    }
    if let Some(marking) = bracket.marking {
        clauses.push(tlp(marking).to_owned());
    }
    clauses.join("; ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    For,
    Against,
    By,
    Delete,
}

/// The word before a colon, if it is one of ours, and the rest.
fn label(clause: &str) -> (Option<Label>, &str) {
    let Some((before, after)) = clause.split_once(':') else { return (None, clause) };
    let word = before.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    let label = if is(&AGAINST) {
        Label::Against
    } else if is(&FOR) {
        Label::For
    } else if is(&BY) {
        Label::By
    } else if is(&DELETE) {
        Label::Delete
    } else {
        return (None, clause);
    };
    (Some(label), after)
}

/// Who asks or objects if that is said in words, and the rest: unlike a label, this is a remark if
/// no name follows.
fn said(clause: &str) -> (Option<Label>, &str) {
    let behind = |words: &str| {
        let start = clause.get(..words.len()).filter(|it| it.eq_ignore_ascii_case(words));
        start.and_then(|it| clause.get(it.len()..)?.strip_prefix(' '))
    };
    let ask = SAID_TO_ASK.iter().map(|it| (Label::For, behind(it)));
    let oppose = SAID_TO_OPPOSE.iter().map(|it| (Label::Against, behind(it)));
    let found = ask.chain(oppose).find_map(|(label, rest)| Some((Some(label), rest?)));
    found.unwrap_or((None, clause))
}

/// The signs that people type between TLP and a level, and within a level.
const BETWEEN: [char; 5] = [':', '：', '-', '+', ' '];

/// A marking, as `TLP:RED` or however else people type it. Something that begins like a marking and
/// is none counts as the strictest: what it was meant to keep from others must not be shown to
/// them.
fn marking(clause: &str, known: &dyn Fn(&str) -> bool) -> Option<Marking> {
    let clause = clause.trim();
    if quoted(clause) {
        return None;
    }
    let typed = letters(clause);
    let named = |name: &str| Marking::ALL.iter().copied().find(|it| letters(tlp(*it)) == name);
    let Some(_) = typed.strip_prefix("TLP") else {
        // Without it a word could also be somebody's code.
        return named(&format!("TLP{typed}")).filter(|_| !known(&bare(clause)));
    };
    // A sentence about markings is not one.
    let level = || clause.get("TLP".len()..).map(|it| it.trim_start_matches(BETWEEN));
    let is_word = || level().is_none_or(|it| !it.contains(char::is_whitespace));
    named(&typed).or_else(|| is_word().then_some(Marking::Red))
}

/// A marking that follows a bracket without parentheses, and how many bytes it takes. `TLP:`
/// followed by anything but a level is the strictest.
pub(in crate::draft) fn marking_behind(text: &str) -> Option<(Marking, usize)> {
    let bare = text.trim_start();
    let start = text.len() - bare.len();
    let spelled = |it: &Marking| Some((*it, spelled(bare, &letters(tlp(*it)))?));
    let other = || {
        let after = bare.get("TLP".len()..)?.trim_start();
        let is_one = bare.get(..3)?.eq_ignore_ascii_case("TLP") && after.starts_with([':', '：']);
        let word = after.trim_start_matches(BETWEEN);
        let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        (is_one && length > 0).then(|| (Marking::Red, bare.len() - word.len() + length))
    };
    // Strictest first: AMBER is a prefix of AMBER+STRICT.
    let found = Marking::ALL.iter().rev().find_map(spelled).or_else(other);
    found.map(|(marking, length)| (marking, start + length))
}

/// The text after a quotation mark, a footnote sign or other signs that follow a bracket.
pub(super) fn behind_signs(text: &str) -> &str {
    let is_sign = |c: char| !c.is_alphabetic();
    let mut letters = text.chars();
    let is_note =
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(is_sign);
    if is_note { letters.as_str() } else { text }.trim_start_matches(is_sign)
}

/// The strictest marking that is spelled out anywhere in a text, except in quotation marks.
pub(in crate::draft) fn marking_within(text: &str) -> Option<Marking> {
    let (mut inside, mut before, mut found) = (false, ' ', None);
    for (place, c) in text.char_indices() {
        inside ^= c == '"' && before != '\\';
        if !inside && matches!(c, 't' | 'T') && !before.is_alphanumeric() {
            let behind = text.get(place..).and_then(marking_behind);
            found = found.max(behind.map(|(marking, _)| marking));
        }
        before = c;
    }
    found
}

/// The letters and digits of a text, all in upper case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// How many bytes a text takes to spell these letters as a whole word.
fn spelled(text: &str, letters: &str) -> Option<usize> {
    let mut wanted = letters.chars().peekable();
    for (place, c) in text.char_indices() {
        match wanted.peek() {
            None => return (!c.is_alphanumeric()).then_some(place),
            Some(letter) if c.to_ascii_uppercase() == *letter => drop(wanted.next()),
            Some(_) if BETWEEN.contains(&c) => {}
            Some(_) => return None,
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

/// A marking as written here and on paper.
fn tlp(marking: Marking) -> &'static str {
    marking.label()
}

/// Splits at a sign that is neither in quotation marks nor escaped by a backslash.
fn split(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start, mut inside, mut skip) = (Vec::new(), 0, false, false);
    for (place, c) in text.char_indices() {
        match c {
            _ if skip => skip = false,
            '\\' => skip = true,
            '"' => inside = !inside,
            c if c == at && !inside => {
                parts.push(&text[start..place]);
                start = place + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn quoted(name: &str) -> bool {
    name.len() > 2 && name.starts_with('"') && name.ends_with('"')
}

/// Whether a name is written like a code: `RUS`, `EU`, `G77+CHN`.
fn in_capitals(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_uppercase()).count();
    let code = |c: char| c.is_uppercase() || c.is_ascii_digit() || "&+/-".contains(c);
    letters >= 1 && (2..=12).contains(&name.chars().count()) && name.chars().all(code)
}

/// A name without quotation marks and backslashes.
fn bare(name: &str) -> String {
    let name = name.trim();
    let name = if quoted(name) { &name[1..name.len() - 1] } else { name };
    let mut plain = String::new();
    let mut chars = name.chars();
    while let Some(c) = chars.next() {
        plain.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn name(name: &str) -> String {
    // A name that would be read as a marking is put in quotation marks.
    if in_capitals(name) && marking(name, &|_| false).is_none() {
        name.to_owned()
    } else {
        format!("\"{}\"", escaped(name))
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if "\\\"()（）[];:,→⟦⟧［］".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
