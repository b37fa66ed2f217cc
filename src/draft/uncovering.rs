//! Whether an edit of a text exposes words that were under a stricter marking, or puts exposed
//! words under one.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::withhold::{May, withhold};
use super::words::{BracketKind, Hand, Words};
use crate::model::Marking;
use crate::model::words::fold;

/// Readers who may see everything less confidential than this.
struct Below(Marking);

impl May for Below {
    fn see(&self, marking: Marking) -> bool {
        marking < self.0
    }

    fn name(&self, _: &str) -> bool {
        true
    }

    fn withholds(&self, _: &str) -> bool {
        false
    }

    fn know(&self, _: &Hand) -> bool {
        true
    }
}

/// Whether something from a bracket with a marking can now be read in the text by those who might
/// not see the bracket: it was lifted, marked less strictly, or its words were typed again outside
/// it. A single word is enough, and so is who asks for what, even if the words themselves are
/// visible, as in a deletion.
pub fn uncovers(before: &Words, after: &Words) -> bool {
    let brackets = before.brackets();
    let markings: BTreeSet<Marking> = brackets.iter().filter_map(|it| it.marking).collect();
    markings.into_iter().any(|marking| {
        let may = Below(marking);
        let (was, is) = (Told::new(before, &may), Told::new(after, &may));
        was.hidden().any(|(what, hidden)| {
            let typed_anew = was.open(what) == 0;
            is.open(what) > was.open(what) && (typed_anew || is.hides(what) < hidden)
        })
    })
}

/// The reverse: whether something that this reader could see is now in a bracket withheld from
/// them.
pub fn covers(before: &Words, after: &Words, may: &impl May) -> bool {
    let (was, is) = (Told::new(before, may), Told::new(after, may));
    is.hidden().any(|(what, hidden)| is.open(what) < was.open(what) && hidden > was.hides(what))
}

/// How often a text says each thing, in all and to a reader: each word, each bracket, and who asks
/// for it.
struct Told {
    all: FxHashMap<String, usize>,
    open: FxHashMap<String, usize>,
}

impl Told {
    fn new(words: &Words, may: &impl May) -> Self {
        Self { all: told(words), open: told(&withhold(words, may)) }
    }

    /// The things said to the reader less often than in all.
    fn hidden(&self) -> impl Iterator<Item = (&str, usize)> {
        let hidden = self.all.keys().map(|what| (what.as_str(), self.hides(what)));
        hidden.filter(|(_, count)| *count > 0)
    }

    fn hides(&self, what: &str) -> usize {
        self.all.get(what).copied().unwrap_or_default().saturating_sub(self.open(what))
    }

    fn open(&self, what: &str) -> usize {
        self.open.get(what).copied().unwrap_or_default()
    }
}

fn told(words: &Words) -> FxHashMap<String, usize> {
    let bare = words.bare();
    let singly = bare.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let singly = singly.map(fold);
    // A sign that nobody can type separates what a bracket asks for from who asks.
    let asked = words.brackets().into_iter().flat_map(|bracket| {
        let kind = match &bracket.kind {
            BracketKind::Add => "add".to_owned(),
            BracketKind::Delete => "delete".to_owned(),
            BracketKind::Replace(instead) => format!("replace\0{}", fold(&instead.bare())),
            // Its number among the others says nothing.
            BracketKind::Alternative(_) => "alternative".to_owned(),
        };
        let what = format!("{kind}\0{}", fold(&bracket.words.bare()));
        let owners = bracket.owners.iter();
        let by = owners.map(|it| format!("{what}\0{}\0{}", it.against, fold(&it.name)));
        let by: Vec<String> = by.collect();
        std::iter::once(what).chain(by)
    });
    let mut counts = FxHashMap::default();
    for what in singly.chain(asked) {
        *counts.entry(what).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Below, covers, uncovers};
    use crate::draft::parse;
    use crate::model::Marking;

    #[test]
    fn words_that_come_out_of_a_marked_bracket_are_noticed_however_they_do() {
        let table = [
            ("act [secretly] (NLD; TLP:RED) now", "act secretly now", true),
            ("act [secretly] (NLD; TLP:RED) now", "act [secretly] (NLD) now", true),
            ("act [secretly] (NLD; TLP:RED) now", "act [secretly] (NLD; TLP:AMBER) now", true),
            ("act [quite secretly] (TLP:RED) now", "act Secretly now", true),
            ("act [may → shall secretly] (TLP:RED) now", "act may shall secretly now", true),
            ("act [x [secretly] (RUS)] (TLP:RED) now", "act [secretly] (RUS) now", true),
            ("act [secretly] (NLD; TLP:RED) now", "act now", false),
            ("act [secretly] (NLD; TLP:RED) now", "act soon [secretly] (NLD; TLP:RED)", false),
            ("act [secretly] (NLD; TLP:AMBER) now", "act [secretly] (NLD; TLP:RED) now", false),
            ("act [secretly] (NLD) now", "act secretly now", false),
            ("act [now] (TLP:RED) now", "act now now", true),
            ("act [now] (TLP:RED) now", "act now, now [now] (TLP:RED)", false),
            ("shall [not] (CHN; TLP:RED) spy or not", "shall [not] (CHN) spy or not", true),
            ("shall [not] (CHN; TLP:RED) spy or not", "shall not spy or not", true),
            ("on [delete: all] (IND; TLP:RED)", "on [delete: all] (IND)", true),
            ("on [delete: all] (IND; TLP:RED)", "on all", false),
            ("[a [b] (TLP:RED)] (NLD) c", "[a [b] (TLP:RED)] (NLD) d", false),
            ("act now", "act secretly", false),
        ];
        for (before, after, wanted) in table {
            let read =
                |typed| parse(typed, &|name| ["NLD", "RUS", "CHN", "IND"].contains(&name)).words;
            assert_eq!(uncovers(&read(before), &read(after)), wanted, "{before} | {after}");
        }
    }

    #[test]
    fn words_that_go_under_a_marking_are_noticed() {
        let table = [
            ("act secretly now", "act [secretly] (NLD; TLP:RED) now", true),
            ("act [secretly] (NLD) now", "act [secretly] (NLD; TLP:RED) now", true),
            ("act secretly, secretly", "act secretly, [secretly] (TLP:RED)", true),
            ("act Secretly now", "act [most secretly] (TLP:RED) now", true),
            ("act now", "act [secretly] (NLD; TLP:RED) now", false),
            ("act [secretly] (TLP:RED) now", "act soon [secretly] (TLP:RED)", false),
            ("act secretly now", "act [secretly] (NLD; TLP:GREEN) now", false),
            ("act secretly now", "act now", false),
            ("on [delete: all] (IND)", "on [delete: all] (IND; TLP:RED)", true),
            ("on [delete: all] (IND)", "on all [now] (TLP:RED)", false),
        ];
        for (before, after, wanted) in table {
            let read = |typed| parse(typed, &|name| ["NLD", "IND"].contains(&name)).words;
            let found = covers(&read(before), &read(after), &Below(Marking::Amber));
            assert_eq!(found, wanted, "{before} | {after}");
        }
    }
}
