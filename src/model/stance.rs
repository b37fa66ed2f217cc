//! The stance scale, the only scale for positions.

use super::{Keyed, keyed};

keyed! {
    /// The stance of a party on a proposal, from strongest support to objection.
    ///
    /// An unknown stance is `None` and is never counted as a stance. `NoInstructions` is not
    /// unknown: the party is known to have decided nothing.
    pub enum Stance as "stance" {
        /// Leads or sponsors it.
        Champion = "champion",
        /// Would vote for it.
        Support = "support",
        /// Can live with it; abstains in a vote.
        Accept = "accept",
        /// Has reservations, but would not block.
        Reserve = "reserve",
        /// Objects; blocks consensus and votes against.
        Object = "object",
        /// Says it has no instructions yet.
        NoInstructions = "no-instructions",
    }
}

/// The stances from strongest support to objection, then no instructions, then unknown.
pub(crate) const ORDER: [Option<Stance>; 7] = [
    Some(Stance::Champion),
    Some(Stance::Support),
    Some(Stance::Accept),
    Some(Stance::Reserve),
    Some(Stance::Object),
    Some(Stance::NoInstructions),
    None,
];

/// The place of a stance in the order of a talk: differences first, unknowns last.
pub(crate) fn opposition(stance: Option<Stance>) -> u8 {
    match stance {
        Some(Stance::Object) => 0,
        Some(Stance::Reserve) => 1,
        Some(Stance::NoInstructions) => 2,
        Some(Stance::Accept) => 3,
        Some(Stance::Support) => 4,
        Some(Stance::Champion) => 5,
        None => 6,
    }
}

/// The sign of an unknown stance.
pub(crate) const UNKNOWN_SIGN: &str = "?";

/// The key of an unknown stance in tables and JSON.
pub(crate) const UNKNOWN_KEY: &str = "unknown";

impl Stance {
    /// The sign drawn in every cell, so that colour is never the only signal.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Champion => "++",
            Self::Support => "+",
            Self::Accept => "0",
            Self::Reserve => "−",
            Self::Object => "−−",
            Self::NoInstructions => "~",
        }
    }

    /// The stance that a key on the keyboard sets on a cell that now has `current`.
    ///
    /// A sign pressed twice means the stronger stance: `+` on a supporter makes a champion, `-`
    /// on a reservation an objection. Digits 1 to 6 follow the scale.
    pub(crate) fn from_typed(typed: char, current: Option<Self>) -> Option<Self> {
        Some(match typed {
            '+' if current == Some(Self::Support) => Self::Champion,
            '+' => Self::Support,
            '-' | '−' if current == Some(Self::Reserve) => Self::Object,
            '-' | '−' => Self::Reserve,
            '0' => Self::Accept,
            '~' => Self::NoInstructions,
            '1'..='6' => *Self::ALL.get(typed as usize - '1' as usize)?,
            _ => return None,
        })
    }

    /// The stance with this sign. A hyphen is accepted as a minus sign, but not a dash, which
    /// people write for "nothing".
    pub(crate) fn from_sign(sign: &str) -> Option<Self> {
        let sign = sign.replace('-', "−");
        Self::ALL.iter().copied().find(|stance| stance.sign() == sign)
    }
}

/// The sign of a stance that may be unknown.
pub fn sign(stance: Option<Stance>) -> &'static str {
    stance.map_or(UNKNOWN_SIGN, Stance::sign)
}

/// The key of a stance that may be unknown.
pub fn key(stance: Option<Stance>) -> &'static str {
    stance.map_or(UNKNOWN_KEY, Stance::key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_and_key_leads_back_to_its_stance() {
        for stance in Stance::ALL.iter().copied() {
            assert_eq!(Stance::from_sign(stance.sign()), Some(stance));
            assert_eq!(Stance::from_key(stance.key()), Some(stance));
        }
        assert_eq!(Stance::from_sign("--"), Some(Stance::Object));
        for sign in ["?", "–", "—", "––"] {
            assert_eq!(Stance::from_sign(sign), None);
        }
    }

    #[test]
    fn a_sign_typed_twice_strengthens() {
        let once = Stance::from_typed('+', None);
        assert_eq!(once, Some(Stance::Support));
        assert_eq!(Stance::from_typed('+', once), Some(Stance::Champion));
        let once = Stance::from_typed('-', Some(Stance::Champion));
        assert_eq!(once, Some(Stance::Reserve));
        assert_eq!(Stance::from_typed('-', once), Some(Stance::Object));
    }

    #[test]
    fn digits_follow_the_scale_and_zero_is_its_own_sign() {
        assert_eq!(Stance::from_typed('1', None), Some(Stance::Champion));
        assert_eq!(Stance::from_typed('6', None), Some(Stance::NoInstructions));
        assert_eq!(Stance::from_typed('0', None), Some(Stance::Accept));
        assert_eq!(Stance::from_typed('7', None), None);
    }
}
