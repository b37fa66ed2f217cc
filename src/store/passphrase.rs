//! The passphrase of a protected dossier.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::model::words::is_unseen;

/// A passphrase. It is wiped from memory when dropped, and never shown or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase in this text, if valid: not empty, and without the NUL character, at which
    /// databases end a text.
    pub fn new(text: impl Into<Zeroizing<String>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty() && !text.contains('\0')).then_some(Self(text))
    }

    /// Its text, for encryption and decryption.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// The same passphrase in the form in which it is set: accents composed with their letters
    /// (NFC), whitespace as spaces, and none at the ends. Keyboards and systems differ in how
    /// they produce these, and nobody sees a space that was copied along.
    pub(crate) fn composed(&self) -> Self {
        let around = |c: char| c.is_whitespace() || is_unseen(c);
        let bare = self.0.trim_matches(around);
        // Whitespace alone is a passphrase too.
        let bare = if bare.is_empty() { self.0.as_str() } else { bare };
        let space = |c: char| if c.is_whitespace() { ' ' } else { c };
        Self(spelled(bare, bare.nfc().map(space)))
    }

    /// The spellings it may have been set with, as typed first.
    pub(crate) fn spellings(&self) -> Vec<Self> {
        let mut all = vec![self.clone()];
        let letters = [Self(spelled(&self.0, self.0.nfc())), Self(spelled(&self.0, self.0.nfd()))];
        for other in [self.composed()].into_iter().chain(letters) {
            if !all.contains(&other) {
                all.push(other);
            }
        }
        all
    }

    /// Whether both are the same, however their accents and whitespace are written.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.composed() == other.composed()
    }

    /// How well it resists guessing.
    pub(crate) fn strength(&self) -> Strength {
        Strength::of(&self.0)
    }
}

fn spelled(text: &str, letters: impl Iterator<Item = char>) -> Zeroizing<String> {
    // Allocated once: growing would leave a copy behind in memory.
    let mut spelled = Zeroizing::new(String::with_capacity(3 * text.len()));
    spelled.extend(letters);
    spelled
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// How well a passphrase resists somebody with the file and a fast machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The number of guesses needed, as a power of ten, as zxcvbn estimates it (Wheeler, 2016).
    pub guesses_log10: f64,
}

impl Strength {
    /// Estimates a text; an empty one takes no guess.
    pub fn of(text: &str) -> Self {
        // Estimating more than this takes longer than it is worth.
        let beginning = spelled(text, text.nfc().take(100));
        let estimate = zxcvbn::zxcvbn(&beginning, &[]);
        Self { guesses_log10: if text.is_empty() { 0.0 } else { estimate.guesses_log10() } }
    }

    /// Whether it lasts for years: each guess takes the key derivation of SQLCipher. At some ten
    /// thousand a second on a graphics card, 10¹² of them take three years.
    pub(crate) fn is_good(self) -> bool {
        self.guesses_log10 >= 12.0
    }

    /// Whether it is broken within hours.
    pub(crate) fn is_poor(self) -> bool {
        self.guesses_log10 < 8.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_passphrases_are_poor_and_a_few_rare_words_are_good() {
        for (text, poor, good) in [
            ("", true, false),
            ("password1", true, false),
            ("welkom2024", true, false),
            ("gravel-ocarina-Tuesday-mnemonic", false, true),
        ] {
            let strength = Strength::of(text);
            assert_eq!((strength.is_poor(), strength.is_good()), (poor, good), "{text}");
        }
    }

    #[test]
    fn a_passphrase_is_the_same_however_its_accents_are_written() {
        let composed = Passphrase::new("caf\u{e9} t\u{e1}fel".to_owned()).unwrap();
        let decomposed = Passphrase::new("cafe\u{301} ta\u{301}fel".to_owned()).unwrap();
        let mixed = Passphrase::new("caf\u{e9} ta\u{301}fel".to_owned()).unwrap();
        assert_eq!(decomposed.composed(), composed);
        assert_eq!(composed.spellings(), [composed.clone(), decomposed.clone()]);
        assert_eq!(mixed.spellings(), [mixed.clone(), composed.clone(), decomposed.clone()]);
        assert!(mixed.is_same_as(&decomposed));
        assert_eq!(composed.strength(), decomposed.strength());
        for typed in [" gravel ocarina", "gravel\u{a0}ocarina\t", "\u{feff}gravel ocarina\u{200b}"]
        {
            let typed = Passphrase::new(typed.to_owned()).unwrap();
            let set = Passphrase::new("gravel ocarina".to_owned()).unwrap();
            assert_eq!(typed.composed(), set);
            assert_eq!(typed.spellings(), [typed.clone(), set]);
        }
        let blanks = Passphrase::new("  ".to_owned()).unwrap();
        assert_eq!(blanks.composed(), blanks);
        let plain = Passphrase::new("gravel".to_owned()).unwrap();
        assert_eq!(plain.spellings(), std::slice::from_ref(&plain));
    }

    #[test]
    fn a_passphrase_does_not_show_itself() {
        let passphrase = Passphrase::new("gravel".to_owned()).unwrap();
        assert!(!format!("{passphrase:?}").contains("gravel"));
        assert_eq!(Passphrase::new(String::new()), None);
        assert_eq!(Passphrase::new("a\0b".to_owned()), None);
    }
}
