//! Finds what a text says about its own confidentiality: above and below its pages, or in its first
//! and last lines.

use super::notation::{marking_within, may_have_brackets};
use crate::model::words::fold;
use crate::model::{Keyed, Marking};

/// A text's own statement of its confidentiality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The marking it asks for. Words other than a TLP marking ask for the strictest, since it is
    /// unknown which one they mean.
    pub marking: Marking,
    /// The line that says so.
    pub line: String,
}

/// Words in which other papers say that they are confidential, folded.
const WORDS: [&str; 7] =
    ["confidential", "vertrouwelijk", "confidentiel", "secret", "geheim", "restricted", "limite"];

/// How many lines at the start and at the end of a text may be a stamp.
const LINES: usize = 3;

/// The longest line that can be a stamp, in characters.
const LONGEST: usize = 80;

/// The most words in a line of the text that is a stamp: in a sentence these words are its subject.
const MOST_WORDS: usize = 3;

/// The strictest stamp of a text; `margins` are the headers and footers of its pages, `lines` the
/// text itself.
pub fn stamp<'a>(
    margins: impl IntoIterator<Item = &'a str>,
    lines: impl IntoIterator<Item = &'a str>,
) -> Option<Stamp> {
    let lines: Vec<&str> = lines.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect();
    let last = lines.len().saturating_sub(LINES).max(LINES.min(lines.len()));
    let ends = lines.iter().take(LINES).chain(lines.iter().skip(last)).copied();
    let in_text = ends.filter(|it| it.chars().count() <= LONGEST).filter_map(|line| {
        let few = line.split_whitespace().count() <= MOST_WORDS;
        // The markings of brackets are their own.
        if few && !may_have_brackets(line) { said(line) } else { None }
    });
    let in_margins = margins.into_iter().map(str::trim).filter_map(said);
    let strictest = in_margins.chain(in_text).reduce(|a, b| if b.0 > a.0 { b } else { a });
    strictest.map(|(marking, line)| Stamp { marking, line: line.chars().take(LONGEST).collect() })
}

/// The marking that a line asks for, with the line.
fn said(line: &str) -> Option<(Marking, &str)> {
    Some((marking_within(line).or_else(|| other(line))?, line))
}

/// The strictest marking if a line has a word for confidential.
fn other(line: &str) -> Option<Marking> {
    let folded = fold(line);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|it| WORDS.contains(&it)).then_some(Marking::ALL.last().copied()?)
}

#[cfg(test)]
mod tests {
    use super::{Stamp, stamp};

    #[test]
    fn a_text_that_says_how_confidential_it_is_is_believed() {
        let table = [
            // Margins, then the text; then the marking asked for.
            (&["TLP:RED"][..], &["PP1 Recalling"][..], Some("TLP:RED")),
            (&["Draft of 4 May – tlp amber+strict – page 1"], &[], Some("TLP:AMBER+STRICT")),
            (&["NATO RESTRICTED"], &["PP1 Recalling"], Some("TLP:RED")),
            (&["Departementaal VERTROUWELIJK, niet verspreiden"], &[], Some("TLP:RED")),
            (&["TLP:GREEN", "TLP:AMBER"], &["TLP:CLEAR"], Some("TLP:AMBER")),
            (&[], &["TLP:GREEN", "PP1 Recalling"], Some("TLP:GREEN")),
            (&[], &["Confidential", "PP1 Recalling"], Some("TLP:RED")),
            (&[], &["a", "b", "c", "d", "e", "f", "TLP:RED"], Some("TLP:RED")),
            (&[], &["a", "b", "c", "TLP:RED", "e", "f", "g", "h"], None),
            (&[], &["States [act] (TLP:RED)"], None),
            (&[], &["Confidential channels shall be open to all states"], None),
            (&["Chair's draft, rev.2", "Page 3"], &["PP1 Recalling"], None),
            (&[], &[], None),
        ];
        for (margins, lines, wanted) in table {
            let found = stamp(margins.iter().copied(), lines.iter().copied());
            let found = found.map(|Stamp { marking, .. }| marking.label());
            assert_eq!(found, wanted, "{margins:?} {lines:?}");
        }
    }

    #[test]
    fn the_line_that_says_so_is_kept() {
        let found = stamp(["  Page 1, TLP:AMBER "], ["PP1 Recalling"]);
        assert_eq!(found.map(|it| it.line).as_deref(), Some("Page 1, TLP:AMBER"));
    }
}
