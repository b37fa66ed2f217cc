//! The signs of a text, and which bracket closes which.

use super::changes::{Span, Tracked, is_struck};
use super::owners::marking_within;
use super::{DEEPEST, Remark, RemarkKind};

/// The signs that open a bracket.
const OPENING: [char; 5] = ['[', '⟦', '［', '【', '〔'];
/// The signs that close one.
const CLOSING: [char; 5] = [']', '⟧', '］', '】', '〕'];

/// Whether a sign opens or closes a bracket.
pub(super) fn is_bracket(sign: char) -> bool {
    OPENING.contains(&sign) || CLOSING.contains(&sign)
}

/// Whether there may be a bracket in a text; otherwise it need not be read.
pub fn may_have_brackets(text: &str) -> bool {
    text.contains(OPENING)
}

/// The parts of a text of several lines in which brackets are read: each line by itself, or several
/// if a bracket spans them or its marking is on the next one. A bracket that is never closed spans
/// none.
pub fn parts(text: &str) -> Vec<&str> {
    let (mut breaks, mut spans, mut open, mut literal) = (vec![], vec![], vec![], false);
    for (place, c) in text.char_indices() {
        match c {
            _ if std::mem::take(&mut literal) => {}
            '\\' => literal = true,
            '\n' => breaks.push(place),
            c if OPENING.contains(&c) => open.push(place),
            c if CLOSING.contains(&c) => spans.extend(open.pop().map(|start| (start, place))),
            _ => {}
        }
    }
    spans.sort_unstable();
    let mut spans = spans.into_iter().peekable();
    let (mut parts, mut start, mut closed) = (Vec::new(), 0, None);
    for place in breaks {
        while let Some((_, end)) = spans.next_if(|(from, _)| *from < place) {
            closed = closed.max(Some(end));
        }
        let rest = text.get(place + 1..).unwrap_or_default();
        if closed < Some(place) && !rest.lines().next().is_some_and(begins_with_a_marking) {
            parts.extend(text.get(start..place));
            start = place + 1;
        }
    }
    parts.extend(text.get(start..));
    parts
}

/// Whether a line begins with a marking of what comes before it.
fn begins_with_a_marking(line: &str) -> bool {
    let line = line.trim_start();
    let inside = line.strip_prefix(super::owners::OPENING).unwrap_or(line);
    let inside = inside.split(super::owners::CLOSING).next().unwrap_or_default();
    (inside.len() < line.len() || line.to_lowercase().starts_with("tlp"))
        && marking_within(inside).is_some()
}

/// A sign of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign<'a> {
    pub(super) what: What,
    /// The changes that apply to it, the outermost first.
    pub(super) changes: &'a [Tracked],
    /// Its position, in characters from the start of the text.
    pub(super) at: usize,
}

/// The role of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Open,
    Close,
    Arrow,
    // Any other; whether it is escaped by a backslash.
    Plain(char, bool),
}

impl Sign<'_> {
    /// Whether it was struck out.
    pub(super) fn is_struck(&self) -> bool {
        is_struck(self.changes)
    }
}

/// The signs of a text; a bracket sign without its other half is an ordinary sign. Struck signs
/// pair only with struck ones. Without `brackets` every bracket sign is an ordinary one.
pub(super) fn signs<'a>(spans: &[Span<'a>], brackets: bool) -> (Vec<Sign<'a>>, Vec<Remark>) {
    let mut signs: Vec<Sign<'a>> = Vec::new();
    let mut remarks = Vec::new();
    // The position of each open bracket among the signs.
    let mut open: Vec<usize> = Vec::new();
    let all = spans.iter().flat_map(|span| span.text.chars().map(|c| (c, span.changes)));
    let mut chars = all.enumerate().peekable();
    while let Some((at, (c, changes))) = chars.next() {
        let struck = is_struck(changes);
        let literal = (What::Plain(c, true), changes);
        let (what, changes) = match c {
            '\\' => chars.next().map_or(literal, |(_, (it, of))| (What::Plain(it, true), of)),
            c if !brackets && is_bracket(c) => literal,
            c if OPENING.contains(&c) && open.len() >= DEEPEST => {
                remarks.push(Remark { at, kind: RemarkKind::TooDeep });
                literal
            }
            c if OPENING.contains(&c) => {
                open.push(signs.len());
                (What::Open, changes)
            }
            c if CLOSING.contains(&c) => {
                if closes(&mut open, &mut signs, struck, &mut remarks) {
                    (What::Close, changes)
                } else {
                    let kind =
                        if struck { RemarkKind::StruckAlone } else { RemarkKind::NeverOpened };
                    remarks.push(Remark { at, kind });
                    literal
                }
            }
            '→' => (What::Arrow, changes),
            '-' | '='
                if !open.is_empty()
                    && chars
                        .peek()
                        .is_some_and(|(_, (it, of))| *it == '>' && is_struck(of) == struck) =>
            {
                chars.next();
                (What::Arrow, changes)
            }
            c => (What::Plain(c, false), changes),
        };
        signs.push(Sign { what, changes, at });
    }
    for place in open {
        never_closed(&mut signs, place, &mut remarks);
    }
    remarks.sort_by_key(|remark| remark.at);
    (signs, remarks)
}

/// Whether a closing sign has an opening one; struck ones in between without a partner are ordinary
/// signs.
fn closes(
    open: &mut Vec<usize>,
    signs: &mut [Sign<'_>],
    struck: bool,
    remarks: &mut Vec<Remark>,
) -> bool {
    while let Some(place) = open.last().copied() {
        let opened_struck = signs.get(place).is_some_and(Sign::is_struck);
        if struck && !opened_struck {
            return false;
        }
        open.pop();
        if struck == opened_struck {
            return true;
        }
        never_closed(signs, place, remarks);
    }
    false
}

fn never_closed(signs: &mut [Sign<'_>], place: usize, remarks: &mut Vec<Remark>) {
    let Some(sign) = signs.get_mut(place) else { return };
    sign.what = What::Plain('[', true);
    let kind = if sign.is_struck() { RemarkKind::StruckAlone } else { RemarkKind::NeverClosed };
    remarks.push(Remark { at: sign.at, kind });
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_bracket_that_reaches_over_lines_keeps_them_together() {
        let table: [(&str, &[&str]); 8] = [
            ("", &[""]),
            ("a\nb\n", &["a", "b", ""]),
            ("a [b\nc] d\ne", &["a [b\nc] d", "e"]),
            ("a [b\n[c\nd] e\nf", &["a [b", "[c\nd] e", "f"]),
            ("a ［b\nc\nd［e］］\nf", &["a ［b\nc\nd［e］］", "f"]),
            ("a [b]\n(TLP:RED) c\n(d)", &["a [b]\n(TLP:RED) c", "(d)"]),
            ("a \\[b\nc] d", &["a \\[b", "c] d"]),
            ("\na] b\n[c", &["", "a] b", "[c"]),
        ];
        for (text, wanted) in table {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }
}
