//! Markings: how far a record may travel (Traffic Light Protocol 2.0, FIRST).

use super::words::fold_line;
use super::{Keyed, keyed};

keyed! {
    /// A TLP 2.0 marking, from the most open to the strictest.
    ///
    /// A record without one has the dossier's own.
    pub enum Marking as "marking" {
        /// May be made public.
        Clear = "CLEAR",
        /// The community, not the public.
        Green = "GREEN",
        /// Those who need to know, within the organisation and its clients.
        Amber = "AMBER",
        /// Those who need to know, within the organisation only.
        AmberStrict = "AMBER+STRICT",
        /// Only the individuals it was given to.
        Red = "RED",
    }
}

impl Marking {
    /// The label as FIRST prescribes it, the same in every language.
    pub fn label(self) -> &'static str {
        match self {
            Self::Clear => "TLP:CLEAR",
            Self::Green => "TLP:GREEN",
            Self::Amber => "TLP:AMBER",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Red => "TLP:RED",
        }
    }

    /// The marking in a text as people write it: `amber`, `TLP:AMBER`, `tlp amber` or
    /// `Amber + Strict`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = fold_line(text).to_ascii_uppercase();
        let bare = text.strip_prefix("TLP").unwrap_or(&text).trim_start_matches([':', ' ', '-']);
        Self::from_key(&bare.replace(" + ", "+"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markings_are_read_with_or_without_prefix() {
        assert_eq!(Marking::parse("tlp:amber+strict"), Some(Marking::AmberStrict));
        assert_eq!(Marking::parse(" CLEAR "), Some(Marking::Clear));
        assert_eq!(Marking::parse("TLP:\u{a0}Amber + Strict\u{200b}"), Some(Marking::AmberStrict));
        assert_eq!(Marking::parse("white"), None);
    }

    #[test]
    fn the_order_is_from_open_to_closed() {
        assert!(Marking::ALL.is_sorted());
    }
}
