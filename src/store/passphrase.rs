//! The passphrase of a protected dossier.

use std::fmt;

use zeroize::Zeroizing;

/// A passphrase. It is wiped from memory when it is dropped, and never shown or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase in this text, if there is one: not empty, and without the character
    /// at which databases end a text.
    pub fn new(text: impl Into<Zeroizing<String>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty() && !text.contains('\0')).then_some(Self(text))
    }

    /// Its words, for those who lock and unlock.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// How well it would hold out against guessing.
    pub fn strength(&self) -> Strength {
        Strength::of(&self.0)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// How well a passphrase holds out against somebody who has the file and a fast machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The powers of ten of guesses it takes, as zxcvbn estimates them (Wheeler, 2016).
    pub guesses_log10: f64,
}

impl Strength {
    /// Estimates a text; one that is empty takes no guess.
    pub fn of(text: &str) -> Self {
        // The estimate takes longer than its worth on what is longer.
        let beginning: String = text.chars().take(100).collect();
        let estimate = zxcvbn::zxcvbn(&beginning, &[]);
        Self { guesses_log10: if text.is_empty() { 0.0 } else { estimate.guesses_log10() } }
    }

    /// Whether it holds for years: each guess takes the key derivation of SQLCipher, some
    /// ten thousand a second on a graphics card, 10¹² of them three years.
    pub fn is_good(self) -> bool {
        self.guesses_log10 >= 12.0
    }

    /// Whether it falls within hours.
    pub fn is_poor(self) -> bool {
        self.guesses_log10 < 8.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_guesses_is_poor_and_a_few_rare_words_are_good() {
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
    fn a_passphrase_does_not_show_itself() {
        let passphrase = Passphrase::new("gravel".to_owned()).unwrap();
        assert!(!format!("{passphrase:?}").contains("gravel"));
        assert_eq!(Passphrase::new(String::new()), None);
        assert_eq!(Passphrase::new("a\0b".to_owned()), None);
    }
}
