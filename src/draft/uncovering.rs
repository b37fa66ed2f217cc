//! Whether an edit of a text brings words into the open that stood under a stricter marking.

use rustc_hash::FxHashSet;

use super::withhold::{May, withhold};
use super::words::{Hand, Words};
use crate::model::Marking;
use crate::model::words::fold;

/// Whoever may see everything that is less confidential than this.
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

/// Whether words that stood in a bracket with a marking stand in the text now for those who might not see
/// the bracket: it was lifted, marked less strictly, or its words were typed again beside it. A single
/// word is enough, if nobody outside the bracket had it before.
pub fn uncovers(before: &Words, after: &Words) -> bool {
    let brackets = before.brackets();
    let mut markings: Vec<Marking> = brackets.iter().filter_map(|it| it.marking).collect();
    markings.sort_unstable();
    markings.dedup();
    markings.into_iter().any(|marking| {
        let open = |words: &Words| singly(&withhold(words, &Below(marking)).bare());
        let (all, was, is) = (singly(&before.bare()), open(before), open(after));
        all.iter().any(|word| !was.contains(word) && is.contains(word))
    })
}

/// The words one by one, in any case.
fn singly(text: &str) -> FxHashSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::uncovers;
    use crate::draft::parse;

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
            ("act [now] (TLP:RED) now", "act now now", false),
            ("act now", "act secretly", false),
        ];
        for (before, after, wanted) in table {
            let read = |typed| parse(typed, &|name| ["NLD", "RUS"].contains(&name)).words;
            assert_eq!(uncovers(&read(before), &read(after)), wanted, "{before} | {after}");
        }
    }
}
