//! Where a word may be broken at the end of a line.

use std::collections::BTreeSet;

use hypher::{Lang, hyphenate};

use super::Text;
use crate::model::Language;

impl Text {
    /// The longest beginning of a word that fits, with its hyphen, and the rest; `None` if it cannot be broken
    /// so that it fits. By the patterns of Liang (1983) for the language.
    pub(crate) fn broken(self, word: &str, fits: impl Fn(&str) -> bool) -> Option<(String, &str)> {
        let language = match self.language() {
            Language::English => Lang::English,
            Language::Dutch => Lang::Dutch,
        };
        let own = word.match_indices(['-', '/']).map(|(at, sign)| at + sign.len());
        let syllables = hyphenate(word, language).scan(0, |end, syllable| {
            *end += syllable.len();
            Some(*end)
        });
        let ends: BTreeSet<usize> = own.chain(syllables).collect();
        let mut longest = None;
        for end in ends {
            let (head, rest) = word.split_at_checked(end)?;
            // A word that has a hyphen here gets no second one.
            let hyphen = if head.ends_with(['-', '/']) { "" } else { "-" };
            let head = format!("{head}{hyphen}");
            if !rest.is_empty() && fits(&head) {
                longest = Some((head, rest));
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_between_syllables_of_their_language() {
        let at_most = |letters: usize| move |head: &str| head.chars().count() <= letters;
        let dutch = Text::new(Language::Dutch);
        let broken = dutch.broken("cybercriminaliteit", at_most(11)).unwrap();
        assert_eq!(broken, ("cybercrimi-".to_owned(), "naliteit"));
        let english = Text::new(Language::English);
        assert_eq!(english.broken("responsibility", at_most(9)).unwrap().1, "bility");
        assert_eq!(english.broken("through", at_most(4)), None, "one syllable");
    }

    #[test]
    fn a_hyphen_that_is_there_is_not_doubled() {
        let text = Text::new(Language::Dutch);
        let short = |head: &str| head.len() <= 4;
        let broken = text.broken("VN-verdrag", short);
        assert_eq!(broken, Some(("VN-".to_owned(), "verdrag")));
        let short = |head: &str| head.len() <= 5;
        let english = Text::new(Language::English);
        let broken = english.broken("open-ended", short);
        assert_eq!(broken, Some(("open-".to_owned(), "ended")));
    }
}
