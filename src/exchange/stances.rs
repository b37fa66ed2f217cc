//! Stances as people write them in tables.

use crate::model::words::fold;
use crate::model::{Keyed, Language, Stance, stance};
use crate::text::Text;

/// A stance that was written, or that it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedStance(pub Option<Stance>);

/// Reads a stance: its key, its sign, its label in either language, or a vote Y, N or A.
///
/// `None` where it is none of these.
pub fn parse_stance(written: &str) -> Option<ParsedStance> {
    let written = written.trim();
    if let Some(found) = Stance::from_sign(written) {
        return Some(ParsedStance(Some(found)));
    }
    let folded = fold(written);
    if folded == stance::UNKNOWN_SIGN || folded == stance::UNKNOWN_KEY {
        return Some(ParsedStance(None));
    }
    let word = match folded.as_str() {
        "y" | "yes" | "for" | "voor" | "ja" => Some(Stance::Support),
        "can live with it" | "a" | "abstain" | "abstained" | "onthouding" => Some(Stance::Accept),
        "n" | "no" | "against" | "tegen" | "nee" => Some(Stance::Object),
        _ => None,
    };
    if word.is_some() {
        return word.map(|stance| ParsedStance(Some(stance)));
    }
    let dashed = folded.replace(['_', ' '], "-");
    let by_key = Stance::ALL.iter().find(|stance| stance.key() == dashed);
    let by_label = || {
        Language::ALL.iter().map(|language| Text::new(*language)).find_map(|text| {
            let is = |label: &str| fold(label) == folded;
            let labelled = Stance::ALL.iter().find(|stance| is(text.label(**stance)));
            labelled
                .map(|stance| ParsedStance(Some(*stance)))
                .or_else(|| is(text.stance(None)).then_some(ParsedStance(None)))
        })
    };
    by_key.map(|stance| ParsedStance(Some(*stance))).or_else(by_label)
}

/// Everything a stance can be written as, to suggest from.
pub(super) fn spellings() -> impl Iterator<Item = (&'static str, Option<Stance>)> {
    let labels = Language::ALL.iter().flat_map(|language| {
        let text = Text::new(*language);
        Stance::ALL.iter().map(move |stance| (text.label(*stance), Some(*stance)))
    });
    Stance::ALL.iter().map(|stance| (stance.key(), Some(*stance))).chain(labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stance_is_read_by_key_sign_label_or_vote() {
        for (written, expected) in [
            ("champion", Some(Stance::Champion)),
            ("++", Some(Stance::Champion)),
            (" Supports ", Some(Stance::Support)),
            ("steunt", Some(Stance::Support)),
            ("Kan ermee leven", Some(Stance::Accept)),
            ("can live with it", Some(Stance::Accept)),
            ("0", Some(Stance::Accept)),
            ("-", Some(Stance::Reserve)),
            ("−−", Some(Stance::Object)),
            ("Maakt bezwaar", Some(Stance::Object)),
            ("no_instructions", Some(Stance::NoInstructions)),
            ("No instructions", Some(Stance::NoInstructions)),
            ("Y", Some(Stance::Support)),
            ("N", Some(Stance::Object)),
            ("A", Some(Stance::Accept)),
            ("?", None),
            ("onbekend", None),
        ] {
            assert_eq!(parse_stance(written), Some(ParsedStance(expected)), "{written}");
        }
        for written in ["", "X", "maybe", "+++", "5"] {
            assert_eq!(parse_stance(written), None, "{written}");
        }
    }
}
